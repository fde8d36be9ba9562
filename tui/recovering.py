"""Notes that an earlier session left behind: what is said of them, and what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import App

from newsdiff.tui.screens.dialogs import Choice, ChoiceScreen
from newsdiff.tui.telling import short_path

if TYPE_CHECKING:
    from newsdiff.core.store.recovery import Leftover

RECOVERED = "These notes were left behind and are not saved yet. s saves them."


def described(leftover: Leftover) -> str:
    """Return when the notes were written, and for which file."""
    when = f"{leftover.changed.astimezone():%Y-%m-%d %H:%M}"
    return f"left behind {when}" + (f", not saved in {short_path(leftover.path)}" if leftover.path else "")


async def wants_opened(app: App[Any], leftover: Leftover) -> bool:
    """Ask what is to be done with `leftover`, and remove it where that is the answer; from a worker only."""
    choices = [
        Choice("o", "Open them", "open"),
        Choice("c", "Not now", "later"),
        Choice("d", "Discard them", "discard"),
    ]
    explanation = f"Notes on this story, {described(leftover)}: newsdiff ended before they were saved."
    answer = await app.push_screen_wait(
        ChoiceScreen("There are notes that were never saved", explanation, choices)
    )
    if answer == "discard":
        await discard_asking(app, leftover)
    return answer == "open"


async def discard_asking(app: App[Any], leftover: Leftover) -> bool:
    """Remove `leftover` after a question; tell whether it is gone. From a worker only."""
    choices = [Choice("c", "Keep them", "keep"), Choice("d", "Discard them", "discard")]
    answer = await app.push_screen_wait(
        ChoiceScreen("Discard these notes for good?", f"{leftover.title}\n{described(leftover)}", choices)
    )
    if answer == "discard":
        leftover.discard()
    return answer == "discard"

"""What is asked where a file cannot be written as it was meant: it is there already, or something failed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.app import App

from newsdiff.tui.screens.dialogs import Choice, ChoiceScreen
from newsdiff.tui.telling import short_path

OTHER_NAME = Choice("o", "Other name", "other")
REPLACE = Choice("r", "Replace it", "replace")
AGAIN = Choice("t", "Try again", "again")
GIVE_UP = Choice("c", "Back", "give up")


async def ask(app: App[Any], question: str, explanation: str, *more: Choice) -> str | None:
    """Ask for another name, for one of `more`, or to give up; return the answer. From a worker only."""
    return await app.push_screen_wait(ChoiceScreen(question, explanation, [OTHER_NAME, *more, GIVE_UP]))


async def ask_to_replace(app: App[Any], path: Path) -> str | None:
    """Ask what is to be done with the file that is at `path` already; return the answer."""
    explanation = f"{short_path(path)}\nReplacing it loses what it holds now."
    return await ask(app, "There is a file of that name", explanation, REPLACE)

"""Asks which sentences are to be shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, Static

from newsdiff.core.filtering import Filter, Holding, Reported
from newsdiff.tui import keys, signs
from newsdiff.tui.screens.dialogs import Dialog

_CHOICES: dict[str, tuple[Reported | Holding, str]] = {
    "a": (Reported.ALL, "reported by all"),
    "s": (Reported.SOME, "reported by some"),
    "o": (Reported.ONLY_HERE, f"{signs.ONLY_HERE} only here"),
    "p": (Reported.PERHAPS_ONLY_HERE, f"{signs.PERHAPS_ONLY_HERE} perhaps only here"),
    "q": (Holding.QUOTATION, "that hold a quotation"),
    "f": (Holding.FIGURE, "that hold a figure"),
    "d": (Holding.DIFFERENCE, f"{signs.DIFFERS} in which something differs elsewhere"),
    "n": (Holding.NOTE, f"{signs.NOTE} that have a note"),
    "w": (Holding.DOUBT, "that are linked weakly: perhaps, none for sure"),
}
_REPORTED = 4
"""So many of them say by whom a sentence is reported."""


class _Choices(Static):
    """The choices, one a line, each with its key and whether it is on."""

    class Pressed(Message):
        """A choice was clicked."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def show(self, wanted: Filter) -> None:
        """Mark what is wanted."""
        lines = [self._line(key, wanted) for key in _CHOICES]
        lines.insert(_REPORTED, Content.styled("and of these, sentences", "$text-muted"))
        self.update(Content("\n").join(lines))

    def _line(self, key: str, wanted: Filter) -> Content:
        choice, words = _CHOICES[key]
        on = choice in wanted.reported or choice in wanted.holding
        mark = ("[x]", "bold") if on else "[ ]"
        return Content.assemble(
            "  ", mark, "  ", (key, "bold $text-primary"), "  ", words if not on else (words, "bold")
        )

    def on_click(self, event: events.Click) -> None:
        """Tell which choice was clicked."""
        letters: list[str] = [*_CHOICES]
        letters.insert(_REPORTED, "")
        if 0 <= event.y < len(letters) and letters[event.y]:
            self.post_message(self.Pressed(letters[event.y]))


class FilterScreen(Dialog):
    """Asks for a filter, `wanted`, and tells how many sentences pass; returns something where it is taken."""

    KEYS = keys.FILTER
    BINDINGS: ClassVar[list[BindingType]] = [*KEYS.bindings]

    def __init__(
        self, wanted: Filter, count: Callable[[Filter], int], total: int, *, differences_known: bool
    ) -> None:
        super().__init__()
        self.wanted = wanted
        self._count = count
        self._total = total
        self._differences_known = differences_known

    def compose(self) -> ComposeResult:
        """Lay out the choices above what comes of them."""
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static("Show only sentences", classes="heading", markup=False)
            yield _Choices()
            yield Static(id="count")
            with Horizontal():
                yield Button("Show them (enter)", variant="primary", id="take", compact=True)
                yield Button("All (F)", id="clear", compact=True)
                yield Button("Back (esc)", id="back", compact=True)

    def on_mount(self) -> None:
        """Show the filter that is on."""
        self._tell()

    def on_key(self, event: events.Key) -> None:
        """Turn the choice with that letter on or off."""
        if event.key in _CHOICES:
            event.stop()
            self._toggle(event.key)

    @on(_Choices.Pressed)
    def _pressed(self, message: _Choices.Pressed) -> None:
        self._toggle(message.key)

    def _toggle(self, key: str) -> None:
        choice = _CHOICES[key][0]
        if choice is Holding.DIFFERENCE and not self._differences_known:
            self._say("What differs is still being looked for.")
            return
        self.wanted = self.wanted.toggled(choice)
        self._tell()

    def _tell(self) -> None:
        self.query_one(_Choices).show(self.wanted)
        count = self._count(self.wanted)
        if not count:
            self._say("No sentence on the screen passes: take something back.")
        elif not self.wanted:
            self._say(f"All {self._total} sentences are shown.")
        else:
            self._say(f"{count} of {self._total} sentences pass.")

    def _say(self, words: str) -> None:
        self.query_one("#count", Static).update(Content(words))

    @on(Button.Pressed, "#take")
    def action_take(self) -> None:
        """Return the filter, unless nothing passes it."""
        if self._count(self.wanted):
            self.dismiss("take")

    @on(Button.Pressed, "#clear")
    def action_clear(self) -> None:
        """Return the filter that everything passes."""
        self.wanted = Filter()
        self.dismiss("take")

    @on(Button.Pressed, "#back")
    def _back(self) -> None:
        self.action_back()

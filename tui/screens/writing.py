"""What is written on top of the reader: the text of a note, and its tags."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.suggester import Suggester
from textual.timer import Timer
from textual.widgets import Button, Input, Static, TextArea

from newsdiff.core.cleaning import clean, one_line
from newsdiff.tui import keys
from newsdiff.tui.screens.dialogs import Choice, ChoiceScreen, Dialog

_PAUSE = 0.5
"""Seconds without a key after which what was typed is kept in case of a crash."""

_MOST_TAGS_SHOWN = 24


class WritingScreen(Dialog):
    """Asks for something to be written; returns it, None where it is to stay as it was.

    What has changed is never dropped by one key: escape asks first.
    """

    KEYS = keys.NOTE
    BINDINGS: ClassVar[list[BindingType]] = [*KEYS.bindings]

    def __init__(self, text: str, drafted: Callable[[str], None]) -> None:
        """Begin with `text`; `drafted` is told what stands there whenever the typing pauses."""
        super().__init__()
        self._text = text
        self._drafted = drafted
        self._pause: Timer | None = None

    @abstractmethod
    def written(self) -> str:
        """Return what stands there now, cleaned."""

    def pause_later(self) -> None:
        """Tell of the draft when the typing pauses."""
        self._forget_pause()
        self._pause = self.set_timer(_PAUSE, self.draft)

    def _forget_pause(self) -> None:
        if self._pause is not None:
            self._pause.stop()

    def _end(self, written: str | None) -> None:
        """Return what was written, if anything; no draft of it is told of afterwards."""
        self._forget_pause()
        self.dismiss(written)

    def draft(self) -> None:
        """Tell what stands there now."""
        self._drafted(self.written())

    def action_keep(self) -> None:
        """Return what was written."""
        self._end(self.written())

    def action_back(self) -> None:
        """Return nothing, after asking where something has changed."""
        if self.written() == clean(self._text):
            self._end(None)
            return
        choices = [
            Choice("k", "Keep it", "keep"),
            Choice("d", "Discard changes", "discard"),
            Choice("c", "Write on", "on"),
        ]

        def answered(answer: str | None) -> None:
            if answer == "keep":
                self.action_keep()
            elif answer == "discard":
                self._end(None)

        self.app.push_screen(ChoiceScreen("Keep what you wrote?", "The note has changed.", choices), answered)

    def buttons(self) -> ComposeResult:
        """Lay out what the keys do as buttons."""
        with Horizontal():
            yield Button("Keep", variant="primary", id="keep", compact=True)
            yield Button("Back", id="back", compact=True)

    @on(Button.Pressed, "#keep")
    def _keep(self) -> None:
        self.action_keep()

    @on(Button.Pressed, "#back")
    def _back(self) -> None:
        self.action_back()


class NoteScreen(WritingScreen):
    """Asks for a note's text, below what the note is on."""

    def __init__(
        self, on_what: str, quote: str, text: str, hint: str, drafted: Callable[[str], None]
    ) -> None:
        super().__init__(text, drafted)
        self._on_what = on_what
        self._quote = quote
        self._hint = hint

    def compose(self) -> ComposeResult:
        """Lay out the words above the note."""
        with Vertical(classes="dialog"):
            yield Static(f"Note on {self._on_what}", classes="heading", markup=False)
            if self._quote:
                yield Static(one_line(self._quote), classes="quote", markup=False)
            yield TextArea(self._text, soft_wrap=True)
            hint = "ctrl+s keeps the note · escape goes back"
            yield Static(f"{hint} · {self._hint}" if self._hint else hint, classes="hint", markup=False)
            yield from self.buttons()

    def on_mount(self) -> None:
        """Put the cursor behind the text."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        area.focus()

    def written(self) -> str:
        """Return the text."""
        return clean(self.query_one(TextArea).text)

    @on(TextArea.Changed)
    def _typed(self) -> None:
        self.pause_later()


class TagsScreen(WritingScreen):
    """Asks for a note's tags, above all that are known and how often each is used."""

    def __init__(
        self,
        on_what: str,
        tags: Sequence[str],
        known: Sequence[tuple[str, int]],
        drafted: Callable[[str], None],
    ) -> None:
        super().__init__(", ".join(tags), drafted)
        self._on_what = on_what
        self._known = known

    def compose(self) -> ComposeResult:
        """Lay out the field above the known tags."""
        with Vertical(classes="dialog"):
            yield Static(f"Tags of the note on {self._on_what}", classes="heading", markup=False)
            yield Input(
                self._text,
                placeholder="figures, ask the press office",
                suggester=TagSuggester([tag for tag, _ in self._known], ","),
                select_on_focus=False,
            )
            yield Static(_counts(self._known), markup=False)
            hint = "commas part them · → completes one · enter keeps · escape goes back"
            yield Static(hint, classes="hint", markup=False)
            yield from self.buttons()

    def written(self) -> str:
        """Return the line of tags."""
        return clean(self.query_one(Input).value)

    @on(Input.Changed)
    def _typed(self) -> None:
        self.pause_later()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_keep()


class TagSuggester(Suggester):
    """Completes the last of several tags in a line, which `separator` parts.

    Where tags stand among words, `sign` is what only a tag begins with.
    """

    def __init__(self, tags: Sequence[str], separator: str, sign: str = "") -> None:
        super().__init__(case_sensitive=True)  # the line is completed as it is typed
        self._tags = tags
        self._separator = separator
        self._sign = sign

    async def get_suggestion(self, value: str) -> str | None:
        """Return `value` with its last tag completed, None where no known tag begins so."""
        before, _, last = value.rpartition(self._separator)
        begun = last.lstrip(" #")
        given = {part.strip(" #").casefold() for part in before.split(self._separator)}
        if not begun or not last.lstrip().startswith(self._sign):
            return None
        for tag in self._tags:
            if tag.casefold().startswith(begun.casefold()) and tag.casefold() not in given:
                return value + tag[len(begun) :] if len(tag) > len(begun) else None
        return None


def _counts(known: Sequence[tuple[str, int]]) -> str:
    if not known:
        return "No tag is used yet."
    said = " · ".join(f"{tag} {count}" for tag, count in known[:_MOST_TAGS_SHOWN])
    more = len(known) - _MOST_TAGS_SHOWN
    return f"Used: {said}" + (f" · and {more} more" if more > 0 else "")

"""Small questions on top of the reader: a choice, a file name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Static

from newsdiff.tui import keys


class Choice(NamedTuple):
    """One answer to a question: the key that gives it, what it says, and what it returns."""

    key: str
    label: str
    answer: str


class Dialog(ModalScreen[str | None]):
    """A question on top of another screen; escape backs out of it, and so does the key that quits."""

    BINDINGS: ClassVar[list[BindingType]] = [keys.BACK]

    def __init__(self) -> None:
        super().__init__(classes="dialog-screen")

    def action_back(self) -> None:
        """Return nothing."""
        self.dismiss(None)

    def draft(self) -> None:
        """Tell what was typed so far, where it would be a loss."""


class ChoiceScreen(Dialog):
    """Asks a question; returns the answer of the choice, None where the reader backed out.

    Enter gives the first answer, which should do no harm.
    """

    KEYS = keys.QUESTION
    BINDINGS: ClassVar[list[BindingType]] = [*KEYS.bindings]

    def __init__(self, question: str, explanation: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._question = question
        self._explanation = explanation
        self._choices = choices

    def compose(self) -> ComposeResult:
        """Lay out the question above its answers."""
        with Vertical(classes="dialog"):
            yield Static(self._question, classes="heading", markup=False)
            yield Static(self._explanation, markup=False)
            with Horizontal():
                for number, choice in enumerate(self._choices):
                    yield Button(
                        f"{choice.label} ({choice.key})",
                        variant="primary" if number == 0 else "default",
                        name=choice.answer,
                        compact=True,
                    )

    def on_key(self, event: events.Key) -> None:
        """Answer by the key that a choice names."""
        for choice in self._choices:
            if event.key == choice.key:
                event.stop()
                self.dismiss(choice.answer)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.name)


class ScrollScreen(Dialog):
    """A text to read on top of another screen; what moves about in it is the same everywhere."""

    KEYS = keys.TEXT
    BINDINGS: ClassVar[list[BindingType]] = [*KEYS.bindings]

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one(VerticalScroll).focus()

    def action_scroll(self, by: int) -> None:
        """Scroll by a line."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """Scroll by a screen."""
        self.action_scroll(by * max(1, self.query_one(VerticalScroll).size.height - 2))

    def action_edge(self, by: int) -> None:
        """Scroll to the first (`by` -1) or the last line (1)."""
        scroll = self.query_one(VerticalScroll)
        scroll.scroll_to(y=0 if by < 0 else scroll.max_scroll_y, animate=False)


class NoticesScreen(ScrollScreen):
    """What was told while the sources were read."""

    def __init__(self, notices: Sequence[str]) -> None:
        super().__init__()
        self._notices = notices

    def compose(self) -> ComposeResult:
        """Lay out the notices under one another."""
        with VerticalScroll(classes="dialog"):
            yield Static("On opening", classes="heading", markup=False)
            yield Static("\n\n".join(self._notices), markup=False)
            yield Static("escape closes", classes="hint", markup=False)


class TextScreen(Dialog):
    """Asks for one line of text; returns it, None where the reader backed out or left nothing."""

    KEYS = keys.LINE
    BINDINGS: ClassVar[list[BindingType]] = [*KEYS.bindings]

    def __init__(self, question: str, text: str, hint: str) -> None:
        super().__init__()
        self._question = question
        self._text = text
        self._hint = hint

    def compose(self) -> ComposeResult:
        """Lay out the text below what it is for."""
        with Vertical(classes="dialog"):
            yield Static(self._question, classes="heading", markup=False)
            yield Input(self._text, select_on_focus=False)
            yield Static(self._hint, classes="hint", markup=False)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self.dismiss(event.value.strip())


class FileNameScreen(TextScreen):
    """Asks where to save; returns a path as typed, None where the reader backed out."""

    def __init__(self, name: str, folder: str) -> None:
        hint = f"In {folder} unless the name says otherwise. Enter saves, escape goes back."
        super().__init__("Save the notebook as", name, hint)

"""The keys and the signs, on one page."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from newsdiff.tui import keys, signs

_SIGNS = (
    (signs.SELECTED, "the selected sentence"),
    (signs.COUNTERPART, "a counterpart: another outlet says the same"),
    (signs.PERHAPS_COUNTERPART, "perhaps a counterpart"),
    ("3", "how many outlets report the sentence, its own among them"),
    (signs.ONLY_HERE, "only here: found in no other outlet"),
    (signs.PERHAPS_ONLY_HERE, "perhaps only here: something in another outlet comes near"),
    (signs.NOTE, "you wrote a note here"),
    (signs.MISSING, "aligned view: this outlet does not have the row"),
)


class HelpScreen(ModalScreen[None]):
    """Every key of the reader and what the signs mean."""

    BINDINGS: list[BindingType] = [
        Binding("escape,q,question_mark,enter", "dismiss(None)", "Close"),
        Binding("j", "scroll(1)", show=False),
        Binding("k", "scroll(-1)", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(classes="dialog-screen")

    def compose(self) -> ComposeResult:
        """Lay out the keys, then the signs."""
        with VerticalScroll(classes="dialog"):
            yield Static(_page())

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one(VerticalScroll).focus()

    def action_scroll(self, by: int) -> None:
        """Scroll by a line."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)


def _page() -> Content:
    lines: list[Content] = []
    for title, entries in keys.help_entries():
        lines.append(Content.styled(title, "bold $text-primary"))
        for key, meaning in entries:
            lines.append(Content.assemble((f"  {key:<16}", "bold"), meaning))
        lines.append(Content(""))
    lines.append(Content.styled("Signs", "bold $text-primary"))
    for sign, meaning in _SIGNS:
        lines.append(Content.assemble((f"  {sign:<16}", "bold"), meaning))
    lines.append(Content(""))
    lines.append(
        Content.styled(
            "Underlined in a shared sentence: words that only this outlet has. The mouse selects a sentence, "
            "a second click opens its detail, the wheel moves one column. ctrl+p lists every command and the "
            "themes. escape closes this page.",
            "$text-muted",
        )
    )
    return Content("\n").join(lines)

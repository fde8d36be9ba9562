"""The keys and the signs, on one page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from newsdiff.tui import keys, signs
from newsdiff.tui.screens.dialogs import Dialog

_WARM = "$only-here"
Sign = tuple[str, str, str]
"""A sign, what it means, and its style."""

READER_SIGNS: Sequence[Sign] = (
    (f"{signs.ONLY_HERE} {signs.ONLY_HERE_BAR}", "only here: found in no other outlet", f"bold {_WARM}"),
    (
        f"{signs.PERHAPS_ONLY_HERE} {signs.PERHAPS_ONLY_HERE_BAR}",
        "perhaps only here: enter shows what comes near",
        _WARM,
    ),
    ("words", "perhaps only here, within a sentence that others share", f"{_WARM} underline"),
    ("3", "how many outlets report it, its own among them", "bold"),
    (f"1{signs.MORE_PERHAPS}", "so many surely, and others perhaps", "bold"),
    (signs.DIFFERS, "a figure, a day or a quotation differs elsewhere", "bold $text-error"),
    (signs.SELECTED, "the selected sentence", "bold $text-primary"),
    (signs.COUNTERPART, "a counterpart: reports the same; shared words bold", "$text-success"),
    (signs.PERHAPS_COUNTERPART, "perhaps a counterpart", "$text-success"),
    (signs.NOTE, "you wrote a note on it", "bold $text-primary"),
    (f"{signs.TRACK} {signs.THUMB}", "a column's edge; the line: the part that is seen", ""),
    (f"{signs.TRACK_TICK} {signs.THUMB_TICK}", "on that edge: only-here text lies there", ""),
    (signs.NOTHING_HERE, "not found in this outlet", ""),
    (signs.BEYOND, "aligned: rows that only columns out of view have", ""),
    (signs.ELSEWHERE, "aligned: this outlet has it, or a part, on another row", ""),
)

_MOUSE = (
    ("click", "selects a sentence; a second click: its detail"),
    ("drag", "marks text within one column; shift and drag: the terminal's own way"),
    ("wheel", "moves the column under the pointer"),
    ("ctrl+p", "all commands, every outlet, colour themes"),
)


class HelpScreen(Dialog):
    """The keys of a screen, by groups, and what its `signs` mean."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,question_mark,enter", "back", "Close"),
        Binding("j", "scroll(1)", show=False),
        Binding("k", "scroll(-1)", show=False),
    ]

    def __init__(
        self, groups: Mapping[str, Sequence[Binding]] = keys.GROUPS, signs: Sequence[Sign] = READER_SIGNS
    ) -> None:
        super().__init__()
        self._groups = groups
        self._signs = signs

    def compose(self) -> ComposeResult:
        """Lay out the signs, then the keys."""
        with VerticalScroll(classes="dialog"):
            yield Static(_page(self._groups, self._signs))

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one(VerticalScroll).focus()

    def action_scroll(self, by: int) -> None:
        """Scroll by a line."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)


def _page(groups: Mapping[str, Sequence[Binding]], shown: Sequence[Sign]) -> Content:
    lines = [Content.styled("Signs", "bold $text-primary")]
    lines += [_line(sign, meaning, style) for sign, meaning, style in shown]
    for title, entries in keys.help_entries(groups):
        lines += [Content(""), Content.styled(title, "bold $text-primary")]
        lines += [_line(key, meaning, "bold") for key, meaning in entries]
    lines += [Content(""), Content.styled("Mouse and commands", "bold $text-primary")]
    lines += [_line(name, meaning, "bold") for name, meaning in _MOUSE]
    lines += [Content(""), Content.styled("j and k scroll, escape closes this page.", "$foreground 65%")]
    return Content("\n").join(lines)


def _line(name: str, meaning: str, style: str) -> Content:
    return Content.assemble("  ", (name, style), " " * max(1, 13 - len(name)), meaning)

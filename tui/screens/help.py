"""The keys of a screen and the signs, on one page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, cast

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from newsdiff.tui import keys, signs
from newsdiff.tui.screens.dialogs import ScrollScreen

if TYPE_CHECKING:
    from newsdiff.tui.app import NewsdiffApp

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
    (signs.NOTE, "a note is on it, or on words of it", "bold $text-primary"),
    (
        f"{signs.QUESTION} {signs.QUOTE} {signs.REVIEWED}",
        "marked: a question, quote this, reviewed",
        "bold $text-primary",
    ),
    (f"{signs.TRACK} {signs.THUMB}", "a column's edge maps all of it; the line: what is seen", ""),
    (
        f"{signs.MAPPED} {signs.PERHAPS_MAPPED}",
        "on that edge: only-here text; a click goes there",
        _WARM,
    ),
    (signs.NOTHING_HERE, "not found in this outlet", ""),
    (signs.BEYOND, "aligned: rows that only columns out of view have", ""),
    (signs.ELSEWHERE, "aligned: this outlet has it, or a part, on another row", ""),
)

_WIDE = 140
"""Cells from which on keys and signs stand beside one another."""

READER_MOUSE: Sequence[tuple[str, str]] = (
    ("click", "selects a sentence; a second click: its detail"),
    ("drag", "marks text within one column; shift and drag: the terminal's own way"),
    ("a column's edge", "drag: wider or narrower; click: goes to that place"),
    ("wheel", "moves the column under the pointer"),
)


class HelpScreen(ScrollScreen):
    """The keys of a screen, as this reader has them, and what the signs mean where any stand."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_WIDE, "-wide")]  # noqa: RUF012 - as in Textual

    def __init__(
        self, found: Sequence[keys.Keys], signs: Sequence[Sign], mouse: Sequence[tuple[str, str]]
    ) -> None:
        """Show the keys `found` for a screen, those first that are asked first when one is pressed.

        What the `mouse` does stands below the `signs`, where there are any.
        """
        super().__init__()
        self._mouse = mouse
        self._keys = found
        self._signs = signs

    def compose(self) -> ComposeResult:
        """Lay out the keys and the signs; beside one another where there is room."""
        shown_keys = cast("NewsdiffApp", self.app).shown_keys
        with VerticalScroll(classes="dialog") as page:
            yield Static(_keys_page(self._keys, shown_keys))
            if self._signs:
                yield Static(_signs_page(self._signs, self._mouse), id="signs")
        page.border_title = f"Keys: {self._keys[0].title.lower()}"
        below = "signs below · " if self._signs and self.app.size.width < _WIDE else ""
        page.border_subtitle = f"{below}{shown_keys(keys.BACK)} closes"


def _keys_page(found: Iterable[keys.Keys], shown_keys: Callable[[Binding], str]) -> Content:
    groups = [
        (title, [*_entries(group, shown_keys)]) for each in found for title, group in each.groups.items()
    ]
    return _page(groups)


def _entries(
    bindings: Iterable[Binding], shown_keys: Callable[[Binding], str]
) -> Iterable[tuple[str, str, str]]:
    """Return (keys, meaning, style) of each command; one for all outlets whose keys are the usual numbers."""
    for binding in bindings:
        outlet = binding.action.startswith("toggle_outlet") and shown_keys(binding) == binding.key
        if not outlet:
            yield shown_keys(binding), binding.tooltip, "bold"
        elif binding.key == "1":
            yield "1-9", "show or hide that outlet", "bold"


def _signs_page(shown: Sequence[Sign], mouse: Sequence[tuple[str, str]]) -> Content:
    return _page([("Signs", shown), ("Mouse", [(name, meaning, "bold") for name, meaning in mouse])])


def _page(groups: Sequence[tuple[str, Sequence[tuple[str, str, str]]]]) -> Content:
    """Return lines of names and meanings below their titles, all meanings below one another."""
    room = max(cell_len(name) for _, entries in groups for name, _, _ in entries) + 2
    lines: list[Content] = []
    for title, entries in groups:
        lines.append(Content.styled(title, "bold $text-primary"))
        lines += [
            Content.assemble("  ", (name, style), " " * (room - cell_len(name)), meaning)
            for name, meaning, style in entries
        ]
        lines.append(Content(""))
    return Content("\n").join(lines[:-1])

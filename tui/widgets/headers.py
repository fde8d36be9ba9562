"""The heads of the columns: whose account it is, how much only it has, and what it has of the selection."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from newsdiff.tui import signs
from newsdiff.tui.palette import OUTLET_COLOURS
from newsdiff.tui.panes import Pane
from newsdiff.tui.widgets.component_style import component_style

_SIGNS = re.compile(f"([{signs.ONLY_HERE}{signs.PERHAPS_ONLY_HERE}])")


@dataclass(frozen=True, slots=True)
class Header:
    """What one column's head says.

    `facts` and `answer` are the same thing said ever more briefly: the first that fits is shown. `state` is
    "own", "has", "perhaps", "lacks" or "" (nothing selected or known); `colour` names its outlet's.
    """

    article: int
    pane: Pane
    name: str
    date: str
    facts: tuple[str, ...]
    answer: tuple[str, ...]
    state: str
    colour: str


class Headers(Widget):
    """One head per column on the screen, drawn over it; `beyond` counts columns off its left and right."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "headers--name",
        "headers--own",
        "headers--facts",
        "headers--has",
        "headers--perhaps",
        "headers--lacks",
        "headers--only-here",
        *(f"headers--{name}" for name in OUTLET_COLOURS),
    }

    class Pressed(Message):
        """The head of an article's column was clicked."""

        def __init__(self, article: int) -> None:
            super().__init__()
            self.article = article

    class Paged(Message):
        """The mark of more columns to the left (`by` -1) or the right (1) was clicked."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._headers: list[Header] = []
        self._beyond = (0, 0)

    def show(self, headers: list[Header], beyond: tuple[int, int]) -> None:
        """Draw these heads."""
        before, self._headers = self._headers, headers
        if beyond != self._beyond or [header.pane for header in before] != [
            header.pane for header in headers
        ]:
            self._beyond = beyond
            self.refresh()
            return
        for old, new in zip(before, headers, strict=True):
            if new != old:
                same_but_answer = new == replace(old, answer=new.answer, state=new.state)
                own = "own" in (old.state, new.state) and new.state != old.state
                first = 2 if same_but_answer and not own else 0
                self.refresh(Region(new.pane.x, first, new.pane.width, 3 - first))

    def render_line(self, y: int) -> Strip:
        """Return line `y` of all heads: the name, the facts, the answer."""
        base = self.rich_style
        segments: list[Segment] = []
        for at, header in enumerate(self._headers):
            left = self._more_left if at == 0 else ""
            right = self._more_right if at == len(self._headers) - 1 else ""
            segments.extend(self._line(header, y, base, left, right))
        return Strip(segments).adjust_cell_length(self.size.width, base)

    @property
    def _more_left(self) -> str:
        return f"{signs.MORE_LEFT} {self._beyond[0]}+ " if self._beyond[0] else ""

    @property
    def _more_right(self) -> str:
        return f" +{self._beyond[1]} {signs.MORE_RIGHT}" if self._beyond[1] else ""

    def _line(self, header: Header, y: int, base: Style, left: str, right: str) -> list[Segment]:
        width = header.pane.width - 1
        facts = base + self._part("facts")
        if header.state == "own":
            base += self._part("own")
            facts = base
        if y == 0:
            room = width - cell_len(left) - cell_len(right) - 1
            date = f" {header.date}" if cell_len(header.name) + 1 + len(header.date) <= room else ""
            name = fit(header.name, room - len(date))
            return [
                Segment(f" {left}", facts),
                Segment(name, base + self._part("name") + self._part(header.colour)),
                Segment(f"{date}{right} ", facts),
            ]
        if y == 1:
            text = f" {fit_first(header.facts, width - 1)} "
            only_here = facts + self._part("only-here")
            return [
                Segment(part, only_here if number % 2 else facts)
                for number, part in enumerate(_SIGNS.split(text))
            ]
        style = base + self._part(header.state) if header.state in ("has", "perhaps", "lacks") else base
        return [Segment(f" {fit_first(header.answer, width - 1)} ", style)]

    def _part(self, name: str) -> Style:
        return component_style(self, f"headers--{name}")

    def on_click(self, event: events.Click) -> None:
        """Tell which head was clicked, or which mark of more columns."""
        if event.y == 0 and event.x <= cell_len(self._more_left):
            if self._more_left:
                self.post_message(self.Paged(-1))
                return
        elif (
            event.y == 0 and self._more_right and event.x >= self.size.width - cell_len(self._more_right) - 1
        ):
            self.post_message(self.Paged(1))
            return
        for header in self._headers:
            if header.pane.x <= event.x < header.pane.x + header.pane.width:
                self.post_message(self.Pressed(header.article))


def fit(text: str, cells: int) -> str:
    """Return `text` in exactly `cells` cells: padded, or cut with an ellipsis; empty for less than one."""
    if cells < 1:
        return ""
    if cell_len(text) <= cells:
        return set_cell_size(text, cells)
    return set_cell_size(set_cell_size(text, cells - 1).rstrip(), cells - 1) + "…"


def fit_first(texts: Sequence[str], cells: int) -> str:
    """Return the first of `texts` that fits into `cells` cells, padded to as many; else the last, cut."""
    if not texts:
        return " " * max(0, cells)
    return fit(next((text for text in texts if cell_len(text) <= cells), texts[-1]), cells)

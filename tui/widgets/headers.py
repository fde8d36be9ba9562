"""The heads of the columns: whose account it is, how long, and whether it has the selected passage."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from newsdiff.tui import signs
from newsdiff.tui.layout import Pane
from newsdiff.tui.widgets.component_style import component_style


@dataclass(frozen=True, slots=True)
class Header:
    """What one column's head says. `state` is "own", "has", "lacks" or "" (nothing selected or known)."""

    article: int
    pane: Pane
    name: str
    facts: str
    answer: str
    state: str


class Headers(Widget):
    """One head per column on the screen, drawn over it; `beyond` counts columns off its left and right."""

    COMPONENT_CLASSES = {"headers--name", "headers--own", "headers--facts", "headers--has", "headers--lacks"}

    class Pressed(Message):
        """The head of an article's column was clicked."""

        def __init__(self, article: int) -> None:
            super().__init__()
            self.article = article

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._headers: list[Header] = []
        self._beyond = (0, 0)

    def show(self, headers: list[Header], beyond: tuple[int, int]) -> None:
        """Draw these heads."""
        if (headers, beyond) != (self._headers, self._beyond):
            self._headers, self._beyond = headers, beyond
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return line `y` of all heads: the name, the facts, the answer."""
        base = self.rich_style
        segments = []
        for at, header in enumerate(self._headers):
            left = f"{signs.MORE_LEFT} " if at == 0 and self._beyond[0] else ""
            last = at == len(self._headers) - 1
            right = f" +{self._beyond[1]} {signs.MORE_RIGHT}" if last and self._beyond[1] else ""
            segments.extend(self._line(header, y, base, left, right))
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def _line(self, header: Header, y: int, base: Style, left: str, right: str) -> list[Segment]:
        width = header.pane.width
        if y == 0:
            name = "own" if header.state == "own" else "name"
            text = fit(f" {left}{header.name}", width - cell_len(right) - 1)
            return [Segment(text, base + self._part(name)), Segment(right + " ", base + self._part("facts"))]
        if y == 1:
            return [Segment(fit(f" {header.facts}", width - 1) + " ", base + self._part("facts"))]
        style = self._part(header.state) if header.state in ("has", "lacks", "own") else Style()
        return [Segment(fit(f" {header.answer}", width - 1) + " ", base + style)]

    def _part(self, name: str) -> Style:
        return component_style(self, f"headers--{name}")

    def on_click(self, event: events.Click) -> None:
        """Tell which head was clicked."""
        for header in self._headers:
            if header.pane.x <= event.x < header.pane.x + header.pane.width:
                self.post_message(self.Pressed(header.article))


def fit(text: str, cells: int) -> str:
    """Return `text` in exactly `cells` cells: padded, or cut with an ellipsis."""
    cells = max(0, cells)
    if cell_len(text) <= cells:
        return set_cell_size(text, cells)
    return set_cell_size(text, max(0, cells - 1)).rstrip().ljust(max(0, cells - 1)) + "…" if cells else ""

"""A page of lines, drawn: only what is in view, for a widget per line costs ten times as much."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from newsdiff.tui import scrolling
from newsdiff.tui.pages.page import Page
from newsdiff.tui.palette import OUTLET_COLOURS
from newsdiff.tui.widgets.component_style import component_style

_STYLES = (
    "heading",
    "name",
    "own-name",
    "faint",
    "gutter",
    "all-report",
    "only-here",
    "perhaps-only-here",
    "only-here-part",
    "selected",
    "selected-bar",
    "mark-all",
    "mark-some",
    "mark-perhaps-some",
    "mark-alone",
    "mark-perhaps-alone",
    "mark-faint",
    "mark-lit",
    "mark-selected",
    *OUTLET_COLOURS,
)
"""What pages name and the style sheet styles: component classes, without their `page--`."""


class PageView(ScrollView, can_focus=False):
    """Shows a page, scrolls it, and tells which stop of it is clicked."""

    ALLOW_SELECT = False

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"page--{name}" for name in _STYLES}

    class StopPressed(Message):
        """A stop of the page was clicked; `again` when it was the selected one already."""

        def __init__(self, at: int, again: bool) -> None:
            super().__init__()
            self.at = at
            self.again = again

    class Resized(Message):
        """The page is to be laid out for another width."""

    def __init__(self) -> None:
        super().__init__()
        self.page: Page | None = None
        self.at: int | None = None
        self._styles: dict[tuple[str, ...], Style] = {}

    def show(self, page: Page, at: int | None) -> None:
        """Show `page` with the stop `at` selected and in view."""
        self.page = page
        self.virtual_size = Size(self.scrollable_content_region.width, page.length)
        self.select(at)
        self.refresh()

    def select(self, at: int | None) -> None:
        """Select the stop `at` and bring it into view."""
        before, self.at = self.at, at
        page = self.page
        if page is None:
            return
        changed = {
            row
            for stop in (before, at)
            if stop is not None and stop < len(page.stops)
            for row in page.lit(stop)
        }
        for row in changed:
            self.refresh_line(row)
        if at is not None:
            self._reveal(page, at)

    def _reveal(self, page: Page, at: int) -> None:
        height = self.size.height
        wanted = page.with_heading(at)
        if wanted.tall > height:
            wanted = page.rows(at)
        offset = scrolling.reveal(self.scroll_offset.y, wanted, height, page.length)
        self.scroll_to(y=offset, animate=False)

    def scroll_rows(self, by: int) -> bool:
        """Scroll by so many rows; tell whether anything moved."""
        before = self.scroll_offset.y
        self.scroll_to(y=before + by, animate=False)
        return self.scroll_offset.y != before

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Return one line of what is in view."""
        base = self.rich_style
        row = y + self.scroll_offset.y
        page = self.page
        if page is None or not 0 <= row < page.length:
            return Strip.blank(self.size.width, base)
        segments = [Segment(piece.text, self._style(piece.styles)) for piece in page.line(row, self.at)]
        return Strip(Segment.simplify(segments)).adjust_cell_length(self.size.width, base)

    def _style(self, names: tuple[str, ...]) -> Style:
        style = self._styles.get(names)
        if style is None:
            style = self.rich_style
            for name in names:
                style += component_style(self, f"page--{name}")
            self._styles[names] = style
        return style

    # Events

    def notify_style_update(self) -> None:
        """Drop the old colours."""
        super().notify_style_update()
        self._styles.clear()

    def on_resize(self) -> None:
        """Ask for a page of the new width."""
        self.post_message(self.Resized())

    def on_click(self, event: events.Click) -> None:
        """Tell which stop was clicked."""
        stop = self.page.stop_at(event.y + self.scroll_offset.y, event.x) if self.page else None
        if stop is not None:
            self.post_message(self.StopPressed(stop, again=stop == self.at))

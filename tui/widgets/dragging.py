"""Marking text with the mouse, within one column of what draws several."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Collection

from textual import events
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget

from newsdiff.core.article import Article, SentenceRef, Span
from newsdiff.tui import selecting
from newsdiff.tui.arrangement import Arrangement
from newsdiff.tui.selecting import Selection

_TICK = 0.05
"""Seconds between two steps of a column that follows the pointer beyond its edge."""


class Dragging(Widget):
    """Owns what is marked and follows the mouse; how it looks is for its subclass.

    Textual's own selection of text ends in cells of the screen and knows no columns, so it is switched off.
    """

    ALLOW_SELECT = False

    class Marked(Message):
        """The mouse has marked text."""

    def __init__(self, arrangement: Arrangement, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self.arrangement = arrangement
        self.selection: Selection | None = None
        """What is marked."""
        self.marked: dict[SentenceRef, Span] = {}
        """What is marked of each sentence."""
        self.dragged = False
        """Whether the mouse has marked something since its button went down, so that this is no click."""
        self._anchor: tuple[int, Span, tuple[int, int]] | None = None
        self._pointer = (0, 0)
        self._following: Timer | None = None

    @abstractmethod
    def show_marked(self, changed: Collection[SentenceRef]) -> None:
        """Draw these sentences anew, of which more or less is marked now."""

    @abstractmethod
    def scroll_column(self, article: int, by: int) -> None:
        """Move that column by so many rows."""

    def mark(self, selection: Selection | None) -> None:
        """Mark that text instead of what was marked; None marks nothing."""
        before, self.selection = self.marked, selection
        self.marked = (
            {} if selection is None else selecting.marked_parts(selection, self._article(selection.article))
        )
        refs = before.keys() | self.marked.keys()
        self.show_marked({ref for ref in refs if before.get(ref) != self.marked.get(ref)})

    def _article(self, index: int) -> Article:
        return self.arrangement.comparison.articles[index]

    def _character(self, article: int, x: int, y: int) -> Span | None:
        column = self.arrangement.column(article)
        pane = dict(self.arrangement.panes()).get(article)
        if column is None or pane is None:
            return None
        row = y + self.arrangement.offset(article)
        cell = x - pane.x - self.arrangement.gutter
        return selecting.character_at(column, self._article(article).text, row, cell)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin at the character under the pointer; nothing is marked before it moves."""
        self.dragged = False
        found = self.arrangement.at(event.x, event.y)
        if event.button != 1 or found is None:
            return
        character = self._character(found[0], event.x, event.y)
        if character is not None:
            self._anchor = (found[0], character, (event.x, event.y))
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Mark up to the pointer; beyond the upper or lower edge the column follows."""
        if self._anchor is None or (not self.dragged and (event.x, event.y) == self._anchor[2]):
            return
        self._pointer = (event.x, event.y)
        self._mark_to_pointer()
        if self._beyond() and self._following is None:
            self._following = self.set_interval(_TICK, self._follow)

    def on_mouse_up(self) -> None:
        """End; what is marked stays so."""
        self._end()
        if self.dragged:
            self.post_message(self.Marked())

    def on_mouse_release(self) -> None:
        """End where something else takes the mouse."""
        self._end()

    def _end(self) -> None:
        if self._anchor is not None:
            self._anchor = None
            self.release_mouse()
        if self._following is not None:
            self._following.stop()
            self._following = None

    def _beyond(self) -> int:
        """Return how many rows the pointer is above (less than 0) or below (more than 0) the columns.

        Where they reach the edge of the screen, their last row is beyond.
        """
        y, height = self._pointer[1], self.size.height
        top = 1 if self.region.y == 0 else 0
        bottom = height - 1 if self.region.bottom >= self.screen.size.height else height
        return min(0, y - top) + max(0, y - bottom + 1)

    def _follow(self) -> None:
        by = self._beyond()
        if self._anchor is not None and by:
            self.scroll_column(self._anchor[0], by)
            self._mark_to_pointer()

    def _mark_to_pointer(self) -> None:
        if self._anchor is None:
            return
        article, anchor, _ = self._anchor
        x, y = self._pointer
        head = self._character(article, x, max(0, min(y, self.size.height - 1)))
        if head is None:
            return
        order = self.arrangement.in_order(article)
        head = selecting.within_reach(self._article(article), order, anchor, head)
        selection = selecting.between(article, anchor, head)
        if selection is not None:
            self.dragged = True
            self.mark(selection)

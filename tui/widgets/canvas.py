"""The articles on the screen: all columns drawn line by line on one canvas.

One widget draws everything, because a widget per sentence costs ten times as much per key press. What stands
on which line is for `newsdiff.tui.arrangement` to say; how a sentence looks is for `sentence_lines`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.filter import LineFilter
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from newsdiff.core.article import SentenceRef, Span
from newsdiff.core.notebook import Notebook, View
from newsdiff.core.rows import Lead
from newsdiff.core.searching import Hit
from newsdiff.tui import minimap
from newsdiff.tui.arrangement import Arrangement
from newsdiff.tui.layout import Column
from newsdiff.tui.widgets.column_lines import ColumnLines
from newsdiff.tui.widgets.component_style import component_style
from newsdiff.tui.widgets.edges import Edges
from newsdiff.tui.widgets.rules import Rules
from newsdiff.tui.widgets.sentence_lines import Light, Paper, SentencePainter, light_counterparts

_WHEEL_ROWS = 3

_STYLES = (
    "title",
    "heading",
    "selected",
    "counterpart",
    "perhaps-counterpart",
    "only-here",
    "perhaps-only-here",
    "only-here-part",
    "shared-words",
    "hit",
    "current-hit",
    "marked",
    "selected-bar",
    "counterpart-bar",
    "gutter",
    "all-report",
    "differs",
    "note",
    "rule",
    "thumb",
)
"""What code draws and the style sheet styles: component classes, without their `canvas--`."""


class Canvas(Rules, can_focus=True):
    """Columns of sentences with one selected, its counterparts lit and level with it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"canvas--{name}" for name in _STYLES}

    class SentencePressed(Message):
        """A sentence was clicked; `again` when it was the selected one already."""

        def __init__(self, sentence: SentenceRef, again: bool) -> None:
            super().__init__()
            self.sentence = sentence
            self.again = again

    class FoldPressed(Message):
        """The line was clicked that stands for these sentences."""

        def __init__(self, sentences: Sequence[SentenceRef]) -> None:
            super().__init__()
            self.sentences = sentences

    class Rearranged(Message):
        """Other columns or rows are in view now, or the same ones elsewhere."""

    def __init__(self, notebook: Notebook, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(Arrangement(notebook.comparison), id=id)
        self._notebook = notebook
        self._selected: SentenceRef | None = None
        self._lights: dict[SentenceRef, Light] = {}
        self._hits: dict[SentenceRef, list[Span]] = {}
        self._current_hit: Hit | None = None
        self._new_paper = True
        self._paper = Paper(Style(), {}, 0, {})
        self._edges = Edges(self.arrangement, self._paper)
        self._columns = ColumnLines(self.arrangement, self._paper, self._text_line)
        self._differing: frozenset[SentenceRef] = frozenset()
        self._painter = SentencePainter(notebook, self._paper, self._differing)

    # What is shown

    def show(
        self,
        notebook: Notebook,
        shown: Sequence[int],
        view: View,
        lead: Lead,
        folded: frozenset[SentenceRef] = frozenset(),
    ) -> None:
        """Draw `notebook`, the articles with the indices `shown` in that order, laid out as `view`.

        Aligned rows stand in the order that `lead` says. The `folded` sentences are not shown.
        """
        self._notebook = notebook
        if self.selection is not None and self.selection.article not in shown:
            self.mark(None)
        self.arrangement.show(notebook.comparison, shown, view, lead, self._selected, folded)
        if self.size:
            self.rearrange()

    def redraw(self, notebook: Notebook, changed: Iterable[SentenceRef]) -> None:
        """Draw `notebook`, which differs from the one on the screen by marks on the `changed` sentences."""
        self._notebook = self._painter.notebook = notebook
        changed = set(changed)
        self._painter.forget(changed)
        self._refresh_sentences(changed)

    def select(self, sentence: SentenceRef | None) -> None:
        """Select `sentence`, light its counterparts and bring them level with it."""
        self._selected = sentence
        self._relight()
        moved, paged = self.arrangement.bring(sentence)
        self._refresh_moved(moved)
        if paged:
            self._new_paper = True  # columns can be as wide as others were
            self.refresh()
            self.post_message(self.Rearranged())

    def mark_differing(self, sentences: Collection[SentenceRef]) -> None:
        """Mark the `sentences` that differ from a sure counterpart; they replace those marked before."""
        changed = {*self._differing, *sentences}
        self._differing = self._painter.differing = frozenset(sentences)
        self._painter.forget(changed)
        self._refresh_sentences(changed)

    def mark_hits(self, hits: Sequence[Hit], current: Hit | None) -> None:
        """Mark where searched words stand; `current` is the one that the search is at."""
        before = {*self._hits}
        self._hits = {}
        for hit in hits:
            self._hits.setdefault(hit.sentence, []).append(hit.span)
        self._current_hit = current
        self._painter.forget(before | {*self._hits})
        self._refresh_sentences(before | {*self._hits})

    def show_marked(self, changed: Collection[SentenceRef]) -> None:
        """Draw these sentences anew, of which more or less is marked now."""
        self._painter.forget(changed)
        self._refresh_sentences(changed)

    def rearrange(self) -> None:
        """Lay everything out anew: another size, view, choice or width of columns, or other findings."""
        arrangement = self.arrangement
        arrangement.resize(self.size.width, self.size.height, self._selected)
        self._new_paper = True
        self._relight()
        self.refresh()
        self.post_message(self.Rearranged())

    def _take_new_paper(self) -> None:
        """Paint anew. Done when a line is drawn: not before are the style sheet's colours sure to hold."""
        self._new_paper = False
        styles = {name: component_style(self, f"canvas--{name}") for name in _STYLES}
        insides = {article: pane.width - 1 for article, pane in self.arrangement.panes()}
        self._paper = Paper(self.rich_style, styles, self.arrangement.gutter, insides)
        self._painter = SentencePainter(self._notebook, self._paper, self._differing)
        self._edges = Edges(self.arrangement, self._paper)
        self._columns = ColumnLines(self.arrangement, self._paper, self._text_line)

    def _relight(self) -> None:
        lights = light_counterparts(self._notebook.comparison, self._selected)
        changed = {
            sentence
            for sentence in {*lights, *self._lights}
            if lights.get(sentence) != self._lights.get(sentence)
        }
        self._lights = lights
        self._refresh_sentences(changed)

    def _refresh_sentences(self, sentences: Iterable[SentenceRef]) -> None:
        """Have just the rows drawn again that show these sentences."""
        panes = dict(self.arrangement.panes())
        for sentence in sentences:
            pane = panes.get(sentence.article)
            rows = self.arrangement.rows_in_view(sentence)
            if pane is not None and rows:
                self.refresh(Region(pane.x, rows.start, pane.width, len(rows)))

    def _refresh_moved(self, articles: set[int]) -> None:
        """Have just the columns drawn again that moved."""
        for article, pane in self.arrangement.panes():
            if article in articles:
                self.refresh(Region(pane.x, 0, pane.width, self.size.height))

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Return one line of the screen: the lines of all columns that meet it, side by side."""
        return self._lines(range(y, y + 1), ())[0]

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines of the screen in `crop`.

        Columns keep their lines with the filters of colours applied; a line of the screen only joins them.
        Textual's own way would filter and measure all columns anew where one has changed.
        """
        lines = self._lines(crop.line_range, self.get_line_filters())
        left, right = crop.column_span
        return lines if (left, right) == (0, self.size.width) else [line.crop(left, right) for line in lines]

    def _lines(self, rows: range, filters: Sequence[LineFilter]) -> list[Strip]:
        if self._new_paper:
            self._take_new_paper()
        pieces = []
        for article, pane in self.arrangement.panes():
            pieces.append(self._columns.lines(article, pane.width - 1, rows))
            pieces.append(self._edges.lines(article, rows))
        background = self.background_colors[1]
        for each in filters:
            pieces = [[strip.apply_filter(each, background) for strip in piece] for piece in pieces]
        width, base = self.size.width, self._paper.base
        # row by row, for a story without articles has no piece to tell how many rows there are
        lines = (Strip.join([piece[at] for piece in pieces]) for at in range(len(rows)))
        return [line.adjust_cell_length(width, base) for line in lines]

    def _text_line(self, column: Column, row: int) -> Strip:
        sentence = SentenceRef(column.article, column.slots[row].sentence)
        top = column.tops[sentence.sentence]
        current = self._current_hit
        return self._painter.lines(
            sentence,
            column.slots[top : top + column.heights[sentence.sentence]],
            self._lights.get(sentence),
            self._hits.get(sentence, ()),
            current.span if current and current.sentence == sentence else None,
            self.marked.get(sentence),
        )[row - top]

    # Events

    def notify_style_update(self) -> None:
        """Drop what was drawn in the old colours."""
        super().notify_style_update()
        self._new_paper = True

    def on_resize(self) -> None:
        """Lay out for the new size."""
        if self.size:
            self.rearrange()

    def on_click(self, event: events.Click) -> None:
        """Tell which sentence was clicked."""
        if self.dragged or self.rule_moved:
            return
        found = self.arrangement.at(event.x, event.y)
        if (article := self.arrangement.division.rule_at(event.x)) is not None:
            self._go_by_map(article, event.y)
        elif folded := self.arrangement.folded_at(event.x, event.y):
            self.post_message(self.FoldPressed(folded))
        elif found is None or found[1] is None:
            self.mark(None)
        else:
            self.post_message(self.SentencePressed(found[1], again=found[1] == self._selected))

    def _go_by_map(self, article: int, y: int) -> None:
        """Select what stands where the map of that article was clicked."""
        column = self.arrangement.column(article)
        if column is not None:
            there = minimap.sentence_at(self._notebook.comparison, column, self.arrangement.height, y)
            if there is not None:
                self.post_message(self.SentencePressed(there, again=False))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move the column under the pointer."""
        event.stop()
        self._wheel(event.x, event.y, _WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move the column under the pointer."""
        event.stop()
        self._wheel(event.x, event.y, -_WHEEL_ROWS)

    def _wheel(self, x: int, y: int, rows: int) -> None:
        found = self.arrangement.at(x, y)
        if found is not None:
            self.scroll_column(found[0], rows)

    def scroll_column(self, article: int, by: int) -> None:
        """Move that column by so many rows."""
        self._refresh_moved(self.arrangement.scroll(article, by))
        self.post_message(self.Rearranged())

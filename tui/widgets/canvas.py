"""The articles on the screen: all columns drawn line by line on one canvas.

One widget draws everything, because a widget per sentence costs ten times as much per key press. What stands
on which line is `newsdiff.tui.layout`'s to say; the colours and signs of a sentence are `sentence_lines`'.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from newsdiff.core.article import SentenceRef, Span
from newsdiff.core.comparison import Comparison
from newsdiff.core.notebook import Notebook, View
from newsdiff.tui import layout, signs
from newsdiff.tui.layout import Column, Kind, Pane
from newsdiff.tui.navigation import Hit
from newsdiff.tui.widgets.component_style import component_style
from newsdiff.tui.widgets.sentence_lines import Light, SentencePainter, light_counterparts

_WHEEL_ROWS = 3
_HATCH = 6
"""Cells from one stroke to the next where an outlet has nothing: seen at a glance, not in the way."""
_CONTEXT_ROWS = 2
"""Rows of neighbouring text that stay in view above and below the selected sentence."""


class Canvas(Widget, can_focus=True):
    """Columns of sentences with one selected, its counterparts lit and level with it."""

    COMPONENT_CLASSES = {
        "canvas--title",
        "canvas--selected",
        "canvas--counterpart",
        "canvas--perhaps-counterpart",
        "canvas--only-here",
        "canvas--perhaps-only-here",
        "canvas--perhaps-sign",
        "canvas--only-here-part",
        "canvas--shared-words",
        "canvas--hit",
        "canvas--current-hit",
        "canvas--selected-bar",
        "canvas--counterpart-bar",
        "canvas--gutter",
        "canvas--all-report",
        "canvas--note",
        "canvas--rule",
        "canvas--thumb",
    }

    class SentencePressed(Message):
        """A sentence was clicked; `again` when it was the selected one already."""

        def __init__(self, sentence: SentenceRef, again: bool) -> None:
            super().__init__()
            self.sentence = sentence
            self.again = again

    class PanesChanged(Message):
        """Other columns are on the screen now, or the same ones elsewhere."""

    def __init__(self, notebook: Notebook, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._notebook = notebook
        self._view = View.COLUMNS
        self._lead = 0
        self._shown = list(range(len(notebook.comparison.articles)))
        self._selected: SentenceRef | None = None
        self._panes: list[Pane] = []
        self._first = 0
        self._columns: dict[int, Column] = {}
        self._offsets: dict[int, int] = {}
        self._ticks: dict[int, list[bool]] = {}
        self._lights: dict[SentenceRef, Light] = {}
        self._hits: dict[SentenceRef, list[Span]] = {}
        self._current_hit: Hit | None = None
        self._painter: SentencePainter | None = None

    # What is shown

    @property
    def comparison(self) -> Comparison:
        """The comparison that is drawn."""
        return self._notebook.comparison

    @property
    def selected(self) -> SentenceRef | None:
        """The selected sentence."""
        return self._selected

    def panes(self) -> list[tuple[int, Pane]]:
        """Return the articles whose columns are on the screen and where, from left to right."""
        on_screen = self._shown[self._first : self._first + len(self._panes)]
        return list(zip(on_screen, self._panes, strict=False))

    def beyond(self) -> tuple[int, int]:
        """Return how many shown columns lie beyond the left and the right edge of the screen."""
        return self._first, max(0, len(self._shown) - self._first - len(self._panes))

    def show(self, notebook: Notebook, shown: Sequence[int], view: View) -> None:
        """Draw `notebook`, the articles with the indices `shown` in that order, laid out as `view`."""
        self._notebook = notebook
        self._shown = list(shown)
        if view is not self._view:
            self._view = view
            self._offsets.clear()
        if self._selected is not None:
            self._lead = self._selected.article
        self._lay_out()

    def redraw(self, notebook: Notebook, changed: Iterable[SentenceRef]) -> None:
        """Draw `notebook`, which differs from the one on the screen by marks on the `changed` sentences."""
        self._notebook = notebook
        changed = list(changed)
        if self._painter:
            self._painter.notebook = notebook
            self._painter.forget(changed)
        self._refresh_sentences(changed)

    def select(self, sentence: SentenceRef | None) -> None:
        """Select `sentence`, light its counterparts and bring them level with it."""
        self._selected = sentence
        self._relight()
        if not self._columns:
            return
        first = layout.first_shown(sentence, self._shown, self._first, len(self._panes))
        if first != self._first:
            self._first = first
            self.refresh()
            self.post_message(self.PanesChanged())
        if sentence is not None:
            self._reveal(sentence)
            self._level(sentence)

    def mark_hits(self, hits: Sequence[Hit], current: Hit | None) -> None:
        """Mark where searched words stand; `current` is the one that the search is at."""
        before = {*self._hits}
        self._hits = {}
        for hit in hits:
            self._hits.setdefault(hit.sentence, []).append(hit.span)
        self._current_hit = current
        if self._painter:
            self._painter.forget(before | {*self._hits})
        self._refresh_sentences(before | {*self._hits})

    def beside(self, sentence: SentenceRef, article: int) -> SentenceRef | None:
        """Return the sentence of `article` that stands level with `sentence` on the screen, or nearest to it."""
        own, other = self._columns.get(sentence.article), self._columns.get(article)
        if own is None or other is None:
            return None
        row = own.tops[sentence.sentence] - self._offset(sentence.article) + self._offset(article)
        near = other.sentence_near(row)
        return None if near is None else SentenceRef(article, near)

    def page(self, sentence: SentenceRef, by: int) -> SentenceRef | None:
        """Return the sentence of the same column that stands `by` screens further on."""
        column = self._columns.get(sentence.article)
        if column is None:
            return None
        rows = max(1, self.size.height - 2 * _CONTEXT_ROWS) * by
        near = column.sentence_near(column.tops[sentence.sentence] + rows)
        return None if near is None else SentenceRef(sentence.article, near)

    def in_order(self, article: int) -> list[int]:
        """Return the indices of the sentences of `article` from top to bottom, as this view has them."""
        column = self._columns.get(article)
        if column is None:
            return list(range(len(self.comparison.articles[article].sentences)))
        return sorted(range(len(column.tops)), key=column.tops.__getitem__)

    # Laying out

    @property
    def _gutter(self) -> int:
        return 3 + len(str(self.comparison.outlet_count))

    def _lay_out(self) -> None:
        """Lay everything out anew: another size, view, choice of columns, or other findings."""
        width = self.size.width
        if not width:
            return
        held = self._held_row()
        self._panes = layout.panes(width, len(self._shown))
        self._first = layout.first_shown(self._selected, self._shown, self._first, len(self._panes))
        text = min(layout.text_width(pane, self._gutter) for pane in self._panes)
        if self._view is View.ALIGNED:
            columns = layout.lay_out_rows(self.comparison, self._shown, text, self._lead)
        else:
            columns = layout.lay_out_columns(self.comparison.articles, self._shown, text)
        self._columns = {column.article: column for column in columns}
        self._ticks = {column.article: self._only_here_ticks(column) for column in columns}
        self._painter = SentencePainter(self._notebook, self._style, self._gutter, text)
        self._relight()
        if self._selected is not None and self._selected.article in self._columns:
            if held is not None:
                top = self._columns[self._selected.article].tops[self._selected.sentence]
                self._offsets[self._selected.article] = max(0, top - held)
            self._reveal(self._selected)
            self._level(self._selected)
        self.refresh()
        self.post_message(self.PanesChanged())

    def _held_row(self) -> int | None:
        """Return the screen row of the selected sentence, to be kept where a new layout allows."""
        if self._selected is None or self._selected.article not in self._offsets:
            return None
        column = self._columns.get(self._selected.article)
        if column is None:
            return None
        row = column.tops[self._selected.sentence] - self._offsets[self._selected.article]
        return row if 0 <= row < self.size.height else None

    def _only_here_ticks(self, column: Column) -> list[bool]:
        """Return for each row of the screen whether the part of the column it stands for has only-here text."""
        height, total = self.size.height, len(column.slots)
        ticks = [False] * height
        if total <= height or self._view is View.ALIGNED:
            return ticks
        for number, top in enumerate(column.tops):
            ref = SentenceRef(column.article, number)
            if not self.comparison.links_of(ref) and self.comparison.only_here_in(ref):
                ticks[top * height // total] = True
        return ticks

    def _style(self, name: str) -> Style:
        return component_style(self, f"canvas--{name}")

    # Moving the columns

    def _offset(self, article: int) -> int:
        return self._offsets.get(self._lead_of(article), 0)

    def _lead_of(self, article: int) -> int:
        """Return the article whose offset holds for `article`: in aligned rows all columns move as one."""
        return -1 if self._view is View.ALIGNED else article

    def _move_to(self, article: int, offset: int) -> None:
        if offset == self._offset(article):
            return
        self._offsets[self._lead_of(article)] = offset
        if self._view is View.ALIGNED:
            self.refresh()
            return
        for index, pane in self.panes():
            if index == article:
                self.refresh(Region(pane.x, 0, pane.width, self.size.height))

    def _reveal(self, sentence: SentenceRef) -> None:
        """Move the sentence's column as little as it takes to have the sentence in view."""
        column = self._columns.get(sentence.article)
        if column is None:
            return
        height = self.size.height
        top, tall = column.tops[sentence.sentence], column.heights[sentence.sentence]
        offset = self._offset(sentence.article)
        if top < offset + _CONTEXT_ROWS:
            first = top == min(column.tops)
            # the first sentence brings the headline above it into view
            wanted = min(offset, 0 if first and top + tall <= height else max(0, top - _CONTEXT_ROWS))
        elif top + tall > offset + height - _CONTEXT_ROWS:
            lowest = max(0, len(column.slots) - height)
            wanted = max(
                offset,
                min(top, max(0, top + tall + _CONTEXT_ROWS - height), max(lowest, top + tall - height)),
            )
        else:
            return
        self._move_to(sentence.article, wanted)

    def _level(self, sentence: SentenceRef) -> None:
        """Bring the best counterpart in every other column level with `sentence`."""
        if self._view is View.ALIGNED or sentence.article not in self._columns:
            return
        row = self._columns[sentence.article].tops[sentence.sentence] - self._offset(sentence.article)
        for article, column in self._columns.items():
            if article == sentence.article:
                continue
            counterparts = self.comparison.counterparts(sentence, article)
            if counterparts:
                self._move_to(article, column.tops[counterparts[0].sentence] - row)

    def _scroll_at(self, x: int, by: int) -> None:
        for article, pane in self.panes():
            if pane.x <= x < pane.x + pane.width:
                furthest = max(0, len(self._columns[article].slots) - self.size.height // 2)
                offset = self._offset(article)
                wanted = offset + by
                if (by > 0 and offset < furthest) or (by < 0 and offset > 0):
                    self._move_to(article, max(0, min(furthest, wanted)))

    # Lighting

    def _relight(self) -> None:
        lights = light_counterparts(self.comparison, self._selected)
        changed = {
            sentence
            for sentence in {*lights, *self._lights}
            if lights.get(sentence) != self._lights.get(sentence)
        }
        self._lights = lights
        self._refresh_sentences(changed)

    def _refresh_sentences(self, sentences: Iterable[SentenceRef]) -> None:
        """Have just the rows drawn again that show these sentences."""
        panes = dict(self.panes())
        for sentence in sentences:
            pane, column = panes.get(sentence.article), self._columns.get(sentence.article)
            if pane is None or column is None:
                continue
            top = column.tops[sentence.sentence] - self._offset(sentence.article)
            bottom = top + column.heights[sentence.sentence]
            top, bottom = max(0, top), min(self.size.height, bottom)
            if top < bottom:
                self.refresh(Region(pane.x, top, pane.width, bottom - top))

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Return one line of the screen: the lines of all columns that meet it, side by side."""
        base = self.rich_style
        segments: list[Segment] = []
        for article, pane in self.panes():
            segments.extend(self._column_line(article, pane, y, base))
        width = self.size.width
        return Strip(segments).adjust_cell_length(width, base)

    def _column_line(self, article: int, pane: Pane, y: int, base: Style) -> list[Segment]:
        column = self._columns[article]
        row = y + self._offset(article)
        inside = pane.width - 1
        edge = self._edge(article, y, base)
        if self._painter is None or not 0 <= row < len(column.slots):
            return [Segment(" " * inside, base), edge]
        slot = column.slots[row]
        if slot.kind is Kind.TEXT:
            sentence = SentenceRef(article, slot.sentence)
            lines = self._painter.lines(
                sentence,
                column.slots[column.tops[slot.sentence] :][: column.heights[slot.sentence]],
                base,
                self._lights.get(sentence),
                self._hits.get(sentence, ()),
                self._current_hit.span
                if self._current_hit and self._current_hit.sentence == sentence
                else None,
            )
            line = lines[row - column.tops[slot.sentence]]
            used = self._gutter + self._painter.width
            return [*line, Segment(" " * (inside - used), base), edge]
        if slot.kind is Kind.TITLE:
            title = self.comparison.articles[article].title[slot.start : slot.end]
            pad = inside - self._gutter - slot.cells
            return [
                Segment(" " * self._gutter, base),
                Segment(title, base + self._style("title")),
                Segment(" " * pad, base),
                edge,
            ]
        if slot.kind is Kind.RULE:
            return [Segment(signs.RULE * (inside + 1), base + self._style("rule"))]
        if slot.kind is Kind.MISSING:
            hatch = "".join(signs.MISSING if (x + row) % _HATCH == 0 else " " for x in range(inside))
            return [Segment(hatch, base + self._style("rule")), edge]
        return [Segment(" " * inside, base), edge]

    def _edge(self, article: int, y: int, base: Style) -> Segment:
        """Return the column's right edge at row `y`: where the view stands, and where only-here text lies."""
        total, height = len(self._columns[article].slots), self.size.height
        rule = base + self._style("rule")
        aligned_inside = self._view is View.ALIGNED and article != self.panes()[-1][0]
        if total <= height or aligned_inside:
            return Segment(signs.TRACK, rule)
        start = max(0, self._offset(article)) * height // total
        seen = start <= y <= start + height * height // total
        style = base + self._style("thumb") if seen else rule
        ticks = self._ticks.get(article, [])
        if y < len(ticks) and ticks[y]:
            return Segment(signs.THUMB_TICK if seen else signs.TRACK_TICK, base + self._style("only-here"))
        return Segment(signs.THUMB if seen else signs.TRACK, style)

    # Events

    def notify_style_update(self) -> None:
        """Drop what was drawn in the old colours."""
        super().notify_style_update()
        if self._painter:
            self._painter.forget_all()

    def on_resize(self) -> None:
        """Lay out for the new size."""
        self._lay_out()

    def on_click(self, event: events.Click) -> None:
        """Tell which sentence was clicked."""
        for article, pane in self.panes():
            if pane.x <= event.x < pane.x + pane.width:
                column = self._columns[article]
                row = event.y + self._offset(article)
                if 0 <= row < len(column.slots) and column.slots[row].kind is Kind.TEXT:
                    sentence = SentenceRef(article, column.slots[row].sentence)
                    self.post_message(self.SentencePressed(sentence, again=sentence == self._selected))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move the column under the pointer."""
        event.stop()
        self._scroll_at(event.x, _WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move the column under the pointer."""
        event.stop()
        self._scroll_at(event.x, -_WHEEL_ROWS)

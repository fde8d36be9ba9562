"""What is where on the screen: which columns are in view, and how far each has moved.

Nothing is drawn here, so all of it can be tested without a terminal.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.core.article import SentenceRef
from newsdiff.core.comparison import Comparison
from newsdiff.core.notebook import View
from newsdiff.core.rows import Lead
from newsdiff.tui import layout, scrolling
from newsdiff.tui.division import Division
from newsdiff.tui.layout import Column
from newsdiff.tui.panes import Pane
from newsdiff.tui.scrolling import CONTEXT_ROWS, Rows

_TOGETHER = -1
"""Names the offset of aligned rows, in which all columns move as one."""


class Arrangement:
    """The columns of a story in a window of `width` cells and `height` rows.

    `division` says which columns are in view and how wide. `lead` says which order aligned rows follow.
    """

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.division = Division(range(len(comparison.articles)))
        self.view = View.COLUMNS
        self.lead: Lead = 0
        self.folded: frozenset[SentenceRef] = frozenset()
        """Sentences that are not shown; neighbours among them share one line."""
        self.height = 0
        self._columns: dict[int, Column] = {}
        self._offsets: dict[int, int] = {}
        self._held: int | None = None
        """The row on which the selection stood before another view, or other texts, were taken."""

    # Changing

    def show(
        self,
        comparison: Comparison,
        shown: Sequence[int],
        view: View,
        lead: Lead,
        selected: SentenceRef | None = None,
        folded: frozenset[SentenceRef] = frozenset(),
    ) -> None:
        """Take another comparison, view, or choice of columns or sentences; `resize` lays it out.

        `selected` is to stay on its row there.
        """
        same_texts = comparison.articles is self.comparison.articles
        if (view, lead, folded) != (self.view, self.lead, self.folded) or not same_texts:
            self._held = None if selected is None else self.row_of(selected)
            self._offsets.clear()
            self._columns.clear()
        self.comparison, self.division.shown, self.view, self.lead = comparison, [*shown], view, lead
        self.folded = folded

    def resize(self, width: int, height: int, selected: SentenceRef | None) -> None:
        """Lay everything out for a window of that size; `selected` stays on its row where it can."""
        held = None if selected is None else self.row_of(selected)
        if self._held is not None:
            held, self._held = self._held, None
        self.height = height
        lengths = {index: len(article.text) for index, article in enumerate(self.comparison.articles)}
        self.division.divide(width, self.gutter, lengths, selected)
        before = self._columns
        self._columns = {each: before[each] for each in self.shown if each in before}
        self._lay_out(before, held or 0)
        self._hold(selected, held)
        self.bring(selected)

    def _lay_out(self, before: dict[int, Column], row: int) -> None:
        """Stack anew all columns that are not laid out at their width.

        In columns, what stood in that row of the window stays there; `before` holds them as they were.
        """
        texts = self.division.texts()
        if self.view is View.ALIGNED:
            stacked = layout.lay_out_rows(self.comparison, self.shown, texts, self.lead, self.folded)
            self._columns = {column.article: column for column in stacked}
        else:
            usual = self.division.usual_text()
            for article in self.shown:
                column = self._columns.get(article)
                text = texts.get(article, column.text if column else usual)
                if column is None or column.text != text:
                    self._columns[article] = layout.lay_out_column(
                        article, self.comparison.articles[article], text, self.folded
                    )
                    if article in before:
                        self._keep_level(before[article], row)

    def _hold(self, selected: SentenceRef | None, row: int | None) -> None:
        """Have what is selected stand on that row of the window, but no column end above the lower edge."""
        if selected is None or row is None or selected.article not in self._columns:
            return
        column = self._columns[selected.article]
        offset = column.tops[selected.sentence] - min(row, self.height - 1)
        least = min(0, self.offset(selected.article))
        self._offsets[self._mover(selected.article)] = max(
            least, min(offset, len(column.slots) - self.height)
        )

    def _keep_level(self, before: Column, row: int) -> None:
        """Keep on that row of the window the sentence that stood there in the column as it was `before`."""
        offset = self.offset(before.article)
        near = before.sentence_near(row + offset)
        if near is not None and row + offset >= 0:
            after = self._columns[before.article]
            self._offsets[before.article] = offset + after.tops[near] - before.tops[near]

    def bring(self, selected: SentenceRef | None) -> tuple[set[int], bool]:
        """Bring `selected` into view, and its counterparts level with it.

        Returns the articles whose columns moved, and whether other columns are in view now.
        """
        if not self.division.divided:  # no size is known yet
            return set(), False
        paged = self.division.turn_to(selected)
        if paged:
            held = None if selected is None else self.row_of(selected)
            self._lay_out(dict(self._columns), held or 0)
            if self.view is View.ALIGNED:  # rows are as tall as what is seen of them
                self._hold(selected, held)
        if selected is None or selected.article not in self._columns:
            return set(), paged
        best = self._best_counterparts(selected)
        moved = self._move(selected.article, self._revealing(selected, best))
        if self.view is View.COLUMNS:
            row = self._columns[selected.article].tops[selected.sentence] - self.offset(selected.article)
            for other in best:
                column = self._columns[other.article]
                # where level with the selection its end were cut off, it stands a little higher
                level = min(row, max(0, self.height - column.heights[other.sentence]))
                moved |= self._move(other.article, column.tops[other.sentence] - level)
        return moved, paged

    def _revealing(self, selected: SentenceRef, best: Sequence[SentenceRef]) -> int:
        """Return the offset of the selected column that shows what is selected.

        Where it has to move for that, there is room for the tallest of the counterparts too; a selection that
        is in view already does not jump for their sake. Aligned rows are seen whole.
        """
        column = self._columns[selected.article]
        offset = self.offset(selected.article)
        top, tall = column.tops[selected.sentence], column.heights[selected.sentence]
        opening = top == min(column.tops)
        tallest = max(tall, *(self._columns[other.article].heights[other.sentence] for other in best), 0)

        def reveal(rows: int) -> int:
            return scrolling.reveal(offset, Rows(top, rows), self.height, len(column.slots), opening=opening)

        if self.view is View.COLUMNS and reveal(tall) == offset:
            return offset
        return reveal(tallest)

    def _best_counterparts(self, sentence: SentenceRef) -> list[SentenceRef]:
        """Return the best counterpart in each other column, of those that can stand level with `sentence`."""
        best = []
        for article, column in self._columns.items():
            for other in self.comparison.counterparts(sentence, article)[:1]:
                level = column.tops[other.sentence] == self._columns[sentence.article].tops[sentence.sentence]
                if self.view is View.COLUMNS or level:
                    best.append(other)
        return best

    def scroll(self, article: int, by: int) -> set[int]:
        """Move one column by `by` rows, no further than half a screen beyond its end; returns what moved."""
        offset = self.offset(article)
        furthest = max(0, len(self._columns[article].slots) - self.height // 2)
        if (by > 0 and offset >= furthest) or (by < 0 and offset <= 0):
            return set()
        return self._move(article, max(0, min(furthest, offset + by)))

    def _move(self, article: int, offset: int) -> set[int]:
        if offset == self.offset(article):
            return set()
        self._offsets[self._mover(article)] = offset
        return {article} if self.view is View.COLUMNS else set(self.shown)

    def _mover(self, article: int) -> int:
        return _TOGETHER if self.view is View.ALIGNED else article

    # Asking

    @property
    def gutter(self) -> int:
        """Cells before the text of a column: a bar, the coverage and its plus, two signs, a space."""
        return 5 + len(str(self.comparison.outlet_count))

    @property
    def shown(self) -> list[int]:
        """The indices of the articles that have a column, from left to right."""
        return self.division.shown

    def panes(self) -> list[tuple[int, Pane]]:
        """Return the articles whose columns are in view and where, from left to right."""
        return self.division.panes()

    def beyond(self) -> tuple[int, int]:
        """Return how many columns lie beyond the left and the right edge of the window."""
        return self.division.beyond()

    def column(self, article: int) -> Column | None:
        """Return the column of an article, None where it has none."""
        return self._columns.get(article)

    def offset(self, article: int) -> int:
        """Return the row of the column that stands in the first row of the window; may be negative."""
        return self._offsets.get(self._mover(article), 0)

    def row_of(self, sentence: SentenceRef) -> int | None:
        """Return the row of the window in which `sentence` begins, None where it begins outside."""
        column = self._columns.get(sentence.article)
        if column is None:
            return None
        row = column.tops[sentence.sentence] - self.offset(sentence.article)
        return row if 0 <= row < self.height else None

    def rows_in_view(self, sentence: SentenceRef) -> range:
        """Return the rows of the window on which `sentence` stands; none where it is out of view."""
        column = self._columns.get(sentence.article)
        if column is None:
            return range(0)
        top = column.tops[sentence.sentence] - self.offset(sentence.article)
        return range(max(0, top), min(self.height, top + column.heights[sentence.sentence]))

    def direction(self, sentence: SentenceRef) -> int:
        """Return -1 where `sentence` lies above the window, 1 below it, 0 in view or without a column."""
        column = self._columns.get(sentence.article)
        if column is None or self.rows_in_view(sentence):
            return 0
        return -1 if column.tops[sentence.sentence] < self.offset(sentence.article) else 1

    def at(self, x: int, y: int) -> tuple[int, SentenceRef | None] | None:
        """Return the article in whose column that cell lies, and its sentence there, if any."""
        article = self.division.article_at(x)
        if article is None:
            return None
        number = self._columns[article].sentence_on(y + self.offset(article))
        return article, None if number is None else SentenceRef(article, number)

    def folded_at(self, x: int, y: int) -> list[SentenceRef]:
        """Return the sentences that are folded into the line in that cell, in aligned rows of all columns."""
        article = self.division.article_at(x)
        if article is None:
            return []
        row = y + self.offset(article)
        columns = self._columns.values() if self.view is View.ALIGNED else [self._columns[article]]
        return [
            ref
            for column in columns
            for number, top in enumerate(column.tops)
            if top == row and (ref := SentenceRef(column.article, number)) in self.folded
        ]

    def beside(self, sentence: SentenceRef, article: int) -> SentenceRef | None:
        """Return the sentence of `article` that stands level with `sentence`, or nearest to it."""
        own, other = self._columns.get(sentence.article), self._columns.get(article)
        if own is None or other is None:
            return None
        row = own.tops[sentence.sentence] - self.offset(sentence.article) + self.offset(article)
        near = other.sentence_near(row)
        return None if near is None else SentenceRef(article, near)

    def page(self, sentence: SentenceRef, by: int) -> SentenceRef:
        """Return the sentence of the same column that stands `by` screens further on."""
        column = self._columns.get(sentence.article)
        if column is None:
            return sentence
        rows = max(1, self.height - 2 * CONTEXT_ROWS) * by
        near = column.sentence_near(column.tops[sentence.sentence] + rows)
        return sentence if near is None else SentenceRef(sentence.article, near)

    def in_order(self, article: int) -> list[int]:
        """Return the indices of the sentences of `article` from top to bottom, as this view has them."""
        column = self._columns.get(article)
        if column is None:
            return list(range(len(self.comparison.articles[article].sentences)))
        return sorted(range(len(column.tops)), key=column.tops.__getitem__)

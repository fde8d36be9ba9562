"""What is where on the screen: which columns are in view, and how far each has moved.

Nothing is drawn here, so all of it can be tested without a terminal.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.core.article import SentenceRef
from newsdiff.core.comparison import Comparison
from newsdiff.core.notebook import View
from newsdiff.tui import layout, scrolling
from newsdiff.tui.layout import Column, Pane
from newsdiff.tui.scrolling import CONTEXT_ROWS, Rows

_TOGETHER = -1
"""Names the offset of aligned rows, in which all columns move as one."""


class Arrangement:
    """The columns of a story in a window of `width` cells and `height` rows.

    `shown` holds the indices of the articles that have a column, from left to right; as many as fit stand
    in `panes`, from the one at `first` in `shown` on. `lead` is the article whose order aligned rows follow.
    """

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.shown: list[int] = list(range(len(comparison.articles)))
        self.view = View.COLUMNS
        self.lead = 0
        self.width = self.height = 0
        self.text = 0
        """Cells of text on a line, the same in all columns."""
        self._panes: list[Pane] = []
        self._first = 0
        self._columns: dict[int, Column] = {}
        self._offsets: dict[int, int] = {}

    # Changing

    def show(self, comparison: Comparison, shown: Sequence[int], view: View, lead: int) -> None:
        """Take another comparison, choice of columns or view; `resize` lays it out."""
        if (view, lead) != (self.view, self.lead):
            self._offsets.clear()
        self.comparison, self.shown, self.view, self.lead = comparison, list(shown), view, lead

    def resize(self, width: int, height: int, selected: SentenceRef | None) -> None:
        """Lay everything out for a window of that size; `selected` stays on its row where it can."""
        held = None if selected is None else self.row_of(selected)
        self.width, self.height = width, height
        self._panes = layout.panes(width, len(self.shown))
        self.text = min(layout.text_width(pane, self.gutter) for pane in self._panes)
        self._first = layout.first_shown(selected, self.shown, self._first, len(self._panes))
        self._lay_out(selected, held)
        self.bring(selected)

    def _lay_out(self, selected: SentenceRef | None, held: int | None) -> None:
        """Stack all columns anew; `selected` comes to the row `held` of the window where it can."""
        if self.view is View.ALIGNED:
            in_view = [article for article, _ in self.panes()]
            columns = layout.lay_out_rows(self.comparison, self.shown, self.text, self.lead, in_view)
        else:
            columns = layout.lay_out_columns(self.comparison.articles, self.shown, self.text)
        self._columns = {column.article: column for column in columns}
        if selected is not None and held is not None and selected.article in self._columns:
            column = self._columns[selected.article]
            offset = column.tops[selected.sentence] - min(held, self.height - 1)
            self._offsets[self._mover(selected.article)] = max(
                0, min(offset, len(column.slots) - self.height)
            )

    def bring(self, selected: SentenceRef | None) -> tuple[set[int], bool]:
        """Bring `selected` into view, and its counterparts level with it.

        Returns the articles whose columns moved, and whether other columns are in view now.
        """
        if not self._panes:  # no size is known yet
            return set(), False
        first = layout.first_shown(selected, self.shown, self._first, len(self._panes))
        paged = first != self._first
        if paged:
            held = None if selected is None else self.row_of(selected)
            self._first = first
            if self.view is View.ALIGNED:  # rows are as tall as what is seen of them
                self._lay_out(selected, held)
        if selected is None or selected.article not in self._columns:
            return set(), paged
        column = self._columns[selected.article]
        best = self._best_counterparts(selected)
        top = column.tops[selected.sentence]
        tallest = max(
            column.heights[selected.sentence],
            *(self._columns[other.article].heights[other.sentence] for other in best),
            0,
        )
        # room for the tallest counterpart, which is cut off at the lower edge otherwise
        offset = scrolling.reveal(
            self.offset(selected.article),
            Rows(top, tallest),
            self.height,
            len(column.slots),
            opening=top == min(column.tops),
        )
        moved = self._move(selected.article, offset)
        if self.view is View.COLUMNS:
            for other in best:
                moved |= self._move(
                    other.article, self._columns[other.article].tops[other.sentence] - (top - offset)
                )
        return moved, paged

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

    def panes(self) -> list[tuple[int, Pane]]:
        """Return the articles whose columns are in view and where, from left to right."""
        in_view = self.shown[self._first : self._first + len(self._panes)]
        return list(zip(in_view, self._panes, strict=False))

    def beyond(self) -> tuple[int, int]:
        """Return how many columns lie beyond the left and the right edge of the window."""
        return self._first, max(0, len(self.shown) - self._first - len(self._panes))

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
        for article, pane in self.panes():
            if pane.x <= x < pane.x + pane.width:
                number = self._columns[article].sentence_on(y + self.offset(article))
                return article, None if number is None else SentenceRef(article, number)
        return None

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

    def only_here_ticks(self, article: int) -> list[bool]:
        """Return for each row of the window whether the part of the column it stands for has only-here text.

        Empty where the whole column fits into the window, and in aligned rows.
        """
        column = self._columns[article]
        total = len(column.slots)
        if total <= self.height or self.view is View.ALIGNED:
            return []
        ticks = [False] * self.height
        for number, top in enumerate(column.tops):
            if self.comparison.wholly_only_here(SentenceRef(article, number)) is not None:
                ticks[top * self.height // total] = True
        return ticks

"""Which columns have a place on the screen, and how wide each is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsdiff.core.article import SentenceRef
from newsdiff.tui import panes
from newsdiff.tui.panes import WIDEST_TEXT, Pane, Widths


class Division:
    """The width of the screen, divided among as many of the `shown` columns as fit, side by side.

    `shown` holds the indices of the articles that have a column, from left to right; one after another they
    are in view, from the one at `first` in `shown` on.
    """

    def __init__(self, shown: Sequence[int]) -> None:
        self.shown = [*shown]
        self.width = 0
        self.gutter = 0
        self.widths = Widths()
        self.widest_text = WIDEST_TEXT
        self._lengths: Mapping[int, int] = {}
        self._first = 0
        self._sizes: list[int] = []
        self._panes: list[Pane] = []

    def divide(
        self, width: int, gutter: int, lengths: Mapping[int, int], selected: SentenceRef | None
    ) -> None:
        """Divide `width` cells; `lengths` says how long each article is. The column of `selected` is seen."""
        self.width, self.gutter, self._lengths = width, gutter, lengths
        count = panes.fitting(width, len(self.shown))
        self._first = panes.first_shown(selected, self.shown, self._first, count)
        self._place(count)

    def turn_to(self, selected: SentenceRef | None) -> bool:
        """Have the column of `selected` in view; tell whether other columns are in view now."""
        first = panes.first_shown(selected, self.shown, self._first, len(self._panes))
        if first == self._first:
            return False
        self._first = first
        self._place(len(self._panes))
        return True

    def _place(self, count: int) -> None:
        lengths = {article: self._lengths[article] for article in self.shown[self._first :][:count]}
        widest = self.widest_text + self.gutter + 2
        self._sizes = self.widths.sizes(self.width, lengths, widest) if lengths else [self.width]
        self._panes = panes.side_by_side(self.width, self._sizes)

    # Asking

    @property
    def divided(self) -> bool:
        """Whether the width is known by now."""
        return bool(self._panes)

    def panes(self) -> list[tuple[int, Pane]]:
        """Return the articles whose columns are in view and where, from left to right."""
        return list(zip(self.shown[self._first :], self._panes, strict=False))

    def beyond(self) -> tuple[int, int]:
        """Return how many columns lie beyond the left and the right edge of the window."""
        return self._first, max(0, len(self.shown) - self._first - len(self._panes))

    def texts(self) -> dict[int, int]:
        """Return for each article in view how many cells of text a line of its column has."""
        sizes = zip(self.shown[self._first :], self._sizes, strict=False)
        return {article: panes.text_width(size, self.gutter, self.widest_text) for article, size in sizes}

    def usual_text(self) -> int:
        """Return how many cells of text a line has where all columns are equally wide."""
        return panes.text_width(self.width // len(self._panes), self.gutter, self.widest_text)

    def article_at(self, x: int) -> int | None:
        """Return the article in whose column cell `x` lies, its rule included."""
        for article, pane in self.panes():
            if pane.x <= x < pane.x + pane.width:
                return article
        return None

    def rule_at(self, x: int) -> int | None:
        """Return the article whose column has its right edge in cell `x`, None where there is no edge."""
        return next((article for article, pane in self.panes() if x == pane.x + pane.width - 1), None)

    # Making columns wider and narrower: `divide` puts it into effect

    def widen(self, article: int, by: int) -> bool:
        """Make a column in view `by` cells wider, or narrower; tell whether there was room."""
        in_view = [each for each, _ in self.panes()]
        sizes = panes.widened([pane.width for pane in self._panes], in_view.index(article), by)
        if sizes is not None:
            self._keep(sizes)
        return sizes is not None

    def move_rule(self, article: int, x: int) -> bool:
        """Move the right edge of a column in view to cell `x`; tell whether it moved. The last one stays."""
        in_view = [each for each, _ in self.panes()]
        at = in_view.index(article)
        before = [pane.width for pane in self._panes]
        if at == len(before) - 1:
            return False
        pane = self._panes[at]
        sizes = panes.with_rule_at(before, at, x - (pane.x + pane.width - 1))
        if sizes == before:
            return False
        self._keep(sizes)
        return True

    def _keep(self, sizes: Sequence[int]) -> None:
        own = {
            article: size * len(sizes) / self.width
            for (article, _), size in zip(self.panes(), sizes, strict=True)
        }
        self.widths = Widths(shares={**self.widths.shares, **own})

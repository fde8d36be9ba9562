"""The rows of the aligned view: each passage on one row, in the order that the reader wants."""

from __future__ import annotations

from enum import Enum

from newsdiff.core.article import SentenceRef
from newsdiff.core.comparison import Comparison

Row = tuple[SentenceRef, ...]
"""The sentences that stand beside each other, in tuple order: a passage, or one sentence that has none."""


class RowOrder(Enum):
    """An order of rows that is no outlet's own."""

    COVERAGE = "by how many report it"
    MENTION = "by how early it is told"


Lead = int | RowOrder
"""What rows follow: the article with that index, or an order of none."""


def aligned_rows(comparison: Comparison, lead: Lead) -> tuple[Row, ...]:
    """Return every sentence of the story on exactly one row, in the order that `lead` says.

    By coverage, what most outlets surely report stands first, then what most perhaps do; by mention, what
    stands earliest in its articles on average. What is equal then stays in the first article's order.
    IndexError where there is no article of that index.
    """
    if isinstance(lead, int):
        return _in_order_of(comparison, lead)
    rows = _in_order_of(comparison, 0) if comparison.articles else ()
    if lead is RowOrder.COVERAGE:
        return tuple(sorted(rows, key=lambda row: _coverage(comparison, row), reverse=True))
    return tuple(sorted(rows, key=lambda row: _mention(comparison, row)))


def _coverage(comparison: Comparison, row: Row) -> tuple[int, int]:
    return max(comparison.coverage(ref) for ref in row)


def _mention(comparison: Comparison, row: Row) -> float:
    """Return how far into their articles the sentences of a row stand on average, 0 to 1."""
    places = [ref.sentence / len(comparison.articles[ref.article].sentences) for ref in row]
    return sum(places) / len(places)


def _in_order_of(comparison: Comparison, lead: int) -> tuple[Row, ...]:
    """Return the rows in the order of one article.

    Rows with a sentence of the lead article stand in its order. Every other row stays in the context of its
    own article: right after the row of the sentence before it, or, where an article opens with it, right
    before the row of its first sentence that has a place.
    """
    articles = comparison.articles
    order = [lead, *(index for index in range(len(articles)) if index != lead)]
    placed = _Chain()
    for article in order:
        rows = [
            _row_of(comparison, SentenceRef(article, sentence))
            for sentence in range(len(articles[article].sentences))
        ]
        first = next((row for row in rows if row in placed), None)
        previous = placed.before(first)
        for row in rows:
            if row not in placed:
                placed.insert_after(previous, row)
            previous = row
    return placed.rows()


class _Chain:
    """Rows in an order into which more can be put at any place at once; None is both ends."""

    def __init__(self) -> None:
        self._next: dict[Row | None, Row | None] = {None: None}
        self._previous: dict[Row | None, Row | None] = {None: None}

    def __contains__(self, row: Row) -> bool:
        return row in self._next

    def before(self, row: Row | None) -> Row | None:
        """Return what stands before `row`, the last row where `row` is None."""
        return self._previous[row]

    def insert_after(self, previous: Row | None, row: Row) -> None:
        following = self._next[previous]
        self._next[previous], self._next[row] = row, following
        self._previous[row], self._previous[following] = previous, row

    def rows(self) -> tuple[Row, ...]:
        found = []
        row = self._next[None]
        while row is not None:
            found.append(row)
            row = self._next[row]
        return tuple(found)


def _row_of(comparison: Comparison, sentence: SentenceRef) -> Row:
    passage = comparison.passage_of(sentence)
    return passage.sentences if passage else (sentence,)

"""The rows of the aligned view: each passage on one row, in the order of one outlet's account."""

from __future__ import annotations

from newsdiff.core.article import SentenceRef
from newsdiff.core.comparison import Comparison

Row = tuple[SentenceRef, ...]
"""The sentences that stand beside each other, in tuple order: a passage, or one sentence that has none."""


def aligned_rows(comparison: Comparison, lead: int) -> tuple[Row, ...]:
    """Return every sentence of the story on exactly one row, ordered by the article with index `lead`.

    Rows with a sentence of the lead article stand in its order. Every other row stays in the context of its
    own article: right after the row of the sentence before it, or, where an article opens with it, right
    before the row of its first sentence that has a place. IndexError where there is no such article.
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

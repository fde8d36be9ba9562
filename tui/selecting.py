"""Marked text: one stretch of one article, and how it grows and shrinks by mouse and by key.

Nothing is drawn here; offsets are those of the article's text, so that what is marked is what is copied,
however the screen breaks its lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len

from newsdiff.core.article import Article, SentenceRef, Span
from newsdiff.tui.layout import Column, Kind

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Selection:
    """The marked stretch `start` to `end` of the article with the index `article`; it is never empty.

    `forward` says which of its ends moves: the last one, else the first.
    """

    article: int
    start: int
    end: int
    forward: bool = True

    @property
    def span(self) -> Span:
        """What is marked."""
        return Span(self.start, self.end)

    @property
    def edge(self) -> int:
        """The offset of the character at the end that moves."""
        return self.end - 1 if self.forward else self.start


def whole(ref: SentenceRef, article: Article) -> Selection:
    """Mark a whole sentence of `article`."""
    sentence = article.sentences[ref.sentence]
    return Selection(ref.article, sentence.start, sentence.end)


def turned(selection: Selection) -> Selection:
    """Let the other end move."""
    return replace(selection, forward=not selection.forward)


def reaching(selection: Selection, article: Article, number: int) -> Selection:
    """Move the end that moves to the outer edge of that sentence, which is then marked too.

    Where that lies beyond the other end, the sentence at which the marking began stays marked.
    """
    sentence = article.sentences[number]
    if selection.forward:
        if sentence.end > selection.start:
            return replace(selection, end=sentence.end)
        held = article.sentences[sentence_at(article, selection.start)]
        end = min(selection.end, held.end)
        return Selection(selection.article, sentence.start, max(end, selection.start + 1), forward=False)
    if sentence.start < selection.end:
        return replace(selection, start=sentence.start)
    held = article.sentences[sentence_at(article, selection.end - 1)]
    start = max(selection.start, held.start)
    return Selection(selection.article, min(start, selection.end - 1), sentence.end)


def by_word(selection: Selection, article: Article, by: int) -> Selection | None:
    """Move the end that moves one word on (`by` 1) or back (-1); None where the text ends.

    The last word that is marked stays so: beyond it the marking goes on to its other side.
    """
    words = [Span(*found.span()) for found in _WORD.finditer(article.text)]
    start, end = selection.start, selection.end
    if by > 0:
        if not selection.forward:
            later = next((word.start for word in words if start < word.start < end), None)
            if later is not None:
                return replace(selection, start=later)
        after = next((word.end for word in words if word.end > end), None)
        return None if after is None else replace(selection, end=after, forward=True)
    if selection.forward:
        earlier = next((word.end for word in reversed(words) if start < word.end < end), None)
        if earlier is not None:
            return replace(selection, end=earlier)
    before = next((word.start for word in reversed(words) if word.start < start), None)
    return None if before is None else replace(selection, start=before, forward=False)


def sentence_at(article: Article, offset: int) -> int:
    """Return the index of the sentence at `offset`, of the next where it lies between two, or the last."""
    return next(
        (number for number, sentence in enumerate(article.sentences) if offset < sentence.end),
        len(article.sentences) - 1,
    )


def marked_parts(selection: Selection, article: Article) -> dict[SentenceRef, Span]:
    """Return what is marked of each sentence of `article` that is touched."""
    return {
        SentenceRef(selection.article, number): Span(
            max(selection.start, sentence.start), min(selection.end, sentence.end)
        )
        for number, sentence in enumerate(article.sentences)
        if sentence.start < selection.end and sentence.end > selection.start
    }


# The mouse


def character_at(column: Column, text: str, row: int, cell: int) -> Span | None:
    """Return which characters of `text` stand on line `row` of `column`, `cell` cells behind its gutter.

    A letter comes with the marks on it. To the right of a line, and where a line has no text, it is the empty
    stretch at the end of the text before. None where the column has no text at all.
    """
    row = min(row, len(column.slots) - 1)
    above = next((at for at in range(row, -1, -1) if column.slots[at].kind is Kind.TEXT), None)
    if above is None:
        first = next((slot.start for slot in column.slots if slot.kind is Kind.TEXT), None)
        return None if first is None else Span(first, first)
    slot = column.slots[above]
    if above < row or cell >= slot.cells:
        return Span(slot.end, slot.end)
    at, used = slot.start, 0
    while at < slot.end - 1 and used + _cells(text[at]) <= max(0, cell):
        used += _cells(text[at])
        at += 1
    end = at + 1
    while end < slot.end and not _cells(text[end]):
        end += 1
    return Span(at if used else slot.start, end)


def _cells(character: str) -> int:
    return (
        1 if character == "\n" else cell_len(character)
    )  # a line break within a sentence is drawn as a space


def between(article: int, anchor: Span, head: Span) -> Selection | None:
    """Mark all from one character to the other, both with it; None where there is nothing between."""
    start, end = min(anchor.start, head.start), max(anchor.end, head.end)
    return Selection(article, start, end, forward=head >= anchor) if start < end else None


def within_reach(article: Article, order: Sequence[int], anchor: Span, head: Span) -> Span:
    """Return `head`, or how far towards it the lines of the screen follow the text from `anchor` on.

    `order` has the article's sentences from top to bottom. Aligned rows of a column can stand in another
    order than the text, and what is marked is one stretch of it.
    """
    ranks = {number: rank for rank, number in enumerate(order)}
    begin, goal = _sentence_of(article, anchor), _sentence_of(article, head)
    by = 1 if ranks[goal] > ranks[begin] else -1
    at = begin
    while at != goal:
        rank = ranks[at] + by
        if not 0 <= rank < len(order) or order[rank] != at + by:
            edge = article.sentences[at].end if by > 0 else article.sentences[at].start
            return Span(edge, edge)
        at = order[rank]
    return head


def _sentence_of(article: Article, place: Span) -> int:
    """Return the index of the sentence of those characters; an empty stretch belongs to what is before."""
    empty = place.start == place.end
    return sentence_at(article, max(0, place.start - 1) if empty else place.start)

"""A column's right edge as a map of its whole article: where only-here text lies, and where the view is."""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.core.article import SentenceRef
from newsdiff.core.comparison import Comparison
from newsdiff.core.findings import Certainty
from newsdiff.tui.layout import Column

Marks = Sequence[Certainty | None]
"""For each row of the window, how surely the part of the column that it stands for has only-here text."""


def marks(comparison: Comparison, column: Column, height: int) -> Marks:
    """Return what lies where in `column`, for a window of `height` rows; empty where all of it fits in."""
    total = len(column.slots)
    if total <= height:
        return ()
    found: list[Certainty | None] = [None] * height
    for number, top in enumerate(column.tops):
        certainty = comparison.wholly_only_here(SentenceRef(column.article, number))
        if certainty is not None:
            last = top + max(1, column.heights[number]) - 1
            for row in range(top * height // total, last * height // total + 1):
                if found[row] is not Certainty.SURE:
                    found[row] = certainty
    return found


def seen(offset: int, total: int, height: int) -> range:
    """Return the rows of the map that stand for what is in view of `total` lines, from `offset` on."""
    first, last = max(0, offset), min(total, offset + height) - 1
    return range(first * height // total, last * height // total + 1)


def sentence_at(comparison: Comparison, column: Column, height: int, row: int) -> SentenceRef | None:
    """Return the sentence for which that row of the map stands: before others one that is only here.

    None where the column has no map, or no sentence.
    """
    total = len(column.slots)
    if total <= height:
        return None
    start = -(-row * total // height)  # the first line that is drawn there, and the first that no more is
    end = max(start + 1, -(-(row + 1) * total // height))
    there = [
        SentenceRef(column.article, number)
        for number, top in enumerate(column.tops)
        if top < end and top + column.heights[number] > start
    ]
    for wanted in (Certainty.SURE, Certainty.PERHAPS):
        for sentence in there:
            if comparison.wholly_only_here(sentence) is wanted:
                return sentence
    near = column.sentence_near((start + end) // 2)
    return None if near is None else SentenceRef(column.article, near)

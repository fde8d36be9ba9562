"""How far a column must move: pure arithmetic on rows."""

from __future__ import annotations

from typing import NamedTuple

CONTEXT_ROWS = 2
"""Rows of neighbouring text that stay in view above and below the selected sentence."""


class Rows(NamedTuple):
    """Rows of a column that are to be seen: the first, and how many."""

    top: int
    tall: int


def reveal(offset: int, wanted: Rows, height: int, *, opening: bool = False) -> int:
    """Return the offset that shows `wanted` in a view of `height` rows that now starts at row `offset`.

    The view moves as little as it must; what was out of sight altogether comes to a third of the height, so
    that what follows it is seen too. `opening` asks for everything above as well, where that fits: the
    headline belongs to the first sentence.
    """
    top, tall = wanted
    bottom = top + tall
    context = min(CONTEXT_ROWS, max(0, height - 1) // 4)
    if opening and bottom + context <= height:
        return 0 if top < offset + context else min(offset, top)
    if bottom <= offset or top >= offset + height:
        return max(0, min(top - height // 3, top - context), min(top, bottom + context - height))
    if top < offset + context:
        return max(0, top - context)
    if bottom > offset + height - context:
        return max(0, min(top, bottom + context - height))
    return offset

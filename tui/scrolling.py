"""How far a column must move: pure arithmetic on rows."""

from __future__ import annotations

from typing import NamedTuple

CONTEXT_ROWS = 2
"""Rows of neighbouring text that stay in view above and below the selected sentence."""


class Rows(NamedTuple):
    """Rows of a column that are to be seen: the first, and how many."""

    top: int
    tall: int


def reveal(offset: int, wanted: Rows, height: int, length: int, *, opening: bool = False) -> int:
    """Return the offset that shows `wanted` of `length` rows in a view of `height` that starts at `offset`.

    The view moves as little as it must; what was out of sight altogether comes to a third of the height, so
    that what follows it is seen too, if anything does. `opening` asks for everything above as well, where
    that fits: the headline belongs to the first sentence. Below zero, where a column begins further down
    because it was brought level with another, an offset may stay, but is never taken.
    """
    top, tall = wanted
    bottom = top + tall
    context = min(CONTEXT_ROWS, max(0, height - 1) // 4)
    least, most = bottom + context - height, top - context
    floor = min(0, offset)
    if opening and bottom + context <= height:
        return max(floor, least) if floor < 0 else 0
    if least > most:  # it does not fit with its context, perhaps not even alone: then its beginning counts
        return max(0, min(top, least))
    if bottom <= offset or top >= offset + height:
        offset = min(top - height // 3, length - height)
    return max(floor, least, min(most, max(floor, offset)))

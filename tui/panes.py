"""How the width of the screen is divided among the columns: pure arithmetic on cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from newsdiff.core.article import SentenceRef

LEAST_COLUMN = 30
"""Cells for which a column gets a place, gutter and edge included; what does not fit is paged."""

NARROWEST = 28
"""Cells below which no column is made narrower."""

WIDEST_TEXT = 76
"""Cells of text on a line beyond which the eye loses the next one."""

STEP = 4
"""Cells by which a key makes a column wider or narrower."""


class Pane(NamedTuple):
    """Where on the screen a column stands: from cell `x` on, `width` cells of it."""

    x: int
    width: int


@dataclass(frozen=True, slots=True)
class Widths:
    """How the columns share the screen: evenly, by the length of their articles, or as the reader made them.

    `shares` holds what the reader made: for an article's index its width in columns of equal width.
    """

    by_length: bool = False
    shares: Mapping[int, float] = field(default_factory=dict)

    def next(self) -> Widths:
        """Return what comes after this: equal widths, or by length where they are equal."""
        return Widths(by_length=not self.by_length and not self.shares)

    def sizes(self, width: int, lengths: Mapping[int, int], widest: int) -> list[int]:
        """Divide `width` cells among the articles in `lengths`, which says how long each is.

        By length none is wider than `widest`. A few cells may be left over, fewer than there are columns.
        """
        if self.shares:
            return divide(width, [self.shares.get(article, 1.0) for article in lengths])
        if self.by_length:
            return divide(width, [float(max(1, length)) for length in lengths.values()], widest)
        return [width // len(lengths)] * len(lengths)


def divide(width: int, weights: Sequence[float], widest: int | None = None) -> list[int]:
    """Divide `width` in proportion to `weights`, none narrower than can be read, nor wider than `widest`.

    Where all would be wider than that, or cannot but be narrower, they are equally wide.
    """
    count = len(weights)
    most = widest if widest is not None else width
    if count * NARROWEST >= width or count * most <= width:
        return [width // count] * count
    low, high = 0.0, width / min(weights)
    for _ in range(60):  # the sum grows with the scale; this many halvings leave no fraction of a cell
        scale = (low + high) / 2
        if sum(min(most, max(NARROWEST, scale * weight)) for weight in weights) < width:
            low = scale
        else:
            high = scale
    return [int(min(most, max(NARROWEST, high * weight)) + 1e-6) for weight in weights]


def fitting(width: int, columns: int) -> int:
    """Return how many of `columns` columns have a place in `width` cells; at least one."""
    return max(1, min(columns, width // LEAST_COLUMN))


def side_by_side(width: int, sizes: Sequence[int]) -> list[Pane]:
    """Set columns of these sizes beside one another; what they leave of `width` goes to the first ones."""
    size, rest = divmod(width - sum(sizes), len(sizes))
    result = []
    x = 0
    for index, own in enumerate(sizes):
        result.append(Pane(x, own + size + (index < rest)))
        x += result[-1].width
    return result


def widened(sizes: Sequence[int], at: int, by: int) -> list[int] | None:
    """Return `sizes` with that column `by` cells wider (narrower if negative), the others less or more so.

    None where there is nobody to give or to take, or nothing left to be given.
    """
    others = [index for index in range(len(sizes)) if index != at]
    rooms = {index: sizes[index] - NARROWEST for index in others}
    by = min(by, sum(rooms.values())) if by > 0 else max(by, NARROWEST - sizes[at])
    if not others or by == 0:
        return None
    result = list(sizes)
    for _ in range(abs(by)):  # a cell at a time, from the one that has most, or to the one that has least
        other = (max if by > 0 else min)(others, key=result.__getitem__)
        result[other] -= 1 if by > 0 else -1
        result[at] += 1 if by > 0 else -1
    return result


def with_rule_at(sizes: Sequence[int], left: int, by: int) -> list[int]:
    """Return `sizes` with the rule behind column `left` moved `by` cells, as far as both can be read."""
    by = max(NARROWEST - sizes[left], min(sizes[left + 1] - NARROWEST, by))
    result = list(sizes)
    result[left] += by
    result[left + 1] -= by
    return result


def text_width(size: int, gutter: int, widest: int) -> int:
    """Return the cells of text, at most `widest`, that fit into a column of `size` beside gutter and edge."""
    return max(8, min(widest, size - gutter - 2))


def first_shown(current: SentenceRef | None, shown: Sequence[int], first: int, count: int) -> int:
    """Return which of `shown` comes first on the screen so that the current column is one of `count` seen.

    `first` is where the view stands now; it moves no further than it must.
    """
    if current is not None and current.article in shown:
        at = list(shown).index(current.article)
        first = min(max(first, at - count + 1), at)
    return max(0, min(first, len(shown) - count))

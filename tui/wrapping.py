"""Breaking text into lines that fit a number of terminal cells.

One wrapper both measures and draws, so that heights and lines always agree.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rich.cells import cell_len

# A word, or the part of one up to a dash or slash after which a line may break.
_PIECE = re.compile(r"[^\s/–—-]*[/–—-]+|[^\s/–—-]+")


class Line(NamedTuple):
    """One line: the half-open stretch of the text that it shows, and how many cells that takes."""

    start: int
    end: int
    cells: int


def wrap(text: str, start: int, end: int, width: int) -> list[Line]:
    """Break `text[start:end]` into lines of at most `width` cells (1 or more).

    Lines break at white space and after dashes and slashes; a piece that is wider than a line is cut where
    the line ends. White space at a break belongs to no line. There is always at least one line.
    """
    measure = len if text[start:end].isascii() else cell_len
    lines: list[Line] = []
    line_start = line_end = start
    cells = 0
    for piece in _PIECE.finditer(text, start, end):
        at, piece_end = piece.span()
        size = measure(piece.group())
        gap = at - line_end  # spaces and line breaks are one cell each
        begun = line_end > line_start
        if begun and cells + gap + size <= width:
            cells += gap + size
            line_end = piece_end
            continue
        if begun:
            lines.append(Line(line_start, line_end, cells))
        while size > width:
            cut, used = _fit(text, at, piece_end, width)
            lines.append(Line(at, cut, used))
            at = cut
            size -= used
        line_start, line_end, cells = at, piece_end, size
    if line_end > line_start or not lines:
        lines.append(Line(line_start, line_end, cells))
    return lines


def _fit(text: str, start: int, end: int, width: int) -> tuple[int, int]:
    """Return where the text that fits into `width` cells ends, at least one character on, and its cells."""
    used = 0
    for at in range(start, end):
        size = cell_len(text[at])
        if used + size > width and at > start:
            return at, used
        used += size
    return end, used

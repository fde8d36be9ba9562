"""Tables of short cells, as lines: what does not fit beside each other goes below, under the names again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from newsdiff.tui.pages.page import Piece
from newsdiff.tui.widgets.headers import fit


class Head(NamedTuple):
    """What stands above a column, and how many cells the column takes."""

    text: str
    cells: int


def table(
    heads: Sequence[Head], names: Sequence[Piece], rows: Sequence[Sequence[str]], name_cells: int, width: int
) -> list[list[Piece]]:
    """Return the lines of a table with a row for each of `names`, as they are styled, in `width` cells."""
    lines: list[list[Piece]] = []
    for first, end in _groups(heads, width - name_cells):
        if lines:
            lines.append([])
        above = "".join(_right(head.text, head.cells) for head in heads[first:end])
        lines.append([Piece(" " * name_cells), Piece(above, ("faint",))])
        for name, row in zip(names, rows, strict=True):
            cells = zip(row[first:end], heads[first:end], strict=True)
            lines.append(
                [
                    Piece(fit(name.text, name_cells), name.styles),
                    Piece("".join(_right(cell, head.cells) for cell, head in cells)),
                ]
            )
    return lines


def _groups(heads: Sequence[Head], room: int) -> list[tuple[int, int]]:
    """Divide the columns into half-open groups that each fit into `room` cells; a group has one at least."""
    groups = []
    first, used = 0, 0
    for number, head in enumerate(heads):
        if number > first and used + head.cells > room:
            groups.append((first, number))
            first, used = number, 0
        used += head.cells
    groups.append((first, len(heads)))
    return groups


def _right(text: str, cells: int) -> str:
    """Return `text` at the right of so many cells, a space before it."""
    if cell_len(text) >= cells:
        return f" {fit(text, cells - 1)}"
    return " " * (cells - cell_len(text)) + text

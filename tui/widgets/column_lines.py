"""What stands on one line of a column, be it text or something else."""

from __future__ import annotations

from collections.abc import Callable

from rich.segment import Segment
from textual.strip import Strip

from newsdiff.core.notebook import View
from newsdiff.tui import signs
from newsdiff.tui.arrangement import Arrangement
from newsdiff.tui.layout import Column, Kind
from newsdiff.tui.widgets.sentence_lines import Paper


class ColumnLines:
    """Draws the lines of what is arranged on `paper`, and keeps those that are no sentence's.

    `text` draws a line of a sentence: given the column and the line's number in it.
    """

    def __init__(self, arrangement: Arrangement, paper: Paper, text: Callable[[Column, int], Strip]) -> None:
        self._arrangement = arrangement
        self._paper = paper
        self._text = text
        self._kept: dict[tuple[str, str, int], Strip] = {}

    def lines(self, article: int, cells: int, rows: range) -> list[Strip]:
        """Return what stands in those rows of the window in that article's column, in so many cells."""
        column = self._arrangement.column(article)
        if column is None:
            return [self._plain("", "", cells)] * len(rows)
        offset = self._arrangement.offset(article)
        return [self._line(column, y + offset, cells) for y in rows]

    def _line(self, column: Column, row: int, cells: int) -> Strip:
        if not 0 <= row < len(column.slots):
            return self._plain("", "", cells)
        slot = column.slots[row]
        match slot.kind:
            case Kind.TEXT:
                return self._text(column, row)
            case Kind.TITLE:
                title = self._arrangement.comparison.articles[column.article].title[slot.start : slot.end]
                return self._plain(" " * self._paper.gutter + title, "title", cells)
            case Kind.RULE:
                return self._plain(signs.RULE * cells, "rule", cells)
            case Kind.BEYOND:
                return self._remark(f"{signs.BEYOND} {_count(slot.end, 'row')} off screen", cells)
            case Kind.FOLD:
                what = "row" if self._arrangement.view is View.ALIGNED else "sentence"
                return self._remark(f"{signs.FOLDED} {_count(slot.end, what)}", cells)
            case Kind.MISSING:
                return self._remark(signs.NOTHING_HERE, cells)
            case Kind.ELSEWHERE:
                return self._remark(signs.ELSEWHERE, cells)
        return self._plain("", "", cells)

    def _remark(self, text: str, cells: int) -> Strip:
        """Return what stands in the place of text, faint."""
        return self._plain(" " * self._paper.gutter + text, "gutter", cells)

    def _plain(self, text: str, style: str, cells: int) -> Strip:
        """Return `text` in one style, in exactly `cells` cells."""
        strip = self._kept.get((text, style, cells))
        if strip is None:
            base = self._paper.base
            drawn = base + self._paper.styles[style] if style else base
            strip = Strip([Segment(text, drawn)] if text else []).adjust_cell_length(cells, base)
            self._kept[text, style, cells] = strip
        return strip


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'s' if number != 1 else ''}"

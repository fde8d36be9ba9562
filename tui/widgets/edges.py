"""The right edges of the columns, each a map of its article."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from newsdiff.core.findings import Certainty
from newsdiff.tui import minimap, signs
from newsdiff.tui.arrangement import Arrangement
from newsdiff.tui.minimap import Marks
from newsdiff.tui.widgets.sentence_lines import Paper

_SIGNS: dict[Certainty | None, tuple[str, str]] = {
    None: (signs.TRACK, "rule"),
    Certainty.SURE: (signs.MAPPED, "only-here"),
    Certainty.PERHAPS: (signs.PERHAPS_MAPPED, "perhaps-only-here"),
}

_QUIET = Style(bold=False, dim=True)
"""A map is not read line by line: what it shows must not look like a word on the line beside it."""


class Edges:
    """Draws the edges of what is arranged at present; to be made anew whenever that or `paper` changes."""

    def __init__(self, arrangement: Arrangement, paper: Paper) -> None:
        self._arrangement = arrangement
        self._marks: dict[int, Marks] = {}
        for article, _ in arrangement.panes():
            column = arrangement.column(article)
            if column is not None:
                comparison = arrangement.comparison
                self._marks[article] = minimap.marks(comparison, column, arrangement.height)
        thumb = paper.styles.get("thumb", Style())
        self._strips: dict[tuple[Certainty | None, bool], Strip] = {}
        for certainty, (sign, name) in _SIGNS.items():
            style = paper.base + paper.styles.get(name, Style()) + _QUIET
            self._strips[certainty, False] = Strip([Segment(sign, style)], 1)
            seen = signs.THUMB if certainty is None else sign
            self._strips[certainty, True] = Strip([Segment(seen, style + thumb)], 1)

    def lines(self, article: int, rows: range) -> list[Strip]:
        """Return the edge of that article's column in those rows of the window."""
        found = self._marks.get(article)
        column = self._arrangement.column(article)
        if not found or column is None:
            return [self._strips[None, False]] * len(rows)
        seen = minimap.seen(self._arrangement.offset(article), len(column.slots), len(found))
        # a line may be drawn before its size is told
        return [self._strips[found[y] if y < len(found) else None, y in seen] for y in rows]

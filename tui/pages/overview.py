"""The page "overview": one mark per sentence, who shares how much with whom, what each outlet has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len

from newsdiff.core.article import SentenceRef
from newsdiff.core.comparison import Comparison
from newsdiff.core.extent import Extent
from newsdiff.core.views import overview
from newsdiff.core.views.overview import Shared
from newsdiff.tui import signs
from newsdiff.tui.names import names
from newsdiff.tui.pages.page import Page, Piece
from newsdiff.tui.pages.tables import Head, table
from newsdiff.tui.palette import outlet_colours
from newsdiff.tui.scrolling import Rows
from newsdiff.tui.widgets.headers import fit
from newsdiff.tui.wrapping import wrap

_WIDEST = 100
"""Cells of the tables, beyond which the eye loses the row; the marks take what there is."""

_NAME_CELLS = 28
_LEAST_NAME = 4

_SHARES = "for sure, and after a plus how much more perhaps"

_MARGIN = 1
"""Cells that are left free at the left edge."""

_MARKS = {
    Extent.ALL: (signs.ALL_REPORT, "all"),
    Extent.SOME: (signs.SOME_REPORT, "some"),
    Extent.PERHAPS_SOME: (signs.PERHAPS_REPORT, "perhaps-some"),
    Extent.ONLY_HERE: (signs.ONLY_HERE, "alone"),
    Extent.PERHAPS_ONLY_HERE: (signs.PERHAPS_ONLY_HERE, "perhaps-alone"),
    Extent.NONE: (signs.TRACK, "faint"),
}
"""The sign of each extent, and its style, as it stands on the page."""


class _Strip(NamedTuple):
    """A line of marks: those of the article's sentences from `first` to `end`, half-open."""

    article: int
    first: int
    end: int


class OverviewPage(Page):
    """The marks of the articles with the indices `shown`, and tables about them, in `width` cells."""

    def __init__(self, comparison: Comparison, shown: Sequence[int], width: int) -> None:
        super().__init__()
        self._comparison = comparison
        self._names = [f"{index + 1} {name}" for index, name in enumerate(names(comparison.articles))]
        self._colours = outlet_colours(comparison.articles)
        self._extents = {article: overview.extents(comparison, article) for article in shown}
        longest_name = max((cell_len(self._names[index]) for index in shown), default=0)
        self._name_cells = max(_LEAST_NAME, min(longest_name, _NAME_CELLS, width // 4)) + 1
        longest = max((len(marks) for marks in self._extents.values()), default=0)
        width = max(1, width - _MARGIN)
        room = max(1, width - self._name_cells)
        self._mark_cells = 2 if longest * 2 <= room else 1
        self._strips = [
            _Strip(article, first, min(first + room, len(marks)))
            for article, marks in self._extents.items()
            for first in range(0, max(1, len(marks)), room)
        ]
        self.stops = tuple(
            SentenceRef(strip.article, number)
            for strip in self._strips
            for number in range(strip.first, strip.end)
        )
        self._stop_of = {sentence: stop for stop, sentence in enumerate(self.stops)}
        self._above = [*_legend(comparison.outlet_count, width), []]
        tables_width = min(width, _WIDEST)
        self._below = [[], *self._accounts(shown, tables_width), [], *self._pairs(shown, tables_width)]
        self.length = len(self._above) + len(self._strips) + len(self._below)

    # Tables

    def _accounts(self, shown: Sequence[int], width: int) -> list[list[Piece]]:
        title = "How long each account is, and how widely its sentences are reported"
        heads = [Head("words", 7), Head("sentences", 11), Head(f"{signs.ALL_REPORT} all", 7)]
        heads += [Head(f"{signs.SOME_REPORT} some", 11), Head(f"{signs.ONLY_HERE} only here", 13)]
        rows = []
        for article in shown:
            account = overview.account(self._comparison, article)
            shares = [
                _share(*(account.share(each) for each in extents)) if account.sentences else ""
                for extents in (
                    (Extent.ALL,),
                    (Extent.SOME, Extent.PERHAPS_SOME),
                    (Extent.ONLY_HERE, Extent.PERHAPS_ONLY_HERE),
                )
            ]
            rows.append([f"{account.words:,}", f"{account.sentences:,}", *shares])
        return [*_titled(title, width), *table(heads, self._called(shown), rows, self._name_cells, width)]

    def _pairs(self, shown: Sequence[int], width: int) -> list[list[Piece]]:
        if len(shown) < 2:
            return []
        cells = max(9, min(16, (width - self._name_cells) // len(shown)))
        heads = [Head(fit(self._names[article], cells - 2).rstrip(), cells) for article in shown]
        rows = []
        for article in shown:
            shared = overview.shared(self._comparison, article)
            rows.append([signs.TRACK if other == article else _reported(shared[other]) for other in shown])
        title = "How much of the row’s sentences the column reports"
        return [*_titled(title, width), *table(heads, self._called(shown), rows, self._name_cells, width)]

    def _called(self, shown: Sequence[int]) -> list[Piece]:
        return [Piece(self._names[article], ("name", self._colours[article])) for article in shown]

    # Stops

    def rows(self, stop: int) -> Rows:
        """Return the line of the mark."""
        return Rows(self._row_of(self.stops[stop]), 1)

    def with_heading(self, stop: int) -> Rows:
        """Return the line of the mark, on the first line with the legend above it."""
        row = self._row_of(self.stops[stop])
        return Rows(0, row + 1) if row == len(self._above) else Rows(row, 1)

    def _row_of(self, sentence: SentenceRef) -> int:
        own = (
            number
            for number, strip in enumerate(self._strips)
            if strip.article == sentence.article and strip.first <= sentence.sentence < strip.end
        )
        return len(self._above) + next(own)

    def _counterparts(self, stop: int) -> list[SentenceRef]:
        sentence = self.stops[stop]
        others = (link.other(sentence) for link in self._comparison.links_of(sentence))
        return [other for other in others if other in self._stop_of]

    def lit(self, stop: int) -> Iterable[int]:
        """Return the lines of the mark and of its counterparts, and that with its outlet's name."""
        sentence = self.stops[stop]
        name = SentenceRef(sentence.article, 0)
        return {self._row_of(each) for each in (sentence, name, *self._counterparts(stop))}

    def stop_at(self, row: int, x: int) -> int | None:
        """Return the mark on that cell."""
        number = row - len(self._above)
        x -= _MARGIN + self._name_cells
        if not 0 <= number < len(self._strips) or x < 0:
            return None
        strip = self._strips[number]
        sentence = strip.first + x // self._mark_cells
        return self._stop_of[SentenceRef(strip.article, sentence)] if sentence < strip.end else None

    def find(self, sentence: SentenceRef) -> int | None:
        """Return the mark of `sentence`; that of its first counterpart, or of all, where it is not shown."""
        if sentence in self._stop_of:
            return self._stop_of[sentence]
        others = (link.other(sentence) for link in self._comparison.links_of(sentence))
        seen = (self._stop_of[other] for other in others if other in self._stop_of)
        return next(seen, 0 if self.stops else None)

    def move(self, stop: int, by: int) -> int | None:
        """Return the next mark of the same outlet, or the one before."""
        there = stop + by
        if not 0 <= there < len(self.stops) or self.stops[there].article != self.stops[stop].article:
            return None
        return there

    def up_or_down(self, stop: int, by: int) -> int | None:
        """Return the mark on the line below or above, on the same cell or the last before it."""
        number = self._row_of(self.stops[stop]) - len(self._above)
        x = self.stops[stop].sentence - self._strips[number].first
        number += by
        while 0 <= number < len(self._strips):
            strip = self._strips[number]
            if strip.end > strip.first:
                return self._stop_of[SentenceRef(strip.article, min(strip.first + x, strip.end - 1))]
            number += by
        return None

    def aside(self, stop: int, by: int) -> int | None:
        """Return the next mark of the same outlet, or the one before."""
        return self.move(stop, by)

    def edge(self, stop: int, by: int) -> int:
        """Return the first or the last mark of the same outlet."""
        article = self.stops[stop].article
        last = len(self._extents[article]) - 1
        return self._stop_of[SentenceRef(article, 0 if by < 0 else last)]

    def outlet(self, stop: int, by: int) -> int | None:
        """Return the counterpart in the next outlet, or the mark that is as far on in it."""
        sentence = self.stops[stop]
        order = [article for article, marks in self._extents.items() if marks]
        at = order.index(sentence.article) + by
        if not 0 <= at < len(order):
            return None
        counterparts = self._comparison.counterparts(sentence, order[at])
        if counterparts:
            return self._stop_of[counterparts[0]]
        number = sentence.sentence * len(self._extents[order[at]]) // len(self._extents[sentence.article])
        return self._stop_of[SentenceRef(order[at], number)]

    # Lines

    def line(self, row: int, at: int | None) -> list[Piece]:
        """Return a line of the legend, a strip of marks, or a line of the tables."""
        number = row - len(self._above)
        if number < 0:
            line = self._above[row]
        elif number < len(self._strips):
            line = self._marks(self._strips[number], at)
        else:
            line = self._below[number - len(self._strips)]
        return [Piece(" " * _MARGIN), *line]

    def _marks(self, strip: _Strip, at: int | None) -> list[Piece]:
        selected = self.stops[at] if at is not None else None
        lit = {*self._counterparts(at)} if at is not None else set()
        own = selected is not None and selected.article == strip.article
        name = self._names[strip.article] if strip.first == 0 else ""
        pieces = [
            Piece(
                fit(name, self._name_cells - 1) + " ",
                ("own-name" if own else "name", self._colours[strip.article]),
            )
        ]
        marks = [
            self._mark(SentenceRef(strip.article, sentence), selected, lit)
            for sentence in range(strip.first, strip.end)
        ]
        for styles, same in groupby(marks, key=lambda mark: mark.styles):
            pieces.append(Piece("".join(mark.text for mark in same), styles))
        return pieces

    def _mark(self, sentence: SentenceRef, selected: SentenceRef | None, lit: set[SentenceRef]) -> Piece:
        sign, style = _MARKS[self._extents[sentence.article][sentence.sentence]]
        above = ("mark-selected",) if sentence == selected else ("mark-lit",) if sentence in lit else ()
        return Piece(sign.ljust(self._mark_cells), (f"mark-{style}", *above))


def _legend(outlets: int, width: int) -> list[list[Piece]]:
    """Return what the marks mean, as many on a line as fit."""
    meanings = {
        Extent.ALL: "both report it" if outlets == 2 else f"all {outlets} report it",
        Extent.SOME: "some do",
        Extent.PERHAPS_SOME: "some perhaps do",
        Extent.ONLY_HERE: "only here",
        Extent.PERHAPS_ONLY_HERE: "perhaps only here",
        Extent.NONE: "a heading",
    }
    lines: list[list[Piece]] = [[]]
    used = 0
    for extent, meaning in meanings.items():
        if extent is Extent.SOME and outlets == 2:
            continue
        sign, style = _MARKS[extent]
        cells = len(meaning) + 5
        if used and used + cells > width:
            lines.append([])
            used = 0
        lines[-1] += [Piece(f" {sign} ", (f"mark-{style}",)), Piece(f"{meaning}  ", ("faint",))]
        used += cells
    return lines


def _titled(title: str, width: int) -> list[list[Piece]]:
    """Return the lines above a table of shares."""
    return [
        [Piece(text[line.start : line.end], (style,))]
        for text, style in ((title, "heading"), (_SHARES, "faint"))
        for line in wrap(text, 0, len(text), width)
    ]


def _share(surely: float, perhaps: float = 0) -> str:
    """Return two shares, 0 to 1, as percentages: "40% +5"."""
    also = round(100 * perhaps)
    return f"{round(100 * surely)}%" + (f" +{also}" if also else "")


def _reported(shared: Shared | None) -> str:
    """Return how much of an account another reports; a dash where the two are not compared."""
    if shared is None:
        return signs.NOTHING_HERE
    return _share(shared.share, shared.perhaps_share) if shared.sentences else ""

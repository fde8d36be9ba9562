"""A list of sentences under the names of outlets, wrapped to a width: pure arithmetic on lines."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from newsdiff.core.article import SentenceRef, Span
from newsdiff.tui import signs
from newsdiff.tui.pages.page import Page, Piece
from newsdiff.tui.panes import WIDEST_TEXT
from newsdiff.tui.scrolling import Rows
from newsdiff.tui.wrapping import Line, wrap

GUTTER = 6
"""Cells to the left of the text: a bar where it is selected, its sign, a space."""

_LEAST_TEXT = 8


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of `text` that is wrapped: `start` to `end`.

    `style` names how it looks, `layers` how stretches of it do, in reading order and apart from one another.
    `sign` stands beside its first line, `below` beside the others, both in `sign_style`; a sign may end in a
    plus.
    """

    text: str
    start: int
    end: int
    style: str = ""
    layers: tuple[tuple[Span, tuple[str, ...]], ...] = ()
    sign: str = ""
    below: str = ""
    sign_style: str = "gutter"

    @classmethod
    def of(cls, text: str, style: str = "", *above: str) -> Block:
        """Return all of `text` in one style, those `above` laid over it, without a sign."""
        whole = Span(0, len(text))
        return cls(text, *whole, style, ((whole, above),) if above else ())


@dataclass(frozen=True, slots=True)
class Entry:
    """Blocks that belong together, with a gap below. It can be selected where it shows a `sentence`.

    `section` counts the outlets of the list from 0. `also` are other sentences that it stands for, `told` is
    what there is to say of it apart from what is known of its sentence.
    """

    blocks: tuple[Block, ...]
    section: int = 0
    sentence: SentenceRef | None = None
    also: frozenset[SentenceRef] = frozenset()
    told: str = ""


class _Placed(NamedTuple):
    """One line of the list: of a block of an entry; `first` where it is the block's first."""

    entry: int
    block: int
    line: Line
    first: bool


class Listing(Page):
    """The entries of a list, laid out for a window of `width` cells.

    `sections` holds, for each section, the indices of its outlet's articles.
    """

    def __init__(self, entries: Sequence[Entry], sections: Sequence[Collection[int]], width: int) -> None:
        super().__init__()
        self._entries = entries
        self._sections = sections
        self._text = max(_LEAST_TEXT, min(WIDEST_TEXT, width - GUTTER - 1))
        self._lines: list[_Placed | None] = []
        self._rows: list[Rows] = []
        self._selectable = [number for number, entry in enumerate(entries) if entry.sentence is not None]
        self._stop_of = {entry: stop for stop, entry in enumerate(self._selectable)}
        for number, entry in enumerate(entries):
            self._place(number, entry)
        self.stops = tuple(entry.sentence for entry in entries if entry.sentence is not None)
        self.length = len(self._lines)

    def _place(self, number: int, entry: Entry) -> None:
        if self._lines:
            self._lines.append(None)
        top = len(self._lines)
        for at, block in enumerate(entry.blocks):
            lines = wrap(block.text, block.start, block.end, self._text)
            self._lines.extend(_Placed(number, at, line, count == 0) for count, line in enumerate(lines))
        self._rows.append(Rows(top, len(self._lines) - top))

    def section(self, stop: int) -> int:
        """Return in which section `stop` is."""
        return self._entries[self._selectable[stop]].section

    def told(self, stop: int) -> str:
        """Return what the entry says of itself."""
        return self._entries[self._selectable[stop]].told

    def rows(self, stop: int) -> Rows:
        """Return the lines of an entry."""
        return self._rows[self._selectable[stop]]

    def with_heading(self, stop: int) -> Rows:
        """Return the lines of an entry, and those above it that belong to no other that can be selected."""
        own = self.rows(stop)
        top = self.rows(stop - 1).top + self.rows(stop - 1).tall + 1 if stop else 0
        return Rows(top, own.top + own.tall - top)

    def lit(self, stop: int) -> Iterable[int]:
        """Return the lines of the entry: nothing else changes."""
        top, tall = self.rows(stop)
        return range(top, top + tall)

    def stop_at(self, row: int, x: int) -> int | None:
        """Return the stop on the line at `row`: a list has nothing beside each other."""
        placed = self._lines[row] if row < len(self._lines) and x < GUTTER + self._text else None
        return None if placed is None else self._stop_of.get(placed.entry)

    def find(self, sentence: SentenceRef) -> int | None:
        """Return the entry that stands for `sentence`, else the one that is nearest in its outlet's section.

        Where that section has none it is the first of the list.
        """
        for stop, number in enumerate(self._selectable):
            entry = self._entries[number]
            if sentence == entry.sentence or sentence in entry.also:
                return stop
        own = [
            stop for stop in range(len(self.stops)) if sentence.article in self._sections[self.section(stop)]
        ]
        same = [stop for stop in own if self.stops[stop].article == sentence.article]
        after = (stop for stop in same if self.stops[stop] > sentence)
        return next(chain(after, reversed(same), own, range(len(self.stops))), None)

    def outlet(self, stop: int, by: int) -> int | None:
        """Return the first entry of the next section that has any, or of the one before."""
        sections = [self.section(each) for each in range(len(self.stops))]
        there = sorted({section for section in sections if (section - sections[stop]) * by > 0})
        return sections.index(there[0 if by > 0 else -1]) if there else None

    def move(self, stop: int, by: int) -> int | None:
        """Return the next entry, or the one before."""
        return stop + by if 0 <= stop + by < len(self.stops) else None

    def up_or_down(self, stop: int, by: int) -> int | None:
        """Return the next entry, or the one before."""
        return self.move(stop, by)

    def aside(self, stop: int, by: int) -> int | None:
        """Return the first entry of the next section, or of the one before."""
        return self.outlet(stop, by)

    def edge(self, stop: int, by: int) -> int:  # noqa: ARG002 - the list is one
        """Return the first or the last entry of the whole list."""
        return 0 if by < 0 else len(self.stops) - 1

    def line(self, row: int, at: int | None) -> list[Piece]:
        """Return the gutter and the words of one line."""
        placed = self._lines[row]
        if placed is None:
            return []
        entry = self._entries[placed.entry]
        block = entry.blocks[placed.block]
        selected = at is not None and self._stop_of.get(placed.entry) == at
        ground = ("selected",) if selected else ()
        sign = block.sign if placed.first else block.below
        plus = signs.MORE_PERHAPS if sign.endswith(signs.MORE_PERHAPS) else " "
        bar = Piece(signs.SELECTED, (*ground, "selected-bar")) if selected else Piece(" ")
        room = GUTTER - 3
        pieces = [bar, Piece(f"{sign.removesuffix(plus):>{room}}{plus} ", (*ground, block.sign_style))]
        style = (*ground, block.style) if block.style else ground
        for start, end, layer in _cut(placed.line.start, placed.line.end, block.layers):
            pieces.append(Piece(block.text[start:end].replace("\n", " "), (*style, *layer)))
        pieces.append(Piece(" " * (self._text - placed.line.cells), ground))
        return pieces


def _cut(
    start: int, end: int, layers: Sequence[tuple[Span, tuple[str, ...]]]
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Cut `start` to `end` where a layer begins or ends."""
    for span, styles in layers:
        if span.end <= start or span.start >= end:
            continue
        if start < span.start:
            yield start, span.start, ()
        start = max(start, span.start)
        yield start, min(end, span.end), styles
        start = min(end, span.end)
    if start < end:
        yield start, end, ()

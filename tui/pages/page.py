"""A page of lines with stops on it, at one of which the reader is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newsdiff.core.article import SentenceRef
from newsdiff.tui.scrolling import Rows


class Piece(NamedTuple):
    """A stretch of one line: its text, and the names of its styles, laid one over the other."""

    text: str
    styles: tuple[str, ...] = ()


class Page(ABC):
    """Lines laid out at one width; `stops` are what can be selected on them, each a sentence of the story.

    A stop is named by its index. `length` counts the lines.
    """

    def __init__(self) -> None:
        self.stops: Sequence[SentenceRef] = ()
        self.length = 0

    @abstractmethod
    def line(self, row: int, at: int | None) -> list[Piece]:
        """Return the line at `row`, with the stop `at` selected."""

    def told(self, stop: int) -> str:  # noqa: ARG002 - most pages say no more than is known of a sentence
        """Return what this page says of `stop`, in words, apart from what is known of its sentence."""
        return ""

    @abstractmethod
    def rows(self, stop: int) -> Rows:
        """Return the lines on which `stop` stands."""

    @abstractmethod
    def with_heading(self, stop: int) -> Rows:
        """Return the lines on which `stop` stands, and those above it that lead up to it."""

    @abstractmethod
    def lit(self, stop: int) -> Iterable[int]:
        """Return every line that looks otherwise while `stop` is selected."""

    @abstractmethod
    def stop_at(self, row: int, x: int) -> int | None:
        """Return the stop that stands on cell `x` of the line at `row`."""

    @abstractmethod
    def find(self, sentence: SentenceRef) -> int | None:
        """Return the stop for `sentence`, or the one that is nearest to it; None where there is no stop."""

    @abstractmethod
    def outlet(self, stop: int, by: int) -> int | None:
        """Return where to go in the next outlet (`by` 1) or the one before (-1); None where there is none."""

    @abstractmethod
    def up_or_down(self, stop: int, by: int) -> int | None:
        """Return the stop below (`by` 1) or above (-1); None where there is none."""

    @abstractmethod
    def aside(self, stop: int, by: int) -> int | None:
        """Return where the arrow to the right (`by` 1) or the left (-1) leads, if anywhere."""

    @abstractmethod
    def edge(self, stop: int, by: int) -> int:
        """Return the first stop (`by` -1) or the last one (1), as this page counts them."""

    @abstractmethod
    def move(self, stop: int, by: int) -> int | None:
        """Return the next stop (`by` 1) or the one before (-1); None beyond the first and the last."""

    def further(self, stop: int, rows: int) -> int:
        """Return the stop that is some `rows` further down the page (up, where negative)."""
        wanted = self.rows(stop).top + rows
        if rows > 0:
            below = (each for each in range(stop + 1, len(self.stops)) if self.rows(each).top >= wanted)
            return next(below, len(self.stops) - 1)
        above = (each for each in range(stop - 1, -1, -1) if self.rows(each).top <= wanted)
        return next(above, 0)

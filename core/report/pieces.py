"""A stretch of text cut where the marks upon it begin and end, for a format whose marks cannot overlap."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from newsdiff.core.article import Span


class Mark(NamedTuple):
    """What is said of a stretch of text: `name` is a word for the format."""

    span: Span
    name: str


class Piece(NamedTuple):
    """Some text, the names of all marks upon the whole of it, and those of the marks that begin with it."""

    text: str
    marks: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()


def pieces(text: str, span: Span, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """Return `text[span.start:span.end]` in pieces, which joined give exactly that; none for an empty one.

    Marks may overlap each other and reach beyond `span`; names stand in the order of `marks`, each once.
    """
    inside = [
        Mark(Span(max(span.start, mark.span.start), min(span.end, mark.span.end)), mark.name)
        for mark in marks
    ]
    inside = [mark for mark in inside if mark.span.start < mark.span.end]
    edges = {*span, *(edge for mark in inside for edge in mark.span)}
    return tuple(
        Piece(
            text[start:end],
            _names(mark for mark in inside if mark.span.start <= start and end <= mark.span.end),
            _names(mark for mark in inside if mark.span.start == start),
        )
        for start, end in pairwise(sorted(edges))
    )


def _names(marks: Iterable[Mark]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mark.name for mark in marks))

"""Text cut at the edges of its marks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsdiff.core.article import Span
from newsdiff.core.report.pieces import Mark, Piece, pieces

_TEXT = "The bridge closed on Monday."
_PLACES = st.integers(0, len(_TEXT))
_MARKS = st.lists(
    st.builds(
        lambda a, b, name: Mark(Span(min(a, b), max(a, b)), name), _PLACES, _PLACES, st.sampled_from("xyz")
    )
)


def test_marks_that_overlap_are_cut_at_each_edge() -> None:
    marks = [Mark(Span(4, 17), "own"), Mark(Span(11, 27), "noted")]
    assert pieces(_TEXT, Span(0, 28), marks) == (
        Piece("The "),
        Piece("bridge ", ("own",), ("own",)),
        Piece("closed", ("own", "noted"), ("noted",)),
        Piece(" on Monday", ("noted",)),
        Piece("."),
    )


def test_a_mark_that_began_before_begins_with_the_stretch() -> None:
    assert pieces(_TEXT, Span(4, 10), [Mark(Span(0, 28), "noted")]) == (
        Piece("bridge", ("noted",), ("noted",)),
    )


def test_an_empty_stretch_has_no_piece_and_an_empty_mark_marks_nothing() -> None:
    assert pieces(_TEXT, Span(4, 4), [Mark(Span(0, 28), "noted")]) == ()
    assert pieces(_TEXT, Span(0, 3), [Mark(Span(1, 1), "noted")]) == (Piece("The"),)


@given(_PLACES, _PLACES, _MARKS)
def test_nothing_is_lost_and_every_character_has_its_marks(a: int, b: int, marks: list[Mark]) -> None:
    span = Span(min(a, b), max(a, b))
    found = pieces(_TEXT, span, marks)
    assert "".join(piece.text for piece in found) == _TEXT[span.start : span.end]
    at = span.start
    for piece in found:
        for place in range(at, at + len(piece.text)):
            assert {*piece.marks} == {mark.name for mark in marks if mark.span.start <= place < mark.span.end}
        assert {*piece.begins} <= {*piece.marks}
        at += len(piece.text)

"""Wrapping counts cells and loses nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsdiff.core.cleaning import clean
from newsdiff.core.report.layout import cells, wrapped


@given(st.text(max_size=300).map(clean), st.integers(30, 90))
def test_lines_fit_and_hold_every_word(text: str, width: int) -> None:
    lines = wrapped(text, width, "    ")
    assert all(cells(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_lines_are_broken_at_spaces() -> None:
    assert wrapped("The bridge over the Arno closed.", 30, "  ", "- ") == [
        "- The bridge over the Arno",
        "  closed.",
    ]


def test_wide_characters_take_two_cells() -> None:
    assert wrapped("橋" * 20, 30) == ["橋" * 15, "橋" * 5]


def test_marks_take_no_cell() -> None:
    assert cells("क\u094dष") == 2


def test_line_ends_stay() -> None:
    assert wrapped("One.\n\nTwo.", 40, "  ") == ["  One.", "", "  Two."]

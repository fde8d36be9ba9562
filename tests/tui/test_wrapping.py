from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from newsdiff.tui.wrapping import wrap

TEXTS = st.text(alphabet=st.sampled_from("ab é漢字—-/ \ń😀"), max_size=60)


@given(TEXTS, st.integers(min_value=2, max_value=20))
def test_lines_fit_and_hold_every_letter_once_in_order(text: str, width: int) -> None:
    lines = wrap(text, 0, len(text), width)
    assert lines
    assert all(cell_len(text[line.start : line.end].replace("\n", " ")) == line.cells for line in lines)
    assert all(line.cells <= width for line in lines)
    shown = "".join(text[line.start : line.end] for line in lines)
    assert "".join(shown.split()) == "".join(text.split())


@given(TEXTS, st.integers(min_value=1, max_value=20))
def test_lines_never_overlap(text: str, width: int) -> None:
    lines = wrap(text, 0, len(text), width)
    assert all(a.end <= b.start for a, b in pairwise(lines))


def test_breaks_at_spaces_and_after_dashes() -> None:
    text = "The mayor—who signed—left."
    lines = [text[line.start : line.end] for line in wrap(text, 0, len(text), 10)]
    assert lines == ["The mayor—", "who", "signed—", "left."]


def test_a_word_wider_than_the_line_is_cut() -> None:
    assert [(line.start, line.end) for line in wrap("abcdefgh i", 0, 10, 3)] == [
        (0, 3),
        (3, 6),
        (6, 8),
        (9, 10),
    ]


def test_an_empty_stretch_is_one_empty_line() -> None:
    assert wrap("abc", 1, 1, 5) == [(1, 1, 0)]

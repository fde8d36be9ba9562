from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsdiff.tui.scrolling import CONTEXT_ROWS, Rows, reveal

ROWS = st.integers(min_value=0, max_value=300)
TALL = st.integers(min_value=1, max_value=40)
HEIGHT = st.integers(min_value=1, max_value=60)


@given(st.integers(min_value=-50, max_value=300), ROWS, TALL, ROWS, HEIGHT, st.booleans())
def test_what_is_wanted_is_seen_and_asking_again_moves_nothing(
    offset: int, top: int, tall: int, rest: int, height: int, opening: bool
) -> None:
    length = top + tall + rest
    moved = reveal(offset, Rows(top, tall), height, length, opening=opening)
    assert moved >= min(0, offset)
    assert moved <= top
    assert min(top + tall, top + height) <= moved + height
    assert reveal(moved, Rows(top, tall), height, length, opening=opening) == moved


@given(st.integers(min_value=-50, max_value=300), st.integers(min_value=20, max_value=60))
def test_a_sentence_well_in_view_moves_nothing(offset: int, height: int) -> None:
    assert reveal(offset, Rows(offset + CONTEXT_ROWS, 3), height, offset + 500) == offset


def test_a_first_sentence_that_was_brought_level_with_another_does_not_jump_to_the_top() -> None:
    assert reveal(-9, Rows(2, 3), 20, 500, opening=True) == -9
    assert reveal(-19, Rows(2, 3), 20, 500, opening=True) == -13


def test_a_step_beyond_the_edge_moves_as_little_as_it_must() -> None:
    assert reveal(10, Rows(28, 3), 20, 500) == 13  # the last row of three, and two below
    assert reveal(10, Rows(11, 3), 20, 500) == 9


def test_a_jump_brings_the_goal_to_a_third_of_the_height() -> None:
    assert reveal(0, Rows(100, 3), 30, 500) == 90
    assert reveal(200, Rows(100, 3), 30, 500) == 90
    assert reveal(0, Rows(497, 3), 30, 500) == 472  # at the end nothing is left to be seen below


def test_the_first_sentence_brings_the_headline() -> None:
    assert reveal(5, Rows(4, 3), 20, 500, opening=True) == 0
    assert reveal(50, Rows(30, 3), 20, 500, opening=True) > 0  # a headline longer than the screen

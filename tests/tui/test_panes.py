from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newsdiff.core.article import SentenceRef
from newsdiff.tui import panes
from newsdiff.tui.panes import LEAST_COLUMN, NARROWEST, Widths

WIDTHS = st.integers(min_value=1, max_value=400)
SIZES = st.lists(st.integers(min_value=NARROWEST, max_value=120), min_size=2, max_size=8)


@given(WIDTHS, st.integers(min_value=0, max_value=50))
def test_equal_panes_fill_the_width_and_are_never_too_narrow(width: int, columns: int) -> None:
    count = panes.fitting(width, columns)
    placed = panes.side_by_side(width, Widths().sizes(width, dict.fromkeys(range(count), 1), 84))
    assert sum(pane.width for pane in placed) == width
    assert 1 <= len(placed) <= max(1, columns)
    assert len(placed) == 1 or min(pane.width for pane in placed) >= LEAST_COLUMN
    assert max(pane.width for pane in placed) - min(pane.width for pane in placed) <= 1


@given(WIDTHS, st.lists(st.integers(min_value=0, max_value=90_000), min_size=1, max_size=12))
def test_columns_by_length_fill_the_width_and_can_be_read(width: int, lengths: list[int]) -> None:
    lengths = lengths[: panes.fitting(width, len(lengths))]
    sizes = Widths(by_length=True).sizes(width, dict(enumerate(lengths)), 84)
    placed = panes.side_by_side(width, sizes)
    assert sum(pane.width for pane in placed) == width
    assert len(placed) == 1 or min(sizes) >= NARROWEST
    assert sorted(sizes) == [size for _, size in sorted(zip(lengths, sizes, strict=True))]


def test_the_longest_article_has_the_widest_column_but_none_too_wide_to_read() -> None:
    assert Widths(by_length=True).sizes(120, {0: 1000, 1: 2000, 2: 3000}, 84) == [28, 36, 55]
    assert Widths(by_length=True).sizes(200, {0: 1000, 1: 1000, 2: 90_000}, 84) == [58, 58, 84]


def test_equal_and_by_length_change_places_and_what_was_made_by_hand_gives_way() -> None:
    assert Widths().next() == Widths(by_length=True)
    assert Widths(by_length=True).next() == Widths()
    assert Widths(shares={0: 2.0}).next() == Widths()


@given(SIZES, st.data(), st.integers(min_value=-30, max_value=30))
def test_widening_takes_from_the_others_what_they_can_give(
    sizes: list[int], data: st.DataObject, by: int
) -> None:
    at = data.draw(st.integers(0, len(sizes) - 1))
    changed = panes.widened(sizes, at, by)
    if changed is None:
        assert by == 0 or (sum(sizes) - sizes[at] == NARROWEST * (len(sizes) - 1) if by > 0 else True)
        assert by >= 0 or sizes[at] == NARROWEST
        return
    assert sum(changed) == sum(sizes)
    assert min(changed) >= NARROWEST
    assert 0 < (changed[at] - sizes[at]) / by <= 1


@given(SIZES, st.data(), st.integers(min_value=-200, max_value=200))
def test_a_rule_moves_between_two_columns_that_stay_readable(
    sizes: list[int], data: st.DataObject, by: int
) -> None:
    left = data.draw(st.integers(0, len(sizes) - 2))
    changed = panes.with_rule_at(sizes, left, by)
    assert sum(changed) == sum(sizes)
    assert min(changed) >= NARROWEST
    assert changed[:left] + changed[left + 2 :] == sizes[:left] + sizes[left + 2 :]


@given(SIZES)
def test_widths_made_by_hand_are_given_to_the_cell(sizes: list[int]) -> None:
    width = sum(sizes)
    assume(len(sizes) * NARROWEST < width)
    shares = {index: size * len(sizes) / width for index, size in enumerate(sizes)}
    assert Widths(shares=shares).sizes(width, dict.fromkeys(range(len(sizes)), 1), 84) == sizes


@pytest.mark.parametrize("at", [0, 1])
def test_one_column_or_none_to_spare_cannot_be_widened(at: int) -> None:
    assert panes.widened([80], 0, 4) is None
    assert panes.widened([NARROWEST, NARROWEST], at, 4) is None
    assert panes.widened([NARROWEST, NARROWEST], at, -4) is None


@given(st.integers(0, 11), st.integers(0, 11), st.integers(1, 12))
def test_the_current_column_is_seen_and_no_place_is_wasted(at: int, first: int, count: int) -> None:
    moved = panes.first_shown(SentenceRef(at, 0), range(12), first, count)
    assert moved <= at < moved + count
    assert 0 <= moved <= 12 - count

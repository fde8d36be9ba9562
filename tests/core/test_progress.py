"""Telling how far work has come."""

from __future__ import annotations

import pytest

from newsdiff.core.comparison import Cancelled, compare
from newsdiff.core.progress import stage, told
from stories import made_up_story


def test_items_come_in_order_and_the_share_done_is_told_before_them() -> None:
    shares: list[float] = []
    assert list(told(range(200), shares.append)) == list(range(200))
    assert shares[0] == 0.0
    assert shares == sorted(shares)
    assert 0.5 < shares[-1] < 1.0


def test_nothing_is_told_of_no_items() -> None:
    shares: list[float] = []
    assert list(told((), shares.append)) == []
    assert shares == []


def test_a_stage_tells_its_part_of_the_whole() -> None:
    shares: list[float] = []
    part = stage(shares.append, 0.2, 0.6)
    part(0.0)
    part(0.5)
    assert shares == pytest.approx([0.2, 0.4])


@pytest.mark.parametrize("tenth", range(10))
def test_a_comparison_can_be_stopped_in_every_tenth_of_its_course(tenth: int) -> None:
    def stop(share: float) -> None:
        if tenth / 10 <= share < (tenth + 1) / 10:
            raise Cancelled

    with pytest.raises(Cancelled):
        compare(made_up_story(7, outlets=3, length=60), progress=stop)

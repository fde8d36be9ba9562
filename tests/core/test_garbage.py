"""Garbage is not looked for while the engine works, and always afterwards."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from newsdiff.core.comparison import Cancelled, compare
from newsdiff.core.garbage import uncollected
from stories import made_up_story


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


def test_it_is_not_looked_for_within_and_is_afterwards() -> None:
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_stays_off_where_it_was_off() -> None:
    gc.disable()
    with uncollected():
        pass
    assert not gc.isenabled()


@pytest.mark.parametrize("stop", [Cancelled, ZeroDivisionError])
def test_it_is_looked_for_after_a_comparison_that_was_stopped_or_failed(stop: type[Exception]) -> None:
    seen = []

    def progress(share: float) -> None:
        seen.append(gc.isenabled())
        if share > 0.5:
            raise stop

    with pytest.raises(stop):
        compare(made_up_story(7, outlets=3, length=60), progress=progress)
    assert not any(seen[1:])
    assert gc.isenabled()

from __future__ import annotations

from newsdiff.core.article import SentenceRef
from newsdiff.core.comparison import Comparison
from newsdiff.tui import navigation


def test_only_here_stops_are_whole_sentences_in_the_order_of_the_columns(comparison: Comparison) -> None:
    assert navigation.only_here_stops(comparison, [0, 1, 2]) == [(0, 3), (1, 2), (2, 1), (2, 2)]
    assert navigation.only_here_stops(comparison, [2]) == [(2, 1), (2, 2)]


def test_steps_go_round(comparison: Comparison) -> None:
    stops = navigation.only_here_stops(comparison, [0, 1, 2])
    assert navigation.step(stops, SentenceRef(2, 2), [0, 1, 2], 1) == (0, 3)
    assert navigation.step(stops, SentenceRef(0, 0), [0, 1, 2], -1) == (2, 2)
    assert navigation.step(stops, None, [0, 1, 2], 1) == (0, 3)
    assert navigation.step([], SentenceRef(0, 0), [0], 1) is None


def test_a_sentence_that_is_not_shown_is_stood_in_for(comparison: Comparison) -> None:
    assert navigation.stand_in(comparison, SentenceRef(0, 2), [1, 2]) == (1, 1)
    assert navigation.stand_in(comparison, SentenceRef(0, 3), [1, 2]) == (1, 0)
    assert navigation.stand_in(comparison, None, [2]) == (2, 0)
    assert navigation.stand_in(comparison, None, []) is None

from __future__ import annotations

from dataclasses import replace

import pytest

from newsdiff.core.article import Article, Sentence, SentenceRef
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


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("FERRY", ["ferry"]),
        ("cafe", ["Café"]),
        ('"no"', ["“No”"]),
        ("it's", ["It’s"]),
        ("ﬁne", ["fine"]),
        ("[", ["["]),
        ("", []),
        ("   ", []),
        ("nowhere", []),
    ],
)
def test_words_are_found_whatever_their_dress(query: str, found: list[str]) -> None:
    text = "“No” said the Café. It’s fine [a ferry]."
    article = Article("a", "A", text, (Sentence(0, len(text), 0),))
    hits = navigation.find(Comparison((article,)), [0], query)
    assert [text[hit.span.start : hit.span.end] for hit in hits] == found


def test_words_are_not_found_across_sentences_or_in_hidden_articles(comparison: Comparison) -> None:
    assert not navigation.find(comparison, [0, 1, 2], "Monday. Engineers")
    assert len(navigation.find(comparison, [0, 1, 2], "bridge")) == 3
    assert len(navigation.find(comparison, [1], "bridge")) == 1
    assert not navigation.find(replace(comparison, articles=()), [], "bridge")

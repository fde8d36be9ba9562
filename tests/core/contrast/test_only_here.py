"""How a sentence is cut into parts that may be only here."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.core.article import SentenceRef
from newsdiff.core.contrast.only_here import parts
from newsdiff.core.matching import commonness
from newsdiff.core.matching.story import Story, prepare
from stories import story

FIRST = SentenceRef(0, 0)


def cut(text: str) -> list[str]:
    one = prepared(text)
    return [text[part.span.start : part.span.end] for part in parts(one, one.profiles[FIRST])]


def prepared(text: str) -> Story:
    return prepare(story(("One", [text])), commonness.shipped())


def test_parts_are_clauses_and_phrases_without_the_punctuation_around_them() -> None:
    assert cut("The dam held, engineers said, and the town slept (in peace).") == [
        "The dam held",
        "engineers said",
        "and the town slept",
        "in peace",
    ]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Repairs cost $4,000, the mayor claims.", "$4,000"),
        ("Turnout fell by 12%, officials claim.", "12%"),
        ("They left at 10:30, neighbours claim.", "10:30"),
    ],
)
def test_a_figure_stays_whole_with_its_signs(text: str, whole: str) -> None:
    assert any(whole in part for part in cut(text))


def test_a_sentence_of_stop_words_has_no_parts() -> None:
    assert cut("And then there was this.") == []


@given(st.text('ab ,;–“”"()0129%$é漢-\n', min_size=1, max_size=60).filter(lambda text: text.strip() == text))
def test_parts_hold_every_word_once_and_keep_words_whole(text: str) -> None:
    one = prepared(text)
    profile = one.profiles[FIRST]
    found = parts(one, profile)
    held = [place for part in found for place in range(part.first, part.end)]
    assert held == list(range(len(profile.words)))
    end = 0
    for part in found:
        assert end <= part.span.start < part.span.end <= len(text)
        assert part.span.start <= profile.words[part.first].start
        assert profile.words[part.end - 1].end <= part.span.end
        end = part.span.end

"""Whose words two sentences are, and that it counts for a link."""

from __future__ import annotations

from newsdiff.core.article import SentenceRef
from newsdiff.core.matching import commonness, context, scoring
from newsdiff.core.matching.model import logit
from newsdiff.core.matching.story import Story, prepare
from newsdiff.core.progress import quiet
from stories import story

ELSEWHERE = [
    "Rain had fallen on Orlow for a week.",
    "Otto Bram would not say how many houses are gone.",
    "“The bridge will not see the morning,” Ines Calder said.",
]
FOLLOW_ON, QUOTED = SentenceRef(1, 1), SentenceRef(1, 2)


def told(*sentences: str) -> Story:
    return prepare(story(("Post", list(sentences)), ("Radio", ELSEWHERE)), commonness.shipped())


def numbers(one: Story, a: SentenceRef, b: SentenceRef) -> dict[str, float]:
    described = context.describe(one, one.profiles[a], one.profiles[b])
    assert described == context.describe(one, one.profiles[b], one.profiles[a])
    return dict(zip(context.NAMES, described, strict=True))


def log_odds(one: Story, a: SentenceRef, b: SentenceRef) -> float:
    return logit(scoring.score(one, scoring.shipped(), quiet)[a, b])


def test_a_follow_on_has_the_voice_of_the_sentence_before() -> None:
    same = told("Gen. Otto Bram spoke of houses lost.", "He did not say how many.")
    found = numbers(same, SentenceRef(0, 1), FOLLOW_ON)
    assert (found["same_voice"], found["other_voice"], found["voice_named"]) == (1, 0, 1)
    assert found["same_voice_counted"] == 0


def test_a_surname_that_both_have_counts_among_their_words() -> None:
    one = told("Gen. Otto Bram did not say how many.")
    assert numbers(one, SentenceRef(0, 0), FOLLOW_ON)["same_voice_counted"] > 0


def test_two_persons_are_another_voice() -> None:
    other = told("Gen. Anna Drey spoke of houses lost.", "She did not say how many.")
    found = numbers(other, SentenceRef(0, 1), FOLLOW_ON)
    assert (found["same_voice"], found["other_voice"], found["voice_named"]) == (0, 1, 0)


def test_nobody_is_neither_the_same_nor_another_voice() -> None:
    found = numbers(told("Rain fell."), SentenceRef(0, 0), SentenceRef(1, 0))
    assert set(found.values()) == {0.0}


def test_both_tell_what_one_person_said() -> None:
    one = told(
        "“We have lost the road,” Ines Calder said. “We wait.", "The bridge will not hold till morning.”"
    )
    assert numbers(one, SentenceRef(0, 1), QUOTED)["same_voice_speaks"] == 1
    acting = told("Mayor Ines Calder came to the bridge in the morning.")
    assert numbers(acting, SentenceRef(0, 0), QUOTED)["same_voice_speaks"] == 0


def test_the_rest_of_a_quotation_is_likelier_the_same_in_the_mouth_of_the_same_person() -> None:
    rest = "The bridge will not hold till morning.”"
    same = told("“We have lost the road,” Ines Calder said. “We wait.", rest)
    other = told("“We have lost the road,” Anna Drey said. “We wait.", rest)
    pair = (SentenceRef(0, 1), QUOTED)
    assert log_odds(same, *pair) > log_odds(other, *pair) + 0.5


def test_a_follow_on_is_likelier_the_same_where_it_is_of_the_same_person() -> None:
    follow_on = "He would not say how many houses."
    pair = (SentenceRef(0, 1), FOLLOW_ON)
    same = told("Otto Bram said water took the lower road.", follow_on)
    other = told("Paul Drey said water took the lower road.", follow_on)
    assert log_odds(same, *pair) > log_odds(other, *pair) + 0.5


def test_the_office_is_who_holds_it() -> None:
    same = told("Mayor Ines Calder came.", "The mayor gave up the bridge by morning.")
    assert numbers(same, SentenceRef(0, 1), QUOTED)["same_voice"] == 1

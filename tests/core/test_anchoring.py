"""Places that are found again in a text that has changed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.core.anchoring import Anchor, anchor, find, sentence_at
from newsdiff.core.article import Article, SentenceRef, Span
from stories import story

(POST,) = story(
    (
        "Post",
        [
            "The mayor said no.",
            "Floods closed the bridge at Orlow on Tuesday night.",
            "The mayor said no.",
            "Nobody was hurt.",
        ],
    )
)


def sentence(number: int) -> Anchor:
    where = POST.sentences[number]
    return anchor(POST, Span(where.start, where.end))


def edited(text: str) -> Article:
    return replace(POST, text=text)


def found(place: Anchor, text: str) -> str | None:
    span = find(place, edited(text))
    return text[span.start : span.end] if span else None


@given(st.integers(0, len(POST.text) - 1), st.integers(1, 30))
def test_in_the_same_text_every_place_is_where_it_was(start: int, length: int) -> None:
    span = Span(start, min(start + length, len(POST.text)))
    assert find(anchor(POST, span), POST) == span


@given(st.text(alphabet="xyz ", max_size=60), st.text(alphabet="xyz ", max_size=60))
def test_text_added_before_and_behind_moves_the_place(before: str, behind: str) -> None:
    assert find(sentence(1), edited(before + POST.text + behind)) == Span(
        len(before) + POST.sentences[1].start, len(before) + POST.sentences[1].end
    )


def test_of_two_equal_sentences_the_one_with_the_same_neighbours_is_meant() -> None:
    text = "New lead. The mayor said no. Floods closed the bridge. The mayor said no. Nobody was hurt."
    first, second = find(sentence(0), edited(text)), find(sentence(2), edited(text))
    assert first is not None
    assert second is not None
    assert (first.start, second.start) == (text.index("The mayor"), text.rindex("The mayor"))


def test_a_letter_and_a_comma_more_are_the_same_place() -> None:
    text = "The mayor said no. Floods closed the bridge at Orlov, on Tuesday night. Nobody was hurt."
    assert (found(sentence(1), text) or "").startswith("Floods closed the bridge at Orlov")


def test_other_words_are_not() -> None:
    text = "The mayor said no. Floods closed the school in Tessel on Friday night. Nobody was hurt."
    assert found(sentence(1), text) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Police said that 24 people were shot in the city.",
            "Police said that 68 people were shot in the city.",
        ),
        ("The bridge cost 3.5 million euros to repair.", "The bridge cost 35 million euros to repair."),
        (
            "The mayor did say that the bridge was unsafe.",
            "The mayor did not say that the bridge was unsafe.",
        ),
        (
            "On Tuesday night the mayor of Orlow was never told that the old bridge was unsafe.",
            "On Tuesday night the mayor of Orlow was told that the old bridge was unsafe.",
        ),
        (
            "The engineers could reach the bridge on Tuesday.",
            "The engineers couldn't reach the bridge on Tuesday.",
        ),
        (
            "The engineers can reach the bridge on Tuesday.",
            "The engineers cannot reach the bridge on Tuesday.",
        ),
    ],
)
def test_another_figure_or_a_negation_is_not_the_same_place(before: str, after: str) -> None:
    place = anchor(edited(before), Span(0, len(before)))
    assert found(place, f"A new lead. {after} Nobody came.") is None


def test_words_beside_the_place_are_no_part_of_it() -> None:
    before = "On Tuesday night the mayor of Orlow was told that 24 old bridges were quite unsafe."
    after = before.replace("quite ", "")
    place = anchor(edited(before), Span(0, len(before)))
    assert found(place, f"It was 7 o'clock. {after} Nobody came. 3 did.") == after


def test_figures_and_negations_that_stay_are_the_same_place() -> None:
    before = "Police didn't say that 24 people were hurt at Orlow."
    place = anchor(edited(before), Span(0, len(before)))
    after = "Police didn\u2019t say that 24 people were hurt at Orlov."
    assert found(place, f"2 bridges closed. {after} 7 stayed.") == after


def test_an_anchor_keeps_what_stands_around_it() -> None:
    text = (
        "Floods closed the bridge on Tuesday night, and on Wednesday morning the mayor of Orlow said that"
        " nobody had been hurt."
    )
    place = anchor(edited(text), Span(72, 77))
    assert (place.before, place.quote, place.after) == (
        "t, and on Wednesday morning the ",
        "mayor",
        " of Orlow said that nobody had b",
    )


def test_short_words_are_found_as_they_stand_or_not_at_all() -> None:
    place = anchor(POST, Span(4, 9))
    assert found(place, "A major said no.") is None
    assert found(place, "So the mayor said no.") == "mayor"


def test_a_place_is_in_the_sentence_that_holds_most_of_it_however_it_is_cut() -> None:
    (joined,) = story(
        ("Post", [" ".join([POST.sentence_text(0), POST.sentence_text(1)]), "Nobody was hurt."])
    )
    joined = replace(joined, id=POST.id)
    assert sentence_at((joined,), sentence(1)) == SentenceRef(0, 0)
    assert sentence_at((joined,), sentence(3)) == SentenceRef(0, 1)
    assert sentence_at((replace(joined, id="other"),), sentence(1)) is None

"""Text to stems."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.core.matching.words import stem_of, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("floods", "flooding"),
        ("Ministers", "minister"),
        ("MAYOR", "mayor"),
        ("mayor’s", "mayor"),
        ("mayor's", "mayor’s"),
        ("O’Hare", "OHare"),
        ("4,000", "4000"),
        ("twelve", "12"),
        ("children", "child"),
        ("wrote", "writing"),
        ("won", "winning"),
        ("Sept", "September"),
    ],
)
def test_forms_of_one_word_have_one_stem(one: str, other: str) -> None:
    assert stem_of(one) == stem_of(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("4000", "400"), ("3.5", "35"), ("flood", "floor"), ("May", "March"), ("two", "twelve")],
)
def test_different_words_have_different_stems(one: str, other: str) -> None:
    assert stem_of(one) != stem_of(other)


@pytest.mark.parametrize("word", ["the", "The", "AND", "didn’t", "won't", "she's", "x", "Mr"])
def test_stop_words_and_single_letters_carry_nothing(word: str) -> None:
    assert stem_of(word) == ""


def test_every_listed_form_counts_as_what_the_list_says() -> None:
    lines = (
        files("newsdiff.core.matching").joinpath("word_forms.txt").read_text(encoding="utf-8").splitlines()
    )
    pairs = [line.split() for line in lines if line and not line.startswith("#")]
    assert len(pairs) > 50
    assert [(form, other) for form, other in pairs if stem_of(form) != stem_of(other)] == []
    forms = [form for form, _ in pairs]
    assert sorted(set(forms)) == sorted(forms), "a form that is listed twice counts once"


def test_a_word_knows_where_it_stands_and_whether_it_is_a_figure() -> None:
    text = "On Monday 4,000 soldiers and twelve dogs crossed the Tessel."
    found = words(text, 10, len(text))
    assert [text[word.start : word.end] for word in found] == [
        "4,000", "soldiers", "twelve", "dogs", "crossed", "Tessel",
    ]  # fmt: skip
    assert [word.is_figure for word in found] == [True, False, True, False, False, False]


def test_only_the_asked_stretch_is_read() -> None:
    text = "Rivers rose. Bridges closed. Schools opened."
    found = words(text, 13, 28)
    assert [text[word.start : word.end] for word in found] == ["Bridges", "closed"]


@given(st.text(max_size=80))
def test_words_of_any_text_are_in_order_and_whole(text: str) -> None:
    end = 0
    for word in words(text, 0, len(text)):
        assert end <= word.start < word.end <= len(text)
        assert word.stem
        assert text[word.start].isalnum()
        assert text[word.end - 1].isalnum()
        end = word.end

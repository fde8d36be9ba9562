"""Text to stems."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.core.matching.languages import NAMES, OTHER, Language, named
from newsdiff.core.matching.words import stem_of, words

EN = named("english")
LANGUAGES = st.sampled_from([*map(named, NAMES), OTHER])


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
    assert stem_of(one, EN) == stem_of(other, EN) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("4000", "400"), ("3.5", "35"), ("flood", "floor"), ("May", "March"), ("two", "twelve")],
)
def test_different_words_have_different_stems(one: str, other: str) -> None:
    assert stem_of(one, EN) != stem_of(other, EN)


@pytest.mark.parametrize("word", ["the", "The", "AND", "didn’t", "won't", "she's", "x", "Mr"])
def test_stop_words_and_single_letters_carry_nothing(word: str) -> None:
    assert stem_of(word, EN) == ""


def test_a_word_knows_where_it_stands_and_whether_it_is_a_figure() -> None:
    text = "On Monday 4,000 soldiers and twelve dogs crossed the Tessel."
    found = words(text, 10, len(text), EN)
    assert [text[word.start : word.end] for word in found] == [
        "4,000", "soldiers", "twelve", "dogs", "crossed", "Tessel",
    ]  # fmt: skip
    assert [word.is_figure for word in found] == [True, False, True, False, False, False]


def test_only_the_asked_stretch_is_read() -> None:
    text = "Rivers rose. Bridges closed. Schools opened."
    found = words(text, 13, 28, EN)
    assert [text[word.start : word.end] for word in found] == ["Bridges", "closed"]


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("german", "Straße", "STRASSEN"),
        ("german", "Häuser", "Haus"),
        ("german", "4.000,50", "4000,50"),
        ("german", "zwölf", "12"),
        ("french", "l’élève", "ELEVES"),
        ("french", "qu'envoyées", "envoyé"),
        ("french", "4 000", "4000"),
        ("french", "aujourd'hui", "aujourd’hui"),
        ("italian", "dell’alluvione", "alluvioni"),
        ("spanish", "LEON", "León"),
        ("portuguese", "inundações", "inundação"),
        ("dutch", "foto's", "foto"),
        ("swedish", "skolorna", "skola"),
        ("danish", "skolerne", "skole"),
        ("norwegian", "skolene", "skole"),
        ("polish", "dwóch", "2"),
        ("russian", "школы", "школах"),
        ("russian", "четырёх", "4"),
    ],
)
def test_forms_of_one_word_have_one_stem_in_their_language(name: str, one: str, other: str) -> None:
    assert _stems(one, named(name)) == _stems(other, named(name)) != []


@pytest.mark.parametrize(
    ("name", "written", "figure"),
    [
        ("english", "4,000.5", "#4000.5"),
        ("german", "4.000,5", "#4000.5"),
        ("french", "1 234 567", "#1234567"),
        ("swedish", "12 400,5", "#12400.5"),
        ("german", "3,14", "#3.14"),
        ("spanish", "10.30", "#10.30"),
        ("german", "12.3.2024", "#12.3.2024"),
    ],
)
def test_a_figure_is_the_same_in_every_notation(name: str, written: str, figure: str) -> None:
    assert _stems(written, named(name)) == [figure]


def test_a_year_and_a_number_after_it_stay_two() -> None:
    assert _stems("2024 100", named("german")) == ["#2024", "#100"]
    assert _stems("12 400", EN) == ["#12", "#400"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("german", "Die und daß DASS"),
        ("french", "L’ qu’il n'a c'est À"),
        ("italian", "dell'un c'è"),
        ("russian", "её ее"),
        ("danish", "i på"),
    ],
)
def test_stop_words_of_a_language_carry_nothing(name: str, words: str) -> None:
    assert _stems(words, named(name)) == []


def test_a_language_that_is_not_known_has_no_stop_words_and_no_stems() -> None:
    assert _stems("The mayors", OTHER) == ["the", "mayors"]


@pytest.mark.parametrize(
    "word",
    [
        "हिन्दी", "বাংলা", "ਪੰਜਾਬੀ", "ગુજરાતી", "தமிழ்", "తెలుగు", "ಕನ್ನಡ", "മലയാളം", "සිංහල", "ข่าวไทย", "ພາສາລາວ",
        "မြန်မာ", "ខ្មែរ", "עִבְרִית", "العَرَبِيَّة", "e\u0301te\u0301",
    ],
)  # fmt: skip
def test_marks_on_letters_do_not_tear_a_word_apart(word: str) -> None:
    text = f"({word}, {word})"
    found = words(text, 0, len(text), OTHER)
    assert [text[place.start : place.end] for place in found] == [word, word]


def test_scripts_without_spaces_are_cut_into_syllables() -> None:
    assert _stems("市长COVID病毒", OTHER) == ["市", "长", "covid", "病", "毒"]
    assert _stems("東京のサッカー", OTHER) == ["東", "京", "サッカー"]
    assert _stems("서울 시장", OTHER) == ["서", "울", "시", "장"]


@given(st.text(max_size=80) | st.text(st.sampled_from("aZéß'’ .,1234 \u0301病はサ서")), LANGUAGES)
def test_words_of_any_text_are_in_order_and_whole(text: str, language: Language) -> None:
    end = 0
    for word in words(text, 0, len(text), language):
        assert end <= word.start < word.end <= len(text)
        assert word.stem
        assert text[word.start].isalnum()
        assert text[word.end - 1].isalnum() or unicodedata.category(text[word.end - 1]).startswith("M")
        end = word.end


def _stems(text: str, language: Language) -> list[str]:
    return [word.stem for word in words(text, 0, len(text), language)]

"""Whose words or acts a sentence tells, where it names nobody itself."""

from __future__ import annotations

import pytest

from newsdiff.core.article import Article, Sentence
from newsdiff.core.matching.languages import named
from newsdiff.core.matching.voices import Voice, voices
from stories import story

NOBODY = Voice()


def heard(*sentences: str, language: str = "english") -> list[Voice]:
    (article,) = story(("Post", list(sentences)))
    return voices(article, range(len(sentences)), named(language))


def stems(*sentences: str) -> list[str]:
    return [voice.stem for voice in heard(*sentences)]


def test_who_is_named_as_speaking_is_the_voice() -> None:
    assert heard("Ines Calder said on Monday that the dam holds.") == [Voice("calder", True)]
    assert heard("“The dam holds,” said the mayor's deputy, a friend of Orlow.")[0].stem == ""
    assert heard("“The dam holds,” said Ines Calder, the mayor.") == [Voice("calder", True)]


def test_a_follow_on_is_of_the_person_of_the_sentence_before() -> None:
    assert stems("Gen. Otto Bram said houses were lost.", "He did not say how many.") == ["bram", "bram"]


def test_a_pronoun_without_speech_before_it_is_the_last_person_named() -> None:
    sentences = ["Mr. Bram met Ms. Calder at the dam.", "The water was high.", "He left at noon."]
    assert stems(*sentences) == ["bram", "", "bram"]


def test_a_quotation_split_over_sentences_keeps_its_voice() -> None:
    assert heard(
        "“We have lost the lower road,” Ines Calder said.",
        "“The bridge is next.",
        "It will not see the morning.",
        "Then we are alone.”",
        "Rain fell until nine.",
    ) == [*[Voice("calder", True)] * 4, NOBODY]


def test_straight_quotation_marks_open_and_close_by_turns() -> None:
    sentences = ['"We wait," Ines Calder said. "The road is lost.', 'The bridge is next."', "Rain fell."]
    assert stems(*sentences) == ["calder", "calder", ""]


def test_a_quotation_ends_with_its_paragraph() -> None:
    text = "Ines Calder said: “We wait. Rain fell. It fell until nine."
    spans = [(0, 27), (28, 38), (39, 58)]
    sentences = [Sentence(start, end, number // 2) for number, (start, end) in enumerate(spans)]
    article = Article("post", "Post", text, tuple(sentences))
    assert [voice.stem for voice in voices(article, range(3), named("english"))] == ["calder", "calder", ""]


def test_a_quotation_that_is_never_closed_does_not_run_on_for_ever() -> None:
    told = stems("Ines Calder said: “We wait.", *["Rain fell."] * 12)
    assert told[1] == "calder"
    assert told[-1] == ""


def test_an_office_stands_for_who_holds_it() -> None:
    sentences = ["Mayor Ines Calder closed the road.", "Rain fell.", "The mayor opened it on Friday."]
    assert stems(*sentences) == ["calder", "", "calder"]


def test_a_name_in_a_quotation_does_not_act() -> None:
    assert stems("Mr. Bram was late.", "“Where is Bram?” said Ines Calder.") == ["bram", "calder"]


def test_a_double_name_and_a_possessive_are_one_person() -> None:
    assert stems("Ines Calder-Voss said no.", "Mr. Voss's car was gone.") == ["voss", "voss"]


def test_days_and_titles_are_nobody() -> None:
    assert stems("The company said on Monday said the note.", "Secretary said nothing.") == ["", ""]


def test_of_other_languages_no_voice_is_known() -> None:
    assert heard("Ines Calder said no.", language="german") == [NOBODY]


@pytest.mark.parametrize(
    "text", ["A" * 50_000, "A. " * 20_000, "“" * 50_000, "said " * 10_000, "-A" * 30_000]
)
def test_hostile_text_takes_no_time(text: str) -> None:
    assert len(heard(text)) == 1

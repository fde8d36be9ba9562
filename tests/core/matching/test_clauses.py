"""Where sentences are cut, and what stands between quotation marks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.core.matching.clauses import cuts, phrase_cuts, quotations


def pieces(text: str, at: list[int]) -> list[str]:
    edges = [0, *at, len(text)]
    return [text[start:end].strip(" ,;") for start, end in pairwise(edges)]


def test_a_sentence_is_cut_at_commas_and_where_a_clause_begins() -> None:
    text = "The dam held, engineers said and the town slept"
    assert pieces(text, cuts(text, 0, len(text))) == ["The dam held", "engineers said", "and the town slept"]


def test_phrases_are_cut_too() -> None:
    text = "The dam held on Friday for the third time"
    assert cuts(text, 0, len(text)) == []
    assert pieces(text, phrase_cuts(text, 0, len(text))) == [
        "The dam held",
        "on Friday",
        "for the third time",
    ]


@pytest.mark.parametrize("figure", ["4,000", "1,250,000", "10:30", "2020–21"])
def test_a_figure_is_never_cut(figure: str) -> None:
    text = f"About {figure} people"
    assert cuts(text, 0, len(text)) == []


def test_a_comma_after_a_figure_does_cut() -> None:
    text = "In 2020, people fled"
    assert pieces(text, cuts(text, 0, len(text))) == ["In 2020", "people fled"]


def test_quotations_are_what_stands_between_the_marks() -> None:
    text = 'He called it “a stunt” and "a shame", not “news.”'
    assert [text[start:end] for start, end in quotations(text, 0, len(text))] == [
        "a stunt",
        "a shame",
        "news.",
    ]


def test_a_quotation_left_open_runs_to_the_end_of_its_sentence() -> None:
    text = "“We did not call. We will not help.”"
    assert [text[start:end] for start, end in quotations(text, 0, 16)] == ["We did not call"]


def test_marks_before_the_sentence_do_not_count() -> None:
    text = "“No,” she said. He left."
    assert quotations(text, 16, len(text)) == []


@given(st.text('ab ,;–“”"0123and', max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_offsets_lie_inside_and_ascend(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    for find in (cuts, phrase_cuts):
        found = find(text, start, end)
        assert found == sorted(set(found))
        assert all(start < at < end for at in found)
    assert set(cuts(text, start, end)) <= set(phrase_cuts(text, start, end))
    assert all(start < span.start <= span.end <= end for span in quotations(text, start, end))


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("„Wir gehen“, sagte sie.", "Wir gehen"),
        ("„Idziemy”, powiedziała.", "Idziemy"),
        ("« On y va », dit-elle.", " On y va "),
        ("»Vi går,« sagde hun.", "Vi går,"),
        ('Sie sagte: "Wir gehen."', "Wir gehen."),
        ("„Wir gehen", "Wir gehen"),
    ],
)
def test_quotation_marks_of_other_languages(text: str, quoted: str) -> None:
    assert [text[span.start : span.end] for span in quotations(text, 0, len(text))] == [quoted]

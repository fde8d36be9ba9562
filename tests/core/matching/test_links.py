"""What two sentences share, as evidence that a person can check."""

from __future__ import annotations

from itertools import pairwise

import pytest

from newsdiff.core.article import SentenceRef
from newsdiff.core.findings import Evidence, EvidenceKind
from newsdiff.core.matching import commonness
from newsdiff.core.matching.links import evidence
from newsdiff.core.matching.story import prepare
from stories import story

A, B = SentenceRef(0, 0), SentenceRef(1, 0)


def shared(one: str, other: str) -> list[tuple[EvidenceKind, str, str]]:
    """Return the evidence between two sentences as the words it stands on, the weightiest first."""
    return [
        (item.kind, one[item.a.start : item.a.end], other[item.b.start : item.b.end])
        for item in evidence_of(one, other)
    ]


def evidence_of(one: str, other: str) -> tuple[Evidence, ...]:
    articles = story(("One", [one]), ("Other", [other]))
    return evidence(prepare(articles, commonness.shipped()), (A, B))


def test_words_that_stand_together_in_both_are_one_item() -> None:
    assert shared("The river burst its banks at dawn.", "At noon it burst its banks, too.") == [
        (EvidenceKind.WORD, "burst its banks", "burst its banks")
    ]


def test_inflected_words_are_shared() -> None:
    assert shared("Floods destroyed a mill.", "A flooded cellar.") == [
        (EvidenceKind.WORD, "Floods", "flooded")
    ]


def test_figures_are_told_as_figures_in_words_or_digits() -> None:
    assert shared("Twelve boats sank.", "They lost 12 horses.") == [(EvidenceKind.FIGURE, "Twelve", "12")]


def test_a_shared_quotation_is_told_as_one() -> None:
    found = shared("“We shall never surrender it,” Lind said.", "Lind: “We shall never surrender it!”")
    assert found[0] == (EvidenceKind.QUOTATION, "never surrender", "never surrender")
    assert (EvidenceKind.WORD, "Lind", "Lind") in found


def test_what_stands_before_a_shared_quotation_does_not_hide_it() -> None:
    one = "Calling the levy “a punishment for young people”, Lind resigned."
    other = "The levy “a punishment for young people”? Hardly."
    assert (EvidenceKind.QUOTATION, "punishment for young people", "punishment for young people") in shared(
        one, other
    )


def test_words_that_only_one_of_them_quotes_are_no_shared_quotation() -> None:
    found = shared("They are “gravely concerned about the dam”.", "All are gravely concerned about the dam.")
    assert {kind for kind, _, _ in found} == {EvidenceKind.WORD}


def test_nothing_shared_is_no_evidence() -> None:
    assert evidence_of("Snow fell in the hills.", "A court struck the tax down.") == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The mill burned and the mill fell.", "A mill, a mill, a mill."),
        ("Anna Lind met Peter Vance in Orlow on Monday.", "In Orlow on Monday Peter Vance met Anna Lind."),
        ("Rain rain rain rain.", "Rain rain."),
    ],
)
def test_no_word_counts_twice_and_weights_are_shares(one: str, other: str) -> None:
    found = evidence_of(one, other)
    assert sum(item.weight for item in found) == pytest.approx(1)
    assert [item.weight for item in found] == sorted((item.weight for item in found), reverse=True)
    for spans in ([item.a for item in found], [item.b for item in found]):
        ordered = sorted(spans)
        assert all(before.end <= after.start for before, after in pairwise(ordered))


def test_evidence_can_be_seen_from_the_other_sentence() -> None:
    one, other = "Lind resigned on Monday.", "On Monday rain fell on Lind."
    assert {item.swapped() for item in evidence_of(one, other)} == set(evidence_of(other, one))


def test_a_long_sentence_of_one_word_is_told_once() -> None:
    # a loop over all runs at all places took eight seconds here
    laugh = " ".join(["ha"] * 660)
    assert shared(laugh, laugh) == [(EvidenceKind.WORD, laugh, laugh)]

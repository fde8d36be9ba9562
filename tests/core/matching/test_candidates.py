"""Which pairs of sentences are worth a score."""

from __future__ import annotations

from itertools import permutations

import pytest

from newsdiff.core.article import SentenceRef
from newsdiff.core.matching import candidates, commonness
from newsdiff.core.matching.candidates import Candidates
from newsdiff.core.matching.story import prepare
from stories import story


def found(*accounts: tuple[str, list[str]]) -> Candidates:
    return candidates.find(prepare(story(*accounts), commonness.shipped()))


def test_sentences_of_two_outlets_that_share_a_telling_word_are_a_pair() -> None:
    pairs = found(
        ("Post", ["The Tessel burst its banks.", "Snow fell."]),
        ("Radio", ["Nobody was hurt.", "Tessel water everywhere."]),
    ).pairs
    assert pairs == ((SentenceRef(0, 0), SentenceRef(1, 1)),)


def test_sentences_of_one_outlet_are_no_pair() -> None:
    assert found(("Post", ["The Tessel rose."]), ("Post", ["The Tessel rose."]), ("Radio", [])).pairs == ()


def test_likeness_is_the_same_from_both_ends_and_nothing_beyond_an_edge() -> None:
    known = found(("Post", ["The Tessel rose fast."]), ("Radio", ["Fast rose the Tessel.", "It rained."]))
    rose, fast, rained, nobody = 0, 1, 2, -1
    assert known.likeness[rose][fast] == known.likeness[fast][rose] > 0
    assert known.likeness[rained] == known.likeness[nobody] == {}


def test_of_the_sentences_most_like_one_the_best_and_the_second_of_each_article_are_known() -> None:
    known = found(
        ("Post", ["The Tessel rose fast on Monday."]),
        ("Radio", ["Snow fell on Tessel.", "Monday saw the Tessel rise fast.", "Tessel rose."]),
        ("Ledger", ["A baker in Tessel sold bread."]),
    )
    likeness, standing = known.likeness[0], known.standings[0]
    assert standing.best == {1: likeness[2], 2: likeness[4]}
    assert standing.second == {1: likeness[3]}
    assert list(standing.strong.values()) == sorted(likeness.values(), reverse=True)


@pytest.mark.parametrize("order", [(1, 2, 0), (2, 1, 0)])
def test_a_word_that_nearly_all_sentences_share_proposes_the_same_pairs_in_any_order(
    order: tuple[int, ...],
) -> None:
    # more sentences with "river" than a stem may have that proposes pairs
    accounts = [
        (outlet, [f"The river took {outlet} house{chr(97 + n % 26)}{chr(97 + n // 26)}." for n in range(150)])
        for outlet in ("Post", "Radio", "Ledger")
    ]
    as_given = found(*accounts)
    reordered = found(*(accounts[index] for index in order))

    def before(ref: SentenceRef) -> SentenceRef:
        return SentenceRef(order[ref.article], ref.sentence)

    assert {frozenset(pair) for pair in as_given.pairs} == {
        frozenset((before(a), before(b))) for a, b in reordered.pairs
    }


ROSE, CALDER = 0, 1
POST = ("Post", ["The Tessel rose.", "Calder resigned."])
RADIO = ("Radio", ["The Tessel rose.", "Calder wept."])
LEDGER = ("Ledger", ["Snow fell.", "Calder spoke."])


@pytest.mark.parametrize("accounts", list(permutations([POST, RADIO, LEDGER])))
def test_of_too_many_pairs_those_whose_neighbours_are_alike_too_are_looked_at(
    accounts: tuple[tuple[str, list[str]], ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    everything = found(*accounts)
    assert len(everything.pairs) == 4
    monkeypatch.setattr(candidates, "_MOST", 2)
    post, radio = sorted((accounts.index(POST), accounts.index(RADIO)))
    assert found(*accounts).pairs == (
        (SentenceRef(post, ROSE), SentenceRef(radio, ROSE)),
        (SentenceRef(post, CALDER), SentenceRef(radio, CALDER)),
    )


def test_pairs_that_promise_as_much_as_the_last_one_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "_MOST", 1)
    same = [(outlet, ["The Tessel rose."]) for outlet in ("Post", "Radio", "Ledger")]
    assert len(found(*same).pairs) == 3


def test_in_a_long_story_next_to_no_likeness_counts_as_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    accounts = (
        ("Post", ["The Tessel " + " ".join(f"one{chr(97 + n)}" for n in range(26)) + "."]),
        ("Radio", ["The Tessel " + " ".join(f"two{chr(97 + n)}" for n in range(26)) + "."]),
    )
    before = found(*accounts).likeness[0]
    monkeypatch.setattr(candidates, "_LONG", 2)
    assert before
    assert 1 not in found(*accounts).likeness[0]

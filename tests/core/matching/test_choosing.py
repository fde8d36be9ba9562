"""Which pairs are linked, given how likely each is and how likely each sentence is alone."""

from __future__ import annotations

from newsdiff.core.article import SentenceRef
from newsdiff.core.matching.alone import Rivals
from newsdiff.core.matching.links import choose
from newsdiff.core.matching.model import Cutoffs

CUTOFFS = Cutoffs(
    link=0.5,
    weak_link=0.24,
    only_link=0.15,
    alone=0.5,
    sure_link=0.6,
    sure_only_here=0.8,
    part=0.5,
    sure_part=0.9,
)
A, B, C = SentenceRef(0, 0), SentenceRef(1, 0), SentenceRef(2, 0)


def chosen(
    scores: dict[tuple[SentenceRef, SentenceRef], float], alone: dict[SentenceRef, float]
) -> set[tuple[SentenceRef, SentenceRef]]:
    ends = {ref for pair in scores for ref in pair}
    near = {
        ref: sorted(
            ((score, b if a == ref else a) for (a, b), score in scores.items() if ref in (a, b)), reverse=True
        )
        for ref in ends
    }
    known = Rivals(near, frozenset())
    return set(choose(scores, known, dict.fromkeys((A, B, C), 0.4) | alone, CUTOFFS))


def test_a_likely_pair_is_linked_even_where_a_sentence_looks_alone() -> None:
    assert chosen({(A, B): 0.55}, {A: 0.9, B: 0.9}) == {(A, B)}


def test_a_weak_pair_is_linked_where_both_sentences_are_held_to_be_shared() -> None:
    pairs = {(A, B): 0.3, (A, C): 0.6, (B, C): 0.7}
    assert chosen(pairs, {}) == set(pairs)
    assert chosen(pairs, {A: 0.7}) == {(A, C), (B, C)}


def test_a_sentence_held_to_be_shared_has_its_best_pair_at_least() -> None:
    assert chosen({(A, B): 0.16, (A, C): 0.18}, {B: 0.9, C: 0.9}) == {(A, C)}
    assert chosen({(A, B): 0.14}, {}) == set()


def test_a_weak_pair_of_sentences_that_look_alone_is_no_link() -> None:
    assert chosen({(A, B): 0.4}, {A: 0.6, B: 0.7}) == set()


def test_the_order_of_the_ends_is_kept_whoever_wanted_the_link() -> None:
    assert chosen({(A, B): 0.2}, {A: 0.9}) == {(A, B)}

"""What the reader says against the engine, and what comes of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsdiff.core.article import SentenceRef
from newsdiff.core.comparison import Comparison, compare
from newsdiff.core.corrections import Correction, Verdict, correct, resolve
from newsdiff.core.findings import Certainty
from newsdiff.core.notebook import Notebook
from stories import TESSEL as STORY
from stories import linked, refs, story

FLOOD, MAYOR, BREAD = (SentenceRef(0, number) for number in range(3))
FLOOD_TOO, MAYOR_TOO, LOAVES = (SentenceRef(1, number) for number in range(3))
SNOW = SentenceRef(2, 1)


def said(verdict: Verdict, *sentences: SentenceRef) -> Correction:
    return correct(STORY, verdict, sentences)


def corrected(*corrections: Correction) -> Comparison:
    return compare(STORY, corrections)


def test_two_sentences_are_linked_because_the_reader_says_so() -> None:
    assert (BREAD, LOAVES) not in linked(compare(STORY))
    comparison = corrected(said(Verdict.SAME, LOAVES, BREAD))
    (link,) = (link for link in comparison.links if (link.a, link.b) == (BREAD, LOAVES))
    assert (link.certainty, link.by_reader) == (Certainty.SURE, True)
    assert comparison.coverage(BREAD) == (2, 0)
    assert comparison.wholly_only_here(BREAD) is None
    assert comparison.passage_of(BREAD) == comparison.passage_of(LOAVES)


def test_a_link_that_the_reader_confirms_is_sure_and_the_readers_own() -> None:
    comparison = corrected(said(Verdict.SAME, MAYOR, MAYOR_TOO))
    (link,) = (link for link in comparison.links if (link.a, link.b) == (MAYOR, MAYOR_TOO))
    assert link.by_reader
    assert link.score == 1
    assert link.evidence


def test_a_link_that_the_reader_takes_away_is_gone_and_nothing_else_is() -> None:
    before = compare(STORY)
    comparison = corrected(said(Verdict.DIFFERENT, FLOOD, FLOOD_TOO))
    assert linked(comparison) == linked(before) - {(FLOOD, FLOOD_TOO)}


def test_without_its_only_link_a_sentence_is_only_here_but_perhaps() -> None:
    comparison = corrected(said(Verdict.DIFFERENT, MAYOR, MAYOR_TOO))
    assert comparison.links_of(MAYOR) == ()
    assert comparison.wholly_only_here(MAYOR) is not None
    (found,) = comparison.only_here_in(MAYOR)
    assert found.nearest is None or found.nearest.sentence != MAYOR_TOO


def test_only_here_by_the_reader_takes_away_what_the_engine_linked() -> None:
    comparison = corrected(said(Verdict.ONLY_HERE, FLOOD))
    assert comparison.links_of(FLOOD) == ()
    (found,) = comparison.only_here_in(FLOOD)
    assert (found.certainty, found.by_reader) == (Certainty.SURE, True)
    assert (found.start, found.end) == (STORY[0].sentences[0].start, STORY[0].sentences[0].end)


def test_not_only_here_by_the_reader_leaves_no_mark() -> None:
    assert compare(STORY).wholly_only_here(SNOW) is not None
    comparison = corrected(said(Verdict.REPORTED, SNOW))
    assert comparison.only_here_in(SNOW) == ()
    assert comparison.reported == {SNOW}
    assert Comparison(comparison.articles, reported=comparison.reported).compared


@pytest.mark.parametrize(
    ("earlier", "later", "links"),
    [
        (Verdict.SAME, Verdict.DIFFERENT, set()),
        (Verdict.DIFFERENT, Verdict.SAME, {(BREAD, LOAVES)}),
    ],
)
def test_the_later_word_counts(
    earlier: Verdict, later: Verdict, links: set[tuple[SentenceRef, SentenceRef]]
) -> None:
    comparison = corrected(said(earlier, BREAD, LOAVES), said(later, BREAD, LOAVES))
    assert linked(comparison) & {(BREAD, LOAVES)} == links


def test_a_link_after_only_here_and_only_here_after_a_link() -> None:
    link, alone = said(Verdict.SAME, BREAD, LOAVES), said(Verdict.ONLY_HERE, BREAD)
    assert (BREAD, LOAVES) in linked(corrected(alone, link))
    assert corrected(alone, link).wholly_only_here(BREAD) is None
    assert corrected(link, alone).links_of(BREAD) == ()


def test_every_sentence_is_linked_or_only_here_or_said_to_be_reported() -> None:
    comparison = corrected(
        said(Verdict.SAME, BREAD, LOAVES),
        said(Verdict.DIFFERENT, FLOOD, FLOOD_TOO),
        said(Verdict.ONLY_HERE, MAYOR),
        said(Verdict.REPORTED, SNOW),
    )
    for ref in refs(STORY):
        kinds = [
            bool(comparison.links_of(ref)),
            comparison.wholly_only_here(ref) is not None,
            ref in comparison.reported,
        ]
        assert sum(kinds) == 1, ref


def test_corrections_follow_their_words_into_an_edited_story() -> None:
    correction = said(Verdict.SAME, BREAD, LOAVES)
    post, radio, ledger = story(
        ("Post", ["A new first sentence.", *(STORY[0].sentence_text(number) for number in range(3))]),
        ("Radio", [STORY[1].sentence_text(2)]),
        ("Ledger", [STORY[2].sentence_text(0)]),
    )
    assert resolve((post, radio, ledger), [correction]).same == {(SentenceRef(0, 3), SentenceRef(1, 0))}
    # another order of the sources, one outlet gone
    assert resolve((radio, post), [correction]).same == {(SentenceRef(0, 0), SentenceRef(1, 3))}


def test_what_says_nothing_any_more_is_named_and_not_dropped() -> None:
    gone = said(Verdict.SAME, BREAD, LOAVES)
    one_outlet = said(Verdict.DIFFERENT, FLOOD, FLOOD_TOO)
    articles = (STORY[0], replace(STORY[1], outlet="Post"))
    (other,) = story(("Post", ["Nothing of all that."]))
    assert resolve((other, STORY[1]), [gone]).lost == (gone,)
    assert resolve(articles, [one_outlet]).lost == (one_outlet,)


def test_a_notebook_keeps_the_last_word_on_the_same_places() -> None:
    notebook = Notebook(compare(STORY)).corrected(Verdict.SAME, [BREAD, LOAVES])
    notebook = notebook.corrected(Verdict.ONLY_HERE, [SNOW]).corrected(Verdict.DIFFERENT, [LOAVES, BREAD])
    assert [correction.verdict for correction in notebook.corrections] == [
        Verdict.ONLY_HERE,
        Verdict.DIFFERENT,
    ]

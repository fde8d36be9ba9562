"""The figures of the overview agree with the links."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsdiff.core.article import Article, SentenceRef
from newsdiff.core.comparison import Comparison, compare
from newsdiff.core.corrections import Verdict
from newsdiff.core.extent import Extent, extent
from newsdiff.core.notebook import Notebook
from newsdiff.core.views.overview import Shared, account, extents, shared
from stories import made_up_story


def test_how_widely_each_sentence_is_reported(comparison: Comparison) -> None:
    assert extents(comparison, 0) == (Extent.ALL, Extent.SOME, Extent.SOME, Extent.ONLY_HERE)
    assert extents(comparison, 2) == (Extent.SOME, Extent.ONLY_HERE, Extent.PERHAPS_ONLY_HERE)


def test_what_is_only_perhaps_shared_is_neither_some_nor_only_here(comparison: Comparison) -> None:
    weak = Comparison(comparison.articles, tuple(link for link in comparison.links if link.score == 0.5))
    assert extent(weak, SentenceRef(1, 0)) is Extent.PERHAPS_SOME


def test_what_the_reader_says_others_report_is_reported_by_some(comparison: Comparison) -> None:
    alone, doubtful = SentenceRef(0, 3), SentenceRef(1, 0)
    said = replace(
        comparison,
        links=tuple(link for link in comparison.links if link.score == 0.5),
        only_here=tuple(each for each in comparison.only_here if each.sentence != alone),
        reported=frozenset({alone, doubtful}),
    )
    assert (extent(said, alone), extent(said, doubtful)) == (Extent.SOME, Extent.SOME)


def test_the_shares_add_up_where_the_reader_says_that_others_report_a_sentence(
    notebook: Notebook,
) -> None:
    articles = notebook.comparison.articles
    first = compare(articles)
    alone = first.only_here[0].sentence
    assert first.wholly_only_here(alone)
    said = notebook.corrected(Verdict.REPORTED, [alone])
    found = account(compare(articles, said.corrections), alone.article)
    assert found.of[Extent.NONE] == 0
    assert found.share(*Extent) == pytest.approx(1)


def test_of_a_heading_and_of_what_was_not_compared_nothing_is_said(comparison: Comparison) -> None:
    assert set(extents(Comparison(comparison.articles), 0)) == {Extent.NONE}


def test_an_account_counts_its_words_and_what_it_consists_of(comparison: Comparison) -> None:
    found = account(comparison, 2)
    assert (found.words, found.sentences) == (14, 3)
    assert found.share(Extent.SOME) == pytest.approx(1 / 3)
    assert found.share(Extent.ONLY_HERE, Extent.PERHAPS_ONLY_HERE) == pytest.approx(2 / 3)
    assert account(_with_heading(comparison), 2).words == 9


def _with_heading(comparison: Comparison) -> Comparison:
    wire = comparison.articles[2]
    last = replace(wire.sentences[2], heading=True)
    return replace(
        comparison,
        articles=(*comparison.articles[:2], replace(wire, sentences=(*wire.sentences[:2], last))),
        only_here=comparison.only_here[:-1],
    )


def test_an_empty_account_has_no_shares() -> None:
    empty = Comparison((Article("a", "A", "", ()), Article("b", "B", "", ())))
    assert account(empty, 0).share(Extent.ALL) == 0
    assert shared(empty, 0) == (None, Shared(0, 0, 0))
    assert shared(empty, 0)[1].share == 0


def test_how_much_each_reports_of_another_differs_by_direction(comparison: Comparison) -> None:
    assert shared(comparison, 0) == (None, Shared(3, 0, 4), Shared(1, 0, 4))
    assert shared(comparison, 1) == (Shared(2, 0, 3), None, Shared(0, 1, 3))
    assert shared(comparison, 2) == (Shared(1, 0, 3), Shared(0, 1, 3), None)


def test_articles_of_one_outlet_share_nothing_that_is_counted(comparison: Comparison) -> None:
    twin = replace(comparison.articles[2], id="wire-2", outlet="Gazette")
    assert shared(replace(comparison, articles=(*comparison.articles, twin)), 0)[3] is None


@pytest.mark.parametrize("seed", range(3))
def test_the_shares_of_a_compared_story_add_up(seed: int) -> None:
    comparison = compare(made_up_story(seed, outlets=3, length=12))
    for article in range(3):
        found = account(comparison, article)
        assert found.share(*Extent) == pytest.approx(1)
        sentences = [SentenceRef(article, number) for number in range(found.sentences)]
        for other, how_much in enumerate(shared(comparison, article)):
            having = sum(bool(comparison.counterparts(sentence, other)) for sentence in sentences)
            assert how_much is None or how_much.sure + how_much.perhaps == having

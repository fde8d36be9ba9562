from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

import pytest

from newsdiff.core.article import Article, SentenceRef
from newsdiff.core.comparison import Comparison
from newsdiff.core.filtering import Filter, Holding, Reported, in_words, passing, reported
from newsdiff.core.notebook import Notebook
from stories import story


def ref(article: int, sentence: int) -> SentenceRef:
    return SentenceRef(article, sentence)


def asking(*choices: Reported | Holding) -> Filter:
    wanted = Filter()
    for choice in choices:
        wanted = wanted.toggled(choice)
    return wanted


ALL = {ref(0, 0)}
SOME = {ref(0, 1), ref(0, 2), ref(1, 0), ref(1, 1), ref(2, 0)}
ONLY_HERE = {ref(0, 3), ref(2, 1)}
PERHAPS = {ref(1, 2), ref(2, 2)}


@pytest.mark.parametrize(
    ("choices", "found"),
    [
        ([], ALL | SOME | ONLY_HERE | PERHAPS),
        ([Reported.ALL], ALL),
        ([Reported.SOME], SOME),
        ([Reported.ONLY_HERE], ONLY_HERE),
        ([Reported.PERHAPS_ONLY_HERE], PERHAPS),
        ([Reported.ALL, Reported.PERHAPS_ONLY_HERE], ALL | PERHAPS),
        ([Reported.ALL, Reported.ALL], ALL | SOME | ONLY_HERE | PERHAPS),
        ([Holding.FIGURE], {ref(0, 2), ref(1, 1)}),
        ([Holding.FIGURE, Reported.SOME], {ref(0, 2), ref(1, 1)}),
        ([Holding.FIGURE, Reported.ALL], set()),
    ],
)
def test_what_passes(
    notebook: Notebook, choices: Collection[Reported | Holding], found: set[SentenceRef]
) -> None:
    assert passing(notebook, asking(*choices)) == found


def test_a_note_and_a_difference_are_asked_of_those_that_have_them(notebook: Notebook) -> None:
    noted = notebook.with_note(ref(1, 1), "When?")
    assert passing(noted, asking(Holding.NOTE)) == {ref(1, 1)}
    assert passing(notebook, asking(Holding.DIFFERENCE), {ref(0, 2)}) == {ref(0, 2)}
    assert passing(noted, asking(Holding.DIFFERENCE, Holding.NOTE), {ref(0, 2)}) == set()


def test_doubt_is_where_no_link_is_sure(notebook: Notebook) -> None:
    weak = tuple(link for link in notebook.comparison.links if link.score < 0.6)
    story = replace(notebook, comparison=replace(notebook.comparison, links=weak))
    assert passing(story, asking(Holding.DOUBT)) == {ref(1, 0), ref(2, 0)}
    assert passing(notebook, asking(Holding.DOUBT)) == set()


def test_a_quotation_goes_on_from_sentence_to_sentence_within_its_paragraph() -> None:
    articles = story(
        ("Gazette", ["He said: “It is late.", "It is cold.”", "Nobody answered.", 'A "" is empty.']),
        ("Herald", ["It was late.", "“We left."]),
    )
    notebook = Notebook(Comparison(articles))
    assert passing(notebook, asking(Holding.QUOTATION)) == {ref(0, 0), ref(0, 1), ref(1, 1)}


def test_nothing_is_known_of_a_heading_or_before_the_comparison(comparison: Comparison) -> None:
    assert reported(Comparison(comparison.articles), ref(0, 0)) is None
    assert passing(Notebook(Comparison(comparison.articles)), asking(*Reported)) == set()


def test_what_the_reader_says_others_report_is_reported_by_some(comparison: Comparison) -> None:
    said = replace(
        comparison,
        only_here=tuple(each for each in comparison.only_here if each.sentence != ref(0, 3)),
        reported=frozenset({ref(0, 3), ref(0, 0)}),
    )
    assert reported(said, ref(0, 3)) is Reported.SOME
    assert reported(said, ref(0, 0)) is Reported.ALL


def test_the_texts_are_not_gone_through_for_each_sentence(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed = []
    monkeypatch.setattr(Article, "__hash__", lambda article: hashed.append(article.id) or 7)
    passing(notebook, asking(Holding.FIGURE, Holding.QUOTATION))
    assert len(hashed) <= 4 * len(notebook.comparison.articles)


def test_a_filter_says_what_it_asks() -> None:
    assert not Filter()
    assert in_words(Filter()) == ""
    wanted = asking(Reported.PERHAPS_ONLY_HERE, Reported.ONLY_HERE, Holding.NOTE, Holding.FIGURE)
    assert wanted
    assert in_words(wanted) == "only here or perhaps only here, with a figure and with a note"

"""Which linked sentences stand on one row."""

from __future__ import annotations

from newsdiff.core.article import Article, SentenceRef
from newsdiff.core.findings import Certainty, Link, Passage
from newsdiff.core.matching import passages
from stories import story

ABC = story(("A", ["one.", "two.", "three."]), ("B", ["one.", "two."]), ("C", ["one.", "two."]))


def link(a: tuple[int, int], b: tuple[int, int], score: float) -> Link:
    return Link(SentenceRef(*a), SentenceRef(*b), score, Certainty.SURE)


def rows(articles: tuple[Article, ...], *links: Link) -> list[tuple[tuple[int, int], ...]]:
    return [
        tuple((ref.article, ref.sentence) for ref in passage.sentences)
        for passage in passages.find(articles, links)
    ]


def test_sentences_that_are_all_linked_with_each_other_stand_together() -> None:
    links = link((0, 0), (1, 0), 0.9), link((0, 0), (2, 0), 0.8), link((1, 0), (2, 0), 0.7)
    assert rows(ABC, *links) == [((0, 0), (1, 0), (2, 0))]


def test_links_are_not_joined_transitively() -> None:
    # a sentence linked with two that are not linked with each other goes with the one it is more like
    assert rows(ABC, link((0, 0), (1, 0), 0.6), link((0, 0), (2, 0), 0.9)) == [((0, 0), (2, 0))]


def test_neighbours_of_one_article_share_a_row_where_one_sentence_tells_both() -> None:
    assert rows(ABC, link((0, 0), (1, 0), 0.9), link((0, 1), (1, 0), 0.8)) == [((0, 0), (0, 1), (1, 0))]


def test_distant_sentences_of_one_article_never_share_a_row() -> None:
    assert rows(ABC, link((0, 0), (1, 0), 0.9), link((0, 2), (1, 0), 0.8)) == [((0, 0), (1, 0))]


def test_two_articles_of_one_outlet_can_stand_beside_a_third() -> None:
    articles = story(("A", ["one."]), ("A", ["one."]), ("B", ["one."]))
    links = link((0, 0), (2, 0), 0.9), link((1, 0), (2, 0), 0.8)
    assert rows(articles, *links) == [((0, 0), (1, 0), (2, 0))]


def test_passages_are_numbered_in_the_order_of_the_story() -> None:
    links = link((0, 2), (1, 1), 0.9), link((0, 0), (1, 0), 0.3)
    assert passages.find(ABC, links) == (
        Passage(1, (SentenceRef(0, 0), SentenceRef(1, 0))),
        Passage(2, (SentenceRef(0, 2), SentenceRef(1, 1))),
    )


def test_without_links_there_is_no_passage() -> None:
    assert passages.find(ABC, ()) == ()

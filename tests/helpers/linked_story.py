"""A story of any size whose links are known: it looks the same in every column."""

from __future__ import annotations

from newsdiff.core.article import Article, Sentence, SentenceRef
from newsdiff.core.comparison import Comparison
from newsdiff.core.findings import Certainty, Link, OnlyHere
from newsdiff.core.notebook import Notebook


def linked_story(outlets: int, sentences: int = 12) -> Notebook:
    """Return a story in which each sentence but the last is linked with the first outlet's of that number."""
    articles = []
    for number in range(outlets):
        text = ""
        places = []
        for count in range(sentences):
            words = f"Sentence {count} of outlet {number}, with some words to make it long enough to wrap."
            places.append(Sentence(len(text), len(text) + len(words), count // 3))
            text += words + ("\n\n" if count % 3 == 2 else " ")
        articles.append(Article(f"o{number}", f"Outlet {number + 1}", text, tuple(places)))
    links = tuple(
        Link(SentenceRef(0, count), SentenceRef(number, count), 0.9, Certainty.SURE)
        for count in range(sentences - 1)
        for number in range(1, outlets)
    )
    alone = tuple(
        OnlyHere(SentenceRef(number, sentences - 1), place.start, place.end, 0.9, Certainty.SURE)
        for number, article in enumerate(articles)
        for place in article.sentences[-1:]
    )
    return Notebook(Comparison(tuple(articles), links, (), alone), "Story")

"""Articles that are one text: an agency's report in two outlets confirms nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from newsdiff.core.article import Article

_NEARLY = 0.8
"""Share of the sentences of both that are equal but for punctuation and capitals."""

_WORD = re.compile(r"\w+")


def same_texts(articles: Sequence[Article]) -> Iterator[tuple[Article, Article]]:
    """Return every two articles of different outlets that have nearly all sentences in common."""
    sentences = [_sentences(article) for article in articles]
    for (one, mine), (other, theirs) in combinations(zip(articles, sentences, strict=True), 2):
        if one.outlet != other.outlet and _share(mine, theirs) > _NEARLY:
            yield one, other


def likeness(one: Article, other: Article) -> float:
    """Return the share, 0 to 1, of the sentences of both that are equal but for punctuation and capitals."""
    return _share(_sentences(one), _sentences(other))


def _sentences(article: Article) -> frozenset[int]:
    return frozenset(
        hash(tuple(_WORD.findall(article.sentence_text(index).casefold())))
        for index in range(len(article.sentences))
    )


def _share(mine: frozenset[int], theirs: frozenset[int]) -> float:
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine or theirs else 0.0

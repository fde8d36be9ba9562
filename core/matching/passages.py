"""Links to passages: which sentences stand on one row.

Links are not joined transitively, for then most of a story would be one row. Sentences form a passage by
complete linkage: every two of them that are of different outlets are linked.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.core.article import Article, SentenceRef
from newsdiff.core.findings import Link, Passage


def find(articles: Sequence[Article], links: Sequence[Link]) -> tuple[Passage, ...]:
    """Return the passages, numbered from 1 in the order of their first sentences.

    The strongest links are taken first, equal ones by the ids of their articles. Sentences of one article
    stand in one passage only where they follow each other.
    """
    linked = {(link.a, link.b) for link in links} | {(link.b, link.a) for link in links}
    group_of: dict[SentenceRef, list[SentenceRef]] = {}

    def fit(one: SentenceRef, other: SentenceRef) -> bool:
        if one.article == other.article:
            return abs(one.sentence - other.sentence) == 1
        if articles[one.article].outlet == articles[other.article].outlet:
            return True  # never linked, for they are not compared
        return (one, other) in linked

    def rank(link: Link) -> tuple[float, list[tuple[str, int]]]:
        ends = [(articles[end.article].id, end.sentence) for end in (link.a, link.b)]
        return -link.score, sorted(ends)

    for link in sorted(links, key=rank):
        mine = group_of.get(link.a, [link.a])
        theirs = group_of.get(link.b, [link.b])
        if mine is not theirs and all(fit(one, other) for one in mine for other in theirs):
            joined = mine + theirs
            for sentence in joined:
                group_of[sentence] = joined
    groups = sorted({tuple(sorted(group)) for group in group_of.values()})
    return tuple(Passage(number, group) for number, group in enumerate(groups, 1))

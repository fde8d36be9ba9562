"""Where a key leads: pure functions from a place in the story to the next one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from newsdiff.core.article import SentenceRef
from newsdiff.core.comparison import Comparison


def only_here_stops(comparison: Comparison, shown: Sequence[int]) -> list[SentenceRef]:
    """Return the sentences of the shown articles that no other outlet reports, column by column."""
    alone = {found.sentence for found in comparison.only_here if not comparison.links_of(found.sentence)}
    return in_columns(alone, shown)


def in_columns(sentences: Iterable[SentenceRef], shown: Sequence[int]) -> list[SentenceRef]:
    """Return those of `sentences` that stand in the shown articles, column by column."""
    rank = {article: at for at, article in enumerate(shown)}
    return sorted(
        (sentence for sentence in sentences if sentence.article in rank),
        key=lambda sentence: (rank[sentence.article], sentence.sentence),
    )


def step(
    stops: Sequence[SentenceRef], here: SentenceRef | None, shown: Sequence[int], by: int
) -> SentenceRef | None:
    """Return the next stop after `here` (`by` 1) or the one before it (`by` -1), going round at the ends.

    Order is that of the columns on the screen. None where there are no stops.
    """
    if not stops:
        return None
    rank = {article: at for at, article in enumerate(shown)}
    if here is None:
        return stops[0 if by > 0 else -1]
    own = (rank.get(here.article, -1), here.sentence)
    keyed = [((rank[stop.article], stop.sentence), stop) for stop in stops]
    if by > 0:
        return next((stop for key, stop in keyed if key > own), stops[0])
    return next((stop for key, stop in reversed(keyed) if key < own), stops[-1])


def stand_in(
    comparison: Comparison, selected: SentenceRef | None, shown: Sequence[int]
) -> SentenceRef | None:
    """Return where to go when `selected` is not shown: to its first counterpart that is, else to the top.

    None where no shown article has a sentence.
    """
    if selected is not None:
        for article in shown:
            for counterpart in comparison.counterparts(selected, article):
                return counterpart
    return next((SentenceRef(index, 0) for index in shown if comparison.articles[index].sentences), None)


def nearest(
    comparison: Comparison,
    sentence: SentenceRef | None,
    wanted: Collection[SentenceRef],
    shown: Sequence[int],
) -> SentenceRef | None:
    """Return `sentence` or whichever of those `wanted` is nearest to it, None where none of them is shown.

    Nearest is what stands nearest in the same article, then a counterpart, then the first on the screen.
    """
    stops = in_columns(wanted, shown)
    if sentence is None or not stops:
        return stops[0] if stops else None
    beside = [stop for stop in stops if stop.article == sentence.article]
    if beside:
        return min(beside, key=lambda stop: abs(stop.sentence - sentence.sentence))
    others = (link.other(sentence) for link in comparison.links_of(sentence))
    return next((other for other in others if other in wanted and other.article in shown), stops[0])


def counterpart_ring(comparison: Comparison, origin: SentenceRef, shown: Sequence[int]) -> list[SentenceRef]:
    """Return `origin` and its counterparts in the shown articles, by column, the best first in each."""
    ring = [origin]
    for article in shown:
        ring.extend(comparison.counterparts(origin, article))
    return ring

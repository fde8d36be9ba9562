"""Which pairs of sentences are worth a closer look: those that share telling words."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from newsdiff.core.article import SentenceRef
from newsdiff.core.matching.story import Story

Pair = tuple[SentenceRef, SentenceRef]
"""Two sentences of different outlets, in tuple order."""

LEAST_LIKENESS = 0.03
"""Less counts as nothing: of 3,800 links on unseen stories by a fit on all pairs, one lay below it."""

_RANKS = 8
"""A pair is looked at where one of the two is among so many that are most like the other in its article.

Of the links on unseen stories 99 in 100 are among the first five.
"""

_MOST = 60_000
"""Pairs that are looked at in all, the likeliest first: a bound on the time that a very long story takes."""

_STRONG = 5
"""How many sentences of a third article are asked whether they are like both of a pair."""

_COMMONEST = 400
"""A stem in more sentences than this proposes no pairs: in long stories it would propose nearly all."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """The pairs worth a score, in order, each a before b; and how alike sentences of different outlets are.

    Likeness is the Dice coefficient of weighted stems, 0 to 1. `near` holds it by sentence and other article,
    the highest first; `strong` by sentence, for the few of every other article that are most like it.
    """

    pairs: tuple[Pair, ...]
    likeness: dict[Pair, float]
    near: dict[tuple[SentenceRef, int], list[tuple[float, SentenceRef]]]
    strong: dict[SentenceRef, dict[SentenceRef, float]]

    def between(self, one: SentenceRef | None, other: SentenceRef | None) -> float:
        """Return the likeness of two sentences, 0 where it is too little or there is no sentence."""
        if one is None or other is None:
            return 0.0
        return self.likeness.get(_pair(one, other), 0.0)


def find(story: Story) -> Candidates:
    """Return the pairs of sentences of different outlets that share telling stems."""
    likeness = _likeness(story)
    near: defaultdict[tuple[SentenceRef, int], list[tuple[float, SentenceRef]]] = defaultdict(list)
    for (a, b), value in likeness.items():
        near[a, b.article].append((value, b))
        near[b, a.article].append((value, a))
    worth: set[Pair] = set()
    strong: defaultdict[SentenceRef, dict[SentenceRef, float]] = defaultdict(dict)
    for (ref, _), likely in near.items():
        likely.sort(key=lambda item: (-item[0], item[1]))
        worth.update(_pair(ref, other) for _, other in likely[:_RANKS])
        strong[ref].update((other, value) for value, other in likely[:_STRONG])
    if len(worth) > _MOST:
        worth = set(sorted(worth, key=lambda pair: (-likeness[pair], pair))[:_MOST])
    return Candidates(tuple(sorted(worth)), likeness, dict(near), dict(strong))


def _likeness(story: Story) -> dict[Pair, float]:
    """Return the likeness of all pairs that have any worth knowing, from an inverted index over stems."""
    outlets = [article.outlet for article in story.articles]
    holding = Counter(stem for profile in story.profiles.values() for stem in profile.stems)
    index: defaultdict[str, list[SentenceRef]] = defaultdict(list)
    likeness = {}
    for b, profile in sorted(story.profiles.items()):
        shared: defaultdict[SentenceRef, float] = defaultdict(float)
        for stem in sorted(stem for stem in profile.stems if holding[stem] <= _COMMONEST):
            weight = story.weights[stem]
            for a in index[stem]:
                shared[a] += weight
            index[stem].append(b)
        for a, weight in shared.items():
            if outlets[a.article] != outlets[b.article]:
                value = story.dice(weight, story.profiles[a].weight, profile.weight)
                if value >= LEAST_LIKENESS:
                    likeness[a, b] = value
    return likeness


def _pair(one: SentenceRef, other: SentenceRef) -> Pair:
    return (one, other) if one < other else (other, one)

"""Which pairs of sentences are worth a closer look: those that share telling words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from newsdiff.core.article import SentenceRef
from newsdiff.core.matching.story import Story

LEAST_DICE = 0.01
"""Below it a careful reader agreed with one pair in 300 (tools/fit_weights.py prints the figure)."""

_COMMONEST = 400
"""A stem in more sentences than this proposes no pairs: in long stories it would propose nearly all."""

_MOST_PER_ARTICLE = 12
"""How many sentences of one other article are looked at for a sentence, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs (a before b) with the Dice coefficient of their weighted stems, 0 to 1.

    `near` holds the same by sentence and other article, the highest first.
    """

    dice: dict[tuple[SentenceRef, SentenceRef], float]
    near: dict[tuple[SentenceRef, int], list[tuple[float, SentenceRef]]]

    def between(self, one: SentenceRef | None, other: SentenceRef | None) -> float:
        """Return the coefficient of two sentences, 0 where they are no candidates or there is no sentence."""
        if one is None or other is None:
            return 0.0
        return self.dice.get((one, other) if one < other else (other, one), 0.0)


def find(story: Story) -> Candidates:
    """Return the pairs of sentences of different outlets that share telling stems."""
    outlets = [article.outlet for article in story.articles]
    index: defaultdict[str, list[SentenceRef]] = defaultdict(list)
    for ref, profile in story.profiles.items():
        for stem in profile.stems:
            index[stem].append(ref)
    near: defaultdict[tuple[SentenceRef, int], list[tuple[float, SentenceRef]]] = defaultdict(list)
    for ref, profile in story.profiles.items():
        shared: defaultdict[SentenceRef, float] = defaultdict(float)
        for stem in sorted(profile.stems):
            holding = index[stem]
            if len(holding) <= _COMMONEST:
                weight = story.weights[stem]
                for other in holding:
                    shared[other] += weight
        for other, weight in shared.items():
            if outlets[other.article] != outlets[ref.article]:
                likeness = story.dice(weight, profile.weight, story.profiles[other].weight)
                if likeness >= LEAST_DICE:
                    near[ref, other.article].append((likeness, other))
    dice: dict[tuple[SentenceRef, SentenceRef], float] = {}
    for (ref, _), likely in near.items():
        likely.sort(key=lambda pair: (-pair[0], pair[1]))
        for value, other in likely[:_MOST_PER_ARTICLE]:
            dice[(ref, other) if ref < other else (other, ref)] = value
    return Candidates(dice, dict(near))

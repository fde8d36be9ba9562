"""How likely it is that two sentences share a claim: the one place where a pair gets its score."""

from __future__ import annotations

from functools import cache
from typing import Protocol

from newsdiff.core.matching import candidates, context, features, model, surroundings
from newsdiff.core.matching.candidates import Candidates, Pair
from newsdiff.core.matching.story import Story
from newsdiff.core.progress import Progress, stage, told

Scores = dict[Pair, float]
"""The chance, 0 to 1, that a careful reader says the two sentences share a claim, for a before b.

Pairs that are not named share too little to be looked at.
"""

FEATURES = (*features.NAMES, *context.NAMES, *surroundings.NAMES)

_FOUND = 0.4
"""Share of the work at which the candidates are known, as measured on a long story."""


class Judge(Protocol):
    """Gives a pair its score. Another judge may stand in the place of `Lexical`, or beside it."""

    def score(self, story: Story, found: Candidates, pair: Pair) -> float:
        """Return the chance, 0 to 1, that a careful reader says the two sentences share a claim."""
        ...


class Lexical:
    """Judges by the words that two sentences share, by whose they are and by what stands around them."""

    def __init__(self, logistic: model.Logistic) -> None:
        self._logistic = logistic

    def score(self, story: Story, found: Candidates, pair: Pair) -> float:
        """Return the chance, 0 to 1, that a careful reader says the two sentences share a claim."""
        return self._logistic.chance(describe(story, found, pair))


def describe(story: Story, found: Candidates, pair: Pair) -> list[float]:
    """Return the numbers that `FEATURES` names for a pair of candidates."""
    a, b = story.profiles[pair[0]], story.profiles[pair[1]]
    return features.describe(story, a, b) + context.describe(story, a, b) + surroundings.describe(found, a, b)


@cache
def shipped() -> Lexical:
    """Return the judge with the weights that come with the program."""
    return Lexical(model.Logistic.named(model.data()["link"], FEATURES))


def score(story: Story, judge: Judge, progress: Progress) -> Scores:
    """Return the scores of all pairs that are worth a look; `progress` is told the share done, 0 to 1."""
    found = candidates.find(story, stage(progress, 0, _FOUND))
    return {pair: judge.score(story, found, pair) for pair in told(found.pairs, stage(progress, _FOUND, 1))}

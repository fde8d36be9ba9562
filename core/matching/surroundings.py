"""What stands around a pair: rivals for the same place, the neighbours' likeness, a third outlet's support."""

from __future__ import annotations

import math

from newsdiff.core.article import SentenceRef
from newsdiff.core.matching.candidates import Candidates
from newsdiff.core.matching.story import Story

NAMES = (
    "lead_over_rivals",
    "rank",
    "best_rival",
    "neighbours_beside",
    "neighbours_of_one",
    "neighbours_crossed",
    "third_outlet",
    "position_gap",
    "earlier_position",
)

_SUPPORTERS = 5
"""How many of a third article's sentences are asked whether they are like both."""


def describe(story: Story, candidates: Candidates, a: SentenceRef, b: SentenceRef) -> list[float]:
    """Return what `NAMES` names for the pair `a`, `b`; it is the same for `b`, `a`."""
    own = candidates.between(a, b)
    rival_a, rank_a = _rival(candidates, a, b, own)
    rival_b, rank_b = _rival(candidates, b, a, own)
    before_a, after_a = story.neighbour(a, -1), story.neighbour(a, 1)
    before_b, after_b = story.neighbour(b, -1), story.neighbour(b, 1)
    between = candidates.between
    positions = sorted((story.profiles[a].position, story.profiles[b].position))
    return [
        own - max(rival_a, rival_b),
        math.log1p(min(rank_a, rank_b)),
        max(rival_a, rival_b, own),
        max(between(before_a, before_b), between(after_a, after_b)),
        max(between(a, before_b), between(a, after_b)) + max(between(before_a, b), between(after_a, b)),
        max(between(before_a, after_b), between(after_a, before_b)),
        _third_outlet(story, candidates, a, b),
        positions[1] - positions[0],
        positions[0],
    ]


def _rival(candidates: Candidates, ref: SentenceRef, other: SentenceRef, own: float) -> tuple[float, int]:
    """Return the best coefficient of `ref` with another sentence of that article, and how many exceed `own`."""
    best, better = 0.0, 0
    for dice, rival in candidates.near.get((ref, other.article), ()):
        if rival == other:
            continue
        best = max(best, dice)
        if dice <= own:
            break
        better += 1
    return best, better


def _third_outlet(story: Story, candidates: Candidates, a: SentenceRef, b: SentenceRef) -> float:
    """Return how well the best sentence of a third article joins both: the lesser of its two coefficients."""
    best = 0.0
    for article in range(len(story.articles)):
        if article in (a.article, b.article):
            continue
        for dice, third in candidates.near.get((a, article), ())[:_SUPPORTERS]:
            if dice <= best:
                break
            best = max(best, min(dice, candidates.between(third, b)))
        for dice, third in candidates.near.get((b, article), ())[:_SUPPORTERS]:
            if dice <= best:
                break
            best = max(best, min(dice, candidates.between(third, a)))
    return best

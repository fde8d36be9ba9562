"""What stands around a pair: rivals for its place, the neighbours' likeness, support from a third outlet.

Likeness is the Dice coefficient of `candidates` here. What stands around is the same for both orders.
"""

from __future__ import annotations

from newsdiff.core.article import SentenceRef
from newsdiff.core.matching.candidates import Candidates
from newsdiff.core.matching.story import Story

NAMES = (
    "lead_over_rivals",
    "best_rival",
    "neighbours_beside",
    "neighbours_of_one",
    "third_outlet",
    "position_gap",
    "earlier_position",
)


def describe(story: Story, candidates: Candidates, a: SentenceRef, b: SentenceRef) -> list[float]:
    """Return what `NAMES` names for the pair `a`, `b`; it is the same for `b`, `a`."""
    own = candidates.between(a, b)
    rival = max(_rival(candidates, a, b), _rival(candidates, b, a))
    before_a, after_a = story.neighbour(a, -1), story.neighbour(a, 1)
    before_b, after_b = story.neighbour(b, -1), story.neighbour(b, 1)
    between = candidates.between
    positions = sorted((story.profiles[a].position, story.profiles[b].position))
    return [
        own - rival,
        max(own, rival),
        max(between(before_a, before_b), between(after_a, after_b)),
        max(between(a, before_b), between(a, after_b)) + max(between(before_a, b), between(after_a, b)),
        _third_outlet(candidates, a, b),
        positions[1] - positions[0],
        positions[0],
    ]


def _rival(candidates: Candidates, ref: SentenceRef, other: SentenceRef) -> float:
    """Return the best likeness of `ref` with a sentence of the article of `other` that is not `other`."""
    return next(
        (dice for dice, rival in candidates.near.get((ref, other.article), ()) if rival != other), 0.0
    )


def _third_outlet(candidates: Candidates, a: SentenceRef, b: SentenceRef) -> float:
    """Return how well the best sentence of a third article joins both: the lesser of its two likenesses."""
    strong_a, strong_b = candidates.strong.get(a, {}), candidates.strong.get(b, {})
    both = strong_a.keys() & strong_b.keys()
    return max((min(strong_a[third], strong_b[third]) for third in both), default=0.0)

"""What stands around a pair: rivals for its place, the neighbours' likeness, support from a third outlet.

Likeness is the Dice coefficient of `candidates` here. What stands around is the same for both orders.
"""

from __future__ import annotations

from newsdiff.core.matching.candidates import Candidates, Standing
from newsdiff.core.matching.story import Profile

NAMES = (
    "lead_over_rivals",
    "best_rival",
    "neighbours_beside",
    "neighbours_of_one",
    "third_outlet",
    "position_gap",
    "earlier_position",
)


def describe(candidates: Candidates, a: Profile, b: Profile) -> list[float]:
    """Return what `NAMES` names for the pair `a`, `b`; it is the same for `b`, `a`."""
    likeness = candidates.likeness
    like_a, like_b = likeness[a.number], likeness[b.number]
    to_a, to_b = candidates.standings[a.number], candidates.standings[b.number]
    own = like_a.get(b.number, 0.0)
    rival = max(_rival(to_a, b.ref.article, own), _rival(to_b, a.ref.article, own))
    before = likeness[a.before].get(b.before, 0.0)
    after = likeness[a.after].get(b.after, 0.0)
    earlier, later = (a.position, b.position) if a.position <= b.position else (b.position, a.position)
    return [
        own - rival,
        max(own, rival),
        max(before, after),
        max(like_a.get(b.before, 0.0), like_a.get(b.after, 0.0))
        + max(like_b.get(a.before, 0.0), like_b.get(a.after, 0.0)),
        _third_outlet(to_a.strong, to_b.strong),
        later - earlier,
        earlier,
    ]


def _rival(standing: Standing, article: int, own: float) -> float:
    """Return the highest likeness of another sentence of `article` than the one of likeness `own`."""
    best = standing.best.get(article, 0.0)
    return standing.second.get(article, 0.0) if own >= best else best


def _third_outlet(strong_a: dict[int, float], strong_b: dict[int, float]) -> float:
    """Return how well the best sentence of a third article joins both: the lesser of its two likenesses."""
    best = 0.0
    of_b = strong_b.get
    for third, value in strong_a.items():
        if value <= best:
            break
        other = of_b(third, 0.0)
        if other > best:
            best = min(value, other)
    return best

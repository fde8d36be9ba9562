"""A pair of sentences in numbers: how much, how rare and how closely together the words are that they share.

Sums of weights are divided by the story's `unit`. Every number is the same whichever sentence comes first.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz import fuzz

from newsdiff.core.matching.story import Profile, Story
from newsdiff.core.matching.words import Word

NAMES = (
    "dice",
    "cover_less",
    "cover_more",
    "shared",
    "shared_count",
    "rarest",
    "clause_dice",
    "clause_shared",
    "window",
    "run",
    "pairs",
    "figures",
    "both_quote",
    "characters",
    "token_set",
    "partial",
    "shorter",
    "length_gap",
    "log_dice",
    "log_shared",
    "log_window",
    "log_characters",
)

_SOFTEN = 0.02
"""Added before a logarithm, so that nothing shared is not infinitely little."""


def describe(story: Story, a: Profile, b: Profile) -> list[float]:
    """Return what `NAMES` names for the pair of sentences `a` and `b`."""
    weights, unit = story.weights, story.unit
    common = a.stems & b.stems
    ordered = sorted(common)  # sums in one order, so that a score never depends on the order of a set
    shared = sum(weights[stem] for stem in ordered)
    dice = 2 * shared / (a.weight + b.weight) if common else 0.0
    covers = (shared / a.weight, shared / b.weight) if common else (0.0, 0.0)
    clause_dice, clause_shared = _best_clauses(a, b, common, weights, unit)
    window = min(_best_window(a.words, common, weights), _best_window(b.words, common, weights)) / unit
    characters = _cosine(a.grams, b.grams)
    lengths = sorted((math.log1p(len(a.words)), math.log1p(len(b.words))))
    return [
        dice,
        min(covers),
        max(covers),
        shared / unit,
        math.log1p(len(common)),
        max((weights[stem] for stem in ordered), default=0.0) / unit,
        clause_dice,
        clause_shared,
        window,
        _longest_run(a.words, b.words, weights) / unit,
        sum(min(weights[one], weights[two]) for one, two in sorted(a.pairs & b.pairs)) / unit,
        sum(weights[stem] for stem in sorted(a.figures & b.figures)) / unit,
        float(bool(a.quotations) and bool(b.quotations)),
        characters,
        fuzz.token_set_ratio(a.plain, b.plain) / 100,
        _partial_ratio(a.plain, b.plain) / 100,
        lengths[0],
        lengths[1] - lengths[0],
        math.log(dice + _SOFTEN),
        math.log(shared / unit + _SOFTEN),
        math.log(window + _SOFTEN),
        math.log(characters + _SOFTEN),
    ]


def _partial_ratio(one: str, other: str) -> float:
    """Return how well the shorter text stands in the longer one, 0 to 100, the same for both orders."""
    if len(one) == len(other):
        return max(fuzz.partial_ratio(one, other), fuzz.partial_ratio(other, one))
    return fuzz.partial_ratio(one, other)


def _best_clauses(
    a: Profile, b: Profile, common: frozenset[str], weights: dict[str, float], unit: float
) -> tuple[float, float]:
    """Return the highest Dice coefficient, and the most shared weight, of a clause of `a` with one of `b`."""
    best_dice = best_shared = 0.0
    theirs = [(clause, clause.stems & common) for clause in b.clauses]
    for mine in a.clauses:
        own = mine.stems & common
        if not own:
            continue
        for clause, stems in theirs:
            both = own & stems
            if both:
                shared = sum(weights[stem] for stem in sorted(both))
                best_dice = max(best_dice, 2 * shared / (mine.weight + clause.weight))
                best_shared = max(best_shared, shared)
    return best_dice, best_shared / unit


def _best_window(words: Sequence[Word], common: frozenset[str], weights: dict[str, float]) -> float:
    """Return the most that a stretch of `words` is worth: a shared word its weight, another minus half of it.

    The highest sum over stretches, found in one pass (Kadane's algorithm).
    """
    best = current = 0.0
    for word in words:
        weight = weights[word.stem]
        current = max(0.0, current + (weight if word.stem in common else -weight / 2))
        best = max(best, current)
    return best


def _longest_run(one: Sequence[Word], other: Sequence[Word], weights: dict[str, float]) -> float:
    """Return the weight of the heaviest sequence of words that both have without a gap."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(other):
        places[word.stem].append(at)
    best = 0.0
    before: dict[int, float] = {}
    for word in one:
        here = {}
        for at in places.get(word.stem, ()):
            here[at] = before.get(at - 1, 0.0) + weights[word.stem]
            best = max(best, here[at])
        before = here
    return best


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    return sum(one[gram] * other[gram] for gram in sorted(one.keys() & other.keys()))

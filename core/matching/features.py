"""A pair of sentences in numbers: how much, how rare and how closely together the words are that they share.

Sums of weights are divided by the story's `unit`. Every number is the same whichever sentence comes first.
They are what a backward elimination left of some forty: the longest common run of words, the rarest shared
word, rapidfuzz's `partial_ratio` and others brought nothing beside these.
"""

from __future__ import annotations

import math

from rapidfuzz import fuzz

from newsdiff.core.matching.story import Profile, Story, weigh

NAMES = (
    "cover_less",
    "shared",
    "clause_dice",
    "pairs",
    "figures",
    "characters",
    "token_set",
    "shorter",
    "length_gap",
    "quoted_less",
    "quoted_more",
    "log_dice",
    "log_shared",
    "log_characters",
)

_SOFTEN = 0.02
"""Added before a logarithm, so that nothing shared is not infinitely little."""


def describe(story: Story, a: Profile, b: Profile) -> list[float]:
    """Return what `NAMES` names for the pair of sentences `a` and `b`.

    `cover_less`: how much of the sentence that is covered less is shared; `shared`: the weight in common;
    `clause_dice`: the likeness of the two clauses that are most alike; `pairs`: stems that stand together in
    both; `figures`: numbers in common; `characters`: cosine of runs of characters; `token_set`: rapidfuzz's
    ratio of the words, blind to order and repetition; `shorter`, `length_gap`: log of words;
    `quoted_less`, `quoted_more`: how much of either is a quotation.
    """
    weights, unit = story.weights, story.unit
    shared = weigh(weights, a.stems & b.stems)
    characters = _cosine(a.grams, b.grams)
    shorter, longer = sorted((math.log1p(len(a.words)), math.log1p(len(b.words))))
    quoted_less, quoted_more = sorted((a.quoted, b.quoted))
    return [
        min(shared / (a.weight + unit), shared / (b.weight + unit)),
        shared / unit,
        _best_clauses(story, a, b),
        math.fsum(min(weights[one], weights[two]) for one, two in a.pairs & b.pairs) / unit,
        weigh(weights, a.figures & b.figures) / unit,
        characters,
        fuzz.token_set_ratio(a.plain, b.plain) / 100,
        shorter,
        longer - shorter,
        quoted_less,
        quoted_more,
        math.log(story.dice(shared, a.weight, b.weight) + _SOFTEN),
        math.log(shared / unit + _SOFTEN),
        math.log(characters + _SOFTEN),
    ]


def _best_clauses(story: Story, a: Profile, b: Profile) -> float:
    """Return the highest Dice coefficient, 0 to 1, of a clause of `a` with one of `b`."""
    best = 0.0
    for mine in a.clauses:
        if mine.stems.isdisjoint(b.stems):
            continue
        for theirs in b.clauses:
            both = mine.stems & theirs.stems
            if both:
                likeness = story.dice(weigh(story.weights, both), mine.weight, theirs.weight)
                best = max(best, likeness)
    return best


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    return math.fsum(one[gram] * other[gram] for gram in one.keys() & other.keys())

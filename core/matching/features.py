"""A pair of sentences in numbers: how much, how rare and how closely together the words are that they share.

Sums of weights are divided by the story's `unit`. Every number is the same whichever sentence comes first.
They are what a backward elimination left of some forty: the longest common run of words, the rarest shared
word, rapidfuzz's `partial_ratio` and others brought nothing beside these.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from rapidfuzz import fuzz

from newsdiff.core.matching.grams import cosine
from newsdiff.core.matching.story import Profile, Story, dice, weigh

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
    both = a.stems & b.stems
    shared = weigh(weights, both)
    characters = cosine(a.grams, b.grams, story.rarity)
    shorter, longer = (a.length, b.length) if a.length <= b.length else (b.length, a.length)
    quoted_less, quoted_more = (a.quoted, b.quoted) if a.quoted <= b.quoted else (b.quoted, a.quoted)
    return [
        shared / max(a.weight, b.weight),
        shared / unit,
        _best_clauses(weights, both, a, b),
        math.fsum([min(weights[one], weights[two]) for one, two in a.pairs & b.pairs]) / unit,
        weigh(weights, a.figures & b.figures) / unit if a.figures and b.figures else 0.0,
        characters,
        fuzz.token_set_ratio(a.plain, b.plain) / 100,
        shorter,
        longer - shorter,
        quoted_less,
        quoted_more,
        math.log(dice(shared, a.weight, b.weight) + _SOFTEN),
        math.log(shared / unit + _SOFTEN),
        math.log(characters + _SOFTEN),
    ]


def _best_clauses(weights: Mapping[str, float], both: frozenset[str], a: Profile, b: Profile) -> float:
    """Return the highest Dice coefficient, 0 to 1, of a clause of `a` with one of `b`, which share `both`."""
    best = 0.0
    for mine in a.clauses:
        own = mine.stems & both
        if not own:
            continue
        for theirs in b.clauses:
            common = own & theirs.stems
            if common:
                alike = dice(weigh(weights, common), mine.weight, theirs.weight)
                if alike > best:
                    best = alike
    return best

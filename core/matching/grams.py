"""Sentences as runs of characters, which see through endings and compounds that a stemmer leaves apart."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from sys import intern

from newsdiff.core.progress import Progress, stage, told

_LENGTH = 4
"""Characters in a run."""


@dataclass(frozen=True, slots=True)
class Grams:
    """The tf-idf vector of one sentence's runs of characters.

    It is kept in factors, for most runs stand in a sentence once, and how rare a run is holds for the whole
    story: `runs` are those that another sentence has too, `repeated` how often (as 1 + log) the runs count
    that stand here more than once, `norm` the length of the vector.
    """

    runs: frozenset[str]
    repeated: dict[str, float]
    norm: float


def vectors(plain: Sequence[str], progress: Progress) -> tuple[list[Grams], dict[str, float]]:
    """Return the vector of each sentence, and the squared rarity of each run in all of them."""
    counts = [Counter(_runs(text)) for text in told(plain, stage(progress, 0, 0.5))]
    holding = Counter(run for own in counts for run in own)
    rarity = {run: (math.log((1 + len(plain)) / (1 + count)) + 1) ** 2 for run, count in holding.items()}
    shared = frozenset(run for run, count in holding.items() if count > 1)
    found = []
    for own in told(counts, stage(progress, 0.5, 1)):
        repeated = {run: 1 + math.log(count) for run, count in own.items() if count > 1}
        square = math.fsum(rarity[run] * repeated.get(run, 1.0) ** 2 for run in own)
        found.append(Grams(shared.intersection(own), repeated, math.sqrt(square)))
    return found, rarity


def cosine(one: Grams, other: Grams, rarity: Mapping[str, float]) -> float:
    """Return how alike the runs of two sentences are, 0 to 1."""
    both = one.runs & other.runs
    if not both:
        return 0.0
    product = math.fsum(map(rarity.__getitem__, both))
    for run, times in one.repeated.items():
        if run in both:
            product += (times * other.repeated.get(run, 1.0) - 1) * rarity[run]
    for run, times in other.repeated.items():
        if run in both and run not in one.repeated:
            product += (times - 1) * rarity[run]
    return product / (one.norm * other.norm)


def _runs(plain: str) -> list[str]:
    """Return the runs of characters, equal ones as one object: there are hundreds of thousands."""
    padded = f" {plain} "
    return [intern(padded[at : at + _LENGTH]) for at in range(len(padded) - _LENGTH + 1)]

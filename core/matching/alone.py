"""How likely it is that no other outlet reports a sentence, from all its candidates at once.

The best pair alone does not decide that: five weak candidates are more than one, and a sentence among shared
ones is likelier shared. So a model of its own looks at the sentence as a whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache

from newsdiff.core.article import SentenceRef
from newsdiff.core.matching import model
from newsdiff.core.matching.model import Logistic, logit
from newsdiff.core.matching.scoring import Scores
from newsdiff.core.matching.story import Story
from newsdiff.core.matching.words import Word
from newsdiff.core.progress import Progress, quiet, stage, told

NAMES = ("best", "second", "neighbours", "length", "found_nowhere")

Chances = dict[SentenceRef, float]
"""The chance, 0 to 1, that a careful reader says no other outlet reports any part of the sentence."""

_FLOOR = 0.0025
"""The chance that stands for "no candidate": about what pairs at the edge of being one have."""


@dataclass(frozen=True)
class Rivals:
    """For each sentence its candidates in other outlets with their chances, the likeliest first.

    `alone` are the stems that only one outlet has.
    """

    of: Mapping[SentenceRef, Sequence[tuple[float, SentenceRef]]]
    alone: Set[str]


def rivals(story: Story, scores: Scores, progress: Progress = quiet) -> Rivals:
    """Return who could be a counterpart of each sentence."""
    by_id = sorted(range(len(story.articles)), key=lambda index: story.articles[index].id)
    rank = {index: place for place, index in enumerate(by_id)}
    near: defaultdict[SentenceRef, list[tuple[float, int, SentenceRef]]] = defaultdict(list)
    for (a, b), score in told(list(scores.items()), stage(progress, 0, 0.5)):
        # by id where chances are equal, so that the order of the articles never matters
        near[a].append((-score, rank[b.article], b))
        near[b].append((-score, rank[a.article], a))
    of = {
        ref: [(-negative, other) for negative, _, other in sorted(near[ref])]
        for ref in told(list(near), stage(progress, 0.5, 1))
    }
    outlet_of: dict[str, str] = {}
    shared: set[str] = set()
    for ref, profile in story.profiles.items():
        outlet = story.articles[ref.article].outlet
        shared.update(stem for stem in profile.stems if outlet_of.setdefault(stem, outlet) != outlet)
    return Rivals(of, outlet_of.keys() - shared)


@cache
def shipped() -> Logistic:
    """Return the model that comes with the program."""
    return Logistic.named(model.data()["only_here"], NAMES)


def chances(story: Story, known: Rivals, logistic: Logistic, progress: Progress = quiet) -> Chances:
    """Return the chance of every sentence that it is only here."""
    return {ref: logistic.chance(describe(story, known, ref)) for ref in told(list(story.profiles), progress)}


def describe(story: Story, known: Rivals, ref: SentenceRef) -> list[float]:
    """Return what `NAMES` names for the sentence `ref`."""
    profile = story.profiles[ref]
    beside = [
        logit(chance_of(known, other, 0))
        for other in (story.neighbour(ref, -1), story.neighbour(ref, 1))
        if other is not None
    ]
    return [
        logit(chance_of(known, ref, 0)),
        logit(chance_of(known, ref, 1)),
        sum(beside) / len(beside) if beside else logit(_FLOOR),
        profile.length,
        found_nowhere(story, known, profile.words),
    ]


def chance_of(known: Rivals, ref: SentenceRef, rank: int) -> float:
    """Return the chance of the candidate of `ref` with that rank, 0 for the likeliest; never quite 0."""
    likely = known.of.get(ref, ())
    return max(_FLOOR, likely[rank][0]) if rank < len(likely) else _FLOOR


def found_nowhere(story: Story, known: Rivals, words: Sequence[Word]) -> float:
    """Return the share of the words' weight, 0 to 1, that no other outlet has anywhere."""
    total = sum(story.weights[word.stem] for word in words)
    alone = sum(story.weights[word.stem] for word in words if word.stem in known.alone)
    return alone / total if total else 0.0

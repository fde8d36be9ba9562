"""What only one outlet reports: whole sentences without a counterpart, and parts of shared ones.

Whether a sentence is shared is decided by its links; how sure it may be said that it is not, by a model of
its own, which also sees what stands around the sentence and how many of its words are found nowhere else.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from newsdiff.core.article import SentenceRef, Span
from newsdiff.core.findings import Certainty, Link, Nearest, OnlyHere
from newsdiff.core.matching import links as linking
from newsdiff.core.matching import model
from newsdiff.core.matching.clauses import phrase_cuts
from newsdiff.core.matching.model import Cutoffs, Logistic, logit
from newsdiff.core.matching.scoring import Scores
from newsdiff.core.matching.story import Profile, Story
from newsdiff.core.matching.words import Word
from newsdiff.core.progress import Progress, quiet, stage, told

SENTENCE_FEATURES = ("best", "second", "neighbours", "length", "found_nowhere")
PART_FEATURES = (
    "covered",
    "covered_by_all",
    "covered_around",
    "best",
    "counterparts",
    "sentence_length",
    "part_length",
    "found_nowhere",
)

_FLOOR = 0.0025
"""The chance that stands for "no candidate": about what pairs at the edge of being one have."""

_EVEN = 0.5
"""What a lower chance is told as: of the unlinked sentences for which the model says less, half were only
here on unseen stories, for it was fitted on linked ones too."""

_RIVAL = 0.08
"""Pairs with a lower chance say nothing about which part of a sentence is shared."""

_CERTAIN = 3.0
"""Log-odds of a link beyond which it is no surer that every part of the sentence is shared."""

_AROUND = 5
"""Words to either side that are asked whether the surroundings of a part are shared."""

_MOST_IN_COMMON = 0.5
"""Share of a part's weight that one counterpart may have before the part is taken for shared."""

_LEAST_WORDS = 2
"""Content words (or one figure) that a part must have before it is worth marking."""

_KNOWN = 0.4
"""Share of the work at which the rivals of all sentences are known, as measured."""


@dataclass(frozen=True)
class Models:
    """The chance that a sentence without a link is only here, and that a part of a linked one is."""

    sentence: Logistic
    part: Logistic


@cache
def shipped() -> Models:
    """Return the models that come with the program."""
    return Models(
        Logistic.named(model.data()["only_here"], SENTENCE_FEATURES),
        Logistic.named(model.data()["part"], PART_FEATURES),
    )


@dataclass(frozen=True)
class Rivals:
    """For each sentence its candidates in other outlets with their chances, the likeliest first.

    `alone` are the stems that only one outlet has.
    """

    of: Mapping[SentenceRef, Sequence[tuple[float, SentenceRef]]]
    alone: Set[str]


def rivals(story: Story, scores: Scores, progress: Progress = quiet) -> Rivals:
    """Return who could be a counterpart of each sentence."""
    near: defaultdict[SentenceRef, list[tuple[float, SentenceRef]]] = defaultdict(list)
    for (a, b), score in told(list(scores.items()), stage(progress, 0, 0.5)):
        near[a].append((score, b))
        near[b].append((score, a))
    ids = [article.id for article in story.articles]
    for likely in told(list(near.values()), stage(progress, 0.5, 1)):
        # by id where chances are equal, so that the order of the articles never matters
        likely.sort(key=lambda item: (-item[0], ids[item[1].article], item[1].sentence))
    outlet_of: dict[str, str] = {}
    shared: set[str] = set()
    for ref, profile in story.profiles.items():
        outlet = story.articles[ref.article].outlet
        shared.update(stem for stem in profile.stems if outlet_of.setdefault(stem, outlet) != outlet)
    return Rivals(near, outlet_of.keys() - shared)


def find(
    story: Story,
    scores: Scores,
    links: Sequence[Link],
    models: Models,
    cutoffs: Cutoffs,
    progress: Progress = quiet,
) -> tuple[OnlyHere, ...]:
    """Return what only one outlet reports, ordered by sentence and place."""
    known = rivals(story, scores, stage(progress, 0, _KNOWN))
    linked = {end for link in links for end in (link.a, link.b)}
    found: list[OnlyHere] = []
    for ref in told(sorted(story.profiles), stage(progress, _KNOWN, 1)):
        if ref in linked:
            found.extend(_parts(story, known, ref, models.part, cutoffs))
        else:
            found.append(_sentence(story, known, ref, models.sentence, cutoffs))
    return tuple(found)


def _sentence(
    story: Story, known: Rivals, ref: SentenceRef, logistic: Logistic, cutoffs: Cutoffs
) -> OnlyHere:
    where = story.articles[ref.article].sentences[ref.sentence]
    chance = logistic.chance(describe_sentence(story, known, ref))
    sure = chance >= cutoffs.sure_only_here
    nearest = None
    if known.of.get(ref):
        score, other = known.of[ref][0]
        forward = ref < other
        shared = linking.evidence(story, (ref, other) if forward else (other, ref))
        if not forward:
            shared = tuple(item.swapped() for item in shared)
        nearest = Nearest(other, score, shared)
    return OnlyHere(ref, where.start, where.end, max(_EVEN, chance), _certainty(sure), nearest)


def describe_sentence(story: Story, known: Rivals, ref: SentenceRef) -> list[float]:
    """Return what `SENTENCE_FEATURES` names for the sentence `ref`."""
    profile = story.profiles[ref]
    beside = [
        logit(_chance(known, other, 0))
        for other in (story.neighbour(ref, -1), story.neighbour(ref, 1))
        if other is not None
    ]
    return [
        logit(_chance(known, ref, 0)),
        logit(_chance(known, ref, 1)),
        sum(beside) / len(beside) if beside else logit(_FLOOR),
        profile.length,
        _found_nowhere(story, known, profile.words),
    ]


def _chance(known: Rivals, ref: SentenceRef, rank: int) -> float:
    likely = known.of.get(ref, ())
    return max(_FLOOR, likely[rank][0]) if rank < len(likely) else _FLOOR


def _found_nowhere(story: Story, known: Rivals, words: Sequence[Word]) -> float:
    """Return the share of the words' weight, 0 to 1, that no other outlet has anywhere."""
    total = sum(story.weights[word.stem] for word in words)
    alone = sum(story.weights[word.stem] for word in words if word.stem in known.alone)
    return alone / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sentence: a half-open stretch of the text, and which of the sentence's words are in it."""

    span: Span
    first: int
    end: int


def parts(story: Story, profile: Profile) -> list[Part]:
    """Cut a sentence into parts, each with a word that is no stop word, together holding all of them."""
    article = story.articles[profile.ref.article]
    sentence = article.sentences[profile.ref.sentence]
    found: list[Part] = []
    begin, first = sentence.start, 0
    for edge in [*phrase_cuts(article.text, sentence.start, sentence.end), sentence.end]:
        last = first
        while last < len(profile.words) and profile.words[last].start < edge:
            last += 1
        if last > first:
            found.append(Part(_trimmed(article.text, begin, edge), first, last))
            begin, first = edge, last
    return found


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and not text[start].isalnum() and text[start] not in "$£€#":
        start += 1
    while end > start and not text[end - 1].isalnum() and text[end - 1] != "%":
        end -= 1
    return Span(start, end)


def describe_parts(
    story: Story, known: Rivals, profile: Profile
) -> list[tuple[Part, list[float], list[float]]]:
    """Return the parts of the sentence that `profile` is of, each with what is known of it.

    That is what `PART_FEATURES` names, and the share of the part's weight, 0 to 1, that each rival of the
    sentence has, the likeliest first.
    """
    words = profile.words
    weights = [story.weights[word.stem] for word in words]
    total = _sums(weights)
    near = []
    for chance, other in known.of.get(profile.ref, ()):
        if chance < _RIVAL:
            break
        stems = story.profiles[other].stems
        shared = [weight if word.stem in stems else 0.0 for word, weight in zip(words, weights, strict=True)]
        near.append((chance, _sums(shared)))
    best = min(_CERTAIN, logit(_chance(known, profile.ref, 0)))
    counterparts = math.log(math.fsum(chance for chance, _ in near) + 0.1)
    described = []
    for part in parts(story, profile):
        first, end = part.first, part.end
        low, high = max(0, first - _AROUND), min(len(words), end + _AROUND)
        inside, beside = total[end] - total[first], total[high] - total[low]
        shares = [(sums[end] - sums[first]) / inside for _, sums in near]
        covered = [chance * share for (chance, _), share in zip(near, shares, strict=True)]
        around = [chance * (sums[high] - sums[low]) / beside for chance, sums in near]
        features = [
            max(covered, default=0.0),
            1 - math.prod(1 - share for share in covered),
            max(around, default=0.0),
            best,
            counterparts,
            profile.length,
            math.log1p(end - first),
            _found_nowhere(story, known, words[first:end]),
        ]
        described.append((part, features, shares))
    return described


def _sums(weights: Sequence[float]) -> list[float]:
    """Return what the first none, one, two ... of `weights` are together."""
    return list(accumulate(weights, initial=0.0))


def _parts(
    story: Story, known: Rivals, ref: SentenceRef, logistic: Logistic, cutoffs: Cutoffs
) -> list[OnlyHere]:
    """Return the parts of a linked sentence that are only here; neighbours are told as one.

    A part that has more than half in common with a counterpart never is. Where a counterpart is sure, nor is
    the part that has most in common with one, for that is what the sentence is linked for; where all are
    "perhaps", the whole sentence may be perhaps only here.
    """
    profile = story.profiles[ref]
    runs: list[list[tuple[Part, float]]] = [[]]
    described = describe_parts(story, known, profile)
    counterparts = sum(chance >= cutoffs.link for chance, _ in known.of[ref])
    common = [max(shares[:counterparts]) for *_, shares in described]
    bound = _MOST_IN_COMMON
    if known.of[ref][0][0] >= cutoffs.sure_link:
        bound = min(bound, max(common))
    for (part, features, _), share in zip(described, common, strict=True):
        chance = logistic.chance(features)
        if chance >= cutoffs.part and share < bound:
            runs[-1].append((part, chance))
        elif runs[-1]:
            runs.append([])
    found = []
    for run in runs:
        words = [word for part, _ in run for word in profile.words[part.first : part.end]]
        if len(words) < _LEAST_WORDS and not any(word.is_figure for word in words):
            continue
        chance = min(chance for _, chance in run)
        start, end = run[0][0].span.start, run[-1][0].span.end
        found.append(OnlyHere(ref, start, end, chance, _certainty(chance >= cutoffs.sure_part)))
    return found


def _certainty(sure: bool) -> Certainty:
    return Certainty.SURE if sure else Certainty.PERHAPS

"""What only one outlet reports: whole sentences without a counterpart, and parts of shared ones.

Whether a sentence is shared is decided by its links; how sure it may be said that it is not, by its chance of
being alone; what is only here in a shared one, by a model of parts.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from operator import mul

from newsdiff.core.article import SentenceRef, Span
from newsdiff.core.findings import Certainty, Link, Nearest, OnlyHere
from newsdiff.core.matching import links as linking
from newsdiff.core.matching import model
from newsdiff.core.matching.alone import Chances, Rivals, chance_of, found_nowhere
from newsdiff.core.matching.clauses import phrase_cuts
from newsdiff.core.matching.model import Cutoffs, Logistic, logit
from newsdiff.core.matching.story import Profile, Story
from newsdiff.core.progress import Progress, quiet, told

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


@cache
def shipped() -> Logistic:
    """Return the model of parts that comes with the program."""
    return Logistic.named(model.data()["part"], PART_FEATURES)


def find(
    story: Story,
    known: Rivals,
    chances: Chances,
    links: Sequence[Link],
    logistic: Logistic,
    cutoffs: Cutoffs,
    progress: Progress = quiet,
) -> tuple[OnlyHere, ...]:
    """Return what only one outlet reports, ordered by sentence and place; `logistic` judges parts."""
    weakest: dict[SentenceRef, float] = {}
    for link in links:
        for end in (link.a, link.b):
            weakest[end] = min(link.score, weakest.get(end, 1.0))
    found: list[OnlyHere] = []
    for ref in told(sorted(story.profiles), progress):
        if ref in weakest:
            found.extend(_parts(story, known, ref, weakest[ref], logistic, cutoffs))
        else:
            found.append(_sentence(story, known, ref, chances[ref], cutoffs))
    return tuple(found)


def _sentence(story: Story, known: Rivals, ref: SentenceRef, chance: float, cutoffs: Cutoffs) -> OnlyHere:
    where = story.articles[ref.article].sentences[ref.sentence]
    sure = chance >= cutoffs.sure_only_here
    nearest = None
    if known.of.get(ref):
        score, other = known.of[ref][0]
        forward = ref < other
        shared = linking.evidence(story, (ref, other) if forward else (other, ref))
        if not forward:
            shared = tuple(item.swapped() for item in shared)
        nearest = Nearest(other, score, shared)
    return OnlyHere(ref, where.start, where.end, max(cutoffs.alone, chance), _certainty(sure), nearest)


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
    weighed = [(word.stem, story.weights[word.stem]) for word in words]
    total = _sums([weight for _, weight in weighed])
    chances, sums = [], []  # of each rival: of the first none, one, two ... words, what it has
    for chance, other in known.of.get(profile.ref, ()):
        if chance < _RIVAL:
            break
        stems = story.profiles[other].stems
        chances.append(chance)
        sums.append(_sums([weight if stem in stems else 0.0 for stem, weight in weighed]))
    best = min(_CERTAIN, logit(chance_of(known, profile.ref, 0)))
    counterparts = math.log(math.fsum(chances) + 0.1)
    described = []
    for part in parts(story, profile):
        first, end = part.first, part.end
        low, high = max(0, first - _AROUND), min(len(words), end + _AROUND)
        inside, beside = total[end] - total[first], total[high] - total[low]
        shares = [(has[end] - has[first]) / inside for has in sums]
        covered = list(map(mul, chances, shares))
        around = map(mul, chances, [(has[high] - has[low]) / beside for has in sums])
        features = [
            max(covered, default=0.0),
            1 - math.prod([1 - share for share in covered]),
            max(around, default=0.0),
            best,
            counterparts,
            profile.length,
            math.log1p(end - first),
            found_nowhere(story, known, words[first:end]),
        ]
        described.append((part, features, shares))
    return described


def _sums(weights: Sequence[float]) -> list[float]:
    """Return what the first none, one, two ... of `weights` are together."""
    return list(accumulate(weights, initial=0.0))


def _parts(
    story: Story, known: Rivals, ref: SentenceRef, weakest: float, logistic: Logistic, cutoffs: Cutoffs
) -> list[OnlyHere]:
    """Return the parts of a linked sentence that are only here; neighbours are told as one.

    Its counterparts, and what is as likely as the `weakest` of them, tell what is shared. A part that has
    more than half in common with a counterpart never is only here. Where a counterpart is sure, nor is the
    part that has most in common with one, for that is what the sentence is linked for; where all are
    "perhaps", the whole sentence may be perhaps only here.
    """
    profile = story.profiles[ref]
    runs: list[list[tuple[Part, float]]] = [[]]
    described = describe_parts(story, known, profile)
    counterparts = sum(chance >= weakest for chance, _ in known.of[ref])
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

"""Which pairs of sentences are worth a closer look: those that share telling words."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from newsdiff.core.article import SentenceRef
from newsdiff.core.matching.story import Story
from newsdiff.core.progress import Progress, quiet, stage, told

Pair = tuple[SentenceRef, SentenceRef]
"""Two sentences of different outlets, in tuple order."""

Likeness = list[dict[int, float]]
"""For each sentence, by number, those of other outlets that are like it, the same from both ends, ascending.

Behind the last sentence stands an empty row, so that number -1, of no sentence, is like nothing.
"""

LEAST_LIKENESS = 0.03
"""Less counts as nothing: of 3,800 links on unseen stories by a fit on all pairs, one lay below it."""

_RANKS = 8
"""A pair is looked at where one of the two is among so many that are most like the other in its article.

Of the links on unseen stories 99 in 100 are among the first five.
"""

_MOST = 60_000
"""Pairs that are looked at in all, the likeliest first: a bound on the time that a very long story takes."""

_STRONG = 5
"""How many sentences of a third article are asked whether they are like both of a pair."""

_COMMONEST = 400
"""A stem in more sentences than this proposes no pairs: in long stories it would propose nearly all."""

_COUNTED, _RANKED, _WEIGHED = 0.5, 0.8, 0.9
"""Shares of the work at which all likeness is known, all pairs ranked and all weighed, as measured."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How the sentences of other articles stand to one sentence.

    `best` and `second` hold, by article, the highest likeness of two of its sentences; `strong`, by number,
    the likeness of the few in every article that are most like it, the highest first.
    """

    best: dict[int, float]
    second: dict[int, float]
    strong: dict[int, float]


@dataclass(frozen=True, slots=True)
class Candidates:
    """The pairs worth a score, in order, each a before b; and how alike sentences of different outlets are.

    Likeness is the Dice coefficient of weighted stems, 0 to 1; less than `LEAST_LIKENESS` is not held.
    `standings` is by the number of the sentence. Numbers, not `SentenceRef`s, name sentences here: long
    stories have half a million likenesses, and looking for garbage among so many tuples takes longer than
    everything else.
    """

    pairs: tuple[Pair, ...]
    likeness: Likeness
    standings: tuple[Standing, ...]


def find(story: Story, progress: Progress = quiet) -> Candidates:
    """Return the pairs of sentences of different outlets that share telling stems."""
    refs = list(story.profiles)
    numbers = range(len(refs))
    ends = _ends(story)
    likeness = _likeness(story, stage(progress, 0, _COUNTED))
    worth: list[set[int]] = [set() for _ in numbers]  # of each sentence, those behind it
    standings = []
    for number in told(numbers, stage(progress, _COUNTED, _RANKED)):
        row = likeness[number]
        best: dict[int, float] = {}
        second: dict[int, float] = {}
        strong: list[int] = []
        for article, near in _by_article(row, ends):
            best[article] = row[near[0]]
            if len(near) > 1:
                second[article] = row[near[1]]
            strong += near[:_STRONG]
            if near[0] > number:
                worth[number].update(near[:_RANKS])
            else:
                for other in near[:_RANKS]:
                    worth[other].add(number)
        strong.sort(key=row.__getitem__, reverse=True)
        standings.append(Standing(best, second, {other: row[other] for other in strong}))
    least = 0.0
    if sum(map(len, worth)) > _MOST:
        values: list[float] = []
        for number in told(numbers, stage(progress, _RANKED, _WEIGHED)):
            values.extend(map(likeness[number].__getitem__, worth[number]))
        # All that are as likely as the last one stay: the order of the articles must not choose among them.
        least = sorted(values)[-_MOST]
    pairs: list[Pair] = []
    for number in told(numbers, stage(progress, _WEIGHED, 1)):
        row, one = likeness[number], refs[number]
        pairs.extend((one, refs[other]) for other in sorted(worth[number]) if row[other] >= least)
    return Candidates(tuple(pairs), likeness, tuple(standings))


def _ends(story: Story) -> list[tuple[int, int]]:
    """Return each article that has sentences, and the number that follows the last of them, ascending."""
    return list({ref.article: number for number, ref in enumerate(story.profiles, 1)}.items())


def _by_article(row: dict[int, float], ends: list[tuple[int, int]]) -> Iterator[tuple[int, list[int]]]:
    """Yield each article that has sentences in `row`, and those, the most like it first."""
    others = list(row)
    begin = 0
    for article, last in ends:
        end = bisect_left(others, last, begin)
        if end > begin:
            # equal ones stay in order
            yield article, sorted(others[begin:end], key=row.__getitem__, reverse=True)
            begin = end


def _likeness(story: Story, progress: Progress) -> Likeness:
    """Return the likeness of all pairs that have any worth knowing, from an inverted index over stems."""
    profiles = list(story.profiles.values())
    outlets = [story.articles[profile.ref.article].outlet for profile in profiles]
    weights = [profile.weight for profile in profiles]
    holding = Counter(stem for profile in profiles for stem in profile.stems)
    telling = {stem for stem, count in holding.items() if 1 < count <= _COMMONEST}
    index: defaultdict[str, list[int]] = defaultdict(list)
    likeness: Likeness = [{} for _ in range(len(profiles) + 1)]
    for profile in told(profiles, progress):
        number, outlet, own = profile.number, outlets[profile.number], profile.weight
        # the commonest first: what it proposes need not be looked for among what others did
        stems = sorted(profile.stems & telling, key=lambda stem: (-holding[stem], stem))
        shared: dict[int, float] = {}
        for stem in stems:
            weight = story.weights[stem]
            holders = index[stem]
            if shared:
                for other in holders:
                    shared[other] = shared.get(other, 0.0) + weight
            else:
                shared = dict.fromkeys(holders, weight)
            holders.append(number)
        row = {
            other: value
            for other in sorted(shared)
            if (value := 2 * shared[other] / (own + weights[other])) >= LEAST_LIKENESS
            and outlets[other] != outlet
        }
        likeness[number] = row
        for other, value in row.items():
            likeness[other][number] = value
    return likeness

"""Which pairs of sentences are worth a closer look: those that share telling words."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

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

_LONG, _LEAST_IN_LONG = 2_000, 0.05
"""In a story of so many sentences less than this counts as nothing: half of its likenesses are that small,
but one in a hundred of the pairs that promise most."""

_RANKS = 8
"""A pair is looked at where one of the two is among so many that are most like the other in its article.

Of the links on unseen stories 99 in 100 are among the first five.
"""

_MOST = 33_000
"""Pairs that are looked at in all, the most promising first: a bound on the time of a very long story."""

_NEIGHBOURS = 0.5
"""How much the likeness of the sentences beside a pair promises, where its own counts 1.

Of the links in the marked stories, all told as one of 6,300 sentences, 3,247 are among the 40,000 pairs that
promise most; 2,940 among the 40,000 most alike, 3,170 among 60,000.
"""

_STRONG = 5
"""How many sentences of a third article are asked whether they are like both of a pair."""

_COMMONEST = 400
"""A stem in more sentences than this proposes no pairs: in long stories it would propose nearly all."""

_COUNTED, _RANKED, _WEIGHED = 0.5, 0.8, 0.98
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

    Likeness is the Dice coefficient of weighted stems, 0 to 1; less than `LEAST_LIKENESS`, in a long story
    less than `_LEAST_IN_LONG`, is not held. `standings` is by the number of the sentence. Numbers, not
    `SentenceRef`s, name sentences here: long stories have half a million likenesses, and a tuple for each
    would take more memory than everything else.
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
    if sum(map(len, worth)) > _MOST:
        worth = _most_promising(story, likeness, worth, stage(progress, _RANKED, _WEIGHED))
    pairs = tuple(
        (refs[number], refs[other])
        for number in told(numbers, stage(progress, _WEIGHED, 1))
        for other in sorted(worth[number])
    )
    return Candidates(pairs, likeness, tuple(standings))


def _most_promising(
    story: Story, likeness: Likeness, worth: list[set[int]], progress: Progress
) -> list[set[int]]:
    """Return those of `worth` that are worth most: alike, with much in common, between sentences alike."""
    profiles = list(story.profiles.values())
    weights = [profile.weight for profile in profiles]
    before = [profile.before for profile in profiles]
    after = [profile.after for profile in profiles]
    promises: list[dict[int, float]] = []
    for profile in told(profiles, progress):
        row, own = likeness[profile.number], profile.weight
        to_earlier, to_later = likeness[profile.before].get, likeness[profile.after].get
        promise = {}
        for other in worth[profile.number]:
            value = row[other]
            beside, later = to_earlier(before[other], 0.0), to_later(after[other], 0.0)
            if later > beside:
                beside = later
            together = value + _NEIGHBOURS * beside
            # the square of what is alike together times the root of the weight in common
            promise[other] = together * together * value * (own + weights[other])
        promises.append(promise)
    # All that promise as much as the last one stay: the order of the articles must not choose among them.
    least = sorted(chain.from_iterable(promise.values() for promise in promises))[-_MOST]
    return [{other for other, value in promise.items() if value >= least} for promise in promises]


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
    least = LEAST_LIKENESS if len(profiles) < _LONG else _LEAST_IN_LONG
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
            if (value := 2 * shared[other] / (own + weights[other])) >= least and outlets[other] != outlet
        }
        likeness[number] = row
        for other, value in row.items():
            likeness[other][number] = value
    return likeness

"""Scores to links, each with the evidence that a person can check."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby

from newsdiff.core.article import Span
from newsdiff.core.findings import Certainty, Evidence, EvidenceKind, Link
from newsdiff.core.matching.alone import Chances, Rivals
from newsdiff.core.matching.candidates import Pair
from newsdiff.core.matching.model import Cutoffs
from newsdiff.core.matching.scoring import Scores
from newsdiff.core.matching.story import Profile, Story
from newsdiff.core.matching.words import Word
from newsdiff.core.progress import Progress, quiet, told

_LEAST_QUOTED = 2
"""Words that both quote before it is called a shared quotation; one may be chance."""

_Run = tuple[int, int, int]
"""Words with the same stems in the same order: place in one sentence, place in the other, how many."""


def find(
    story: Story,
    scores: Scores,
    known: Rivals,
    chances: Chances,
    cutoffs: Cutoffs,
    progress: Progress = quiet,
) -> tuple[Link, ...]:
    """Return the pairs that are likely enough to be told, in order."""
    return tuple(
        Link(
            a=pair[0],
            b=pair[1],
            score=scores[pair],
            certainty=Certainty.SURE if scores[pair] >= cutoffs.sure_link else Certainty.PERHAPS,
            evidence=evidence(story, pair),
        )
        for pair in told(choose(scores, known, chances, cutoffs), progress)
    )


def choose(scores: Scores, known: Rivals, chances: Chances, cutoffs: Cutoffs) -> list[Pair]:
    """Return the pairs that are linked, in order: `Cutoffs` says which.

    `chances` are those of being alone. A weak pair counts where the sentences as wholes are held to be
    shared, and for such a sentence the best of its pairs counts even where that is very weak: some other
    outlet has it, and that is where to look.
    """
    shared = {ref for ref, chance in chances.items() if chance < cutoffs.alone}
    chosen = {
        pair
        for pair, score in scores.items()
        if score >= cutoffs.link or (score >= cutoffs.weak_link and shared.issuperset(pair))
    }
    linked = {end for pair in chosen for end in pair}
    for ref in shared - linked:
        score, other = known.of[ref][0] if known.of.get(ref) else (0.0, ref)
        if score >= cutoffs.only_link:
            chosen.add((min(ref, other), max(ref, other)))
    return sorted(chosen)


def evidence(story: Story, pair: Pair) -> tuple[Evidence, ...]:
    """Return the words that both sentences have, the weightiest first; runs of words are one item.

    Weights are shares of all that is shared, adding up to 1.
    """
    a, b = story.profiles[pair[0]], story.profiles[pair[1]]
    both_quote = bool(a.quotations and b.quotations)
    runs = _shared_runs(a, b)
    if both_quote:
        runs = _cut_at_quotations(a, b, runs)
    shares = [[story.weights[word.stem] for word in a.words[at : at + length]] for at, _, length in runs]
    weights = list(map(sum, shares))
    total = sum(weights)
    found = []
    for weight, (at, place, length) in zip(weights, runs, strict=True):
        shared, first, last = a.words[at : at + length], b.words[place], b.words[place + length - 1]
        mine, theirs = Span(shared[0].start, shared[-1].end), Span(first.start, last.end)
        quoted = both_quote and _both_quote(a, shared[0], b, first) is not None
        found.append((-weight, mine, Evidence(_kind(shared, quoted), mine, theirs, weight / total)))
    # no two begin at one place, so that the evidence itself is never asked which comes first
    return tuple(item for *_, item in sorted(found))


def _shared_runs(a: Profile, b: Profile) -> list[_Run]:
    """Return the runs of the same stems, the longest taken first.

    Every word stands in one run at most, every stem in one run at most.
    """
    both = a.stems & b.stems
    places_of: defaultdict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(b.words):
        if word.stem in both:
            places_of[word.stem].append(place)
    runs: list[_Run] = []
    following: dict[int, int] = {}
    at = len(a.words)
    for word in reversed(a.words):
        at -= 1
        here: dict[int, int] = {}
        if word.stem in both:
            for place in places_of[word.stem]:
                # a run is one longer than the run that begins with the next word of both
                here[place] = length = 1 + following.get(place + 1, 0)
                runs.append((-length, at, place))
        following = here
    chosen: list[_Run] = []
    told: set[str] = set()
    for negative, at, place in sorted(runs):
        run = {word.stem for word in a.words[at : at - negative]}
        if told.isdisjoint(run):
            told |= run
            chosen.append((at, place, -negative))
    return chosen


def _cut_at_quotations(a: Profile, b: Profile, runs: Sequence[_Run]) -> list[_Run]:
    """Cut runs where a quotation of both begins or ends, so that the words before it do not hide it."""
    pieces = []
    for at, place, length in runs:
        told = [_both_quote(a, a.words[at + step], b, b.words[place + step]) for step in range(length)]
        for _, steps in groupby(range(length), key=told.__getitem__):
            first, *rest = steps
            pieces.append((at + first, place + first, 1 + len(rest)))
    return pieces


def _kind(shared: Sequence[Word], quoted: bool) -> EvidenceKind:
    if quoted and len(shared) >= _LEAST_QUOTED:
        return EvidenceKind.QUOTATION
    if any(word.is_figure for word in shared):
        return EvidenceKind.FIGURE
    return EvidenceKind.WORD


def _both_quote(a: Profile, mine: Word, b: Profile, theirs: Word) -> tuple[Span, Span] | None:
    """Return the quotations in which the two words stand, None where one of them is not quoted."""
    one, other = _quotation(a, mine), _quotation(b, theirs)
    return (one, other) if one and other else None


def _quotation(profile: Profile, word: Word) -> Span | None:
    return next(
        (quote for quote in profile.quotations if quote.start <= word.start and word.end <= quote.end), None
    )

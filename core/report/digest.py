"""The story sorted for a reader of the report: what all report, what some, what only one.

Nothing is lost on the way: every sentence with a link is a version of at least one thing that is reported,
every other one stands alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from newsdiff.core.article import SentenceRef
from newsdiff.core.comparison import Comparison
from newsdiff.core.findings import Certainty, OnlyHere


@dataclass(frozen=True, slots=True)
class Version:
    """One sentence that reports a thing; `score` and `certainty` are those of its best link to another.

    `in_part` says that it is not of the passage and is linked with half of its sentences at most.
    """

    sentence: SentenceRef
    score: float
    certainty: Certainty
    in_part: bool


@dataclass(frozen=True, slots=True)
class Reported:
    """One thing that several outlets report: a passage, with whatever else is linked with it.

    `number` counts from 1 in the order of the report. `versions` is in tuple order. Every outlet of the
    story is in one of four, by its best version: `outlets` surely report it, `in_part` surely report some of
    it, `perhaps` have nothing that is sure, and in those that are `lacking` nothing is linked with it.
    """

    number: int
    versions: tuple[Version, ...]
    outlets: tuple[str, ...]
    in_part: tuple[str, ...]
    perhaps: tuple[str, ...]
    lacking: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alone:
    """One sentence that no other outlet reports; `score` is None where nobody said how sure that is."""

    sentence: SentenceRef
    score: float | None
    certainty: Certainty
    found: OnlyHere | None


def reported(comparison: Comparison) -> tuple[Reported, ...]:
    """Return what at least two outlets report: what most surely have first, then in the story's order."""
    groups = _groups(comparison)
    things = [_reported(comparison, group) for group in groups]
    things.sort(
        key=lambda thing: (-len(thing.outlets), len(thing.lacking), _position(comparison, thing.versions))
    )
    return tuple(replace(thing, number=number) for number, thing in enumerate(things, start=1))


def alone(comparison: Comparison, article: int) -> tuple[Alone, ...]:
    """Return the sentences of the article with that index that no other outlet reports, in reading order."""
    return tuple(
        _alone(comparison, sentence)
        for sentence in _sentences_of(comparison, article)
        if not comparison.links_of(sentence)
    )


def shared_with_own_part(comparison: Comparison, article: int) -> tuple[SentenceRef, ...]:
    """Return the sentences of that article that others report too, but not all of what they say."""
    return tuple(
        sentence
        for sentence in _sentences_of(comparison, article)
        if comparison.links_of(sentence) and comparison.only_here_in(sentence)
    )


def _sentences(comparison: Comparison) -> Iterable[SentenceRef]:
    for index in range(len(comparison.articles)):
        yield from _sentences_of(comparison, index)


def _sentences_of(comparison: Comparison, article: int) -> Iterable[SentenceRef]:
    return (SentenceRef(article, number) for number in range(len(comparison.articles[article].sentences)))


@dataclass(slots=True)
class _Group:
    """The sentences of a passage, and those beside it that are linked with it but are in no passage."""

    members: set[SentenceRef]
    beside: set[SentenceRef] = field(default_factory=set)


def _groups(comparison: Comparison) -> list[_Group]:
    groups = [_Group(set(passage.sentences)) for passage in comparison.passages]
    group_of = {sentence: group for group in groups for sentence in group.members}
    for sentence in _sentences(comparison):
        if sentence in group_of or not comparison.links_of(sentence):
            continue
        best = comparison.links_of(sentence)[0].other(sentence)
        if best in group_of:
            group_of[best].beside.add(sentence)
            group_of[sentence] = group_of[best]
        else:
            groups.append(_Group({sentence, best}))
            group_of[sentence] = group_of[best] = groups[-1]
    return groups


def _reported(comparison: Comparison, group: _Group) -> Reported:
    sentences = {*group.members, *group.beside, *_best_of_other_outlets(comparison, group)}
    versions = tuple(_version(comparison, sentence, group.members) for sentence in sorted(sentences))
    sure = [version for version in versions if version.certainty is Certainty.SURE]
    outlets = _outlets(comparison, (version for version in sure if not version.in_part))
    in_part = _outlets(comparison, sure) - outlets
    perhaps = _outlets(comparison, versions) - outlets - in_part
    everybody = dict.fromkeys(article.outlet for article in comparison.articles)
    return Reported(
        number=0,
        versions=versions,
        outlets=tuple(outlet for outlet in everybody if outlet in outlets),
        in_part=tuple(outlet for outlet in everybody if outlet in in_part),
        perhaps=tuple(outlet for outlet in everybody if outlet in perhaps),
        lacking=tuple(outlet for outlet in everybody if outlet not in outlets | in_part | perhaps),
    )


def _outlets(comparison: Comparison, versions: Iterable[Version]) -> set[str]:
    return {comparison.articles[version.sentence.article].outlet for version in versions}


def _best_of_other_outlets(comparison: Comparison, group: _Group) -> Iterable[SentenceRef]:
    """Return the sentence of each outlet that the group lacks which is linked with most of it."""
    sentences = group.members | group.beside
    having = {comparison.articles[sentence.article].outlet for sentence in sentences}
    candidates = {link.other(sentence) for sentence in sentences for link in comparison.links_of(sentence)}
    best: dict[str, tuple[int, float, SentenceRef]] = {}
    for sentence in sorted(candidates):
        outlet = comparison.articles[sentence.article].outlet
        scores = _scores(comparison, sentence, group.members)
        rank = (len(scores), max(scores, default=0.0), sentence)
        if outlet not in having and (outlet not in best or rank > best[outlet]):
            best[outlet] = rank
    return (sentence for _, _, sentence in best.values())


def _scores(comparison: Comparison, sentence: SentenceRef, members: set[SentenceRef]) -> list[float]:
    return [link.score for link in comparison.links_of(sentence) if link.other(sentence) in members]


def _version(comparison: Comparison, sentence: SentenceRef, members: set[SentenceRef]) -> Version:
    links = [link for link in comparison.links_of(sentence) if link.other(sentence) in members]
    in_part = sentence not in members and 2 * len(links) <= len(members)
    # What stands beside a passage may be linked with it only by way of another that stands there.
    best = (links or comparison.links_of(sentence))[0]
    return Version(sentence, best.score, best.certainty, in_part)


def _position(comparison: Comparison, versions: Iterable[Version]) -> float:
    """Return how far into their articles the versions stand on average, 0 to 1."""
    places = [
        version.sentence.sentence / len(comparison.articles[version.sentence.article].sentences)
        for version in versions
    ]
    return sum(places) / len(places)


def _alone(comparison: Comparison, sentence: SentenceRef) -> Alone:
    spans = comparison.only_here_in(sentence)
    if not spans:
        return Alone(sentence, None, Certainty.PERHAPS, None)
    weakest = min(spans, key=lambda span: span.score)
    return Alone(sentence, weakest.score, weakest.certainty, weakest)

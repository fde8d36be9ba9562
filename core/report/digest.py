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

    `in_part` says that it is linked with some of the passage, but does not belong to it.
    """

    sentence: SentenceRef
    score: float
    certainty: Certainty
    in_part: bool


@dataclass(frozen=True, slots=True)
class Reported:
    """One thing that several outlets report: a passage, with whatever else is linked with it.

    `number` counts from 1 in the order of the report. `versions` is in tuple order. The outlets of the story
    are in one of three: `outlets` have a sentence in the passage, `in_part` one that is linked with some of
    it, and in those that are `lacking` nothing was found that is linked with any version.
    """

    number: int
    versions: tuple[Version, ...]
    outlets: tuple[str, ...]
    in_part: tuple[str, ...]
    lacking: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alone:
    """One sentence that no other outlet reports; `score` is None where nobody said how sure that is."""

    sentence: SentenceRef
    score: float | None
    certainty: Certainty
    found: OnlyHere | None


def reported(comparison: Comparison) -> tuple[Reported, ...]:
    """Return what at least two outlets report: what most have comes first, then the order of the story."""
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
    outlet_of = [article.outlet for article in comparison.articles]
    having = {outlet_of[sentence.article] for sentence in group.members}
    linked = {outlet_of[sentence.article] for sentence in sentences} - having
    everybody = tuple(dict.fromkeys(outlet_of))
    return Reported(
        number=0,
        versions=tuple(
            _version(comparison, sentence, sentences, in_part=sentence not in group.members)
            for sentence in sorted(sentences)
        ),
        outlets=tuple(outlet for outlet in everybody if outlet in having),
        in_part=tuple(outlet for outlet in everybody if outlet in linked),
        lacking=tuple(outlet for outlet in everybody if outlet not in having | linked),
    )


def _best_of_other_outlets(comparison: Comparison, group: _Group) -> Iterable[SentenceRef]:
    """Return the best counterpart from each outlet that the group lacks: it must not be called left out."""
    having = {comparison.articles[sentence.article].outlet for sentence in group.members | group.beside}
    best: dict[str, tuple[float, SentenceRef]] = {}
    for sentence in sorted(group.members):
        for link in comparison.links_of(sentence):
            other = link.other(sentence)
            outlet = comparison.articles[other.article].outlet
            if outlet not in having and (outlet not in best or link.score > best[outlet][0]):
                best[outlet] = (link.score, other)
    return (sentence for _, sentence in best.values())


def _version(
    comparison: Comparison, sentence: SentenceRef, among: set[SentenceRef], *, in_part: bool
) -> Version:
    links = [link for link in comparison.links_of(sentence) if link.other(sentence) in among]
    # A passage may hold a sentence that is linked with the others only by way of a third one.
    score, certainty = (links[0].score, links[0].certainty) if links else (0.0, Certainty.PERHAPS)
    return Version(sentence, score, certainty, in_part)


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

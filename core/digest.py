"""The story sorted: what all report, what some, what only one, what an outlet leaves out.

Nothing is lost on the way: every sentence with a link is a version of at least one thing that is reported,
every other one stands alone, but for those of which the reader says that others report them: the corrections
name them. Headings report nothing and are neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from newsdiff.core.article import SentenceRef
from newsdiff.core.comparison import Comparison
from newsdiff.core.findings import Certainty, Link, OnlyHere


@dataclass(frozen=True, slots=True)
class Version:
    """One sentence that reports a thing; `score` and `certainty` are those of its best link to another.

    `in_part` says that it is not linked with the thing's `lead`, but only with something beside it.
    """

    sentence: SentenceRef
    score: float
    certainty: Certainty
    in_part: bool


@dataclass(frozen=True, slots=True)
class Reported:
    """One thing that several outlets report: a passage, with whatever else is linked with it.

    `number` counts from 1 in the order of the report. `lead` is the sentence of the passage that most outlets
    surely report. `versions` is in tuple order. Every outlet of the story is in one of four: `outlets` surely
    report the lead and `perhaps` perhaps do, as many as `Comparison.coverage` says; those `in_part` have only
    something that is linked with another version; and in those that are `lacking` nothing is linked with any
    sentence of the passage.
    """

    number: int
    lead: SentenceRef
    versions: tuple[Version, ...]
    outlets: tuple[str, ...]
    perhaps: tuple[str, ...]
    in_part: tuple[str, ...]
    lacking: tuple[str, ...]

    @property
    def sure(self) -> bool:
        """Whether it is sure that at least two outlets report it."""
        return len(self.outlets) > 1


@dataclass(frozen=True, slots=True)
class Alone:
    """One sentence that no other outlet reports; `score` is None where nobody said how sure that is."""

    sentence: SentenceRef
    score: float | None
    certainty: Certainty
    found: OnlyHere | None


def reported(comparison: Comparison) -> tuple[Reported, ...]:
    """Return what at least two outlets report: what most surely have first, then in the story's order."""
    things = [_reported(comparison, group) for group in _groups(comparison)]
    things.sort(
        key=lambda thing: (-len(thing.outlets), len(thing.lacking), _position(comparison, thing.versions))
    )
    return tuple(replace(thing, number=number) for number, thing in enumerate(things, start=1))


def by_extent(
    comparison: Comparison, things: Iterable[Reported]
) -> tuple[list[Reported], list[Reported], list[Reported]]:
    """Return the things that all outlets surely report, that some surely do, and that some perhaps do."""
    everywhere: list[Reported] = []
    somewhere: list[Reported] = []
    perhaps: list[Reported] = []
    for thing in things:
        if len(thing.outlets) == comparison.outlet_count:
            everywhere.append(thing)
        else:
            (somewhere if thing.sure else perhaps).append(thing)
    return everywhere, somewhere, perhaps


def left_out(things: Iterable[Reported], outlet: str) -> tuple[Reported, ...]:
    """Return what at least two others surely report and `outlet` has nothing of, in the order of `things`."""
    return tuple(thing for thing in things if thing.sure and outlet in thing.lacking)


def alone(comparison: Comparison, article: int) -> tuple[Alone, ...]:
    """Return the sentences of the article with that index that no other outlet reports, in reading order.

    Those of which the reader says that others report them are not among them.
    """
    return tuple(
        _alone(comparison, sentence)
        for sentence in sentences_of(comparison, article)
        if not comparison.links_of(sentence) and sentence not in comparison.reported
    )


def shared_with_own_part(comparison: Comparison, article: int) -> tuple[SentenceRef, ...]:
    """Return the sentences of that article that others report too, but not all of what they say."""
    return tuple(
        sentence
        for sentence in sentences_of(comparison, article)
        if comparison.links_of(sentence) and comparison.only_here_in(sentence)
    )


def sentences_of(comparison: Comparison, article: int) -> tuple[SentenceRef, ...]:
    """Return the sentences of that article that report something: all but its headings."""
    return tuple(
        SentenceRef(article, number)
        for number, sentence in enumerate(comparison.articles[article].sentences)
        if not sentence.heading
    )


@dataclass(slots=True)
class _Group:
    """The sentences of a passage, and those beside it that are linked with it but are in no passage."""

    members: set[SentenceRef]
    beside: set[SentenceRef] = field(default_factory=set)


def _groups(comparison: Comparison) -> list[_Group]:
    groups = [_Group(set(passage.sentences)) for passage in comparison.passages]
    group_of = {sentence: group for group in groups for sentence in group.members}
    for index in range(len(comparison.articles)):
        for sentence in sentences_of(comparison, index):
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
    lead = max(sorted(group.members), key=lambda sentence: _how_shared(comparison, sentence))
    shown = {*group.members, *group.beside, *_best_of_outlets(comparison, {lead})}
    having = _outlets(comparison, shown)
    more = {
        sentence
        for sentence in _best_of_outlets(comparison, shown)
        if comparison.articles[sentence.article].outlet not in having
    }
    links = comparison.links_of(lead)
    sure = _outlets(comparison, [lead, *_ends(lead, links, Certainty.SURE)])
    perhaps = _outlets(comparison, _ends(lead, links, Certainty.PERHAPS)) - sure
    in_part = _outlets(comparison, shown | more) - sure - perhaps
    everybody = tuple(dict.fromkeys(article.outlet for article in comparison.articles))
    return Reported(
        number=0,
        lead=lead,
        versions=tuple(_version(comparison, each, lead, group.members) for each in sorted(shown | more)),
        outlets=tuple(outlet for outlet in everybody if outlet in sure),
        perhaps=tuple(outlet for outlet in everybody if outlet in perhaps),
        in_part=tuple(outlet for outlet in everybody if outlet in in_part),
        lacking=tuple(outlet for outlet in everybody if outlet not in sure | perhaps | in_part),
    )


def _how_shared(comparison: Comparison, sentence: SentenceRef) -> tuple[int, int, float]:
    return *comparison.coverage(sentence), sum(link.score for link in comparison.links_of(sentence))


def _ends(sentence: SentenceRef, links: Iterable[Link], certainty: Certainty) -> Iterator[SentenceRef]:
    return (link.other(sentence) for link in links if link.certainty is certainty)


def _outlets(comparison: Comparison, sentences: Iterable[SentenceRef]) -> set[str]:
    return {comparison.articles[sentence.article].outlet for sentence in sentences}


def _best_of_outlets(comparison: Comparison, sentences: Iterable[SentenceRef]) -> Iterable[SentenceRef]:
    """Return the sentence of each outlet that is most surely linked with one of `sentences`."""
    best: dict[str, tuple[bool, float, SentenceRef]] = {}
    for sentence in sorted(sentences):
        for link in comparison.links_of(sentence):
            other = link.other(sentence)
            outlet = comparison.articles[other.article].outlet
            rank = (link.certainty is Certainty.SURE, link.score, other)
            if outlet not in best or rank > best[outlet]:
                best[outlet] = rank
    return (sentence for _, _, sentence in best.values())


def _version(
    comparison: Comparison, sentence: SentenceRef, lead: SentenceRef, members: set[SentenceRef]
) -> Version:
    links = comparison.links_of(sentence)
    to_lead = [link for link in links if link.other(sentence) == lead]
    to_members = [link for link in links if link.other(sentence) in members]
    best = (to_lead or to_members or links)[0]
    # A second sentence of the lead's own outlet cannot be linked with it, and is of the passage all the same.
    beside = sentence != lead and not to_lead
    own = sentence in members and _outlets(comparison, [sentence]) == _outlets(comparison, [lead])
    return Version(sentence, best.score, best.certainty, in_part=beside and not own)


def _position(comparison: Comparison, versions: Iterable[Version]) -> float:
    """Return how far into their articles the versions stand on average, 0 to 1."""
    places = [
        version.sentence.sentence / len(comparison.articles[version.sentence.article].sentences)
        for version in versions
    ]
    return sum(places) / len(places)


def _alone(comparison: Comparison, sentence: SentenceRef) -> Alone:
    certainty = comparison.wholly_only_here(sentence)
    if certainty is None:
        return Alone(sentence, None, Certainty.PERHAPS, None)
    weakest = min(comparison.only_here_in(sentence), key=lambda span: span.score)
    return Alone(sentence, weakest.score, certainty, weakest)

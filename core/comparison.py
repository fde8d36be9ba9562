"""The one door into the engine: articles in, a comparison out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from newsdiff.core.article import Article, SentenceRef
from newsdiff.core.corrections import Correction, resolve
from newsdiff.core.findings import Certainty, Link, OnlyHere, Passage
from newsdiff.core.garbage import uncollected
from newsdiff.core.progress import Progress, quiet, stage

_PREPARED, _SCORED, _RANKED, _JUDGED, _LINKED = 0.17, 0.73, 0.75, 0.77, 0.87
"""Shares of the whole work at which its long steps end, as measured."""


class Coverage(NamedTuple):
    """How many outlets surely report a sentence, its own among them, and how many more perhaps do."""

    sure: int
    perhaps: int


class Cancelled(Exception):  # noqa: N818 - it is no error
    """The comparison was given up because its caller asked for it."""


@dataclass(frozen=True)
class Comparison:
    """Articles and all that the engine found in them.

    `links` are ordered by (a, b), `only_here` by (sentence, start), passages by id. A sentence is only here
    when no link ends in it; a part of a linked sentence can be only here too. Headings are neither, nor are
    the `reported`: sentences of which the reader says that others report them too, whether linked or not.
    `follows` holds the ids of the corrections that all this takes into account.
    """

    articles: tuple[Article, ...]
    links: tuple[Link, ...] = ()
    passages: tuple[Passage, ...] = ()
    only_here: tuple[OnlyHere, ...] = ()
    reported: frozenset[SentenceRef] = frozenset()
    follows: tuple[str, ...] = ()

    @cached_property
    def _links_of(self) -> dict[SentenceRef, tuple[Link, ...]]:
        ends: defaultdict[SentenceRef, list[Link]] = defaultdict(list)
        for link in self.links:
            ends[link.a].append(link)
            ends[link.b].append(link)
        return {end: tuple(sorted(links, key=lambda link: -link.score)) for end, links in ends.items()}

    @cached_property
    def _only_here_of(self) -> dict[SentenceRef, tuple[OnlyHere, ...]]:
        spans: defaultdict[SentenceRef, list[OnlyHere]] = defaultdict(list)
        for span in self.only_here:
            spans[span.sentence].append(span)
        return {sentence: tuple(found) for sentence, found in spans.items()}

    @cached_property
    def _passage_of(self) -> dict[SentenceRef, Passage]:
        return {sentence: passage for passage in self.passages for sentence in passage.sentences}

    @property
    def compared(self) -> bool:
        """Whether the articles have been compared: all but headings is linked, only here or reported then."""
        return bool(self.links or self.only_here or self.reported)

    @cached_property
    def outlet_count(self) -> int:
        """The number of different outlets."""
        return len({article.outlet for article in self.articles})

    def links_of(self, sentence: SentenceRef) -> tuple[Link, ...]:
        """Return the links that end in `sentence`, the strongest first."""
        return self._links_of.get(sentence, ())

    def links_by_article(self, sentence: SentenceRef) -> list[Link]:
        """Return the links that end in `sentence`, by article in story order, the strongest first in each."""
        return sorted(self.links_of(sentence), key=lambda link: link.other(sentence).article)

    def counterparts(self, sentence: SentenceRef, article: int) -> tuple[SentenceRef, ...]:
        """Return the counterparts of `sentence` in the article with that index, the strongest first."""
        others = (link.other(sentence) for link in self.links_of(sentence))
        return tuple(other for other in others if other.article == article)

    def reported_by(self, sentence: SentenceRef) -> tuple[int, ...]:
        """Return the indices of the other articles that report (a part of) `sentence`, in story order."""
        return tuple(sorted({link.other(sentence).article for link in self.links_of(sentence)}))

    def coverage(self, sentence: SentenceRef) -> Coverage:
        """Return how many outlets report (a part of) `sentence`, its own among them."""
        sure, named = set(), set()
        for link in self.links_of(sentence):
            outlet = self.articles[link.other(sentence).article].outlet
            named.add(outlet)
            if link.certainty is Certainty.SURE:
                sure.add(outlet)
        return Coverage(1 + len(sure), len(named - sure))

    def only_here_in(self, sentence: SentenceRef) -> tuple[OnlyHere, ...]:
        """Return the stretches of `sentence` that are only here, in reading order."""
        return self._only_here_of.get(sentence, ())

    def wholly_only_here(self, sentence: SentenceRef) -> Certainty | None:
        """Return how surely all of `sentence` is only here, None where it is shared or nothing is known."""
        spans = self.only_here_in(sentence)
        if not spans or self.links_of(sentence):
            return None
        sure = all(span.certainty is Certainty.SURE for span in spans)
        return Certainty.SURE if sure else Certainty.PERHAPS

    def passage_of(self, sentence: SentenceRef) -> Passage | None:
        """Return the passage that holds `sentence`, None where it stands alone."""
        return self._passage_of.get(sentence)


@uncollected()
def compare(
    articles: Sequence[Article],
    corrections: Sequence[Correction] = (),
    *,
    progress: Progress | None = None,
) -> Comparison:
    """Find in `articles` what several outlets report and what only one does, where the reader has not said.

    Articles of one outlet are not compared with each other: a link joins two outlets. Fewer than two outlets
    give a comparison without findings, for there is nobody else who could have reported a thing.
    `progress` may raise `Cancelled`, which passes through.
    """
    # The engine is loaded when it is needed: the texts are on the screen before that.
    from newsdiff.core import correcting
    from newsdiff.core.contrast import only_here
    from newsdiff.core.matching import alone, commonness, model, passages, scoring
    from newsdiff.core.matching import links as linking
    from newsdiff.core.matching.story import prepare

    tell = progress or quiet
    tell(0.0)
    if len({article.outlet for article in articles}) < 2:
        tell(1.0)
        return Comparison(tuple(articles))
    story = prepare(articles, commonness.shipped(), stage(tell, 0, _PREPARED))
    scores = scoring.score(story, scoring.shipped(), stage(tell, _PREPARED, _SCORED))
    cutoffs = model.cutoffs()
    known = alone.rivals(story, scores, stage(tell, _SCORED, _RANKED))
    chances = alone.chances(story, known, alone.shipped(), stage(tell, _RANKED, _JUDGED))
    corrected = resolve(articles, corrections)
    links = linking.find(story, scores, known, chances, cutoffs, stage(tell, _JUDGED, _LINKED))
    if corrections:
        links = correcting.linked(story, links, corrected)
        known = alone.rivals(story, correcting.scores(scores, corrected))
    found = only_here.find(
        story, known, chances, links, only_here.shipped(), cutoffs, stage(tell, _LINKED, 1)
    )
    if corrections:
        found = correcting.marked(story, found, corrected)
    tell(1.0)
    follows = tuple(correction.id for correction in corrections)
    rows = passages.find(articles, links)
    return Comparison(tuple(articles), links, rows, found, corrected.reported, follows)

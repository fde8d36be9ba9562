"""What the reader says against the engine: that two sentences are the same or not, that one is only here.

Corrections are an input of `compare`. They name places by anchors, so that they outlive an edited text, a
changed splitter and another set of outlets.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import uuid4

from newsdiff.core.anchoring import Anchor, anchor_of, sentence_at
from newsdiff.core.article import Article, SentenceRef
from newsdiff.core.cleaning import clean_line
from newsdiff.core.times import now


class Verdict(StrEnum):
    """What a correction says: of two places the first two, of one the others."""

    SAME = "same"
    DIFFERENT = "different"
    ONLY_HERE = "only_here"
    REPORTED = "reported"
    """Others report it too, though no counterpart is named."""


_IN_WORDS = {
    Verdict.SAME: "say the same",
    Verdict.DIFFERENT: "do not say the same",
    Verdict.ONLY_HERE: "is only here",
    Verdict.REPORTED: "is not only here",
}


@dataclass(frozen=True, slots=True)
class Correction:
    """One word of the reader. `places` are of different outlets; `created` is an ISO 8601 time in UTC."""

    id: str
    verdict: Verdict
    places: tuple[Anchor, ...]
    created: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """What corrections say of the sentences of one story. Pairs are in tuple order.

    `lost` are the corrections that say nothing any more: their words or their article are gone, both their
    places lie in one outlet now, or one has become a heading.
    """

    same: frozenset[tuple[SentenceRef, SentenceRef]] = frozenset()
    different: frozenset[tuple[SentenceRef, SentenceRef]] = frozenset()
    only_here: frozenset[SentenceRef] = frozenset()
    reported: frozenset[SentenceRef] = frozenset()
    lost: tuple[Correction, ...] = ()


def correct(articles: Sequence[Article], verdict: Verdict, sentences: Iterable[SentenceRef]) -> Correction:
    """Return a new correction that says `verdict` of whole sentences."""
    places = tuple(anchor_of(articles, ref) for ref in sorted(sentences))
    return Correction(uuid4().hex, verdict, places, now())


def resolve(articles: Sequence[Article], corrections: Sequence[Correction]) -> Corrected:
    """Return what `corrections` say of the sentences of `articles`; of two that disagree, the later wins."""
    same: set[tuple[SentenceRef, SentenceRef]] = set()
    different: set[tuple[SentenceRef, SentenceRef]] = set()
    only_here: set[SentenceRef] = set()
    reported: set[SentenceRef] = set()
    lost = []
    for correction in corrections:
        refs = [sentence_at(tuple(articles), place) for place in correction.places]
        found = sorted(ref for ref in refs if ref is not None and not _is_heading(articles, ref))
        outlets = {articles[ref.article].outlet for ref in found}
        wanted = 2 if correction.verdict in (Verdict.SAME, Verdict.DIFFERENT) else 1
        if len(found) != wanted or len(refs) != wanted or len(outlets) != wanted:
            lost.append(correction)
        elif wanted == 2:
            pair = (found[0], found[1])
            same.discard(pair)
            different.discard(pair)
            if correction.verdict is Verdict.SAME:
                same.add(pair)
                only_here.difference_update(pair)
                reported.difference_update(pair)
            else:
                different.add(pair)
        else:
            (ref,) = found
            only_here.discard(ref)
            reported.discard(ref)
            if correction.verdict is Verdict.ONLY_HERE:
                only_here.add(ref)
                same = {pair for pair in same if ref not in pair}
            else:
                reported.add(ref)
    return Corrected(
        frozenset(same), frozenset(different), frozenset(only_here), frozenset(reported), tuple(lost)
    )


def in_words(articles: Sequence[Article], correction: Correction) -> tuple[str, tuple[str, ...]]:
    """Return what `correction` says, and the words that it speaks of, each on one line."""
    outlets = {article.id: article.outlet for article in articles}
    named = [outlets.get(place.article, "an outlet that is gone") for place in correction.places]
    said = f"{' and '.join(named)}: {_IN_WORDS[correction.verdict]}"
    if resolve(articles, [correction]).lost:
        said += " · no longer applies, its words are gone"
    return said, tuple(clean_line(place.quote, 4096) for place in correction.places)


def _is_heading(articles: Sequence[Article], ref: SentenceRef) -> bool:
    return articles[ref.article].sentences[ref.sentence].heading

"""The reader's word put in the place of the engine's: which links there are, and what is only here."""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.core.corrections import Corrected
from newsdiff.core.findings import Certainty, Link, OnlyHere
from newsdiff.core.matching.links import evidence
from newsdiff.core.matching.scoring import Scores
from newsdiff.core.matching.story import Story

_SAID = 1.0
"""The chance that the reader agrees with the reader."""


def linked(story: Story, links: Sequence[Link], corrected: Corrected) -> tuple[Link, ...]:
    """Return the links as corrected, in order: those the reader made or confirmed are sure."""
    kept = {
        (link.a, link.b): link
        for link in links
        if (link.a, link.b) not in corrected.different
        and link.a not in corrected.only_here
        and link.b not in corrected.only_here
    }
    for pair in corrected.same:
        engine = kept.get(pair)
        shared = engine.evidence if engine else evidence(story, pair)
        kept[pair] = Link(*pair, _SAID, Certainty.SURE, shared, by_reader=True)
    return tuple(kept[pair] for pair in sorted(kept))


def scores(found: Scores, corrected: Corrected) -> Scores:
    """Return the scores as corrected, for what the reader says of a pair tells which part of it is shared."""
    kept = {pair: score for pair, score in found.items() if pair not in corrected.different}
    return kept | dict.fromkeys(corrected.same, _SAID)


def marked(story: Story, found: Sequence[OnlyHere], corrected: Corrected) -> tuple[OnlyHere, ...]:
    """Return what is only here as corrected, ordered by sentence and place."""
    kept = [
        each
        for each in found
        if each.sentence not in corrected.reported and each.sentence not in corrected.only_here
    ]
    nearest = {each.sentence: each.nearest for each in found}
    for ref in corrected.only_here:
        where = story.articles[ref.article].sentences[ref.sentence]
        kept.append(
            OnlyHere(ref, where.start, where.end, _SAID, Certainty.SURE, nearest.get(ref), by_reader=True)
        )
    return tuple(sorted(kept, key=lambda each: (each.sentence, each.start)))

"""Where the outlets' accounts of one thing differ, each difference once however many links repeat it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from newsdiff.core.article import SentenceRef, Span
from newsdiff.core.cleaning import one_line
from newsdiff.core.comparison import Comparison
from newsdiff.core.contrast.differences import DifferenceKind, differences
from newsdiff.core.findings import Certainty


class Wording(NamedTuple):
    """How one sentence has what differs: a stretch of its article's text, empty where it has none."""

    sentence: SentenceRef
    span: Span


@dataclass(frozen=True, slots=True)
class Differing:
    """One thing in which at least two sentences differ: all its wordings, in tuple order."""

    kind: DifferenceKind
    wordings: tuple[Wording, ...]


def differing(comparison: Comparison) -> tuple[Differing, ...]:
    """Return in what sentences that surely say the same differ, in the order of their first wording.

    Differences that have a wording in common are one, and so are those of two outlets that have the same
    words on both sides.
    """
    pairs: list[tuple[DifferenceKind, Wording, Wording]] = []
    for link in comparison.links:
        if link.certainty is Certainty.SURE:
            pairs += (
                (found.kind, Wording(link.a, found.a), Wording(link.b, found.b))
                for found in differences(comparison, link)
            )
    groups: list[tuple[DifferenceKind, set[Wording], set[frozenset[tuple[str, str]]]]] = []
    for kind, a, b in pairs:
        said = frozenset(_said(comparison, wording) for wording in (a, b))
        wordings, sayings = {a, b}, {said}
        others = []
        for group in groups:
            if group[0] is kind and (group[1] & wordings or said in group[2]):
                wordings |= group[1]
                sayings |= group[2]
            else:
                others.append(group)
        groups = [*others, (kind, wordings, sayings)]
    found = [Differing(kind, tuple(sorted(wordings))) for kind, wordings, _ in groups]
    return tuple(sorted(found, key=lambda each: each.wordings))


def outlets_by_words(comparison: Comparison, thing: Differing) -> dict[str, list[str]]:
    """Return who has which words, in the order of the wordings; no words there are an empty string."""
    having: defaultdict[str, list[str]] = defaultdict(list)
    spelt: dict[str, str] = {}
    for wording in thing.wordings:
        words = words_of(comparison, wording)
        outlet = comparison.articles[wording.sentence.article].outlet
        outlets = having[spelt.setdefault(words.lower(), words)]
        if outlet not in outlets:
            outlets.append(outlet)
    return dict(having)


def words_of(comparison: Comparison, wording: Wording) -> str:
    """Return the words of `wording` on one line."""
    start, end = wording.span
    return one_line(comparison.articles[wording.sentence.article].text[start:end])


def _said(comparison: Comparison, wording: Wording) -> tuple[str, str]:
    return comparison.articles[wording.sentence.article].outlet, words_of(comparison, wording).lower()

"""The list "only here": everything that only one outlet reports, in its own reading order."""

from __future__ import annotations

from dataclasses import dataclass

from newsdiff.core import digest
from newsdiff.core.article import SentenceRef, Span
from newsdiff.core.comparison import Comparison
from newsdiff.core.findings import Certainty


@dataclass(frozen=True, slots=True)
class Own:
    """A sentence of which no other outlet reports all: `spans` of the text are only here.

    `whole` says that nothing of it is reported elsewhere; then the span is the sentence. `certainty` is that
    of the least sure span.
    """

    sentence: SentenceRef
    spans: tuple[Span, ...]
    certainty: Certainty
    whole: bool


def only_here(comparison: Comparison, article: int) -> tuple[Own, ...]:
    """Return what only the article with that index reports, in reading order; nothing where none is known."""
    if not comparison.compared:
        return ()
    sentences = comparison.articles[article].sentences
    found = [
        Own(item.sentence, (Span(where.start, where.end),), item.certainty, whole=True)
        for item in digest.alone(comparison, article)
        if item.found is not None
        for where in (sentences[item.sentence.sentence],)
    ]
    for sentence in digest.shared_with_own_part(comparison, article):
        parts = comparison.only_here_in(sentence)
        sure = all(part.certainty is Certainty.SURE for part in parts)
        found.append(
            Own(
                sentence,
                tuple(Span(part.start, part.end) for part in parts),
                Certainty.SURE if sure else Certainty.PERHAPS,
                whole=False,
            )
        )
    return tuple(sorted(found, key=lambda own: own.sentence))

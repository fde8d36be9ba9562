"""Places in a text that can be found again in another version of it.

An anchor says what stands there, what stands around it and where, as the text-quote and text-position
selectors of the W3C Web Annotation Data Model do (https://www.w3.org/TR/annotation-model/#selectors).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from newsdiff.core.article import Article, SentenceRef, Span

_AROUND = 32
"""Characters kept of what stands before and after: enough to tell two equal sentences apart."""

_LEAST_LIKE = 90.0
"""Of rapidfuzz's 100: an edited sentence may have lost a letter or a comma."""

_WORDS = re.compile(r"\S+")
_FIGURES = re.compile(r"\d+")
_NEGATIONS = re.compile(
    r"\b(?:not|no|never|nor|cannot|none|nobody|nothing|neither|without)\b|n['\u2019]t\b", re.IGNORECASE
)
"""One letter of a figure, or one of these, and the words say something else."""

_LEAST_LETTERS = 12
"""Shorter quotations are found word for word only: almost any text holds something like them."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A stretch of one article's text: the article's id, where it was, and the words there and around it."""

    article: str
    span: Span
    quote: str
    before: str = ""
    after: str = ""


def anchor(article: Article, span: Span) -> Anchor:
    """Return the anchor of the stretch `span` of `article`."""
    start, end = span
    text = article.text
    return Anchor(
        article.id, span, text[start:end], text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    )


def anchor_of(articles: Sequence[Article], ref: SentenceRef) -> Anchor:
    """Return the anchor of a whole sentence; IndexError where there is no such sentence."""
    article = articles[ref.article]
    sentence = article.sentences[ref.sentence]
    return anchor(article, Span(sentence.start, sentence.end))


def find(place: Anchor, article: Article) -> Span | None:
    """Return where in `article` the place is now, None where its words are gone.

    Of several places with the same words that one counts whose surroundings are most alike, then the one that
    is nearest to where it was. Words that are gone are looked for once more with a few letters changed, a
    tenth at most; never with another figure in digits, and never with more or fewer English negations.
    """
    start, end = place.span
    text = article.text
    if text[start:end] == place.quote and text[max(0, start - len(place.before)) : start] == place.before:
        return place.span
    return _look_for(place, text) if place.quote else None


@lru_cache(maxsize=1024)
def _look_for(place: Anchor, text: str) -> Span | None:
    """Return where the words of `place` stand now; kept, for what is gone is looked for again and again."""
    start = place.span.start
    found = [Span(at, at + len(place.quote)) for at in _occurrences(text, place.quote)]
    if found:
        return min(found, key=lambda span: (-_likeness(place, text, span), abs(span.start - start), span))
    if len(place.quote) < _LEAST_LETTERS:
        return None
    from rapidfuzz import fuzz

    near = fuzz.partial_ratio_alignment(place.quote, text, score_cutoff=_LEAST_LIKE)
    if near is None or near.dest_end - near.dest_start < len(place.quote) * _LEAST_LIKE / 100:
        return None
    span = _without_neighbours(place.quote, text, _whole_words(text, near.dest_start, near.dest_end))
    return span if span and _says_the_same(place.quote, text[span.start : span.end]) else None


def _without_neighbours(quote: str, text: str, near: Span) -> Span | None:
    """Return the stretch of `near` that stands for `quote`: what was found may hold words beside it.

    It goes on before the first and behind the last word that both have for as many words as `quote` does.
    """
    from rapidfuzz.distance import Indel

    wanted = quote.split()
    words = [*_WORDS.finditer(text, near.start, near.end)]
    common = [op for op in Indel.opcodes(wanted, [word[0] for word in words]) if op.tag == "equal"]
    if not common:
        return None
    first = max(0, common[0].dest_start - common[0].src_start)
    last = min(len(words), common[-1].dest_end + len(wanted) - common[-1].src_end)
    return Span(words[first].start(), words[last - 1].end())


def _says_the_same(one: str, other: str) -> bool:
    """Tell whether two wordings that are nearly one have the same figures and as many negations."""
    return _FIGURES.findall(one) == _FIGURES.findall(other) and (
        len(_NEGATIONS.findall(one)) == len(_NEGATIONS.findall(other))
    )


def sentence_at(articles: tuple[Article, ...], place: Anchor) -> SentenceRef | None:
    """Return the sentence in which most of the place lies now, None where it or its article is gone."""
    for index, article in enumerate(articles):
        if article.id != place.article:
            continue
        span = find(place, article)
        if span is None:
            return None
        overlaps = [
            (min(sentence.end, span.end) - max(sentence.start, span.start), -number)
            for number, sentence in enumerate(article.sentences)
        ]
        most, number = max(overlaps, default=(0, 0))
        return SentenceRef(index, -number) if most > 0 else None
    return None


def _whole_words(text: str, start: int, end: int) -> Span:
    """Return the stretch with the rest of the words in which it begins and ends, less space around it."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    while text[start].isspace():
        start += 1
    return Span(start, end)


def _occurrences(text: str, quote: str) -> Iterator[int]:
    at = text.find(quote)
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)


def _likeness(place: Anchor, text: str, span: Span) -> float:
    from rapidfuzz import fuzz

    before = text[max(0, span.start - len(place.before)) : span.start]
    after = text[span.end : span.end + len(place.after)]
    return fuzz.ratio(place.before, before) + fuzz.ratio(place.after, after)

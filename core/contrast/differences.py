"""Where two accounts of one thing differ: figures, days and the words of a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise, product

from newsdiff.core.article import Article, SentenceRef, Span
from newsdiff.core.comparison import Comparison
from newsdiff.core.findings import Link
from newsdiff.core.matching.clauses import quotations
from newsdiff.core.matching.languages import Language, languages_of
from newsdiff.core.matching.words import Word, stem_of, words

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = re.compile(rf"\b(?:{'|'.join(_DAYS)})\b", re.IGNORECASE)
_MONTH_BEFORE = re.compile(rf"\b{_MONTH}\.?\s+$", re.IGNORECASE)
_MONTH_AFTER = re.compile(rf"(?:st|nd|rd|th)?\s+{_MONTH}\b", re.IGNORECASE)
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SCALE_AFTER = re.compile(rf"[\s-]+({'|'.join(_SCALES)})\b", re.IGNORECASE)
_PERCENT_AFTER = re.compile(r"\s?(?:%|per\s?cent\b)", re.IGNORECASE)
_CURRENCIES = "$£€¥"
_SIGNS = frozenset({*_CURRENCIES, "%", "day"})
_LONGEST_MONTH = 31

_FURTHEST = 3.0
"""How many times as large the greater of two figures may be: beyond it they count other things; but for 0."""
_YEARS = range(1900, 2101)
_GROUPED = re.compile(r"\d[,. ]\d{3}")
"""A number with its thousands apart, which no year has."""

_TOKEN = re.compile(r"\w+(?:['’]\w+)*")
_LEAST_COMMON = 3
"""Words in common, before two quotations count as one that was heard differently."""
_MOST_APART = 3
"""Words that differ in one place; more is another quotation, not another hearing."""


class DifferenceKind(StrEnum):
    """What two accounts differ in."""

    FIGURE = "figure"
    DAY = "day"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class Difference:
    """What stands in the place of what: `a` in the article of a link's `a`, `b` in that of its `b`.

    In a quotation one of the two may be empty: words that only the other has.
    """

    kind: DifferenceKind
    a: Span
    b: Span


def differences(comparison: Comparison, link: Link) -> tuple[Difference, ...]:
    """Return in what the two sentences of `link` differ, in the order of its `a`.

    A figure differs from another of the same unit, or from the only other one, where both are of one order
    of magnitude; a day of the week or of a month from another; words of a quotation from those that the other
    outlet has in the same place of it. Neither side need be wrong: outlets count differently.
    """
    one, other = _side(comparison, link.a), _side(comparison, link.b)
    found = [
        *_figures(one, other),
        *(Difference(DifferenceKind.DAY, a, b) for a, b in _days(one, other)),
        *(Difference(DifferenceKind.QUOTATION, a, b) for a, b in _quotations(one, other)),
    ]
    return tuple(sorted(found, key=lambda difference: (difference.a, difference.b)))


@dataclass(frozen=True, slots=True)
class _Side:
    text: str
    start: int
    end: int
    language: Language
    words: tuple[Word, ...]


def _side(comparison: Comparison, ref: SentenceRef) -> _Side:
    article: Article = comparison.articles[ref.article]
    sentence = article.sentences[ref.sentence]
    language = languages_of(comparison.articles)[ref.article]
    found = words(article.text, sentence.start, sentence.end, language)
    return _Side(article.text, sentence.start, sentence.end, language, found)


@dataclass(frozen=True, slots=True)
class _Figure:
    span: Span
    value: float
    unit: str


def _figures(one: _Side, other: _Side) -> Iterator[Difference]:
    mine, theirs = _figures_of(one), _figures_of(other)
    same = {figure.value for figure in mine} & {figure.value for figure in theirs}
    left = [figure for figure in mine if figure.value not in same]
    right = [figure for figure in theirs if figure.value not in same]
    pairs = [(a, b) for a, b in product(left, right) if a.unit == b.unit and a.unit]
    if not pairs and len(left) == len(right) == 1 and not {left[0].unit, right[0].unit} & _SIGNS:
        pairs = [(left[0], right[0])]
    for a, b in pairs:
        if a.unit == "day":
            yield Difference(DifferenceKind.DAY, a.span, b.span)
        elif min(a.value, b.value) == 0 or max(a.value, b.value) <= _FURTHEST * min(a.value, b.value):
            yield Difference(DifferenceKind.FIGURE, a.span, b.span)


def _figures_of(side: _Side) -> list[_Figure]:
    figures = []
    for at, word in enumerate(side.words):
        if word.is_figure:
            following = side.words[at + 1] if at + 1 < len(side.words) else None
            figure = _figure(side, word, following)
            if figure is not None:
                figures.append(figure)
    return figures


def _figure(side: _Side, word: Word, following: Word | None) -> _Figure | None:
    """Return a figure with what it counts: a sign, a day of a month, or the word right after it.

    None for a year, which counts nothing, and for what is no number, as a time of day.
    """
    text, start, end = side.text, word.start, word.end
    try:
        value = float(word.stem[1:])
    except ValueError:
        return None
    scale = _SCALE_AFTER.match(text, end, side.end)
    if scale:
        value, end = value * _SCALES[scale[1].lower()], scale.end()
    if start > side.start and text[start - 1] in _CURRENCIES:
        return _Figure(Span(start - 1, end), value, text[start - 1])
    percent = _PERCENT_AFTER.match(text, end, side.end)
    if percent:
        return _Figure(Span(start, percent.end()), value, "%")
    before = text[max(side.start, start - len("september. ")) : start]
    if value <= _LONGEST_MONTH and (_MONTH_BEFORE.search(before) or _MONTH_AFTER.match(text, end, side.end)):
        return _Figure(Span(start, end), value, "day")
    if value in _YEARS and not _GROUPED.search(text, start, end):
        return None
    close = following is not None and not text[end : following.start].strip(" -‑")
    return _Figure(Span(start, end), value, following.stem if following and close else "")


def _days(one: _Side, other: _Side) -> Iterator[tuple[Span, Span]]:
    mine, theirs = _days_of(one), _days_of(other)
    if len(mine) == len(theirs) == 1 and mine[0][0] != theirs[0][0]:
        yield mine[0][1], theirs[0][1]


def _days_of(side: _Side) -> list[tuple[str, Span]]:
    found = _DAY.finditer(side.text, side.start, side.end)
    return [(match.group().lower(), Span(*match.span())) for match in found]


def _quotations(one: _Side, other: _Side) -> Iterator[tuple[Span, Span]]:
    for mine in quotations(one.text, one.start, one.end):
        for theirs in quotations(other.text, other.start, other.end):
            yield from _heard_differently(one, mine, other, theirs)


def _heard_differently(one: _Side, mine: Span, other: _Side, theirs: Span) -> Iterator[tuple[Span, Span]]:
    """Return the places where two quotations have other words between words that they share."""
    left = [Span(*match.span()) for match in _TOKEN.finditer(one.text, *mine)]
    right = [Span(*match.span()) for match in _TOKEN.finditer(other.text, *theirs)]
    blocks = SequenceMatcher(
        None, [_plain(one, span) for span in left], [_plain(other, span) for span in right], autojunk=False
    ).get_matching_blocks()
    if sum(block.size for block in blocks) < _LEAST_COMMON:
        return
    # what stands before the first or after the last shared word may only have been left out
    for block, following in pairwise(blocks[:-1]):
        a = left[block.a + block.size : following.a]
        b = right[block.b + block.size : following.b]
        telling = (a and b) or _telling(one, a) or _telling(other, b)
        if telling and len(a) <= _MOST_APART and len(b) <= _MOST_APART:
            yield (
                _over(a, left[block.a + block.size - 1].end),
                _over(b, right[block.b + block.size - 1].end),
            )


def _telling(side: _Side, spans: list[Span]) -> bool:
    """Return whether one of these words is no stop word: a "that" or a "with" is left out without meaning."""
    return any(stem_of(side.text[span.start : span.end], side.language) for span in spans)


def _over(spans: list[Span], empty_at: int) -> Span:
    return Span(spans[0].start, spans[-1].end) if spans else Span(empty_at, empty_at)


def _plain(side: _Side, span: Span) -> str:
    word = side.text[span.start : span.end]
    stem = stem_of(word, side.language)
    return stem if stem.startswith("#") else word.lower().replace("’", "'")

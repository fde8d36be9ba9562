"""Who speaks or acts in a sentence: named there, or carried on from the sentences before it.

"He did not say how many." and the second half of a quotation name nobody, but say whose they are by where
they stand. The rules are for English news: attributions ("said Smith"), titles, pronouns, offices ("the
mayor") and quotations that run on. Of articles in other languages no voice is known.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from newsdiff.core.article import Article
from newsdiff.core.matching.languages import ENGLISH, Language
from newsdiff.core.matching.words import stem_of


class Voice(NamedTuple):
    """Whose a sentence is: the stem of a surname, empty where unknown; and whether it tells what was said."""

    stem: str = ""
    speaks: bool = False


_LARGE = "A-ZÀ-ÖØ-Þ"
_SURNAME = rf"\b([{_LARGE}][\w'’-]{{1,30}})(?![\w'’-])"
_FORENAMES = rf"(?:[{_LARGE}][\w.'’-]{{0,30}}\s(?:(?:de|van|von|al)\s)?)"
_SAID_BEHIND = (
    r"(?:said|says|added|adds|wrote|writes|continued|argued|noted|tweeted|replied|responded|explained"
    r"|insisted|warned|declared|stated|acknowledged|concluded|observed|joked)"
)
_SAID = rf"(?:{_SAID_BEHIND}|say|told|tells|asked|called|conceded|countered|claimed)"
_OFFICES = (
    "president mayor governor senator congressman congresswoman representative secretary speaker judge "
    "chairman chairwoman candidate nominee director chief minister justice sheriff attorney general lawyer "
    "commissioner leader officer professor spokesman spokeswoman"
)
_TITLES = frozenset(f"mr mrs ms dr sen rep gov gen {_OFFICES}".split())
_OFFICE = f"({'|'.join(_OFFICES.split())})"

_AUXILIARY = r"(?:(?:\w{1,20}ly|also|has|had|would|will|could|did|does|not|never)\s){0,3}"

_NAMED_BEFORE = re.compile(rf"{_SURNAME}(?:,[^,]{{0,80}},)?\s{_AUXILIARY}{_SAID}\b")
_NAMED_BEHIND = re.compile(rf"\b{_SAID_BEHIND}\s(?:\w{{1,20}}ly\s)?{_FORENAMES}{{0,5}}{_SURNAME}")
_PRONOUN_SPEAKS = re.compile(
    rf"\b(?:[Ss]he|[Hh]e)\s(?:(?:also|later|then)\s)?{_SAID}\b|\b{_SAID_BEHIND}\s(?:s?he)\b"
)
_PRONOUN_FIRST = re.compile(r"\W*(?:(?:but|and|still|later),?\s)?(?:he|she)\b", re.IGNORECASE)
_BEFORE_NAME = re.compile(rf"\b(\w{{2,20}})\.?\s(?={_FORENAMES}{{0,3}}{_SURNAME})")
_THE_OFFICE = re.compile(rf"\b[Tt]he\s(?:\w{{1,30}}\s)?{_OFFICE}\b(?!\s[{_LARGE}])")
_CAPITAL = re.compile(rf"\b[{_LARGE}][\w’'-]+")
_MARK = re.compile('[“”"]')
_OPENING = tuple('“"')

_OTHER_CAPITALS = """
    Mr Mrs Ms Dr Sen Rep Gov Gen President Senator Representative Secretary Speaker Governor Mayor House White
    The But And In On At If When As He She They It Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    January February March April May June July August September October November December Democrat Republican
"""
_NO_SURNAME = frozenset(_OTHER_CAPITALS.split())

_LONGEST = 8
"""Sentences of one paragraph that a quotation may run on without a mark: a longer one was never closed."""


class _Told(NamedTuple):
    """A sentence: what stands outside its quotation marks, and who speaks there, by name or pronoun."""

    outside: str
    quotes: bool
    begins_quoted: bool
    runs_on: bool
    speaker: str
    pronoun_speaks: bool


def voices(article: Article, numbers: Sequence[int], language: Language) -> list[Voice]:
    """Return the voice of each sentence of `article` that `numbers` names, in order, headings left out."""
    if language.name != ENGLISH:
        return [Voice()] * len(numbers)
    texts = [article.sentence_text(number) for number in numbers]
    told = _told(texts, [article.sentences[number].paragraph for number in numbers])
    known, holders = _named(texts)
    known |= {one.speaker for one in told}
    found = []
    speaker = last = ""
    for one in told:
        own = [name for name in map(_surname, _CAPITAL.findall(one.outside)) if name and name in known]
        first = own[0] if own else ""
        if one.speaker:
            voice = one.speaker
        elif one.pronoun_speaks or _PRONOUN_FIRST.match(one.outside):
            voice = speaker or last
        elif one.runs_on or one.begins_quoted or (one.quotes and speaker and not own):
            voice = speaker
        else:
            voice = first or _holder(one.outside, holders)
        speaks = bool(one.quotes or one.speaker or one.pronoun_speaks)
        found.append(Voice(stem_of(voice, language) if voice else "", speaks))
        speaker = voice if speaks else ""
        last = first or voice or last
    return found


def _told(texts: Sequence[str], paragraphs: Sequence[int]) -> list[_Told]:
    found = []
    inside, length, before = False, 0, -1
    for text, paragraph in zip(texts, paragraphs, strict=True):
        runs_on = inside and paragraph == before and length < _LONGEST and not text.startswith(_OPENING)
        length, before = length + 1 if runs_on else 0, paragraph
        outside, inside = _outside(text, runs_on)
        speaker = _speaker(outside)
        found.append(
            _Told(
                outside,
                runs_on or _MARK.search(text) is not None,
                text.startswith(_OPENING),
                runs_on,
                speaker,
                not speaker and _PRONOUN_SPEAKS.search(outside) is not None,
            )
        )
    return found


def _outside(text: str, inside: bool) -> tuple[str, bool]:
    """Return what stands outside quotation marks in `text`, and whether a quotation is open at its end."""
    pieces = []
    at = 0
    for mark in _MARK.finditer(text):
        if not inside:
            pieces.append(text[at : mark.start()])
        inside = mark.group() == "“" or (mark.group() == '"' and not inside)
        at = mark.end()
    if not inside:
        pieces.append(text[at:])
    return " ".join(" ".join(pieces).split()), inside


def _speaker(outside: str) -> str:
    """Return the surname of whom the sentence names as speaking, empty where it names nobody."""
    for pattern in (_NAMED_BEFORE, _NAMED_BEHIND):
        for match in pattern.finditer(outside):
            name = _surname(match.group(1))
            if name:
                return name
    return ""


def _named(texts: Sequence[str]) -> tuple[set[str], dict[str, str]]:
    """Return the surnames that stand behind a title, and whose each title is most often."""
    known = set()
    holding: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for title, word in _BEFORE_NAME.findall(text):
            name = _surname(word) if title.lower() in _TITLES else ""
            if name:
                known.add(name)
                holding[title.lower()][name] += 1
    return known, {title: names.most_common(1)[0][0] for title, names in holding.items()}


def _holder(outside: str, holders: dict[str, str]) -> str:
    match = _THE_OFFICE.search(outside)
    return holders.get(match.group(1), "") if match else ""


def _surname(word: str) -> str:
    """Return a word as a surname, in lower case and without an ending 's; empty where it cannot be one."""
    name = word.strip(".,'’-").removesuffix("'s").removesuffix("’s").rpartition("-")[2]
    return "" if name in _NO_SURNAME else name.lower()

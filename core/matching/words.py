"""Text to the words that carry a claim, each by its stem, so that inflection does not hide a match."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from threading import Lock
from typing import NamedTuple

from snowballstemmer import stemmer

from newsdiff.core.matching.languages import ENGLISH, OTHER, Language

# Marks that stand on, under or around a letter, and which `\w` leaves out. The ranges of a script may hold
# letters too, but neither digits nor punctuation.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487"  # Latin, Greek, Cyrillic
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"  # Hebrew
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"  # Arabic
    "\u0900-\u0963\u0981-\u09e3\u0a01-\u0a5e\u0a70-\u0a75"  # Devanagari, Bengali, Gurmukhi
    "\u0a81-\u0ae3\u0b01-\u0b63\u0b82-\u0bd7"  # Gujarati, Oriya, Tamil
    "\u0c00-\u0c63\u0cbc-\u0ce3\u0d00-\u0d4e\u0d57-\u0d63"  # Telugu, Kannada, Malayalam
    "\u0d81-\u0ddf\u0df2\u0df3"  # Sinhala
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece"  # Thai, Lao
    "\u0f71-\u0f84\u102b-\u103e\u17b4-\u17d3"  # Tibetan, Burmese, Khmer
)
# Letters with apostrophes inside.
_LETTERS = rf"[^\W\d_]+(?:[{_MARKS}]+[^\W\d_]*|['’][^\W\d_]+)*"
_NUMBER = r"\d+(?:[.,]\d+)*"

_THOUSANDS = re.compile(r"[. ](?=\d{3}(?!\d))")

# Chinese, Japanese and Korean are cut into syllables: their words cannot be told apart by spaces.
_SYLLABLES = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f\uac00-\ud7a3"
_HIRAGANA = "\u3041-\u309f"
"""Japanese writes endings and particles in them: they carry no claim."""

_FIRST_SYLLABLE = "\u3041"
"""No letter before this one belongs to those scripts."""

_UNACCENTED = frozenset({"french", "italian", "portuguese", "spanish"})
"""Languages that often leave accents out, above all on capitals."""

_LOCK = Lock()  # a stemmer keeps the word it works on in itself


class Word(NamedTuple):
    """A word that is not a stop word: a half-open stretch of its article's text, and its stem.

    The stem of a figure is `#` and its digits, with a point before decimals, whether the text has them in
    digits or in words.
    """

    start: int
    end: int
    stem: str

    @property
    def is_figure(self) -> bool:
        """Whether the word is a number."""
        return self.stem[0] == "#"


def words(text: str, start: int, end: int, language: Language) -> tuple[Word, ...]:
    """Return the words of `text[start:end]`, which is in `language`, in order, stop words left out."""
    found = []
    for match in _pattern(_has_decimal_comma(language)).finditer(text, start, end):
        for piece in _pieces(text, match):
            stem = stem_of(piece.group(), language)
            if stem:
                found.append(Word(*piece.span(), stem))
    return tuple(found)


@lru_cache(maxsize=50_000)
def stem_of(word: str, language: Language) -> str:
    """Return the stem of `word` in `language`, empty for a stop word or a single letter."""
    plain = word.lower().replace("’", "'")
    if language.letters:
        plain = plain.translate(language.letters)
    if "'" in plain:
        plain = _without_apostrophe(plain, language)
    if plain in language.stop_words:
        return ""
    plain = language.forms.get(plain, plain)
    if plain[:1].isdigit():
        return "#" + _digits(plain, language)
    if len(plain) < 2:
        return plain if plain >= _FIRST_SYLLABLE else ""
    with _LOCK:
        stem = _stemmed(plain, language)
    return _without_accents(stem) if language.name in _UNACCENTED else stem


@cache
def _pattern(decimal_comma: bool) -> re.Pattern[str]:
    """Return the words of languages that write 4.000,5 and 4 000,5, or of those that write 4,000.5."""
    spaced = r"\d{1,3}(?: \d{3})+(?!\d)(?:,\d+)?|" if decimal_comma else ""
    return re.compile(f"{_LETTERS}|{spaced}{_NUMBER}")


def _pieces(text: str, match: re.Match[str]) -> Iterable[re.Match[str]]:
    """Return the syllables in a word of a script without spaces, any other word whole."""
    word = match.group()
    if word.isascii() or max(word) < _FIRST_SYLLABLE:
        return (match,)
    return _syllables().finditer(text, *match.span())


@cache
def _syllables() -> re.Pattern[str]:
    """Return syllables, and what else can stand beside them: Katakana, Latin letters, digits."""
    return re.compile(rf"[{_SYLLABLES}]|[^\W\d_{_SYLLABLES}{_HIRAGANA}]+|{_NUMBER}")


def _without_apostrophe(plain: str, language: Language) -> str:
    """Return the part of a word that carries its meaning, empty where no part does."""
    head, _, tail = plain.partition("'")
    if language.elisions:
        return (tail if head in language.elisions else plain).replace("'", "")
    if language.name == ENGLISH and plain.endswith("n't"):
        return ""
    if plain.endswith("'s"):
        return plain[:-2]
    # contractions lose their tail, names such as O'Hare their apostrophe
    return head if len(head) > 1 else plain.replace("'", "")


def _has_decimal_comma(language: Language) -> bool:
    return language is not OTHER and language.name != ENGLISH


def _digits(plain: str, language: Language) -> str:
    if _has_decimal_comma(language):
        return _THOUSANDS.sub("", plain).replace(",", ".")
    return plain.replace(",", "")


def _stemmed(plain: str, language: Language) -> str:
    return str(_stemmer(language.name).stemWord(plain)) if language.name else plain


_stemmer = cache(stemmer)


def _without_accents(stem: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", stem) if not unicodedata.combining(char))

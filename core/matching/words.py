"""Text to the words that carry a claim, each by its stem, so that inflection does not hide a match."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from threading import Lock
from typing import NamedTuple

from snowballstemmer import stemmer

# Letters with apostrophes inside, or digits with points and commas inside.
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_STEMMER = stemmer("english")
_LOCK = Lock()  # a stemmer keeps the word it works on in itself


class Word(NamedTuple):
    """A word that is not a stop word: a half-open stretch of its article's text, and its stem.

    The stem of a figure is `#` and its digits, whether the text has them in digits or in words.
    """

    start: int
    end: int
    stem: str

    @property
    def is_figure(self) -> bool:
        """Whether the word is a number."""
        return self.stem[0] == "#"


def words(text: str, start: int, end: int) -> tuple[Word, ...]:
    """Return the words of `text[start:end]` in order, stop words left out."""
    found = []
    for match in _WORD.finditer(text, start, end):
        stem = stem_of(match.group())
        if stem:
            found.append(Word(*match.span(), stem))
    return tuple(found)


@lru_cache(maxsize=50_000)
def stem_of(word: str) -> str:
    """Return the stem of `word`, empty for a stop word or a single letter."""
    plain = word.lower().replace("’", "'")
    if plain.endswith("n't"):
        return ""
    if plain.endswith("'s"):
        plain = plain[:-2]
    elif "'" in plain:  # contractions lose their tail, names such as O'Hare their apostrophe
        head = plain.partition("'")[0]
        plain = head if len(head) > 1 else plain.replace("'", "")
    if plain in _stop_words():
        return ""
    plain = _forms().get(plain, plain)
    if plain[:1].isdigit():
        return "#" + plain.replace(",", "")
    if len(plain) < 2:
        return ""
    with _LOCK:
        return str(_STEMMER.stemWord(plain))


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(word for line in _lines("stop_words.txt") for word in line.split())


@cache
def _forms() -> dict[str, str]:
    return dict(line.split() for line in _lines("word_forms.txt"))


def _lines(name: str) -> list[str]:
    text = files("newsdiff.core.matching").joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]

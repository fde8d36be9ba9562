"""What to call an article whose source does not say: its outlet, its headline, its id."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePath

from newsdiff.core.article import Sentence

_LONGEST_HEADLINE = 150
_LONGEST_ID = 32
_SMALL_WORDS = frozenset({"a", "an", "and", "for", "in", "of", "on", "the", "de", "la", "le"})
# The others tell themselves by having no vowel.
_INITIALS = frozenset({"abc", "afp", "ap", "uk", "upi", "us", "usa"})


def outlet_from_name(name: str) -> str:
    """Return the outlet that a file's name points to: `new-york_times.txt` gives "New York Times"."""
    words = re.split(r"[-_.\s]+", PurePath(name).stem.strip("-_. "))
    if len(words) > 1 and words[0].isdecimal():
        words = words[1:]
    if len(words) == 1 and len(words[0]) <= 3:
        return words[0].upper() if words[0].islower() else words[0]
    return " ".join(_outlet_word(word, first=not number) for number, word in enumerate(words))


def _outlet_word(word: str, *, first: bool) -> str:
    if not word.islower() or (word in _SMALL_WORDS and not first):
        return word
    if word in _INITIALS or not re.search(r"[aeiouy]|[^a-z]", word):
        return word.upper()
    return word[:1].upper() + word[1:]


def headline(text: str, sentences: tuple[Sentence, ...]) -> str:
    """Return the headline that `text` begins with, empty where it begins with its first sentence.

    A headline is a short paragraph of its own that does not end as a sentence does, with a body after it.
    """
    if len(sentences) < 2 or sentences[0].paragraph == sentences[1].paragraph:
        return ""
    first = text[sentences[0].start : sentences[0].end]
    words = first.split()
    if len(first) > _LONGEST_HEADLINE or len(words) < 2 or words[0] in {"By", "-", "•"}:
        return ""
    return "" if re.search(r"[.:;,…][\"'”’)\]]*\Z", first) else first


def unique_id(name: str, taken: set[str]) -> str:
    """Return an id made of `name` that is not in `taken`: lower-case letters, digits and hyphens."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "-", letters)[:_LONGEST_ID].strip("-") or "article"
    identity, number = base, 1
    while identity in taken:
        number += 1
        identity = f"{base}-{number}"
    return identity

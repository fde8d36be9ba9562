"""The languages whose stop words and inflection are known, and which of them an article is written in.

A language is told by its stop words: in running text every fourth word or more is one, and a few dozen of
them are enough to keep neighbours apart.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files

from newsdiff.core.article import Article

ENGLISH = "english"

NAMES = (
    ENGLISH,
    "danish",
    "dutch",
    "french",
    "german",
    "italian",
    "norwegian",
    "polish",
    "portuguese",
    "russian",
    "spanish",
    "swedish",
)
"""Each is the name of a stemmer and of a file in the folder `vocabulary`."""

_WORD = re.compile(r"[^\W\d_]+")
_READ = 5_000
"""Characters at the start of an article that tell its language."""

_LEAST_FOUND = 3
_LEAST_LEAD = 2
"""How many different stop words of its language a text has in it, and how many more of them it has, counted
as often as they stand there, than of English; or of English than of any other. A near relative, as Danish
of Norwegian, still does better than English.
"""

_LEAST_SHARE = 1 / 7
_RUNNING_TEXT = 20
"""A text of so many words, fewer of them stop words of any one language than that share, is in another."""

_SURELY_ENGLISH = 1 / 4
"""English articles have a third and more, by a list that is longer than the others; for them no other
vocabulary need be read."""


@dataclass(frozen=True, eq=False)
class Language:
    """What matching knows of a language.

    `name` is that of its stemmer, empty where there is none. `stop_words` carry no claim. `forms` lead to
    words that count as the same, numbers in words to digits. `letters` maps letters (by code point) to how
    they are also written. `elisions` are what an apostrophe joins to the front of a word: the `l` of `l'eau`.
    """

    name: str
    stop_words: frozenset[str] = frozenset()
    forms: Mapping[str, str] = field(default_factory=dict)
    letters: Mapping[int, str] = field(default_factory=dict)
    elisions: frozenset[str] = frozenset()


OTHER = Language("")
"""A language without a vocabulary: every word counts, as it is written."""


@cache
def named(name: str) -> Language:
    """Return the language called `name`, one of `NAMES`; always the same object."""
    parts: defaultdict[str, list[list[str]]] = defaultdict(list)
    part = ""
    text = files("newsdiff.core.matching.vocabulary").joinpath(f"{name}.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("["):
            part = line.strip("[]")
        elif line and not line.startswith("#"):
            parts[part].append(line.split())
    letters = str.maketrans(dict(parts["letters"]))
    return Language(
        name,
        frozenset(word.translate(letters) for line in parts["stop words"] for word in line),
        {form.translate(letters): other for form, other in parts["forms"]},
        letters,
        frozenset(word for line in parts["elisions"] for word in line),
    )


def languages_of(articles: Sequence[Article]) -> tuple[Language, ...]:
    """Return the language of each article of a story.

    An article too short to tell is in the language that most of the others are in; where none can be told,
    in English, because a text of a few words is more often a short test than a foreign report.
    """
    return _languages_of(tuple(article.text for article in articles))


@lru_cache(maxsize=8)
def _languages_of(texts: tuple[str, ...]) -> tuple[Language, ...]:
    told = [_told(text) for text in texts]
    counts = Counter(language for language in told if language is not None)
    most = min(
        counts,
        key=lambda language: (-counts[language], language.name != ENGLISH, language.name),
        default=named(ENGLISH),
    )
    return tuple(language or most for language in told)


def _told(text: str) -> Language | None:
    """Return the language of `text`, `OTHER` for one that is not known, None where too little tells."""
    found = _WORD.findall(text[:_READ].lower())
    english = sum(word in named(ENGLISH).stop_words for word in found)
    if len(found) >= _RUNNING_TEXT and english >= _SURELY_ENGLISH * len(found):
        return named(ENGLISH)
    votes = Counter(name for word in found for name in _speakers().get(word, ()))
    name = max(NAMES, key=votes.__getitem__)
    if votes[name] < _LEAST_SHARE * len(found):
        return OTHER if len(found) >= _RUNNING_TEXT else None
    different = sum(name in _speakers().get(word, ()) for word in set(found))
    rivals = NAMES[1:] if name == ENGLISH else NAMES[:1]
    lead = votes[name] - max(votes[rival] for rival in rivals)
    return named(name) if different >= _LEAST_FOUND and lead >= _LEAST_LEAD else None


@cache
def _speakers() -> Mapping[str, Sequence[str]]:
    """Return for each stop word the names of the languages that have it."""
    speakers: defaultdict[str, list[str]] = defaultdict(list)
    for name in NAMES:
        for word in _telling(named(name)):
            speakers[word].append(name)
    return dict(speakers)


def _telling(language: Language) -> Iterator[str]:
    yield from language.stop_words
    yield from language.elisions - language.stop_words

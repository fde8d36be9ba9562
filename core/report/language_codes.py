"""The language of each article as programs name it."""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.core.article import Article
from newsdiff.core.matching.languages import languages_of

_CODES = {
    "english": "en",
    "danish": "da",
    "dutch": "nl",
    "french": "fr",
    "german": "de",
    "italian": "it",
    "norwegian": "no",
    "polish": "pl",
    "portuguese": "pt",
    "russian": "ru",
    "spanish": "es",
    "swedish": "sv",
}


def language_codes(articles: Sequence[Article]) -> tuple[str, ...]:
    """Return the BCP 47 code of each article's language, empty where it is none that is known."""
    return tuple(_CODES.get(language.name, "") for language in languages_of(articles))

"""Stories in which people marked the claims, as the tools that measure and fit read them."""

from __future__ import annotations

import itertools
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from newsdiff.core.article import Article, Sentence, SentenceRef
from newsdiff.core.matching.candidates import Pair
from newsdiff.core.matching.languages import Language, languages_of
from newsdiff.core.matching.words import words


@dataclass(frozen=True)
class MarkedStory:
    """A story and what its first annotator marked.

    `pairs` are the sentences of different outlets that share a claim. `shared` says of each letter of a
    sentence whether it carries a claim that another outlet has too. `stems` counts the sentences that hold
    a stem.
    """

    name: str
    articles: tuple[Article, ...]
    claims: int
    pairs: frozenset[Pair]
    shared: dict[SentenceRef, bytes]
    stems: Counter[str]


def load_all(folder: Path) -> list[MarkedStory]:
    """Return the stories of all folders in `folder` that hold a gold.json, by name."""
    return [_load(path) for path in sorted(folder.glob("*/gold.json"))]


def _load(path: Path) -> MarkedStory:
    gold = json.loads(path.read_text(encoding="utf-8"))
    outlets = [article["id"] for article in gold["articles"]]
    texts: dict[str, list[str]] = {outlet: [] for outlet in outlets}
    ref_of: dict[str, SentenceRef] = {}
    text_of: dict[SentenceRef, str] = {}
    for sentence in gold["sentences"]:
        outlet = sentence["id"].split(":")[0]
        ref = SentenceRef(outlets.index(outlet), len(texts[outlet]))
        ref_of[sentence["id"]], text_of[ref] = ref, sentence["text"]
        texts[outlet].append(sentence["text"])
    articles = tuple(_article(outlet, texts[outlet]) for outlet in outlets)
    claims = gold["annotators"]["A"]
    pairs: set[Pair] = set()
    shared = {ref: bytearray(len(text)) for ref, text in text_of.items()}
    for claim in claims:
        refs = sorted({ref_of[span["s"]] for span in claim["spans"]})
        pairs |= {(a, b) for a, b in itertools.combinations(refs, 2) if a.article != b.article}
        for span in claim["spans"]:
            ref, length = ref_of[span["s"]], len(span["text"])
            at = text_of[ref].index(span["text"])
            shared[ref][at : at + length] = b"\1" * length
    return MarkedStory(
        path.parent.name,
        articles,
        len(claims),
        frozenset(pairs),
        {ref: bytes(letters) for ref, letters in shared.items()},
        Counter(
            stem
            for article, language in zip(articles, languages_of(articles), strict=True)
            for stem in _stems(article, language)
        ),
    )


def _article(outlet: str, texts: Sequence[str]) -> Article:
    """Return an article whose text is its sentences, a space between them."""
    sentences = []
    at = 0
    for text in texts:
        sentences.append(Sentence(at, at + len(text), 0))
        at += len(text) + 1
    return Article(outlet, outlet, " ".join(texts), tuple(sentences))


def _stems(article: Article, language: Language) -> list[str]:
    """Return the stems of the article, each as often as there are sentences that hold it."""
    found = (words(article.text, sentence.start, sentence.end, language) for sentence in article.sentences)
    return [stem for sentence in found for stem in sorted({word.stem for word in sentence})]

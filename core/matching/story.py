"""The articles of one story prepared for matching: each sentence as stems, clauses and character runs."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsdiff.core.article import Article, SentenceRef, Span
from newsdiff.core.matching.clauses import cuts, quotations
from newsdiff.core.matching.commonness import Commonness
from newsdiff.core.matching.languages import ENGLISH, languages_of
from newsdiff.core.matching.words import Word, words

_GRAM = 4
"""Characters in a run; runs of four see through endings and compounds that a stemmer leaves apart."""

_PLAIN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence: its stems, and what they weigh together."""

    stems: frozenset[str]
    weight: float


@dataclass(frozen=True, slots=True)
class Profile:
    """One sentence as matching sees it.

    `position` is where it stands in its article, 0 to 1. `pairs` are stems that stand next to each other or
    with one between. `quoted` is the share of its text, 0 to 1, that stands between quotation marks. `grams`
    are the sentence's runs of characters, a vector of length 1. `plain` is the text in lower case without
    punctuation.
    """

    ref: SentenceRef
    position: float
    words: tuple[Word, ...]
    stems: frozenset[str]
    weight: float
    clauses: tuple[Clause, ...]
    pairs: frozenset[tuple[str, str]]
    figures: frozenset[str]
    quotations: tuple[Span, ...]
    quoted: float
    grams: dict[str, float]
    plain: str


@dataclass(frozen=True, slots=True)
class Story:
    """All sentences of a story that report something, headings left out, and what each stem weighs in it.

    `unit` is the weight of a stem that stands in two sentences and is unknown to the news at large: features
    that are sums of weights are divided by it, so that they mean the same in short and long stories.
    """

    articles: tuple[Article, ...]
    profiles: dict[SentenceRef, Profile]
    weights: dict[str, float]
    unit: float

    def dice(self, shared: float, one: float, other: float) -> float:
        """Return the Dice coefficient, 0 to 1, of two sets of stems by their weights and the weight shared.

        One `unit` is added to either: two headings of one word are not the same for sharing it.
        """
        return 2 * shared / (one + other + 2 * self.unit)

    def neighbour(self, ref: SentenceRef, by: int) -> SentenceRef | None:
        """Return the sentence `by` places after `ref` in its article, None beyond either end."""
        other = SentenceRef(ref.article, ref.sentence + by)
        return other if other in self.profiles else None


def prepare(articles: Sequence[Article], commonness: Commonness) -> Story:
    """Return `articles` prepared for matching, stems weighed by how rare they are here and in the news."""
    languages = languages_of(articles)
    found = {
        SentenceRef(index, number): words(article.text, sentence.start, sentence.end, languages[index])
        for index, article in enumerate(articles)
        for number, sentence in enumerate(article.sentences)
        if not sentence.heading
    }
    counts: Counter[str] = Counter()
    for sentence in found.values():
        counts.update({word.stem for word in sentence})
    # the news at large is English news: it does not know a word that only looks English
    known = {
        word.stem
        for ref, sentence in found.items()
        for word in sentence
        if word.is_figure or languages[ref.article].name == ENGLISH
    }
    weights = {
        stem: _weight(len(found), count, stem if stem in known else "", commonness)
        for stem, count in counts.items()
    }
    plain = {ref: _plain(articles[ref.article], ref.sentence) for ref in found}
    grams = _gram_vectors(plain)
    profiles = {
        ref: _profile(articles[ref.article], ref, sentence, weights, grams[ref], plain[ref])
        for ref, sentence in found.items()
    }
    return Story(tuple(articles), profiles, weights, max(_weight(len(found), 2, "", commonness), 1e-6))


def weigh(weights: Mapping[str, float], stems: Iterable[str]) -> float:
    """Return what `stems` weigh together, exactly rounded, so that their order never matters."""
    return math.fsum(weights[stem] for stem in stems)


def _weight(sentences: int, count: int, stem: str, commonness: Commonness) -> float:
    here = math.log(1 + sentences / count) ** 1.5 if sentences else 0.0
    return here * math.log(1 + commonness.sentences / (1 + commonness.stems.get(stem, 0)))


def _plain(article: Article, number: int) -> str:
    return " ".join(_PLAIN.findall(article.sentence_text(number).lower()))


def _profile(
    article: Article,
    ref: SentenceRef,
    found: tuple[Word, ...],
    weights: dict[str, float],
    grams: dict[str, float],
    plain: str,
) -> Profile:
    sentence = article.sentences[ref.sentence]
    stems = frozenset(word.stem for word in found)
    quoted = tuple(quotations(article.text, sentence.start, sentence.end))
    sequence = [word.stem for word in found]
    return Profile(
        ref=ref,
        position=(ref.sentence + 0.5) / len(article.sentences),
        words=found,
        stems=stems,
        weight=weigh(weights, stems),
        clauses=_clauses(found, cuts(article.text, sentence.start, sentence.end), weights),
        pairs=frozenset(pairwise(sequence)) | frozenset(zip(sequence, sequence[2:], strict=False)),
        figures=frozenset(stem for stem in stems if stem[0] == "#"),
        quotations=quoted,
        quoted=sum(span.end - span.start for span in quoted) / (sentence.end - sentence.start),
        grams=grams,
        plain=plain,
    )


def _clauses(found: tuple[Word, ...], at: list[int], weights: dict[str, float]) -> tuple[Clause, ...]:
    """Cut the words at the offsets `at`; a clause of one word goes with the one that follows it."""
    groups: list[list[str]] = []
    current: list[str] = []
    edges = iter([*at, math.inf])
    edge = next(edges)
    for word in found:
        while word.start >= edge:
            if len(current) > 1:
                groups.append(current)
                current = []
            edge = next(edges)
        current.append(word.stem)
    if len(current) == 1 and groups:
        groups[-1].extend(current)
    elif current:
        groups.append(current)
    return tuple(Clause(stems, weigh(weights, stems)) for stems in map(frozenset, groups))


def _gram_vectors(plain: dict[SentenceRef, str]) -> dict[SentenceRef, dict[str, float]]:
    """Return the tf-idf vector of each sentence's runs of characters, normalised to length 1."""
    counts = {ref: Counter(_grams(text)) for ref, text in plain.items()}
    holding: Counter[str] = Counter()
    for own in counts.values():
        holding.update(own.keys())
    rarity = {gram: math.log((1 + len(plain)) / (1 + count)) + 1 for gram, count in holding.items()}
    vectors = {}
    for ref, own in counts.items():
        vector = {gram: (1 + math.log(count)) * rarity[gram] for gram, count in own.items()}
        length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
        vectors[ref] = {gram: value / length for gram, value in vector.items()}
    return vectors


def _grams(plain: str) -> list[str]:
    padded = f" {plain} "
    return [padded[at : at + _GRAM] for at in range(len(padded) - _GRAM + 1)]

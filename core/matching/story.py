"""The articles of one story prepared for matching: each sentence as stems, clauses and character runs."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from newsdiff.core.article import Article, SentenceRef, Span
from newsdiff.core.matching import grams
from newsdiff.core.matching.clauses import cuts, quotations
from newsdiff.core.matching.commonness import Commonness
from newsdiff.core.matching.grams import Grams
from newsdiff.core.matching.languages import ENGLISH, Language, languages_of
from newsdiff.core.matching.voices import Voice, voices
from newsdiff.core.matching.words import Word, words
from newsdiff.core.progress import Progress, quiet, stage, told

_PLAIN = re.compile(r"\w+")

_READ, _MEASURED = 0.4, 0.8
"""Shares of the work at which all words are read and all runs of characters weighed, as measured."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence: its stems, and what they and one `unit` of the story weigh together."""

    stems: frozenset[str]
    weight: float


@dataclass(frozen=True, slots=True)
class Profile:
    """One sentence as matching sees it.

    `number` counts the profiles of the story from 0, in order; `before` and `after` are the numbers of the
    sentences beside this one in its article, -1 where there is none. `position` is where it stands in its
    article, 0 to 1. `length` is the logarithm of one more than its words. `weight` is what its stems and one
    `unit` of the story weigh together: two headings of one word are not the same for sharing it. `pairs` are
    stems that stand next to each other or with one between, here and in another sentence. `quoted` is the
    share of its text, 0 to 1, that stands between quotation marks. `voice` is whose words or acts it tells.
    `plain` is the text in lower case without punctuation.
    """

    ref: SentenceRef
    number: int
    before: int
    after: int
    position: float
    words: tuple[Word, ...]
    length: float
    stems: frozenset[str]
    weight: float
    clauses: tuple[Clause, ...]
    pairs: frozenset[tuple[str, str]]
    figures: frozenset[str]
    quotations: tuple[Span, ...]
    quoted: float
    voice: Voice
    grams: Grams
    plain: str


@dataclass(frozen=True, slots=True)
class Story:
    """All sentences of a story that report something, headings left out, and what each stem weighs in it.

    `unit` is the weight of a stem that stands in two sentences and is unknown to the news at large: features
    that are sums of weights are divided by it, so that they mean the same in short and long stories.
    `rarity` is that of the runs of characters, squared.
    """

    articles: tuple[Article, ...]
    profiles: dict[SentenceRef, Profile]
    weights: dict[str, float]
    unit: float
    rarity: dict[str, float]

    def neighbour(self, ref: SentenceRef, by: int) -> SentenceRef | None:
        """Return the sentence `by` places after `ref` in its article, None beyond either end."""
        other = SentenceRef(ref.article, ref.sentence + by)
        return other if other in self.profiles else None


def prepare(articles: Sequence[Article], commonness: Commonness, progress: Progress = quiet) -> Story:
    """Return `articles` prepared for matching, stems weighed by how rare they are here and in the news."""
    refs = [
        SentenceRef(index, number)
        for index, article in enumerate(articles)
        for number, sentence in enumerate(article.sentences)
        if not sentence.heading
    ]
    languages = languages_of(articles)
    found: dict[SentenceRef, tuple[Word, ...]] = {}
    plain: dict[SentenceRef, str] = {}
    for ref in told(refs, stage(progress, 0, _READ)):
        article, sentence = articles[ref.article], articles[ref.article].sentences[ref.sentence]
        found[ref] = words(article.text, sentence.start, sentence.end, languages[ref.article])
        plain[ref] = " ".join(_PLAIN.findall(article.text[sentence.start : sentence.end].lower()))
    counts = Counter(stem for sentence in found.values() for stem in {word.stem for word in sentence})
    # the news at large is English news: it does not know a word that only looks English
    known = {
        word.stem
        for ref, sentence in found.items()
        for word in sentence
        if word.is_figure or languages[ref.article].name == ENGLISH
    }
    weights = {
        stem: _weight(len(refs), count, stem if stem in known else "", commonness)
        for stem, count in counts.items()
    }
    unit = max(_weight(len(refs), 2, "", commonness), 1e-6)
    pairs = _pairs(found)
    vectors, rarity = grams.vectors(list(plain.values()), stage(progress, _READ, _MEASURED))
    speaking = _voices(articles, refs, languages)
    numbers = {ref: number for number, ref in enumerate(refs)}
    profiles = {}
    for ref in told(refs, stage(progress, _MEASURED, 1)):
        article, sentence = articles[ref.article], articles[ref.article].sentences[ref.sentence]
        stems = frozenset(word.stem for word in found[ref])
        quoted = tuple(quotations(article.text, sentence.start, sentence.end))
        profiles[ref] = Profile(
            ref=ref,
            number=numbers[ref],
            before=numbers.get(SentenceRef(ref.article, ref.sentence - 1), -1),
            after=numbers.get(SentenceRef(ref.article, ref.sentence + 1), -1),
            position=(ref.sentence + 0.5) / len(article.sentences),
            words=found[ref],
            length=math.log1p(len(found[ref])),
            stems=stems,
            weight=weigh(weights, stems) + unit,
            clauses=_clauses(found[ref], cuts(article.text, sentence.start, sentence.end), weights, unit),
            pairs=pairs[ref],
            figures=frozenset(stem for stem in stems if stem[0] == "#"),
            quotations=quoted,
            quoted=sum(span.end - span.start for span in quoted) / (sentence.end - sentence.start),
            voice=speaking[ref],
            grams=vectors[numbers[ref]],
            plain=plain[ref],
        )
    return Story(tuple(articles), profiles, weights, unit, rarity)


def _voices(
    articles: Sequence[Article], refs: Sequence[SentenceRef], languages: Sequence[Language]
) -> dict[SentenceRef, Voice]:
    found: dict[SentenceRef, Voice] = {}
    for index, own in groupby(refs, key=lambda ref: ref.article):
        sentences = list(own)
        heard = voices(articles[index], [ref.sentence for ref in sentences], languages[index])
        found.update(zip(sentences, heard, strict=True))
    return found


def dice(shared: float, one: float, other: float) -> float:
    """Return the Dice coefficient, 0 to 1, of two sets of stems by their weights and the weight shared."""
    return 2 * shared / (one + other)


def weigh(weights: Mapping[str, float], stems: Iterable[str]) -> float:
    """Return what `stems` weigh together, exactly rounded, so that their order never matters."""
    return math.fsum(map(weights.__getitem__, stems))


def _weight(sentences: int, count: int, stem: str, commonness: Commonness) -> float:
    here = math.log(1 + sentences / count) ** 1.5 if sentences else 0.0
    return here * math.log(1 + commonness.sentences / (1 + commonness.stems.get(stem, 0)))


def _clauses(
    found: tuple[Word, ...], at: list[int], weights: dict[str, float], unit: float
) -> tuple[Clause, ...]:
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
    return tuple(Clause(stems, weigh(weights, stems) + unit) for stems in map(frozenset, groups))


def _pairs(found: Mapping[SentenceRef, Sequence[Word]]) -> dict[SentenceRef, frozenset[tuple[str, str]]]:
    """Return the pairs of stems that stand together in each sentence and in another."""
    pairs = {}
    for ref, sentence in found.items():
        stems = [word.stem for word in sentence]
        pairs[ref] = {*pairwise(stems), *zip(stems, stems[2:], strict=False)}
    holding = Counter(pair for own in pairs.values() for pair in own)
    shared = {pair: pair for pair, count in holding.items() if count > 1}
    return {ref: frozenset(own & shared.keys()) for ref, own in pairs.items()}

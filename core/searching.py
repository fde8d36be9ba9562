"""Finding words in articles: as they are typed, or nearly so, with slips and other endings.

Neither way minds case, accents and the style of quotation marks.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from newsdiff.core.article import Article, SentenceRef, Span

_WORD = re.compile(r"\w+(?:'\w+)*")

_SHORT = 3
"""Letters up to which a word is taken as it is: with another letter it is another word."""

_LEAST_LIKENESS, _LEAST_LIKENESS_OF_FOUR = 72.0, 85.0
"""How like a word of more than four letters, or of four, another must be (rapidfuzz's ratio) to be meant."""

_BEGINS, _SWAPPED, _WITHIN, _SAME_STEM = 95.0, 92.0, 88.0, 84.0
"""How near a word comes that goes on after what was typed, that has two of its letters the other way round,
that has it within, that has another ending."""

_LEAST_STEM, _STEM_SHARE = 4, 0.75
"""Letters, and share of those typed, that words with other endings begin with alike."""

_LEAST_FOUND = 0.75
"""Share of what was typed that must be found, rare words counting most."""

_SLACK = 3
"""Other words that may stand among those that were typed, beside as many again as these are."""

_COST_OF_ANOTHER_WORD = 0.01

_NEAR_THE_BEST = 0.9
"""What comes so much less near than the best is no hit: no slip is looked for where nobody slipped."""


class Hit(NamedTuple):
    """Where searched words stand: a sentence, a stretch of its article's text, how near it comes (to 1)."""

    sentence: SentenceRef
    span: Span
    score: float = 1.0


class Finder:
    """Finds words in `articles`; what it must know of a text it works out when that is first asked for."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = articles
        self._texts: dict[int, _Text] = {}

    def find(self, among: Sequence[int], query: str, *, nearly: bool = False) -> list[Hit]:
        """Return where `query` stands in the articles with the indices `among`, in their order.

        Hits lie within one sentence and do not overlap; an empty query has none. With `nearly` its words may
        be misspelt, have other endings, and stand in another order among others.
        """
        wanted = fold(query)[0].strip()
        if not wanted:
            return []
        texts = [self._text(index) for index in among]
        near = _nearly(texts, list(dict.fromkeys(_WORD.findall(wanted)))) if nearly else []
        return near or [hit for text in texts for hit in text.exact(wanted)]

    def prepare(self, among: Sequence[int]) -> None:
        """Work out what `find` must know of those articles, which takes a while in a long story."""
        for index in among:
            _ = self._text(index).words

    def _text(self, index: int) -> _Text:
        if index not in self._texts:
            self._texts[index] = _Text(index, self.articles[index])
        return self._texts[index]


class _Text:
    """One article as it is searched: its sentences folded, its words with their places."""

    def __init__(self, index: int, article: Article) -> None:
        self._index = index
        self._article = article
        self._folded = [fold(article.text[sentence.start : sentence.end]) for sentence in article.sentences]

    def __len__(self) -> int:
        return len(self._folded)

    def exact(self, wanted: str) -> Iterator[Hit]:
        size = len(wanted)
        for number, (folded, origin) in enumerate(self._folded):
            at = folded.find(wanted)
            if at < 0:
                continue
            ref, begin = SentenceRef(self._index, number), self._article.sentences[number].start
            while at >= 0:
                yield Hit(ref, Span(begin + origin[at], begin + origin[at + size - 1] + 1))
                at = folded.find(wanted, at + size)

    def hit(self, number: int, start: int, end: int, score: float) -> Hit:
        """Return the hit at `start` to `end` of that sentence as it is folded."""
        origin, begin = self._folded[number][1], self._article.sentences[number].start
        span = Span(begin + origin[start], begin + origin[end - 1] + 1)
        return Hit(SentenceRef(self._index, number), span, score)

    @cached_property
    def words(self) -> Mapping[str, Sequence[tuple[int, int, int, int]]]:
        """Where each word stands: the sentence, which of its words, from where to where in it as folded."""
        places: dict[str, list[tuple[int, int, int, int]]] = {}
        for number, (folded, _) in enumerate(self._folded):
            for rank, found in enumerate(_WORD.finditer(folded)):
                places.setdefault(found.group(), []).append((number, rank, *found.span()))
        return places


class _Place(NamedTuple):
    """A word of a sentence that may be meant by one that was typed: which word it is, where, how near."""

    rank: int
    start: int
    end: int
    meant: int
    likeness: float


def _nearly(texts: Sequence[_Text], typed: Sequence[str]) -> list[Hit]:
    vocabulary = {word for text in texts for word in text.words}
    alike = [_alike(word, vocabulary) for word in typed]
    everything = 1 + sum(len(text) for text in texts)
    # an ordinary word, which stands in most sentences, may be lacking; a rare one may not
    weights = [
        max(
            0.1,
            math.log(
                everything / (1 + sum(len(text.words.get(word, ())) for text in texts for word in words))
            ),
        )
        for words in alike
    ]
    hits = [hit for text in texts for hit in _in_text(text, alike, weights)]
    least = _NEAR_THE_BEST * max((hit.score for hit in hits), default=0.0)
    return [hit for hit in hits if hit.score >= least]


def _alike(typed: str, vocabulary: Collection[str]) -> dict[str, float]:
    """Return the words that may be meant by one that was typed, and how near (to 1) each comes."""
    likeness = {typed: 100.0} if typed in vocabulary else {}
    if len(typed) >= _SHORT and not typed.isdigit():
        stem = typed[: max(_LEAST_STEM, math.ceil(_STEM_SHARE * len(typed)))]
        for word in vocabulary:
            if word.startswith(typed):
                likeness.setdefault(word, _BEGINS)
            elif len(typed) > _SHORT and typed in word:
                likeness.setdefault(word, _WITHIN)
            elif len(typed) > _LEAST_STEM and word.startswith(stem):
                likeness.setdefault(word, _SAME_STEM)
    if len(typed) > _SHORT and not typed.isdigit():
        from rapidfuzz import fuzz, process

        for at in range(len(typed) - 1):
            swapped = typed[:at] + typed[at + 1] + typed[at] + typed[at + 2 :]
            if swapped in vocabulary:
                likeness.setdefault(swapped, _SWAPPED)
        least = _LEAST_LIKENESS if len(typed) > _SHORT + 1 else _LEAST_LIKENESS_OF_FOUR
        close = process.extract(typed, vocabulary, scorer=fuzz.ratio, score_cutoff=least, limit=None)
        for word, ratio, _ in close:
            likeness[word] = max(likeness.get(word, 0.0), ratio)
    return {word: score / 100 for word, score in likeness.items()}


def _in_text(text: _Text, alike: Sequence[Mapping[str, float]], weights: Sequence[float]) -> Iterator[Hit]:
    found: dict[int, list[_Place]] = {}
    for meant, words in enumerate(alike):
        for word, likeness in words.items():
            for number, rank, start, end in text.words.get(word, ()):
                found.setdefault(number, []).append(_Place(rank, start, end, meant, likeness))
    least = _LEAST_FOUND * sum(weights)
    for number in sorted(found):
        if sum(weights[meant] for meant in {place.meant for place in found[number]}) >= least:
            yield from _in_sentence(text, number, sorted(found[number]), weights)


def _in_sentence(text: _Text, number: int, places: Sequence[_Place], weights: Sequence[float]) -> list[Hit]:
    """Return the hits in one sentence: the best set of neighbouring `places`, the next best beside it, ..."""
    candidates = []
    for at, first in enumerate(places):
        best = {first.meant: first}
        for place in places[at + 1 :]:
            if place.rank - first.rank >= 2 * len(weights) + _SLACK:
                break
            if place.meant not in best or place.likeness > best[place.meant].likeness:
                best[place.meant] = place
        best[first.meant] = first
        if sum(weights[meant] for meant in best) >= _LEAST_FOUND * sum(weights):
            last = max(best.values())
            near = sum(weights[meant] * place.likeness for meant, place in best.items()) / sum(weights)
            between = last.rank - first.rank + 1 - len(best)
            candidates.append((near - _COST_OF_ANOTHER_WORD * between, first, last))
    taken: list[tuple[float, _Place, _Place]] = []
    for candidate in sorted(candidates, key=lambda each: (-each[0], each[1])):
        if all(candidate[2].rank < first.rank or candidate[1].rank > last.rank for _, first, last in taken):
            taken.append(candidate)
    taken.sort(key=lambda each: each[1])
    return [text.hit(number, first.start, last.end, score) for score, first, last in taken]


# Folding

_PLAIN = str.maketrans("“”„«»‘’‚‹›–—\n", '"' * 5 + "'" * 5 + "-- ")
_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"}
"""Letters whose mark is a part of them, and those that are two."""


def fold(text: str) -> tuple[str, Sequence[int]]:
    """Return `text` without case, accents and quote styles, and where in `text` each of its letters was."""
    plain = text.translate(_PLAIN)
    if plain.isascii():
        return plain.lower(), range(len(plain))
    letters: list[str] = []
    origin: list[int] = []
    for index, letter in enumerate(plain):
        for part in _folded_letter(letter):
            letters.append(part)
            origin.append(index)
    return "".join(letters), origin


@lru_cache(maxsize=4096)
def _folded_letter(letter: str) -> str:
    parts = unicodedata.normalize("NFD", letter.casefold())
    return "".join(_LETTERS.get(part, part) for part in parts if not unicodedata.combining(part))

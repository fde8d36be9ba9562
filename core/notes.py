"""What the reader writes: notes on places in the texts, on an article or on the whole story, with tags.

A note names its places by anchors, so that it outlives an edited text, a changed splitter and another set of
outlets. What is not found any more is told as lost, with its words, and never dropped.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple
from uuid import uuid4

from newsdiff.core.anchoring import Anchor, anchor, anchor_of, find
from newsdiff.core.article import Article, SentenceRef, Span
from newsdiff.core.cleaning import clean, clean_line
from newsdiff.core.comparison import Comparison
from newsdiff.core.findings import Certainty
from newsdiff.core.times import now

_LONGEST_TAG = 40


class Mark(StrEnum):
    """A tag with a key and a sign of its own."""

    QUESTION = "question"
    QUOTE = "quote"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class Target:
    """What a note is on: the `places` it names, else the article with the id `article`, else the whole story.

    One place is a sentence or some words; several are one passage, as several outlets have it.
    """

    places: tuple[Anchor, ...] = ()
    article: str = ""


WHOLE_STORY = Target()


@dataclass(frozen=True, slots=True)
class Note:
    """What `author` wrote on `target`: a text, tags or both.

    `created` and `changed` are ISO 8601 times in UTC. `tags` are as `tags_in` gives them. An author without a
    name is the empty string.
    """

    id: str
    target: Target
    text: str
    created: str
    changed: str
    tags: tuple[str, ...] = ()
    author: str = ""

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks among its tags."""
        return tuple(mark for mark in Mark if holds(self.tags, mark))


def new_note(target: Target, text: str, tags: Iterable[str], author: str) -> Note:
    """Return a note that is written now; its text is cleaned."""
    time = now()
    return Note(uuid4().hex, target, clean(text), time, time, tuple(tags), clean_line(author))


# Targets


def on_words(article: Article, span: Span) -> Target:
    """Return the target of a note on that stretch of the article's text."""
    return Target((anchor(article, span),))


def on_sentences(articles: Sequence[Article], sentences: Iterable[SentenceRef]) -> Target:
    """Return the target of a note on these whole sentences."""
    return Target(tuple(anchor_of(articles, ref) for ref in sentences))


def passage_around(comparison: Comparison, sentence: SentenceRef) -> tuple[SentenceRef, ...]:
    """Return `sentence` as all have it that have it on one row, in story order; alone where nobody has.

    A linked sentence that is on no row stands with its best sure counterpart in each other article.
    """
    passage = comparison.passage_of(sentence)
    if passage is not None:
        return passage.sentences
    best: dict[int, SentenceRef] = {sentence.article: sentence}
    for link in comparison.links_of(sentence):
        if link.certainty is Certainty.SURE:
            best.setdefault(link.other(sentence).article, link.other(sentence))
    return tuple(best[article] for article in sorted(best))


# Where notes are


class Stretch(NamedTuple):
    """A stretch of the text of the article with the index `article`."""

    article: int
    span: Span


def stretches(articles: Sequence[Article], target: Target) -> tuple[Stretch | None, ...]:
    """Return where each place of `target` is now, None where its words or its article are gone."""
    index = {article.id: number for number, article in enumerate(articles)}
    found: list[Stretch | None] = []
    for place in target.places:
        article = index.get(place.article)
        span = None if article is None else find(place, articles[article])
        found.append(None if article is None or span is None else Stretch(article, span))
    return tuple(found)


def touched(articles: Sequence[Article], stretch: Stretch) -> tuple[SentenceRef, ...]:
    """Return the sentences that `stretch` touches; the next one, or the last, where it lies between two."""
    sentences = articles[stretch.article].sentences
    first = bisect_right(sentences, stretch.span.start, key=lambda each: each.end)
    numbers = []
    for number in range(first, len(sentences)):
        if sentences[number].start >= stretch.span.end:
            break
        numbers.append(number)
    if not numbers and sentences:
        numbers = [min(first, len(sentences) - 1)]
    return tuple(SentenceRef(stretch.article, number) for number in numbers)


class Located:
    """Where the notes of a story are now."""

    def __init__(self, articles: Sequence[Article], notes: Sequence[Note]) -> None:
        ids = {"", *(article.id for article in articles)}
        self._on: dict[SentenceRef, list[Note]] = {}
        self._spans: dict[SentenceRef, list[Span]] = {}
        self._sentences: dict[str, tuple[SentenceRef, ...]] = {}
        lost = []
        for note in notes:
            found = [each for each in stretches(articles, note.target) if each is not None]
            if not found if note.target.places else note.target.article not in ids:
                lost.append(note)
            sentences = []
            for stretch in found:
                for ref in touched(articles, stretch):
                    sentences.append(ref)
                    self._spans.setdefault(ref, []).append(stretch.span)
            self._sentences[note.id] = tuple(dict.fromkeys(sentences))
            for ref in self._sentences[note.id]:
                self._on.setdefault(ref, []).append(note)
        self.lost = tuple(lost)
        """The notes on texts none of which is found any more."""

    def on(self, sentence: SentenceRef) -> tuple[Note, ...]:
        """Return the notes on words of `sentence`, the oldest first."""
        return tuple(self._on.get(sentence, ()))

    def spans_in(self, sentence: SentenceRef) -> tuple[Span, ...]:
        """Return the stretches of text under notes that touch `sentence`; they may reach beyond it."""
        return tuple(self._spans.get(sentence, ()))

    def sentences_of(self, note: Note) -> tuple[SentenceRef, ...]:
        """Return the sentences that `note` is on, none where it is on an article, the story, or lost."""
        return self._sentences.get(note.id, ())


def described(
    articles: Sequence[Article], labels: Sequence[str], target: Target
) -> tuple[tuple[str, str], ...]:
    """Return what a note on `target` is on: for each place who says it and what, on one line.

    `labels` says what to call each article. Only a place has words.
    """
    names = dict(zip((article.id for article in articles), labels, strict=True))
    if not target.places:
        if not target.article:
            return (("the whole story", ""),)
        name = names.get(target.article)
        return ((f"{name}, the whole article" if name else f"{target.article}, an article that is gone", ""),)
    said = []
    for place, found in zip(target.places, stretches(articles, target), strict=True):
        name = names.get(place.article)
        if name is None:
            name = f"{clean_line(place.article)}, an article that is gone"
        elif found is None:
            name = f"{name}, words that are gone"
        said.append((name, clean_line(place.quote, 4096)))
    return tuple(said)


# Tags


def tags_in(typed: str) -> tuple[str, ...]:
    """Return the tags in a line in which commas part them, each once.

    The words of a tag are joined by hyphens, and a hash sign before it is left out. Letters stay as typed,
    but two tags that differ in capitals alone are the same one.
    """
    found: dict[str, str] = {}
    for part in clean_line(typed, 4096).split(","):
        tag = "-".join(part.split()).lstrip("#-")[:_LONGEST_TAG]
        if tag:
            found.setdefault(tag.casefold(), tag)
    return tuple(found.values())


def holds(tags: Iterable[str], tag: str) -> bool:
    """Tell whether `tag` is one of `tags`, however it is written."""
    return tag.casefold() in map(str.casefold, tags)


def without(tags: Iterable[str], tag: str) -> tuple[str, ...]:
    """Return `tags` without `tag`, however it is written."""
    return tuple(each for each in tags if each.casefold() != tag.casefold())


def counted(notes: Iterable[Note]) -> list[tuple[str, int]]:
    """Return the tags of `notes` as they were first written, each with how many notes have it.

    The most frequent come first, then it goes by the alphabet.
    """
    spelled: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for tag in _all_tags(notes):
        spelled.setdefault(tag.casefold(), tag)
        counts[tag.casefold()] += 1
    ordered = sorted(counts, key=lambda folded: (-counts[folded], folded))
    return [(spelled[folded], counts[folded]) for folded in ordered]


def _all_tags(notes: Iterable[Note]) -> Iterator[str]:
    for note in notes:
        yield from note.tags

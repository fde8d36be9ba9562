"""Which sentences of a story a reader wants to see: by who reports them, and by what they hold."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from newsdiff.core.article import Article, SentenceRef
from newsdiff.core.comparison import Comparison
from newsdiff.core.extent import Extent, extent
from newsdiff.core.findings import Certainty
from newsdiff.core.notebook import Notebook


class Reported(StrEnum):
    """By whom a sentence is reported.

    Some are all that others report as well, if only perhaps, or of which the reader says that others do.
    """

    ALL = "all"
    SOME = "some"
    ONLY_HERE = "only here"
    PERHAPS_ONLY_HERE = "perhaps only here"


class Holding(StrEnum):
    """What a sentence holds, or what is known of it."""

    QUOTATION = "quotation"
    FIGURE = "figure"
    DIFFERENCE = "difference"
    NOTE = "note"
    DOUBT = "doubt"
    """Counterparts, none of which is more than a perhaps."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked of a sentence: to be reported in one of these ways, if any, and to hold all that.

    One that asks for nothing is false.
    """

    reported: frozenset[Reported] = frozenset()
    holding: frozenset[Holding] = frozenset()

    def __bool__(self) -> bool:
        """Tell whether anything is asked."""
        return bool(self.reported or self.holding)

    def toggled(self, choice: Reported | Holding) -> Filter:
        """Return the filter that asks for this too, or no longer."""
        if isinstance(choice, Reported):
            return replace(self, reported=self.reported ^ {choice})
        return replace(self, holding=self.holding ^ {choice})


def passing(
    notebook: Notebook, wanted: Filter, differing: Collection[SentenceRef] = ()
) -> frozenset[SentenceRef]:
    """Return the sentences that pass; `differing` are those that differ from a sure counterpart."""
    held = [_holding(notebook, what, differing) for what in wanted.holding]
    return frozenset(
        sentence
        for sentence in _sentences(notebook.comparison)
        if (not wanted.reported or reported(notebook.comparison, sentence) in wanted.reported)
        and all(sentence in holding for holding in held)
    )


def _sentences(comparison: Comparison) -> Iterator[SentenceRef]:
    for index, article in enumerate(comparison.articles):
        for number in range(len(article.sentences)):
            yield SentenceRef(index, number)


def reported(comparison: Comparison, sentence: SentenceRef) -> Reported | None:
    """Return by whom `sentence` is reported, None where nothing is known of it, as of a heading."""
    return _REPORTED.get(extent(comparison, sentence))


_REPORTED = {
    Extent.ALL: Reported.ALL,
    Extent.SOME: Reported.SOME,
    Extent.PERHAPS_SOME: Reported.SOME,
    Extent.ONLY_HERE: Reported.ONLY_HERE,
    Extent.PERHAPS_ONLY_HERE: Reported.PERHAPS_ONLY_HERE,
}


def _holding(
    notebook: Notebook, what: Holding, differing: Collection[SentenceRef]
) -> Collection[SentenceRef]:
    """Return all sentences that hold `what`: once for the story, for its texts are long to compare."""
    comparison = notebook.comparison
    match what:
        case Holding.QUOTATION:
            return _named([_with_quotations(article) for article in comparison.articles])
        case Holding.FIGURE:
            return _named(_with_figures(comparison.articles))
        case Holding.DIFFERENCE:
            return differing
        case Holding.NOTE:
            return {sentence for sentence in _sentences(comparison) if notebook.notes_on(sentence)}
        case Holding.DOUBT:
            return {sentence for sentence in _sentences(comparison) if _is_doubtful(comparison, sentence)}


def _named(numbers: Sequence[Collection[int]]) -> set[SentenceRef]:
    """Return the sentences that have these numbers in the first article, in the second and so on."""
    return {SentenceRef(index, number) for index, found in enumerate(numbers) for number in found}


def _is_doubtful(comparison: Comparison, sentence: SentenceRef) -> bool:
    links = comparison.links_of(sentence)
    return bool(links) and all(link.certainty is Certainty.PERHAPS for link in links)


@lru_cache(maxsize=64)
def _with_quotations(article: Article) -> frozenset[int]:
    """Return which sentences of `article` stand, in part at least, between quotation marks."""
    # the engine is loaded when it is needed: the texts are on the screen before that
    from newsdiff.core.matching.clauses import quotations

    found = set()
    for paragraph in _paragraphs(article):
        start, end = article.sentences[paragraph[0]].start, article.sentences[paragraph[-1]].end
        for quotation in quotations(article.text, start, end):
            for number in paragraph:
                sentence = article.sentences[number]
                overlap = min(quotation.end, sentence.end) - max(quotation.start, sentence.start)
                if overlap > 0 and not sentence.heading:
                    found.add(number)
    return frozenset(found)


def _paragraphs(article: Article) -> Iterator[range]:
    start = 0
    for number, sentence in enumerate(article.sentences):
        if sentence.paragraph != article.sentences[start].paragraph:
            yield range(start, number)
            start = number
    if article.sentences:
        yield range(start, len(article.sentences))


@lru_cache(maxsize=4)
def _with_figures(articles: tuple[Article, ...]) -> tuple[frozenset[int], ...]:
    """Return for each article which of its sentences hold a number, in digits or in words."""
    from newsdiff.core.matching.languages import languages_of
    from newsdiff.core.matching.words import words

    return tuple(
        frozenset(
            number
            for number, sentence in enumerate(article.sentences)
            if not sentence.heading
            and any(word.is_figure for word in words(article.text, sentence.start, sentence.end, language))
        )
        for article, language in zip(articles, languages_of(articles), strict=True)
    )


_REPORTED_IN_WORDS = {
    Reported.ALL: "reported by all",
    Reported.SOME: "reported by some",
    Reported.ONLY_HERE: "only here",
    Reported.PERHAPS_ONLY_HERE: "perhaps only here",
}
_HOLDING_IN_WORDS = {
    Holding.QUOTATION: "with a quotation",
    Holding.FIGURE: "with a figure",
    Holding.DIFFERENCE: "differing elsewhere",
    Holding.NOTE: "with a note",
    Holding.DOUBT: "linked by perhapses alone",
}


def in_words(wanted: Filter) -> str:
    """Return what is asked of a sentence; empty where nothing is."""
    ways = [words for way, words in _REPORTED_IN_WORDS.items() if way in wanted.reported]
    held = [words for what, words in _HOLDING_IN_WORDS.items() if what in wanted.holding]
    return ", ".join(filter(None, (" or ".join(ways), " and ".join(held))))

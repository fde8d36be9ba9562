"""The overview: how widely each sentence is reported, what each pair of outlets shares, what each has."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from newsdiff.core import digest
from newsdiff.core.article import SentenceRef
from newsdiff.core.comparison import Comparison
from newsdiff.core.extent import Extent, extent
from newsdiff.core.findings import Certainty


def extents(comparison: Comparison, article: int) -> tuple[Extent, ...]:
    """Return how widely each sentence of the article with that index is reported, in reading order."""
    count = len(comparison.articles[article].sentences)
    return tuple(extent(comparison, SentenceRef(article, number)) for number in range(count))


@dataclass(frozen=True, slots=True)
class Account:
    """How long one outlet's account is, and how many of its sentences are reported how widely.

    Headings are no sentences here, and their words count nowhere.
    """

    words: int
    sentences: int
    of: Counter[Extent]

    def share(self, *extents: Extent) -> float:
        """Return the share, 0 to 1, of the sentences that have one of `extents`."""
        return sum(self.of[each] for each in extents) / self.sentences if self.sentences else 0.0


def account(comparison: Comparison, article: int) -> Account:
    """Return how long the account of the article with that index is, and what it consists of."""
    sentences = digest.sentences_of(comparison, article)
    text = comparison.articles[article]
    return Account(
        words=sum(len(text.sentence_text(each.sentence).split()) for each in sentences),
        sentences=len(sentences),
        of=Counter(extent(comparison, each) for each in sentences),
    )


@dataclass(frozen=True, slots=True)
class Shared:
    """How many of one account's sentences another reports: so many surely, and so many more perhaps."""

    sure: int
    perhaps: int
    sentences: int

    @property
    def share(self) -> float:
        """The share, 0 to 1, of the sentences that the other surely reports."""
        return self.sure / self.sentences if self.sentences else 0.0

    @property
    def perhaps_share(self) -> float:
        """The share, 0 to 1, of the sentences that it only perhaps reports."""
        return self.perhaps / self.sentences if self.sentences else 0.0


def shared(comparison: Comparison, article: int) -> tuple[Shared | None, ...]:
    """Return how much of the account of the article with that index each article of the story reports.

    None for itself and for others of its outlet, which are not compared with it.
    """
    articles = comparison.articles
    sentences = digest.sentences_of(comparison, article)
    sure: Counter[int] = Counter()
    perhaps: Counter[int] = Counter()
    for sentence in sentences:
        links = comparison.links_of(sentence)
        surely = {link.other(sentence).article for link in links if link.certainty is Certainty.SURE}
        sure.update(surely)
        perhaps.update({link.other(sentence).article for link in links} - surely)
    return tuple(
        None
        if other.outlet == articles[article].outlet
        else Shared(sure[index], perhaps[index], len(sentences))
        for index, other in enumerate(articles)
    )

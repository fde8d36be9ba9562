"""What must hold in a notebook before the rest of the program may rely on it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from newsdiff.core.article import Article, SentenceRef, Span
from newsdiff.core.cleaning import clean
from newsdiff.core.comparison import Comparison
from newsdiff.core.errors import StoreError
from newsdiff.core.findings import Evidence, Link, OnlyHere, Passage
from newsdiff.core.notebook import Notebook


def check(notebook: Notebook) -> None:
    """Raise StoreError, in words and without a file name, where something does not fit together.

    Every sentence that is named must be known to exist before this is called.
    """
    comparison = notebook.comparison
    articles = comparison.articles
    _require(bool(articles), "it holds no article")
    _require_different((article.id for article in articles), "two articles have one id")
    for article in articles:
        _check_article(article)
    _require_different(((link.a, link.b) for link in comparison.links), "two links join the same sentences")
    for link in comparison.links:
        _check_link(comparison, link)
    _check_passages(comparison.passages)
    for found in comparison.only_here:
        _check_only_here(comparison, found)
    _require_different((note.id for note in notebook.notes), "two notes have one id")


def _check_article(article: Article) -> None:
    name = f"the article {article.id}"
    _require(bool(article.outlet), f"{name} names no outlet")
    _require(bool(article.sentences), f"{name} has no sentence")
    # Cleaning it now would move every offset.
    _require(
        clean(article.text) == article.text, f"the text of {article.id} holds characters that no text has"
    )
    end = paragraph = 0
    for number, sentence in enumerate(article.sentences):
        where = f"sentence {number} of {article.id}"
        _require(
            end <= sentence.start < sentence.end <= len(article.text), f"{where} does not lie in the text"
        )
        _require(sentence.paragraph >= paragraph, f"{where} is in a paragraph before the last one's")
        end, paragraph = sentence.end, sentence.paragraph


def _check_link(comparison: Comparison, link: Link) -> None:
    _require(link.a < link.b, "the ends of a link are in the wrong order")
    _require(link.a.article != link.b.article, "a link joins two sentences of one article")
    _check_evidence(comparison, link.a, link.b, link.evidence)


def _check_evidence(
    comparison: Comparison, a: SentenceRef, b: SentenceRef, evidence: Iterable[Evidence]
) -> None:
    for item in evidence:
        inside = _inside(comparison, a, item.a) and _inside(comparison, b, item.b)
        _require(inside, "what two sentences share does not lie in them")


def _check_passages(passages: Iterable[Passage]) -> None:
    passages = tuple(passages)
    _require_different((passage.id for passage in passages), "two passages have one id")
    for passage in passages:
        _require(len({ref.article for ref in passage.sentences}) > 1, "a passage has one article only")
    members = (sentence for passage in passages for sentence in passage.sentences)
    _require_different(members, "a sentence is in two passages")


def _check_only_here(comparison: Comparison, found: OnlyHere) -> None:
    inside = _inside(comparison, found.sentence, Span(found.start, found.end))
    _require(inside, "a stretch that is only here does not lie in its sentence")
    if found.nearest:
        _require(
            found.nearest.sentence.article != found.sentence.article,
            "the nearest to a sentence that is only here is in the same article",
        )
        _check_evidence(comparison, found.sentence, found.nearest.sentence, found.nearest.evidence)


def _inside(comparison: Comparison, sentence: SentenceRef, span: Span) -> bool:
    where = comparison.articles[sentence.article].sentences[sentence.sentence]
    return where.start <= span.start < span.end <= where.end


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise StoreError(f"the notebook is damaged: {otherwise}")


def _require_different(items: Iterable[Hashable], otherwise: str) -> None:
    seen: set[Hashable] = set()
    for item in items:
        _require(item not in seen, otherwise)
        seen.add(item)

"""What is copied to be pasted elsewhere: words of an article as a quotation, with their source."""

from __future__ import annotations

import re
from pathlib import Path

from newsdiff.core.article import Article, SentenceRef, Span
from newsdiff.core.cleaning import one_line
from newsdiff.core.comparison import Comparison

_MARKS = '“”"'
_PARAGRAPHS = re.compile(r"\n{2,}")


def sentence(article: Article, number: int) -> str:
    """Return a sentence to be pasted elsewhere: its words in quotation marks, below them their source."""
    found = article.sentences[number]
    return words(article, Span(found.start, found.end))


def words(article: Article, span: Span) -> str:
    """Return that stretch of the article's text in quotation marks, below it its source.

    Paragraphs stay apart; within one every run of white space is a space.
    """
    paragraphs = _PARAGRAPHS.split(article.text[span.start : span.end].strip())
    text = "\n\n".join(one_line(paragraph) for paragraph in paragraphs)
    # text with quotation marks of its own is left as it stands: marks around marks would alter it
    quoted = text if any(mark in text for mark in _MARKS) else f"“{text}”"
    return f"{quoted}\n— {_source(article)}"


def versions(comparison: Comparison, selected: SentenceRef) -> tuple[str, int]:
    """Return the sentence and all that report it, each with its source, and how many these are.

    They stand by outlet in the order of the story, the best first in each.
    """
    links = sorted(
        comparison.links_of(selected), key=lambda link: (link.other(selected).article, -link.score)
    )
    refs = [selected, *(link.other(selected) for link in links)]
    quotations = (sentence(comparison.articles[ref.article], ref.sentence) for ref in refs)
    return "\n\n".join(quotations), len(refs)


def count_versions(many: int) -> str:
    """Return what so many versions are called once they are copied."""
    return f"{many} versions with their sources" if many > 1 else "the only version, with its source"


def _source(article: Article) -> str:
    source = article.url or (Path(article.source).name if article.source else "")
    title = f"“{one_line(article.title)}”" if article.title else ""
    return ", ".join(
        part for part in (article.outlet, article.byline, title, article.published, source) if part
    )

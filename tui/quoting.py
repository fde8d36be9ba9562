"""What is copied to be pasted elsewhere: words of an article as a quotation, with their source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from newsdiff.core.article import Article, SentenceRef, Span
from newsdiff.core.cleaning import one_line
from newsdiff.core.comparison import Comparison
from newsdiff.core.findings import Certainty
from newsdiff.core.wording import percent

_MARKS = '“”"'
_OPENED_BY = {"”": "“", '"': '"', "“": "„"}
_CLOSED_BY = {"„": "“", "“": "”", '"': '"', "”": "”"}
_BEFORE_OPENING = "([{‘'–—-"
_PARAGRAPHS = re.compile(r"\n{2,}")


def sentence(article: Article, number: int) -> str:
    """Return a sentence to be pasted elsewhere: its words in quotation marks, below them their source."""
    found = article.sentences[number]
    return words(article, Span(found.start, found.end))


def words(article: Article, span: Span) -> str:
    """Return that stretch of the article's text in quotation marks, below it its source.

    Paragraphs stay apart; within one every run of white space is a space. Text with double quotation marks
    of its own gets none around it; where one of a pair is missing, for it stands in another sentence, it is
    supplied in square brackets, as editors do: an opening one before the text, a closing one behind it.
    """
    paragraphs = _PARAGRAPHS.split(article.text[span.start : span.end].strip())
    return f"{_quoted([one_line(paragraph) for paragraph in paragraphs])}\n— {_source(article)}"


def versions(comparison: Comparison, selected: SentenceRef) -> tuple[str, int]:
    """Return the sentence and all that report it, each with its source, and how many these are.

    They stand by outlet in the order of the story, the best first in each. Of what perhaps reports it the
    source says so.
    """
    quotations = [sentence(comparison.articles[selected.article], selected.sentence)]
    for link in comparison.links_by_article(selected):
        ref = link.other(selected)
        quotation = sentence(comparison.articles[ref.article], ref.sentence)
        perhaps = f", perhaps ({percent(link.score)})" if link.certainty is Certainty.PERHAPS else ""
        quotations.append(quotation + perhaps)
    return "\n\n".join(quotations), len(quotations)


def count_versions(many: int) -> str:
    """Return what so many versions are called once they are copied."""
    return f"{many} versions with their sources" if many > 1 else "the only version, with its source"


def _quoted(paragraphs: Sequence[str]) -> str:
    text = "\n\n".join(paragraphs)
    # text with quotation marks of its own is left as it stands: marks around marks would alter it
    if not any(mark in text for mark in _MARKS):
        return f"“{text}”"
    unopened, unclosed = [], list[str]()
    for paragraph in paragraphs:
        for at, mark in enumerate(paragraph):
            if mark not in _CLOSED_BY:
                continue
            if _opens(paragraph, at, unclosed):
                # a quotation that goes on opens every paragraph anew and is closed once
                if at or not unclosed:
                    unclosed.append(mark)
            elif unclosed:
                unclosed.pop()
            elif mark != '"' or not paragraph[at - 1].isdigit():  # after a figure it may stand for inches
                unopened.append(mark)
    before = "".join(f"[{_OPENED_BY[mark]}]" for mark in unopened)
    behind = "".join(f"[{_CLOSED_BY[mark]}]" for mark in reversed(unclosed))
    return f"{before}{text}{behind}"


def _opens(paragraph: str, at: int, unclosed: Sequence[str]) -> bool:
    """Tell whether the mark there opens a quotation, by what is around it: languages differ in marks."""
    mark, last, next_ = paragraph[at], paragraph[at - 1 : at], paragraph[at + 1 : at + 2]
    free = not last or last.isspace() or last in _BEFORE_OPENING
    if mark == "„" or (free and next_ and not next_.isspace()):
        return True
    if not free and not next_.isalnum():
        return False
    return mark == "“" and unclosed[-1:] != ["„"]


def _source(article: Article) -> str:
    source = article.url or (Path(article.source).name if article.source else "")
    title = f"“{one_line(article.title)}”" if article.title else ""
    return ", ".join(
        part for part in (article.outlet, article.byline, title, article.published, source) if part
    )

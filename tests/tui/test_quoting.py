from __future__ import annotations

from dataclasses import replace

from newsdiff.core.article import Article, SentenceRef, Span
from newsdiff.core.comparison import Comparison
from newsdiff.tui import quoting


def test_a_quotation_carries_its_source_and_leaves_marks_alone(comparison: Comparison) -> None:
    article = replace(comparison.articles[0], byline="A. Writer", url="https://example.org/a")
    assert quoting.sentence(article, 3) == (
        "“Shopkeepers fear for their trade.”\n"
        "— Gazette, A. Writer, “Old bridge closes”, 2025-08-30, https://example.org/a"
    )
    text = "“No,” he said."
    quoted = replace(article, text=text, sentences=(replace(article.sentences[0], start=0, end=len(text)),))
    assert quoting.sentence(quoted, 0).startswith(text)


def test_paragraphs_stay_apart_and_lines_within_one_do_not() -> None:
    text = "One\nline  more.\n\nNext."
    article = Article("a", "A", text, (), source="/home/me/a.txt")
    assert quoting.words(article, Span(0, len(text))) == "“One line more.\n\nNext.”\n— A, a.txt"
    assert quoting.words(article, Span(3, 9)) == "“line”\n— A, a.txt"


def test_all_versions_stand_by_outlet_each_with_its_source(comparison: Comparison) -> None:
    text, many = quoting.versions(comparison, SentenceRef(1, 0))
    assert many == 4
    assert [part.split("\n")[1].split(",")[0] for part in text.split("\n\n")] == [
        "— Herald",
        "— Gazette",
        "— Gazette",
        "— Wire",
    ]
    assert text.split("\n\n")[1].startswith("“Engineers found")  # the stronger link
    assert quoting.versions(comparison, SentenceRef(0, 3))[1] == 1

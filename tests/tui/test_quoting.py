from __future__ import annotations

from dataclasses import replace

import pytest

from newsdiff.core.article import Article, SentenceRef, Span
from newsdiff.core.comparison import Comparison
from newsdiff.core.findings import Certainty
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


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("No marks.", "“No marks.”"),
        ("It is an overreach,” Reed said.", "[“]It is an overreach,” Reed said."),
        ("“It is an overreach.", "“It is an overreach.[”]"),
        ("Reed called it “an overreach.", "Reed called it “an overreach.[”]"),
        ('It is wrong," Reed said.', '["]It is wrong," Reed said.'),
        ('Reed said: "It is wrong.', 'Reed said: "It is wrong.["]'),
        ("No,” he said. “Yes.", "[“]No,” he said. “Yes.[”]"),
        ("Das ist falsch“, sagte er.", "[„]Das ist falsch“, sagte er."),
    ],
)
def test_a_mark_that_is_missing_is_supplied_in_brackets(text: str, quoted: str) -> None:
    article = Article("a", "A", text, ())
    assert quoting.words(article, Span(0, len(text))) == f"{quoted}\n— A"


@pytest.mark.parametrize(
    "text",
    [
        "“No,” he said, “never.”",
        '"No," he said, "never."',
        "The “bridge”—closed (“for good”).",
        "„Nein“, sagte er.",
        "”Nej”, sade han.",
        "\"'No' is what he said,\" she said.",
        'A 24" pipe burst.',
        "“One paragraph.\n\n“And another.”",
    ],
)
def test_marks_of_which_none_is_missing_stand_as_they_are(text: str) -> None:
    article = Article("a", "A", text, ())
    assert quoting.words(article, Span(0, len(text))) == f"{text}\n— A"


def test_a_version_that_is_only_perhaps_one_says_so(comparison: Comparison) -> None:
    link = comparison.links_of(SentenceRef(1, 0))[0]
    unsure = replace(link, certainty=Certainty.PERHAPS, score=0.28)
    links = tuple(unsure if each == link else each for each in comparison.links)
    text, many = quoting.versions(replace(comparison, links=links), SentenceRef(1, 0))
    sources = [part.split("\n")[1] for part in text.split("\n\n")]
    assert len(sources) == many
    assert [source.endswith(", perhaps (28%)") for source in sources].count(True) == 1


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

"""The Markdown report: what the articles say stays text."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from newsdiff.core.article import Article, Sentence, SentenceRef
from newsdiff.core.cleaning import clean_line
from newsdiff.core.comparison import Comparison
from newsdiff.core.notebook import Notebook
from newsdiff.core.report import render
from newsdiff.core.report.as_markdown import escaped

_GITHUB = MarkdownIt("gfm-like")
_LETTERS = st.sampled_from("ab 1.2)#+-=*_`~<>[]()!&;:/@|\\$\"'{}^xwhtp")
_EVIL = [
    "# Heading",
    "1. One",
    "2) Two",
    "- item",
    "+ item",
    "---",
    "===",
    "> quote",
    "    code",
    "```",
    "~~~",
    "~~gone~~",
    "**bold** _it_ __b__",
    "<script>alert(1)</script>",
    "<!-- gone -->",
    "[link](https://example.org) ![image](x.png)",
    "[ref]: https://example.org",
    "https://example.org www.example.org www.4example.org a.b@example.org example.org",
    "<https://example.org> &amp; &lt;",
    "| a | b |",
    "a \\* b \\",
    "$x$",
]


def _inline(tokens: list[Token]) -> list[Token]:
    return [child for token in tokens if token.children for child in token.children]


def _assert_is_text(markdown: str, expected: str) -> None:
    children = _inline(_GITHUB.parse(markdown))
    assert {child.type for child in children} <= {"text"}
    assert "".join(child.content for child in children) == expected


@given(st.text(_LETTERS, max_size=40) | st.text(max_size=40))
@settings(deadline=None)
@example("Ends in a backslash \\")
@example("1 #")
@example("# ###")
def test_text_is_shown_as_it_is(text: str) -> None:
    text = clean_line(text)
    _assert_is_text(escaped(text), text)
    _assert_is_text(f"- Herald: {escaped(text)}", f"Herald: {text}".rstrip())
    _assert_is_text(f"> {escaped(text)}", text)
    if text:
        _assert_is_text(f"## {escaped(text)}", text)


def test_known_markup_is_shown_as_it_is() -> None:
    for text in _EVIL:
        _assert_is_text(escaped(text), " ".join(text.split()))


def test_ordinary_prose_is_left_readable() -> None:
    text = "Mr. Smith said: “No.” It cost 2.5 million (at 10:30), he said; that’s “all”."
    assert escaped(text) == text


def test_a_story_of_markup_makes_no_markup_of_its_own(notebook: Notebook) -> None:
    evil = " ".join(_EVIL)
    sentence = (Sentence(0, len(evil), 0),)
    articles = tuple(Article(f"a{n}", f"{n} {evil}", evil, sentence, title=evil, url=evil) for n in range(2))
    nasty = Notebook(Comparison(articles), evil).with_note(SentenceRef(0, 0), "\n".join(_EVIL))
    types = {child.type for child in _inline(_GITHUB.parse(render(nasty, "markdown")))}
    assert types <= {"text", "strong_open", "strong_close", "softbreak", "hardbreak"}


def test_the_report_has_a_heading_for_each_question(notebook: Notebook) -> None:
    report = render(notebook, "markdown")
    assert [line for line in report.splitlines() if line.startswith("## ")] == [
        "## Outlets",
        "## What all 3 report",
        "## What some report",
        "## Figures, days and quotations that differ",
        "## What only one outlet reports",
        "## What each seems to leave out",
    ]


def test_notes_keep_their_lines(notebook: Notebook) -> None:
    report = render(notebook.with_note(SentenceRef(0, 3), "Ask them.\n\n- Twice."), "markdown")
    assert "## Notes\n\n**Gazette**: “Shopkeepers fear for their trade.”\n\n" in report
    assert "> Ask them.  \n>   \n> \\- Twice.\n" in report


def test_an_untitled_story_has_a_heading_too(notebook: Notebook) -> None:
    assert render(replace(notebook, title=""), "markdown").startswith("# Report\n")

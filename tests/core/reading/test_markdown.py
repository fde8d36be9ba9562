"""Markdown keeps its words and loses its signs."""

from __future__ import annotations

import pytest

from newsdiff.core.cleaning import clean
from newsdiff.core.reading.draft import Raw
from newsdiff.core.reading.markdown import read_markdown


def plain(source: str) -> tuple[str, str]:
    draft = read_markdown(Raw(source.encode(), "a.md"))
    return draft.title, clean(draft.text)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("It *really* **closed** on `Monday`.", "It really closed on Monday."),
        (
            'See [the map](https://x.example "t") and <https://y.example>.',
            "See the map and https://y.example.",
        ),
        ("Before ![a picture](x.png) after.", "Before after."),
        ("One line\nand another.", "One line and another."),
        ("One\n\n## A heading\n\nTwo", "One\n\nA heading\n\nTwo"),
        ("- one\n- two\n\nthree", "- one\n- two\n\nthree"),
        ("3. one\n4. two", "3. one\n4. two"),
        ("> He said\n> so.", "He said so."),
        ("a < b & c &amp; d", "a < b & c & d"),
        ("<p>kept</p>\n\n<script>\nno()\n</script>\n\n<!-- no -->", "kept"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a | b |\n1 | 2 |"),
        ("```\ncode here\n```", "code here"),
    ],
)
def test_text(source: str, text: str) -> None:
    assert plain(source) == ("", text)


def test_a_first_heading_is_the_title() -> None:
    assert plain("# Bridge *closes*\n\nIt closed.") == ("Bridge closes", "It closed.")


def test_a_head_goes_before_the_heading() -> None:
    assert plain("---\ntitle: From the head\n---\n# Bridge\n\nIt closed.") == ("From the head", "It closed.")


def test_what_is_too_long_for_the_parser_stays_as_it_is() -> None:
    assert plain("[" * 200_001) == ("", "[" * 200_001)


def test_deep_nesting() -> None:
    assert plain("> " * 5000 + "text")[1] in {"", "text"}

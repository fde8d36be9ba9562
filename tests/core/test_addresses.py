"""Only a plain address of the web may become a link or be opened."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.core.addresses import web_address
from newsdiff.core.article import Article

_ARTICLE = Article("a", "Gazette", "Text.", ())


@pytest.mark.parametrize("address", ["https://example.org/a?b=c#d", "http://example.org", "http://[::1]/x"])
def test_addresses_of_the_web_count(address: str) -> None:
    assert web_address(replace(_ARTICLE, url=address)) == address
    assert web_address(replace(_ARTICLE, source=address)) == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        "javascript:alert(1)",
        "JavaScript://example.org/%0aalert(1)",
        " javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.org/x",
        "example.org",
        "https:",
        "https:///x",
        "http://[",
        "story/gazette.txt",
    ],
)
def test_nothing_else_does(address: str) -> None:
    assert web_address(replace(_ARTICLE, url=address, source=address)) == ""


def test_the_address_that_the_article_names_comes_first() -> None:
    article = replace(_ARTICLE, url="https://example.org/named", source="https://example.org/read")
    assert web_address(article) == "https://example.org/named"
    assert web_address(replace(article, url="javascript:1")) == "https://example.org/read"


@pytest.mark.parametrize(
    ("url", "source", "address"),
    [
        ("https://example.org/a?b=c&d=%20e#f", "", "https://example.org/a?b=c&d=%20e#f"),
        ("HTTP://Example.org:8080", "", "http://Example.org:8080"),
        ("", "https://example.org/a", "https://example.org/a"),
        ("https://example.org/url", "https://example.com/source", "https://example.org/url"),
        ("http://[::1]:80/", "", "http://[::1]:80/"),
        ("https://münchen.example/straße", "", "https://xn--mnchen-3ya.example/stra%C3%9Fe"),
        ('https://example.org/`id`$(id)|"<>^\\', "", "https://example.org/%60id%60$(id)%7C%22%3C%3E%5E%5C"),
        ("https://example.org/a b", "", "https://example.org/a%20b"),
        ("", "", ""),
        ("", "/home/me/a.txt", ""),
        ("file:///etc/passwd", "", ""),
        ("javascript:alert(1)", "", ""),
        ("--incognito https://example.org", "", ""),
        ("https://user:word@example.org/", "", ""),
        ("https://example.org\\@example.com/", "", ""),
        ("https://nytimes.com@evil.example/x", "", ""),
        ("https://nytimes.com:443@evil.example/x", "", ""),
        ("https:///nohost", "", ""),
        ("https://[broken", "", ""),
        ("https://.." + "ä" * 80 + ".org/", "", ""),
        ("ftp://example.org", "https://example.org/a", "https://example.org/a"),
    ],
)
def test_only_plain_addresses_of_the_web_count(url: str, source: str, address: str) -> None:
    assert web_address(replace(_ARTICLE, url=url, source=source)) == address


@given(st.text() | st.text().map("https://example.org/{}".format))
def test_what_may_be_followed_can_be_no_option_and_no_other_word(url: str) -> None:
    address = web_address(replace(_ARTICLE, url=url))
    assert not address or (
        address.startswith(("http://", "https://")) and address.isascii() and address.isprintable()
    )
    assert not set(address) & set(' "<>\\^`{|}')

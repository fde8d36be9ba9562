"""Only an address of the web may become a link."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsdiff.core.article import Article
from newsdiff.core.report.addresses import web_address

_ARTICLE = Article("a", "Gazette", "Text.", ())


@pytest.mark.parametrize(
    "address", ["https://example.org/a?b=c#d", "http://example.org", "HTTPS://example.org/", "http://[::1]/x"]
)
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

"""Web pages give their article, not what stands around it."""

from __future__ import annotations

import pytest

from newsdiff.core.reading.draft import Raw, Unreadable
from newsdiff.core.reading.html import looks_like_html, read_html

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Old bridge closes | River Post</title>
<meta property="og:site_name" content="River Post"><meta name="author" content="Anna Rossi">
<meta property="article:published_time" content="2025-08-30T09:00:00+02:00">
<link rel="canonical" href="https://post.example/bridge"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Old bridge closes</h1>
<p>The bridge over the river closed on Monday. Engineers found a crack in the third arch.</p>
<p>The mayor spoke of <a href="/x">two years</a> of repairs. “Cafés fear for their trade,” she said.</p>
</article><footer>All rights reserved</footer><script>var page = "<p>not this</p>";</script></body></html>"""


def test_an_article_and_what_the_page_says_of_it() -> None:
    draft = read_html(Raw(PAGE.encode(), "page.html"))
    assert draft.text == (
        "The bridge over the river closed on Monday. Engineers found a crack in the third arch.\n\n"
        "The mayor spoke of two years of repairs. “Cafés fear for their trade,” she said."
    )
    assert (draft.title, draft.outlet, draft.byline) == ("Old bridge closes", "River Post", "Anna Rossi")
    assert (draft.published, draft.url) == ("2025-08-30", "https://post.example/bridge")


def test_a_headline_that_begins_the_first_sentence_does_not_eat_it() -> None:
    page = PAGE.replace("<h1>Old bridge closes</h1>", "").replace("Old bridge closes", "The bridge")
    draft = read_html(Raw(page.encode(), "page.html"))
    assert draft.text.startswith("The bridge over the river closed on Monday.")


def test_a_year_in_the_footer_is_no_date() -> None:
    page = PAGE.replace("2025-08-30T09:00:00+02:00", "").replace("All rights", "© 2019 all rights")
    assert read_html(Raw(page.encode(), "page.html")).published == ""


@pytest.mark.parametrize("meta", ["", '<meta charset="windows-1252">', '<meta charset="utf-8">'])
def test_an_old_encoding(meta: str) -> None:
    page = PAGE.replace("<head>", f"<head>{meta}").encode("cp1252")
    assert "“Cafés fear" in read_html(Raw(page, "page.html")).text


@pytest.mark.parametrize(
    "page",
    [
        "<html><body></body></html>",
        "<html>" + "<div>" * 30_000 + "word",
        "<html><body><script>only()</script></body></html>",
        "<html><body><p>" + "<span>a</span> " * 25_000,
    ],
    ids=["nothing", "deep", "script", "spans"],
)
def test_a_page_without_an_article(page: str) -> None:
    with pytest.raises(Unreadable, match="copy the article's text into a file"):
        read_html(Raw(page.encode(), "page.html"))


def test_a_parser_that_breaks_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    import trafilatura

    def fail(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr(trafilatura, "bare_extraction", fail)
    with pytest.raises(Unreadable, match="RecursionError"):
        read_html(Raw(PAGE.encode(), "page.html"))


def test_nothing_is_logged_to_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Unreadable):
        read_html(Raw(b"<html>\x01</html>", "page.html"))
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("data", "page"),
    [
        (b"<!DOCTYPE HTML>", True),
        (b"\xef\xbb\xbf \n<html lang='en'>", True),
        (b"<htmlish>", False),
        (b"words about <html>", False),
    ],
)
def test_looks_like_html(data: bytes, page: bool) -> None:
    assert looks_like_html(data) is page

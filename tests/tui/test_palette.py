from __future__ import annotations

from newsdiff.core.article import Article
from newsdiff.tui.palette import PALETTE, outlet_colours


def _articles(*outlets: str) -> list[Article]:
    return [Article(f"a{number}", outlet, "", ()) for number, outlet in enumerate(outlets)]


def test_an_outlet_has_one_colour_whichever_article_it_is() -> None:
    assert outlet_colours(_articles("Gazette", "Herald", "Gazette")) == ("outlet-1", "outlet-2", "outlet-1")


def test_colours_begin_anew_after_the_last() -> None:
    found = outlet_colours(_articles(*map(str, range(10))))
    assert len(set(found[: len(PALETTE)])) == len(PALETTE)
    assert found[len(PALETTE) :] == found[:2]

from __future__ import annotations

from newsdiff.core.article import Article
from newsdiff.tui.names import names


def article(outlet: str, title: str = "", source: str = "", published: str = "") -> Article:
    return Article("x", outlet, "", (), title=title, source=source, published=published)


def test_an_outlet_with_one_article_is_its_name() -> None:
    assert names([article("Post", "Fire"), article("Echo", "Fire")]) == ("Post", "Echo")


def test_articles_of_one_outlet_are_told_apart_by_a_word_of_their_own() -> None:
    titles = ["Mayor signs order", "Mayor rejects troops", "mayor signs"]
    assert names([article("Post", title) for title in titles]) == ("Post: order", "Post: rejects", "Post")
    files = ["/a/fire-morning.txt", "/a/fire-evening.txt"]
    assert names([article("Post", "Fire", file) for file in files]) == (
        "Post: fire-morning",
        "Post: fire-evening",
    )
    dates = ["2025-08-30", "2025-08-31"]
    assert names([article("Post", published=date) for date in dates]) == (
        "Post: 2025-08-30",
        "Post: 2025-08-31",
    )

"""Which of an article's addresses may become a link."""

from __future__ import annotations

from urllib.parse import urlsplit

from newsdiff.core.article import Article


def web_address(article: Article) -> str:
    """Return where `article` stands on the web, empty where that is not known for sure.

    Only http and https count: another scheme (`javascript:`, `data:`, `file:`) could do something to whoever
    follows it.
    """
    for address in (article.url, article.source):
        try:
            parts = urlsplit(address)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.hostname:
            return address
    return ""

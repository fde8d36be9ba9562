"""Web pages, saved or fetched: trafilatura finds the article in them."""

from __future__ import annotations

import logging
import re

from newsdiff.core.reading.decoding import decode
from newsdiff.core.reading.draft import Draft, Raw, Unreadable

_META_CHARSET = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?([\w:.-]{1,40})", re.IGNORECASE)
_HEAD = 4096

NO_ARTICLE = (
    "no article was found in the page (a pay wall or a page that needs a browser?): "
    "copy the article's text into a file and give that"
)


def looks_like_html(data: bytes) -> bool:
    """Return whether `data` begins as a web page does."""
    return (
        re.match(rb"(?:\xef\xbb\xbf)?\s*(?:<!doctype\s+html|<html[\s>])", data[:_HEAD], re.IGNORECASE)
        is not None
    )


def read_html(raw: Raw) -> Draft:
    """Return the article in the page `raw`; raises Unreadable where there is none."""
    meta = _META_CHARSET.search(raw.data, 0, _HEAD)
    charset = raw.charset or (meta.group(1).decode("ascii", "ignore") if meta else "")
    page = decode(raw.data, charset)
    _quiet()
    import trafilatura
    from trafilatura.settings import Document

    try:
        found = trafilatura.bare_extraction(
            page, url=raw.url or None, with_metadata=True, include_comments=False, include_tables=True
        )
    except Exception as error:  # whatever a hostile page breaks in a foreign parser
        raise Unreadable(f"{NO_ARTICLE} ({type(error).__name__})") from error
    if not isinstance(found, Document) or not found.text:
        raise Unreadable(NO_ARTICLE)
    return Draft(
        text=found.text.replace("\n", "\n\n"),
        title=found.title or "",
        outlet=found.sitename or "",
        byline=found.author or "",
        published=found.date or "",
        url=found.url or raw.url,
    )


def _quiet() -> None:
    """Keep what the parsers log off the terminal: without a handler Python prints it there."""
    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())

"""Web pages, saved or fetched: trafilatura finds the article in them."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from newsdiff.core.reading.decoding import decode
from newsdiff.core.reading.draft import Draft, Raw, Unreadable

if TYPE_CHECKING:
    from trafilatura.settings import Document

_META_CHARSET = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?([\w:.-]{1,40})", re.IGNORECASE)
_HEAD = 4096
_MOST_TAGS = 40_000
"""The time that trafilatura takes can grow with the square of this; real pages have some thousand."""

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
    if page.count("<") > _MOST_TAGS:
        raise Unreadable("the page has more parts than any article: copy the article's text into a file")
    found = _extract(page, raw.url)
    title = found.title or ""
    text = found.text or ""
    first, _, rest = text.partition("\n")
    if first == title:
        text = rest
    if not text.strip():
        raise Unreadable(NO_ARTICLE)
    return Draft(
        text=text.replace("\n", "\n\n"),
        title=title,
        outlet=found.sitename or "",
        byline=found.author or "",
        published=found.date or "",
        url=found.url or raw.url,
    )


def _extract(page: str, url: str) -> Document:
    _quiet()
    try:
        import trafilatura
        from trafilatura.settings import Document, set_date_params
    except ImportError as error:
        raise Unreadable(f"web pages cannot be read, install newsdiff again ({error.msg})") from error

    try:
        found = trafilatura.bare_extraction(
            page,
            url=url or None,
            with_metadata=True,
            include_comments=False,
            # The extensive search makes a date of any year in the page, such as that of the copyright.
            date_extraction_params=set_date_params(extensive=False),
        )
    except Exception as error:  # whatever a hostile page breaks in a foreign parser
        raise Unreadable(f"{NO_ARTICLE} ({type(error).__name__})") from error
    if not isinstance(found, Document):
        raise Unreadable(NO_ARTICLE)
    return found


def _quiet() -> None:
    """Keep what the parsers log off the terminal: without a handler Python prints it there."""
    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())

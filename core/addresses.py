"""Which of an article's addresses may become a link or be opened. All of them are untrusted text."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit, urlunsplit

from newsdiff.core.article import Article

_HOST = re.compile(r"[A-Za-z0-9.-]+(:[0-9]{1,5})?|\[[0-9A-Fa-f:.]+\](:[0-9]{1,5})?")
_IN_ADDRESSES = "%/:;=?@&+$,!~*'()[]"


def web_address(article: Article) -> str:
    """Return where `article` stands on the web, fit to be followed; empty where that is not known for sure.

    Only http and https count: another scheme (`javascript:`, `data:`, `file:`) could do something to whoever
    follows it. The host is plain, with no user before it who could be taken for one; whatever else is odd is
    encoded.
    """
    return next(filter(None, (_safe(given) for given in (article.url, article.source))), "")


def _safe(given: str) -> str:
    try:
        parts = urlsplit(given.strip())
        host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode("ascii")
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(host):
        return ""
    rest = (quote(part, safe=_IN_ADDRESSES) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, host, *rest))

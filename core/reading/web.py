"""Web pages: fetched over http or https, within limits of size, time and redirects."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import zlib
from dataclasses import dataclass, field
from typing import IO, Any
from urllib import error, parse, request

from newsdiff.core.reading.draft import Raw, Unreadable
from newsdiff.core.reading.kinds import MEDIA_TYPES

_USER_AGENT = "newsdiff (reads one article for one person who asked for it)"
_MOST_REDIRECTS = 5
_SAVE_IT = "open it in a browser, save the page and give the file"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one page may take: `size` in bytes after unpacking, `seconds` from the first byte to the last."""

    size: int = 10_000_000
    seconds: float = 20.0


def fetch(address: str, limits: Limits = Limits()) -> Raw:
    """Return what stands at `address`, its name the host without `www.`; raises Unreadable."""
    attempt = _Attempt(_ascii_address(address), limits)
    # The limit of a socket is for each packet; a server that drips one now and then would hold us for ever.
    thread = threading.Thread(target=attempt.run, name="newsdiff-fetch", daemon=True)
    thread.start()
    thread.join(limits.seconds)
    if attempt.failure:
        raise attempt.failure
    if attempt.raw is None:
        raise Unreadable(f"no complete answer within {limits.seconds:g} seconds; try again, or {_SAVE_IT}")
    return attempt.raw


@dataclass(slots=True)
class _Attempt:
    address: str
    limits: Limits
    raw: Raw | None = field(default=None, init=False)
    failure: Unreadable | None = field(default=None, init=False)

    def run(self) -> None:
        try:
            self.raw = _get(self.address, self.limits)
        except Unreadable as failure:
            self.failure = failure
        except Exception as failure:  # noqa: BLE001 - a thread would print it on the terminal
            self.failure = Unreadable(_why(failure))


class _FewRedirects(request.HTTPRedirectHandler):
    max_redirections = _MOST_REDIRECTS
    max_repeats = 2

    def redirect_request(
        self,
        req: request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> request.Request | None:
        if not newurl.lower().startswith(("http://", "https://")):
            raise error.HTTPError(newurl, code, msg, headers, fp)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _get(address: str, limits: Limits) -> Raw:
    opener = request.OpenerDirector()  # not build_opener: that one also opens files and ftp
    for handler in (
        request.ProxyHandler(),
        request.HTTPHandler(),
        request.HTTPSHandler(context=ssl.create_default_context()),
        request.HTTPDefaultErrorHandler(),
        _FewRedirects(),
        request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    asked = request.Request(address, headers={"User-Agent": _USER_AGENT, "Accept": ", ".join(MEDIA_TYPES)})  # noqa: S310
    with opener.open(asked, timeout=limits.seconds) as answer:
        return _raw(answer, limits)


def _raw(answer: Any, limits: Limits) -> Raw:
    media_type = answer.headers.get_content_type()
    if media_type not in MEDIA_TYPES:
        raise Unreadable(f"is no page with an article but {media_type}")
    data = answer.read(limits.size + 1)
    if answer.length and len(data) <= limits.size:
        raise Unreadable(f"the answer was cut off; try again, or {_SAVE_IT}")
    if answer.headers.get("Content-Encoding", "").lower() in {"gzip", "deflate"}:
        data = zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(data, limits.size + 1)
    if len(data) > limits.size:
        raise Unreadable(f"the page is larger than {limits.size // 1_000_000} MB, too large for an article")
    final = answer.geturl()
    host = (parse.urlsplit(final).hostname or "").removeprefix("www.")
    charset = (answer.headers.get_content_charset() or "").lower()
    return Raw(data, host, media_type=media_type, charset=charset, url=final)


def _ascii_address(address: str) -> str:
    """Return `address` as it goes over the wire; raises Unreadable for one that is malformed."""
    try:
        parts = parse.urlsplit(address.strip())
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except ValueError as failure:
        raise Unreadable("is not a well-formed web address") from failure
    if not host:
        raise Unreadable("is not a well-formed web address")
    host = f"[{host}]" if ":" in host else host
    return parse.urlunsplit(
        (
            parts.scheme.lower(),
            host + port,
            parse.quote(parts.path, safe="/%:@!$&'()*+,;=~"),
            parse.quote(parts.query, safe="/%:@!$&'()*+,;=~?"),
            "",
        )
    )


def _why(failure: Exception) -> str:
    if isinstance(failure, error.HTTPError):
        return _why_status(failure)
    reason = getattr(failure, "reason", failure)
    if isinstance(reason, ssl.SSLError):
        return "the server's certificate cannot be trusted or the secure connection failed"
    if isinstance(reason, socket.gaierror):
        return "there is no such server, or this machine is offline"
    if isinstance(reason, TimeoutError):
        return f"the server did not answer in time; try again, or {_SAVE_IT}"
    if isinstance(reason, ConnectionRefusedError):
        return "the server refuses connections"
    return f"the server could not be read; try again, or {_SAVE_IT}"


def _why_status(failure: error.HTTPError) -> str:
    code = failure.code
    if code in {301, 302, 303, 307, 308}:
        return "the address leads on to others without an end, or to what is no web address"
    if code in {404, 410}:
        return f"there is no such page on that server (HTTP {code}); check the address"
    if code in {401, 402, 403, 407, 429, 451}:
        return f"the server does not give the page to programs (HTTP {code}); {_SAVE_IT}"
    if code >= 500:
        return f"the server has a problem (HTTP {code}); try again later"
    return f"the server did not give the page (HTTP {code}); {_SAVE_IT}"

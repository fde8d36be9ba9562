"""Pages from a server on this machine, which does everything that a server can do wrong."""

from __future__ import annotations

import gzip
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from newsdiff.core.reading import read
from newsdiff.core.reading.draft import Unreadable
from newsdiff.core.reading.web import Limits, fetch

ARTICLE = (
    "<html><head><title>Bridge closes</title></head><body><article><p>"
    "The bridge over the river closed on Monday. Cafés fear for their trade.</p></article></body></html>"
)
HTML = "text/html; charset=utf-8"


class Server(ThreadingHTTPServer):
    """Answers by path; `released` lets the slow answers end with the test."""

    daemon_threads = True

    def __init__(self) -> None:
        self.released = threading.Event()
        self.agents: list[str] = []
        super().__init__(("127.0.0.1", 0), Handler)

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def log_message(self, *_: object) -> None:
        pass

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        self.server.agents.append(self.headers["User-Agent"])
        page = ARTICLE.encode()
        status = re.fullmatch(r"/(\d{3})", self.path)
        if status:
            self.answer(int(status[1]), b"<html>no</html>", Content_Type=HTML)
        elif self.path in {"/ok", "/caf%C3%A9?q=%E2%82%AC"}:
            self.answer(200, page, Content_Type=HTML)
        elif self.path == "/moved":
            self.answer(302, Location="/ok")
        elif self.path == "/loop":
            self.answer(302, Location="/loop")
        elif re.match(r"/step\d", self.path):
            self.answer(302, Location=f"/step{int(self.path[5:]) + 1}")
        elif self.path == "/to-a-file":
            self.answer(302, Location="file:///etc/hostname")
        elif self.path == "/to-ftp":
            self.answer(302, Location="ftp://127.0.0.1/")
        elif self.path == "/big":
            self.answer(200, page + b" " * 2_000_000, Content_Type=HTML)
        elif self.path == "/gzip":
            self.answer(200, gzip.compress(page), Content_Type=HTML, Content_Encoding="gzip")
        elif self.path == "/bomb":
            self.answer(200, gzip.compress(b" " * 50_000_000), Content_Type=HTML, Content_Encoding="gzip")
        elif self.path == "/broken-gzip":
            self.answer(200, b"no gzip at all", Content_Type=HTML, Content_Encoding="gzip")
        elif self.path == "/pdf":
            self.answer(200, b"%PDF-1.7", Content_Type="application/pdf")
        elif self.path == "/disguised-pdf":
            self.answer(200, b"%PDF-1.7", Content_Type=HTML)
        elif self.path == "/plain":
            self.answer(200, b"The bridge closed. Nobody was hurt.", Content_Type="text/plain")
        elif self.path == "/wrong-charset":
            self.answer(200, ARTICLE.encode("cp1252"), Content_Type=HTML)
        elif self.path == "/silent":
            self.server.released.wait()
        elif self.path == "/drip":
            self.send_response(200)
            self.send_header("Content-Type", HTML)
            self.end_headers()
            while not self.server.released.wait(0.01):
                self.wfile.write(b" ")
        elif self.path == "/cut-off":
            self.send_response(200)
            self.send_header("Content-Type", HTML)
            self.send_header("Content-Length", "100000")
            self.end_headers()
            self.wfile.write(page[:40])
        elif self.path == "/garbage":
            self.wfile.write(b"\x00\x01\x02 not http\r\n\r\n")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield running
        running.released.set()
        running.shutdown()
        thread.join()


def reason(address: str, limits: Limits | None = None) -> str:
    with pytest.raises(Unreadable) as caught:
        fetch(address, limits or Limits())
    return str(caught.value)


def test_a_page_becomes_an_article(server: Server) -> None:
    address = server.address("/moved#part")
    (article,) = read([address]).articles
    assert article.text == "The bridge over the river closed on Monday. Cafés fear for their trade."
    assert (article.title, article.source, article.url) == ("Bridge closes", address, server.address("/ok"))
    assert article.outlet.startswith("127.0.0.1")
    assert server.agents[-1].startswith("newsdiff ")


def test_plain_text_from_the_web(server: Server) -> None:
    (article,) = read([server.address("/plain")]).articles
    assert article.text == "The bridge closed. Nobody was hurt."


def test_a_page_that_lies_about_its_charset(server: Server) -> None:
    (article,) = read([server.address("/wrong-charset")]).articles
    assert "Cafés fear" in article.text


def test_a_packed_page(server: Server) -> None:
    assert fetch(server.address("/gzip")).data == ARTICLE.encode()


def test_an_address_with_letters_of_any_language(server: Server) -> None:
    assert fetch(server.address("/café?q=€")).data == ARTICLE.encode()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/404", "no such page on that server (HTTP 404)"),
        ("/403", "(HTTP 403); open it in a browser, save the page and give the file"),
        ("/402", "(HTTP 402); open it in a browser"),
        ("/418", "(HTTP 418)"),
        ("/503", "try again later"),
        ("/loop", "without an end"),
        ("/step1", "without an end"),
        ("/to-a-file", "or to what is no web address"),
        ("/to-ftp", "or to what is no web address"),
        ("/pdf", "application/pdf"),
        ("/cut-off", "cut off; try again"),
        ("/garbage", "save the page"),
        ("/broken-gzip", "save the page"),
        ("/big", "larger than 1 MB"),
        ("/bomb", "larger than 1 MB"),
    ],
)
def test_what_goes_wrong_is_told(server: Server, path: str, words: str) -> None:
    assert words in reason(server.address(path), Limits(size=1_000_000))


@pytest.mark.parametrize("path", ["/silent", "/drip"])
def test_a_server_that_never_ends(server: Server, path: str) -> None:
    assert "within 0.2 seconds" in reason(server.address(path), Limits(seconds=0.2))


def test_a_pdf_that_says_it_is_a_page(server: Server) -> None:
    (problem,) = read([server.address("/disguised-pdf")]).problems
    assert "PDF" in problem.reason


def test_nobody_listens() -> None:
    with Server() as closed:
        address = closed.address("/ok")
    assert reason(address) == "the server refuses connections"


@pytest.mark.parametrize(
    "address",
    ["http://", "http:///path", "http://[::1", "http://x:99999/", "https://a..b/", "http://" + "x" * 300],
)
def test_addresses_that_are_none(address: str) -> None:
    assert reason(address) == "is not a well-formed web address"

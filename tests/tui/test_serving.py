"""`newsdiff serve`: a page for this machine alone, the reader behind it, no note lost with a tab."""

from __future__ import annotations

import asyncio
import builtins
import re
import shlex
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from newsdiff.core.store import recovery
from newsdiff.tui import serving
from newsdiff.tui.cli import main

_PATIENCE = 60
_ODD = "it's $(touch hacked) & a; b.txt"


@pytest.fixture
def sources(tmp_path: Path) -> list[str]:
    """Two sources, one of them with a name that a shell would make something of."""
    for name, text in (
        (_ODD, "The bridge closed on Monday."),
        ("herald.txt", "On Monday it closed."),
    ):
        (tmp_path / name).write_text(text)
    return [_ODD, "herald.txt"]


@pytest.fixture
def served(sources: list[str]) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A running server and its address."""
    command = [sys.executable, "-m", "newsdiff.tui", "serve", "--port", "0", *sources]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield process, process.stdout.readline().split()[-1]
    finally:
        process.kill()
        process.communicate()


class _Tab:
    """What a browser's tab does, without the browser."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._drawn = b""

    async def until(self, words: bytes) -> None:
        async with asyncio.timeout(_PATIENCE):
            while words not in re.sub(rb"\x1b\[[0-9;?]*[a-zA-Z]", b"", self._drawn):
                message = await self._socket.receive()
                assert message.type is aiohttp.WSMsgType.BINARY, message
                self._drawn += message.data

    async def press(self, keys: str) -> None:
        self._drawn = b""
        await self._socket.send_json(["stdin", keys])


@pytest.fixture
async def client() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


async def test_the_page_loads_and_fetches_nothing_from_elsewhere(
    served: tuple[subprocess.Popen[str], str], client: aiohttp.ClientSession
) -> None:
    _, address = served
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/[\w-]{20,}/", address)
    async with client.get(address) as answer:
        page = await answer.text()
        assert answer.status == 200
        assert "<div>newsdiff</div>" in page
        assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    for needed in set(re.findall(r'"(http://127[^"]*\.(?:js|css))"', page)):
        async with client.get(needed) as answer:
            assert answer.status == 200
    async with client.get(address.rpartition("/")[0].rpartition("/")[0] + "/ws") as answer:
        assert answer.status == 404  # nobody comes in without the secret


async def test_a_closed_tab_loses_no_note_and_ctrl_c_ends_without_a_word(
    served: tuple[subprocess.Popen[str], str], client: aiohttp.ClientSession, tmp_path: Path
) -> None:
    process, address = served
    async with client.ws_connect(f"{address}ws?width=100&height=30") as connection:
        tab = _Tab(connection)
        await tab.until(b"1/1")
        await tab.press("a")
        await tab.until(b"goes back")
        await tab.press("from the tab")
        await tab.until(b"from the tab")
    async with asyncio.timeout(_PATIENCE):
        while not any("from the tab" in left.file.read_text() for left in recovery.leftovers()):
            await asyncio.sleep(0.05)
    process.send_signal(signal.SIGINT)
    out, err = await asyncio.to_thread(process.communicate, timeout=_PATIENCE)
    assert (process.returncode, err) == (0, "")
    assert "Traceback" not in out
    assert not (tmp_path / "hacked").exists()


def test_no_source_is_taken_for_anything_else() -> None:
    words = shlex.split(serving._command([_ODD, "--help", "report", "$HOME"]))
    assert words[1:] == ["-m", "newsdiff.tui", "--", _ODD, "--help", "report", "$HOME"]


def test_a_port_that_is_taken_is_told(sources: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert main(["serve", "--port", str(port), *sources]) == 1
    err = capsys.readouterr().err
    assert f"port {port} cannot be had: another program has it; `--port N` names another" in err


def test_wrong_sources_end_it_before_anything_is_served(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "serve", lambda *_: pytest.fail("served"))
    assert main(["serve", "nothing.txt"]) == 1
    assert "nothing.txt" in capsys.readouterr().err
    assert main(["serve", "-"]) == 2
    assert "every tab reads anew" in capsys.readouterr().err


@pytest.mark.parametrize("words", [[], ["--port", "x", "a"], ["--port", "65536", "a"], ["--port", "-1", "a"]])
def test_wrong_usage(words: list[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["serve", *words])
    assert end.value.code == 2


def test_what_is_not_installed_is_told_with_the_command_that_does_it(
    sources: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    load = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.startswith(("aiohttp", "textual_serve")):
            raise ModuleNotFoundError(name)
        return load(name, *rest)

    monkeypatch.delitem(sys.modules, "newsdiff.tui.serving")
    monkeypatch.delattr("newsdiff.tui.serving")
    monkeypatch.setattr(builtins, "__import__", without)
    assert main(["serve", *sources]) == 1
    assert "pip install 'newsdiff[web]'" in capsys.readouterr().err


def test_only_this_command_loads_a_server() -> None:
    code = "import sys; import newsdiff.tui.app, newsdiff.tui.commands; print(*sys.modules)"
    loaded = subprocess.check_output([sys.executable, "-c", code], text=True, timeout=60)
    assert {"aiohttp", "textual_serve"}.isdisjoint(loaded.split())

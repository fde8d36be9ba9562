"""The reader in a browser: a server for this machine alone, and a newsdiff of its own for every tab.

Imported by `newsdiff serve` only: it needs textual-serve, which the extra `web` installs.
"""

from __future__ import annotations

import asyncio
import errno
import os
import secrets
import shlex
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress

from aiohttp import web
from textual_serve.server import Server

from newsdiff.core.errors import NewsdiffError
from newsdiff.core.store.files import in_words

HOST = "127.0.0.1"
_SECONDS_TO_END = 2.0


def serve(sources: Sequence[str], port: int, said: Callable[[str], None]) -> None:
    """Serve the reader on `sources` until ctrl+c; `said` is told the address once it can be opened.

    `port` 0 takes a free one. NewsdiffError where the port cannot be had.
    """
    with _listening(port) as listener:
        server = _Server(_command(sources), listener.getsockname()[1])
        with suppress(KeyboardInterrupt):
            asyncio.run(server.run(listener, said))


def _listening(port: int) -> socket.socket:
    listener = socket.socket()
    if os.name != "nt":  # there it would let two programs have one port
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen()
    except OSError as error:
        listener.close()
        why = "another program has it" if error.errno == errno.EADDRINUSE else in_words(error)
        raise NewsdiffError(
            f"port {port} cannot be had: {why}; `--port N` names another, `--port 0` takes a free one"
        ) from error
    return listener


def _command(sources: Sequence[str]) -> str:
    """Return the command line of a tab's newsdiff; behind `--` no source is taken for an option."""
    words = [sys.executable, "-m", "newsdiff.tui", "--", *sources]
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)


class _Server(Server):
    """textual-serve behind an address that cannot be guessed, without its logo and its log.

    Whoever knows the address drives the reader: other users of the machine, and pages in the same browser,
    must not.
    """

    def __init__(self, command: str, port: int) -> None:
        super().__init__(command, host=HOST, port=port, title="newsdiff")
        self._key = secrets.token_urlsafe(16)
        self._tabs: set[asyncio.Task[object]] = set()

    @property
    def address(self) -> str:
        """What to open in the browser."""
        return f"{self.public_url}/{self._key}/"

    async def run(self, listener: socket.socket, said: Callable[[str], None]) -> None:
        """Serve until the program is told to end, then end the newsdiff of every tab."""
        ended = asyncio.Event()
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            with suppress(AttributeError, NotImplementedError):  # as Windows has it
                asyncio.get_running_loop().add_signal_handler(getattr(signal, name), ended.set)
        runner = web.AppRunner(await self._make_app(), access_log=None, shutdown_timeout=_SECONDS_TO_END)
        await runner.setup()
        try:
            await web.SockSite(runner, listener).start()
            said(self.address)
            await ended.wait()
        finally:
            await runner.cleanup()

    async def _make_app(self) -> web.Application:
        outer = web.Application()
        inner = await super()._make_app()
        inner.on_response_prepare.append(self._keep_inside)
        outer.add_subapp(f"/{self._key}/", inner)
        return outer

    async def _keep_inside(self, _request: web.Request, response: web.StreamResponse) -> None:
        """Let the page fetch nothing from anywhere else: its template asks a font server for a font."""
        response.headers["Content-Security-Policy"] = (
            "default-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'; "
            f"connect-src 'self' ws://{HOST}:{self.port}"
        )
        response.headers["Referrer-Policy"] = "no-referrer"

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Run the newsdiff of one tab; it is ended when the tab is closed, and when this server is."""
        tab = asyncio.create_task(super().handle_websocket(request))
        self._tabs.add(tab)
        try:
            return await tab
        finally:
            self._tabs.discard(tab)

    async def on_startup(self, app: web.Application) -> None:
        """Say nothing: the address is told when it can be opened."""

    async def on_shutdown(self, app: web.Application) -> None:  # noqa: ARG002 - as in textual-serve
        """End the newsdiff of every tab that is open, which keeps its notes."""
        tabs = {*self._tabs}
        for tab in tabs:
            tab.cancel()
        if tabs:
            await asyncio.wait(tabs, timeout=_SECONDS_TO_END)

"""Where an article came from, opened in the browser or the folder's window."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from textual.app import App

from newsdiff.core.article import Article

_PATIENCE = 3.0
"""Seconds after which a program that still runs is taken to have opened what it was given."""

_MACOS = ("open",)
_WINDOWS = ("rundll32", "url.dll,FileProtocolHandler")
_OTHERS = (("wslview",), ("xdg-open",))

_Command = tuple[str, ...]


def file_of(article: Article) -> Path | None:
    """Return the file that `article` was read from, None where it is not on this machine any more."""
    try:
        path = Path(article.source).absolute()
        return path if article.source and path.is_file() else None
    except (OSError, ValueError):
        return None


def command(environment: Mapping[str, str], platform: str, find: Callable[[str], object]) -> _Command | None:
    """Return the program that opens an address or a folder, None where it would open it on no screen.

    `find` tells where a program lies, if anywhere.
    """
    if platform == "win32":
        return _WINDOWS
    if platform == "darwin":
        remote = environment.get("SSH_CONNECTION") or environment.get("SSH_TTY")
        return None if remote else _MACOS
    # Without a screen of windows xdg-open starts a browser in the terminal, which is taken.
    if not any(
        environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "BROWSER")
    ):
        return None
    return next((tool for tool in _OTHERS if find(tool[0])), None)


async def opened(app: App[Any], what: str | Path) -> bool:
    """Open an address, or the folder in which a file lies; tell whether a program took it."""
    if app.is_web:
        if isinstance(what, str):
            app.open_url(what)
        return isinstance(what, str)
    tool = command(os.environ, sys.platform, shutil.which)
    # The folder, not the file: what its own program would do with it nobody knows.
    target = what if isinstance(what, str) else os.fspath(what.parent)
    return tool is not None and await asyncio.to_thread(_started, (*tool, target))


def _started(words: _Command) -> bool:
    try:
        process = subprocess.Popen(  # noqa: S603 - one of the commands above, and no shell
            words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        return process.wait(_PATIENCE) == 0
    except subprocess.TimeoutExpired:
        return True

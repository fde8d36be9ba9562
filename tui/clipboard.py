"""Copying: through the terminal, which works over ssh, and to the system's clipboard where there is one."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from typing import Any

from textual.app import App

_PATIENCE = 2.0
"""Seconds after which a program that is to take the text is given up."""

_TMUX = ("tmux", "load-buffer", "-w", "-")
_MACOS = ("pbcopy",)
_WAYLAND = ("wl-copy",)
_X11 = (("xclip", "-selection", "clipboard", "-in"), ("xsel", "--clipboard", "--input"))

_Command = tuple[str, ...]


def command(environment: Mapping[str, str], platform: str, find: Callable[[str], object]) -> _Command | None:
    """Return the program that puts its input on the clipboard, None where there is none.

    `find` tells where a program lies, if anywhere. Over ssh the clipboard is that of another machine than
    the reader's, so nothing is put there; tmux hands on to the terminal what it is given.
    """
    tools: list[_Command] = []
    if environment.get("TMUX"):
        tools.append(_TMUX)
    elif environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"):
        pass
    elif platform == "darwin":
        tools.append(_MACOS)
    else:
        if environment.get("WAYLAND_DISPLAY"):
            tools.append(_WAYLAND)
        if environment.get("DISPLAY"):
            tools.extend(_X11)
    return next((tool for tool in tools if find(tool[0])), None)


async def copy(app: App[Any], text: str) -> bool:
    """Copy `text` in every way there is; tell whether it surely is on the reader's clipboard.

    The terminal never says whether it took what it was sent.
    """
    app.copy_to_clipboard(text)
    tool = None if app.is_web else command(os.environ, sys.platform, shutil.which)
    if tool is None:
        return False
    return await asyncio.to_thread(_hand_over, tool, text) and tool is not _TMUX


def answer(what: str, *, sure: bool) -> str:
    """Return what the reader is told when `what` was copied."""
    return f"Copied {what}." if sure else f"Copied {what}, if your terminal lets programs copy (OSC 52)."


def _hand_over(tool: _Command, text: str) -> bool:
    # Some of these stay in the background until something else is copied, and hold their output.
    try:
        ended = subprocess.run(  # noqa: S603 - one of the commands above, and no shell
            tool,
            input=text.encode(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return ended.returncode == 0

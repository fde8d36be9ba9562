"""What tests of the screen do: find the reader, read what is drawn, wait for what is bound to come."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

from newsdiff.tui.screens.reader import ReaderScreen

_PATIENCE = 10
"""Seconds after which what is waited for will not come; no test takes long because of it."""


def reader(app: App[int]) -> ReaderScreen:
    """Return the reader, whatever question stands on top of it."""
    return next(screen for screen in app.screen_stack if isinstance(screen, ReaderScreen))


def screen_lines(app: App[int]) -> list[str]:
    """Return what stands on the screen, line by line."""
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]


def count_bytes(app: App[Any], monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that grows by the bytes of each drawing, as a terminal would be sent them."""
    written: list[int] = []

    def display(screen: object, update: Any) -> None:
        if update is not None:
            written.append(len(update.render_segments(app.console).encode()))

    monkeypatch.setattr(app, "_display", display)
    return written


async def until(pilot: Pilot[Any], condition: Callable[[], bool], patience: float = _PATIENCE) -> None:
    """Wait until `condition` holds."""
    async with asyncio.timeout(patience):
        while not condition():
            await pilot.pause(0.01)


async def until_shown(pilot: Pilot[Any], words: str) -> None:
    """Wait until `words` stand on one line of the screen."""
    await until(pilot, lambda: any(words in line for line in screen_lines(pilot.app)))

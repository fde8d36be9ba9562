from __future__ import annotations

import asyncio
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from textual.app import App

from newsdiff.core.article import Article
from newsdiff.core.notebook import Notebook
from newsdiff.tui import opening
from newsdiff.tui.app import NewsdiffApp
from on_screen import reader, until_shown

command = opening.command


def article(url: str = "", source: str = "") -> Article:
    return Article("a", "A", "", (), url=url, source=source)


@pytest.mark.parametrize(
    ("environment", "platform", "program"),
    [
        ({"DISPLAY": ":0"}, "linux", "xdg-open"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", "xdg-open"),
        ({"BROWSER": "firefox"}, "linux", "xdg-open"),
        ({"SSH_TTY": "/dev/pts/1"}, "linux", None),
        ({}, "darwin", "open"),
        ({"SSH_TTY": "/dev/pts/1"}, "darwin", None),
        ({}, "win32", "rundll32"),
    ],
)
def test_nothing_is_opened_where_nobody_would_see_it(
    environment: dict[str, str], platform: str, program: str | None
) -> None:
    found = command(environment, platform, lambda name: name != "wslview")
    assert (found[0] if found else None) == program
    assert command({"DISPLAY": ":0"}, "linux", lambda _: None) is None


@pytest.fixture
def opener(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a program in the place of the system's; return the file in which it notes what it was given."""
    tool, took = tmp_path / "opener", tmp_path / "took"
    tool.write_text(f'#!/bin/sh\necho noise; echo noise >&2\nprintf "%s\\n" "$#" "$@" > {took}\n')
    tool.chmod(tool.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(opening, "command", lambda *_: (os.fspath(tool),))
    return took


async def test_o_opens_the_address_in_the_browser(notebook: Notebook, opener: Path) -> None:
    app = NewsdiffApp(_with(notebook, url="https://example.org/$(touch owned)"))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("o")
        await until_shown(pilot, "Opened in the browser: https://example.org/$(touch%20owned)")
        assert opener.read_text() == "1\nhttps://example.org/$(touch%20owned)\n"


async def test_o_opens_the_folder_of_a_file(notebook: Notebook, opener: Path, tmp_path: Path) -> None:
    file = tmp_path / "--new-window" / "a.txt"
    file.parent.mkdir()
    file.write_text("words")
    app = NewsdiffApp(_with(notebook, source="--new-window/a.txt"))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("o")
        await until_shown(pilot, "Opened the folder of ")
        assert opener.read_text() == f"1\n{file.parent}\n"


async def test_o_copies_the_address_where_no_browser_can_be_seen(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "command", lambda *_: None)
    app = NewsdiffApp(_with(notebook, url="https://example.org/a"))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("o")
        await until_shown(pilot, "No browser can be started from here. Copied https://example.org/a")
        assert app.clipboard == "https://example.org/a"


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        ({}, "Gazette was read from no file or address"),
        ({"source": "-"}, "Gazette was read from no file or address"),
        ({"source": "gone.txt"}, "gone.txt is not there any more"),
        ({"url": "javascript:alert(1)"}, "Gazette was read from no file or address"),
        ({"source": "[red]x\x00.txt"}, "is not there any more"),
    ],
)
async def test_o_says_where_there_is_nothing_to_open(
    given: dict[str, str], answer: str, notebook: Notebook, opener: Path
) -> None:
    app = NewsdiffApp(_with(notebook, **given))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("o")
        assert answer in str(reader(app).query_one("#remark").render())
        assert not opener.exists()


@pytest.mark.parametrize(("script", "started"), [("exit 3", False), ("sleep 30", True)])
async def test_a_program_that_fails_is_told_from_one_that_runs_on(
    script: str, started: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool = tmp_path / "tool"
    tool.write_text(f"#!/bin/sh\n{script}\n")
    tool.chmod(tool.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(opening, "command", lambda *_: (os.fspath(tool),))
    monkeypatch.setattr(opening, "_PATIENCE", 0.3)
    app: App[None] = App()
    async with app.run_test(), asyncio.timeout(10):
        assert await opening.opened(app, "https://example.org") is started


def _with(notebook: Notebook, **given: str) -> Notebook:
    comparison = notebook.comparison
    first = replace(comparison.articles[0], **given)
    return replace(notebook, comparison=replace(comparison, articles=(first, *comparison.articles[1:])))

"""The wall between what newsdiff knows and the terminal, and what may be loaded when.

Each test looks at the modules of a fresh process, for in this one everything is loaded already.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

_TERMINAL = ("textual", "rich", "newsdiff.tui")
_HEAVY = (
    "numpy",
    "trafilatura",
    "lxml",
    "pydantic",
    "textual",
    "rich",
    "yaml",
    "markdown_it",
    "rapidfuzz",
    "jinja2",
)

_RUN = """
import contextlib, io, sys
from newsdiff.tui.cli import main
with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
    try:
        main({words!r})
    except SystemExit:
        pass
"""


def _loaded(code: str) -> set[str]:
    """Return the names of the modules, and of the packages they are in, that `code` loads."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    names = done.stdout.split()
    assert "sys" in names
    return {".".join(name.split(".")[:depth]) for name in names for depth in range(1, name.count(".") + 2)}


@pytest.mark.parametrize(
    "words",
    [["--version"], ["--help"], ["report", "--help"], ["library", "--help"], ["report", "--wrong", "x"]],
)
def test_help_and_version_load_nothing_heavy(words: list[str]) -> None:
    loaded = _loaded(_RUN.format(words=words))
    assert "newsdiff.tui.cli" in loaded
    assert loaded.isdisjoint(_HEAVY)


@pytest.mark.parametrize(
    "module",
    [
        "comparison",
        "notebook",
        "reading",
        "report",
        "report.as_csv",
        "report.as_html",
        "report.as_jsonld",
        "report.as_json",
        "report.as_markdown",
        "report.as_text",
        "rows",
        "store",
        "store.schema",
    ],
)
def test_core_never_loads_the_terminal(module: str) -> None:
    loaded = _loaded(f"import newsdiff.core.{module}")
    assert f"newsdiff.core.{module}" in loaded
    assert loaded.isdisjoint(_TERMINAL)


def test_a_report_is_made_without_the_terminal(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("The bridge over the Arno closed on Monday.")
    words = ["report", *(str(tmp_path / f"{name}.txt") for name in ("a", "b"))]
    loaded = _loaded(_RUN.format(words=words))
    assert "newsdiff.core.report.as_text" in loaded
    assert loaded.isdisjoint({"textual", "rich", "numpy", "trafilatura", "pydantic", "jinja2"})


_FIRST_TEXT = """
import asyncio, os, sys
from contextlib import nullcontext
from newsdiff.tui import commands, settings

def display(app, screen, update):
    if update and any("Gazette" in strip.text for strip in screen._compositor.render_strips()):
        print(*sys.modules, file=sys.__stdout__, flush=True)
        os._exit(0)

def run(app):
    type(app)._display = display
    asyncio.run(app.run_async(headless=True, size=(80, 24)))

from textual.app import App
App.run = run
commands.shows_output, commands.terminal = lambda: True, nullcontext
commands.read({sources!r})
"""


def test_the_first_text_is_shown_before_anything_heavy_is_loaded(tmp_path: Path) -> None:
    """What is needed to compare, to write a note or to export comes later, for somebody is waiting."""
    sources = [str(tmp_path / f"{name}.txt") for name in ("gazette", "herald")]
    for source in sources:
        Path(source).write_text("The bridge over the Arno closed on Monday.")
    loaded = _loaded(_FIRST_TEXT.format(sources=sources))
    assert "newsdiff.tui.screens.reader" in loaded
    light = {"newsdiff.core.matching.features", "newsdiff.tui.screens.export", "newsdiff.tui.screens.writing"}
    light |= {"newsdiff.tui.settings_file", "newsdiff.core.store.schema", "sqlite3", "textual_serve"}
    unwanted = {*_HEAVY, *light, "send2trash", "snowballstemmer"} - {"textual", "rich"}
    assert loaded & unwanted == set()

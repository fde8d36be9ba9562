"""The library on the screen: searched by typing, opened, renamed, copied, thrown away."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsdiff.core import store
from newsdiff.core.article import SentenceRef
from newsdiff.core.notebook import Notebook
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.screens.library import LibraryScreen
from newsdiff.tui.screens.reader import ReaderScreen
from newsdiff.tui.screens.start import StartScreen
from on_screen import screen_lines, until, until_shown

SIZE = (110, 34)


@pytest.fixture
def paths(tmp_path: Path, notebook: Notebook) -> list[Path]:
    """Two notebooks that were open, the second one last."""
    found = []
    for number, note in enumerate(("Who inspected the arch?", "Ask about the [/] zeppelin")):
        path = tmp_path / f"story-{number}.newsdiff.json"
        store.save(notebook.with_note(SentenceRef(0, number), note), path, replace=False)
        store.remember(path)
        found.append(path)
    return found


async def test_the_start_screen_leads_to_all_notebooks_and_one_is_opened(paths: list[Path]) -> None:
    app = NewsdiffApp(None)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("slash")
        await until_shown(pilot, "2 notebooks")
        drawn = "\n".join(screen_lines(app))
        assert drawn.index("story-1") < drawn.index("story-0")
        assert "Gazette, Herald and Wire" in drawn
        await pilot.press("j", "enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.path == paths[0]


async def test_typing_looks_for_words_and_escape_brings_the_list_back(paths: list[Path]) -> None:
    app = NewsdiffApp(None)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("l")
        await until_shown(pilot, "2 notebooks")
        await pilot.press("slash", *"zepp")
        await until_shown(pilot, "1 place")
        await until_shown(pilot, "your note: Ask about the [/] zeppelin")
        await pilot.press("enter", "escape")
        await until_shown(pilot, "2 notebooks")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, StartScreen))


async def test_a_notebook_gets_another_title(paths: list[Path]) -> None:
    app = NewsdiffApp(None)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("slash")
        await until_shown(pilot, "2 notebooks")
        await pilot.press("r", "ctrl+u", *"Arch", "enter")
        await until_shown(pilot, "Renamed: Arch")
        assert store.load(paths[1]).title == "Arch"


async def test_a_notebook_is_copied(paths: list[Path]) -> None:
    app = NewsdiffApp(None)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("slash")
        await until_shown(pilot, "2 notebooks")
        await pilot.press("c")
        await until_shown(pilot, "story-1-copy")
        assert store.load(paths[1].with_name("story-1-copy.newsdiff.json")) == store.load(paths[1])


async def test_the_trash_is_asked_for_first(paths: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("send2trash.send2trash", lambda file: Path(file).unlink())
    app = NewsdiffApp(None)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("slash")
        await until_shown(pilot, "2 notebooks")
        await pilot.press("x", "enter")  # the first answer keeps it
        assert paths[1].exists()
        await pilot.press("x", "t")
        await until_shown(pilot, "It is in the trash.")
        assert not paths[1].exists()
        assert "story-1" not in "\n".join(screen_lines(app))


async def test_a_library_without_a_notebook_says_how_to_fill_it() -> None:
    app = NewsdiffApp(None)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("slash")
        await until_shown(pilot, "0 notebooks")
        for key in ("r", "c", "x"):
            await pilot.press(key)
            await until_shown(pilot, "There is no notebook here")
        await pilot.press("escape")
        assert not isinstance(app.screen, LibraryScreen)


async def test_a_notebook_that_cannot_be_read_says_why(paths: list[Path]) -> None:
    paths[1].write_text("{")
    app = NewsdiffApp(None)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("slash")
        await until_shown(pilot, "2 notebooks")
        await pilot.press("enter")
        said = app.screen.query_one("#library-said")
        await until(pilot, lambda: "not a newsdiff notebook" in str(said.render()))
        assert isinstance(app.screen, LibraryScreen)

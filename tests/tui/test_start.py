"""The start screen: the sample story, the notebooks that were open lately, and what is wrong with one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from newsdiff.core import store
from newsdiff.core.notebook import Notebook
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.screens.reader import ReaderScreen
from newsdiff.tui.screens.start import StartScreen

Lines = Callable[[NewsdiffApp], list[str]]


async def _open(pilot: object, app: NewsdiffApp, *keys: str) -> None:
    await pilot.press(*keys)
    await app.workers.wait_for_complete()
    await pilot.pause()


async def test_enter_opens_the_sample(lines: Lines) -> None:
    app = NewsdiffApp(None)
    async with app.run_test(size=(100, 30)) as pilot:
        await _open(pilot, app, "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert len(app.screen.comparison.articles) == 5
        await pilot.press("q")
    assert app.return_code == 0


async def test_a_notebook_that_was_open_lately_is_opened_where_it_was_left(
    notebook: Notebook, tmp_path: Path, lines: Lines
) -> None:
    path = tmp_path / "bridge.newsdiff.json"
    store.save(notebook, path, replace=False)
    store.remember(path)
    app = NewsdiffApp(None)
    async with app.run_test(size=(100, 30)) as pilot:
        assert any("Old bridge closes" in line for line in lines(app))
        await _open(pilot, app, "j", "k", "j", "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.path == path
        assert app.screen.comparison == notebook.comparison


async def test_a_broken_notebook_is_told_and_the_list_stays(
    notebook: Notebook, tmp_path: Path, lines: Lines
) -> None:
    path = tmp_path / "broken.newsdiff.json"
    path.write_text('{"format": "newsdiff-notebook", "version": 1, [/red]')
    store.remember(path)
    app = NewsdiffApp(None)
    async with app.run_test(size=(100, 30)) as pilot:
        await _open(pilot, app, "down", "enter")
        assert isinstance(app.screen, StartScreen)
        assert "broken.newsdiff.json" in str(app.screen.query_one("#start-error").render())
        await _open(pilot, app, "up", "enter")
        assert isinstance(app.screen, ReaderScreen)


async def test_q_leaves() -> None:
    app = NewsdiffApp(None)
    async with app.run_test() as pilot:
        await pilot.press("q")
    assert app.return_code == 0

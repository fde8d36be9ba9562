"""Unsaved notes: kept while they are written, offered again after a crash."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import Input

from newsdiff.core import store
from newsdiff.core.article import SentenceRef
from newsdiff.core.notebook import NOTEBOOK_SUFFIX, Notebook
from newsdiff.core.store import recovery
from newsdiff.core.store.recovery import Journal
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.screens.reader import ReaderScreen
from newsdiff.tui.screens.start import StartScreen
from on_screen import reader, until, until_shown

Lines = Callable[[NewsdiffApp], list[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "recovery"


@pytest.fixture
def path(notebook: Notebook, tmp_path: Path) -> Path:
    """A notebook without notes."""
    path = tmp_path / "bridge.newsdiff.json"
    store.save(notebook, path, replace=False)
    return path


@pytest.fixture
def left_behind(notebook: Notebook, path: Path, folder: Path) -> Path:
    """Notes on that notebook that a session left behind."""
    journal = Journal()
    journal.keep(notebook.with_note(SentenceRef(0, 0), "Ask them."), path, store.fingerprint(path))
    file = journal.file
    assert file
    kept = {each: each.read_bytes() for each in folder.iterdir()}
    journal.close()
    for each, data in kept.items():  # the same files, held by nobody
        each.write_bytes(data)
    return file


def _keeps(folder: Path, *notes: str) -> Callable[[], bool]:
    """Return a question: does `folder` hold one copy, with `notes`, or nothing where there are none?"""

    def keeps() -> bool:
        files = [*folder.iterdir()] if folder.exists() else []
        if not notes:
            return not files
        copies = [file for file in files if file.name.endswith(NOTEBOOK_SUFFIX)]
        return [[note.text for note in store.load(copy).notes] for copy in copies] == [[*notes]]

    return keeps


async def test_each_change_is_kept_and_nothing_after_saving(notebook: Notebook, folder: Path) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("a", *"1", "ctrl+s")
        await until(pilot, _keeps(folder, "1"))
        await pilot.press("a", *"2", "ctrl+s")
        await until(pilot, _keeps(folder, "12"))
        await pilot.press("u")
        await until(pilot, _keeps(folder, "1"))
        await pilot.press("u")
        await until(pilot, _keeps(folder))
        await pilot.press("a", *"3", "ctrl+s", "s")
        await until(pilot, _keeps(folder, "3"))
        assert app.screen.query_one(Input)
        await pilot.press("enter")
        await until(pilot, _keeps(folder))


async def test_a_discard_that_was_confirmed_leaves_nothing(notebook: Notebook, folder: Path) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("a", *"1", "ctrl+s", "q", "d")
        await until(pilot, lambda: not app.is_running)
    assert app.return_code == 0
    assert not folder.exists() or list(folder.iterdir()) == []


async def test_a_folder_that_cannot_be_written_is_told_once(notebook: Notebook, folder: Path) -> None:
    folder.parent.mkdir()
    folder.touch()
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(100, 30)) as pilot:
        for key in "12":
            await pilot.press("a", key, "ctrl+s")
            await app.workers.wait_for_complete()
        titles = [notification.title for notification in app._notifications]
        assert titles == ["No copy can be kept of unsaved notes"]
        assert [note.text for note in reader(app).notebook.notes] == ["12"]


async def test_the_start_screen_offers_what_was_left_behind(
    left_behind: Path, path: Path, lines: Lines
) -> None:
    app = NewsdiffApp(None)
    async with app.run_test(size=(100, 30)) as pilot:
        assert any("Notes never saved: Old bridge closes" in line for line in lines(app))
        await pilot.press("enter")
        await until_shown(pilot, "s saves them")
        screen = reader(app)
        assert [note.text for note in screen.notebook.notes] == ["Ask them."]
        assert screen.unsaved
        await pilot.press("s")
        await until_shown(pilot, "Saved in")
        assert not screen.unsaved
    assert [note.text for note in store.load(path).notes] == ["Ask them."]
    assert not left_behind.exists()


async def test_the_start_screen_discards_after_a_question(left_behind: Path, lines: Lines) -> None:
    app = NewsdiffApp(None)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("d", "escape")
        assert left_behind.exists()
        await pilot.press("d", "d")
        await until(pilot, lambda: not any("never saved" in line for line in lines(app)))
        assert not left_behind.exists()
        await pilot.press("d")
        assert isinstance(app.screen, StartScreen)


async def test_notes_that_cannot_be_read_are_told(left_behind: Path) -> None:
    left_behind.write_text("{")
    app = NewsdiffApp(None)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter")
        await until_shown(pilot, "not a newsdiff notebook")


@pytest.mark.parametrize("answer", ["o", "c", "d"])
async def test_the_same_notebook_offers_them(
    answer: str, left_behind: Path, notebook: Notebook, path: Path, lines: Lines
) -> None:
    app = NewsdiffApp(notebook, path=path, known=store.fingerprint(path))
    async with app.run_test(size=(100, 30)) as pilot:
        await until_shown(pilot, "notes that were never saved")
        offered = reader(app)
        await pilot.press(*(["d", "d"] if answer == "d" else [answer]))
        await until(pilot, lambda: left_behind.exists() is (answer != "d"))
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        await until(pilot, lambda: (reader(app) is offered) is (answer != "o"))
        screen = reader(app)
        assert [note.text for note in screen.notebook.notes] == (["Ask them."] if answer == "o" else [])
        assert left_behind.exists() is (answer != "d")
        assert len(recovery.leftovers()) == (1 if answer == "c" else 0)


async def test_what_is_being_written_is_kept_before_it_is_a_note(notebook: Notebook, folder: Path) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("a", *"half a th")
        await until(pilot, _keeps(folder, "half a th"))
        assert reader(app).notebook.notes == ()
        await pilot.press("escape", "d")  # discarded on purpose
        await until(pilot, _keeps(folder))
        await pilot.press("a", *"whole", "ctrl+s")
        await until(pilot, _keeps(folder, "whole"))
        await pilot.press("a", *"r")
        await until(pilot, _keeps(folder, "wholer"))
        await pilot.press("escape", "d")
        await until(pilot, _keeps(folder, "whole"))

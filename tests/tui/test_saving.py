"""Saving: a new name, the same file again, a file in the way, a disk that refuses; notes are never lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import Input

from newsdiff.core import store
from newsdiff.core.article import SentenceRef
from newsdiff.core.errors import StoreError
from newsdiff.core.notebook import Notebook
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.screens.reader import ReaderScreen

Lines = Callable[[NewsdiffApp], list[str]]
NAME = "old-bridge-closes.newsdiff.json"


def reader(app: NewsdiffApp) -> ReaderScreen:
    return next(screen for screen in app.screen_stack if isinstance(screen, ReaderScreen))


async def _settle(pilot: object) -> None:
    """Wait until saving has either asked something or ended."""
    await pilot.pause(0.1)
    await pilot.pause()


def _typed(app: NewsdiffApp, name: str) -> None:
    app.screen.query_one(Input).value = name


async def test_the_first_save_asks_for_a_name_and_the_next_does_not(
    notebook: Notebook, tmp_path: Path, lines: Lines
) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("a", *"ok", "ctrl+s")
        assert "● not saved" in "\n".join(lines(app))
        await pilot.press("s")
        await _settle(pilot)
        assert app.screen.query_one(Input).value == NAME
        await pilot.press("enter")
        await _settle(pilot)
        assert "Saved in" in "\n".join(lines(app))
        assert "● not saved" not in "\n".join(lines(app))
        assert [note.text for note in store.load(tmp_path / NAME).notes] == ["ok"]
        await pilot.press("a", *"!", "ctrl+s", "s")
        await _settle(pilot)
        assert [note.text for note in store.load(tmp_path / NAME).notes] == ["ok!"]
        assert [found.path.name for found in store.recent()] == [NAME]


async def test_escape_saves_nothing(notebook: Notebook, tmp_path: Path) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("s")
        await _settle(pilot)
        await pilot.press("escape")
        await _settle(pilot)
        assert "Not saved" in str(reader(app).query_one("#remark").render())
    assert not (tmp_path / NAME).exists()


@pytest.mark.parametrize(("answer", "replaced"), [("o", False), ("r", True), ("c", False), ("escape", False)])
async def test_a_file_in_the_way_is_replaced_only_when_told_to(
    answer: str, replaced: bool, notebook: Notebook, tmp_path: Path, lines: Lines
) -> None:
    (tmp_path / NAME).write_text("precious")
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("s")
        await _settle(pilot)
        await pilot.press("enter")
        await _settle(pilot)
        assert any("There is a file of that name" in line for line in lines(app))
        await pilot.press(answer)
        await _settle(pilot)
        if answer == "o":
            _typed(app, "other")
            await pilot.press("enter")
            await _settle(pilot)
            assert (tmp_path / "other.newsdiff.json").exists()
        assert isinstance(app.screen, ReaderScreen)
    assert ((tmp_path / NAME).read_text() != "precious") is replaced


async def test_a_refused_save_is_told_and_can_be_tried_again(
    notebook: Notebook, tmp_path: Path, lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    save, refusals = store.save, [StoreError("full\x1b[31m disk")]

    def refuse_once(*args: object, **options: object) -> store.Fingerprint:
        if refusals:
            raise refusals.pop()
        return save(*args, **options)

    monkeypatch.setattr(store, "save", refuse_once)
    app = NewsdiffApp(notebook, path=tmp_path / NAME)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("a", *"ok", "ctrl+s", "s")
        await _settle(pilot)
        drawn = "\n".join(lines(app))
        assert "full disk" in drawn
        assert "Your notes are still here" in drawn
        await pilot.press("t")
        await _settle(pilot)
        assert [note.text for note in store.load(tmp_path / NAME).notes] == ["ok"]


@pytest.mark.parametrize("answer", ["o", "r", "c"])
async def test_what_another_window_saved_is_overwritten_only_when_told_to(
    answer: str, notebook: Notebook, tmp_path: Path, lines: Lines
) -> None:
    path = tmp_path / NAME
    known = store.save(notebook, path, replace=False)
    theirs = notebook.with_note(SentenceRef(1, 0), "theirs")
    app = NewsdiffApp(notebook, path=path, known=known)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("a", *"1", "ctrl+s", "s")
        await _settle(pilot)
        assert [note.text for note in store.load(path).notes] == ["1"]
        store.save(theirs, path, replace=True)
        await pilot.press("a", *"2", "ctrl+s", "s")
        await _settle(pilot)
        assert any("changed by another program" in line for line in lines(app))
        assert [note.text for note in store.load(path).notes] == ["theirs"]
        await pilot.press(answer)
        await _settle(pilot)
        if answer == "o":
            _typed(app, "other")
            await pilot.press("enter")
            await _settle(pilot)
            assert [note.text for note in store.load(tmp_path / "other.newsdiff.json").notes] == ["12"]
        assert reader(app).unsaved is (answer == "c")
    assert [note.text for note in store.load(path).notes] == (["12"] if answer == "r" else ["theirs"])


async def test_a_file_that_was_deleted_is_written_anew(notebook: Notebook, tmp_path: Path) -> None:
    path = tmp_path / NAME
    known = store.save(notebook, path, replace=False)
    path.unlink()
    app = NewsdiffApp(notebook, path=path, known=known)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("a", *"1", "ctrl+s", "s")
        await _settle(pilot)
        assert not reader(app).unsaved
    assert [note.text for note in store.load(path).notes] == ["1"]


async def test_a_folder_that_is_not_there_is_told(notebook: Notebook, lines: Lines) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("s")
        await _settle(pilot)
        _typed(app, "nowhere/x")
        await pilot.press("enter")
        await _settle(pilot)
        assert any("does not exist" in line for line in lines(app))
        await pilot.press("o")
        await _settle(pilot)
        assert app.screen.query_one(Input).value == "nowhere/x.newsdiff.json"


async def test_a_folder_gets_the_notebook_under_its_own_name(notebook: Notebook, tmp_path: Path) -> None:
    (tmp_path / "stories").mkdir()
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("s")
        await _settle(pilot)
        _typed(app, "stories")
        await pilot.press("enter")
        await _settle(pilot)
    assert (tmp_path / "stories" / NAME).exists()


async def test_leaving_can_save_first(notebook: Notebook, tmp_path: Path) -> None:
    app = NewsdiffApp(notebook, path=tmp_path / NAME)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("a", *"ok", "ctrl+s", "q", "s")
        await _settle(pilot)
    assert app.return_code == 0
    assert [note.text for note in store.load(tmp_path / NAME).notes] == ["ok"]


async def test_leaving_stays_where_the_save_is_given_up(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("a", *"ok", "ctrl+s", "q", "s")
        await _settle(pilot)
        await pilot.press("escape")
        await _settle(pilot)
        assert [note.text for note in reader(app).notebook.notes] == ["ok"]
        await pilot.press("s")
        await _settle(pilot)
        await pilot.press("enter")
        await _settle(pilot)
        assert app.is_running

"""Saving: a new name, the same file again, a file in the way, a disk that refuses; notes are never lost."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from newsdiff.core import store
from newsdiff.core.article import SentenceRef
from newsdiff.core.errors import StoreError
from newsdiff.core.notebook import Notebook, Place, View
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.screens.dialogs import FileNameScreen
from newsdiff.tui.screens.reader import ReaderScreen
from on_screen import reader, screen_lines, until, until_shown

NAME = "old-bridge-closes.newsdiff.json"
_PATIENCE = 10
"""Seconds after which a thread that should have been let go is no longer waited for."""


class HeldSave:
    """Stands for `store.save`; the first call waits until it is told to go on."""

    def __init__(self) -> None:
        self.calls = 0
        self.go_on = threading.Event()
        self._save = store.save

    def __call__(self, *args: object, **options: object) -> store.Fingerprint:
        self.calls += 1
        if self.calls == 1:
            self.go_on.wait(_PATIENCE)
        return self._save(*args, **options)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> HeldSave:
    held = HeldSave()
    monkeypatch.setattr(store, "save", held)
    return held


async def _asked_for_a_name(pilot: Pilot[int]) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, FileNameScreen))
    await pilot.pause()


def _notes(path: Path) -> list[str]:
    return [note.text for note in store.load(path).notes]


def _typed(app: NewsdiffApp, name: str) -> None:
    app.screen.query_one(Input).value = name


async def test_the_first_save_asks_for_a_name_and_the_next_does_not(
    notebook: Notebook, tmp_path: Path
) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("a", *"ok", "ctrl+s")
        assert "● not saved" in "\n".join(screen_lines(app))
        await pilot.press("s")
        await _asked_for_a_name(pilot)
        assert app.screen.query_one(Input).value == NAME
        await pilot.press("enter")
        await until_shown(pilot, "Saved in")
        assert "● not saved" not in "\n".join(screen_lines(app))
        assert _notes(tmp_path / NAME) == ["ok"]
        await pilot.press("a", *"!", "ctrl+s", "s")
        await until_shown(pilot, "Saved in")
        assert _notes(tmp_path / NAME) == ["ok!"]
        assert [found.path.name for found in store.recent(20)] == [NAME]


async def test_escape_saves_nothing(notebook: Notebook, tmp_path: Path) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("s")
        await _asked_for_a_name(pilot)
        await pilot.press("escape")
        await until_shown(pilot, "Not saved.")
    assert not (tmp_path / NAME).exists()


@pytest.mark.parametrize(("answer", "replaced"), [("o", False), ("r", True), ("c", False), ("escape", False)])
async def test_a_file_in_the_way_is_replaced_only_when_told_to(
    answer: str, replaced: bool, notebook: Notebook, tmp_path: Path
) -> None:
    (tmp_path / NAME).write_text("precious")
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("s")
        await _asked_for_a_name(pilot)
        await pilot.press("enter")
        await until_shown(pilot, "There is a file of that name")
        await pilot.press(answer)
        await until(pilot, lambda: isinstance(app.screen, FileNameScreen if answer == "o" else ReaderScreen))
        if answer == "o":
            await pilot.pause()
            _typed(app, "other")
            await pilot.press("enter")
            await until_shown(pilot, "Saved in")
            assert (tmp_path / "other.newsdiff.json").exists()
        assert isinstance(app.screen, ReaderScreen)
    assert ((tmp_path / NAME).read_text() != "precious") is replaced


async def test_a_refused_save_is_told_and_can_be_tried_again(
    notebook: Notebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
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
        await until_shown(pilot, "full disk")
        drawn = "\n".join(screen_lines(app))
        assert "Your notes are still here" in drawn
        await pilot.press("t")
        await until_shown(pilot, "Saved in")
        assert _notes(tmp_path / NAME) == ["ok"]


@pytest.mark.parametrize("answer", ["o", "r", "c"])
async def test_what_another_window_saved_is_overwritten_only_when_told_to(
    answer: str, notebook: Notebook, tmp_path: Path
) -> None:
    path = tmp_path / NAME
    known = store.save(notebook, path, replace=False)
    theirs = notebook.with_note(SentenceRef(1, 0), "theirs")
    app = NewsdiffApp(notebook, path=path, known=known)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("a", *"1", "ctrl+s", "s")
        await until_shown(pilot, "Saved in")
        assert _notes(path) == ["1"]
        store.save(theirs, path, replace=True)
        await pilot.press("a", *"2", "ctrl+s", "s")
        await until_shown(pilot, "changed by another program")
        assert _notes(path) == ["theirs"]
        await pilot.press(answer)
        if answer == "o":
            await _asked_for_a_name(pilot)
            _typed(app, "other")
            await pilot.press("enter")
        await until_shown(pilot, "Not saved." if answer == "c" else "Saved in")
        if answer == "o":
            assert _notes(tmp_path / "other.newsdiff.json") == ["12"]
        assert reader(app).unsaved is (answer == "c")
    assert _notes(path) == (["12"] if answer == "r" else ["theirs"])


async def test_a_file_that_was_deleted_is_written_anew(notebook: Notebook, tmp_path: Path) -> None:
    path = tmp_path / NAME
    known = store.save(notebook, path, replace=False)
    path.unlink()
    app = NewsdiffApp(notebook, path=path, known=known)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("a", *"1", "ctrl+s", "s")
        await until_shown(pilot, "Saved in")
        assert not reader(app).unsaved
    assert _notes(path) == ["1"]


async def test_a_folder_that_is_not_there_is_told(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("s")
        await _asked_for_a_name(pilot)
        _typed(app, "nowhere/x")
        await pilot.press("enter")
        await until_shown(pilot, "does not exist")
        await pilot.press("o")
        await _asked_for_a_name(pilot)
        assert app.screen.query_one(Input).value == "nowhere/x.newsdiff.json"


async def test_a_folder_gets_the_notebook_under_its_own_name(notebook: Notebook, tmp_path: Path) -> None:
    (tmp_path / "stories").mkdir()
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("s")
        await _asked_for_a_name(pilot)
        _typed(app, "stories")
        await pilot.press("enter")
        await until_shown(pilot, "Saved in")
    assert (tmp_path / "stories" / NAME).exists()


async def test_leaving_can_save_first(notebook: Notebook, tmp_path: Path) -> None:
    app = NewsdiffApp(notebook, path=tmp_path / NAME)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("a", *"ok", "ctrl+s", "q", "s")
        await until(pilot, lambda: not app.is_running)
    assert app.return_code == 0
    assert _notes(tmp_path / NAME) == ["ok"]


async def test_leaving_stays_where_the_save_is_given_up(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("a", *"ok", "ctrl+s", "q", "s")
        await _asked_for_a_name(pilot)
        await pilot.press("escape")
        await until_shown(pilot, "Not saved.")
        assert [note.text for note in reader(app).notebook.notes] == ["ok"]
        await pilot.press("s")
        await _asked_for_a_name(pilot)
        await pilot.press("enter")
        await until_shown(pilot, "Saved in")
        assert app.is_running


async def test_saves_follow_each_other(notebook: Notebook, tmp_path: Path, held: HeldSave) -> None:
    path = tmp_path / NAME
    known = store.save(notebook, path, replace=True)
    held.calls = 0
    app = NewsdiffApp(notebook, path=path, known=known)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("a", *"1", "ctrl+s", "s")
        await until(pilot, lambda: held.calls == 1)
        await pilot.press("a", *"2", "ctrl+s", "s", "s")
        assert held.calls == 1
        held.go_on.set()
        await until(pilot, lambda: not any("● not saved" in line for line in screen_lines(app)))
        assert isinstance(app.screen, ReaderScreen)
    assert held.calls == 2
    assert _notes(path) == ["12"]


async def test_a_note_written_during_a_save_is_unsaved(
    notebook: Notebook, tmp_path: Path, held: HeldSave
) -> None:
    app = NewsdiffApp(notebook, path=tmp_path / NAME)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("a", *"1", "ctrl+s", "s")
        await until(pilot, lambda: held.calls == 1)
        await pilot.press("a", *"2", "ctrl+s")
        held.go_on.set()
        await until_shown(pilot, "Saved in")
        assert _notes(tmp_path / NAME) == ["1"]
        assert reader(app).unsaved
        await until_shown(pilot, "● not saved")


async def test_leaving_during_a_save_saves_what_was_written_since(
    notebook: Notebook, tmp_path: Path, held: HeldSave
) -> None:
    app = NewsdiffApp(notebook, path=tmp_path / NAME)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("a", *"1", "ctrl+s", "s")
        await until(pilot, lambda: held.calls == 1)
        await pilot.press("a", *"2", "ctrl+s", "q", "s")
        held.go_on.set()
        await until(pilot, lambda: not app.is_running)
    assert _notes(tmp_path / NAME) == ["12"]


async def test_leaving_without_saving_does_not_wait_for_a_save(
    notebook: Notebook, tmp_path: Path, held: HeldSave
) -> None:
    app = NewsdiffApp(notebook, path=tmp_path / NAME)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("a", *"1", "ctrl+s", "s")
        await until(pilot, lambda: held.calls == 1)
        await pilot.press("q", "d")
        held.go_on.set()
        await until(pilot, lambda: not app.is_running)
    assert app.crash is None


async def _read_on(
    notebook: Notebook, path: Path, known: store.Fingerprint | None, *pressed: str
) -> NewsdiffApp:
    app = NewsdiffApp(notebook, path=path, known=known)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(*pressed, "q")
        await until(pilot, lambda: not app.is_running)
    assert app.crash is None
    return app


async def test_where_reading_stopped_is_kept_without_a_question(notebook: Notebook, tmp_path: Path) -> None:
    path = tmp_path / NAME
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("a", *"ok", "ctrl+s", "s")
        await _asked_for_a_name(pilot)
        await pilot.press("enter")
        await until_shown(pilot, "Saved in")
        await pilot.press("j", "j", "v", "3", "q")
        await until(pilot, lambda: not app.is_running)
    left = Place(SentenceRef(0, 2), View.ALIGNED, frozenset({"wire"}))
    assert store.load(path).place == left
    assert _notes(path) == ["ok"]
    again = NewsdiffApp(store.load(path), path=path, known=store.fingerprint(path))
    async with again.run_test(size=(100, 30)):
        assert reader(again).place == left


async def test_a_place_that_did_not_change_is_not_written(notebook: Notebook, tmp_path: Path) -> None:
    path = tmp_path / NAME
    known = store.save(notebook, path, replace=False)
    await _read_on(store.load(path), path, known)
    await _read_on(store.load(path), path, known, "j", "k")
    assert store.fingerprint(path) == known


async def test_a_place_is_not_worth_what_another_program_wrote(notebook: Notebook, tmp_path: Path) -> None:
    path = tmp_path / NAME
    known = store.save(notebook, path, replace=False)
    theirs = store.save(notebook.with_note(SentenceRef(1, 0), "theirs"), path, replace=True)
    await _read_on(notebook, path, known, "j")
    assert store.fingerprint(path) == theirs
    path.unlink()
    await _read_on(notebook, path, theirs, "j")
    assert not path.exists()


async def test_a_place_that_cannot_be_written_holds_nobody_up(
    notebook: Notebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / NAME
    known = store.save(notebook, path, replace=False)

    def refuse(*_args: object, **_options: object) -> store.Fingerprint:
        raise StoreError("full disk")

    monkeypatch.setattr(store, "save", refuse)
    app = await _read_on(notebook, path, known, "j")
    assert app.return_code == 0


async def test_discarding_leaves_the_file_as_it_is(notebook: Notebook, tmp_path: Path) -> None:
    path = tmp_path / NAME
    known = store.save(notebook, path, replace=False)
    app = NewsdiffApp(notebook, path=path, known=known)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("j", "a", *"ok", "ctrl+s", "q", "d")
        await until(pilot, lambda: not app.is_running)
    assert store.fingerprint(path) == known

"""A disk that fills up while the reader works: the old file stays whole, the notes stay on the screen."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from newsdiff.core import store
from newsdiff.core.notebook import Notebook
from newsdiff.core.store import recovery
from newsdiff.tui.app import NewsdiffApp
from on_screen import reader, until, until_shown


async def test_notes_written_on_a_full_disk_are_saved_once_there_is_room(
    notebook: Notebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "story.newsdiff.json"
    store.save(notebook, path, replace=False)
    app = NewsdiffApp(store.load(path), path=path, known=store.fingerprint(path))
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        with monkeypatch.context() as disk:
            _fill_the_disk(disk)
            await pilot.press("a", *"first", "ctrl+s")
            await until_shown(pilot, "No copy can be kept of unsaved notes")
            await pilot.press("j", "a", *"second", "ctrl+s", "s")
            await until_shown(pilot, "The notebook is not saved")
            assert store.load(path) == notebook
            await pilot.press("c")
            assert len(reader(app).notebook.notes) == 2
            assert reader(app).unsaved
        await pilot.press("s")
        await until(pilot, lambda: not reader(app).unsaved)
    assert [note.text for note in store.load(path).notes] == ["first", "second"]
    assert [each.name for each in tmp_path.iterdir() if each.suffix == ".tmp"] == []


async def test_a_copy_kept_before_the_disk_was_full_outlives_it(
    notebook: Notebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "story.newsdiff.json"
    store.save(notebook, path, replace=False)
    app = NewsdiffApp(store.load(path), path=path, known=store.fingerprint(path))
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.press("a", *"first", "ctrl+s")
        journal = reader(app)._journal
        await until(pilot, lambda: journal.file is not None and journal.file.exists())
        _fill_the_disk(monkeypatch)
        await pilot.press("j", "a", *"second", "ctrl+s")
        await until_shown(pilot, "No copy can be kept of unsaved notes")
        assert journal.file is not None
        assert [note.text for note in store.load(journal.file).notes] == ["first"]
        assert recovery.leftovers() == ()  # the session runs


def _fill_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no file get further than its first bytes."""

    def full(handle: int) -> None:
        os.ftruncate(handle, 10)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)

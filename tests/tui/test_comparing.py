"""Comparing goes on in a thread of its own: progress, the end, giving up, breaking down."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from newsdiff.core import store
from newsdiff.core.article import Article, SentenceRef
from newsdiff.core.comparison import Comparison, Progress
from newsdiff.core.corrections import Correction, Verdict
from newsdiff.core.notebook import Notebook
from newsdiff.tui import comparing
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.recovering import RECOVERED
from newsdiff.tui.screens.dialogs import FileNameScreen
from newsdiff.tui.screens.export import ExportScreen
from on_screen import reader, until, until_shown

Lines = Callable[[NewsdiffApp], list[str]]
_PATIENCE = 10
"""Seconds after which a thread that should have been let go is no longer waited for."""


class Engine:
    """An engine that says how far it is and goes on when it is told to."""

    def __init__(self, result: Comparison | Exception) -> None:
        self.result = result
        self.go_on = threading.Event()
        self.ended = threading.Event()

    def __call__(
        self, articles: Sequence[Article], corrections: Sequence[Correction], *, progress: Progress
    ) -> Comparison:
        try:
            progress(0.4)
            self.go_on.wait(_PATIENCE)
            progress(0.9)
            if isinstance(self.result, Exception):
                raise self.result
            return self.result
        finally:
            self.ended.set()


@pytest.fixture
def engine(comparison: Comparison, monkeypatch: pytest.MonkeyPatch) -> Engine:
    engine = Engine(comparison)
    monkeypatch.setattr(comparing, "compare", engine)
    return engine


async def test_the_texts_are_read_before_it_ends(engine: Engine, uncompared: Notebook, lines: Lines) -> None:
    app = NewsdiffApp(uncompared)
    async with app.run_test(size=(120, 30)) as pilot:
        await until_shown(pilot, "40%")
        drawn = "\n".join(lines(app))
        assert "The bridge over the Arno closed" in drawn
        assert "only here" not in drawn.replace("Only here", "")
        await pilot.press("j", "j")
        assert reader(app).place.selected == (0, 2)
        assert "Comparing" in "\n".join(lines(app))
        await pilot.press("n")
        assert "still being compared" in "\n".join(lines(app))
        engine.go_on.set()
        await until(pilot, lambda: reader(app).comparison.compared)
        drawn = "\n".join(lines(app))
        assert "Comparing" not in drawn
        assert "◆ 1 only here" in drawn
        assert reader(app).place.selected == (0, 2)


async def test_a_page_waits_for_it_and_is_filled_when_it_ends(
    engine: Engine, uncompared: Notebook, lines: Lines
) -> None:
    app = NewsdiffApp(uncompared)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("j", "f6")
        await until_shown(pilot, "The articles are still being compared.")
        await until_shown(pilot, "40% · the page is filled when it is done")
        await pilot.press("j", "l", "G", "pagedown", "enter", "y")
        assert "nothing to select" in "\n".join(lines(app))
        engine.go_on.set()
        await until_shown(pilot, "1 Gazette ■ ▪ ▪ ◆")
        assert "40%" not in "\n".join(lines(app))
        await pilot.press("escape")
        assert reader(app).place.selected == (0, 1)


async def test_a_page_says_that_it_was_given_up(engine: Engine, uncompared: Notebook, lines: Lines) -> None:
    app = NewsdiffApp(uncompared)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("escape", "f5")
        assert "The articles have not been compared." in "\n".join(lines(app))
        engine.go_on.set()


async def test_escape_gives_it_up(engine: Engine, uncompared: Notebook, lines: Lines) -> None:
    app = NewsdiffApp(uncompared)
    async with app.run_test(size=(120, 30)) as pilot:
        await until_shown(pilot, "40%")
        await pilot.press("escape")
        assert "Comparing stopped" in "\n".join(lines(app))
        engine.go_on.set()
        await until(pilot, engine.ended.is_set)
        await pilot.pause()
        assert not reader(app).comparison.compared
        await pilot.press("n")
        assert "have not been compared" in "\n".join(lines(app))


async def test_what_was_said_of_waiting_goes_when_it_ends_and_all_else_stays(
    engine: Engine, uncompared: Notebook
) -> None:
    app = NewsdiffApp(uncompared)
    async with app.run_test(size=(120, 30)) as pilot:
        await until_shown(pilot, "40%")
        await pilot.press("n")
        await until_shown(pilot, "still being compared")
        engine.go_on.set()
        await until(pilot, lambda: reader(app).comparison.compared)
        assert "still being compared" not in str(reader(app).query_one("#remark").render())


async def test_notes_that_were_left_behind_are_spoken_of_until_the_next_key(
    engine: Engine, uncompared: Notebook
) -> None:
    app = NewsdiffApp(uncompared)
    async with app.run_test(size=(120, 30)) as pilot:
        await until_shown(pilot, "40%")
        reader(app).say(RECOVERED)
        engine.go_on.set()
        await until(pilot, lambda: reader(app).comparison.compared)
        assert RECOVERED in str(reader(app).query_one("#remark").render())
        await pilot.press("j")
        assert RECOVERED not in str(reader(app).query_one("#remark").render())


async def test_leaving_ends_it(engine: Engine, uncompared: Notebook) -> None:
    app = NewsdiffApp(uncompared)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("q")
        engine.go_on.set()
    assert engine.ended.wait(_PATIENCE)
    assert app.return_code == 0


async def test_a_note_written_meanwhile_is_kept(engine: Engine, uncompared: Notebook) -> None:
    app = NewsdiffApp(uncompared)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("a", *"ok")
        engine.go_on.set()
        await until(pilot, lambda: reader(app).comparison.compared)
        await pilot.press("ctrl+s")
        assert [note.text for note in reader(app).notebook.notes] == ["ok"]
        await pilot.press("u")
        assert reader(app).comparison.compared


@pytest.mark.parametrize("keys", [["s"], ["a", *"ok", "ctrl+s", "s"], ["a", *"ok", "ctrl+s", "q", "s"]])
async def test_a_save_waits_for_it(
    keys: list[str], engine: Engine, uncompared: Notebook, tmp_path: Path, lines: Lines
) -> None:
    path = tmp_path / "bridge.newsdiff.json"
    app = NewsdiffApp(uncompared, path=path)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press(*keys)
        assert "Will be saved as soon as" in "\n".join(lines(app))
        assert not path.exists()
        engine.go_on.set()
        if "q" in keys:
            await until(pilot, lambda: not app.is_running)
        else:
            await until_shown(pilot, "Saved in")
    saved = store.load(path)
    assert saved.comparison.compared
    assert [note.text for note in saved.notes] == ["ok"] * ("a" in keys)


async def test_it_asks_once_for_a_name_however_often_one_saves(engine: Engine, uncompared: Notebook) -> None:
    app = NewsdiffApp(uncompared)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("s", "q", "s", "s")
        engine.go_on.set()
        await until(pilot, lambda: isinstance(app.screen, FileNameScreen))
        await pilot.pause()
        assert sum(isinstance(screen, FileNameScreen) for screen in app.screen_stack) == 1
        await pilot.press("enter")
        await until(pilot, lambda: not app.is_running)


async def test_a_save_is_done_too_where_it_is_given_up(
    engine: Engine, uncompared: Notebook, tmp_path: Path
) -> None:
    path = tmp_path / "bridge.newsdiff.json"
    app = NewsdiffApp(uncompared, path=path)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("s", "escape")
        await until_shown(pilot, "Saved in")
        engine.go_on.set()
    assert path.exists()


async def test_a_broken_engine_is_told_and_the_texts_stay(
    engine: Engine, uncompared: Notebook, lines: Lines
) -> None:
    engine.result = RuntimeError("[boom]")
    app = NewsdiffApp(uncompared)
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        engine.go_on.set()
        await until_shown(pilot, "could not be compared")
        await pilot.press("j")
        assert reader(app).place.selected == (0, 1)


async def test_an_export_waits_for_it(
    engine: Engine, uncompared: Notebook, comparison: Comparison, tmp_path: Path
) -> None:
    app = NewsdiffApp(uncompared)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, ExportScreen))
        app.screen.query_one(Input).value = "all.json"
        await pilot.press("tab", "enter")
        await until_shown(pilot, "Will be exported as soon as the comparison is done.")
        assert not (tmp_path / "all.json").exists()
        engine.go_on.set()
        await until_shown(pilot, "Exported all.json to ")
    assert len(json.loads((tmp_path / "all.json").read_text())["links"]) == len(comparison.links)


# Corrections while it runs


@pytest.fixture
def held(comparison: Comparison, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """An engine that a correction sets to work, and that goes on when it is told to."""
    engine = Engine(comparison)
    monkeypatch.setattr(comparing, "compare", engine)
    return engine


async def test_escape_takes_back_the_correction_and_no_note(held: Engine, notebook: Notebook) -> None:
    app = NewsdiffApp(notebook.with_note(SentenceRef(0, 1), "earlier"))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("G", "O")
        assert len(reader(app).notebook.corrections) == 1
        await pilot.press("a", *"meanwhile", "ctrl+s", "escape")
        assert reader(app).notebook.corrections == ()
        assert {note.text for note in reader(app).notebook.notes} == {"earlier", "meanwhile"}
        assert "your last correction is taken back" in str(reader(app).query_one("#remark").render())
        await pilot.press("escape")
        assert len(reader(app).notebook.notes) == 2
        held.go_on.set()
        await pilot.press("u")
        await until(pilot, lambda: len(reader(app).notebook.corrections) == 1)


async def test_a_save_after_a_correction_during_a_save_holds_what_came_of_it(
    held: Engine, notebook: Notebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bridge.newsdiff.json"
    store.save(notebook, path, replace=False)
    writing = threading.Event()
    save = store.save

    def slow(*arguments: Any, **options: Any) -> Any:
        writing.wait(_PATIENCE)
        return save(*arguments, **options)

    monkeypatch.setattr(store, "save", slow)
    app = NewsdiffApp(notebook, path=path, known=store.fingerprint(path))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("a", *"first", "ctrl+s", "s", "G", "O")
        corrections = reader(app).notebook.corrections
        held.result = replace(notebook.comparison, follows=tuple(each.id for each in corrections))
        await pilot.press("s")
        writing.set()
        await until(pilot, lambda: len(store.load(path).notes) == 1)
        assert store.load(path).corrections == ()
        held.go_on.set()
        await until(pilot, lambda: len(store.load(path).corrections) == 1)
        assert store.load(path).up_to_date


async def test_a_notebook_that_does_not_follow_its_corrections_is_compared_anew(
    held: Engine, notebook: Notebook
) -> None:
    stale = notebook.corrected(Verdict.ONLY_HERE, [SentenceRef(0, 2)])
    held.result = replace(notebook.comparison, follows=(stale.corrections[0].id,))
    held.go_on.set()
    app = NewsdiffApp(stale)
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: reader(app).notebook.up_to_date)

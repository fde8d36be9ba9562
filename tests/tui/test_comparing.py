"""Comparing goes on in a thread of its own: progress, the end, giving up, breaking down."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

import pytest

from newsdiff.core.article import Article
from newsdiff.core.comparison import Comparison, Progress
from newsdiff.core.notebook import Notebook
from newsdiff.tui import comparing
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.screens.reader import ReaderScreen

Lines = Callable[[NewsdiffApp], list[str]]
_PATIENCE = 10
"""Seconds after which a thread that should have been let go is no longer waited for."""


class Engine:
    """An engine that says how far it is and goes on when it is told to."""

    def __init__(self, result: Comparison | Exception) -> None:
        self.result = result
        self.go_on = threading.Event()
        self.ended = threading.Event()

    def __call__(self, articles: Sequence[Article], *, progress: Progress) -> Comparison:
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


def reader(app: NewsdiffApp) -> ReaderScreen:
    return next(screen for screen in app.screen_stack if isinstance(screen, ReaderScreen))


async def _until(pilot: object, true: Callable[[], bool]) -> None:
    for _ in range(200):
        if true():
            return
        await pilot.pause(0.02)
    raise AssertionError("it never happened")


async def test_the_texts_are_read_before_it_ends(engine: Engine, uncompared: Notebook, lines: Lines) -> None:
    app = NewsdiffApp(uncompared)
    async with app.run_test(size=(120, 30)) as pilot:
        await _until(pilot, lambda: "40%" in "\n".join(lines(app)))
        drawn = "\n".join(lines(app))
        assert "The bridge over the Arno closed" in drawn
        assert "only here" not in drawn.replace("Only here", "")
        await pilot.press("j", "j")
        assert reader(app).place.selected == (0, 2)
        assert "Comparing" in "\n".join(lines(app))
        await pilot.press("n")
        assert "still being compared" in "\n".join(lines(app))
        engine.go_on.set()
        await _until(pilot, lambda: reader(app).comparison.found)
        drawn = "\n".join(lines(app))
        assert "Comparing" not in drawn
        assert "◆ 1 only here" in drawn
        assert reader(app).place.selected == (0, 2)


async def test_escape_gives_it_up(engine: Engine, uncompared: Notebook, lines: Lines) -> None:
    app = NewsdiffApp(uncompared)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("escape")
        assert "Comparing stopped" in "\n".join(lines(app))
        engine.go_on.set()
        await _until(pilot, engine.ended.is_set)
        await pilot.pause()
        assert not reader(app).comparison.found
        await pilot.press("n")
        assert "have not been compared" in "\n".join(lines(app))


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
        await _until(pilot, lambda: reader(app).comparison.found)
        await pilot.press("ctrl+s")
        assert [note.text for note in reader(app).notebook.notes] == ["ok"]
        await pilot.press("u")
        assert reader(app).comparison.found


async def test_a_broken_engine_is_told_and_the_texts_stay(
    engine: Engine, uncompared: Notebook, lines: Lines
) -> None:
    engine.result = RuntimeError("[boom]")
    app = NewsdiffApp(uncompared)
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        engine.go_on.set()
        await _until(pilot, lambda: "could not be compared" in "\n".join(lines(app)))
        await pilot.press("j")
        assert reader(app).place.selected == (0, 1)

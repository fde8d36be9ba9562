"""What the screens look like; `check_screen` in conftest.py says what is kept of them and why."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsdiff.core.article import SentenceRef
from newsdiff.core.notebook import Notebook
from newsdiff.tui.app import NewsdiffApp

CheckScreen = Callable[[NewsdiffApp, str], None]

SCREENS = [
    ("columns", [], "80x24"),
    ("columns", ["j"], "120x40"),
    ("columns", ["j", "l"], "200x60"),
    ("columns", ["l"], "20x5"),
    ("columns", ["n", "n"], "70x12"),
    ("aligned", ["j", "j", "v"], "80x24"),
    ("aligned", ["j", "v", "j"], "120x40"),
    ("only-here", ["j", "f4", "j"], "80x24"),
    ("only-here", ["f4", "l"], "120x40"),
    ("only-here", ["f4", "G"], "200x60"),
    ("left-out", ["f5"], "80x24"),
    ("left-out", ["f5"], "120x40"),
    ("left-out", ["1", "f5"], "200x60"),
    ("overview", ["f6", "j"], "80x24"),
    ("overview", ["f6", "l"], "120x40"),
    ("overview", ["f6", "G"], "200x60"),
    ("page-help", ["f6", "question_mark"], "80x24"),
    ("detail", ["j", "enter"], "80x24"),
    ("detail", ["n", "enter"], "120x40"),
    ("filter", ["f", "o", "p"], "80x24"),
    ("filtered", ["f", "o", "p", "enter"], "80x24"),
    ("filtered-aligned", ["v", "f", "a", "o", "enter"], "120x40"),
    ("help", ["question_mark"], "80x24"),
    ("help", ["question_mark"], "120x40"),
    ("note", ["n", "a", "o", "k"], "80x24"),
    ("note-elsewhere", ["A"], "80x24"),
    ("tags", ["r", "exclamation_mark", "j", "t"], "80x24"),
    ("quit", ["a", "o", "k", "ctrl+s", "q"], "80x24"),
    ("search", ["slash", "f", "e", "r", "r", "y"], "80x24"),
]


@pytest.mark.parametrize(
    ("name", "keys", "size"), SCREENS, ids=lambda value: value if isinstance(value, str) else ""
)
async def test_screen(
    name: str, keys: list[str], size: str, notebook: Notebook, check_screen: CheckScreen
) -> None:
    app = NewsdiffApp(notebook)
    width, height = map(int, size.split("x"))
    async with app.run_test(size=(width, height)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        check_screen(app, f"{name}-{size}")


async def test_light_differs_in_colour_alone(notebook: Notebook, check_screen: CheckScreen) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(80, 24)) as pilot:
        app.theme = "textual-light"
        await pilot.pause()
        await pilot.press("k")  # says that this is the first sentence, which the dark screen does not
        await pilot.press("j", "k")
        check_screen(app, "columns-80x24")


async def test_without_colour_every_sign_is_left(
    notebook: Notebook, check_screen: CheckScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = NewsdiffApp(notebook.with_note(SentenceRef(1, 0), "see there"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j")
        check_screen(app, "nocolor-80x24")


@pytest.mark.parametrize("size", ["80x24", "120x40"])
async def test_start(size: str, check_screen: CheckScreen) -> None:
    app = NewsdiffApp(None)
    width, height = map(int, size.split("x"))
    async with app.run_test(size=(width, height)) as pilot:
        await pilot.pause()
        check_screen(app, f"start-{size}")

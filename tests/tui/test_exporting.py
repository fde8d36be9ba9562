"""Exporting from the reader: every format, no file lost, and it says where the file is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from newsdiff.core import store
from newsdiff.core.article import SentenceRef
from newsdiff.core.notebook import Notebook
from newsdiff.core.report import FORMATS, SUFFIXES
from newsdiff.core.store import files
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.screens.dialogs import ChoiceScreen
from newsdiff.tui.screens.export import FORMS, ExportScreen, destination
from newsdiff.tui.screens.reader import ReaderScreen
from on_screen import reader, screen_lines, until, until_shown

NAME = "old-bridge-closes"
BEGINNINGS = {
    "html": "<!doctype html>",
    "markdown": "# Old bridge closes",
    "text": "Old bridge closes\n",
    "csv": "kind,",
    "json": '{"format": "newsdiff-report"',
    "jsonld": '{"@context"',
}


@pytest.fixture
def noted(notebook: Notebook) -> Notebook:
    return notebook.with_note(SentenceRef(0, 1), "Ask the engineers.")


async def _asked(pilot: Pilot[int]) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, ExportScreen))
    await pilot.pause()


def _name(app: NewsdiffApp) -> str:
    return app.screen.query_one(Input).value


def _typed(app: NewsdiffApp, name: str) -> None:
    app.screen.query_one(Input).value = name


def test_every_format_is_offered_and_no_other() -> None:
    assert {form.name for form in FORMS} == {*FORMATS} == {*SUFFIXES}


@pytest.mark.parametrize("downs", range(len(FORMS)), ids=[form.name for form in FORMS])
async def test_each_format_is_written_with_the_notes(downs: int, noted: Notebook, tmp_path: Path) -> None:
    form = FORMS[downs].name
    app = NewsdiffApp(noted)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e")
        await _asked(pilot)
        await pilot.press(*["j", "down"][: downs % 2], *["j"] * (downs - downs % 2))
        await pilot.pause()
        assert _name(app) == NAME + SUFFIXES[form]
        await pilot.press("enter")
        await until_shown(pilot, f"Exported {NAME}{SUFFIXES[form]} to ")
        assert reader(app).notebook == noted
    written = (tmp_path / (NAME + SUFFIXES[form])).read_text(encoding="utf-8")
    assert written.startswith(BEGINNINGS[form])
    assert "Ask the engineers." in written


async def test_it_is_put_beside_the_notebook(noted: Notebook, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    store.save(noted, folder / "a.newsdiff.json", replace=False)
    app = NewsdiffApp(noted, path=folder / "a.newsdiff.json")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e")
        await _asked(pilot)
        await pilot.press("enter")
        await until_shown(pilot, "Exported ")
    assert sorted(path.name for path in folder.iterdir()) == ["a.newsdiff.json", f"{NAME}.html"]


async def test_name_and_format_go_together(notebook: Notebook, tmp_path: Path) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e")
        await _asked(pilot)
        formats = app.screen.query_one(OptionList)
        _typed(app, "page.htm")
        await pilot.pause()
        assert (formats.highlighted, _name(app)) == (0, "page.htm")
        _typed(app, "rows.csv")
        await pilot.pause()
        assert FORMS[formats.highlighted or 0].name == "csv"
        await pilot.press("k")
        await pilot.pause()
        assert _name(app) == "rows.txt"
        _typed(app, "v1.2")
        await pilot.press("k")
        await pilot.pause()
        assert _name(app) == "v1.2.md"
        await pilot.press("tab", "backspace", "backspace", "backspace", "enter")
        await until_shown(pilot, "Exported ")
    assert (tmp_path / "v1.2.md").read_text().startswith("# ")


async def test_a_click_chooses_and_a_button_exports(notebook: Notebook, tmp_path: Path) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e")
        await _asked(pilot)
        await pilot.click(OptionList, offset=(4, 3))
        await pilot.pause()
        assert isinstance(app.screen, ExportScreen)
        assert _name(app) == f"{NAME}.csv"
        await pilot.click("#export")
        await until_shown(pilot, "Exported ")
        await pilot.press("e")
        await _asked(pilot)
        await pilot.click("#back")
        await until_shown(pilot, "Nothing exported.")
    assert [path.name for path in tmp_path.glob(f"{NAME}*")] == [f"{NAME}.csv"]


@pytest.mark.parametrize("key", ["escape", "ctrl+q"])
async def test_backing_out_writes_nothing(key: str, notebook: Notebook, tmp_path: Path) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e")
        await _asked(pilot)
        await pilot.press(key)
        await until_shown(pilot, "Nothing exported.")
    assert not [*tmp_path.glob(f"{NAME}*")]


async def test_an_empty_name_is_asked_for_again(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e")
        await _asked(pilot)
        _typed(app, "  ")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ExportScreen)


@pytest.mark.parametrize(("answer", "replaced"), [("o", False), ("r", True), ("c", False), ("escape", False)])
async def test_a_file_in_the_way_is_replaced_only_when_told_to(
    answer: str, replaced: bool, notebook: Notebook, tmp_path: Path
) -> None:
    there = tmp_path / f"{NAME}.html"
    there.write_text("precious")
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e")
        await _asked(pilot)
        await pilot.press("enter")
        await until_shown(pilot, "There is a file of that name")
        await pilot.press(answer)
        if answer == "o":
            await _asked(pilot)
            assert _name(app) == f"{NAME}.html"
            _typed(app, "other.html")
            await pilot.press("enter")
        await until_shown(pilot, "Exported " if answer in "or" else "Nothing exported.")
        assert isinstance(app.screen, ReaderScreen)
    assert (there.read_text() != "precious") is replaced
    assert (tmp_path / "other.html").exists() is (answer == "o")


@pytest.mark.parametrize("name", ["a.newsdiff.json", "renamed.json", "gazette.txt"])
async def test_neither_a_notebook_nor_an_article_is_ever_written_over(
    name: str, notebook: Notebook, tmp_path: Path
) -> None:
    store.save(notebook, tmp_path / "renamed.json", replace=False)
    (tmp_path / "gazette.txt").write_text("precious")
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    gazette, *others = notebook.comparison.articles
    articles = (replace(gazette, source="gazette.txt"), *others)
    app = NewsdiffApp(replace(notebook, comparison=replace(notebook.comparison, articles=articles)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e")
        await _asked(pilot)
        _typed(app, name)
        await pilot.press("enter")
        await until_shown(pilot, "This file is not written over")
        assert "Replace" not in "\n".join(screen_lines(app))
        await pilot.press("c")
        await until_shown(pilot, "Nothing exported.")
    assert {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


async def test_a_refused_export_is_told_and_can_be_tried_again(
    notebook: Notebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, refusals = files.write_file, [OSError(28, "No space left on device")]

    def refuse_once(path: Path, data: bytes, *, replace: bool) -> None:
        if refusals:
            raise refusals.pop()
        write(path, data, replace=replace)

    monkeypatch.setattr(files, "write_file", refuse_once)
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e")
        await _asked(pilot)
        await pilot.press("enter")
        await until_shown(pilot, "the disk is full")
        await pilot.press("t")
        await until_shown(pilot, "Exported ")
    assert (tmp_path / f"{NAME}.html").exists()


async def test_a_folder_that_is_not_there_is_told(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e")
        await _asked(pilot)
        _typed(app, "nowhere/page.html")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ChoiceScreen))
        await until_shown(pilot, "does not exist")
        await pilot.press("o")
        await _asked(pilot)
        assert _name(app).endswith("nowhere/page.html")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("page", "page.html"),
        ("page.html", "page.html"),
        ("page.HTM", "page.HTM"),
        ("rows.csv", "rows.csv"),
        ("v1.2", "v1.2.html"),
        ("sub", "sub/story.html"),
        ("sub/", "sub/story.html"),
        ("sub/page", "sub/page.html"),
        ("/elsewhere/page", "/elsewhere/page.html"),
        ("~nobody-of-this-name/page", "~nobody-of-this-name/page.html"),
    ],
)
def test_what_is_typed_becomes_a_path(typed: str, expected: str, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    assert destination(typed, tmp_path, "story.md", "html") == tmp_path / expected


def test_a_tilde_is_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert destination("~/page.html", Path("/work"), "story.html", "html") == tmp_path / "page.html"

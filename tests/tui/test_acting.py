"""On a page a sentence is judged, noted and taken along as in the columns, and the page stays."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from newsdiff.core.article import SentenceRef
from newsdiff.core.comparison import compare
from newsdiff.core.corrections import Verdict
from newsdiff.core.notebook import NOTEBOOK_SUFFIX, Notebook
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.screens.corrections import CorrectionsScreen
from newsdiff.tui.screens.counterparts import CounterpartsScreen
from newsdiff.tui.screens.dialogs import ChoiceScreen
from newsdiff.tui.screens.export import ExportScreen
from newsdiff.tui.screens.left_out import LeftOutScreen
from newsdiff.tui.screens.notes import NotesScreen
from newsdiff.tui.screens.only_here import OnlyHereScreen
from newsdiff.tui.screens.overview import OverviewScreen
from newsdiff.tui.screens.page_screen import PageScreen
from newsdiff.tui.screens.reader import ReaderScreen
from newsdiff.tui.screens.writing import NoteScreen, TagsScreen
from on_screen import reader, screen_lines, until, until_shown
from stories import made_up_story

PAGES = {"f4": OnlyHereScreen, "f5": LeftOutScreen, "f6": OverviewScreen}


@pytest.fixture
def app(notebook: Notebook) -> NewsdiffApp:
    return NewsdiffApp(notebook)


@pytest.fixture
def made_up() -> NewsdiffApp:
    """Return the reader on a story that is compared as it comes, so that corrections take effect."""
    return NewsdiffApp(Notebook(compare(made_up_story(1, outlets=4, length=10))))


def page(app: NewsdiffApp) -> PageScreen:
    """Return the page on the screen."""
    assert isinstance(app.screen, PageScreen)
    return app.screen


def said(app: NewsdiffApp) -> str:
    return str(page(app).query_one("#remark").render())


def noted_on(app: NewsdiffApp, sentence: SentenceRef | None) -> list[tuple[str, tuple[str, ...]]]:
    """Return text and tags of the notes on `sentence`."""
    assert sentence is not None
    return [(note.text, tuple(note.tags)) for note in reader(app).notebook.notes_on(sentence)]


async def corrected(pilot: Pilot[Any], app: NewsdiffApp, count: int) -> None:
    """Wait until there are so many corrections and the page follows them."""
    screen = reader(app)
    await until(pilot, lambda: len(screen.notebook.corrections) == count and screen._whole.is_set())
    assert page(app).comparison is screen.comparison


@pytest.mark.parametrize("key", PAGES)
async def test_a_notes_the_sentence_of_the_page_and_stays_there(key: str, app: NewsdiffApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press(key, "G")
        selected = page(app).selected
        assert selected != reader(app).place.selected
        await pilot.press("a")
        assert isinstance(app.screen, NoteScreen)
        await pilot.press(*"ok", "ctrl+s")
        assert type(app.screen) is PAGES[key]
        assert page(app).selected == selected
        assert noted_on(app, selected) == [("ok", ())]
        assert "Note kept" in said(app)
        await pilot.press("a")
        assert app.screen.query_one(TextArea).text == "ok"
        await pilot.press("escape", "u")
        assert noted_on(app, selected) == []
        assert "Undone: note on" in said(app)
        await pilot.press("ctrl+y")
        assert noted_on(app, selected) == [("ok", ())]


@pytest.mark.parametrize("key", PAGES)
async def test_marks_and_tags(key: str, app: NewsdiffApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press(key, "G", "r", "exclamation_mark", "quotation_mark")
        selected = page(app).selected
        assert noted_on(app, selected) == [("", ("reviewed", "question", "quote"))]
        await pilot.press("r")
        assert "No longer marked: reviewed" in said(app)
        await pilot.press("t")
        assert isinstance(app.screen, TagsScreen)
        await pilot.press("end", *", dates", "enter")
        assert type(app.screen) is PAGES[key]
        assert noted_on(app, selected) == [("", ("question", "quote", "dates"))]


async def test_what_is_marked_in_the_columns_is_not_what_a_page_notes(app: NewsdiffApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("m", "f4", "j", "r")
        assert page(app).selected == (0, 3)
        assert noted_on(app, SentenceRef(0, 3)) == [("", ("reviewed",))]
        assert noted_on(app, SentenceRef(0, 0)) == []


@pytest.mark.parametrize("key", PAGES)
async def test_a_note_elsewhere(key: str, app: NewsdiffApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press(key, "A")
        assert isinstance(app.screen, ChoiceScreen)
        await pilot.press("t", *"ok", "ctrl+s")
        assert type(app.screen) is PAGES[key]
        assert [note.text for note in reader(app).notebook.notes] == ["ok"]


async def test_o_takes_a_sentence_off_the_list_and_the_nearest_is_selected(made_up: NewsdiffApp) -> None:
    app = made_up
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("f4")
        whole = reader(app).comparison.wholly_only_here
        stops = [stop for stop in page(app)._page.stops if whole(stop)]  # type: ignore[union-attr]
        wanted = stops[0]
        assert page(app).go_to(wanted)
        await pilot.press("O")
        assert "Not only here, you say; L links it. u takes it back." in said(app)
        await corrected(pilot, app, 1)
        (correction,) = reader(app).notebook.corrections
        assert correction.verdict is Verdict.REPORTED
        assert page(app).selected != wanted
        assert page(app).selected is not None
        assert page(app).selected.article == wanted.article
        assert not page(app).go_to(wanted)
        assert "Not only here, you say" in said(app)
        await pilot.press("u")
        await corrected(pilot, app, 0)
        assert page(app).go_to(wanted)


@pytest.mark.parametrize("key", ["f5", "f6"])
async def test_o_says_that_a_sentence_of_a_page_is_only_here(key: str, app: NewsdiffApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press(key)
        await pilot.press("g", "O")
        if isinstance(app.screen, ChoiceScreen):
            await pilot.press("a")
        assert "you say" in said(app)
        await corrected(pilot, app, 1)
        assert type(app.screen) is PAGES[key]


@pytest.mark.parametrize("key", ["f5", "f6"])
async def test_u_judges_the_links_of_the_sentence_of_the_page(key: str, app: NewsdiffApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press(key, "U")
        assert isinstance(app.screen, CounterpartsScreen)
        await pilot.press("y")
        assert "Link confirmed" in said(app)
        await corrected(pilot, app, 1)
        assert type(app.screen) is PAGES[key]
        await pilot.press("C")
        assert isinstance(app.screen, CorrectionsScreen)
        await pilot.press("x")
        assert "Correction taken back" in said(app)
        await corrected(pilot, app, 0)


async def test_u_says_of_a_sentence_that_is_only_here_that_nothing_is_linked(app: NewsdiffApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("f4", "j", "U")
        assert "no counterpart" in said(app)


@pytest.mark.parametrize("key", PAGES)
async def test_l_begins_a_link_and_leads_to_the_columns(key: str, app: NewsdiffApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press(key, "G")
        selected = page(app).selected
        await pilot.press("L")
        assert isinstance(app.screen, ReaderScreen)
        assert reader(app).place.selected == selected
        assert reader(app).linking
        await until_shown(pilot, "Linking with")


async def test_a_link_begun_in_the_columns_is_ended_on_a_page(app: NewsdiffApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("L", "f4", "L")
        assert "a link joins two outlets" in said(app)
        await pilot.press("G", "L")
        assert "Linked: Gazette says the same" in said(app)
        assert not reader(app).linking
        await corrected(pilot, app, 1)


async def test_the_list_of_notes_goes_to_one_on_the_page_else_to_the_columns(app: NewsdiffApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("r", "f4", "G", "r", "g", "i")
        assert isinstance(app.screen, NotesScreen)
        await pilot.press("enter")  # the latest is on the last of the list
        assert page(app).selected == (2, 2)
        await pilot.press("i", "j", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        assert reader(app).place.selected == (0, 0)


async def test_a_sentence_of_a_hidden_outlet_is_noted_too(app: NewsdiffApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("1", "2", "f5", "r")
        assert page(app).selected == (0, 2)
        assert noted_on(app, SentenceRef(0, 2)) == [("", ("reviewed",))]
        await pilot.press("escape")
        assert reader(app).place.selected == (2, 0)


@pytest.mark.parametrize("key", PAGES)
async def test_s_saves_and_says_so_on_the_page(
    key: str, app: NewsdiffApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press(key, "r", "s")
        app.screen.query_one(Input).value = "mine"
        await pilot.press("enter")
        await until_shown(pilot, "Saved in")
        assert type(app.screen) is PAGES[key]
        assert (tmp_path / f"mine{NOTEBOOK_SUFFIX}").exists()


@pytest.mark.parametrize("key", PAGES)
async def test_e_asks_for_the_form_of_the_export(key: str, app: NewsdiffApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press(key, "e")
        await until(pilot, lambda: isinstance(app.screen, ExportScreen))
        await pilot.press("escape")
        await until_shown(pilot, "Nothing exported.")
        assert type(app.screen) is PAGES[key]


async def test_where_nothing_is_selected_nothing_is_done() -> None:
    app = NewsdiffApp(Notebook(compare(made_up_story(1, outlets=1, length=3))))
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("f4")
        for key in ("a", "A", "t", "r", "O", "U", "L", "o"):
            await pilot.press("k", key)
            assert said(app) == "There is nothing to select on this page."
        assert reader(app).notebook.notes == ()
        assert "nothing to compare" in "\n".join(screen_lines(app))

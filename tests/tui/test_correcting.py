"""Correcting by keys: links made, confirmed, taken away, only here and not, and all of it undone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from newsdiff.core import store
from newsdiff.core.article import SentenceRef
from newsdiff.core.comparison import compare
from newsdiff.core.corrections import Verdict
from newsdiff.core.findings import Certainty
from newsdiff.core.notebook import Notebook
from newsdiff.tui import correcting
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.screens.corrections import CorrectionsScreen
from newsdiff.tui.screens.counterparts import CounterpartsScreen
from newsdiff.tui.screens.detail import DetailScreen
from on_screen import reader, screen_lines, until, until_shown
from stories import TESSEL as STORY
from stories import linked, story

FLOOD, MAYOR, BREAD = (SentenceRef(0, number) for number in range(3))
FLOOD_TOO, MAYOR_TOO, LOAVES = (SentenceRef(1, number) for number in range(3))
SNOW = SentenceRef(2, 1)


@pytest.fixture
def app() -> NewsdiffApp:
    return NewsdiffApp(Notebook(compare(STORY), "Flood"))


async def corrected(pilot: Pilot[Any], app: NewsdiffApp, count: int) -> None:
    """Wait until there are so many corrections and the comparison follows them."""
    screen = reader(app)
    await until(pilot, lambda: len(screen.notebook.corrections) == count and screen._whole.is_set())


def remark(app: NewsdiffApp) -> str:
    return str(reader(app).query_one("#remark").render())


def told(app: NewsdiffApp) -> str:
    return " ".join(screen_lines(app))


async def test_l_here_and_l_there_links_two_sentences(app: NewsdiffApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("G", "L", "l", "G", "L")
        await corrected(pilot, app, 1)
        assert "Linked: Post says the same" in remark(app)
        comparison = reader(app).comparison
        assert (BREAD, LOAVES) in linked(comparison)
        assert reader(app).place.selected == LOAVES
        assert "2 of 3" in told(app)
        await pilot.press("k", "j")
        assert "linked with Post by you" in remark(app)
        assert "not saved" in told(app)


async def test_while_a_link_is_begun_every_move_says_how_to_end_it(app: NewsdiffApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("L", "l", "j")
        assert "Linking with Post" in remark(app)
        await pilot.press("escape", "k")
        assert "Linking" not in remark(app)
        assert reader(app).notebook.corrections == ()


async def test_a_counterpart_that_is_right_is_confirmed_and_one_that_is_not_taken_away(
    app: NewsdiffApp,
) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("U")
        assert isinstance(app.screen, CounterpartsScreen)
        shown = told(app)
        assert "Who says the same as Post?" in shown
        assert "Radio" in shown
        first = reader(app).comparison.links_of(FLOOD)[0].other(FLOOD)
        await pilot.press("y")
        await corrected(pilot, app, 1)
        assert "Link confirmed" in remark(app)
        (link,) = (each for each in reader(app).comparison.links_of(FLOOD) if each.other(FLOOD) == first)
        assert link.by_reader
        await pilot.press("U", "j", "n")
        await corrected(pilot, app, 2)
        assert "Link taken away" in remark(app)
        assert len(reader(app).comparison.links_of(FLOOD)) == 1


async def test_the_mouse_judges_by_choosing_a_line_and_enter_says_the_same(app: NewsdiffApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("U", "enter")
        await corrected(pilot, app, 1)
        assert reader(app).notebook.corrections[0].verdict is Verdict.SAME


async def test_escape_leaves_the_counterparts_as_they_are(app: NewsdiffApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("U", "k", "escape")
        assert not isinstance(app.screen, CounterpartsScreen)
        assert reader(app).notebook.corrections == ()


async def test_o_says_that_a_linked_sentence_is_only_here_and_once_more_takes_it_back(
    app: NewsdiffApp,
) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("j", "O")
        await corrected(pilot, app, 1)
        assert "Only in Post, you say" in remark(app)
        assert reader(app).comparison.wholly_only_here(MAYOR) is Certainty.SURE
        assert "only here, you say" in told(app)
        await pilot.press("O")
        await corrected(pilot, app, 0)
        assert MAYOR_TOO in reader(app).comparison.counterparts(MAYOR, 1)


async def test_o_says_that_a_sentence_is_not_only_here(app: NewsdiffApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("l", "l", "G", "O")
        await until(pilot, lambda: SNOW in reader(app).comparison.reported)
        await until_shown(pilot, "not only here, you say: no counterpart is linked")
        assert any("1+" in line and "Snow is expected" in line for line in screen_lines(app))


@pytest.mark.parametrize("way", [["l", "l", "G"], ["G"]])
async def test_o_once_more_takes_back_what_was_said(app: NewsdiffApp, way: list[str]) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press(*way, "O")
        await corrected(pilot, app, 1)
        await pilot.press("O")
        await corrected(pilot, app, 0)
        assert "Taken back what you said of it" in remark(app)
        await pilot.press("u")
        await corrected(pilot, app, 1)


async def test_o_after_a_link_judges_anew(app: NewsdiffApp) -> None:
    notebook = Notebook(compare(STORY)).corrected(Verdict.REPORTED, [BREAD])
    assert correcting.judged_alone(notebook, BREAD) == notebook.corrections[0]
    assert correcting.judged_alone(notebook, MAYOR) is None
    assert correcting.judged_alone(notebook.corrected(Verdict.SAME, [BREAD, LOAVES]), BREAD) is None


async def test_a_link_begun_while_text_is_marked_drops_the_mark(app: NewsdiffApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("G", "m", "L")
        assert reader(app).canvas.selection is None
        assert "Linking with Post" in remark(app)
        await pilot.press("l", "G", "L")
        await corrected(pilot, app, 1)
        assert (BREAD, LOAVES) in linked(reader(app).comparison)


async def test_undo_and_redo_bring_the_links_back_and_forth(app: NewsdiffApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        before = linked(reader(app).comparison)
        await pilot.press("G", "L", "l", "G", "L")
        await corrected(pilot, app, 1)
        await pilot.press("u")
        await corrected(pilot, app, 0)
        assert linked(reader(app).comparison) == before
        assert "Undone: link of Post 3 and Radio 3." in remark(app)
        await pilot.press("ctrl+y")
        await corrected(pilot, app, 1)
        assert "Done again: link of Post 3 and Radio 3." in remark(app)
        assert (BREAD, LOAVES) in linked(reader(app).comparison)


def test_the_instruction_for_a_link_fits_a_narrow_terminal() -> None:
    long = story(("A" * 20, ["One."]), ("B", ["Two."]))
    said = correcting.linking(compare(long), SentenceRef(0, 0))
    assert cell_len(said) <= 76
    assert "L where another says the same" in said
    assert "esc" in said


async def test_the_list_goes_to_a_correction_and_takes_one_back(app: NewsdiffApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("l", "l", "G", "O")
        await corrected(pilot, app, 1)
        await pilot.press("h", "h", "g", "C")
        assert isinstance(app.screen, CorrectionsScreen)
        assert "Ledger: is not only here" in told(app)
        assert "Snow is expected" in told(app)
        await pilot.press("enter")
        assert reader(app).place.selected == SNOW
        await pilot.press("C", "x")
        await corrected(pilot, app, 0)
        assert reader(app).comparison.wholly_only_here(SNOW) is not None
        assert "u brings it back" in remark(app)


async def test_corrections_are_saved_and_there_again(app: NewsdiffApp, tmp_path: Path) -> None:
    path = tmp_path / "flood.newsdiff.json"
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("G", "L", "l", "G", "L")
        await corrected(pilot, app, 1)
        await pilot.press("s")
        await pilot.press("ctrl+u", *str(path), "enter")
        await until(pilot, lambda: reader(app).path == path)
        assert "not saved" not in told(app)
    opened = store.load(path)
    assert (BREAD, LOAVES) in linked(opened.comparison)
    again = NewsdiffApp(opened, path=path)
    async with again.run_test(size=(120, 30)) as pilot:
        await pilot.press("g", "U", "y")
        await corrected(pilot, again, 2)
        assert (BREAD, LOAVES) in linked(reader(again).comparison)


async def test_the_detail_says_who_linked(app: NewsdiffApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("G", "L", "l", "G", "L")
        await corrected(pilot, app, 1)
        await pilot.press("enter")
        assert isinstance(app.screen, DetailScreen)
        assert "Post reports it: linked by you" in told(app)


async def test_a_correction_whose_words_are_gone_is_told_and_listed() -> None:
    notebook = Notebook(compare(STORY)).corrected(Verdict.SAME, [BREAD, LOAVES])
    (other,) = story(("Radio", ["Nothing of all that was on the air."]))
    articles = (STORY[0], replace(other, id=STORY[1].id))
    changed = replace(notebook, comparison=compare(articles, notebook.corrections))
    app = NewsdiffApp(changed)
    async with app.run_test(size=(120, 30)) as pilot:
        assert "1 correction no longer applies: C lists them" in remark(app)
        await pilot.press("C")
        assert "no longer applies, its words are gone" in told(app)
        await pilot.press("enter")
        assert reader(app).notebook.corrections == notebook.corrections

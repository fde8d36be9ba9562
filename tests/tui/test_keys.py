"""Every key of the reader does what the help says, or says why it cannot."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest
from textual.containers import VerticalScroll

from newsdiff.core.notebook import Notebook, View
from newsdiff.tui import keys
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.screens.detail import DetailScreen
from newsdiff.tui.screens.help import HelpScreen
from newsdiff.tui.screens.reader import ReaderScreen
from newsdiff.tui.screens.writing import NoteScreen
from on_screen import reader, screen_lines, until


class Case(NamedTuple):
    """Keys that are pressed on the first sentence of the Gazette, and where they lead: article, sentence."""

    keys: list[str]
    place: tuple[int, int]


# The story: Gazette 0 (in all), 1 (Herald 0), 2 (Herald 1), 3 alone; Herald 2 alone; Wire 1 and 2 alone.
MOVES = [
    Case(["j"], (0, 1)),
    Case(["down", "down"], (0, 2)),
    Case(["j", "k"], (0, 0)),
    Case(["j", "up"], (0, 0)),
    Case(["l"], (1, 0)),
    Case(["right"], (1, 0)),
    Case(["l", "l"], (2, 0)),
    Case(["tab"], (1, 0)),
    Case(["tab", "shift+tab"], (0, 0)),
    Case(["l", "h"], (0, 0)),
    Case(["l", "l", "left"], (1, 0)),
    Case(["G"], (0, 3)),
    Case(["end"], (0, 3)),
    Case(["G", "g"], (0, 0)),
    Case(["G", "home"], (0, 0)),
    Case(["pagedown"], (0, 3)),
    Case(["space"], (0, 3)),
    Case(["G", "pageup"], (0, 0)),
    Case(["G", "b"], (0, 0)),
    Case(["ctrl+f"], (0, 3)),
    Case(["G", "ctrl+b"], (0, 0)),
    Case(["n"], (0, 3)),
    Case(["n", "n"], (1, 2)),
    Case(["n", "n", "n", "n", "n"], (0, 3)),
    Case(["N"], (2, 2)),
    Case(["n", "n", "N"], (0, 3)),
    Case(["right_square_bracket"], (1, 0)),
    Case(["right_square_bracket"] * 2, (2, 0)),
    Case(["right_square_bracket"] * 3, (0, 0)),
    Case(["left_square_bracket"], (2, 0)),
    Case(["1"], (1, 0)),
    Case(["2", "l"], (2, 0)),
    Case(["3", "l", "l"], (1, 0)),
]

SAID = [
    (["k"], "first sentence of Gazette"),
    (["G", "j"], "last sentence of Gazette"),
    (["g"], "first sentence of Gazette"),
    (["h"], "no outlet further left"),
    (["l", "l", "l"], "no outlet further right"),
    (["n", "right_square_bracket"], "no counterpart"),
    (["2", "3", "right_square_bracket"], "no counterpart in the outlets on the screen"),
    (["d"], "No figure, day or quotation differs"),
    (["D"], "No figure, day or quotation differs"),
    (["4"], "only 3 outlets"),
    (["5"], "only 3 outlets"),
    (["6"], "only 3 outlets"),
    (["7"], "only 3 outlets"),
    (["8"], "only 3 outlets"),
    (["9"], "only 3 outlets"),
    (["1", "2", "3"], "last outlet stays"),
    (["2"], "Hidden: Herald. 2 changes it back."),
    (["2", "2"], "Shown again: Herald"),
    (["u"], "Nothing to undo"),
    (["ctrl+z"], "Nothing to undo"),
    (["ctrl+y"], "Nothing to redo"),
    (["C"], "Nothing is corrected yet"),
    (["G", "U"], "no counterpart"),
    (["L"], "Linking with Gazette"),
    (["L", "L"], "No link made"),
    (["L", "j"], "Linking with Gazette"),
    (["L", "j", "L"], "a link joins two outlets"),
    (["L", "escape"], "No link made"),
    (["G", "O"], "Not only here, you say"),
    (["w"], "Everything could be read"),
    (["escape"], "Nothing to stop"),
    (["f2"], "These are the columns"),
    (["y"], "Copied the sentence with its source"),
    (["Y"], "Copied 3 versions with their sources"),
    (["j", "j", "j", "Y"], "Copied the only version, with its source"),
    (["ctrl+c"], "Nothing is marked to be copied"),
    (["m"], "8 words marked"),
    (["o"], "Gazette was read from no file or address"),
    (["m", "escape"], "Nothing is marked any more"),
    (["F"], "No filter is on"),
    (["i"], "No note is written yet"),
    (["r"], "✓ marked: reviewed. u takes it back."),
    (["r", "r"], "No longer marked: reviewed"),
    (["exclamation_mark"], "? marked: question"),
    (["quotation_mark"], '" marked: quote'),
    (["z"], "Gazette alone: h and l turn to the others, z brings them back."),
    (["z", "z"], "shown again"),
    (["z", "h"], "no outlet further left"),
    (["z", "less_than_sign"], "one column in view"),
    (["z", "equals_sign"], "one column in view"),
    (["left_curly_bracket"], "no column further left"),
    (["right_curly_bracket"], "Gazette moved right: column 2 of 3."),
    (["equals_sign"], "by the length of their articles"),
    (["equals_sign", "equals_sign"], "equally wide"),
    (["greater_than_sign"], "Gazette: 44 cells wide"),
    (["less_than_sign"], "Gazette: 36 cells wide"),
    (["less_than_sign"] * 4, "no narrower"),
    (["greater_than_sign"] * 8, "The other columns can be no narrower"),
]

ELSEWHERE = [*"vVaAtefsqUR", "enter", "f1", "f3", "f4", "f5", "f6", "slash", "question_mark"]
"""Keys that open something: each has a test here or in a module named after what it opens."""


def said(app: NewsdiffApp) -> str:
    return str(reader(app).query_one("#remark").render())


@pytest.mark.parametrize("key", ["x", "0", "f12", "ctrl+e", "insert", "asterisk", "shift+up"])
async def test_a_key_that_is_bound_to_nothing_says_so(key: str, notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press(key)
        assert "does nothing here. ? shows the keys." in said(app)
        await pilot.press("j")
        assert "does nothing" not in said(app)
        await pilot.press("f6", key)
        assert any("does nothing here" in line for line in screen_lines(app))
        await pilot.press("escape", "slash", key, "escape")
        assert "does nothing" not in said(app)


@pytest.mark.parametrize("case", MOVES, ids=lambda case: "+".join(case.keys))
async def test_moves(case: Case, notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press(*case.keys)
        assert reader(app).place.selected == case.place
        assert reader(app).canvas.arrangement.rows_in_view(reader(app).place.selected)


@pytest.mark.parametrize(
    ("pressed", "answer"), SAID, ids=lambda value: "+".join(value) if isinstance(value, list) else ""
)
async def test_a_key_that_can_do_nothing_says_why(
    pressed: list[str], answer: str, notebook: Notebook
) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: reader(app)._differing is not None)
        await pilot.press(*pressed)
        assert answer in said(app)


def test_every_key_is_tried_somewhere() -> None:
    bound = {key for binding in keys.READER.bindings for key in binding.key.split(",")}
    tried = {key for case in MOVES for key in case.keys} | {key for pressed, _ in SAID for key in pressed}
    assert bound == tried | {*ELSEWHERE}


VERBS = {
    *("begin", "change", "close", "confirm", "copy", "delete", "do", "export", "find", "give", "go", "keep"),
    *("list", "make", "mark", "move", "open", "order", "put", "quit", "remove", "save", "say", "scroll"),
    *("search", "show", "take", "write"),
}


def test_the_help_says_of_every_key_what_it_does() -> None:
    bindings = [binding for screen in keys.SCREENS for binding in screen.bindings]
    assert {binding.id for binding in bindings if binding.tooltip.split()[0] not in VERBS} == set()
    # what is longer takes a second line of the help on 80 cells
    assert {binding.id for binding in bindings if len(binding.tooltip) > 48} == set()


async def test_v_stacks_the_outlets_in_rows_and_back(
    notebook: Notebook, lines: Callable[[NewsdiffApp], list[str]]
) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "j", "v")
        assert reader(app).place.view is View.ALIGNED
        drawn = "\n".join(lines(app))
        assert "order of Gazette" in drawn
        row = next(line for line in lines(app) if "The mayor spoke of two years" in line)
        assert "Repairs will take two years" in row
        assert any(line.count(" –  ") == 2 for line in lines(app))
        await pilot.press("V")
        assert reader(app).place.view is View.COLUMNS
        assert reader(app).place.selected == (0, 2)


async def test_capital_r_orders_the_rows_by_coverage_by_mention_and_as_an_outlet_has_them(
    notebook: Notebook, lines: Callable[[NewsdiffApp], list[str]]
) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("R")
        assert "Columns keep their outlets' own order" in said(app)
        await pilot.press("v", "G")
        for words in ("by how many report it", "by how early it is told", "order of Gazette"):
            await pilot.press("R")
            assert words in "\n".join(lines(app))
            assert reader(app).place.selected == (0, 3)
        await pilot.press("R", "1")  # an order of no outlet's own stays when one is hidden
        assert "by how many report it" in "\n".join(lines(app))


async def test_enter_shows_all_versions_and_comes_back_where_one_went(
    notebook: Notebook, lines: Callable[[NewsdiffApp], list[str]]
) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        assert isinstance(app.screen, DetailScreen)
        drawn = "\n".join(lines(app))
        assert "A crack in an arch has shut the bridge." in drawn
        assert "Wire reports it (90% sure)" in drawn
        assert "words: Monday" in drawn
        await pilot.press("j", "y", "escape")
        assert reader(app).place.selected == (0, 1)
        assert app.clipboard.startswith(
            "“Engineers found a crack in the third arch.”\n— Gazette, “Old bridge closes”"
        )
        assert "Herald" in app.clipboard


async def test_the_detail_goes_on_by_sentence_and_by_outlet(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(80, 8)) as pilot:
        await pilot.press("enter", "l", "l", "h", "h", "j", "k", "j", "j", "l", "escape")
        assert reader(app).place.selected == (1, 1)
        await pilot.press("enter")
        scroll = app.screen.query_one(VerticalScroll)
        heights = []
        for key in ("down", "up", "space", "b", "pagedown", "pageup"):
            await pilot.press(key)
            heights.append(scroll.scroll_y)
        assert heights[:2] == [1, 0]
        assert heights[2] == heights[4] > 1
        assert heights[3] == heights[5] == 0


async def test_a_writes_changes_and_deletes_a_note_and_u_brings_it_back(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("a", *"true", "ctrl+s")
        assert [note.text for note in reader(app).notebook.notes] == ["true"]
        assert "Note kept" in said(app)
        await pilot.press("j", "k")
        assert "✎ true" in said(app)
        await pilot.press("a", *"r", "ctrl+s")
        assert [note.text for note in reader(app).notebook.notes] == ["truer"]
        await pilot.press("a", "ctrl+u", "ctrl+s")
        assert not reader(app).notebook.notes
        await pilot.press("u")
        assert [note.text for note in reader(app).notebook.notes] == ["truer"]
        await pilot.press("u", "u")
        assert not reader(app).notebook.notes
        await pilot.press("ctrl+y")
        assert [note.text for note in reader(app).notebook.notes] == ["true"]


async def test_no_key_loses_what_was_written(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("a", *"hours", "escape")
        assert len(app.screen_stack) == 4
        await pilot.press("c")
        assert isinstance(app.screen, NoteScreen)
        await pilot.press("ctrl+q", "ctrl+q")  # asks, then takes the question back
        assert isinstance(app.screen, NoteScreen)
        await pilot.resize_terminal(30, 8)
        await pilot.press("escape", "k")
        assert [note.text for note in reader(app).notebook.notes] == ["hours"]
        await pilot.press("a", *"x", "escape", "d")
        assert [note.text for note in reader(app).notebook.notes] == ["hours"]


async def test_question_mark_shows_keys_and_signs(
    notebook: Notebook, lines: Callable[[NewsdiffApp], list[str]]
) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("question_mark")
        assert isinstance(app.screen, HelpScreen)
        assert any("◇" in line and "perhaps only here" in line for line in lines(app))
        await pilot.press("j", "k", "escape")
        assert isinstance(app.screen, ReaderScreen)


async def test_q_leaves_at_once_where_nothing_is_unsaved(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test() as pilot:
        await pilot.press("j", "q")
    assert app.return_code == 0


async def test_q_asks_where_notes_are_unsaved(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test() as pilot:
        await pilot.press("a", *"x", "ctrl+s", "q")
        assert "Save your notes" in str(app.screen.query(".heading").first().render())
        await pilot.press("c")
        assert isinstance(app.screen, ReaderScreen)
        await pilot.press("q", "d")
    assert app.return_code == 0

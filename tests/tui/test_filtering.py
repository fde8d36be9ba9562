"""The filter: what passes is shown, the rest folded, and nobody is left in doubt that it is so."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from linked_story import linked_story
from newsdiff.core.article import SentenceRef
from newsdiff.core.comparison import Comparison
from newsdiff.core.notebook import Notebook, Place, View
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.screens.filter_screen import FilterScreen
from newsdiff.tui.screens.reader import ReaderScreen
from newsdiff.tui.widgets.canvas import Canvas
from newsdiff.tui.widgets.search_bar import SearchBar
from on_screen import reader, until

Lines = Callable[[NewsdiffApp], list[str]]

# The story: Gazette 0 is in all, 1 and 2 in some, 3 only there; Herald 2 perhaps; Wire 1, and perhaps 2.
ONLY_HERE = ["f", "o", "p", "enter"]


def said(app: NewsdiffApp) -> str:
    return str(reader(app).query_one("#remark").render())


def filter_line(app: NewsdiffApp) -> str:
    line = reader(app).query_one("#filter")
    return str(line.render()) if line.display else ""


async def settled(pilot: Pilot[int]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_what_does_not_pass_is_folded_and_the_line_below_says_so(
    notebook: Notebook, lines: Lines
) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 30)) as pilot:
        assert filter_line(app) == ""
        await pilot.press(*ONLY_HERE)
        drawn = "\n".join(lines(app))
        assert "Shopkeepers fear" in drawn
        assert "Engineers found" not in drawn
        assert "⋯ 3 sentences" in drawn
        assert "⋯ 1 sentence " in drawn
        assert filter_line(app) == (
            "⋯ Filter: only here or perhaps only here · 4 of 10 sentences · f changes it, F clears it"
        )
        await pilot.press("F")
        assert filter_line(app) == ""
        assert "Engineers found" in "\n".join(lines(app))
        assert "All sentences are shown" in said(app)


async def test_the_dialog_counts_what_passes_and_backs_out_without_a_change(
    notebook: Notebook, lines: Lines
) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f")
        assert any("All 10 sentences are shown" in line for line in lines(app))
        await pilot.press("a")
        assert any("[x]  a" in line for line in lines(app))
        assert any("1 of 10 sentences pass" in line for line in lines(app))
        await pilot.press("s", "f")
        assert any("2 of 10 sentences pass" in line for line in lines(app))
        await pilot.press("escape")
        assert isinstance(app.screen, ReaderScreen)
        assert filter_line(app) == ""


async def test_the_dialog_works_with_the_mouse(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("f")
        await pilot.click("_Choices", offset=(4, 2))
        await pilot.click("_Choices", offset=(4, 4))  # a line that is no choice
        await pilot.click("#take")
        assert "only here · 2 of 10" in filter_line(app)
        await pilot.press("f")
        await pilot.click("#back")
        assert "only here · 2 of 10" in filter_line(app)
        await pilot.press("f")
        await pilot.click("#clear")
        assert filter_line(app) == ""
        await pilot.press("f", "a", "F")
        assert filter_line(app) == ""
        assert isinstance(app.screen, ReaderScreen)


async def test_a_filter_that_nothing_passes_changes_nothing(notebook: Notebook, lines: Lines) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f", "n", "enter")
        assert isinstance(app.screen, FilterScreen)
        assert any("No sentence on the screen passes" in line for line in lines(app))
        await pilot.press("escape", "j")
        assert filter_line(app) == ""
        assert reader(app).place.selected == (0, 1)


MOVES = [
    (["j"], (0, 3)),  # the nearest of the outlet that passes is its last
    (["l"], (1, 2)),
    (["l", "l"], (2, 1)),
    (["l", "l", "j"], (2, 2)),
    (["l", "l", "j", "k"], (2, 1)),
    (["l", "l", "G"], (2, 2)),
    (["l", "l", "G", "g"], (2, 1)),
    (["l", "l", "pagedown"], (2, 2)),
    (["l", "h"], (0, 3)),
    (["n"], (1, 2)),
    (["N"], (2, 2)),
    (["1"], (1, 2)),
    (["z", "l"], (1, 2)),
]


@pytest.mark.parametrize(
    ("keys", "place"), MOVES, ids=lambda value: "+".join(value) if isinstance(value, list) else ""
)
async def test_moves_pass_by_what_does_not_pass(
    keys: list[str], place: tuple[int, int], notebook: Notebook
) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press(*ONLY_HERE, *keys)
        assert reader(app).place.selected == place
        assert reader(app).canvas.arrangement.rows_in_view(SentenceRef(*place))


SAID = [
    ([*ONLY_HERE, "j"], "last sentence of Gazette that passes the filter"),
    (["f", "a", "enter", "n"], "only there that passes the filter"),
    (["f", "a", "enter", "right_square_bracket"], "no counterpart in the outlets on the screen that passes"),
    (["f", "a", "enter", "l"], "Herald has no sentence that passes the filter"),
    (["f", "a", "enter", "z", "l"], "Herald has no sentence that passes the filter"),
]


@pytest.mark.parametrize(
    ("keys", "answer"), SAID, ids=lambda value: "+".join(value) if isinstance(value, list) else ""
)
async def test_a_key_that_leads_nowhere_names_the_filter(
    keys: list[str], answer: str, notebook: Notebook
) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press(*keys)
        assert answer in said(app)


async def test_the_search_finds_what_passes(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("f", "o", "enter", "slash", *"ferry")
        assert "not found" in "".join(
            str(each.render()) for each in reader(app).query_one(SearchBar).query("Static")
        )


async def test_a_click_unfolds_in_columns_and_in_rows(notebook: Notebook, lines: Lines) -> None:
    for view in View:
        app = NewsdiffApp(notebook.at(Place(view=view)))
        async with app.run_test(size=(120, 30)) as pilot:
            await pilot.press(*ONLY_HERE)
            assert not any("Engineers found" in line for line in lines(app))
            folds = [at for at, line in enumerate(lines(app)[:-4]) if "⋯" in line]
            for row in reversed(folds):  # an unfolded line moves only what stands below it
                await pilot.click(Canvas, offset=(10, row - 3))
                await pilot.pause()
            assert any("Engineers found" in line for line in lines(app))
            assert reader(app).place.selected == (0, 3)
            await pilot.press("k")  # moves still go over what passes
            assert reader(app).place.selected == (0, 3)


async def test_aligned_rows_that_hold_nothing_that_passes_share_a_line(
    notebook: Notebook, lines: Lines
) -> None:
    app = NewsdiffApp(notebook.at(Place(view=View.ALIGNED)))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f", "a", "enter")
        drawn = "\n".join(lines(app))
        assert "The bridge over the Arno closed" in drawn
        assert "The bridge was closed" in drawn  # beside it, in its row
        assert "Nobody was hurt" not in drawn
        assert "⋯ 6 rows" in drawn


async def test_what_is_selected_is_seen_though_it_does_not_pass(notebook: Notebook, lines: Lines) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press(*ONLY_HERE, "enter", "k", "escape")  # the detail leads anywhere
        assert reader(app).place.selected == (0, 2)
        assert any("The mayor spoke" in line for line in lines(app))
        await pilot.press("j")
        assert reader(app).place.selected == (0, 3)


async def test_a_note_comes_and_goes_under_a_filter(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook.with_note(SentenceRef(0, 1), "Which arch?"))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("f", "n", "enter")
        assert reader(app).place.selected == (0, 1)
        assert "with a note · 1 of 10" in filter_line(app)
        await pilot.press("a", "ctrl+u", "ctrl+s")  # nothing passes any more
        assert filter_line(app) == ""
        assert "Note deleted" in said(app)
        assert [each.message for each in app._notifications] == [
            "Nothing passes the filter any more (with a note): all sentences are shown."
        ]
        await pilot.press("j")
        assert reader(app).place.selected == (0, 2)


async def test_the_filter_outlives_resizing_hiding_and_another_view(notebook: Notebook, lines: Lines) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press(*ONLY_HERE, "3", "v")
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert "F clears" in filter_line(app)
        assert not any("Engineers found" in line for line in lines(app))
        await pilot.press("F", "v")
        assert any("Engineers found" in line for line in lines(app))


async def test_what_differs_can_be_asked_for_once_it_is_known() -> None:
    app = NewsdiffApp(linked_story(2, 8))
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await until(pilot, lambda: reader(app)._differing is not None)
        await pilot.press("f", "d")
        expected = len(reader(app)._differing or {})
        words = f"{expected} of 16" if expected else "No sentence on the screen passes"
        assert words in str(app.screen.query_one("#count").render())


async def test_without_a_comparison_nothing_is_known_to_be_only_here(uncompared: Notebook) -> None:
    app = NewsdiffApp(Notebook(Comparison(uncompared.comparison.articles[:1])))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("f", "o", "enter", "escape")
        assert filter_line(app) == ""

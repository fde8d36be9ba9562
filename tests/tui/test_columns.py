"""Columns as the reader wants them: which, in what order, how wide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.pilot import Pilot

from linked_story import linked_story
from newsdiff.core.article import SentenceRef
from newsdiff.core.notebook import Notebook, Place, View
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.screens.reader import ReaderScreen
from newsdiff.tui.widgets.canvas import Canvas
from newsdiff.tui.widgets.headers import Headers
from on_screen import reader

Lines = Callable[[NewsdiffApp], list[str]]


def widths(app: NewsdiffApp) -> list[int]:
    return [pane.width for _, pane in reader(app).canvas.arrangement.panes()]


def row(app: NewsdiffApp) -> int | None:
    selected = reader(app).place.selected
    assert selected is not None
    return reader(app).canvas.arrangement.row_of(selected)


async def drag(pilot: Pilot[int], start: int, end: int) -> None:
    await pilot.mouse_down(Canvas, offset=(start, 5))
    await pilot.hover(Canvas, offset=(end, 5))
    await pilot.mouse_up(Canvas, offset=(end, 5))


async def test_keys_make_a_column_wider_and_narrower_and_equal_again(lines: Lines) -> None:
    app = NewsdiffApp(linked_story(3, 30))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("l", "greater_than_sign", "greater_than_sign")
        assert widths(app) == [36, 48, 36]
        assert lines(app)[0].index("3 Outlet 3") == 85
        assert all(line[83] in "·│•┤" for line in lines(app)[3:26])
        await pilot.press("less_than_sign")
        assert widths(app) == [38, 44, 38]
        await pilot.press("equals_sign")
        assert widths(app) == [40, 40, 40]


async def test_columns_by_length_give_a_long_article_more_room() -> None:
    story = linked_story(3, 30)
    first, *others = story.comparison.articles
    long = replace(first, text=first.text + " And more." * 400)
    app = NewsdiffApp(replace(story, comparison=replace(story.comparison, articles=(long, *others))))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("equals_sign")
        assert widths(app)[0] > widths(app)[1] == widths(app)[2] >= 28


@pytest.mark.parametrize("view", View)
async def test_another_width_leaves_the_selected_sentence_on_its_row(view: View) -> None:
    app = NewsdiffApp(linked_story(4, 40).at(Place(SentenceRef(0, 20), view)))
    async with app.run_test(size=(160, 40)) as pilot:
        before = row(app)
        for key in ("greater_than_sign", "greater_than_sign", "less_than_sign", "equals_sign"):
            await pilot.press(key)
            assert row(app) == before
            if view is View.COLUMNS:
                arrangement = reader(app).canvas.arrangement
                assert {arrangement.row_of(SentenceRef(index, 20)) for index in range(4)} == {before}


async def test_the_mouse_drags_the_rule_between_two_columns() -> None:
    app = NewsdiffApp(linked_story(3, 30))
    async with app.run_test(size=(120, 30)) as pilot:
        await drag(pilot, 39, 47)
        assert widths(app) == [48, 32, 40]
        assert reader(app).place.selected == (0, 0)  # nothing was clicked
        await drag(pilot, 47, 5)
        assert widths(app) == [28, 52, 40]
        await drag(pilot, 119, 100)  # the edge of the last column is no rule between two
        assert widths(app) == [28, 52, 40]
        await drag(pilot, 50, 60)
        assert widths(app) == [28, 52, 40]


async def test_a_width_made_by_hand_is_kept_when_columns_are_paged() -> None:
    app = NewsdiffApp(linked_story(5, 30))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("greater_than_sign", "greater_than_sign")
        assert widths(app) == [48, 32]
        await pilot.press("l", "l")
        assert [article for article, _ in reader(app).canvas.arrangement.panes()] == [1, 2]
        await pilot.press("h", "h")
        assert widths(app) == [48, 32]


async def test_braces_move_a_column_and_everything_follows_its_order(lines: Lines) -> None:
    app = NewsdiffApp(linked_story(3, 30))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("right_curly_bracket")
        assert lines(app)[0].split("·")[0].split()[:6] == ["2", "Outlet", "2", "1", "Outlet", "1"]
        assert reader(app).place.selected == (0, 0)
        await pilot.press("l")
        assert reader(app).place.selected == (2, 0)
        await pilot.press("h", "h")
        assert reader(app).place.selected == (1, 0)
        await pilot.press("n", "n")  # only-here sentences, column by column
        assert reader(app).place.selected == (0, 29)
        await pilot.press("v", "left_curly_bracket", "v")
        assert reader(app).place.order == ()


async def test_z_shows_one_outlet_alone_and_turns_from_one_to_the_next() -> None:
    app = NewsdiffApp(linked_story(4, 30))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("3", "j", "j", "j", "j", "z")
        assert reader(app).shown == [0]
        assert widths(app) == [120]
        await pilot.press("l")
        assert reader(app).shown == [1]
        assert reader(app).place.selected == (1, 4)
        await pilot.press("l", "l")  # the third was hidden before
        assert reader(app).shown == [3]
        await pilot.press("z")
        assert reader(app).shown == [0, 1, 3]
        assert reader(app).place.selected == (3, 0)


async def test_alone_an_outlet_says_how_many_others_there_are_and_a_click_turns_to_them(lines: Lines) -> None:
    app = NewsdiffApp(linked_story(4, 30))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", "l", "z")
        assert lines(app)[0].startswith(" ‹ 1+ 2 Outlet 2")
        assert lines(app)[0].endswith("+1 ›")
        await pilot.click(Headers, offset=(78, 0))
        assert reader(app).shown == [2]
        await pilot.click(Headers, offset=(1, 0))
        await pilot.click(Headers, offset=(1, 0))
        assert reader(app).shown == [0]
        assert lines(app)[0].endswith("+2 ›")


async def test_alone_an_outlet_is_left_and_found_again_where_one_was() -> None:
    app = NewsdiffApp(linked_story(2, 30))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("z", "G", "l")  # the last sentence has no counterpart
        assert reader(app).place.selected == (1, 0)
        await pilot.press("G", "h")
        assert reader(app).place.selected == (0, 29)


async def test_numbers_work_while_one_outlet_is_alone() -> None:
    app = NewsdiffApp(linked_story(4, 30))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("z", "3")
        assert reader(app).shown == [0, 2]
        await pilot.press("z", "z")
        assert reader(app).shown == [0, 2]


async def test_a_notebook_left_with_one_outlet_alone_gets_the_others_back(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook.at(Place(hidden=frozenset({"wire", "herald"}))))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("z")
        assert reader(app).shown == [0, 1, 2]


@pytest.mark.parametrize("outlets", [2, 3, 5, 8, 12])
@pytest.mark.parametrize("view", View)
async def test_any_number_of_outlets_at_any_size(outlets: int, view: View) -> None:
    app = NewsdiffApp(linked_story(outlets, 20).at(Place(view=view)))
    async with app.run_test(size=(160, 40)) as pilot:
        for size in [(80, 24), (200, 60), (40, 10), (120, 40)]:
            await pilot.press("l", "j", "greater_than_sign", "right_curly_bracket", "equals_sign", "z", "j")
            await pilot.resize_terminal(*size)
            await pilot.press("z", "less_than_sign")
            await pilot.pause()
            assert isinstance(app.screen, ReaderScreen)
            assert len(reader(app).shown) == outlets
            assert sum(widths(app)) == size[0]
            selected = reader(app).place.selected
            assert selected is not None
            assert reader(app).canvas.arrangement.rows_in_view(selected)

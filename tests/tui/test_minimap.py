"""The map on a column's edge."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linked_story import linked_story
from newsdiff.core.article import SentenceRef
from newsdiff.core.comparison import Comparison
from newsdiff.core.findings import Certainty, OnlyHere
from newsdiff.core.notebook import Notebook, Place, View
from newsdiff.tui import layout, minimap
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.layout import Column
from newsdiff.tui.widgets.canvas import Canvas
from on_screen import reader, screen_lines
from stories import story

HEIGHT = 12


@pytest.fixture
def long_story() -> Comparison:
    """One outlet's sixty sentences, of which some are only there; the other outlet has none of them."""
    articles = story(("Gazette", [f"Sentence {n}." for n in range(60)]), ("Herald", ["Nothing."]))
    sure, perhaps = Certainty.SURE, Certainty.PERHAPS
    marked = {7: perhaps, 30: perhaps, 31: sure, 32: perhaps, 59: sure}
    found = tuple(
        OnlyHere(SentenceRef(0, number), where.start, where.end, 0.9, marked[number])
        for number, where in enumerate(articles[0].sentences)
        if number in marked
    )
    return Comparison(articles, only_here=found)


def column(comparison: Comparison) -> Column:
    return layout.lay_out_column(0, comparison.articles[0], 20)


def test_the_map_shows_where_only_here_text_lies_and_how_sure_it_is(long_story: Comparison) -> None:
    found = minimap.marks(long_story, column(long_story), HEIGHT)
    assert {row: mark for row, mark in enumerate(found) if mark} == {
        1: Certainty.PERHAPS,
        6: Certainty.SURE,  # rather than the perhapses around it
        11: Certainty.SURE,
    }


def test_what_fits_the_window_has_no_map(long_story: Comparison) -> None:
    assert not minimap.marks(long_story, column(long_story), 60)
    assert minimap.sentence_at(long_story, column(long_story), 60, 3) is None


def test_a_row_of_the_map_leads_to_what_is_only_here_else_to_what_is_there(long_story: Comparison) -> None:
    numbers = [
        found.sentence
        if (found := minimap.sentence_at(long_story, column(long_story), HEIGHT, row))
        else None
        for row in (0, 1, 6, 9, 11)
    ]
    assert numbers == [2, 7, 31, 47, 59]


@given(st.integers(-40, 400), st.integers(21, 300), st.integers(1, 20))
def test_the_view_has_its_place_on_the_map(offset: int, total: int, height: int) -> None:
    seen = minimap.seen(offset, total, height)
    assert all(0 <= row < height for row in seen)
    if 0 <= offset <= total - height:
        assert seen
        assert seen.start <= offset * height / total


@given(st.integers(1, 40), st.data())
def test_a_mark_leads_to_the_sentence_that_it_stands_for(height: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(height + 1, 90))
    articles = story(("Gazette", [f"Sentence {n}." for n in range(count)]), ("Herald", ["Nothing."]))
    number = data.draw(st.integers(0, count - 1))
    where = articles[0].sentences[number]
    alone = OnlyHere(SentenceRef(0, number), where.start, where.end, 0.9, Certainty.SURE)
    comparison = Comparison(articles, only_here=(alone,))
    rows = [row for row, mark in enumerate(minimap.marks(comparison, column(comparison), height)) if mark]
    assert len(rows) == 1
    assert minimap.sentence_at(comparison, column(comparison), height, rows[0]) == (0, number)


@pytest.mark.parametrize("view", View)
async def test_a_click_on_the_edge_goes_there_and_the_edge_says_where_one_is(view: View) -> None:
    app = NewsdiffApp(linked_story(3, 40).at(Place(view=view)))
    async with app.run_test(size=(120, 30)) as pilot:
        height = reader(app).canvas.size.height
        edge = [line[39] for line in screen_lines(app)[3 : 3 + height]]
        assert edge[0] == "│"
        assert edge[-1] in "•·"
        last = max(row for row, sign in enumerate(edge) if sign == "•")
        await pilot.click(Canvas, offset=(39, last))
        assert reader(app).place.selected == (0, 39)
        edge = [line[39] for line in screen_lines(app)[3 : 3 + height]]
        assert edge[0] == "·"
        assert "│" in edge[last - 2 : last + 3]
        await pilot.click(Canvas, offset=(39, 0))
        assert reader(app).place.selected is not None
        assert reader(app).place.selected.sentence < 3


async def test_a_click_on_the_edge_of_what_fits_does_nothing(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.click(Canvas, offset=(39, 20))
        assert reader(app).place.selected == (0, 0)


async def test_drawn_as_a_whole_the_screen_is_as_drawn_line_by_line(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 20)) as pilot:
        canvas = reader(app).canvas
        await pilot.press("j", "l")
        whole = canvas.render_lines(canvas.size.region)
        assert [strip.text for strip in whole] == [
            canvas.render_line(y).text for y in range(canvas.size.height)
        ]
        assert {strip.cell_length for strip in whole} == {120}
        part = canvas.render_lines(canvas.size.region.crop_size((50, 4)))
        assert [strip.text for strip in part] == [strip.text[:50] for strip in whole[:4]]

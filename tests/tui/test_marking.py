"""Marking text on the screen, by mouse and by key, and copying it."""

from __future__ import annotations

from typing import Any

import pytest
from textual.pilot import Pilot

from newsdiff.core.comparison import Comparison
from newsdiff.core.notebook import Notebook
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.screens.detail import DetailScreen
from newsdiff.tui.widgets.canvas import Canvas
from newsdiff.tui.widgets.headers import Headers
from on_screen import reader, until
from stories import story

SOURCE = "— Gazette, “Old bridge closes”, 2025-08-30"


def cell_of(app: NewsdiffApp, words: str, *, column: int = 0, last: bool = False) -> tuple[int, int]:
    """Return the cell of the canvas where `words` begin in a column, or that of their last letter."""
    canvas = reader(app).canvas
    pane = canvas.arrangement.panes()[column][1]
    for y in range(canvas.size.height):
        at = canvas.render_line(y).text.find(words, pane.x, pane.x + pane.width)
        if at >= 0:
            return (at + len(words) - 1 if last else at), y
    raise AssertionError(f"{words} is not on the screen")


async def drag(pilot: Pilot[Any], begin: tuple[int, int], *way: tuple[int, int]) -> None:
    await pilot.mouse_down(Canvas, offset=begin)
    for place in way:
        await pilot.hover(Canvas, offset=place)
    await pilot.mouse_up(Canvas, offset=way[-1])


def said(app: NewsdiffApp) -> str:
    return str(reader(app).query_one("#remark").render())


def marked(app: NewsdiffApp) -> str:
    selection = reader(app).canvas.selection
    assert selection is not None
    return reader(app).comparison.articles[selection.article].text[selection.start : selection.end]


async def test_a_drag_marks_words_over_wrapped_lines_and_paragraphs(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(80, 24)) as pilot:
        selected = reader(app).place.selected
        await drag(pilot, cell_of(app, "Arno"), (10, 9), cell_of(app, "mayor", last=True))
        assert marked(app) == (
            "Arno closed on Monday. Engineers found a crack in the third arch.\n\nThe mayor"
        )
        assert "14 words marked" in said(app)
        assert reader(app).place.selected == selected
        await pilot.press("ctrl+c")
        assert app.clipboard == marked(app)
        assert "Copied 14 words of Gazette" in said(app)
        await pilot.press("y")
        assert app.clipboard == (
            "“Arno closed on Monday. Engineers found a crack in the third arch.\n\nThe mayor”\n" + SOURCE
        )


async def test_a_drag_upwards_marks_the_same(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(80, 24)) as pilot:
        await drag(pilot, cell_of(app, "mayor", last=True), cell_of(app, "Arno"))
        assert marked(app).startswith("Arno closed")
        assert marked(app).endswith("The mayor")


async def test_a_drag_stays_in_the_column_in_which_it_began(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 24)) as pilot:
        begin = cell_of(app, "Engineers")
        await drag(pilot, begin, (100, begin[1] + 1))
        assert marked(app) == "Engineers found a crack in the third arch."
        await drag(pilot, cell_of(app, "shut the", column=1, last=True), (2, 2))
        assert marked(app) == "A crack in an arch has shut the"


async def test_what_is_marked_is_seen_and_nothing_else(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 24)) as pilot:
        ground = app.screen.query_one(Canvas).get_component_styles("canvas--marked").background.rgb
        await drag(pilot, cell_of(app, "Monday"), cell_of(app, "Engineers", last=True))

        def lit() -> list[str]:
            return [
                segment.text
                for y in range(reader(app).canvas.size.height)
                for segment in reader(app).canvas.render_line(y)
                if segment.style and segment.style.bgcolor and segment.style.bgcolor.triplet == ground
            ]

        assert "".join(lit()) == "Monday.Engineers"
        await pilot.press("escape")
        assert not lit()
        assert "Nothing is marked any more" in said(app)


@pytest.mark.parametrize("size", [(80, 24), (30, 3)])
async def test_the_column_follows_the_pointer_beyond_its_edge(size: tuple[int, int]) -> None:
    sentences = [f"Sentence {number} with some words to make it long enough." for number in range(30)]
    app = NewsdiffApp(Notebook(Comparison(story(("One", sentences), ("Two", sentences)))))
    async with app.run_test(size=size) as pilot:
        canvas = reader(app).canvas
        top, bottom = 0, size[1] - 1
        await pilot.mouse_down(Canvas, offset=(8, canvas.size.height - 2))
        await pilot.hover(offset=(8, bottom))
        await until(pilot, lambda: canvas.arrangement.offset(0) > 20)
        assert len(marked(app)) > 200
        await pilot.hover(offset=(0, top))
        await until(pilot, lambda: canvas.arrangement.offset(0) == 0)
        assert marked(app).startswith("Sentence 0 with")
        await pilot.mouse_up(offset=(0, top))
        assert app.mouse_captured is None
        offset = canvas.arrangement.offset(0)
        await pilot.pause(0.2)
        assert canvas.arrangement.offset(0) == offset


async def test_a_click_marks_nothing_and_forgets_what_was_marked(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 30)) as pilot:
        await drag(pilot, cell_of(app, "Arno"), cell_of(app, "Arno", last=True))
        assert marked(app) == "Arno"
        await pilot.click(Canvas, offset=cell_of(app, "Arno"))  # the selected sentence, yet no second click
        assert reader(app).canvas.selection is None
        assert app.screen is reader(app)
        await pilot.click(Canvas, offset=cell_of(app, "Arno"))
        assert isinstance(app.screen, DetailScreen)
        await pilot.press("escape")
        await drag(pilot, cell_of(app, "Arno"), cell_of(app, "Arno", last=True))
        await pilot.click(Canvas, offset=(60, 20))
        assert reader(app).canvas.selection is None


async def test_what_the_mouse_marked_goes_with_a_move_and_with_its_column(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 30)) as pilot:
        for key in ("j", "l", "2"):
            await drag(pilot, cell_of(app, "ferry", column=1), cell_of(app, "ferry", column=1, last=True))
            assert marked(app) == "ferry"
            await pilot.press(key)
            assert reader(app).canvas.selection is None
        await pilot.press("y")
        assert "ferry" not in app.clipboard


async def test_a_drag_survives_resizing_and_another_view(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 30)) as pilot:
        await drag(pilot, cell_of(app, "third"), cell_of(app, "arch", last=True))
        await pilot.resize_terminal(60, 20)
        await pilot.press("v")
        assert marked(app) == "third arch"


async def test_a_drag_over_aligned_rows_ends_where_they_leave_the_text(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v")
        await drag(pilot, cell_of(app, "Engineers"), cell_of(app, "mayor", last=True))
        assert marked(app) == "Engineers found a crack in the third arch.\n\nThe mayor"


async def test_a_drag_elsewhere_marks_nothing_in_the_columns(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.mouse_down(Headers, offset=(3, 0))
        await pilot.hover(Canvas, offset=(20, 5))
        await pilot.mouse_up(Canvas, offset=(20, 5))
        await pilot.mouse_down(Canvas, offset=cell_of(app, "Arno"), button=3)
        await pilot.hover(Canvas, offset=(20, 5))
        await pilot.mouse_up(Canvas, offset=(20, 5))
        assert reader(app).canvas.selection is None


KEYS = [
    (["m"], "The bridge over the Arno closed on Monday."),
    (["m", "j"], "The bridge over the Arno closed on Monday. Engineers found a crack in the third arch."),
    (
        ["j", "m", "k"],
        "The bridge over the Arno closed on Monday. Engineers found a crack in the third arch.",
    ),
    (["j", "m", "j", "k"], "Engineers found a crack in the third arch."),
    (
        ["j", "m", "k", "j", "j"],
        "Engineers found a crack in the third arch.\n\nThe mayor spoke of two years of repairs.",
    ),
    (["m", "h"], "The bridge over the Arno closed on"),
    (["m", "left", "left"], "The bridge over the Arno closed"),
    (["m", "m", "l"], "bridge over the Arno closed on Monday."),
    (["m", "m", "right", "m", "h"], "bridge over the Arno closed on"),
    (["m", "l"], "The bridge over the Arno closed on Monday. Engineers"),
    (["j", "m", "m", "h"], "Monday. Engineers found a crack in the third arch."),
    (["j", "j", "m", "G"], "The mayor spoke of two years of repairs. Shopkeepers fear for their trade."),
    (["j", "j", "m", "n"], "The mayor spoke of two years of repairs. Shopkeepers fear for their trade."),
]


@pytest.mark.parametrize(
    ("pressed", "words"), KEYS, ids=lambda value: "+".join(value) if isinstance(value, list) else ""
)
async def test_moves_mark_by_sentence_and_by_word(pressed: list[str], words: str, notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press(*pressed)
        assert marked(app) == words
        assert f"{len(words.split())} words marked" in said(app)
        await pilot.press("y")
        assert app.clipboard == f"“{words}”\n{SOURCE}"
        await pilot.press("ctrl+c")
        assert app.clipboard == words
        await pilot.press("k", "j")  # what is copied is marked by key no more
        assert reader(app).canvas.selection is None


async def test_the_selected_sentence_is_the_one_whose_end_moves(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("j", "m", "j")
        assert reader(app).place.selected == (0, 2)
        await pilot.press("m")
        assert reader(app).place.selected == (0, 1)
        await pilot.press("h")
        assert reader(app).place.selected == (0, 0)


async def test_a_key_goes_on_with_what_the_mouse_marked_and_a_click_with_what_keys_mark(
    notebook: Notebook,
) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 30)) as pilot:
        await drag(pilot, cell_of(app, "third"), cell_of(app, "third", last=True))
        await pilot.press("m", "l")
        assert marked(app) == "third arch."
        await pilot.click(Canvas, offset=cell_of(app, "Shopkeepers"))
        assert marked(app).endswith(
            "arch.\n\nThe mayor spoke of two years of repairs. Shopkeepers fear for their trade."
        )


async def test_another_outlet_ends_the_marking(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("m", "right_square_bracket")
        assert reader(app).place.selected == (1, 0)
        assert reader(app).canvas.selection is None


@pytest.mark.parametrize(
    ("pressed", "answer"),
    [
        (["m", "m", "h"], "first word of Gazette"),
        (["G", "m", "l"], "last word of Gazette"),
        (["G", "m", "j"], "last sentence of Gazette"),
    ],
)
async def test_the_ends_of_the_text_are_told(pressed: list[str], answer: str, notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press(*pressed)
        assert answer in said(app)
        assert marked(app)


async def test_nothing_is_marked_where_there_is_no_sentence() -> None:
    app = NewsdiffApp(Notebook(Comparison(())))
    async with app.run_test(size=(80, 24)) as pilot:
        await drag(pilot, (5, 5), (20, 8))
        await pilot.press("m", "y", "Y", "ctrl+c", "escape")
        assert reader(app).canvas.selection is None


async def test_words_beside_the_columns_are_copied_too(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.mouse_down("#coverage", offset=(1, 0))
        await pilot.hover("#coverage", offset=(7, 0))
        await pilot.mouse_up("#coverage", offset=(7, 0))
        await pilot.press("ctrl+c")
        assert app.clipboard == "Gazette"


@pytest.mark.parametrize(("words", "beside"), [("The bridge", "closed"), ("Engineers", "third")])
async def test_what_is_marked_stands_out_without_colour(
    words: str, beside: str, notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 24)) as pilot:
        await drag(pilot, cell_of(app, words), cell_of(app, words, last=True))
        top = reader(app).canvas.region.y
        styles = [app.screen.get_style_at(x, y + top) for x, y in (cell_of(app, words), cell_of(app, beside))]
        marked_ground, ground = (style.color if style.reverse else style.bgcolor for style in styles)
        assert marked_ground is not None
        assert ground is not None
        assert abs(marked_ground.get_truecolor().red - ground.get_truecolor().red) > 100

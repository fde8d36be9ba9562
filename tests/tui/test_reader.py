"""The reader as a whole: mouse, sizes, odd stories, hidden outlets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from textual import events
from textual.widgets import Input, TextArea

from linked_story import linked_story as story
from newsdiff.core.article import Article, Sentence, SentenceRef
from newsdiff.core.comparison import Comparison
from newsdiff.core.notebook import Notebook, Place, View
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.screens.detail import DetailScreen
from newsdiff.tui.screens.reader import ReaderScreen
from newsdiff.tui.widgets.canvas import Canvas
from newsdiff.tui.widgets.headers import Headers
from on_screen import count_bytes, reader, until, until_shown

Lines = Callable[[NewsdiffApp], list[str]]

SIZES = [(80, 24), (120, 40), (200, 60), (20, 5), (9, 3), (1, 1)]


async def test_a_click_selects_and_a_second_one_opens_the_detail(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 30)) as pilot:
        canvas = reader(app).canvas
        row = canvas.arrangement.row_of(SentenceRef(1, 1))
        assert row is not None
        await pilot.click(Canvas, offset=(50, row))
        assert reader(app).place.selected == (1, 1)
        row = canvas.arrangement.row_of(SentenceRef(1, 1))
        assert row is not None
        await pilot.click(Canvas, offset=(50, row))
        assert isinstance(app.screen, DetailScreen)


async def test_a_lit_sentence_has_one_ground_from_its_bar_to_its_end(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(80, 24)):
        canvas = reader(app).canvas
        rows = canvas.arrangement.rows_in_view(SentenceRef(0, 0))
        text = canvas.arrangement.division.texts()[0]
        assert len(rows) == 2
        for row in rows:
            strip = canvas.render_line(row).crop(0, canvas.arrangement.gutter + text)
            assert len({segment.style.bgcolor for segment in strip if segment.style}) == 1


async def test_a_click_on_a_head_goes_to_that_outlet(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.click(Headers, offset=(90, 1))
        assert reader(app).place.selected == (2, 0)


async def test_a_click_on_the_mark_of_more_columns_pages_sideways(lines: Lines) -> None:
    app = NewsdiffApp(story(5))
    async with app.run_test(size=(80, 24)) as pilot:
        assert lines(app)[0].endswith("+3 ›")
        await pilot.click(Headers, offset=(78, 0))
        assert reader(app).place.selected == (2, 0)
        assert lines(app)[0].startswith(" ‹ 1+")
        await pilot.click(Headers, offset=(1, 0))
        assert reader(app).place.selected == (0, 0)


async def test_the_wheel_moves_the_column_under_the_pointer_alone() -> None:
    app = NewsdiffApp(story(3, 30))
    async with app.run_test(size=(120, 20)) as pilot:
        arrangement = reader(app).canvas.arrangement
        await pilot._post_mouse_events([_wheel()], Canvas, offset=(60, 5), button=0)
        assert [arrangement.offset(index) for index in range(3)] == [0, 3, 0]
        assert reader(app).place.selected == (0, 0)


def _wheel() -> type:
    from textual.events import MouseScrollDown

    return MouseScrollDown


async def test_counterparts_stand_level_in_every_column() -> None:
    app = NewsdiffApp(story(4, 30))
    async with app.run_test(size=(160, 24)) as pilot:
        for _ in range(20):
            await pilot.press("j")
            arrangement = reader(app).canvas.arrangement
            number = reader(app).place.selected.sentence
            assert len({arrangement.row_of(SentenceRef(article, number)) for article in range(4)}) == 1


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("view", View)
async def test_every_size_shows_the_selected_sentence(
    size: tuple[int, int], view: View, notebook: Notebook
) -> None:
    app = NewsdiffApp(notebook.at(Place(view=view)))
    async with app.run_test(size=size) as pilot:
        await pilot.press("j", "l", "n", "v" if view is View.COLUMNS else "V", "G")
        selected = reader(app).place.selected
        assert selected is not None
        assert reader(app).canvas.size.height >= 1
        assert reader(app).canvas.arrangement.rows_in_view(selected)


async def test_the_place_is_kept_while_the_terminal_is_resized() -> None:
    app = NewsdiffApp(story(5, 40))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("G", "k", "k", "l")
        for size in [(40, 10), (200, 60), (20, 5), (80, 24)]:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert reader(app).place.selected == (1, 37)
            assert reader(app).canvas.arrangement.rows_in_view(SentenceRef(1, 37))


async def test_twelve_outlets_are_paged_sideways(lines: Lines) -> None:
    app = NewsdiffApp(story(12))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*["l"] * 11)
        assert reader(app).place.selected == (11, 0)
        assert "12 Outlet 12" in lines(app)[0]
        assert lines(app)[0].startswith(" ‹ 10+")
        await pilot.press("l")
        assert "no outlet further right" in str(reader(app).query_one("#remark").render())


async def test_forty_articles_are_read(lines: Lines) -> None:
    app = NewsdiffApp(story(40, 5))
    async with app.run_test(size=(200, 60)) as pilot:
        await pilot.press("h", "l", "v", "n", "N", "N")
        assert reader(app).place.selected == (39, 4)
        assert "40 Outlet 40" in lines(app)[0]


async def test_a_story_without_articles_says_so(lines: Lines) -> None:
    app = NewsdiffApp(Notebook(Comparison(()), ""))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(
            "j", "k", "l", "n", "right_square_bracket", "enter", "v", "a", "y", "1", "G", "pagedown"
        )
        assert any("Nothing to read" in line for line in lines(app))
        await pilot.press("q")
    assert app.return_code == 0


async def test_an_article_without_a_sentence_is_passed_with_a_word(articles: tuple[Article, ...]) -> None:
    empty = Article("empty", "Empty Times", "", ())
    app = NewsdiffApp(Notebook(Comparison((empty, articles[0], empty)), ""))
    async with app.run_test(size=(120, 30)) as pilot:
        assert reader(app).place.selected == (1, 0)
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("h")
        assert "Empty Times has no text" in str(reader(app).query_one("#remark").render())
        await pilot.press("v", "j", "1", "2", "3")
        assert reader(app).place.selected is not None


async def test_one_article_is_read_without_findings(articles: tuple[Article, ...], lines: Lines) -> None:
    app = NewsdiffApp(Notebook(Comparison(articles[:1]), ""))
    async with app.run_test(size=(80, 24)) as pilot:
        assert any("one outlet alone" in line for line in lines(app))
        await pilot.press("n")
        assert any("only one outlet" in line for line in lines(app))


async def test_what_is_said_stays_true_when_an_outlet_is_hidden(notebook: Notebook, lines: Lines) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("2")
        drawn = "\n".join(lines(app))
        assert "3 of 3 report this" in drawn
        assert "Herald (hidden)" in drawn
        assert "2 Herald" not in drawn


async def test_text_is_data(lines: Lines) -> None:
    words = "[red]Not[/] [b markup [/b] $x {y}."
    article = Article("a", "[bold]Out[/]", words, (Sentence(0, len(words), 0),), title="[i]T[/i]")
    notebook = Notebook(Comparison((article,)), "[x]").with_note(SentenceRef(0, 0), "[/] [red]")
    app = NewsdiffApp(notebook, notices=("[/]broken [red]notice",))
    async with app.run_test(size=(80, 24)) as pilot:
        assert "[/]broken [red]notice" in "\n".join(lines(app))
        await pilot.press("w", "escape")
        drawn = "\n".join(lines(app))
        assert words in drawn
        assert "[bold]Out[/]" in drawn
        assert "✎ [/] [red]" in drawn
        await pilot.press("enter")
        assert words in "\n".join(lines(app))
        await pilot.press("escape", "a", "escape", "ctrl+p")
        await pilot.pause()


async def test_what_could_not_be_read_covers_no_text(notebook: Notebook, lines: Lines) -> None:
    app = NewsdiffApp(notebook, notices=("lost.txt: there is no such file", "odd.bin: no text"))
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await until_shown(pilot, "lost.txt: there is no such file (+1: w)")
        assert sum("lost.txt" in line or "odd.bin" in line for line in lines(app)) == 1


async def test_rows_follow_an_outlet_that_is_on_the_screen(notebook: Notebook, lines: Lines) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("v", "l")
        assert any(line.endswith("order of Gazette") for line in lines(app))
        await pilot.press("1")
        assert any(line.endswith("order of Herald") for line in lines(app))
        assert reader(app).canvas.arrangement.lead == 1
        assert reader(app).place.selected == (1, 0)


async def test_what_could_not_be_read_stays_until_it_is_seen_and_can_be_read_again(
    notebook: Notebook, lines: Lines
) -> None:
    app = NewsdiffApp(notebook, notices=("lost.txt: there is no such file", "odd.bin: [red]no text[/]"))
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press("5")
        assert any("only 3 outlets" in line for line in lines(app))
        assert any(line.endswith("! 2 notices (w)") for line in lines(app))
        await pilot.press("j", "w")
        assert any("odd.bin: [red]no text[/]" in line for line in lines(app))
        await pilot.press("escape")
        assert isinstance(app.screen, ReaderScreen)


async def test_notices_hold_the_remark_until_the_first_move(uncompared: Notebook) -> None:
    app = NewsdiffApp(uncompared, notices=("lost.txt: there is no such file",))
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "! lost.txt: there is no such file" in str(reader(app).query_one("#remark").render())
        await pilot.press("j")
        assert "lost.txt" not in str(reader(app).query_one("#remark").render())


async def test_the_palette_shows_and_hides_any_outlet() -> None:
    app = NewsdiffApp(story(12))
    async with app.run_test(size=(80, 24)):
        commands = {command.title: command.callback for command in app.get_system_commands(app.screen)}
        assert "Save (s)" in commands
        assert not {"Keys", "Maximize"} & {*commands}
        commands["Show or hide Outlet 12"]()
        assert 11 not in reader(app).shown


@pytest.mark.parametrize("outlet", ["Evil [/b] Post", "Evil [$x] Post", "Evil \\[b] Post"])
async def test_the_palette_lists_an_outlet_of_any_name(outlet: str, articles: tuple[Article, ...]) -> None:
    app = NewsdiffApp(Notebook(Comparison((replace(articles[0], outlet=outlet),))))
    async with app.run_test(size=(100, 60)) as pilot:
        await pilot.press("ctrl+p")
        await until_shown(pilot, "Copy (y)")
        await pilot.press(*"evil")
        await until_shown(pilot, f"Show or hide {outlet}")


@pytest.mark.parametrize("field", ["/", "a", "s", "ctrl+p"])
async def test_pasted_text_is_cleaned_in_every_field(field: str, notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(field)
        await until(pilot, lambda: isinstance(app.focused, Input | TextArea))
        await pilot.press("home", "x")
        app.post_message(events.Paste(" \x1b[31mred\x1b]0;owned\x07 \u202e\x9b2Jand[b] "))
        await pilot.pause()
        held = app.focused
        text = held.value if isinstance(held, Input) else held.text
        assert text.startswith("x red and[b] ")


async def test_a_saved_place_is_found_again(notebook: Notebook) -> None:
    place = Place(selected=SentenceRef(1, 2), view=View.ALIGNED, hidden=frozenset({"wire"}))
    app = NewsdiffApp(notebook.at(place))
    async with app.run_test(size=(120, 30)):
        assert reader(app).place == place
        assert [article for article, _ in reader(app).canvas.arrangement.panes()] == [0, 1]


@pytest.mark.parametrize("theme", ["textual-light", "nord", "ansi-dark", "ansi-light"])
async def test_every_kind_of_theme_is_drawn_and_can_be_changed(theme: str, notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(80, 24)) as pilot:
        before = app.export_screenshot()
        app.theme = theme
        await pilot.press("j", "k")
        assert app.export_screenshot() != before


async def test_a_move_that_does_not_scroll_writes_little(monkeypatch: pytest.MonkeyPatch) -> None:
    app = NewsdiffApp(story(5, 30))
    async with app.run_test(size=(200, 50)) as pilot:
        # what differs is found in a thread and drawn once, when the machine finds the time: that is no move
        await until(pilot, lambda: reader(app)._differing is not None)
        written = count_bytes(app, monkeypatch)
        written.append(0)
        while written:
            written.clear()
            await pilot.pause(0.2)
        for _ in range(4):
            written.clear()
            before = [reader(app).canvas.arrangement.offset(index) for index in range(5)]
            await pilot.press("j")
            await pilot.pause(0.1)
            assert [reader(app).canvas.arrangement.offset(index) for index in range(5)] == before
            assert 0 < sum(written) < 10_000

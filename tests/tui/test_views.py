"""The pages beside the columns: the way to them, over them, and back with the sentence that was looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.events import MouseScrollDown

from newsdiff.core.article import Article, SentenceRef
from newsdiff.core.comparison import Comparison, compare
from newsdiff.core.notebook import Notebook, Place, View
from newsdiff.tui import keys
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.screens.detail import DetailScreen
from newsdiff.tui.screens.help import HelpScreen
from newsdiff.tui.screens.left_out import LeftOutScreen
from newsdiff.tui.screens.only_here import OnlyHereScreen
from newsdiff.tui.screens.overview import OverviewScreen
from newsdiff.tui.screens.page_screen import PageScreen
from newsdiff.tui.screens.reader import ReaderScreen
from newsdiff.tui.widgets.page_view import PageView
from newsdiff.tui.widgets.view_tabs import ViewTabs
from on_screen import reader, screen_lines, until_shown
from stories import made_up_story

PAGES = {"f4": OnlyHereScreen, "f5": LeftOutScreen, "f6": OverviewScreen}


def page(app: NewsdiffApp) -> PageScreen:
    """Return the page on the screen."""
    assert isinstance(app.screen, PageScreen)
    return app.screen


def said(app: NewsdiffApp) -> str:
    return str(app.screen.query_one("#remark").render())


# The story: Gazette 0 (in all), 1 (a part only here), 2 (in the Herald, not in the Wire), 3 alone; Herald 2
# alone; Wire 1 and 2 alone.
MOVES = [
    ("f4", ["j"], (0, 3)),
    ("f4", ["down", "down"], (1, 2)),
    ("f4", ["j", "j", "k"], (0, 3)),
    ("f4", ["j", "up"], (0, 1)),
    ("f4", ["l"], (1, 2)),
    ("f4", ["right", "right"], (2, 1)),
    ("f4", ["l", "h"], (0, 1)),
    ("f4", ["l", "left"], (0, 1)),
    ("f4", ["G"], (2, 2)),
    ("f4", ["end", "home"], (0, 1)),
    ("f4", ["G", "g"], (0, 1)),
    ("f4", ["pagedown"], (2, 2)),
    ("f4", ["space", "pageup"], (0, 1)),
    ("f4", ["G", "b"], (0, 1)),
    ("f5", ["G"], (0, 2)),
    ("f6", ["j", "j"], (0, 2)),
    ("f6", ["right"], (0, 1)),
    ("f6", ["right", "left"], (0, 0)),
    ("f6", ["j", "k"], (0, 0)),
    ("f6", ["l"], (1, 0)),
    ("f6", ["l", "l", "h"], (1, 0)),
    ("f6", ["down", "down"], (2, 0)),
    ("f6", ["down", "up"], (0, 0)),
    ("f6", ["G"], (0, 3)),
    ("f6", ["end", "home"], (0, 0)),
    ("f6", ["G", "g"], (0, 0)),
]

SAID = [
    ("f4", ["k"], "This is the first one"),
    ("f4", ["G", "j"], "This is the last one"),
    ("f4", ["h"], "No outlet further up"),
    ("f4", ["G", "l"], "No outlet further down"),
    ("f4", ["f4"], "This is the view “Only here”"),
    ("f5", ["f5"], "This is the view “Left out”"),
    ("f6", ["f6"], "This is the view “Overview”"),
    ("f6", ["up"], "This is the first one"),
    ("f6", ["G", "right"], "This is the last one"),
    ("f6", ["pageup"], "This is the beginning of the page"),
    ("f6", ["pagedown"], "This is the end of the page"),
    ("f6", ["ctrl+b"], "This is the beginning of the page"),
    ("f6", ["ctrl+f"], "This is the end of the page"),
    ("f4", ["n"], "Only here (n) is for the columns: esc leads there"),
    ("f5", ["1"], "Outlet 1 (1) is for the columns"),
    ("f6", ["f"], "Filter (f) is for the columns"),
    ("f4", ["y"], "Copied the sentence with its source"),
    ("f6", ["Y"], "Copied 3 versions with their sources"),
    *(
        (opening, pressed, answer)
        for opening in PAGES
        for pressed, answer in (
            (["u"], "Nothing to undo"),
            (["ctrl+z"], "Nothing to undo"),
            (["ctrl+y"], "Nothing to redo"),
            (["i"], "No note is written yet"),
            (["C"], "Nothing is corrected yet"),
            (["r"], "✓ marked: reviewed. u takes it back."),
            (["r"], "No longer marked: reviewed"),
            (["exclamation_mark"], "? marked: question"),
            (["quotation_mark"], '" marked: quote'),
            (["u"], "Undone: "),
            (["ctrl+y"], "Done again: "),
            (["o"], "was read from no file or address"),
        )
    ),
]

ELSEWHERE = {
    *("enter", "v", "V", "f2", "f3", "escape", "question_mark", "f1", "q"),
    *("a", "A", "t", "L", "U", "O", "e", "s"),
}
"""Keys that leave the page or open something on it: each has a test of its own."""


@pytest.mark.parametrize("opening", PAGES)
async def test_moves(opening: str, notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(80, 30)) as pilot:
        for key, pressed, place in MOVES:
            if key == opening:
                await pilot.press("g", opening, *pressed)
                assert isinstance(app.screen, PAGES[opening])
                assert page(app).selected == place, pressed
                await pilot.press("escape")
                assert isinstance(app.screen, ReaderScreen)
                assert reader(app).place == Place(selected=SentenceRef(*place))
                await pilot.press(*["h"] * place[0])


@pytest.mark.parametrize("opening", PAGES)
async def test_a_key_that_leads_nowhere_says_why(opening: str, notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(80, 30)) as pilot:
        for key, pressed, answer in SAID:
            if key == opening:
                await pilot.press(opening, "g", *pressed)
                await app.workers.wait_for_complete()
                assert isinstance(app.screen, PAGES[opening])
                assert answer in said(app), pressed
                await pilot.press("g", "f2", "g")


def test_every_key_is_tried_somewhere() -> None:
    bound = {key for binding in keys.PAGE.bindings for key in binding.key.split(",")}
    tried = {key for _, pressed, _ in (*MOVES, *SAID) for key in pressed}
    assert bound <= tried | ELSEWHERE


async def test_v_goes_round_all_views_with_the_selection(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("l", "j")
        for key, order in (("v", [*PAGES.values()]), ("V", [*reversed(PAGES.values())])):
            if key == "v":
                await pilot.press(key)
                assert reader(app).place.view is View.ALIGNED
            for screen in order:
                await pilot.press(key)
                assert type(app.screen) is screen
            await pilot.press(key)
            assert isinstance(app.screen, ReaderScreen)
            assert reader(app).place.selected == (1, 1)
        assert reader(app).place.view is View.ALIGNED
        await pilot.press("V")
        assert reader(app).place.view is View.COLUMNS


async def test_every_view_is_one_key_away_from_every_other(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("j", "j")
        for key in ("f4", "f5", "f6", "f4", "f6", "f5", "f4"):
            await pilot.press(key)
            assert type(app.screen) is PAGES[key]
        for first, key, view in (
            ("f4", "f3", View.ALIGNED),
            ("f5", "f2", View.COLUMNS),
            ("f6", "f3", View.ALIGNED),
        ):
            await pilot.press(first, key)
            assert isinstance(app.screen, ReaderScreen)
            assert reader(app).place == Place(selected=SentenceRef(0, 2), view=view)


async def test_escape_leads_to_the_columns_from_aligned_rows_too(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("f3", "v", "j", "escape")
        assert reader(app).place == Place(selected=SentenceRef(0, 3), view=View.COLUMNS)


async def test_aligned_rows_follow_the_outlet_that_was_looked_at(
    notebook: Notebook, lines: Callable[[NewsdiffApp], list[str]]
) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("f4", "l", "f3")
        assert any(line.endswith("order of Herald") for line in lines(app))


async def test_what_a_page_finds_nearest_is_where_escape_leads_but_not_where_v_does(
    notebook: Notebook,
) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("f4")
        assert page(app).selected == (0, 1)
        await pilot.press("f2")
        assert reader(app).place.selected == (0, 0)
        await pilot.press("f4", "escape")
        assert reader(app).place.selected == (0, 1)


@pytest.mark.parametrize("key", PAGES)
async def test_enter_opens_the_detail_and_comes_back_where_one_went(key: str, notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(key, "g", "enter")
        assert isinstance(app.screen, DetailScreen)
        await pilot.press("escape")
        assert isinstance(app.screen, PAGES[key])
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("f4", "enter", "j", "j", "escape")
        assert page(app).selected == (0, 3)


@pytest.mark.parametrize("key", PAGES)
async def test_y_copies_the_selected_sentence_with_its_source(key: str, notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(key, "y")
        await app.workers.wait_for_complete()
        article = notebook.comparison.articles[page(app).selected.article]
        assert article.sentence_text(page(app).selected.sentence) in app.clipboard
        assert article.outlet in app.clipboard


@pytest.mark.parametrize(("key", "sign"), [("f4", "◇ ╎"), ("f5", "1+"), ("f6", "▪")])
async def test_help_is_that_of_the_page(key: str, sign: str, notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(100, 90)) as pilot:
        await pilot.press(key, "question_mark")
        assert isinstance(app.screen, HelpScreen)
        drawn = screen_lines(app)
        assert any(sign in line for line in drawn)
        assert any("on to the next outlet" in line for line in drawn)
        assert any("write or change a note on the sentence" in line for line in drawn)
        assert not any("mark what is shown" in line for line in drawn)
        await pilot.press("escape")
        assert isinstance(app.screen, PAGES[key])


async def test_q_ends_the_program_from_a_page(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test() as pilot:
        await pilot.press("f6", "q")
    assert app.return_code == 0


@pytest.mark.parametrize("key", PAGES)
async def test_a_click_selects_and_a_second_one_opens_the_detail(key: str) -> None:
    app = NewsdiffApp(Notebook(compare(made_up_story(1, outlets=4, length=10))))
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press(key)
        view = page(app).query_one(PageView)
        row, _ = view.page.rows(2)
        x = next(x for x in range(40) if view.page.stop_at(row, x) == 2)
        await pilot.click(PageView, offset=(x, row))
        assert view.at == 2
        assert page(app).selected == view.page.stops[2]
        await pilot.click(PageView, offset=(x, row))
        assert isinstance(app.screen, DetailScreen)


async def test_a_click_beside_everything_changes_nothing(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("f4", "j")
        await pilot.click(PageView, offset=(10, 0))
        assert page(app).selected == (0, 3)


async def test_a_click_on_the_name_of_a_view_leads_there(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("f4")
        head = screen_lines(app)[0]
        await pilot.click(ViewTabs, offset=(head.index("Overview"), 0))
        assert isinstance(app.screen, OverviewScreen)
        await pilot.click(ViewTabs, offset=(head.index("Aligned"), 0))
        assert reader(app).place.view is View.ALIGNED
        assert isinstance(app.screen, ReaderScreen)


@pytest.mark.parametrize("key", PAGES)
async def test_the_wheel_scrolls_and_leaves_the_selection(key: str) -> None:
    app = NewsdiffApp(Notebook(compare(made_up_story(1, outlets=4, length=30))))
    async with app.run_test(size=(60, 16)) as pilot:
        await pilot.press(key)
        selected = page(app).selected
        await pilot._post_mouse_events([MouseScrollDown], PageView, offset=(20, 5), button=0)
        await pilot.pause(0.3)
        assert page(app).query_one(PageView).scroll_offset.y > 0
        assert page(app).selected == selected


def in_view(app: NewsdiffApp) -> bool:
    """Tell whether what is selected on the page is on the screen."""
    view = page(app).query_one(PageView)
    top, _ = view.page.rows(view.at)
    return view.scroll_offset.y <= top < view.scroll_offset.y + max(1, view.size.height)


@pytest.mark.parametrize("key", PAGES)
async def test_every_size_shows_what_is_selected(key: str) -> None:
    app = NewsdiffApp(Notebook(compare(made_up_story(2, outlets=4, length=20))))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        for size in [(120, 40), (40, 10), (200, 60), (20, 5), (9, 3), (1, 1), (80, 24)]:
            at = page(app).query_one(PageView).at
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert page(app).query_one(PageView).at == at
            assert in_view(app), size
            for move in ("j", "l", "down", "g", "k", "G"):
                await pilot.press(move)
                assert in_view(app), (size, move)


async def test_hidden_outlets_are_not_listed_but_count(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(100, 50)) as pilot:
        await pilot.press("1", "f6")
        drawn = "\n".join(screen_lines(app))
        assert "1 Gazette" not in drawn
        assert "all 3 report it" in drawn
        await pilot.press("f5")
        drawn = "\n".join(screen_lines(app))
        assert "both others report it: Herald (quoted here), Gazette (hidden)" in drawn
        await pilot.press("f4")
        assert "Shopkeepers" not in "\n".join(screen_lines(app))


async def test_words_that_only_hidden_outlets_have_lead_to_no_hidden_column(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("1", "2", "f5")
        assert page(app).selected == (0, 2)
        await pilot.press("escape")
        assert reader(app).place.selected == (2, 0)


@pytest.mark.parametrize("key", PAGES)
async def test_one_outlet_alone_has_pages_that_say_so(key: str, articles: tuple[Article, ...]) -> None:
    app = NewsdiffApp(Notebook(Comparison(articles[:1])))
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press(key)
        assert "only one outlet" in "\n".join(screen_lines(app))
        await pilot.press("escape")
        assert reader(app).place.selected == (0, 0)


async def test_a_story_without_a_sentence_has_no_pages() -> None:
    app = NewsdiffApp(Notebook(Comparison(())))
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("f4")
        assert isinstance(app.screen, ReaderScreen)
        assert "no sentence" in said(app)


async def test_an_outlet_that_has_nothing_of_its_own_is_told(notebook: Notebook) -> None:
    comparison = replace(notebook.comparison, only_here=notebook.comparison.only_here[:2])
    app = NewsdiffApp(replace(notebook, comparison=comparison))
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("f4")
        await until_shown(pilot, "Nothing that was found")


@pytest.mark.parametrize("key", PAGES)
async def test_twelve_outlets_have_pages(key: str) -> None:
    app = NewsdiffApp(Notebook(compare(made_up_story(3, outlets=12, length=8))))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key, "G", *["l"] * 11)
        assert "Outlet 11" in "\n".join(screen_lines(app))


@pytest.mark.parametrize("key", PAGES)
async def test_text_is_data(key: str, comparison: Comparison) -> None:
    named = [replace(article, outlet=f"[b]{article.outlet}[/x]") for article in comparison.articles]
    app = NewsdiffApp(Notebook(replace(comparison, articles=tuple(named))))
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press(key, "j", "y")
        assert "[b]Gazette[/x]" in "\n".join(screen_lines(app))


async def test_the_palette_lists_the_views_and_opens_them(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(80, 24)) as pilot:
        commands = {command.title: command.callback for command in app.get_system_commands(app.screen)}
        assert {"Columns (f2)", "Aligned (f3)", "Left out (f5)", "Overview (f6)"} <= {*commands}
        await commands["Left out (f5)"]()
        await pilot.pause()
        assert isinstance(app.screen, LeftOutScreen)
        commands = {command.title: command.callback for command in app.get_system_commands(app.screen)}
        assert "Note (a)" in commands
        assert "Filter (f)" not in commands
        await commands["Overview (f6)"]()
        await pilot.pause()
        assert isinstance(app.screen, OverviewScreen)


@pytest.mark.parametrize("theme", ["textual-light", "nord", "ansi-dark", "ansi-light"])
@pytest.mark.parametrize("key", PAGES)
async def test_every_kind_of_theme_is_drawn_and_can_be_changed(
    key: str, theme: str, notebook: Notebook
) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        before = app.export_screenshot()
        app.theme = theme
        await pilot.pause()
        assert app.export_screenshot() != before

"""The search line: what it finds, where it leads, what it says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.widgets import Input

from newsdiff.core.article import SentenceRef, Span
from newsdiff.core.comparison import Comparison
from newsdiff.core.notebook import Notebook
from newsdiff.core.searching import Hit
from newsdiff.tui import finding
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.widgets.search_bar import SearchBar
from on_screen import reader, until
from stories import story

Lines = Callable[[NewsdiffApp], list[str]]

NAMES = ("Gazette", "Herald", "Wire")


def hit(article: int, sentence: int, score: float = 1.0) -> Hit:
    return Hit(SentenceRef(article, sentence), Span(0, 1), score)


def test_every_outlet_is_told_how_often_it_has_the_words_as_long_as_that_fits() -> None:
    hits = [hit(0, 0), hit(0, 1), hit(2, 0)]
    said = [finding.told(hits, hits[1], NAMES, [0, 1, 2], 0, cells) for cells in (100, 60, 40, 8)]
    assert said == [
        "2 of 3 · Gazette 2, Herald 0, Wire 1 · enter ↓ ↑ · esc closes",
        "2 of 3 · in outlet 1: 2, 2: 0, 3: 1 · enter ↓ ↑ · esc closes",
        "2 of 3 · in outlet 1: 2, 2: 0, 3: 1",
        "2 of 3",
    ]
    assert "not found" in finding.told([], None, NAMES, [0], 0, 100)


def test_hits_that_the_filter_hides_are_counted() -> None:
    assert finding.told([hit(0, 0)], hit(0, 0), NAMES, [0], 2, 100).startswith("1 of 1 (+2 filtered) · ")
    assert "2 that the filter hides" in finding.told([], None, NAMES, [0], 2, 100)


def test_the_first_hit_is_the_best_and_of_several_the_next_from_here() -> None:
    hits = [hit(0, 0, 0.9), hit(0, 5), hit(1, 0), hit(2, 0, 0.95)]
    wanted = SearchBar.Wanted("x", 0, None, nearly=True)
    assert wanted.choose(hits, SentenceRef(0, 0), [0, 1, 2]) == hits[1]
    assert wanted.choose(hits, SentenceRef(0, 6), [0, 1, 2]) == hits[2]
    assert wanted.choose(hits, SentenceRef(2, 6), [0, 1, 2]) == hits[1]
    onward = SearchBar.Wanted("x", 1, hits[3], nearly=True)
    assert onward.choose(hits, SentenceRef(2, 0), [0, 1, 2]) == hits[0]


def test_words_that_are_still_typed_overtake_each_other_but_steps_do_not() -> None:
    typed = SearchBar.Wanted("x", 0, None, nearly=False)
    step = SearchBar.Wanted("x", 1, None, nearly=False)
    assert typed.can_replace(typed)
    assert typed.can_replace(step)
    assert not step.can_replace(step)
    assert not typed.can_replace(SearchBar.Closed())


def found(app: NewsdiffApp) -> str:
    return str(reader(app).query_one("#search-found").render())


async def test_slash_finds_words_whatever_their_case(notebook: Notebook, lines: Lines) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("slash", *"FERRY")
        assert reader(app).place.selected == (1, 2)
        assert any("1 of 2 · Gazette 0, Herald 1, Wire 1" in line for line in lines(app))
        await pilot.press("enter")
        assert reader(app).place.selected == (2, 2)
        await pilot.press("up")
        assert reader(app).place.selected == (1, 2)
        await pilot.press("down", "down")
        assert reader(app).place.selected == (1, 2)
        await pilot.press(*"zz")
        assert "not found" in found(app)
        await pilot.press("escape", "k")
        assert reader(app).place.selected == (1, 1)
        assert not reader(app).query_one(SearchBar).display


async def test_tab_and_a_click_change_between_exact_and_fuzzy(notebook: Notebook, lines: Lines) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("slash", *"engineer craked")
        assert "not found" in found(app)
        assert any("exact · tab: fuzzy" in line for line in lines(app))
        await pilot.press("tab")
        assert any("fuzzy · tab: exact" in line for line in lines(app))
        assert "1 of 1 · Gazette 1, Herald 0, Wire 0" in found(app)
        assert reader(app).place.selected == (0, 1)
        canvas = reader(app).canvas
        assert canvas._current_hit is not None
        span = canvas._current_hit.span
        assert reader(app).comparison.articles[0].text[span.start : span.end] == "Engineers found a crack"
        await pilot.click("#search-way")
        assert "not found" in found(app)
        assert isinstance(app.focused, Input)
        await pilot.click("#search-way")
        await pilot.press("escape", "slash")
        assert "1 of 1" in found(app)  # the way stays as it was left


async def test_an_empty_query_and_a_lone_sign_are_no_error(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 30)) as pilot:
        before = reader(app).place.selected
        await pilot.press(
            "slash", "enter", "down", "up", "tab", "enter", "space", "[", "backspace", "(", "\\"
        )
        assert reader(app).place.selected == before
        await pilot.press("ctrl+u", "enter")
        assert "esc closes" in found(app)


async def test_ctrl_r_brings_earlier_searches_back(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("slash", "ctrl+r")
        assert "no earlier search" in found(app)
        for query in ("ferry", "mayor", "bridge"):
            await pilot.press("ctrl+u", *query, "enter", "escape", "slash")
        field = reader(app).query_one(Input)
        seen = []
        for _ in range(4):
            await pilot.press("ctrl+r")
            seen.append(field.value)
        assert seen == ["mayor", "ferry", "bridge", "mayor"]
        assert "1 of 2" in found(app)
        assert reader(app).place.selected == (0, 2)


async def test_one_letter_is_searched_for_after_a_pause(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsdiff.tui.widgets.search_bar._PAUSE", 0.01)
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("slash", "z")
        await until(pilot, lambda: "not found" in found(app))
        await pilot.press("backspace", "k")
        await until(pilot, lambda: " of " in found(app))


async def test_hidden_outlets_are_not_searched(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("3", "slash", *"ferry")
        assert "1 of 1 · Gazette 0, Herald 1 ·" in found(app)


async def test_the_texts_stand_still_when_the_search_opens(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 30)) as pilot:
        height = reader(app).canvas.size.height
        await pilot.press("slash")
        assert reader(app).canvas.size.height == height


async def test_text_is_marked_up_to_what_is_found(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("m", "slash", *"mayor", "escape", "ctrl+c")
        assert app.clipboard.startswith("The bridge over")
        assert app.clipboard.endswith("two years of repairs.")


@pytest.mark.parametrize("size", [(20, 5), (9, 3), (1, 1)])
async def test_a_small_screen_keeps_the_words(size: tuple[int, int], notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=size) as pilot:
        await pilot.press("slash", *"ferry", "enter", "tab")
        assert reader(app).place.selected == (2, 2)


async def test_a_story_without_text_is_searched_without_a_fault() -> None:
    app = NewsdiffApp(Notebook(Comparison(story(("One", ())))))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", "x", "tab", "enter")
        assert "not found" in found(app)

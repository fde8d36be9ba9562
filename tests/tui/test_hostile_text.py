"""Text that takes other cells than letters: no column breaks, and marks and hits lie where the words are."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from textual.strip import Strip
from textual.widgets import Input

from newsdiff.core.article import Article, SentenceRef
from newsdiff.core.cleaning import clean, clean_line
from newsdiff.core.comparison import compare
from newsdiff.core.notebook import Notebook
from newsdiff.core.segmentation import split
from newsdiff.tui import signs
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.widgets.canvas import Canvas
from newsdiff.tui.widgets.headers import Headers
from newsdiff.tui.widgets.page_view import PageView
from on_screen import reader

PLAIN = "The bridge over the Arno closed on Monday after engineers found a crack in the third arch."
ODD = {
    "wide": "市長は月曜日に橋が閉鎖されたと述べ、修理には二年かかると付け加えた。 ｆｕｌｌｗｉｄｔｈ 漢字",
    "emoji": "A family 👩\u200d👩\u200d👧\u200d👦 waved ☎\ufe0f and ❤\ufe0f "
    "and 🏳\ufe0f\u200d🌈 and 👍🏽 and 1\ufe0f\u20e3 from it.",
    "flags": "Flags 🇮🇹🇫🇷🇩🇪🇮🇹🇫🇷🇩🇪🇮🇹🇫🇷🇩🇪🇮🇹🇫🇷🇩🇪🇮🇹🇫🇷🇩🇪 and half of one 🇺 hung there.",
    "marks": "Z"
    + "\u0321\u0354\u0342" * 9
    + "a"
    + "\u0301" * 50
    + "lgo e\u0301te\u0301 देवनागरी क्षि ที่นี่ ᄒ\u1161\u11ab here.",
    "right to left": "الجسر فوق نهر أرنو مغلق منذ يوم الاثنين. "
    "הגשר מעל הארנו נסגר ביום שני. \u202eback\u202c",
    "unseen": "Zero\u200bwidth\u200c soft\u00adhyphen \u2060word "
    "\ufeffbom \u3164filler \u115f\u1160 \u034fjoiner \u2800 here.",
    "long word": "The word " + "x" * 150 + "漢" * 75 + "x" * 75 + " has three hundred letters.",
    "tabs": "Tabs\there\tand\t\tthere, ﷽ and ⸻ and ①②③ and 𝒳𝓎𝓏 and \ue000.",
}
EDGES = {signs.TRACK, signs.MAPPED, signs.PERHAPS_MAPPED, signs.THUMB}


def _article(number: int, outlet: str, *paragraphs: str) -> Article:
    text = clean("\n\n".join(paragraphs))
    return Article(
        f"a{number}", clean_line(outlet), text, tuple(split(text)), title=clean_line(paragraphs[-1])
    )


def _notebook(odd: str) -> Notebook:
    articles = (
        _article(1, odd, PLAIN, odd, "Shopkeepers fear for their trade."),
        _article(2, "Herald", PLAIN, odd + " And so on."),
        _article(3, "Wire 橋🇮🇹", "On Monday the bridge over the Arno closed: engineers found a crack.", odd),
    )
    return Notebook(compare(articles), "story")


def _cell(strip: Strip, x: int) -> str:
    return strip.crop(x, x + 1).text


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
@pytest.mark.parametrize("keys", [["j"], ["j", "v"]], ids=["columns", "aligned"])
async def test_no_column_is_broken(odd: str, keys: list[str]) -> None:
    app = NewsdiffApp(_notebook(odd))
    async with app.run_test(size=(97, 40)) as pilot:
        await pilot.press(*keys)
        canvas, headers = app.screen.query_one(Canvas), app.screen.query_one(Headers)
        panes = [pane for _, pane in canvas.arrangement.panes()]
        assert len(panes) > 1
        for y in range(canvas.size.height):
            strip = canvas.render_line(y)
            assert strip.cell_length == cell_len(strip.text) == 97
            assert {_cell(strip, pane.x + pane.width - 1) for pane in panes} <= EDGES, strip.text
        for y in range(3):
            assert cell_len(headers.render_line(y).text) == 97
        for strip in app.screen._compositor.render_strips():
            assert cell_len(strip.text) == 97


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
@pytest.mark.parametrize("key", ["f4", "f5", "f6", "enter"])
async def test_no_page_is_broken(odd: str, key: str) -> None:
    app = NewsdiffApp(_notebook(odd))
    async with app.run_test(size=(61, 50)) as pilot:
        await pilot.press("j", key)
        await pilot.pause()
        for view in app.screen.query(PageView):
            for y in range(view.size.height):
                strip = view.render_line(y)
                assert strip.cell_length == cell_len(strip.text) == view.size.width
        for strip in app.screen._compositor.render_strips():
            assert cell_len(strip.text) == 61


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
async def test_what_is_marked_is_what_is_copied(odd: str) -> None:
    notebook = _notebook(odd)
    article = notebook.comparison.articles[0]
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(97, 40)) as pilot:
        canvas = reader(app).canvas
        pane = canvas.arrangement.panes()[0][1]
        rows = canvas.arrangement.rows_in_view(SentenceRef(0, 1))
        await pilot.mouse_down(Canvas, offset=(pane.x + canvas.arrangement.gutter, rows.start))
        await pilot.hover(Canvas, offset=(pane.x + pane.width - 2, rows.stop - 1))
        await pilot.mouse_up(Canvas, offset=(pane.x + pane.width - 2, rows.stop - 1))
        await pilot.press("ctrl+c")
        assert app.clipboard == article.sentence_text(1)


@pytest.mark.parametrize(
    ("odd", "words"),
    [
        ("wide", "二年"),
        ("wide", "漢字"),
        ("emoji", "🌈"),
        ("flags", "half"),
        ("marks", "देव"),
        ("right to left", "الاثنين"),
        ("unseen", "filler"),
        ("long word", "漢x"),
        ("tabs", "there"),
    ],
)
async def test_what_is_found_is_lit_where_it_stands(odd: str, words: str) -> None:
    app = NewsdiffApp(_notebook(ODD[odd]))
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("slash")
        app.screen.query_one(Input).value = words  # no key types a combining mark
        await pilot.press("enter")
        canvas = reader(app).canvas
        ground = canvas.get_component_styles("canvas--hit").background.hex
        lit = [
            segment.text
            for y in range(canvas.size.height)
            for segment in canvas.render_line(y)
            if segment.style and segment.style.bgcolor and segment.style.bgcolor.name.upper() == ground
        ]
        assert lit
        assert set(lit) == {words}

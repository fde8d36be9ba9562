"""The marks and the tables of the overview."""

from __future__ import annotations

import pytest

from newsdiff.core.article import Article, SentenceRef
from newsdiff.core.comparison import Comparison, compare
from newsdiff.tui.pages.overview import OverviewPage
from newsdiff.tui.pages.page import Piece
from newsdiff.tui.pages.tables import Head, table
from stories import made_up_story


def lines(page: OverviewPage, at: int | None = None) -> list[str]:
    return ["".join(piece.text for piece in page.line(row, at)).rstrip() for row in range(page.length)]


@pytest.fixture
def page(comparison: Comparison) -> OverviewPage:
    return OverviewPage(comparison, (0, 1, 2), 80)


def test_each_sentence_has_one_mark(page: OverviewPage) -> None:
    drawn = lines(page)
    assert " 1 Gazette ■ ▪ ▪ ◆" in drawn
    assert " 2 Herald  ▪ ▪ ◇" in drawn
    assert " 3 Wire    ▪ ◆ ◇" in drawn


def test_the_tables_say_who_has_how_much(page: OverviewPage) -> None:
    drawn = lines(page)
    assert " 1 Gazette      29          4    25%        50%          25%" in drawn
    assert " 1 Gazette                ·             75%             25%" in drawn
    assert " 2 Herald               67%               ·          0% +33" in drawn


def test_a_cell_leads_to_its_sentence(page: OverviewPage) -> None:
    for stop, sentence in enumerate(page.stops):
        row, tall = page.rows(stop)
        x = 11 + 2 * sentence.sentence
        assert tall == 1
        assert page.stop_at(row, x) == page.stop_at(row, x + 1) == stop
    assert page.stop_at(page.rows(0).top, 5) is None
    assert page.stop_at(page.rows(0).top, 60) is None
    assert page.stop_at(0, 20) is None


def test_the_ways_over_the_marks(page: OverviewPage) -> None:
    def at(sentence: tuple[int, int]) -> int:
        return page.stops.index(SentenceRef(*sentence))

    assert page.move(at((0, 0)), 1) == page.aside(at((0, 0)), 1) == at((0, 1))
    assert page.move(at((0, 3)), 1) is None
    assert page.up_or_down(at((0, 3)), 1) == at((1, 2))
    assert page.up_or_down(at((2, 2)), -1) == at((1, 2))
    assert page.up_or_down(at((2, 2)), 1) is None
    assert page.outlet(at((0, 1)), 1) == at((1, 0))  # its counterpart
    assert page.outlet(at((1, 2)), 1) == at((2, 2))  # as far on
    assert page.outlet(at((0, 1)), -1) is None
    assert page.edge(at((1, 1)), -1) == at((1, 0))
    assert page.edge(at((1, 1)), 1) == at((1, 2))


def test_the_selected_mark_and_its_counterparts_look_otherwise(page: OverviewPage) -> None:
    at = page.stops.index(SentenceRef(0, 0))
    marks = {
        (row, style)
        for row in range(page.length)
        for piece in page.line(row, at)
        for style in piece.styles
        if style in ("mark-selected", "mark-lit", "own-name")
    }
    top = page.rows(at).top
    assert marks == {(top, "mark-selected"), (top, "own-name"), (top + 1, "mark-lit"), (top + 2, "mark-lit")}
    assert {row for row, _ in marks} == {*page.lit(at)}


def test_a_hidden_sentence_is_stood_for_by_a_counterpart(comparison: Comparison) -> None:
    page = OverviewPage(comparison, (1, 2), 80)
    assert page.stops[page.find(SentenceRef(0, 2))] == (1, 1)
    assert page.stops[page.find(SentenceRef(0, 3))] == (1, 0)
    assert "1 Gazette" not in "\n".join(lines(page))


def test_long_accounts_go_on_on_the_next_line() -> None:
    comparison = compare(made_up_story(1, outlets=3, length=50))
    page = OverviewPage(comparison, (0, 1, 2), 40)
    assert len(page.stops) == 150
    rows = [page.rows(stop).top for stop in range(50)]
    assert rows[0] < rows[-1]
    assert rows == sorted(rows)
    assert [page.stop_at(page.rows(stop).top, 12) for stop in (0,)] == [0]
    below = page.up_or_down(0, 1)
    assert page.stops[below].article == 0
    assert page.rows(below).top == rows[0] + 1
    assert all(len(line) <= 40 for line in lines(page))


def test_an_account_without_a_sentence_has_a_line_and_no_mark(comparison: Comparison) -> None:
    empty = Article("empty", "Empty Times", "", ())
    page = OverviewPage(Comparison((empty, *comparison.articles)), (0, 1), 80)
    assert any(line == " 1 Empty Times" for line in lines(page))
    assert page.outlet(0, -1) is None
    assert page.up_or_down(0, -1) is None


def test_a_table_that_is_too_wide_goes_on_below() -> None:
    heads = [Head(f"h{number}", 6) for number in range(5)]
    rows = [[f"{row}{column}" for column in range(5)] for row in "ab"]
    drawn = [
        "".join(piece.text for piece in line) for line in table(heads, [Piece("A"), Piece("B")], rows, 4, 17)
    ]
    assert drawn == [
        "        h0    h1",
        "A       a0    a1",
        "B       b0    b1",
        "",
        "        h2    h3",
        "A       a2    a3",
        "B       b2    b3",
        "",
        "        h4",
        "A       a4",
        "B       b4",
    ]

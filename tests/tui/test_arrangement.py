from __future__ import annotations

from dataclasses import replace

import pytest

from newsdiff.core.article import SentenceRef
from newsdiff.core.comparison import Comparison
from newsdiff.core.findings import Certainty, Link
from newsdiff.core.notebook import View
from newsdiff.tui import layout
from newsdiff.tui.arrangement import Arrangement
from newsdiff.tui.layout import Kind
from newsdiff.tui.scrolling import CONTEXT_ROWS
from stories import story


def ref(article: int, sentence: int) -> SentenceRef:
    return SentenceRef(article, sentence)


@pytest.fixture
def arrangement(comparison: Comparison) -> Arrangement:
    arrangement = Arrangement(comparison)
    arrangement.resize(120, 20, ref(0, 0))
    return arrangement


def test_counterparts_are_brought_level(arrangement: Arrangement) -> None:
    moved, paged = arrangement.bring(ref(0, 2))
    assert moved == {1}
    assert not paged
    assert arrangement.row_of(ref(1, 1)) == arrangement.row_of(ref(0, 2))


def test_a_column_without_a_counterpart_stands_still(arrangement: Arrangement) -> None:
    arrangement.bring(ref(0, 2))
    before = [arrangement.offset(article) for article in range(3)]
    moved, _ = arrangement.bring(ref(0, 3))
    assert moved == set()
    assert [arrangement.offset(article) for article in range(3)] == before


def test_there_is_room_for_a_counterpart_that_is_taller(comparison: Comparison) -> None:
    arrangement = Arrangement(comparison)
    arrangement.resize(60, 9, ref(0, 0))
    for number in range(3):
        arrangement.bring(ref(0, number))
        for other in comparison.counterparts(ref(0, number), 1):
            column = arrangement.column(1)
            assert column is not None
            assert len(arrangement.rows_in_view(other)) == column.heights[other.sentence]


def test_the_selection_does_not_jump_for_the_sake_of_a_tall_counterpart() -> None:
    articles = story(
        ("Brief", [f"Claim {number} in short." for number in range(20)]),
        ("Long", [f"Claim {number} at length, and on and on." * 5 for number in range(20)]),
    )
    links = tuple(Link(ref(0, number), ref(1, number), 0.9, Certainty.SURE) for number in range(20))
    arrangement = Arrangement(Comparison(articles, links))
    arrangement.resize(70, 20, ref(0, 0))
    still = 0
    for number in range(1, 20):
        row = arrangement.row_of(ref(0, number))
        arrangement.bring(ref(0, number))
        counterpart = arrangement.column(1)
        assert counterpart is not None
        assert len(arrangement.rows_in_view(ref(1, number))) == counterpart.heights[number]
        if row is not None and CONTEXT_ROWS <= row < 20 - CONTEXT_ROWS:
            assert arrangement.row_of(ref(0, number)) == row
            still += 1
    assert still > 10


def test_aligned_rows_are_equally_tall_in_all_columns(comparison: Comparison) -> None:
    columns = layout.lay_out_rows(comparison, [0, 1, 2], {0: 20, 1: 20, 2: 20}, 0)
    assert len({len(column.slots) for column in columns}) == 1
    by_article = {column.article: column for column in columns}
    assert by_article[0].tops[2] == by_article[1].tops[1]
    assert by_article[2].slots[by_article[0].tops[3]].kind is Kind.MISSING
    assert by_article[1].slots[by_article[0].tops[0]].kind is Kind.ELSEWHERE  # linked, but on the crack's row
    for column in columns:
        rules = [row for row, slot in enumerate(column.slots) if slot.kind is Kind.RULE]
        assert rules == [row for row, slot in enumerate(columns[0].slots) if slot.kind is Kind.RULE]


def test_a_row_is_as_tall_as_what_is_seen_of_it(comparison: Comparison) -> None:
    herald, gazette, _ = layout.lay_out_rows(comparison, [1, 0, 2], {1: 10, 2: 10}, 0)
    assert len(herald.slots) == len(gazette.slots)
    alone = gazette.tops[3]
    assert herald.slots[alone] == (Kind.BEYOND, -1, 0, 1, 0)
    assert herald.slots[alone + 1 : alone + 2] in ([], [(Kind.RULE, -1, 0, 0, 0)])
    assert gazette.sentence_near(alone) == 3
    assert herald.heights[1] > 1


def test_paging_sideways_in_aligned_rows_holds_the_row(comparison: Comparison) -> None:
    arrangement = Arrangement(comparison)
    arrangement.show(comparison, [0, 1, 2], View.ALIGNED, 0)
    arrangement.resize(40, 9, ref(0, 0))
    arrangement.bring(ref(0, 2))
    before = arrangement.row_of(ref(0, 2))
    _, paged = arrangement.bring(ref(1, 1))
    assert paged
    assert arrangement.row_of(ref(1, 1)) == before
    assert len(arrangement.rows_in_view(ref(1, 1))) == 2


def test_nothing_is_said_to_be_missing_that_was_not_compared(comparison: Comparison) -> None:
    gazette, herald, wire = comparison.articles
    for known in (
        Comparison(comparison.articles),
        replace(comparison, articles=(gazette, replace(herald, outlet="Wire"), replace(wire, outlet="Wire"))),
    ):
        columns = {
            column.article: column
            for column in layout.lay_out_rows(known, [0, 1, 2], {0: 20, 1: 20, 2: 20}, 2)
        }
        assert columns[1].slots[columns[2].tops[1]].kind is Kind.GAP


def test_every_sentence_has_its_lines_in_both_views(comparison: Comparison) -> None:
    for columns in (
        [layout.lay_out_column(index, article, 25) for index, article in enumerate(comparison.articles)],
        layout.lay_out_rows(comparison, [0, 1, 2], {0: 25, 1: 25, 2: 25}, 1),
    ):
        for column in columns:
            text = comparison.articles[column.article].text
            for number in range(len(column.tops)):
                slots = column.slots[column.tops[number] :][: column.heights[number]]
                words = " ".join(text[slot.start : slot.end] for slot in slots)
                assert words.split() == comparison.articles[column.article].sentence_text(number).split()
                assert all(slot.sentence == number and slot.cells <= 25 for slot in slots)


def test_a_headline_that_opens_the_text_is_not_drawn_twice(comparison: Comparison) -> None:
    gazette = replace(comparison.articles[0], title="The bridge\nover the arno closed on Monday")
    for article, titled in ((comparison.articles[0], True), (gazette, False)):
        column = layout.lay_out_column(0, article, 25)
        assert (column.slots[0].kind is Kind.TITLE) is titled


def test_hiding_the_lead_keeps_its_order(comparison: Comparison) -> None:
    columns = layout.lay_out_rows(comparison, [1, 2], {1: 25, 2: 25}, 0)
    herald = next(column for column in columns if column.article == 1)
    assert sorted(herald.tops) == herald.tops


def test_scrolling_stops_at_both_ends(arrangement: Arrangement) -> None:
    assert arrangement.scroll(0, -3) == set()
    while arrangement.scroll(0, 3):
        pass
    column = arrangement.column(0)
    assert column is not None
    assert 0 <= arrangement.offset(0) <= len(column.slots)


def test_directions_say_where_what_is_out_of_view_lies(comparison: Comparison) -> None:
    arrangement = Arrangement(comparison)
    arrangement.resize(120, 4, ref(0, 3))
    assert arrangement.direction(ref(0, 0)) == -1
    assert arrangement.direction(ref(0, 3)) == 0
    arrangement.bring(ref(0, 0))
    assert arrangement.direction(ref(0, 3)) == 1


def test_cells_name_their_sentence(arrangement: Arrangement) -> None:
    row = arrangement.row_of(ref(2, 1))
    assert row is not None
    assert arrangement.at(85, row) == (2, ref(2, 1))
    assert arrangement.at(85, 19) == (2, None)
    assert arrangement.at(500, 0) is None

"""Lists are wrapped, have stops, and lead from outlet to outlet."""

from __future__ import annotations

from newsdiff.core.article import SentenceRef, Span
from newsdiff.core.comparison import Comparison
from newsdiff.tui.pages import left_out, only_here
from newsdiff.tui.pages.listing import GUTTER, Block, Entry, Listing


def lines(listing: Listing, at: int | None = None) -> list[str]:
    return ["".join(piece.text for piece in listing.line(row, at)).rstrip() for row in range(listing.length)]


def only_here_list(comparison: Comparison, width: int = 80) -> Listing:
    shown = range(len(comparison.articles))
    return Listing(only_here.entries(comparison, shown), [[index] for index in shown], width)


def left_out_list(comparison: Comparison, shown: tuple[int, ...] = (0, 1, 2)) -> Listing:
    sections = [articles for _, articles in left_out.sections(comparison, shown)]
    return Listing(left_out.entries(comparison, shown), sections, 80)


def test_each_outlet_has_its_own_sentences_and_parts(comparison: Comparison) -> None:
    drawn = lines(only_here_list(comparison))
    at = drawn.index("      Gazette")
    assert drawn[at + 1] == "      ◆ 1 only here · 4 sentences · _ 1 sentence with a part"
    assert drawn[at + 3] == "   _  Engineers found a crack in the third arch."
    assert drawn[at + 5] == "   ◆  Shopkeepers fear for their trade."
    assert "   ◇  Ferry tickets cost one euro." in drawn


def test_the_words_around_a_part_are_faint(comparison: Comparison) -> None:
    listing = only_here_list(comparison)
    (top, _) = listing.rows(0)
    styles = {piece.text: piece.styles for piece in listing.line(top, None)}
    assert styles["Engineers found a crack in the "] == ("faint",)
    assert styles["third"] == ("faint", "only-here", "only-here-part")


def test_every_line_fits_and_the_selected_one_has_one_ground(comparison: Comparison) -> None:
    for width in (80, 30, 12):
        listing = only_here_list(comparison, width)
        for row in range(listing.length):
            assert sum(len(piece.text) for piece in listing.line(row, 0)) <= max(width, GUTTER + 8)
        for row in listing.lit(0):
            pieces = listing.line(row, 0)
            assert pieces[0].text == "█"
            assert all("selected" in piece.styles for piece in pieces)


def test_stops_are_found_by_their_sentence_else_the_next_of_the_outlet(comparison: Comparison) -> None:
    listing = only_here_list(comparison)
    assert listing.stops == ((0, 1), (0, 3), (1, 2), (2, 1), (2, 2))
    found = {
        (article, number): listing.find(SentenceRef(article, number)) for article, number in listing.stops
    }
    assert [*found.values()] == [0, 1, 2, 3, 4]
    assert listing.find(SentenceRef(0, 2)) == 1
    assert listing.find(SentenceRef(1, 0)) == 2
    assert Listing([], [], 80).find(SentenceRef(0, 0)) is None


def test_the_last_stop_of_an_outlet_is_nearest_to_what_comes_after_it() -> None:
    entries = [
        Entry((Block.of("One."),), 0, SentenceRef(0, 1)),
        Entry((Block.of("Two."),), 1, SentenceRef(1, 0)),
    ]
    listing = Listing(entries, [[0], [1]], 80)
    assert listing.find(SentenceRef(0, 5)) == 0
    assert listing.find(SentenceRef(7, 0)) == 0


def test_an_entry_is_found_by_every_sentence_that_it_stands_for() -> None:
    entries = [
        Entry((Block.of("One."),), 0, SentenceRef(1, 0)),
        Entry((Block.of("Two."),), 0, SentenceRef(1, 3), frozenset({SentenceRef(2, 5)})),
    ]
    assert Listing(entries, [[0]], 80).find(SentenceRef(2, 5)) == 1


def test_the_way_from_outlet_to_outlet_passes_those_that_have_nothing() -> None:
    entries = [Entry((Block.of(f"{section}"),), section, SentenceRef(section, 0)) for section in (0, 2, 2, 3)]
    listing = Listing(entries, [[0], [1], [2], [3]], 80)
    assert [listing.outlet(0, 1), listing.outlet(1, 1), listing.outlet(3, 1)] == [1, 3, None]
    assert [listing.outlet(3, -1), listing.outlet(2, -1), listing.outlet(0, -1)] == [1, 0, None]


def test_a_page_further_is_as_many_rows_further() -> None:
    entries = [Entry((Block.of(f"{number}"),), 0, SentenceRef(0, number)) for number in range(20)]
    listing = Listing(entries, [[0]], 80)
    assert listing.further(0, 10) == 5
    assert listing.further(5, -10) == 0
    assert listing.further(18, 10) == 19
    assert listing.further(1, -10) == 0


def test_a_line_leads_to_its_entry(comparison: Comparison) -> None:
    listing = only_here_list(comparison)
    for stop in range(len(listing.stops)):
        assert listing.stop_at(listing.rows(stop).top, 10) == stop
    assert listing.stop_at(0, 10) is None
    assert listing.stop_at(listing.length, 10) is None
    assert listing.stop_at(listing.rows(0).top, 200) is None


def test_what_leads_up_to_an_entry_is_what_stands_above_it(comparison: Comparison) -> None:
    listing = only_here_list(comparison)
    assert listing.with_heading(0).top == 0
    drawn = lines(listing)
    assert drawn[listing.with_heading(2).top] == "      Herald"
    assert listing.with_heading(1) == listing.rows(1)


def test_styles_of_stretches_end_where_a_line_ends() -> None:
    block = Block("one two three four", 4, 18, "base", ((Span(4, 7), ("a",)), (Span(8, 13), ("b",))))
    listing = Listing([Entry((block,))], [], GUTTER + 9)
    words = [
        [(piece.text, piece.styles) for piece in listing.line(row, None)[2:-1]]
        for row in range(listing.length)
    ]
    assert words == [[("two", ("base", "a"))], [("three", ("base", "b"))], [("four", ("base",))]]


def test_what_others_report_is_listed_with_who_does(comparison: Comparison) -> None:
    listing = left_out_list(comparison)
    drawn = lines(listing)
    at = drawn.index("      Wire")
    assert drawn[at + 1] == "      seems to leave out 1 thing"
    assert drawn[at + 3].startswith("   2  ")
    assert "all-report" in listing.line(at + 3, None)[1].styles
    assert "both others report it: " in drawn[at + 4]
    assert {"Gazette", "Herald"} == {name for name in ("Gazette", "Herald", "Wire") if name in drawn[at + 4]}
    assert listing.told(0) == "Wire seems to leave this out · 1 of 1"
    assert drawn[drawn.index("      Gazette") + 1].startswith("      Nothing that was found: ")


def test_what_hidden_outlets_report_counts_and_is_marked(comparison: Comparison) -> None:
    listing = left_out_list(comparison, (1, 2))
    drawn = "\n".join(lines(listing))
    assert "      Gazette" not in drawn
    assert listing.stops[0].article == 1
    assert "both others report it: Herald (quoted here), Gazette (hidden)" in drawn


def test_with_two_outlets_the_page_says_where_to_look(comparison: Comparison) -> None:
    two = Comparison(comparison.articles[:2], comparison.links[:1])
    listing = left_out_list(two, (0, 1))
    assert listing.stops == ()
    assert "what only the other has" in lines(listing)[0]

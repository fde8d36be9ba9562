from __future__ import annotations

from dataclasses import replace

from newsdiff.core.article import Article, SentenceRef
from newsdiff.core.comparison import Comparison
from newsdiff.core.findings import Evidence, EvidenceKind, Nearest
from newsdiff.core.notebook import Notebook, Place, View
from newsdiff.tui import signs, telling


def ref(article: int, sentence: int) -> SentenceRef:
    return SentenceRef(article, sentence)


def with_heading(comparison: Comparison) -> Comparison:
    """Return the comparison with the Gazette's first sentence as a heading, which has no findings."""
    first, *others = comparison.articles[0].sentences
    article = replace(comparison.articles[0], sentences=(replace(first, heading=True), *others))
    links = tuple(link for link in comparison.links if ref(0, 0) not in (link.a, link.b))
    return replace(comparison, articles=(article, *comparison.articles[1:]), links=links)


def told(comparison: Comparison, sentence: SentenceRef, hidden: set[int] | None = None) -> str:
    return telling.coverage(comparison, sentence, hidden or set()).plain


def test_coverage_names_who_has_it_who_perhaps_and_who_not(comparison: Comparison) -> None:
    assert told(comparison, ref(0, 0)) == "Gazette 1/4 · 3 of 3 report this · also Herald, Wire"
    assert "2 of 3 report this · also Herald · not found in Wire" in told(comparison, ref(0, 1))
    assert "2 of 3 report this, perhaps 1 more · also Gazette · perhaps Wire" in told(comparison, ref(1, 0))
    assert told(comparison, ref(0, 1)).endswith(" · a part perhaps only here")


def test_a_heading_is_said_to_be_one_and_does_not_count(comparison: Comparison) -> None:
    headed = with_heading(comparison)
    assert told(headed, ref(0, 0)) == "Gazette · a heading: not compared"
    assert told(headed, ref(0, 3)).startswith("Gazette 3/3 · ")
    assert signs.coverage(headed, ref(0, 0)) == ""


def test_a_plus_says_that_more_perhaps_report_it(comparison: Comparison) -> None:
    perhaps = replace(comparison, links=comparison.links[-1:])
    assert [signs.coverage(comparison, ref(*at)) for at in ((0, 0), (1, 0), (0, 3))] == ["3", "2+", "◆"]
    assert signs.coverage(perhaps, ref(1, 0)) == "1+"
    assert "1 of 3 report this, perhaps 1 more" in told(perhaps, ref(1, 0))


def test_coverage_keeps_to_its_room_and_says_the_most_telling_thing_longest(comparison: Comparison) -> None:
    full = "Gazette 2/4 · 2 of 3 report this · also Herald · not found in Wire · a part perhaps only here"
    said = [telling.coverage(comparison, ref(0, 1), set(), cells).plain for cells in range(len(full), 25, -1)]
    assert list(dict.fromkeys(said)) == [
        full,
        "Gazette 2/4 · 2 of 3 report this · also Herald · one lacks it · a part perhaps only here",
        "Gazette 2/4 · 2 of 3 report this · also Herald · a part perhaps only here",
        "Gazette 2/4 · 2 of 3 · also Herald · a part perhaps only here",
        "Gazette 2/4 · 2 of 3 report this · a part perhaps only here",
        "Gazette 2/4 · 2 of 3 · a part perhaps only here",
        "2/4 · 2 of 3 · a part perhaps only here",
    ]


def test_outlets_that_lack_it_are_counted_in_words_that_name_no_outlet(comparison: Comparison) -> None:
    gazette, herald, wire = comparison.articles
    both = replace(comparison, articles=(gazette, herald, wire, replace(wire, id="x", outlet="Examiner")))
    assert " · not found in Wire, Examiner · " in told(both, ref(0, 1))
    assert " · 2 lack it · " in telling.coverage(both, ref(0, 1), set(), 85).plain


def test_what_is_only_here_is_said_more_briefly_where_there_is_little_room(comparison: Comparison) -> None:
    said = [telling.coverage(comparison, ref(0, 3), set(), cells).plain for cells in (99, 40, 30)]
    assert said == [
        "Gazette 4/4 · ◆ only here: found in no other outlet (93% sure)",
        "Gazette 4/4 · ◆ only here (93% sure)",
        "◆ only here (93% sure)",
    ]


def test_coverage_marks_outlets_that_are_hidden(comparison: Comparison) -> None:
    assert "also Herald (hidden), Wire" in told(comparison, ref(0, 0), {1})


def test_only_here_says_how_sure(comparison: Comparison) -> None:
    assert "◆ only here: found in no other outlet (93% sure)" in told(comparison, ref(0, 3))
    assert "◇ perhaps only here (60% sure)" in told(comparison, ref(1, 2))


def test_no_chance_is_ever_called_100_percent(comparison: Comparison) -> None:
    certain = replace(
        comparison,
        only_here=tuple(replace(found, score=0.9999) for found in comparison.only_here),
        links=tuple(replace(link, score=0.9999) for link in comparison.links),
    )
    assert told(certain, ref(0, 3)).endswith("(99% sure)")
    assert telling.remark(Notebook(certain), ref(0, 0), {1}, ()).plain.startswith("shares with Herald (99%)")


def test_only_what_is_near_is_said_to_come_near(comparison: Comparison) -> None:
    def nearest_at(score: float) -> str:
        only_here = tuple(replace(found, nearest=Nearest(ref(0, 3), score)) for found in comparison.only_here)
        return told(replace(comparison, only_here=only_here), ref(1, 2))

    assert nearest_at(0.15).endswith("◇ perhaps only here (60% sure): something comes near")
    assert nearest_at(0.09).endswith("◇ perhaps only here (60% sure)")


def test_two_articles_of_one_outlet_count_once_and_are_never_said_to_lack(comparison: Comparison) -> None:
    gazette, herald, wire = comparison.articles
    twins = replace(comparison, articles=(gazette, herald, replace(wire, outlet="Herald")))
    assert (
        told(twins, ref(0, 1)) == "Gazette 2/4 · 2 of 2 report this · also Herald · a part perhaps only here"
    )


def test_many_outlets_are_counted_instead_of_named(comparison: Comparison) -> None:
    many = tuple(Article(f"x{number}", f"X{number}", "", ()) for number in range(9))
    assert "not found in 9 others" in told(
        replace(comparison, articles=(*comparison.articles, *many)), ref(0, 0)
    )


def test_the_remark_is_about_a_counterpart_that_is_seen(notebook: Notebook) -> None:
    assert telling.remark(notebook, ref(0, 0), {0, 1, 2}, ()).plain == "shares with Wire (90%): Monday"
    assert telling.remark(notebook, ref(0, 0), {0, 1}, ()).plain == "shares with Herald (70%): bridge"
    assert telling.remark(notebook, ref(0, 0), {0}, ()).plain == "shares with Wire (90%): Monday"


def test_the_remark_is_the_newest_note_where_there_is_one(notebook: Notebook) -> None:
    noted = notebook.with_note(ref(0, 0), "first").with_note(ref(0, 0), "second\nline")
    assert telling.remark(noted, ref(0, 0), set(), ()).plain == "✎ second line (+1)"


def test_the_remark_names_the_nearest_of_what_is_only_here(notebook: Notebook) -> None:
    comparison = notebook.comparison
    article = comparison.articles[0]
    start = article.sentences[3].start
    trade = Evidence(EvidenceKind.WORD, article_span(article, "trade"), article_span(article, "trade"), 1.0)
    assert start
    nearest = Nearest(ref(1, 2), 0.23, (trade,))
    only_here = tuple(
        replace(found, nearest=nearest) if found.sentence == ref(0, 3) else found
        for found in comparison.only_here
    )
    near = replace(notebook, comparison=replace(comparison, only_here=only_here))
    assert telling.remark(near, ref(0, 3), set(), ()).plain == (
        "nearest (23%) Herald, sharing trade: A ferry will run from Friday."
    )
    assert telling.remark(notebook, ref(0, 3), set(), ()).plain == ""


def article_span(article: Article, words: str) -> tuple[int, int]:
    from newsdiff.core.article import Span

    at = article.text.index(words)
    return Span(at, at + len(words))


def test_the_state_keeps_whole_what_it_says_and_longest_that_notes_are_unsaved(notebook: Notebook) -> None:
    aligned = notebook.at(Place(view=View.ALIGNED))
    said = [telling.state(aligned, 0, unsaved=True, notices=2, cells=cells) for cells in range(60, -1, -1)]
    assert list(dict.fromkeys(said)) == [
        "! 2 notices (w) · order of Gazette · ● not saved",
        "! 2 (w) · order of Gazette · ● not saved",
        "! 2 notices (w) · ● not saved",
        "! 2 (w) · ● not saved",
        "● not saved",
        "●",
        "",
    ]
    assert all(len(each) <= cells for each, cells in zip(said, range(60, -1, -1), strict=True))
    assert telling.state(notebook, 0, unsaved=False, notices=0, cells=38) == ""

from __future__ import annotations

from dataclasses import replace

from newsdiff.core.article import SentenceRef
from newsdiff.core.comparison import Comparison
from newsdiff.core.findings import Certainty, Link
from newsdiff.tui import heads
from newsdiff.tui.panes import Pane

NAMES = ("Gazette", "Herald: morning", "Wire")


def ref(article: int, sentence: int) -> SentenceRef:
    return SentenceRef(article, sentence)


def test_facts_count_whole_sentences(comparison: Comparison) -> None:
    assert heads.facts(comparison, 2) == (
        "◆ 1 only here ◇ 1 perhaps · 3 sentences",
        "◆ 1 only here ◇ 1 perhaps of 3",
        "◆ 1 only here ◇ 1 perhaps",
        "◆1 ◇1",
    )
    assert heads.facts(Comparison(comparison.articles), 2) == ("3 sentences",)


def test_the_head_of_a_column_says_where_a_counterpart_lies(comparison: Comparison) -> None:
    panes = [(index, Pane(index * 40, 40)) for index in range(3)]
    facts = [heads.facts(comparison, index) for index in range(3)]
    said = heads.headers(comparison, panes, ref(0, 1), NAMES, facts, lambda _: 1)
    assert [head.answer[0] for head in said] == ["█ 2 of 3 report it", "▌ reports it ↓", "– not found here"]
    assert [head.name for head in said] == ["1 Gazette", "2 Herald: morning", "3 Wire"]
    assert [head.state for head in said] == ["own", "has", "lacks"]
    said = heads.headers(comparison, panes, ref(1, 0), NAMES, facts, lambda _: 0)
    assert [head.answer[0] for head in said] == [
        "▌ reports it in 2 places",
        "█ 2 of 3 report it, perhaps 1 more",
        "┆ perhaps reports it",
    ]
    said = heads.headers(comparison, panes, ref(0, 3), NAMES, facts, lambda _: 0)
    assert said[0].answer[0] == "◆ only here"


def test_a_head_tells_sure_places_from_perhaps(comparison: Comparison) -> None:
    links = (
        *comparison.links,
        Link(ref(0, 1), ref(1, 1), 0.4, Certainty.PERHAPS),
        Link(ref(0, 1), ref(1, 2), 0.3, Certainty.PERHAPS),
    )
    story = replace(comparison, links=links)
    said = heads.headers(story, [(1, Pane(40, 40))], ref(0, 1), NAMES, [("",)] * 3, lambda _: 0)
    assert said[0].answer == (
        "▌ reports it, perhaps 2 more places",
        "▌ reports it (1, perhaps 2 more)",
        "▌ reports it",
    )


def test_no_outlet_is_said_to_lack_a_heading(comparison: Comparison) -> None:
    first, *others = comparison.articles[1].sentences
    herald = replace(comparison.articles[1], sentences=(*others, replace(first, heading=True)))
    story = replace(comparison, articles=(comparison.articles[0], herald, comparison.articles[2]))
    panes = [(index, Pane(index * 40, 40)) for index in range(3)]
    said = heads.headers(
        story, panes, ref(1, 2), NAMES, [heads.facts(story, index) for index in range(3)], int
    )
    assert [head.answer[:1] for head in said] == [(), ("█ a heading",), ()]
    assert said[1].facts[0].endswith("· 2 sentences")

"""The text report, as a person reads it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsdiff.core.article import Article, Sentence, SentenceRef
from newsdiff.core.comparison import Comparison
from newsdiff.core.findings import Certainty, Link, Nearest, Passage
from newsdiff.core.notebook import Notebook
from newsdiff.core.notes import WHOLE_STORY, Target, on_sentences
from newsdiff.core.report import render
from newsdiff.core.report.layout import cells

WHOLE = """\
Old bridge closes
3 outlets compared: Gazette, Herald and Wire.

The matching is automatic. Under each number the sentence that most outlets
share stands first. A percentage is the chance that a careful reader agrees:
that a sentence shares a claim with that first one, or that no other outlet has
it. “Perhaps” means: check it in the articles before you rely on it. “In part”
means: it shares something with another sentence under the number, not with the
first.


OUTLETS

Gazette
    Old bridge closes
    2025-08-30
    4 sentences, 1 of them only here (25%): 1 for sure, 0 perhaps

Herald
    Crack shuts bridge
    2025-08-30
    3 sentences, 1 of them only here (33%): 0 for sure, 1 perhaps

Wire
    2025-08-30
    3 sentences, 2 of them only here (67%): 1 for sure, 1 perhaps


WHAT ALL 3 REPORT

[1] all 3 outlets
    Gazette (sentence 1)
        The bridge over the Arno closed on Monday.
    Herald (sentence 1, 70%)
        A crack in an arch has shut the bridge.
    Wire (sentence 1, 90%)
        The bridge was closed on Monday.


WHAT SOME REPORT

[2] 2 of 3 outlets; perhaps Wire
    Herald (sentence 1)
        A crack in an arch has shut the bridge.
    Gazette (sentence 2, 80%)
        Engineers found a crack in the third arch.
    Wire (sentence 1, perhaps, 50%)
        The bridge was closed on Monday.

[3] 2 of 3 outlets; not found in Wire
    Gazette (sentence 3)
        The mayor spoke of two years of repairs.
    Herald (sentence 2, 95%)
        Repairs will take two years, the mayor said.


FIGURES, DAYS AND QUOTATIONS THAT DIFFER

None was found.


WHAT ONLY ONE OUTLET REPORTS
Nothing that says the same was found in the other articles compared here.

Gazette
    Only here:
        - Shopkeepers fear for their trade. (sentence 4, 93%)
    Only here within what others report too:
        - “third” (93%)
            in sentence 2: Engineers found a crack in the third arch.

Herald
    Perhaps only here:
        - A ferry will run from Friday. (sentence 3, 60%)

Wire
    Only here:
        - Nobody was hurt. (sentence 2, 93%)
    Perhaps only here:
        - Ferry tickets cost one euro. (sentence 3, 60%)


WHAT EACH SEEMS TO LEAVE OUT
Surely in at least two others; in this outlet's article nothing was found that
shares a claim with it, not even perhaps. It may stand there in words that were
not recognised: look before you say that it is missing.

Gazette: nothing that was found

Herald: nothing that was found

Wire
    [3] Gazette and Herald: The mayor spoke of two years of repairs.
"""


def test_the_whole_report(notebook: Notebook) -> None:
    assert render(notebook, "text") == WHOLE


def test_a_counterpart_without_a_passage_stands_beside_its_best(notebook: Notebook) -> None:
    comparison = notebook.comparison
    everywhere = Passage(1, (SentenceRef(0, 0), SentenceRef(1, 0), SentenceRef(2, 0)))
    comparison = replace(comparison, passages=(comparison.passages[2], everywhere))
    report = render(replace(notebook, comparison=comparison), "text")
    in_all = report.partition("WHAT ALL 3 REPORT")[2].partition("WHAT SOME")[0]
    # It is linked with a sentence of the passage, but not with the one that most share.
    assert "Gazette (sentence 2, in part, 80%)\n        Engineers found a crack" in in_all


def test_two_outlets_are_both(articles: tuple[Article, ...]) -> None:
    ends = (SentenceRef(0, 0), SentenceRef(1, 0))
    comparison = Comparison(articles[:2], (Link(*ends, 0.9, Certainty.SURE),), (Passage(1, ends),))
    report = render(Notebook(comparison, ""), "text")
    assert "WHAT BOTH REPORT\n\n[1] both outlets\n" in report
    # Nothing is in "at least two others".
    assert "LEAVE OUT" not in report


def test_what_is_nowhere_sure_is_not_stated(notebook: Notebook) -> None:
    comparison = notebook.comparison
    links = (*comparison.links[:3], replace(comparison.links[3], certainty=Certainty.PERHAPS))
    report = render(replace(notebook, comparison=replace(comparison, links=links)), "text")
    assert "WHAT SOME PERHAPS REPORT\n\n[3] perhaps 2 of 3 outlets; not found in Wire\n" in report
    assert "Herald (sentence 2, perhaps, 95%)" in report
    assert "[3]" not in report.partition("LEAVE OUT")[2]


def test_what_differs_is_told_once_with_both_wordings(articles: tuple[Article, ...]) -> None:
    wire = articles[2]
    text = wire.text.replace("Monday", "Sunday")
    articles = (articles[0], replace(wire, id="post", outlet="Post"), replace(wire, text=text))
    links = tuple(
        Link(SentenceRef(a, 0), SentenceRef(b, 0), 0.9, Certainty.SURE) for a, b in ((0, 1), (0, 2), (1, 2))
    )
    passage = Passage(1, tuple(SentenceRef(article, 0) for article in range(3)))
    notebook = Notebook(Comparison(articles, links, (passage,)))
    told = render(notebook, "text").partition("THAT DIFFER\n")[2].partition("\n\n\n")[0]
    assert told.partition("\n\n")[2] == (
        "Day: “Monday” (Gazette and Post); “Sunday” (Wire)\n"
        "    Gazette (sentence 1)\n        The bridge over the Arno closed on Monday.\n"
        "    Post (sentence 1)\n        The bridge was closed on Monday.\n"
        "    Wire (sentence 1)\n        The bridge was closed on Sunday."
    )
    assert "### Day: “Monday” (Gazette and Post); “Sunday” (Wire)\n\n- **Gazette**" in render(
        notebook, "markdown"
    )


def test_headings_are_counted_apart_and_listed_nowhere(notebook: Notebook) -> None:
    comparison = notebook.comparison
    wire = comparison.articles[2]
    sentences = (wire.sentences[0], replace(wire.sentences[1], heading=True), wire.sentences[2])
    articles = (*comparison.articles[:2], replace(wire, sentences=sentences))
    only_here = (*comparison.only_here[:3], comparison.only_here[4])
    comparison = replace(comparison, articles=articles, only_here=only_here)
    report = render(replace(notebook, comparison=comparison), "text")
    assert "2 sentences (and 1 heading, not compared), 1 of them only here (50%)" in report
    assert "Nobody was hurt." not in report


def test_nobody_leaves_out_what_is_linked_with_it(notebook: Notebook) -> None:
    # A sentence of Wire is linked with the crack, so Wire must not be said to leave the crack out.
    assert "[2]" not in render(notebook, "text").partition("LEAVE OUT")[2]


def test_linked_sentences_without_a_passage_are_not_lost(notebook: Notebook) -> None:
    comparison = replace(notebook.comparison, passages=())
    reported = render(replace(notebook, comparison=comparison), "text").partition("WHAT ONLY")[0]
    for article, sentence in ((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (2, 0)):
        assert comparison.articles[article].sentence_text(sentence) in reported


def test_the_nearest_stands_by_what_is_perhaps_only_here(notebook: Notebook) -> None:
    comparison = notebook.comparison
    sure, perhaps = (
        replace(comparison.only_here[index], nearest=Nearest(SentenceRef(0, 0), 0.2)) for index in (3, 4)
    )
    comparison = replace(comparison, only_here=(*comparison.only_here[:3], sure, perhaps))
    report = render(replace(notebook, comparison=comparison), "text")
    assert report.count("nearest, in Gazette, sentence 1: The bridge") == 1


def test_no_score_claims_to_be_certain(notebook: Notebook) -> None:
    comparison = notebook.comparison
    link = replace(comparison.links[3], score=0.9999)
    comparison = replace(comparison, links=(*comparison.links[:3], link, comparison.links[4]))
    assert "Herald (sentence 2, 99%)" in render(replace(notebook, comparison=comparison), "text")


def test_notes_stand_with_what_they_are_on(notebook: Notebook) -> None:
    note = notebook.with_note(SentenceRef(0, 3), "Ask them.\nTwice.")
    note = replace(note, notes=(replace(note.notes[0], changed="2026-11-24T10:00:00+00:00"),))
    assert render(note, "text").partition("\n\n\nNOTES\n\n")[2] == (
        "Gazette: “Shopkeepers fear for their trade.”\n    Ask them.\n    Twice.\n    (2026-11-24)\n"
    )


def test_every_note_names_its_targets_tags_and_author(notebook: Notebook) -> None:
    articles = notebook.comparison.articles
    both = on_sentences(articles, [SentenceRef(0, 3), SentenceRef(1, 2)])
    gone = Target((replace(both.places[0], article="gone"),))
    notebook = notebook.with_note(both, "Ask them.", ("figures", "question"), "Ada")
    for target in (Target(article="wire"), WHOLE_STORY, gone):
        notebook = notebook.with_note(target, "", ("reviewed",))
    day = notebook.notes[0].changed[:10]
    assert render(notebook, "text").partition("\n\n\nNOTES\n\n")[2] == (
        "Gazette: “Shopkeepers fear for their trade.”\n"
        "Herald: “A ferry will run from Friday.”\n"
        f"    Ask them.\n    (#figures #question · Ada · {day})\n\n"
        f"Wire, the whole article\n    (#reviewed · {day})\n\n"
        f"the whole story\n    (#reviewed · {day})\n\n"
        f"gone, an article that is gone: “Shopkeepers fear for their trade.”\n    (#reviewed · {day})\n"
    )
    markdown = render(notebook, "markdown")
    assert f"(\\#figures #question · Ada · {day})" in markdown
    assert "**Herald**: “A ferry will run from Friday.”\n\n> Ask them" in markdown
    assert "**the whole story**\n\n(" in markdown


def test_one_outlet_alone_is_printed_whole(articles: tuple[Article, ...]) -> None:
    report = render(Notebook(Comparison(articles[:1]), "Bridge"), "text")
    assert "nothing to compare it with" in report
    assert "The mayor spoke of two years of repairs. Shopkeepers fear for their trade." in report
    assert "only here" not in report.lower()


def test_two_articles_of_one_outlet_can_be_told_apart(articles: tuple[Article, ...]) -> None:
    second = replace(articles[1], outlet="Gazette")
    first, wire = SentenceRef(0, 0), SentenceRef(2, 0)
    comparison = Comparison(
        (articles[0], second, articles[2]),
        (Link(first, wire, 0.9, Certainty.SURE),),
        (Passage(1, (first, wire)),),
    )
    report = render(Notebook(comparison, ""), "text")
    assert report.startswith("2 outlets compared: Gazette and Wire.\n")
    assert "[1] both outlets\n    Gazette (gazette) (sentence 1)" in report
    assert "Gazette (herald)\n    Perhaps only here:" in report


@pytest.mark.parametrize("width", [40, 80])
def test_no_line_is_wider_than_the_terminal(notebook: Notebook, width: int) -> None:
    text = "橋" * 60 + " and " + "x" * 200
    long = Article(
        "long", "Long", text, (Sentence(0, len(text), 0),), title="A title that goes on and on " * 5
    )
    comparison = replace(notebook.comparison, articles=(*notebook.comparison.articles, long))
    report = render(replace(notebook, comparison=comparison), "text", width=width)
    assert max(cells(line) for line in report.splitlines()) <= width


def test_an_unknown_format_is_refused(notebook: Notebook) -> None:
    with pytest.raises(ValueError, match="xml"):
        render(notebook, "xml")

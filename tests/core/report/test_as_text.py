"""The text report, as a person reads it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsdiff.core.article import Article, Sentence, SentenceRef
from newsdiff.core.comparison import Comparison
from newsdiff.core.findings import Certainty, Link, Nearest, Passage
from newsdiff.core.notebook import Notebook
from newsdiff.core.report import render
from newsdiff.core.report.layout import cells

WHOLE = """\
Old bridge closes
3 outlets compared: Gazette, Herald and Wire.

The matching is automatic. A percentage is the chance that a careful reader
agrees. “Perhaps” means: check it in the articles before you rely on it.


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
    Gazette (sentence 1, 90% sure)
        The bridge over the Arno closed on Monday.
    Herald (sentence 1, 70% sure)
        A crack in an arch has shut the bridge.
    Wire (sentence 1, 90% sure)
        The bridge was closed on Monday.


WHAT SOME REPORT

[2] 2 of 3 outlets; perhaps Wire
    Gazette (sentence 2, 80% sure)
        Engineers found a crack in the third arch.
    Herald (sentence 1, 80% sure)
        A crack in an arch has shut the bridge.
    Wire (sentence 1, in part, perhaps, 50% sure)
        The bridge was closed on Monday.

[3] 2 of 3 outlets; not found in Wire
    Gazette (sentence 3, 95% sure)
        The mayor spoke of two years of repairs.
    Herald (sentence 2, 95% sure)
        Repairs will take two years, the mayor said.


WHAT ONLY ONE OUTLET REPORTS

Gazette
    Only here:
        - Shopkeepers fear for their trade. (sentence 4, 93% sure)
    Only here within what others report too:
        - “third” (93% sure)
            in sentence 2: Engineers found a crack in the third arch.

Herald
    Perhaps only here:
        - A ferry will run from Friday. (sentence 3, 60% sure)

Wire
    Only here:
        - Nobody was hurt. (sentence 2, 93% sure)
    Perhaps only here:
        - Ferry tickets cost one euro. (sentence 3, 60% sure)


WHAT EACH LEAVES OUT
Not found in the outlet, but in at least two others.

Gazette: nothing

Herald: nothing

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
    # It is linked with one sentence of three, so it does not make its outlet report the passage.
    assert "Gazette (sentence 2, in part, 80% sure)\n        Engineers found a crack" in in_all


def test_two_outlets_are_both(articles: tuple[Article, ...]) -> None:
    ends = (SentenceRef(0, 0), SentenceRef(1, 0))
    comparison = Comparison(articles[:2], (Link(*ends, 0.9, Certainty.SURE),), (Passage(1, ends),))
    report = render(Notebook(comparison, ""), "text")
    assert "WHAT BOTH REPORT\n\n[1] both outlets\n" in report
    # Nothing is in "at least two others".
    assert "LEAVES OUT" not in report


def test_what_is_nowhere_sure_is_not_stated(notebook: Notebook) -> None:
    comparison = notebook.comparison
    links = (*comparison.links[:3], replace(comparison.links[3], certainty=Certainty.PERHAPS))
    report = render(replace(notebook, comparison=replace(comparison, links=links)), "text")
    assert "perhaps 2 of 3 outlets; not found in Wire\n    Gazette (sentence 3, perhaps, 95% sure)" in report
    assert "] perhaps Gazette and Herald: The mayor spoke of two years" in report


def test_nobody_leaves_out_what_is_linked_with_it(notebook: Notebook) -> None:
    # A sentence of Wire is linked with the crack, so Wire must not be said to leave the crack out.
    assert "[2]" not in render(notebook, "text").partition("WHAT EACH LEAVES OUT")[2]


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
    assert "Gazette (sentence 3, 99% sure)" in render(replace(notebook, comparison=comparison), "text")


def test_notes_stand_with_what_they_are_on(notebook: Notebook) -> None:
    note = notebook.with_note(SentenceRef(0, 3), "Ask them.\nTwice.")
    note = replace(note, notes=(replace(note.notes[0], changed="2026-11-24T10:00:00+00:00"),))
    assert render(note, "text").partition("\n\n\nNOTES\n\n")[2] == (
        "Gazette: “Shopkeepers fear for their trade.”\n    Ask them.\n    Twice.\n    (2026-11-24)\n"
    )


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
    assert "[1] both outlets\n    Gazette (gazette) (sentence 1, 90% sure)" in report
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

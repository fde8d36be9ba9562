"""The JSON report keeps the contract of version 1."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from newsdiff.core.article import SentenceRef
from newsdiff.core.findings import Certainty, Nearest
from newsdiff.core.notebook import Notebook
from newsdiff.core.notes import WHOLE_STORY, Target, on_sentences
from newsdiff.core.report import render


@pytest.fixture
def report(notebook: Notebook) -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(render(notebook, "json"))
    return parsed


def test_it_names_its_format(report: dict[str, Any]) -> None:
    assert (report["format"], report["version"]) == ("newsdiff-report", 1)


def test_articles_have_their_text_and_who_else_reports_each_sentence(report: dict[str, Any]) -> None:
    gazette = report["articles"][0]
    assert (gazette["id"], gazette["outlet"], gazette["title"]) == ("gazette", "Gazette", "Old bridge closes")
    assert gazette["published"] == "2025-08-30"
    sentences = [gazette["text"][each["start"] : each["end"]] for each in gazette["sentences"]]
    assert sentences[3] == "Shopkeepers fear for their trade."
    assert [each["reported_by"] for each in gazette["sentences"]] == [
        ["herald", "wire"],
        ["herald"],
        ["herald"],
        [],
    ]


def test_links_and_passages_name_sentences_by_article_and_index(report: dict[str, Any]) -> None:
    assert report["links"][0] == {
        "a": ["gazette", 0],
        "b": ["herald", 0],
        "score": 0.7,
        "certainty": "sure",
        "evidence": [
            {"kind": "word", "a": {"start": 4, "end": 10}, "b": {"start": 32, "end": 38}, "weight": 1.0}
        ],
        "differences": [],
        "explanation": (
            "Both have the word bridge. "
            "Of 100 such pairs a careful reader says of 70 that they report the same."
        ),
    }
    assert report["passages"][0] == {"id": 1, "sentences": [["gazette", 0], ["wire", 0]]}


def test_unique_holds_whole_sentences_and_parts(report: dict[str, Any]) -> None:
    text = {article["id"]: article["text"] for article in report["articles"]}
    found = [
        (each["article"], text[each["article"]][each["start"] : each["end"]]) for each in report["unique"]
    ]
    assert found == [
        ("gazette", "third"),
        ("gazette", "Shopkeepers fear for their trade."),
        ("herald", "A ferry will run from Friday."),
        ("wire", "Nobody was hurt."),
        ("wire", "Ferry tickets cost one euro."),
    ]
    assert [each["score"] for each in report["unique"]] == [0.93, 0.93, 0.6, 0.93, 0.6]


def test_the_nearest_of_what_is_only_here_is_told(notebook: Notebook) -> None:
    comparison = notebook.comparison
    ferry = replace(comparison.only_here[2], nearest=Nearest(SentenceRef(2, 2), 0.25))
    comparison = replace(comparison, only_here=(*comparison.only_here[:2], ferry, *comparison.only_here[3:]))
    report = json.loads(render(replace(notebook, comparison=comparison), "json"))
    assert report["unique"][2]["nearest"] == {"sentence": ["wire", 2], "score": 0.25, "evidence": []}
    assert report["unique"][3]["nearest"] is None


def test_what_differs_stands_in_sure_links(notebook: Notebook) -> None:
    comparison = notebook.comparison
    wire = comparison.articles[2]
    articles = (*comparison.articles[:2], replace(wire, text=wire.text.replace("Monday", "Sunday")))
    for certainty, expected in (
        (Certainty.SURE, [{"kind": "day", "a": {"start": 35, "end": 41}, "b": {"start": 25, "end": 31}}]),
        (Certainty.PERHAPS, []),
    ):
        links = tuple(replace(link, certainty=certainty) for link in comparison.links)
        changed = replace(notebook, comparison=replace(comparison, articles=articles, links=links))
        assert json.loads(render(changed, "json"))["links"][1]["differences"] == expected


def test_a_heading_says_so(notebook: Notebook) -> None:
    wire = notebook.comparison.articles[2]
    sentences = (wire.sentences[0], replace(wire.sentences[1], heading=True), wire.sentences[2])
    articles = (*notebook.comparison.articles[:2], replace(wire, sentences=sentences))
    report = json.loads(
        render(replace(notebook, comparison=replace(notebook.comparison, articles=articles)), "json")
    )
    assert [each.get("heading") for each in report["articles"][2]["sentences"]] == [None, True, None]


def test_notes_are_there_with_all_that_they_are_on(notebook: Notebook) -> None:
    both = on_sentences(notebook.comparison.articles, [SentenceRef(0, 3), SentenceRef(1, 2)])
    lost = Target((replace(both.places[0], article="gone"),))
    notebook = notebook.with_note(both, "Ask them.", ("figures", "question"), "Ada")
    for target in (Target(article="wire"), WHOLE_STORY, lost):
        notebook = notebook.with_note(target, "Ask.")
    passage, article, whole, gone = json.loads(render(notebook, "json"))["notes"]
    assert (passage["target"], passage["article"], passage["quote"], passage["text"]) == (
        ("words", "gazette", "Shopkeepers fear for their trade.", "Ask them.")
    )
    text = notebook.comparison.articles[0].text
    assert text[passage["start"] : passage["end"]] == passage["quote"]
    assert (passage["tags"], passage["author"]) == (["figures", "question"], "Ada")
    assert [(place["article"], place["quote"], place["found"]) for place in passage["places"]] == [
        ("gazette", "Shopkeepers fear for their trade.", True),
        ("herald", "A ferry will run from Friday.", True),
    ]
    assert (article["target"], article["article"], article["quote"], article["places"]) == (
        ("article", "wire", None, [])
    )
    assert (whole["target"], whole["article"], whole["start"]) == ("story", None, None)
    assert [place["found"] for place in gone["places"]] == [False]
    assert gone["quote"] == "Shopkeepers fear for their trade."


def test_it_is_ascii_whatever_the_text(notebook: Notebook) -> None:
    title = "“Größe” 橋 \ud800"
    report = render(replace(notebook, title=title), "json")
    assert report.isascii()
    assert json.loads(report)["title"] == title

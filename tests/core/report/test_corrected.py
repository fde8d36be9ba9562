"""Corrections in what is handed on: the reader's own word is told from the program's, and none is lost."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from lxml.html import HtmlElement, document_fromstring

from newsdiff.core.anchoring import Anchor, find
from newsdiff.core.article import SentenceRef, Span
from newsdiff.core.comparison import compare
from newsdiff.core.corrections import Correction, Verdict
from newsdiff.core.notebook import Notebook
from newsdiff.core.report import render
from stories import story

STORY = story(
    (
        "Post",
        [
            "The river Tessel burst its banks at Orlow on Tuesday night, flooding 340 homes.",
            "A bakery on Mill Street handed out free bread.",
            "Snow is expected in the mountains.",
        ],
    ),
    (
        "Radio",
        [
            "Some 340 houses stood under water in Orlow after the Tessel burst its banks on Tuesday.",
            "Loaves were given away to whoever came.",
            "The ferry is out of service.",
        ],
    ),
)
GONE = Correction(
    "gone", Verdict.ONLY_HERE, (Anchor("wire", Span(3, 9), "A word."),), "2025-01-01T00:00:00+00:00"
)


@pytest.fixture(scope="module")
def corrected() -> Notebook:
    """Two sentences linked, one marked as only here, one as not, and a correction whose article is gone."""
    notebook = (
        Notebook(compare(STORY))
        .corrected(Verdict.SAME, [SentenceRef(0, 1), SentenceRef(1, 1)])
        .corrected(Verdict.ONLY_HERE, [SentenceRef(0, 2)])
        .corrected(Verdict.REPORTED, [SentenceRef(1, 2)])
    )
    corrections = (*notebook.corrections, GONE)
    return replace(notebook, corrections=corrections, comparison=compare(STORY, corrections))


def _who(page: HtmlElement, anchor: str) -> str:
    return " ".join(page.xpath(f"string(//*[@id='{anchor}']/p[@class='who'])").split())


def test_the_page_says_what_the_reader_says(corrected: Notebook) -> None:
    page = document_fromstring(render(corrected, "html").encode())
    assert _who(page, "A2") == "2 of 2 B2✎"
    assert _who(page, "B2") == "2 of 2 A2✎"
    assert page.xpath("//*[@id='A2']//a[@href='#B2']/@aria-label") == [
        "Radio, sentence 2, linked by the reader"
    ]
    assert _who(page, "A3") == "◆ only here, says the reader ✎"
    assert _who(page, "B3") == "not only here, says the reader ✎"
    assert page.xpath("//*[@id='B3']/@class") == ["sentence reported"]
    listed = page.xpath("//section[@id='corrections']//li")
    assert len(listed) == 4
    assert "no longer applies" in listed[3].text_content()
    assert listed[3].xpath("string(.//blockquote)").strip() == "A word."


def test_a_page_without_corrections_does_not_speak_of_them() -> None:
    assert "orrection" not in document_fromstring(render(Notebook(compare(STORY)), "html").encode()).xpath(
        "string(//body)"
    )


def test_the_rows_say_what_the_reader_says(corrected: Notebook) -> None:
    rows = [*csv.DictReader(io.StringIO(render(corrected, "csv"), newline=""))]
    own = [(row["kind"], row["text"], row["other_text"]) for row in rows if row["by_reader"] == "yes"]
    bread, loaves = STORY[0].sentence_text(1), STORY[1].sentence_text(1)
    snow, ferry = STORY[0].sentence_text(2), STORY[1].sentence_text(2)
    assert own == [
        ("link", bread, loaves),
        ("only here", snow, ""),
        ("correction", bread, loaves),
        ("correction", snow, ""),
        ("correction", ferry, ""),
        ("correction", "A word.", ""),
    ]
    assert [row["sentence"] for row in rows if row["kind"] == "correction"] == ["2", "3", "3", ""]
    assert rows[-1]["article"] == "wire"
    assert "no longer applies" in rows[-1]["note"]
    assert any(row["kind"] == "link" and not row["by_reader"] for row in rows)


def test_the_annotations_say_what_the_reader_says(corrected: Notebook) -> None:
    items = json.loads(render(corrected, "jsonld"))["items"]
    own = [item for item in items if "creator" not in item]
    assert [item["motivation"] for item in own] == ["linking", "highlighting", *["assessing"] * 4]
    assert [item["created"] for item in own[2:]] == [each.created for each in corrected.corrections]
    for item, correction in zip(own[2:], corrected.corrections, strict=True):
        assert [_anchor(place, correction.places[at].article) for at, place in enumerate(item["target"])] == [
            *correction.places
        ]
    for place in own[2]["target"]:
        article = next(article for article in STORY if article.outlet == place["source"]["label"])
        assert find(_anchor(place, article.id), article) is not None
    assert any(item["motivation"] == "linking" and "creator" in item for item in items)


def _anchor(place: dict[str, object], article: str) -> Anchor:
    """Return the anchor that the selectors of an annotation describe."""
    words, where = place["selector"]
    return Anchor(
        article, Span(where["start"], where["end"]), words["exact"], words["prefix"], words["suffix"]
    )

"""The web annotations: other programs find every word again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from uuid import UUID

import pytest

from newsdiff.core import store
from newsdiff.core.article import Article, Sentence, SentenceRef
from newsdiff.core.comparison import Comparison
from newsdiff.core.notebook import Notebook
from newsdiff.core.notes import WHOLE_STORY, Target, on_sentences
from newsdiff.core.report import render

_SAMPLE = Path(__file__).parents[3] / "samples" / "chicago.newsdiff.json"
_MOTIVATIONS = {"commenting", "linking", "highlighting", "assessing", "tagging", "describing"}


def _page(notebook: Notebook) -> dict[str, Any]:
    page: dict[str, Any] = json.loads(render(notebook, "jsonld"))
    return page


def _places(value: object) -> Iterator[dict[str, Any]]:
    """Return every place in a text that is named in `value`."""
    if isinstance(value, dict):
        if "selector" in value:
            yield value
        for member in value.values():
            yield from _places(member)
    elif isinstance(value, list):
        for item in value:
            yield from _places(item)


def _sentence(articles: Sequence[Article], place: dict[str, Any]) -> SentenceRef:
    (index,) = (index for index, article in enumerate(articles) if article.url == place["source"]["id"])
    span = tuple(place["selector"][1][edge] for edge in ("start", "end"))
    spans = [(sentence.start, sentence.end) for sentence in articles[index].sentences]
    return SentenceRef(index, spans.index(span))


@pytest.fixture
def sample() -> Notebook:
    return store.load(_SAMPLE)


def test_every_quotation_is_found_again(sample: Notebook) -> None:
    texts = {article.url: article.text for article in sample.comparison.articles}
    places = [*_places(_page(sample))]
    links, only_here = len(sample.comparison.links), len(sample.comparison.only_here)
    assert len(places) == len(sample.notes) + 2 * links + only_here
    for place in places:
        text = texts[place["source"]["id"]]
        words, position = place["selector"]
        assert text[position["start"] : position["end"]] == words["exact"]
        around = words["prefix"] + words["exact"] + words["suffix"]
        assert text.startswith(around, position["start"] - len(words["prefix"]))
        # Where its words stand more than once, what is around them tells which is meant.
        assert text.count(around) == 1
        assert len(words["prefix"]) == min(32, position["start"])
        assert len(words["suffix"]) == min(32, len(text) - position["end"])


def test_notes_links_and_only_here_have_their_motivation(sample: Notebook) -> None:
    items = _page(sample)["items"]
    notes = [item for item in items if item["motivation"] == "commenting"]
    assert [
        (
            note["body"][0]["value"],
            [body["value"] for body in note["body"][1:]],
            note["creator"],
            note["created"],
        )
        for note in notes
    ] == [
        (note.text, [*note.tags], {"type": "Person", "name": note.author}, note.created)
        for note in sample.notes
    ]
    links = [item for item in items if item["motivation"] == "linking"]
    assert len(links) == len(sample.comparison.links)
    articles = sample.comparison.articles
    ends = [(link["target"], link["body"][0]) for link in links]
    assert [tuple(_sentence(articles, end) for end in each) for each in ends] == [
        (link.a, link.b) for link in sample.comparison.links
    ]
    tags = {body["value"] for link in links for body in link["body"] if body["purpose"] == "tagging"}
    assert tags == {"same claim", "perhaps the same claim"}
    marks = [item for item in items if item["motivation"] == "highlighting"]
    assert len(marks) == len(sample.comparison.only_here)
    # Who reads it is told which of them no person made.
    assert all(item["creator"]["type"] == "Software" for item in (*links, *marks))
    assert all(note["creator"]["type"] == "Person" for note in notes)


def test_it_has_the_shape_of_the_recommendation(sample: Notebook) -> None:
    page = _page(sample)
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    assert page["partOf"]["type"] == "AnnotationCollection"
    assert page["partOf"]["total"] == len(page["items"])
    names = [page["id"], page["partOf"]["id"], *(item["id"] for item in page["items"])]
    assert len({*names}) == len(names)
    for name in names:
        assert UUID(name).urn == name
    for item in page["items"]:
        assert item["type"] == "Annotation"
        assert item["motivation"] in _MOTIVATIONS
        for body in item["body"] if isinstance(item["body"], list) else [item["body"]]:
            assert body["type"] in {"TextualBody", "SpecificResource"}
            assert body["purpose"] in _MOTIVATIONS
    assert render(sample, "jsonld") == render(sample, "jsonld")


def test_a_note_keeps_its_name_when_the_story_changes(notebook: Notebook) -> None:
    noted = notebook.with_note(SentenceRef(0, 0), "Ask.")
    name = _page(noted)["items"][0]["id"]
    assert name == UUID(noted.notes[0].id).urn
    assert _page(replace(noted, title="Another"))["items"][0]["id"] == name


@pytest.mark.parametrize(
    ("url", "source", "expected"),
    [
        ("https://example.org/a b?c=ü", "x.txt", "https://example.org/a%20b?c=%C3%BC"),
        ("https://example.org/a%20b", "x.txt", "https://example.org/a%20b"),
        ("javascript:alert(1)", "story/a file: 1.txt", "story/a%20file%3A%201.txt"),
        ("", "/home/me/a b.txt", "file:///home/me/a%20b.txt"),
        ("", 'https://example.org/"><script>', "https://example.org/%22%3E%3Cscript%3E"),
    ],
)
def test_the_source_is_an_address_or_a_file(url: str, source: str, expected: str) -> None:
    article = Article("a", "Gazette", "Text.", (Sentence(0, 5, 0),), url=url, source=source)
    notebook = Notebook(Comparison((article,))).with_note(SentenceRef(0, 0), "Ask.")
    (place,) = _places(_page(notebook))
    assert place["source"]["id"] == expected
    assert urlsplit(unquote(expected)).scheme in ("https", "file", "")


@pytest.mark.parametrize("source", ["", "-"])
def test_what_has_no_address_has_a_name(source: str) -> None:
    article = Article("a", "Gazette", "Text.", (Sentence(0, 5, 0),), source=source)
    (place,) = _places(_page(Notebook(Comparison((article,))).with_note(SentenceRef(0, 0), "Ask.")))
    assert place["source"]["id"].startswith("urn:uuid:")


def test_what_a_text_holds_stays_a_value(notebook: Notebook) -> None:
    evil = '"}], "@context": "https://example.org/", "type": "x\\'
    page = _page(notebook.with_note(SentenceRef(0, 0), evil))
    assert page["items"][0]["body"]["value"] == evil
    assert render(notebook, "jsonld").isascii()


def test_notes_on_other_things_than_a_sentence_have_their_targets(notebook: Notebook) -> None:
    articles = notebook.comparison.articles
    passage = on_sentences(articles, [SentenceRef(0, 0), SentenceRef(2, 0)])
    gone = replace(passage.places[0], article="gone", before="Before. ", after=" After.")
    for target in (passage, Target(article="herald"), WHOLE_STORY, Target((gone,))):
        notebook = notebook.with_note(target, "", ("figures",), "Ada")
    passage_note, article_note, story_note, lost = _page(notebook)["items"][:4]
    assert [note["motivation"] for note in (passage_note, lost)] == ["tagging"] * 2
    assert passage_note["body"]["value"] == "figures"
    assert [place["selector"][0]["exact"] for place in passage_note["target"]] == [
        place.quote for place in passage.places
    ]
    assert article_note["target"]["label"] == "Herald: Crack shuts bridge"
    assert [source["label"] for source in story_note["target"]] == [
        "Gazette: Old bridge closes",
        "Herald: Crack shuts bridge",
        "Wire",
    ]
    assert lost["target"]["selector"][0] == {
        "type": "TextQuoteSelector",
        "exact": "The bridge over the Arno closed on Monday.",
        "prefix": "Before. ",
        "suffix": " After.",
    }

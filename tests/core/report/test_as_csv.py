"""The CSV report: what is read back is what was found, and no cell is a formula."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsdiff.core import store
from newsdiff.core.article import SentenceRef
from newsdiff.core.comparison import Comparison, compare
from newsdiff.core.notebook import Notebook
from newsdiff.core.notes import WHOLE_STORY, Target, on_sentences
from newsdiff.core.report import render
from newsdiff.core.report.as_csv import Row, protected, unprotected
from stories import story

_SAMPLE = Path(__file__).parents[3] / "samples" / "chicago.newsdiff.json"


def _read(notebook: Notebook) -> list[Row]:
    """Return the rows as whoever follows the documentation reads them."""
    text = render(notebook, "csv")
    head, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert head == list(Row._fields)
    return [Row(*map(unprotected, row)) for row in rows]


def _sentence(comparison: Comparison, article: str, sentence: str) -> SentenceRef:
    index = [each.id for each in comparison.articles].index(article)
    return SentenceRef(index, int(sentence) - 1)


def test_every_finding_and_note_is_read_back() -> None:
    notebook = store.load(_SAMPLE)
    comparison = notebook.comparison
    texts = {article.id: article.text for article in comparison.articles}
    rows = _read(notebook)
    links = [row for row in rows if row.kind == "link"]
    assert [
        (
            _sentence(comparison, row.article, row.sentence),
            _sentence(comparison, row.other_article, row.other_sentence),
        )
        for row in links
    ] == [(link.a, link.b) for link in comparison.links]
    assert [(row.certainty, float(row.score)) for row in links] == [
        (link.certainty, round(link.score, 4)) for link in comparison.links
    ]
    only_here = [row for row in rows if row.kind == "only here"]
    assert [
        (_sentence(comparison, row.article, row.sentence), int(row.start), int(row.end), row.certainty)
        for row in only_here
    ] == [(found.sentence, found.start, found.end, found.certainty) for found in comparison.only_here]
    notes = [row for row in rows if row.kind == "note"]
    assert [
        (row.article, row.text, row.note, {*row.tags.split(), *row.marks.split()}, row.author, row.note_id)
        for row in notes
    ] == [
        (place.article, place.quote, note.text, {*note.tags}, note.author, note.id)
        for note in notebook.notes
        for place in note.target.places
    ]
    assert len(rows) == len(links) + len(only_here) + len(notes)
    for row in rows:
        assert row.text == texts[row.article][int(row.start) : int(row.end)]
        where = _sentence(comparison, row.article, row.sentence)
        sentence = comparison.articles[where.article].sentences[where.sentence]
        assert sentence.start <= int(row.start) < sentence.end
    for row in links:
        assert row.other_text == texts[row.other_article][int(row.other_start) : int(row.other_end)]


_EVIL = [
    '=HYPERLINK("https://example.org", "x")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1+1)*cmd",
    "'quoted' he said",
    "''=1",
    'He said, "no"; and\nleft, again.',
    "＝1",
    "",
]


@given(st.text() | st.sampled_from(_EVIL))
@example("\t=1")
@example("'")
def test_a_protected_cell_is_no_formula_and_can_be_undone(cell: str) -> None:
    assert unprotected(protected(cell)) == cell
    assert not protected(cell).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_hostile_text_stays_in_its_cell() -> None:
    articles = story(("=A", [each for each in _EVIL if each]), ("+B", [each for each in _EVIL if each]))
    notebook = Notebook(compare(articles)).with_note(SentenceRef(0, 0), "\n".join(_EVIL))
    rows = _read(notebook)
    assert {row.outlet for row in rows} == {"=A", "+B"}
    assert {_EVIL[0], _EVIL[4]} <= {row.text for row in rows}
    assert rows[-1].note == "\n".join(_EVIL).strip()
    for row in csv.reader(io.StringIO(render(notebook, "csv"), newline="")):
        assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_lines_end_as_the_standard_has_it(notebook: Notebook) -> None:
    text = render(notebook, "csv")
    assert text.endswith("\r\n")
    assert text.count("\n") == text.count("\r\n") == 1 + 5 + 5


@pytest.mark.parametrize("number", [1, 4])
def test_a_note_names_the_sentence_that_it_begins_in(notebook: Notebook, number: int) -> None:
    row = _read(notebook.with_note(SentenceRef(0, number - 1), "Ask."))[-1]
    assert (row.kind, row.sentence, row.note) == ("note", str(number), "Ask.")


def test_a_note_has_a_row_for_each_place_and_one_where_it_has_none(notebook: Notebook) -> None:
    articles = notebook.comparison.articles
    both = on_sentences(articles, [SentenceRef(0, 3), SentenceRef(1, 2)])
    gone = Target((replace(both.places[0], article="gone"),))
    for target in (both, Target(article="wire"), WHOLE_STORY, gone):
        notebook = notebook.with_note(target, "Ask.", ("=a", "b"), "@Ada")
    rows = [row for row in _read(notebook) if row.kind == "note"]
    assert [(row.outlet, row.article, row.sentence, row.text) for row in rows] == [
        ("Gazette", "gazette", "4", "Shopkeepers fear for their trade."),
        ("Herald", "herald", "3", "A ferry will run from Friday."),
        ("Wire", "wire", "", ""),
        ("", "", "", ""),
        ("", "gone", "", "Shopkeepers fear for their trade."),
    ]
    assert [row.note_id for row in rows] == [
        note.id for note in notebook.notes for _ in range(max(1, len(note.target.places)))
    ]
    assert {(row.note, row.tags, row.author) for row in rows} == {("Ask.", "=a b", "@Ada")}


def test_marks_stand_beside_the_other_tags(notebook: Notebook) -> None:
    row = _read(notebook.with_note(SentenceRef(0, 0), "", ("a", "Question", "b", "reviewed")))[-1]
    assert (row.tags, row.marks) == ("a b", "question reviewed")

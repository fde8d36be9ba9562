"""The report as CSV (RFC 4180, UTF-8): a row for each link, only-here stretch, note and correction.

A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, and a news text may begin so.
Every cell that begins with such a character, or with an apostrophe, therefore gets an apostrophe before it:
`unprotected` takes exactly that away again.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import NamedTuple

from newsdiff.core.article import SentenceRef, Span
from newsdiff.core.cleaning import clean
from newsdiff.core.comparison import Comparison
from newsdiff.core.corrections import Correction, in_words
from newsdiff.core.findings import Link, OnlyHere
from newsdiff.core.notebook import Notebook
from newsdiff.core.notes import Note, holds, stretches

_PROTECTION = "'"
# The wide forms count in some spreadsheets too; a tab or a line end is skipped before the cell is judged.
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", _PROTECTION)
_DECIMALS = 4


class Row(NamedTuple):
    """One row, as its columns are called; what does not apply to its kind is empty.

    `kind` is "link", "only here", "note" or "correction". `certainty` is "sure" or "perhaps", `score` the
    chance, 0 to 1, that a careful reader agrees; `by_reader` is "yes" where the reader of the notebook says
    it. `sentence` counts from 1, as on the screen; `start` and `end` count characters of the article's text,
    half-open, and `text` is what stands there. The `other_` columns are the other end of a link or the other
    place of a correction. `note` holds the words of a note, or what a correction says; `created` and
    `changed` are their times. A note on several places has a row for each, all with its `note_id`; one on
    an article has no sentence, one on the story no article either. Spaces part its `marks` (question, quote,
    reviewed) and its other `tags`.
    """

    kind: str
    certainty: str = ""
    score: str = ""
    by_reader: str = ""
    outlet: str = ""
    article: str = ""
    sentence: str = ""
    start: str = ""
    end: str = ""
    text: str = ""
    other_outlet: str = ""
    other_article: str = ""
    other_sentence: str = ""
    other_start: str = ""
    other_end: str = ""
    other_text: str = ""
    note: str = ""
    created: str = ""
    changed: str = ""
    tags: str = ""
    author: str = ""
    marks: str = ""
    note_id: str = ""


def csv_report(notebook: Notebook) -> str:
    """Return the report as CSV with a head of column names and CR LF at the line ends."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow(Row._fields)
    for row in _rows(notebook):
        writer.writerow(map(protected, row))
    return lines.getvalue()


def protected(cell: str) -> str:
    """Return `cell` as no spreadsheet takes it for a formula."""
    return _PROTECTION + cell if cell.startswith(_RISKY) else cell


def unprotected(cell: str) -> str:
    """Return what `cell` was before it was `protected`."""
    return cell.removeprefix(_PROTECTION)


def _rows(notebook: Notebook) -> Iterator[Row]:
    comparison = notebook.comparison
    yield from (_link(comparison, link) for link in comparison.links)
    yield from (_only_here(comparison, found) for found in comparison.only_here)
    for note in notebook.notes:
        yield from _note(comparison, note)
    yield from (_correction(comparison, correction) for correction in notebook.corrections)


def _link(comparison: Comparison, link: Link) -> Row:
    return _beside(_sentence(comparison, link.a), _sentence(comparison, link.b))._replace(
        kind="link", certainty=link.certainty.value, score=_score(link.score), by_reader=_yes(link.by_reader)
    )


def _only_here(comparison: Comparison, found: OnlyHere) -> Row:
    text = comparison.articles[found.sentence.article].text
    return _sentence(comparison, found.sentence)._replace(
        kind="only here",
        certainty=found.certainty.value,
        score=_score(found.score),
        by_reader=_yes(found.by_reader),
        start=str(found.start),
        end=str(found.end),
        text=text[found.start : found.end],
    )


def _note(comparison: Comparison, note: Note) -> Iterator[Row]:
    articles, target = comparison.articles, note.target
    places = [Row("")]
    if target.places:
        places = [
            _stretch(comparison, place.article, found.span if found else place.span, clean(place.quote))
            for place, found in zip(target.places, stretches(articles, target), strict=True)
        ]
    elif target.article:
        outlet = next((each.outlet for each in articles if each.id == target.article), "")
        places = [Row("", article=target.article, outlet=outlet)]
    for place in places:
        yield place._replace(
            kind="note",
            by_reader=_yes(True),
            note=note.text,
            created=note.created,
            changed=note.changed,
            tags=" ".join(tag for tag in note.tags if not holds(note.marks, tag)),
            author=note.author,
            marks=" ".join(note.marks),
            note_id=note.id,
        )


def _correction(comparison: Comparison, correction: Correction) -> Row:
    said, _ = in_words(comparison.articles, correction)
    row = Row("")
    for place in reversed(correction.places):
        row = _beside(_stretch(comparison, place.article, place.span, place.quote), row)
    return row._replace(kind="correction", by_reader=_yes(True), note=said, created=correction.created)


def _stretch(comparison: Comparison, identity: str, span: Span, words: str) -> Row:
    """Return a row of no kind yet that names a stretch; if its article is gone, without its outlet."""
    row = Row("", article=identity, start=str(span.start), end=str(span.end), text=words)
    for article in comparison.articles:
        if article.id == identity:
            ends = enumerate((sentence.end for sentence in article.sentences), 1)
            number = next((str(number) for number, end in ends if span.start < end), "")
            row = row._replace(outlet=article.outlet, sentence=number)
    return row


def _beside(row: Row, other: Row) -> Row:
    """Return `row` with `other` as its other end."""
    other_end = {f"other_{name}": value for name, value in other._asdict().items()}
    return row._replace(**{name: value for name, value in other_end.items() if name in Row._fields})


def _sentence(comparison: Comparison, ref: SentenceRef) -> Row:
    """Return a row of no kind yet that names a sentence."""
    article = comparison.articles[ref.article]
    where = article.sentences[ref.sentence]
    return Row(
        kind="",
        outlet=article.outlet,
        article=article.id,
        sentence=str(ref.sentence + 1),
        start=str(where.start),
        end=str(where.end),
        text=article.sentence_text(ref.sentence),
    )


def _yes(holds: bool) -> str:
    return "yes" if holds else ""


def _score(score: float) -> str:
    return str(round(score, _DECIMALS))

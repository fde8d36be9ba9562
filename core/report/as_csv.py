"""The report as CSV (RFC 4180, UTF-8): a row for each link, each stretch that is only here, and each note.

A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, and a news text may begin so.
Every cell that begins with such a character, or with an apostrophe, therefore gets an apostrophe before it:
`unprotected` takes exactly that away again.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import NamedTuple

from newsdiff.core.article import SentenceRef
from newsdiff.core.comparison import Comparison
from newsdiff.core.findings import Link, OnlyHere
from newsdiff.core.notebook import Note, Notebook

_PROTECTION = "'"
# The wide forms count in some spreadsheets too; a tab or a line end is skipped before the cell is judged.
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", _PROTECTION)
_DECIMALS = 4


class Row(NamedTuple):
    """One row, as its columns are called; what does not apply to its kind is empty.

    `kind` is "link", "only here" or "note". `sentence` counts from 1, as on the screen; `start` and `end`
    count characters of the article's text, half-open, and `text` is what stands there. The `other_` columns
    are the other end of a link. `certainty` is "sure" or "perhaps", `score` the chance, 0 to 1, that a
    careful reader agrees. `created` and `changed` are the times of a note.
    """

    kind: str
    certainty: str = ""
    score: str = ""
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
    yield from (_note(comparison, note) for note in notebook.notes)


def _link(comparison: Comparison, link: Link) -> Row:
    a, b = _sentence(comparison, link.a), _sentence(comparison, link.b)
    return a._replace(
        kind="link",
        certainty=link.certainty.value,
        score=_score(link.score),
        **{f"other_{name}": value for name, value in b._asdict().items() if f"other_{name}" in Row._fields},
    )


def _only_here(comparison: Comparison, found: OnlyHere) -> Row:
    text = comparison.articles[found.sentence.article].text
    return _sentence(comparison, found.sentence)._replace(
        kind="only here",
        certainty=found.certainty.value,
        score=_score(found.score),
        start=str(found.start),
        end=str(found.end),
        text=text[found.start : found.end],
    )


def _note(comparison: Comparison, note: Note) -> Row:
    article = next(article for article in comparison.articles if article.id == note.article)
    return Row(
        kind="note",
        outlet=article.outlet,
        article=article.id,
        sentence=next(
            (str(number) for number, each in enumerate(article.sentences, 1) if note.span.start < each.end),
            "",
        ),
        start=str(note.span.start),
        end=str(note.span.end),
        text=note.quote,
        note=note.text,
        created=note.created,
        changed=note.changed,
    )


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


def _score(score: float) -> str:
    return str(round(score, _DECIMALS))

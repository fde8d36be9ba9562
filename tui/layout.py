"""Where every line of every column stands: pure arithmetic, nothing is drawn here.

A column is a list of lines; a view differs from another only in how it stacks them. Heights are rows of the
terminal, widths its cells.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from newsdiff.core.article import Article, SentenceRef
from newsdiff.core.cleaning import one_line
from newsdiff.core.comparison import Comparison
from newsdiff.core.rows import Lead, Row, aligned_rows
from newsdiff.tui.wrapping import Line, wrap


class Kind(IntEnum):
    """What one line of a column shows."""

    TEXT = 0
    TITLE = 1
    GAP = 2
    RULE = 3
    MISSING = 4
    ELSEWHERE = 5
    BEYOND = 6
    FOLD = 7


class Slot(NamedTuple):
    """One line of a column: of `sentence` where `kind` is TEXT, else `sentence` is -1.

    `start` and `end` are offsets into the article's text, or into its title; where `kind` is BEYOND, `end` is
    the number of rows that have nothing in the columns on the screen, and where it is FOLD, the number of
    sentences or, if aligned, rows that are not shown.
    """

    kind: Kind
    sentence: int
    start: int
    end: int
    cells: int


_GAP = Slot(Kind.GAP, -1, 0, 0, 0)
_RULE = Slot(Kind.RULE, -1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Column:
    """One article laid out, `text` cells a line: its lines, where each sentence starts and how tall it is."""

    article: int
    text: int
    slots: list[Slot]
    tops: list[int]
    heights: list[int]

    def sentence_on(self, row: int) -> int | None:
        """Return the index of the sentence on line `row`, None where there is none."""
        if 0 <= row < len(self.slots) and self.slots[row].sentence >= 0:
            return self.slots[row].sentence
        return None

    def sentence_near(self, row: int) -> int | None:
        """Return the index of the sentence on line `row`, or of the nearest one; None where there is none."""
        row = max(0, min(row, len(self.slots) - 1))
        for distance in range(len(self.slots)):
            for near in (row - distance, row + distance):
                if (found := self.sentence_on(near)) is not None:
                    return found
        return None


def lay_out_rows(
    comparison: Comparison,
    shown: Sequence[int],
    texts: Mapping[int, int],
    lead: Lead,
    folded: Collection[SentenceRef] = (),
) -> list[Column]:
    """Lay out the shown articles in aligned rows, in the order that `lead` says.

    All columns are equally tall: a row is as tall as its tallest cell in the columns in view, which are those
    in `texts`, with their cells of text on a line. Rows that have nothing in those share one line, as do rows
    of `folded` sentences alone; a sentence has a place there, but not its lines.
    """
    columns = [_empty(index, comparison.articles[index], texts.get(index, 0)) for index in shown]
    seen, in_view = {*texts}, [*texts]
    waiting: list[Row] = []
    why = Kind.BEYOND
    for row in aligned_rows(comparison, lead):
        here = [ref for ref in row if ref.article in shown]
        if not here:
            continue
        if all(ref in folded for ref in here):
            kind = Kind.FOLD
        else:
            kind = Kind.TEXT if any(ref.article in seen for ref in here) else Kind.BEYOND
        if kind is not why:
            _add_unseen(columns, waiting, in_view, why)
            waiting, why = [], kind
        if kind is Kind.TEXT:
            _add_row(comparison, columns, row, seen)
        else:
            waiting.append(row)
    _add_unseen(columns, waiting, in_view, why)
    return columns


def _add_row(comparison: Comparison, columns: Sequence[Column], row: Row, seen: Collection[int]) -> None:
    for column in columns:
        if column.slots:
            column.slots.append(_RULE)
        cell = [ref.sentence for ref in row if ref.article == column.article]
        if column.article not in seen:
            _keep_place(column, cell)
            continue
        for sentence in cell:
            _add_sentence(column, comparison.articles[column.article], sentence)
        if not cell:
            column.slots.append(Slot(_why_empty(comparison, row, column.article), -1, 0, 0, 0))
    tallest = max(len(column.slots) for column in columns)
    for column in columns:
        column.slots.extend([_GAP] * (tallest - len(column.slots)))


def _add_unseen(columns: Sequence[Column], rows: Sequence[Row], in_view: Sequence[int], why: Kind) -> None:
    """Add one line for all of `rows`, which the first column in view counts; `why` they are not seen."""
    if not rows:
        return
    for column in columns:
        if column.slots:
            column.slots.append(_RULE)
        sentences = [ref.sentence for row in rows for ref in row if ref.article == column.article]
        if column.article in in_view:
            _fold(column, sentences, len(rows) if column.article == in_view[0] else 0, why)
        else:
            _keep_place(column, sentences)


def _fold(column: Column, sentences: Sequence[int], count: int, why: Kind) -> None:
    """Give `sentences` one line together, which says how many there are where `count` is not 0."""
    for sentence in sentences:
        column.tops[sentence], column.heights[sentence] = len(column.slots), 1
    column.slots.append(Slot(why, -1, 0, count, 0) if count else _GAP)


def _keep_place(column: Column, sentences: Sequence[int]) -> None:
    """Give `sentences` of a column that is out of view one line together."""
    for sentence in sentences:
        column.tops[sentence], column.heights[sentence] = len(column.slots), 1
    column.slots.append(Slot(Kind.TEXT, sentences[0], 0, 0, 0) if sentences else _GAP)


def _why_empty(comparison: Comparison, row: Row, article: int) -> Kind:
    """Return why `article` has no sentence on `row`; GAP where none is looked for, as with a heading."""
    if all(comparison.articles[ref.article].sentences[ref.sentence].heading for ref in row):
        return Kind.GAP
    outlet = comparison.articles[article].outlet
    if any(comparison.counterparts(ref, article) for ref in row):
        return Kind.ELSEWHERE
    same = any(comparison.articles[ref.article].outlet == outlet for ref in row)
    return Kind.GAP if same or not comparison.compared else Kind.MISSING


def lay_out_column(index: int, article: Article, text: int, folded: Collection[SentenceRef] = ()) -> Column:
    """Lay out an article from top to bottom, `text` cells of it on a line, a gap between paragraphs.

    Sentences that are `folded` share one line with their neighbours that are.
    """
    column = _empty(index, article, text)
    if article.title and not _begins_with_title(article):
        column.slots.extend(
            Slot(Kind.TITLE, -1, *line) for line in wrap(article.title, 0, len(article.title), text)
        )
        column.slots.append(_GAP)
    paragraph = article.sentences[0].paragraph if article.sentences else 0
    fold: list[int] = []
    for number, sentence in enumerate(article.sentences):
        if SentenceRef(index, number) in folded:
            fold.append(number)
            continue
        if fold:
            _fold(column, fold, len(fold), Kind.FOLD)
            fold = []
        elif sentence.paragraph != paragraph:
            column.slots.append(_GAP)
        paragraph = sentence.paragraph
        _add_sentence(column, article, number)
    if fold:
        _fold(column, fold, len(fold), Kind.FOLD)
    return column


def _empty(index: int, article: Article, text: int) -> Column:
    count = len(article.sentences)
    return Column(index, text, [], [0] * count, [0] * count)


def _begins_with_title(article: Article) -> bool:
    """Tell whether the text begins with its own headline, which then need not stand above it too."""
    title, opening = (
        one_line(words).casefold() for words in (article.title, article.text[: 2 * len(article.title)])
    )
    return opening.startswith(title)


def _add_sentence(column: Column, article: Article, number: int) -> None:
    sentence = article.sentences[number]
    lines: list[Line] = wrap(article.text, sentence.start, sentence.end, column.text)
    column.tops[number] = len(column.slots)
    column.heights[number] = len(lines)
    column.slots.extend(Slot(Kind.TEXT, number, *line) for line in lines)

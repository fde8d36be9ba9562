"""A comparison and what its reader adds to it: the notebook, which is what is saved.

A notebook never changes; every method that changes something returns a new one. That makes undo a list of
old notebooks, and "unsaved" a comparison with the notebook that was saved last.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from uuid import uuid4

from newsdiff.core.article import SentenceRef, Span
from newsdiff.core.cleaning import clean
from newsdiff.core.comparison import Comparison
from newsdiff.core.corrections import Correction, Verdict, correct

NOTEBOOK_SUFFIX = ".newsdiff.json"
"""How the name of a notebook's file ends."""


class View(StrEnum):
    """How the reader lays the articles out."""

    COLUMNS = "columns"
    ALIGNED = "aligned"


@dataclass(frozen=True, slots=True)
class Note:
    """What the reader wrote about a stretch of one article.

    `article` is the article's id, `span` a stretch of its text and `quote` the words there, kept so that the
    note can be found again in an edited text. `created` and `changed` are ISO 8601 times in UTC.
    """

    id: str
    article: str
    span: Span
    quote: str
    text: str
    created: str
    changed: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader is: kept with the notebook, but moving about is no unsaved change."""

    selected: SentenceRef | None = None
    view: View = View.COLUMNS
    hidden: frozenset[str] = frozenset()
    """Ids of the articles whose columns are hidden."""
    order: tuple[str, ...] = ()
    """Ids of the articles as their columns stand from left to right; empty for the story's own order."""


Additions = tuple[tuple[Note, ...], tuple[Correction, ...]]
"""What a reader adds to a comparison: notes and corrections."""


@dataclass(frozen=True)
class Notebook:
    """A comparison with the reader's notes, corrections and place. `title` names the story.

    `corrections` are in the order in which they were made. `comparison` follows them once it has been made
    anew: `compare(articles, corrections)`.
    """

    comparison: Comparison
    title: str = ""
    notes: tuple[Note, ...] = ()
    corrections: tuple[Correction, ...] = ()
    place: Place = field(default=Place(), compare=False)

    def notes_on(self, sentence: SentenceRef) -> tuple[Note, ...]:
        """Return the notes whose span touches `sentence`, the oldest first."""
        article = self.comparison.articles[sentence.article]
        where = article.sentences[sentence.sentence]
        return tuple(
            note
            for note in self.notes
            if note.article == article.id and note.span.start < where.end and note.span.end > where.start
        )

    def with_note(self, sentence: SentenceRef, text: str) -> Notebook:
        """Return a notebook with a new note, of cleaned `text`, on the whole of `sentence`."""
        article = self.comparison.articles[sentence.article]
        where = article.sentences[sentence.sentence]
        now = _now()
        note = Note(
            id=uuid4().hex,
            article=article.id,
            span=Span(where.start, where.end),
            quote=article.sentence_text(sentence.sentence),
            text=clean(text),
            created=now,
            changed=now,
        )
        return replace(self, notes=(*self.notes, note))

    def with_note_text(self, note_id: str, text: str) -> Notebook:
        """Return a notebook in which that note says `text`, cleaned; KeyError where there is no such note."""
        if all(note.id != note_id for note in self.notes):
            raise KeyError(note_id)
        now = _now()
        return replace(
            self,
            notes=tuple(
                replace(note, text=clean(text), changed=now) if note.id == note_id else note
                for note in self.notes
            ),
        )

    def without_note(self, note_id: str) -> Notebook:
        """Return a notebook without that note; KeyError where there is no such note."""
        if all(note.id != note_id for note in self.notes):
            raise KeyError(note_id)
        return replace(self, notes=tuple(note for note in self.notes if note.id != note_id))

    @property
    def columns(self) -> list[int]:
        """The indices of the articles whose columns are not hidden, from left to right."""
        articles = self.comparison.articles
        return [index for index in self._in_order() if articles[index].id not in self.place.hidden]

    def _in_order(self) -> list[int]:
        """Return the indices of all articles in the reader's order; those it does not name come last."""
        rank = {name: at for at, name in enumerate(self.place.order)}
        articles = self.comparison.articles
        return sorted(range(len(articles)), key=lambda index: rank.get(articles[index].id, len(rank)))

    def with_column_moved(self, article: int, by: int) -> Notebook | None:
        """Return a notebook in which that article's column stands one to the left (`by` -1) or right (1).

        Hidden columns do not count. None where no column stands there to change places with.
        """
        columns = self.columns
        at = columns.index(article) + by
        if not 0 <= at < len(columns):
            return None
        order = self._in_order()
        order.remove(article)
        order.insert(order.index(columns[at]) + (by > 0), article)
        names = tuple(self.comparison.articles[index].id for index in order)
        as_read = order == sorted(order)
        return self.at(replace(self.place, order=() if as_read else names))

    def corrected(self, verdict: Verdict, sentences: Iterable[SentenceRef]) -> Notebook:
        """Return a notebook in which the reader says `verdict` of these sentences; not compared anew yet."""
        new = correct(self.comparison.articles, verdict, sentences)
        # what was said of the same places before is taken back by that
        kept = (old for old in self.corrections if old.places != new.places)
        return replace(self, corrections=(*kept, new))

    def without_correction(self, correction_id: str) -> Notebook:
        """Return a notebook without that correction; KeyError where there is no such correction."""
        if all(correction.id != correction_id for correction in self.corrections):
            raise KeyError(correction_id)
        kept = tuple(each for each in self.corrections if each.id != correction_id)
        return replace(self, corrections=kept)

    @property
    def additions(self) -> Additions:
        """What the reader added: all that a crash must not take."""
        return self.notes, self.corrections

    def with_additions(self, additions: Additions) -> Notebook:
        """Return a notebook with these additions instead; not compared anew yet."""
        notes, corrections = additions
        return replace(self, notes=notes, corrections=corrections)

    def at(self, place: Place) -> Notebook:
        """Return a notebook that remembers `place`."""
        return replace(self, place=place)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")

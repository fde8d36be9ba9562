"""A comparison and what its reader adds to it: the notebook, which is what is saved.

A notebook never changes; every method that changes something returns a new one. That makes "unsaved"
a comparison with the notebook that was saved last. Undo is a list of what had been added (`additions`), not
of old notebooks: it must not take back a comparison that has ended since.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from newsdiff.core.article import SentenceRef
from newsdiff.core.cleaning import clean
from newsdiff.core.comparison import Comparison
from newsdiff.core.corrections import Correction, Verdict, correct
from newsdiff.core.notes import Located, Note, Target, new_note, on_sentences
from newsdiff.core.times import now

NOTEBOOK_SUFFIX = ".newsdiff.json"
"""How the name of a notebook's file ends."""


class View(StrEnum):
    """How the reader lays the articles out."""

    COLUMNS = "columns"
    ALIGNED = "aligned"


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

    @property
    def up_to_date(self) -> bool:
        """Whether all that is found takes all corrections into account; else it is to be compared anew."""
        ids = tuple(correction.id for correction in self.corrections)
        comparison = self.comparison
        return comparison.outlet_count < 2 or (comparison.compared and comparison.follows == ids)

    @cached_property
    def located(self) -> Located:
        """Where the notes are in the texts."""
        return Located(self.comparison.articles, self.notes)

    def notes_on(self, sentence: SentenceRef) -> tuple[Note, ...]:
        """Return the notes on words of `sentence`, the oldest first."""
        return self.located.on(sentence)

    def with_note(
        self, on: SentenceRef | Target, text: str, tags: Iterable[str] = (), author: str = ""
    ) -> Notebook:
        """Return a notebook with a new note, of cleaned `text`, on a whole sentence or on another target.

        A note that says nothing is none.
        """
        target = on if isinstance(on, Target) else on_sentences(self.comparison.articles, [on])
        note = new_note(target, text, tags, author)
        return replace(self, notes=(*self.notes, note)) if note.text or note.tags else self

    def with_note_saying(self, note_id: str, text: str, tags: Iterable[str]) -> Notebook:
        """Return a notebook in which that note says `text`, cleaned, and has these tags.

        Where it would say nothing, the note is gone. KeyError where there is no such note.
        """
        self._require_note(note_id)
        text, tags = clean(text), tuple(tags)
        if not text and not tags:
            return self.without_note(note_id)
        notes = (
            replace(note, text=text, tags=tags, changed=now()) if note.id == note_id else note
            for note in self.notes
        )
        return replace(self, notes=tuple(notes))

    def without_note(self, note_id: str) -> Notebook:
        """Return a notebook without that note; KeyError where there is no such note."""
        self._require_note(note_id)
        return replace(self, notes=tuple(note for note in self.notes if note.id != note_id))

    def _require_note(self, note_id: str) -> None:
        if all(note.id != note_id for note in self.notes):
            raise KeyError(note_id)

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
        moved = replace(self, place=place)
        if "located" in self.__dict__:  # moving about moves no note, and every key does it
            moved.__dict__["located"] = self.located
        return moved

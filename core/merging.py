"""Two notebooks on one story made into one, with all that both their readers added.

Which of two words is the later one is told by their times: whole seconds of two machines' clocks. Where the
clocks disagree, or both fall in one second, the order may not be that in which things were said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID, uuid5

from newsdiff.core.anchoring import Anchor, find
from newsdiff.core.article import Article, Span
from newsdiff.core.comparison import Comparison
from newsdiff.core.corrections import Correction
from newsdiff.core.errors import NewsdiffError
from newsdiff.core.notebook import Notebook
from newsdiff.core.notes import Note
from newsdiff.core.reading.sameness import likeness

_SAME = 0.5
"""Share of equal sentences from which two articles of one outlet are versions of one."""

_CHANGED_NOTES = UUID("6f1c2a52-6a0e-4c0e-9d5b-2f3f0c6a7d11")
"""What `uuid5` names changed notes from: the same note has the same name, so merging twice adds nothing."""


class UnlikeError(NewsdiffError):
    """The notebooks are on different stories."""


@dataclass(frozen=True, slots=True)
class Merged:
    """A notebook made of two, not compared anew yet, and how much of it is the other one's.

    `contradicting` counts the corrections of which the other reader says otherwise: the word counts whose
    time is later, that of `theirs` where both have the same.
    """

    notebook: Notebook
    articles: int
    notes: int
    corrections: int
    contradicting: int


def merge(mine: Notebook, theirs: Notebook) -> Merged:
    """Return `mine` with the articles, notes and corrections of `theirs` that it lacks.

    An article that is in both in different versions stays as `mine` has it; what `theirs` says of it is found
    again by its words, or listed as lost. A note that was changed in one of them is kept in both versions.
    UnlikeError where no article is in both.
    """
    own = mine.comparison.articles
    ids = _same_articles(own, theirs.comparison.articles)
    if not ids:
        raise UnlikeError("no article is in both notebooks: they are on different stories")
    added: list[Article] = []
    taken = {article.id for article in own}
    for article in theirs.comparison.articles:
        if article.id not in ids:
            ids[article.id] = _free_id(article.id, taken)
            taken.add(ids[article.id])
            added.append(replace(article, id=ids[article.id]))
    notes = _new_notes(mine.notes, [_moved_note(note, ids) for note in theirs.notes])
    corrections, contradicting = _new_corrections(
        mine.corrections, [_moved_correction(each, ids) for each in theirs.corrections], (*own, *added)
    )
    merged = replace(
        mine,
        comparison=Comparison((*own, *added)),
        notes=tuple(sorted((*mine.notes, *notes), key=lambda note: note.created)),
        corrections=tuple(sorted((*mine.corrections, *corrections), key=lambda each: each.created)),
    )
    return Merged(merged, len(added), len(notes), len(corrections), contradicting)


def _same_articles(own: Sequence[Article], others: Sequence[Article]) -> dict[str, str]:
    """Return the ids of `others` that are in `own` too, in some version, each with its id there."""
    found: dict[str, str] = {}
    for other in others:
        free = [article for article in own if article.id not in found.values()]
        ranked = [(_version(article, other), -number) for number, article in enumerate(free)]
        best, number = max(ranked, default=(0.0, 0))
        if best >= _SAME:
            found[other.id] = free[-number].id
    return found


def _version(one: Article, other: Article) -> float:
    """Return how surely two articles are versions of one, 0 to 1."""
    if one.text == other.text or (one.url and one.url == other.url):
        return 1.0
    return likeness(one, other) if one.outlet == other.outlet else 0.0


def _free_id(wanted: str, taken: set[str]) -> str:
    number, free = 2, wanted
    while free in taken:
        free, number = f"{wanted}-{number}", number + 1
    return free


def _moved(place: Anchor, ids: Mapping[str, str]) -> Anchor:
    return replace(place, article=ids.get(place.article, place.article))


def _moved_note(note: Note, ids: Mapping[str, str]) -> Note:
    target = replace(
        note.target,
        places=tuple(_moved(place, ids) for place in note.target.places),
        article=ids.get(note.target.article, note.target.article),
    )
    return replace(note, target=target)


def _moved_correction(correction: Correction, ids: Mapping[str, str]) -> Correction:
    return replace(correction, places=tuple(_moved(place, ids) for place in correction.places))


def _new_notes(own: Sequence[Note], others: Sequence[Note]) -> list[Note]:
    """Return the notes of `others` that `own` lacks; a changed one under a name of its own."""
    known = {note.id: note for note in own}
    new = []
    for note in others:
        here = known.get(note.id)
        if here is not None and (here.text, here.tags) != (note.text, note.tags):
            said = "\n".join([note.id, note.text, *note.tags])
            note = replace(note, id=uuid5(_CHANGED_NOTES, said).hex)
            here = known.get(note.id)
        if here is None:
            known[note.id] = note
            new.append(note)
    return new


def _new_corrections(
    own: Sequence[Correction], others: Sequence[Correction], articles: Sequence[Article]
) -> tuple[list[Correction], int]:
    """Return the corrections of `others` that say something new, and how many say otherwise than `own`."""
    by_id = {article.id: article for article in articles}
    verdicts = {_places(correction, by_id): correction.verdict for correction in own}
    new = [each for each in others if verdicts.get(_places(each, by_id)) is not each.verdict]
    return new, sum(_places(each, by_id) in verdicts for each in new)


def _places(correction: Correction, articles: Mapping[str, Article]) -> frozenset[tuple[str, Span | Anchor]]:
    """Return where in `articles` the correction's places are now: equal words may stand in several places.

    Of places that are gone their anchors.
    """
    return frozenset(
        (place.article, _now(place, articles.get(place.article)) or place) for place in correction.places
    )


def _now(place: Anchor, article: Article | None) -> Span | None:
    return find(place, article) if article else None

"""What a change of notes and corrections was, in words: said where it is undone or done again."""

from __future__ import annotations

from newsdiff.core.anchoring import Anchor, sentence_at
from newsdiff.core.article import SentenceRef
from newsdiff.core.corrections import Correction, Verdict
from newsdiff.core.notebook import Notebook
from newsdiff.core.notes import Note
from newsdiff.tui import noting

_SAID = {
    Verdict.SAME: "link of {}",
    Verdict.DIFFERENT: "link of {} taken away",
    Verdict.ONLY_HERE: "{} is only here",
    Verdict.REPORTED: "{} is not only here",
}


def change(before: Notebook, after: Notebook) -> str:
    """Return what was changed from `before` to `after`, which differ in notes or corrections."""
    return "; ".join([*_notes(before, after), *_corrections(before, after)])


def _notes(before: Notebook, after: Notebook) -> list[str]:
    old, new = ({note.id: note for note in notebook.notes} for notebook in (before, after))
    return [
        *(f"note on {_of(after, note)}" for name, note in new.items() if name not in old),
        *(f"note on {_of(before, note)} deleted" for name, note in old.items() if name not in new),
        *(
            f"note on {_of(after, note)} changed"
            for name, note in new.items()
            if name in old and note != old[name]
        ),
    ]


def _of(notebook: Notebook, note: Note) -> str:
    """Return what `note` is on: its first sentence, and how many more; else the article or the story."""
    sentences = notebook.located.sentences_of(note)
    if not sentences:
        return noting.on_what(notebook, note.target)[0]
    more = f" and {len(sentences) - 1} more" if len(sentences) > 1 else ""
    return _name(notebook, sentences[0]) + more


def _corrections(before: Notebook, after: Notebook) -> list[str]:
    come = [each for each in after.corrections if each not in before.corrections]
    replaced = {each.places for each in come}
    gone = [
        each for each in before.corrections if each not in after.corrections and each.places not in replaced
    ]
    return [
        *(_said(after, each) for each in come),
        *(f"“{_said(before, each)}” taken back" for each in gone),
    ]


def _said(notebook: Notebook, correction: Correction) -> str:
    places = " and ".join(_place(notebook, place) for place in correction.places)
    return _SAID[correction.verdict].format(places)


def _place(notebook: Notebook, place: Anchor) -> str:
    found = sentence_at(notebook.comparison.articles, place)
    return "words that are gone" if found is None else _name(notebook, found)


def _name(notebook: Notebook, ref: SentenceRef) -> str:
    """Return the outlet and the number of that sentence, as the line below the columns counts them."""
    article = notebook.comparison.articles[ref.article]
    if article.sentences[ref.sentence].heading:
        return f"a heading of {article.outlet}"
    counted = sum(not sentence.heading for sentence in article.sentences[: ref.sentence + 1])
    return f"{article.outlet} {counted}"

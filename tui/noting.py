"""What the reader is told about notes, in words and signs, and which of them a filter leaves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content

from newsdiff.core.cleaning import one_line
from newsdiff.core.notebook import Notebook
from newsdiff.core.notes import Mark, Note, Target, described
from newsdiff.tui import signs
from newsdiff.tui.names import names

SIGNS = {Mark.QUESTION: signs.QUESTION, Mark.QUOTE: signs.QUOTE, Mark.REVIEWED: signs.REVIEWED}
"""The sign of each mark, the one that asks for most attention first."""

_LONGEST_QUOTE = 200


def signs_of(notes: Iterable[Note]) -> list[str]:
    """Return the signs of `notes` on one sentence, what asks for most attention first."""
    notes = list(notes)
    marks = {mark for note in notes for mark in note.marks}
    noted = any(note.text or len(note.marks) < len(note.tags) for note in notes)
    first = [SIGNS[mark] for mark in (Mark.QUESTION, Mark.QUOTE) if mark in marks]
    last = [SIGNS[Mark.REVIEWED]] if Mark.REVIEWED in marks else []
    return [*first, *([signs.NOTE] if noted else []), *last]


def names_with_signs(notebook: Notebook) -> tuple[str, ...]:
    """Return the names of the articles; those that have a note as a whole begin with its sign."""
    articles = notebook.comparison.articles
    noted = {note.target.article for note in notebook.notes if not note.target.places}
    return tuple(
        f"{signs.NOTE} {name}" if article.id in noted else name
        for article, name in zip(articles, names(articles), strict=True)
    )


def tags_of(note: Note) -> str:
    """Return the tags of `note`, marks with their signs."""
    said = []
    for tag in note.tags:
        mark = next((mark for mark in Mark if mark == tag.casefold()), None)
        said.append(f"{SIGNS[mark]} {tag}" if mark else f"#{tag}")
    return " · ".join(said)


def on_what(notebook: Notebook, target: Target) -> tuple[str, str]:
    """Return what a note is on and the words that stand there, each on one line; the story has no words."""
    articles = notebook.comparison.articles
    said = described(articles, names(articles), target)
    who = ", ".join(dict.fromkeys(who for who, _ in said))
    return who, " … ".join(words for _, words in said if words)


def about(note: Note, own_name: str) -> str:
    """Return whose note this is and of which day."""
    if not note.author or note.author == own_name:
        return f"Your note, {note.changed[:10]}"
    return f"Note of {note.author}, {note.changed[:10]}"


def briefly(note: Note) -> str:
    """Return what `note` says, on one line: its text, else nothing but its tags."""
    return " · ".join(filter(None, (one_line(note.text), tags_of(note))))


def listed(notebook: Notebook, note: Note) -> Content:
    """Return a note as it stands in a list: what it is on, its words, its text, its tags and author."""
    who, words = on_what(notebook, note.target)
    sign = signs.NOTICE if note in notebook.located.lost else " ".join(signs_of([note]))
    parts: list[str | tuple[str, str]] = [(f"{sign} {who}", "bold")]
    if words:
        short = words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1].rstrip() + "…"
        parts += ["\n", (f"“{short}”", "$foreground 65%")]
    if note.text:
        parts += ["\n", note.text]
    facts = " · ".join(filter(None, (tags_of(note), note.author, note.changed[:10])))
    return Content.assemble(*parts, "\n", (facts, "$text-primary"))


def filtered(notebook: Notebook, query: str) -> Sequence[Note]:
    """Return the notes with all words of `query`, the latest first; `#x` means a tag that begins so."""
    wanted = query.casefold().split()
    tags = [word.lstrip("#") for word in wanted if word.startswith("#")]
    words = [word for word in wanted if not word.startswith("#")]

    def fits(note: Note) -> bool:
        own = [tag.casefold() for tag in note.tags]
        if not all(any(each.startswith(tag) for each in own) for tag in tags):
            return False
        if not words:
            return True
        said = " ".join((*on_what(notebook, note.target), note.text, note.author, *note.tags)).casefold()
        return all(word in said for word in words)

    return [note for note in reversed(notebook.notes) if fits(note)]

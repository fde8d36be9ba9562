"""Make samples/chicago.newsdiff.json: the sample story, compared, with a fact-checker's notes.

Run it after a change of the engine, of the notebook file or of a sample article:

    python tools/make_sample_notebook.py [FILE]

The notes have fixed ids and times, and sources are named from the samples folder, so that the same
articles and the same engine give the same bytes on every machine.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from newsdiff.core import store
from newsdiff.core.article import Article, Span
from newsdiff.core.comparison import compare
from newsdiff.core.notebook import NOTEBOOK_SUFFIX, Notebook
from newsdiff.core.notes import Note, on_words, tags_in
from newsdiff.core.reading import read

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
STORY = SAMPLES / "chicago"
NOTEBOOK = SAMPLES / f"chicago{NOTEBOOK_SUFFIX}"
AUTHOR = "Sample reader"
TITLE = "Chicago, August 2025: the mayor's order (sample)"


class Remark(NamedTuple):
    """A note to be: `words` stand once in the article of `outlet`, `written` is an ISO 8601 time in UTC."""

    outlet: str
    words: str
    text: str
    written: str
    tags: str


REMARKS = (
    Remark(
        "The Lakeshore Ledger",
        "In a memo, the Department of Homeland Security asks for Naval Station Great Lakes",
        "Who else has the memo? Nobody here. Mogle confirms that there was a request, but not the words of "
        "the memo or the number of agents. Ask the base and the department for it before we lean on it.",
        "2025-09-06T08:12:00+00:00",
        "question, sources",
    ),
    Remark(
        "Sidelong Review",
        "up to 250",
        "The Ledger has “more than 200”. The two could both be right, a floor and a ceiling, but this one "
        "names no source beyond “reports this week”. Don't print either alone.",
        "2025-09-06T08:19:00+00:00",
        "question, figures",
    ),
    Remark(
        "Morning Kettle",
        "On Friday, Aug. 29",
        "Everybody else who gives a day says Saturday, which was Aug. 30. The order is dated: look there. "
        "If it is a slip, the desk will want to know.",
        "2025-09-06T08:24:00+00:00",
        "dates",
    ),
    Remark(
        "Heron Wire",
        "some type of militarized activity",
        "The Ledger heard “some kind of”. And the tanks are “in our streets” there but “on our streets” in "
        "the Meridian. Listen to the recording before quoting either.",
        "2025-09-06T08:31:00+00:00",
        "quote",
    ),
    Remark(
        "The National Meridian",
        "Murders in the city are at half their pandemic peak",
        "One trend, five yardsticks: the pandemic peak here, the past year (Heron, over 30%), the first half "
        "of 2025 (Ledger, 32%), this year (Kettle, about 30%), the summer months (Sidelong, 123). They need "
        "not contradict each other. Say which one we use, and since when.",
        "2025-09-06T08:47:00+00:00",
        "reviewed, figures",
    ),
)


def make_notebook() -> Notebook:
    """Return the sample story compared, with the notes on it."""
    reading = read([str(STORY)])
    if reading.problems:
        raise SystemExit("\n".join(str(problem) for problem in reading.problems))
    articles = tuple(
        replace(article, source=f"{STORY.name}/{Path(article.source).name}") for article in reading.articles
    )
    return Notebook(compare(articles), TITLE, make_notes(articles))


def make_notes(articles: Sequence[Article]) -> tuple[Note, ...]:
    """Return `REMARKS` as notes on `articles`; SystemExit where the words of one do not stand there once."""
    by_outlet = {article.outlet: article for article in articles}
    notes = []
    for number, remark in enumerate(REMARKS, 1):
        article = by_outlet[remark.outlet]
        if article.text.count(remark.words) != 1:
            raise SystemExit(f"{remark.outlet}: these words must stand once in the text: {remark.words}")
        start = article.text.index(remark.words)
        notes.append(
            Note(
                id=f"sample-{number}",
                target=on_words(article, Span(start, start + len(remark.words))),
                text=remark.text,
                created=remark.written,
                changed=remark.written,
                tags=tags_in(remark.tags),
                author=AUTHOR,
            )
        )
    return tuple(notes)


def main(arguments: Sequence[str]) -> None:
    """Write the notebook to the file that `arguments` name, else to its place in samples/."""
    path = Path(arguments[0]) if arguments else NOTEBOOK
    store.save(make_notebook(), path, replace=True)


if __name__ == "__main__":
    main(sys.argv[1:])

"""The library: all notebooks that were ever open here, and a search through their articles and notes.

What is searched is an index (SQLite, FTS5) in the state folder. It holds nothing that the notebooks do not
hold: it follows their files whenever it is opened, and where it is broken or gone it is made anew.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from newsdiff.core.cleaning import clean
from newsdiff.core.errors import StoreError
from newsdiff.core.notebook import Notebook
from newsdiff.core.progress import Progress, quiet, told
from newsdiff.core.store.recents import known_files
from newsdiff.core.store.state import state_folder

_FILE = "library.sqlite3"

_SHAPE = 2
"""Counted up when the tables change: an index of another shape is made anew."""

_TABLES = """
CREATE TABLE notebook (
    id INTEGER PRIMARY KEY, path BLOB UNIQUE, stamp TEXT, title TEXT, outlets TEXT, first TEXT, last TEXT,
    sentences INTEGER, notes INTEGER, corrections INTEGER, problem TEXT
);
CREATE VIRTUAL TABLE words USING fts5 (
    notebook UNINDEXED, kind UNINDEXED, outlet UNINDEXED, text, tokenize = 'unicode61 remove_diacritics 2'
);
"""

_BESIDE = "", "-journal", "-wal", "-shm"
"""Ends of the names of the files that SQLite keeps for one index."""

_PATIENCE = 5.0
"""Seconds that one newsdiff waits for another that writes the index."""

_MARK = "\x02", "\x03"
"""What stands around found words in a snippet; no cleaned text holds them."""

_SNIPPET_WORDS = 24


@dataclass(frozen=True, slots=True)
class Entry:
    """What the library knows of a notebook.

    `first` and `last` are the earliest and the latest date of its articles, empty where none has one.
    `problem` says why it cannot be read, empty where it can.
    """

    path: Path
    title: str
    outlets: tuple[str, ...]
    first: str
    last: str
    sentences: int
    notes: int
    corrections: int
    problem: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a notebook where the words that were looked for stand.

    `outlet` is empty for a note. `pieces` are the words there, each with whether it is one looked for.
    """

    entry: Entry
    outlet: str
    pieces: tuple[tuple[str, bool], ...]


def entries(progress: Progress = quiet) -> tuple[Entry, ...]:
    """Return what is known of all notebooks that are still there, the one opened last first.

    StoreError where the index can neither be read nor written, or another newsdiff is writing it.
    """
    with _index(progress) as index:
        return tuple(_entries(index).values())


def search(words: str, most: int = 50, progress: Progress = quiet) -> tuple[Hit, ...]:
    """Return the places, `most` of them, that hold all of `words` or words that begin so; the best first.

    Accents and case do not matter. Nothing for no words. StoreError as for `entries`.
    """
    query = " ".join(f'"{word}"*' for word in re.findall(r"\w+", words))
    if not query:
        return ()
    with _index(progress) as index:
        known = _entries(index)
        rows = index.execute(
            "SELECT notebook, outlet, snippet(words, 3, ?, ?, ' … ', ?) FROM words WHERE words MATCH ?"
            " ORDER BY rank LIMIT ?",
            (*_MARK, _SNIPPET_WORDS, query, most),
        )
        return tuple(Hit(known[number], outlet, _pieces(text)) for number, outlet, text in rows)


def in_words(entry: Entry) -> str:
    """Return what a notebook holds: its outlets, the days of its articles, and how much was added to them."""
    from newsdiff.core.report.wording import count, joined

    days = entry.first if entry.first == entry.last else f"{entry.first} to {entry.last}"
    counts = [count(entry.sentences, "sentence"), count(entry.notes, "note")]
    if entry.corrections:
        counts.append(count(entry.corrections, "correction"))
    return "; ".join(filter(None, [joined(entry.outlets), days, ", ".join(counts)]))


def _pieces(snippet: str) -> tuple[tuple[str, bool], ...]:
    before, after = _MARK
    pieces = [(piece, False) for piece in snippet.split(before)[:1]]
    for piece in snippet.split(before)[1:]:
        found, _, rest = piece.partition(after)
        pieces += [(found, True), (rest, False)]
    return tuple((text, found) for text, found in pieces if text)


def _entries(index: sqlite3.Connection) -> dict[int, Entry]:
    rank = {path: number for number, path in enumerate(known_files())}
    rows = index.execute(
        "SELECT id, path, title, outlets, first, last, sentences, notes, corrections, problem FROM notebook"
    )
    found = {
        number: Entry(Path(os.fsdecode(path)), title, tuple(outlets.split("\n")) if outlets else (), *rest)
        for number, path, title, outlets, *rest in rows
    }
    return dict(sorted(found.items(), key=lambda item: rank.get(item[1].path, len(rank))))


@contextmanager
def _index(progress: Progress) -> Iterator[sqlite3.Connection]:
    """Open the index as the files are now; a broken one is thrown away and made anew, a locked one is not."""
    file = state_folder() / _FILE
    try:
        try:
            index = _opened(file)
        except sqlite3.DatabaseError as error:
            if _is_locked(error):
                raise
            for end in _BESIDE:
                with suppress(OSError):
                    file.with_name(file.name + end).unlink()
            index = _opened(file)
        with closing(index):
            _follow_files(index, progress)
            yield index
    except (sqlite3.Error, OSError) as error:
        if _is_locked(error):
            raise StoreError("another newsdiff is writing the library: try again in a moment") from error
        raise StoreError(clean(f"{file}: the library cannot be searched ({error})")) from error


def _is_locked(error: Exception) -> bool:
    """Tell whether somebody else has the index; the low byte of SQLite's code says so, the rest how."""
    return isinstance(error, sqlite3.OperationalError) and error.sqlite_errorcode & 0xFF in (
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
    )


def _opened(file: Path) -> sqlite3.Connection:
    file.parent.mkdir(parents=True, exist_ok=True)
    index = sqlite3.connect(file, timeout=_PATIENCE)
    try:
        (shape,) = index.execute("PRAGMA user_version").fetchone()
        if shape != _SHAPE:
            for table in ("words", "notebook"):
                index.execute(f"DROP TABLE IF EXISTS {table}")
            index.executescript(f"BEGIN; {_TABLES} PRAGMA user_version = {_SHAPE}; COMMIT;")
        index.execute("SELECT count(*) FROM words").fetchone()
    except sqlite3.Error:
        index.close()
        raise
    return index


def _follow_files(index: sqlite3.Connection, progress: Progress) -> None:
    """Take up what is new or changed, and drop what is gone."""
    with index:
        indexed = dict(index.execute("SELECT path, stamp FROM notebook"))
        files = known_files()
        for path in indexed.keys() - {os.fsencode(path) for path in files}:
            _drop(index, path)
        for file in told(files, progress):
            # Bytes: a path need not be text that SQLite takes.
            path, stamp = os.fsencode(file), _stamp(file)
            if indexed.get(path) != stamp:
                _drop(index, path)
                if stamp:
                    _take_up(index, file, stamp)


def _stamp(file: Path) -> str:
    """Return what changes when the file does, empty where there is none."""
    try:
        found = file.stat()
    except OSError:
        return ""
    return f"{found.st_mtime_ns} {found.st_size} {found.st_ino}"


def _drop(index: sqlite3.Connection, path: bytes) -> None:
    index.execute("DELETE FROM words WHERE notebook IN (SELECT id FROM notebook WHERE path = ?)", (path,))
    index.execute("DELETE FROM notebook WHERE path = ?", (path,))


def _take_up(index: sqlite3.Connection, file: Path, stamp: str) -> None:
    from newsdiff.core.store import load

    try:
        notebook, problem = load(file), ""
    except StoreError as error:
        notebook, problem = None, str(error)
    number = index.execute(
        "INSERT INTO notebook (path, stamp, title, outlets, first, last, sentences, notes, corrections,"
        " problem) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (os.fsencode(file), stamp, *_facts(file, notebook), problem),
    ).lastrowid
    for article in notebook.comparison.articles if notebook else ():
        text = f"{article.title}\n{article.text}"
        index.execute("INSERT INTO words VALUES (?, 'article', ?, ?)", (number, article.outlet, text))
    for note in notebook.notes if notebook else ():
        text = " ".join([note.text, *note.tags])
        index.execute("INSERT INTO words VALUES (?, 'note', '', ?)", (number, text))


def _facts(file: Path, notebook: Notebook | None) -> tuple[str, str, str, str, int, int, int]:
    """Return title, outlets, first and last date, and how many sentences, notes and corrections."""
    if notebook is None:
        return clean(file.name), "", "", "", 0, 0, 0
    articles = notebook.comparison.articles
    dates = sorted(article.published[:10] for article in articles if article.published)
    return (
        notebook.title or clean(file.name),
        "\n".join(dict.fromkeys(article.outlet for article in articles)),
        dates[0] if dates else "",
        dates[-1] if dates else "",
        sum(not sentence.heading for article in articles for sentence in article.sentences),
        len(notebook.notes),
        len(notebook.corrections),
    )

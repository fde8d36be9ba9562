"""What the command line does: open the reader, print a report, list notebooks."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from newsdiff.core.cleaning import clean_line
from newsdiff.core.errors import NewsdiffError, StoreError
from newsdiff.core.garbage import uncollected
from newsdiff.tui import settings
from newsdiff.tui.console import (
    DONE,
    FAILED,
    Progress,
    complain,
    is_served,
    place_of,
    shows_output,
    terminal,
    write,
)

if TYPE_CHECKING:
    from newsdiff.core.article import Article
    from newsdiff.core.notebook import Notebook
    from newsdiff.core.store import Fingerprint
    from newsdiff.core.store.library import Entry, Hit

_WIDEST = 100
"""Cells; longer lines are hard to read on any terminal."""

_LONGEST_PATH = 4096

_NO_NOTEBOOK = "No notebook was open lately. `newsdiff SOURCE...` opens the reader, where s saves one."


class UsageError(NewsdiffError):
    """The command line asks for something that cannot be meant."""


@dataclass(frozen=True, slots=True)
class _Opened:
    """What the sources hold, None where nothing could be read, and what is to be told about them."""

    notebook: Notebook | None
    path: Path | None = None
    known: Fingerprint | None = None
    """What the notebook's file held when it was read."""
    problems: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def read(sources: Sequence[str]) -> int:
    """Open the reader on `sources`, the start screen where there are none; return the exit code."""
    if not shows_output() and not is_served():
        raise UsageError(
            "standard output is not a terminal, so there is no screen to read on; "
            "`newsdiff report SOURCE...` prints the comparison"
        )
    with uncollected():  # what is loaded and read now stays until the end
        opened = _open(sources) if sources else _Opened(None)
        if sources and opened.notebook is None:
            return FAILED
        if opened.path:
            from newsdiff.core import store

            store.remember(opened.path)
        chosen, complaints = settings.load()
        from newsdiff.tui.app import NewsdiffApp

    app = NewsdiffApp(
        opened.notebook,
        path=opened.path,
        known=opened.known,
        notices=(*opened.problems, *opened.remarks, *complaints),
        settings=chosen,
    )
    with nullcontext() if is_served() else terminal():
        app.run()
    if app.crash is not None:
        complain(_last_words(app.crash, app.kept))
        return FAILED
    return FAILED if opened.problems else app.return_code or DONE


def _last_words(crash: Exception, kept: Path | None) -> str:
    words = f"something went wrong that should not ({place_of(crash)}), please report it"
    return words + (f"; your unsaved notes are in {kept}, and the next newsdiff offers them" if kept else "")


def serve(sources: Sequence[str], port: int) -> int:
    """Serve the reader on `sources` in the browser until ctrl+c; return the exit code."""
    try:
        from newsdiff.tui import serving
    except ModuleNotFoundError as error:
        raise NewsdiffError(
            "the browser needs a part of newsdiff that is not installed; "
            "`pip install 'newsdiff[web]'` adds it, in a clone `pip install '.[web]'`"
        ) from error
    if "-" in sources:
        raise UsageError("standard input can be read only once, and every tab reads anew; give a file")
    opened = _open(sources)
    if opened.notebook is None:
        return FAILED
    serving.serve(
        sources,
        port,
        lambda address: write(f"newsdiff is at {address}\nOnly this machine can reach it. ctrl+c ends it.\n"),
    )
    return FAILED if opened.problems else DONE


def report(sources: Sequence[str], report_format: str, output: Path | None) -> int:
    """Print the report on `sources`, or write it to `output`; return the exit code."""
    if output is not None:
        _check_output(output, sources)
    opened = _open(sources)
    if opened.notebook is None:
        return FAILED
    from newsdiff.core.report import render

    text = render(_compared(opened.notebook), report_format, width=_width(output))
    if output is None:
        write(text)
    else:
        _write_output(output, text)
    return FAILED if opened.problems else DONE


def library(words: str) -> int:
    """Print the notebooks that were open here, or where they hold all of `words`; return the exit code."""
    from newsdiff.core.store import library

    with Progress() as progress:
        if words:
            hits = library.search(words, progress=progress.indexing)
            said = [_hit(hit) for hit in hits] or [
                f"No notebook that was open here holds {clean_line(words)}."
            ]
        else:
            found = library.entries(progress.indexing)
            said = [_entry(each) for each in found] or [_NO_NOTEBOOK]
    write("\n\n".join(said) + "\n")
    return DONE


def show_settings() -> int:
    """Print where the settings file lies, or an example of one where there is none; return the exit code.

    What is wrong in the file is told on standard error.
    """
    file = settings.settings_file()
    _, complaints = settings.load()
    if not file.is_file() or not file.stat().st_size:
        from newsdiff.tui.settings_example import example

        write(f"# There is no settings file yet. What follows, saved as\n# {file}\n# is one.\n\n{example()}")
        return DONE
    write(f"{file}\n")
    for complaint in complaints:
        complain(complaint)
    return FAILED if complaints else DONE


def _open(sources: Sequence[str]) -> _Opened:
    """Read `sources` and tell on standard error whatever is wrong with them."""
    from newsdiff.core import store

    if not all(sources):
        raise UsageError("a SOURCE is empty; an unset variable in the command gives one")
    notebooks = [source for source in sources if "://" not in source and store.is_notebook(Path(source))]
    if notebooks and len(sources) > 1:
        raise UsageError(f"{notebooks[0]} is a saved notebook, which is opened alone, without other sources")
    opened = _load(Path(sources[0])) if notebooks else _read_articles(sources)
    for line in (*opened.problems, *opened.remarks):
        complain(line)
    return opened


def _load(path: Path) -> _Opened:
    from newsdiff.core import store

    # First what the file holds: what changes between the two steps is then noticed when saving.
    known = store.fingerprint(path)
    try:
        notebook = store.load(path)
    except StoreError as error:
        return _Opened(None, problems=(str(error),))
    return _Opened(notebook, path, known, remarks=_remarks(notebook.comparison.articles))


def _read_articles(sources: Sequence[str]) -> _Opened:
    from newsdiff.core.comparison import Comparison
    from newsdiff.core.notebook import Notebook
    from newsdiff.core.reading import read as read_sources

    with Progress() as progress:
        reading = read_sources(sources, progress=progress.reading)
    problems = tuple(str(problem) for problem in reading.problems)
    if not reading.articles:
        return _Opened(None, problems=problems)
    notebook = Notebook(Comparison(reading.articles), _title(sources, reading.articles))
    return _Opened(notebook, problems=problems, remarks=(*reading.notices, *_remarks(reading.articles)))


def _title(sources: Sequence[str], articles: Sequence[Article]) -> str:
    """Return what to call the story: as its folder is called, or by the first headline."""
    if len(sources) == 1 and Path(sources[0]).is_dir():
        return clean_line(Path(sources[0]).resolve().name.replace("-", " ").replace("_", " ")).capitalize()
    return next((article.title for article in articles if article.title), "")


def _remarks(articles: Sequence[Article]) -> tuple[str, ...]:
    outlets = {article.outlet for article in articles}
    if len(outlets) > 1:
        return ()
    what = (
        "only one article was read"
        if len(articles) == 1
        else f"all articles are of one outlet, {outlets.pop()}"
    )
    return (f"{what}: nothing to compare with; give another outlet's account too",)


def _compared(notebook: Notebook) -> Notebook:
    if notebook.up_to_date:
        return notebook
    from newsdiff.core.comparison import compare

    with Progress() as progress:
        compared = compare(notebook.comparison.articles, notebook.corrections, progress=progress.comparing)
    return replace(notebook, comparison=compared)


def _width(output: Path | None) -> int:
    if output is not None or not shows_output():
        return 80
    return min(_WIDEST, shutil.get_terminal_size().columns)


def _check_output(output: Path, sources: Sequence[str]) -> None:
    """Raise an error, before any work is done, where writing `output` would fail or destroy a source."""
    from newsdiff.core import store

    if output.is_dir():
        raise NewsdiffError(f"{output}: this is a folder; name a file in it")
    if not output.parent.is_dir():
        raise NewsdiffError(f"{output}: the folder {output.parent} does not exist; make it first")
    if store.is_notebook(output):
        raise UsageError(f"{output} is a notebook's name, and a report is no notebook; choose another name")
    if output.is_file() and any(_is_of(output, Path(source)) for source in sources):
        raise UsageError(f"{output} is one of the sources, which are never written over; choose another name")


def _is_of(file: Path, source: Path) -> bool:
    """Tell whether `file` is `source`, or lies in the folder that `source` is."""
    try:
        return any(file.samefile(each) for each in (source.iterdir() if source.is_dir() else (source,)))
    except (OSError, ValueError):
        return False


def _write_output(output: Path, text: str) -> None:
    from newsdiff.core.store.files import in_words, write_file

    data = text.encode("utf-8", "replace")
    try:
        if output.exists() and not output.is_file():
            # A pipe or a device has no content that could be half old and half new.
            output.write_bytes(data)
        else:
            write_file(output, data, replace=True)
    except OSError as error:
        raise NewsdiffError(f"{output}: {in_words(error)}") from error


def _entry(found: Entry) -> str:
    """Return what the library says of a notebook."""
    from newsdiff.core.store.library import in_words

    if found.problem:
        return clean_line(found.problem, _LONGEST_PATH)
    file = clean_line(os.fspath(found.path), _LONGEST_PATH)
    return "\n".join([clean_line(found.title), f"    {file}", f"    {in_words(found)}"])


def _hit(found: Hit) -> str:
    """Return where words were found: the notebook, whose article or that it is a note, the words around."""
    file = clean_line(os.fspath(found.entry.path), _LONGEST_PATH)
    words = clean_line("".join(piece for piece, _ in found.pieces), _LONGEST_PATH)
    where = found.outlet or "your note"
    return "\n".join([clean_line(found.entry.title), f"    {file}", f"    {where}: {words}"])

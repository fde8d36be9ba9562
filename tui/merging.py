"""`newsdiff merge`: two notebooks on one story into a new file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from newsdiff.core.errors import NewsdiffError, StoreError
from newsdiff.core.notebook import NOTEBOOK_SUFFIX
from newsdiff.tui.console import DONE, Progress, write


def merge(mine: Path, theirs: Path, output: Path) -> int:
    """Write the notebook at `mine`, with what that at `theirs` adds to it, to the new file `output`.

    Returns the exit code. NewsdiffError where one cannot be read, they are on different stories, or `output`
    is there already or cannot be written.
    """
    from newsdiff.core import store
    from newsdiff.core.comparison import compare
    from newsdiff.core.merging import merge as merge_notebooks
    from newsdiff.core.report.wording import count, joined

    if not output.name.endswith(NOTEBOOK_SUFFIX):
        output = output.with_name(output.name + NOTEBOOK_SUFFIX)
    if output.exists():
        raise StoreError(
            f"{output}: there is a file of that name; merging makes a new one, choose another name"
        )
    merged = merge_notebooks(store.load(mine), store.load(theirs))
    notebook = merged.notebook
    with Progress() as progress:
        articles = notebook.comparison.articles
        comparison = compare(articles, notebook.corrections, progress=progress.comparing)
    notebook = replace(notebook, comparison=comparison)
    try:
        store.save(notebook, output, replace=False)
    except FileExistsError as error:
        raise NewsdiffError(f"{output}: there is a file of that name now; choose another name") from error
    store.remember(output)
    added = joined(
        [
            count(merged.notes, "note"),
            count(merged.corrections, "correction"),
            count(merged.articles, "article"),
        ]
    )
    said = [f"{output}: {added} added to what {mine} has"]
    if merged.contradicting:
        said.append(f"{count(merged.contradicting, 'correction')} of two that disagree: the later counts")
    if lost := len(notebook.located.lost):
        said.append(
            f"the words of {count(lost, 'note')} are not found in these texts; i in the reader lists them"
        )
    write("; ".join(said) + ".\n")
    return DONE

"""Exporting from the screen: in which form, where to, and what to do where a file is in the way."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.app import App

from newsdiff.core.cleaning import clean
from newsdiff.core.notebook import NOTEBOOK_SUFFIX, Notebook
from newsdiff.tui.in_the_way import AGAIN, GIVE_UP, OTHER_NAME, REPLACE, ask, ask_to_replace
from newsdiff.tui.telling import short_path


async def export_asking(
    app: App[Any],
    current: Callable[[], Notebook],
    path: Path | None,
    whole: asyncio.Event,
    say: Callable[[str], None],
) -> Path | None:
    """Write the notebook in another form and return where it is, None where the reader chose not to.

    `current` gives the notebook as it is when it is written, once `whole` is set; `path` is the notebook's
    own file, beside which the other is put if nobody says otherwise. Nothing is replaced without a question,
    and an article that was read never. `say` tells what is waited for. Must be awaited in a worker, for it
    waits for answers.
    """
    from newsdiff.core.report import SUFFIXES
    from newsdiff.tui.screens.export import FORMS, ExportScreen

    folder = path.parent.absolute() if path else Path.cwd()
    name = _stem(current().title) + SUFFIXES[FORMS[0].name]
    replace, target = False, None
    while True:
        if target is None:
            typed = await app.push_screen_wait(ExportScreen(folder, name))
            if typed is None:
                return None
            target, replace = Path(typed), False
        name = target.name if target.parent == folder else str(target)
        say("Exporting." if whole.is_set() else "Will be exported as soon as the comparison is done.")
        await whole.wait()
        notebook = current()
        if reason := _sacred(target, notebook):
            answer = await ask(app, "This file is not written over", f"{short_path(target)} {reason}.")
        else:
            try:
                await asyncio.to_thread(_write, notebook, target, replace=replace)
            except FileExistsError:
                answer = await ask_to_replace(app, target)
                replace = answer == REPLACE.answer
            except OSError as error:
                answer = await ask(app, "Nothing is exported", _why(target, error), AGAIN)
            else:
                return target
        if answer == OTHER_NAME.answer:
            target = None
        elif answer in (None, GIVE_UP.answer):
            return None


def _write(notebook: Notebook, target: Path, *, replace: bool) -> None:
    from newsdiff.core.report import format_of, render
    from newsdiff.core.store.files import write_file

    if target.exists() and not replace:
        raise FileExistsError
    from newsdiff.tui.screens.export import FORMS

    report = render(notebook, format_of(target.name) or FORMS[0].name)
    write_file(target, report.encode("utf-8", "replace"), replace=replace)


def _sacred(target: Path, notebook: Notebook) -> str:
    """Return why `target` is never written over, empty where it may be."""
    from newsdiff.core import store

    if store.is_notebook(target):
        return "is a notebook or has the name of one"
    for article in notebook.comparison.articles:
        try:
            if target.samefile(article.source):
                return f"is the article of {article.outlet}"
        except (OSError, ValueError):
            continue
    return ""


def _why(target: Path, error: OSError) -> str:
    from newsdiff.core.store.files import in_words

    return f"{short_path(target)}: {clean(in_words(error))}"


def _stem(title: str) -> str:
    from newsdiff.core import store

    return store.suggested_name(title).removesuffix(NOTEBOOK_SUFFIX)

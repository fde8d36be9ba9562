"""Saving from the screen: asking for a name, and what to do where a file is in the way."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from textual.app import App

from newsdiff.core.cleaning import clean
from newsdiff.core.errors import StoreError
from newsdiff.core.notebook import NOTEBOOK_SUFFIX, Notebook
from newsdiff.tui.in_the_way import AGAIN, GIVE_UP, OTHER_NAME, REPLACE, ask, ask_to_replace
from newsdiff.tui.screens.dialogs import Choice, FileNameScreen
from newsdiff.tui.telling import short_path

if TYPE_CHECKING:
    from newsdiff.core.store import Fingerprint


class Saved(NamedTuple):
    """What was saved, where it is now, and what its file holds."""

    notebook: Notebook
    path: Path
    fingerprint: Fingerprint


async def save_asking(
    app: App[Any], current: Callable[[], Notebook], path: Path | None, known: Fingerprint | None
) -> Saved | None:
    """Save the notebook and return where it is now, None where the reader chose not to save it.

    `current` gives the notebook as it is when it is written, for answers take their time. `path` is the
    notebook's own file, which is written over where it still holds what is `known` of it; None asks for a
    name. Nothing else is replaced without a question. Must be awaited in a worker, for it waits for answers.
    """
    from newsdiff.core import store

    replace = path is not None
    title = current().title
    name = store.suggested_name(title)
    while True:
        if path is None:
            typed = await app.push_screen_wait(FileNameScreen(name, short_path(Path.cwd())))
            if typed is None:
                return None
            path, replace, known = _as_notebook(typed, title), False, None
        name = str(path)
        notebook = current()
        try:
            written = await asyncio.to_thread(store.save, notebook, path, replace=replace, known=known)
        except FileExistsError:
            answer = await ask_to_replace(app, path)
            replace = answer == REPLACE.answer
        except store.ChangedError:
            answer = await ask(
                app,
                "The file was changed by another program",
                f"{short_path(path)}\nPerhaps it is open in another window. Overwriting it loses what was "
                "changed there; under another name both are kept.",
                Choice("r", "Overwrite it", "overwrite"),
            )
            if answer == "overwrite":
                known = None
        except StoreError as error:
            answer = await ask(
                app,
                "The notebook is not saved",
                f"{clean(str(error))}\nYour notes are still here.",
                AGAIN,
            )
        else:
            store.remember(path)
            return Saved(notebook, path, written)
        if answer == OTHER_NAME.answer:
            path = None
        elif answer in (None, GIVE_UP.answer):
            return None


def keep_place(notebook: Notebook, path: Path, known: Fingerprint) -> None:
    """Write `notebook`, of which only the place is new, to its file where that still holds what is `known`.

    Where it cannot be written nobody is told: a place is not worth a question.
    """
    from newsdiff.core import store

    if store.fingerprint(path) == known:  # a file that was deleted stays so
        with suppress(StoreError):
            store.save(notebook, path, replace=True, known=known)


def _as_notebook(typed: str, title: str) -> Path:
    """Return the path that was meant: with the suffix of a notebook, and a name where a folder was given."""
    from newsdiff.core import store

    path = Path(os.path.expanduser(typed))  # noqa: PTH111 - unlike Path's it leaves an unknown ~user alone
    if path.is_dir():
        return path / store.suggested_name(title)
    return path if path.name.endswith(NOTEBOOK_SUFFIX) else Path(f"{path}{NOTEBOOK_SUFFIX}")

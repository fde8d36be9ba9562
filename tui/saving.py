"""Saving from the screen: asking for a name, and what to do where a file is in the way."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import Any

from textual.app import App

from newsdiff.core.cleaning import clean
from newsdiff.core.errors import StoreError
from newsdiff.core.notebook import Notebook
from newsdiff.tui.screens.dialogs import Choice, ChoiceScreen, FileNameScreen
from newsdiff.tui.telling import short_path

_OTHER_NAME = Choice("o", "Other name", "other")
_GIVE_UP = Choice("c", "Back", "give up")


async def save_asking(app: App[Any], notebook: Notebook, path: Path | None) -> Path | None:
    """Save `notebook` and return where it is now, None where the reader chose not to save it.

    `path` is the notebook's own file, which is written over; None asks for a name, and before another file
    is replaced. Must be awaited in a worker, for it waits for answers.
    """
    from newsdiff.core import store

    replace = path is not None
    name = store.suggested_name(notebook.title)
    while True:
        if path is None:
            typed = await app.push_screen_wait(FileNameScreen(name, short_path(Path.cwd())))
            if typed is None:
                return None
            path, replace = _as_notebook(typed, notebook.title), False
        name = str(path)
        try:
            await asyncio.to_thread(store.save, notebook, path, replace=replace)
        except FileExistsError:
            answer = await _ask(
                app,
                "There is a file of that name",
                f"{short_path(path)}\nReplacing it loses what it holds now.",
                [_OTHER_NAME, Choice("r", "Replace it", "replace"), _GIVE_UP],
            )
            replace = answer == "replace"
        except StoreError as error:
            answer = await _ask(
                app,
                "The notebook is not saved",
                f"{clean(str(error))}\nYour notes are still here.",
                [_OTHER_NAME, Choice("t", "Try again", "again"), _GIVE_UP],
            )
        else:
            store.remember(path)
            return path
        if answer == _OTHER_NAME.answer:
            path = None
        elif answer in (None, _GIVE_UP.answer):
            return None


async def _ask(app: App[Any], question: str, explanation: str, choices: list[Choice]) -> str | None:
    return await app.push_screen_wait(ChoiceScreen(question, explanation, choices))


def _as_notebook(typed: str, title: str) -> Path:
    """Return the path that was meant: with the suffix of a notebook, and a name where a folder was given."""
    from newsdiff.core import store

    path = Path(os.path.expanduser(typed))  # noqa: PTH111 - unlike Path's it leaves an unknown ~user alone
    if path.is_dir():
        return path / store.suggested_name(title)
    return path if path.name.endswith(store.SUFFIX) else Path(f"{path}{store.SUFFIX}")

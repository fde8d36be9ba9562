"""Saving from the screen: asking for a name, and what to do where a file is in the way."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from textual.app import App

from newsdiff.core.errors import StoreError
from newsdiff.core.notebook import Notebook
from newsdiff.tui.screens.dialogs import Choice, ChoiceScreen, FileNameScreen


async def save_asking(app: App[Any], notebook: Notebook, path: Path | None) -> Path | None:
    """Save `notebook` to `path`, or where the reader says; return where it is now, None where it is not saved.

    Must be awaited in a worker, for it waits for answers.
    """
    from newsdiff.core import store

    replace = path is not None
    while True:
        if path is None:
            typed = await app.push_screen_wait(
                FileNameScreen(store.suggested_name(notebook.title), str(Path.cwd()))
            )
            if typed is None:
                return None
            path = Path(typed).expanduser()
            if not path.name.endswith(store.SUFFIX):
                path = path.with_name(path.name + store.SUFFIX)
        try:
            await asyncio.to_thread(store.save, notebook, path, replace=replace)
        except FileExistsError:
            pass
        return path

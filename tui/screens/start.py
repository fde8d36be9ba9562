"""The start screen: what can be read where no source was given."""

from __future__ import annotations

import asyncio
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from newsdiff.core.cleaning import clean
from newsdiff.core.comparison import Comparison
from newsdiff.core.errors import NewsdiffError
from newsdiff.core.notebook import Notebook
from newsdiff.tui.telling import short_path

if TYPE_CHECKING:
    from newsdiff.core.store import Fingerprint
    from newsdiff.tui.app import NewsdiffApp

_SAMPLE = "chicago"
_MOST_RECENT = 9


class StartScreen(Screen[None]):
    """Offers the sample story and the notebooks that were open lately."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "step('down')", "Next", show=False),
        Binding("k", "step('up')", "Previous", show=False),
        Binding("enter", "open", "Open"),
        Binding("q,escape", "app.quit", "Quit", key_display="q"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._recent: list[Path] = []

    def compose(self) -> ComposeResult:
        """Lay out what newsdiff is for, what can be opened, and how to open something else."""
        with Vertical(classes="dialog"):
            yield Static("newsdiff", classes="heading")
            yield Static("Read several outlets' accounts of one event side by side.")
            yield OptionList(*self._options())
            yield Static("", classes="error", id="start-error", markup=False)
            yield Static(
                "Your own story: newsdiff FILE FOLDER ADDRESS ...",
                classes="hint",
                markup=False,
            )
        yield Footer(show_command_palette=False)

    def _options(self) -> list[Option]:
        from newsdiff.core import store

        options = [Option(_prompt("The sample story", "five invented outlets on one event in Chicago"))]
        for found in store.recent()[:_MOST_RECENT]:
            self._recent.append(found.path)
            options.append(Option(_prompt(found.title, short_path(found.path))))
        return options

    def on_mount(self) -> None:
        """Let enter open the first."""
        options = self.query_one(OptionList)
        options.highlighted = 0
        options.focus()

    def action_step(self, way: str) -> None:
        """Go to the next or the previous of the list."""
        options = self.query_one(OptionList)
        if way == "down":
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def action_open(self) -> None:
        """Open what the list stands at."""
        self.query_one(OptionList).action_select()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.query_one("#start-error", Static).update("")
        self._open(None if event.option_index == 0 else self._recent[event.option_index - 1])

    @work(exclusive=True)
    async def _open(self, path: Path | None) -> None:
        try:
            notebook, known = await (
                asyncio.to_thread(_read_sample) if path is None else asyncio.to_thread(_load, path)
            )
        except NewsdiffError as error:
            self.query_one("#start-error", Static).update(clean(str(error)))
            return
        cast("NewsdiffApp", self.app).read(notebook, path, known=known)


def _read_sample() -> tuple[Notebook, None]:
    from newsdiff.core.reading import read

    with resources.as_file(resources.files("newsdiff.samples") / _SAMPLE) as folder:
        reading = read([str(folder)])
    return Notebook(Comparison(tuple(reading.articles)), "The sample story"), None


def _load(path: Path) -> tuple[Notebook, Fingerprint | None]:
    from newsdiff.core import store

    # First what the file holds: what changes between the two steps is then noticed when saving.
    known = store.fingerprint(path)
    notebook = store.load(path)
    store.remember(path)
    return notebook, known


def _prompt(title: str, below: str) -> Content:
    return Content.assemble((title, "bold"), "\n", (below, "$foreground 65%"))

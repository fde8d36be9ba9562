"""The start screen: what can be read where no source was given."""

from __future__ import annotations

import asyncio
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from newsdiff.core.cleaning import clean
from newsdiff.core.comparison import Comparison
from newsdiff.core.errors import NewsdiffError
from newsdiff.core.notebook import Notebook
from newsdiff.tui import keys, lists, recovering
from newsdiff.tui.telling import short_path

if TYPE_CHECKING:
    from newsdiff.core.store import Fingerprint
    from newsdiff.core.store.recovery import Leftover
    from newsdiff.tui.app import NewsdiffApp

_SAMPLE = "chicago"
_MOST_RECENT = 9


class StartScreen(Screen[None]):
    """Offers notes that were left behind, the sample story, and the notebooks that were open lately."""

    KEYS = keys.START
    BINDINGS: ClassVar[list[BindingType]] = [*KEYS.bindings]

    def __init__(self, notices: tuple[str, ...] = ()) -> None:
        super().__init__()
        self._notices = notices
        self._offers: list[Leftover | Path | None] = []
        """What the list holds, in its order; None is the sample."""

    def compose(self) -> ComposeResult:
        """Lay out what newsdiff is for, what can be opened, and how to open something else."""
        with Vertical(classes="dialog"):
            yield Static("newsdiff", classes="heading")
            yield Static("Read several outlets' accounts of one event side by side.")
            yield OptionList()
            yield Static("\n".join(self._notices), classes="error", id="start-error", markup=False)
            yield Static(
                "Your own story: newsdiff FILE FOLDER ADDRESS ...",
                classes="hint",
                markup=False,
            )
        yield Footer(show_command_palette=False)

    def _list(self) -> None:
        from newsdiff.core import store
        from newsdiff.core.store import recovery

        self._offers = []
        options = self.query_one(OptionList)
        options.clear_options()
        for leftover in recovery.leftovers():
            self._offers.append(leftover)
            options.add_option(
                Option(_prompt(f"Notes never saved: {leftover.title}", recovering.described(leftover)))
            )
        self._offers.append(None)
        options.add_option(
            Option(_prompt("The sample story", "five invented outlets on one event in Chicago"))
        )
        for found in store.recent(_MOST_RECENT):
            self._offers.append(found.path)
            options.add_option(Option(_prompt(found.title, short_path(found.path))))
        # Let enter open the first.
        options.highlighted = 0
        options.focus()

    def on_mount(self) -> None:
        """List what can be opened."""
        self._list()

    def action_step(self, by: int) -> None:
        """Go to the next of the list, or to the one before."""
        lists.step(self.query_one(OptionList), by)

    def action_edge(self, by: int) -> None:
        """Go to the first (`by` -1) or the last (1) of the list."""
        lists.edge(self.query_one(OptionList), by)

    def action_open(self) -> None:
        """Open what the list stands at."""
        self.query_one(OptionList).action_select()

    def action_library(self) -> None:
        """Look through all notebooks that were open here."""
        from newsdiff.tui.screens.library import LibraryScreen

        def chosen(path: Path | None) -> None:
            if path is None:
                self._list()
            else:
                self._open(path)

        self.app.push_screen(LibraryScreen(), chosen)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Discarding is for notes that were left behind."""
        return action != "discard" or self._highlighted_leftover() is not None

    def _highlighted_leftover(self) -> Leftover | None:
        from newsdiff.core.store.recovery import Leftover

        at = self.query_one(OptionList).highlighted
        offer = self._offers[at] if at is not None else None
        return offer if isinstance(offer, Leftover) else None

    @on(OptionList.OptionHighlighted)
    def _moved(self) -> None:
        self.refresh_bindings()

    @work(exclusive=True)
    async def action_discard(self) -> None:
        """Remove the notes at which the list stands, after a question."""
        leftover = self._highlighted_leftover()
        if leftover and await recovering.discard_asking(self.app, leftover):
            self.query_one("#start-error", Static).update("")
            self._list()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.query_one("#start-error", Static).update("")
        self._open(self._offers[event.option_index])

    @work(exclusive=True)
    async def _open(self, offer: Leftover | Path | None) -> None:
        from newsdiff.core.store.recovery import Leftover

        app = cast("NewsdiffApp", self.app)
        try:
            if isinstance(offer, Leftover):
                app.recover(await asyncio.to_thread(offer.open))
            elif offer is None:
                app.read(await asyncio.to_thread(_read_sample), None)
            else:
                notebook, known = await asyncio.to_thread(_load, offer)
                app.read(notebook, offer, known=known)
        except NewsdiffError as error:
            self.query_one("#start-error", Static).update(clean(str(error)))


def _read_sample() -> Notebook:
    from newsdiff.core.reading import read

    with resources.as_file(resources.files("newsdiff.samples") / _SAMPLE) as folder:
        reading = read([str(folder)])
    return Notebook(Comparison(tuple(reading.articles)), "The sample story")


def _load(path: Path) -> tuple[Notebook, Fingerprint | None]:
    from newsdiff.core import store

    # First what the file holds: what changes between the two steps is then noticed when saving.
    known = store.fingerprint(path)
    notebook = store.load(path)
    store.remember(path)
    return notebook, known


def _prompt(title: str, below: str) -> Content:
    return Content.assemble((title, "bold"), "\n", (below, "$text-muted"))

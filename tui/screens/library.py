"""The library on the screen: all notebooks that were open here, to be searched, opened and tidied."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from newsdiff.core.cleaning import clean, clean_line
from newsdiff.core.errors import NewsdiffError
from newsdiff.tui import keys, lists
from newsdiff.tui.screens.dialogs import Choice, ChoiceScreen, TextScreen
from newsdiff.tui.telling import short_path

if TYPE_CHECKING:
    from newsdiff.core.store.library import Entry, Hit


class LibraryScreen(Screen[Path | None]):
    """Lists notebooks, or places in them that hold what is typed; returns the one to be opened."""

    KEYS = keys.LIBRARY
    BINDINGS: ClassVar[list[BindingType]] = [*KEYS.bindings]

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[Entry] = []
        """The notebook of each line of the list."""

    def compose(self) -> ComposeResult:
        """Lay out what is looked for above what is found."""
        with Vertical(classes="dialog"):
            yield Static("Library", classes="heading")
            yield Input(placeholder="words in articles and notes", id="library-words")
            yield OptionList()
            yield Static("", classes="hint", id="library-said", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """List everything."""
        self.query_one(OptionList).focus()
        self._look()

    @on(Input.Changed, "#library-words")
    def _typed(self) -> None:
        self._look()

    @on(Input.Submitted, "#library-words")
    def _submitted(self) -> None:
        self.query_one(OptionList).focus()

    @work(exclusive=True, group="library")
    async def _look(self, said: str = "") -> None:
        """Fill the list with what the words name; then say `said`, or how much that is."""
        from newsdiff.core.store import library

        words = self.query_one("#library-words", Input).value
        if not said:
            self._say("Looking ...")
        try:
            if words.strip():
                hits = await asyncio.to_thread(library.search, words)
                self._fill([(hit.entry, _hit(hit)) for hit in hits])
                found = f"{len(hits)} place{'s' if len(hits) != 1 else ''}"
            else:
                entries = await asyncio.to_thread(library.entries)
                self._fill([(entry, _entry(entry)) for entry in entries])
                found = f"{len(entries)} notebook{'s' if len(entries) != 1 else ''}"
        except NewsdiffError as error:
            self._say(clean(str(error)))
            return
        self._say(said or found)

    def _fill(self, lines: list[tuple[Entry, Content]]) -> None:
        options = self.query_one(OptionList)
        at = options.highlighted or 0
        self._entries = [entry for entry, _ in lines]
        options.clear_options()
        options.add_options([Option(line) for _, line in lines])
        options.highlighted = min(at, len(lines) - 1) if lines else None

    def _say(self, text: str) -> None:
        self.query_one("#library-said", Static).update(text)

    def _chosen(self) -> Entry | None:
        """Return the notebook under the cursor; where there is none, say so."""
        at = self.query_one(OptionList).highlighted
        if at is None:
            self._say("There is no notebook here. s saves one in the reader.")
            return None
        return self._entries[at]

    def action_search(self) -> None:
        """Go to the words that are looked for."""
        self.query_one("#library-words", Input).focus()

    def action_step(self, by: int) -> None:
        """Go to the next of the list, or to the one before."""
        lists.step(self.query_one(OptionList), by)

    def action_edge(self, by: int) -> None:
        """Go to the first (`by` -1) or the last (1) of the list."""
        lists.edge(self.query_one(OptionList), by)

    def action_open(self) -> None:
        """Return the notebook under the cursor."""
        self.query_one(OptionList).action_select()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        entry = self._entries[event.option_index]
        if entry.problem:
            self._say(clean(entry.problem))
        else:
            self.dismiss(entry.path)

    @work(group="manage")
    async def action_rename(self) -> None:
        """Give the notebook under the cursor another title."""
        from newsdiff.core.store import manage

        entry = self._chosen()
        if entry is None:
            return
        hint = "Enter gives it this title, escape goes back. The file keeps its name."
        title = await self.app.push_screen_wait(TextScreen("Title of the notebook", entry.title, hint))
        if title:
            await self._do(manage.rename, entry.path, title, said=f"Renamed: {clean_line(title)}")

    @work(group="manage")
    async def action_duplicate(self) -> None:
        """Write the notebook under the cursor once more beside it."""
        from newsdiff.core.store import manage

        entry = self._chosen()
        if entry is not None:
            await self._do(manage.duplicate, entry.path, said="There is a copy of it now.")

    @work(group="manage")
    async def action_trash(self) -> None:
        """Move the notebook under the cursor to the system's trash, after a question."""
        from newsdiff.core.store import manage

        entry = self._chosen()
        if entry is None:
            return
        choices = [Choice("c", "Keep it", "keep"), Choice("t", "To the trash", "trash")]
        where = f"{clean_line(entry.title)}\n{short_path(entry.path)}"
        answer = await self.app.push_screen_wait(
            ChoiceScreen("Move this notebook to the trash?", where, choices)
        )
        if answer == "trash":
            await self._do(manage.to_trash, entry.path, said="It is in the trash.")

    async def _do(self, work: Callable[..., object], *arguments: object, said: str) -> None:
        try:
            await asyncio.to_thread(work, *arguments)
        except NewsdiffError as error:
            self._say(clean(str(error)))
        else:
            self._look(said)

    def action_back(self) -> None:
        """Return nothing; from the words that are looked for go back to the list first."""
        words = self.query_one("#library-words", Input)
        if words.has_focus or words.value:
            words.value = ""
            self.query_one(OptionList).focus()
        else:
            self.dismiss(None)


def _entry(entry: Entry) -> Content:
    from newsdiff.core.store.library import in_words

    below = clean_line(entry.problem, 4096) if entry.problem else in_words(entry)
    return _lines(entry, Content.styled(below, "$text-muted"))


def _hit(hit: Hit) -> Content:
    pieces = [(text.replace("\n", " "), "bold $text-primary" if found else "") for text, found in hit.pieces]
    return _lines(hit.entry, Content.assemble((f"{hit.outlet or 'your note'}: ", "$text-muted"), *pieces))


def _lines(entry: Entry, below: Content) -> Content:
    head = Content.assemble((clean_line(entry.title), "bold"), "  ", (short_path(entry.path), "$text-muted"))
    return Content("\n").join([head, below])

"""A screen that keeps a notebook: changes and their undoing, saving, leaving."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual import work
from textual.screen import Screen

from newsdiff.core.article import SentenceRef
from newsdiff.core.comparison import Comparison
from newsdiff.core.errors import StoreError
from newsdiff.core.notebook import Notebook, Place
from newsdiff.core.store import recovery
from newsdiff.core.store.recovery import Journal
from newsdiff.tui import exporting, recovering, saving, telling, undoing
from newsdiff.tui.history import History
from newsdiff.tui.screens.dialogs import Choice, ChoiceScreen

if TYPE_CHECKING:
    from newsdiff.core.store import Fingerprint
    from newsdiff.core.store.recovery import Recovered
    from newsdiff.tui.app import NewsdiffApp


class NotebookScreen(Screen[None]):
    """Owns one notebook and what its reader adds to it; how it is shown is for its subclass.

    `path` is the notebook's file, None where it has none yet; `known` is what that held when it was last read
    or written here, None where nobody looked.
    """

    def __init__(self, notebook: Notebook, path: Path | None) -> None:
        super().__init__()
        self.notebook = notebook
        self.path = path
        self.known: Fingerprint | None = None
        self.saved = notebook
        self._history = History()
        self._whole = asyncio.Event()
        """Set while no comparison is under way: what is saved waits for it."""
        self._save_wanted = False
        self._saving = False
        self._leave_when_saved = False
        self._journal = Journal()
        self._draft: Notebook | None = None
        self._writing = asyncio.Lock()
        self._told_of_journal = False
        self._recovered = False
        self._ended = False

    @property
    def comparison(self) -> Comparison:
        """The comparison that is read."""
        return self.notebook.comparison

    @property
    def place(self) -> Place:
        """Where the reader is."""
        return self.notebook.place

    @property
    def unsaved(self) -> bool:
        """Whether there are notes or corrections that no file holds."""
        return self.notebook.additions != self.saved.additions

    @property
    def _at_risk(self) -> Notebook | None:
        """What a crash would lose, with the note that is being written; None where it would lose nothing."""
        notebook = self._draft or self.notebook
        return notebook if notebook.additions != self.saved.additions else None

    @abstractmethod
    def say(self, text: str) -> None:
        """Answer a key in words."""

    @abstractmethod
    def compare_anew(self) -> None:
        """Compare with the corrections as they are now."""

    @abstractmethod
    def show_notes(self, changed: Iterable[SentenceRef]) -> None:
        """Show the notes on the `changed` sentences as they are now."""

    def on_mount(self) -> None:
        """Offer what an earlier session left behind of the same story, or say that this is it."""
        if self._recovered:
            self.call_after_refresh(self.say, recovering.RECOVERED)
        else:
            self._offer_leftover()

    def selected(self) -> SentenceRef | None:
        """Return the selected sentence, for a key that needs one; where there is none, say so."""
        if self.place.selected is None:
            self.say("There is no sentence to read here.")
        return self.place.selected

    def change(self, notebook: Notebook, done: str) -> None:
        """Go on with `notebook`, which can be taken back, and say what is `done`."""
        before = self.notebook
        self.set_additions(notebook)
        self._history = self._history.changed(before)
        self.say(done)

    def set_additions(self, notebook: Notebook) -> None:
        """Go on with `notebook`, which has other notes or corrections; compare anew where it needs that."""
        before = self.notebook
        self.notebook = notebook
        if before.corrections != notebook.corrections:
            self.compare_anew()
        changed = {*before.notes} ^ {*notebook.notes}
        self.show_notes(
            {
                ref
                for each in (before, notebook)
                for note in changed
                for ref in each.located.sentences_of(note)
            }
        )
        self._journal_notes()

    def keep_draft(self, draft: Notebook | None) -> None:
        """Keep what is being written in case of a crash; None when nothing is any more."""
        self._draft = draft
        self._journal_notes()

    def action_undo(self) -> None:
        """Take back the last change of a note or a correction."""
        if (step := self._history.undo(self.notebook)) is None:
            self.say("Nothing to undo.")
            return
        now = self.notebook
        self._history, notebook = step
        self.set_additions(notebook)
        self.say(f"Undone: {undoing.change(notebook, now)}.")

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        if (step := self._history.redo(self.notebook)) is None:
            self.say("Nothing to redo.")
            return
        before = self.notebook
        self._history, notebook = step
        self.set_additions(notebook)
        self.say(f"Done again: {undoing.change(before, notebook)}.")

    def action_save(self) -> None:
        """Save the notebook, asking for a name where it has none."""
        # A thread that writes cannot be stopped: whoever saves again meanwhile has another turn after it.
        self._save_wanted = True
        if not self._whole.is_set():
            self.say("Will be saved as soon as the comparison is done.")
        if not self._saving:
            self._saving = True
            self._save()

    @work(group="save")
    async def _save(self) -> None:
        while self._save_wanted:
            # each time anew, for something may have been corrected while the last one was written
            await self._whole.wait()
            self._save_wanted = False
            if not await self._save_once():
                self._save_wanted = self._leave_when_saved = False
        self._saving = False
        if self._leave_when_saved:
            self._end()

    async def _save_once(self) -> bool:
        """Tell whether the notebook is saved; where it is not, the reader is told and the notes stay."""
        written = await saving.save_asking(self.app, lambda: self.notebook, self.path, self.known)
        if written is None:
            self.say("Not saved.")
            return False
        self.saved, self.path, self.known = written
        await self._journal_anew()
        self.show_notes(())
        self.say(f"Saved in {telling.short_path(written.path)}")
        return True

    @work(group="export")
    async def action_export(self) -> None:
        """Write the comparison and the notes to a file in another form."""
        written = await exporting.export_asking(
            self.app, lambda: self.notebook, self.path, self._whole, self.say
        )
        self.say(telling.exported(written) if written else "Nothing exported.")

    # What is kept for a crash

    def carry_on(self, recovered: Recovered) -> None:
        """Go on with notes that were left behind, which are still to be saved; before the screen is shown."""
        self.known, self.saved = recovered.known, recovered.saved
        self._journal = recovered.journal
        self._recovered = True

    def keep_notes(self) -> Path | None:
        """Keep unsaved notes at once, for the program is ended; return where they are, if anywhere.

        Nothing is kept of what the reader discarded on leaving.
        """
        notebook = self._at_risk
        if notebook is None or self._ended:
            return None
        with suppress(StoreError):
            self._journal.keep(notebook, self.path, self.known)
        return self._journal.file

    def _journal_notes(self) -> None:
        if self._at_risk:
            self._write_journal()
        else:
            self.run_worker(self._journal_anew(), group="journal")

    @work(group="journal")
    async def _write_journal(self) -> None:
        """Keep the notes as they are now; the reader hears once where that fails, and is not held up."""
        try:
            async with self._writing:
                if notebook := self._at_risk:
                    await asyncio.to_thread(self._journal.keep, notebook, self.path, self.known)
        except Exception as error:  # noqa: BLE001 - the copy is for a crash and must not make one
            if not self._told_of_journal:
                self._told_of_journal = True
                self.notify(
                    f"Until you save, your notes would be lost in a crash. {error}",
                    title="No copy can be kept of unsaved notes",
                    severity="warning",
                    markup=False,
                    timeout=12,
                )

    async def _journal_anew(self) -> None:
        """Begin another journal, for what the old one keeps is saved or taken back."""
        old, self._journal = self._journal, Journal()
        if self._at_risk:
            self._write_journal()
        await asyncio.to_thread(old.close)

    @work(group="leftover")
    async def _offer_leftover(self) -> None:
        leftover = await asyncio.to_thread(recovery.matching, self.notebook, self.path)
        if leftover is None or not await recovering.wants_opened(self.app, leftover):
            return
        try:
            recovered = await asyncio.to_thread(leftover.open)
        except StoreError as error:
            self.notify(
                str(error), title="The notes cannot be opened", severity="error", markup=False, timeout=30
            )
            return
        cast("NewsdiffApp", self.app).recover(recovered)

    # Leaving

    def _end(self) -> None:
        """End the program; what was unsaved is saved now or was discarded."""
        self._ended = True
        self._journal.close()
        self.app.exit()

    def leave(self) -> None:
        """End the program, after asking where notes are unsaved or a wish to save is not fulfilled yet."""
        if not self.unsaved and not self._saving:
            if self.path and self.known and self.place != self.saved.place:
                saving.keep_place(self.saved.at(self.place), self.path, self.known)
            self._end()
            return
        choices = [
            Choice("s", "Save", "save"),
            Choice("d", "Discard", "discard"),
            Choice("c", "Stay", "stay"),
        ]

        def answered(answer: str | None) -> None:
            if answer == "discard":
                # What is being written is written, but nobody is left to be told of it.
                self.workers.cancel_group(self, "save")
                self._end()
            elif answer == "save":
                self._leave_when_saved = True
                self.action_save()

        question = f"Save {'your notes' if self.unsaved else 'the notebook'} before you go?"
        where = f"Not in {telling.short_path(self.path)} yet." if self.path else "In no file yet."
        self.app.push_screen(ChoiceScreen(question, where, choices), answered)

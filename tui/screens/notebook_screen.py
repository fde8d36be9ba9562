"""A screen that keeps a notebook: notes and their undoing, copying, saving, leaving."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.screen import Screen

from newsdiff.core.article import SentenceRef
from newsdiff.core.comparison import Comparison
from newsdiff.core.notebook import Notebook, Place
from newsdiff.tui import telling
from newsdiff.tui.history import History
from newsdiff.tui.screens.dialogs import Choice, ChoiceScreen, NoteScreen

if TYPE_CHECKING:
    from newsdiff.core.store import Fingerprint


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
        self._quit_when_saved = False

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
        """Whether there are notes that no file holds."""
        return self.notebook.notes != self.saved.notes

    @abstractmethod
    def say(self, text: str) -> None:
        """Answer a key in words."""

    @abstractmethod
    def show_notes(self, changed: Iterable[SentenceRef]) -> None:
        """Show the notes on the `changed` sentences as they are now."""

    def selected(self) -> SentenceRef | None:
        """Return the selected sentence, for a key that needs one; where there is none, say so."""
        if self.place.selected is None:
            self.say("There is no sentence to read here.")
        return self.place.selected

    def action_note(self) -> None:
        """Write a note on the selected sentence, or change or delete the one it has."""
        if (selected := self.selected()) is None:
            return
        article = self.comparison.articles[selected.article]
        notes = self.notebook.notes_on(selected)
        old = notes[-1] if notes else None

        def keep(text: str | None) -> None:
            if text is None or text == (old.text if old else ""):
                return
            before = self.notebook
            if old is None:
                self._set_notes(before.with_note(selected, text))
                said = "Note kept. s saves it in a file, u takes it back."
            elif text:
                self._set_notes(before.with_note_text(old.id, text))
                said = "Note changed. u changes it back."
            else:
                self._set_notes(before.without_note(old.id))
                said = "Note deleted. u brings it back."
            self._history = self._history.changed(before)
            self.say(said)

        quote = old.quote if old else article.sentence_text(selected.sentence)
        self.app.push_screen(NoteScreen(article.outlet, quote, old.text if old else ""), keep)

    def _set_notes(self, notebook: Notebook) -> None:
        before = self.notebook
        self.notebook = notebook
        changed = {*before.notes} ^ {*notebook.notes}
        articles = {article.id: index for index, article in enumerate(self.comparison.articles)}
        self.show_notes(
            SentenceRef(articles[note.article], number)
            for note in changed
            for number, sentence in enumerate(self.comparison.articles[articles[note.article]].sentences)
            if note.span.start < sentence.end and note.span.end > sentence.start
        )

    def action_undo(self) -> None:
        """Take back the last change of a note."""
        self._step_back_or_forth(self._history.undo(self.notebook), "Undone", "No change of a note to undo.")

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        self._step_back_or_forth(
            self._history.redo(self.notebook), "Done again", "No change of a note to redo."
        )

    def _step_back_or_forth(self, step: tuple[History, Notebook] | None, done: str, nothing: str) -> None:
        if step is None:
            self.say(nothing)
            return
        self._history, notebook = step
        self._set_notes(notebook)
        count = len(notebook.notes)
        self.say(f"{done}: {count} note{'s' if count != 1 else ''} now.")

    def action_copy(self) -> None:
        """Copy the selected sentence as a quotation with its source."""
        if (selected := self.selected()) is not None:
            article = self.comparison.articles[selected.article]
            self.app.copy_to_clipboard(telling.quotation(article, selected.sentence))
            self.say("Copied with its source, if your terminal lets programs copy (OSC 52).")

    def action_save(self) -> None:
        """Save the notebook, asking for a name where it has none."""
        self.save()

    @work(exclusive=True, group="save")
    async def save(self) -> None:
        """Save the notebook; where that fails, the reader is told and the notes stay."""
        from newsdiff.tui.saving import save_asking

        notebook = self.notebook
        written = await save_asking(self.app, notebook, self.path, self.known)
        if written is None:
            self._quit_when_saved = False
            self.say("Not saved.")
            return
        self.path, self.known = written
        self.saved = notebook
        self.show_notes(())
        self.say(f"Saved in {telling.short_path(written.path)}")
        if self._quit_when_saved:
            self.app.exit()

    # Leaving

    def leave(self) -> None:
        """End the program, after asking where notes are unsaved."""
        if not self.unsaved:
            self.app.exit()
            return
        choices = [
            Choice("s", "Save", "save"),
            Choice("d", "Discard", "discard"),
            Choice("c", "Stay", "stay"),
        ]

        def answered(answer: str | None) -> None:
            if answer == "discard":
                self.app.exit()
            elif answer == "save":
                self._quit_when_saved = True
                self.save()

        where = (
            f"They are not in {telling.short_path(self.path)} yet."
            if self.path
            else "They are in no file yet."
        )
        self.app.push_screen(ChoiceScreen("Save your notes before you go?", where, choices), answered)

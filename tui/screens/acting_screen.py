"""A screen on top of the reader that has its sentences judged, noted and taken along as the reader would."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from textual.screen import Screen

from newsdiff.core.article import SentenceRef
from newsdiff.tui.views import Leaving, ViewName

if TYPE_CHECKING:
    from newsdiff.tui.screens.reader import ReaderScreen


class ActingScreen(Screen[Leaving]):
    """Hands what is done to a sentence on to the `reader` below, which owns the notebook.

    The reader does it to the sentence that is selected here, and what it answers is said here too.
    """

    def __init__(self, reader: ReaderScreen) -> None:
        super().__init__()
        self._reader = reader

    @property
    @abstractmethod
    def selected(self) -> SentenceRef | None:
        """The sentence that is selected here."""

    @abstractmethod
    def say(self, text: str) -> None:
        """Answer a key in words."""

    @abstractmethod
    def say_nothing_is_selected(self) -> None:
        """Say that there is nothing to select here."""

    def _has_sentence(self) -> bool:
        """Tell whether a sentence is selected; where none is, say so."""
        if self.selected is None:
            self.say_nothing_is_selected()
        return self.selected is not None

    # Correcting

    def action_link(self) -> None:
        """Begin a link, which is ended in the columns, or end here one that was begun there."""
        if (selected := self.selected) is None:
            self.say_nothing_is_selected()
            return
        begun_before = self._reader.linking
        self._reader.action_link()
        if self._reader.linking and not begun_before:
            self.dismiss(Leaving(selected, ViewName.COLUMNS))

    def action_counterparts(self) -> None:
        """Go through the counterparts of the selected sentence: which are right, which are not."""
        if self._has_sentence():
            self._reader.action_counterparts()

    def action_judge_only_here(self) -> None:
        """Say that the selected sentence is only here, or that it is not."""
        if self._has_sentence():
            self._reader.action_judge_only_here()

    def action_corrections(self) -> None:
        """List all corrections."""
        self._reader.action_corrections()

    # Noting

    def action_note(self) -> None:
        """Write a note on the selected sentence, or change or delete the one that is there."""
        if self._has_sentence():
            self._reader.action_note()

    def action_note_elsewhere(self) -> None:
        """Write a new note on the passage, the article or the story."""
        if self._has_sentence():
            self._reader.action_note_elsewhere()

    def action_tags(self) -> None:
        """Give tags to the note on the selected sentence, or change them."""
        if self._has_sentence():
            self._reader.action_tags()

    def action_note_mark(self, name: str) -> None:
        """Give the selected sentence one of the marks, or take that away where it has it."""
        if self._has_sentence():
            self._reader.action_note_mark(name)

    def action_notes(self) -> None:
        """List all notes."""
        self._reader.action_notes()

    # Keeping

    def action_undo(self) -> None:
        """Take back the last change of a note or a correction."""
        self._reader.action_undo()

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        self._reader.action_redo()

    def action_open(self) -> None:
        """Open the address of the selected sentence's article, or the folder of its file."""
        if self._has_sentence():
            self._reader.action_open()

    def action_export(self) -> None:
        """Write the comparison and the notes to a file in another form."""
        self._reader.action_export()

    def action_save(self) -> None:
        """Save the notebook, asking for a name where it has none."""
        self._reader.action_save()

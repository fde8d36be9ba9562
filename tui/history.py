"""Undoing and redoing what was done to the notes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from newsdiff.core.notebook import Note, Notebook

_Notes = tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class History:
    """The notes as they were before each change, the latest last, and those that were undone.

    Only notes are kept, not whole notebooks: undoing must not take back a comparison that has ended since.
    """

    past: tuple[_Notes, ...] = ()
    future: tuple[_Notes, ...] = ()

    def changed(self, before: Notebook) -> History:
        """Return the history after a change to `before`; what was undone until then is gone."""
        return History((*self.past, before.notes))

    def undo(self, now: Notebook) -> tuple[History, Notebook] | None:
        """Return the history and the notebook before the last change, None where nothing was changed."""
        if not self.past:
            return None
        return History(self.past[:-1], (*self.future, now.notes)), replace(now, notes=self.past[-1])

    def redo(self, now: Notebook) -> tuple[History, Notebook] | None:
        """Return the history and the notebook after the change undone last, None where none was undone."""
        if not self.future:
            return None
        return History((*self.past, now.notes), self.future[:-1]), replace(now, notes=self.future[-1])

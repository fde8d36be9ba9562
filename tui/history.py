"""Undoing and redoing what the reader did to notes and corrections."""

from __future__ import annotations

from dataclasses import dataclass

from newsdiff.core.notebook import Additions, Notebook


@dataclass(frozen=True, slots=True)
class History:
    """What the reader had added before each change, the latest last, and what was undone.

    Whole notebooks are not kept: undoing must not take back a comparison that has ended since.
    """

    past: tuple[Additions, ...] = ()
    future: tuple[Additions, ...] = ()

    def changed(self, before: Notebook) -> History:
        """Return the history after a change to `before`; what was undone until then is gone."""
        return History((*self.past, before.additions))

    def undo(self, now: Notebook) -> tuple[History, Notebook] | None:
        """Return the history and the notebook before the last change, None where nothing was changed."""
        if not self.past:
            return None
        return History(self.past[:-1], (*self.future, now.additions)), now.with_additions(self.past[-1])

    def redo(self, now: Notebook) -> tuple[History, Notebook] | None:
        """Return the history and the notebook after the change undone last, None where none was undone."""
        if not self.future:
            return None
        return History((*self.past, now.additions), self.future[:-1]), now.with_additions(self.future[-1])

"""A dialog that holds a list: j and k move in it, escape closes it."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import BindingType
from textual.screen import ModalScreen
from textual.widgets import OptionList

from newsdiff.tui import keys, lists

Answer = TypeVar("Answer")


class ListDialog(ModalScreen[Answer | None]):
    """Holds an `OptionList`; returns what its subclass says, None where the reader backed out."""

    BINDINGS: ClassVar[list[BindingType]] = [keys.LIST_BACK]

    def __init__(self) -> None:
        super().__init__(classes="dialog-screen list-dialog")

    @property
    def at(self) -> int | None:
        """The index of the item under the cursor."""
        return self.query_one(OptionList).highlighted

    def action_step(self, by: int) -> None:
        """Go to the next item, or the one before."""
        lists.step(self.query_one(OptionList), by)

    def action_edge(self, by: int) -> None:
        """Go to the first (`by` -1) or the last item (1)."""
        lists.edge(self.query_one(OptionList), by)

    def action_back(self) -> None:
        """Return nothing."""
        self.dismiss(None)

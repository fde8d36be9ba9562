"""All that the reader has corrected, the latest first."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static

from newsdiff.core.corrections import Correction
from newsdiff.core.notebook import Notebook
from newsdiff.tui import correcting, keys
from newsdiff.tui.screens.list_dialog import ListDialog


class CorrectionsScreen(ListDialog[tuple[str, Correction]]):
    """Lists corrections; returns one with "go to" or "take back", None where the reader wants neither."""

    KEYS = keys.CORRECTIONS
    BINDINGS: ClassVar[list[BindingType]] = [*KEYS.bindings]

    def __init__(self, notebook: Notebook) -> None:
        super().__init__()
        self._notebook = notebook
        self._corrections = notebook.corrections[::-1]

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        count = len(self._corrections)
        with Vertical(classes="dialog"):
            yield Static(
                f"{count} correction{'s' if count != 1 else ''} of yours", classes="heading", markup=False
            )
            yield OptionList(*(correcting.described(self._notebook, each) for each in self._corrections))
            hint = "enter goes there · x takes it back · escape goes back"
            yield Static(hint, classes="hint", markup=False)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(("go to", self._corrections[event.option_index]))

    def action_take_back(self) -> None:
        """Return the correction under the cursor, which is to be taken back."""
        if (at := self.at) is not None:
            self.dismiss(("take back", self._corrections[at]))

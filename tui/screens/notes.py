"""All notes in a list with a filter, and the choice among several on one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from newsdiff.core.notebook import Notebook
from newsdiff.core.notes import Note, counted
from newsdiff.tui import keys, noting
from newsdiff.tui.screens.list_dialog import ListDialog
from newsdiff.tui.screens.writing import TagSuggester

if TYPE_CHECKING:
    from newsdiff.tui.screens.noting_screen import NotingScreen

_MOST_TAGS_SHOWN = 8


class WhichNoteScreen(ListDialog[int]):
    """Asks which of several notes is meant; returns its index, or their number for a new one."""

    KEYS = keys.WHICH_NOTE
    BINDINGS: ClassVar[list[BindingType]] = [*KEYS.bindings]

    def __init__(self, notebook: Notebook, notes: Sequence[Note], new: str) -> None:
        super().__init__()
        self._notebook = notebook
        self._notes = notes
        self._new = new

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with Vertical(classes="dialog"):
            yield Static("Which note?", classes="heading", markup=False)
            listed = [noting.listed(self._notebook, note) for note in self._notes]
            yield OptionList(*listed, Content.styled(self._new, "bold"))
            yield Static("enter takes it · escape goes back", classes="hint", markup=False)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_index)


class NotesScreen(ListDialog[Note]):
    """Lists the notes of `reader`, the latest first; returns the one to go to.

    Others are changed and deleted from here, and the list stays.
    """

    KEYS = keys.NOTES
    BINDINGS: ClassVar[list[BindingType]] = [*KEYS.bindings]

    def __init__(self, reader: NotingScreen) -> None:
        super().__init__()
        self._reader = reader
        self._notes: Sequence[Note] = ()

    def compose(self) -> ComposeResult:
        """Lay out the filter above the list."""
        known = [tag for tag, _ in counted(self._reader.notebook.notes)]
        with Vertical(classes="dialog"):
            yield Static(classes="heading", markup=False)
            yield Input(
                placeholder="/ filters by words, # by tag",
                suggester=TagSuggester(known, " ", "#"),
                compact=True,
                select_on_focus=False,
            )
            yield OptionList()
            hint = "enter goes there · e edits · t tags · x deletes · u undoes · esc back"
            yield Static(hint, classes="hint", markup=False)

    def on_mount(self) -> None:
        """Fill the list and let keys move in it."""
        self._fill()
        self.query_one(OptionList).focus()

    def _fill(self) -> None:
        """List what the filter leaves, with the cursor where it was."""
        notebook = self._reader.notebook
        options = self.query_one(OptionList)
        at = options.highlighted or 0
        self._notes = noting.filtered(notebook, self.query_one(Input).value)
        options.clear_options()
        # a blank line parts it from the next one
        options.add_options([noting.listed(notebook, note) + "\n" for note in self._notes])
        if self._notes:
            options.highlighted = min(at, len(self._notes) - 1)
        self.query_one(".heading", Static).update(_heading(notebook, len(self._notes)))

    @property
    def _note(self) -> Note | None:
        at = self.at
        return None if at is None else self._notes[at]

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._notes[event.option_index])

    @on(Input.Changed)
    def _filter_changed(self) -> None:
        self.query_one(OptionList).highlighted = None
        self._fill()

    @on(Input.Submitted)
    def _to_list(self) -> None:
        """Leave the filter for the list."""
        self.query_one(OptionList).focus()

    def action_filter(self, begun: str) -> None:
        """Go to the filter, adding what was `begun`."""
        field = self.query_one(Input)
        if begun and not field.value.endswith(begun):
            field.value = f"{field.value} {begun}".lstrip()
        field.focus()
        field.cursor_position = len(field.value)

    def action_back(self) -> None:
        """Empty the filter where there is one, else return nothing."""
        field = self.query_one(Input)
        if field.value:
            field.value = ""
            self._to_list()
        else:
            self.dismiss(None)

    def action_edit(self) -> None:
        """Change the text of the note under the cursor."""
        if (note := self._note) is not None:
            self._reader.edit_note(note, self._fill)

    def action_tags(self) -> None:
        """Change its tags."""
        if (note := self._note) is not None:
            self._reader.tag_note(note, self._fill)

    def action_delete(self) -> None:
        """Delete it; it can be brought back."""
        if (note := self._note) is not None:
            self._reader.delete_note(note)
            self._fill()

    def action_undo(self) -> None:
        """Take back the last change, from here too."""
        self._reader.action_undo()
        self._fill()


def _heading(notebook: Notebook, shown: int) -> str:
    count = len(notebook.notes)
    said = f"{count} note{'s' if count != 1 else ''}"
    if shown != count:
        said = f"{shown} of {said}"
    lost = len(notebook.located.lost)
    if lost:
        said += f", {lost} on words that are gone"
    tags = " ".join(f"#{tag} {number}" for tag, number in counted(notebook.notes)[:_MOST_TAGS_SHOWN])
    return f"{said} · {tags}" if tags else said

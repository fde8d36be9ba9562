"""The question in which form and under which name the comparison is to be handed on."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option

from newsdiff.core.report import SUFFIXES, format_of
from newsdiff.tui import keys, lists
from newsdiff.tui.screens.dialogs import Dialog
from newsdiff.tui.telling import short_path


class Form(NamedTuple):
    """A format of the report as it is offered: its name there, what it is called, what it is good for."""

    name: str
    title: str
    purpose: str


FORMS = (
    Form("html", "HTML page", "to hand on or to print, with your notes"),
    Form("markdown", "Markdown", "for a wiki or a word processor"),
    Form("text", "Text", "to read anywhere"),
    Form("csv", "CSV", "for a spreadsheet: links, only here, notes"),
    Form("json", "JSON", "everything, for programs"),
    Form("jsonld", "Annotations", "W3C Web Annotations (JSON-LD), for programs"),
)
_TITLE_CELLS = max(len(form.title) for form in FORMS) + 2


class _Formats(OptionList):
    """The formats; a click chooses one and exports nothing yet, for the name is to be seen first."""

    async def _on_click(self, event: events.Click) -> None:
        event.prevent_default()
        clicked = event.style.meta.get("option")
        if clicked is not None:
            self.highlighted = clicked


class ExportScreen(Dialog):
    """Asks for a format and a file; returns the file's path, whose ending says the format.

    None where the reader backed out.
    """

    KEYS = keys.EXPORT
    BINDINGS: ClassVar[list[BindingType]] = [*KEYS.bindings]

    def __init__(self, folder: Path, name: str) -> None:
        """Offer `name`, which has the ending of a format, in `folder`."""
        super().__init__()
        self._folder = folder
        self._offered = name

    def compose(self) -> ComposeResult:
        """Lay out the formats above the name."""
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static("Export", classes="heading", markup=False)
            yield _Formats(*(Option(_offer(form), form.name) for form in FORMS), compact=True)
            yield Input(self._offered, select_on_focus=False)
            yield Static(
                f"In {short_path(self._folder)} unless the name says otherwise.\n"
                "↑ ↓ format · tab name · enter exports · escape goes back",
                classes="hint",
                markup=False,
            )
            with Horizontal():
                yield Button("Export", variant="primary", id="export", compact=True)
                yield Button("Back", id="back", compact=True)

    def on_mount(self) -> None:
        """Choose the format of the offered name."""
        self._choose(format_of(self._offered))

    def action_step(self, by: int) -> None:
        """Go to the next format or the one before."""
        lists.step(self.query_one(OptionList), by)

    def action_edge(self, by: int) -> None:
        """Go to the first format (`by` -1) or the last (1)."""
        lists.edge(self.query_one(OptionList), by)

    def _choose(self, name: str | None) -> None:
        found = [number for number, form in enumerate(FORMS) if form.name == name]
        if found:
            self.query_one(OptionList).highlighted = found[0]

    @property
    def _chosen(self) -> Form:
        return FORMS[self.query_one(OptionList).highlighted or 0]

    @on(OptionList.OptionHighlighted)
    def _format_chosen(self) -> None:
        """Give the name the ending of the format, in the place of that of another one."""
        field = self.query_one(Input)
        before = format_of(field.value)
        if field.value and before != self._chosen.name:
            stem = str(PurePath(field.value).with_suffix("")) if before else field.value
            field.value = stem + SUFFIXES[self._chosen.name]
            field.cursor_position = len(field.value)

    @on(Input.Changed)
    def _named(self, event: Input.Changed) -> None:
        self._choose(format_of(event.value))

    @on(Button.Pressed, "#back")
    def _back(self) -> None:
        self.action_back()

    @on(Button.Pressed, "#export")
    @on(OptionList.OptionSelected)
    @on(Input.Submitted)
    def _answered(self) -> None:
        typed = self.query_one(Input).value.strip()
        if typed:
            self.dismiss(str(destination(typed, self._folder, self._offered, self._chosen.name)))


def destination(typed: str, folder: Path, name: str, report_format: str) -> Path:
    """Return the path that was meant: with an ending that says the format; in a folder, called `name`."""
    path = folder / os.path.expanduser(typed)  # noqa: PTH111 - unlike Path's it leaves an unknown ~user alone
    if path.is_dir():
        return path / PurePath(name).with_suffix(SUFFIXES[report_format])
    if format_of(path.name) is None:
        return path.with_name(path.name + SUFFIXES[report_format])
    return path


def _offer(form: Form) -> Content:
    return Content.assemble((form.title.ljust(_TITLE_CELLS), "bold"), form.purpose)

"""The reader: several outlets' articles, one sentence selected, what others say of it."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Footer, Static

from newsdiff.core.article import SentenceRef
from newsdiff.core.corrections import Correction
from newsdiff.core.notebook import Notebook, View
from newsdiff.core.notes import Stretch
from newsdiff.tui import correcting, heads, keys, navigation, noting, telling
from newsdiff.tui.comparing import Comparer
from newsdiff.tui.screens.dialogs import NoticesScreen
from newsdiff.tui.screens.searching_screen import SearchingScreen
from newsdiff.tui.views import Leaving, ViewName
from newsdiff.tui.widgets.canvas import Canvas
from newsdiff.tui.widgets.headers import Headers
from newsdiff.tui.widgets.search_bar import SearchBar

if TYPE_CHECKING:
    from newsdiff.tui.app import NewsdiffApp
    from newsdiff.tui.screens.page_screen import PageScreen

_PADDING = 2
"""Cells to the left and the right of what the status line says, as the style sheet has them."""


class ReaderScreen(SearchingScreen):
    """Shows one notebook in columns or in aligned rows, and has a key for all that is done while reading."""

    KEYS = keys.READER
    BINDINGS: ClassVar[list[BindingType]] = [*KEYS.bindings]
    AUTO_FOCUS = "Canvas"

    # below these heights the page gives up its lower lines, then all but the names of the outlets, then those
    VERTICAL_BREAKPOINTS = [(0, "-least"), (4, "-tiny"), (9, "-short"), (16, "-tall")]  # noqa: RUF012 - as in Textual

    def __init__(self, notebook: Notebook, path: Path | None, notices: tuple[str, ...] = ()) -> None:
        super().__init__(notebook, path)
        lost = correcting.without_effect(notebook)
        self._notices = (*notices, lost) if lost else notices
        self._progress: float | None = None
        self._followed: tuple[Correction, ...] = ()
        """The corrections that the comparison took into account when it was made, or when it was opened."""
        self._names: tuple[str, ...] = ()
        self._facts: list[tuple[str, ...]] = []
        self._page: PageScreen | None = None
        """The page that stands on top of the columns, if one does."""

    def compose(self) -> ComposeResult:
        """Stack the heads, the columns, what is told of the selection, and the keys."""
        yield Headers(id="headers")
        canvas = Canvas(self.notebook, id="canvas")
        canvas.arrangement.division.widest_text = cast("NewsdiffApp", self.app).settings.reading_width
        yield canvas
        yield Static(id="filter")
        with Horizontal(id="where"):
            yield Static(id="coverage")
            yield Static(id="state")
        yield Static(id="remark")
        yield SearchBar(id="search")
        yield Footer(show_command_palette=False)

    # Starting and comparing

    def on_mount(self) -> None:
        """Show the texts at once, then compare where nothing is known of them yet."""
        selected = self.place.selected
        if selected is None or selected.article not in self.shown:
            selected = navigation.stand_in(self.comparison, selected, self.shown)
        self._lead = selected.article if selected else 0
        self._know()
        self._show()
        self._go_to(selected)
        self.saved = self.saved.at(self.place)  # the place that was found for the reader needs no keeping
        self._unread = bool(self._notices)
        self._tell()
        self.call_after_refresh(self._compare)  # a thread at work would hold up the first drawing

    def _compare(self) -> None:
        self._settle()
        self._followed = self.notebook.corrections
        if self.notebook.up_to_date:
            self._whole.set()
            self._comparer.look_for_differences(self.comparison)
        else:
            self._comparer.start(self.notebook)

    def _settle(self) -> None:
        """Look no more for garbage among what is there now; of a long story that takes a third of a second.

        It would come at any key. Where there is no terminal, many readers may follow one another.
        """
        if not self.app.is_headless:
            gc.freeze()

    def on_unmount(self) -> None:
        """Leave no thread behind."""
        self._comparer.stop()

    @property
    def _hidden(self) -> set[int]:
        return {*range(len(self.comparison.articles))}.difference(self.shown)

    def compare_anew(self) -> None:
        """Compare with the corrections as they are now; what is on the screen stays until that is done."""
        if self.comparison.outlet_count > 1:
            self._whole.clear()
            self._comparer.start(self.notebook)

    @on(Comparer.Went)
    def _comparing_went(self, message: Comparer.Went) -> None:
        if self._comparer.concerned(message):
            self._progress = message.share
            self._tell()

    @on(Comparer.Done)
    def _compared(self, message: Comparer.Done) -> None:
        if self._comparer.concerned(message):
            self.notebook = replace(self.notebook, comparison=message.comparison)
            self._followed = self.notebook.corrections
            self._ring = []
            self._know()
            self._show()
            self.refilter()
            self._comparing_ended()
            self._settle()
            self._comparer.look_for_differences(self.comparison)

    @on(Comparer.Differed)
    def _differences_found(self, message: Comparer.Differed) -> None:
        if message.comparison is self.comparison:
            self._differing = message.found
            self.canvas.mark_differing(message.found)
            self.refilter()
            self._tell()

    @on(Comparer.Failed)
    def _comparing_failed(self, message: Comparer.Failed) -> None:
        if self._comparer.concerned(message):
            self._comparing_ended()
            self.notify(
                f"The articles could not be compared: {message.error!r}. Please report this.",
                title="Comparing failed",
                severity="error",
                markup=False,
                timeout=30,
            )

    def action_give_up(self) -> None:
        """Give up what is marked, else a link begun, else the comparison; the texts stay readable."""
        if self.drop_selection():
            self.say("Nothing is marked any more.")
            return
        if self.give_up_linking():
            self.say("No link made.")
            return
        if not self._comparer.running:
            self.say("Nothing to stop. q leaves.")
            return
        self._comparer.stop()
        self._comparing_ended()
        if self.comparison.compared:
            self._drop_what_is_not_followed()
        else:
            self.say("Comparing stopped: the texts can be read, but nothing is marked.")

    def _drop_what_is_not_followed(self) -> None:
        """Go back to the corrections that what is on the screen follows; notes stay as they are."""
        before = self.notebook
        known = {each.id: each for each in (*before.corrections, *self._followed)}
        kept = tuple(known[each] for each in self.comparison.follows if each in known)
        self.notebook = replace(before, corrections=kept)
        self._history = self._history.changed(before)
        self._journal_notes()
        self.say("Stopped: your last correction is taken back. u brings it back.")

    def _comparing_ended(self) -> None:
        self._comparer.ended()
        self._progress = None
        if self._said is self._said_why_unknown:
            self._said = None
        self._tell()
        self._whole.set()

    @property
    def comparing(self) -> bool:
        """Whether the articles are being compared."""
        return self._comparer.running

    # What a page that stands on top has done to its sentence

    def selected(self) -> SentenceRef | None:
        """Return the sentence that a key is about: the page's where one stands on top, else the selected."""
        return (self._page.selected if self._page else None) or super().selected()

    def marked(self) -> Stretch | None:
        """Return the words that are marked, if any: none where a page stands on top."""
        return None if self._page else super().marked()

    def go_to(self, sentence: SentenceRef | None) -> None:
        """Select `sentence`, where there is one; where a page stands on top that has it not, leave that."""
        if sentence is not None and self._page is not None:
            if self._page.go_to(sentence):
                return
            page, self._page = self._page, None
            page.dismiss(None)
        super().go_to(sentence)

    # Showing

    def _know(self) -> None:
        """Work out what the heads say of whole articles, which no move changes."""
        self._names = noting.names_with_signs(self.notebook)
        self._facts = [heads.facts(self.comparison, index) for index in range(len(self.comparison.articles))]

    def _tell(self) -> None:
        """Say of the selected sentence who reports it, and of every column whether it has it."""
        selected = self.place.selected
        arrangement = self.canvas.arrangement
        columns = heads.headers(
            self.comparison, arrangement.panes(), selected, self._names, self._facts, arrangement.direction
        )
        self.query_one(Headers).show(columns, self.beyond())
        in_view = {article for article, _ in arrangement.panes()}
        progress = None if self._progress is None else telling.progress(self._progress)
        remark = self._said or self._unread_notices() or progress or self._remark(in_view)
        self.query_one("#remark", Static).update(remark, layout=False)
        width = self.size.width
        state = telling.state(
            self.notebook,
            self._lead,
            unsaved=self.unsaved,
            notices=len(self._notices),
            cells=width // 2 - _PADDING,
        )
        room = width - cell_len(state) - 2 * _PADDING
        coverage = (
            telling.coverage(self.comparison, selected, self._hidden, room)
            if selected
            else Content("Nothing to read")
        )
        self.query_one("#coverage", Static).update(coverage, layout=False)
        told = self.query_one("#state", Static)
        if str(told.content) != state:  # its width makes Textual lay the screen out anew
            told.update(Content(state))

        if self._page is not None:
            self._page.follow(self.notebook, self._progress)

    def _unread_notices(self) -> Content | None:
        return telling.notices(self._notices) if self._unread else None

    def _remark(self, in_view: set[int]) -> Content:
        selected = self.place.selected
        if selected is None:
            return Content("")
        if self._linking_from is not None and self._linking_from != selected:
            return Content.styled(correcting.linking(self.comparison, self._linking_from), "$text-primary")
        return telling.remark(self.notebook, selected, in_view, (self._differing or {}).get(selected, ()))

    def say(self, text: str) -> None:
        """Answer a key in the line below the columns, and on the page on top of them, until the next move."""
        self._said = Content.styled(text, "$text-primary")
        self._tell()
        if self._page is not None:
            self._page.say(text)

    def show_notes(self, changed: Iterable[SentenceRef]) -> None:
        """Show the notes on the `changed` sentences as they are now."""
        self._names = noting.names_with_signs(self.notebook)
        self.canvas.redraw(self.notebook, changed)
        self.refilter()
        self._tell()

    @on(Canvas.Rearranged)
    def _rearranged(self) -> None:
        self._tell()

    # Looking

    def action_view(self, by: int) -> None:
        """Go on to the next view, or back to the one before."""
        here = ViewName.COLUMNS if self.place.view is View.COLUMNS else ViewName.ALIGNED
        self._show_view(here.after(by))

    def action_open_view(self, name: str) -> None:
        """Go to the view of that name."""
        view = ViewName[name]
        if view is ViewName.COLUMNS and self.place.view is View.COLUMNS:
            self.say("These are the columns. v goes on to the next view.")
        else:
            self._show_view(view)

    def _show_view(self, view: ViewName) -> None:
        """Show columns, aligned rows in the order of the selected outlet, or a page on top of them."""
        if (selected := self.selected()) is None:
            return
        if view not in (ViewName.COLUMNS, ViewName.ALIGNED):
            from newsdiff.tui.screens.pages import SCREENS

            self._page = SCREENS[view](self, selected)
            self._page.follow(self.notebook, self._progress)
            self.app.push_screen(self._page, self._page_left)
            return
        aligned = view is ViewName.ALIGNED
        if aligned or self.place.view is View.ALIGNED:
            self._lead = selected.article
            laid_out = View.ALIGNED if aligned else View.COLUMNS
            self.notebook = self.notebook.at(replace(self.place, view=laid_out))
            self._show()
            self._go_to(selected)
        if aligned and not self.comparison.compared:
            self.say_why_unknown()

    def _page_left(self, left: Leaving | None) -> None:
        """Go on with the sentence that was looked at on a page, in the view that was chosen there."""
        self._page = None
        if left is not None:
            there: SentenceRef | None = left.sentence
            if left.sentence.article not in self.shown:
                there = navigation.stand_in(self.comparison, left.sentence, self.shown)
            self._leave_ring_for(there)
            self._show_view(left.view)
            if self._page is None and self._linking_from is not None:
                self.say(correcting.linking(self.comparison, self._linking_from))

    def action_detail(self) -> None:
        """Show all versions of the selected sentence."""
        if (selected := self.selected()) is not None:
            from newsdiff.tui.screens.detail import DetailScreen

            self.app.push_screen(DetailScreen(self.notebook, selected, self._hidden), self._go_to)

    @on(Canvas.SentencePressed)
    def _sentence_pressed(self, message: Canvas.SentencePressed) -> None:
        if message.again and not self.drop_selection():
            self.action_detail()
        else:
            self._leave_ring_for(message.sentence)

    def action_notices(self) -> None:
        """Show what was told while the sources were read, above all what could not be."""
        if self._notices:
            self._unread = False
            self.app.push_screen(NoticesScreen(self._notices))
            self._tell()
        else:
            self.say("Everything could be read.")

"""A page on top of the reader: a list or a table of the story."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Footer, Static

from newsdiff.core.article import SentenceRef
from newsdiff.core.comparison import Comparison
from newsdiff.core.notebook import Notebook
from newsdiff.tui import clipboard, keys, quoting, telling
from newsdiff.tui.pages.listing import Block, Entry, Listing
from newsdiff.tui.pages.page import Page
from newsdiff.tui.screens.acting_screen import ActingScreen
from newsdiff.tui.screens.help import Sign
from newsdiff.tui.views import Leaving, ViewName
from newsdiff.tui.widgets.page_view import PageView
from newsdiff.tui.widgets.view_tabs import ViewTabs

if TYPE_CHECKING:
    from newsdiff.tui.app import NewsdiffApp
    from newsdiff.tui.screens.reader import ReaderScreen


class PageScreen(ActingScreen):
    """One view of a notebook as a page; returns the sentence that was looked at, and which view comes next.

    `sentence` is where the reader comes from: another view finds it again as long as nobody moved. `shown`
    are the indices of the articles that are not hidden, in the order of their columns.
    """

    KEYS = keys.PAGE
    BINDINGS: ClassVar[list[BindingType]] = [*KEYS.bindings]
    VERTICAL_BREAKPOINTS = [(0, "-least"), (4, "-tiny"), (9, "-short"), (16, "-tall")]  # noqa: RUF012 - as in Textual

    VIEW: ClassVar[ViewName]
    SIGNS: ClassVar[Sequence[Sign]]
    MOUSE = (
        ("click", "selects; a second click: its detail; a view's name: goes there"),
        ("wheel", "scrolls the page"),
    )

    def __init__(self, reader: ReaderScreen, sentence: SentenceRef) -> None:
        super().__init__(reader)
        self.notebook = reader.notebook
        self.shown = reader.shown
        self._sentence = sentence
        self._make: Callable[[int], Page] | None = None
        self._page: Page | None = None
        self._at: int | None = None
        self._said: Content | None = None
        self._progress: Content | None = None

    def compose(self) -> ComposeResult:
        """Stack the names of the views, the page, what is told of the selection, and the keys."""
        yield ViewTabs(self.VIEW, _view_keys(cast("NewsdiffApp", self.app)))
        yield PageView()
        yield Static(id="coverage")
        yield Static(id="remark")
        yield Footer(show_command_palette=False)

    @property
    def comparison(self) -> Comparison:
        """The comparison that is looked at."""
        return self.notebook.comparison

    @property
    def selected(self) -> SentenceRef | None:
        """The sentence that is selected on the page."""
        return None if self._page is None or self._at is None else self._page.stops[self._at]

    # What a page is about

    @abstractmethod
    def page_maker(self) -> Callable[[int], Page]:
        """Return what lays the page out in so many cells; the story is compared.

        What does not depend on the width is worked out here, once.
        """

    def remark_on(self, sentence: SentenceRef) -> Content:
        """Return what is told of the selected `sentence` besides who reports it."""
        return telling.remark(self.notebook, sentence, self.shown, ())

    @property
    def _hidden(self) -> set[int]:
        return {*range(len(self.comparison.articles))}.difference(self.shown)

    @property
    def _is_up(self) -> bool:
        """Whether the page is on the screen, be it below a dialog: not yet to come, and not left."""
        return self.is_mounted and self in self.app.screen_stack

    # Showing

    def follow(self, notebook: Notebook, progress: float | None) -> None:
        """Show `notebook`, of which more may be known now; `progress`, 0 to 1, is that of its comparison."""
        more = notebook.comparison is not self.comparison or not self.comparison.compared
        self.notebook = notebook
        if more:
            self._make = None
        self._progress = None
        if progress is not None:
            filled = "changed" if self.comparison.compared else "filled"
            self._progress = telling.progress(progress, f"the page is {filled} when it is done")
        if self._is_up:
            if more:
                self._lay_out()
            else:
                self._tell()

    @on(PageView.Resized)
    def _lay_out(self) -> None:
        view = self.query_one(PageView)
        width = max(1, view.scrollable_content_region.width)
        sentence = self.selected or self._sentence
        before = self._page.stops if self._page else None
        if self._make is None:
            self._make = self.page_maker() if self.comparison.compared else self._unknown()
        self._page = self._make(width)
        if self._page.stops != before:
            self._at = self._page.find(sentence)
        view.show(self._page, self._at)
        self._tell()

    def _unknown(self) -> Callable[[int], Page]:
        """Return what lays out a page that says why nothing is known."""
        why = telling.why_unknown(self.comparison, running=self._reader.comparing)
        return partial(Listing, [Entry((Block.of(why, "faint"),))], [])

    def _tell(self) -> None:
        first = second = Content("")
        if self._page is not None and self._at is not None:
            selected = self._page.stops[self._at]
            first = telling.coverage(self.comparison, selected, self._hidden, self.size.width - 2)
            told = self._page.told(self._at)
            first, second = (Content(told), first) if told else (first, self.remark_on(selected))
        self.query_one("#coverage", Static).update(first, layout=False)
        self.query_one("#remark", Static).update(self._said or self._progress or second, layout=False)

    def say(self, text: str) -> None:
        """Answer a key in the line below the page, until the next move."""
        self._said = Content.styled(text, "$text-primary")
        if self._is_up:
            self._tell()

    def say_nothing_is_selected(self) -> None:
        """Say that there is nothing to select on the page."""
        self.say("There is nothing to select on this page.")

    def go_to(self, sentence: SentenceRef) -> bool:
        """Select `sentence` where the page has it; tell whether it does."""
        there = None if self._page is None else self._page.find(sentence)
        if self._page is None or there is None or self._page.stops[there] != sentence:
            return False
        self._go_to(there, "")
        return True

    def _go_to(self, stop: int | None, otherwise: str) -> None:
        """Select `stop`; where there is none, say why."""
        if self._page is None or not self._page.stops:
            self.say_nothing_is_selected()
        elif stop is None:
            self.say(otherwise)
        else:
            self._at = stop
            self._sentence = self._page.stops[stop]
            self._said = None
            self.query_one(PageView).select(stop)
            self._tell()

    # Moving

    def _from_here(self, way: Callable[[Page, int], int | None]) -> int | None:
        return None if self._page is None or self._at is None else way(self._page, self._at)

    def action_move(self, by: int) -> None:
        """Go to the next one, or the one before."""
        self._go_to(self._from_here(lambda page, at: page.move(at, by)), self._edge_reached(by))

    def action_up_or_down(self, by: int) -> None:
        """Go one down, or one up."""
        self._go_to(self._from_here(lambda page, at: page.up_or_down(at, by)), self._edge_reached(by))

    def action_aside(self, by: int) -> None:
        """Go where the arrow to the right or the left points."""
        self._go_to(self._from_here(lambda page, at: page.aside(at, by)), self._edge_reached(by))

    def action_outlet(self, by: int) -> None:
        """Go on to the next outlet, or back to the one before."""
        where = "further down" if by > 0 else "further up"
        there = self._from_here(lambda page, at: page.outlet(at, by))
        self._go_to(there, f"No outlet {where} has anything on this page.")

    def action_edge(self, by: int) -> None:
        """Go to the first one, or the last."""
        self._go_to(self._from_here(lambda page, at: page.edge(at, by)), "")

    def action_page(self, by: int) -> None:
        """Go a screen further, or back."""
        rows = by * max(1, self.query_one(PageView).size.height - 2)
        self._go_to(self._from_here(lambda page, at: page.further(at, rows)), "")

    def _edge_reached(self, by: int) -> str:
        return f"This is the {'first' if by < 0 else 'last'} one."

    @on(PageView.StopPressed)
    def _stop_pressed(self, message: PageView.StopPressed) -> None:
        self._go_to(message.at, "")
        if message.again:
            self.action_detail()

    # Doing

    def action_detail(self) -> None:
        """Show all versions of the selected sentence."""
        selected = self.selected
        if selected is None:
            self._go_to(None, "")
            return
        from newsdiff.tui.screens.detail import DetailScreen

        def looked_at(sentence: SentenceRef | None) -> None:
            if sentence is not None and sentence != selected and self._page is not None:
                self._go_to(self._page.find(sentence), "")

        self.app.push_screen(DetailScreen(self.notebook, selected, self._hidden), looked_at)

    def action_copy(self) -> None:
        """Copy the selected sentence as a quotation with its source."""
        if (selected := self.selected) is None:
            self._go_to(None, "")
            return
        article = self.comparison.articles[selected.article]
        self._copy(quoting.sentence(article, selected.sentence), "the sentence with its source")

    def action_copy_versions(self) -> None:
        """Copy what every outlet says of it, each with its source."""
        if (selected := self.selected) is None:
            self._go_to(None, "")
            return
        text, many = quoting.versions(self.comparison, selected)
        self._copy(text, quoting.count_versions(many))

    @work(exclusive=True, group="copy")
    async def _copy(self, text: str, what: str) -> None:
        self.say(clipboard.answer(what, sure=await clipboard.copy(self.app, text)))

    def on_key(self, event: events.Key) -> None:
        """Say of a key of the columns that it belongs there."""
        app = cast("NewsdiffApp", self.app)
        back = next(app.shown_keys(binding) for binding in keys.PAGE.bindings if binding.action == "back")
        for binding in keys.READER.bindings:
            if event.key in app.keys_of(binding).split(",") and event.key not in self.active_bindings:
                shown = app.shown_keys(binding)
                self.say(f"{binding.description} ({shown}) is for the columns: {back} leads there.")
                event.stop()
                return

    # Leaving

    def action_back(self) -> None:
        """Return to the columns, at the sentence that is looked at."""
        self.dismiss(Leaving(self.selected or self._sentence, ViewName.COLUMNS))

    def action_view(self, by: int) -> None:
        """Go on to the next view, or back to the one before."""
        self._leave_for(self.VIEW.after(by))

    def action_open_view(self, name: str) -> None:
        """Go to the view of that name."""
        self._leave_for(ViewName[name])

    @on(ViewTabs.Chosen)
    def _tab_chosen(self, message: ViewTabs.Chosen) -> None:
        self._leave_for(message.view)

    def _leave_for(self, view: ViewName) -> None:
        """Go to another view, with the sentence one came with where one has not moved since."""
        if view is self.VIEW:
            self.say(f"This is the view “{view}”.")
        else:
            self.dismiss(Leaving(self._sentence, view))


def _view_keys(app: NewsdiffApp) -> dict[ViewName, str]:
    """Return the key that opens each view, as it is shown."""
    return {
        view: keys.first(app.keys_of(binding))
        for view in ViewName
        for binding in keys.PAGE.bindings
        if binding.action == f"open_view('{view.name}')"
    }

"""The reader: several outlets' articles, one sentence selected, what others say of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, Static
from textual.worker import Worker, WorkerState, get_current_worker

from newsdiff.core.article import SentenceRef
from newsdiff.core.comparison import Cancelled, Comparison, compare
from newsdiff.core.notebook import Notebook, Place, View
from newsdiff.tui import keys, navigation, telling
from newsdiff.tui.screens.dialogs import Choice, ChoiceScreen, NoteScreen
from newsdiff.tui.widgets.canvas import Canvas
from newsdiff.tui.widgets.headers import Headers
from newsdiff.tui.widgets.search_bar import SearchBar


class ReaderScreen(Screen[None]):
    """Shows one notebook; owns what changes while it is read, and every key of it."""

    BINDINGS = keys.READER

    class ComparingWent(Message):
        """So much of the comparison is done, 0 to 1."""

        def __init__(self, share: float) -> None:
            super().__init__()
            self.share = share

        def can_replace(self, message: Message) -> bool:
            """Only the newest figure is worth showing."""
            return isinstance(message, ReaderScreen.ComparingWent)

    def __init__(self, notebook: Notebook, path: Path | None, notices: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.notebook = notebook
        self.path = path
        self.saved = notebook
        self._notices = notices
        self._ring: list[SentenceRef] = []
        self._comparing: Worker[None] | None = None
        self._save_when_compared = False
        self._quit_when_saved = False

    def compose(self) -> ComposeResult:
        """Stack the heads, the columns, what is told of the selection, and the keys."""
        yield Headers(id="headers")
        yield Canvas(self.notebook, id="canvas")
        yield Static(id="coverage")
        yield Static(id="remark")
        yield SearchBar(id="search")
        yield Footer(show_command_palette=False)

    @property
    def canvas(self) -> Canvas:
        """The columns."""
        return self.query_one(Canvas)

    @property
    def comparison(self) -> Comparison:
        """The comparison that is read."""
        return self.notebook.comparison

    @property
    def place(self) -> Place:
        """Where the reader is."""
        return self.notebook.place

    @property
    def shown(self) -> list[int]:
        """The indices of the articles whose columns are not hidden."""
        return [
            index
            for index, article in enumerate(self.comparison.articles)
            if article.id not in self.place.hidden
        ]

    @property
    def unsaved(self) -> bool:
        """Whether there are notes that no file holds."""
        return self.notebook.notes != self.saved.notes

    # Starting

    def on_mount(self) -> None:
        """Show the texts at once, then compare where nothing is known of them yet."""
        selected = self.place.selected
        if selected is None and self.shown:
            selected = SentenceRef(self.shown[0], 0)
        self._go_to(selected)
        self._show()
        self.canvas.focus()
        for notice in self._notices:
            self.notify(notice, title="While reading", markup=False, timeout=12)
        if not self.comparison.found and self.comparison.outlet_count > 1:
            self._comparing = self._compare()
        self._tell()

    @work(thread=True, exclusive=True, exit_on_error=False, group="compare")
    def _compare(self) -> None:
        worker = get_current_worker()

        def progress(share: float) -> None:
            if worker.is_cancelled:
                raise Cancelled
            self.post_message(self.ComparingWent(share))

        try:
            comparison = compare(self.comparison.articles, progress=progress)
        except Cancelled:
            return
        if not worker.is_cancelled:
            self.app.call_from_thread(self._compared, comparison)

    def _compared(self, comparison: Comparison) -> None:
        self.notebook = replace(self.notebook, comparison=comparison)
        self._comparing = None
        self._show()
        self._tell()
        if self._save_when_compared:
            self._save_when_compared = False
            self._save()

    @on(Worker.StateChanged)
    def _comparing_ended(self, event: Worker.StateChanged) -> None:
        if event.worker is self._comparing and event.state in (WorkerState.ERROR, WorkerState.CANCELLED):
            self._comparing = None
            if event.state is WorkerState.ERROR:
                self.notify(
                    f"The articles could not be compared: {event.worker.error!r}. Please report this.",
                    title="Comparing failed",
                    severity="error",
                    markup=False,
                    timeout=30,
                )
            self._tell()

    @on(ComparingWent)
    def _comparing_went(self, message: ComparingWent) -> None:
        if self._comparing is not None:
            done = round(message.share * 20)
            bar = "━" * done + "╌" * (20 - done)
            self._tell(Content.styled(f"Comparing {bar} {message.share:.0%} · escape stops", "$text-accent"))

    def action_stop_comparing(self) -> None:
        """Give the comparison up; the texts stay readable."""
        if self._comparing is not None:
            self._comparing.cancel()
            self._save_when_compared = self._quit_when_saved = False
            self.notify("Comparing stopped. The texts can be read; nothing is marked.", markup=False)

    # Showing

    def _show(self) -> None:
        self.canvas.show(self.notebook, self.shown, self.place.view)

    def _tell(self, progress: Content | None = None) -> None:
        """Say of the selected sentence who reports it, and of every column whether it has it."""
        canvas = self.canvas
        selected = self.place.selected
        self.query_one(Headers).show(
            telling.headers(self.notebook, canvas.panes(), selected), canvas.beyond()
        )
        if selected is None:
            return
        self.query_one("#coverage", Static).update(telling.coverage(self.comparison, selected))
        remark = progress or telling.note_or_reason(self.notebook, selected)
        self.query_one("#remark", Static).update(remark)

    @on(Canvas.PanesChanged)
    def _panes_changed(self) -> None:
        self._tell()

    def _go_to(self, sentence: SentenceRef | None) -> None:
        """Select `sentence`; the way there leaves the ring of counterparts unless it is one of them."""
        if sentence is None:
            return
        if sentence not in self._ring:
            self._ring = []
        self.notebook = self.notebook.at(replace(self.place, selected=sentence))
        self.canvas.select(sentence)
        self._tell()

    # Moving

    def action_move(self, by: int) -> None:
        """Go to the next sentence of the same outlet, or the one before."""
        selected = self.place.selected
        if selected is None:
            return
        self._ring = []
        order = self.canvas.in_order(selected.article)
        at = order.index(selected.sentence) + by
        if 0 <= at < len(order):
            self._go_to(SentenceRef(selected.article, order[at]))

    def action_page(self, by: int) -> None:
        """Go a screen further in the same outlet."""
        if self.place.selected is not None:
            self._ring = []
            self._go_to(self.canvas.page(self.place.selected, by))

    def action_edge(self, by: int) -> None:
        """Go to the first (`by` -1) or last (1) sentence of the same outlet."""
        if self.place.selected is not None:
            self._ring = []
            order = self.canvas.in_order(self.place.selected.article)
            self._go_to(SentenceRef(self.place.selected.article, order[0 if by < 0 else -1]))

    def action_outlet(self, by: int) -> None:
        """Go to the counterpart in the next outlet that is shown, or to the sentence that stands beside."""
        selected, shown = self.place.selected, self.shown
        if selected is None:
            return
        at = shown.index(selected.article) + by
        if not 0 <= at < len(shown):
            return
        self._ring = []
        counterparts = self.comparison.counterparts(selected, shown[at])
        self._go_to(counterparts[0] if counterparts else self.canvas.beside(selected, shown[at]))

    def action_only_here(self, by: int) -> None:
        """Go to the next sentence that only its outlet reports, or the one before."""
        if not self.comparison.found:
            self.notify("Nothing has been compared yet.", markup=False)
            return
        stops = navigation.only_here_stops(self.comparison, self.shown)
        if not stops:
            self.notify("No outlet on the screen has a sentence of its own.", markup=False)
            return
        self._ring = []
        self._go_to(navigation.step(stops, self.place.selected, self.shown, by))

    def action_counterpart(self, by: int) -> None:
        """Go round the counterparts of the sentence from which the round began."""
        selected = self.place.selected
        if selected is None:
            return
        if selected not in self._ring:
            self._ring = navigation.counterpart_ring(self.comparison, selected, self.shown)
        if len(self._ring) == 1:
            self.notify("No counterpart in the outlets on the screen.", markup=False)
            return
        at = (self._ring.index(selected) + by) % len(self._ring)
        self._go_to(self._ring[at])

    @on(Canvas.SentencePressed)
    def _sentence_pressed(self, message: Canvas.SentencePressed) -> None:
        if message.again:
            self.action_detail()
        else:
            self._ring = []
            self._go_to(message.sentence)

    @on(Headers.Pressed)
    def _header_pressed(self, message: Headers.Pressed) -> None:
        selected = self.place.selected
        if selected is not None and selected.article != message.article:
            counterparts = self.comparison.counterparts(selected, message.article)
            self._go_to(counterparts[0] if counterparts else self.canvas.beside(selected, message.article))

    # Looking

    def action_view(self) -> None:
        """Change between columns and aligned rows."""
        view = View.ALIGNED if self.place.view is View.COLUMNS else View.COLUMNS
        self.notebook = self.notebook.at(replace(self.place, view=view))
        self._show()
        self._tell()

    def action_toggle_outlet(self, number: int) -> None:
        """Hide or show the outlet with that number; one always stays."""
        articles = self.comparison.articles
        if number > len(articles):
            self.notify(f"There are only {len(articles)} outlets.", markup=False)
            return
        hidden = self.place.hidden ^ {articles[number - 1].id}
        if len(hidden) == len(articles):
            self.notify("The last outlet stays on the screen.", markup=False)
            return
        self.notebook = self.notebook.at(replace(self.place, hidden=frozenset(hidden)))
        selected, shown = self.place.selected, self.shown
        self._show()
        if selected is not None and selected.article not in shown:
            others = [c for index in shown for c in self.comparison.counterparts(selected, index)]
            self._go_to(others[0] if others else SentenceRef(shown[0], 0))
        word = "Hidden" if articles[number - 1].id in hidden else "Shown"
        self.notify(f"{word}: {articles[number - 1].outlet}. {number} changes it back.", markup=False)
        self._tell()

    def action_detail(self) -> None:
        """Show all versions of the selected sentence."""
        if self.place.selected is not None:
            from newsdiff.tui.screens.detail import DetailScreen

            self.app.push_screen(DetailScreen(self.notebook, self.place.selected), self._go_to)

    def action_help(self) -> None:
        """Show the keys and the signs."""
        from newsdiff.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())

    # Searching

    def action_search(self) -> None:
        """Open the search line."""
        self.query_one(SearchBar).open()

    @on(SearchBar.Wanted)
    def _search_wanted(self, message: SearchBar.Wanted) -> None:
        hits = navigation.find(self.comparison, self.shown, message.query)
        current = message.choose(hits, self.place.selected, self.shown)
        self.canvas.mark_hits(hits, current)
        if current is not None:
            self._go_to(current.sentence)
        self.query_one(SearchBar).tell(hits, current)

    @on(SearchBar.Closed)
    def _search_closed(self) -> None:
        self.canvas.mark_hits([], None)
        self.canvas.focus()

    # Keeping

    def action_note(self) -> None:
        """Write a note on the selected sentence, or change or delete the one it has."""
        selected = self.place.selected
        if selected is None:
            return
        article = self.comparison.articles[selected.article]
        notes = self.notebook.notes_on(selected)
        old = notes[-1] if notes else None

        def keep(text: str | None) -> None:
            if text is None or text == (old.text if old else ""):
                return
            if old is None:
                self.notebook = self.notebook.with_note(selected, text)
            elif text:
                self.notebook = self.notebook.with_note_text(old.id, text)
            else:
                self.notebook = self.notebook.without_note(old.id)
                self.notify("Note deleted.", markup=False)
            self._noted([selected])

        quote = old.quote if old else article.sentence_text(selected.sentence)
        self.app.push_screen(NoteScreen(article.outlet, quote, old.text if old else ""), keep)

    def _noted(self, sentences: Iterable[SentenceRef]) -> None:
        self.canvas.redraw(self.notebook, sentences)
        self._tell()

    def action_save(self) -> None:
        """Save the notebook, asking for a name where it has none."""
        if self._comparing is not None:
            self._save_when_compared = True
            self.notify("Will be saved as soon as the comparison is done.", markup=False)
            return
        self._save()

    @work(exclusive=True, group="save")
    async def _save(self) -> None:
        from newsdiff.tui.saving import save_asking

        notebook = self.notebook
        path = await save_asking(self.app, notebook, self.path)
        if path is None:
            self._quit_when_saved = False
            return
        self.path, self.saved = path, notebook
        self.notify(f"Saved in {path}", markup=False)
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
                self.action_save()

        self.app.push_screen(
            ChoiceScreen("Save your notes before you go?", "They are in no file yet.", choices), answered
        )

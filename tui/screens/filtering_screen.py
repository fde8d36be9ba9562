"""A screen that shows some of the sentences only, and never leaves in doubt that it does."""

from __future__ import annotations

from pathlib import Path

from rich.cells import cell_len
from textual import on
from textual.content import Content
from textual.widgets import Static

from newsdiff.core.article import SentenceRef
from newsdiff.core.filtering import Filter, in_words, passing
from newsdiff.core.notebook import Notebook
from newsdiff.tui import navigation, signs
from newsdiff.tui.screens.arranging_screen import ArrangingScreen
from newsdiff.tui.widgets.canvas import Canvas

_KEYS = "f changes it, F clears it"


class FilteringScreen(ArrangingScreen):
    """Owns the filter. What does not pass it is folded, and moves pass it by."""

    def __init__(self, notebook: Notebook, path: Path | None) -> None:
        super().__init__(notebook, path)
        self._filter = Filter()

    def action_filter(self) -> None:
        """Ask which sentences are to be shown."""
        if self.selected() is None:
            return
        from newsdiff.tui.screens.filter_screen import FilterScreen

        screen = FilterScreen(
            self._filter, self._count_passing, self._count(), differences_known=self._differing is not None
        )
        self.app.push_screen(screen, lambda answer: self._filter_by(screen.wanted) if answer else None)

    def action_clear_filter(self) -> None:
        """Show all sentences again."""
        if self._filter:
            self._filter_by(Filter())
        else:
            self.say("No filter is on. f chooses what is shown.")

    def _filter_by(self, wanted: Filter) -> None:
        """Show what passes; the selection goes to the nearest of it. What nothing passes changes nothing."""
        found = self._find(wanted)
        there = navigation.nearest(self.comparison, self.place.selected, found, self.shown)
        if there is None:
            self.say(f"No sentence on the screen passes ({in_words(wanted)}): nothing has changed.")
            return
        self._filter = wanted
        self._take(found, there)
        self._leave_ring_for(there)
        if not wanted:
            self.say("All sentences are shown.")

    def refilter(self) -> None:
        """Filter anew, for notes or findings have changed. What is selected stays to be seen.

        A filter that nothing passes any more is cleared, which is told beside what the key itself answers.
        """
        if not self._filter:
            return
        found = self._find(self._filter)
        if found != self._passing:
            if not found:
                told = (
                    f"Nothing passes the filter any more ({in_words(self._filter)}): all sentences are shown."
                )
                self.notify(told, title="Filter cleared", markup=False)
                self._filter = Filter()
                found = self._find(self._filter)
            self._take(found, self.place.selected)

    def _take(self, found: frozenset[SentenceRef], seen: SentenceRef | None) -> None:
        self._passing = found if self._filter else None
        self._folded = self._find(Filter()) - found - {seen}
        self._show()

    def _find(self, wanted: Filter) -> frozenset[SentenceRef]:
        return passing(self.notebook, wanted, self._differing or {})

    def _count_passing(self, wanted: Filter) -> int:
        return len(navigation.in_columns(self._find(wanted), self.shown))

    def _count(self) -> int:
        """Return how many sentences the columns on the screen have; headings are none."""
        return sum(
            not sentence.heading
            for index in self.shown
            for sentence in self.comparison.articles[index].sentences
        )

    def _go_to(self, sentence: SentenceRef | None) -> None:
        """Select `sentence`, which is seen even where it does not pass."""
        if sentence in self._folded:
            self._folded -= {sentence}
            self._show()
        super()._go_to(sentence)

    @on(Canvas.FoldPressed)
    def _unfold(self, message: Canvas.FoldPressed) -> None:
        self._folded -= {*message.sentences}
        self._show()

    # Saying so

    def _show(self) -> None:
        super()._show()
        line = self.query_one("#filter", Static)
        line.set_class(bool(self._filter), "-on")
        if self._filter:
            line.update(self._told(self.size.width - 2))

    def _told(self, cells: int) -> Content:
        """Return what the filter lets pass and how to clear it, said ever more briefly until it fits."""
        words = f"{signs.FOLDED} Filter: {in_words(self._filter)}"
        many = f"{self._count_passing(self._filter)} of {self._count()} sentences"
        forms = (f"{words} · {many} · {_KEYS}", f"{words} · {many} · F clears", f"{words} · F clears")
        said = next((form for form in forms if cell_len(form) <= cells), f"F clears · {words}")
        return Content.styled(said, "bold")

"""A screen on which words are searched in all columns."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from textual import on

from newsdiff.core.notebook import Notebook
from newsdiff.core.searching import Finder
from newsdiff.tui.names import names
from newsdiff.tui.screens.selecting_screen import SelectingScreen
from newsdiff.tui.widgets.search_bar import SearchBar


class SearchingScreen(SelectingScreen):
    """Finds what the search line wants, marks it in the columns and goes there."""

    def __init__(self, notebook: Notebook, path: Path | None) -> None:
        super().__init__(notebook, path)
        self._finder = Finder(self.comparison.articles)

    def action_search(self) -> None:
        """Open the search line."""
        if self._finder.articles is not self.comparison.articles:
            self._finder = Finder(self.comparison.articles)
        # meanwhile the first word is typed
        self.run_worker(
            partial(self._finder.prepare, self.shown), thread=True, exclusive=True, group="search"
        )
        self.query_one(SearchBar).open()
        self.add_class("-searching")

    @on(SearchBar.Wanted)
    def _search_wanted(self, message: SearchBar.Wanted) -> None:
        found = self._finder.find(self.shown, message.query, nearly=message.nearly)
        hits = [hit for hit in found if self._passes(hit.sentence)]
        current = message.choose(hits, self.place.selected, self.shown)
        self.canvas.mark_hits(hits, current)
        if current is not None:
            self._go_to(current.sentence)
        hidden = len(found) - len(hits)
        self.query_one(SearchBar).tell(hits, current, names(self.comparison.articles), self.shown, hidden)

    @on(SearchBar.Closed)
    def _search_closed(self) -> None:
        self.remove_class("-searching")
        self.canvas.mark_hits([], None)
        self.canvas.focus()

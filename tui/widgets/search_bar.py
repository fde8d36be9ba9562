"""The search line: words in, hits out, one of them current."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, Static

from newsdiff.core.article import SentenceRef
from newsdiff.core.searching import Hit
from newsdiff.tui import finding, keys

_SHORT = 3
"""Letters below which there can be ten thousand hits, which take a while to mark and which nobody wants."""

_PAUSE = 0.12
"""Seconds that these are waited for, lest more letters come."""


class SearchBar(Vertical):
    """An input at the foot of the screen; it says what is wanted and is told what was found."""

    KEYS = keys.SEARCH
    BINDINGS: ClassVar[list[BindingType]] = [*KEYS.bindings]

    class Wanted(Message):
        """Find `query`, or what is `nearly` that: `by` 0 the best hit, 1 the one after this, -1 the last."""

        def __init__(self, query: str, by: int, current: Hit | None, *, nearly: bool) -> None:
            super().__init__()
            self.query = query
            self.nearly = nearly
            self._by = by
            self._current = current

        def can_replace(self, message: Message) -> bool:
            """Nobody waits for the hits of words to which letters were added meanwhile."""
            return self._by == 0 and isinstance(message, SearchBar.Wanted)

        def choose(self, hits: Sequence[Hit], here: SentenceRef | None, shown: Sequence[int]) -> Hit | None:
            """Return the hit to go to; hits are in screen order, and the way goes round at the ends.

            Of several best ones it is the nearest from `here` on.
            """
            if not hits:
                return None
            if self._by and self._current is not None and self._current in hits:
                return hits[(list(hits).index(self._current) + self._by) % len(hits)]
            nearest = max(hit.score for hit in hits)
            best = [hit for hit in hits if hit.score == nearest]
            if here is None or here.article not in shown:
                return best[0]
            rank = {article: at for at, article in enumerate(shown)}
            own = (rank[here.article], here.sentence)
            return next(
                (hit for hit in best if (rank[hit.sentence.article], hit.sentence.sentence) >= own), best[0]
            )

    class Closed(Message):
        """The search is over."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._current: Hit | None = None
        self._nearly = False
        self._earlier: list[str] = []
        self._pause: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay out the input, beside it how is searched, below it what was found."""
        with Horizontal():
            yield Input(placeholder="Search the outlets on the screen", compact=True, select_on_focus=True)
            yield Static(finding.way(nearly=False), id="search-way", markup=False)
        yield Static(id="search-found", markup=False)

    def open(self) -> None:
        """Show the line with the last words in it."""
        field = self.query_one(Input)
        field.focus()
        self.query_one("#search-found", Static).update("esc closes · ctrl+r: earlier searches")
        if field.value:
            self._want(0, self._current)

    def tell(
        self,
        hits: Sequence[Hit],
        current: Hit | None,
        names: Sequence[str],
        shown: Sequence[int],
        hidden: int,
    ) -> None:
        """Say how many hits each of the articles `shown` has, by their `names`; `hidden` more are folded."""
        self._current = current
        found = self.query_one("#search-found", Static)
        if self.query_one(Input).value.strip():
            found.update(finding.told(hits, current, names, shown, hidden, self.screen.size.width - 2))
        else:
            found.update("esc closes · ctrl+r: earlier searches")

    def _want(self, by: int, current: Hit | None) -> None:
        self._hurry()
        self.post_message(self.Wanted(self.query_one(Input).value, by, current, nearly=self._nearly))

    def _hurry(self) -> None:
        """Wait for no more letters."""
        if self._pause is not None:
            self._pause.stop()

    def _keep(self) -> None:
        """Keep the words for later searches, the latest last."""
        words = self.query_one(Input).value.strip()
        if words:
            self._earlier = [*(each for each in self._earlier if each != words), words]

    def action_close(self) -> None:
        """Close the line and forget the hits."""
        self._keep()
        self._hurry()
        self._current = None
        self.post_message(self.Closed())

    def action_step(self, by: int) -> None:
        """Go to the next hit or the one before."""
        self._want(by, self._current)

    def action_change_way(self) -> None:
        """Search for what comes near too, or only for what was typed."""
        self._nearly = not self._nearly
        self.query_one("#search-way", Static).update(finding.way(nearly=self._nearly))
        self._want(0, None)

    def action_recall(self) -> None:
        """Put the words of an earlier search there; from the first one it goes round to the last."""
        field = self.query_one(Input)
        earlier = self._earlier
        if not earlier:
            self.query_one("#search-found", Static).update("There was no earlier search · esc closes")
            return
        words = field.value.strip()
        field.value = earlier[earlier.index(words) - 1] if words in earlier else earlier[-1]
        field.cursor_position = len(field.value)

    @on(events.Click, "#search-way")
    def _way_pressed(self) -> None:
        self.action_change_way()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._hurry()
        if 0 < len(event.value) < _SHORT:
            self._pause = self.set_timer(_PAUSE, lambda: self._want(0, None))
        else:
            self._want(0, None)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._keep()
        self.action_step(1)

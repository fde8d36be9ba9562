"""The search line: words in, hits out, one of them current."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Static

from newsdiff.core.article import SentenceRef
from newsdiff.tui import keys
from newsdiff.tui.navigation import Hit


class SearchBar(Vertical):
    """An input at the foot of the screen; it says what is wanted and is told what was found."""

    KEYS = keys.SEARCH
    BINDINGS: ClassVar[list[BindingType]] = [*KEYS.bindings]

    class Wanted(Message):
        """Find `query`: `by` 0 the nearest hit from here on, 1 the one after this, -1 the one before."""

        def __init__(self, query: str, by: int, current: Hit | None) -> None:
            super().__init__()
            self.query = query
            self._by = by
            self._current = current

        def choose(self, hits: Sequence[Hit], here: SentenceRef | None, shown: Sequence[int]) -> Hit | None:
            """Return the hit to go to; hits are in screen order, and the way goes round at the ends."""
            if not hits:
                return None
            if self._by and self._current is not None and self._current in hits:
                return hits[(list(hits).index(self._current) + self._by) % len(hits)]
            if here is None or here.article not in shown:
                return hits[0]
            rank = {article: at for at, article in enumerate(shown)}
            own = (rank[here.article], here.sentence)
            return next(
                (hit for hit in hits if (rank[hit.sentence.article], hit.sentence.sentence) >= own), hits[0]
            )

    class Closed(Message):
        """The search is over."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._current: Hit | None = None

    def compose(self) -> ComposeResult:
        """Lay out the input above what it found."""
        yield Input(placeholder="Search the outlets on the screen", compact=True, select_on_focus=True)
        yield Static(markup=False)

    def open(self) -> None:
        """Show the line with the last words in it."""
        field = self.query_one(Input)
        field.focus()
        if field.value:
            self.post_message(self.Wanted(field.value, 0, self._current))

    def tell(self, hits: Sequence[Hit], current: Hit | None) -> None:
        """Say how many hits there are."""
        self._current = current
        if not self.query_one(Input).value.strip():
            text = "escape closes"
        elif current is None:
            text = "not found in the outlets on the screen · escape closes"
        else:
            outlets = len({hit.sentence.article for hit in hits})
            text = (
                f"{list(hits).index(current) + 1} of {len(hits)} in {outlets} "
                f"outlet{'s' if outlets != 1 else ''} · enter or ↓: next · ↑: previous · escape closes"
            )
        self.query_one(Static).update(text)

    def action_close(self) -> None:
        """Close the line and forget the hits."""
        self._current = None
        self.post_message(self.Closed())

    def action_step(self, by: int) -> None:
        """Go to the next hit or the one before."""
        self.post_message(self.Wanted(self.query_one(Input).value, by, self._current))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Wanted(event.value, 0, None))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_step(1)

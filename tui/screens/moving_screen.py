"""A screen that moves about the columns: from sentence to sentence, outlet to outlet, finding to finding."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from textual import on
from textual.content import Content

from newsdiff.core.article import SentenceRef
from newsdiff.core.notebook import Notebook
from newsdiff.tui import navigation, telling
from newsdiff.tui.comparing import Comparer
from newsdiff.tui.differing import Differing
from newsdiff.tui.screens.correcting_screen import CorrectingScreen
from newsdiff.tui.widgets.canvas import Canvas
from newsdiff.tui.widgets.headers import Headers


class MovingScreen(CorrectingScreen):
    """Owns the way through one notebook; what is told of a place is for its subclass."""

    def __init__(self, notebook: Notebook, path: Path | None) -> None:
        super().__init__(notebook, path)
        self._comparer = Comparer(self)
        self._said: Content | None = None
        self._said_why_unknown: Content | None = None
        """What was said last of a comparison that is still to come: it is true no more when that has come."""
        self._unread = False
        """Whether what was told while reading the sources waits for the reader's first move."""
        self._ring: list[SentenceRef] = []
        self._trail: list[SentenceRef] = []
        self._differing: Mapping[SentenceRef, tuple[Differing, ...]] | None = None
        self._passing: frozenset[SentenceRef] | None = None
        """The sentences to which moves lead, None for all."""

    @property
    def canvas(self) -> Canvas:
        """The columns."""
        return self.query_one(Canvas)

    @property
    def shown(self) -> list[int]:
        """The indices of the articles whose columns are not hidden, from left to right."""
        return self.notebook.columns

    @abstractmethod
    def _tell(self) -> None:
        """Say what is known of the selected sentence."""

    def _go_to(self, sentence: SentenceRef | None) -> None:
        """Select `sentence`; the way there leaves the ring of counterparts unless it is one of them."""
        if sentence is None:
            return
        if sentence not in self._ring:
            self._ring = []
        self._said = None
        self._unread = False
        self.notebook = self.notebook.at(replace(self.place, selected=sentence))
        self.canvas.select(sentence)
        self._tell()

    def go_to(self, sentence: SentenceRef | None) -> None:
        """Select `sentence`, where there is one, showing its column where that is hidden."""
        if sentence is None:
            return
        shown = self.comparison.articles[sentence.article].id
        if shown in self.place.hidden:
            self.notebook = self.notebook.at(replace(self.place, hidden=self.place.hidden - {shown}))
            self._show()
        self._leave_ring_for(sentence)

    @abstractmethod
    def _show(self) -> None:
        """Draw the columns anew."""

    def _leave_ring_for(self, sentence: SentenceRef | None) -> None:
        self._ring = []
        self._trail = []
        self._go_to(sentence)

    def _passes(self, sentence: SentenceRef) -> bool:
        return self._passing is None or sentence in self._passing

    def _way(self, article: int) -> list[SentenceRef]:
        """Return the sentences of `article` over which moves lead, in order, the selected one among them."""
        order = (SentenceRef(article, number) for number in self.canvas.arrangement.in_order(article))
        return [each for each in order if self._passes(each) or each == self.place.selected]

    def action_move(self, by: int) -> None:
        """Go to the next sentence of the same outlet, or the one before."""
        if (selected := self.selected()) is None:
            return
        way = self._way(selected.article)
        at = way.index(selected) + by
        if 0 <= at < len(way):
            self._leave_ring_for(way[at])
        else:
            self._say_at_the_edge(selected, by)

    def action_page(self, by: int) -> None:
        """Go a screen further in the same outlet."""
        if (selected := self.selected()) is None:
            return
        way = self._way(selected.article)
        reached = self.canvas.arrangement.page(selected, by)
        there = navigation.nearest(self.comparison, reached, way, [selected.article])
        if there is None or (way.index(there) - way.index(selected)) * by <= 0:
            self.action_move(by)  # one sentence fills the screen
        else:
            self._leave_ring_for(there)

    def action_edge(self, by: int) -> None:
        """Go to the first (`by` -1) or last (1) sentence of the same outlet."""
        if (selected := self.selected()) is None:
            return
        there = self._way(selected.article)[0 if by < 0 else -1]
        self._leave_ring_for(there)
        if there == selected:
            self._say_at_the_edge(selected, by)

    def _say_at_the_edge(self, selected: SentenceRef, by: int) -> None:
        outlet = self.comparison.articles[selected.article].outlet
        self.say(f"This is the {'first' if by < 0 else 'last'} sentence of {outlet}{self._that_passes}.")

    def action_outlet(self, by: int) -> None:
        """Go to the next outlet on the screen, or the one before."""
        if (selected := self.selected()) is None:
            return
        shown = self.shown
        at = shown.index(selected.article) + by
        if 0 <= at < len(shown):
            self._go_to_outlet(shown[at])
        else:
            self.say(f"There is no outlet further {'left' if by < 0 else 'right'}.")

    def _go_to_outlet(self, article: int) -> None:
        """Go to the counterpart in that article, or to the sentence that stands beside.

        Going back the way one came leads to the sentence one came from.
        """
        if (selected := self.selected()) is None:
            return
        trail = self._trail
        if trail and trail[-1].article == article:
            self._leave_ring_for(trail[-1])
            self._trail = trail[:-1]
            return
        there = self._counterpart_in(selected, article) or self.canvas.arrangement.beside(selected, article)
        if self._passing is not None:
            there = navigation.nearest(self.comparison, there, self._passing, [article])
        if there is None:
            self._say_nothing_there(article)
        else:
            self._leave_ring_for(there)
            self._trail = [*trail, selected]

    def _counterpart_in(self, sentence: SentenceRef, article: int) -> SentenceRef | None:
        """Return the best counterpart in that article to which moves lead, if any."""
        return next(filter(self._passes, self.comparison.counterparts(sentence, article)), None)

    def _say_nothing_there(self, article: int) -> None:
        outlet = self.comparison.articles[article].outlet
        self.say(f"{outlet} has no {'text' if self._passing is None else f'sentence{self._that_passes}'}.")

    def action_only_here(self, by: int) -> None:
        """Go to the next sentence that only its outlet reports, or the one before."""
        if not self.comparison.compared:
            self.say_why_unknown()
            return
        stops = [*filter(self._passes, navigation.only_here_stops(self.comparison, self.shown))]
        if not stops:
            self.say(f"No outlet on the screen has a sentence that is only there{self._that_passes}.")
            return
        self._step(stops, by, "This is the only sentence on the screen that is only here.")

    def action_difference(self, by: int) -> None:
        """Go to the next sentence in which a figure, a day or a quotation differs, or the one before."""
        if not self.comparison.compared:
            self.say_why_unknown()
            return
        if self._differing is None:
            self.say("What differs is still being looked for.")
            return
        stops = navigation.in_columns(filter(self._passes, self._differing), self.shown)
        if not stops:
            what = "sentences that surely say the same"
            passing = "" if self._passing is None else " and pass the filter"
            self.say(f"No figure, day or quotation differs between {what}{passing}.")
            return
        self._step(stops, by, "This is the only sentence on the screen that differs.")

    def _step(self, stops: Sequence[SentenceRef], by: int, only: str) -> None:
        before = self.place.selected
        self._leave_ring_for(navigation.step(stops, before, self.shown, by))
        if self.place.selected == before:
            self.say(only)

    @property
    def _that_passes(self) -> str:
        return "" if self._passing is None else " that passes the filter"

    def say_why_unknown(self) -> None:
        """Say why nothing is known of the story yet."""
        self.say(telling.why_unknown(self.comparison, running=self._comparer.running))
        self._said_why_unknown = self._said

    def action_counterpart(self, by: int) -> None:
        """Go round the counterparts of the sentence from which the round began."""
        if (selected := self.selected()) is None:
            return
        if not self.comparison.compared:
            self.say_why_unknown()
            return
        if selected not in self._ring:
            ring = navigation.counterpart_ring(self.comparison, selected, self.shown)
            self._ring = [each for each in ring if each == selected or self._passes(each)]
        if self.comparison.articles[selected.article].sentences[selected.sentence].heading:
            self.say("A heading is not compared.")
            return
        if len(self._ring) == 1:
            hidden = " in the outlets on the screen" if self.comparison.links_of(selected) else ""
            self.say(f"This sentence has no counterpart{hidden}{self._that_passes if hidden else ''}.")
            return
        at = (self._ring.index(selected) + by) % len(self._ring)
        self._go_to(self._ring[at])

    @on(Headers.Pressed)
    def _header_pressed(self, message: Headers.Pressed) -> None:
        selected = self.selected()
        if selected is not None and selected.article != message.article:
            self._go_to_outlet(message.article)

    def beyond(self) -> tuple[int, int]:
        """Return how many columns there are to the left and to the right of those in view."""
        return self.canvas.arrangement.beyond()

    def page_sideways(self, by: int) -> None:
        """Go to the nearest column on that side that is not in view."""
        left, right = self.beyond()
        self._go_to_outlet(self.shown[left - 1 if by < 0 else len(self.shown) - right])

    @on(Headers.Paged)
    def _header_paged(self, message: Headers.Paged) -> None:
        self.page_sideways(message.by)

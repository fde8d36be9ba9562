"""A screen that arranges the columns: which there are, in what order, how wide each is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from newsdiff.core.article import SentenceRef
from newsdiff.core.notebook import Notebook, View
from newsdiff.core.rows import Lead, RowOrder
from newsdiff.tui import navigation, panes
from newsdiff.tui.screens.moving_screen import MovingScreen

_ONE_COLUMN = "There is one column in view, which has the whole width."


class ArrangingScreen(MovingScreen):
    """Owns the choice of columns and their arrangement; what is told of a place is for its subclass."""

    def __init__(self, notebook: Notebook, path: Path | None) -> None:
        super().__init__(notebook, path)
        self._lead: Lead = 0
        self._folded: frozenset[SentenceRef] = frozenset()
        """Sentences that are not shown."""
        self._before_alone: frozenset[str] = frozenset()
        """What was hidden when more than one outlet was last shown."""
        self._left_at: dict[int, SentenceRef] = {}
        """Where an article was left for another that was then shown alone."""

    def _show(self) -> None:
        self.canvas.show(self.notebook, self.shown, self.place.view, self._lead, self._folded)

    @property
    def _alone(self) -> bool:
        """Whether one outlet of several is shown."""
        return len(self.shown) == 1 < len(self.comparison.articles)

    def _outlet_of(self, sentence: SentenceRef) -> str:
        return self.comparison.articles[sentence.article].outlet

    # Which

    def action_toggle_outlet(self, number: int) -> None:
        """Hide or show the outlet with that number; one always stays."""
        articles = self.comparison.articles
        if number > len(articles):
            count = len(articles)
            self.say(f"There {'is' if count == 1 else 'are'} only {count} outlet{'s' if count != 1 else ''}.")
            return
        hidden = self.place.hidden ^ {articles[number - 1].id}
        if len(hidden) == len(articles):
            self.say("The last outlet stays on the screen.")
            return
        self._hide(hidden)
        word = "Hidden" if articles[number - 1].id in hidden else "Shown again"
        self.say(f"{word}: {articles[number - 1].outlet}. {number} changes it back.")

    def action_row_order(self) -> None:
        """Order aligned rows by the selected outlet, by coverage, by how early they are told, and so on."""
        if (selected := self.selected()) is None:
            return
        if self.place.view is not View.ALIGNED:
            self.say("Columns keep their outlets' own order. In aligned rows (v) R changes it.")
            return
        orders: list[Lead] = [selected.article, *RowOrder]
        at = 0 if isinstance(self._lead, int) else orders.index(self._lead)
        self._lead = orders[(at + 1) % len(orders)]
        self._show()
        self._go_to(selected)
        lead = self._lead
        outlet = self.comparison.articles[selected.article].outlet
        self.say(f"Rows {f'in the order of {outlet}' if isinstance(lead, int) else lead.value}.")

    def action_solo(self) -> None:
        """Show only the outlet of the selected sentence, or again what was shown before."""
        if (selected := self.selected()) is None:
            return
        if len(self.comparison.articles) == 1:
            self.say("There is only one outlet.")
        elif self._alone:
            self._hide(self._before_alone)
            self.say("The other outlets are shown again.")
        else:
            self._show_alone(selected)
            self.say(f"{self._outlet_of(selected)} alone: h and l turn to the others, z brings them back.")

    def action_outlet(self, by: int) -> None:
        """Go to the next outlet on the screen, or the one before; where one is alone, the next is so too."""
        selected = self.place.selected
        if selected is None or not self._alone:
            super().action_outlet(by)
            return
        outlets = self._turned_through()
        at = outlets.index(selected.article) + by
        if not 0 <= at < len(outlets):
            self.say(f"There is no outlet further {'left' if by < 0 else 'right'}.")
            return
        article = outlets[at]
        self._left_at[selected.article] = selected
        there = self._counterpart_in(selected, article) or self._left_at.get(article)
        there = there or navigation.stand_in(self.comparison, None, [article])
        if self._passing is not None:
            there = navigation.nearest(self.comparison, there, self._passing, [article])
        if there is None:
            self._say_nothing_there(article)
        else:
            self._show_alone(there)

    def _turned_through(self) -> list[int]:
        """Return the articles that are shown one at a time, while one is alone."""
        own = self.comparison.articles[self.shown[0]].id
        return self.notebook.at(replace(self.place, hidden=self._before_alone - {own})).columns

    def beyond(self) -> tuple[int, int]:
        """Return how many columns there are to the left and to the right of those in view."""
        if not self._alone:
            return super().beyond()
        outlets = self._turned_through()
        at = outlets.index(self.shown[0])
        return at, len(outlets) - at - 1

    def page_sideways(self, by: int) -> None:
        """Go to the nearest column on that side that is not in view."""
        if self._alone:
            self.action_outlet(by)
        else:
            super().page_sideways(by)

    def _show_alone(self, sentence: SentenceRef) -> None:
        """Show only the article of `sentence`, which is selected."""
        ids = (article.id for article in self.comparison.articles)
        own = self.comparison.articles[sentence.article].id
        self._hide(frozenset(ids) - {own}, sentence)

    def _hide(self, hidden: frozenset[str], there: SentenceRef | None = None) -> None:
        """Hide just these, and go `there`, else to what is selected or, if that is hidden, to a stand-in."""
        if not self._alone:
            self._before_alone = self.place.hidden
        self.notebook = self.notebook.at(replace(self.place, hidden=hidden))
        selected = there or self.place.selected
        stays = selected is not None and selected.article in self.shown
        there = selected if stays else navigation.stand_in(self.comparison, selected, self.shown)
        if self._passing is not None and not stays:
            there = navigation.nearest(self.comparison, there, self._passing, self.shown) or there
        led = isinstance(self._lead, int) and self._lead not in self.shown
        if self.place.view is View.ALIGNED and there is not None and led:
            self._lead = there.article  # nobody can follow the order of what is not seen
        self._show()
        if stays and there == self.place.selected:
            self._go_to(there)
        else:
            self._leave_ring_for(there)

    # In what order

    def action_move_outlet(self, by: int) -> None:
        """Move the selected outlet's column one to the left or the right."""
        if (selected := self.selected()) is None:
            return
        moved = self.notebook.with_column_moved(selected.article, by)
        side = "left" if by < 0 else "right"
        if moved is None:
            self.say(f"There is no column further {side}.")
            return
        self.notebook = moved
        self._show()
        self._go_to(selected)
        at = self.shown.index(selected.article) + 1
        self.say(f"{self._outlet_of(selected)} moved {side}: column {at} of {len(self.shown)}.")

    # How wide

    def action_widths(self) -> None:
        """Make all columns equally wide, or as wide as their articles are long where they are."""
        division = self.canvas.arrangement.division
        if len(division.panes()) < 2:
            self.say(_ONE_COLUMN)
            return
        division.widths = division.widths.next()
        self.canvas.rearrange()
        by_length = division.widths.by_length
        self.say(f"Columns {'by the length of their articles' if by_length else 'equally wide'}.")

    def action_widen(self, by: int) -> None:
        """Make the selected outlet's column wider or, with a negative `by`, narrower."""
        if (selected := self.selected()) is None:
            return
        division = self.canvas.arrangement.division
        if len(division.panes()) < 2:
            self.say(_ONE_COLUMN)
        elif division.widen(selected.article, by * panes.STEP):
            self.canvas.rearrange()
            width = dict(division.panes())[selected.article].width
            self.say(f"{self._outlet_of(selected)}: {width} cells wide. = makes all columns equal.")
        elif by < 0:
            self.say("It can be no narrower and still be read.")
        else:
            self.say("The other columns can be no narrower. z shows this one alone.")

"""The detail of one sentence: every outlet's version of it, what differs, and why they were matched."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Static

from newsdiff.core.article import SentenceRef
from newsdiff.core.findings import Certainty, Link
from newsdiff.core.notebook import Notebook
from newsdiff.tui import signs, telling


class DetailScreen(Screen[SentenceRef]):
    """All versions of one sentence under one another; returns the sentence that was looked at last."""

    BINDINGS: list[BindingType] = [
        Binding("escape,enter,q", "back", "Back"),
        Binding("l,right", "sentence(1)", "Next sentence"),
        Binding("h,left", "sentence(-1)", "Previous sentence"),
        Binding("j", "scroll(1)", "Down", show=False),
        Binding("k", "scroll(-1)", "Up", show=False),
    ]

    def __init__(self, notebook: Notebook, sentence: SentenceRef) -> None:
        super().__init__()
        self._notebook = notebook
        self._sentence = sentence

    def compose(self) -> ComposeResult:
        """Stack what is told of the sentence, its versions, and the keys."""
        yield Static(id="detail-head")
        yield VerticalScroll(Static(id="detail-body"))
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Fill the screen."""
        self._fill()
        self.query_one(VerticalScroll).focus()

    def action_back(self) -> None:
        """Return to the columns, at the sentence looked at."""
        self.dismiss(self._sentence)

    def action_sentence(self, by: int) -> None:
        """Look at the next sentence of the same outlet, or the one before."""
        count = len(self._notebook.comparison.articles[self._sentence.article].sentences)
        number = self._sentence.sentence + by
        if 0 <= number < count:
            self._sentence = SentenceRef(self._sentence.article, number)
            self._fill()
            self.query_one(VerticalScroll).scroll_home(animate=False)

    def action_scroll(self, by: int) -> None:
        """Scroll by a line."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def _fill(self) -> None:
        comparison = self._notebook.comparison
        self.query_one("#detail-head", Static).update(telling.coverage(comparison, self._sentence))
        parts = [self._own_version()]
        links = sorted(comparison.links_of(self._sentence), key=lambda link: self._order(link))
        parts += [self._version(link) for link in links]
        parts += self._absent(links)
        parts += self._notes()
        self.query_one("#detail-body", Static).update(Content("\n\n").join(parts))

    def _order(self, link: Link) -> tuple[int, float]:
        other = link.other(self._sentence)
        return other.article, -link.score

    def _own_version(self) -> Content:
        comparison = self._notebook.comparison
        article = comparison.articles[self._sentence.article]
        text = telling.sentence_content(comparison, self._sentence, only_here=True)
        facts = " · ".join(part for part in (article.outlet, article.byline, article.published) if part)
        return Content.assemble((f"{signs.SELECTED} {facts}\n", "bold $text-primary"), text)

    def _version(self, link: Link) -> Content:
        comparison = self._notebook.comparison
        other = link.other(self._sentence)
        article = comparison.articles[other.article]
        sure = link.certainty is Certainty.SURE
        sign = signs.COUNTERPART if sure else signs.PERHAPS_COUNTERPART
        said = "says the same" if sure else "perhaps says the same"
        head = f"{sign} {article.outlet} {said} ({link.score:.0%})"
        return Content.assemble(
            (head + "\n", "bold $text-success" if sure else "bold"),
            telling.counterpart_content(comparison, self._sentence, link),
            "\n",
            (telling.reason(comparison, link, self._sentence), "$text-muted"),
        )

    def _absent(self, links: list[Link]) -> list[Content]:
        comparison = self._notebook.comparison
        own = comparison.articles[self._sentence.article].outlet
        having = {comparison.articles[link.other(self._sentence).article].outlet for link in links}
        absent = [a.outlet for a in comparison.articles if a.outlet not in having and a.outlet != own]
        if not absent or not comparison.found:
            return []
        names = ", ".join(dict.fromkeys(absent))
        return [Content.styled(f"{signs.NOTHING_HERE} Not found in {names}", "$text-muted italic")]

    def _notes(self) -> list[Content]:
        return [
            Content.assemble((f"{signs.NOTE} Your note, {note.changed[:10]}\n", "bold $text-accent"), note.text)
            for note in self._notebook.notes_on(self._sentence)
        ]

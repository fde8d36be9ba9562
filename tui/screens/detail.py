"""The detail of one sentence: every outlet's version of it, and why they were matched."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Static

from newsdiff.core import author
from newsdiff.core.article import SentenceRef, Span
from newsdiff.core.cleaning import one_line
from newsdiff.core.explaining import why_only_here
from newsdiff.core.findings import Certainty, Evidence, EvidenceKind, Link, OnlyHere
from newsdiff.core.notebook import Notebook
from newsdiff.core.wording import percent
from newsdiff.tui import clipboard, keys, noting, quoting, signs, telling
from newsdiff.tui.differing import Differing, between, words_of
from newsdiff.tui.palette import outlet_colours

_KINDS = (
    (EvidenceKind.QUOTATION, "quotations"),
    (EvidenceKind.FIGURE, "figures"),
    (EvidenceKind.WORD, "words"),
)


class DetailScreen(Screen[SentenceRef]):
    """All versions of one sentence under one another; returns the sentence that was looked at last.

    `hidden` holds the indices of the articles whose columns are hidden.
    """

    KEYS = keys.DETAIL
    BINDINGS: ClassVar[list[BindingType]] = [*KEYS.bindings]

    def __init__(self, notebook: Notebook, sentence: SentenceRef, hidden: Collection[int]) -> None:
        super().__init__()
        self._notebook = notebook
        self._comparison = notebook.comparison
        self._sentence = sentence
        self._hidden = hidden
        self._ring: list[SentenceRef] = []

    def compose(self) -> ComposeResult:
        """Stack what is told of the sentence, its versions, and the keys."""
        yield Static(id="detail-head")
        yield VerticalScroll(Static(id="detail-body"), can_focus=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Fill the screen."""
        self._fill()

    def action_back(self) -> None:
        """Return to the columns, at the sentence looked at."""
        self.dismiss(self._sentence)

    def action_sentence(self, by: int) -> None:
        """Look at the next sentence of the same outlet, or the one before."""
        article = self._comparison.articles[self._sentence.article]
        number = self._sentence.sentence + by
        if 0 <= number < len(article.sentences):
            self._go_to(SentenceRef(self._sentence.article, number))
        else:
            edge = "first" if by < 0 else "last"
            self.notify(f"This is the {edge} sentence of {article.outlet}.", markup=False, timeout=2)

    def action_outlet(self, by: int) -> None:
        """Look at the version of the next outlet that has one, or of the one before."""
        if self._sentence not in self._ring:
            best: dict[int, SentenceRef] = {self._sentence.article: self._sentence}
            for link in self._comparison.links_by_article(self._sentence):
                other = link.other(self._sentence)
                best.setdefault(other.article, other)
            self._ring = [best[article] for article in sorted(best)]
        at = self._ring.index(self._sentence) + by
        if 0 <= at < len(self._ring):
            self._go_to(self._ring[at])
        else:
            side = "before" if by < 0 else "after"
            self.notify(f"No outlet {side} this one has a version of it.", markup=False, timeout=2)

    def _go_to(self, sentence: SentenceRef) -> None:
        self._sentence = sentence
        self._fill()
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def action_scroll(self, by: int) -> None:
        """Scroll by a line."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """Scroll by a screen."""
        self.action_scroll(by * max(1, self.query_one(VerticalScroll).size.height - 2))

    def action_edge(self, by: int) -> None:
        """Scroll to the first (`by` -1) or the last line (1)."""
        scroll = self.query_one(VerticalScroll)
        scroll.scroll_to(y=0 if by < 0 else scroll.max_scroll_y, animate=False)

    @work(exclusive=True)
    async def action_copy(self) -> None:
        """Copy every version as a quotation with its source."""
        text, many = quoting.versions(self._comparison, self._sentence)
        sure = await clipboard.copy(self.app, text)
        self.notify(clipboard.answer(quoting.count_versions(many), sure=sure), markup=False, timeout=5)

    def _fill(self) -> None:
        head = telling.coverage(self._comparison, self._sentence, self._hidden)
        self.query_one("#detail-head", Static).update(head)
        links = self._comparison.links_by_article(self._sentence)
        parts = [self._own_version(), *self._notes(), *(self._version(link) for link in links)]
        parts += [self._why_only_here(found) for found in self._comparison.only_here_in(self._sentence)]
        parts += self._absent(links)
        self.query_one("#detail-body", Static).update(Content("\n\n").join(parts))

    def _own_version(self) -> Content:
        article = self._comparison.articles[self._sentence.article]
        facts = [article.outlet, *(part for part in (article.byline, article.published) if part)]
        only_here = [
            (Span(found.start, found.end), "$only-here underline")
            for found in self._comparison.only_here_in(self._sentence)
        ]
        links = self._comparison.links_by_article(self._sentence)
        differing = [found.here for link in links for found in self._differing(link)]
        text = self._text(self._sentence, only_here, differing)
        return Content.assemble(
            (f"{signs.SELECTED} ", "bold $text-primary"),
            (facts[0], f"bold {self._colour(self._sentence)}"),
            ("".join(f" · {fact}" for fact in facts[1:]), "bold $text-primary"),
            "\n",
            self._neighbour(-1),
            text.stylize_before("bold"),
            self._neighbour(1),
        )

    def _neighbour(self, by: int) -> Content:
        """Return the sentence before (`by` -1) or after the one looked at, faintly; empty at an edge."""
        article = self._comparison.articles[self._sentence.article]
        number = self._sentence.sentence + by
        if not 0 <= number < len(article.sentences):
            return Content("")
        words = article.sentence_text(number).replace("\n", " ")
        return Content.styled(f"{words} " if by < 0 else f" {words}", "$faint")

    def _version(self, link: Link) -> Content:
        other = link.other(self._sentence)
        outlet = self._comparison.articles[other.article].outlet
        mine = [*zip(link.evidence, link.evidence_of(self._sentence), strict=True)]
        sign, style = signs.COUNTERPART, "bold $text-success"
        if link.by_reader:
            said = "reports it: linked by you"
        elif link.certainty is Certainty.SURE:
            said = f"reports it ({percent(link.score)} sure)"
        else:
            sign, style = signs.PERHAPS_COUNTERPART, "bold"
            said = f"perhaps reports it ({percent(link.score)} sure)"
        name = (outlet, f"bold {self._colour(other)}")
        head = Content.assemble((f"{sign} ", style), name, (f" {said}", style))
        differing = self._differing(link)
        text = self._text(
            other, [(span, "bold") for span in link.evidence_of(other)], [found.there for found in differing]
        )
        return Content("\n").join([head, text, *self._differs(differing), self._shared(mine)])

    def _colour(self, sentence: SentenceRef) -> str:
        """Return the colour of its outlet's name."""
        return f"${outlet_colours(self._comparison.articles)[sentence.article]}"

    def _differing(self, link: Link) -> tuple[Differing, ...]:
        return between(self._comparison, link).get(self._sentence, ())

    def _differs(self, found: tuple[Differing, ...]) -> list[Content]:
        """Return a line on what this version has otherwise than the one looked at, if anything."""
        if not found:
            return []
        own = self._comparison.articles[self._sentence.article].outlet
        outlet = self._comparison.articles[found[0].other.article].outlet
        said = dict.fromkeys(words_of(self._comparison, self._sentence, each) for each in found)
        pairs = " · ".join(f"{here} in {own}, {there} in {outlet}" for here, there in said)
        return [Content.styled(f"{signs.DIFFERS} differs: {pairs}", "bold $text-error")]

    def _why_only_here(self, found: OnlyHere) -> Content:
        """Return why a stretch is only here, with what comes nearest to a whole sentence."""
        lines = []
        nearest = found.nearest
        if nearest is not None:
            outlet = self._comparison.articles[nearest.sentence.article].outlet
            head = f"Nearest elsewhere, too little to match ({percent(nearest.score)}): "
            name = (outlet, f"bold {self._colour(nearest.sentence)}")
            lines.append(Content.assemble((f"{signs.NOTHING_HERE} {head}", "bold"), name))
            lines.append(self._text(nearest.sentence, [(item.b, "bold") for item in nearest.evidence]))
        elif self._comparison.links_of(self._sentence):
            text = self._comparison.articles[self._sentence.article].text
            part = one_line(text[found.start : found.end])
            head = f"{signs.PERHAPS_ONLY_HERE} A part perhaps only here ({percent(found.score)} sure): {part}"
            lines.append(Content.styled(head, "$only-here"))
        lines.append(Content.styled(why_only_here(self._comparison, found), "$text-muted"))
        return Content("\n").join(lines)

    def _text(
        self, ref: SentenceRef, styled: Iterable[tuple[Span, str]], differing: Iterable[Span] = ()
    ) -> Content:
        """Return the words of a sentence, stretches of it `styled`, the `differing` ones behind a sign."""
        article = self._comparison.articles[ref.article]
        where = article.sentences[ref.sentence]
        content = Content(article.sentence_text(ref.sentence).replace("\n", " "))
        marked = [(span, "bold $text-error") for span in differing]
        for span, style in [*styled, *marked]:
            # Content never ends wrapping where a style begins before the text does
            if where.start <= span.start:
                content = content.stylize(style, span.start - where.start, span.end - where.start)
        for start in sorted({span.start - where.start for span, _ in marked}, reverse=True):
            sign = Content.styled(signs.DIFFERS, "bold $text-error")
            content = content[:start] + sign + content[start:]
        return content

    def _shared(self, evidence: list[tuple[Evidence, Span]]) -> Content:
        """Return what both sentences have, as the selected one has it, by kind."""
        text = self._comparison.articles[self._sentence.article].text
        parts = []
        for kind, name in _KINDS:
            words = [one_line(text[span.start : span.end]) for item, span in evidence if item.kind is kind]
            if words:
                parts.append(f"{name}: {', '.join(dict.fromkeys(words))}")
        shared = " · ".join(parts) or "no telling word: what stands around them is alike"
        return Content.styled(f"both have {shared}", "$text-muted")

    def _absent(self, links: list[Link]) -> list[Content]:
        own = self._comparison.articles[self._sentence.article].sentences[self._sentence.sentence]
        if own.heading or not self._comparison.compared:
            return []
        articles = self._comparison.articles
        having = {articles[link.other(self._sentence).article].outlet for link in links}
        having.add(articles[self._sentence.article].outlet)
        absent = dict.fromkeys(article.outlet for article in articles if article.outlet not in having)
        if not absent:
            return []
        return [Content.styled(f"{signs.NOTHING_HERE} Not found in {', '.join(absent)}", "$text-muted")]

    def _notes(self) -> list[Content]:
        return [
            Content("\n").join(
                [
                    Content.styled(
                        f"{signs.NOTE} {noting.about(note, author.own_name())}", "bold $text-primary"
                    ),
                    *([Content(note.text)] if note.text else []),
                    *([Content.styled(noting.tags_of(note), "$text-primary")] if note.tags else []),
                ]
            )
            for note in self._notebook.notes_on(self._sentence)
        ]

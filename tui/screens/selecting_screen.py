"""A screen on which text is marked, by mouse or by key, and taken along: copied, or its source opened."""

from __future__ import annotations

from pathlib import Path

from textual import on, work

from newsdiff.core.addresses import web_address
from newsdiff.core.article import Article, SentenceRef, Span
from newsdiff.core.notebook import Notebook
from newsdiff.core.notes import Stretch
from newsdiff.tui import clipboard, opening, quoting, selecting
from newsdiff.tui.screens.filtering_screen import FilteringScreen
from newsdiff.tui.selecting import Selection
from newsdiff.tui.telling import short_path
from newsdiff.tui.widgets.canvas import Canvas


class SelectingScreen(FilteringScreen):
    """Owns what is marked. While it is marked by key, every move within its article moves one of its ends."""

    def __init__(self, notebook: Notebook, path: Path | None) -> None:
        super().__init__(notebook, path)
        self._by_key = False

    @property
    def _marking(self) -> Selection | None:
        """What is being marked by key, None while moves only move."""
        return self.canvas.selection if self._by_key else None

    def _marked_article(self, selection: Selection) -> Article:
        return self.comparison.articles[selection.article]

    # Marking

    def action_mark(self) -> None:
        """Mark the selected sentence, or go on with what the mouse marked; then let the other end move."""
        selection = self.canvas.selection
        if selection is None:
            if (selected := self.selected()) is None:
                return
            selection = selecting.whole(selected, self.comparison.articles[selected.article])
        elif self._by_key:
            selection = selecting.turned(selection)
        self._by_key = True
        self._mark(selection)

    def _mark(self, selection: Selection) -> None:
        """Mark that text by key, with the sentence at the end that moves selected."""
        self.canvas.mark(selection)
        article = self._marked_article(selection)
        super()._go_to(SentenceRef(selection.article, selecting.sentence_at(article, selection.edge)))
        keys = "j k sentence · h l word · m other end · y copy · esc ends"
        self.say(f"{_words(article, selection.span)} marked · {keys}")

    def marked(self) -> Stretch | None:
        """Return the words that are marked, by mouse or by key, if any."""
        selection = self.canvas.selection
        return None if selection is None else Stretch(selection.article, selection.span)

    def drop_selection(self) -> bool:
        """Mark nothing any more; tell whether anything was marked."""
        self._by_key = False
        marked = self.canvas.selection is not None
        self.canvas.mark(None)
        return marked

    def _go_to(self, sentence: SentenceRef | None) -> None:
        """Select `sentence`, and mark up to it where text is being marked in its article."""
        selection = self._marking
        if sentence is None or sentence == self.place.selected:
            super()._go_to(sentence)
        elif selection is not None and sentence.article == selection.article:
            self._mark(selecting.reaching(selection, self._marked_article(selection), sentence.sentence))
        else:
            self.drop_selection()
            super()._go_to(sentence)

    def action_outlet(self, by: int) -> None:
        """Go to the next outlet on the screen, or the one before; while text is marked, a word on or back."""
        selection = self._marking
        if selection is None:
            super().action_outlet(by)
            return
        article = self._marked_article(selection)
        changed = selecting.by_word(selection, article, by)
        if changed is None:
            self.say(f"This is the {'first' if by < 0 else 'last'} word of {article.outlet}.")
        else:
            self._mark(changed)

    @on(Canvas.Marked)
    def _marked_by_mouse(self) -> None:
        self._by_key = False
        if (selection := self.canvas.selection) is not None:
            marked = _words(self._marked_article(selection), selection.span)
            self.say(
                f"{marked} marked · y copies with the source, ctrl+c without · m goes on by key · esc ends"
            )

    # Copying

    def action_copy(self) -> None:
        """Copy what is marked, else the selected sentence, as a quotation with its source."""
        if (selection := self.canvas.selection) is not None:
            article = self._marked_article(selection)
            marked = _words(article, selection.span)
            self._copy(
                quoting.words(article, selection.span), f"{marked} of {article.outlet} with the source"
            )
        elif (selected := self.selected()) is not None:
            article = self.comparison.articles[selected.article]
            self._copy(quoting.sentence(article, selected.sentence), "the sentence with its source")

    def action_copy_versions(self) -> None:
        """Copy the selected sentence and all that report it, each with its source."""
        if (selected := self.selected()) is not None:
            text, many = quoting.versions(self.comparison, selected)
            self._copy(text, quoting.count_versions(many))

    def action_copy_text(self) -> None:
        """Copy the marked words alone, be they of an article or of what stands around the columns."""
        if (selection := self.canvas.selection) is not None:
            article = self._marked_article(selection)
            text = article.text[selection.start : selection.end]
            self._copy(text, f"{_words(article, selection.span)} of {article.outlet}")
        elif text := self.get_selected_text() or "":
            self._copy(text, "what was marked")
        else:
            self.say("Nothing is marked to be copied. y copies the sentence, q leaves.")

    @work(exclusive=True, group="copy")
    async def _copy(self, text: str, what: str) -> None:
        """Copy `text`, which is `what`; what is marked stays to be seen until the next move."""
        self._by_key = False
        sure = await clipboard.copy(self.app, text)
        self.say(clipboard.answer(what, sure=sure))

    # Opening

    def action_open(self) -> None:
        """Open the address of the selected sentence's article, or the folder of its file."""
        if (selected := self.selected()) is None:
            return
        article = self.comparison.articles[selected.article]
        found = web_address(article) or opening.file_of(article)
        if found is not None:
            self._open(found)
        elif article.source not in ("", "-"):  # a hyphen is standard input
            self.say(f"{short_path(Path(article.source))} is not there any more.")
        else:
            self.say(f"{article.outlet} was read from no file or address that could be opened.")

    @work(exclusive=True, group="open")
    async def _open(self, found: str | Path) -> None:
        opened = await opening.opened(self.app, found)
        if isinstance(found, Path):
            name = short_path(found)
            self.say(f"Opened the folder of {name}." if opened else f"It lies here: {name}")
        elif opened:
            self.say(f"Opened in the browser: {found}")
        else:
            sure = await clipboard.copy(self.app, found)
            self.say(f"No browser can be started from here. {clipboard.answer(found, sure=sure)}")


def _words(article: Article, span: Span) -> str:
    many = len(article.text[span.start : span.end].split())
    return f"{many} word{'s' if many != 1 else ''}"

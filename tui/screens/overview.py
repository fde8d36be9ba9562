"""The view "overview": a mark per sentence, who shares how much with whom, what each outlet has."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual.content import Content

from newsdiff.core.article import SentenceRef
from newsdiff.core.cleaning import one_line
from newsdiff.tui import signs
from newsdiff.tui.pages.overview import OverviewPage
from newsdiff.tui.pages.page import Page
from newsdiff.tui.screens.page_screen import PageScreen
from newsdiff.tui.views import ViewName
from newsdiff.tui.widgets.page_view import PageView


class OverviewScreen(PageScreen):
    """The whole story at a glance; what is selected is a mark, so its words stand below."""

    VIEW = ViewName.OVERVIEW
    SIGNS = (
        (signs.ALL_REPORT, "a sentence that all outlets report", "$foreground on $heat-all"),
        (signs.SOME_REPORT, "some report it", "$foreground on $heat-some"),
        (signs.PERHAPS_REPORT, "some perhaps report it", "$foreground on $heat-perhaps"),
        (signs.ONLY_HERE, "only here: found in no other outlet", "bold $only-here"),
        (signs.PERHAPS_ONLY_HERE, "perhaps only here", "$only-here"),
        (signs.TRACK, "a heading, which is not compared", ""),
        (signs.SOME_REPORT, "the selected one; its words stand below", "bold reverse $primary"),
        (signs.SOME_REPORT, "its counterparts", "bold underline"),
        ("40% +5", "so many per cent surely, and so many more perhaps", ""),
    )

    def page_maker(self) -> Callable[[int], Page]:
        """Return what lays out the marks and the tables."""
        return partial(OverviewPage, self.comparison, self.shown)

    def remark_on(self, sentence: SentenceRef) -> Content:
        """Return the words of the sentence."""
        article = self.comparison.articles[sentence.article]
        return Content(one_line(article.sentence_text(sentence.sentence)))

    def action_page(self, by: int) -> None:
        """Scroll a screen further, to the tables, or back; the selected mark stays."""
        view = self.query_one(PageView)
        if not view.scroll_rows(by * max(1, view.size.height - 2)):
            self.say(f"This is the {'beginning' if by < 0 else 'end'} of the page.")

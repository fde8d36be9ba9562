"""The counterparts of one sentence, to be judged by the reader one by one."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static

from newsdiff.core.article import SentenceRef
from newsdiff.core.cleaning import one_line
from newsdiff.core.comparison import Comparison
from newsdiff.core.corrections import Verdict
from newsdiff.tui import correcting, keys
from newsdiff.tui.screens.list_dialog import ListDialog


class CounterpartsScreen(ListDialog[tuple[Verdict, SentenceRef]]):
    """Asks which counterparts are right; returns what was said of one of them, None where nothing was."""

    KEYS = keys.COUNTERPARTS
    BINDINGS: ClassVar[list[BindingType]] = [*KEYS.bindings]

    def __init__(self, comparison: Comparison, sentence: SentenceRef) -> None:
        super().__init__()
        self._comparison = comparison
        self._sentence = sentence
        self._others = [link.other(sentence) for link in comparison.links_of(sentence)]

    def compose(self) -> ComposeResult:
        """Lay out the sentence above its counterparts."""
        article = self._comparison.articles[self._sentence.article]
        with Vertical(classes="dialog"):
            yield Static(f"Who says the same as {article.outlet}?", classes="heading", markup=False)
            words = one_line(article.sentence_text(self._sentence.sentence))
            yield Static(words, classes="quote", markup=False)
            yield OptionList(
                *(correcting.counterpart(self._comparison, self._sentence, other) for other in self._others)
            )
            hint = "y the same: confirmed · n not the same: link taken away · escape goes back"
            yield Static(hint, classes="hint", markup=False)

    def action_judge(self, verdict: str) -> None:
        """Return what is said of the counterpart under the cursor."""
        if (at := self.at) is not None:
            self.dismiss((Verdict(verdict), self._others[at]))

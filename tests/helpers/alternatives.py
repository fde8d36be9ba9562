"""What the reader is measured against: an app that shows one word, and a list of options per article.

As a program: `python alternatives.py empty`, or `lists NOTEBOOK`.
"""

from __future__ import annotations

import sys
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import OptionList, Static

EMPTY_SAYS = "ready"


class EmptyApp(App[None]):
    """The least that Textual can show."""

    BINDINGS: ClassVar[list[BindingType]] = [("j", "nothing", "Nothing")]

    def compose(self) -> ComposeResult:
        yield Static(EMPTY_SAYS)

    def action_nothing(self) -> None:
        """Answer a key and draw nothing."""


class ListsApp(App[None]):
    """An OptionList for each article, side by side; all move as one."""

    CSS = "OptionList { width: 1fr; height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [("j", "move(1)", "Next"), ("k", "move(-1)", "Previous")]

    def __init__(self, articles: list[list[str]]) -> None:
        super().__init__()
        self._articles = articles
        self._at = 0

    def compose(self) -> ComposeResult:
        with Horizontal():
            for sentences in self._articles:
                yield OptionList(*map(Content, sentences), markup=False)

    def on_mount(self) -> None:
        self.action_move(0)

    def action_move(self, by: int) -> None:
        """Highlight the next sentence of every article."""
        self._at += by
        for options in self.query(OptionList):
            options.highlighted = self._at


def _sentences(path: str) -> list[list[str]]:
    from pathlib import Path

    from newsdiff.core import store

    articles = store.load(Path(path)).comparison.articles
    return [[article.sentence_text(at) for at in range(len(article.sentences))] for article in articles]


if __name__ == "__main__":
    (EmptyApp() if sys.argv[1] == "empty" else ListsApp(_sentences(sys.argv[2]))).run()

"""Comparing in threads of its own, while the texts are read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from textual.message import Message
from textual.screen import Screen
from textual.worker import Worker, get_current_worker

from newsdiff.core.article import SentenceRef
from newsdiff.core.comparison import Cancelled, Comparison, compare
from newsdiff.core.notebook import Notebook
from newsdiff.tui import differing
from newsdiff.tui.differing import Differing


class Comparer:
    """Runs one comparison at a time for a screen and tells it, by messages, how it goes."""

    class Went(Message):
        """So much of the work is done, 0 to 1, in the comparison with the number `run`."""

        def __init__(self, run: int, share: float) -> None:
            super().__init__()
            self.run = run
            self.share = share

        def can_replace(self, message: Message) -> bool:
            """Only the newest figure is worth showing."""
            return isinstance(message, Comparer.Went)

    class Done(Message):
        """The articles have been compared."""

        def __init__(self, run: int, comparison: Comparison) -> None:
            super().__init__()
            self.run = run
            self.comparison = comparison

    class Differed(Message):
        """What differs between sentences that surely say the same is known, of that comparison."""

        def __init__(
            self, comparison: Comparison, found: Mapping[SentenceRef, tuple[Differing, ...]]
        ) -> None:
            super().__init__()
            self.comparison = comparison
            self.found = found

    class Failed(Message):
        """The engine broke down."""

        def __init__(self, run: int, error: Exception) -> None:
            super().__init__()
            self.run = run
            self.error = error

    def __init__(self, screen: Screen[Any]) -> None:
        self._screen = screen
        self._worker: Worker[None] | None = None
        self._run = 0

    @property
    def running(self) -> bool:
        """Whether a comparison is under way."""
        return self._worker is not None

    def concerned(self, message: Went | Done | Failed) -> bool:
        """Tell whether a message is of the comparison under way, not of one that was given up."""
        return self.running and message.run == self._run

    def start(self, notebook: Notebook) -> None:
        """Compare the articles of `notebook` with its corrections; what comes of it is told to the screen.

        A comparison that is under way is given up.
        """
        self.stop()
        self._run += 1
        self._worker = self._screen.run_worker(
            partial(self._work, self._run, notebook), thread=True, exit_on_error=False, group="compare"
        )

    def stop(self) -> None:
        """Give the comparison up; nothing that it still says is meant to be heard."""
        if self._worker is not None:
            self._worker.cancel()
            self._worker = None

    def ended(self) -> None:
        """Take note that the screen has heard of the end."""
        self._worker = None

    def look_for_differences(self, comparison: Comparison) -> None:
        """Look in a thread of its own for what differs, and tell the screen."""
        self._screen.run_worker(
            partial(self._look, comparison), thread=True, exclusive=True, group="differences"
        )

    def _look(self, comparison: Comparison) -> None:
        worker = get_current_worker()
        found = differing.find(comparison, lambda: worker.is_cancelled)
        if not worker.is_cancelled:
            self._screen.post_message(self.Differed(comparison, found))

    def _work(self, run: int, notebook: Notebook) -> None:
        worker = get_current_worker()

        def progress(share: float) -> None:
            if worker.is_cancelled:
                raise Cancelled
            self._screen.post_message(self.Went(run, share))

        try:
            comparison = compare(notebook.comparison.articles, notebook.corrections, progress=progress)
        except Cancelled:
            return
        except Exception as error:  # noqa: BLE001 - the notes must outlive any fault of the engine
            self._screen.post_message(self.Failed(run, error))
            return
        if not worker.is_cancelled:
            self._screen.post_message(self.Done(run, comparison))

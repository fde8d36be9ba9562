"""A screen on which the reader corrects the engine: links, takes links away, says what is only here."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable

from newsdiff.core.article import SentenceRef
from newsdiff.core.corrections import Correction, Verdict
from newsdiff.tui import correcting
from newsdiff.tui.screens.dialogs import Choice, ChoiceScreen
from newsdiff.tui.screens.noting_screen import NotingScreen


class CorrectingScreen(NotingScreen):
    """Adds corrections to what a notebook screen keeps; showing what comes of them is for its subclass."""

    _linking_from: SentenceRef | None = None
    """The sentence for which the reader looks for another that says the same."""

    @property
    def linking(self) -> bool:
        """Whether a link is begun and not ended yet."""
        return self._linking_from is not None

    @abstractmethod
    def say_why_unknown(self) -> None:
        """Say why there is nothing to correct yet."""

    def action_link(self) -> None:
        """Begin a link at the selected sentence, or end it there."""
        selected = self._correctable()
        if selected is None:
            return
        self.drop_selection()  # while text is marked, moves would move its end
        begun = self._linking_from
        if begun is None:
            self._linking_from = selected
            self.say(correcting.linking(self.comparison, selected))
        elif begun == selected:
            self._linking_from = None
            self.say("No link made.")
        elif self._outlet(begun) == self._outlet(selected):
            self.say(
                f"Both are of {self._outlet(selected)}: a link joins two outlets. L elsewhere, or escape."
            )
        else:
            self._linking_from = None
            there = any(link.other(selected) == begun for link in self.comparison.links_of(selected))
            done = "Link confirmed" if there else "Linked"
            self._correct(Verdict.SAME, (begun, selected), f"{done}: {self._outlet(begun)} says the same")

    def action_counterparts(self) -> None:
        """Go through the counterparts of the selected sentence: which are right, which are not."""
        selected = self._correctable()
        if selected is None:
            return
        links = self.comparison.links_of(selected)
        if not links:
            self.say("This sentence has no counterpart. L begins a link.")
            return
        from newsdiff.tui.screens.counterparts import CounterpartsScreen

        def judged(answer: tuple[Verdict, SentenceRef] | None) -> None:
            if answer is None:
                return
            verdict, other = answer
            done = "Link confirmed" if verdict is Verdict.SAME else "Link taken away"
            self._correct(verdict, (selected, other), f"{done}: {self._outlet(other)}")

        self.app.push_screen(CounterpartsScreen(self.comparison, selected), judged)

    def action_judge_only_here(self) -> None:
        """Say that the selected sentence is only here, or that it is not; take back what was said of that."""
        selected = self._correctable()
        if selected is None:
            return
        own = correcting.judged_alone(self.notebook, selected)
        if own is not None:
            self.change(
                self.notebook.without_correction(own.id), "Taken back what you said of it. u brings it back."
            )
        elif self.comparison.wholly_only_here(selected) is not None:
            self._correct(Verdict.REPORTED, (selected,), "Not only here, you say; L links it")
        elif not self.comparison.only_here_in(selected):
            self._correct(Verdict.ONLY_HERE, (selected,), self._only_here_done(selected))
        else:
            choices = [
                Choice("c", "Back", "back"),
                Choice("n", "No part is", "no part"),
                Choice("a", "All of it is", "all"),
            ]

            def answered(answer: str | None) -> None:
                if answer == "no part":
                    self._correct(Verdict.REPORTED, (selected,), "No part is only here, you say")
                elif answer == "all":
                    self._correct(Verdict.ONLY_HERE, (selected,), self._only_here_done(selected))

            question = f"What of this is only in {self._outlet(selected)}?"
            part = "A part is marked as perhaps only here."
            self.app.push_screen(ChoiceScreen(question, part, choices), answered)

    def action_corrections(self) -> None:
        """List all corrections: go to one, or take it back."""
        if not self.notebook.corrections:
            self.say("Nothing is corrected yet. L links, U judges links, O says what is only here.")
            return
        from newsdiff.tui.screens.corrections import CorrectionsScreen

        def answered(answer: tuple[str, Correction] | None) -> None:
            if answer is None:
                return
            what, correction = answer
            if what == "take back":
                self.change(
                    self.notebook.without_correction(correction.id),
                    "Correction taken back. u brings it back.",
                )
            else:
                self.go_to(correcting.place_of(self.comparison, correction))

        self.app.push_screen(CorrectionsScreen(self.notebook), answered)

    def give_up_linking(self) -> bool:
        """Forget the link that was begun; tell whether there was one."""
        begun, self._linking_from = self._linking_from, None
        return begun is not None

    def _correctable(self) -> SentenceRef | None:
        """Return the selected sentence where it can be corrected; where it cannot, say why."""
        selected = self.selected()
        if selected is None:
            return None
        if not self.comparison.compared:
            self.say_why_unknown()
            return None
        if self.comparison.articles[selected.article].sentences[selected.sentence].heading:
            self.say("A heading is not compared.")
            return None
        return selected

    def _outlet(self, sentence: SentenceRef) -> str:
        return self.comparison.articles[sentence.article].outlet

    def _only_here_done(self, sentence: SentenceRef) -> str:
        count = len(self.comparison.links_of(sentence))
        links = f", {count} link{'s' if count != 1 else ''} taken away" if count else ""
        return f"Only in {self._outlet(sentence)}, you say{links}"

    def _correct(self, verdict: Verdict, sentences: Iterable[SentenceRef], done: str) -> None:
        self.change(self.notebook.corrected(verdict, sentences), f"{done}. u takes it back.")

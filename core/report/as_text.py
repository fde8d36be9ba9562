"""The report as plain text: for a terminal, a pipe and a screen reader.

Headings are words in capitals, depth is indentation: nothing is drawn with lines or told by colour.
"""

from __future__ import annotations

from newsdiff.core import digest
from newsdiff.core.cleaning import one_line
from newsdiff.core.corrections import in_words
from newsdiff.core.findings import Certainty
from newsdiff.core.notebook import Notebook
from newsdiff.core.notes import Note, described
from newsdiff.core.report import wording
from newsdiff.core.report.differing import differing
from newsdiff.core.report.layout import wrapped
from newsdiff.core.report.wording import (
    about_note,
    alone_and_how_sure,
    everybody,
    extent,
    facts,
    joined,
    labels,
    lead_first,
    number,
    outlets,
    own_part,
    reminder,
    sentence_words,
    where_and_how_sure,
    who_differs,
    who_has,
)

_STEP = "    "


def text_report(notebook: Notebook, width: int) -> str:
    """Return the report as text of at most `width` cells a line."""
    return _TextReport(notebook, width).text()


class _TextReport:
    def __init__(self, notebook: Notebook, width: int) -> None:
        self._notebook = notebook
        self._comparison = notebook.comparison
        self._labels = labels(notebook.comparison.articles)
        self._reported = digest.reported(notebook.comparison)
        self._everywhere, self._somewhere, self._perhaps = digest.by_extent(
            notebook.comparison, self._reported
        )
        self._width = width
        self._lines: list[str] = []

    def text(self) -> str:
        self._head()
        self._outlets()
        if self._comparison.outlet_count > 1:
            self._all_report()
            self._some_report()
            self._differing()
            self._only_one_reports()
            if self._comparison.outlet_count > 2:
                self._left_out()
        else:
            self._texts()
        self._notes()
        self._corrections()
        return "\n".join(self._lines) + "\n"

    def _say(self, text: str, depth: int = 0, mark: str = "") -> None:
        """Add `text`, wrapped; `mark` stands before its first line and indents the others by its length."""
        indent = _STEP * depth
        self._lines += wrapped(text, self._width, indent + " " * len(mark), indent + mark)

    def _gap(self) -> None:
        self._lines.append("")

    def _heading(self, text: str, explanation: str = "") -> None:
        self._lines += ["", ""]
        self._say(text.upper())
        if explanation:
            self._say(explanation)

    def _head(self) -> None:
        if self._notebook.title:
            self._say(one_line(self._notebook.title))
        if self._comparison.outlet_count < 2:
            self._say(wording.NOTHING_TO_COMPARE)
            return
        self._say(f"{self._comparison.outlet_count} outlets compared: {joined(outlets(self._comparison))}.")
        self._gap()
        self._say(wording.EXPLANATION)

    def _outlets(self) -> None:
        self._heading("Outlets")
        for index, article in enumerate(self._comparison.articles):
            self._gap()
            self._say(self._labels[index])
            for fact in facts(article):
                self._say(fact, 1)
            self._say(extent(self._comparison, index), 1)

    def _all_report(self) -> None:
        self._heading(f"What {everybody(self._comparison)} report")
        if not self._everywhere:
            self._gap()
            self._say(wording.NOTHING_IN_ALL)
        for thing in self._everywhere:
            self._thing(thing)

    def _some_report(self) -> None:
        for heading, things in (("What some report", self._somewhere), (wording.SOME_PERHAPS, self._perhaps)):
            if things:
                self._heading(heading)
            for thing in things:
                self._thing(thing)

    def _thing(self, thing: digest.Reported) -> None:
        self._gap()
        self._say(who_has(self._comparison, thing), 0, f"[{thing.number}] ")
        for version in lead_first(thing):
            self._say(f"{self._labels[version.sentence.article]} ({where_and_how_sure(version, thing)})", 1)
            self._say(sentence_words(self._comparison, version.sentence), 2)

    def _differing(self) -> None:
        things = differing(self._comparison)
        self._heading(wording.DIFFERING, wording.WHY_DIFFERING if things else "")
        if not things:
            self._gap()
            self._say(wording.NO_DIFFERENCE)
        for thing in things:
            self._gap()
            self._say(who_differs(self._comparison, thing))
            for sentence in dict.fromkeys(each.sentence for each in thing.wordings):
                self._say(f"{self._labels[sentence.article]} ({number(sentence)})", 1)
                self._say(sentence_words(self._comparison, sentence), 2)

    def _only_one_reports(self) -> None:
        self._heading("What only one outlet reports", wording.ONLY_ONE)
        for index in range(len(self._comparison.articles)):
            self._gap()
            self._only_in(index)

    def _only_in(self, index: int) -> None:
        found = digest.alone(self._comparison, index)
        parts = digest.shared_with_own_part(self._comparison, index)
        self._say(self._labels[index] + ("" if found or parts else f": {wording.NOTHING_FOUND}"))
        sure = [item for item in found if item.certainty is Certainty.SURE]
        perhaps = [item for item in found if item.certainty is Certainty.PERHAPS]
        if sure:
            self._say("Only here:", 1)
            for item in sure:
                self._alone(item)
        if perhaps:
            self._say("Perhaps only here:", 1)
            for item in perhaps:
                self._alone(item)
        if parts:
            self._say("Only here within what others report too:", 1)
            for sentence in parts:
                text = self._comparison.articles[index].text
                quotes = (own_part(text, span) for span in self._comparison.only_here_in(sentence))
                self._say(joined(quotes), 2, "- ")
                self._say(f"in {number(sentence)}: {sentence_words(self._comparison, sentence)}", 3)

    def _alone(self, item: digest.Alone) -> None:
        words = sentence_words(self._comparison, item.sentence)
        self._say(f"{words} ({alone_and_how_sure(item)})", 2, "- ")
        nearest = item.found and item.found.nearest
        if nearest and item.certainty is Certainty.PERHAPS:
            label = self._labels[nearest.sentence.article]
            words = sentence_words(self._comparison, nearest.sentence)
            self._say(f"nearest, in {label}, {number(nearest.sentence)}: {words}", 3)

    def _left_out(self) -> None:
        self._heading(wording.LEAVES_OUT, wording.LEFT_OUT)
        for outlet in outlets(self._comparison):
            things = digest.left_out(self._reported, outlet)
            self._gap()
            self._say(outlet + ("" if things else f": {wording.NOTHING_FOUND}"))
            for thing in things:
                self._say(reminder(self._comparison, thing), 1, f"[{thing.number}] ")

    def _texts(self) -> None:
        for index, article in enumerate(self._comparison.articles):
            self._heading(self._labels[index])
            for paragraph in article.text.split("\n\n"):
                self._gap()
                self._say(one_line(paragraph))

    def _notes(self) -> None:
        if not self._notebook.notes:
            return
        self._heading("Notes")
        for note in self._notebook.notes:
            self._gap()
            self._note(note)

    def _corrections(self) -> None:
        if not self._notebook.corrections:
            return
        self._heading("Corrections by the reader")
        for correction in self._notebook.corrections:
            said, words = in_words(self._comparison.articles, correction)
            self._gap()
            self._say(said)
            for each in words:
                self._say(f"“{each}”", 1)

    def _note(self, note: Note) -> None:
        for who, words in described(self._comparison.articles, self._labels, note.target):
            self._say(f"{who}: “{words}”" if words else who)
        if note.text:
            self._say(note.text, 1)
        self._say(f"({about_note(note)})", 1)

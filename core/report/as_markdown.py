"""The report as Markdown, for a wiki, an issue or a word processor.

What the articles and notes say is quoted as text: whatever stands in it, it cannot become markup.
"""

from __future__ import annotations

import re

from newsdiff.core import digest
from newsdiff.core.article import SentenceRef
from newsdiff.core.cleaning import one_line
from newsdiff.core.corrections import in_words
from newsdiff.core.findings import Certainty
from newsdiff.core.notebook import Notebook
from newsdiff.core.notes import Note, described
from newsdiff.core.report import wording
from newsdiff.core.report.differing import differing
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

_MARKUP = re.compile(r"[\\`*_\[\]<>&|~$]")
# Where no space follows: addresses, which many programs make into links by themselves.
_ADDRESS = re.compile(r"(?<!\d)[.:@](?=[\w/])|[.:@](?=[^\W\d]|/)")
# What begins a block, and the hash signs that may close a heading.
_BLOCK = re.compile(r"^[#+=-]|(?<= )#(?=#*$)")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])")


def escaped(text: str) -> str:
    """Return `text` on one line, so that Markdown shows exactly that wherever on a line it is put."""
    text = _ADDRESS.sub(r"\\\g<0>", _MARKUP.sub(r"\\\g<0>", one_line(text)))
    return _NUMBERED.sub(r"\1\\\2", _BLOCK.sub(r"\\\g<0>", text))


def markdown_report(notebook: Notebook) -> str:
    """Return the report as Markdown."""
    return _MarkdownReport(notebook).text()


class _MarkdownReport:
    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook
        self._comparison = notebook.comparison
        self._names = labels(notebook.comparison.articles)
        self._labels = [escaped(label) for label in self._names]
        self._reported = digest.reported(notebook.comparison)
        self._everywhere, self._somewhere, self._perhaps = digest.by_extent(
            notebook.comparison, self._reported
        )
        self._blocks: list[str] = []

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
        return "\n\n".join(self._blocks) + "\n"

    def _say(self, *lines: str) -> None:
        """Add a paragraph, a heading or a list: `lines` stand right below each other."""
        self._blocks.append("\n".join(lines))

    def _head(self) -> None:
        self._say(f"# {escaped(self._notebook.title) or 'Report'}")
        if self._comparison.outlet_count < 2:
            self._say(wording.NOTHING_TO_COMPARE)
            return
        names = escaped(joined(outlets(self._comparison)))
        self._say(f"{self._comparison.outlet_count} outlets compared: {names}.")
        self._say(wording.EXPLANATION)

    def _outlets(self) -> None:
        self._say("## Outlets")
        for index, article in enumerate(self._comparison.articles):
            lines = [*(escaped(fact) for fact in facts(article)), extent(self._comparison, index)]
            self._say(f"**{self._labels[index]}**", *(f"- {line}" for line in lines))

    def _all_report(self) -> None:
        self._say(f"## What {everybody(self._comparison)} report")
        if not self._everywhere:
            self._say(wording.NOTHING_IN_ALL)
        for thing in self._everywhere:
            self._thing(thing)

    def _some_report(self) -> None:
        for heading, things in (("What some report", self._somewhere), (wording.SOME_PERHAPS, self._perhaps)):
            if things:
                self._say(f"## {heading}")
            for thing in things:
                self._thing(thing)

    def _thing(self, thing: digest.Reported) -> None:
        self._say(f"### {thing.number}: {escaped(who_has(self._comparison, thing))}")
        self._say(
            *(
                f"- **{self._labels[version.sentence.article]}** ({where_and_how_sure(version, thing)}): "
                + escaped(sentence_words(self._comparison, version.sentence))
                for version in lead_first(thing)
            )
        )

    def _differing(self) -> None:
        self._say(f"## {wording.DIFFERING}")
        things = differing(self._comparison)
        self._say(wording.WHY_DIFFERING if things else wording.NO_DIFFERENCE)
        for thing in things:
            self._say(f"### {escaped(who_differs(self._comparison, thing))}")
            self._say(
                *(
                    f"- **{self._labels[sentence.article]}** ({number(sentence)}): "
                    + escaped(sentence_words(self._comparison, sentence))
                    for sentence in dict.fromkeys(each.sentence for each in thing.wordings)
                )
            )

    def _only_one_reports(self) -> None:
        self._say("## What only one outlet reports")
        self._say(wording.ONLY_ONE)
        for index, label in enumerate(self._labels):
            self._say(f"### {label}")
            self._only_in(index)

    def _only_in(self, index: int) -> None:
        found = digest.alone(self._comparison, index)
        parts = digest.shared_with_own_part(self._comparison, index)
        if not found and not parts:
            self._say(f"{wording.NOTHING_FOUND.capitalize()}.")
        for certainty, words in ((Certainty.SURE, "Only here:"), (Certainty.PERHAPS, "Perhaps only here:")):
            items = [item for item in found if item.certainty is certainty]
            if items:
                self._say(words)
                self._say(*(line for item in items for line in self._alone(item)))
        if parts:
            self._say("Only here within what others report too:")
            self._say(*(self._own_parts(sentence) for sentence in parts))

    def _alone(self, item: digest.Alone) -> list[str]:
        lines = [f"- {escaped(sentence_words(self._comparison, item.sentence))} ({alone_and_how_sure(item)})"]
        nearest = item.found and item.found.nearest
        if nearest and item.certainty is Certainty.PERHAPS:
            words = escaped(sentence_words(self._comparison, nearest.sentence))
            label = self._labels[nearest.sentence.article]
            lines.append(f"  - nearest, in {label}, {number(nearest.sentence)}: {words}")
        return lines

    def _own_parts(self, sentence: SentenceRef) -> str:
        text = self._comparison.articles[sentence.article].text
        quotes = joined(own_part(text, span) for span in self._comparison.only_here_in(sentence))
        words = escaped(sentence_words(self._comparison, sentence))
        return f"- {escaped(quotes)}, in {number(sentence)}: {words}"

    def _left_out(self) -> None:
        self._say(f"## {wording.LEAVES_OUT}")
        self._say(wording.LEFT_OUT)
        for outlet in outlets(self._comparison):
            self._say(f"### {escaped(outlet)}")
            things = digest.left_out(self._reported, outlet)
            lines = [f"- {thing.number}, {escaped(reminder(self._comparison, thing))}" for thing in things]
            self._say(*(lines or [f"{wording.NOTHING_FOUND.capitalize()}."]))

    def _texts(self) -> None:
        for label, article in zip(self._labels, self._comparison.articles, strict=True):
            self._say(f"## {label}")
            for paragraph in article.text.split("\n\n"):
                self._say(escaped(paragraph))

    def _notes(self) -> None:
        if not self._notebook.notes:
            return
        self._say("## Notes")
        for note in self._notebook.notes:
            self._note(note)

    def _note(self, note: Note) -> None:
        for who, words in described(self._comparison.articles, self._names, note.target):
            self._say(f"**{escaped(who)}**" + (f": “{escaped(words)}”" if words else ""))
        if note.text:
            self._say("  \n".join(f"> {escaped(line)}" for line in note.text.split("\n")))
        self._say(f"({escaped(about_note(note))})")

    def _corrections(self) -> None:
        if not self._notebook.corrections:
            return
        self._say("## Corrections by the reader")
        for correction in self._notebook.corrections:
            said, words = in_words(self._comparison.articles, correction)
            self._say(f"{escaped(said)}:", *(f"> {escaped(each)}" for each in words))

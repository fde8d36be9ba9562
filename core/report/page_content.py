"""What stands on the HTML page, ready to be laid out: the template beside `page` only walks through it.

The outlets have letters, their sentences numbers: "B 12" names a sentence on the screen, on paper and in the
address of the page, as the apparatus of a scholarly edition does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from newsdiff.core import digest
from newsdiff.core.addresses import web_address
from newsdiff.core.article import Article, SentenceRef, Span
from newsdiff.core.corrections import in_words
from newsdiff.core.findings import Certainty, Link
from newsdiff.core.notebook import Notebook
from newsdiff.core.notes import Note, Stretch, described, stretches, touched
from newsdiff.core.report import wording
from newsdiff.core.report.differing import Differing, differing, outlets_by_words
from newsdiff.core.report.language_codes import language_codes
from newsdiff.core.report.pieces import Mark, Piece, pieces
from newsdiff.core.wording import percent

_MOST_LEFT_OUT = 160
"""Characters of a passage in the list of what an outlet leaves out: the whole of it is one click away."""

_ONLY = {Certainty.SURE: "only-sure", Certainty.PERHAPS: "only-perhaps"}
_PART = {Certainty.SURE: "part-sure", Certainty.PERHAPS: "part-perhaps"}


@dataclass(frozen=True, slots=True)
class Reference:
    """A sentence that is pointed to: where, what to call it, how surely, and whether by the reader's word."""

    letter: str
    number: int
    label: str
    perhaps: bool = False
    by_reader: bool = False

    @property
    def anchor(self) -> str:
        """Return the name of its place on the page."""
        return f"{self.letter}{self.number}"


@dataclass(frozen=True, slots=True)
class Remark:
    """A note: its number on the page, what it is on, what it says, and its tags, author and day.

    Each of `on` says who has it, the words there, and where they are; either is missing for what has none.
    """

    number: int
    on: tuple[tuple[str, str, Reference | None], ...]
    text: str
    about: str


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a column.

    `kind` is "heading", "shared", "only-sure", "only-perhaps", or empty where nothing is known of it;
    "reported" where the reader says that others have it too, but not where. `by_reader` tells whether the
    reader marked it as only here, `has_part` whether a part of it is only here; `height` is how many of the
    outlets have it, 0 to 1.
    """

    place: Reference
    pieces: tuple[Piece, ...]
    kind: str
    by_reader: bool
    coverage: str
    height: float
    has_part: bool
    counterparts: tuple[Reference, ...]
    differs: tuple[tuple[int, str], ...]
    notes: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One article. `paragraphs` hold its sentences, and as plain text whatever stands between them."""

    letter: str
    label: str
    article: Article
    language: str
    address: str
    extent: str
    paragraphs: tuple[tuple[Line | str, ...], ...]
    only_here: tuple[Reference, ...]

    @property
    def lines(self) -> list[Line]:
        """Return its sentences."""
        return [item for paragraph in self.paragraphs for item in paragraph if isinstance(item, Line)]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One thing in which the outlets differ: who has which words, and the sentences they stand in."""

    number: int
    kind: str
    sides: tuple[tuple[str, str], ...]
    sentences: tuple[tuple[Reference, tuple[Piece, ...]], ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What an outlet has nothing of, each with the outlets that surely report it."""

    outlet: str
    things: tuple[tuple[Reference, str, str], ...]


class _Differs(NamedTuple):
    """Where a sentence has what differs; `number` and `kind` are those of the contradiction."""

    number: int
    kind: str
    span: Span


class Page:
    """Everything that the page says of a notebook."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook
        self._comparison = notebook.comparison
        self._labels = wording.labels(notebook.comparison.articles)
        self._letters = [_letters(index) for index in range(len(self._labels))]
        self._differing = differing(notebook.comparison)

    @property
    def title(self) -> str:
        """Return the name of the story."""
        return self._notebook.title or "Report"

    @property
    def outlets(self) -> list[str]:
        """Return the different outlets in story order."""
        return wording.outlets(self._comparison)

    @property
    def compared(self) -> bool:
        """Tell whether anything was compared with anything."""
        return self._comparison.compared and len(self.outlets) > 1

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """Return the articles in story order."""
        codes = language_codes(self._comparison.articles)
        return tuple(self._column(index, code) for index, code in enumerate(codes))

    @cached_property
    def notes(self) -> tuple[Remark, ...]:
        """Return the reader's notes, in the order in which the columns have them."""
        return tuple(self._remarks.values())

    @cached_property
    def _remarks(self) -> dict[str, Remark]:
        """Return the notes by their ids: first those on no words, then in the order of the columns."""
        articles = self._comparison.articles

        def order(note: Note) -> tuple[Stretch | tuple[int, ...], str]:
            found = [stretch for stretch in stretches(articles, note.target) if stretch]
            return min(found, default=()), note.created

        ordered = sorted(self._notebook.notes, key=order)
        return {note.id: self._remark(number, note) for number, note in enumerate(ordered, 1)}

    @cached_property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """Return the figures, days and quotations that differ."""
        return tuple(self._contradiction(number, thing) for number, thing in enumerate(self._differing, 1))

    @cached_property
    def left_out(self) -> tuple[LeftOut, ...]:
        """Return for each outlet what at least two others report; nothing where fewer than three are."""
        if not self.compared or len(self.outlets) < 3:
            return ()
        reported = digest.reported(self._comparison)
        return tuple(
            LeftOut(
                outlet,
                tuple(
                    (
                        self._place(thing.lead),
                        wording.joined(thing.outlets),
                        wording.shortened(
                            wording.sentence_words(self._comparison, thing.lead), _MOST_LEFT_OUT
                        ),
                    )
                    for thing in digest.left_out(reported, outlet)
                ),
            )
            for outlet in self.outlets
        )

    # Columns

    def _column(self, index: int, language: str) -> Column:
        article = self._comparison.articles[index]
        found = digest.alone(self._comparison, index) if self.compared else ()
        alone = {item.sentence: item for item in found}
        paragraphs: list[list[Line | str]] = []
        end, paragraph = 0, -1
        for number, sentence in enumerate(article.sentences):
            if between := article.text[end : sentence.start].strip():
                paragraphs.append([between])
            if sentence.paragraph != paragraph or between:
                paragraphs.append([])
            ref = SentenceRef(index, number)
            paragraphs[-1].append(self._line(ref, alone.get(ref)))
            end, paragraph = sentence.end, sentence.paragraph
        if after := article.text[end:].strip():
            paragraphs.append([after])
        return Column(
            letter=self._letters[index],
            label=self._labels[index],
            article=article,
            language=language,
            address=web_address(article),
            extent=wording.extent(self._comparison, index) if self.compared else "",
            paragraphs=tuple(map(tuple, paragraphs)),
            only_here=tuple(
                self._place(
                    item.sentence,
                    "only here" if item.certainty is Certainty.SURE else "perhaps only here",
                    perhaps=item.certainty is Certainty.PERHAPS,
                )
                for item in found
            ),
        )

    def _line(self, ref: SentenceRef, alone: digest.Alone | None) -> Line:
        article = self._comparison.articles[ref.article]
        sentence = article.sentences[ref.sentence]
        links = self._comparison.links_of(ref)
        parts = self._comparison.only_here_in(ref) if links else ()
        differs = self._differing_in.get(ref, ())
        sure, perhaps = self._comparison.coverage(ref)
        marks = [
            *(Mark(Span(part.start, part.end), _PART[part.certainty]) for part in parts),
            *(Mark(found.span, "differs") for found in differs),
            *(Mark(span, "noted") for span in self._notebook.located.spans_in(ref)),
        ]
        return Line(
            place=self._place(ref),
            pieces=_marked(article, Span(sentence.start, sentence.end), marks),
            kind=self._kind(ref, alone),
            by_reader=bool(alone and alone.found and alone.found.by_reader),
            coverage=self._coverage(sure, perhaps) if links else "",
            height=(sure + perhaps / 2) / max(1, self._comparison.outlet_count),
            has_part=bool(parts),
            counterparts=tuple(self._counterparts(ref, links)),
            differs=tuple(dict.fromkeys((found.number, found.kind) for found in differs)),
            notes=tuple(
                self._remarks[note.id]
                for note in self._notebook.notes_on(ref)
                if self._is_first_of_its_article(note, ref)
            ),
        )

    def _kind(self, ref: SentenceRef, alone: digest.Alone | None) -> str:
        if self._comparison.articles[ref.article].sentences[ref.sentence].heading:
            return "heading"
        if self._comparison.links_of(ref):
            return "shared"
        if ref in self._comparison.reported:
            return "reported"
        return _ONLY[alone.certainty] if alone else ""

    def _coverage(self, sure: int, perhaps: int) -> str:
        total = self._comparison.outlet_count
        if not perhaps:
            return f"{sure} of {total}"
        return (
            f"{sure} of {total}, perhaps {sure + perhaps}"
            if sure > 1
            else f"perhaps {1 + perhaps} of {total}"
        )

    def _counterparts(self, ref: SentenceRef, links: Sequence[Link]) -> Iterator[Reference]:
        """Yield the counterparts of a sentence in the order of the columns, in each the strongest first."""
        for link in sorted(links, key=lambda link: link.other(ref).article):
            other = link.other(ref)
            if link.by_reader:
                yield self._place(other, "linked by the reader", by_reader=True)
            else:
                perhaps = link.certainty is Certainty.PERHAPS
                chance = f"{'perhaps, ' if perhaps else ''}{percent(link.score)}"
                yield self._place(other, chance, perhaps=perhaps)

    def _place(
        self, ref: SentenceRef, more: str = "", *, perhaps: bool = False, by_reader: bool = False
    ) -> Reference:
        label = ", ".join(filter(None, [self._labels[ref.article], wording.number(ref), more]))
        return Reference(self._letters[ref.article], ref.sentence + 1, label, perhaps, by_reader)

    # What differs

    @cached_property
    def _differing_in(self) -> dict[SentenceRef, list[_Differs]]:
        found: defaultdict[SentenceRef, list[_Differs]] = defaultdict(list)
        for number, thing in enumerate(self._differing, 1):
            for words in thing.wordings:
                found[words.sentence].append(_Differs(number, thing.kind.value, words.span))
        return found

    def _contradiction(self, number: int, thing: Differing) -> Contradiction:
        spans: dict[SentenceRef, list[Mark]] = {}
        for words in thing.wordings:
            spans.setdefault(words.sentence, []).append(Mark(words.span, "differs"))
        sentences = []
        for ref, marks in spans.items():
            article = self._comparison.articles[ref.article]
            where = article.sentences[ref.sentence]
            sentences.append((self._place(ref), _marked(article, Span(where.start, where.end), marks)))
        sides = outlets_by_words(self._comparison, thing)
        return Contradiction(
            number,
            thing.kind.value,
            tuple((words, wording.joined(outlets)) for words, outlets in sides.items()),
            tuple(sentences),
        )

    # What the reader added

    @property
    def corrections(self) -> list[tuple[str, tuple[str, ...]]]:
        """Return what the reader corrected, each with the words that it is about; none is left out."""
        articles = self._comparison.articles
        return [in_words(articles, correction) for correction in self._notebook.corrections]

    def _remark(self, number: int, note: Note) -> Remark:
        articles = self._comparison.articles
        said = described(articles, self._labels, note.target)
        found = stretches(articles, note.target) or (None,)
        return Remark(
            number,
            tuple(
                (who, words, self._place(touched(articles, stretch)[0]) if stretch else None)
                for (who, words), stretch in zip(said, found, strict=True)
            ),
            note.text,
            wording.about_note(note),
        )

    def _is_first_of_its_article(self, note: Note, ref: SentenceRef) -> bool:
        """Tell whether a note on several sentences stands beside this one of them."""
        own = (each for each in self._notebook.located.sentences_of(note) if each.article == ref.article)
        return ref == min(own)


def _marked(article: Article, span: Span, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    return pieces(article.text, span, marks)


def _letters(index: int) -> str:
    """Return what names the outlet with that index: A to Z, then AA, AB and so on."""
    before, last = divmod(index, 26)
    return (_letters(before - 1) if before else "") + chr(ord("A") + last)

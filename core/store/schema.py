"""The shape of a notebook file, version 2, and the way between it and a notebook.

A sentence is named by the id of its article and its index there, a stretch of text by where it starts and
ends. A key that is not known is refused: saving the notebook again would lose it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, NoReturn

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    ValidationError,
    model_serializer,
    model_validator,
)

from newsdiff.core.anchoring import Anchor
from newsdiff.core.article import Article, Sentence, SentenceRef, Span
from newsdiff.core.cleaning import clean, clean_line
from newsdiff.core.comparison import Comparison
from newsdiff.core.corrections import Correction, Verdict
from newsdiff.core.errors import StoreError
from newsdiff.core.findings import Certainty, Evidence, EvidenceKind, Link, Nearest, OnlyHere, Passage
from newsdiff.core.notebook import Notebook, Place, View
from newsdiff.core.notes import Note, Target, tags_in
from newsdiff.core.store.checks import check

_Count = Annotated[int, Field(ge=0, le=2**31)]
_Chance = Annotated[float, Field(ge=0, le=1)]
_SentenceName = tuple[str, _Count]
_Stretch = tuple[_Count, _Count]
_STRETCH_OF_VERSION_1 = ("article", "start", "end", "quote")


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class _Article(_Part):
    id: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    outlet: str
    title: str = ""
    byline: str = ""
    published: str = ""
    url: str = ""
    source: str = ""
    text: str
    sentences: tuple[tuple[_Count, _Count, _Count, bool], ...]
    """Start, end and paragraph of each."""


class _Evidence(_Part):
    kind: EvidenceKind
    a: _Stretch
    b: _Stretch
    weight: _Chance


class _Link(_Part):
    a: _SentenceName
    b: _SentenceName
    score: _Chance
    certainty: Certainty
    evidence: tuple[_Evidence, ...] = ()
    by_reader: bool = False


class _Passage(_Part):
    id: _Count
    sentences: tuple[_SentenceName, ...]


class _Nearest(_Part):
    sentence: _SentenceName
    score: _Chance
    evidence: tuple[_Evidence, ...] = ()


class _OnlyHere(_Part):
    sentence: _SentenceName
    start: _Count
    end: _Count
    score: _Chance
    certainty: Certainty
    nearest: _Nearest | None = None
    by_reader: bool = False


class _Anchor(_Part):
    article: str
    start: _Count
    end: _Count
    quote: str
    before: str = ""
    after: str = ""


class _Note(_Part):
    """`places` are texts; where there are none, `article` names the whole article, else it is the story."""

    id: str
    places: tuple[_Anchor, ...] = ()
    article: str = ""
    text: str
    tags: tuple[str, ...] = ()
    author: str = ""
    created: str
    changed: str

    @model_validator(mode="before")
    @classmethod
    def _from_version_1(cls, note: object) -> object:
        """Put into a place what a note of version 1, which was on one stretch of one article, says itself."""
        if not isinstance(note, dict) or "quote" not in note or "places" in note:
            return note
        stretch = {key: note[key] for key in _STRETCH_OF_VERSION_1 if key in note}
        rest = {key: value for key, value in note.items() if key not in _STRETCH_OF_VERSION_1}
        return {**rest, "places": [stretch]}


class _Correction(_Part):
    id: str
    verdict: Verdict
    places: Annotated[tuple[_Anchor, ...], Field(min_length=1, max_length=2)]
    created: str


class _Place(_Part):
    selected: _SentenceName | None = None
    view: View = View.COLUMNS
    hidden: tuple[str, ...] = ()
    order: tuple[str, ...] = ()

    @model_serializer(mode="wrap")
    def _without_what_says_nothing(self, write: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Leave the order out where it is the story's: a program that does not know it can read the file."""
        written: dict[str, Any] = write(self)
        if not self.order:
            del written["order"]
        return written


class _Document(_Part):
    title: str = ""
    place: _Place = _Place()
    articles: tuple[_Article, ...]
    notes: tuple[_Note, ...] = ()
    corrections: tuple[_Correction, ...] = ()
    links: tuple[_Link, ...] = ()
    passages: tuple[_Passage, ...] = ()
    only_here: tuple[_OnlyHere, ...] = ()
    reported: tuple[_SentenceName, ...] = ()
    follows: tuple[str, ...] = ()


def to_document(notebook: Notebook) -> dict[str, Any]:
    """Return what a notebook file says of `notebook`, without its format and version, as JSON has it."""
    return _Writer(notebook).document().model_dump(mode="json")


def from_document(document: dict[str, Any]) -> Notebook:
    """Return the notebook that `document` tells of; StoreError, without a file name, where it is damaged."""
    try:
        parsed = _Document.model_validate(document)
    except ValidationError as error:
        _refuse(error)
    notebook = _Reader(parsed).notebook()
    check(notebook)
    return notebook


def _refuse(error: ValidationError) -> NoReturn:
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    where = ", ".join(str(step) for step in first["loc"])
    if first["type"] == "extra_forbidden":
        raise StoreError(f"the notebook is damaged or of another program: it has an unknown key ({where})")
    raise StoreError(f"the notebook is damaged ({where}: {first['msg']})")


class _Writer:
    """Puts article ids where a notebook holds indices."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook
        self._ids = [article.id for article in notebook.comparison.articles]

    def document(self) -> _Document:
        notebook, comparison = self._notebook, self._notebook.comparison
        return _Document(
            title=notebook.title,
            place=self._place(notebook.place),
            articles=tuple(map(_article_model, comparison.articles)),
            notes=tuple(map(_note_model, notebook.notes)),
            corrections=tuple(map(_correction_model, notebook.corrections)),
            links=tuple(map(self._link, comparison.links)),
            passages=tuple(
                _Passage(id=passage.id, sentences=tuple(map(self._name, passage.sentences)))
                for passage in comparison.passages
            ),
            only_here=tuple(map(self._only_here, comparison.only_here)),
            reported=tuple(map(self._name, sorted(comparison.reported))),
            follows=comparison.follows,
        )

    def _name(self, sentence: SentenceRef) -> _SentenceName:
        return self._ids[sentence.article], sentence.sentence

    def _place(self, place: Place) -> _Place:
        selected = self._name(place.selected) if place.selected else None
        return _Place(
            selected=selected, view=place.view, hidden=tuple(sorted(place.hidden)), order=place.order
        )

    def _link(self, link: Link) -> _Link:
        return _Link(
            a=self._name(link.a),
            b=self._name(link.b),
            score=link.score,
            certainty=link.certainty,
            evidence=_evidence_models(link.evidence),
            by_reader=link.by_reader,
        )

    def _only_here(self, found: OnlyHere) -> _OnlyHere:
        return _OnlyHere(
            sentence=self._name(found.sentence),
            start=found.start,
            end=found.end,
            score=found.score,
            certainty=found.certainty,
            nearest=self._nearest(found.nearest) if found.nearest else None,
            by_reader=found.by_reader,
        )

    def _nearest(self, nearest: Nearest) -> _Nearest:
        return _Nearest(
            sentence=self._name(nearest.sentence),
            score=nearest.score,
            evidence=_evidence_models(nearest.evidence),
        )


def _article_model(article: Article) -> _Article:
    return _Article(
        id=article.id,
        outlet=article.outlet,
        title=article.title,
        byline=article.byline,
        published=article.published,
        url=article.url,
        source=_writable(article.source),
        text=article.text,
        sentences=tuple((each.start, each.end, each.paragraph, each.heading) for each in article.sentences),
    )


def _writable(path: str) -> str:
    """Return a path without the half characters by which Python names files that are not in UTF-8."""
    return path.encode("utf-8", "replace").decode()


def _note_model(note: Note) -> _Note:
    return _Note(
        id=note.id,
        places=_anchor_models(note.target.places),
        article=note.target.article,
        text=note.text,
        tags=note.tags,
        author=note.author,
        created=note.created,
        changed=note.changed,
    )


def _correction_model(correction: Correction) -> _Correction:
    return _Correction(
        id=correction.id,
        verdict=correction.verdict,
        places=_anchor_models(correction.places),
        created=correction.created,
    )


def _anchor_models(places: Sequence[Anchor]) -> tuple[_Anchor, ...]:
    return tuple(
        _Anchor(
            article=place.article,
            start=place.span.start,
            end=place.span.end,
            quote=place.quote,
            before=place.before,
            after=place.after,
        )
        for place in places
    )


def _evidence_models(evidence: Sequence[Evidence]) -> tuple[_Evidence, ...]:
    return tuple(_Evidence(kind=item.kind, a=item.a, b=item.b, weight=item.weight) for item in evidence)


class _Reader:
    """Puts indices where the file holds article ids, and cleans whatever a person may have typed."""

    def __init__(self, document: _Document) -> None:
        self._document = document
        self._index = {article.id: index for index, article in enumerate(document.articles)}

    def notebook(self) -> Notebook:
        document = self._document
        comparison = Comparison(
            articles=tuple(map(_article, document.articles)),
            links=tuple(sorted(map(self._link, document.links), key=lambda link: (link.a, link.b))),
            passages=tuple(sorted(map(self._passage, document.passages), key=lambda passage: passage.id)),
            only_here=tuple(
                sorted(
                    map(self._only_here, document.only_here), key=lambda found: (found.sentence, found.start)
                )
            ),
            reported=frozenset(map(self._ref, document.reported)),
            follows=document.follows,
        )
        return Notebook(
            comparison,
            clean_line(document.title),
            tuple(map(_note, document.notes)),
            tuple(map(_correction, document.corrections)),
            self._place(document.place),
        )

    def _ref(self, name: _SentenceName) -> SentenceRef:
        index = self._index.get(name[0])
        if index is None or name[1] >= len(self._document.articles[index].sentences):
            raise StoreError(
                f"the notebook is damaged: there is no sentence {name[1]} in an article {name[0]}"
            )
        return SentenceRef(index, name[1])

    def _place(self, place: _Place) -> Place:
        # A place that is gone costs the reader a few keys; it is no reason to keep a notebook shut.
        selected = None
        if place.selected and place.selected[0] in self._index:
            index = self._index[place.selected[0]]
            last = len(self._document.articles[index].sentences) - 1
            selected = SentenceRef(index, min(place.selected[1], last))
        hidden = frozenset(place.hidden) & frozenset(self._index)
        order = tuple(dict.fromkeys(name for name in place.order if name in self._index))
        return Place(selected, place.view, hidden if len(hidden) < len(self._index) else frozenset(), order)

    def _link(self, link: _Link) -> Link:
        a, b = self._ref(link.a), self._ref(link.b)
        return Link(a, b, link.score, link.certainty, _evidence(link.evidence), link.by_reader)

    def _passage(self, passage: _Passage) -> Passage:
        return Passage(passage.id, tuple(sorted(map(self._ref, passage.sentences))))

    def _only_here(self, found: _OnlyHere) -> OnlyHere:
        return OnlyHere(
            sentence=self._ref(found.sentence),
            start=found.start,
            end=found.end,
            score=found.score,
            certainty=found.certainty,
            nearest=self._nearest(found.nearest) if found.nearest else None,
            by_reader=found.by_reader,
        )

    def _nearest(self, nearest: _Nearest) -> Nearest:
        return Nearest(self._ref(nearest.sentence), nearest.score, _evidence(nearest.evidence))


def _article(article: _Article) -> Article:
    return Article(
        id=article.id,
        outlet=clean_line(article.outlet),
        text=article.text,
        sentences=tuple(Sentence(*each) for each in article.sentences),
        title=clean_line(article.title),
        byline=clean_line(article.byline),
        published=clean_line(article.published),
        url=_place_name(article.url),
        source=_place_name(article.source),
    )


def _note(note: _Note) -> Note:
    return Note(
        id=clean_line(note.id),
        target=Target(_anchors(note.places), clean_line(note.article)),
        text=clean(note.text),
        tags=tags_in(",".join(note.tags)),
        author=clean_line(note.author),
        created=clean_line(note.created),
        changed=clean_line(note.changed),
    )


def _correction(correction: _Correction) -> Correction:
    return Correction(
        id=clean_line(correction.id),
        verdict=correction.verdict,
        places=_anchors(correction.places),
        created=clean_line(correction.created),
    )


def _anchors(places: Sequence[_Anchor]) -> tuple[Anchor, ...]:
    # not cleaned: words may begin or end with a space; they are compared, and cleaned where they are shown
    return tuple(
        Anchor(place.article, Span(place.start, place.end), place.quote, place.before, place.after)
        for place in places
    )


def _evidence(evidence: Sequence[_Evidence]) -> tuple[Evidence, ...]:
    return tuple(Evidence(item.kind, Span(*item.a), Span(*item.b), item.weight) for item in evidence)


def _place_name(text: str) -> str:
    """Return a path or an address without what no text has, but with all its spaces."""
    return clean(text).replace("\n", " ")

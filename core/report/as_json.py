"""The report as JSON, version 1: for programs.

`start` and `end` count characters of the article's `text`, half-open. A sentence is named by the id of its
article and its index there. All characters beyond ASCII are escaped, so the report survives any encoding and
holds nothing that a terminal would obey.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from newsdiff.core.article import Article, SentenceRef, Span
from newsdiff.core.comparison import Comparison
from newsdiff.core.contrast.differences import differences
from newsdiff.core.corrections import Correction
from newsdiff.core.explaining import why_linked, why_only_here
from newsdiff.core.findings import Certainty, Evidence, Link, Nearest, OnlyHere
from newsdiff.core.json_layout import lay_out
from newsdiff.core.notebook import Notebook
from newsdiff.core.notes import Note, stretches

_VERSION = 1
_DECIMALS = 4
"""Scores are estimates: more figures would pretend to know more."""


def json_report(notebook: Notebook) -> str:
    """Return the report as one JSON object."""
    comparison = notebook.comparison
    names = _Names(comparison)
    report = {
        "format": "newsdiff-report",
        "version": _VERSION,
        "title": notebook.title,
        "articles": [_article(comparison, index) for index in range(len(comparison.articles))],
        "links": [names.link(link) for link in comparison.links],
        "passages": [
            {"id": passage.id, "sentences": [names.sentence(sentence) for sentence in passage.sentences]}
            for passage in comparison.passages
        ],
        "unique": [names.only_here(found) for found in comparison.only_here],
        "notes": [_note(comparison.articles, note) for note in notebook.notes],
        "corrections": [_correction(correction) for correction in notebook.corrections],
    }
    return lay_out(report, ascii_only=True)


def _article(comparison: Comparison, index: int) -> dict[str, Any]:
    article = comparison.articles[index]
    return {
        "id": article.id,
        "outlet": article.outlet,
        "title": article.title,
        "byline": article.byline,
        "published": article.published,
        "url": article.url,
        "source": article.source,
        "text": article.text,
        "sentences": [
            {
                "start": sentence.start,
                "end": sentence.end,
                "paragraph": sentence.paragraph,
                **({"heading": True} if sentence.heading else {}),
                "reported_by": [
                    comparison.articles[other].id
                    for other in comparison.reported_by(SentenceRef(index, number))
                ],
            }
            for number, sentence in enumerate(article.sentences)
        ],
    }


class _Names:
    """Puts article ids where the findings hold indices of articles."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._ids = [article.id for article in comparison.articles]

    def sentence(self, sentence: SentenceRef) -> list[str | int]:
        return [self._ids[sentence.article], sentence.sentence]

    def link(self, link: Link) -> dict[str, Any]:
        return {
            "a": self.sentence(link.a),
            "b": self.sentence(link.b),
            "score": round(link.score, _DECIMALS),
            "certainty": link.certainty.value,
            **({"by_reader": True} if link.by_reader else {}),
            "evidence": _evidence(link.evidence),
            "differences": self._differences(link),
            "explanation": why_linked(self._comparison, link),
        }

    def _differences(self, link: Link) -> list[dict[str, Any]]:
        if link.certainty is not Certainty.SURE:
            return []
        return [
            {"kind": found.kind.value, "a": _span(found.a), "b": _span(found.b)}
            for found in differences(self._comparison, link)
        ]

    def only_here(self, found: OnlyHere) -> dict[str, Any]:
        return {
            "article": self._ids[found.sentence.article],
            "sentence": found.sentence.sentence,
            "start": found.start,
            "end": found.end,
            "score": round(found.score, _DECIMALS),
            "certainty": found.certainty.value,
            **({"by_reader": True} if found.by_reader else {}),
            "nearest": self._nearest(found.nearest) if found.nearest else None,
            "explanation": why_only_here(self._comparison, found),
        }

    def _nearest(self, nearest: Nearest) -> dict[str, Any]:
        return {
            "sentence": self.sentence(nearest.sentence),
            "score": round(nearest.score, _DECIMALS),
            "evidence": _evidence(nearest.evidence),
        }


def _evidence(evidence: Iterable[Evidence]) -> list[dict[str, Any]]:
    return [
        {
            "kind": item.kind.value,
            "a": _span(item.a),
            "b": _span(item.b),
            "weight": round(item.weight, _DECIMALS),
        }
        for item in evidence
    ]


def _note(articles: Sequence[Article], note: Note) -> dict[str, Any]:
    """Return a note; its first place stands by itself too, null where it is on no words.

    `found` is false where the words are gone; then the place is where they were.
    """
    places = [
        {
            "article": place.article,
            **_span(found.span if found else place.span),
            "quote": place.quote,
            "found": found is not None,
        }
        for place, found in zip(note.target.places, stretches(articles, note.target), strict=True)
    ]
    kind = "words" if places else "article" if note.target.article else "story"
    first = places[0] if places else {"article": note.target.article or None}
    return {
        "id": note.id,
        "target": kind,
        **{key: first.get(key) for key in ("article", "start", "end", "quote")},
        "places": places,
        "text": note.text,
        "tags": list(note.tags),
        "author": note.author,
        "created": note.created,
        "changed": note.changed,
    }


def _correction(correction: Correction) -> dict[str, Any]:
    return {
        "id": correction.id,
        "verdict": correction.verdict.value,
        "places": [
            {"article": place.article, **_span(place.span), "quote": place.quote}
            for place in correction.places
        ],
        "created": correction.created,
    }


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}

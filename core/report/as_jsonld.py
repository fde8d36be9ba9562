"""The report as W3C Web Annotations (JSON-LD): one page of them, for programs that annotate texts.

The reader's notes comment and corrections assess, links link, and what is only here is highlighted. Each
place is named twice: by its words with what stands before and after them, which finds it again on the
publisher's own page, and by where it is in the text as newsdiff read it. Only the vocabulary of the
recommendation is used (https://www.w3.org/TR/annotation-model/), so that other programs need to know nothing
of this one.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Any
from urllib.parse import quote
from uuid import NAMESPACE_URL, UUID, uuid5

from newsdiff.core.addresses import web_address
from newsdiff.core.anchoring import Anchor, anchor, anchor_of
from newsdiff.core.article import Article, SentenceRef, Span
from newsdiff.core.comparison import Comparison
from newsdiff.core.corrections import Correction, in_words
from newsdiff.core.explaining import why_linked, why_only_here
from newsdiff.core.findings import Certainty, Link, OnlyHere
from newsdiff.core.json_layout import lay_out
from newsdiff.core.notebook import Notebook
from newsdiff.core.notes import Note, stretches
from newsdiff.core.report.language_codes import language_codes

_UUID = re.compile(r"[0-9a-f]{32}")
_PROGRAM = {"type": "Software", "name": "newsdiff"}


def jsonld_report(notebook: Notebook) -> str:
    """Return the report as an annotation page; the same notebook always gives the same names."""
    return lay_out(_AnnotationPage(notebook).document(), ascii_only=True)


class _AnnotationPage:
    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook
        self._comparison: Comparison = notebook.comparison
        articles = self._comparison.articles
        self._articles = {article.id: article for article in articles}
        self._languages = dict(zip(self._articles, language_codes(articles), strict=True))
        # Two stories differ in their texts, if in nothing else.
        self._story = uuid5(NAMESPACE_URL, "\n\n".join([notebook.title, *(each.text for each in articles)]))

    def document(self) -> dict[str, Any]:
        items = [
            *(self._note(note) for note in self._notebook.notes),
            *(self._link(link) for link in self._comparison.links),
            *(self._only_here(found) for found in self._comparison.only_here),
            *(self._correction(correction) for correction in self._notebook.corrections),
        ]
        return {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "id": self._name("page"),
            "type": "AnnotationPage",
            "partOf": {
                "id": self._name("collection"),
                "type": "AnnotationCollection",
                "label": self._notebook.title,
                "total": len(items),
            },
            "startIndex": 0,
            "items": items,
        }

    def _note(self, note: Note) -> dict[str, Any]:
        return {
            "id": self._own_name(note.id),
            "type": "Annotation",
            "motivation": "commenting" if note.text else "tagging",
            **({"creator": {"type": "Person", "name": note.author}} if note.author else {}),
            "created": note.created,
            "modified": note.changed,
            "generator": _PROGRAM,
            "body": _one_or_all(
                [
                    *([_words(note.text, "commenting")] if note.text else []),
                    *(_words(tag, "tagging") for tag in note.tags),
                ]
            ),
            "target": _one_or_all(self._targets(note)),
        }

    def _targets(self, note: Note) -> list[dict[str, Any]]:
        """Return what a note is on: stretches of text, else the text of an article or of all of them."""
        target = note.target
        if not target.places:
            ids = [target.article] if target.article else self._articles
            return [self._source(name) for name in ids]
        articles = self._comparison.articles
        return [
            self._place(anchor(articles[found.article], found.span) if found else place)
            for place, found in zip(target.places, stretches(articles, target), strict=True)
        ]

    def _correction(self, correction: Correction) -> dict[str, Any]:
        said, _ = in_words(self._comparison.articles, correction)
        return {
            "id": self._own_name(correction.id),
            "type": "Annotation",
            "motivation": "assessing",
            "created": correction.created,
            "generator": _PROGRAM,
            "body": _words(said, "assessing"),
            "target": [self._place(place) for place in correction.places],
        }

    def _link(self, link: Link) -> dict[str, Any]:
        label = "same claim" if link.certainty is Certainty.SURE else "perhaps the same claim"
        return {
            "id": self._name(f"link {self._named(link.a)} {self._named(link.b)}"),
            "type": "Annotation",
            "motivation": "linking",
            **_creator(link.by_reader),
            "body": [
                {**self._sentence(link.b), "purpose": "linking"},
                _words(label, "tagging"),
                _words(why_linked(self._comparison, link), "describing"),
            ],
            "target": self._sentence(link.a),
        }

    def _only_here(self, found: OnlyHere) -> dict[str, Any]:
        label = "only here" if found.certainty is Certainty.SURE else "perhaps only here"
        article = self._comparison.articles[found.sentence.article]
        return {
            "id": self._name(f"only here {self._named(found.sentence)} {found.start} {found.end}"),
            "type": "Annotation",
            "motivation": "highlighting",
            **_creator(found.by_reader),
            "body": [
                _words(label, "tagging"),
                _words(why_only_here(self._comparison, found), "describing"),
            ],
            "target": self._place(anchor(article, Span(found.start, found.end))),
        }

    def _sentence(self, ref: SentenceRef) -> dict[str, Any]:
        return self._place(anchor_of(self._comparison.articles, ref))

    def _place(self, place: Anchor) -> dict[str, Any]:
        return {
            "type": "SpecificResource",
            "source": self._source(place.article),
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": place.quote,
                    "prefix": place.before,
                    "suffix": place.after,
                },
                {"type": "TextPositionSelector", "start": place.span.start, "end": place.span.end},
            ],
        }

    def _source(self, identity: str) -> dict[str, str]:
        """Return what is known of an article; a correction may be about one that is gone."""
        article = self._articles.get(identity)
        if article is None:
            return {"id": self._name(f"article {identity}"), "type": "Text"}
        language = self._languages[identity]
        return {
            "id": self._iri(article),
            "type": "Text",
            "label": ": ".join(filter(None, [article.outlet, article.title])),
            **({"language": language} if language else {}),
        }

    def _iri(self, article: Article) -> str:
        """Return the article's address, or the file that it was read from, as an IRI."""
        if address := web_address(article):
            return quote(address, safe="!#$%&'()*+,/:;=?@[]~")
        path = PurePath(article.source)
        if path.is_absolute():
            return path.as_uri()
        if article.source not in ("", "-"):
            return quote(path.as_posix())
        return self._name(f"article {article.id}")

    def _named(self, ref: SentenceRef) -> str:
        return f"{self._comparison.articles[ref.article].id} {ref.sentence}"

    def _own_name(self, identity: str) -> str:
        """Return the name of what the reader added: it stays, whatever becomes of the story."""
        return UUID(identity).urn if _UUID.fullmatch(identity) else self._name(f"added {identity}")

    def _name(self, what: str) -> str:
        return uuid5(self._story, what).urn


def _creator(by_reader: bool) -> dict[str, Any]:
    """Return who says it: the program, or, without a name, the reader."""
    return {} if by_reader else {"creator": _PROGRAM}


def _one_or_all(items: list[dict[str, Any]]) -> dict[str, Any] | list[dict[str, Any]]:
    """Return what a list of one holds, by itself: some programs expect no list."""
    return items[0] if len(items) == 1 else items


def _words(text: str, purpose: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": text, "format": "text/plain", "purpose": purpose}

"""Articles and their sentences: text that never changes, and places in it.

Every offset in the program counts characters (code points) of `Article.text`, half-open.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of one article's text, half-open: `text[start:end]`."""

    start: int
    end: int


class SentenceRef(NamedTuple):
    """Names a sentence: the index of its article in the story, its own index in the article."""

    article: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: a half-open stretch of its article's text, without the white space around it.

    `paragraph` counts the article's paragraphs from 0; it never falls from one sentence to the next.
    `heading` says that it heads what follows, or names the author or the like, and reports nothing itself:
    it is not compared.
    """

    start: int
    end: int
    paragraph: int
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """One outlet's account of the event, cleaned and split.

    `id` is unique in the story, short, and made of lower-case letters, digits and hyphens. `text` is the
    body alone (headline and front matter apart), cleaned by `core.cleaning`. `published` is as the source
    wrote it, an ISO date where the source gave one. `source` is the path or address that was read.
    """

    id: str
    outlet: str
    text: str
    sentences: tuple[Sentence, ...]
    title: str = ""
    byline: str = ""
    published: str = ""
    url: str = ""
    source: str = ""

    def sentence_text(self, index: int) -> str:
        """Return the words of the sentence at `index`; IndexError where there is none."""
        sentence = self.sentences[index]
        return self.text[sentence.start : sentence.end]

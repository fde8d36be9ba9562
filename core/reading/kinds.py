"""The table of what can be read. A new kind of source is a module beside this one and a line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from newsdiff.core.reading.draft import Draft, Raw
from newsdiff.core.reading.html import looks_like_html, read_html
from newsdiff.core.reading.markdown import read_markdown
from newsdiff.core.reading.text import read_text


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of source: how to know it, and how to read it.

    `endings` are those of file names, lower case with the dot; `media_types` what a web server calls it.
    `read` raises Unreadable.
    """

    endings: tuple[str, ...]
    media_types: tuple[str, ...]
    read: Callable[[Raw], Draft]


PLAIN = Kind((".txt", ".text"), ("text/plain",), read_text)
HTML = Kind((".html", ".htm", ".xhtml"), ("text/html", "application/xhtml+xml"), read_html)

KINDS = (
    PLAIN,
    Kind((".md", ".markdown"), ("text/markdown",), read_markdown),
    HTML,
)

ENDINGS = tuple(ending for kind in KINDS for ending in kind.endings)
MEDIA_TYPES = tuple(media_type for kind in KINDS for media_type in kind.media_types)


def kind_of(raw: Raw) -> Kind:
    """Return how to read `raw`: by what it begins with, what its sender calls it, the ending of its name.

    What nothing is known of is read as plain text.
    """
    if looks_like_html(raw.data):
        return HTML
    ending = PurePath(raw.name).suffix.lower()
    for kind in KINDS:
        if raw.media_type in kind.media_types or (not raw.media_type and ending in kind.endings):
            return kind
    return PLAIN

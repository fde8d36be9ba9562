"""What is text but no article: data, markup for programs, source code."""

from __future__ import annotations

import re
from pathlib import PurePath

from newsdiff.core.reading.draft import Raw

_DATA = {
    "CSV": ".csv .tsv",
    "JSON": ".json .jsonl .ndjson .geojson .ipynb",
    "XML": ".xml .rss .atom .svg .xsd .xsl",
    "YAML": ".yaml .yml",
    "TOML": ".toml",
    "settings": ".ini .cfg .conf",
}
_CODE = (
    ".py .js .mjs .ts .jsx .tsx .c .h .cc .cpp .hpp .cs .java .kt .go .rs .rb .php .pl .swift .scala .lua "
    ".sh .bash .zsh .ps1 .bat .css .scss .sql .r .tex .bib .diff .patch"
)
_BY_ENDING = {
    **{ending: f"data ({name})" for name, endings in _DATA.items() for ending in endings.split()},
    **dict.fromkeys(_CODE.split(), "source code"),
}
_BEGINNING = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:(?P<json>(?:\[\s*)*\{\s*(?:\"[^\"\n]{0,200}\"\s*:|\}))"
    rb"|(?P<xml><\?xml\b|<(?:rss|feed|svg)[\s>])"
    rb"|(?P<code>\#!\s*/))"
)
_HEAD = 4096
_NAMES = {"json": "data (JSON)", "xml": "data (XML)", "code": "source code"}


def what_else(raw: Raw) -> str:
    """Return what `raw` looks like where that is no article, by its beginning or the ending of its name.

    Empty where nothing speaks against an article. A page that is written in XML is none of this.
    """
    beginning = _BEGINNING.match(raw.data[:_HEAD])
    if beginning:
        page = re.search(rb"<html[\s>]", raw.data[:_HEAD], re.IGNORECASE)
        return "" if page and beginning.lastgroup == "xml" else _NAMES[beginning.lastgroup or ""]
    # What a server says counts for more than the name of its host.
    return "" if raw.media_type else _BY_ENDING.get(PurePath(raw.name).suffix.lower(), "")

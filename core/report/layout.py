"""Lines of text for a terminal, where some characters take two cells and some none."""

from __future__ import annotations

import itertools
import unicodedata

_NARROWEST = 24
"""Text is not wrapped tighter, however little room the indent leaves."""


def cells(text: str) -> int:
    """Return how many cells of a terminal `text` takes."""
    return sum(_cell(character) for character in text)


def wrapped(text: str, width: int, indent: str = "", first: str | None = None) -> list[str]:
    """Return `text` in lines of at most `width` cells, broken at spaces; each line of `text` for itself.

    `indent` begins every line, `first` the first one in its place. A word that is longer than a line is cut.
    """
    room = max(_NARROWEST, width - cells(indent))
    lines = [piece for line in text.split("\n") for piece in _pieces(line.split(), room)]
    begin = indent if first is None else first
    return [((begin if number == 0 else indent) + line).rstrip() for number, line in enumerate(lines)]


def _pieces(words: list[str], room: int) -> list[str]:
    lines, line, used = [], "", 0
    for word in itertools.chain.from_iterable(_cut(word, room) for word in words):
        wide = cells(word)
        if line and used + 1 + wide > room:
            lines.append(line)
            line, used = word, wide
        else:
            line, used = (f"{line} {word}", used + 1 + wide) if line else (word, wide)
    return [*lines, line]


def _cut(word: str, room: int) -> list[str]:
    if cells(word) <= room:
        return [word]
    parts, part, used = [], "", 0
    for character in word:
        wide = _cell(character)
        if used + wide > room:
            parts.append(part)
            part, used = "", 0
        part += character
        used += wide
    return [*parts, part]


def _cell(character: str) -> int:
    if character < "\u0300":
        return 1
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1

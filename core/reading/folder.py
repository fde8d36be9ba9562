"""A folder stands for the articles in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from newsdiff.core.reading.draft import Unreadable
from newsdiff.core.reading.file import why


def articles_in(folder: str, endings: Iterable[str]) -> list[str]:
    """Return the paths of the article files in `folder` by name, its sub-folders left out.

    Numbers in names count as numbers: `a2.txt` comes before `a10.txt`. A file counts by its ending; hidden
    files and README files never do. Raises Unreadable where none does.
    """
    wanted = tuple(endings)
    try:
        names = [entry.name for entry in Path(folder).iterdir() if not entry.is_dir()]
    except OSError as error:
        raise Unreadable(why(error)) from error
    found = sorted((name for name in names if _is_article(name, wanted)), key=_by_name)
    if not found:
        raise Unreadable(f"there is no article in this folder; files ending in {', '.join(wanted)} count")
    return [str(Path(folder) / name) for name in found]


def _by_name(name: str) -> tuple[list[str | int], str]:
    # text and digits take turns, so that like is compared with like
    parts = re.split(r"([0-9]+)", name.lower())
    return [int(part) if number % 2 else part for number, part in enumerate(parts)], name


def _is_article(name: str, endings: tuple[str, ...]) -> bool:
    lower = name.lower()
    return lower.endswith(endings) and not lower.startswith((".", "readme"))

"""A folder stands for the articles in it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from newsdiff.core.reading.draft import Unreadable
from newsdiff.core.reading.file import why


def articles_in(folder: str, endings: Iterable[str]) -> list[str]:
    """Return the paths of the article files in `folder` by name, its sub-folders left out.

    A file counts by its ending; hidden files and README files never do. Raises Unreadable where none does.
    """
    wanted = tuple(endings)
    try:
        names = sorted(entry.name for entry in Path(folder).iterdir() if not entry.is_dir())
    except OSError as error:
        raise Unreadable(why(error)) from error
    found = [name for name in names if _is_article(name, wanted)]
    if not found:
        raise Unreadable(f"there is no article in this folder; files ending in {', '.join(wanted)} count")
    return [str(Path(folder) / name) for name in found]


def _is_article(name: str, endings: tuple[str, ...]) -> bool:
    lower = name.lower()
    return lower.endswith(endings) and not lower.startswith((".", "readme"))

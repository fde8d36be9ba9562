"""The notebooks that were open here: a list in the user's state folder, the latest first.

The list is a convenience. A list that is broken or cannot be written is no error to anybody.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from newsdiff.core.cleaning import clean_line
from newsdiff.core.store.files import write_file
from newsdiff.core.store.state import state_folder

_MOST = 2000
_LONGEST_BEGINNING = 64 * 1024


@dataclass(frozen=True, slots=True)
class Recent:
    """A notebook that was open lately, and the title that it has now."""

    path: Path
    title: str


def recent(most: int) -> tuple[Recent, ...]:
    """Return the `most` notebooks that were open lately and are still there, the latest first."""
    there = islice((path for path in known_files() if path.is_file()), most)
    return tuple(Recent(path, title_of(path)) for path in there)


def remember(path: Path) -> None:
    """Put the notebook at `path` first in the list; where the list cannot be written, nothing happens."""
    path = Path(os.path.realpath(path))
    paths = [path, *(other for other in known_files() if other != path)][:_MOST]
    with suppress(OSError):
        _file().parent.mkdir(parents=True, exist_ok=True)
        data = json.dumps({"recent": [str(each) for each in paths]}, indent=1)
        write_file(_file(), data.encode(), replace=True)


def _file() -> Path:
    return state_folder() / "recent.json"


def known_files() -> list[Path]:
    """Return the files of all notebooks that were open here, the latest first, also those that are gone."""
    try:
        paths = json.loads(_file().read_text(encoding="utf-8"))["recent"]
        return [Path(path) for path in paths if isinstance(path, str) and _can_be_a_path(path)][:_MOST]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return []


def _can_be_a_path(text: str) -> bool:
    try:
        return b"\0" not in os.fsencode(text)
    except UnicodeEncodeError:  # half a surrogate pair, which stands for no byte
        return False


def title_of(path: Path) -> str:
    """Return the title, which stands in the first line of a notebook file; its name where it does not."""
    try:
        with path.open("rb") as file:
            line = file.readline(_LONGEST_BEGINNING)
        title = json.loads(line.decode("utf-8").rstrip().rstrip(",") + "}")["title"]
        if isinstance(title, str) and clean_line(title):
            return clean_line(title)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        pass
    return clean_line(path.name)

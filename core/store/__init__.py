"""Notebooks on disk: saving, loading, and which were open lately.

A notebook file is one JSON object that begins `{"format": "newsdiff-notebook", "version": 2, ...` and holds
everything that is needed to read it again. `schema` knows its shape, `checks` what must hold in it,
`files` how to write without losing anything, `recents` the list of notebooks that were open lately,
`recovery` what is kept of notes that are not saved yet, `state` where that and the list are.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import NewType

from newsdiff.core.cleaning import clean
from newsdiff.core.errors import StoreError
from newsdiff.core.json_layout import lay_out
from newsdiff.core.notebook import NOTEBOOK_SUFFIX, Notebook
from newsdiff.core.store.files import in_words, write_file
from newsdiff.core.store.recents import Recent, recent, remember

__all__ = [
    "ChangedError",
    "Fingerprint",
    "Recent",
    "fingerprint",
    "is_notebook",
    "load",
    "recent",
    "remember",
    "save",
    "suggested_name",
]

_FORMAT = "newsdiff-notebook"
_VERSION = 2
"""Version 1 had no corrections and is read as it is: all that came since may be left out."""
_MOST_BYTES = 128 * 1024 * 1024
"""Ten times what forty long articles need; a larger file is something else."""

_BEGINNING = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"format"\s*:\s*"newsdiff-notebook"')
_LONGEST_NAME = 60


Fingerprint = NewType("Fingerprint", str)
"""Tells whether a file still holds what it held. Of its content alone: a new time of change is no change."""


class ChangedError(StoreError):
    """The file was changed by another program since this one read or wrote it."""


def fingerprint(path: Path) -> Fingerprint | None:
    """Return the fingerprint of the file at `path`, None where there is none that can be read."""
    try:
        with path.open("rb") as file:
            return Fingerprint(hashlib.file_digest(file, "sha256").hexdigest())
    except OSError:
        return None


def save(notebook: Notebook, path: Path, *, replace: bool, known: Fingerprint | None = None) -> Fingerprint:
    """Write `notebook` to `path`; after a crash at any moment the old file or the new one is there, whole.

    Returns the fingerprint of what is written. FileExistsError where `path` exists and `replace` is false;
    ChangedError where it exists and has another fingerprint than the `known` one; StoreError where it cannot
    be written. A file that is gone is written anew.
    """
    data = to_bytes(notebook)
    there = fingerprint(path) if known else None
    if there and there != known:
        raise ChangedError(clean(f"{path}: another program has changed the file since it was opened here"))
    try:
        write_file(path, data, replace=replace)
    except FileExistsError:
        raise
    except OSError as error:
        raise _error(path, in_words(error)) from error
    return Fingerprint(hashlib.sha256(data).hexdigest())


def to_bytes(notebook: Notebook) -> bytes:
    """Return the content of a file that holds `notebook`."""
    from newsdiff.core.store.schema import to_document

    document = {"format": _FORMAT, "version": _VERSION, **to_document(notebook)}
    return lay_out(document, ascii_only=False).encode("utf-8", "replace")


def load(path: Path) -> Notebook:
    """Return the notebook in the file at `path`, in which everything fits together and all text is clean.

    StoreError where it cannot be read, is no notebook, is damaged, or was made by a newer newsdiff.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise _error(path, in_words(error)) from error
    if len(data) > _MOST_BYTES:
        raise _error(path, f"too big for a notebook (more than {_MOST_BYTES >> 20} MB)")
    try:
        return _parse(data)
    except StoreError as error:
        raise _error(path, str(error)) from error


def is_notebook(path: Path) -> bool:
    """Tell whether the file at `path` is meant as a notebook: by its name, or by how it begins."""
    if path.name.endswith(NOTEBOOK_SUFFIX):
        return True
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return _BEGINNING.match(file.read(256)) is not None
    except (OSError, ValueError):
        return False


def suggested_name(title: str) -> str:
    """Return a file name for a notebook with that title: its words in lower case, joined by hyphens."""
    name = "-".join(re.findall(r"\w+", title.lower().replace("’", "").replace("'", "")))
    if len(name) > _LONGEST_NAME:
        name = name[: _LONGEST_NAME + 1].rpartition("-")[0] or name[:_LONGEST_NAME]
    return (name or "story") + NOTEBOOK_SUFFIX


def _error(path: Path, reason: str) -> StoreError:
    return StoreError(clean(f"{path}: {reason}"))


def _parse(data: bytes) -> Notebook:
    try:
        document = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise StoreError(_why_unreadable(data, error)) from error
    if not isinstance(document, dict) or document.pop("format", None) != _FORMAT:
        raise StoreError("not a newsdiff notebook")
    version = document.pop("version", None)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise StoreError("the notebook is damaged: it does not say which version it has")
    if version > _VERSION:
        raise StoreError(
            f"made by a newer newsdiff (notebook version {version}, this one reads up to {_VERSION}): "
            "upgrade newsdiff to open it"
        )
    from newsdiff.core.store.schema import from_document

    return from_document(document)


def _why_unreadable(data: bytes, error: Exception) -> str:
    if not data.strip():
        return "the file is empty"
    if not _BEGINNING.match(data):
        return "not a newsdiff notebook"
    if isinstance(error, json.JSONDecodeError) and not data.rstrip().endswith(b"}"):
        return "the notebook is cut off in the middle: look for a backup or an older copy"
    if isinstance(error, json.JSONDecodeError):
        return f"the notebook is damaged in line {error.lineno}, column {error.colno}"
    return "the notebook is damaged: it cannot be read as text"

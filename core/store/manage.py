"""What is done to notebooks as files: another title, a second copy, the way to the trash."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from newsdiff.core.cleaning import clean, clean_line
from newsdiff.core.errors import StoreError
from newsdiff.core.notebook import NOTEBOOK_SUFFIX
from newsdiff.core.store import fingerprint, load, save
from newsdiff.core.store.files import in_words, write_file
from newsdiff.core.store.recents import remember

_MOST_COPIES = 1000


def rename(path: Path, title: str) -> None:
    """Give the notebook at `path` another title; its file keeps its name, for others may know it.

    StoreError where it cannot be read or written, or was changed meanwhile.
    """
    known = fingerprint(path)
    save(replace(load(path), title=clean_line(title)), path, replace=True, known=known)


def duplicate(path: Path) -> Path:
    """Write the notebook at `path` once more beside it, and return where; StoreError where that fails."""
    stem = path.name.removesuffix(NOTEBOOK_SUFFIX)
    try:
        data = path.read_bytes()
        for number in range(1, _MOST_COPIES):
            copy = path.with_name(f"{stem}-copy{number if number > 1 else ''}{NOTEBOOK_SUFFIX}")
            try:
                write_file(copy, data, replace=False)
            except FileExistsError:
                continue
            remember(copy)
            return copy
    except OSError as error:
        raise StoreError(clean(f"{path}: {in_words(error)}")) from error
    raise StoreError(clean(f"{path}: there are too many copies of it"))


def to_trash(path: Path) -> None:
    """Move the notebook's file to the system's trash; StoreError where there is none to be had."""
    from send2trash import send2trash

    try:
        send2trash(path)
    except OSError as error:
        raise StoreError(clean(f"{path}: it cannot be moved to the trash ({error})")) from error

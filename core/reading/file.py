"""Files and standard input: their bytes, within limits."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import BinaryIO

from newsdiff.core.notebook import NOTEBOOK_SUFFIX
from newsdiff.core.reading.draft import Raw, Unreadable

LARGEST_FILE = 20_000_000
"""Bytes. The longest articles have some hundred thousand."""


def why(error: OSError | ValueError) -> str:
    """Return in plain words why a path could not be read."""
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return "there is no such file or folder"
    if isinstance(error, PermissionError):
        return "permission denied: you may not read it"
    return (error.strerror or "it cannot be read").lower()


def read_file(path: str) -> Raw:
    """Return the bytes of the file at `path`; raises Unreadable."""
    if path.endswith(NOTEBOOK_SUFFIX):
        raise Unreadable("is a saved notebook, and a notebook is opened alone, without other sources")
    file = Path(path)
    try:
        found = file.stat()
        if not stat.S_ISREG(found.st_mode):
            raise Unreadable("is a device or a pipe, not a file; give - to read standard input")
        with file.open("rb") as stream:
            return Raw(_within_limit(stream), file.name)
    except FileNotFoundError as error:
        if file.is_symlink():
            raise Unreadable("is a link to a file that is not there") from error
        if path.lower().startswith("www."):
            raise Unreadable("there is no such file; a web address begins with https://") from error
        if "://" in path:
            raise Unreadable("only http and https addresses can be read") from error
        raise Unreadable(why(error)) from error
    except (OSError, ValueError) as error:
        raise Unreadable(why(error)) from error


def read_stdin(stream: BinaryIO) -> Raw:
    """Return all bytes of `stream`; raises Unreadable."""
    try:
        return Raw(_within_limit(stream), "standard input")
    except (OSError, ValueError) as error:
        raise Unreadable("standard input cannot be read") from error


def _within_limit(stream: BinaryIO) -> bytes:
    data = stream.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise Unreadable(f"is larger than {LARGEST_FILE // 1_000_000} MB, too large for an article")
    return data

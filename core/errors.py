"""Errors that are told to the reader in words, never as a traceback."""

from __future__ import annotations


class NewsdiffError(Exception):
    """Something went wrong that a person can mend; the message is a sentence that says what and how."""


class SourceError(NewsdiffError):
    """One source could not be read: `source` as the user gave it, `reason` a clause in plain words."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class StoreError(NewsdiffError):
    """A notebook could not be opened or saved."""

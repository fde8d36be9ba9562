"""Who writes: the name that goes with a note, so that notes of several people can stand in one notebook."""

from __future__ import annotations

import getpass

from newsdiff.core.cleaning import clean_line


def own_name() -> str:
    """Return the name of the system's user, empty where there is none."""
    try:
        return clean_line(getpass.getuser())
    except (OSError, KeyError, ImportError):  # no name is no reason to lose a note
        return ""

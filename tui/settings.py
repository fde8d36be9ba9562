"""What a reader may settle once for all, in a file that newsdiff reads and never writes."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from newsdiff.tui.panes import WIDEST_TEXT

CONFIG = "NEWSDIFF_CONFIG"
"""The environment variable that names another file."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds where a reader settled nothing else.

    `theme` is a name of Textual's, empty for its own choice. `reading_width` is the most cells of text on a
    line of a column. `keys` holds comma-separated keys by the id of a command, as Textual names them.
    """

    theme: str = ""
    reading_width: int = WIDEST_TEXT
    keys: Mapping[str, str] = field(default_factory=dict)


def settings_file() -> Path:
    """Return the settings file; it need not be there."""
    named = os.environ.get(CONFIG)
    if named:
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("newsdiff", appauthor=False) / "settings.toml"


def load() -> tuple[Settings, tuple[str, ...]]:
    """Return the reader's settings and what is wrong with the file; a wrong entry leaves the default.

    Nothing is imported and nothing checked where there is no file.
    """
    file = settings_file()
    if not os.path.lexists(file):
        missing = f"{file}: there is no such file, though {CONFIG} names it; the usual settings hold"
        return Settings(), (missing,) if os.environ.get(CONFIG) else ()
    from newsdiff.tui.settings_file import read

    return read(file)

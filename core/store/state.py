"""Where newsdiff keeps what is its own on this machine."""

from __future__ import annotations

import os
from pathlib import Path

STATE_FOLDER = "NEWSDIFF_STATE_DIR"
"""The environment variable that names another folder."""


def state_folder() -> Path:
    """Return the folder for what newsdiff remembers between two runs; it need not be there yet."""
    folder = os.environ.get(STATE_FOLDER)
    if folder:
        return Path(folder)
    from platformdirs import user_state_path

    return user_state_path("newsdiff", appauthor=False)

"""The time as it stands in what the reader adds."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """Return the present time: ISO 8601, in UTC, in whole seconds."""
    return datetime.now(UTC).isoformat(timespec="seconds")

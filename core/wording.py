"""How a chance is put in words: the same on the screen and in every report."""

from __future__ import annotations


def percent(score: float) -> str:
    """Return a chance, 0 to 1, in words; never 0% or 100%, for nothing here is that sure."""
    return f"{min(99, max(1, round(score * 100)))}%"

"""Moving about in a list, by the keys of whatever screen holds it."""

from __future__ import annotations

from textual.widgets import OptionList


def step(options: OptionList, by: int) -> None:
    """Go to the next item, or to the one before (`by` -1)."""
    if by > 0:
        options.action_cursor_down()
    else:
        options.action_cursor_up()


def edge(options: OptionList, by: int) -> None:
    """Go to the first item (`by` -1) or the last (1)."""
    if by > 0:
        options.action_last()
    else:
        options.action_first()

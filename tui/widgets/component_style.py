"""Component classes as styles for drawn segments."""

from __future__ import annotations

from rich.style import Style
from textual.widget import Widget


def component_style(widget: Widget, name: str) -> Style:
    """Return what the component class `name` of `widget` sets itself, ready to be laid over another style.

    Textual's partial style leaves a translucent colour unmixed; it is taken from the full style instead.
    """
    partial = widget.get_component_rich_style(name, partial=True)
    if partial.color is None:
        return partial
    return partial + Style(color=widget.get_component_rich_style(name).color)

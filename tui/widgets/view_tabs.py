"""The line that says which view is on, and leads to the others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from newsdiff.tui.views import ViewName
from newsdiff.tui.widgets.component_style import component_style


class ViewTabs(Widget):
    """The names of all views on one line, that of the one which is on marked; `keys` open them."""

    ALLOW_SELECT = False

    COMPONENT_CLASSES: ClassVar[set[str]] = {"tabs--here", "tabs--key"}

    class Chosen(Message):
        """The name of a view was clicked."""

        def __init__(self, view: ViewName) -> None:
            super().__init__()
            self.view = view

    def __init__(self, here: ViewName, keys: Mapping[ViewName, str]) -> None:
        super().__init__()
        self._here = here
        self._keys = keys

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is one line
        """Return the names side by side."""
        base = self.rich_style
        segments = []
        for view, name, key in self._tabs():
            style = base + component_style(self, "tabs--here") if view is self._here else base
            segments.append(Segment(name, style))
            segments.append(Segment(key, base + component_style(self, "tabs--key")))
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def _tabs(self) -> list[tuple[ViewName, str, str]]:
        """Return the views with what stands for each: where not all fit, no keys, then only this one."""
        full = [(view, self._marked(view), f" {self._keys[view]} ".ljust(3)) for view in ViewName]
        bare = [(view, name, "") for view, name, _ in full]
        own = [tab for tab in bare if tab[0] is self._here]
        for tabs in (full, bare):
            if sum(cell_len(name + key) for _, name, key in tabs) <= self.size.width:
                return tabs
        return own

    def _marked(self, view: ViewName) -> str:
        return f"[{view}]" if view is self._here else f" {view} "

    def on_click(self, event: events.Click) -> None:
        """Tell which name was clicked."""
        x = 0
        for view, name, key in self._tabs():
            if x <= event.x < x + cell_len(name + key):
                self.post_message(self.Chosen(view))
            x += cell_len(name + key)

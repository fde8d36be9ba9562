"""Dragging the rule between two columns with the mouse."""

from __future__ import annotations

from abc import abstractmethod

from textual import events

from newsdiff.tui.widgets.dragging import Dragging


class Rules(Dragging):
    """Follows the mouse where it holds a rule; elsewhere the mouse marks text."""

    _held: int | None = None
    """The article whose column's right edge the mouse holds."""
    rule_moved = False
    """Whether a rule has moved since the button went down, so that this is no click."""

    @abstractmethod
    def rearrange(self) -> None:
        """Lay everything out anew."""

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of a column's edge."""
        self._held = self.arrangement.division.rule_at(event.x) if event.button == 1 else None
        self.rule_moved = False
        if self._held is not None:
            event.prevent_default()  # no text is marked from there
            self.dragged = False
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Make one column wider and the next one narrower."""
        if self._held is not None:
            event.prevent_default()
            if self.arrangement.division.move_rule(self._held, event.x):
                self.rule_moved = True
                self.rearrange()

    def on_mouse_up(self) -> None:
        """Let go."""
        if self._held is not None:
            self._held = None
            self.release_mouse()

    def on_mouse_release(self) -> None:
        """Let go where something else takes the mouse."""
        self._held = None

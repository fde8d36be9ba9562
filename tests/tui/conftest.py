"""What every test of the terminal needs: a folder of its own to work in, and screens as text."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.style import Style
from textual.app import App
from textual.color import Color

from newsdiff.core.comparison import Comparison
from newsdiff.core.notebook import Notebook
from newsdiff.tui.palette import OUTLET_COLOURS
from on_screen import screen_lines

_SCREENS = Path(__file__).parent / "screens"
_UPDATE = "NEWSDIFF_UPDATE_SCREENS"
"""Set to write the screens anew instead of comparing them; look at the difference before committing it."""


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture(autouse=True)
def _no_clipboard(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the developer's own clipboard alone."""
    monkeypatch.setattr("newsdiff.tui.clipboard.command", lambda *_: None)


@pytest.fixture(autouse=True)
def _patient_search(monkeypatch: pytest.MonkeyPatch) -> None:
    """Search for no beginning of a word on a machine that takes its time between two keys."""
    monkeypatch.setattr("newsdiff.tui.widgets.search_bar._PAUSE", 3600)


@pytest.fixture
def uncompared(comparison: Comparison) -> Notebook:
    """The story as it is before it has been compared."""
    return Notebook(Comparison(comparison.articles), "Old bridge closes")


@pytest.fixture
def lines() -> Callable[[App[int]], list[str]]:
    return screen_lines


@pytest.fixture
def check_screen() -> Callable[[App[int], str], None]:
    """Compare the screen with the one kept under a name.

    What is kept is text and, below each line, what this program's own styles make of it. An SVG would break
    with any release of Textual that draws a footer or a button otherwise, and would show nobody what changed.
    """

    def check(app: App[int], name: str) -> None:
        drawn = _with_styles(app)
        kept = _SCREENS / f"{name}.txt"
        if os.environ.get(_UPDATE):
            kept.parent.mkdir(exist_ok=True)
            kept.write_text(drawn, encoding="utf-8")
        assert drawn == kept.read_text(encoding="utf-8"), f"the screen {name} has changed"

    return check


def _with_styles(app: App[int]) -> str:
    """Return the screen as text; a line whose styles say something is followed by them, after a `~`."""
    variables = app.get_css_variables()
    grounds = {_triplet(variables["selected"]): "S", _triplet(variables["counterpart"]): "C"}
    letters = {_triplet(variables[name]): name[-1] for name in OUTLET_COLOURS[:-1]}  # a grey may be anything
    letters[_triplet(variables["only-here"])] = "!"
    rows = []
    for strip in app.screen._compositor.render_strips():
        rows.append(strip.text.rstrip())
        marks = ""
        for text, style, _ in strip:
            mark = _mark(style, grounds, letters)
            marks += "".join(mark if mark != " " and letter != " " else " " for letter in text)
        if marks.strip():
            rows.append("~" + marks.rstrip())
    return "\n".join(rows) + "\n"


def _mark(style: Style | None, grounds: dict[str, str], letters: dict[str, str]) -> str:
    """Return a letter for a style.

    Only here (! sure, ? perhaps, _ a part), an outlet's colour by its number, a ground, bold, Reverse.
    """
    if style is None:
        return " "
    colour = style.color.triplet.hex if style.color and style.color.triplet else ""
    ground = style.bgcolor.triplet.hex if style.bgcolor and style.bgcolor.triplet else ""
    if style.reverse:
        return "R"
    letter = letters.get(colour.lower(), "")
    if letter == "!":
        return "_" if style.underline else "!" if style.bold else "?"
    return letter or grounds.get(ground.lower(), "b" if style.bold else " ")


def _triplet(colour: str) -> str:
    return Color.parse(colour).hex6.lower()

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from newsdiff.tui.colours import _contrast, page_colours

MIXED = sorted(name for name in BUILTIN_THEMES if not name.startswith("ansi"))
"""The themes whose colours can be mixed; what the others look like only the terminal knows."""


@pytest.mark.parametrize("name", MIXED)
def test_only_here_text_can_be_read_on_every_ground_of_every_theme(name: str) -> None:
    variables = BUILTIN_THEMES[name].to_color_system().generate()
    colours = {key: Color.parse(value) for key, value in page_colours(variables).items()}
    for ground in (colours["selected"], colours["counterpart"], Color.parse(variables["background"])):
        assert _contrast(colours["only-here"], ground) >= 4.4  # a little is lost to whole numbers


def test_contrast_is_as_the_guidelines_define_it() -> None:
    assert _contrast(Color(0, 0, 0), Color(255, 255, 255)) == pytest.approx(21)
    assert _contrast(Color(119, 119, 119), Color(255, 255, 255)) == pytest.approx(4.48, abs=0.01)

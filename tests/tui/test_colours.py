from __future__ import annotations

from itertools import combinations

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from newsdiff.tui.colours import _contrast, _distance, page_colours
from newsdiff.tui.palette import OUTLET_COLOURS

MIXED = sorted(name for name in BUILTIN_THEMES if not name.startswith("ansi"))
"""The themes whose colours can be mixed; what the others look like only the terminal knows."""


GROUNDS = ["background", "surface", "panel", "selected", "counterpart", "perhaps-ground", "hit"]
INKS = ["foreground", "text-muted", "text-primary", "text-success", "text-error", "only-here"]
NEARLY = 0.1
"""What is lost to whole numbers."""


@pytest.mark.parametrize("name", MIXED)
def test_every_text_can_be_read_on_every_ground_of_every_theme(name: str) -> None:
    variables = BUILTIN_THEMES[name].to_color_system().generate()
    variables |= page_colours(variables)
    colours = {key: Color.parse(variables[key]) for key in (*GROUNDS, *INKS)}
    for ink in INKS:
        for ground in GROUNDS:
            assert _contrast(colours[ink], colours[ground]) >= 4.5 - NEARLY, (ink, ground)
    for part in ("key", "description"):
        ink, ground = (Color.parse(variables[f"footer-{of}"]) for of in (f"{part}-foreground", "background"))
        assert _contrast(ink, ground) >= 4.5 - NEARLY
    assert _contrast(Color.parse(variables["faint"]), colours["background"]) >= 3 - NEARLY


@pytest.mark.parametrize("name", MIXED)
def test_outlets_can_be_read_and_told_apart(name: str) -> None:
    variables = BUILTIN_THEMES[name].to_color_system().generate()
    variables |= page_colours(variables)
    outlets = [Color.parse(variables[each]) for each in OUTLET_COLOURS]
    for ground in ("background", "surface", "panel", "selected"):
        for outlet in outlets:
            assert _contrast(outlet, Color.parse(variables[ground])) >= 4.5 - NEARLY, (outlet.hex, ground)
    for one, other in combinations(outlets, 2):
        assert _distance(one, other) >= 10, (one.hex, other.hex)
    for one, other in combinations(outlets[:4], 2):
        assert _distance(one, other) >= 30, (one.hex, other.hex)


@pytest.mark.parametrize("name", MIXED)
def test_no_text_has_the_colour_of_its_ground_in_sixteen_colours(name: str) -> None:
    variables = BUILTIN_THEMES[name].to_color_system().generate()
    variables |= page_colours(variables)
    for ground in GROUNDS:
        for ink in (*INKS, *OUTLET_COLOURS):
            assert _of_sixteen(variables[ink]) != _of_sixteen(variables[ground]), (ink, ground)


def _of_sixteen(colour: str) -> int | None:
    return RichColor.parse(colour).downgrade(ColorSystem.STANDARD).number


@pytest.mark.parametrize("name", sorted(name for name in BUILTIN_THEMES if name.startswith("ansi")))
def test_outlets_have_no_colour_among_the_terminals_own(name: str) -> None:
    variables = BUILTIN_THEMES[name].to_color_system().generate()
    colours = page_colours(variables)
    assert {colours[each] for each in OUTLET_COLOURS} == {variables["foreground"]}


@pytest.mark.parametrize("name", MIXED)
def test_grounds_can_be_told_from_the_page(name: str) -> None:
    variables = BUILTIN_THEMES[name].to_color_system().generate()
    variables |= page_colours(variables)
    grounds = [Color.parse(variables[key]) for key in ("background", "selected", "counterpart")]
    assert len({ground.hex for ground in grounds}) == 3
    for ground in grounds[1:]:
        assert sum(abs(a - b) for a, b in zip(ground.rgb, grounds[0].rgb, strict=True)) > 15


def test_contrast_is_as_the_guidelines_define_it() -> None:
    assert _contrast(Color(0, 0, 0), Color(255, 255, 255)) == pytest.approx(21)
    assert _contrast(Color(119, 119, 119), Color(255, 255, 255)) == pytest.approx(4.48, abs=0.01)

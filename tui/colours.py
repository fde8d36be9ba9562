"""The page's own colours, mixed from those of whatever theme is on, so that text on them stays readable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.color import Color

_LEAST_CONTRAST = 4.5
"""What the accessibility guidelines (WCAG 2, AA) ask of text."""

_STEP = 0.02

_HEAT = {"heat-all": 0.6, "heat-some": 0.32, "heat-perhaps": 0.14}
"""How much of the colour of success is in the ground of a mark."""


def page_colours(theme: Mapping[str, str]) -> dict[str, str]:
    """Return the style sheet's own variables, given the theme's.

    `$selected`, `$counterpart` and `$only-here` are for sentences; `$heat-all`, `$heat-some` and
    `$heat-perhaps` are the grounds of marks, the more widely reported the stronger.
    """
    background, foreground = Color.parse(theme["background"]), Color.parse(theme["foreground"])
    if (
        background.ansi is not None
    ):  # the terminal's own colours cannot be mixed; the style sheet uses weight and reverse
        return {
            "selected": theme["background"],
            "counterpart": theme["background"],
            "only-here": theme["text-warning"],
            **dict.fromkeys(_HEAT, theme["background"]),
        }
    dark = _luminance(background) < _luminance(foreground)
    selected = background.blend(Color.parse(theme["primary"]), 0.25 if dark else 0.15)
    counterpart = background.blend(Color.parse(theme["success"]), 0.2)
    only_here = _readable(Color.parse(theme["text-warning"]), (selected, counterpart), lighter=dark)
    heat = {name: background.blend(Color.parse(theme["success"]), share).hex for name, share in _HEAT.items()}
    return {
        "selected": selected.hex,
        "counterpart": counterpart.hex,
        "only-here": only_here.hex,
        **heat,
    }


def _readable(colour: Color, grounds: Sequence[Color], *, lighter: bool) -> Color:
    """Return `colour`, as much lighter or darker and more vivid as it takes to be read on `grounds`."""
    hue, saturation, lightness = colour.hsl
    while min(_contrast(colour, ground) for ground in grounds) < _LEAST_CONTRAST and 0 < lightness < 1:
        saturation = min(1.0, saturation + 2 * _STEP)
        lightness = max(0.0, min(1.0, lightness + (_STEP if lighter else -_STEP)))
        colour = Color.from_hsl(hue, saturation, lightness)
    return colour


def _contrast(a: Color, b: Color) -> float:
    """Return the contrast of two colours as WCAG 2 defines it, 1 to 21."""
    darker, lighter = sorted((_luminance(a), _luminance(b)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

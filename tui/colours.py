"""The page's own colours, mixed from those of whatever theme is on, so that text on them stays readable."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from textual.color import Color, rgb_to_lab

from newsdiff.tui.palette import OUTLET_COLOURS, PALETTE

_LEAST_CONTRAST = 4.5
"""What the accessibility guidelines (WCAG 2, AA) ask of text."""

_STEP = 0.02

_LEAST_OF_FAINT = 3.0
"""What is asked of text that only stands around what is read."""

_MIDDLE = 0.18
"""The luminance from which on dark text is read better than light text."""

_GREY = 0.15
"""The saturation up to which a colour is a grey, and stays one."""

_GROUNDS = {
    "selected": ("primary", 0.22),
    "counterpart": ("success", 0.2),
    "perhaps-ground": ("foreground", 0.08),
    "hit": ("secondary", 0.25),
}
"""The grounds of sentences: which of the theme's colours is in each, and how much of it."""

_INKS = {
    "text-primary": "text-primary",
    "text-success": "text-success",
    "text-error": "text-error",
    "only-here": "text-warning",
}
"""What text of the page's own kinds is made from; the theme's names stand for it in the style sheet."""

_APART = 15.0
"""How far one outlet's colour is from another's, where there is room for it: a distance in CIELAB."""

_HEAT = {"heat-all": 0.6, "heat-some": 0.32, "heat-perhaps": 0.14}
"""How much of the colour of success is in the ground of a mark."""


def page_colours(theme: Mapping[str, str]) -> dict[str, str]:
    """Return the style sheet's own variables, given the theme's.

    `$selected`, `$counterpart`, `$perhaps-ground` and `$hit` are grounds of sentences; `$heat-all`,
    `$heat-some` and `$heat-perhaps` those of marks, the more widely reported the stronger. `$only-here` and
    `$faint` are texts, as are `$outlet-1` to `$outlet-8`, the names of outlets. What the theme calls muted,
    primary and so on, and its footer, are made readable.
    """
    background, foreground = Color.parse(theme["background"]), Color.parse(theme["foreground"])
    if (
        background.ansi is not None
    ):  # the terminal's own colours cannot be mixed; the style sheet uses weight and reverse
        return {
            **dict.fromkeys((*_GROUNDS, *_HEAT), theme["background"]),
            "hit": theme["secondary-muted"],
            "only-here": theme["text-warning"],
            "faint": theme["text-muted"],
            **dict.fromkeys(OUTLET_COLOURS, theme["foreground"]),
        }
    plain = [background, *(Color.parse(theme[name]) for name in ("surface", "panel"))]
    foreground = _readable(foreground, plain)
    grounds = {
        name: _ground(background, foreground, Color.parse(theme[source]), share)
        for name, (source, share) in _GROUNDS.items()
    }
    papers = [*plain, *grounds.values()]
    inks = {name: Color.parse(theme[source]) for name, source in _INKS.items()}
    inks["text-muted"] = background.blend(foreground, 0.65)
    texts = {name: _readable(ink, papers) for name, ink in inks.items()}
    texts["foreground"] = foreground
    texts["faint"] = _readable(background.blend(foreground, 0.55), [background], _LEAST_OF_FAINT)
    texts |= _outlets([*plain, grounds["selected"]])
    footer = [Color.parse(theme["footer-background"])]
    for name in ("footer-key-foreground", "footer-description-foreground"):
        texts[name] = _readable(Color.parse(theme[name]), footer)
    heat = {name: background.blend(Color.parse(theme["success"]), share) for name, share in _HEAT.items()}
    return {name: colour.hex for name, colour in (grounds | texts | heat).items()}


def _ground(background: Color, foreground: Color, colour: Color, share: float) -> Color:
    """Return `background` with so much of `colour` in it, or less where text could not be read on it."""
    least = min(_LEAST_CONTRAST, _contrast(foreground, background) - 0.1)
    while share > _STEP and _contrast(foreground, background.blend(colour, share)) < least:
        share -= _STEP
    return background.blend(colour, share)


def _outlets(papers: Sequence[Color]) -> dict[str, Color]:
    """Return the colours of outlets, to be read on `papers` and told apart."""
    lighter = max(map(_luminance, papers)) < _MIDDLE
    found: list[Color] = []
    for name in PALETTE:
        colour = _readable(Color.parse(name), papers)
        hue, saturation, lightness = colour.hsl
        while 0 < lightness < 1 and any(_distance(colour, other) < _APART for other in found):
            lightness = max(0.0, min(1.0, lightness + (_STEP if lighter else -_STEP)))
            colour = Color.from_hsl(hue, saturation, lightness)
        found.append(colour)
    return dict(zip(OUTLET_COLOURS, found, strict=True))


def _distance(a: Color, b: Color) -> float:
    one, other = rgb_to_lab(a), rgb_to_lab(b)
    return math.hypot(one.L - other.L, one.a - other.a, one.b - other.b)


def _readable(colour: Color, grounds: Sequence[Color], least: float = _LEAST_CONTRAST) -> Color:
    """Return `colour`, as much lighter or darker and more vivid as it takes to be read on `grounds`."""
    brightest = max(map(_luminance, grounds))
    ways = (True, False) if brightest < _MIDDLE else (False, True)
    ends = [_moved(colour, grounds, least, lighter=lighter) for lighter in ways]
    return max(ends, key=lambda end: min(least, _worst(end, grounds)))


def _moved(colour: Color, grounds: Sequence[Color], least: float, *, lighter: bool) -> Color:
    hue, saturation, lightness = colour.hsl
    while _worst(colour, grounds) < least and 0 < lightness < 1:
        saturation = min(1.0, saturation + _STEP) if saturation > _GREY else saturation
        lightness = max(0.0, min(1.0, lightness + (_STEP if lighter else -_STEP)))
        colour = Color.from_hsl(hue, saturation, lightness)
    return colour


def _worst(colour: Color, grounds: Sequence[Color]) -> float:
    return min(_contrast(colour, ground) for ground in grounds)


def _contrast(a: Color, b: Color) -> float:
    """Return the contrast of two colours as WCAG 2 defines it, 1 to 21."""
    darker, lighter = sorted((_luminance(a), _luminance(b)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

"""Which outlet has which colour: a palette that people see apart however they see colours.

A colour only helps the eye to find an outlet again; its number or its name always stands in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.core.article import Article

PALETTE = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#D55E00", "#56B4E9", "#F0E442", "#7F7F7F")
"""The colours of Okabe and Ito, those furthest apart first; grey for black, which no dark page shows."""

OUTLET_COLOURS = tuple(f"outlet-{number}" for number in range(1, len(PALETTE) + 1))
"""What they are called in the style sheet."""


def outlet_colours(articles: Sequence[Article]) -> tuple[str, ...]:
    """Return the name of the colour of each article's outlet, `outlet-1` and so on.

    The articles of one outlet have one colour; the ninth outlet has that of the first.
    """
    outlets = {outlet: at for at, outlet in enumerate(dict.fromkeys(article.outlet for article in articles))}
    return tuple(OUTLET_COLOURS[outlets[article.outlet] % len(PALETTE)] for article in articles)

"""The five views of a story, in the order in which a key goes round them."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from newsdiff.core.article import SentenceRef


class ViewName(StrEnum):
    """A view by its name; the first two are the reader's own, the others are pages on top of it."""

    COLUMNS = "Columns"
    ALIGNED = "Aligned"
    ONLY_HERE = "Only here"
    LEFT_OUT = "Left out"
    OVERVIEW = "Overview"

    def after(self, by: int) -> ViewName:
        """Return the view that is `by` further on, going round."""
        views = list(ViewName)
        return views[(views.index(self) + by) % len(views)]


class Leaving(NamedTuple):
    """How a page is left: at which sentence, and for which view."""

    sentence: SentenceRef
    view: ViewName

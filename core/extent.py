"""How widely a sentence is reported: by all, by some, perhaps by some, or only here."""

from __future__ import annotations

from enum import Enum

from newsdiff.core.article import SentenceRef
from newsdiff.core.comparison import Comparison
from newsdiff.core.findings import Certainty


class Extent(Enum):
    """How widely a sentence is reported. `NONE` is a heading, or one of which nothing is known."""

    ALL = "all"
    SOME = "some"
    PERHAPS_SOME = "perhaps some"
    ONLY_HERE = "only here"
    PERHAPS_ONLY_HERE = "perhaps only here"
    NONE = "not compared"


def extent(comparison: Comparison, sentence: SentenceRef) -> Extent:
    """Return how widely `sentence` is reported: surely by all, by some, perhaps by some, or only here.

    By some as well where the reader says that others report it, though nobody knows which.
    """
    sure = comparison.coverage(sentence).sure
    if comparison.links_of(sentence) and sure == comparison.outlet_count:
        return Extent.ALL
    if sure > 1 or sentence in comparison.reported:
        return Extent.SOME
    if comparison.links_of(sentence):
        return Extent.PERHAPS_SOME
    certainty = comparison.wholly_only_here(sentence)
    if certainty is None:
        return Extent.NONE
    return Extent.ONLY_HERE if certainty is Certainty.SURE else Extent.PERHAPS_ONLY_HERE

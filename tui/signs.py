"""The signs on the screen. Each stands beside a colour, so that nothing is told by colour alone."""

from __future__ import annotations

from newsdiff.core.article import SentenceRef
from newsdiff.core.comparison import Comparison
from newsdiff.core.findings import Certainty

ONLY_HERE = "◆"
PERHAPS_ONLY_HERE = "◇"
PART_ONLY_HERE = "_"
ONLY_HERE_BAR = "┃"
PERHAPS_ONLY_HERE_BAR = "╎"
NOTE = "✎"
QUESTION = "?"
QUOTE = '"'
REVIEWED = "✓"
MORE_PERHAPS = "+"
DIFFERS = "≠"
SELECTED = "█"
COUNTERPART = "▌"
PERHAPS_COUNTERPART = "┆"
NOTHING_HERE = "–"
ELSEWHERE = "↕"
BEYOND = "↔"
ALL_REPORT = "■"
SOME_REPORT = "▪"
PERHAPS_REPORT = "▫"
FOLDED = "⋯"
RULE = "─"
TRACK = "·"
MAPPED = "•"
PERHAPS_MAPPED = "◦"
THUMB = "│"
MORE_LEFT = "‹"
MORE_RIGHT = "›"
ABOVE = "↑"
BELOW = "↓"
NOTICE = "!"
UNSAVED = "●"


def coverage(comparison: Comparison, sentence: SentenceRef) -> str:
    """Return the sign of how many outlets report `sentence`, or a diamond where it is only here.

    A plus behind the number of those that surely do says that more perhaps do, be it by the reader's word.
    Empty for a heading, and while nothing is known, as long as the articles are being compared.
    """
    if comparison.links_of(sentence):
        sure, perhaps = comparison.coverage(sentence)
        return f"{sure}{MORE_PERHAPS if perhaps else ''}"
    if sentence in comparison.reported:
        return f"1{MORE_PERHAPS}"
    certainty = comparison.wholly_only_here(sentence)
    if certainty is None:
        return ""
    return ONLY_HERE if certainty is Certainty.SURE else PERHAPS_ONLY_HERE

"""The signs on the screen. Each stands beside a colour, so that nothing is told by colour alone."""

from __future__ import annotations

from newsdiff.core.comparison import Comparison
from newsdiff.core.article import SentenceRef
from newsdiff.core.findings import Certainty

ONLY_HERE = "◆"
PERHAPS_ONLY_HERE = "◇"
NOTE = "✎"
SELECTED = "█"
COUNTERPART = "▌"
PERHAPS_COUNTERPART = "┆"
NOTHING_HERE = "–"
MISSING = "╱"
RULE = "─"
TRACK = "│"
THUMB = "┃"
TRACK_TICK = "┤"
THUMB_TICK = "┫"
MORE_LEFT = "‹"
MORE_RIGHT = "›"


def coverage(comparison: Comparison, sentence: SentenceRef) -> str:
    """Return the sign of how many outlets report `sentence`: a number, or a diamond where it is only here.

    Empty while nothing is known, as long as the articles are being compared.
    """
    if comparison.links_of(sentence):
        return str(comparison.coverage(sentence))
    spans = comparison.only_here_in(sentence)
    if not spans:
        return ""
    sure = all(span.certainty is Certainty.SURE for span in spans)
    return ONLY_HERE if sure else PERHAPS_ONLY_HERE

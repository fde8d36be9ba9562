"""What differs between a sentence and its counterparts, seen from that sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from newsdiff.core.article import SentenceRef, Span
from newsdiff.core.cleaning import one_line
from newsdiff.core.comparison import Comparison
from newsdiff.core.findings import Certainty, Link
from newsdiff.tui import signs

if TYPE_CHECKING:
    from newsdiff.core.contrast.differences import DifferenceKind


_MOST_NAMED = 2
"""Differences that fit on a line; further ones are counted."""


class Differing(NamedTuple):
    """What stands `here`, in a sentence, in the place of what stands `there`, in its counterpart `other`.

    Both are spans of their article's text; of a quotation one may be empty.
    """

    other: SentenceRef
    kind: DifferenceKind
    here: Span
    there: Span


def between(comparison: Comparison, link: Link) -> dict[SentenceRef, tuple[Differing, ...]]:
    """Return in what the two sentences of `link` differ, seen from either of them, in reading order.

    A link that only perhaps joins two accounts of one thing has none: they may speak of two things.
    """
    if link.certainty is not Certainty.SURE:
        return {}
    # loaded when it is needed: the texts are on the screen before that
    from newsdiff.core.contrast.differences import differences

    found = differences(comparison, link)
    if not found:
        return {}
    from_a = (Differing(link.b, each.kind, each.a, each.b) for each in found)
    from_b = (Differing(link.a, each.kind, each.b, each.a) for each in found)
    return {link.a: _in_order(from_a), link.b: _in_order(from_b)}


def _in_order(found: Iterable[Differing]) -> tuple[Differing, ...]:
    return tuple(sorted(found, key=lambda differing: (differing.here, differing.there)))


def find(
    comparison: Comparison, stopped: Callable[[], bool] = lambda: False
) -> Mapping[SentenceRef, tuple[Differing, ...]]:
    """Return for every sentence that differs from a sure counterpart what does, the strongest link first.

    This takes long in a long story: it is not for the thread that draws. Once `stopped` it returns
    what it has so far.
    """
    found: defaultdict[SentenceRef, list[Differing]] = defaultdict(list)
    for link in sorted(comparison.links, key=lambda link: -link.score):
        if stopped():
            break
        for end, differing in between(comparison, link).items():
            found[end].extend(differing)
    return {sentence: tuple(differing) for sentence, differing in found.items()}


def in_words(comparison: Comparison, sentence: SentenceRef, found: Sequence[Differing]) -> str:
    """Return on one line in what `sentence` differs from others: what they have, and what it has itself."""
    outlets: dict[tuple[str, str], list[str]] = {}
    for differing in found:
        outlet = comparison.articles[differing.other.article].outlet
        outlets.setdefault(words_of(comparison, sentence, differing), []).append(outlet)
    said = [
        f"{', '.join(dict.fromkeys(names))}: {there}, here {here}" for (here, there), names in outlets.items()
    ]
    more = f" (+{len(said) - _MOST_NAMED})" if len(said) > _MOST_NAMED else ""
    return f"{signs.DIFFERS} {' · '.join(said[:_MOST_NAMED])}{more}" if said else ""


def words_of(comparison: Comparison, sentence: SentenceRef, differing: Differing) -> tuple[str, str]:
    """Return what stands in `sentence` and what in its counterpart; words of a quotation are quoted."""
    return (
        _words(comparison, sentence, differing.here, quoted=differing.kind == "quotation"),
        _words(comparison, differing.other, differing.there, quoted=differing.kind == "quotation"),
    )


def _words(comparison: Comparison, sentence: SentenceRef, span: Span, *, quoted: bool) -> str:
    words = one_line(comparison.articles[sentence.article].text[span.start : span.end])
    if not words:
        return "nothing"
    return f"“{words}”" if quoted else words

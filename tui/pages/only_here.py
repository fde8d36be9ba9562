"""The page "only here": per outlet, everything that only it reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsdiff.core.comparison import Comparison
from newsdiff.core.findings import Certainty
from newsdiff.core.report.wording import count
from newsdiff.core.views.only_here import Own, only_here
from newsdiff.tui import heads, signs
from newsdiff.tui.names import names
from newsdiff.tui.pages.listing import Block, Entry
from newsdiff.tui.palette import outlet_colours

_EXPLANATION = (
    f"What was found in no other outlet: {signs.ONLY_HERE} for sure, {signs.PERHAPS_ONLY_HERE} perhaps; "
    f"{signs.PART_ONLY_HERE} where others have the rest of the sentence: its own part is underlined. "
    "Look before you rely on it."
)
_NOTHING = "Nothing that was found: other outlets report, or perhaps report, all that it says."


def entries(comparison: Comparison, shown: Sequence[int]) -> list[Entry]:
    """Return the list for the articles with the indices `shown`, a section each; the story is compared."""
    found = [Entry((Block.of(_EXPLANATION, "faint"),))]
    called, colours = names(comparison.articles), outlet_colours(comparison.articles)
    for section, article in enumerate(shown):
        own = only_here(comparison, article)
        found.append(
            Entry(tuple(_heading(comparison, article, called[article], colours[article], own)), section)
        )
        found.extend(_entry(comparison, each, section) for each in own)
    return found


def _heading(
    comparison: Comparison, article: int, name: str, colour: str, own: Sequence[Own]
) -> Iterator[Block]:
    parts = sum(not each.whole for each in own)
    also = f" · {signs.PART_ONLY_HERE} {count(parts, 'sentence')} with a part" if parts else ""
    yield Block.of(name, "heading", colour)
    yield Block.of(heads.facts(comparison, article)[0] + also, "faint")
    if not own:
        yield Block.of(_NOTHING, "faint")


def _entry(comparison: Comparison, own: Own, section: int) -> Entry:
    article = comparison.articles[own.sentence.article]
    where = article.sentences[own.sentence.sentence]
    sure = own.certainty is Certainty.SURE
    style = "only-here" if sure else "perhaps-only-here"
    if own.whole:
        sign = signs.ONLY_HERE if sure else signs.PERHAPS_ONLY_HERE
        below = signs.ONLY_HERE_BAR if sure else signs.PERHAPS_ONLY_HERE_BAR
        block = Block(article.text, where.start, where.end, style, sign=sign, below=below, sign_style=style)
    else:
        layers = tuple((span, (style, "only-here-part")) for span in own.spans)
        block = Block(
            article.text, where.start, where.end, "faint", layers, sign=signs.PART_ONLY_HERE, sign_style=style
        )
    return Entry((block,), section, own.sentence)

"""The page "left out": per outlet, what others report and it does not, as far as was found."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from newsdiff.core import digest
from newsdiff.core.comparison import Comparison
from newsdiff.core.findings import Certainty
from newsdiff.core.report.wording import count
from newsdiff.core.views.left_out import Omission, left_out
from newsdiff.tui import signs
from newsdiff.tui.pages.listing import Block, Entry
from newsdiff.tui.palette import outlet_colours

_EXPLANATION = (
    "What at least two others report while nothing was found here, not even perhaps and not in part. It may "
    "stand here in words that were not recognised: look before you say that it is missing."
)
_TWO_OUTLETS = (
    "With two outlets, what one leaves out is what only the other has: the page “Only here” lists it."
)
_NOTHING = "Nothing that was found: what two others report is here too, at least perhaps or in part."
_PERHAPS = "Perhaps left out: others only perhaps report the same"


def sections(comparison: Comparison, shown: Sequence[int]) -> list[tuple[str, list[int]]]:
    """Return the outlets of the articles with the indices `shown`, each with all its articles."""
    articles = comparison.articles
    outlets = dict.fromkeys(articles[index].outlet for index in shown)
    return [
        (outlet, [index for index, article in enumerate(articles) if article.outlet == outlet])
        for outlet in outlets
    ]


def entries(comparison: Comparison, shown: Sequence[int]) -> list[Entry]:
    """Return the list for the outlets of the articles with the indices `shown`; the story is compared.

    What hidden outlets report counts; words are shown of those on the screen, where they have any.
    """
    if comparison.outlet_count == 2:
        return [Entry((Block.of(_TWO_OUTLETS, "faint"),))]
    found = [Entry((Block.of(_EXPLANATION, "faint"),))]
    colours = outlet_colours(comparison.articles)
    things = digest.reported(comparison)
    for section, (outlet, articles) in enumerate(sections(comparison, shown)):
        omissions = left_out(things, outlet)
        sure = sum(each.certainty is Certainty.SURE for each in omissions)
        found.append(
            Entry(tuple(_heading(outlet, colours[articles[0]], sure, len(omissions) - sure)), section)
        )
        for number, each in enumerate(omissions, 1):
            if number == sure + 1:
                found.append(Entry((Block.of(_PERHAPS, "faint"),), section))
            verb = "seems to leave" if number <= sure else "perhaps leaves"
            told = f"{outlet} {verb} this out · {number} of {len(omissions)}"
            found.append(_entry(comparison, each, shown, section, told))
    return found


def _heading(outlet: str, colour: str, sure: int, perhaps: int) -> Iterator[Block]:
    yield Block.of(outlet, "heading", colour)
    if sure or perhaps:
        also = f", perhaps {perhaps} more" if perhaps else ""
        yield Block.of(f"seems to leave out {count(sure, 'thing')}{also}", "faint")
    else:
        yield Block.of(_NOTHING, "faint")


def _entry(
    comparison: Comparison, omission: Omission, shown: Collection[int], section: int, told: str
) -> Entry:
    thing = omission.thing
    sentence = omission.clearest(shown)
    article = comparison.articles[sentence.article]
    where = article.sentences[sentence.sentence]
    everybody = len(thing.outlets) == comparison.outlet_count - 1
    words = Block(
        article.text,
        where.start,
        where.end,
        sign=f"{len(thing.outlets)}{signs.MORE_PERHAPS if thing.perhaps else ''}",
        sign_style="all-report" if everybody else "gutter",
    )
    who = Block.of(who_reports(comparison, omission, article.outlet, shown), "faint")
    also = frozenset(version.sentence for version in thing.versions)
    return Entry((words, who), section, sentence, also, told)


def who_reports(comparison: Comparison, omission: Omission, quoted: str, shown: Collection[int]) -> str:
    """Return how many others report a thing and who they are; the words of the outlet `quoted` are shown."""
    thing = omission.thing
    others = comparison.outlet_count - 1
    everybody = "both" if others == 2 else f"all {others}"
    seen = {comparison.articles[index].outlet for index in shown}
    surely = _named(thing.outlets, quoted, seen)
    if omission.certainty is Certainty.SURE:
        how_many = everybody if len(thing.outlets) == others else f"{len(thing.outlets)} of {others}"
        said = f"{how_many} others report it: {surely}"
        return said + (f"; perhaps {_named(thing.perhaps, quoted, seen)}" if thing.perhaps else "")
    many = len(thing.outlets) + len(thing.perhaps)
    how_many = everybody if many == others else f"{many} of {others}"
    return f"perhaps {how_many} others report it: {surely}, perhaps {_named(thing.perhaps, quoted, seen)}"


def _named(outlets: Sequence[str], quoted: str, seen: Collection[str]) -> str:
    def name(outlet: str) -> str:
        told = ["quoted here"] if outlet == quoted else []
        told += ["hidden"] if outlet not in seen else []
        return f"{outlet} ({', '.join(told)})" if told else outlet

    return ", ".join(name(outlet) for outlet in sorted(outlets, key=lambda outlet: outlet != quoted))

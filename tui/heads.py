"""What the heads of the columns say: how much each outlet alone has, and what it has of the selection."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newsdiff.core.article import SentenceRef
from newsdiff.core.comparison import Comparison
from newsdiff.core.findings import Certainty
from newsdiff.tui import signs, telling
from newsdiff.tui.palette import outlet_colours
from newsdiff.tui.panes import Pane
from newsdiff.tui.widgets.headers import Header

Direction = Callable[[SentenceRef], int]
"""Tells whether a sentence lies above (-1) or below (1) what is on the screen, 0 where it is on it."""


def headers(
    comparison: Comparison,
    panes: Sequence[tuple[int, Pane]],
    selected: SentenceRef | None,
    called: Sequence[str],
    known: Sequence[tuple[str, ...]],
    direction: Direction,
) -> list[Header]:
    """Return what the head of each column on the screen says.

    `called` holds the names and `known` the facts of every article.
    """
    found = []
    colours = outlet_colours(comparison.articles)
    for index, pane in panes:
        article = comparison.articles[index]
        state, answer = _answer(comparison, index, selected, direction)
        name, date = f"{index + 1} {called[index]}", article.published[:10]
        found.append(Header(index, pane, name, date, known[index], answer, state, colours[index]))
    return found


def facts(comparison: Comparison, article: int) -> tuple[str, ...]:
    """Return how long an article is and how much is only there, said ever more briefly."""
    sentences = comparison.articles[article].sentences
    count = sum(not sentence.heading for sentence in sentences)
    length = f"{count} sentence{'s' if count != 1 else ''}"
    if not comparison.compared:
        return (length,)
    found = [comparison.wholly_only_here(SentenceRef(article, number)) for number in range(len(sentences))]
    sure, perhaps = found.count(Certainty.SURE), found.count(Certainty.PERHAPS)
    said = f"{signs.ONLY_HERE} {sure} only here"
    also = f" {signs.PERHAPS_ONLY_HERE} {perhaps} perhaps" if perhaps else ""
    return (
        f"{said}{also} · {length}",
        f"{said}{also} of {count}",
        said + also,
        f"{signs.ONLY_HERE}{sure} {signs.PERHAPS_ONLY_HERE}{perhaps}",
    )


def _answer(
    comparison: Comparison, index: int, selected: SentenceRef | None, direction: Direction
) -> tuple[str, tuple[str, ...]]:
    """Return how an article stands to the selected sentence, and that in words, ever more briefly."""
    if selected is None:
        return "", ()
    if index == selected.article:
        return "own", _own_answer(comparison, selected)
    if not comparison.compared or _is_heading(comparison, selected):
        return "", ()
    if comparison.articles[index].outlet == comparison.articles[selected.article].outlet:
        return "", ("same outlet: not compared", "same outlet")
    links = [link for link in comparison.links_of(selected) if link.other(selected).article == index]
    if not links:
        return "lacks", (f"{signs.NOTHING_HERE} not found here", f"{signs.NOTHING_HERE} not found")
    where = ("", f" {signs.BELOW}", f" {signs.ABOVE}")[direction(links[0].other(selected))]
    sure = sum(link.certainty is Certainty.SURE for link in links)
    perhaps = len(links) - sure
    if sure:
        said = f"{signs.COUNTERPART} reports it"
        times = f" in {sure} places" if sure > 1 else ""
        also = f", perhaps {perhaps} more place{'s' if perhaps > 1 else ''}" if perhaps else ""
        return "has", (
            f"{said}{times}{also}{where}",
            f"{said} ({sure}{f', perhaps {perhaps} more' if perhaps else ''}){where}",
            f"{said}{where}",
        )
    times = f" in {perhaps} places" if perhaps > 1 else ""
    sign = signs.PERHAPS_COUNTERPART
    said = f"{sign} perhaps reports it"
    return "perhaps", (f"{said}{times}{where}", f"{said}{where}", f"{sign} perhaps{where}")


def _own_answer(comparison: Comparison, selected: SentenceRef) -> tuple[str, ...]:
    if _is_heading(comparison, selected):
        return (f"{signs.SELECTED} a heading",)
    if not comparison.compared:
        return (f"{signs.SELECTED} you are here",)
    certainty = comparison.wholly_only_here(selected)
    if certainty is Certainty.SURE:
        return (f"{signs.ONLY_HERE} only here",)
    if certainty is Certainty.PERHAPS:
        return (f"{signs.PERHAPS_ONLY_HERE} perhaps only here", f"{signs.PERHAPS_ONLY_HERE} perhaps")
    sign = f"{signs.SELECTED} "
    return (
        sign + telling.count(comparison, selected, " report it"),
        sign + telling.count(comparison, selected, ""),
        f"{sign}{signs.coverage(comparison, selected)} of {comparison.outlet_count}",
    )


def _is_heading(comparison: Comparison, sentence: SentenceRef) -> bool:
    return comparison.articles[sentence.article].sentences[sentence.sentence].heading

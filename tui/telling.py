"""What the reader is told about the selected sentence, in words."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from newsdiff.core.article import SentenceRef
from newsdiff.core.comparison import Comparison
from newsdiff.core.findings import Certainty, Link
from newsdiff.core.notebook import Notebook
from newsdiff.tui import signs
from newsdiff.tui.layout import Pane
from newsdiff.tui.widgets.headers import Header

_MOST_SHARED = 6
"""Shared words that fit on a line; the strongest are named."""


def coverage(comparison: Comparison, sentence: SentenceRef) -> Content:
    """Return who else reports `sentence`, on one line."""
    article = comparison.articles[sentence.article]
    place = f"{article.outlet} {sentence.sentence + 1}/{len(article.sentences)}"
    if not comparison.found:
        return Content.from_text(place, markup=False)
    if not comparison.links_of(sentence):
        return Content.assemble(place, " · ", _only_here(comparison, sentence))
    sure, perhaps, lacking = [], [], []
    for index, other in enumerate(comparison.articles):
        links = [link for link in comparison.links_of(sentence) if link.other(sentence).article == index]
        if any(link.certainty is Certainty.SURE for link in links):
            sure.append(other.outlet)
        elif links:
            perhaps.append(other.outlet)
        elif other.outlet != article.outlet:
            lacking.append(other.outlet)
    count = f"{comparison.coverage(sentence)} of {comparison.outlet_count} report this"
    parts: list[Content | str | tuple[str, str]] = [place, " · ", (count, "bold")]
    if sure:
        parts += [" · also ", ", ".join(sure)]
    if perhaps:
        parts += [" · perhaps ", ", ".join(perhaps)]
    if lacking:
        parts += [" · not found in ", ", ".join(lacking)]
    if comparison.only_here_in(sentence):
        parts += [" · ", ("underlined: only here", "$text-warning underline")]
    return Content.assemble(*parts)


def _only_here(comparison: Comparison, sentence: SentenceRef) -> Content:
    spans = comparison.only_here_in(sentence)
    if not spans:
        return Content("nobody else is there to compare with")
    score = min(span.score for span in spans)
    if all(span.certainty is Certainty.SURE for span in spans):
        text = f"{signs.ONLY_HERE} only here: found in no other outlet ({score:.0%} sure)"
    else:
        text = f"{signs.PERHAPS_ONLY_HERE} perhaps only here ({score:.0%}): check the other outlets"
    return Content.styled(text, "$text-warning")


def reason(comparison: Comparison, link: Link, sentence: SentenceRef) -> str:
    """Return why `sentence` was matched with its counterpart: the shared words, the strongest first."""
    other = link.other(sentence)
    text = comparison.articles[sentence.article].text
    words = []
    for evidence in link.evidence[:_MOST_SHARED]:
        span = evidence.a if sentence == link.a else evidence.b
        words.append(" ".join(text[span.start : span.end].split()))
    shared = ", ".join(dict.fromkeys(words)) or "little but its surroundings"
    outlet = comparison.articles[other.article].outlet
    return f"shares with {outlet} ({link.score:.0%}): {shared}"


def note_or_reason(notebook: Notebook, sentence: SentenceRef) -> Content:
    """Return the note on `sentence`, else why it was matched with its best counterpart; may be empty."""
    notes = notebook.notes_on(sentence)
    if notes:
        text = " ".join(notes[-1].text.split())
        more = f" (+{len(notes) - 1})" if len(notes) > 1 else ""
        return Content.styled(f"{signs.NOTE} {text}{more}", "$text-accent")
    links = notebook.comparison.links_of(sentence)
    if links:
        return Content.styled(reason(notebook.comparison, links[0], sentence), "$text-muted")
    return Content("")


def headers(
    notebook: Notebook, panes: Sequence[tuple[int, Pane]], selected: SentenceRef | None
) -> list[Header]:
    """Return what the head of each column on the screen says."""
    return [_header(notebook.comparison, article, pane, selected) for article, pane in panes]


def _header(comparison: Comparison, index: int, pane: Pane, selected: SentenceRef | None) -> Header:
    article = comparison.articles[index]
    count = len(article.sentences)
    facts = [f"{count} sentence{'s' if count != 1 else ''}"]
    if comparison.found:
        facts.append(f"{only_here_share(comparison, index):.0%} only here")
    if article.published:
        facts.append(article.published[:10])
    state, answer = _answer(comparison, index, selected)
    return Header(index, pane, f"{index + 1} {article.outlet}", " · ".join(facts), answer, state)


def _answer(comparison: Comparison, index: int, selected: SentenceRef | None) -> tuple[str, str]:
    if selected is None or not comparison.found:
        return "", ""
    if index == selected.article:
        sign = signs.coverage(comparison, selected)
        return (
            "own",
            f"{signs.SELECTED} {'only here' if not sign.isdigit() else f'{sign} of {comparison.outlet_count} report it'}",
        )
    if comparison.articles[index].outlet == comparison.articles[selected.article].outlet:
        return "", "same outlet: not compared"
    links = [link for link in comparison.links_of(selected) if link.other(selected).article == index]
    if not links:
        return "lacks", f"{signs.NOTHING_HERE} not found here"
    sure = sum(link.certainty is Certainty.SURE for link in links)
    if not sure:
        return "has", f"{signs.PERHAPS_COUNTERPART} perhaps here" + (
            f" ({len(links)})" if len(links) > 1 else ""
        )
    return "has", f"{signs.COUNTERPART} {len(links)} counterpart{'s' if len(links) > 1 else ''}"


def only_here_share(comparison: Comparison, article: int) -> float:
    """Return the share, 0 to 1, of the article's sentences that no other outlet reports."""
    count = len(comparison.articles[article].sentences)
    alone = sum(not comparison.links_of(SentenceRef(article, number)) for number in range(count))
    return alone / count if count else 0.0


def sentence_content(comparison: Comparison, sentence: SentenceRef, *, only_here: bool) -> Content:
    """Return the words of `sentence`, with what is only here marked where `only_here` asks for it."""
    article = comparison.articles[sentence.article]
    start = article.sentences[sentence.sentence].start
    content = Content(article.sentence_text(sentence.sentence).replace("\n", " "))
    if only_here:
        for found in comparison.only_here_in(sentence):
            content = content.stylize("$text-warning underline", found.start - start, found.end - start)
    return content


def counterpart_content(comparison: Comparison, sentence: SentenceRef, link: Link) -> Content:
    """Return the words of the counterpart of `sentence`, with what differs from it marked."""
    other = link.other(sentence)
    start = comparison.articles[other.article].sentences[other.sentence].start
    content = sentence_content(comparison, other, only_here=False)
    for evidence in link.evidence:
        span = evidence.a if other == link.a else evidence.b
        content = content.stylize("bold", span.start - start, span.end - start)
    return content

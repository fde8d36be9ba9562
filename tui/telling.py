"""What the reader is told about the selected sentence, in words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from rich.cells import cell_len
from textual.content import Content

from newsdiff.core.article import Article, SentenceRef, Span
from newsdiff.core.cleaning import clean_line, one_line
from newsdiff.core.comparison import Comparison
from newsdiff.core.findings import Certainty, Evidence, EvidenceKind, Link, Nearest
from newsdiff.core.notebook import Notebook, View
from newsdiff.core.rows import Lead
from newsdiff.core.wording import percent
from newsdiff.tui import differing, noting, signs
from newsdiff.tui.differing import Differing

_MOST_SHARED = 6
"""Shared words that fit on a line; the strongest are named."""

_MOST_NAMES = 4
"""Outlets named in a row before they are counted instead."""

_NEAR = 0.15
"""The least chance of a match that is called near."""

_PROGRESS_CELLS = 20

_MARKS = '“”"'


def coverage(
    comparison: Comparison, sentence: SentenceRef, hidden: Collection[int], cells: int | None = None
) -> Content:
    """Return who else reports `sentence`, on one line; articles with the indices `hidden` are marked so.

    Where `cells` are too few, what the heads of the columns say as well is left out first.
    """
    article = comparison.articles[sentence.article]
    if article.sentences[sentence.sentence].heading:
        return Content(f"{article.outlet} · a heading: not compared")
    number = _place(article, sentence.sentence)
    place = f"{article.outlet} {number}"
    if comparison.outlet_count < 2:
        return Content(f"{place} · one outlet alone: there is nothing to compare it with")
    if not comparison.compared:
        return Content(f"{place} · not compared")
    if not comparison.links_of(sentence):
        finding, brief_finding = _only_here(comparison, sentence)
        return _fitting(
            [Content(f"{place} · ") + finding, Content(f"{place} · ") + brief_finding, brief_finding], cells
        )
    also, lacking, lacking_count = _others(comparison, sentence, hidden)
    part = Content("")
    if comparison.only_here_in(sentence):
        part = Content.assemble(" · ", ("a part perhaps only here", "$only-here underline"))
    full, brief = (Content.styled(count(comparison, sentence, what), "bold") for what in (" report this", ""))
    forms = (
        (place, " · ", full, also, lacking, part),
        (place, " · ", full, also, lacking_count, part),
        (place, " · ", full, also, part),
        (place, " · ", brief, also, part),
        (place, " · ", full, part),
        (place, " · ", brief, part),
        (number, " · ", brief, part),
    )
    return _fitting([Content.assemble(*form) for form in forms], cells)


def _fitting(said: Sequence[Content], cells: int | None) -> Content:
    """Return the first of what can be `said` that fits into `cells`, else the last."""
    return next((each for each in said if cells is None or each.cell_length <= cells), said[-1])


def _others(comparison: Comparison, sentence: SentenceRef, hidden: Collection[int]) -> tuple[str, str, str]:
    """Return which outlets have `sentence` too, which lack it, and how many lack it."""
    sure, perhaps, lacking = _outlets(comparison, sentence)
    also, maybe, without = (
        f" · {words} {_names(comparison, indices, hidden)}" if indices else ""
        for words, indices in (("also", sure), ("perhaps", perhaps), ("not found in", lacking))
    )
    # never a bare 1, which is also what an outlet is called
    how_many = "one lacks it" if len(lacking) == 1 else f"{len(lacking)} lack it"
    return also + maybe, without, f" · {how_many}" if lacking else ""


def count(comparison: Comparison, sentence: SentenceRef, what: str = " report this") -> str:
    """Return in how many outlets `sentence` surely is and in how many more it perhaps is."""
    sure, perhaps = comparison.coverage(sentence)
    return f"{sure} of {comparison.outlet_count}{what}" + (f", perhaps {perhaps} more" if perhaps else "")


def _place(article: Article, number: int) -> str:
    """Return which of the article's sentences this is; headings are no sentences in that count."""
    counted = [at for at, sentence in enumerate(article.sentences) if not sentence.heading]
    return f"{counted.index(number) + 1}/{len(counted)}"


def _outlets(comparison: Comparison, sentence: SentenceRef) -> tuple[list[int], list[int], list[int]]:
    """Return one article each of the outlets that surely have `sentence`, perhaps have it, and lack it."""
    sure: dict[str, int] = {}
    perhaps: dict[str, int] = {}
    for link in comparison.links_of(sentence):
        index = link.other(sentence).article
        found = sure if link.certainty is Certainty.SURE else perhaps
        found.setdefault(comparison.articles[index].outlet, index)
    own = comparison.articles[sentence.article].outlet
    lacking = {
        article.outlet: index
        for index, article in enumerate(comparison.articles)
        if article.outlet not in {own, *sure, *perhaps}
    }
    only_perhaps = [index for outlet, index in perhaps.items() if outlet not in sure]
    return sorted(sure.values()), sorted(only_perhaps), sorted(lacking.values())


def _names(comparison: Comparison, indices: Sequence[int], hidden: Collection[int]) -> str:
    if len(indices) > _MOST_NAMES:
        return f"{len(indices)} others"
    return ", ".join(
        comparison.articles[index].outlet + (" (hidden)" if index in hidden else "") for index in indices
    )


def _only_here(comparison: Comparison, sentence: SentenceRef) -> tuple[Content, Content]:
    """Return how surely `sentence` is only here, in full and briefly."""
    if sentence in comparison.reported:
        said = Content("not only here, you say: no counterpart is linked")
        return said, Content("not only here, you say")
    if any(found.by_reader for found in comparison.only_here_in(sentence)):
        said = Content.styled(f"{signs.ONLY_HERE} only here, you say", "bold $only-here")
        return said, said
    certainty = comparison.wholly_only_here(sentence)
    if certainty is None:
        nobody = Content("nobody else is there to compare it with")
        return nobody, nobody
    score = f"({percent(min(span.score for span in comparison.only_here_in(sentence)))} sure)"
    if certainty is Certainty.SURE:
        brief, style = f"{signs.ONLY_HERE} only here", "bold $only-here"
        full = f"{brief}: found in no other outlet {score}"
    else:
        brief, style = f"{signs.PERHAPS_ONLY_HERE} perhaps only here", "$only-here"
        found = nearest_of(comparison, sentence)
        near = found is not None and found.score >= _NEAR
        full = f"{brief} {score}" + (": something comes near" if near else "")
    return Content.styled(full, style), Content.styled(f"{brief} {score}", style)


def reason(comparison: Comparison, link: Link, sentence: SentenceRef) -> str:
    """Return why `sentence` was matched with its counterpart: what both have, the strongest first."""
    outlet = comparison.articles[link.other(sentence).article].outlet
    spans = zip(link.evidence, link.evidence_of(sentence), strict=True)
    shared = _shared(comparison.articles[sentence.article], [*spans]) or "little but its surroundings"
    if link.by_reader:
        return f"linked with {outlet} by you; both have {shared}"
    return f"shares with {outlet} ({percent(link.score)}): {shared}"


def nearest_of(comparison: Comparison, sentence: SentenceRef) -> Nearest | None:
    """Return what comes closest in another outlet to a sentence that is only here, if anything does."""
    return next((found.nearest for found in comparison.only_here_in(sentence) if found.nearest), None)


def nearest(comparison: Comparison, sentence: SentenceRef, found: Nearest) -> str:
    """Return what comes closest to `sentence`, which is only here, and what the two share."""
    article = comparison.articles[found.sentence.article]
    shared = _shared(comparison.articles[sentence.article], [(item, item.a) for item in found.evidence])
    words = one_line(article.sentence_text(found.sentence.sentence))
    return f"nearest ({percent(found.score)}) {article.outlet}, sharing {shared or 'little'}: {words}"


def _shared(article: Article, spans: Sequence[tuple[Evidence, Span]]) -> str:
    words = []
    for evidence, span in spans[:_MOST_SHARED]:
        text = one_line(article.text[span.start : span.end])
        words.append(f"“{text.strip(_MARKS)}”" if evidence.kind is EvidenceKind.QUOTATION else text)
    return ", ".join(dict.fromkeys(words))


def remark(
    notebook: Notebook, sentence: SentenceRef, in_view: Collection[int], differs: Sequence[Differing]
) -> Content:
    """Return what `differs` about `sentence`, then the most telling thing else; may be empty.

    That is the note on it, else why it was matched, else what comes nearest to it. Of several counterparts
    one is spoken of that is seen, in the articles with the indices `in_view`.
    """
    said = differing.in_words(notebook.comparison, sentence, differs)
    rest = _remark(notebook, sentence, in_view)
    if not said:
        return rest
    return Content.assemble((said, "bold $text-error"), " · " if rest else "", rest)


def _remark(notebook: Notebook, sentence: SentenceRef, in_view: Collection[int]) -> Content:
    notes = notebook.notes_on(sentence)
    if notes:
        more = f" (+{len(notes) - 1})" if len(notes) > 1 else ""
        return Content.styled(f"{signs.NOTE} {noting.briefly(notes[-1])}{more}", "$text-primary")
    comparison = notebook.comparison
    links = comparison.links_of(sentence)
    if links:
        seen = (link for link in links if link.other(sentence).article in in_view)
        return Content(reason(comparison, next(seen, links[0]), sentence))
    found = nearest_of(comparison, sentence)
    return Content(nearest(comparison, sentence, found) if found else "")


def progress(share: float, hint: str = "read on, or escape to stop") -> Content:
    """Return how far the comparison is, `share` from 0 to 1, and a hint at what can be done meanwhile."""
    done = round(share * _PROGRESS_CELLS)
    bar = "━" * done + "╌" * (_PROGRESS_CELLS - done)
    return Content.styled(f"Comparing {bar} {share:.0%} · {hint}", "$text-primary")


def why_unknown(comparison: Comparison, *, running: bool) -> str:
    """Return why nothing is known of a story; `running` where it is being compared."""
    if comparison.outlet_count < 2:
        return "There is only one outlet: nothing to compare it with."
    return "The articles are still being compared." if running else "The articles have not been compared."


def notices(told: Sequence[str]) -> Content:
    """Return what was `told` while the sources were read, one thing at least, on one line."""
    more = f" (+{len(told) - 1}: w)" if len(told) > 1 else ""
    return Content.styled(f"{signs.NOTICE} {one_line(told[0])}{more}", "bold $text-error")


def state(notebook: Notebook, lead: Lead, *, unsaved: bool, notices: int, cells: int) -> str:
    """Return what holds for the whole page: the order of aligned rows (`lead`), unsaved notes.

    `notices` is how many things were told while the sources were read. What does not fit into `cells` is
    said more briefly or left out, the order first and last of all that notes are unsaved.
    """
    told = f"{signs.NOTICE} {notices} notice{'s' if notices > 1 else ''} (w)" if notices else ""
    briefly = f"{signs.NOTICE} {notices} (w)" if notices else ""
    aligned = notebook.place.view is View.ALIGNED
    order = ""
    if aligned:
        articles = notebook.comparison.articles
        order = f"order of {articles[lead].outlet}" if isinstance(lead, int) else lead.value
    mark = f"{signs.UNSAVED} not saved" if unsaved else ""
    forms = (
        (told, order, mark),
        (briefly, order, mark),
        (told, mark),
        (briefly, mark),
        (mark,) if unsaved else (),
        (signs.UNSAVED,) if unsaved else (),
    )
    said = (" · ".join(filter(None, form)) for form in forms)
    return next((each for each in said if cell_len(each) <= cells), "")


def exported(path: Path) -> str:
    """Return what is said of an exported file: its name first, for a long folder is cut off."""
    return f"Exported {clean_line(path.name)} to {short_path(path.parent)}"


def short_path(path: Path) -> str:
    """Return `path` as it is shown: with a tilde for the home folder, and nothing that a terminal obeys."""
    home = Path.home()
    text = f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)
    return clean_line(text)

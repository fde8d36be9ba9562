"""Why two sentences were linked, and why one is called only here, in a sentence that a reader can check."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsdiff.core.article import Article, SentenceRef, Span
from newsdiff.core.cleaning import one_line
from newsdiff.core.comparison import Comparison
from newsdiff.core.findings import Evidence, EvidenceKind, Link, OnlyHere
from newsdiff.core.matching.languages import languages_of
from newsdiff.core.matching.words import Word, words
from newsdiff.core.wording import percent

_MOST_NAMED = 6
"""Words that are named; the weightiest come first, and more would not be read."""

_KINDS = (
    (EvidenceKind.QUOTATION, "the quotation", "the quotations"),
    (EvidenceKind.FIGURE, "the figure", "the figures"),
    (EvidenceKind.WORD, "the word", "the words"),
)
_MARKS = " \n“”„«»\"'"


def why_linked(comparison: Comparison, link: Link) -> str:
    """Return what the sentences of `link` have in common, in the words of its `a`, and how far that goes."""
    shared = _shared(comparison.articles[link.a.article], link.evidence)
    if link.by_reader:
        return f"Linked by the reader. {shared}"
    return f"{shared} {_agreeing(link.score)} they report the same."


def why_only_here(comparison: Comparison, found: OnlyHere) -> str:
    """Return what comes nearest in another outlet and what it lacks; for a part, what no counterpart has."""
    if found.by_reader:
        return "Marked by the reader."
    if comparison.links_of(found.sentence):
        return _why_part(comparison, found)
    if found.nearest is None:
        return "No other outlet has a sentence that shares a telling word with this one."
    article, nearest = comparison.articles[found.sentence.article], found.nearest
    other = comparison.articles[nearest.sentence.article]
    lacking = _lacking(article, _words(comparison, found.sentence), [item.a for item in nearest.evidence])
    return " ".join(
        [
            f"The nearest is sentence {nearest.sentence.sentence + 1} of {other.outlet}.",
            _shared(article, nearest.evidence),
            *([f"It has nothing of {lacking}."] if lacking else []),
            f"{_agreeing(nearest.score)} they report the same: too few for a link.",
        ]
    )


def _why_part(comparison: Comparison, found: OnlyHere) -> str:
    links = comparison.links_of(found.sentence)
    told = {word.stem for link in links for word in _words(comparison, link.other(found.sentence))}
    inside = [
        word
        for word in _words(comparison, found.sentence)
        if found.start <= word.start and word.end <= found.end and word.stem not in told
    ]
    lacking = _lacking(comparison.articles[found.sentence.article], inside, ())
    if not lacking:
        return "What this part has in common with a counterpart stands elsewhere in it, or apart."
    return f"No counterpart of this sentence has {lacking}."


def _words(comparison: Comparison, ref: SentenceRef) -> tuple[Word, ...]:
    article = comparison.articles[ref.article]
    sentence = article.sentences[ref.sentence]
    language = languages_of(comparison.articles)[ref.article]
    return words(article.text, sentence.start, sentence.end, language)


def _shared(article: Article, evidence: Sequence[Evidence]) -> str:
    """Return a sentence on what both have, as `article` has it: it is the side of `a`."""
    named = []
    for kind, one, several in _KINDS:
        spans = [item.a for item in evidence if item.kind is kind][:_MOST_NAMED]
        found = _named(article, spans, quoted=kind is EvidenceKind.QUOTATION)
        if found:
            single = len(found) == 1 and (kind is not EvidenceKind.WORD or " " not in found[0])
            named.append(f"{one if single else several} {', '.join(found)}")
    if not named:
        return "Both share little but what stands around them."
    return f"Both have {_listed(named)}."


def _lacking(article: Article, own: Iterable[Word], covered: Iterable[Span]) -> str:
    """Return the words that lie in none of the `covered` stretches, in reading order."""
    taken = list(covered)
    left = [
        Span(word.start, word.end)
        for word in own
        if not any(span.start <= word.start and word.end <= span.end for span in taken)
    ]
    return _listed(_named(article, left)[:_MOST_NAMED])


def _named(article: Article, spans: Iterable[Span], *, quoted: bool = False) -> list[str]:
    """Return the words of these stretches, each once."""
    texts = (one_line(article.text[span.start : span.end]) for span in spans)
    return list(dict.fromkeys(f"“{text.strip(_MARKS)}”" if quoted else text for text in texts))


def _listed(items: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))


def _agreeing(score: float) -> str:
    return f"Of 100 such pairs a careful reader says of {percent(score).rstrip('%')} that"

"""What the reader is told about corrections, in words."""

from __future__ import annotations

from textual.content import Content

from newsdiff.core.article import SentenceRef
from newsdiff.core.cleaning import one_line
from newsdiff.core.comparison import Comparison
from newsdiff.core.corrections import Correction, in_words, resolve
from newsdiff.core.notebook import Notebook
from newsdiff.core.wording import percent


def linking(comparison: Comparison, begun: SentenceRef) -> str:
    """Return what the reader has to do to end the link that was begun."""
    outlet = comparison.articles[begun.article].outlet
    return f"Linking with {outlet}: L where another says the same, esc ends."


def counterpart(comparison: Comparison, sentence: SentenceRef, other: SentenceRef) -> Content:
    """Return a counterpart of `sentence`: its outlet and how sure the link is, then its words."""
    (link,) = (link for link in comparison.links_of(sentence) if link.other(sentence) == other)
    article = comparison.articles[other.article]
    sure = "linked by you" if link.by_reader else f"{percent(link.score)} sure"
    words = one_line(article.sentence_text(other.sentence))
    return Content.assemble((f"{article.outlet} · {sure}", "bold"), "\n", words)


def described(notebook: Notebook, correction: Correction) -> Content:
    """Return what a correction says, with the outlets and the words that it speaks of."""
    said, words = in_words(notebook.comparison.articles, correction)
    return Content.assemble((said, "bold"), *(f"\n“{each}”" for each in words))


def place_of(comparison: Comparison, correction: Correction) -> SentenceRef | None:
    """Return a sentence that `correction` speaks of, None where its words are gone."""
    found = resolve(comparison.articles, [correction])
    pairs = [pair[0] for pair in (*found.same, *found.different)]
    return next(iter([*pairs, *found.only_here, *found.reported]), None)


def judged_alone(notebook: Notebook, sentence: SentenceRef) -> Correction | None:
    """Return the correction that says of `sentence` that it is only here or is not, where one holds."""
    articles = notebook.comparison.articles
    found = resolve(articles, notebook.corrections)
    if sentence not in found.only_here | found.reported:
        return None

    def speaks_of_it(correction: Correction) -> bool:
        alone = resolve(articles, [correction])
        return sentence in alone.only_here | alone.reported

    return next(filter(speaks_of_it, reversed(notebook.corrections)))


def without_effect(notebook: Notebook) -> str:
    """Return how many corrections say nothing any more, empty where all do."""
    count = len(resolve(notebook.comparison.articles, notebook.corrections).lost)
    if not count:
        return ""
    what = "correction no longer applies" if count == 1 else "corrections no longer apply"
    return f"{count} {what}: C lists them."

"""What a report says in its own words: the same in every format that a person reads."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsdiff.core.article import Article, SentenceRef
from newsdiff.core.cleaning import clean_line, one_line
from newsdiff.core.comparison import Comparison
from newsdiff.core.digest import Alone, Reported, Version, alone, sentences_of
from newsdiff.core.findings import Certainty, OnlyHere
from newsdiff.core.notes import Note
from newsdiff.core.report.differing import Differing, outlets_by_words
from newsdiff.core.wording import percent

_LONGEST_REMINDER = 100
"""Characters of a passage that stand where the whole of it is elsewhere in the report."""

EXPLANATION = (
    "The matching is automatic. Under each number the sentence that most outlets share stands first. "
    "A percentage is the chance that a careful reader agrees: that a sentence shares a claim with that first "
    "one, or that no other outlet has it. “Perhaps” means: check it in the articles before you rely on it. "
    "“In part” means: it shares something with another sentence under the number, not with the first."
)
NOTHING_TO_COMPARE = "Only one outlet was read: there is nothing to compare it with."
NOTHING_IN_ALL = "Nothing was found in all of them."
NOTHING_FOUND = "nothing that was found"
SOME_PERHAPS = "What some perhaps report"
DIFFERING = "Figures, days and quotations that differ"
WHY_DIFFERING = (
    "In sentences that surely share a claim. None of them need be wrong: outlets count, date and quote "
    "differently, and the sentences may speak of different things."
)
NO_DIFFERENCE = "None was found."
ONLY_ONE = "Nothing that says the same was found in the other articles compared here."
LEAVES_OUT = "What each seems to leave out"
LEFT_OUT = (
    "Surely in at least two others; in this outlet's article nothing was found that shares a claim with it, "
    "not even perhaps. It may stand there in words that were not recognised: "
    "look before you say that it is missing."
)

_BULLET = re.compile(r"^[-–—*•‣▪◦·]\s+(?=\S)")


def count(many: int, thing: str) -> str:
    """Return "1 sentence", "2 sentences"."""
    return f"{many} {thing}" if many == 1 else f"{many} {thing}s"


def about_note(note: Note) -> str:
    """Return what is to be known of a note besides what it is on and says: tags, author and day."""
    tags = " ".join(f"#{tag}" for tag in note.tags)
    return " · ".join(filter(None, (tags, note.author, note.changed[:10])))


def joined(names: Iterable[str]) -> str:
    """Return "A", "A and B", "A, B and C"."""
    names = list(names)
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def shortened(text: str, most: int) -> str:
    """Return `text` on one line; over `most` characters it is cut after a word and gets an ellipsis."""
    text = one_line(text)
    if len(text) <= most:
        return text
    return (text[:most].rpartition(" ")[0] or text[: most - 1]).rstrip(" ,;:.–—-") + "…"


def labels(articles: Iterable[Article]) -> list[str]:
    """Return a name for each article: its outlet, with its id where an outlet has several."""
    articles = list(articles)
    outlets = [article.outlet for article in articles]
    return [
        article.outlet if outlets.count(article.outlet) == 1 else f"{article.outlet} ({article.id})"
        for article in articles
    ]


def sentence_words(comparison: Comparison, sentence: SentenceRef) -> str:
    """Return the words of `sentence` on one line, without the bullet of a list that it stands in."""
    return _BULLET.sub("", one_line(comparison.articles[sentence.article].sentence_text(sentence.sentence)))


def number(sentence: SentenceRef) -> str:
    """Return where `sentence` stands in its article, counting from 1 as the reader does."""
    return f"sentence {sentence.sentence + 1}"


def outlets(comparison: Comparison) -> list[str]:
    """Return the different outlets in story order."""
    return list(dict.fromkeys(article.outlet for article in comparison.articles))


def everybody(comparison: Comparison) -> str:
    """Return "both" or "all 3"."""
    return "both" if comparison.outlet_count == 2 else f"all {comparison.outlet_count}"


def facts(article: Article) -> list[str]:
    """Return what is known of `article`: headline, author, date, where it is from."""
    known = (article.title, article.byline, article.published, article.url or article.source)
    return [clean_line(fact, 4096) for fact in known if fact]


def extent(comparison: Comparison, index: int) -> str:
    """Return how long the article with that index is, and how much of it is only here."""
    sentences = len(sentences_of(comparison, index))
    headings = len(comparison.articles[index].sentences) - sentences
    extent = count(sentences, "sentence")
    if headings:
        extent += f" (and {count(headings, 'heading')}, not compared)"
    if comparison.outlet_count < 2:
        return extent
    found = alone(comparison, index)
    sure = sum(item.certainty is Certainty.SURE for item in found)
    if not found:
        return f"{extent}, all of them reported elsewhere too"
    share = f"{len(found)} of them only here ({round(100 * len(found) / sentences)}%)"
    return f"{extent}, {share}: {sure} for sure, {len(found) - sure} perhaps"


def lead_first(thing: Reported) -> list[Version]:
    """Return the versions of `thing`, the one that the others are matched with before them."""
    return sorted(thing.versions, key=lambda version: version.sentence != thing.lead)


def where_and_how_sure(version: Version, thing: Reported) -> str:
    """Return where `version` of `thing` stands, and how far and how surely it says what the first says."""
    if version.sentence == thing.lead:
        return number(version.sentence)
    words = [number(version.sentence), *(["in part"] if version.in_part else [])]
    if version.certainty is Certainty.PERHAPS:
        words.append("perhaps")
    return ", ".join([*words, percent(version.score)])


def who_has(comparison: Comparison, thing: Reported) -> str:
    """Return how many report `thing`, who perhaps or in part, and where it was not found."""
    if len(thing.outlets) == comparison.outlet_count:
        return f"{everybody(comparison)} outlets"
    if thing.sure:
        parts = [f"{len(thing.outlets)} of {comparison.outlet_count} outlets"]
        if thing.perhaps:
            parts.append(f"perhaps {joined(thing.perhaps)}")
    else:
        parts = [f"perhaps {len(thing.outlets) + len(thing.perhaps)} of {comparison.outlet_count} outlets"]
    if thing.in_part:
        parts.append(f"in part {joined(thing.in_part)}")
    if thing.lacking:
        parts.append(f"not found in {joined(thing.lacking)}")
    return "; ".join(parts)


def who_differs(comparison: Comparison, thing: Differing) -> str:
    """Return what differs, and who has which words."""
    sides = [
        f"{f'“{words}”' if words else 'no word there'} ({joined(outlets)})"
        for words, outlets in outlets_by_words(comparison, thing).items()
    ]
    return f"{thing.kind.value.capitalize()}: {'; '.join(sides)}"


def alone_and_how_sure(item: Alone) -> str:
    """Return where a sentence that is only here stands, and how sure that is."""
    known = [number(item.sentence), *([] if item.score is None else [percent(item.score)])]
    return ", ".join(known)


def reminder(comparison: Comparison, thing: Reported) -> str:
    """Return who surely reports `thing`, and the beginning of the sentence that most of them share."""
    words = shortened(sentence_words(comparison, thing.lead), _LONGEST_REMINDER)
    return f"{joined(thing.outlets)}: {words}"


def own_part(text: str, span: OnlyHere) -> str:
    """Return the words of `text` that are only here, as a quotation, with how sure that is."""
    perhaps = "perhaps " if span.certainty is Certainty.PERHAPS else ""
    return f"{perhaps}“{one_line(text[span.start : span.end])}” ({percent(span.score)})"

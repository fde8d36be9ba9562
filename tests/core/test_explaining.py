from __future__ import annotations

from newsdiff.core.article import SentenceRef, Span
from newsdiff.core.comparison import Comparison, compare
from newsdiff.core.explaining import why_linked, why_only_here
from newsdiff.core.findings import Certainty, Evidence, EvidenceKind, Link, Nearest, OnlyHere
from newsdiff.core.wording import percent
from stories import story

FLOOD = story(
    (
        "Gazette",
        [
            "The Tessel burst its banks at Orlow and flooded 340 homes on Monday.",
            "“We have lost everything but the roof,” said the miller, Ines Calder.",
            "A brass band played for the helpers in the evening.",
        ],
    ),
    (
        "Herald",
        [
            "In Orlow 340 homes were flooded when the Tessel burst its banks.",
            "“We have lost everything but the roof,” the miller told reporters.",
            "Helpers came from three counties.",
        ],
    ),
)


def test_a_link_is_explained_by_what_both_have_and_how_often_that_is_right() -> None:
    comparison = compare(FLOOD)
    told = [why_linked(comparison, link) for link in comparison.links]
    flood = next(text for text in told if "340" in text)
    assert flood.startswith("Both have the figure 340")
    assert "Tessel burst" in flood
    quoted = next(text for text in told if "“" in text)
    assert "Both have the quotation “lost everything but the roof" in quoted
    for link, text in zip(comparison.links, told, strict=True):
        assert f"Of 100 such pairs a careful reader says of {percent(link.score)[:-1]} that" in text


def test_what_is_only_here_is_explained_by_the_nearest_and_what_it_lacks() -> None:
    band, helpers = SentenceRef(0, 2), SentenceRef(1, 2)
    shared = Evidence(EvidenceKind.WORD, _at(0, "helpers"), _at(1, "Helpers"), 1.0)
    where = FLOOD[0].sentences[2]
    nearest = Nearest(helpers, 0.12, (shared,))
    found = OnlyHere(band, where.start, where.end, 0.9, Certainty.SURE, nearest)
    text = why_only_here(Comparison(FLOOD, only_here=(found,)), found)
    assert text.startswith("The nearest is sentence 3 of Herald. Both have the word helpers.")
    assert "It has nothing of brass, band, played and evening." in text
    assert text.endswith("says of 12 that they report the same: too few for a link.")


def _at(article: int, word: str) -> Span:
    at = FLOOD[article].text.index(word)
    return Span(at, at + len(word))


def test_where_nothing_comes_near_that_is_said() -> None:
    comparison = compare(story(("Gazette", ["Rain fell all week."]), ("Herald", ["Prices doubled again."])))
    assert {why_only_here(comparison, found) for found in comparison.only_here} == {
        "No other outlet has a sentence that shares a telling word with this one."
    }


def test_a_part_is_explained_by_the_words_that_no_counterpart_has() -> None:
    comparison = _with_part()
    (part,) = comparison.only_here
    assert (
        why_only_here(comparison, part)
        == "No counterpart of this sentence has insurer, put, damage and euros."
    )


def test_a_part_that_is_the_whole_of_a_linked_sentence_is_not_said_to_share_nothing() -> None:
    articles = story(("Gazette", ["A brass band played"]), ("Herald", ["The band was loud."]))
    found = OnlyHere(SentenceRef(0, 0), 0, len(articles[0].text), 0.6, Certainty.PERHAPS)
    link = Link(SentenceRef(0, 0), SentenceRef(1, 0), 0.3, Certainty.PERHAPS)
    comparison = Comparison(articles, links=(link,), only_here=(found,))
    assert why_only_here(comparison, found) == "No counterpart of this sentence has brass and played."


def _with_part() -> Comparison:
    articles = story(
        ("Gazette", ["The mill was flooded, and an insurer put the damage in euros."]),
        ("Herald", ["Water flooded the mill."]),
    )
    start = articles[0].text.index("and an insurer")
    end = articles[0].sentences[0].end
    found = OnlyHere(SentenceRef(0, 0), start, end, 0.6, Certainty.PERHAPS)
    link = Link(SentenceRef(0, 0), SentenceRef(1, 0), 0.9, Certainty.SURE)
    return Comparison(articles, links=(link,), only_here=(found,))

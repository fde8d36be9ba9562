from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.core.article import Article, Sentence
from newsdiff.core.searching import Finder, fold
from stories import story


def words(finder: Finder, query: str, *, nearly: bool = False) -> list[str]:
    hits = finder.find(range(len(finder.articles)), query, nearly=nearly)
    return [finder.articles[hit.sentence.article].text[hit.span.start : hit.span.end] for hit in hits]


def finder(*sentences: str) -> Finder:
    return Finder(story(("A", sentences)))


DRESS = [
    ("FERRY", ["ferry"]),
    ("cafe", ["Café"]),
    ("café", ["Café"]),
    ('"no"', ["“No”"]),
    ("it's", ["It’s"]),
    ("ﬁne", ["fine"]),
    ("muller", ["Müller"]),
    ("Lodz", ["Łódź"]),
    ("strasse", ["Straße"]),
    ("nowhere", []),
    ("", []),
    ("   ", []),
]


@pytest.mark.parametrize("nearly", [False, True])
@pytest.mark.parametrize(("query", "found"), DRESS)
def test_words_are_found_whatever_their_dress(query: str, found: list[str], nearly: bool) -> None:
    text = "“No” said the Café. It’s fine [a ferry]. Müller, of Łódź, in her Straße."
    article = Article("a", "A", text, (Sentence(0, len(text), 0),))
    got = words(Finder((article,)), query, nearly=nearly)
    assert [each.strip("“”") for each in got] == [each.strip("“”") for each in found]


def test_signs_are_found_too() -> None:
    assert words(finder("It’s fine [a ferry]."), "[", nearly=True) == ["["]


def test_words_are_not_found_across_sentences_or_in_other_articles() -> None:
    told = Finder(story(("A", ["The bridge closed on Monday.", "Engineers came."]), ("B", ["A bridge."])))
    for nearly in (False, True):
        assert not told.find([0, 1], "Monday. Engineers", nearly=nearly)
        assert len(told.find([0, 1], "bridge", nearly=nearly)) == 2
        assert [hit.sentence for hit in told.find([1], "bridge", nearly=nearly)] == [(1, 0)]
        assert not told.find([], "bridge", nearly=nearly)


STORY = (
    "The president is deploying the troops to the city.",
    "Troops were deployed on Monday, the mayor said.",
    "The National Guard stands down.",
    "He was born in the town.",
)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("deployd troops", ["deploying the troops", "Troops were deployed"]),
        ("troop deploy", ["deploying the troops", "Troops were deployed"]),
        ("national gard", ["National Guard"]),
        ("stand dwon", ["stands down"]),
        ("mayr", ["mayor"]),
        ("presi", ["president"]),
        ("guard national", ["National Guard"]),
        ("the nationl guard", ["The National Guard"]),
        ("mayor zebra", []),
        ("xyzzy", []),
        ("born mayor", []),
    ],
)
def test_slips_other_endings_and_another_order_are_forgiven(query: str, found: list[str]) -> None:
    assert words(finder(*STORY), query, nearly=True) == found


def test_no_slip_is_looked_for_where_there_is_none() -> None:
    assert words(finder("The mayor spoke.", "A major storm.", "Mayors met."), "mayor", nearly=True) == [
        "mayor",
        "Mayors",
    ]


def test_what_comes_nearer_has_the_better_score() -> None:
    told = finder("They deploy the troops.", "The deployd troops.", "Troops that he would not deploy.")
    hits = told.find([0], "deployd troops", nearly=True)
    assert max(hits, key=lambda hit: hit.score).sentence == (0, 1)


def test_each_place_in_a_sentence_is_a_hit_of_its_own() -> None:
    assert words(finder("Police met the Police, and polise met."), "police", nearly=True) == [
        "Police",
        "Police",
    ]


@given(
    st.lists(st.text(st.sampled_from("abcdeé 'ß’漢"), min_size=1, max_size=30), min_size=1, max_size=6),
    st.text(st.sampled_from("abcdeé 'ß漢"), max_size=8),
    st.booleans(),
)
def test_hits_lie_in_their_sentence_in_order_and_do_not_overlap(
    sentences: list[str], query: str, nearly: bool
) -> None:
    told = finder(*sentences)
    hits = told.find([0], query, nearly=nearly)
    assert [hit.sentence for hit in hits] == sorted(hit.sentence for hit in hits)
    before = 0
    for hit in hits:
        place = told.articles[0].sentences[hit.sentence.sentence]
        assert place.start <= hit.span.start < hit.span.end <= place.end
        assert hit.span.start >= before
        before = hit.span.end


@given(st.text(max_size=40))
def test_folding_keeps_track_of_every_letter(text: str) -> None:
    folded, origin = fold(text)
    assert len(folded) == len(origin)
    assert all(0 <= at < len(text) for at in origin)
    assert list(origin) == sorted(origin)
    assert fold(folded)[0] == folded

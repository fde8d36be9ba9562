"""Whatever was found, the report loses no sentence and says no falsehood about who has it."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.core import digest
from newsdiff.core.article import Article, Sentence, SentenceRef
from newsdiff.core.comparison import Comparison, Coverage, compare
from newsdiff.core.findings import Certainty, Link, Passage
from stories import made_up_story

_SENTENCES = tuple(Sentence(3 * number, 3 * number + 2, number) for number in range(4))
_ARTICLES = tuple(
    Article(f"a{number}", outlet, "A.\nB.\nC.\nD.", _SENTENCES) for number, outlet in enumerate("XYZX")
)
_REFS = [SentenceRef(article, sentence) for article in range(4) for sentence in range(4)]


def _outlet(sentence: SentenceRef) -> str:
    return _ARTICLES[sentence.article].outlet


_PAIRS = [pair for pair in combinations(_REFS, 2) if _outlet(pair[0]) != _outlet(pair[1])]


@st.composite
def _comparisons(draw: st.DrawFn) -> Comparison:
    pairs = draw(st.lists(st.sampled_from(_PAIRS), max_size=20, unique=True))
    links = tuple(
        Link(a, b, draw(st.floats(0, 1)), draw(st.sampled_from(Certainty))) for a, b in sorted(pairs)
    )
    passages: list[Passage] = []
    free = set(_REFS)
    for center in draw(st.permutations(_REFS)):
        star = {center, *(link.other(center) for link in links if center in (link.a, link.b))} & free
        if center in free and len(star) > 1 and draw(st.booleans()):
            passages.append(Passage(len(passages) + 1, tuple(sorted(star))))
            free -= star
    return Comparison(_ARTICLES, links, tuple(passages))


@given(_comparisons())
def test_every_sentence_is_reported_or_alone(comparison: Comparison) -> None:
    reported = {version.sentence for thing in digest.reported(comparison) for version in thing.versions}
    alone = {item.sentence for index in range(4) for item in digest.alone(comparison, index)}
    assert reported | alone == set(_REFS)
    assert reported & alone == set()


@given(_comparisons())
def test_every_outlet_has_it_or_lacks_it(comparison: Comparison) -> None:
    for thing in digest.reported(comparison):
        sorted_out = [*thing.outlets, *thing.in_part, *thing.perhaps, *thing.lacking]
        assert sorted(sorted_out) == ["X", "Y", "Z"]
        having = {_outlet(version.sentence) for version in thing.versions}
        assert having == {"X", "Y", "Z"} - set(thing.lacking)


def _assert_true_of(comparison: Comparison) -> None:
    """Assert that what is said of each outlet is what the links say."""

    def outlets(sentence: SentenceRef) -> set[str]:
        ends = (link.other(sentence) for link in comparison.links_of(sentence))
        return {comparison.articles[end.article].outlet for end in ends}

    passages = {frozenset(passage.sentences) for passage in comparison.passages}
    for thing in digest.reported(comparison):
        assert Coverage(len(thing.outlets), len(thing.perhaps)) == comparison.coverage(thing.lead)
        versions = {version.sentence for version in thing.versions}
        for passage in passages:
            if thing.lead in passage:
                assert passage <= versions
                assert not set(thing.lacking) & {outlet for each in passage for outlet in outlets(each)}
        assert not set(thing.lacking) & outlets(thing.lead)
        for version in thing.versions:
            if not version.in_part:
                assert not set(thing.lacking) & outlets(version.sentence)


@given(_comparisons())
def test_no_outlet_leaves_out_what_is_linked_with_the_passage(comparison: Comparison) -> None:
    _assert_true_of(comparison)


@pytest.mark.parametrize("seed", range(4))
def test_what_is_said_of_a_compared_story_is_what_its_links_say(seed: int) -> None:
    comparison = compare(made_up_story(seed, outlets=3 + seed % 3, length=14))
    assert comparison.passages
    _assert_true_of(comparison)


@given(_comparisons())
def test_only_what_is_surely_reported_is_left_out_by_others(comparison: Comparison) -> None:
    things = digest.reported(comparison)
    for outlet in "XYZ":
        for thing in digest.left_out(things, outlet):
            assert comparison.coverage(thing.lead).sure >= 2
            assert outlet in thing.lacking


@given(_comparisons())
def test_what_most_outlets_surely_have_stands_first(comparison: Comparison) -> None:
    things = digest.reported(comparison)
    assert [thing.number for thing in things] == list(range(1, len(things) + 1))
    having = [len(thing.outlets) for thing in things]
    assert having == sorted(having, reverse=True)

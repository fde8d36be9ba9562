"""What an outlet is said to leave out: nothing of which it has anything, what most report first."""

from __future__ import annotations

import pytest

from newsdiff.core import digest
from newsdiff.core.article import SentenceRef
from newsdiff.core.comparison import Comparison, compare
from newsdiff.core.findings import Certainty, Link, Passage
from newsdiff.core.views.left_out import left_out
from stories import made_up_story, story


def _said(*links: tuple[tuple[int, int], tuple[int, int], Certainty]) -> Comparison:
    """Return a story of four outlets, A to D, with three sentences each, and passages for linked ones."""
    articles = story(
        *((outlet, [f"{outlet} says {word}." for word in ("one", "two", "three")]) for outlet in "ABCD")
    )
    found = tuple(
        Link(SentenceRef(*a), SentenceRef(*b), 0.9 if sure is Certainty.SURE else 0.4, sure)
        for a, b, sure in links
    )
    numbers = sorted({link.a.sentence for link in found})
    passages = tuple(
        Passage(
            number,
            tuple(sorted({end for link in found if link.a.sentence == each for end in (link.a, link.b)})),
        )
        for number, each in enumerate(numbers, 1)
    )
    return Comparison(articles, found, passages)


SURE, PERHAPS = Certainty.SURE, Certainty.PERHAPS


def test_what_most_surely_report_comes_first_and_perhaps_last() -> None:
    comparison = _said(
        ((0, 0), (1, 0), PERHAPS),
        ((0, 1), (1, 1), SURE),
        ((0, 2), (1, 2), SURE),
        ((0, 2), (2, 2), SURE),
        ((1, 2), (2, 2), SURE),
    )
    found = left_out(digest.reported(comparison), "D")
    assert [(each.thing.lead.sentence, each.certainty) for each in found] == [
        (2, SURE),
        (1, SURE),
        (0, PERHAPS),
    ]


def test_what_an_outlet_has_even_perhaps_is_not_left_out_by_it() -> None:
    comparison = _said(((0, 0), (1, 0), SURE), ((0, 0), (3, 0), PERHAPS))
    things = digest.reported(comparison)
    assert left_out(things, "D") == ()
    assert [each.certainty for each in left_out(things, "C")] == [SURE]


def test_one_other_outlet_is_not_enough() -> None:
    comparison = _said(((0, 0), (1, 0), SURE))
    assert left_out(digest.reported(comparison), "B") == ()
    assert left_out((), "D") == ()


def test_the_words_are_those_of_an_outlet_that_is_seen() -> None:
    comparison = _said(((0, 0), (1, 0), SURE), ((0, 0), (2, 0), SURE))
    (omission,) = left_out(digest.reported(comparison), "D")
    assert omission.clearest([0, 1, 2, 3]) == (0, 0)
    assert omission.clearest([1, 2, 3]).article in (1, 2)
    assert omission.clearest([3]) == (0, 0)


@pytest.mark.parametrize("seed", range(3))
def test_no_outlet_is_said_to_leave_out_what_is_linked_with_it(seed: int) -> None:
    comparison = compare(made_up_story(seed, outlets=4, length=12))
    things = digest.reported(comparison)
    found = [(outlet, each) for outlet in range(4) for each in left_out(things, f"Outlet {outlet}")]
    assert {each.certainty for _, each in found} == {SURE, PERHAPS}
    for outlet, each in found:
        assert not comparison.counterparts(each.thing.lead, outlet)
        sure, perhaps = comparison.coverage(each.thing.lead)
        assert sure + perhaps >= 2
        assert (each.certainty is SURE) == (sure >= 2)

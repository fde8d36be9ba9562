from __future__ import annotations

import pytest

from newsdiff.core.article import SentenceRef, Span
from newsdiff.core.comparison import Comparison
from newsdiff.core.contrast.differences import Difference, DifferenceKind, differences
from newsdiff.core.findings import Certainty, Link
from stories import story


def told(one: str, other: str) -> list[tuple[DifferenceKind, str, str]]:
    """Return the differences of two sentences by their words, read both ways round."""
    comparison = Comparison(story(("Gazette", [one]), ("Herald", [other])))
    link = Link(SentenceRef(0, 0), SentenceRef(1, 0), 0.9, Certainty.SURE)
    found = [_words(comparison, difference) for difference in differences(comparison, link)]
    turned = Comparison(story(("Herald", [other]), ("Gazette", [one])))
    backwards = [_words(turned, difference) for difference in differences(turned, link)]
    assert sorted(found) == sorted((kind, b, a) for kind, a, b in backwards)
    return found


def _words(comparison: Comparison, difference: Difference) -> tuple[DifferenceKind, str, str]:
    def at(article: int, span: Span) -> str:
        return comparison.articles[article].text[span.start : span.end]

    return difference.kind, at(0, difference.a), at(1, difference.b)


@pytest.mark.parametrize(
    ("one", "other", "mine", "theirs"),
    [
        ("The 47-page ruling came late.", "A ruling of 48 pages came late.", "47", "48"),
        ("Losses reached $2.6 million.", "The losses came to $3.1 million.", "$2.6 million", "$3.1 million"),
        ("Rents rose 8% this year.", "Rents went up by 9 percent.", "8%", "9 percent"),
        ("Some 2,000 people marched.", "The police counted 2,300 marchers.", "2,000", "2,300"),
        ("Three boats sank.", "Four boats sank in the storm.", "Three", "Four"),
        ("Police said 0 people died.", "Police said 5 people died.", "0", "5"),
    ],
)
def test_figures_that_count_the_same_differ(one: str, other: str, mine: str, theirs: str) -> None:
    assert told(one, other) == [(DifferenceKind.FIGURE, mine, theirs)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Two boats sank.", "2 boats sank."),
        ("The 1,200 seats were full.", "All 1200 seats were taken."),
        ("The town paid $250,000 for it.", "A ticket alone cost $600."),  # another order of magnitude
        ("The dam of 1976 held.", "The dam held, as in 2001."),  # years count nothing
        ("It cost $40.", "It took 47 days."),  # money is not time
        ("Nine of 12 jurors agreed.", "The jury agreed."),
    ],
)
def test_figures_that_agree_or_count_other_things_do_not(one: str, other: str) -> None:
    assert told(one, other) == []


def test_days_of_the_week_and_of_the_month_differ() -> None:
    assert told("He signed it on Friday.", "On Saturday he signed it.") == [
        (DifferenceKind.DAY, "Friday", "Saturday")
    ]
    assert told("He signed it on Aug. 29.", "It was signed on 30 August.") == [
        (DifferenceKind.DAY, "29", "30")
    ]
    assert told("From Monday to Friday it rains.", "It rains on Sunday.") == []


def test_a_quotation_heard_differently_differs_in_just_those_words() -> None:
    assert told(
        "“We see some type of danger here,” she said.", 'She said: "We see some kind of danger here."'
    ) == [(DifferenceKind.QUOTATION, "type", "kind")]
    assert told("“I think we could easily win,” he said.", "“I think we could win,” he said.") == [
        (DifferenceKind.QUOTATION, "easily", "")
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“We do not want tanks on our streets,” he said.", "He wanted no “tanks on our streets.”"),
        ("“It’s over and done,” she said.", 'She said, "It\'s over and done."'),
        ("“Go home,” she said.", "“Stay here,” she said."),
        ("“I think that we could win,” he said.", "“I think we could win,” he said."),
        ("They want to go home now.", "They want us to go home now."),  # nobody is quoted
    ],
)
def test_a_shortened_quotation_or_another_one_does_not(one: str, other: str) -> None:
    assert told(one, other) == []

"""The list of what only one outlet reports holds everything that is marked so, and nothing else."""

from __future__ import annotations

import pytest

from newsdiff.core.comparison import Comparison, compare
from newsdiff.core.findings import Certainty
from newsdiff.core.views.only_here import only_here
from stories import made_up_story


def test_whole_sentences_and_parts_stand_in_reading_order(comparison: Comparison) -> None:
    part, whole = only_here(comparison, 0)
    text = comparison.articles[0].text
    assert [text[span.start : span.end] for span in part.spans] == ["third"]
    assert (part.sentence, part.whole, part.certainty) == ((0, 1), False, Certainty.SURE)
    assert [text[span.start : span.end] for span in whole.spans] == ["Shopkeepers fear for their trade."]
    assert (whole.sentence, whole.whole, whole.certainty) == ((0, 3), True, Certainty.SURE)


def test_how_sure_each_is_is_kept(comparison: Comparison) -> None:
    assert [own.certainty for own in only_here(comparison, 2)] == [Certainty.SURE, Certainty.PERHAPS]


def test_nothing_is_only_here_where_nothing_was_compared(comparison: Comparison) -> None:
    assert only_here(Comparison(comparison.articles), 0) == ()


@pytest.mark.parametrize("seed", range(3))
def test_every_mark_of_a_compared_story_is_listed_once(seed: int) -> None:
    comparison = compare(made_up_story(seed, outlets=3, length=12))
    listed = [
        (own.sentence, span)
        for article in range(3)
        for own in only_here(comparison, article)
        for span in own.spans
    ]
    marked = [(found.sentence, (found.start, found.end)) for found in comparison.only_here]
    assert sorted(listed) == sorted(marked)
    assert any(not own.whole for own in only_here(comparison, 0))

from __future__ import annotations

from newsdiff.core.article import SentenceRef
from newsdiff.core.comparison import Comparison
from newsdiff.core.rows import RowOrder, aligned_rows


def test_every_sentence_stands_on_exactly_one_row(comparison: Comparison) -> None:
    for lead in (0, 1, 2, *RowOrder):
        on_rows = [ref for row in aligned_rows(comparison, lead) for ref in row]
        everything = [
            SentenceRef(index, number)
            for index, article in enumerate(comparison.articles)
            for number in range(len(article.sentences))
        ]
        assert sorted(on_rows) == everything


def test_rows_follow_the_lead_and_keep_others_in_their_context(comparison: Comparison) -> None:
    rows = aligned_rows(comparison, 0)
    assert [ref.sentence for row in rows for ref in row if ref.article == 0] == [0, 1, 2, 3]
    # the Herald's ferry follows its repairs, the Wire's two own sentences follow its first
    assert rows.index(((1, 2),)) == rows.index(((0, 2), (1, 1))) + 1
    assert rows.index(((2, 1),)) == rows.index(((0, 0), (2, 0))) + 1
    assert rows.index(((2, 2),)) == rows.index(((2, 1),)) + 1


def test_an_opening_that_nobody_shares_stands_before_the_first_shared_row(comparison: Comparison) -> None:
    # lead Herald: its first row is passage 2; the Gazette opens with passage 1, before that
    rows = aligned_rows(comparison, 1)
    assert rows.index(((0, 0), (2, 0))) < rows.index(((0, 1), (1, 0)))


def test_without_passages_articles_follow_each_other(comparison: Comparison) -> None:
    apart = Comparison(comparison.articles)
    rows = aligned_rows(apart, 2)
    assert [row[0] for row in rows][:3] == [(2, 0), (2, 1), (2, 2)]
    assert len(rows) == 10


def test_by_coverage_what_most_report_stands_first(comparison: Comparison) -> None:
    rows = aligned_rows(comparison, RowOrder.COVERAGE)
    counts = [max(comparison.coverage(ref) for ref in row) for row in rows]
    assert counts == sorted(counts, reverse=True)
    # what is equally widely told stays in the first article's order
    assert [row for row in rows if len(row) == 1 and row[0].article == 2] == [((2, 1),), ((2, 2),)]


def test_by_mention_what_is_told_early_stands_first(comparison: Comparison) -> None:
    rows = aligned_rows(comparison, RowOrder.MENTION)
    lengths = [len(article.sentences) for article in comparison.articles]
    places = [sum(ref.sentence / lengths[ref.article] for ref in row) / len(row) for row in rows]
    assert places == sorted(places)
    assert rows[0] == ((0, 0), (2, 0))


def test_a_story_without_articles_has_no_rows() -> None:
    assert [aligned_rows(Comparison(()), order) for order in RowOrder] == [(), ()]

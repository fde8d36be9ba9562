from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.core.article import Article, Sentence, SentenceRef, Span
from newsdiff.core.cleaning import clean
from newsdiff.core.segmentation import split
from newsdiff.tui import layout, selecting
from newsdiff.tui.selecting import Selection

TEXT = "One two three. Four five.\n\nSix seven eight. Nine."


def article(text: str) -> Article:
    return Article("a", "A", text, tuple(split(text)), title="Title")


ARTICLE = article(TEXT)


def words_of(selection: Selection | None, of: Article = ARTICLE) -> str:
    assert selection is not None
    return of.text[selection.start : selection.end]


def test_a_marking_grows_by_sentences_and_shrinks_to_the_one_it_began_with() -> None:
    second = selecting.whole(SentenceRef(0, 1), ARTICLE)
    assert words_of(second) == "Four five."
    third = selecting.reaching(second, ARTICLE, 2)
    assert words_of(third) == "Four five.\n\nSix seven eight."
    assert selecting.reaching(third, ARTICLE, 1) == second
    back = selecting.reaching(second, ARTICLE, 0)
    assert words_of(back) == "One two three. Four five."
    assert not back.forward
    assert words_of(selecting.reaching(back, ARTICLE, 1)) == "Four five."
    assert words_of(selecting.reaching(back, ARTICLE, 3)) == "Four five.\n\nSix seven eight. Nine."


def test_words_are_taken_off_and_added_at_the_end_that_moves() -> None:
    first = selecting.whole(SentenceRef(0, 0), ARTICLE)
    less = selecting.by_word(first, ARTICLE, -1)
    assert words_of(less) == "One two"
    turned = selecting.turned(less)
    one = selecting.by_word(turned, ARTICLE, 1)
    assert words_of(one) == "two"
    assert words_of(selecting.by_word(one, ARTICLE, 1)) == "two three."  # the last word stays marked
    assert words_of(selecting.by_word(one, ARTICLE, -1)) == "One two"
    assert selecting.by_word(first, ARTICLE, 1) == Selection(0, 0, TEXT.index(" five"))


def test_no_word_is_beyond_the_text() -> None:
    everything = Selection(0, 0, len(TEXT))
    assert selecting.by_word(everything, ARTICLE, 1) is None
    assert selecting.by_word(selecting.turned(everything), ARTICLE, -1) is None


@given(st.lists(st.integers(-2, 4), max_size=30), st.integers(0, 3))
def test_whatever_moves_some_text_stays_marked(steps: list[int], begin: int) -> None:
    selection = selecting.whole(SentenceRef(0, begin), ARTICLE)
    for step in steps:
        if step == 4:
            selection = selecting.turned(selection)
        elif step < 0:
            selection = selecting.by_word(selection, ARTICLE, 1 if step == -1 else -1) or selection
        else:
            selection = selecting.reaching(selection, ARTICLE, step)
            there = ARTICLE.sentences[step]
            assert selection.start <= there.start or selection.end >= there.end
        assert 0 <= selection.start < selection.end <= len(TEXT)
        assert words_of(selection) == words_of(selection).strip()
        number = selecting.sentence_at(ARTICLE, selection.edge)
        assert number in {ref.sentence for ref in selecting.marked_parts(selection, ARTICLE)}


# The mouse

texts = st.lists(
    st.text(st.characters(codec="utf-8"), max_size=12)
    | st.sampled_from(["naïve", "x\u0301t", "漢字", "👍", "🇫🇷", "👍🏽", "नमस्ते", "한국"]),
    min_size=1,
    max_size=40,
).map(lambda words: clean(". ".join(words)))


@given(texts, st.integers(8, 40), st.data())
def test_a_drag_marks_the_articles_own_text_from_one_character_to_the_other(
    text: str, width: int, data: st.DataObject
) -> None:
    told = article(text)
    column = layout.lay_out_column(0, told, width)
    place = st.tuples(st.integers(-3, len(column.slots) + 3), st.integers(-3, width + 3))
    (row, cell), (other_row, other_cell) = data.draw(place), data.draw(place)
    a = selecting.character_at(column, text, row, cell)
    b = selecting.character_at(column, text, other_row, other_cell)
    if not told.sentences:
        assert a is None
        return
    assert a is not None
    assert b is not None
    order = list(range(len(told.sentences)))
    assert selecting.within_reach(told, order, a, b) == b
    selection = selecting.between(0, a, b)
    assert selection == selecting.between(0, b, a) or (selection and a != b)
    if selection is None:
        return
    assert (selection.start, selection.end) == (min(a.start, b.start), max(a.end, b.end))
    parts = selecting.marked_parts(selection, told)
    marked = "".join(text[span.start : span.end] for span in parts.values())
    assert "".join(marked.split()) == "".join(text[selection.start : selection.end].split())


@given(texts, st.integers(8, 40))
def test_every_cell_of_a_line_belongs_to_the_character_that_is_drawn_there(text: str, width: int) -> None:
    told = article(text)
    column = layout.lay_out_column(0, told, width)
    for row, slot in enumerate(column.slots):
        if slot.kind is not layout.Kind.TEXT or not slot.cells:
            continue
        spans = [selecting.character_at(column, text, row, cell) for cell in range(slot.cells)]
        seen = [span for span in dict.fromkeys(spans) if span]
        assert "".join(text[span.start : span.end] for span in seen) == text[slot.start : slot.end]
        assert all(a.end == b.start for a, b in pairwise(seen))


def test_a_line_without_text_stands_for_the_end_of_the_text_before() -> None:
    column = layout.lay_out_column(0, ARTICLE, 40)
    kinds = [slot.kind for slot in column.slots]
    assert selecting.character_at(column, TEXT, kinds.index(layout.Kind.TITLE), 2) == Span(0, 0)
    gap = len(kinds) - 1 - kinds[::-1].index(layout.Kind.GAP)
    end = TEXT.index("\n")
    assert selecting.character_at(column, TEXT, gap, 0) == Span(end, end)


@pytest.mark.parametrize(
    ("order", "begin", "goal", "marked"),
    [
        ([0, 1, 2, 3], 0, 3, TEXT),
        ([0, 1, 3, 2], 0, 3, "One two three. Four five."),
        ([3, 0, 1, 2], 1, 3, "One two three. Four five."),
        ([2, 0, 1, 3], 1, 3, "Four five."),
        ([1, 0, 2, 3], 2, 1, "Six seven eight."),
    ],
)
def test_a_drag_ends_where_the_rows_leave_the_order_of_the_text(
    order: list[int], begin: int, goal: int, marked: str
) -> None:
    def sentence(number: int) -> Span:
        found: Sentence = ARTICLE.sentences[number]
        return Span(found.start, found.end)

    head = selecting.within_reach(ARTICLE, order, sentence(begin), sentence(goal))
    assert words_of(selecting.between(0, sentence(begin), head)) == marked

"""Two people's notebooks on one story made into one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsdiff.core.article import SentenceRef
from newsdiff.core.comparison import Comparison, compare
from newsdiff.core.corrections import Verdict
from newsdiff.core.merging import UnlikeError, merge
from newsdiff.core.notebook import Notebook
from stories import linked, story

STORY = story(
    ("Post", ["The Tessel burst its banks at Orlow.", "A bakery handed out free bread.", "Nobody was hurt."]),
    ("Radio", ["Orlow stood under water after the Tessel burst its banks.", "Loaves were given away."]),
)
(LEDGER,) = story(("Ledger", ["Snow is expected in the mountains."]))
BREAD, LOAVES = SentenceRef(0, 1), SentenceRef(1, 1)
BOTH = Notebook(compare(STORY), "Flood")


def test_notes_of_both_are_kept_with_their_names() -> None:
    mine = BOTH.with_note(BREAD, "Which bakery?", ["food"], "Ada")
    theirs = BOTH.with_note(BREAD, "On Mill Street", [], "Ben").with_note(LOAVES, "Same?", [], "Ben")
    merged = merge(mine, theirs)
    assert [(note.author, note.text) for note in merged.notebook.notes_on(BREAD)] == [
        ("Ada", "Which bakery?"),
        ("Ben", "On Mill Street"),
    ]
    assert (merged.articles, merged.notes, merged.corrections) == (0, 2, 0)
    assert merged.notebook.located.lost == ()


def test_whoever_merges_twice_has_nothing_twice() -> None:
    common = BOTH.with_note(BREAD, "Which bakery?", [], "Ada")
    theirs = common.with_note_saying(common.notes[0].id, "Which bakery, and when?", [])
    theirs = theirs.corrected(Verdict.SAME, [BREAD, LOAVES])
    once = merge(common, theirs)
    assert {note.text for note in once.notebook.notes} == {"Which bakery?", "Which bakery, and when?"}
    again = merge(once.notebook, theirs)
    assert again.notebook.additions == once.notebook.additions
    assert (again.notes, again.corrections, again.contradicting) == (0, 0, 0)


def test_articles_that_only_the_other_has_come_with_their_notes() -> None:
    same = replace(STORY[0], id="post"), replace(STORY[1], id="radio")
    theirs = Notebook(Comparison((LEDGER, *same)), "Snow")  # the Ledger's id is that of the Post here
    theirs = theirs.with_note(SentenceRef(0, 0), "How much?").with_note(SentenceRef(1, 2), "Really?")
    merged = merge(BOTH, theirs)
    assert [article.outlet for article in merged.notebook.comparison.articles] == ["Post", "Radio", "Ledger"]
    assert len({article.id for article in merged.notebook.comparison.articles}) == 3
    assert [note.text for note in merged.notebook.notes_on(SentenceRef(2, 0))] == ["How much?"]
    assert [note.text for note in merged.notebook.notes_on(SentenceRef(0, 2))] == ["Really?"]
    assert merged.notebook.title == "Flood"


def test_a_note_on_another_version_of_an_article_is_found_by_its_words() -> None:
    (edited,) = story(("Post", ["An added lead.", *(STORY[0].sentence_text(number) for number in (0, 1))]))
    theirs = Notebook(Comparison((edited, STORY[1]))).with_note(SentenceRef(0, 2), "Which one?")
    theirs = theirs.with_note(SentenceRef(0, 0), "New")
    merged = merge(BOTH, theirs)
    assert merged.articles == 0
    assert [note.text for note in merged.notebook.notes_on(BREAD)] == ["Which one?"]
    assert [note.text for note in merged.notebook.located.lost] == ["New"]


def test_corrections_of_both_count_and_the_later_of_two_that_disagree() -> None:
    mine = BOTH.corrected(Verdict.DIFFERENT, [BREAD, LOAVES])
    theirs = BOTH.corrected(Verdict.SAME, [BREAD, LOAVES])
    later = replace(theirs.corrections[0], created="2999-01-01T00:00:00+00:00")
    merged = merge(mine, replace(theirs, corrections=(later,)))
    assert (merged.corrections, merged.contradicting) == (1, 1)
    made = compare(merged.notebook.comparison.articles, merged.notebook.corrections)
    assert (BREAD, LOAVES) in linked(made)


def test_two_equal_sentences_are_two_places() -> None:
    (twice,) = story(("Post", ["He declined to comment.", "Nobody was hurt.", "He declined to comment."]))
    both = Notebook(compare((twice, STORY[1])))
    first, second = SentenceRef(0, 0), SentenceRef(0, 2)
    mine = both.corrected(Verdict.REPORTED, [first])
    merged = merge(mine, both.corrected(Verdict.REPORTED, [second]))
    assert (merged.corrections, merged.contradicting) == (1, 0)
    merged = merge(mine, both.corrected(Verdict.ONLY_HERE, [second]))
    assert (merged.corrections, merged.contradicting) == (1, 0)
    assert compare((twice, STORY[1]), merged.notebook.corrections).reported == {first}


def test_a_sentence_that_has_moved_in_another_version_is_one_place() -> None:
    (edited,) = story(("Post", ["An added lead.", *(STORY[0].sentence_text(number) for number in (0, 1))]))
    theirs = Notebook(Comparison((edited, STORY[1]))).corrected(Verdict.REPORTED, [SentenceRef(0, 2)])
    merged = merge(BOTH.corrected(Verdict.REPORTED, [BREAD]), theirs)
    assert (merged.corrections, merged.contradicting) == (0, 0)
    merged = merge(BOTH.corrected(Verdict.ONLY_HERE, [BREAD]), theirs)
    assert (merged.corrections, merged.contradicting) == (1, 1)


def test_notebooks_on_different_stories_are_not_merged() -> None:
    with pytest.raises(UnlikeError, match="different stories"):
        merge(BOTH, Notebook(Comparison((LEDGER,))))

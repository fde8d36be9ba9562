"""Notes: what they are on, where that is now, and their tags."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsdiff.core import author, notes
from newsdiff.core.article import Article, SentenceRef, Span
from newsdiff.core.comparison import Comparison
from newsdiff.core.notebook import Notebook
from newsdiff.core.notes import WHOLE_STORY, Mark, Target, counted, described, on_words, tags_in
from stories import story

TELLS = SentenceRef(0, 1)
POST = "The bridge closed on Monday.", "Two men were seen on it.", "The mayor spoke of repairs.", "He left."
RADIO = "On Monday the bridge was shut.", "A ferry will run."
STORY = story(("Post", [*POST]), ("Radio", [*RADIO]))
LABELS = "Post", "Radio"


def noted(*targets: Target | SentenceRef) -> Notebook:
    notebook = Notebook(Comparison(STORY))
    for number, target in enumerate(targets):
        notebook = notebook.with_note(target, f"note {number}")
    return notebook


def words(article: Article, quote: str) -> Target:
    start = article.text.index(quote)
    return on_words(article, Span(start, start + len(quote)))


def texts(found: tuple[notes.Note, ...]) -> list[str]:
    return [note.text for note in found]


def test_a_note_on_words_is_on_every_sentence_that_they_touch() -> None:
    notebook = noted(words(STORY[0], "on it. The mayor"), TELLS)
    assert texts(notebook.notes_on(TELLS)) == ["note 0", "note 1"]
    assert texts(notebook.notes_on(SentenceRef(0, 2))) == ["note 0"]
    assert notebook.notes_on(SentenceRef(0, 0)) == notebook.notes_on(SentenceRef(0, 3)) == ()
    first, second = notebook.notes
    assert notebook.located.sentences_of(first) == (TELLS, SentenceRef(0, 2))
    start = STORY[0].text.index("on it.")
    assert notebook.located.spans_in(TELLS)[0] == Span(start, start + 16)
    assert notebook.located.sentences_of(second) == (TELLS,)


def test_a_note_on_a_passage_is_on_each_version() -> None:
    both = notes.on_sentences(STORY, [SentenceRef(0, 0), SentenceRef(1, 0)])
    notebook = noted(both)
    assert notebook.notes_on(SentenceRef(0, 0)) == notebook.notes_on(SentenceRef(1, 0)) == notebook.notes
    assert described(STORY, LABELS, both) == (("Post", POST[0]), ("Radio", RADIO[0]))


def test_a_passage_is_the_row_else_the_best_sure_counterparts(comparison: Comparison) -> None:
    ref = SentenceRef
    assert notes.passage_around(comparison, ref(1, 0)) == (ref(0, 1), ref(1, 0))
    bare = replace(comparison, passages=())
    assert notes.passage_around(bare, ref(0, 0)) == (ref(0, 0), ref(1, 0), ref(2, 0))
    assert notes.passage_around(bare, ref(2, 0)) == (ref(0, 0), ref(2, 0))  # the other is a perhaps
    assert notes.passage_around(bare, ref(2, 1)) == (ref(2, 1),)


def test_notes_on_an_article_and_on_the_story_are_on_no_sentence() -> None:
    notebook = noted(Target(article=STORY[1].id), WHOLE_STORY)
    assert not any(notebook.notes_on(SentenceRef(0, number)) for number in range(4))
    assert notebook.located.lost == ()
    assert [described(STORY, LABELS, note.target) for note in notebook.notes] == [
        (("Radio, the whole article", ""),),
        (("the whole story", ""),),
    ]


def test_notes_follow_their_words_into_an_edited_story() -> None:
    notebook = noted(words(STORY[0], "Two men were seen on it."), words(STORY[0], "repairs"))
    post, radio = story(
        ("Post", ["A new beginning, of some length.", POST[2], "Two men were seen on it"]),
        ("Radio", [*RADIO]),
    )
    changed = replace(notebook, comparison=Comparison((radio, post)))
    assert texts(changed.notes_on(SentenceRef(1, 2))) == ["note 0"]
    assert texts(changed.notes_on(SentenceRef(1, 1))) == ["note 1"]
    assert changed.located.lost == ()


def test_what_is_gone_is_told_with_its_words_and_found_again_when_it_is_back() -> None:
    notebook = noted(
        words(STORY[0], "Two men were seen"),
        Target(article=STORY[0].id),
        notes.on_sentences(STORY, [SentenceRef(0, 0), SentenceRef(1, 0)]),
    )
    other = STORY[1]
    without = replace(notebook, comparison=Comparison((other,)))
    gone, whole, passage = without.notes
    assert without.located.lost == (gone, whole)
    assert described((other,), ["Radio"], gone.target) == (
        ("article-1, an article that is gone", "Two men were seen"),
    )
    assert described((other,), ["Radio"], whole.target) == (("article-1, an article that is gone", ""),)
    # of a passage a place is left
    assert without.notes_on(SentenceRef(0, 0)) == (passage,)
    assert described((other,), ["Radio"], passage.target)[0][0] == "article-1, an article that is gone"
    (rewritten,) = story(("Post", ["Nothing of all that."]))
    assert described((rewritten,), ["Post"], gone.target)[0][0] == "Post, words that are gone"
    assert replace(without, comparison=notebook.comparison).located.lost == ()


def test_a_note_says_a_text_or_has_a_tag_or_is_none() -> None:
    notebook = Notebook(Comparison(STORY))
    assert notebook.with_note(TELLS, "  ").notes == ()
    tagged = notebook.with_note(TELLS, "", ("figures",), "Ada")
    (note,) = tagged.notes
    assert (note.text, note.tags, note.author) == ("", ("figures",), "Ada")
    changed = tagged.with_note_saying(note.id, " ask\x1b[2J ", ())
    assert [(each.text, each.tags, each.author) for each in changed.notes] == [("ask", (), "Ada")]
    assert changed.notes[0].target == note.target
    assert changed.with_note_saying(note.id, "", ()).notes == ()
    for change in (tagged.without_note, lambda name: tagged.with_note_saying(name, "x", ())):
        with pytest.raises(KeyError):
            change("nobody")


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("", ()),
        (" , ,#, ", ()),
        ("figures", ("figures",)),
        ("#Figures,  ask the  desk ,figures,FIGURES", ("Figures", "ask-the-desk")),
        ("a\nb\x1b[2J,c", ("a-b", "c")),
        ("x" * 99, ("x" * 40,)),
        ("Größe, GRÖSSE", ("Größe",)),
    ],
)
def test_tags_are_parted_by_commas_and_differ_in_more_than_capitals(
    typed: str, tags: tuple[str, ...]
) -> None:
    assert tags_in(typed) == tags
    assert tags_in(", ".join(tags)) == tags


def test_tags_are_counted_the_most_frequent_first() -> None:
    notebook = Notebook(Comparison(STORY))
    for tags in (("Figures", "dates"), ("figures",), ("alone",)):
        notebook = notebook.with_note(TELLS, "", tags)
    assert counted(notebook.notes) == [("Figures", 2), ("alone", 1), ("dates", 1)]


def test_marks_are_tags_however_they_are_written() -> None:
    notebook = Notebook(Comparison(STORY)).with_note(TELLS, "", ("x", "Reviewed", "QUESTION"))
    assert notebook.notes[0].marks == (Mark.QUESTION, Mark.REVIEWED)
    assert notes.without(notebook.notes[0].tags, Mark.QUESTION) == ("x", "Reviewed")


def test_whoever_has_no_name_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "ada\x1b[2J")
    assert author.own_name() == "ada"

    def nobody() -> str:
        raise OSError("No username set in the environment")

    monkeypatch.setattr("getpass.getuser", nobody)
    assert author.own_name() == ""

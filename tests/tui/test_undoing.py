"""What was changed, in words."""

from __future__ import annotations

from newsdiff.core.article import SentenceRef
from newsdiff.core.corrections import Verdict
from newsdiff.core.notebook import Notebook
from newsdiff.core.notes import WHOLE_STORY, Target, on_sentences
from newsdiff.tui.undoing import change

HERE, THERE = SentenceRef(0, 3), SentenceRef(1, 2)


def test_a_note_that_came_changed_or_went_is_named_by_what_it_is_on(notebook: Notebook) -> None:
    noted = notebook.with_note(HERE, "one")
    changed = noted.with_note_saying(noted.notes[0].id, "two", ())
    assert change(notebook, noted) == "note on Gazette 4"
    assert change(noted, changed) == "note on Gazette 4 changed"
    assert change(changed, notebook) == "note on Gazette 4 deleted"


def test_a_note_on_more_or_less_than_a_sentence(notebook: Notebook) -> None:
    both = on_sentences(notebook.comparison.articles, [HERE, THERE])
    assert change(notebook, notebook.with_note(both, "x")) == "note on Gazette 4 and 1 more"
    article = notebook.with_note(Target(article="wire"), "x")
    assert change(notebook, article) == "note on Wire, the whole article"
    assert change(notebook, notebook.with_note(WHOLE_STORY, "x")) == "note on the whole story"


def test_a_correction_is_named_by_its_places_and_one_that_replaces_another_alone(notebook: Notebook) -> None:
    linked = notebook.corrected(Verdict.SAME, [HERE, THERE])
    parted = linked.corrected(Verdict.DIFFERENT, [HERE, THERE])
    assert change(notebook, linked) == "link of Gazette 4 and Herald 3"
    assert change(linked, parted) == "link of Gazette 4 and Herald 3 taken away"
    assert change(parted, notebook) == "“link of Gazette 4 and Herald 3 taken away” taken back"
    alone = notebook.corrected(Verdict.ONLY_HERE, [HERE])
    assert change(notebook, alone) == "Gazette 4 is only here"
    assert change(alone, alone.corrected(Verdict.REPORTED, [HERE])) == "Gazette 4 is not only here"

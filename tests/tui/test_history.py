from __future__ import annotations

from dataclasses import replace

from newsdiff.core.article import SentenceRef
from newsdiff.core.comparison import Comparison
from newsdiff.core.notebook import Notebook
from newsdiff.tui.history import History


def test_changes_are_undone_and_done_again_in_order(notebook: Notebook) -> None:
    one = notebook.with_note(SentenceRef(0, 0), "one")
    two = one.with_note(SentenceRef(0, 1), "two")
    history = History().changed(notebook).changed(one)
    first = history.undo(two)
    assert first is not None
    assert first[1] == one
    second = first[0].undo(first[1])
    assert second is not None
    assert second[1] == notebook
    assert second[0].undo(second[1]) is None
    again = second[0].redo(second[1])
    assert again is not None
    assert again[1] == one


def test_a_new_change_forgets_what_was_undone(notebook: Notebook) -> None:
    one = notebook.with_note(SentenceRef(0, 0), "one")
    undone = History().changed(notebook).undo(one)
    assert undone is not None
    assert undone[0].changed(undone[1]).redo(one) is None


def test_undoing_does_not_take_back_a_comparison(notebook: Notebook, comparison: Comparison) -> None:
    before = replace(notebook, comparison=Comparison(comparison.articles))
    history = History().changed(before)
    undone = history.undo(replace(before.with_note(SentenceRef(0, 0), "x"), comparison=comparison))
    assert undone is not None
    assert undone[1].comparison == comparison
    assert not undone[1].notes

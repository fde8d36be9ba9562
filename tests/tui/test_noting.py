"""Notes by keys: on words, a sentence, a passage, an article, the story; tags, marks, and the list of all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from newsdiff.core import store
from newsdiff.core.article import SentenceRef, Span
from newsdiff.core.comparison import Comparison
from newsdiff.core.notebook import NOTEBOOK_SUFFIX, Notebook
from newsdiff.core.notes import WHOLE_STORY, Target, on_sentences, on_words
from newsdiff.tui import noting
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.screens.dialogs import ChoiceScreen
from newsdiff.tui.screens.notes import NotesScreen, WhichNoteScreen
from newsdiff.tui.screens.reader import ReaderScreen
from newsdiff.tui.screens.writing import NoteScreen, TagsScreen, TagSuggester
from newsdiff.tui.widgets.sentence_lines import note_column
from on_screen import reader, screen_lines, until, until_shown

HERE = SentenceRef(0, 0)


@pytest.fixture
def app(notebook: Notebook) -> NewsdiffApp:
    return NewsdiffApp(notebook)


@pytest.fixture
def noted(notebook: Notebook) -> Notebook:
    """Five notes: on a sentence, on words of another, on a passage, an article and the story."""
    articles = notebook.comparison.articles
    start = articles[0].text.index("crack")
    notebook = notebook.with_note(HERE, "Which Monday?", ("dates", "question"), "tester")
    notebook = notebook.with_note(on_words(articles[0], Span(start, start + 5)), "How wide?", ("figures",))
    both = on_sentences(articles, [SentenceRef(0, 2), SentenceRef(1, 1)])
    notebook = notebook.with_note(both, "Two years: who says so?", ("Figures", "reviewed"), "Ada")
    notebook = notebook.with_note(Target(article="wire"), "", ("thin",), "tester")
    return notebook.with_note(WHOLE_STORY, "Ask the city.", (), "tester")


def said(app: NewsdiffApp) -> str:
    return str(reader(app).query_one("#remark").render())


def texts(app: NewsdiffApp) -> list[str]:
    return [note.text for note in reader(app).notebook.notes]


def drawn(app: NewsdiffApp) -> str:
    return "\n".join(screen_lines(app))


def heading(app: NewsdiffApp) -> str:
    return str(app.screen.query(".heading").first().render())


async def test_a_writes_on_what_is_marked(app: NewsdiffApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("m", "h", "h", "a", *"why", "ctrl+s")
        (note,) = reader(app).notebook.notes
        assert [place.quote for place in note.target.places] == ["The bridge over the Arno closed"]
        assert note.author == "tester"
        assert reader(app).canvas.selection is None
        assert "Note kept" in said(app)
        await pilot.press("j", "k")
        assert "✎ why" in said(app)
        # the same words again: the same note; other words: another one
        await pilot.press("m", "h", "h", "a", *"x", "ctrl+s")
        assert texts(app) == ["whyx"]
        await pilot.press("m", "h", "a", *"y", "ctrl+s")
        assert texts(app) == ["whyx", "y"]


async def test_a_on_a_sentence_with_several_notes_asks_which(app: NewsdiffApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("a", *"one", "ctrl+s", "m", "h", "a", *"two", "ctrl+s", "a")
        assert isinstance(app.screen, WhichNoteScreen)
        assert "The bridge over the Arno closed on" in drawn(app)
        await pilot.press("j", "enter", *"!", "ctrl+s")
        assert texts(app) == ["one", "two!"]
        await pilot.press("a", "j", "j", "enter", *"3", "ctrl+s")
        assert texts(app) == ["one", "two!", "3"]
        await pilot.press("a", "escape", "u")
        assert texts(app) == ["one", "two!"]


async def test_a_on_a_sentence_with_a_note_on_its_passage_alone_begins_a_new_one(notebook: Notebook) -> None:
    passage = on_sentences(notebook.comparison.articles, [HERE, SentenceRef(2, 0)])
    app = NewsdiffApp(notebook.with_note(passage, "both"))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("a", *"one", "ctrl+s")
        assert texts(app) == ["both", "one"]
        assert len(reader(app).notebook.notes[1].target.places) == 1
        await pilot.press("u")
        assert "Undone: note on Gazette 1." in said(app)
        await pilot.press("ctrl+y", "a")  # now there are two
        assert isinstance(app.screen, WhichNoteScreen)


@pytest.mark.parametrize(
    ("key", "target", "places"),
    [("p", "Gazette, Wire", 2), ("r", "Gazette, the whole article", 0), ("t", "the whole story", 0)],
)
async def test_shift_a_writes_on_something_else(app: NewsdiffApp, key: str, target: str, places: int) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("A")
        assert isinstance(app.screen, ChoiceScreen)
        await pilot.press(key)
        assert isinstance(app.screen, NoteScreen)
        assert heading(app) == f"Note on {target}"
        await pilot.press(*"ok", "ctrl+s")
        (note,) = reader(app).notebook.notes
        assert len(note.target.places) == places
        assert len(reader(app).notebook.located.sentences_of(note)) == places
        await pilot.press("u")
        assert not reader(app).notebook.notes


async def test_a_column_whose_article_has_a_note_says_so(app: NewsdiffApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        assert screen_lines(app)[0].startswith(" 1 Gazette")
        await pilot.press("A", "r", *"thin", "ctrl+s")
        assert screen_lines(app)[0].startswith(" 1 ✎ Gazette")
        await pilot.press("u")
        assert screen_lines(app)[0].startswith(" 1 Gazette")


async def test_shift_a_writes_a_second_note_on_a_sentence_and_asks_for_no_passage_where_there_is_none(
    app: NewsdiffApp,
) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("G", "a", *"1", "ctrl+s", "A")
        assert "Passage" not in drawn(app)
        await pilot.press("s", *"2", "ctrl+s")
        assert texts(app) == ["1", "2"]
        assert len(reader(app).notebook.notes_on(SentenceRef(0, 3))) == 2


async def test_t_gives_tags_with_or_without_a_text(app: NewsdiffApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("t")
        assert isinstance(app.screen, TagsScreen)
        assert "No tag is used yet." in drawn(app)
        await pilot.press(*"#Ask the desk, dates", "enter")
        (note,) = reader(app).notebook.notes
        assert (note.text, note.tags) == ("", ("Ask-the-desk", "dates"))
        await pilot.press("a", *"when", "ctrl+s", "j", "t")
        assert "Used: Ask-the-desk 1 · dates 1" in drawn(app)
        await pilot.press(*"ask")
        await until(pilot, lambda: bool(app.screen.query_one(Input)._suggestion))
        await pilot.press("right", "enter")
        assert [note.tags for note in reader(app).notebook.notes] == [
            ("Ask-the-desk", "dates"),
            ("ask-the-desk",),
        ]
        await pilot.press("k", "t", "ctrl+u", "enter")
        note = reader(app).notebook.notes[0]
        assert (note.text, note.tags) == ("when", ())
        await pilot.press("j", "t", "ctrl+u", "enter")
        assert "Note deleted" in said(app)
        await pilot.press("u", "u")
        assert reader(app).notebook.notes[0].tags == ("Ask-the-desk", "dates")


async def test_a_note_with_tags_outlives_its_text(app: NewsdiffApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("a", *"x", "ctrl+s", "t", *"dates", "enter", "a")
        assert "an empty note is deleted" not in drawn(app)
        await pilot.press("ctrl+u", "ctrl+s")
        assert [(note.text, note.tags) for note in reader(app).notebook.notes] == [("", ("dates",))]


async def test_tags_that_were_typed_are_not_dropped_by_one_key(app: NewsdiffApp) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("t", *"dates", "escape")
        assert isinstance(app.screen, ChoiceScreen)
        await pilot.press("k")
        assert [note.tags for note in reader(app).notebook.notes] == [("dates",)]
        await pilot.press("t", *"x", "escape", "d", "t", "escape")
        assert isinstance(app.screen, ReaderScreen)
        assert [note.tags for note in reader(app).notebook.notes] == [("dates",)]


async def test_marks_have_signs_beside_the_sentence(app: NewsdiffApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("exclamation_mark", "quotation_mark", "r")
        assert [note.tags for note in reader(app).notebook.notes] == [("question", "quote", "reviewed")]
        row = reader(app).canvas.arrangement.row_of(HERE)
        assert row is not None
        top = [reader(app).canvas.render_line(row + number).text for number in range(2)]
        assert [line[4:6] for line in top] == ["?✓", '" ']
        await pilot.press("j", "k")
        assert '✎ ? question · " quote · ✓ reviewed' in said(app)
        await pilot.press("a", *"ok", "ctrl+s", "exclamation_mark")
        (note,) = reader(app).notebook.notes
        assert (note.text, note.tags) == ("ok", ("quote", "reviewed"))


async def test_a_mark_goes_on_the_marked_words(app: NewsdiffApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("m", "h", "quotation_mark")
        (note,) = reader(app).notebook.notes
        assert note.target.places[0].quote == "The bridge over the Arno closed on"
        assert note.tags == ("quote",)
        # a mark on the sentence is another note; taken away, it is gone
        await pilot.press("r")
        assert len(reader(app).notebook.notes) == 2
        await pilot.press("r")
        assert reader(app).notebook.notes == (note,)
        await pilot.press("quotation_mark")
        assert reader(app).notebook.notes == ()


async def test_a_mark_does_not_change_what_somebody_else_wrote(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook.with_note(HERE, "hers", (), "Ada"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        assert [(note.author, note.tags) for note in reader(app).notebook.notes] == [
            ("Ada", ()),
            ("tester", ("reviewed",)),
        ]


async def test_the_detail_shows_notes_with_tags_and_author(noted: Notebook) -> None:
    app = NewsdiffApp(noted)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("enter")
        assert "✎ Your note, " in drawn(app)
        assert "Which Monday?" in drawn(app)
        assert "#dates · ? question" in drawn(app)
        await pilot.press("j", "j")
        assert "✎ Note of Ada, " in drawn(app)


async def test_i_lists_all_notes_and_goes_to_one(noted: Notebook) -> None:
    app = NewsdiffApp(noted)
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press("l", "G", "i")
        assert heading(app) == "5 notes · #figures 2 #dates 1 #question 1 #reviewed 1 #thin 1"
        assert "Gazette, Herald" in drawn(app)
        assert "✓ reviewed · Ada · " in drawn(app)
        await pilot.press("j", "j", "enter")
        assert reader(app).place.selected == SentenceRef(0, 2)
        await pilot.press("i", "j", "enter")
        assert reader(app).place.selected == SentenceRef(2, 0)
        await pilot.press("i", "enter")
        assert "on the whole story" in said(app)
        await pilot.press("i", "i")
        assert isinstance(app.screen, ReaderScreen)


async def test_a_hidden_column_is_shown_for_its_note(noted: Notebook) -> None:
    app = NewsdiffApp(noted)
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press("3", "i", "j", "enter")
        assert reader(app).place.hidden == frozenset()
        assert reader(app).place.selected == SentenceRef(2, 0)


async def test_the_list_is_filtered_by_words_and_tags(noted: Notebook) -> None:
    app = NewsdiffApp(noted)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("i", "slash", *"ARNO")
        assert heading(app).startswith("1 of 5 notes")
        await pilot.press("escape")
        assert heading(app).startswith("5 notes")
        await pilot.press("number_sign", *"fig")
        assert heading(app).startswith("2 of 5 notes")
        await pilot.press("enter", "j", "enter")
        assert reader(app).place.selected == SentenceRef(0, 1)
        await pilot.press("i", "slash", *"nothing like it", "down", "enter", "e", "t", "x")
        assert heading(app).startswith("0 of 5 notes")
        await pilot.press("escape", "escape")
        assert isinstance(app.screen, ReaderScreen)
        assert len(reader(app).notebook.notes) == 5


async def test_notes_are_changed_tagged_deleted_and_brought_back_from_the_list(noted: Notebook) -> None:
    app = NewsdiffApp(noted)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("i", "e", *" Now", "ctrl+s")
        assert isinstance(app.screen, NotesScreen)
        assert "Ask the city. Now" in drawn(app)
        await pilot.press("t", *"city", "enter")
        assert "#city · tester" in drawn(app)
        await pilot.press("x", "delete")
        assert heading(app).startswith("3 notes")
        await pilot.press("u")
        assert heading(app).startswith("4 notes")
        assert "#thin" in drawn(app)
        await pilot.press("escape")
        assert len(reader(app).notebook.notes) == 4


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_the_end_of_a_long_list_and_its_keys_are_seen(size: tuple[int, int], noted: Notebook) -> None:
    for number in range(20):
        noted = noted.with_note(HERE, f"note {number}", (f"tag-{number}",))
    app = NewsdiffApp(noted)
    async with app.run_test(size=size) as pilot:
        await pilot.press("i", "G")
        assert "Which Monday?" in drawn(app)
        assert "x deletes · u undoes · esc back" in drawn(app)


async def test_a_click_in_the_list_goes_to_the_note(noted: Notebook) -> None:
    app = NewsdiffApp(noted)
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press("G", "i")
        lines = screen_lines(app)
        row = next(number for number, line in enumerate(lines) if "who says so?" in line)
        await pilot.click(offset=(lines[row].index("who"), row))
        assert reader(app).place.selected == SentenceRef(0, 2)


async def test_what_is_lost_is_listed_with_its_words_and_can_still_be_changed(noted: Notebook) -> None:
    comparison = noted.comparison
    left = Comparison((comparison.articles[2],))
    app = NewsdiffApp(replace(noted, comparison=left))
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.press("i")
        assert heading(app).startswith("5 notes, 3 on words that are gone")
        assert "! gazette, an article that is gone" in drawn(app)
        assert "“The bridge over the Arno closed on Monday.”" in drawn(app)
        await pilot.press("G", "e", *"x", "ctrl+s")
        assert "Which Monday?x" in texts(app)
        await pilot.press("enter")
        assert "in none of these articles any more" in said(app)


async def test_drafts_of_notes_and_tags_are_kept_for_a_crash(app: NewsdiffApp, tmp_path: Path) -> None:
    folder = tmp_path / "state" / "recovery"

    def kept() -> list[tuple[str, tuple[str, ...], int]]:
        files = [*folder.glob(f"*{NOTEBOOK_SUFFIX}")] if folder.exists() else []
        return [
            (note.text, note.tags, len(note.target.places))
            for file in files
            for note in store.load(file).notes
        ]

    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("A", "t", *"half")
        await until(pilot, lambda: kept() == [("half", (), 0)])
        await pilot.press("escape", "d")
        await until(pilot, lambda: kept() == [])
        await pilot.press("m", "h", "t", *"dates, fig")
        await until(pilot, lambda: kept() == [("", ("dates", "fig"), 1)])
        await pilot.press("enter")
        await until(pilot, lambda: kept() == [("", ("dates", "fig"), 1)])


@pytest.mark.parametrize(
    ("write", "end"), [("a", ["ctrl+s"]), ("t", ["enter"]), ("a", ["escape", "d"]), ("t", ["escape", "d"])]
)
async def test_no_draft_is_told_of_after_the_end_of_writing(
    app: NewsdiffApp, monkeypatch: pytest.MonkeyPatch, write: str, end: list[str]
) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press(write, "x")
        screen = app.screen
        assert isinstance(screen, NoteScreen | TagsScreen)
        stopped = []
        assert screen._pause is not None
        monkeypatch.setattr(screen._pause, "stop", lambda: stopped.append(True))
        seen: list[bool] = []
        monkeypatch.setattr(screen, "dismiss", lambda _written: seen.append(bool(stopped)))
        await pilot.press(*end)
        assert seen == [True]


async def test_what_was_written_is_kept_for_a_crash_at_every_moment(
    app: NewsdiffApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[list[str]] = []

    def journal(screen: ReaderScreen) -> None:
        kept.append([note.text or note.tags[0] for note in (screen._draft or screen.notebook).notes])

    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("a", "x")
        await until(pilot, lambda: reader(app)._draft is not None)
        monkeypatch.setattr(ReaderScreen, "_journal_notes", journal)
        await pilot.press("ctrl+s")
        await pilot.press("j", "t", "y")
        await until(pilot, lambda: reader(app)._draft is not None)
        await pilot.press("enter")
        assert kept
        assert all(notes[0] == "x" for notes in kept)
        assert kept[-1] == ["x", "y"]
        assert all(notes == ["x", "y"] for notes in kept[kept.index(["x", "y"]) :])


async def test_all_kinds_of_notes_are_saved_undone_and_done_again(app: NewsdiffApp, tmp_path: Path) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("A", "p", *"p", "ctrl+s", "A", "r", *"r", "ctrl+s", "A", "t", *"t", "ctrl+s")
        await pilot.press("m", "h", "t", *"w", "enter", "r")
        made = reader(app).notebook.notes
        assert len(made) == 5
        await pilot.press(*["u"] * 5)
        assert reader(app).notebook.notes == ()
        await pilot.press(*["ctrl+y"] * 5)
        assert reader(app).notebook.notes == made
        await pilot.press("s", "enter")
        await until_shown(pilot, "Saved in")
        assert not reader(app).unsaved
    assert store.load(tmp_path / f"old-bridge-closes{NOTEBOOK_SUFFIX}").notes == made


async def test_what_somebody_wrote_is_no_markup(notebook: Notebook) -> None:
    evil = "[/] [red]x[/b] $x"
    tagged = notebook.with_note(HERE, evil, ("[red]", "[/b]"), "[$x] Ada")
    app = NewsdiffApp(tagged)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i")
        assert evil in drawn(app)
        assert "#[red] · #[/b] · [$x] Ada" in drawn(app)
        await pilot.press("t")
        assert "Used: [/b] 1 · [red] 1" in drawn(app)
        await pilot.press("escape", "e")
        assert app.screen.query_one(TextArea).text == evil
        await pilot.press("escape", "escape", "a")
        assert isinstance(app.screen, NoteScreen)


async def test_without_a_sentence_there_is_nothing_to_write_on() -> None:
    app = NewsdiffApp(Notebook(Comparison(())))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a", "A", "t", "r", "exclamation_mark", "quotation_mark", "i")
        assert isinstance(app.screen, ReaderScreen)


@pytest.mark.parametrize(
    ("signs", "lines", "cells"),
    [
        ([], 2, ["  ", "  "]),
        (["✎"], 2, ["✎ ", "  "]),
        (["?", "✎", "✓"], 3, ["? ", "✎ ", "✓ "]),
        (["?", "✎", "✓"], 2, ["?✓", "✎ "]),
        (["?", '"', "✎", "✓"], 1, ['?"']),
    ],
)
def test_signs_stand_below_each_other_as_far_as_there_are_lines(
    signs: list[str], lines: int, cells: list[str]
) -> None:
    assert note_column(signs, lines) == cells


async def test_the_last_of_several_tags_is_completed() -> None:
    tags = TagSuggester(["Figures", "dates"], ",")
    assert await tags.get_suggestion("fi") == "figures"
    assert await tags.get_suggestion("dates, #Fi") == "dates, #Figures"
    assert await tags.get_suggestion("dates, d") is None  # is there
    assert await tags.get_suggestion("dates, ") is None
    assert await tags.get_suggestion("Figures") is None
    among_words = TagSuggester(["dates"], " ", "#")
    assert await among_words.get_suggestion("word #d") == "word #dates"
    assert await among_words.get_suggestion("word d") is None


def test_a_filter_is_words_and_beginnings_of_tags(noted: Notebook) -> None:
    def found(query: str) -> list[str]:
        return [note.text for note in noting.filtered(noted, query)]

    assert found("#FIGURES") == ["Two years: who says so?", "How wide?"]
    assert found("#figures ada") == ["Two years: who says so?"]
    assert found("story") == ["Ask the city."]
    assert found("#fig #dates") == []
    assert found("") == [note.text for note in reversed(noted.notes)]

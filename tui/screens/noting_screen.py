"""A screen on which the reader writes notes, tags and marks, and goes through all of them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence

from newsdiff.core import author, notes
from newsdiff.core.article import SentenceRef
from newsdiff.core.notebook import Notebook
from newsdiff.core.notes import WHOLE_STORY, Mark, Note, Stretch, Target
from newsdiff.tui import noting
from newsdiff.tui.screens.dialogs import Choice, ChoiceScreen
from newsdiff.tui.screens.notebook_screen import NotebookScreen


class NotingScreen(NotebookScreen):
    """Adds notes to what a notebook screen keeps: on what is marked, else on the selected sentence."""

    @abstractmethod
    def marked(self) -> Stretch | None:
        """Return the words that are marked, if any."""

    @abstractmethod
    def drop_selection(self) -> bool:
        """Mark nothing any more; tell whether anything was marked."""

    @abstractmethod
    def go_to(self, sentence: SentenceRef | None) -> None:
        """Select `sentence`, where there is one."""

    # Which note

    def _target_here(self) -> Target | None:
        """Return what a new note would be on; where there is nothing, say so."""
        articles = self.comparison.articles
        if (marked := self.marked()) is not None:
            return notes.on_words(articles[marked.article], marked.span)
        selected = self.selected()
        return None if selected is None else notes.on_sentences(articles, [selected])

    def _notes_here(self, target: Target) -> list[Note]:
        """Return the notes on exactly what is marked, else those on words of the selected sentence."""
        if self.marked() is None and (selected := self.selected()) is not None:
            return [*self.notebook.notes_on(selected)]
        return self._exactly_on(target, self.notebook.notes)

    def _exactly_on(self, target: Target, among: Sequence[Note]) -> list[Note]:
        articles = self.comparison.articles
        there = notes.stretches(articles, target)
        return [note for note in among if notes.stretches(articles, note.target) == there]

    def _with_note_here(self, then: Callable[[Note | None, Target], None], new: str) -> None:
        """Do something with the note that is here, or a new one; of several the reader chooses.

        A note that is here alone, but on other sentences as well, is left for a new one on this sentence.
        """
        target = self._target_here()
        if target is None:
            return
        here = self._notes_here(target)
        if len(here) < 2:
            own = [note for note in here if len(self.notebook.located.sentences_of(note)) == 1]
            then(next(iter(own if self.marked() is None else here), None), target)
            return
        from newsdiff.tui.screens.notes import WhichNoteScreen

        def chosen(number: int | None) -> None:
            if number is not None:
                then(here[number] if number < len(here) else None, target)

        self.app.push_screen(WhichNoteScreen(self.notebook, here, new), chosen)

    # Writing

    def action_note(self) -> None:
        """Write a note on what is marked or selected, or change or delete the one that is there."""
        self._with_note_here(self._write, "A new note")

    def action_note_elsewhere(self) -> None:
        """Write a new note on the passage, the article, the story, or once more on the sentence."""
        selected = self.selected()
        if selected is None:
            return
        article = self.comparison.articles[selected.article]
        passage = notes.passage_around(self.comparison, selected)
        targets = {
            "sentence": notes.on_sentences(self.comparison.articles, [selected]),
            "passage": notes.on_sentences(self.comparison.articles, passage),
            "article": Target(article=article.id),
            "story": WHOLE_STORY,
        }
        choices = [
            *([Choice("p", "Passage", "passage")] if len(passage) > 1 else []),
            Choice("r", "Article", "article"),
            Choice("t", "Story", "story"),
            Choice("s", "Sentence", "sentence"),
        ]

        def answered(answer: str | None) -> None:
            if answer is not None:
                self._write(None, targets[answer])

        explanation = f"The article and the sentence are of {article.outlet}"
        if len(passage) > 1:
            explanation += f"; the passage has {len(passage)} sentences, its own and those of other outlets"
        self.app.push_screen(ChoiceScreen("A new note on what?", f"{explanation}.", choices), answered)

    def _write(self, note: Note | None, target: Target, then: Callable[[], None] | None = None) -> None:
        """Have `note` changed, or a new one written on `target`; `then` is done whatever comes of it."""
        written = note.text if note else ""
        tags = note.tags if note else ()

        def with_text(text: str) -> Notebook:
            return self._saying(note, target, text, tags)

        def draft(text: str) -> None:
            self.keep_draft(with_text(text) if text != written else None)

        def keep(text: str | None) -> None:
            # The draft goes last: at every moment one of the two is kept in case of a crash.
            if text is not None and text != written:
                self._noted(with_text(text), new=note is None, gone=not text and not tags)
            self.keep_draft(None)
            if then is not None:
                then()

        from newsdiff.tui.screens.writing import NoteScreen

        hint = "" if note is None or tags else "an empty note is deleted"
        on, words = self._on_what(note, target)
        self.app.push_screen(NoteScreen(on, words, written, hint, draft), keep)

    def action_tags(self) -> None:
        """Give tags to the note on what is marked or selected, or change them."""
        self._with_note_here(self._tag, "A new note, of tags alone")

    def _tag(self, note: Note | None, target: Target, then: Callable[[], None] | None = None) -> None:
        text = note.text if note else ""
        before = note.tags if note else ()

        def with_tags(typed: str) -> Notebook:
            return self._saying(note, target, text, notes.tags_in(typed))

        def draft(typed: str) -> None:
            self.keep_draft(with_tags(typed) if notes.tags_in(typed) != before else None)

        def keep(typed: str | None) -> None:
            if typed is not None and (tags := notes.tags_in(typed)) != before:
                self._noted(with_tags(typed), new=note is None, gone=not text and not tags)
            self.keep_draft(None)
            if then is not None:
                then()

        from newsdiff.tui.screens.writing import TagsScreen

        known = notes.counted(self.notebook.notes)
        self.app.push_screen(TagsScreen(self._on_what(note, target)[0], before, known, draft), keep)

    def action_note_mark(self, name: str) -> None:
        """Give what is marked or selected one of the marks, or take that away where it has it."""
        mark = Mark(name)
        target = self._target_here()
        if target is None:
            return
        having = [note for note in self._notes_here(target) if notes.holds(note.tags, mark)]
        notebook = self.notebook
        for note in having:
            notebook = notebook.with_note_saying(note.id, note.text, notes.without(note.tags, mark))
        if not having:
            own = [
                note
                for note in self._exactly_on(target, self._notes_here(target))
                if note.author in ("", author.own_name())
            ]
            latest = own[-1] if own else None
            text, tags = (latest.text, latest.tags) if latest else ("", ())
            notebook = self._saying(latest, target, text, (*tags, mark.value))
        self.drop_selection()
        done = f"No longer marked: {mark}" if having else f"{noting.SIGNS[mark]} marked: {mark}"
        self.change(notebook, f"{done}. u takes it back.")

    def _saying(self, note: Note | None, target: Target, text: str, tags: Sequence[str]) -> Notebook:
        if note is None:
            return self.notebook.with_note(target, text, tags, author.own_name())
        return self.notebook.with_note_saying(note.id, text, tags)

    def _noted(self, notebook: Notebook, *, new: bool, gone: bool) -> None:
        self.drop_selection()
        if notebook.notes == self.notebook.notes:
            return
        if new:
            done = "Note kept. s saves it in a file, u takes it back."
        else:
            done = "Note deleted. u brings it back." if gone else "Note changed. u changes it back."
        self.change(notebook, done)

    def _on_what(self, note: Note | None, target: Target) -> tuple[str, str]:
        return noting.on_what(self.notebook, note.target if note else target)

    # All of them

    def action_notes(self) -> None:
        """List all notes: go to one, change it, delete it."""
        if not self.notebook.notes:
            self.say("No note is written yet. a writes one, A on something else than a sentence.")
            return
        from newsdiff.tui.screens.notes import NotesScreen

        def go_to(note: Note | None) -> None:
            if note is not None:
                self._go_to_note(note)

        self.app.push_screen(NotesScreen(self), go_to)

    def edit_note(self, note: Note, then: Callable[[], None]) -> None:
        """Have the text of `note` changed; `then` is done afterwards."""
        self._write(note, note.target, then)

    def tag_note(self, note: Note, then: Callable[[], None]) -> None:
        """Have the tags of `note` changed; `then` is done afterwards."""
        self._tag(note, note.target, then)

    def delete_note(self, note: Note) -> None:
        """Delete `note`."""
        self.change(self.notebook.without_note(note.id), "Note deleted. u brings it back.")

    def _go_to_note(self, note: Note) -> None:
        sentences = self.notebook.located.sentences_of(note)
        target = note.target
        if sentences:
            self.go_to(sentences[0])
        elif note in self.notebook.located.lost:
            self.say("The words of this note are in none of these articles any more.")
        elif not target.article:
            self.say("This note is on the whole story.")
        else:
            (number,) = (
                index
                for index, article in enumerate(self.comparison.articles)
                if article.id == target.article
            )
            self.go_to(SentenceRef(number, 0) if self.comparison.articles[number].sentences else None)

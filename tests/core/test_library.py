"""The library: what it knows of notebooks, how it follows their files, and how it is searched."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsdiff.core import store
from newsdiff.core.article import SentenceRef
from newsdiff.core.errors import StoreError
from newsdiff.core.notebook import Notebook
from newsdiff.core.store import library, manage
from newsdiff.core.store.state import state_folder


@pytest.fixture
def path(tmp_path: Path, notebook: Notebook) -> Path:
    """A notebook that was open once."""
    path = tmp_path / "bridge.newsdiff.json"
    store.save(notebook, path, replace=False)
    store.remember(path)
    return path


def texts(words: str) -> list[str]:
    return ["".join(piece for piece, _ in hit.pieces) for hit in library.search(words)]


def test_it_knows_outlets_and_counts(path: Path, notebook: Notebook) -> None:
    (entry,) = library.entries()
    assert (entry.path, entry.title, entry.outlets) == (path, notebook.title, ("Gazette", "Herald", "Wire"))
    assert (entry.sentences, entry.notes, entry.corrections, entry.problem) == (10, 0, 0, "")


def test_it_follows_the_files(path: Path, notebook: Notebook, tmp_path: Path) -> None:
    assert library.search("zeppelin") == ()
    store.save(notebook.with_note(SentenceRef(0, 0), "A zeppelin?"), path, replace=True)
    (hit,) = library.search("zeppelin")
    assert (hit.entry.path, hit.outlet) == (path, "")
    other = tmp_path / "other.newsdiff.json"
    store.save(replace(notebook, title="Another"), other, replace=False)
    store.remember(other)
    assert [entry.title for entry in library.entries()] == ["Another", notebook.title]
    path.unlink()
    assert [entry.path for entry in library.entries()] == [other]
    assert library.search("zeppelin") == ()


def test_found_words_are_marked_whatever_their_accents_and_ends(path: Path, notebook: Notebook) -> None:
    store.save(notebook.with_note(SentenceRef(0, 0), "Ask Müller about it"), path, replace=True)
    (hit,) = library.search("muller AB")
    assert hit.pieces == (("Ask ", False), ("Müller", True), (" ", False), ("about", True), (" it", False))


@given(words=st.text(max_size=30))
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_anything_may_be_looked_for(path: Path, words: str) -> None:
    library.search(words)


def test_a_broken_index_is_made_anew(path: Path) -> None:
    assert texts("ferry")
    (state_folder() / "library.sqlite3").write_bytes(b"this is no index" * 100)
    assert texts("ferry")


def test_what_a_broken_index_leaves_beside_it_goes_too(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert texts("ferry")
    file = state_folder() / "library.sqlite3"
    file.write_bytes(b"this is no index" * 100)
    beside = [file.with_name(file.name + end) for end in ("-journal", "-wal", "-shm")]
    for each in beside:
        each.write_bytes(b"of an index that is gone")
    there: list[int] = []
    opened = library._opened

    def watched(file: Path) -> sqlite3.Connection:
        there.append(sum(each.exists() for each in [file, *beside]))
        return opened(file)

    monkeypatch.setattr(library, "_opened", watched)
    assert texts("ferry")
    assert there == [4, 0]


def test_a_locked_index_is_waited_for_and_stays(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert texts("ferry")
    file = state_folder() / "library.sqlite3"
    before = file.stat().st_ino
    monkeypatch.setattr(library, "_PATIENCE", 0.01)
    with closing(sqlite3.connect(file)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match="another newsdiff is writing the library: try again"):
            library.entries()
        assert file.stat().st_ino == before
    assert texts("ferry")


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names of files are text there")
def test_a_path_that_is_no_text_is_a_path_like_others(path: Path, notebook: Notebook, tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"bridge-\xff.newsdiff.json")
    store.save(notebook, odd, replace=False)
    store.remember(odd)
    assert [entry.path for entry in library.entries()] == [odd, path]
    assert {hit.entry.path for hit in library.search("ferry")} == {odd, path}
    odd.unlink()
    assert [entry.path for entry in library.entries()] == [path]


def test_a_path_that_can_be_none_is_passed_by(path: Path) -> None:
    listed = state_folder() / "recent.json"
    listed.write_text(json.dumps({"recent": ["/half/a/pair\ud800", str(path)]}))
    assert [entry.path for entry in library.entries()] == [path]


def test_an_index_of_another_shape_is_made_anew(path: Path) -> None:
    file = state_folder() / "library.sqlite3"
    file.parent.mkdir(parents=True, exist_ok=True)
    index = sqlite3.connect(file)
    index.execute("CREATE TABLE notebook (something TEXT)")
    index.close()
    assert texts("ferry")


def test_a_notebook_that_cannot_be_read_is_there_with_what_ails_it(path: Path) -> None:
    path.write_text('{"format": "newsdiff-notebook", "version": 99}')
    (entry,) = library.entries()
    assert "newer newsdiff" in entry.problem


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_cannot_be_written_is_told(path: Path) -> None:
    folder = state_folder()
    folder.chmod(0o500)
    try:
        with pytest.raises(StoreError, match="library cannot be searched"):
            library.entries()
    finally:
        folder.chmod(0o700)


def test_a_state_folder_that_is_a_file_is_told(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("NEWSDIFF_STATE_DIR", str(tmp_path / "file"))
    with pytest.raises(StoreError, match="library cannot be searched"):
        library.entries()


# Files


def test_another_title_is_in_the_file_and_nothing_else_changes(path: Path, notebook: Notebook) -> None:
    manage.rename(path, "  The\nbridge ")
    assert store.load(path) == replace(notebook, title="The bridge")
    assert [entry.title for entry in library.entries()] == ["The bridge"]


def test_copies_stand_beside_it_and_nothing_is_overwritten(path: Path, notebook: Notebook) -> None:
    first, second = manage.duplicate(path), manage.duplicate(path)
    assert (first.name, second.name) == ("bridge-copy.newsdiff.json", "bridge-copy2.newsdiff.json")
    assert store.load(first) == store.load(second) == notebook
    assert len(library.entries()) == 3


def test_the_trash_gets_the_file(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = []
    monkeypatch.setattr("send2trash.send2trash", lambda file: taken.append(file) or Path(file).unlink())
    manage.to_trash(path)
    assert taken == [path]
    assert library.entries() == ()


def test_where_there_is_no_trash_the_file_stays(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(file: Path) -> None:
        raise OSError("no trash")

    monkeypatch.setattr("send2trash.send2trash", refuse)
    with pytest.raises(StoreError, match="cannot be moved to the trash"):
        manage.to_trash(path)
    assert path.exists()

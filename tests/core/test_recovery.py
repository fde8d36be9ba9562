"""What is kept of unsaved notes: it outlives a crash, and what a running session keeps is its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from newsdiff.core import store
from newsdiff.core.article import SentenceRef
from newsdiff.core.errors import StoreError
from newsdiff.core.notebook import NOTEBOOK_SUFFIX, Notebook
from newsdiff.core.store import recovery
from newsdiff.core.store.recovery import Journal

_SESSION = """
import sys
from pathlib import Path
from newsdiff.core import store
from newsdiff.core.article import SentenceRef
from newsdiff.core.store.recovery import Journal
path = Path(sys.argv[1])
journal = Journal()
journal.keep(store.load(path).with_note(SentenceRef(0, 0), "Ask them."), path, store.fingerprint(path))
print("kept", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder in which the notes are kept."""
    return tmp_path / "state" / "recovery"


@pytest.fixture
def path(notebook: Notebook, tmp_path: Path) -> Path:
    """A notebook without notes."""
    path = tmp_path / "bridge.newsdiff.json"
    store.save(notebook, path, replace=False)
    return path


@contextmanager
def _session(path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run a newsdiff that has written an unsaved note in the notebook at `path`."""
    process = subprocess.Popen(
        [sys.executable, "-c", _SESSION, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        assert process.stdout
        assert process.stdout.readline() == b"kept\n"
        yield process
    finally:
        process.kill()
        process.communicate()


def _killed_session(path: Path) -> None:
    with _session(path):
        pass


def test_a_killed_session_leaves_its_notes_behind(path: Path) -> None:
    _killed_session(path)
    (leftover,) = recovery.leftovers()
    assert (leftover.title, leftover.path) == ("Old bridge closes", path)
    recovered = leftover.open()
    assert [note.text for note in recovered.notebook.notes] == ["Ask them."]
    assert recovered.saved.notes == ()
    assert recovered.known == store.fingerprint(path)


def test_what_a_running_session_keeps_is_not_left_behind(path: Path) -> None:
    with _session(path):
        assert recovery.leftovers() == ()
    assert len(recovery.leftovers()) == 1


def test_what_is_open_again_is_not_offered_twice(path: Path, folder: Path) -> None:
    _killed_session(path)
    (leftover,) = recovery.leftovers()
    recovered = leftover.open()
    assert recovery.leftovers() == ()
    with pytest.raises(StoreError, match="another newsdiff"):
        leftover.open()
    leftover.discard()
    assert recovered.journal.file
    assert recovered.journal.file.exists()
    recovered.journal.close()
    assert list(folder.iterdir()) == []


def test_a_journal_is_one_file_however_often_it_is_written(notebook: Notebook, folder: Path) -> None:
    journal = Journal()
    for text in "abc":
        notebook = notebook.with_note(SentenceRef(0, 0), text)
        journal.keep(notebook, None, None)
    assert journal.file
    assert store.load(journal.file) == notebook
    assert len(list(folder.iterdir())) == 2
    journal.close()
    journal.keep(notebook, None, None)
    assert list(folder.iterdir()) == []


def test_nothing_is_written_before_there_is_something_to_keep(folder: Path) -> None:
    Journal().close()
    assert not folder.exists()
    assert recovery.leftovers() == ()


def test_notes_are_known_again_by_their_notebook_or_their_sources(
    notebook: Notebook, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = tuple(replace(each, source=f"{each.id}.txt") for each in notebook.comparison.articles)
    notebook = replace(notebook, comparison=replace(notebook.comparison, articles=articles))
    _killed_session(path)
    assert recovery.matching(notebook, path)
    assert recovery.matching(notebook, path.with_name("other.newsdiff.json")) is None
    assert recovery.matching(notebook, None) is None
    (leftover,) = recovery.leftovers()
    leftover.discard()

    store.save(notebook, path, replace=True)
    _killed_session(path)
    (leftover,) = recovery.leftovers()
    # As if it had been read from its sources, not from the notebook.
    lock = leftover.file.with_name(leftover.file.name.removesuffix(NOTEBOOK_SUFFIX) + ".lock")
    lock.write_text(lock.read_text().replace(f'"path": "{path}"', '"path": null'))
    assert recovery.matching(notebook, None)
    assert recovery.matching(notebook, path) is None
    monkeypatch.chdir("/")
    assert recovery.matching(notebook, None) is None


@pytest.mark.parametrize("lock", [None, b"", b"[", b"[]", b'{"pid": "x"}', b"\xff"])
def test_a_broken_lock_takes_no_notes_with_it(path: Path, folder: Path, lock: bytes | None) -> None:
    _killed_session(path)
    (there,) = folder.glob("*.lock")
    there.unlink()
    if lock is not None:
        there.write_bytes(lock)
    (leftover,) = recovery.leftovers()
    assert leftover.path is None
    assert [note.text for note in leftover.open().notebook.notes] == ["Ask them."]


def test_unreadable_notes_are_told_and_can_be_discarded(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "x.newsdiff.json").write_text('{"format": "newsdiff-notebook", "ver')
    (leftover,) = recovery.leftovers()
    with pytest.raises(StoreError, match="cut off"):
        leftover.open()
    (leftover,) = recovery.leftovers()
    leftover.discard()
    assert list(folder.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_an_error_in_words(notebook: Notebook, folder: Path) -> None:
    folder.parent.mkdir()
    folder.touch()
    journal = Journal()
    with pytest.raises(StoreError, match="recovery"):
        journal.keep(notebook, None, None)
    assert recovery.leftovers() == ()
    folder.unlink()
    journal.keep(notebook, None, None)
    assert journal.file
    journal.close()


def test_without_locks_a_session_is_known_by_its_process(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recovery, "fcntl", None)
    with _session(path):
        assert recovery.leftovers() == ()
    assert len(recovery.leftovers()) == 1

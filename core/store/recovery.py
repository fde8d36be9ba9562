"""What is kept of notes that are not saved yet, so that no crash takes them.

Each session that has unsaved notes keeps two files in the folder `recovery`: a notebook, written anew after
each change, and beside it a lock that says whose the notes are. The lock is held as long as the session runs.
What no running session holds was left behind.
"""

from __future__ import annotations

import json
import os
import threading
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from newsdiff.core.cleaning import clean
from newsdiff.core.errors import StoreError
from newsdiff.core.notebook import NOTEBOOK_SUFFIX, Notebook
from newsdiff.core.store import Fingerprint, load, to_bytes
from newsdiff.core.store.files import in_words, write_file
from newsdiff.core.store.recents import title_of
from newsdiff.core.store.state import state_folder

try:
    import fcntl
except ImportError:  # Windows has no such locks
    fcntl = None  # type: ignore[assignment]

_FOLDER = "recovery"
_LOCK = ".lock"
_LONGEST_LOCK = 1_000_000


class Journal:
    """The copy of one session's unsaved notes: nothing is on the disk before the first `keep`.

    Its methods may be called from any thread.
    """

    def __init__(self) -> None:
        self._mutex = threading.Lock()
        self._file: Path | None = None
        self._handle = -1
        self._closed = False

    @property
    def file(self) -> Path | None:
        """Where the copy is, None where there is none."""
        return self._file

    def keep(self, notebook: Notebook, path: Path | None, known: Fingerprint | None) -> None:
        """Write `notebook`, whose own file is `path` and holds what is `known`; nothing after `close`.

        StoreError where it cannot be written.
        """
        with self._mutex:
            if self._closed:
                return
            folder = state_folder() / _FOLDER
            try:
                if self._file is None:
                    self._begin(folder, _Owner.of(notebook, path, known))
                if self._file is not None:
                    write_file(self._file, to_bytes(notebook), replace=True)
            except OSError as error:
                raise StoreError(clean(f"{folder}: {in_words(error)}")) from error

    def close(self) -> None:
        """Remove the copy, for the notes are saved or not wanted."""
        with self._mutex:
            self._closed = True
            if self._file is not None:
                # The lock goes last and unlocked: what is open cannot be removed everywhere.
                with suppress(OSError):
                    self._file.unlink(missing_ok=True)
                os.close(self._handle)
                _remove(self._file)
                self._file = None

    def _begin(self, folder: Path, owner: _Owner) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = folder / f"{uuid4().hex}{NOTEBOOK_SUFFIX}"
        handle = os.open(_lock_of(file), os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            _locked(handle)
            owner.write(handle)
        except OSError:
            os.close(handle)
            _remove(file)
            raise
        self._file, self._handle = file, handle

    @classmethod
    def _of(cls, file: Path, handle: int) -> Journal:
        journal = cls()
        journal._file, journal._handle = file, handle
        return journal


@dataclass(frozen=True, slots=True)
class Recovered:
    """Notes that were left behind, open again: `notebook` has them, `saved` is what its file `path` has.

    `known` is what that file held when they were written. The `journal` still keeps them.
    """

    notebook: Notebook
    saved: Notebook
    path: Path | None
    known: Fingerprint | None
    journal: Journal


@dataclass(frozen=True, slots=True)
class Leftover:
    """Notes that a session left behind in `file`; `path` is the notebook's own file, if it has any.

    `sources` say where its articles are from. `changed` is when the notes were last written.
    """

    file: Path
    title: str
    path: Path | None
    sources: frozenset[str]
    changed: datetime

    def open(self) -> Recovered:
        """Take the notes over; StoreError where they cannot be read or another newsdiff has them open."""
        handle = _taken(self.file)
        if handle is None:
            raise StoreError("these notes are open in another newsdiff")
        try:
            notebook = load(self.file)
            owner = _Owner.read(_lock_of(self.file))
            replace(owner, pid=os.getpid()).write(handle)
        except (StoreError, OSError) as error:
            os.close(handle)
            if isinstance(error, StoreError):
                raise
            raise StoreError(clean(f"{self.file}: {in_words(error)}")) from error
        journal = Journal._of(self.file, handle)
        return Recovered(notebook, _saved(notebook, self.path), self.path, owner.known, journal)

    def discard(self) -> None:
        """Remove the notes for good, unless another newsdiff has taken them over."""
        handle = _taken(self.file)
        if handle is not None:
            os.close(handle)
            _remove(self.file)


def leftovers() -> tuple[Leftover, ...]:
    """Return what sessions left behind that run no more, the latest first; nothing where that is unknown."""
    found = []
    with suppress(OSError):
        for file in (state_folder() / _FOLDER).glob(f"*{NOTEBOOK_SUFFIX}"):
            handle = _taken(file)
            if handle is not None:
                os.close(handle)
                with suppress(OSError):
                    found.append(_leftover(file))
    return tuple(sorted(found, key=lambda each: each.changed, reverse=True))


def matching(notebook: Notebook, path: Path | None) -> Leftover | None:
    """Return what was left behind of the notebook at `path`, or where it has none, of the same sources."""
    sources = _sources(notebook)
    for leftover in leftovers():
        if path and leftover.path and os.path.realpath(path) == os.path.realpath(leftover.path):
            return leftover
        if not path and not leftover.path and sources and sources == leftover.sources:
            return leftover
    return None


@dataclass(frozen=True, slots=True)
class _Owner:
    """What a lock says: the session's process, the notebook's own file and what that held, the sources."""

    pid: int = 0
    path: Path | None = None
    known: Fingerprint | None = None
    sources: frozenset[str] = frozenset()

    @classmethod
    def of(cls, notebook: Notebook, path: Path | None, known: Fingerprint | None) -> _Owner:
        full = Path(os.path.realpath(path)) if path else None
        return cls(os.getpid(), full, known, _sources(notebook))

    @classmethod
    def read(cls, lock: Path) -> _Owner:
        """Return what the file `lock` says, nothing where it is not there or makes no sense."""
        try:
            with lock.open("rb") as file:
                said = json.loads(file.read(_LONGEST_LOCK))
            path, known = said["path"], said["known"]
            return cls(
                int(said["pid"]),
                Path(path) if path else None,
                Fingerprint(str(known)) if known else None,
                frozenset(map(str, said["sources"])),
            )
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return cls()

    def write(self, handle: int) -> None:
        said = {
            "pid": self.pid,
            "path": str(self.path) if self.path else None,
            "known": self.known,
            "sources": sorted(self.sources),
        }
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, json.dumps(said).encode())
        os.fsync(handle)


def _leftover(file: Path) -> Leftover:
    owner = _Owner.read(_lock_of(file))
    changed = datetime.fromtimestamp(file.stat().st_mtime, UTC)
    return Leftover(file, title_of(file), owner.path, owner.sources, changed)


def _saved(notebook: Notebook, path: Path | None) -> Notebook:
    if path:
        with suppress(StoreError):
            return load(path)
    return notebook.with_additions(((), ()))


def _sources(notebook: Notebook) -> frozenset[str]:
    """Return where the articles are from, as it reads in any folder; standard input is not the same again."""
    named = (article.source for article in notebook.comparison.articles)
    return frozenset(
        source if "://" in source else os.path.abspath(source)  # noqa: PTH100 - Path resolves links
        for source in named
        if source not in ("", "-")
    )


def _lock_of(file: Path) -> Path:
    return file.with_name(file.name.removesuffix(NOTEBOOK_SUFFIX) + _LOCK)


def _taken(file: Path) -> int | None:
    """Return the handle of the lock of `file`, held from now on; None where a running session has it."""
    lock = _lock_of(file)
    handle = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    free = _locked(handle)
    if free is None:
        free = not _runs(_Owner.read(lock).pid)
    if free:
        return handle
    os.close(handle)
    return None


def _locked(handle: int) -> bool | None:
    """Lock the file and return true, false where another has it locked, None where files cannot be locked."""
    if fcntl is None:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def _runs(pid: int) -> bool:
    """Tell whether that process runs; where asking would end it (Windows), only of this one."""
    if os.name == "nt" or pid < 1:
        return pid == os.getpid()
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _remove(file: Path) -> None:
    for each in (file, _lock_of(file)):
        with suppress(OSError):
            each.unlink(missing_ok=True)

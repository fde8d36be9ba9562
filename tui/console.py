"""The command line's end and streams: what is printed, how far the work is, the terminal for the screen."""

from __future__ import annotations

import os
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType

from newsdiff.core.cleaning import clean_line
from newsdiff.core.errors import NewsdiffError

DONE = 0
FAILED = 1
"""A source could not be read, or the report not be written."""
WRONG_USAGE = 2
INTERRUPTED = 130

DEBUG = "NEWSDIFF_DEBUG"
"""The environment variable that has a crash show its traceback."""

_LONGEST_LINE = 2000
_ECHO = len("^C")
_PATIENCE = 0.5
"""Seconds for which nothing is said of work that is under way."""


def open_closed_streams() -> None:
    """Put an empty stream in the place of a closed one, or the next file that is opened is taken for it.

    Only `sys.stdout` stays None, for what is asked for on it must not be lost unnoticed.
    """
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest free number is given, which is this one
        if getattr(sys, name) is None and name != "stdout":
            stream = open(number, mode, encoding="utf-8", closefd=False)  # noqa: SIM115 - to the end
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)  # where the screen reads and draws


def complain(message: str) -> None:
    """Write `newsdiff: MESSAGE` to standard error, on one line, with nothing in it that a terminal obeys."""
    # A closed stream is no reason to fail: nobody is listening.
    with suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(f"newsdiff: {clean_line(message, _LONGEST_LINE)}\n")
        sys.stderr.flush()


def shows_tracebacks() -> bool:
    """Tell whether whoever runs the program wants to see the traceback of a crash."""
    return bool(os.environ.get(DEBUG))


def place_of(error: Exception) -> str:
    """Return what `error` says and where in the program it arose."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f" in {Path(trace.tb_frame.f_code.co_filename).name}, line {trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__}: {error}{where}"


def shows_output() -> bool:
    """Tell whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def is_served() -> bool:
    """Tell whether the screen is drawn for a browser, by the `newsdiff serve` that started this process."""
    return "web_driver" in os.environ.get("TEXTUAL_DRIVER", "")


def write(text: str) -> None:
    """Write `text` to standard output; characters that it cannot show become question marks.

    A reader that has gone away (`| head`) is no error; NewsdiffError where writing fails for another reason.
    """
    if sys.stdout is None:
        raise NewsdiffError("standard output is closed")
    try:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(errors="replace")
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        # What is left in the buffer would be written, and fail again, when Python ends.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
        if not isinstance(error, BrokenPipeError):
            from newsdiff.core.store.files import in_words

            raise NewsdiffError(f"standard output: {in_words(error)}") from error


class Progress:
    """Says on standard error what is being done, where that is a terminal and it takes a while."""

    def __init__(self) -> None:
        self._shown = sys.stderr is not None and sys.stderr.isatty()
        self._lock = threading.Lock()
        self._doing = ""
        self._drawn = 0
        self.patient = True
        """Whether nothing is said yet."""
        self._timer = threading.Timer(_PATIENCE, self._run_out_of_patience)
        self._timer.daemon = True

    def __enter__(self) -> Progress:
        if self._shown:
            self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        with self._lock:
            self._shown = False
            self._erase()

    def reading(self, source: str) -> None:
        """Say that `source` is being read."""
        self._tell(f"Reading {source} ...")

    def comparing(self, share: float) -> None:
        """Say how much of the comparing is done, 0 to 1."""
        self._tell(f"Comparing: {share:.0%}")

    def indexing(self, share: float) -> None:
        """Say how many of the notebooks in the library are looked through, 0 to 1."""
        self._tell(f"Looking through the library: {share:.0%}")

    def _tell(self, doing: str) -> None:
        with self._lock:
            if doing != self._doing:
                self._doing = doing
                self._draw()

    def _run_out_of_patience(self) -> None:
        with self._lock:
            self.patient = False
            self._draw()

    def _draw(self) -> None:
        if self._shown and not self.patient and self._doing:
            self._erase()
            # Some cells short of the edge: there some terminals wrap, and a pressed ctrl+c shows itself.
            line = clean_line(self._doing, max(20, shutil.get_terminal_size().columns - 1 - _ECHO))
            sys.stderr.write(line)
            sys.stderr.flush()
            self._drawn = len(line)

    def _erase(self) -> None:
        if self._drawn:
            sys.stderr.write("\r" + " " * (self._drawn + _ECHO) + "\r")
            sys.stderr.flush()
            self._drawn = 0


@contextmanager
def terminal() -> Iterator[None]:
    """Give the screen a terminal to read keys from and to draw on, whatever was redirected.

    Standard input may have been an article, and the screen is drawn on standard error. NewsdiffError where
    there is no terminal to read from.
    """
    with _terminal_as_input(), _output_as_error():
        yield


@contextmanager
def _terminal_as_input() -> Iterator[None]:
    if os.isatty(0):
        yield
        return
    try:
        keyboard = os.open("/dev/tty", os.O_RDONLY)
    except OSError as error:
        raise NewsdiffError("there is no terminal to read keys from") from error
    with _replaced(0, keyboard):
        os.close(keyboard)
        yield


@contextmanager
def _output_as_error() -> Iterator[None]:
    if os.isatty(2):
        yield
        return
    with _replaced(2, 1):
        yield


@contextmanager
def _replaced(handle: int, by: int) -> Iterator[None]:
    before = os.dup(handle)
    os.dup2(by, handle)
    try:
        yield
    finally:
        os.dup2(before, handle)
        os.close(before)

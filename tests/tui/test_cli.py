"""The command line: what it prints where, and how it ends."""

from __future__ import annotations

import fcntl
import io
import json
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from newsdiff.core import store
from newsdiff.core.article import SentenceRef
from newsdiff.core.notebook import Notebook
from newsdiff.core.store import recovery
from newsdiff.tui import console
from newsdiff.tui.cli import main

GAZETTE = "The bridge over the Arno closed on Monday. Engineers found a crack in the third arch.\n"
HERALD = "A crack in an arch has shut the Arno bridge. A ferry will run from Friday.\n"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with two articles."""
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "gazette.txt").write_text(GAZETTE)
    (folder / "herald.txt").write_text(HERALD)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line in this process; return its exit code, standard output and standard error."""

    def run(*words: str) -> tuple[int, str, str]:
        try:
            code = main(words)
        except SystemExit as end:
            code = int(end.code or 0)
        return (code, *capsys.readouterr())

    return run


# Help


@pytest.mark.parametrize("words", [["--help"], ["report", "--help"], ["library", "-h"]])
def test_help_has_examples(run: Run, words: Sequence[str]) -> None:
    code, out, err = run(*words)
    assert (code, err) == (0, "")
    assert "example" in out
    assert max(map(len, out.splitlines())) <= 100


@pytest.mark.parametrize("words", [["--version"], ["report", "--version"], ["library", "--version"]])
def test_every_command_has_a_version(run: Run, words: Sequence[str]) -> None:
    code, out, err = run(*words)
    assert (code, err) == (0, "")
    assert out.startswith("newsdiff 0.")


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["report", "--fromat", "json", "gazette.txt"], "did you mean --format?"),
        (["--format", "json", "gazette.txt"], "belongs to `newsdiff report --format`"),
        (["report", "--format", "xml", "gazette.txt"], "'text', 'json', 'markdown'"),
        (["report"], "SOURCE"),
        (["reprot", "gazette.txt", "herald.txt"], "did you mean `newsdiff report`?"),
        (["--\x1b[2Jx"], "--x"),
        (["gazette.txt", "herald.txt"], "`newsdiff report SOURCE...`"),
        ([], "standard output is not a terminal"),
    ],
)
def test_wrong_usage_is_one_sentence_with_a_hint(run: Run, words: Sequence[str], hint: str) -> None:
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert hint in err
    assert err.startswith("newsdiff: ")
    assert err.count("\n") == 1
    assert "\x1b" not in err


# Report


def test_the_report_is_text_unless_asked_otherwise(run: Run) -> None:
    code, out, err = run("report", "gazette.txt", "herald.txt")
    assert (code, err) == (0, "")
    assert "2 outlets compared: Gazette and Herald." in out


def test_options_may_stand_between_sources(run: Run) -> None:
    code, out, _ = run("report", "gazette.txt", "--format", "json", "herald.txt")
    assert code == 0
    assert [article["outlet"] for article in json.loads(out)["articles"]] == ["Gazette", "Herald"]


def test_an_unreadable_source_is_told_and_the_others_are_read(run: Run) -> None:
    code, out, err = run("report", "nowhere.txt", "gazette.txt", "herald.txt", "--format", "json")
    assert code == 1
    assert err == "newsdiff: nowhere.txt: there is no such file or folder\n"
    assert len(json.loads(out)["articles"]) == 2


def test_where_nothing_can_be_read_nothing_is_printed(run: Run) -> None:
    code, out, err = run("report", "nowhere.txt", "neither.txt")
    assert (code, out) == (1, "")
    assert err.count("newsdiff: ") == 2


def test_one_article_is_printed_with_a_remark(run: Run) -> None:
    code, out, err = run("report", "gazette.txt")
    assert code == 0
    assert "Engineers found a crack in the third" in out
    assert "only one article was read" in err


def test_a_file_called_like_a_command_is_read(run: Run, folder: Path) -> None:
    (folder / "report").write_text(HERALD)
    code, out, _ = run("report", "./report", "gazette.txt", "--format", "json")
    assert code == 0
    assert json.loads(out)["articles"][0]["source"] in ("./report", "report")


def test_a_file_called_like_an_option_is_read(run: Run, folder: Path) -> None:
    (folder / "-x.txt").write_text(HERALD)
    code, out, err = run("report", "--format", "json", "gazette.txt", "--", "-x.txt")
    assert (code, err) == (0, "")
    assert len(json.loads(out)["articles"]) == 2
    code, out, err = run("report", "gazette.txt", "-x.txt")
    assert (code, out) == (2, "")
    assert "given as ./-x.txt" in err


def test_standard_input_is_a_source(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(HERALD.encode())))
    code, out, _ = run("report", "gazette.txt", "-", "--format", "json")
    assert code == 0
    assert "A ferry will run from Friday." in json.loads(out)["articles"][1]["text"]


def test_a_notebook_is_reported_with_its_notes(run: Run, notebook: Notebook) -> None:
    store.save(notebook.with_note(SentenceRef(0, 3), "Ask them."), Path("a.newsdiff.json"), replace=False)
    code, out, err = run("report", "a.newsdiff.json")
    assert (code, err) == (0, "")
    assert "Ask them." in out
    assert "Only here within what others report too:" in out


def test_a_notebook_is_given_alone(run: Run, notebook: Notebook) -> None:
    store.save(notebook, Path("a.newsdiff.json"), replace=False)
    code, out, err = run("report", "gazette.txt", "a.newsdiff.json")
    assert (code, out) == (2, "")
    assert "alone" in err


# Writing to a file


def test_a_report_is_written_to_a_file(run: Run, folder: Path) -> None:
    (folder / "report.md").write_text("an older report")
    code, out, err = run("report", "gazette.txt", "herald.txt", "--format", "markdown", "-o", "report.md")
    assert (code, out, err) == (0, "", "")
    assert (folder / "report.md").read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        (["-o", "a.html"], "<!doctype html>"),
        (["-o", "A.HTM"], "<!doctype html>"),
        (["-o", "a.json"], '{"format": "newsdiff-report"'),
        (["-o", "a.md"], "# "),
        (["-o", "a.csv"], "kind,"),
        (["-o", "a.jsonld"], '{"@context"'),
        (["-o", "a.html", "--format", "json"], '{"format": "newsdiff-report"'),
        (["-o", "a.unknown", "--format", "text"], "Work\n2 outlets"),
        (["-o", "A.TXT"], "Work\n2 outlets"),
        (["-o", "html"], "Work\n2 outlets"),
    ],
)
def test_the_report_has_the_format_that_its_name_says(
    run: Run, folder: Path, words: list[str], begins: str
) -> None:
    assert run("report", ".", *words)[0] == 0
    assert (folder / words[1]).read_text().startswith(begins)


def test_a_name_with_an_unknown_ending_is_wrong_usage(run: Run, folder: Path) -> None:
    code, out, err = run("report", "gazette.txt", "herald.txt", "-o", "r.pdf")
    assert (code, out) == (2, "")
    assert "no report ends in .pdf" in err
    for known in (".txt", ".md", ".html", ".json", ".csv", ".jsonld", "--format"):
        assert known in err
    assert not (folder / "r.pdf").exists()


@pytest.mark.parametrize(
    ("output", "code", "words"),
    [
        ("gazette.txt", 2, "one of the sources"),
        ("../work/herald.txt", 2, "one of the sources"),
        ("a.newsdiff.json", 2, "notebook"),
        ("renamed", 2, "notebook"),
        ("no/where.txt", 1, "does not exist"),
        (".", 1, "folder"),
    ],
)
@pytest.mark.parametrize("sources", [["gazette.txt", "herald.txt"], ["."]])
def test_nothing_that_matters_is_overwritten(
    run: Run, folder: Path, notebook: Notebook, sources: list[str], output: str, code: int, words: str
) -> None:
    store.save(notebook, folder / "renamed", replace=False)
    before = {path: path.read_bytes() for path in folder.iterdir()}
    assert run("report", *sources, "-o", output)[0] == code
    assert words in run("report", *sources, "-o", output)[2]
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_a_device_is_written_to(run: Run) -> None:
    assert run("report", "gazette.txt", "herald.txt", "-o", os.devnull)[0] == 0
    assert Path(os.devnull).is_char_device()


# Library


def test_an_empty_library_says_how_to_fill_it(run: Run) -> None:
    code, out, err = run("library")
    assert (code, err) == (0, "")
    assert "newsdiff SOURCE..." in out


def test_the_library_lists_what_was_open_lately(run: Run, folder: Path, notebook: Notebook) -> None:
    good, bad = folder / "good.newsdiff.json", folder / "bad.newsdiff.json"
    store.save(notebook.with_note(SentenceRef(0, 0), "A note"), good, replace=False)
    bad.write_text("{")
    for path in (bad, good):
        store.remember(path)
    code, out, err = run("library")
    assert (code, err) == (0, "")
    assert out == (
        f"Old bridge closes\n    {good}\n    Gazette, Herald and Wire; 2025-08-30; 10 sentences, 1 note\n\n"
        f"{bad}: not a newsdiff notebook\n"
    )


def test_words_are_looked_for_in_all_articles_and_notes(run: Run, folder: Path, notebook: Notebook) -> None:
    path = folder / "bridge.newsdiff.json"
    store.save(notebook.with_note(SentenceRef(0, 0), "Who inspected the arch?"), path, replace=False)
    store.remember(path)
    code, out, _ = run("library", "FERRY", "frid")
    assert code == 0
    assert "Old bridge closes" in out
    assert "Herald: " in out
    assert "ferry will run from Friday" in out
    code, out, _ = run("library", "inspected")
    assert (code, "your note: Who inspected the arch?" in out) == (0, True)
    code, out, _ = run("library", "zeppelin")
    assert (code, out) == (0, "No notebook that was open here holds zeppelin.\n")


def test_the_library_says_nothing_that_a_terminal_obeys(run: Run, folder: Path, notebook: Notebook) -> None:
    for name, text in (("good", None), ("bad", "{")):
        path = folder / f"{name}\x1b]0;owned\x07\u202e\x9b2J\nx.newsdiff.json"
        if text is None:
            store.save(replace(notebook, title=""), path, replace=False)
        else:
            path.write_text(text)
        store.remember(path)
    code, out, err = run("library")
    assert (code, err) == (0, "")
    assert not {*"\x1b\x07\u202e\x9b"} & {*out}
    assert "good" in out
    assert "bad x.newsdiff.json: not a newsdiff notebook\n" in out


# What goes wrong


def test_ctrl_c_ends_without_a_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("newsdiff.core.comparison.compare", interrupted)
    assert run("report", "gazette.txt", "herald.txt") == (130, "", "")


def test_a_fault_of_the_program_is_one_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by \x1b[2Jzero")

    monkeypatch.setattr("newsdiff.core.comparison.compare", broken)
    code, out, err = run("report", "gazette.txt", "herald.txt")
    assert (code, out) == (1, "")
    assert err.startswith(
        "newsdiff: something went wrong that should not: ZeroDivisionError: by zero in test_cli.py"
    )
    assert err.count("\n") == 1


def _subprocess(folder: Path, *words: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "newsdiff.tui", *words],
        cwd=folder,
        capture_output=True,
        timeout=120,
        **options,
    )


def test_a_reader_that_goes_away_is_no_error(folder: Path) -> None:
    # More than a pipe holds, so that the writer is still at it when the pipe is closed.
    (folder / "long.txt").write_text("The bridge closed on Monday. " * 20_000)
    command = f'"{sys.executable}" -m newsdiff.tui report long.txt | head -n 1; echo "${{PIPESTATUS[0]}}"'
    done = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, timeout=120)
    assert done.stdout.endswith(b"\n0\n")
    assert b"only one article was read" in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_a_terminal_that_cannot_show_the_text_gets_question_marks(folder: Path) -> None:
    (folder / "gazette.txt").write_text("The “Ponte” — 橋 — closed. It is old.", encoding="utf-8")
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = _subprocess(folder, "report", "gazette.txt", env=environment)
    assert done.returncode == 0
    assert b"The ?Ponte? ? ? ? closed." in done.stdout
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_one_sentence(folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "newsdiff.tui", "report", "gazette.txt"]
        done = subprocess.run(command, cwd=folder, stdout=full, stderr=subprocess.PIPE, timeout=120)
    assert done.returncode == 1
    assert done.stderr.splitlines()[1:] == [b"newsdiff: standard output: the disk is full"]


def test_closed_streams_are_no_reason_to_fail(folder: Path) -> None:
    command = f'"{sys.executable}" -m newsdiff.tui report gazette.txt nowhere.txt 2>&- -o report.txt'
    done = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, timeout=120)
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")
    assert (folder / "report.txt").exists()
    command = f'"{sys.executable}" -m newsdiff.tui report gazette.txt >&-'
    done = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, timeout=120)
    assert done.returncode == 1
    assert b"standard output is closed" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ("report - <&-", 1, b"newsdiff: -: is empty\n"),
        ("report - <&- 2>&-", 1, b""),
        ("report gazette.txt herald.txt <&- -o report.txt", 0, b""),
        ("report gazette.txt herald.txt <&- >&- 2>&-", 1, b""),
        ("library >&-", 1, b"newsdiff: standard output is closed\n"),
        ("--version >&-", 1, b"newsdiff: standard output is closed\n"),
        ("--version >/dev/full", 1, b"newsdiff: standard output: the disk is full\n"),
        ("--nope 2>&-", 2, b""),
        ("gazette.txt herald.txt >&-", 2, b"newsdiff: standard output is not a terminal"),
    ],
)
def test_no_closed_stream_ends_in_a_fault(folder: Path, words: str, code: int, told: bytes) -> None:
    command = f'"{sys.executable}" -m newsdiff.tui {words}'
    done = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, timeout=120)
    assert (done.returncode, done.stdout) == (code, b"")
    assert done.stderr.startswith(told)
    assert done.stderr.count(b"\n") == bool(told)
    assert b"should not" not in done.stderr


# Progress


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        raise OSError("this terminal has no size")


def test_progress_is_told_only_of_long_work_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "_PATIENCE", 0.0)
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with console.Progress() as progress:
        _wait_until(lambda: not progress.patient)
        progress.reading("a\x1b[2J.txt")
        progress.comparing(0.5)
    assert terminal.getvalue() == (
        "Reading a.txt ...\r                   \rComparing: 50%\r                \r"
    )


def test_short_work_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "_PATIENCE", 3600.0)
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with console.Progress() as progress:
        progress.comparing(0.5)
    assert terminal.getvalue() == ""


def test_nothing_is_told_into_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "_PATIENCE", 0.0)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with console.Progress() as progress:
        progress.comparing(0.5)
    assert sys.stderr.getvalue() == ""


def _wait_until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < deadline
        threading.Event().wait(0.01)


def test_what_is_given_twice_is_told_and_is_no_failure(run: Run) -> None:
    code, out, err = run("report", "gazette.txt", "herald.txt", "./gazette.txt")
    assert code == 0
    assert err == "newsdiff: ./gazette.txt: given twice, read once\n"
    assert "2 outlets compared" in out


# On a terminal


class _OnTerminal:
    """The program on a terminal of its own, with what it draws and the keys it gets."""

    def __init__(
        self,
        folder: Path,
        *words: str,
        stdin: bytes | None = None,
        stderr: Path | None = None,
        program: tuple[str, ...] = ("-m", "newsdiff.tui"),
    ) -> None:
        self._terminal, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

        def own_terminal() -> None:
            os.setsid()
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)

        self._error = stderr.open("wb") if stderr else None
        self._process = subprocess.Popen(
            [sys.executable, *program, *words],
            cwd=folder,
            env={**os.environ, "TERM": "xterm-256color"},
            stdin=slave if stdin is None else subprocess.PIPE,
            stdout=slave,
            stderr=self._error or slave,
            preexec_fn=own_terminal,
        )
        os.close(slave)
        self.drawn = b""
        if stdin is not None:
            assert self._process.stdin
            self._process.stdin.write(stdin)
            self._process.stdin.close()

    def until(self, words: bytes) -> None:
        deadline = time.monotonic() + 60
        while words not in self.drawn:
            assert time.monotonic() < deadline, self.drawn
            if select.select([self._terminal], [], [], 0.1)[0]:
                try:
                    self.drawn += os.read(self._terminal, 65536)
                except OSError as error:
                    raise AssertionError(self.drawn) from error

    def press(self, keys: bytes) -> None:
        os.write(self._terminal, keys)

    def end_by(self, number: signal.Signals) -> None:
        """End the program from outside, and the terminal with it."""
        self._process.send_signal(number)
        self._process.wait(timeout=60)
        os.close(self._terminal)

    def ended(self) -> int:
        deadline = time.monotonic() + 60
        while self._process.poll() is None:
            assert time.monotonic() < deadline, self.drawn
            if select.select([self._terminal], [], [], 0.1)[0]:
                try:
                    self.drawn += os.read(self._terminal, 65536)
                except OSError:
                    break
        code = self._process.wait(timeout=60)
        os.close(self._terminal)
        return code


def test_the_reader_opens_and_closes(folder: Path) -> None:
    screen = _OnTerminal(folder, "gazette.txt", "herald.txt")
    screen.until(b"Gazette")
    screen.press(b"q")
    assert screen.ended() == 0


def test_an_unreadable_source_is_told_of_when_the_reader_is_closed(folder: Path) -> None:
    screen = _OnTerminal(folder, "gazette.txt", "herald.txt", "nowhere.txt")
    screen.until(b"Gazette")
    screen.press(b"q")
    assert screen.ended() == 1
    assert b"newsdiff: nowhere.txt: there is no such file or folder" in screen.drawn


def test_keys_are_read_from_the_terminal_after_standard_input(folder: Path) -> None:
    screen = _OnTerminal(folder, "gazette.txt", "-", stdin=HERALD.encode())
    screen.until(b"Gazette")
    screen.press(b"q")
    assert screen.ended() == 0


def test_the_screen_is_drawn_where_standard_error_goes_elsewhere(folder: Path, tmp_path: Path) -> None:
    errors = tmp_path / "errors"
    screen = _OnTerminal(folder, "gazette.txt", "herald.txt", "nowhere.txt", stderr=errors)
    screen.until(b"Gazette")
    screen.until(b"nowhere.txt: there is no such file")
    screen.press(b"q")
    assert screen.ended() == 1
    assert errors.read_text() == "newsdiff: nowhere.txt: there is no such file or folder\n"


@pytest.mark.parametrize("closed", ["0", "2", "0, 2"])
def test_the_screen_needs_only_a_terminal(folder: Path, closed: str) -> None:
    program = (
        f"import os, sys; [os.close(number) for number in ({closed},)]; "
        "os.execv(sys.executable, [sys.executable, '-m', 'newsdiff.tui', *sys.argv[1:]])"
    )
    screen = _OnTerminal(folder, "gazette.txt", "herald.txt", program=("-c", program))
    screen.until(b"Gazette")
    screen.press(b"q")
    assert screen.ended() == 0


def test_a_notebook_that_is_opened_is_remembered(folder: Path, notebook: Notebook) -> None:
    store.save(notebook, folder / "a.newsdiff.json", replace=False)
    screen = _OnTerminal(folder, "a.newsdiff.json")
    screen.until(b"Gazette")
    screen.press(b"q")
    assert screen.ended() == 0
    assert [found.title for found in store.recent(9)] == ["Old bridge closes"]


def test_without_a_source_the_start_screen_opens(folder: Path) -> None:
    screen = _OnTerminal(folder)
    screen.until(b"sample")
    screen.press(b"q")
    assert screen.ended() == 0


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_a_note_outlives_the_program(folder: Path, number: signal.Signals) -> None:
    screen = _OnTerminal(folder, "gazette.txt", "herald.txt")
    screen.until(b"Gazette")
    screen.press(b"a")
    screen.until(b"ctrl+s keeps")
    screen.press(b"Ask them.\x13")
    _wait_until(lambda: any((folder.parent / "state" / "recovery").glob("*.newsdiff.json")))
    assert recovery.leftovers() == ()
    screen.end_by(number)
    assert len(recovery.leftovers()) == 1

    screen = _OnTerminal(folder, "gazette.txt", "herald.txt")
    screen.until(b"never")
    screen.press(b"o")
    screen.until(b"saves them")
    screen.press(b"q")
    screen.until(b"before you go")
    screen.press(b"d")
    assert screen.ended() == 0
    assert recovery.leftovers() == ()


_BREAKS_DOWN = """
import sys
from newsdiff.tui.cli import main
from newsdiff.tui.app import NewsdiffApp
def help(self):
    raise KeyError("[red]gone\x1b[2J[/red]")
{how}
sys.exit(main())
"""
_IN_AN_ACTION = "NewsdiffApp.action_help = help"
_IN_A_WORKER = "NewsdiffApp.action_help = lambda self: self.run_worker(lambda: help(self), thread=True)"


@pytest.mark.parametrize("how", [_IN_AN_ACTION, _IN_A_WORKER])
def test_a_crash_is_a_sentence_that_says_where_the_notes_are(folder: Path, how: str) -> None:
    program = ("-c", _BREAKS_DOWN.format(how=how))
    screen = _OnTerminal(folder, "gazette.txt", "herald.txt", program=program)
    screen.until(b"Gazette")
    screen.press(b"a")
    screen.until(b"ctrl+s keeps")
    screen.press(b"Ask them.\x13")
    _wait_until(lambda: any((folder.parent / "state" / "recovery").glob("*.newsdiff.json")))
    screen.press(b"?")
    assert screen.ended() == 1
    (leftover,) = recovery.leftovers()
    # Behind the end of the alternate screen.
    told = screen.drawn.rpartition(b"\x1b[?1049l")[2]
    assert b"newsdiff: something went wrong that should not (KeyError: " in told
    assert str(leftover.file).encode() in told
    assert b"Traceback" not in told
    assert b"\x1b[2J" not in told
    assert told.count(b"\n") == 1


def test_a_crash_shows_its_traceback_to_who_wants_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSDIFF_DEBUG", "1")
    program = ("-c", _BREAKS_DOWN.format(how=_IN_AN_ACTION))
    screen = _OnTerminal(folder, "gazette.txt", "herald.txt", program=program)
    screen.until(b"Gazette")
    screen.press(b"?")
    assert screen.ended() == 1
    assert b"Traceback" in screen.drawn


# Merging


def test_two_notebooks_become_one(run: Run, folder: Path, notebook: Notebook) -> None:
    ada, ben, both = (folder / f"{name}.newsdiff.json" for name in ("ada", "ben", "both"))
    store.save(notebook.with_note(SentenceRef(0, 0), "From Ada", author="Ada"), ada, replace=False)
    store.save(notebook.with_note(SentenceRef(0, 0), "From Ben", author="Ben"), ben, replace=False)
    code, out, err = run("merge", str(ada), str(ben), "-o", str(folder / "both"))
    assert (code, err) == (0, "")
    assert out == f"{both}: 1 note, 0 corrections and 0 articles added to what {ada} has.\n"
    assert {(note.author, note.text) for note in store.load(both).notes} == {
        ("Ada", "From Ada"),
        ("Ben", "From Ben"),
    }
    code, out, err = run("merge", str(ada), str(ben), "-o", str(both))
    assert (code, out) == (1, "")
    assert "there is a file of that name" in err
    assert len(store.load(both).notes) == 2


def test_what_cannot_be_merged_says_why(run: Run, folder: Path, notebook: Notebook) -> None:
    path = folder / "ada.newsdiff.json"
    store.save(notebook, path, replace=False)
    code, _, err = run("merge", str(path), str(folder / "none.newsdiff.json"), "-o", str(folder / "x"))
    assert (code, "none.newsdiff.json" in err) == (1, True)
    code, _, err = run("merge", str(path), str(path))
    assert (code, "-o" in err) == (2, True)

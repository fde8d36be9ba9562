"""How fast the reader is. Not part of an ordinary run: `pytest -m benchmark -s tests/benchmarks` starts it.

Times depend on the machine and on what else it does, so they are printed beside those of something known
that is measured in the same run: an app that shows one word, and Textual's own way to show articles, a list
of options for each. Only ratios to these are asserted, with room to spare.
"""

from __future__ import annotations

import gc
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

import alternatives
from launching import Launch, launch, python_environment
from newsdiff.core import store
from newsdiff.core.comparison import compare
from newsdiff.core.notebook import Notebook
from newsdiff.tui.app import NewsdiffApp
from on_screen import count_bytes, reader, until
from stories import made_up_story

pytestmark = pytest.mark.benchmark

_SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "chicago.newsdiff.json"
_SIZE = (200, 50)
_STORIES = {"5 x 30": (5, 30), "10 x 400": (10, 400)}
_BUDGET = {"5 x 30": 5, "10 x 400": 15}
"""Milliseconds of processor for a move."""

_MOST_LAUNCH = 3
"""Of an empty app's start; 1.25 is the aim."""
_MOST_OF_LISTS = 0.5
"""Of a move in a list per article."""
_MOST_OF_LISTS_MEMORY = 1.5


@pytest.fixture(scope="module", params=_STORIES)
def story(request: pytest.FixtureRequest) -> tuple[str, Notebook]:
    outlets, length = _STORIES[request.param]
    notebook = Notebook(compare(made_up_story(1, outlets, length)), "Made up")
    gc.freeze()  # as the reader does on a terminal
    return request.param, notebook


def _saved(notebook: Notebook, folder: Path) -> Path:
    path = folder / "story.newsdiff.json"
    store.save(notebook, path, replace=False)
    return path


def _alternative(*arguments: str) -> list[str]:
    return [str(Path(alternatives.__file__)), *arguments]


def _reader(*sources: Path) -> list[str]:
    return ["-m", "newsdiff.tui", *map(str, sources)]


def test_launch_to_the_first_text(tmp_path: Path) -> None:
    for article in made_up_story(1, *_STORIES["5 x 30"]):
        sentences = [article.sentence_text(at) for at in range(len(article.sentences))]
        paragraphs = (" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3))
        (tmp_path / f"{article.outlet}.txt").write_text("\n\n".join(paragraphs))
    first = store.load(_SAMPLE).comparison.articles[0].outlet
    programs = {
        "empty app": (_alternative("empty"), alternatives.EMPTY_SAYS),
        "5 x 30 sentences from files": (_reader(*sorted(tmp_path.glob("*.txt"))), "Outlet 0"),
        "the sample notebook": (_reader(_SAMPLE), first),
    }
    environment = python_environment()
    for arguments, words in programs.values():  # modules are compiled, files are in memory
        launch(arguments, words, _SIZE, environment)
    runs: dict[str, list[Launch]] = defaultdict(list)
    for _ in range(9):
        for name, (arguments, words) in programs.items():
            runs[name].append(launch(arguments, words, _SIZE, environment))
    middle = {
        name: [statistics.median(column) for column in zip(*each, strict=True)] for name, each in runs.items()
    }
    empty = middle["empty app"]
    print()
    for name, (seconds, cpu, megabytes) in middle.items():
        print(
            f"launch, {name}: first text after {seconds * 1000:.0f} ms "
            f"({seconds / empty[0]:.2f} of the empty app), "
            f"processor {cpu * 1000:.0f} ms ({cpu / empty[1]:.2f}), {megabytes:.0f} MB"
        )
    for name, (_, cpu, _) in middle.items():
        assert cpu < _MOST_LAUNCH * empty[1], name


async def _cpu(pilot: Pilot[Any], *key: str) -> float:
    """Return the milliseconds of processor from a key to the end of drawing; without one, of the waiting."""
    begin = time.process_time()
    await pilot.press(*key)
    await pilot.pause()
    return (time.process_time() - begin) * 1000


def _summary(taken: Sequence[float]) -> str:
    late = sorted(taken)[min(len(taken) - 1, int(len(taken) * 0.95))]
    return f"{statistics.median(taken):5.1f} ms, 95th percentile {late:5.1f} ms"


async def _bare(pilot: Pilot[Any]) -> float:
    """Return what a key costs that is not there: how long a test waits for the screen grows with it."""
    return statistics.median([await _cpu(pilot) for _ in range(10)])


async def _moves_of_lists(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    articles = notebook.comparison.articles
    app = alternatives.ListsApp(
        [[article.sentence_text(at) for at in range(len(article.sentences))] for article in articles]
    )
    count_bytes(app, monkeypatch)
    async with app.run_test(size=_SIZE) as pilot:
        await pilot.pause()
        bare = await _bare(pilot)
        return [await _cpu(pilot, "j") - bare for _ in range(20)]


async def test_a_move(story: tuple[str, Notebook], monkeypatch: pytest.MonkeyPatch) -> None:
    size, notebook = story
    lists = await _moves_of_lists(notebook, monkeypatch)
    taken: dict[str, list[float]] = defaultdict(list)
    bytes_of: dict[str, list[int]] = defaultdict(list)
    linked = notebook.comparison.links[0].a
    app = NewsdiffApp(notebook)
    written = count_bytes(app, monkeypatch)
    async with app.run_test(size=_SIZE) as pilot:
        await until(pilot, lambda: reader(app)._differing is not None, patience=120)
        await pilot.pause(0.5)
        bare = await _bare(pilot)

        async def move(kind: str, key: str) -> None:
            arrangement = reader(app).canvas.arrangement
            before = [arrangement.offset(article) for article in arrangement.shown]
            written.clear()
            cpu = await _cpu(pilot, key)
            scrolled = before != [arrangement.offset(article) for article in arrangement.shown]
            kind += " that scrolls" if key == "j" and scrolled else ""
            taken[kind].append(cpu - bare)
            bytes_of[kind].append(sum(written))

        for view in ("columns", "aligned"):
            for _ in range(25):
                await move(f"{view}: j", "j")
            for key in "llhhlhlhlh":
                await move(f"{view}: l, h", key)
            reader(app).go_to(linked)
            for _ in range(10):
                await move(f"{view}: ]", "right_square_bracket")
            for _ in range(10):
                await move(f"{view}: n", "n")
            if view == "columns":
                await move("to the aligned view", "v")
        await pilot.press("slash")
        for key in "mayor said":
            await move("a letter of a search", "space" if key == " " else key)
    print(
        f"\n{size} sentences, processor per key beyond a bare press ({bare:.1f} ms); aim: {_BUDGET[size]} ms"
    )
    print(f"  a list per article: j: {_summary(lists)}")
    for kind, times in taken.items():
        kilobytes = statistics.median(bytes_of[kind]) / 1000
        print(f"  {kind:24} {_summary(times)}, {kilobytes:5.1f} kB ({len(times)} times)")
    ours = [*taken["columns: j"], *taken["columns: j that scrolls"]]
    assert statistics.median(ours) < _MOST_OF_LISTS * statistics.median(lists)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_memory(story: tuple[str, Notebook], tmp_path: Path) -> None:
    size, notebook = story
    path = _saved(notebook, tmp_path)
    environment = python_environment()
    words = notebook.comparison.articles[0].sentence_text(0).split()[0]
    ours = launch(_reader(path), "Outlet 0", _SIZE, environment)
    theirs = launch(_alternative("lists", str(path)), words, _SIZE, environment)
    empty = launch(_alternative("empty"), alternatives.EMPTY_SAYS, _SIZE, environment)
    print(
        f"\n{size} sentences, memory at the first text: {ours.megabytes:.0f} MB; a list per article "
        f"{theirs.megabytes:.0f} MB; empty app {empty.megabytes:.0f} MB"
    )
    assert ours.megabytes < _MOST_OF_LISTS_MEMORY * theirs.megabytes


class _Tmux:
    """One program in a tmux of its own."""

    def __init__(self, name: str, arguments: Sequence[str]) -> None:
        self._tmux = ["tmux", "-L", name, "-f", os.devnull]
        size = ["-x", str(_SIZE[0]), "-y", str(_SIZE[1])]
        self._run("new-session", "-d", *size, sys.executable, *arguments)

    def _run(self, *words: str) -> str:
        done = subprocess.run(
            [*self._tmux, *words],
            env=python_environment(),
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        return done.stdout

    def screen(self) -> str:
        return self._run("capture-pane", "-p", "-e")

    def wait(self, done: Callable[[str], bool]) -> str:
        end = time.monotonic() + 60
        while not done(screen := self.screen()):
            assert time.monotonic() < end, screen
            time.sleep(0.001)
        return screen

    def key_to_visible(self, key: str) -> float:
        """Return the milliseconds until the screen is another one; what `tmux` itself takes is in them."""
        before = self.screen()
        begin = time.perf_counter()
        self._run("send-keys", key)
        self.wait(lambda screen: screen != before)
        taken = (time.perf_counter() - begin) * 1000
        time.sleep(0.3)
        return taken

    def end(self) -> None:
        subprocess.run([*self._tmux, "kill-server"], capture_output=True, check=False, timeout=60)


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
def test_key_to_visible_in_tmux(story: tuple[str, Notebook], tmp_path: Path) -> None:
    size, notebook = story
    path = str(_saved(notebook, tmp_path))
    middle = {}
    print(f"\n{size} sentences, from a key to the screen in tmux (its own commands included):")
    programs = {"reader": _reader(Path(path)), "a list per article": _alternative("lists", path)}
    for number, (name, arguments) in enumerate(programs.items()):
        # a server that is about to end would take the next program in, so each has a name of its own
        program = _Tmux(f"newsdiff-{os.getpid()}-{len(notebook.comparison.articles)}-{number}", arguments)
        try:
            word = notebook.comparison.articles[0].sentence_text(0).split()[0]
            program.wait(lambda screen, word=word: word in screen)
            time.sleep(3)
            taken = [program.key_to_visible("j") for _ in range(15)]
        finally:
            program.end()
        middle[name] = statistics.median(taken)
        print(f"  {name}: {_summary(taken)}")
    assert middle["reader"] < middle["a list per article"]

"""Sessions that are killed while their reader writes and saves: no file breaks, no note of a second ago goes.

A few sessions are killed in every run of the tests. `NEWSDIFF_KILLS=1000 pytest -s tests/durability` kills as
many as one likes, and says how many notes were kept and how old the oldest was that was lost.
"""

from __future__ import annotations

import asyncio
import os
import random
import signal
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from newsdiff.core import store
from newsdiff.core.comparison import Comparison
from newsdiff.core.notebook import Notebook
from newsdiff.core.store import recovery
from newsdiff.tui.app import NewsdiffApp

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="sessions are forked from the tests' process")

KILLS = int(os.environ.get("NEWSDIFF_KILLS", "4"))
_SECOND = 1.0
"""Within so many seconds a change is kept."""
_SHORTEST, _LONGEST = 0.3, 2.5
"""Seconds after which a session is killed."""


@dataclass
class Killed:
    """A session that was killed at a moment: what was written in its notes, and when each was kept."""

    kept: dict[str, float]
    at: float


def test_sessions_are_killed_and_nothing_is_lost(
    comparison: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(KILLS)
    changes = 0
    lost: list[float] = []
    for number in range(KILLS):
        folder = tmp_path / f"session-{number}"
        folder.mkdir()
        monkeypatch.setenv("NEWSDIFF_STATE_DIR", str(folder / "state"))
        path = folder / "story.newsdiff.json"
        store.save(Notebook(comparison, "Old bridge closes"), path, replace=False)
        killed = _killed(path, seed=number, after=chance.uniform(_SHORTEST, _LONGEST))
        there = _texts(store.load(path))  # which must be readable
        for leftover in recovery.leftovers():
            recovered = leftover.open()
            there += _texts(recovered.notebook)
            recovered.journal.close()
        changes += len(killed.kept)
        lost += [killed.at - kept for text, kept in killed.kept.items() if text not in there]
    oldest = max(lost, default=0.0)
    print(
        f"\n{KILLS} sessions killed, {changes} notes kept, {len(lost)} lost, the oldest after {oldest:.2f} s"
    )
    assert changes, "no session lived long enough to change anything"
    assert oldest < _SECOND


def _texts(notebook: Notebook) -> str:
    return "".join(note.text for note in notebook.notes)


def _killed(path: Path, *, seed: int, after: float) -> Killed:
    """Run a session on the notebook at `path` and kill it so many seconds after its first note."""
    reading, writing = os.pipe()
    session = os.fork()
    if session == 0:
        os.close(reading)
        try:
            asyncio.run(_session(path, writing, random.Random(seed)))
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading) as told:
        first = told.readline()
        time.sleep(after)
        at = time.monotonic()
        os.kill(session, signal.SIGKILL)
        os.waitpid(session, 0)
        lines = [first, *told]
    kept = {}
    for line in lines:
        text, _, moment = line.strip().partition("\t")
        if moment:
            kept[text] = float(moment)
    return Killed(kept, at)


async def _session(path: Path, told: int, chance: random.Random) -> None:
    """Write note after note, moving about and saving now and then, until killed."""
    app = NewsdiffApp(store.load(path), path=path, known=store.fingerprint(path))
    async with app.run_test(size=(100, 30)) as pilot:
        for number in range(1000):
            await pilot.press(*chance.choices(["j", "k", "l", "h", "n"], k=2))
            text = f"({number})"
            await pilot.press(
                "a", *text, "ctrl+s"
            )  # behind what stands in the note already, if anything does
            os.write(told, f"{text}\t{time.monotonic()}\n".encode())
            if chance.random() < 0.3:
                await pilot.press("s")

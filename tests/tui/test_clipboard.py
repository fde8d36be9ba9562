from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from textual.app import App

from newsdiff.tui import clipboard

command = clipboard.command  # the fixture of every test of the terminal puts another one there


def everywhere(name: str) -> str:
    return f"/usr/bin/{name}"


@pytest.mark.parametrize(
    ("environment", "platform", "program"),
    [
        ({"DISPLAY": ":0"}, "linux", "xclip"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "linux", "wl-copy"),
        ({}, "linux", None),
        ({}, "darwin", "pbcopy"),
        ({"SSH_TTY": "/dev/pts/1"}, "darwin", None),
        ({"SSH_CONNECTION": "10.0.0.1", "DISPLAY": ":0"}, "linux", None),
        ({"TMUX": "/tmp/tmux", "SSH_TTY": "/dev/pts/1"}, "linux", "tmux"),
        ({"TMUX": "/tmp/tmux"}, "darwin", "tmux"),
    ],
)
def test_the_program_is_that_of_the_readers_own_clipboard(
    environment: dict[str, str], platform: str, program: str | None
) -> None:
    found = command(environment, platform, everywhere)
    assert (found[0] if found else None) == program


def test_a_program_that_is_not_there_is_passed_over() -> None:
    found = command({"DISPLAY": ":0"}, "linux", lambda name: name == "xsel")
    assert found is not None
    assert found[0] == "xsel"
    assert command({"DISPLAY": ":0"}, "linux", lambda _: None) is None


@pytest.mark.parametrize(("script", "sure"), [("cat > took; exit 0", True), ("exit 3", False)])
async def test_it_is_sure_only_where_the_program_took_it(
    script: str, sure: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool = tmp_path / "tool"
    tool.write_text(f"#!/bin/sh\n{script}\n")
    tool.chmod(tool.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(clipboard, "command", lambda *_: (os.fspath(tool),))
    app: App[None] = App()
    async with app.run_test():
        assert await clipboard.copy(app, "“Où?” — $(touch owned)") is sure
    assert app.clipboard == "“Où?” — $(touch owned)"
    if sure:
        assert (tmp_path / "took").read_text() == app.clipboard
    assert not (tmp_path / "owned").exists()


async def test_a_program_that_cannot_be_started_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "command", lambda *_: ("/nowhere/tool",))
    app: App[None] = App()
    async with app.run_test():
        assert not await clipboard.copy(app, "words")
    assert app.clipboard == "words"


def test_a_copy_that_may_have_failed_says_so() -> None:
    assert clipboard.answer("2 words", sure=True) == "Copied 2 words."
    assert "if your terminal lets programs copy" in clipboard.answer("2 words", sure=False)

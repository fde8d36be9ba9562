"""Starting a program on a terminal of its own, to measure it until it shows certain words."""

from __future__ import annotations

import fcntl
import math
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

_PATIENCE = 60


class Launch(NamedTuple):
    """What it took until the words were there; megabytes are known on Linux only."""

    seconds: float
    cpu_seconds: float
    megabytes: float


def python_environment() -> dict[str, str]:
    """Return an environment in which modules are compiled once, as they are where a program is installed."""
    left_out = {"PYTHONDONTWRITEBYTECODE", "NO_COLOR", "COLUMNS", "LINES"}
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    return kept | {"TERM": "xterm-256color", "COLORTERM": "truecolor"}


def launch(
    arguments: Sequence[str], words: str, size: tuple[int, int], environment: Mapping[str, str]
) -> Launch:
    """Run Python with `arguments` on a terminal of `size` (columns, rows) until it writes `words`; kill it.

    TimeoutError where it does not, with the last of what it wrote.
    """
    begin = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        os.execve(sys.executable, [sys.executable, *arguments], dict(environment))
    written = b""
    try:
        while words.encode() not in written:
            if not select.select([terminal], [], [], _PATIENCE)[0]:
                raise TimeoutError(written[-1000:])
            try:
                written += os.read(terminal, 1 << 16)
            except OSError as error:  # the program has ended
                raise TimeoutError(written[-1000:]) from error
        seconds = time.perf_counter() - begin
        megabytes = _peak(child)
    finally:
        os.kill(child, signal.SIGKILL)
        _, _, used = os.wait4(child, 0)
        os.close(terminal)
    return Launch(seconds, used.ru_utime + used.ru_stime, megabytes)


def _peak(process: int) -> float:
    """Return the most megabytes that a process held; in what `wait4` says its parent's are counted too."""
    status = Path(f"/proc/{process}/status")
    if not status.is_file():
        return math.nan
    (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024

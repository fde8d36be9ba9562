"""The command line: `newsdiff SOURCE...`, `newsdiff report`, `newsdiff library`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from newsdiff.core.report import FORMATS


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code: 0 done, 1 a source could not be read, 2 wrong usage."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] == ["report"]:
        return _report(words[1:])
    from newsdiff.core.comparison import Comparison
    from newsdiff.core.notebook import Notebook
    from newsdiff.core.reading import read
    from newsdiff.tui.app import NewsdiffApp

    if not words:
        NewsdiffApp(None).run()
        return 0
    reading = read(words)
    for problem in reading.problems:
        sys.stderr.write(f"newsdiff: {problem}\n")
    if reading.articles:
        NewsdiffApp(Notebook(Comparison(tuple(reading.articles)), "story")).run()
    return 1 if reading.problems else 0


def _report(words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="newsdiff report")
    parser.add_argument("sources", nargs="+", metavar="SOURCE")
    parser.add_argument("--format", choices=FORMATS, default=FORMATS[0])
    options = parser.parse_args(words)
    from newsdiff.core.comparison import compare
    from newsdiff.core.notebook import Notebook
    from newsdiff.core.reading import read
    from newsdiff.core.report import render

    reading = read(options.sources)
    for problem in reading.problems:
        sys.stderr.write(f"newsdiff: {problem}\n")
    if reading.articles:
        sys.stdout.write(render(Notebook(compare(tuple(reading.articles)), "story"), options.format))
    return 1 if reading.problems else 0

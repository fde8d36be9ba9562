"""The command line: `newsdiff SOURCE...` and the other commands, by their words.

Nothing is imported here that `--version` and `--help` do not need.
"""

from __future__ import annotations

import argparse
import difflib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from newsdiff.core.errors import NewsdiffError
from newsdiff.core.report import FORMATS, SUFFIXES, format_of
from newsdiff.tui.console import (
    FAILED,
    INTERRUPTED,
    WRONG_USAGE,
    complain,
    open_closed_streams,
    place_of,
    shows_tracebacks,
    write,
)

_COMMANDS = ("report", "library", "merge", "settings", "serve")

_SOURCES = """\
A SOURCE is a text, Markdown or HTML file, a folder of such files, a web address,
- for standard input, or one saved notebook (*.newsdiff.json)."""

_READ = f"""\
Read several outlets' accounts of one event side by side.

{_SOURCES}
Without a source, the start screen offers a sample story and recent notebooks."""

_READ_EXAMPLES = """\
other commands:
  newsdiff report SOURCE...   print the comparison, without a screen
  newsdiff library [WORD...]  list the notebooks that were open here, or search them
  newsdiff serve SOURCE...    read in a browser on this machine
  newsdiff merge A B -o C     make one notebook of two people's notebooks on one story
  newsdiff settings           say where your settings file lies (theme, keys), or print an example
A file that is called like a command is given as ./report.

examples:
  newsdiff gazette.txt herald.md
  newsdiff story/
  newsdiff https://example.org/news/1 https://example.com/a-story
  newsdiff bridge.newsdiff.json

In the reader, ? shows every key."""

_DEFAULT_FORMAT = next(iter(FORMATS))

_REPORT_USAGE = f"SOURCE... [--format {'|'.join(FORMATS)}] [-o FILE]"

_REPORT = f"""\
Print what all outlets report, what only one does, and what each seems to leave out.

{_SOURCES}
The report of a notebook includes its notes."""

_REPORT_EXAMPLES = """\
examples:
  newsdiff report gazette.txt herald.md
  newsdiff report -o page.html story/
  newsdiff report --format json story/ > report.json
  newsdiff report bridge.newsdiff.json

exit codes: 0 done; 1 a source could not be read, or the report not be written; 2 wrong usage."""

_LIBRARY = """\
List the notebooks that were open here, the latest first: title, file, outlets, dates, counts.
With words, list the places in their articles and notes that hold all of them, the best first."""

_LIBRARY_EXAMPLES = """\
examples:
  newsdiff library
  newsdiff library naval station

Without a SOURCE, `newsdiff` offers the same to be opened."""

_SERVE = f"""\
Serve the reader to a browser on this machine. It prints an address; every tab that opens it reads the
sources anew and has notes of its own, which are kept as in the terminal. ctrl+c ends it.

{_SOURCES.replace("- for standard input, ", "")}"""

_SERVE_EXAMPLES = """\
examples:
  newsdiff serve story/
  newsdiff serve --port 0 gazette.txt herald.md

Nobody else can reach it: it listens on 127.0.0.1 only, and the address holds a secret. It needs the
extra `web` (pip install 'newsdiff[web]').
exit codes: 0 ended by ctrl+c; 1 a source could not be read or the port not be had; 2 wrong usage."""

_PORT = 8000

_MERGE = """\
Make one notebook of two on the same story: the articles, notes and corrections of both, with the
names of who wrote them. Neither of the two is changed."""

_MERGE_EXAMPLES = """\
example:
  newsdiff merge ada.newsdiff.json ben.newsdiff.json -o both.newsdiff.json

exit codes: 0 done; 1 a notebook could not be read or written; 2 wrong usage."""

_SETTINGS = """\
Print where your settings file lies, and tell what is wrong in it. Where there is none, print an
example with every setting and every key."""

_SETTINGS_EXAMPLES = """\
examples:
  newsdiff settings
  $EDITOR "$(newsdiff settings)"

NEWSDIFF_CONFIG names another file. exit codes: 0 done; 1 something in the file is wrong."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code.

    0 done; 1 a source could not be read, or something else failed; 2 wrong usage; 130 stopped by ctrl+c.
    `arguments` replaces those of the process. SystemExit, from `--help`, `--version` and wrong options.
    """
    open_closed_streams()
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        return _run(words)
    except KeyboardInterrupt:
        return INTERRUPTED
    except NewsdiffError as error:
        from newsdiff.tui.commands import UsageError

        complain(str(error))
        return WRONG_USAGE if isinstance(error, UsageError) else FAILED
    except Exception as error:
        if shows_tracebacks():
            raise
        complain(f"something went wrong that should not: {place_of(error)}. Please report this.")
        return FAILED


def _run(words: list[str]) -> int:
    if words[:1] == ["report"]:
        parser = _report_parser()
        options = parser.parsed(words[1:])
        if not options.sources:
            parser.error("nothing to compare: name at least one SOURCE")
        from newsdiff.tui import commands

        return commands.report(options.sources, _report_format(parser, options), options.output)
    if words[:1] == ["library"]:
        options = _library_parser().parse_args(words[1:])
        from newsdiff.tui import commands

        return commands.library(" ".join(options.words))
    if words[:1] == ["serve"]:
        parser = _serve_parser()
        options = parser.parsed(words[1:])
        if not options.sources:
            parser.error("nothing to read: name at least one SOURCE")
        from newsdiff.tui import commands

        return commands.serve(options.sources, options.port)
    if words[:1] == ["merge"]:
        options = _merge_parser().parse_args(words[1:])
        from newsdiff.tui import merging

        return merging.merge(options.mine, options.theirs, options.output)
    if words[:1] == ["settings"]:
        _settings_parser().parse_args(words[1:])
        from newsdiff.tui import commands

        return commands.show_settings()
    parser = _read_parser()
    options = parser.parsed(words)
    near = difflib.get_close_matches(words[0], _COMMANDS, n=1, cutoff=0.8) if words else []
    if near and not os.path.lexists(words[0]):
        parser.error(f"there is no file {words[0]}; did you mean `newsdiff {near[0]}`?")
    from newsdiff.tui import commands

    return commands.read(options.sources)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence and where help is."""

    def __init__(self, prog: str, usage: str, description: str, examples: str) -> None:
        super().__init__(
            prog=prog,
            usage=f"{prog} {usage}".rstrip(),
            description=description,
            epilog=examples,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
            add_help=False,
        )
        self.add_argument("-h", "--help", action="help", help="show this and end")
        self.add_argument("--version", action=_Version, nargs=0, help="show the version and end")

    def parsed(self, words: list[str]) -> argparse.Namespace:
        """Return the options in `words`, and as `sources` the rest, wherever among the options it stands."""
        # What follows `--` is never an option; argparse forgets that where it lets both mix.
        end = words.index("--") if "--" in words else len(words)
        options = self.parse_intermixed_args(words[:end])
        options.sources += words[end + 1 :]
        return options

    def error(self, message: str) -> NoReturn:
        unknown = message.removeprefix("unrecognized arguments: ")
        if unknown != message:
            message = f"there is no option {unknown}{self._hint(unknown.split()[0].partition('=')[0])}"
        complain(f"{message} (`{self.prog} --help` says more)")
        sys.exit(WRONG_USAGE)

    def _hint(self, unknown: str) -> str:
        if os.path.lexists(unknown):
            return f"; the file of that name is given as ./{unknown}"
        near = difflib.get_close_matches(unknown, self._option_string_actions, n=1)
        if near:
            return f"; did you mean {near[0]}?"
        if unknown in _report_parser()._option_string_actions:
            return f"; it belongs to `newsdiff report {unknown}`"
        return ""


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> NoReturn:
        from importlib.metadata import version

        write(f"newsdiff {version('newsdiff')}\n")
        parser.exit()


def _read_parser() -> _Parser:
    parser = _Parser("newsdiff", "[SOURCE...]", _READ, _READ_EXAMPLES)
    parser.add_argument("sources", nargs="*", metavar="SOURCE", help="what to read")
    return parser


def _report_parser() -> _Parser:
    parser = _Parser("newsdiff report", _REPORT_USAGE, _REPORT, _REPORT_EXAMPLES)
    parser.add_argument("sources", nargs="*", metavar="SOURCE", help="what to compare")
    parser.add_argument(
        "--format",
        choices=FORMATS,
        help=f"how to print it (default: as FILE's name ends, else {_DEFAULT_FORMAT})",
    )
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="write to FILE, not to the screen")
    return parser


def _report_format(parser: _Parser, options: argparse.Namespace) -> str:
    """Return the format that is asked for, else that of the ending; an unknown one is wrong usage."""
    if options.format:
        return str(options.format)
    output: Path | None = options.output
    if output is None or not output.suffix:
        return _DEFAULT_FORMAT
    found = format_of(output.name)
    if found is None:
        known = ", ".join(SUFFIXES.values())
        parser.error(
            f"no report ends in {output.suffix}: give FILE an ending of {known}, or none, or say --format"
        )
    return found


def _library_parser() -> _Parser:
    parser = _Parser("newsdiff library", "[WORD ...]", _LIBRARY, _LIBRARY_EXAMPLES)
    parser.add_argument("words", nargs="*", metavar="WORD", help="list only places that hold all these words")
    return parser


def _serve_parser() -> _Parser:
    parser = _Parser("newsdiff serve", "SOURCE... [--port N]", _SERVE, _SERVE_EXAMPLES)
    parser.add_argument("sources", nargs="*", metavar="SOURCE", help="what to read")
    parser.add_argument(
        "--port",
        type=_port,
        default=_PORT,
        metavar="N",
        help=f"where to listen (default: {_PORT}; 0: any free port)",
    )
    return parser


def _port(word: str) -> int:
    if not word.isascii() or not word.isdigit() or int(word) > 65535:
        raise argparse.ArgumentTypeError(f"{word} is no port; a port is a number from 0 to 65535")
    return int(word)


def _merge_parser() -> _Parser:
    parser = _Parser("newsdiff merge", "NOTEBOOK NOTEBOOK -o FILE", _MERGE, _MERGE_EXAMPLES)
    parser.add_argument("mine", type=Path, metavar="NOTEBOOK", help="whose title and texts are kept")
    parser.add_argument("theirs", type=Path, metavar="NOTEBOOK", help="whose additions are taken up")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", required=True, help="the new notebook")
    return parser


def _settings_parser() -> _Parser:
    return _Parser("newsdiff settings", "", _SETTINGS, _SETTINGS_EXAMPLES)

"""A settings file with everything in it and nothing changed, for the documentation and the program."""

from __future__ import annotations

from newsdiff.tui import keys

_HEAD = """\
# Settings of newsdiff. A line that begins with # changes nothing: take the # away where you want
# another value. newsdiff never writes this file.
"""

_FIELDS = """\
# How it looks: one of the themes that the commands (ctrl+p, "Theme") let you try. "ansi-dark" and
# "ansi-light" take the colours of your terminal.
# theme = "textual-dark"

# The most cells of text on a line of a column, 20 to 200.
# reading_width = 76
"""

_KEYS = """\
# One key for a command, or several with commas between them: "x,ctrl+x,f9". A key is a character
# ("n", "N", "?") or a name ("enter", "space", "escape", "pagedown", "comma", "shift+down"). What is
# given here takes the place of the usual keys.
[keys]
"""


def example() -> str:
    """Return the example; it is a valid settings file that settles nothing."""
    listed: set[str] = set()
    groups = []
    for screen in keys.SCREENS:
        new = [binding for binding in screen.bindings if binding.id not in listed]
        listed.update(binding.id or "" for binding in new)
        if not new:
            continue
        entries = [f'# {binding.id} = "{_written(binding.key)}"' for binding in new]
        width = max(map(len, entries))
        lines = [f"{entry:{width}}  # {binding.tooltip}" for entry, binding in zip(entries, new, strict=True)]
        groups.append("\n".join([f"# {screen.title}", *lines, ""]))
    return "\n".join([_HEAD, _FIELDS, _KEYS, *groups])


def _written(given: str) -> str:
    """Return keys as a reader would write them, characters as themselves."""
    return ",".join(_one(key) for key in given.split(","))


def _one(key: str) -> str:
    as_shown = keys.shown(key)
    return as_shown if len(as_shown) == 1 and as_shown.isascii() and as_shown not in ',"\\' else key

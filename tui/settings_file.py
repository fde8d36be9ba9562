"""The settings file: TOML, each entry checked for itself, so that one that is wrong costs no other."""

from __future__ import annotations

import re
import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from textual.theme import BUILTIN_THEMES

from newsdiff.core.cleaning import clean_line
from newsdiff.core.store.files import in_words
from newsdiff.tui import keymap
from newsdiff.tui.settings import Settings

NARROWEST, WIDEST = 20, 200
"""Cells: what a reading width may be."""

_LONGEST = 40
"""Characters of a wrong value that are shown."""

_LONGEST_COMPLAINT = 400

_USUAL = Settings()

_TABLE = re.compile(r"\s*\[\[?\s*([^\[\]]*?)\s*\]")
_ENTRY = re.compile(r"""\s*(["']?)([\w.-]+)\1\s*(\.\s*(["']?)([\w-]+)\4\s*)?=""")


def _theme(name: str) -> str:
    if name and name not in BUILTIN_THEMES:
        near = get_close_matches(name, BUILTIN_THEMES, n=1)
        perhaps = f", perhaps {near[0]}" if near else ""
        raise ValueError(
            f"there is no theme {name[:_LONGEST]}{perhaps}; allowed are {', '.join(BUILTIN_THEMES)}"
        )
    return name


class File(BaseModel):
    """What may stand in the file; a description says what is allowed."""

    model_config = ConfigDict(extra="forbid", strict=True)

    theme: Annotated[str, AfterValidator(_theme)] = Field(
        "", description='a name in quotation marks, "nord" say'
    )
    reading_width: int = Field(
        _USUAL.reading_width,
        ge=NARROWEST,
        le=WIDEST,
        description=f"a whole number of cells from {NARROWEST} to {WIDEST}",
    )
    keys: dict[str, str] = Field({}, description='[keys] on a line of its own, below it command = "key"')


def read(file: Path) -> tuple[Settings, tuple[str, ...]]:
    """Return what `file` settles and, one text each, what is wrong in it; what is wrong is left out."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
        entries = tomllib.loads(text)
    except OSError as error:
        return _USUAL, (
            clean_line(f"{file}: {in_words(error)}; the usual settings hold", _LONGEST_COMPLAINT),
        )
    except UnicodeDecodeError:
        return _USUAL, (f"{file.name} is not UTF-8 text; the usual settings hold",)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return _USUAL, (_not_toml(file.name, text, error),)
    wrong: list[tuple[tuple[str, ...], str]] = []
    valid = _valid(entries, wrong)
    usable, unusable = keymap.checked(valid.keys)
    wrong += [(("keys", command), complaint) for command, complaint in unusable.items()]
    lines = {where: _line_of(where, text) for where, _ in wrong}
    told = (
        f"{file.name} line {lines[where]}: {'.'.join(where)}: {complaint}"
        for where, complaint in sorted(wrong, key=lambda each: lines[each[0]])
    )
    settings = Settings(valid.theme, valid.reading_width, usable)
    return settings, tuple(clean_line(each, _LONGEST_COMPLAINT) for each in told)


def _valid(entries: dict[str, Any], wrong: list[tuple[tuple[str, ...], str]]) -> File:
    """Return what is right of `entries`; add to `wrong` where anything else stands, and why it is wrong."""
    try:
        return File.model_validate(entries)
    except ValidationError as errors:
        for error in errors.errors():
            where = tuple(str(part) for part in error["loc"])
            wrong.append((where, _complaint(where, error["type"], error["msg"], error["input"])))
            table = entries if len(where) == 1 else entries[where[0]]
            table.pop(where[-1], None)
        return File.model_validate(entries)


def _complaint(where: tuple[str, ...], kind: str, message: str, given: object) -> str:
    name = where[0]
    if kind == "extra_forbidden":
        near = get_close_matches(name, File.model_fields, n=1) or [
            f"{command} in the table [keys]" for command in keymap.commands() if command == name
        ]
        perhaps = f", perhaps {near[0]}" if near else ""
        return f"there is no such setting{perhaps}; allowed are {', '.join(File.model_fields)}"
    if kind == "value_error":
        return message.removeprefix("Value error, ")
    allowed = (
        File.model_fields[name].description if len(where) == 1 else 'keys in quotation marks, "n,f9" say'
    )
    return f"{str(given)[:_LONGEST]} cannot be; allowed is {allowed}"


def _not_toml(name: str, text: str, error: Exception) -> str:
    """Return where the file is not TOML; of its end Python tells no number."""
    found = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", str(error))
    line = found[1] if found and found[1] else len(text.splitlines())
    what = str(error)[: found.start()] if found else "too deep"
    return clean_line(
        f"{name} line {line}: {what[:1].lower()}{what[1:]}: this is not TOML, so the usual settings hold. "
        'Allowed is name = "value", one on a line',
        _LONGEST_COMPLAINT,
    )


def _line_of(where: tuple[str, ...], text: str) -> int:
    """Return the number of the line on which the entry `where`, a path of names, stands; 1 if it hides."""
    table: tuple[str, ...] = ()
    best = 1
    for number, line in enumerate(text.splitlines(), 1):
        if found := _TABLE.match(line):
            table = tuple(part.strip(" \t\"'") for part in found[1].split("."))
            path = table
        elif found := _ENTRY.match(line):
            path = (*table, *filter(None, (found[2], found[5])))
        else:
            continue
        if path == where:
            return number
        if path == where[:1]:  # a table of its own, or one in braces on this line
            best = number
    return best

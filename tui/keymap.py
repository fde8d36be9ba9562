"""The reader's own keys: which of those that a settings file wishes for can be had, and why others cannot."""

from __future__ import annotations

import string
from collections.abc import Mapping
from difflib import get_close_matches
from itertools import combinations

from textual.binding import Binding
from textual.keys import Keys as KnownKeys
from textual.keys import key_to_character

from newsdiff.tui import keys


def _normal(key: str) -> str:
    """Return the name by which Textual knows `key`: `question_mark` for `?`."""
    key = key.strip()
    if key in ("", ","):
        return "comma" if key else ""
    return next(iter(Binding.make_bindings([Binding(key, "")]))).key


_MODIFIERS = {"ctrl", "shift", "alt", "super", "meta", "hyper"}
_PUNCTUATION = {_normal(character): character for character in string.punctuation}
_NAMES = sorted(
    {name for key in KnownKeys if (name := key.value.rpartition("+")[2]).isidentifier()}.union(_PUNCTUATION)
    - {"return"}
)
_ALWAYS = {"ctrl+q": "always ends newsdiff"}


def commands() -> dict[str, Binding]:
    """Return every command by its id, in the order of the screens."""
    found: dict[str, Binding] = {}
    for screen in keys.SCREENS:
        for binding in screen.bindings:
            found.setdefault(binding.id or "", binding)
    return found


def checked(wanted: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the keys, by command id, that can be had of those `wanted`, and by id why others cannot.

    Keys are comma-separated, each a character or a name. Where two commands of one screen would have one key,
    the one that is named later in `wanted` keeps the key it had.
    """
    known = commands()
    good: dict[str, str] = {}
    wrong: dict[str, str] = {}
    for command, given in wanted.items():
        each = [_normal(key) for key in given.split(",")]
        complaint = (
            _unknown(command, known) or _no_keys(each) or _typed(command, each)
        )  # the first is the most telling
        if complaint:
            wrong[command] = complaint
        else:
            good[command] = ",".join(dict.fromkeys(each))
    while clash := _clash(good):
        command, complaint = clash
        wrong[command] = complaint
        del good[command]
    return good, wrong


def _unknown(command: str, known: Mapping[str, Binding]) -> str:
    if command in known:
        return ""
    near = get_close_matches(command, known, n=1)
    return "there is no such command" + (
        f", perhaps {near[0]}" if near else "; `newsdiff settings` lists all"
    )


def _no_keys(each: list[str]) -> str:
    """Return why one of these is no key, empty where all are."""
    for key in each:
        if not key:
            return (
                'give one key or several, with commas between them: "x,ctrl+x"; the comma itself is "comma"'
            )
        if key in _ALWAYS:
            return f"{key} {_ALWAYS[key]}; choose another key"
        if not _is_key(key):
            return f'"{key}" is no key{_hint(key)}'
    return ""


def _is_key(key: str) -> bool:
    """Tell whether Textual knows a key of that name."""
    modifiers, _, name = key.rpartition("+")
    if modifiers == "shift" and len(name) == 1:
        return False  # that is a capital letter
    if not set(filter(None, modifiers.split("+"))) <= _MODIFIERS:
        return False
    return name in _NAMES or (_character(name) != "" and _normal(_character(name)) == name)


def _character(key: str) -> str:
    """Return what `key` types, empty where it types nothing."""
    character = _PUNCTUATION.get(key) or (key_to_character(key) if key else None) or ""
    return character if character.isprintable() else ""


def _hint(key: str) -> str:
    near = [_normal(key.lower().replace("-", "+")), key.rpartition("+")[2].upper()]
    near += get_close_matches(key.lower().rpartition("+")[2], _NAMES, n=1)
    return next((f"; did you mean {each}?" for each in near if _is_key(each)), "")


def _typed(command: str, each: list[str]) -> str:
    """Return which of the keys would be typed into a text field in the place of the command, if any."""
    typing = any(
        binding.id == command for screen in keys.SCREENS if screen.typing for binding in screen.bindings
    )
    typed = [key for key in each if _character(key)]
    if not typing or len(typed) < len(each):
        return ""
    return f"{keys.shown(typed[0])} would be typed into the text; give it one such as ctrl+x or f9 too"


def _clash(wanted: Mapping[str, str]) -> tuple[str, str] | None:
    """Return the later one in `wanted` of two commands of one screen that have one key, and what is wrong."""
    order = [*wanted]
    for screen in keys.SCREENS:
        bindings = [*keys.APP.bindings, *(screen.bindings if screen is not keys.APP else ())]
        has = {binding.id or "": wanted.get(binding.id or "", binding.key).split(",") for binding in bindings}
        for pair in combinations(has, 2):
            both = [key for key in has[pair[0]] if key in has[pair[1]]]
            if both:
                later, other = sorted(
                    pair, key=lambda command: order.index(command) if command in order else -1
                )[::-1]
                return later, (
                    f"{keys.shown(both[0])} is the key of {other} too ({screen.title.lower()}); "
                    "give each a key of its own"
                )
    return None

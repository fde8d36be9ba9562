"""The head that a text file may carry: lines between two `---` that name its title, outlet and so on."""

from __future__ import annotations

import json
import re
from datetime import datetime

from newsdiff.core.reading.draft import Draft

_LONGEST_HEAD = 16_384
_FENCE = "---"
_KEY = re.compile(r"[A-Za-z][\w-]*\Z")
# What only YAML understands: lists, blocks, references, tags.
_NEEDS_YAML = re.compile(r"[\[{&*!|>%@`?-]")

_NAMES = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "publication", "publisher", "site", "site_name", "sitename"),
    "byline": ("byline", "author", "authors", "by"),
    "published": ("published", "date", "created"),
    "url": ("url", "link", "canonical"),
}


def take_head(text: str) -> Draft:
    """Return the article in `text`: what its head says, and the text after the head.

    What begins with `---` but is no head (no closing line, not `key: value`) is kept as text, all of it.
    """
    lines = text[:_LONGEST_HEAD].lstrip().split("\n")
    if lines[0].rstrip() != _FENCE:
        return Draft(text)
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() in {_FENCE, "..."}:
            head = _fields(lines[1:number])
            if head is None:
                break
            return _draft(head, text.lstrip().split("\n", number + 1)[number + 1 :])
    return Draft(text)


def _draft(head: dict[str, str], rest: list[str]) -> Draft:
    said = {field: next((head[key] for key in keys if head.get(key)), "") for field, keys in _NAMES.items()}
    source = head.get("source", "")
    if source.lower().startswith(("http://", "https://")):
        said["url"] = said["url"] or source
    else:
        said["outlet"] = said["outlet"] or source
    said["published"] = iso_date(said["published"])
    return Draft(text="".join(rest), **said)


def iso_date(text: str) -> str:
    """Return a date or time as ISO 8601 writes it where `text` is near enough to that, else `text` itself."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    return moment.date().isoformat() if len(text) <= len("2018-08-21") else moment.isoformat()


def _fields(lines: list[str]) -> dict[str, str] | None:
    """Return the head's fields by lower-case name; None where the lines are no head."""
    fields: dict[str, str] = {}
    for line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        key, colon, rest = line.partition(":")
        value = _plain_value(rest.strip())
        if not colon or not _KEY.match(key) or value is None:
            return _yaml_fields("\n".join(lines))
        fields[key.lower()] = value
    return fields or None


def _plain_value(value: str) -> str | None:
    """Return a value that stands on its own line, None where YAML must say what it is.

    Most heads are such lines, and people write colons and hashes in titles that YAML would trip over.
    """
    if value.startswith('"'):
        try:
            text = json.loads(value)
        except ValueError:
            return None
        return text if isinstance(text, str) else None
    if value.startswith("'"):
        return value[1:-1].replace("''", "'") if re.fullmatch(r"'(?:[^']|'')*'", value) else None
    return None if _NEEDS_YAML.match(value) else value


def _yaml_fields(head: str) -> dict[str, str] | None:
    import yaml

    try:
        # BaseLoader makes strings of everything (no date, no `no` that turns false), and nothing but strings,
        # lists and mappings: it is the safest of them.
        said = yaml.load(head, Loader=yaml.BaseLoader)  # noqa: S506
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    if not isinstance(said, dict) or not all(isinstance(key, str) and _KEY.match(key) for key in said):
        return None
    return {key.lower(): _words(value) for key, value in said.items()}


def _words(value: object) -> str:
    """Return a value as words: of a list its plain members, one level deep, however deep it goes."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return _words(value.get("name")) if isinstance(value.get("name"), str) else ""
    if isinstance(value, list):
        members = (member.get("name") if isinstance(member, dict) else member for member in value)
        return ", ".join(member for member in members if isinstance(member, str))
    return ""

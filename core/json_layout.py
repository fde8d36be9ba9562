"""JSON that people and line-by-line tools can look into."""

from __future__ import annotations

import json
from typing import Any


def lay_out(document: dict[str, Any], *, ascii_only: bool) -> str:
    """Return `document` as JSON with each item of each of its lists on a line of its own.

    `ascii_only` escapes every other character.
    """

    def dump(value: object) -> str:
        return json.dumps(value, ensure_ascii=ascii_only)

    members = []
    for key, value in document.items():
        if isinstance(value, list) and value:
            lines = ",\n".join(dump(item) for item in value)
            members.append(f"\n{dump(key)}: [\n{lines}\n]")
        else:
            members.append(f" {dump(key)}: {dump(value)}")
    return "{" + ",".join(members).lstrip() + "}\n"

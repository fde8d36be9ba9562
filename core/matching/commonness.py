"""How common a word is in the news at large, so that rare words weigh more than stock phrases."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Commonness:
    """In how many of `sentences` sentences of news each stem stands; stems not named count as 0."""

    sentences: int
    stems: Mapping[str, int]


@cache
def shipped() -> Commonness:
    """Return the counts that come with the program."""
    text = files("newsdiff.core.matching").joinpath("commonness.json").read_text(encoding="utf-8")
    data = json.loads(text)
    return Commonness(data["sentences"], data["stems"])

"""What stands between the bytes of a source and an article."""

from __future__ import annotations

from dataclasses import dataclass


class Unreadable(Exception):  # noqa: N818 - it becomes a SourceError, which knows the source too
    """A source is no article; the message is a clause that says why and what to do."""


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes of one source and what came with them.

    `name` is the file's name, for a web address the name of its host. `media_type` and `charset` are what
    the sender said, lower case; `url` is the address that the bytes came from. All empty where unknown.
    """

    data: bytes
    name: str
    media_type: str = ""
    charset: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a source says of its article, not yet cleaned; empty where it says nothing."""

    text: str
    title: str = ""
    outlet: str = ""
    byline: str = ""
    published: str = ""
    url: str = ""

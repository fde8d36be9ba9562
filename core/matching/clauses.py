"""Where a sentence can be cut into parts that could stand in a sentence of their own."""

from __future__ import annotations

import re

from newsdiff.core.article import Span

_CUT = re.compile(
    r"[;()]|(?<!\d)[,:–—]|[,:–—](?!\d)|\s-\s|[“”„«»\"]"  # not within 4,000, 10:30 or 2020–21
    r"|\s(?=(?:and|but|who|which|that|after|before|while|when|where|because|although|though|if)\s)"
)
# Phrases that tell where, when or for what: a part that is only here need not be a clause.
_PHRASE = re.compile(
    _CUT.pattern + r"|\s(?=(?:as|at|by|during|for|from|in|on|over|through|to|with|without)\s)"
)
# “English” and "plain", „German“ and „Polish”, «French» and the »Danish« way round.
_QUOTATION = re.compile(
    r"„(?P<low>[^“”]*)(?:[“”]|$)|«(?P<french>[^»]*)(?:»|$)|»(?P<danish>[^«]*)(?:«|$)"
    r"|[“\"](?P<english>[^”\"]*)(?:[”\"]|$)"
)


def cuts(text: str, start: int, end: int) -> list[int]:
    """Return the offsets inside `text[start:end]` at which a clause may begin or end, ascending."""
    return [match.start() for match in _CUT.finditer(text, start, end) if start < match.start() < end]


def phrase_cuts(text: str, start: int, end: int) -> list[int]:
    """Return the offsets inside `text[start:end]` at which a clause or a phrase may begin, ascending."""
    return [match.start() for match in _PHRASE.finditer(text, start, end) if start < match.start() < end]


def quotations(text: str, start: int, end: int) -> list[Span]:
    """Return what stands between quotation marks in `text[start:end]`; one left open runs to the end."""
    matches = _QUOTATION.finditer(text, start, end)
    return [Span(*match.span(match.lastgroup or 0)) for match in matches]

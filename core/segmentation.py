"""Text to sentences, by rules of our own: quarrels about a full stop are settled in abbreviations.txt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise, zip_longest

from newsdiff.core.article import Sentence

LONGEST_SENTENCE = 2000
"""Characters; what goes on longer without an end (a table, a list, a broken file) is cut at a space."""

_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"(?:[-*+•‣▪◦●–—]|\(?(?:\d{1,3}|[a-zA-Z])[.)])\s")

_LONGEST_HEADING = 60
_MOST_HEADINGS = 0.4
"""Share of an article's paragraphs; where more look like headings, they are its way of writing."""
# One word and a colon, or up to eight words without a figure and without the end of a sentence.
_HEADING = re.compile(r"[^\W\d]+:|(?:[^\W\d][^\s\d]*\s+){0,7}[^\W\d][^\s\d]*(?<![.!?…,;:\"”»])")

_CLOSING = r"(?:[\"'“”’)\]}»›]|\[\d{1,3}\])*"
# Ideographic stops need no space after them, the others do.
_END = re.compile(
    rf"(?P<wide>[。！？｡]+[」』”’）)\"']*)"
    rf"|(?P<stop>[.!?…؟۔।]+)(?P<closing>{_CLOSING}(?:\s+[”»\"](?=\s|$))?)(?=\s|$)"
)
# A sentence may begin with quotation marks, a dash, or the dots that stand for words left out.
_OPENING = re.compile(r"(?:[\[(]?(?:\.{3}|…)[\])]?(?=\s|\Z)|[\s\"'“”‘’„‚«»‹›(\[{¡¿*_—–―-])*")
_TOKEN = re.compile(r"[^\s\"'“”‘’„‚«»‹›(\[{—–―/-]*\Z")
_SPACE = re.compile(r"\s*")
_WORD = re.compile(r"\w+")
_LETTERS_WITH_STOPS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\Z")
_LONGEST_TOKEN = 30
_DASHES = "-–—―"
_SPEAKING = (
    "said says asked asks wrote writes replied replies told tells added adds answered answers "
    "shouted shouts cried joked tweeted posted continued declared exclaimed wondered demanded"
)
# “Who pays?” Ms. Brand asked.
_SPEAKER = re.compile(rf"(?:[A-Z(][\w.,’')-]*\s+){{1,7}}(?:{'|'.join(_SPEAKING.split())})\b")

_NARROWEST_WRAP, _WIDEST_WRAP = 40, 120


def split(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of `text` in order: no white space around them, every other character in one.

    Blank lines, bullets and line ends cut first, each beginning a paragraph; a line end in text that was
    broken at a fixed width is white space only. No sentence is longer than `LONGEST_SENTENCE`. The time
    taken grows with the length of the text, whatever is in it.
    """
    sentences: list[Sentence] = []
    paragraphs = list(_paragraphs(text))
    # The first may be the headline, which does report something.
    headings = {number for number, place in enumerate(paragraphs) if number and _may_head(text, *place)}
    if len(headings) > len(paragraphs) * _MOST_HEADINGS:
        headings = set()  # a text without punctuation, a poem, a list
    for number, (start, end) in enumerate(paragraphs):
        for at, stop in _sentences(text, start, end):
            sentences.extend(Sentence(a, b, number, number in headings) for a, b in _bounded(text, at, stop))
    return tuple(sentences)


def _may_head(text: str, start: int, end: int) -> bool:
    """Return whether a paragraph looks like a heading, a byline or a label: a few words without an end."""
    return (
        end - start <= _LONGEST_HEADING
        and _HEADING.fullmatch(text, start, end) is not None
        and not _BULLET.match(text, start)
    )


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    lines = [_stripped(text, *match.span()) for match in _LINE.finditer(text) if not match.group().isspace()]
    width = _wrap_width(text, lines)
    start = None
    for line, following in zip_longest(lines, lines[1:]):
        start = line[0] if start is None else start
        if following is None or not _runs_on(text, line, following, width):
            yield start, line[1]
            start = None


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    line = text[start:end]
    return end - len(line.lstrip()), start + len(line.rstrip())


def _wrap_width(text: str, lines: list[tuple[int, int]]) -> int:
    """Return the width at which the lines of `text` were broken, 0 where each line is a paragraph."""
    lengths = sorted(end - start for start, end in lines)
    # One line in ten may be longer: an address or a figure that could not be broken.
    width = lengths[len(lengths) * 9 // 10] if lengths else 0
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return 0
    breaks = torn = 0
    for (_, end), (start, _) in pairwise(lines):
        if text.count("\n", end, start) == 1:
            breaks += 1
            torn += text[end - 1] not in ".!?…:\"'”’)"
    return width if breaks >= 2 and torn * 2 >= breaks else 0


def _runs_on(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Return whether the paragraph of `line` goes on in the `following` line."""
    (start, end), (next_start, next_end) = line, following
    if not width or text.count("\n", end, next_start) > 1 or _BULLET.match(text, next_start):
        return False
    if text[next_start].islower() and text[end - 1] not in ".!?":
        return True
    # Where the next line's first word would still have fitted, somebody ended the line on purpose.
    first_word = len(text[next_start:next_end].split(None, 1)[0])
    return first_word <= width < end - start + 1 + first_word


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _END.finditer(text, start, end):
        if match.end() < end and _ends_sentence(text, match, start, end):
            yield start, match.end()
            start = _after_space(text, match.end(), end)
    yield start, end


def _after_space(text: str, start: int, end: int) -> int:
    space = _SPACE.match(text, start, end)
    return space.end() if space else start


def _ends_sentence(text: str, match: re.Match[str], start: int, end: int) -> bool:
    if match["wide"]:
        return True
    at = _after_space(text, match.end(), end)
    following = _OPENING.match(text, at, min(end, at + _LONGEST_TOKEN))
    at = following.end() if following else at
    if at >= end:
        return False  # only marks follow, and they belong to this sentence
    if text[at].islower() or text[at] in ",;:.!?)]}":
        return False
    stop, closing = match["stop"], match["closing"]
    if stop[-1] in "?!":
        return not (closing.strip(")]}") and _speaker_follows(text, at, end))
    before = text[max(start, match.start() - _LONGEST_TOKEN) : match.start()]
    if stop in {"...", "…"}:
        # With no word right before them they leave words out, and end nothing.
        return _WORD.match(before[-1:]) is not None
    if stop != ".":
        return True
    return _full_stop_ends(text, before, closing, at, end, first=match.start() - len(before) == start)


def _full_stop_ends(text: str, before: str, closing: str, at: int, end: int, *, first: bool) -> bool:
    token = _TOKEN.search(before)
    word = token.group() if token else ""
    if not word:
        return not before.rstrip().endswith(".")
    rules = _rules()
    if word in rules.never:
        return False
    if text[at].isdigit() and word in rules.not_before_number:
        return False
    if word.isdigit() and first and word == before:
        return False  # 1. The first of a list
    initial = len(word) == 1 and word.isupper()
    unsure = (
        initial or word in rules.may or word in rules.not_before_number or _LETTERS_WITH_STOPS.match(word)
    )
    if not unsure or "”" in closing or '"' in closing:
        return True
    if text[at - 1] in _DASHES or text[at - 2] in _DASHES:
        return False  # AUGUSTA, Me. — Paul LePage
    next_word = _WORD.match(text, at, min(end, at + _LONGEST_TOKEN))
    if initial and text[at + 1 : at + 2] == ".":
        return False  # C. A. Ruppert
    return next_word is not None and next_word.group() in rules.begins


def _speaker_follows(text: str, at: int, end: int) -> bool:
    match = _SPEAKER.match(text, at, min(end, at + 120))
    return match is not None and match.group().split(None, 1)[0] not in _rules().begins - _rules().never


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST_SENTENCE:
        window = text[start : start + LONGEST_SENTENCE]
        head = window.rsplit(None, 1)[0].rstrip() if any(map(str.isspace, window)) else window
        yield start, start + len(head)
        start = _after_space(text, start + len(head), end)
    yield start, end


@dataclass(frozen=True, slots=True)
class _Rules:
    never: frozenset[str]
    not_before_number: frozenset[str]
    may: frozenset[str]
    begins: frozenset[str]


@cache
def _rules() -> _Rules:
    sections: dict[str, set[str]] = {}
    words: set[str] = set()
    for raw in files("newsdiff.core").joinpath("abbreviations.txt").read_text("utf-8").splitlines():
        line = raw.partition("#")[0].strip()
        if line.startswith("["):
            words = sections.setdefault(line.strip("[]"), set())
        elif line:
            words.update((line, line.capitalize()) if line.islower() else (line,))
    return _Rules(
        never=frozenset(sections["never ends a sentence"]),
        not_before_number=frozenset(sections["not before a number"]),
        may=frozenset(sections["may end a sentence"]),
        begins=frozenset(sections["begins a sentence"]),
    )

"""Text is made harmless once, at the door: no control sequence, no invisible character gets past it."""

from __future__ import annotations

import re
import unicodedata

# The body of a string sequence stops at a line end and at any other introducer: a sequence that is never
# closed must neither swallow the article nor be scanned again for each introducer in it.
_STRING_SEQUENCE = (
    r"(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\n\r\x07\x1b\x90\x98\x9c-\x9f]*(?:\x07|\x9c|\x1b\\)"
)
_CONTROL_SEQUENCE = r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
_SHORT_SEQUENCE = r"\x1b[ -/]+[0-~]|\x1b[0-Z\\^-~]"
_ESCAPES = re.compile(f"{_STRING_SEQUENCE}|{_CONTROL_SEQUENCE}|{_SHORT_SEQUENCE}")

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile("[\t\x1f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x9f"  # C0 and C1 controls
    "\u00ad\u034f\u180e\u200b-\u200d\u2060-\u2065\ufeff"  # soft hyphen, joiners, zero width
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # bidirectional and deprecated format controls
    "\ufe00-\ufe0f\ufff9-\ufffb\U000e0000-\U000e0fff]"  # variation selectors, annotations, tags
)
_BROKEN = re.compile(
    "[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
_BLANK_LINES = re.compile(r"\n{3,}")

_MOST_MARKS = 16
"""More combining marks on one letter than any language writes; a longer run takes normalising a time that
grows with its square, and a screen line's height with it."""


def clean(text: str) -> str:
    """Return `text` as every part of the program may handle it.

    NFC; line ends are line feeds; no control characters, escape sequences (whole, not only their first byte),
    bidirectional controls or zero-width characters; every kind of space is a plain one; lone surrogates and
    noncharacters are U+FFFD; no white space at line ends; one blank line where there were more; none around
    the whole. Cleaning clean text changes nothing.
    """
    text = _ESCAPES.sub("", text)
    text = _LINE_ENDS.sub("\n", text)
    text = _SPACES.sub(" ", text)
    text = _UNSEEN.sub("", text)
    text = _BROKEN.sub("\ufffd", text)
    text = _normal(text)
    text = "\n".join(line.rstrip() for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n", text).strip()


def clean_line(text: str, limit: int = 300) -> str:
    """Return `text` cleaned, on one line, with single spaces, and of at most `limit` characters.

    What is longer ends in an ellipsis. For titles, outlets and everything else that must fit on a line.
    """
    # Only the beginning can matter, however much white space and however many controls stand in it.
    line = one_line(clean(text[: 20 * limit]))
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def one_line(text: str) -> str:
    """Return `text` with every run of white space as one space, and none around it."""
    return " ".join(text.split())


def _normal(text: str) -> str:
    if text.isascii():
        return text
    # Cut again, because normalising can take a mark apart into two.
    return _cut_marks(unicodedata.normalize("NFC", _cut_marks(text)))


def _cut_marks(text: str) -> str:
    marks = "".join(sorted(character for character in set(text) if unicodedata.combining(character)))
    if not marks:
        return text
    return re.sub(f"([{marks}]{{{_MOST_MARKS}}})[{marks}]+", r"\1", text)

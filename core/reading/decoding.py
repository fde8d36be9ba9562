"""Bytes to text: which encoding it is, and whether it is text at all."""

from __future__ import annotations

import codecs
import re

from newsdiff.core.reading.draft import Unreadable

_TO_TEXT = "save it as text or HTML first"
_SIGNATURES = (
    (b"%PDF-", f"is a PDF document: {_TO_TEXT}"),
    (b"{\\rtf", f"is an RTF document: {_TO_TEXT}"),
    (b"\xd0\xcf\x11\xe0", f"is an old Word or Office document: {_TO_TEXT}"),
    (b"PK\x03\x04", f"is a Word, OpenDocument or other zipped document: {_TO_TEXT}"),
    (b"\x89PNG", "is a picture, not text"),
    (b"\xff\xd8\xff", "is a picture, not text"),
    (b"GIF8", "is a picture, not text"),
    (b"\x1f\x8b", "is compressed: unpack it first"),
    (b"BZh", "is compressed: unpack it first"),
    (b"\xfd7zXZ", "is compressed: unpack it first"),
    (b"\x28\xb5\x2f\xfd", "is compressed: unpack it first"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 8192
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decode(data: bytes, charset: str = "") -> str:
    """Return the text of `data`, line ends as line feeds, no byte order mark.

    A byte order mark decides; then valid UTF-8 with anything beyond ASCII in it; then `charset`, the encoding
    that the sender named; and at last Windows-1252, or UTF-8 where few bytes are broken. UTF-16 without a
    mark is known by its zero bytes. Bytes that mean nothing become U+FFFD. Raises Unreadable for what is no
    text.
    """
    text = _decoded(data, charset)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes, charset: str) -> str:
    for signature, reason in _SIGNATURES:
        if data.startswith(signature):
            raise Unreadable(reason)
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace")
    encoding = _zero_byte_encoding(data[:_SAMPLE])
    if encoding:
        return data.decode(encoding, "replace")
    sample = data[:_SAMPLE]
    if b"\0" in data or len(_CONTROLS.findall(sample)) * 20 > len(sample):
        raise Unreadable("is not text but a binary file")
    if not data.isascii() or not charset:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass
    if charset:
        try:
            return data.decode(_meant(charset))
        except (LookupError, UnicodeError):
            pass
    return _repaired(data)


def _zero_byte_encoding(sample: bytes) -> str:
    """Tell UTF-16 without a byte order mark: Western letters leave every other byte zero."""
    pairs = len(sample) // 2
    even, odd = sample[0 : 2 * pairs : 2].count(0), sample[1 : 2 * pairs : 2].count(0)
    if pairs and odd * 2 > pairs and even * 20 < pairs:
        return "utf-16-le"
    if pairs and even * 2 > pairs and odd * 20 < pairs:
        return "utf-16-be"
    return ""


def _meant(charset: str) -> str:
    # Pages that say Latin-1 or ASCII hold Windows-1252; every browser reads them so.
    known = codecs.lookup(charset).name
    return "cp1252" if known in {"iso8859-1", "ascii"} else known


def _repaired(data: bytes) -> str:
    """Keep to UTF-8 where few bytes are broken: Windows-1252 would garble every accent in the text."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    return text if beyond_ascii > 4 * broken else data.decode("cp1252", "replace")

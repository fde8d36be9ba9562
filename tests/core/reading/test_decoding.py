"""Bytes of unknown encoding become the text that was meant."""

from __future__ import annotations

import pytest

from newsdiff.core.reading.decoding import decode
from newsdiff.core.reading.draft import Unreadable

TEXT = "“Brücke” – café, 5 €\nzweite Zeile"


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (TEXT.encode(), ""),
        (TEXT.encode("utf-8-sig"), ""),
        (TEXT.encode("utf-16"), ""),
        (TEXT.encode("utf-16-be"), ""),
        (TEXT.encode("utf-32"), ""),
        (TEXT.encode("cp1252"), ""),
        (TEXT.encode("cp1252"), "iso-8859-1"),
        (TEXT.encode("cp1252"), "utf-8"),
        (TEXT.encode(), "iso-8859-1"),
        (TEXT.encode("cp1252"), "no-such-charset"),
        (TEXT.replace("\n", "\r\n").encode("utf-16-le"), ""),
    ],
)
def test_western_text(data: bytes, charset: str) -> None:
    assert decode(data, charset) == TEXT


@pytest.mark.parametrize(
    ("text", "charset"),
    [("Мост закрыт", "koi8-r"), ("橋が閉鎖された", "shift_jis"), ("橋が閉鎖", "iso-2022-jp")],
)
def test_the_charset_that_was_named(text: str, charset: str) -> None:
    assert decode(text.encode(charset), charset) == text


def test_a_charset_that_is_no_text_encoding() -> None:
    assert decode(b"caf\xe9", "base64") == "café"


def test_one_broken_byte_does_not_garble_the_rest() -> None:
    assert decode("für Ägypten, größer, schöner".encode() + b"\xff") == "für Ägypten, größer, schöner\ufffd"


@pytest.mark.parametrize("data", [b"%PDF-1.4", b"GIF89a", b"words\x00words", bytes(range(256)) * 20])
def test_what_is_no_text(data: bytes) -> None:
    with pytest.raises(Unreadable):
        decode(data)

"""Nothing that a terminal obeys or that cannot be seen gets past the door."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.core.cleaning import clean, clean_line

# Characters that matter here come up often enough to meet each other.
_NASTY = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\x1b[]m0;\\\x07\x9b\x9c\x9d\r\n\t \u00a0\u200b\u202e\u0301\u0344e\ud800\ufeff"),
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("dirty", "cleaned"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("one\ttwo\u00a0three\u202ffour", "one two three four"),
        ("red \x1b[31;1malert\x1b[0m over", "red alert over"),
        ("\x1b]0;my title\x07text", "text"),
        ("\x1b]8;;https://x.example\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9b2Jgone\x9d52;c;aGk=\x9c", "gone"),
        ("\x1bP1$r0m\x1b\\kept", "kept"),
        ("\x1b(Bkept\x1bc", "kept"),
        ("\x1b]0;never closed\nkept", "]0;never closed\nkept"),
        ("bell\x07 null\x00 del\x7f", "bell null del"),
        ("abc\u202edef\u2066ghi\u200f", "abcdefghi"),
        (
            "zero\u200bwidth soft\u00adhyphen heart\u2764\ufe0f \ufeffbom",
            "zerowidth softhyphen heart\u2764 bom",
        ),
        ("lone \ud83d half \uffff", "lone \ufffd half \ufffd"),
        ("e\u0301", "\u00e9"),
        ("e\u200b\u0301", "\u00e9"),
        ("ends  \n\n\n\n \n next", "ends\n\n next"),
        ("\n\n  around \n", "around"),
        ("[red]markup[/] stays", "[red]markup[/] stays"),
        ("", ""),
    ],
)
def test_clean(dirty: str, cleaned: str) -> None:
    assert clean(dirty) == cleaned


@given(_NASTY)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text)
    assert clean(once) == once


@given(_NASTY)
def test_no_control_is_left(text: str) -> None:
    categories = {unicodedata.category(character) for character in clean(text).replace("\n", "")}
    assert not categories & {"Cc", "Cs", "Zl", "Zp"}
    assert not re.search("[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe0f\ufeff\u00ad]", clean(text))
    assert unicodedata.is_normalized("NFC", clean(text))


@given(st.text(st.characters(categories=["L", "N", "P", "S"]), max_size=40))
def test_words_are_kept(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", re.sub("[\u180e\ufffc]", "", text)).strip()


def test_a_letter_keeps_few_marks() -> None:
    assert len(clean("a" + "\u0316\u0301" * 500 + "b")) < 20


@given(_NASTY, st.integers(2, 20))
def test_a_line_is_one_bounded_line(text: str, limit: int) -> None:
    line = clean_line(text, limit)
    assert len(line) <= limit
    assert "\n" not in line
    assert "  " not in line
    assert clean_line(line, limit) == line


def test_a_long_line_ends_in_an_ellipsis() -> None:
    assert clean_line("A headline\n of \x1b[1mmany\x1b[0m words", 16) == "A headline of m…"

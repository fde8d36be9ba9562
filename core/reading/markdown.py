"""Markdown to plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from newsdiff.core.reading.draft import Draft, Raw
from newsdiff.core.reading.text import read_text

if TYPE_CHECKING:
    from markdown_it.token import Token

_LARGEST = 200_000
"""Characters; no article is longer, and the worst that a parser can be given takes 15 seconds a million."""

_TAG = re.compile(r"<[^<>]*>")
_NO_TEXT = re.compile(r"\s*<(?:!--|script|style)", re.IGNORECASE)


def read_markdown(raw: Raw) -> Draft:
    """Return the article in `raw`: a first-level heading at the top is its title; links give their text.

    What is longer than any article is taken as it stands, markup and all. Raises Unreadable where it is no
    text.
    """
    draft = read_text(raw)
    if len(draft.text) > _LARGEST:
        return draft
    title, text = _plain(draft.text)
    return replace(draft, text=text, title=draft.title or title)


def _plain(source: str) -> tuple[str, str]:
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse(source)
    title = ""
    if len(tokens) > 1 and tokens[0].type == "heading_open" and tokens[0].tag == "h1":
        title, tokens = _inline(tokens[1]), tokens[3:]
    return title, "".join(_blocks(tokens)).strip()


def _blocks(tokens: Sequence[Token]) -> list[str]:
    pieces: list[str] = []
    lists: list[int | None] = []  # of each open list the number of its next item, None for bullets
    for token in tokens:
        if token.type == "inline":
            pieces.append(_inline(token))
        elif token.type in {"fence", "code_block"}:
            pieces.append(token.content + "\n")
        elif token.type == "html_block":
            pieces.append(_without_tags(token.content) + "\n\n")
        elif token.type in {"bullet_list_open", "ordered_list_open"}:
            lists.append(int(token.attrs.get("start", 1)) if token.type[0] == "o" else None)
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            lists.pop()
            pieces.append("\n")
        elif token.type == "list_item_open":
            number = lists[-1]
            pieces.append("- " if number is None else f"{number}. ")
            lists[-1] = None if number is None else number + 1
        elif token.type in {"th_close", "td_close"}:
            pieces.append(" | ")
        elif token.type in {"paragraph_close", "heading_close"}:
            pieces.append("\n" if token.hidden else "\n\n")
        elif token.type in {"tr_close", "table_close"}:
            pieces.append("\n")
    return pieces


def _inline(token: Token) -> str:
    words: list[str] = []
    for child in token.children or ():
        if child.type in {"text", "code_inline"}:
            words.append(child.content)
        elif child.type == "softbreak":
            words.append(" ")
        elif child.type == "hardbreak":
            words.append("\n")
    # Spaces in a row show as one, and a dropped picture leaves two.
    return re.sub(" {2,}", " ", "".join(words))


def _without_tags(block: str) -> str:
    from html import unescape

    return "" if _NO_TEXT.match(block) else unescape(_TAG.sub("", block))

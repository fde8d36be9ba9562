"""Heads as people and programs write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.core.reading.draft import Draft
from newsdiff.core.reading.front_matter import take_head


def head(*lines: str) -> Draft:
    return take_head("\n".join(["---", *lines, "---", "Body text."]))


def test_all_fields() -> None:
    draft = head(
        'title: "A \\"closed\\" bridge"',
        "outlet: River Post",
        "byline: A. Rossi",
        "published: 2025-08-30",
        "url: https://post.example",
        "tags: bridges",
    )
    assert draft == Draft(
        "Body text.", 'A "closed" bridge', "River Post", "A. Rossi", "2025-08-30", "https://post.example"
    )


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: Mayor: it closes", "Mayor: it closes"),
        ("title: #Bridge is no comment", "#Bridge is no comment"),
        ("title: 'It''s closed'", "It's closed"),
        ("title: No", "No"),
        ("title: 1984", "1984"),
        ("Title: Closed", "Closed"),
        ("headline: Closed", "Closed"),
        ("title: |\n  Closed\n  for ever", "Closed\nfor ever"),
        ("title: >-\n  Closed\n  for ever", "Closed for ever"),
        ("title: [Closed, open]", "Closed, open"),
    ],
)
def test_titles(line: str, title: str) -> None:
    assert head(line).title == title


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("authors:\n  - A. Rossi\n  - B. Bianchi", "A. Rossi, B. Bianchi"),
        ("author:\n- name: A. Rossi\n  url: x", "A. Rossi"),
        ("author: {name: A. Rossi}", "A. Rossi"),
        ("author: {mail: x}", ""),
    ],
)
def test_bylines(line: str, byline: str) -> None:
    assert head("title: x", line).byline == byline


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("2025-08-30", "2025-08-30"),
        ("20250830", "2025-08-30"),
        ("2025-08-30 14:05:00+02:00", "2025-08-30T14:05:00+02:00"),
        ("30 August 2025", "30 August 2025"),
        ("2025-13-77", "2025-13-77"),
    ],
)
def test_dates(written: str, published: str) -> None:
    assert head(f"date: {written}").published == published


def test_a_source_is_an_address_or_an_outlet() -> None:
    assert head("source: https://post.example").url == "https://post.example"
    assert head("source: River Post").outlet == "River Post"


@pytest.mark.parametrize(
    "text",
    [
        "No head at all.",
        "---\ntitle: never closed\nBody text.",
        "---\nHe said this.\n---\nBody text.",
        "---\nAnna Rossi said: no.\n---\nBody text.",
        "---\ntitle: [a\n---\nBody text.",
        "---\n- a\n- b\n---\nBody text.",
        "---\n---\nBody text.",
        "---\n? [a, b]\n: c\n---\nBody text.",
        "---\ntitle: " + "[" * 2000 + "\n---\nBody text.",
        "---\n" + "a: &a [b, *a\n" * 200 + "---\nBody text.",
    ],
    ids=lambda text: text[:20],
)
def test_what_is_no_head_is_text(text: str) -> None:
    assert take_head(text) == Draft(text)


def test_references_do_not_blow_up() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x]"]
    lines += [
        f"{new}: &{new} [{', '.join(['*' + old] * 8)}]"
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    draft = head(*lines, "title: *i", "outlet: Post")
    assert (draft.title, draft.outlet, draft.text) == ("", "Post", "Body text.")


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_head_leaves_the_body(inside: str, body: str) -> None:
    draft = take_head(f"---\n{inside}\n---\n{body}")
    assert draft.text.endswith(body)

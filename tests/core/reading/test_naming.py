"""Outlets from file names, and headlines from first lines."""

from __future__ import annotations

import pytest

from newsdiff.core.reading.naming import headline, outlet_from_name
from newsdiff.core.segmentation import split


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("new-york_times.txt", "New York Times"),
        ("nyt.txt", "NYT"),
        ("fox.md", "FOX"),
        ("bbc-news.html", "BBC News"),
        ("ap-news.txt", "AP News"),
        ("voice_of_america.txt", "Voice of America"),
        ("01_river-post.txt", "River Post"),
        ("HuffPost.txt", "HuffPost"),
        ("le.monde.txt", "Le Monde"),
        ("süddeutsche.txt", "Süddeutsche"),
        ("2025.txt", "2025"),
    ],
)
def test_outlet_from_name(name: str, outlet: str) -> None:
    assert outlet_from_name(name) == outlet


@pytest.mark.parametrize(
    "first",
    [
        "Old bridge closes",
        "Who pays for the bridge?",
        "Mayor: ‘We did not ask for this’",
        "U.S. bridge closes",
    ],
)
def test_a_headline(first: str) -> None:
    for gap in ("\n", "\n\n"):
        text = f"{first}{gap}The bridge closed on Monday. Nobody was hurt."
        assert headline(text, split(text)) == first


@pytest.mark.parametrize(
    "text",
    [
        "The bridge closed on Monday.\n\nNobody was hurt.",
        "Old bridge closes",
        "Tags:\n\nThe bridge closed.",
        "By Anna Rossi\n\nThe bridge closed.",
        "Bridge\n\nThe bridge closed.",
        "- A ferry runs\n- It is cheap",
        "word " * 40 + "\n\nThe bridge closed.",
        "",
    ],
)
def test_no_headline(text: str) -> None:
    assert headline(text, split(text)) == ""

"""The sample story keeps what samples/README.md promises of it."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from newsdiff.core.article import Article
from newsdiff.core.reading import read

ROOT = Path(__file__).resolve().parent.parent
TOOL = ROOT / "tools" / "make_sample_notebook.py"
STORY = ROOT / "samples" / "chicago"
README = (ROOT / "samples" / "README.md").read_text(encoding="utf-8")

HERON = "Heron Wire"
LEDGER = "The Lakeshore Ledger"
MERIDIAN = "The National Meridian"
KETTLE = "Morning Kettle"
SIDELONG = "Sidelong Review"


@pytest.fixture(scope="module")
def story() -> dict[str, Article]:
    reading = read([str(STORY)])
    assert not reading.problems
    return {article.outlet: article for article in reading.articles}


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_sample_notebook", TOOL)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def outlets_with(story: dict[str, Article], pattern: str) -> set[str]:
    return {outlet for outlet, article in story.items() if re.search(pattern, article.text, re.IGNORECASE)}


def test_five_outlets_each_with_a_whole_head(story: dict[str, Article]) -> None:
    assert set(story) == {HERON, LEDGER, MERIDIAN, KETTLE, SIDELONG}
    for article in story.values():
        assert article.title
        assert article.byline
        assert re.fullmatch(r"2025-0[89]-\d\d", article.published)
        assert re.match(r"https://[a-z]+\.example/", article.url)


def test_the_text_is_the_body_alone(story: dict[str, Article]) -> None:
    for article in story.values():
        assert article.title not in article.text
        assert not re.search(r"---|\*\*|##|<\w|\bbyline:", article.text)


def test_sentences_are_split_as_a_reader_would(story: dict[str, Article]) -> None:
    for article in story.values():
        sentences = [article.sentence_text(index) for index in range(len(article.sentences))]
        assert 18 <= len(sentences) <= 32
        assert 350 <= len(article.text.split()) <= 650
        for sentence in sentences:
            assert len(sentence.split()) <= 55
            assert not re.search(r"\b(Gov|Aug|Sept|U\.S)\.$", sentence)
    wire = [story[HERON].sentence_text(index) for index in range(len(story[HERON].sentences))]
    assert "He gave no number." in wire
    assert any(sentence.startswith("Illinois Gov. JB Pritzker") for sentence in wire)


@pytest.mark.parametrize(
    ("pattern", "outlets"),
    [
        ("Great Lakes|memo", {LEDGER}),
        ("publicity stunt", {MERIDIAN}),
        ("Noem", {HERON}),
        ("Baltimore", {KETTLE}),
        ("Breyer", {SIDELONG}),
        ("Snelling", {LEDGER}),
        ("arrest", {HERON, LEDGER, MERIDIAN, KETTLE, SIDELONG}),
        ("masks|faces uncovered", {HERON, LEDGER, MERIDIAN, SIDELONG}),
        ("Pritzker", {HERON, MERIDIAN, KETTLE, SIDELONG}),
        ("more than 200 federal agents", {LEDGER}),
        ("up to 250", {SIDELONG}),
        ("about 2,000 soldiers", {HERON}),
        ("about 2,300 soldiers", {MERIDIAN}),
        ("on Friday, Aug. 29", {KETTLE}),
        ("some type of militarized", {HERON}),
        ("some kind of militarized", {LEDGER}),
    ],
)
def test_who_reports_what(story: dict[str, Article], pattern: str, outlets: set[str]) -> None:
    assert outlets_with(story, pattern) == outlets


def test_the_readme_says_that_the_outlets_are_invented(story: dict[str, Article]) -> None:
    assert "invented" in README
    for article in story.values():
        assert article.outlet in README
        assert Path(article.source).name in README


def test_every_note_finds_its_words_in_one_sentence(story: dict[str, Article], maker: ModuleType) -> None:
    articles = {article.id: article for article in story.values()}
    notes = maker.make_notes(tuple(articles.values()))
    assert len({note.id for note in notes}) == len(notes) == 5
    for note in notes:
        (place,) = note.target.places
        article = articles[place.article]
        start, end = place.span
        assert article.text[start:end] == place.quote
        assert any(each.start <= start and end <= each.end for each in article.sentences)


def test_the_notebook_is_the_same_in_every_process_and_names_no_folder_of_this_machine(
    tmp_path: Path,
) -> None:
    made = []
    for seed in ("1", "2"):
        file = tmp_path / f"{seed}.newsdiff.json"
        # Another hash seed gives sets another order: what leans on it comes out different.
        subprocess.run(
            [sys.executable, TOOL, file], env={**os.environ, "PYTHONHASHSEED": seed}, check=True, timeout=60
        )
        made.append(file.read_bytes())
    assert made[0] == made[1]
    sources = {article["source"] for article in json.loads(made[0])["articles"]}
    assert sources == {f"chicago/{path.name}" for path in STORY.iterdir()}

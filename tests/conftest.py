"""A small story made by hand, whose links are known without asking the engine."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newsdiff.core.article import Article, Sentence, SentenceRef, Span
from newsdiff.core.comparison import Comparison
from newsdiff.core.findings import Certainty, Evidence, EvidenceKind, Link, OnlyHere, Passage
from newsdiff.core.notebook import Notebook


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the developer's own state, and what is set for their own terminal, out of every test."""
    monkeypatch.setenv("NEWSDIFF_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for name in ("NEWSDIFF_CONFIG", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LOGNAME", "tester")
    for name in [*os.environ]:
        if name in {"COLUMNS", "LINES", "NO_COLOR", "NEWSDIFF_DEBUG"} or name.startswith("TEXTUAL_"):
            monkeypatch.delenv(name)


def make_article(identity: str, outlet: str, paragraphs: list[list[str]], title: str = "") -> Article:
    """Return an article whose sentences are given, a blank line between paragraphs."""
    text = ""
    sentences = []
    for number, paragraph in enumerate(paragraphs):
        for words in paragraph:
            text += "" if not text else (" " if text[-1:] != "\n" else "")
            sentences.append(Sentence(len(text), len(text) + len(words), number))
            text += words
        text += "\n\n"
    return Article(
        id=identity,
        outlet=outlet,
        text=text.rstrip("\n"),
        sentences=tuple(sentences),
        title=title,
        published="2025-08-30",
    )


def words_at(article: Article, sentence: int, words: str) -> Span:
    """Return where `words` stand in that sentence."""
    where = article.sentences[sentence]
    at = article.text.index(words, where.start, where.end)
    return Span(at, at + len(words))


@pytest.fixture
def articles() -> tuple[Article, ...]:
    """Three outlets' accounts of one event."""
    gazette = make_article(
        "gazette",
        "Gazette",
        [
            ["The bridge over the Arno closed on Monday.", "Engineers found a crack in the third arch."],
            ["The mayor spoke of two years of repairs.", "Shopkeepers fear for their trade."],
        ],
        title="Old bridge closes",
    )
    herald = make_article(
        "herald",
        "Herald",
        [
            ["A crack in an arch has shut the bridge.", "Repairs will take two years, the mayor said."],
            ["A ferry will run from Friday."],
        ],
        title="Crack shuts bridge",
    )
    wire = make_article(
        "wire",
        "Wire",
        [["The bridge was closed on Monday.", "Nobody was hurt.", "Ferry tickets cost one euro."]],
    )
    return gazette, herald, wire


@pytest.fixture
def comparison(articles: tuple[Article, ...]) -> Comparison:
    """The three accounts compared: one claim in all of them, some in two, some only here."""

    def ref(article: int, sentence: int) -> SentenceRef:
        return SentenceRef(article, sentence)

    def link(a: SentenceRef, b: SentenceRef, score: float, words_a: str, words_b: str) -> Link:
        evidence = Evidence(
            EvidenceKind.WORD,
            words_at(articles[a.article], a.sentence, words_a),
            words_at(articles[b.article], b.sentence, words_b),
            1.0,
        )
        return Link(a, b, score, Certainty.SURE if score >= 0.6 else Certainty.PERHAPS, (evidence,))

    def only_here(at: SentenceRef, certainty: Certainty, words: str = "") -> OnlyHere:
        article = articles[at.article]
        span = words_at(article, at.sentence, words or article.sentence_text(at.sentence))
        score = 0.93 if certainty is Certainty.SURE else 0.6
        return OnlyHere(at, span.start, span.end, score, certainty)

    return Comparison(
        articles=articles,
        links=(
            link(ref(0, 0), ref(1, 0), 0.7, "bridge", "bridge"),
            link(ref(0, 0), ref(2, 0), 0.9, "Monday", "Monday"),
            link(ref(0, 1), ref(1, 0), 0.8, "crack", "crack"),
            link(ref(0, 2), ref(1, 1), 0.95, "two years", "two years"),
            link(ref(1, 0), ref(2, 0), 0.5, "bridge", "bridge"),
        ),
        passages=(
            Passage(1, (ref(0, 0), ref(2, 0))),
            Passage(2, (ref(0, 1), ref(1, 0))),
            Passage(3, (ref(0, 2), ref(1, 1))),
        ),
        only_here=(
            only_here(ref(0, 1), Certainty.SURE, "third"),
            only_here(ref(0, 3), Certainty.SURE),
            only_here(ref(1, 2), Certainty.PERHAPS),
            only_here(ref(2, 1), Certainty.SURE),
            only_here(ref(2, 2), Certainty.PERHAPS),
        ),
    )


@pytest.fixture
def notebook(comparison: Comparison) -> Notebook:
    """The comparison, with nothing added by a reader yet."""
    return Notebook(comparison, "Old bridge closes")

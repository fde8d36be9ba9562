"""Fitting the weights of the engine on stories in which people marked the claims."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from fit_weights import Cases, fit, least_chance
from marked_stories import load_all
from newsdiff.core.article import SentenceRef
from newsdiff.core.comparison import compare
from newsdiff.core.contrast import only_here
from newsdiff.core.matching import alone, model, scoring
from stories import made_up_story

TOOL = Path(__file__).resolve().parents[2] / "tools" / "fit_weights.py"


def mark(folder: Path, gold: dict[str, Any]) -> None:
    folder.mkdir()
    (folder / "gold.json").write_text(json.dumps(gold), encoding="utf-8")


def made_up_gold(seed: int) -> dict[str, Any]:
    """Return a made-up story as marked by somebody who takes the surest links for shared claims."""
    articles = made_up_story(seed, outlets=3, length=12)
    links = [link for link in compare(articles).links if link.score > 0.9]

    def name(ref: SentenceRef) -> str:
        return f"{articles[ref.article].id}:{ref.sentence}"

    def span(ref: SentenceRef) -> dict[str, str]:
        text = articles[ref.article].sentence_text(ref.sentence)
        return {"s": name(ref), "text": text[: len(text) // 2]}

    return {
        "articles": [{"id": article.id} for article in articles],
        "sentences": [
            {"id": f"{article.id}:{number}", "text": article.sentence_text(number)}
            for article in articles
            for number in range(len(article.sentences))
        ],
        "annotators": {"A": [{"spans": [span(link.a), span(link.b)]} for link in links]},
    }


def test_marks_become_pairs_and_letters(tmp_path: Path) -> None:
    sentences = {"post:0": "The dam held.", "radio:0": "It rained; the dam held.", "radio:1": "Cows swam."}
    gold = {
        "articles": [{"id": "post"}, {"id": "radio"}],
        "sentences": [{"id": name, "text": text} for name, text in sentences.items()],
        "annotators": {
            "A": [{"spans": [{"s": "post:0", "text": "dam held"}, {"s": "radio:0", "text": "the dam held"}]}]
        },
    }
    mark(tmp_path / "flood", gold)
    (tmp_path / "not a story").mkdir()
    (story,) = load_all(tmp_path)
    assert story.name == "flood"
    assert [article.text for article in story.articles] == [
        "The dam held.",
        "It rained; the dam held. Cows swam.",
    ]
    assert story.pairs == {(SentenceRef(0, 0), SentenceRef(1, 0))}
    shared = story.shared[SentenceRef(1, 0)]
    assert "".join("x" if letter else "." for letter in shared) == "...........xxxxxxxxxxxx."
    assert not any(story.shared[SentenceRef(1, 1)])


def test_a_trial_prints_how_well_the_chances_hold_and_writes_nothing(tmp_path: Path) -> None:
    for seed in range(6):
        mark(tmp_path / f"story-{seed}", made_up_gold(seed))
    data = TOOL.parent.parent / "core" / "matching"
    before = {path: path.read_bytes() for path in data.glob("*.json")}
    done = subprocess.run(
        [sys.executable, str(TOOL), str(tmp_path), "--dry-run"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("6 stories; ")
    assert "A part of a linked sentence is only here" in done.stdout
    cutoffs = json.loads(done.stdout.rpartition("cut-offs ")[2])
    assert model.Cutoffs(**cutoffs).link < 1
    assert {path: path.read_bytes() for path in data.glob("*.json")} == before


def test_a_known_logistic_is_recovered() -> None:
    # the share of right cases is given, not drawn, so that only the ridge stands between fit and truth
    rows = np.random.default_rng(3).normal(size=(4000, 2)) * [1.0, 5.0] + [0.0, 20.0]
    truth = model.Logistic(-4.0, (1.5, 0.25))
    right = np.array([truth.chance(row) for row in rows.tolist()])
    fitted = fit(Cases(rows, right, np.zeros(4000), np.ones(4000)))
    assert fitted.intercept == pytest.approx(truth.intercept, abs=0.1)
    assert fitted.weights == pytest.approx(truth.weights, abs=0.03)


def test_cases_that_count_more_decide_more() -> None:
    rows, right = np.zeros((2, 1)), np.array([1.0, 0.0])
    fitted = fit(Cases(rows, right, np.zeros(2), np.array([3.0, 1.0])))
    assert fitted.chance([0.0]) == pytest.approx(0.75, abs=0.001)


def test_the_least_chance_keeps_its_promise() -> None:
    chances, right = np.array([0.951, 0.9, 0.7, 0.6, 0.5]), np.array([1.0, 1.0, 0.0, 1.0, 0.0])
    assert least_chance(chances, right, 0.9) == 0.71
    assert least_chance(chances, right, 0.75) == 0.51
    assert least_chance(chances, np.zeros(5), 0.5) == 1.0


def test_the_shipped_weights_name_exactly_the_features_of_the_code() -> None:
    shipped = model.data()
    for name, features in {
        "link": scoring.FEATURES,
        "only_here": alone.NAMES,
        "part": only_here.PART_FEATURES,
    }.items():
        assert list(shipped[name]["weights"]) == list(features)
    cutoffs = model.cutoffs()
    assert 0 < cutoffs.only_link < cutoffs.weak_link < cutoffs.link < cutoffs.sure_link < 1
    assert 0 < cutoffs.alone <= cutoffs.sure_only_here < 1
    assert 0 < cutoffs.part < cutoffs.sure_part < 1

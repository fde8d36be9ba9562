"""Fit the weights of the engine on a folder of marked stories: python tools/fit_weights.py STORIES

Needs numpy (in the dev extra). Every folder in STORIES holds a gold.json with sentences and claims. Writes
core/matching/commonness.json (in how many sentences each stem stands) and core/matching/weights.json, and
prints how well the chances hold on stories that were left out of the fit (five folds by story).

The same stories give the same files: figures are rounded to four digits, more than the data can tell.
"""

from __future__ import annotations

import argparse
import itertools
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from newsdiff.core.article import Article, Sentence, SentenceRef
from newsdiff.core.contrast import only_here
from newsdiff.core.matching import candidates, scoring
from newsdiff.core.matching.commonness import Commonness
from newsdiff.core.matching.model import Logistic
from newsdiff.core.matching.story import Story, prepare
from newsdiff.core.matching.words import words

FOLDS = 5
LEAST_SENTENCES = 4
"""A stem in fewer sentences than this counts as unknown: rarer ones say more about the stories than the news."""
DECIMALS = 4
RIDGE = 3.0

# What a mistake costs, in links: a missed link makes a false "only here" and counts for most.
CUTOFF_LINK = 0.24
PRECISION_SURE_LINK = 0.8
PRECISION_SURE = 0.9
CUTOFF_PART = 0.5

Floats = np.ndarray[Any, np.dtype[np.float64]]


@dataclass
class Marked:
    """A marked story: its articles, the pairs that share a claim, and per sentence what letters are shared."""

    name: str
    articles: tuple[Article, ...]
    pairs: set[scoring.Pair]
    shared: dict[SentenceRef, bytearray]
    counts: Counter[str]


def load(folder: Path) -> Marked:
    """Read one story; the text of an article is its sentences, a space between them."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    outlets = [article["id"] for article in gold["articles"]]
    texts: dict[str, list[str]] = {outlet: [] for outlet in outlets}
    ref_of: dict[str, SentenceRef] = {}
    for sentence in gold["sentences"]:
        outlet = sentence["id"].split(":")[0]
        ref_of[sentence["id"]] = SentenceRef(outlets.index(outlet), len(texts[outlet]))
        texts[outlet].append(sentence["text"])
    articles = tuple(_article(outlet, texts[outlet]) for outlet in outlets)
    shared = {ref: bytearray(len(texts[outlets[ref.article]][ref.sentence])) for ref in ref_of.values()}
    pairs: set[scoring.Pair] = set()
    for claim in gold["annotators"]["A"]:
        refs = sorted({ref_of[span["s"]] for span in claim["spans"]})
        pairs |= {(a, b) for a, b in itertools.combinations(refs, 2) if a.article != b.article}
        for span in claim["spans"]:
            ref = ref_of[span["s"]]
            at = texts[outlets[ref.article]][ref.sentence].index(span["text"])
            shared[ref][at : at + len(span["text"])] = b"\1" * len(span["text"])
    counts: Counter[str] = Counter()
    for article in articles:
        for s in article.sentences:
            counts.update({word.stem for word in words(article.text, s.start, s.end)})
    return Marked(folder.name, articles, pairs, shared, counts)


def _article(outlet: str, texts: Sequence[str]) -> Article:
    sentences = []
    at = 0
    for text in texts:
        sentences.append(Sentence(at, at + len(text), 0))
        at += len(text) + 1
    return Article(outlet, outlet, " ".join(texts), tuple(sentences))


def common(stories: Sequence[Marked], without: Marked | None = None) -> Commonness:
    """Count the stems over all stories, leaving one out: a story must not know its own words as common."""
    total: Counter[str] = Counter()
    sentences = 0
    for story in stories:
        if story is not without:
            total.update(story.counts)
            sentences += sum(len(article.sentences) for article in story.articles)
    kept = {stem: count for stem, count in sorted(total.items()) if count >= LEAST_SENTENCES}
    return Commonness(sentences, kept)


def fit(rows: Floats, chances: Floats, letters: Floats | None = None) -> Logistic:
    """Fit a logistic regression with a ridge on standardised features, by Newton's method.

    `chances` are the wanted outcomes, 0 to 1; `letters` weigh the rows.
    """
    mean, deviation = rows.mean(0), rows.std(0) + 1e-9
    x = np.hstack([np.ones((len(rows), 1)), (rows - mean) / deviation])
    mass = np.ones(len(rows)) if letters is None else letters / letters.mean()
    penalty = np.full(x.shape[1], RIDGE)
    penalty[0] = 0.0
    beta = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ beta))
        gradient = x.T @ (mass * (chances - p)) - penalty * beta
        hessian = (x * (mass * p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        beta += step
        if np.abs(step).max() < 1e-10:
            break
    weights = beta[1:] / deviation
    return Logistic(
        round(float(beta[0] - weights @ mean), DECIMALS),
        tuple(round(float(weight), DECIMALS) for weight in weights),
    )


def apply(logistic: Logistic, rows: Floats) -> Floats:
    """Return the chances of all rows."""
    return np.array([logistic.chance(row) for row in rows.tolist()])


def folds(owner: Floats) -> list[tuple[Floats, Floats]]:
    """Return (rows to fit on, rows to judge) for each fold; a story is never in both."""
    return [(owner % FOLDS != fold, owner % FOLDS == fold) for fold in range(FOLDS)]


def judged_unseen(rows: Floats, chances: Floats, owner: Floats, letters: Floats | None = None) -> Floats:
    """Return for every row the chance by a model that was fitted without its story's fold."""
    judged = np.zeros(len(rows))
    for fitting, judging in folds(owner):
        mass = None if letters is None else letters[fitting]
        judged[judging] = apply(fit(rows[fitting], chances[fitting], mass), rows[judging])
    return judged


def least_chance(chances: Floats, right: Floats, precision: float) -> float:
    """Return the lowest chance from which on at least `precision` of the findings are right."""
    order = np.argsort(-chances, kind="stable")
    precisions = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    good = np.nonzero(precisions >= precision)[0]
    return round(float(chances[order[good[-1]]]), 2) if len(good) else 1.0


def reliability(title: str, chances: Floats, right: Floats) -> None:
    """Print how often findings of each range of chances were right."""
    print(f"\n{title}\n  said        cases   right")
    edges = [0.0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]
    for low, high in itertools.pairwise(edges):
        inside = (chances >= low) & (chances < high)
        if inside.any():
            print(f"  {low:.2f}-{high:.2f} {inside.sum():8d}   {right[inside].mean():.3f}")


def main() -> None:
    """Fit, print, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("stories", type=Path)
    parser.add_argument("--dry-run", action="store_true", help="print the figures, write nothing")
    options = parser.parse_args()
    marked = [load(path.parent) for path in sorted(options.stories.glob("*/gold.json"))]
    prepared: list[Story] = [prepare(one.articles, common(marked, one)) for one in marked]

    found = [candidates.find(story) for story in prepared]
    keys = [sorted(each.dice) for each in found]
    rows = np.array(
        [
            scoring.describe(story, each, pair)
            for story, each, pairs in zip(prepared, found, keys, strict=True)
            for pair in pairs
        ]
    )
    right = np.array(
        [float(pair in one.pairs) for one, pairs in zip(marked, keys, strict=True) for pair in pairs]
    )
    owner = np.array([number for number, pairs in enumerate(keys) for _ in pairs])
    total = sum(len(one.pairs) for one in marked)
    print(
        f"{len(marked)} stories, {len(rows)} candidates; {int(right.sum())} of {total} true links among them"
    )
    judged = judged_unseen(rows, right, owner)
    link = fit(rows, right)
    reliability("A link", judged, right)
    said = judged >= CUTOFF_LINK
    print(
        f"  links: F1 {2 * right[said].sum() / (said.sum() + total):.4f}; AP {_average_precision(judged, right, total):.4f}"
    )

    sentence_rows, sentence_right, sentence_owner, linked_flags = [], [], [], []
    part_rows, part_right, part_owner, part_letters = [], [], [], []
    for number, (one, story, pairs) in enumerate(zip(marked, prepared, keys, strict=True)):
        scores = dict(zip(pairs, judged[owner == number].tolist(), strict=True))
        known = only_here.rivals(story, scores)
        true = {end for pair in one.pairs for end in pair}
        linked = {end for pair, score in scores.items() if score >= CUTOFF_LINK for end in pair}
        for ref, profile in story.profiles.items():
            sentence_rows.append(only_here.describe_sentence(story, known, ref))
            sentence_right.append(float(ref not in true))
            sentence_owner.append(number)
            linked_flags.append(ref in linked)
            if ref not in linked:
                continue
            start = one.articles[ref.article].sentences[ref.sentence].start
            text = one.articles[ref.article].text
            for part in only_here.parts(story, profile):
                places = [at for at in range(*part.span) if text[at].isalnum()]
                if places:
                    part_rows.append(only_here.describe_part(story, known, profile, part))
                    part_right.append(sum(not one.shared[ref][at - start] for at in places) / len(places))
                    part_owner.append(number)
                    part_letters.append(len(places))
    sentences = np.array(sentence_rows), np.array(sentence_right), np.array(sentence_owner)
    alone = judged_unseen(*sentences)
    unlinked = ~np.array(linked_flags)
    reliability("A sentence without a link is only here", alone[unlinked], sentences[1][unlinked])
    sure = least_chance(np.where(unlinked, alone, 0.0), sentences[1], PRECISION_SURE)
    marks = unlinked & (alone >= sure)
    print(
        f"  sure from {sure}: {marks.sum()} marks, {sentences[1][marks].mean():.3f} right, "
        f"{(sentences[1] * marks).sum() / sentences[1].sum():.3f} of all found"
    )
    parts = (
        np.array(part_rows),
        np.array(part_right),
        np.array(part_owner),
        np.array(part_letters, dtype=float),
    )
    partly = judged_unseen(*parts)
    reliability("A part of a linked sentence is only here", partly, parts[1])
    marked_letters = parts[3] * (partly >= CUTOFF_PART)
    hit = (marked_letters * parts[1]).sum()
    print(f"  letters of linked sentences: precision {hit / marked_letters.sum():.3f}, "
          f"recall {hit / (parts[3] * parts[1]).sum():.3f}, F1 {2 * hit / (marked_letters.sum() + (parts[3] * parts[1]).sum()):.4f}")
    weights = {
        "provenance": {
            "stories": len(marked),
            "claims": sum(
                len(json.loads(path.read_text(encoding="utf-8"))["annotators"]["A"])
                for path in sorted(options.stories.glob("*/gold.json"))
            ),
            "made_by": "tools/fit_weights.py",
        },
        "link": _named(link, scoring.FEATURES),
        "only_here": _named(fit(sentences[0], sentences[1]), only_here.SENTENCE_FEATURES),
        "part": _named(fit(parts[0], parts[1], parts[3]), only_here.PART_FEATURES),
        "cutoffs": {
            "link": CUTOFF_LINK,
            "sure_link": least_chance(judged, right, PRECISION_SURE_LINK),
            "sure_only_here": sure,
            "part": CUTOFF_PART,
            "sure_part": PRECISION_SURE,
        },
    }
    print(json.dumps(weights["cutoffs"]))
    if not options.dry_run:
        here = Path(__file__).resolve().parent.parent / "core" / "matching"
        counts = common(marked)
        _write(here / "commonness.json", {"sentences": counts.sentences, "stems": dict(counts.stems)})
        _write(here / "weights.json", weights)


def _average_precision(judged: Floats, right: Floats, total: int) -> float:
    order = np.argsort(-judged, kind="stable")
    hits = np.cumsum(right[order])
    return float((right[order] * hits / np.arange(1, len(order) + 1)).sum() / total)


def _named(logistic: Logistic, names: Sequence[str]) -> dict[str, Any]:
    return {"intercept": logistic.intercept, "weights": dict(zip(names, logistic.weights, strict=True))}


def _write(path: Path, data: dict[str, Any]) -> None:
    path.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

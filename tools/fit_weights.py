"""Fit the weights of the engine on a folder of marked stories.

    python tools/fit_weights.py STORIES [--dry-run]

Needs numpy (in the dev extra). Writes core/matching/commonness.json (in how many sentences each stem stands)
and core/matching/weights.json, and prints how well the chances hold on stories that were left out of the fit
(five folds by story). The same stories give the same files: figures are rounded to four digits, which is more
than the data can tell.
"""

from __future__ import annotations

import argparse
import itertools
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from marked_stories import MarkedStory, load_all
from newsdiff.core.contrast import only_here
from newsdiff.core.matching import candidates, scoring
from newsdiff.core.matching.candidates import Pair
from newsdiff.core.matching.commonness import Commonness
from newsdiff.core.matching.model import Logistic
from newsdiff.core.matching.story import Story, prepare

FOLDS = 5
RIDGE = 3.0
DECIMALS = 4
LEAST_SENTENCES = 4
"""A stem in fewer sentences counts as unknown: it would say more about these stories than about the news."""

LINK_FROM = 0.24
"""A missed link makes a false "only here", a wrong one costs a look: missing is taken to cost three times."""
PART_FROM = 0.5
SURE_LINK_RIGHT = 0.8
"""So many in ten of the links that are called sure shall be right; so many of the only-here marks:"""
SURE_ONLY_HERE_RIGHT = 0.9
SURE_PART_FROM = 0.9

HERE = Path(__file__).resolve().parent.parent / "core" / "matching"

Floats = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True)
class Cases:
    """Rows that a model is fitted on: features, what is right (0 to 1), whose story, how much it counts."""

    rows: Floats
    right: Floats
    owner: Floats
    mass: Floats

    @classmethod
    def of(cls, cases: Sequence[tuple[list[float], float, int, float]]) -> Cases:
        """Gather (features, right, owner, mass)."""
        rows, right, owner, mass = zip(*cases, strict=True)
        return cls(np.array(rows), np.array(right), np.array(owner), np.array(mass))

    def only(self, chosen: Floats) -> Cases:
        """Return the chosen rows."""
        return Cases(self.rows[chosen], self.right[chosen], self.owner[chosen], self.mass[chosen])


def fit(cases: Cases) -> Logistic:
    """Fit a logistic regression with a ridge on standardised features, by Newton's method."""
    mean, deviation = cases.rows.mean(0), cases.rows.std(0) + 1e-9
    x = np.hstack([np.ones((len(cases.rows), 1)), (cases.rows - mean) / deviation])
    mass = cases.mass / cases.mass.mean()
    penalty = np.full(x.shape[1], RIDGE)
    penalty[0] = 0.0
    beta = np.zeros(x.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-x @ beta))
        gradient = x.T @ (mass * (cases.right - chance)) - penalty * beta
        hessian = (x * (mass * chance * (1 - chance))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        beta += step
        if np.abs(step).max() < 1e-10:
            break
    weights = beta[1:] / deviation
    return Logistic(
        round(float(beta[0] - weights @ mean), DECIMALS),
        tuple(round(float(weight), DECIMALS) for weight in weights),
    )


def judged_unseen(cases: Cases) -> Floats:
    """Return for every row the chance by a model that was fitted without its story's fold."""
    judged = np.zeros(len(cases.rows))
    for fold in range(FOLDS):
        unseen = cases.owner % FOLDS == fold
        logistic = fit(cases.only(~unseen))
        judged[unseen] = [logistic.chance(row) for row in cases.rows[unseen].tolist()]
    return judged


def least_chance(chances: Floats, right: Floats, precision: float) -> float:
    """Return the lowest chance, in whole hundredths, from which on that share of the findings is right."""
    for hundredths in range(1, 100):
        said = chances >= hundredths / 100
        if said.any() and right[said].mean() >= precision:
            return hundredths / 100
    return 1.0


def reliability(title: str, chances: Floats, right: Floats) -> None:
    """Print how often findings of each range of chances were right."""
    print(f"\n{title}\n  said        cases   right")
    edges = [0.0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]
    for low, high in itertools.pairwise(edges):
        inside = (chances >= low) & (chances < high)
        if inside.any():
            print(f"  {low:.2f}-{high:.2f} {inside.sum():8d}   {right[inside].mean():.3f}")


def common(stories: Sequence[MarkedStory], without: MarkedStory | None = None) -> Commonness:
    """Count the stems over all stories but one: a story must not know its own words as common."""
    kept = [story for story in stories if story is not without]
    total = sum((story.stems for story in kept), Counter[str]())
    sentences = sum(len(article.sentences) for story in kept for article in story.articles)
    return Commonness(
        sentences, {stem: count for stem, count in sorted(total.items()) if count >= LEAST_SENTENCES}
    )


def link_cases(
    marked: Sequence[MarkedStory], prepared: Sequence[Story]
) -> tuple[Cases, list[tuple[Pair, ...]]]:
    """Return every candidate pair of every story, and which pairs they are."""
    cases = []
    pairs = []
    for number, (one, story) in enumerate(zip(marked, prepared, strict=True)):
        found = candidates.find(story)
        pairs.append(found.pairs)
        cases.extend(
            (scoring.describe(story, found, pair), float(pair in one.pairs), number, 1.0)
            for pair in pairs[-1]
        )
    return Cases.of(cases), pairs


def sentence_cases(
    marked: Sequence[MarkedStory], prepared: Sequence[Story], scores: Sequence[scoring.Scores]
) -> tuple[Cases, Floats]:
    """Return every sentence of every story with whether it is only here, and whether it has no link."""
    cases, unlinked = [], []
    for number, (one, story, chances) in enumerate(zip(marked, prepared, scores, strict=True)):
        known = only_here.rivals(story, chances)
        shared, linked = _ends(one.pairs), _linked(chances)
        for ref in story.profiles:
            features = only_here.describe_sentence(story, known, ref)
            cases.append((features, float(ref not in shared), number, 1.0))
            unlinked.append(ref not in linked)
    return Cases.of(cases), np.array(unlinked)


def part_cases(
    marked: Sequence[MarkedStory], prepared: Sequence[Story], scores: Sequence[scoring.Scores]
) -> Cases:
    """Return every part of every linked sentence with the share of its letters that is only here."""
    cases = []
    for number, (one, story, chances) in enumerate(zip(marked, prepared, scores, strict=True)):
        known = only_here.rivals(story, chances)
        for ref in sorted(_linked(chances)):
            article = one.articles[ref.article]
            start = article.sentences[ref.sentence].start
            for part, features, _ in only_here.describe_parts(story, known, story.profiles[ref]):
                letters = [at for at in range(*part.span) if article.text[at].isalnum()]
                alone = sum(not one.shared[ref][at - start] for at in letters) / len(letters)
                cases.append((features, alone, number, float(len(letters))))
    return Cases.of(cases)


def _ends(pairs: frozenset[Pair]) -> set[Any]:
    return {end for pair in pairs for end in pair}


def _linked(chances: scoring.Scores) -> set[Any]:
    return _ends(frozenset(pair for pair, chance in chances.items() if chance >= LINK_FROM))


def main() -> None:
    """Fit, print, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("stories", type=Path)
    parser.add_argument("--dry-run", action="store_true", help="print the figures, write nothing")
    options = parser.parse_args()
    marked = load_all(options.stories)
    prepared = [prepare(one.articles, common(marked, one)) for one in marked]

    links, pairs = link_cases(marked, prepared)
    judged = judged_unseen(links)
    print_links(marked, links, judged)
    scores = [
        dict(zip(own, judged[links.owner == number].tolist(), strict=True))
        for number, own in enumerate(pairs)
    ]
    sentences, unlinked = sentence_cases(marked, prepared, scores)
    alone = np.where(unlinked, judged_unseen(sentences), 0.0)
    sure = least_chance(alone, sentences.right, SURE_ONLY_HERE_RIGHT)
    print_sentences(sentences, alone, sure)
    parts = part_cases(marked, prepared, scores)
    print_parts(parts, judged_unseen(parts))

    weights = {
        "provenance": {
            "made_by": "tools/fit_weights.py",
            "stories": len(marked),
            "claims": sum(one.claims for one in marked),
        },
        "link": _named(fit(links), scoring.FEATURES),
        "only_here": _named(fit(sentences), only_here.SENTENCE_FEATURES),
        "part": _named(fit(parts), only_here.PART_FEATURES),
        "cutoffs": {
            "link": LINK_FROM,
            "sure_link": least_chance(judged, links.right, SURE_LINK_RIGHT),
            "sure_only_here": sure,
            "part": PART_FROM,
            "sure_part": SURE_PART_FROM,
        },
    }
    print("\ncut-offs", json.dumps(weights["cutoffs"]))
    if not options.dry_run:
        counts = common(marked)
        _write("commonness.json", {"sentences": counts.sentences, "stems": counts.stems})
        _write("weights.json", weights)


def print_links(marked: Sequence[MarkedStory], cases: Cases, judged: Floats) -> None:
    """Print what the link model reaches on unseen stories."""
    total = sum(len(one.pairs) for one in marked)
    order = np.argsort(-judged, kind="stable")
    hits = np.cumsum(cases.right[order])
    average = (cases.right[order] * hits / np.arange(1, len(order) + 1)).sum() / total
    said = judged >= LINK_FROM
    print(f"{len(marked)} stories; {len(judged)} candidates, {hits[-1]:.0f} of {total} true links among them")
    reliability("A link", judged, cases.right)
    f1 = 2 * cases.right[said].sum() / (said.sum() + total)
    print(f"  from {LINK_FROM}: F1 {f1:.4f}; average precision {average:.4f}")


def print_sentences(cases: Cases, alone: Floats, sure: float) -> None:
    """Print what the model of whole sentences reaches on unseen stories."""
    reliability("A sentence without a link is only here", alone[alone > 0], cases.right[alone > 0])
    marks = alone >= sure
    found = cases.right[marks].sum() / cases.right.sum()
    print(
        f"  sure from {sure}: {marks.sum()} marks, {cases.right[marks].mean():.3f} right, {found:.3f} found"
    )


def print_parts(cases: Cases, judged: Floats) -> None:
    """Print what the model of parts reaches on unseen stories."""
    reliability("A part of a linked sentence is only here", judged, cases.right)
    marked = cases.mass * (judged >= PART_FROM)
    hit, true = (marked * cases.right).sum(), (cases.mass * cases.right).sum()
    print(f"  letters from {PART_FROM}: precision {hit / marked.sum():.3f}, recall {hit / true:.3f}")


def _named(logistic: Logistic, names: Sequence[str]) -> dict[str, Any]:
    return {"intercept": logistic.intercept, "weights": dict(zip(names, logistic.weights, strict=True))}


def _write(name: str, data: Mapping[str, Any]) -> None:
    text = json.dumps(data, indent=1, ensure_ascii=False)
    (HERE / name).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

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
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Sized
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from marked_stories import MarkedStory, load_all
from newsdiff.core.contrast import only_here
from newsdiff.core.matching import alone, candidates, scoring
from newsdiff.core.matching.alone import Rivals
from newsdiff.core.matching.candidates import Pair
from newsdiff.core.matching.commonness import Commonness
from newsdiff.core.matching.links import choose
from newsdiff.core.matching.model import Cutoffs, Logistic
from newsdiff.core.matching.story import Story, prepare

FOLDS = 5
RIDGE = 3.0
DECIMALS = 4
LEAST_SENTENCES = 4
"""A stem in fewer sentences counts as unknown: it would say more about these stories than about the news."""

LINK_FROM = 0.5
WEAK_LINK_FROM = 0.22
"""A missed link makes a false "only here", a wrong one costs a look: missing is taken to cost three times."""
ONLY_LINK_FROM = 0.2
ALONE_FROM = 0.54
"""Weak pairs count only between sentences held to be shared: fewer links are wrong, and fewer marks. A wrong
"only here" costs the most: of the unseen marks .198 are wrong from even chances on, .187 from .54 on."""
PART_FROM = 0.5
SURE_LINK_RIGHT = 0.9
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
    marked: Sequence[MarkedStory], prepared: Sequence[Story], known: Sequence[Rivals]
) -> Cases:
    """Return every sentence of every story with whether it is only here."""
    cases = []
    for number, (one, story, near) in enumerate(zip(marked, prepared, known, strict=True)):
        shared = _ends(one.pairs)
        cases.extend(
            (alone.describe(story, near, ref), float(ref not in shared), number, 1.0)
            for ref in story.profiles
        )
    return Cases.of(cases)


def part_cases(
    marked: Sequence[MarkedStory],
    prepared: Sequence[Story],
    known: Sequence[Rivals],
    links: Sequence[frozenset[Pair]],
) -> Cases:
    """Return every part of every linked sentence with the share of its letters that is only here."""
    cases = []
    for number, (one, story, near) in enumerate(zip(marked, prepared, known, strict=True)):
        for ref in sorted(_ends(links[number])):
            article = one.articles[ref.article]
            start = article.sentences[ref.sentence].start
            for part, features, _ in only_here.describe_parts(story, near, story.profiles[ref]):
                letters = [at for at in range(*part.span) if article.text[at].isalnum()]
                right = sum(not one.shared[ref][at - start] for at in letters) / len(letters)
                cases.append((features, right, number, float(len(letters))))
    return Cases.of(cases)


def _ends(pairs: frozenset[Pair]) -> set[Any]:
    return {end for pair in pairs for end in pair}


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
    known = [alone.rivals(story, own) for story, own in zip(prepared, scores, strict=True)]
    sentences = sentence_cases(marked, prepared, known)
    chances = judged_unseen(sentences)
    cutoffs = Cutoffs(
        link=LINK_FROM,
        weak_link=WEAK_LINK_FROM,
        only_link=ONLY_LINK_FROM,
        alone=ALONE_FROM,
        sure_link=least_chance(judged, links.right, SURE_LINK_RIGHT),
        sure_only_here=1.0,
        part=PART_FROM,
        sure_part=SURE_PART_FROM,
    )
    chosen = [
        frozenset(
            choose(
                own,
                near,
                dict(zip(story.profiles, chances[sentences.owner == number].tolist(), strict=True)),
                cutoffs,
            )
        )
        for number, (own, near, story) in enumerate(zip(scores, known, prepared, strict=True))
    ]
    print_told(marked, prepared, chosen)
    linked = [
        ref in ends
        for story, own in zip(prepared, chosen, strict=True)
        for ends in [_ends(own)]
        for ref in story.profiles
    ]
    only = np.where(linked, 0.0, chances)
    cutoffs = replace(cutoffs, sure_only_here=least_chance(only, sentences.right, SURE_ONLY_HERE_RIGHT))
    print_sentences(sentences, only, cutoffs.sure_only_here)
    parts = part_cases(marked, prepared, known, chosen)
    print_parts(parts, judged_unseen(parts))

    weights = {
        "provenance": {
            "made_by": "tools/fit_weights.py",
            "stories": len(marked),
            "claims": sum(one.claims for one in marked),
        },
        "link": _named(fit(links), scoring.FEATURES),
        "only_here": _named(fit(sentences), alone.NAMES),
        "part": _named(fit(parts), only_here.PART_FEATURES),
        "cutoffs": asdict(cutoffs),
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
    print(f"{len(marked)} stories; {len(judged)} candidates, {hits[-1]:.0f} of {total} true links among them")
    reliability("A link", judged, cases.right)
    print(f"  average precision {average:.4f}")


def print_told(
    marked: Sequence[MarkedStory], prepared: Sequence[Story], chosen: Sequence[frozenset[Pair]]
) -> None:
    """Print what is told of unseen stories: links, who else reports a sentence, what is only here."""
    links, cells, only, false = Counter[str](), Counter[str](), Counter[str](), 0
    for one, story, said in zip(marked, prepared, chosen, strict=True):
        _count(links, said & one.pairs, said, one.pairs)
        mine, true = _cells(said), _cells(one.pairs)
        _count(cells, [cell for cell in mine if mine[cell] & true.get(cell, set())], mine, true)
        left, right = story.profiles.keys() - _ends(said), story.profiles.keys() - _ends(one.pairs)
        _count(only, left & right, left, right)
        false += len(left - right)
    print(
        f"\nWhat is told: link F1 {_f1(links):.4f}, who-else F1 {_f1(cells):.4f}, unique F1 {_f1(only):.4f}, "
        f"false-unique {false / only['said']:.4f}"
    )


def _cells(pairs: frozenset[Pair]) -> dict[tuple[Any, int], set[Any]]:
    """Return the counterparts of every sentence in every other article that has one."""
    found: defaultdict[tuple[Any, int], set[Any]] = defaultdict(set)
    for a, b in pairs:
        found[a, b.article].add(b)
        found[b, a.article].add(a)
    return found


def _count(tally: Counter[str], hits: Sized, said: Sized, true: Sized) -> None:
    tally.update(hits=len(hits), said=len(said), true=len(true))


def _f1(tally: Counter[str]) -> float:
    return 2 * tally["hits"] / (tally["said"] + tally["true"])


def print_sentences(cases: Cases, only: Floats, sure: float) -> None:
    """Print what the model of whole sentences reaches on unseen stories."""
    reliability("A sentence without a link is only here", only[only > 0], cases.right[only > 0])
    marks = only >= sure
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

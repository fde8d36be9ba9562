"""Sentences as runs of characters: the factors give the same cosine as the plain vectors would."""

from __future__ import annotations

import itertools
import math
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.core.matching.grams import cosine, vectors
from newsdiff.core.progress import quiet


def plain_cosines(texts: list[str]) -> dict[tuple[int, int], float]:
    """Return the cosine of tf-idf vectors of all runs of four characters, written out."""
    counts = [Counter(f" {text} "[at : at + 4] for at in range(len(text) - 1)) for text in texts]
    holding = Counter(run for own in counts for run in own)
    rarity = {run: 1 + math.log((1 + len(texts)) / (1 + count)) for run, count in holding.items()}
    full = [{run: (1 + math.log(count)) * rarity[run] for run, count in own.items()} for own in counts]
    return {
        (a, b): sum(full[a][run] * full[b].get(run, 0) for run in full[a])
        / (math.hypot(*full[a].values()) * math.hypot(*full[b].values()) or 1)
        for a, b in itertools.permutations(range(len(texts)), 2)
    }


@given(st.lists(st.text(alphabet="ab ", max_size=24), min_size=2, max_size=4))
def test_runs_that_are_repeated_in_either_sentence_or_both_count_as_in_the_plain_vectors(
    texts: list[str],
) -> None:
    found, rarity = vectors(texts, quiet)
    for (a, b), expected in plain_cosines(texts).items():
        assert cosine(found[a], found[b], rarity) == pytest.approx(expected, abs=1e-12)

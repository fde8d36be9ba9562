"""How long a comparison takes. Not part of an ordinary run: `pytest -m benchmark -s` starts these.

Times depend on the machine, so nothing is asserted about them; what can be compared between machines is
the ratios to rapidfuzz's full matrix and to CollateX, the peak of memory and the exponent of the curve, which
are printed and, for a long story, bounded. CollateX (`pip install collatex python-Levenshtein`) is left out
where it is missing.
"""

from __future__ import annotations

import json
import math
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from rapidfuzz import fuzz, process

from newsdiff.core.article import Article
from newsdiff.core.comparison import compare
from newsdiff.core.reading import read
from stories import made_up_story

pytestmark = pytest.mark.benchmark

SAMPLE = Path(__file__).resolve().parent.parent.parent / "samples" / "chicago"
USUAL = {"outlets": 5, "length": 30}

MOST_MEGABYTES = 300
MOST_OF_FULL_MATRIX = 0.3
"""What 4,000 sentences may take: 3 seconds where the full matrix takes ten."""


def full_matrix(articles: tuple[Article, ...]) -> None:
    """Score every pair of sentences, as the plainest comparison would."""
    sentences = [
        article.sentence_text(number) for article in articles for number in range(len(article.sentences))
    ]
    process.cdist(sentences, sentences, scorer=fuzz.token_set_ratio)


def seconds(
    work: Callable[[tuple[Article, ...]], object], articles: tuple[Article, ...], times: int
) -> float:
    """Return the least time of several runs: what else the machine does can only add to it."""
    taken = []
    for _ in range(times):
        begin = time.perf_counter()
        work(articles)
        taken.append(time.perf_counter() - begin)
    return min(taken)


def test_a_story_of_usual_length(benchmark: BenchmarkFixture) -> None:
    articles = made_up_story(1, **USUAL)
    found = benchmark(compare, articles)
    assert found.links


def test_the_full_matrix_over_the_same_sentences(benchmark: BenchmarkFixture) -> None:
    benchmark(full_matrix, made_up_story(1, **USUAL))


def test_the_ratio_to_the_full_matrix() -> None:
    print()
    for outlets, length in ((5, 30), (10, 100)):
        articles = made_up_story(1, outlets, length)
        compare(articles)  # stems are remembered after the first time
        ours, theirs = seconds(compare, articles, 3), seconds(full_matrix, articles, 3)
        print(
            f"{outlets} x {length} sentences: compare {ours * 1000:.0f} ms, "
            f"cdist(token_set_ratio) {theirs * 1000:.0f} ms, ratio {ours / theirs:.2f}"
        )


def test_the_ratios_on_the_sample_story() -> None:
    articles = read([str(SAMPLE)]).articles
    compare(articles)
    ours = seconds(compare, articles, 5)
    print(f"\nsample story: compare {ours * 1000:.0f} ms")
    matrix = seconds(full_matrix, articles, 5)
    print(f"  cdist(token_set_ratio) {matrix * 1000:.0f} ms, ratio {ours / matrix:.2f}")
    collatex = pytest.importorskip("collatex")

    def collate(witnesses: tuple[Article, ...]) -> None:
        collation = collatex.Collation()
        for article in witnesses:
            collation.add_plain_witness(article.id, article.text)
        collatex.collate(collation, segmentation=False)

    theirs = seconds(collate, articles, 1)
    print(f"  CollateX {theirs * 1000:.0f} ms, ratio {ours / theirs:.3f}")


def test_time_and_memory_of_twenty_articles_of_two_hundred_sentences() -> None:
    program = (
        "import json, resource, time\n"
        "from rapidfuzz import fuzz, process\n"
        "from newsdiff.core.comparison import compare\n"
        "from stories import made_up_story\n"
        "articles = made_up_story(1, outlets=20, length=200)\n"
        "begin, used = time.perf_counter(), time.process_time()\n"
        "longest, last = 0.0, begin\n"
        "def progress(share):\n"
        "    global longest, last\n"
        "    longest, last = max(longest, time.perf_counter() - last), time.perf_counter()\n"
        "compare(articles, progress=progress)\n"
        "took, used = time.perf_counter() - begin, time.process_time() - used\n"
        "peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024\n"
        "eighth = [article.sentence_text(n) for article in articles for n in range(200)][:500]\n"
        "matrix = time.process_time()\n"
        "process.cdist(eighth, eighth, scorer=fuzz.token_set_ratio)\n"
        "matrix = 64 * (time.process_time() - matrix)\n"
        "print(json.dumps([took, used, peak, longest, matrix]))\n"
    )
    # in a process of its own, for the peak of this one tells of all that it did before
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parent.parent / "helpers")}
    runs = [
        json.loads(subprocess.check_output([sys.executable, "-c", program], env=environment, text=True))
        for _ in range(3)
    ]
    took, used, peak, longest, matrix = map(min, zip(*runs, strict=True))
    middle = statistics.median(run[0] for run in runs)
    print(
        f"\n20 x 200 sentences: {took:.2f} s ({used:.2f} s of processor; {middle:.2f} s in the middle of "
        f"three runs), peak {peak:.0f} MB, at most {longest * 1000:.0f} ms between two reports of progress; "
        f"{used / matrix:.2f} of cdist(token_set_ratio), reckoned from an eighth of the sentences"
    )
    assert peak < MOST_MEGABYTES
    assert used < MOST_OF_FULL_MATRIX * matrix


def test_the_curve_from_a_hundred_to_forty_thousand_sentences() -> None:
    sizes = [100, 200, 500, 1000, 2000, 4000, 40_000]
    taken = []
    print()
    for size in sizes:
        taken.append(seconds(compare, made_up_story(2, outlets=10, length=size // 10), 1))
        print(f"{size:6d} sentences in 10 articles: {taken[-1]:7.3f} s")
    for end in (len(sizes) - 1, len(sizes)):
        times = [math.log(one) for one in taken[:end]]
        exponent, _ = np.polyfit([math.log(size) for size in sizes[:end]], times, 1)
        print(f"up to {sizes[end - 1]} sentences time grows with their number to the power of {exponent:.2f}")

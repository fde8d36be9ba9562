#!/usr/bin/env python3
"""Measure the sentence splitter against the sentences that gold.json names.

    python tools/measure_splitter.py STORIES [--misses]

STORIES is a folder of story folders, each with a gold.json (its `articles` and `sentences`) and the text
files that it names. A sentence counts as found when a sentence of the splitter begins and ends with the same
characters, blind to white space, controls and the style of quotation marks. F1 is over all of a story's
sentences.
"""

from __future__ import annotations

import argparse
import json
import unicodedata
from pathlib import Path

from newsdiff.core.reading import read

_QUOTES = str.maketrans("“”„‘’‚", "\"\"\"'''")


def main() -> None:
    """Print one line for each story, and one for all."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("stories", type=Path, metavar="STORIES")
    parser.add_argument("--misses", action="store_true", help="print the sentences that differ")
    options = parser.parse_args()
    hits = found = wanted = 0
    for gold_file in sorted(options.stories.glob("*/gold.json")):
        gold = json.loads(gold_file.read_text("utf-8"))
        story = (0, 0, 0)
        for article in gold["articles"]:
            ours, theirs = _spans(gold_file.parent / article["file"], _sentences(gold, article["id"]))
            counts = len(ours & theirs), len(ours), len(theirs)
            story = tuple(map(sum, zip(story, counts, strict=True)))
            if options.misses:
                _print_misses(gold_file.parent / article["file"], ours, theirs)
        print(_line(gold_file.parent.name, *story))
        hits, found, wanted = hits + story[0], found + story[1], wanted + story[2]
    print(_line("all", hits, found, wanted))


def _sentences(gold: dict[str, list[dict[str, str]]], outlet: str) -> list[str]:
    return [sentence["text"] for sentence in gold["sentences"] if sentence["id"].split(":")[0] == outlet]


def _flat(text: str) -> str:
    shown = (c for c in text if not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf"))
    return "".join(shown).translate(_QUOTES)


def _spans(file: Path, wanted: list[str]) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """Return the splitter's and the gold's sentences as offsets into the article without white space."""
    article = read([str(file)]).articles[0]
    ours, at = set(), 0
    for index in range(len(article.sentences)):
        length = len(_flat(article.sentence_text(index)))
        ours.add((at, at + length))
        at += length
    body, theirs, at = _flat(article.text), set(), 0
    for sentence in map(_flat, wanted):
        start = body.find(sentence, at)
        if start < 0:
            print(f"  lost from {file}: {sentence[:60]}")
            theirs.add((-1, len(theirs)))
            continue
        at = start + len(sentence)
        theirs.add((start, at))
    return ours, theirs


def _print_misses(file: Path, ours: set[tuple[int, int]], theirs: set[tuple[int, int]]) -> None:
    body = _flat(read([str(file)]).articles[0].text)
    for sign, spans in (("+", ours - theirs), ("-", theirs - ours)):
        for start, end in sorted(spans):
            words = f"{body[start : start + 30]} ... {body[end - 30 : end]}"
            print(f"  {sign} {file.parent.name}/{file.name}: {words}")


def _line(name: str, hits: int, found: int, wanted: int) -> str:
    return f"{name:12s} F1 {2 * hits / (found + wanted):.4f}   {hits} of {wanted} found, {found - hits} false"


if __name__ == "__main__":
    main()

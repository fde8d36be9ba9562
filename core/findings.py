"""What the engine finds in a story: links, passages and what is only here.

Plain immutable data. `core.matching` and `core.contrast` make it, `core.comparison` gathers it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from newsdiff.core.article import SentenceRef, Span


class Certainty(StrEnum):
    """How firmly a finding may be stated."""

    SURE = "sure"
    PERHAPS = "perhaps"


class EvidenceKind(StrEnum):
    """What two linked sentences share."""

    WORD = "word"
    FIGURE = "figure"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that both sentences of a link have, where it stands in each, and how much it counted.

    `weight` is this item's share of everything that the link rests on, 0 to 1. `a` and `b` are spans of the
    text of the article of the link's `a` and `b`.
    """

    kind: EvidenceKind
    a: Span
    b: Span
    weight: float

    def swapped(self) -> Evidence:
        """Return the same evidence seen from the other sentence."""
        return Evidence(self.kind, self.b, self.a, self.weight)


@dataclass(frozen=True, slots=True)
class Link:
    """Two sentences of different outlets that share a claim.

    `a` comes before `b` (tuple order). `score` is the chance, 0 to 1, that a careful reader agrees.
    `evidence` is ordered by falling weight. `by_reader` says that the reader of this notebook linked them.
    """

    a: SentenceRef
    b: SentenceRef
    score: float
    certainty: Certainty
    evidence: tuple[Evidence, ...] = ()
    by_reader: bool = False

    def other(self, end: SentenceRef) -> SentenceRef:
        """Return the counterpart of `end`; ValueError where `end` is no end of this link."""
        if end == self.a:
            return self.b
        if end == self.b:
            return self.a
        raise ValueError(f"{end} is not an end of {self}")

    def evidence_of(self, end: SentenceRef) -> tuple[Span, ...]:
        """Return where each item of `evidence` stands in `end`; ValueError where `end` is no end of this."""
        in_a = self.other(end) == self.b
        return tuple(item.a if in_a else item.b for item in self.evidence)


@dataclass(frozen=True, slots=True)
class Nearest:
    """The closest that any other outlet comes to a sentence that is only here, and what the two share.

    `score` is the chance, 0 to 1, that a careful reader would link the two: too little for a link. In
    `evidence`, `a` stands in the sentence that is only here, `b` in the nearest one.
    """

    sentence: SentenceRef
    score: float
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class OnlyHere:
    """A stretch of one sentence that no other outlet reports: the whole sentence, or a part of a shared one.

    `start` and `end` count in the article's text. `score` is the chance, 0 to 1, that a careful reader
    agrees. `nearest` is None where no other outlet shares a telling word with the sentence, and for a part
    of a shared sentence, whose links say what is nearest. `by_reader` says that the reader of this notebook
    marked it.
    """

    sentence: SentenceRef
    start: int
    end: int
    score: float
    certainty: Certainty
    nearest: Nearest | None = None
    by_reader: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """Linked sentences that are shown on one row: at least two outlets' versions of one thing.

    Every sentence is in at most one passage. `sentences` is in tuple order.
    """

    id: int
    sentences: tuple[SentenceRef, ...]

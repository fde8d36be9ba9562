"""The list "left out": what others report and one outlet does not, as far as was found.

That is a claim about the outlet, so only that counts of which it has nothing at all, not even perhaps and not
in part. It is told without a "perhaps" only where at least two others surely report it, as in the report.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from newsdiff.core import digest
from newsdiff.core.article import SentenceRef
from newsdiff.core.digest import Reported
from newsdiff.core.findings import Certainty


@dataclass(frozen=True, slots=True)
class Omission:
    """A thing that an outlet seems to leave out; `certainty` is how firmly at least two others report it."""

    thing: Reported
    certainty: Certainty

    def clearest(self, articles: Collection[int]) -> SentenceRef:
        """Return the version to show: one of the articles with those indices, if they have any.

        The lead has most in common with all the others. The shortest version was tried: it is often a
        headline or half a quotation, which nobody understands alone.
        """
        versions = [each for each in self.thing.versions if each.sentence.article in articles]
        lead = self.thing.lead
        best = max(
            versions, key=lambda each: (each.sentence == lead, not each.in_part, each.score), default=None
        )
        return best.sentence if best else lead


def left_out(things: Sequence[Reported], outlet: str) -> tuple[Omission, ...]:
    """Return which of `things` (`digest.reported`) the outlet lacks and at least two others report.

    What most others surely report comes first; after it what they only perhaps report, again by how many.
    """
    sure = digest.left_out(things, outlet)
    perhaps = [thing for thing in things if not thing.sure and outlet in thing.lacking]
    found = [
        *(Omission(thing, Certainty.SURE) for thing in sure),
        *(Omission(thing, Certainty.PERHAPS) for thing in perhaps),
    ]
    return tuple(sorted(found, key=_rank))


def _rank(omission: Omission) -> tuple[bool, int, int]:
    """Return what the list is sorted by; where it is the same, the order of the report stays."""
    thing = omission.thing
    return omission.certainty is Certainty.PERHAPS, -len(thing.outlets), -len(thing.perhaps)

from __future__ import annotations

import pytest

from newsdiff.core.article import SentenceRef, Span
from newsdiff.core.findings import Certainty, Evidence, EvidenceKind, Link


def test_each_end_of_a_link_has_its_own_side_of_the_evidence() -> None:
    a, b = SentenceRef(0, 3), SentenceRef(1, 0)
    link = Link(a, b, 0.9, Certainty.SURE, (Evidence(EvidenceKind.WORD, Span(40, 46), Span(0, 6), 1.0),))
    assert (link.evidence_of(a), link.evidence_of(b)) == ((Span(40, 46),), (Span(0, 6),))
    with pytest.raises(ValueError, match="not an end"):
        link.evidence_of(SentenceRef(2, 0))

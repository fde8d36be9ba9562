"""Plain text, with or without a head."""

from __future__ import annotations

from newsdiff.core.reading.decoding import decode
from newsdiff.core.reading.draft import Draft, Raw
from newsdiff.core.reading.front_matter import take_head


def read_text(raw: Raw) -> Draft:
    """Return the article in `raw`; raises Unreadable where it is no text."""
    return take_head(decode(raw.data, raw.charset))

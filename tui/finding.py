"""What is said of a search: which hit it stands at, and how often each outlet has the words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.cells import cell_len

from newsdiff.core.searching import Hit

_NOT_FOUND = "not found in the outlets on the screen · esc closes"
_KEYS = "enter ↓ ↑ · esc closes"


def way(*, nearly: bool) -> str:
    """Return how is searched, and the key that changes it."""
    return "fuzzy · tab: exact" if nearly else "exact · tab: fuzzy"


def told(
    hits: Sequence[Hit],
    current: Hit | None,
    names: Sequence[str],
    shown: Sequence[int],
    hidden: int,
    cells: int,
) -> str:
    """Return how many hits there are and where, of the articles with the indices `shown` and their `names`.

    `hidden` is how many more there are in sentences that do not pass the filter. An outlet without a hit is
    named too, for that is news. What does not fit into `cells` is said more briefly: outlets by the numbers
    that their columns have, then the keys left out.
    """
    if current is None:
        return f"not found · {hidden} that the filter hides · esc closes" if hidden else _NOT_FOUND
    times = Counter(hit.sentence.article for hit in hits)
    place = f"{list(hits).index(current) + 1} of {len(hits)}" + (f" (+{hidden} filtered)" if hidden else "")
    by_name = ", ".join(f"{names[article]} {times[article]}" for article in shown)
    by_number = "in outlet " + ", ".join(f"{article + 1}: {times[article]}" for article in shown)
    forms = (
        f"{place} · {by_name} · {_KEYS}",
        f"{place} · {by_number} · {_KEYS}",
        f"{place} · {by_number}",
        place,
    )
    return next((form for form in forms if cell_len(form) <= cells), place)

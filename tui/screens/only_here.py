"""The view "only here": a list per outlet of everything that only it reports."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from newsdiff.tui import signs
from newsdiff.tui.pages import only_here
from newsdiff.tui.pages.listing import Listing
from newsdiff.tui.pages.page import Page
from newsdiff.tui.screens.help import READER_SIGNS
from newsdiff.tui.screens.page_screen import PageScreen
from newsdiff.tui.views import ViewName


class OnlyHereScreen(PageScreen):
    """Whole sentences and parts that were found in no other outlet."""

    VIEW = ViewName.ONLY_HERE
    SIGNS = (
        *READER_SIGNS[:2],
        (
            signs.PART_ONLY_HERE,
            "a part of it, underlined, perhaps only here: others have the rest",
            "$only-here",
        ),
    )

    def page_maker(self) -> Callable[[int], Page]:
        """Return what lays out the list, a section for each article on the screen."""
        sections = [[article] for article in self.shown]
        return partial(Listing, only_here.entries(self.comparison, self.shown), sections)

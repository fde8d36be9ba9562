"""The view "left out": per outlet, what others report and it does not, as far as was found."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from newsdiff.tui import signs
from newsdiff.tui.pages import left_out
from newsdiff.tui.pages.listing import Listing
from newsdiff.tui.pages.page import Page
from newsdiff.tui.screens.page_screen import PageScreen
from newsdiff.tui.views import ViewName


class LeftOutScreen(PageScreen):
    """What at least two others report, ranked by how many do."""

    VIEW = ViewName.LEFT_OUT
    SIGNS = (
        ("2", "how many other outlets report it", "bold"),
        (f"1{signs.MORE_PERHAPS}", "so many surely, and others perhaps", "bold"),
        ("4", "where that is all of them", "bold $text-success"),
    )

    def page_maker(self) -> Callable[[int], Page]:
        """Return what lays out the list, a section for each outlet on the screen."""
        sections = [articles for _, articles in left_out.sections(self.comparison, self.shown)]
        return partial(Listing, left_out.entries(self.comparison, self.shown), sections)

"""The pages beside the columns, by the view that each is; imported when the first of them is opened."""

from __future__ import annotations

from collections.abc import Mapping

from newsdiff.tui.screens.left_out import LeftOutScreen
from newsdiff.tui.screens.only_here import OnlyHereScreen
from newsdiff.tui.screens.overview import OverviewScreen
from newsdiff.tui.screens.page_screen import PageScreen
from newsdiff.tui.views import ViewName

SCREENS: Mapping[ViewName, type[PageScreen]] = {
    screen.VIEW: screen for screen in (OnlyHereScreen, LeftOutScreen, OverviewScreen)
}

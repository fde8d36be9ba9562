"""The application: which screen stands, and what holds for all of them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input
from textual.worker import WorkerFailed

from newsdiff.core.cleaning import clean
from newsdiff.core.notebook import Notebook
from newsdiff.tui import keys
from newsdiff.tui.colours import page_colours
from newsdiff.tui.console import shows_tracebacks
from newsdiff.tui.names import names
from newsdiff.tui.screens.dialogs import Dialog
from newsdiff.tui.screens.reader import ReaderScreen
from newsdiff.tui.settings import Settings

if TYPE_CHECKING:
    from newsdiff.core.store import Fingerprint
    from newsdiff.core.store.recovery import Recovered

_SENSELESS = {"Keys", "Maximize", "Minimize"}
"""Textual's own commands for which there is no use: the help has the keys, and one widget shows all texts."""


_PATIENCE = 50
"""Hundredths of a second for which what was typed last is waited for."""


class NewsdiffApp(App[int]):
    """newsdiff on a terminal. `notebook` None shows the start screen; `path` is the notebook's file, if any.

    `known` is what that file held when it was read. `notices` are told to the reader when the texts are on
    the screen, or on the start screen.
    """

    TITLE = "newsdiff"
    CSS_PATH = "newsdiff.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*keys.APP.bindings]

    def __init__(
        self,
        notebook: Notebook | None,
        *,
        path: Path | None = None,
        known: Fingerprint | None = None,
        notices: tuple[str, ...] = (),
        settings: Settings = Settings(),  # noqa: B008 - nothing can change it
    ) -> None:
        super().__init__()
        self.settings = settings
        if settings.theme:
            self.theme = settings.theme
        self._notebook = notebook
        self._path = path
        self._known = known
        self.crash: Exception | None = None
        """What broke the program down, once something has."""
        self.kept: Path | None = None
        """Where unsaved notes were kept when it broke down."""
        self._notices = notices

    def on_mount(self) -> None:
        """Open what was given."""
        self.set_keymap(self.settings.keys)
        if self._notebook is not None:
            self.read(self._notebook, self._path, known=self._known, notices=self._notices)
        else:
            from newsdiff.tui.screens.start import StartScreen

            self.push_screen(StartScreen(self._notices))

    def read(
        self,
        notebook: Notebook,
        path: Path | None,
        *,
        known: Fingerprint | None = None,
        notices: tuple[str, ...] = (),
    ) -> None:
        """Open the reader on `notebook`, whose file, if any, held what is `known` when it was read."""
        screen = ReaderScreen(notebook, path, notices)
        screen.known = known
        self.push_screen(screen)

    def recover(self, recovered: Recovered) -> None:
        """Open the reader on notes that were left behind, in the place of the one that is open."""
        screen = ReaderScreen(recovered.notebook, recovered.path)
        screen.carry_on(recovered)
        if isinstance(self.screen, ReaderScreen):
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    async def on_event(self, event: events.Event) -> None:
        """Clean what is pasted, whichever field it is for: a field would draw it as it is."""
        if isinstance(event, events.Paste):
            event.text = _cleaned(event.text)
        await super().on_event(event)

    def on_key(self, event: events.Key) -> None:
        """Say of a key to which nothing is bound that this is so, where the screen has a line for answers."""
        say = getattr(self.screen, "say", None)
        typing = isinstance(self.focused, Input)
        if say and not typing and event.key not in self.screen.active_bindings:
            say(f"{keys.shown(event.key)} does nothing here. ? shows the keys.")

    def _handle_exception(self, error: Exception) -> None:
        """Keep the notes and end; a person is told so in words, once the screen is gone."""
        if self.crash is None:
            cause = error.error if isinstance(error, WorkerFailed) else error
            self.crash = cause if isinstance(cause, Exception) else error
            # Whatever is broken, the first fault is the one to tell of.
            with suppress(Exception):
                self._keep_notes()
        super()._handle_exception(error)
        if not shows_tracebacks():
            self._exit_renderables.clear()

    async def on_exit_app(self) -> None:
        """Keep the notes where the end comes from outside: a browser's tab was closed, or a signal came."""
        focused = self.screen.focused
        for _ in range(_PATIENCE):  # what was typed last may not have reached its field yet
            await asyncio.sleep(0.01)
            if focused is None or not focused.message_queue_size:
                break
        self._keep_notes()

    def _keep_notes(self) -> None:
        """Keep what is unsaved, the note that is being written first."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, Dialog):
                screen.draft()
            elif isinstance(screen, ReaderScreen):
                self.kept = screen.keep_notes()

    def get_css_variables(self) -> dict[str, str]:
        """Add the page's own colours to the theme's."""
        variables = super().get_css_variables()
        return variables | page_colours(variables)

    def keys_of(self, binding: Binding) -> str:
        """Return the reader's keys, comma-separated, for the command that `binding` binds."""
        return self.settings.keys.get(binding.id or "", binding.key)

    def shown_keys(self, binding: Binding) -> str:
        """Return them as they are shown."""
        return keys.shown(self.keys_of(binding))

    def get_key_display(self, binding: Binding) -> str:
        """Return how the footer shows a key: as the help does, whoever chose it."""
        return binding.key_display or keys.shown(binding.key)

    def action_help(self) -> None:
        """Show the keys of the screen."""
        from newsdiff.tui.screens.help import READER_MOUSE, READER_SIGNS, HelpScreen

        focused = self.screen.focused
        path = focused.ancestors_with_self if focused else [self.screen]
        found = [own for node in path if isinstance(own := getattr(node, "KEYS", None), keys.Keys)]
        usual = READER_SIGNS if any(each.signs for each in found) else ()
        mouse = getattr(self.screen, "MOUSE", READER_MOUSE)
        self.push_screen(HelpScreen([*found, keys.APP], getattr(self.screen, "SIGNS", usual), mouse))

    async def action_quit(self) -> None:
        """Leave; the reader asks first where something is unsaved."""
        if isinstance(self.screen, Dialog):  # an open question is answered first, for it may hold a note
            self.screen.action_back()
            return
        for screen in self.screen_stack:
            if isinstance(screen, ReaderScreen):
                screen.leave()
                return
        self.exit()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """List the screen's own commands, with their keys, before Textual's."""
        if isinstance(own := getattr(screen, "KEYS", None), keys.Keys):
            for binding in own.bindings:
                if not binding.action.startswith(("toggle_outlet", "app.quit")):
                    yield SystemCommand(
                        f"{binding.description} ({self.shown_keys(binding)})",
                        binding.tooltip,
                        lambda action=binding.action: screen.run_action(action),
                    )
        if isinstance(screen, ReaderScreen):
            yield from self._outlet_commands(screen)
        yield from (
            command for command in super().get_system_commands(screen) if command.title not in _SENSELESS
        )

    def _outlet_commands(self, screen: ReaderScreen) -> Iterable[SystemCommand]:
        """List every outlet to show or hide: more than nine have no key."""
        for number, name in enumerate(names(screen.comparison.articles), 1):
            yield SystemCommand(
                _as_markup(f"Show or hide {name}"),
                "its column on the screen",
                lambda number=number: screen.action_toggle_outlet(number),
            )


def _cleaned(pasted: str) -> str:
    """Return `pasted` cleaned; a space at its ends stays, for it may go into the midst of a text."""
    inner = clean(pasted)
    before = " " if pasted.startswith(" ") else ""
    after = " " if inner and pasted.endswith(" ") else ""
    return f"{before}{inner}{after}"


def _as_markup(text: str) -> str:
    """Return `text` as markup that shows exactly that; Textual's `escape` lets `[$x]` through."""
    return text.replace("[", r"\[")

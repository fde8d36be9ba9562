"""The reader's own keys: what can be had, what is told of what cannot, and that every screen obeys."""

from __future__ import annotations

import importlib
import pkgutil
import string
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some
from textual.binding import Binding
from textual.dom import DOMNode
from textual.widgets import TextArea

import newsdiff.tui
from newsdiff.core.notebook import Notebook
from newsdiff.tui import keymap, keys
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.screens.detail import DetailScreen
from newsdiff.tui.screens.help import HelpScreen
from newsdiff.tui.screens.reader import ReaderScreen
from newsdiff.tui.settings import Settings
from on_screen import reader, screen_lines

COMMANDS = keymap.commands()


def app_with(notebook: Notebook | None, **wanted: str) -> NewsdiffApp:
    good, wrong = keymap.checked({name.replace("_", "-"): given for name, given in wanted.items()})
    assert not wrong
    return NewsdiffApp(notebook, settings=Settings(keys=good))


def own_nodes() -> Iterator[type[DOMNode]]:
    """Return every class of this program that may bind keys."""
    for module in pkgutil.walk_packages(newsdiff.tui.__path__, "newsdiff.tui."):
        if not module.name.endswith("__main__"):
            for found in vars(importlib.import_module(module.name)).values():
                if isinstance(found, type) and found.__module__ == module.name and issubclass(found, DOMNode):
                    yield found


# The tables


def test_every_key_of_every_screen_is_in_the_tables() -> None:
    tables = {id(binding) for screen in keys.SCREENS for binding in screen.bindings}
    bound = [binding for node in own_nodes() for binding in node.__dict__.get("BINDINGS", ())]
    assert len(bound) > 60
    assert {id(binding) for binding in bound} <= tables


def test_an_id_is_one_command_with_one_action_and_one_key() -> None:
    for screen in keys.SCREENS:
        assert max(Counter(binding.id for binding in screen.bindings).values()) == 1
        for binding in screen.bindings:
            assert binding.id
            assert binding.tooltip
            known = COMMANDS[binding.id]
            assert (binding.action, binding.key) == (known.action, known.key)


def test_the_usual_keys_do_not_clash() -> None:
    assert keymap.checked({name: binding.key for name, binding in COMMANDS.items()})[1] == {}


def test_every_way_to_move_has_a_vim_key_and_a_plain_one() -> None:
    pairs: list[tuple[Sequence[str], Sequence[str]]] = [
        ("jk", ["down", "up"]),
        ("hl", ["left", "right"]),
        ("gG", ["home", "end"]),
    ]
    pairs.append((["ctrl+f", "ctrl+b"], ["pagedown", "pageup"]))
    for screen in keys.SCREENS:
        bound = {key for binding in screen.bindings for key in binding.key.split(",")}
        for vim, plain in pairs:
            assert screen.typing or ({*vim} <= bound) == ({*plain} <= bound), (screen.title, vim)


# What can be had


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("x", "x"),
        (".,&", "full_stop,ampersand"),
        (" x , ctrl+x ", "x,ctrl+x"),
        ("comma", "comma"),
        ("é", "é"),
        ("f12,shift+f3,ctrl+pageup", "f12,shift+f3,ctrl+pageup"),
        ("x,x", "x"),
        (";", "semicolon"),
    ],
)
def test_keys_are_had_as_they_are_written(written: str, known: str) -> None:
    assert keymap.checked({"only-here": written}) == ({"only-here": known}, {})


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ({"onlyhere": "x"}, {"onlyhere": "there is no such command, perhaps only-here"}),
        ({"zzz": "x"}, {"zzz": "there is no such command; `newsdiff settings` lists all"}),
        ({"save": "Esc"}, {"save": '"Esc" is no key; did you mean escape?'}),
        ({"save": "pgdn"}, {"save": '"pgdn" is no key; did you mean pagedown?'}),
        ({"save": "ctrl-x"}, {"save": '"ctrl-x" is no key; did you mean ctrl+x?'}),
        ({"save": "shift+x"}, {"save": '"shift+x" is no key; did you mean X?'}),
        ({"save": "ctrl+q"}, {"save": "ctrl+q always ends newsdiff; choose another key"}),
        ({"save": "x,"}, {"save": "give one key or several"}),
        ({"save": ""}, {"save": "give one key or several"}),
        ({"note-keep": "k"}, {"note-keep": "k would be typed into the text"}),
        ({"back": "q"}, {"back": "q would be typed into the text"}),
        ({"save": "j"}, {"save": "j is the key of next-sentence too (reader)"}),
        ({"save": "n", "note": "n"}, {"save": "n is the key of only-here too", "note": "only-here"}),
        ({"save": "x", "note": "x"}, {"note": "x is the key of save too"}),
        ({"detail-next-outlet": "j"}, {"detail-next-outlet": "detail-next-sentence too (detail)"}),
        ({"save": "ctrl+p"}, {"save": "ctrl+p is the key of palette too"}),
        ({"palette": "j"}, {"palette": "j is the key of next-sentence too"}),
        (
            {"copy": "d", "difference": "X,?"},
            {"copy": "d is the key of difference", "difference": "help too"},
        ),
    ],
)
def test_what_cannot_be_had_is_told(wanted: dict[str, str], told: dict[str, str]) -> None:
    good, wrong = keymap.checked(wanted)
    assert wrong.keys() == told.keys()
    assert all(told[name] in wrong[name] for name in told)
    assert good.keys() == wanted.keys() - told.keys()


def test_two_commands_change_keys() -> None:
    assert keymap.checked({"only-here": "d", "difference": "n"})[1] == {}


def test_a_typed_key_is_had_beside_one_that_is_not() -> None:
    assert keymap.checked({"search-next": "down,f3", "note-keep": "f9"})[1] == {}


_KEYS = some.sampled_from([*string.ascii_lowercase[:8], "f9", "ctrl+x", "escape", "nonsense", ""])


@given(
    some.dictionaries(some.sampled_from([*COMMANDS, "unknown"]), some.lists(_KEYS, max_size=3).map(",".join))
)
def test_what_can_be_had_never_clashes(wanted: dict[str, str]) -> None:
    good, wrong = keymap.checked(wanted)
    assert good.keys() | wrong.keys() == wanted.keys()
    assert not good.keys() & wrong.keys()
    for screen in keys.SCREENS[1:]:
        bindings = {binding.id: binding for binding in (*keys.APP.bindings, *screen.bindings)}
        used = [key for name, each in bindings.items() for key in good.get(name or "", each.key).split(",")]
        assert len(used) == len({*used})


# What the screens do with it


async def test_the_readers_keys_work_and_the_old_ones_do_not(notebook: Notebook) -> None:
    app = app_with(notebook, only_here="x,f8", next_sentence="n", note="B")
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("n")
        assert reader(app).place.selected == (0, 1)
        await pilot.press("j", "down", "a")  # nobody's key any more
        assert reader(app).place.selected == (0, 1)
        await pilot.press("x", "f8")
        assert reader(app).place.selected == (1, 2)
        await pilot.press("B")
        assert app.screen.query_one(TextArea).has_focus


async def test_footer_help_and_palette_show_the_readers_keys(notebook: Notebook) -> None:
    app = app_with(notebook, only_here="x,f8", save="f9", palette=":")
    async with app.run_test(size=(120, 90)) as pilot:
        await pilot.pause()
        foot = screen_lines(app)[-1]
        assert " x Only here " in foot
        assert "f9 Save" in foot
        assert " n " not in foot
        titles = [command.title for command in app.get_system_commands(app.screen)]
        assert "Only here (x f8)" in titles
        assert "Save (f9)" in titles
        await pilot.press("question_mark")
        drawn = "\n".join(screen_lines(app))
        assert "x f8  " in drawn
        assert ":  " in drawn
        await pilot.press("escape", "colon")
        assert "CommandPalette" in type(app.screen).__name__


async def test_a_key_for_the_palette_can_still_be_typed(notebook: Notebook) -> None:
    app = app_with(notebook, palette=":")
    async with app.run_test() as pilot:
        await pilot.press("a", "colon")
        assert app.screen.query_one(TextArea).text == ":"


async def test_detail_question_and_note_obey_too(notebook: Notebook) -> None:
    app = app_with(
        notebook, detail_next_sentence="x", detail_back="z", note_keep="f9", back="f10", question_next="x"
    )
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "x", "z")
        assert isinstance(app.screen, ReaderScreen)
        assert reader(app).place.selected == (0, 1)
        await pilot.press("a", *"so", "f9")
        assert [note.text for note in reader(app).notebook.notes] == ["so"]
        await pilot.press("q", "x")
        assert (
            app.screen.focused is app.screen.query("Button").last() or app.screen.query("Button")[1].has_focus
        )
        await pilot.press("f10")
        assert isinstance(app.screen, ReaderScreen)


# Help


@pytest.mark.parametrize(
    ("pressed", "title", "meant"),
    [
        ([], "reader", "the next sentence that only one outlet has"),
        (["enter"], "detail", "all versions with their sources"),
        (["slash"], "searching", "back to reading, where the hit is"),
        (["a"], "a note", "keep the note"),
        (["a", "x", "ctrl+s", "q"], "a question", "the answer after"),
        (["s"], "a line of text", "asks first where a note was changed"),
    ],
)
async def test_f1_shows_the_keys_of_every_screen(
    pressed: list[str], title: str, meant: str, notebook: Notebook
) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(160, 60)) as pilot:
        await pilot.press(*pressed)
        below = app.screen
        await pilot.press("f1")
        assert isinstance(app.screen, HelpScreen)
        drawn = "\n".join(screen_lines(app))
        assert f"Keys: {title}" in drawn
        assert meant in drawn
        assert ("Signs" in drawn) == (title in ("reader", "detail", "searching"))
        await pilot.press("question_mark")
        assert app.screen is below


async def test_the_start_screen_has_help(notebook: Notebook) -> None:
    app = NewsdiffApp(None)
    async with app.run_test() as pilot:
        await pilot.press("question_mark")
        assert any("remove notes left behind" in line for line in screen_lines(app))


async def test_the_help_of_the_detail_does_not_show_what_only_the_reader_has(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(160, 60)) as pilot:
        await pilot.press("enter", "question_mark")
        assert not any("write a note" in line for line in screen_lines(app))
        await pilot.press("escape")
        assert isinstance(app.screen, DetailScreen)


async def test_a_page_is_read_with_either_kind_of_key(notebook: Notebook) -> None:
    app = NewsdiffApp(notebook)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("question_mark")
        scroll = app.screen.query_one(".dialog")
        seen = []
        for key in (
            "j",
            "down",
            "k",
            "up",
            "space",
            "b",
            "pagedown",
            "pageup",
            "ctrl+f",
            "ctrl+b",
            "G",
            "g",
            "end",
            "home",
        ):
            await pilot.press(key)
            await pilot.pause()
            seen.append(scroll.scroll_y)
        assert seen[:4] == [1, 2, 1, 0]
        assert all(after > before for before, after in pairwise([0, seen[4]]))
        assert [seen[at] for at in (5, 7, 9, 11, 13)] == [0] * 5
        assert seen[10] == seen[12] == scroll.max_scroll_y


def test_keys_are_shown_as_people_know_them() -> None:
    assert keys.shown("question_mark,ctrl+y,pagedown,shift+down,G") == "? ctrl+y pgdn shift+↓ G"
    binding = Binding("ctrl+x", "none")
    assert NewsdiffApp(None).get_key_display(binding) == "ctrl+x"

"""Every key of the reader, once: the screen binds them, the footer, the help and the palette list them."""

from __future__ import annotations

from textual.binding import Binding

_MOVE, _FIND, _LOOK, _KEEP = "Move", "Find", "Look", "Keep"


def _key(
    key: str,
    action: str,
    description: str,
    tooltip: str,
    shown: str = "",
    *,
    footer: bool = False,
) -> Binding:
    return Binding(key, action, description, tooltip=tooltip, key_display=shown or None, show=footer)


_GROUPS: dict[str, list[Binding]] = {
    _MOVE: [
        _key("j,down", "move(1)", "Next sentence", "the next sentence of this outlet", "j ↓"),
        _key("k,up", "move(-1)", "Previous sentence", "the sentence before", "k ↑"),
        _key("l,right", "outlet(1)", "Next outlet", "the counterpart in the next outlet", "l →"),
        _key("h,left", "outlet(-1)", "Previous outlet", "the counterpart in the outlet before", "h ←"),
        _key("pagedown,ctrl+f", "page(1)", "Page down", "a screen further", "pgdn"),
        _key("pageup,ctrl+b", "page(-1)", "Page up", "a screen back", "pgup"),
        _key("g,home", "edge(-1)", "First sentence", "the outlet's first sentence", "g home"),
        _key("G,end", "edge(1)", "Last sentence", "the outlet's last sentence", "G end"),
    ],
    _FIND: [
        _key("n", "only_here(1)", "Only here", "the next sentence only one outlet has", footer=True),
        _key("N", "only_here(-1)", "Previous only here", "the one before"),
        _key(
            "right_square_bracket",
            "counterpart(1)",
            "Counterpart",
            "round the counterparts of a sentence and back to it",
            "]",
        ),
        _key(
            "left_square_bracket", "counterpart(-1)", "Previous counterpart", "the other way round", "["
        ),
        _key("slash", "search", "Search", "words in all outlets", "/", footer=True),
    ],
    _LOOK: [
        _key(
            "enter",
            "detail",
            "Detail",
            "all versions of the sentence, what differs, why they were matched",
            footer=True,
        ),
        _key("v", "view", "View", "columns, or aligned rows in the order of this outlet", footer=True),
        *(
            _key(str(number), f"toggle_outlet({number})", f"Outlet {number}", f"show or hide outlet {number}")
            for number in range(1, 10)
        ),
    ],
    _KEEP: [
        _key("a", "note", "Note", "write a note on the sentence, change or delete it", footer=True),
        _key("s", "save", "Save", "texts, findings and notes in one file", footer=True),
        _key("escape", "stop_comparing", "Stop comparing", "give the comparison up while it runs"),
        _key("question_mark", "help", "Help", "this page", "?", footer=True),
        _key("q", "app.quit", "Quit", "asks where notes are unsaved", footer=True),
    ],
}

READER: list[Binding] = [binding for group in _GROUPS.values() for binding in group]


def help_entries() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the groups of keys as the help shows them: title, then (keys, what they do)."""
    groups = []
    for title, bindings in _GROUPS.items():
        entries = []
        for binding in bindings:
            if binding.action.startswith("toggle_outlet"):
                if binding.key == "1":
                    entries.append(("1-9", "show or hide an outlet"))
                continue
            entries.append((binding.key_display or binding.key, binding.tooltip))
        groups.append((title, entries))
    return groups

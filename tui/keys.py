"""Every key of the reader, once: the screen binds them, the footer, the help and the palette list them."""

from __future__ import annotations

from textual.binding import Binding


def _key(
    key: str,
    action: str,
    description: str,
    tooltip: str,
    shown: str,
    *,
    footer: bool = False,
) -> Binding:
    return Binding(key, action, description, tooltip=tooltip, key_display=shown, show=footer)


_GROUPS: dict[str, list[Binding]] = {
    "Move": [
        _key("j,down", "move(1)", "Next sentence", "the next sentence of this outlet", "j ↓"),
        _key("k,up", "move(-1)", "Previous sentence", "the sentence before", "k ↑"),
        _key("l,right", "outlet(1)", "Next outlet", "the same, or what stands beside, one outlet on", "l →"),
        _key("h,left", "outlet(-1)", "Previous outlet", "the same, one outlet back", "h ←"),
        _key("pagedown,space", "page(1)", "Page down", "a screen further", "pgdn space"),
        _key("pageup,b", "page(-1)", "Page up", "a screen back", "pgup b"),
        _key("g,home", "edge(-1)", "First sentence", "the outlet's first sentence", "g home"),
        _key("G,end", "edge(1)", "Last sentence", "the outlet's last sentence", "G end"),
    ],
    "Find": [
        _key(
            "n", "only_here(1)", "Only here", "the next sentence that only one outlet has", "n", footer=True
        ),
        _key("N", "only_here(-1)", "Previous only here", "the one before", "N"),
        _key("right_square_bracket", "counterpart(1)", "Counterpart", "round all counterparts and back", "]"),
        _key("left_square_bracket", "counterpart(-1)", "Previous counterpart", "the other way round", "["),
        _key(
            "d",
            "difference(1)",
            "Differ",
            "the next figure, day or quotation that differs",
            "d",
            footer=True,
        ),
        _key("D", "difference(-1)", "Previous difference", "the one before", "D"),
        _key("slash", "search", "Find", "words in all outlets on the screen", "/", footer=True),
    ],
    "Look": [
        _key("enter", "detail", "Detail", "all versions, and why they were matched", "⏎", footer=True),
        _key("v", "view", "View", "columns, or rows in the order of this outlet", "v", footer=True),
        _key("z", "solo", "Solo", "this outlet alone, or all that were shown before", "z"),
        _key("left_curly_bracket", "move_outlet(-1)", "Move left", "this outlet's column to the left", "{"),
        _key("right_curly_bracket", "move_outlet(1)", "Move right", "this outlet's column to the right", "}"),
        _key("less_than_sign", "widen(-1)", "Narrower", "this outlet's column", "<"),
        _key("greater_than_sign", "widen(1)", "Wider", "this outlet's column", ">"),
        _key(
            "equals_sign", "widths", "Widths", "all columns equally wide, or by length of the articles", "="
        ),
        _key("o", "open", "Open", "the article's address in the browser, or the folder of its file", "o"),
        *(
            _key(str(number), f"toggle_outlet({number})", f"Outlet {number}", "show or hide it", str(number))
            for number in range(1, 10)
        ),
    ],
    "Correct": [
        _key("L", "link", "Link", "begin a link here, or end it: both say the same", "L"),
        _key("U", "counterparts", "Judge links", "confirm a counterpart or take the link away", "U"),
        _key("O", "judge_only_here", "Judge only here", "this is only here, or it is not", "O"),
        _key("C", "corrections", "Corrections", "all of yours: go to one, take it back", "C"),
    ],
    "Keep": [
        _key("a", "note", "Note", "write a note on the sentence, change or delete it", "a", footer=True),
        _key("u,ctrl+z", "undo", "Undo", "take back the last change of a note or a correction", "u ctrl+z"),
        _key("ctrl+y", "redo", "Redo", "do it again", "ctrl+y"),
        _key("m", "mark", "Mark", "text from here on: j k, h l and a click move its end, m turns", "m"),
        _key("y", "copy", "Copy", "what is marked, else the sentence, with its source", "y"),
        _key("Y", "copy_versions", "Copy all versions", "what every outlet says of it, with sources", "Y"),
        _key("ctrl+c", "copy_text", "Copy words", "what is marked, without its source", "ctrl+c"),
        _key("s", "save", "Save", "texts, findings and notes in one file", "s", footer=True),
        _key("w", "notices", "What could not be read", "which source could not be read, and why", "w"),
        _key(
            "escape", "give_up", "Give up", "what is marked, a link begun, or the comparison that runs", "esc"
        ),
        _key("question_mark", "help", "Help", "keys and signs", "?", footer=True),
        _key("q", "app.quit", "Quit", "asks first where notes are unsaved", "q", footer=True),
    ],
}

READER: list[Binding] = [binding for group in _GROUPS.values() for binding in group]


def help_entries() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the groups of keys as the help shows them: title, then (keys, what they do)."""
    groups = []
    for title, bindings in _GROUPS.items():
        entries = []
        for binding in bindings:
            if binding.action == "toggle_outlet(1)":
                entries.append(("1-9", "show or hide that outlet"))
            elif not binding.action.startswith("toggle_outlet"):
                entries.append((binding.key_display or binding.key, binding.tooltip))
        groups.append((title, entries))
    return groups

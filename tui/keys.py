"""Every key of the reader, once: the screen binds them, the footer, the help and the palette list them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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


_VIEWS = (
    _key("v", "view(1)", "View", "columns, aligned rows, only here, left out, overview", "v", footer=True),
    _key("V", "view(-1)", "Previous view", "the same, the other way round", "V"),
    _key("f2", "open_view('COLUMNS')", "Columns", "the outlets side by side, each in its own order", "f2"),
    _key("f3", "open_view('ALIGNED')", "Aligned", "rows in the order of this outlet", "f3"),
    _key("f4", "open_view('ONLY_HERE')", "List of only here", "what only one outlet has, as a list", "f4"),
    _key("f5", "open_view('LEFT_OUT')", "Left out", "what others have and an outlet has not", "f5"),
    _key("f6", "open_view('OVERVIEW')", "Overview", "a mark per sentence, and who shares how much", "f6"),
)

GROUPS: dict[str, list[Binding]] = {
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
        _key("f", "filter", "Filter", "show only sentences of some kinds", "f"),
        _key("F", "clear_filter", "Clear the filter", "show all sentences again", "F"),
        _key("slash", "search", "Find", "words in all outlets on the screen", "/", footer=True),
    ],
    "Look": [
        _key("enter", "detail", "Detail", "all versions, and why they were matched", "⏎", footer=True),
        *_VIEWS,
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
        _key("e", "export", "Export", "an HTML page, Markdown, CSV and other forms", "e"),
        _key("w", "notices", "What could not be read", "which source could not be read, and why", "w"),
        _key(
            "escape", "give_up", "Give up", "what is marked, a link begun, or the comparison that runs", "esc"
        ),
        _key("question_mark", "help", "Help", "keys and signs", "?", footer=True),
        _key("q", "app.quit", "Quit", "asks first where notes are unsaved", "q", footer=True),
    ],
}

PAGE_GROUPS: dict[str, list[Binding]] = {
    "Move": [
        _key("j", "move(1)", "Next", "the next one", "j", footer=True),
        _key("k", "move(-1)", "Previous", "the one before", "k"),
        _key("down", "up_or_down(1)", "Down", "one down", "↓"),
        _key("up", "up_or_down(-1)", "Up", "one up", "↑"),
        _key("l", "outlet(1)", "Outlet", "on to the next outlet", "l", footer=True),
        _key("h", "outlet(-1)", "Previous outlet", "back to the outlet before", "h"),
        _key("right", "aside(1)", "Right", "the mark to the right; in a list the next outlet", "→"),
        _key("left", "aside(-1)", "Left", "the mark to the left; in a list the outlet before", "←"),
        _key("pagedown,space", "page(1)", "Page down", "a screen further", "pgdn space"),
        _key("pageup,b", "page(-1)", "Page up", "a screen back", "pgup b"),
        _key("g,home", "edge(-1)", "First", "the first of the list, or of the outlet's marks", "g home"),
        _key("G,end", "edge(1)", "Last", "the last of them", "G end"),
    ],
    "Look": [
        _key("enter", "detail", "Detail", "all versions, and why they were matched", "⏎", footer=True),
        *_VIEWS,
        _key("escape", "back", "Columns", "to the columns, at the sentence looked at", "esc", footer=True),
    ],
    "Keep": [
        _key("y", "copy", "Copy", "the sentence as a quotation with its source", "y", footer=True),
        _key("Y", "copy_versions", "Copy all versions", "what every outlet says of it, with sources", "Y"),
        _key("question_mark", "help", "Help", "keys and signs", "?", footer=True),
        _key("q", "app.quit", "Quit", "asks first where notes are unsaved", "q"),
    ],
}
"""The keys of the pages beside the columns."""

PAGE: list[Binding] = [binding for group in PAGE_GROUPS.values() for binding in group]
READER: list[Binding] = [binding for group in GROUPS.values() for binding in group]


def help_entries(
    groups: Mapping[str, Sequence[Binding]] = GROUPS,
) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return `groups` of keys as the help shows them: title, then (keys, what they do)."""
    listed = []
    for title, bindings in groups.items():
        entries = []
        for binding in bindings:
            if binding.action == "toggle_outlet(1)":
                entries.append(("1-9", "show or hide that outlet"))
            elif not binding.action.startswith("toggle_outlet"):
                entries.append((binding.key_display or binding.key, binding.tooltip))
        listed.append((title, entries))
    return listed

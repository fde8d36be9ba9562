"""Every key of the program, once: the screens bind them, the footer, the help and the palette list them.

A command's id is what a settings file names it by: it stays, whatever its key, its name or its place here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import chain

from textual.binding import Binding
from textual.keys import format_key

from newsdiff.core.corrections import Verdict


def _key(
    command: str,
    key: str,
    action: str,
    description: str,
    tooltip: str,
    *,
    footer: bool = False,
    shown: str | None = None,
    priority: bool = False,
) -> Binding:
    """Return a binding with the id `command`; `shown` stands in the footer in the place of the first key.

    `tooltip` says the whole of what it does, verb first: it stands alone in the help and in the settings.
    """
    return Binding(
        key,
        action,
        description,
        id=command,
        tooltip=tooltip,
        show=footer,
        key_display=shown or first(key),
        priority=priority,
    )


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of one screen, by groups.

    `typing`: what is typed goes into a text field; `signs`: the screen shows signs that want explaining.
    """

    title: str
    groups: Mapping[str, list[Binding]]
    typing: bool = False
    signs: bool = False

    @property
    def bindings(self) -> list[Binding]:
        """All keys, in their order."""
        return [*chain.from_iterable(self.groups.values())]


def first(keys: str) -> str:
    """Return the first of a comma-separated list of keys as it is shown."""
    return shown(keys.partition(",")[0])


def shown(keys: str) -> str:
    """Return a comma-separated list of keys as it is shown, a space between keys."""
    return " ".join(_shown(key.strip()) for key in keys.split(","))


def _shown(key: str) -> str:
    modifiers, plus, name = key.rpartition("+")
    return f"{modifiers}{plus}{format_key(name)}"


# what several screens have, with one action and one key
_HELP = _key("help", "question_mark,f1", "app.help", "Help", "show the keys and signs", footer=True)
BACK = _key("back", "escape", "back", "Back", "go back; asks first where a note was changed")
_PAGES = (
    _key("page-down", "pagedown,space,ctrl+f", "page(1)", "Page down", "go a screen further"),
    _key("page-up", "pageup,b,ctrl+b", "page(-1)", "Page up", "go a screen back"),
)
_ENDS = (
    _key("top", "g,home", "edge(-1)", "Top", "go to the first line"),
    _key("bottom", "G,end", "edge(1)", "Bottom", "go to the last line"),
)
LIST_BACK = _key("list-back", "escape,q", "back", "Back", "close the list; all stays as it is")
_LIST = (
    _key("list-next", "j,down", "step(1)", "Next", "go to the next of the list"),
    _key("list-previous", "k,up", "step(-1)", "Previous", "go to the one before"),
    _key("list-first", "g,home", "edge(-1)", "First", "go to the first of the list"),
    _key("list-last", "G,end", "edge(1)", "Last", "go to the last of the list"),
)
_DETAIL = _key(
    "detail", "enter", "detail", "Detail", "show all versions, and why they were matched", footer=True
)
_COPY_VERSIONS = _key(
    "copy-versions",
    "Y",
    "copy_versions",
    "Copy all versions",
    "copy what every outlet says of it, with sources",
)
_TAGS = _key("tags", "t", "tags", "Tags", "give its note tags; they need no text")
_UNDO = _key("undo", "u,ctrl+z", "undo", "Undo", "take back the last change: a note, a correction")
_REDO = _key("redo", "ctrl+y", "redo", "Redo", "do again what was taken back")
_LINK = _key("link", "L", "link", "Link", "begin a link here, or end it: both say the same")
_JUDGE = (
    _key(
        "judge-links",
        "U",
        "counterparts",
        "Judge links",
        "confirm a counterpart or take the link away",
    ),
    _key(
        "judge-only-here",
        "O",
        "judge_only_here",
        "Judge only here",
        "say that this is only here, or that it is not",
    ),
    _key(
        "corrections",
        "C",
        "corrections",
        "Corrections",
        "list your corrections: go to one, take it back",
    ),
)
_NOTE = _key(
    "note",
    "a",
    "note",
    "Note",
    "write or change a note: marked words, a sentence",
    footer=True,
)
_NOTES_AND_MARKS = (
    _key(
        "note-elsewhere",
        "A",
        "note_elsewhere",
        "Note elsewhere",
        "write a note on the passage, article or story",
    ),
    _TAGS,
    _key("mark-reviewed", "r", "note_mark('reviewed')", "Reviewed", "mark it as reviewed, or no longer"),
    _key(
        "mark-question",
        "exclamation_mark",
        "note_mark('question')",
        "Question",
        "mark it as a question, or no longer",
    ),
    _key(
        "mark-quote",
        "quotation_mark",
        "note_mark('quote')",
        "Quote this",
        "mark it to be quoted, or no longer",
    ),
    _key("notes", "i", "notes", "Notes", "list all notes: go to one, change or delete it"),
)
_TAKE_ALONG = (
    _key(
        "open",
        "o",
        "open",
        "Open",
        "open the article's address, or its file's folder",
    ),
    _key("export", "e", "export", "Export", "export as HTML page, Markdown, CSV and others"),
    _key("save", "s", "save", "Save", "save texts, findings and notes in one file", footer=True),
)
_VIEWS = (
    _key(
        "view",
        "v",
        "view(1)",
        "View",
        "go to the next view: columns, rows, lists",
        footer=True,
    ),
    _key("previous-view", "V", "view(-1)", "Previous view", "go to the view before"),
    _key(
        "view-columns",
        "f2",
        "open_view('COLUMNS')",
        "Columns",
        "show the outlets side by side, in their order",
    ),
    _key(
        "view-aligned",
        "f3",
        "open_view('ALIGNED')",
        "Aligned",
        "show aligned rows in the order of this outlet",
    ),
    _key(
        "view-only-here",
        "f4",
        "open_view('ONLY_HERE')",
        "List of only here",
        "list what only one outlet has",
    ),
    _key(
        "view-left-out",
        "f5",
        "open_view('LEFT_OUT')",
        "Left out",
        "list what others have and an outlet has not",
    ),
    _key(
        "view-overview",
        "f6",
        "open_view('OVERVIEW')",
        "Overview",
        "show a mark per sentence, who shares how much",
    ),
)

APP = Keys(
    "Everywhere",
    {
        "Everywhere": [
            _key(
                "palette",
                "ctrl+p",
                "command_palette",
                "Commands",
                "find all commands by name, outlets, themes",
            ),
        ]
    },
)

READER = Keys(
    "Reader",
    {
        "Move": [
            _key(
                "next-sentence",
                "j,down",
                "move(1)",
                "Next sentence",
                "go to the next sentence of this outlet",
            ),
            _key("previous-sentence", "k,up", "move(-1)", "Previous sentence", "go to the sentence before"),
            _key(
                "next-outlet",
                "l,right,tab",
                "outlet(1)",
                "Next outlet",
                "go to the same, or what is beside, an outlet on",
            ),
            _key(
                "previous-outlet",
                "h,left,shift+tab",
                "outlet(-1)",
                "Previous outlet",
                "go to the same, one outlet back",
            ),
            *_PAGES,
            _key(
                "first-sentence", "g,home", "edge(-1)", "First sentence", "go to the outlet's first sentence"
            ),
            _key("last-sentence", "G,end", "edge(1)", "Last sentence", "go to the outlet's last sentence"),
        ],
        "Find": [
            _key(
                "only-here",
                "n",
                "only_here(1)",
                "Only here",
                "go to the next sentence that only one outlet has",
                footer=True,
            ),
            _key(
                "previous-only-here",
                "N",
                "only_here(-1)",
                "Previous only here",
                "go to the one before that only one outlet has",
            ),
            _key(
                "counterpart",
                "right_square_bracket",
                "counterpart(1)",
                "Counterpart",
                "go round all counterparts and back",
            ),
            _key(
                "previous-counterpart",
                "left_square_bracket",
                "counterpart(-1)",
                "Previous counterpart",
                "go round the counterparts the other way",
            ),
            _key(
                "difference",
                "d",
                "difference(1)",
                "Differ",
                "go to the next figure, day or quote that differs",
                footer=True,
            ),
            _key(
                "previous-difference",
                "D",
                "difference(-1)",
                "Previous difference",
                "go to the one before that differs",
            ),
            _key("search", "slash", "search", "Find", "find words in all outlets on the screen", footer=True),
            _key("filter", "f", "filter", "Filter", "show only sentences of some kinds"),
            _key("clear-filter", "F", "clear_filter", "Clear the filter", "show all sentences again"),
        ],
        "Look": [
            _DETAIL,
            *_VIEWS,
            _key(
                "row-order",
                "R",
                "row_order",
                "Row order",
                "order rows: an outlet's, by coverage, how early",
            ),
            _key("solo", "z", "solo", "Solo", "show this outlet alone, or all shown before"),
            _key(
                "move-left",
                "left_curly_bracket",
                "move_outlet(-1)",
                "Move left",
                "move this outlet's column to the left",
            ),
            _key(
                "move-right",
                "right_curly_bracket",
                "move_outlet(1)",
                "Move right",
                "move this outlet's column to the right",
            ),
            _key("narrower", "less_than_sign", "widen(-1)", "Narrower", "make this outlet's column narrower"),
            _key("wider", "greater_than_sign", "widen(1)", "Wider", "make this outlet's column wider"),
            _key(
                "widths",
                "equals_sign",
                "widths",
                "Widths",
                "make columns equally wide, or by article length",
            ),
            *(
                _key(
                    f"outlet-{number}",
                    str(number),
                    f"toggle_outlet({number})",
                    f"Outlet {number}",
                    f"show or hide outlet {number}",
                )
                for number in range(1, 10)
            ),
        ],
        "Correct": [_LINK, *_JUDGE],
        "Note": [_NOTE, *_NOTES_AND_MARKS],
        "Keep": [
            _UNDO,
            _REDO,
            _key(
                "mark",
                "m",
                "mark",
                "Mark",
                "mark from here on; j k h l move its end, m turns",
            ),
            _key("copy", "y", "copy", "Copy", "copy the marked words or sentence, with source"),
            _COPY_VERSIONS,
            _key(
                "copy-words", "ctrl+c", "copy_text", "Copy words", "copy what is marked, without its source"
            ),
            *_TAKE_ALONG,
            _key("notices", "w", "notices", "What could not be read", "show what could not be read, and why"),
            _key(
                "give-up",
                "escape",
                "give_up",
                "Give up",
                "give up what is marked, a link begun, comparing",
            ),
            _HELP,
            _key(
                "quit",
                "q",
                "app.quit",
                "Quit",
                "quit newsdiff; asks first if notes are unsaved",
                footer=True,
            ),
        ],
    },
    signs=True,
)

SEARCH = Keys(
    "Searching",
    {
        "Searching": [
            _key("search-next", "down", "step(1)", "Next hit", "go to the next hit; enter too"),
            _key("search-previous", "up", "step(-1)", "Previous hit", "go to the hit before"),
            _key(
                "search-exact-or-fuzzy",
                "tab",
                "change_way",
                "Exact or fuzzy",
                "find slips and other endings too, or no longer",
            ),
            _key(
                "search-earlier", "ctrl+r", "recall", "Earlier search", "take the words of the search before"
            ),
            _key("search-close", "escape", "close", "Close", "go back to reading, where the hit is"),
        ]
    },
    typing=True,
)

PAGE = Keys(
    "Lists and overview",
    {
        "Move": [
            _key("page-next", "j", "move(1)", "Next", "go to the next one", footer=True),
            _key("page-previous", "k", "move(-1)", "Previous", "go to the one before"),
            _key("page-below", "down", "up_or_down(1)", "Down", "go one down"),
            _key("page-above", "up", "up_or_down(-1)", "Up", "go one up"),
            _key("page-next-outlet", "l", "outlet(1)", "Outlet", "go on to the next outlet", footer=True),
            _key(
                "page-previous-outlet", "h", "outlet(-1)", "Previous outlet", "go back to the outlet before"
            ),
            _key(
                "page-right",
                "right",
                "aside(1)",
                "Right",
                "go right: to a mark, or to the next outlet",
            ),
            _key(
                "page-left",
                "left",
                "aside(-1)",
                "Left",
                "go left: to a mark, or to the outlet before",
            ),
            *_PAGES,
            _key(
                "page-first",
                "g,home",
                "edge(-1)",
                "First",
                "go to the first of the list, or of the marks",
            ),
            _key("page-last", "G,end", "edge(1)", "Last", "go to the last of them"),
        ],
        "Look": [
            _DETAIL,
            *_VIEWS,
            _key(
                "page-back",
                "escape",
                "back",
                "Columns",
                "go back to the columns, to this sentence",
                footer=True,
            ),
        ],
        "Correct": [
            replace(_LINK, tooltip="begin a link, to be ended in the columns"),
            *_JUDGE,
        ],
        "Note": [replace(_NOTE, tooltip="write or change a note on the sentence"), *_NOTES_AND_MARKS],
        "Keep": [
            _UNDO,
            _REDO,
            _key(
                "copy", "y", "copy", "Copy", "copy the sentence as a quotation with its source", footer=True
            ),
            _COPY_VERSIONS,
            *(replace(each, show=False) for each in _TAKE_ALONG),
            _HELP,
            _key("quit", "q", "app.quit", "Quit", "quit newsdiff; asks first if notes are unsaved"),
        ],
    },
)

DETAIL = Keys(
    "Detail",
    {
        "Move": [
            _key(
                "detail-next-sentence",
                "j,shift+down",
                "sentence(1)",
                "Sentence",
                "go to the next sentence of the same outlet",
                footer=True,
                shown="j k",
            ),
            _key(
                "detail-previous-sentence",
                "k,shift+up",
                "sentence(-1)",
                "Previous sentence",
                "go to the sentence before",
            ),
            _key(
                "detail-next-outlet",
                "l,right",
                "outlet(1)",
                "Outlet",
                "go to the next outlet's version",
                footer=True,
                shown="h l",
            ),
            _key(
                "detail-previous-outlet",
                "h,left",
                "outlet(-1)",
                "Previous outlet",
                "go to the version before",
            ),
            _key(
                "detail-scroll-down",
                "down,ctrl+e",
                "scroll(1)",
                "Scroll",
                "scroll a line further",
                footer=True,
                shown="↑ ↓",
            ),
            _key("detail-scroll-up", "up,ctrl+y", "scroll(-1)", "Scroll up", "scroll a line back"),
            *_PAGES,
            *_ENDS,
        ],
        "Keep": [
            _key("copy", "y", "copy", "Copy all", "copy all versions with their sources", footer=True),
            _HELP,
            _key(
                "detail-back",
                "escape,enter,q",
                "back",
                "Back",
                "go back to the columns, to this sentence",
                footer=True,
            ),
        ],
    },
    signs=True,
)

START = Keys(
    "Start",
    {
        "Start": [
            *_LIST,
            _key("start-open", "enter", "open", "Open", "open it for reading", footer=True),
            _key(
                "start-library",
                "slash,l",
                "library",
                "Library",
                "list all notebooks, and search them",
                footer=True,
            ),
            _key("start-discard", "d", "discard", "Discard notes", "remove notes left behind", footer=True),
            _HELP,
            _key("start-quit", "q,escape", "app.quit", "Quit", "quit newsdiff", footer=True),
        ]
    },
)

LIBRARY = Keys(
    "Library",
    {
        "Library": [
            *_LIST,
            _key(
                "library-search",
                "slash",
                "search",
                "Search",
                "search for words in articles and notes",
                footer=True,
            ),
            _key("library-open", "enter", "open", "Open", "open it for reading", footer=True),
            _key("library-rename", "r", "rename", "Rename", "give it another title", footer=True),
            _key(
                "library-copy", "c", "duplicate", "Copy", "copy it: write it once more beside it", footer=True
            ),
            _key(
                "library-trash",
                "x,delete",
                "trash",
                "To the trash",
                "put it in the trash, after a question",
                footer=True,
            ),
            _HELP,
            _key(
                "library-back",
                "escape,q",
                "back",
                "Back",
                "go back to the list, then to the start",
                footer=True,
            ),
        ]
    },
)

_ANSWERS = (
    _key("question-previous", "h,left", "app.focus_previous", "Previous answer", "go to the answer before"),
    _key("question-next", "l,right", "app.focus_next", "Next answer", "go to the answer after"),
)

FILTER = Keys(
    "Filter",
    {
        "Filter": [
            _key("filter-take", "enter", "take", "Show them", "show only sentences that pass"),
            _key("filter-clear", "F", "clear", "Show all", "show all: no filter"),
            *_ANSWERS,
            _HELP,
            BACK,
        ]
    },
)

QUESTION = Keys(
    "A question",
    {
        "A question": [
            *_ANSWERS,
            _HELP,
            BACK,
        ]
    },
)

NOTE = Keys(
    "A note",
    {"A note": [_key("note-keep", "ctrl+s", "keep", "Keep", "keep the note"), _HELP, BACK]},
    typing=True,
)

LINE = Keys("A line of text", {"A line of text": [_HELP, BACK]}, typing=True)

EXPORT = Keys("Export", {"Export": [*_LIST, _HELP, BACK]})

TEXT = Keys(
    "A text to read",
    {
        "A text to read": [
            _key("scroll-down", "j,down", "scroll(1)", "Down", "scroll a line further"),
            _key("scroll-up", "k,up", "scroll(-1)", "Up", "scroll a line back"),
            *_PAGES,
            *_ENDS,
            _key("close", "q,enter,w,question_mark,f1", "back", "Close", "close it"),
            BACK,
        ]
    },
)

COUNTERPARTS = Keys(
    "Counterparts",
    {
        "Counterparts": [
            *_LIST,
            _key(
                "judge-same",
                "y,enter",
                f"judge('{Verdict.SAME}')",
                "The same",
                "say that both are the same",
                priority=True,
            ),
            _key(
                "judge-different",
                "n,U,delete",
                f"judge('{Verdict.DIFFERENT}')",
                "Not the same",
                "say that they are not: the link is taken away",
            ),
            _HELP,
            LIST_BACK,
        ]
    },
)

NOTES = Keys(
    "Notes",
    {
        "Notes": [
            *_LIST,
            _key("notes-edit", "e", "edit", "Edit", "change its text"),
            _TAGS,
            _key("notes-delete", "x,delete", "delete", "Delete", "delete it; it can be brought back"),
            _UNDO,
            _key("notes-filter", "slash", "filter('')", "Filter", "show only notes with certain words"),
            _key(
                "notes-filter-tag",
                "number_sign",
                "filter('#')",
                "Filter by tag",
                "show only notes with a tag",
            ),
            _HELP,
            _key("notes-close", "i", "back", "Close", "close the list"),
            LIST_BACK,
        ]
    },
)

WHICH_NOTE = Keys("Which note", {"Which note": [*_LIST, _HELP, LIST_BACK]})

CORRECTIONS = Keys(
    "Corrections",
    {
        "Corrections": [
            *_LIST,
            _key("take-back", "x,delete", "take_back", "Take back", "take it back, as if it had never been"),
            _HELP,
            _key("corrections-close", "C", "back", "Close", "close the list"),
            LIST_BACK,
        ]
    },
)

SCREENS = (
    APP,
    READER,
    SEARCH,
    PAGE,
    DETAIL,
    START,
    QUESTION,
    NOTE,
    LINE,
    FILTER,
    LIBRARY,
    EXPORT,
    TEXT,
    COUNTERPARTS,
    CORRECTIONS,
    NOTES,
    WHICH_NOTE,
)
"""The keys of all screens; an id stands in several only where it is one command, with one action."""

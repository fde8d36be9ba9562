"""Bad input, end to end: a clear sentence, the right exit code, and nothing that a terminal obeys.

No source here is what a person would want to read; the other sources are read all the same.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from markdown_it import MarkdownIt

from newsdiff.core import store
from newsdiff.core.article import SentenceRef
from newsdiff.core.notebook import Notebook
from newsdiff.core.report import FORMATS
from newsdiff.tui.cli import main

_CONTROLS = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)

GAZETTE = (
    "The bridge over the Arno closed on Monday after engineers found a crack in the third arch. "
    "Shopkeepers on the left bank fear for their trade.\n"
)
HERALD = (
    "Engineers found a crack in an arch, and on Monday the bridge over the Arno closed. "
    "A ferry will run from Friday.\n"
)


class Ended(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


Report = Callable[..., Ended]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with two good articles."""
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "gazette.txt").write_text(GAZETTE)
    (folder / "herald.txt").write_text(HERALD)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def report(folder: Path, capsys: pytest.CaptureFixture[str]) -> Report:
    """Run `newsdiff report`, and see to what holds for every input."""

    def report(*words: str) -> Ended:
        before = _content(folder)
        try:
            code = main(["report", *words])
        except SystemExit as end:
            code = int(end.code or 0)
        ended = Ended(code, *capsys.readouterr())
        assert _content(folder) == before
        for stream in (ended.out, ended.err):
            assert not _CONTROLS.search(stream.replace("\r\n", "\n"))  # CSV ends its lines so
            assert "Traceback" not in stream
        assert all(line.startswith("newsdiff: ") for line in ended.err.splitlines())
        assert "should not" not in ended.err
        return ended

    return report


def _content(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _articles(ended: Ended) -> list[str]:
    return [article["outlet"] for article in json.loads(ended.out)["articles"]]


# Sources that cannot be read


def _missing(path: Path) -> None:
    """There is nothing at `path`."""


def _folder_without_articles(path: Path) -> None:
    path.mkdir()
    (path / "photo.jpg").write_bytes(b"\xff\xd8\xff")


def _binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 40)


def _program(path: Path) -> None:
    path.write_bytes(b"\x7fELF\x02\x01\x01" + b"\0" * 500)


def _empty(path: Path) -> None:
    path.touch()


def _blank(path: Path) -> None:
    path.write_text(" \n\t\n\ufeff\u200b\n")


def _controls_only(path: Path) -> None:
    path.write_text("\x1b[2J\x1b]0;title\x07\x9b31m\u202e")


def _dangling_link(path: Path) -> None:
    path.symlink_to("nowhere-at-all")


def _link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def _newer_notebook(path: Path) -> None:
    path.write_text('{"format": "newsdiff-notebook", "version": 99, "claims": []}')


def _pipe(path: Path) -> None:
    os.mkfifo(path)


_UNREADABLE = [
    _missing,
    _folder_without_articles,
    _binary,
    _program,
    _empty,
    _blank,
    _controls_only,
    _dangling_link,
    _link_to_itself,
    _pipe,
]


@pytest.mark.parametrize("make", _UNREADABLE)
def test_the_others_are_read_beside_what_cannot_be(
    report: Report, folder: Path, make: Callable[[Path], None]
) -> None:
    make(folder / "bad.txt")
    ended = report("gazette.txt", "bad.txt", "herald.txt", "--format", "json")
    assert ended.code == 1
    assert re.fullmatch(r"newsdiff: bad\.txt: [^\n]{5,}\n", ended.err)
    assert _articles(ended) == ["Gazette", "Herald"]


@pytest.mark.parametrize("make", _UNREADABLE)
def test_alone_it_leaves_nothing_to_report(
    report: Report, folder: Path, make: Callable[[Path], None]
) -> None:
    make(folder / "bad.txt")
    ended = report("bad.txt")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith("newsdiff: bad.txt: ")


@pytest.mark.parametrize(
    "source",
    [
        "\x1b]0;owned\x07.txt",
        "a\x1b[31mb.txt",
        "a\nb.txt",
        "caf\udce9.txt",
        "\u202etxt.evil",
        "a\0b",
        "x" * 5000,
        "http://",
        "https://[",
        "http://127.0.0.1:1/nothing",
        "https://exa mple.org/\x1b[2J",
        "ftp://example.org/a.txt",
        "file:///etc/passwd",
    ],
)
def test_no_name_of_a_source_reaches_the_terminal_as_a_command(report: Report, source: str) -> None:
    ended = report("gazette.txt", "herald.txt", source, "--format", "json")
    assert ended.code == 1
    assert ended.err.count("\n") == 1
    assert _articles(ended) == ["Gazette", "Herald"]


def test_a_file_with_a_hostile_name_is_read(report: Report, folder: Path) -> None:
    (folder / "evil\x1b[2J\n[red]<b>`x`.txt").write_text(HERALD)
    for form in FORMATS:
        ended = report(".", "--format", form)
        assert ended.code == 0
        assert "ferry" in ended.out


# Notebooks


def test_a_newer_notebook_is_refused(report: Report, folder: Path) -> None:
    _newer_notebook(folder / "a.newsdiff.json")
    ended = report("a.newsdiff.json")
    assert (ended.code, ended.out) == (1, "")
    assert "newer newsdiff" in ended.err
    assert "upgrade" in ended.err


def test_a_notebook_of_any_name_is_known(report: Report, folder: Path) -> None:
    _newer_notebook(folder / "notes.txt")
    assert "newer newsdiff" in report("notes.txt").err


@pytest.mark.parametrize("share", [0.0, 0.01, 0.3, 0.6, 0.999])
def test_a_truncated_notebook_is_refused(
    report: Report, folder: Path, notebook: Notebook, share: float
) -> None:
    path = folder / "a.newsdiff.json"
    store.save(notebook, path, replace=False)
    data = path.read_bytes().rstrip()
    path.write_bytes(data[: int(len(data) * share)])
    ended = report("a.newsdiff.json")
    assert (ended.code, ended.out) == (1, "")
    assert re.search("cut off|damaged|empty|not a newsdiff notebook", ended.err)


def test_a_notebook_beside_other_sources_is_wrong_usage(
    report: Report, folder: Path, notebook: Notebook
) -> None:
    store.save(notebook, folder / "a.newsdiff.json", replace=False)
    ended = report("a.newsdiff.json", "gazette.txt")
    assert (ended.code, ended.out) == (2, "")
    assert "opened alone" in ended.err


@pytest.mark.parametrize("form", FORMATS)
def test_notes_are_text_too(report: Report, folder: Path, notebook: Notebook, form: str) -> None:
    path = folder / "a.newsdiff.json"
    store.save(notebook.with_note(SentenceRef(0, 0), "\x1b[2J\u202eLook [here](x) <b>"), path, replace=False)
    ended = report("a.newsdiff.json", "--format", form)
    assert ended.code == 0
    assert "Look" in ended.out


# Sources that can be read, but are odd


def test_one_single_article(report: Report) -> None:
    ended = report("gazette.txt")
    assert ended.code == 0
    assert "nothing to compare with" in ended.err
    assert "Shopkeepers on the left bank" in ended.out


def test_two_articles_of_one_outlet(report: Report, folder: Path) -> None:
    for name in ("one.md", "two.md"):
        (folder / name).write_text(f"---\noutlet: Gazette\ntitle: {name}\n---\n\n{GAZETTE}")
    ended = report("one.md", "two.md", "--format", "json")
    assert ended.code == 0
    assert "one outlet, Gazette" in ended.err
    assert json.loads(ended.out)["links"] == []
    ended = report("one.md", "two.md", "herald.txt", "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    links = json.loads(ended.out)["links"]
    assert links
    assert all({link["a"][0], link["b"][0]} & {"herald"} for link in links)


def test_one_file_twice_is_one_article(report: Report) -> None:
    ended = report("gazette.txt", "./gazette.txt", "herald.txt", "--format", "json")
    assert ended.code == 0
    assert _articles(ended) == ["Gazette", "Herald"]


def test_forty_articles(report: Report, folder: Path) -> None:
    many = folder / "many"
    many.mkdir()
    for number in range(40):
        own = f"Reader number {number} of the {number * 7} paper wrote about {chr(97 + number % 26) * 6}.\n"
        (many / f"outlet-{number:02}.txt").write_text((GAZETTE if number % 2 else HERALD) + own)
    for form in FORMATS:
        assert report("many", "--format", form).code == 0
    assert len(_articles(report("many", "--format", "json"))) == 40


@pytest.mark.parametrize(
    "text",
    [
        "the bridge closed on monday and nobody says why",
        "x" * 3000,
        "…",
        "!!!???",
        "橋は月曜日に閉鎖された",
        "الجسر مغلق منذ يوم الاثنين",
        "Z̸̡̢͔̗͂͆a" + "\u0301" * 500 + "lgo",
        "👩‍👩‍👧‍👦 🏳️‍🌈 ☎️ closed the bridge.",
        ". . . .",
        "a\tb\x0bc\x0cd\x85e\u2028f",
    ],
    ids=["lower", "long", "dots", "marks", "cjk", "arabic", "zalgo", "emoji", "points", "ends"],
)
def test_a_text_without_the_end_of_a_sentence(report: Report, folder: Path, text: str) -> None:
    (folder / "odd.txt").write_text(text, encoding="utf-8")
    for form in FORMATS:
        ended = report("gazette.txt", "odd.txt", "herald.txt", "--format", form)
        assert ended.code in (0, 1)
        assert ended.code == (1 if "odd.txt:" in ended.err else 0)
        assert "ferry" in ended.out


@pytest.mark.parametrize(
    "unit",
    ["The bridge over the Arno closed" + " and closed again" * 40 + ". ", "word ", "x"],
    ids=["sentences", "words", "letters"],
)
def test_five_megabytes_on_one_line(report: Report, folder: Path, unit: str) -> None:
    (folder / "long.txt").write_text(unit * (5_000_000 // len(unit)))
    ended = report("gazette.txt", "long.txt", "herald.txt", "--format", "json")
    assert ended.code in (0, 1)
    assert "Gazette" in _articles(ended)


_EVIL = (
    "\x1b]0;owned\x07\x1b[2J\x1b[31mThe bridge\x1b[0m over the Arno closed on Monday. "
    "\x9b5mEngineers\x90q\x9c found \u202ea crack\u202c in\u2066 the\u2069 third\x07 arch\x08\x7f. "
    "[red]Shopkeepers[/] say [/nothing] [link=file:///etc/passwd]here[/link] and <script>alert(1)</script>. "
    "[Click](javascript:alert(1)) ![](https://example.org/pixel.png) https://example.org/ `code` **bold**."
)


_EVIL_HEAD = f"---\noutlet: \"[red]Evil[/] <b>{chr(0x202E)}Post\"\ntitle: '`A` [title](x) <i>'\n---\n\n"


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("evil.txt", _EVIL),
        ("evil.txt", _EVIL_HEAD + _EVIL),
        ("evil.md", _EVIL_HEAD + _EVIL),
        ("evil.html", f"<html><head><title>x</title></head><body><p>{_EVIL}</p></body></html>"),
    ],
    ids=["text", "text with a head", "markdown", "html"],
)
def test_escapes_markup_and_directions_stay_text(
    report: Report, folder: Path, name: str, content: str, form: str
) -> None:
    (folder / name).write_text(content)
    ended = report("gazette.txt", name, "--format", form)
    assert ended.code == 0
    assert "closed on Monday" in ended.out
    # What reads HTML drops the first byte of a sequence by itself; the rest is then harmless text.
    assert name == "evil.html" or "owned" not in ended.out
    if form == "markdown":
        tokens = MarkdownIt("gfm-like").parse(ended.out)
        types = {child.type for token in tokens for child in token.children or ()}
        assert types <= {"text", "strong_open", "strong_close", "softbreak", "hardbreak"}
        assert "html_block" not in {token.type for token in tokens}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_no_encoding_and_no_line_end_is_a_reason_to_fail(
    report: Report, folder: Path, encoding: str, end: str
) -> None:
    text = f"“Closed”, said the mayor of the café.{end}{end}The bridge over the Arno closed on Monday.{end}"
    (folder / "odd.txt").write_bytes(text.encode(encoding))
    ended = report("gazette.txt", "odd.txt", "herald.txt", "--format", "json")
    assert ended.code == 0
    assert "“Closed”, said the mayor of the café." in json.loads(ended.out)["articles"][1]["text"]


@pytest.mark.parametrize(
    "head",
    [
        "---\n- a\n- list\n---\n",
        "---\noutlet: [1, 2\n---\n",
        "---\noutlet: !!python/object/apply:os.system ['true']\n---\n",
        "---\na: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]\noutlet: *c\n---\n",
        "---\npublished: 2025-99-99\noutlet: 3\ntitle: null\n---\n",
        "---\noutlet: Never closed\n\n",
        "---\n---\n",
    ],
    ids=["list", "broken", "object", "aliases", "wrong types", "open", "empty"],
)
def test_a_broken_head_does_not_lose_the_text(report: Report, folder: Path, head: str) -> None:
    (folder / "odd.md").write_text(head + HERALD)
    ended = report("gazette.txt", "odd.md", "--format", "json")
    assert ended.code == 0
    assert "A ferry will run from Friday." in json.loads(ended.out)["articles"][1]["text"]


def test_an_empty_word_is_no_source(report: Report) -> None:
    ended = report("gazette.txt", "", "herald.txt")
    assert (ended.code, ended.out) == (2, "")
    assert "empty" in ended.err


@pytest.mark.parametrize("output", ["gazette.txt", ".", "no/x", "a.newsdiff.json"])
def test_no_output_overwrites_anything(report: Report, output: str) -> None:
    assert report("gazette.txt", "herald.txt", "-o", output).code in (1, 2)

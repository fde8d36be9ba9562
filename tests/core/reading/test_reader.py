"""Whatever a source is, it becomes articles or a problem in words."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.core.reading import file as file_module
from newsdiff.core.reading import read

BODY = "The bridge closed on Monday. Nobody was hurt.\n\nA ferry runs from Friday."


def write(folder: Path, name: str, content: str | bytes = BODY) -> str:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


def reason(source: str) -> str:
    """Return why the only source given could not be read."""
    reading = read([source])
    assert reading.articles == ()
    (problem,) = reading.problems
    return problem.reason


def test_a_plain_text(tmp_path: Path) -> None:
    source = write(tmp_path, "river_post.txt")
    (article,) = read([source]).articles
    assert (article.id, article.outlet, article.title, article.source) == (
        "river-post",
        "River Post",
        "",
        source,
    )
    assert article.text == BODY
    assert [article.sentence_text(index) for index in range(3)] == [
        "The bridge closed on Monday.",
        "Nobody was hurt.",
        "A ferry runs from Friday.",
    ]


def test_a_head_names_the_article(tmp_path: Path) -> None:
    head = (
        "---\ntitle: 'Bridge: it\x1b[31m closes'\noutlet: River Post\nbyline: A. Rossi\n"
        "published: 2025-08-30\nurl: https://post.example/1\n---\n\n"
    )
    (article,) = read([write(tmp_path, "a.txt", head + BODY)]).articles
    assert (article.title, article.outlet, article.byline) == ("Bridge: it closes", "River Post", "A. Rossi")
    assert (article.published, article.url) == ("2025-08-30", "https://post.example/1")
    assert article.text == BODY


def test_a_headline_that_is_only_guessed_stays_in_the_text(tmp_path: Path) -> None:
    (article,) = read([write(tmp_path, "a.txt", "Old bridge closes\n\n" + BODY)]).articles
    assert article.title == "Old bridge closes"
    assert article.sentence_text(0) == "Old bridge closes"


def test_markdown_and_pages_are_read_by_their_ending_or_beginning(tmp_path: Path) -> None:
    page = f"<!doctype html><html><body><article><p>{BODY}</p></article></body></html>"
    reading = read(
        [
            write(tmp_path, "a.md", f"# Bridge closes\n\n{BODY} See [the map](https://x.example)."),
            write(tmp_path, "b.txt", page),
            write(tmp_path, "c.strange"),
        ]
    )
    markdown, html, plain = reading.articles
    assert (markdown.title, markdown.text) == ("Bridge closes", f"{BODY} See the map.")
    assert "<" not in html.text
    assert html.text.startswith("The bridge closed on Monday.")
    assert plain.text == BODY


def test_standard_input() -> None:
    (article,) = read(["-"], stdin=io.BytesIO(BODY.encode())).articles
    assert (article.id, article.outlet, article.source) == ("standard-input", "Standard Input", "-")
    assert article.text == BODY


@pytest.mark.parametrize(
    "data",
    [
        BODY.encode("utf-8-sig"),
        BODY.encode("utf-16"),
        BODY.replace("\n", "\r\n").encode(),
        BODY.replace("\n", "\r").encode("utf-16-le"),
    ],
    ids=["bom", "utf-16", "crlf", "utf-16 without bom"],
)
def test_encodings_give_the_same_text(tmp_path: Path, data: bytes) -> None:
    (article,) = read([write(tmp_path, "a.txt", data)]).articles
    assert article.text == BODY


def test_ids_are_unique_and_plain(tmp_path: Path) -> None:
    names = ["Ärger & Co.txt", "post.txt", "post.text", "post-2.txt", "新闻.txt", "x" * 90 + ".txt"]
    articles = read([write(tmp_path, name) for name in names]).articles
    ids = [article.id for article in articles]
    assert ids[:5] == ["arger-co", "post", "post-2", "post-2-2", "article"]
    assert all(re.fullmatch(r"[a-z0-9-]{1,40}", identity) for identity in ids)


def test_a_folder_is_its_article_files(tmp_path: Path) -> None:
    for name in ["b.txt", "a.md", "README.md", ".hidden.txt", "gold.json", "story.newsdiff.json", "c.png"]:
        write(tmp_path, name)
    (tmp_path / "deeper.txt").mkdir()
    write(tmp_path / "deeper.txt", "d.txt")
    told: list[str] = []
    reading = read([str(tmp_path)], progress=told.append)
    assert [article.source for article in reading.articles] == [
        str(tmp_path / "a.md"),
        str(tmp_path / "b.txt"),
    ]
    assert told == [str(tmp_path / "a.md"), str(tmp_path / "b.txt")]
    assert reading.problems == ()


def test_a_folder_without_articles_says_what_counts(tmp_path: Path) -> None:
    write(tmp_path, "notes.docx")
    assert ".txt, .text, .md" in reason(str(tmp_path))


def test_the_same_file_is_read_once(tmp_path: Path) -> None:
    source = write(tmp_path, "a.txt")
    (tmp_path / "link.txt").symlink_to(source)
    reading = read([source, str(tmp_path / "." / "a.txt"), str(tmp_path)])
    assert [article.source for article in reading.articles] == [source]
    assert reading.problems == ()


def test_what_is_given_twice_is_told(tmp_path: Path) -> None:
    source = write(tmp_path, "a.txt")
    write(tmp_path, "b.txt", "Another text. It says something else.")
    assert read([source, source]).notices == (f"{source}: given twice, read once",)
    notices = read([str(tmp_path), source, str(tmp_path / "." / "a.txt")]).notices
    assert notices == (f"{source}: given 3 times, read once",)
    assert read([str(tmp_path)]).notices == ()


def test_outlets_with_one_text_are_told(tmp_path: Path) -> None:
    body = " ".join(f"Sentence number {number} says a thing." for number in range(10))
    sources = [
        write(tmp_path, "gazette.txt", body),
        write(tmp_path, "herald.txt", body.upper() + " One more."),
        write(tmp_path, "wire.txt", body.replace("Sentence", "Phrase")),
        write(tmp_path, "post.txt", "---\noutlet: Gazette\n---\n" + body),
    ]
    assert read(sources).notices == (
        "Gazette and Herald are nearly the same text: they will confirm each other",
        "Herald and Gazette are nearly the same text: they will confirm each other",
    )


@pytest.mark.parametrize("source", ["", "  "])
def test_an_empty_name_is_a_problem(source: str) -> None:
    assert [str(problem) for problem in read([source]).problems] == ['"": an empty name is no source']


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("gold.json", "[1, 2]", "data (JSON)"),
        ("claims.txt", '\n[{"claim": 1}]', "data (JSON)"),
        ("cut.txt", '{\n "claim": [', "data (JSON)"),
        ("table.CSV", "a,b\n1,2\n", "data (CSV)"),
        ("feed.txt", '<?xml version="1.0"?><rss></rss>', "data (XML)"),
        ("feed.xml", "<a>text</a>", "data (XML)"),
        ("reader.py", '"""A module."""\n', "source code"),
        ("run", "#!/bin/sh\necho Hello.\n", "source code"),
    ],
)
def test_data_is_no_article(tmp_path: Path, name: str, content: str, what: str) -> None:
    assert reason(write(tmp_path, name, content)) == f"looks like {what}, not an article"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", "[Editor’s note] The bridge closed."),
        ("a.txt", '{"Closed"} was all the sign said.'),
        ("a.txt", "# The bridge\n\nIt closed."),
        ("a.news", "The bridge closed."),
        ("no-ending", "The bridge closed."),
        ("a.xhtml", f'<?xml version="1.0"?>\n<html><body><article><p>{BODY * 5}</p></article></body></html>'),
    ],
)
def test_what_only_resembles_data_is_read(tmp_path: Path, name: str, content: str) -> None:
    assert len(read([write(tmp_path, name, content)]).articles) == 1


def test_a_missing_part_is_a_problem_of_its_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "markdown_it", None)
    reading = read([write(tmp_path, "a.md"), write(tmp_path, "b.txt")])
    assert [article.id for article in reading.articles] == ["b"]
    assert [problem.reason for problem in reading.problems] == [
        "a part of newsdiff is missing (markdown_it): install newsdiff again"
    ]


def test_a_bad_source_does_not_stop_the_others(tmp_path: Path) -> None:
    good = write(tmp_path, "good.txt")
    reading = read([str(tmp_path / "missing.txt"), good, str(tmp_path / "gone")])
    assert [article.source for article in reading.articles] == [good]
    assert [problem.source for problem in reading.problems] == [
        str(tmp_path / "missing.txt"),
        str(tmp_path / "gone"),
    ]
    assert str(reading.problems[0]) == f"{tmp_path / 'missing.txt'}: there is no such file or folder"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.pdf", b"%PDF-1.7\n...", "PDF document: save it as text or HTML first"),
        ("a.docx", b"PK\x03\x04rest", "Word, OpenDocument or other zipped document: save it as text"),
        ("a.rtf", b"{\\rtf1 words}", "RTF document"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "picture"),
        ("a.txt", b"\x1f\x8b\x08rest", "compressed"),
        ("a.txt", b"\x7fELF\x00\x00\x01words", "binary file"),
        ("a.txt", bytes(range(1, 32)) * 9, "binary file"),
        ("a.txt", b"", "is empty"),
        ("a.txt", b"\r\n \t\n", "is empty"),
        ("a.txt", "\ufeff\u200b \u00ad\n...".encode(), "has no text"),
        ("a.txt", b"---\ntitle: Only a head\n---\n", "has no text"),
        ("a.html", b"<html><body></body></html>", "no article was found in the page"),
        ("a.newsdiff.json", b"{}", "saved notebook, and a notebook is opened alone"),
    ],
    ids=[
        "pdf",
        "docx",
        "rtf",
        "png",
        "gzip",
        "elf",
        "controls",
        "empty",
        "blank",
        "unseen",
        "head",
        "page",
        "notebook",
    ],
)
def test_what_is_no_article(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    assert words in reason(write(tmp_path, name, data))


def test_a_dangling_link(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert reason(str(tmp_path / "a.txt")) == "is a link to a file that is not there"
    assert reason(str(tmp_path)) == "is a link to a file that is not there"


def test_links_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert "symbolic links" in reason(str(tmp_path / "a.txt"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert "give - to read standard input" in reason(str(tmp_path / "a.txt"))


def test_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = write(tmp_path, "a.txt")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # the tests may run as root, to whom nothing is forbidden
    assert "permission denied" in reason(source)


def test_a_file_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_module, "LARGEST_FILE", 2_000_000)
    assert "larger than 2 MB" in reason(write(tmp_path, "a.txt", b"word " * 400_001))


@pytest.mark.parametrize(
    "source", ["", "no\0such", "x" * 5000, "ftp://x.example/a", "www.x.example", "~nobody/a"]
)
def test_names_that_no_file_can_have(source: str) -> None:
    assert reason(source)


def test_a_forgotten_scheme_is_told() -> None:
    assert "https://" in reason("www.x.example/story")
    assert "http and https" in reason("ftp://x.example/story")


def test_a_name_cannot_reach_the_terminal_as_a_command(tmp_path: Path) -> None:
    missing = str(tmp_path / "\x1b]0;owned\x07gone\n\u202e.txt")
    (problem,) = read([missing]).problems
    assert str(problem) == f"{tmp_path}/gone .txt: there is no such file or folder"
    (article,) = read([write(tmp_path, "\x1b[31mred\x1b[0m[b].txt")]).articles
    assert (article.source, article.outlet) == (f"{tmp_path}/red[b].txt", "Red[b]")


def test_hostile_text_is_only_text(tmp_path: Path) -> None:
    body = "\x1b[2J\x1b]52;c;aGk=\x07He said [red]no[/] to \u202eit. \x9b31mShe\u200b did not."
    (article,) = read([write(tmp_path, "a.txt", body)]).articles
    assert article.text == "He said [red]no[/] to it. She did not."
    assert len(article.sentences) == 2


def test_five_megabytes_on_one_line(tmp_path: Path) -> None:
    (article,) = read([write(tmp_path, "a.txt", b"word " * 1_000_000)]).articles
    assert len(article.text) == 4_999_999
    assert max(sentence.end - sentence.start for sentence in article.sentences) <= 2000


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    reading = read(["-"], stdin=io.BytesIO(data))
    assert len(reading.articles) + len(reading.problems) == 1


def test_what_progress_raises_passes_through(tmp_path: Path) -> None:
    def stop(_: str) -> None:
        raise KeyError("stop")

    with pytest.raises(KeyError):
        read([write(tmp_path, "a.txt")], progress=stop)


def test_plain_text_loads_nothing_heavy(tmp_path: Path) -> None:
    source = write(tmp_path, "a.txt", f'---\ntitle: Bridge: closes\noutlet: "Post"\n---\n{BODY}')
    heavy = "trafilatura markdown_it yaml lxml urllib.request pydantic numpy textual"
    code = (
        "import sys; from newsdiff.core.reading import read;"
        "assert read(sys.argv[1:2]).articles[0].outlet == 'Post';"
        "print(*set(sys.argv[2].split()) & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, source, heavy], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""

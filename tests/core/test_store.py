"""Notebooks on disk: nothing is lost, nothing broken gets in, nothing is overwritten."""

from __future__ import annotations

import errno
import json
import os
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsdiff.core import store
from newsdiff.core.article import Article, Sentence, SentenceRef, Span
from newsdiff.core.cleaning import clean, clean_line
from newsdiff.core.comparison import Comparison
from newsdiff.core.corrections import Verdict, correct
from newsdiff.core.errors import StoreError
from newsdiff.core.findings import Certainty, Evidence, EvidenceKind, Link, Nearest, OnlyHere, Passage
from newsdiff.core.notebook import NOTEBOOK_SUFFIX, Notebook, Place, View
from newsdiff.core.notes import WHOLE_STORY, Note, Target, described, on_sentences, on_words, tags_in


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "bridge.newsdiff.json"


# Any notebook at all

_CHANCE = st.floats(0, 1)
_CERTAINTY = st.sampled_from(Certainty)
_LINE = st.text(max_size=20).map(clean_line)
_WORDS = st.text(min_size=1, max_size=30).map(clean).filter(bool)


@st.composite
def _articles(draw: st.DrawFn) -> tuple[Article, ...]:
    articles = []
    for number in range(draw(st.integers(1, 4))):
        words = draw(st.lists(_WORDS, min_size=1, max_size=4))
        text, sentences = "", []
        for paragraph, sentence in enumerate(words):
            text += "\n\n" if text else ""
            sentences.append(Sentence(len(text), len(text) + len(sentence), paragraph))
            text += sentence
        # What is clean alone need not be clean beside its neighbours: marks join with what comes before.
        if clean(text) != text:
            text, sentences = "Plain.", [Sentence(0, 6, 0)]
        outlet = draw(_LINE) or "Outlet"
        articles.append(
            Article(f"a{number}", outlet, text, tuple(sentences), draw(_LINE), draw(_LINE), draw(_LINE))
        )
    return tuple(articles)


def _span(draw: st.DrawFn, articles: tuple[Article, ...], ref: SentenceRef) -> Span:
    where = articles[ref.article].sentences[ref.sentence]
    start = draw(st.integers(where.start, where.end - 1))
    return Span(start, draw(st.integers(start + 1, where.end)))


def _evidence(
    draw: st.DrawFn, articles: tuple[Article, ...], a: SentenceRef, b: SentenceRef
) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(
            draw(st.sampled_from(EvidenceKind)),
            _span(draw, articles, a),
            _span(draw, articles, b),
            draw(_CHANCE),
        )
        for _ in range(draw(st.integers(0, 2)))
    )


@st.composite
def _notebooks(draw: st.DrawFn) -> Notebook:
    articles = draw(_articles())
    refs = [SentenceRef(a, s) for a, article in enumerate(articles) for s in range(len(article.sentences))]
    pairs = [(a, b) for a in refs for b in refs if a < b and a.article != b.article]
    links = tuple(
        Link(a, b, draw(_CHANCE), draw(_CERTAINTY), _evidence(draw, articles, a, b), draw(st.booleans()))
        for a, b in pairs
        if draw(st.booleans())
    )
    passages = (Passage(1, pairs[0]),) if pairs and draw(st.booleans()) else ()
    only_here = []
    for ref in refs:
        if draw(st.booleans()):
            others = [other for other in refs if other.article != ref.article]
            nearest = None
            if others and draw(st.booleans()):
                other = draw(st.sampled_from(others))
                nearest = Nearest(other, draw(_CHANCE), _evidence(draw, articles, ref, other))
            span = _span(draw, articles, ref)
            own = draw(st.booleans())
            only_here.append(OnlyHere(ref, *span, draw(_CHANCE), draw(_CERTAINTY), nearest, own))
    notes = []
    for number in range(draw(st.integers(0, 2))):
        ref = draw(st.sampled_from(refs))
        article = articles[ref.article]
        target = draw(
            st.sampled_from(
                [
                    on_words(article, _span(draw, articles, ref)),
                    on_sentences(articles, sorted({ref, draw(st.sampled_from(refs))})),
                    Target(article=article.id),
                    WHOLE_STORY,
                ]
            )
        )
        text = draw(st.text(max_size=40).map(clean))
        tags = tags_in(draw(st.text(max_size=20)))
        notes.append(Note(f"n{number}", target, text, "2026-01-01", "2026-01-02", tags, draw(_LINE)))
    ids = [article.id for article in articles]
    hidden = frozenset(draw(st.lists(st.sampled_from(ids), max_size=len(ids) - 1)))
    order = draw(st.just(()) | st.permutations(ids).map(tuple))
    place = Place(draw(st.none() | st.sampled_from(refs)), draw(st.sampled_from(View)), hidden, order)
    corrections = [
        correct(articles, draw(st.sampled_from([Verdict.SAME, Verdict.DIFFERENT])), pair)
        for pair in pairs
        if draw(st.booleans())
    ]
    said = frozenset(draw(st.lists(st.sampled_from(refs), max_size=2)))
    corrections += [correct(articles, Verdict.REPORTED, [ref]) for ref in sorted(said)]
    comparison = Comparison(articles, links, passages, tuple(only_here), said)
    return Notebook(comparison, draw(_LINE), tuple(notes), tuple(corrections), place)


@given(_notebooks())
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_saved_is_loaded(tmp_path: Path, notebook: Notebook) -> None:
    path = tmp_path / "any.newsdiff.json"
    store.save(notebook, path, replace=True)
    loaded = store.load(path)
    assert loaded == notebook
    assert loaded.place == notebook.place


def test_a_file_begins_with_its_format_and_has_an_article_on_a_line(notebook: Notebook, path: Path) -> None:
    store.save(notebook, path, replace=False)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith('{"format": "newsdiff-notebook", "version": 2, ')
    assert sum('"outlet": ' in line for line in lines) == 3


# Writing


def test_nothing_is_overwritten_unless_asked(notebook: Notebook, path: Path) -> None:
    path.write_text("mine")
    with pytest.raises(FileExistsError):
        store.save(notebook, path, replace=False)
    assert path.read_text() == "mine"
    store.save(notebook, path, replace=True)
    assert store.load(path) == notebook


def test_what_another_program_wrote_is_not_overwritten(notebook: Notebook, path: Path) -> None:
    known = store.save(notebook, path, replace=False)
    assert store.fingerprint(path) == known
    known = store.save(notebook.with_note(SentenceRef(0, 0), "Mine."), path, replace=True, known=known)
    theirs = path.read_bytes().replace(b"Mine.", b"Your.")
    path.write_bytes(theirs)
    with pytest.raises(store.ChangedError, match="another program"):
        store.save(notebook, path, replace=True, known=known)
    assert path.read_bytes() == theirs


def test_a_new_time_of_change_is_no_change(notebook: Notebook, path: Path) -> None:
    known = store.save(notebook, path, replace=False)
    os.utime(path, (0, 0))
    assert store.save(notebook, path, replace=True, known=known) == known


def test_a_file_that_is_gone_is_written_anew(notebook: Notebook, path: Path) -> None:
    known = store.save(notebook, path, replace=False)
    path.unlink()
    store.save(notebook, path, replace=True, known=known)
    assert store.load(path) == notebook


def test_a_file_that_appears_at_the_last_moment_is_not_overwritten(
    notebook: Notebook, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fsync(handle: int) -> None:
        path.write_text("somebody else's")

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(FileExistsError):
        store.save(notebook, path, replace=False)
    assert path.read_text() == "somebody else's"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("taken", [False, True])
def test_without_hard_links_nothing_is_overwritten_either(
    notebook: Notebook, path: Path, monkeypatch: pytest.MonkeyPatch, taken: bool
) -> None:
    def link(source: Path, target: Path) -> None:
        if taken:
            path.write_text("mine")
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", link)
    if taken:
        with pytest.raises(FileExistsError):
            store.save(notebook, path, replace=False)
        assert path.read_text() == "mine"
    else:
        store.save(notebook, path, replace=False)
        assert store.load(path) == notebook
    assert list(path.parent.iterdir()) == [path]


def _fail_at(monkeypatch: pytest.MonkeyPatch, function: str, code: int) -> None:
    def fail(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, function, fail)


@pytest.mark.parametrize(("code", "words"), [(errno.ENOSPC, "disk is full"), (errno.EIO, "disk has a fault")])
def test_a_failing_disk_leaves_the_old_file_whole(
    notebook: Notebook, path: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    store.save(notebook, path, replace=False)
    _fail_at(monkeypatch, "fsync", code)
    with pytest.raises(StoreError, match=words):
        store.save(notebook.with_note(SentenceRef(0, 0), "New"), path, replace=True)
    assert list(path.parent.iterdir()) == [path]
    monkeypatch.undo()
    assert store.load(path) == notebook


def test_the_content_is_on_the_disk_before_it_gets_its_name(
    notebook: Notebook, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    fsync = os.fsync

    def watched(handle: int) -> None:
        kind = "folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file"
        seen.append((kind, path.exists()))
        fsync(handle)

    monkeypatch.setattr(os, "fsync", watched)
    store.save(notebook, path, replace=False)
    assert seen == [("file", False), ("folder", True)]


def test_permissions_and_a_link_stay(notebook: Notebook, tmp_path: Path) -> None:
    target, link = tmp_path / "target.newsdiff.json", tmp_path / "link.newsdiff.json"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    store.save(notebook, link, replace=True)
    assert link.is_symlink()
    assert store.load(target) == notebook
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_has_the_permissions_of_any_new_file(notebook: Notebook, path: Path) -> None:
    other = path.with_name("other")
    other.touch()
    store.save(notebook, path, replace=False)
    assert path.stat().st_mode == other.stat().st_mode


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nowhere/b.newsdiff.json", "the folder .* does not exist"),
        ("file/b.newsdiff.json", "is a file, not a folder"),
        ("folder", "is a folder"),
        ("b" * 300, "name is too long"),
    ],
)
def test_what_stands_in_the_way_is_said(notebook: Notebook, tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    with pytest.raises(StoreError, match=words):
        store.save(notebook, tmp_path / name, replace=True)


# Reading what may be broken


def _saved(notebook: Notebook, path: Path) -> dict[str, Any]:
    store.save(notebook, path, replace=True)
    document: dict[str, Any] = json.loads(path.read_bytes())
    return document


_VERSION_1 = """
{"format": "newsdiff-notebook", "version": 1, "title": "Old bridge closes",
 "place": {"selected": ["herald", 1], "view": "aligned", "hidden": []},
 "articles": [
  {"id": "gazette", "outlet": "Gazette", "title": "", "byline": "", "published": "2025-08-30", "url": "",
   "source": "gazette.txt", "text": "The bridge closed on Monday. Nobody was hurt. Nobody was hurt.",
   "sentences": [[0, 28, 0, false], [29, 45, 0, false], [46, 62, 0, false]]},
  {"id": "herald", "outlet": "Herald", "title": "", "byline": "", "published": "", "url": "",
   "source": "herald.txt", "text": "On Monday the bridge was shut. A ferry will run.",
   "sentences": [[0, 30, 0, false], [31, 48, 0, false]]}],
 "notes": [
  {"id": "1", "article": "gazette", "start": 46, "end": 62, "quote": "Nobody was hurt.", "text": "Ask them.",
   "created": "2025-09-01T08:00:00+00:00", "changed": "2025-09-02T08:00:00+00:00"},
  {"id": "2", "article": "herald", "start": 33, "end": 38, "quote": "ferry", "text": "Whose?",
   "created": "2025-09-01T08:01:00+00:00", "changed": "2025-09-01T08:01:00+00:00"}],
 "links": [
  {"a": ["gazette", 0], "b": ["herald", 0], "score": 0.9, "certainty": "sure",
   "evidence": [{"kind": "word", "a": [4, 10], "b": [14, 20], "weight": 1.0}]}],
 "passages": [{"id": 1, "sentences": [["gazette", 0], ["herald", 0]]}],
 "only_here": [
  {"sentence": ["gazette", 1], "start": 29, "end": 45, "score": 0.9, "certainty": "sure", "nearest": null}]}
"""


def test_a_notebook_of_version_1_is_opened_with_all_it_has_and_saved_as_it_is_now(path: Path) -> None:
    path.write_text(_VERSION_1)
    opened = store.load(path)
    assert [article.outlet for article in opened.comparison.articles] == ["Gazette", "Herald"]
    assert opened.place == Place(SentenceRef(1, 1), View.ALIGNED)
    assert len(opened.comparison.links) == len(opened.comparison.only_here) == 1
    assert opened.corrections == ()
    first, second = opened.notes
    assert (first.id, first.text, first.created, first.changed, first.tags, first.author) == (
        ("1", "Ask them.", "2025-09-01T08:00:00+00:00", "2025-09-02T08:00:00+00:00", (), "")
    )
    # of two sentences with the same words, the one on which it was written
    assert opened.located.sentences_of(first) == (SentenceRef(0, 2),)
    assert opened.located.spans_in(SentenceRef(1, 1)) == (Span(33, 38),)
    assert opened.notes_on(SentenceRef(1, 1)) == (second,)
    assert opened.located.lost == ()
    store.save(opened, path, replace=True)
    assert json.loads(path.read_bytes())["version"] == 2
    assert store.load(path) == opened


def test_a_note_whose_words_or_article_are_gone_keeps_no_notebook_shut(path: Path) -> None:
    old = json.loads(_VERSION_1)
    old["notes"][0] |= {"article": "nobody"}
    old["notes"][1] |= {"quote": "A tunnel will be dug.", "start": 900, "end": 921}
    path.write_text(json.dumps(old))
    opened = store.load(path)
    assert opened.located.lost == opened.notes
    assert [note.text for note in opened.notes] == ["Ask them.", "Whose?"]
    store.save(opened, path, replace=True)
    assert store.load(path) == opened


def test_a_newer_version_is_refused_and_left_alone(notebook: Notebook, path: Path) -> None:
    path.write_text(json.dumps({**_saved(notebook, path), "version": 3, "claims": []}))
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"newer newsdiff.*upgrade"):
        store.load(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_truncated_file_says_so(notebook: Notebook, path: Path, share: float) -> None:
    store.save(notebook, path, replace=True)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(StoreError, match=r"cut off|damaged"):
        store.load(path)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"The bridge is closed.", "not a newsdiff notebook"),
        (b"\xff\xfe\x00", "not a newsdiff notebook"),
        (b"[1, 2]", "not a newsdiff notebook"),
        (b'{"format": "newsdiff-report", "version": 1}', "not a newsdiff notebook"),
        (b'{"format": "newsdiff-notebook"}', "which version"),
        (b'{"format": "newsdiff-notebook", "version": "1"}', "which version"),
        (b'{"format": "newsdiff-notebook", "version": 1}', "articles"),
        (b'{"format": "newsdiff-notebook", "version": 1, "x": \xff}', "damaged"),
        (b'{"format": "newsdiff-notebook", "version": 1, "x": ' + b"[" * 200_000, "damaged|cut off"),
        (b'{"format": "newsdiff-notebook", "version": 1, "x": ' + b"9" * 9000 + b"}", "damaged"),
    ],
)
def test_what_is_no_notebook_is_refused_in_words(path: Path, data: bytes, words: str) -> None:
    path.write_bytes(data)
    with pytest.raises(StoreError, match=words) as caught:
        store.load(path)
    assert str(path) in str(caught.value)


def test_a_file_that_is_not_there_is_refused_in_words(path: Path) -> None:
    with pytest.raises(StoreError, match=r"(?i)no such file"):
        store.load(path)


def test_a_huge_file_is_not_read(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1 << 30)
    with pytest.raises(StoreError, match="too big"):
        store.load(path)


def _article(number: int, **changes: object) -> Callable[[dict[str, Any]], None]:
    return lambda document: document["articles"][number].update(changes)


def _item(key: str, **changes: object) -> Callable[[dict[str, Any]], None]:
    return lambda document: document[key][0].update(changes)


@pytest.mark.parametrize(
    "damage",
    [
        _article(0, sentences=[[0, 42, 0], [43, 8500, 0]]),
        _article(0, sentences=[[0, 42, 0], [40, 85, 0]]),
        _article(0, sentences=[[0, 42, 1], [43, 85, 0]]),
        _article(0, sentences=[]),
        _article(0, text="The bridge \x1b]0;owned\x07 over the Arno closed."),
        _article(0, text="The bridge \u202e over the Arno closed."),
        _article(1, id="gazette"),
        _article(0, id="Not an id"),
        _article(0, outlet=" "),
        lambda document: document.update(articles=[]),
        _item("links", b=["gazette", 1]),
        _item("links", b=["nobody", 0]),
        _item("links", b=["herald", 99]),
        _item("links", a=["wire", 0]),
        _item("links", score=1.5),
        _item("links", score=float("nan")),
        _item("links", certainty="certain"),
        _item("links", surprise=1),
        _item("links", evidence=[{"kind": "word", "a": [4, 60], "b": [0, 1], "weight": 1.0}]),
        lambda document: document["links"].append(document["links"][0]),
        lambda document: document["passages"].append({"id": 1, "sentences": [["gazette", 3], ["wire", 2]]}),
        lambda document: document["passages"].append({"id": 9, "sentences": [["gazette", 0], ["wire", 2]]}),
        _item("passages", sentences=[["gazette", 0]]),
        _item("only_here", start=0),
        _item("only_here", start=82, end=82),
        _item("only_here", nearest={"sentence": ["gazette", 0], "score": 0.1}),
        _item("notes", text=None),
        _item("notes", places=[{"article": "gazette", "start": 1}]),
        _item("notes", quote="words"),
        lambda document: document["notes"].append(document["notes"][0]),
    ],
)
def test_what_does_not_fit_together_is_refused(
    notebook: Notebook, path: Path, damage: Callable[[dict[str, Any]], None]
) -> None:
    document = _saved(notebook.with_note(SentenceRef(0, 0), "A note"), path)
    damage(document)
    path.write_text(json.dumps(document))
    with pytest.raises(StoreError, match="damaged"):
        store.load(path)


def test_what_a_person_typed_into_the_file_is_cleaned(notebook: Notebook, path: Path) -> None:
    document = _saved(notebook.with_note(SentenceRef(0, 0), "A note"), path)
    evil = "\x1b[2J\u202eevil\x07 [red]x[/]\nnext"
    document["title"] = evil
    document["articles"][0] |= {"outlet": evil, "title": evil, "byline": evil, "source": evil, "url": evil}
    document["notes"][0] |= {"text": evil, "author": evil, "tags": [evil, "a, b"]}
    document["notes"][0]["places"][0]["quote"] = evil
    path.write_text(json.dumps(document))
    loaded = store.load(path)
    article, note = loaded.comparison.articles[0], loaded.notes[0]
    line = "evil [red]x[/] next"
    assert [loaded.title, article.outlet, article.title, article.byline] == [line] * 4
    assert [article.source, article.url] == [line] * 2
    assert note.text == "evil [red]x[/]\nnext"
    assert note.author == line
    assert note.tags == ("evil-[red]x[/]-next", "a", "b")
    assert described(loaded.comparison.articles, "abc", note.target) == (("a, words that are gone", line),)


def test_a_place_that_is_gone_does_not_keep_a_notebook_shut(notebook: Notebook, path: Path) -> None:
    document = _saved(notebook, path)
    document["place"] = {"selected": ["gazette", 70], "view": "aligned", "hidden": ["nobody", "wire"]}
    path.write_text(json.dumps(document))
    assert store.load(path).place == Place(SentenceRef(0, 3), View.ALIGNED, frozenset({"wire"}))
    document["place"] = {"selected": ["nobody", 0], "hidden": ["gazette", "herald", "wire"]}
    path.write_text(json.dumps(document))
    assert store.load(path).place == Place()


def test_an_order_of_columns_that_is_partly_gone_is_taken_as_far_as_it_goes(
    notebook: Notebook, path: Path
) -> None:
    document = _saved(notebook, path)
    assert "order" not in document["place"]  # which no older program would know
    document["place"]["order"] = ["wire", "nobody", "wire", "gazette"]
    path.write_text(json.dumps(document))
    loaded = store.load(path)
    assert loaded.place.order == ("wire", "gazette")
    assert loaded.columns == [2, 0, 1]


def test_a_source_whose_name_is_not_unicode_can_be_saved(notebook: Notebook, path: Path) -> None:
    first, *others = notebook.comparison.articles
    comparison = replace(notebook.comparison, articles=(replace(first, source="caf\udce9.txt"), *others))
    store.save(replace(notebook, comparison=comparison), path, replace=False)
    assert store.load(path).comparison.articles[0].source == "caf?.txt"


def test_a_notebook_is_known_by_its_name_or_its_beginning(notebook: Notebook, tmp_path: Path) -> None:
    renamed = tmp_path / "renamed.txt"
    store.save(notebook, renamed, replace=False)
    article = tmp_path / "article.txt"
    article.write_text('"format" is a word.')
    assert store.is_notebook(renamed)
    assert store.is_notebook(tmp_path / "not-there.newsdiff.json")
    assert not store.is_notebook(article)
    assert not store.is_notebook(tmp_path)
    assert not store.is_notebook(Path("a\0b"))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Old bridge closes", "old-bridge-closes"),
        ("The mayor’s “No”: Arno/Ponte… closes?", "the-mayors-no-arno-ponte-closes"),
        ("../../etc/passwd", "etc-passwd"),
        ("", "story"),
        ("…", "story"),
        ("word " * 40, "-".join(["word"] * 12)),
        ("橋は閉鎖された", "橋は閉鎖された"),
    ],
)
def test_a_name_is_suggested(title: str, name: str) -> None:
    assert store.suggested_name(title) == name + NOTEBOOK_SUFFIX


# Recent notebooks


def test_recent_notebooks_come_the_latest_first_and_once(notebook: Notebook, tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.newsdiff.json" for name in "abc"]
    for path in (*paths, paths[0]):
        store.save(replace(notebook, title=f"Story {path.name[0]}"), path, replace=True)
        store.remember(path)
    paths[1].unlink()
    assert store.recent(9) == (store.Recent(paths[0], "Story a"), store.Recent(paths[2], "Story c"))


def test_so_many_recent_notebooks_are_listed_as_are_asked_for(notebook: Notebook, tmp_path: Path) -> None:
    for number in range(30):
        path = tmp_path / f"{number}.newsdiff.json"
        path.touch()
        store.remember(path)
    assert [found.path.name for found in store.recent(5)] == [f"{n}.newsdiff.json" for n in range(29, 24, -1)]


@pytest.mark.parametrize(
    "broken", [b"", b"{", b"[]", b'{"recent": 3}', b'{"recent": [3, "a\\u0000b"]}', b"\xff"]
)
def test_a_broken_list_is_as_an_empty_one(tmp_path: Path, broken: bytes) -> None:
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "recent.json").write_bytes(broken)
    assert store.recent(9) == ()
    path = tmp_path / "a.newsdiff.json"
    path.write_text("no notebook at all")
    store.remember(path)
    assert store.recent(9) == (store.Recent(path, "a.newsdiff.json"),)


def test_a_list_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "state").touch()
    store.remember(tmp_path / "a.newsdiff.json")
    assert store.recent(9) == ()

"""Sources in, articles out: the door through which every text comes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import BinaryIO

from newsdiff.core.article import Article
from newsdiff.core.cleaning import clean, clean_line
from newsdiff.core.errors import SourceError
from newsdiff.core.reading import naming
from newsdiff.core.reading.data import what_else
from newsdiff.core.reading.draft import Raw, Unreadable
from newsdiff.core.reading.file import read_file, read_stdin, why
from newsdiff.core.reading.folder import articles_in
from newsdiff.core.reading.kinds import ENDINGS, kind_of
from newsdiff.core.reading.sameness import same_texts
from newsdiff.core.segmentation import split

STDIN = "-"
_LONGEST_SOURCE = 1000


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading: the articles in the order of their sources, and the sources that are none.

    `notices` say in sentences what is worth knowing although nothing is wrong.
    """

    articles: tuple[Article, ...]
    problems: tuple[SourceError, ...]
    notices: tuple[str, ...] = ()


def read(
    sources: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    progress: Callable[[str], None] | None = None,
) -> Reading:
    """Return the articles that `sources` name: files, folders, web addresses, or `-` for standard input.

    Never raises for a bad source: that is one of the reading's problems, and the others are read. A file or
    address that comes up twice (also by way of its folder or a link) is read once, which is one of the
    reading's notices. `progress` is told each
    source before it is read; what it raises passes through. `stdin` replaces the process's own.
    """
    articles: list[Article] = []
    problems: list[SourceError] = []
    given: dict[str, list[str]] = {}
    for source in sources:
        try:
            members = _members(source)
        except Unreadable as error:
            problems.append(_problem(source, error))
            continue
        for member in members:
            times = given.setdefault(_identity(member), [])
            times.append(member)
            if len(times) > 1:
                continue
            if progress:
                progress(clean_line(member, _LONGEST_SOURCE))
            try:
                articles.append(_article(member, _fetch(member, stdin), {article.id for article in articles}))
            except Unreadable as error:
                problems.append(_problem(member, error))
            except ImportError as error:
                missing = f"a part of newsdiff is missing ({error.name}): install newsdiff again"
                problems.append(_problem(member, Unreadable(missing)))
    return Reading(tuple(articles), tuple(problems), tuple(_notices(articles, given.values())))


def _notices(articles: Sequence[Article], given: Iterable[Sequence[str]]) -> Iterator[str]:
    for names in given:
        if len(names) > 1:
            times = "twice" if len(names) == 2 else f"{len(names)} times"
            yield f"{clean_line(names[-1], _LONGEST_SOURCE)}: given {times}, read once"
    for one, other in same_texts(articles):
        yield f"{one.outlet} and {other.outlet} are nearly the same text: they will confirm each other"


def _problem(source: str, error: Unreadable) -> SourceError:
    return SourceError(clean_line(source, _LONGEST_SOURCE) or '""', clean_line(str(error)))


def _is_address(source: str) -> bool:
    return source.lower().startswith(("http://", "https://"))


def _members(source: str) -> Sequence[str]:
    if source == STDIN or _is_address(source):
        return (source,)
    if not source.strip():
        raise Unreadable("an empty name is no source")
    try:
        return articles_in(source, ENDINGS) if Path(source).is_dir() else (source,)
    except (OSError, ValueError) as error:
        raise Unreadable(why(error)) from error


def _identity(member: str) -> str:
    if member == STDIN or _is_address(member):
        return member
    try:
        return str(Path(member).resolve())
    except (OSError, ValueError, RuntimeError):
        return member


def _fetch(member: str, stdin: BinaryIO | None) -> Raw:
    if member == STDIN:
        return read_stdin(stdin or sys.stdin.buffer)
    if _is_address(member):
        from newsdiff.core.reading.web import fetch

        return fetch(member)
    return read_file(member)


def _article(source: str, raw: Raw, taken: set[str]) -> Article:
    if not raw.data.strip():
        raise Unreadable("is empty")
    other = what_else(raw)
    if other:
        raise Unreadable(f"looks like {other}, not an article")
    draft = kind_of(raw).read(raw)
    text = clean(draft.text)
    if not any(map(str.isalnum, text)):
        raise Unreadable("has no text in it")
    sentences = split(text)
    name = clean_line(raw.name)
    return Article(
        id=naming.unique_id(PurePath(name).stem, taken),
        outlet=clean_line(draft.outlet) or (name if raw.url else naming.outlet_from_name(name)),
        text=text,
        sentences=sentences,
        # A headline that is only a guess stays in the text too: no sentence is lost to a wrong one.
        title=clean_line(draft.title or naming.headline(text, sentences)),
        byline=clean_line(draft.byline),
        published=clean_line(draft.published),
        url=clean_line(draft.url, _LONGEST_SOURCE),
        source=clean_line(source, _LONGEST_SOURCE),
    )

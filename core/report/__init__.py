"""A notebook as text, JSON, Markdown, an HTML page, CSV or web annotations.

A new format is a module beside this one and a line in the tables.

Each module is loaded when its format is asked for: the command line needs no more than their names.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsdiff.core.notebook import Notebook


def _text(notebook: Notebook, width: int) -> str:
    from newsdiff.core.report.as_text import text_report

    return text_report(notebook, width)


def _json(notebook: Notebook, width: int) -> str:  # noqa: ARG001 - JSON is not wrapped
    from newsdiff.core.report.as_json import json_report

    return json_report(notebook)


def _markdown(notebook: Notebook, width: int) -> str:  # noqa: ARG001 - Markdown is not wrapped
    from newsdiff.core.report.as_markdown import markdown_report

    return markdown_report(notebook)


def _html(notebook: Notebook, width: int) -> str:  # noqa: ARG001 - a browser wraps it
    from newsdiff.core.report.as_html import html_report

    return html_report(notebook)


def _csv(notebook: Notebook, width: int) -> str:  # noqa: ARG001 - CSV is not wrapped
    from newsdiff.core.report.as_csv import csv_report

    return csv_report(notebook)


def _jsonld(notebook: Notebook, width: int) -> str:  # noqa: ARG001 - JSON is not wrapped
    from newsdiff.core.report.as_jsonld import jsonld_report

    return jsonld_report(notebook)


FORMATS: dict[str, Callable[[Notebook, int], str]] = {
    "text": _text,
    "json": _json,
    "markdown": _markdown,
    "html": _html,
    "csv": _csv,
    "jsonld": _jsonld,
}
"""How to write each format, by its name; the default first."""

SUFFIXES = {
    "text": ".txt",
    "json": ".json",
    "markdown": ".md",
    "html": ".html",
    "csv": ".csv",
    "jsonld": ".jsonld",
}
"""How the name of a file in each format ends."""

_ALSO = {".markdown": "markdown", ".htm": "html"}


def format_of(name: str) -> str | None:
    """Return the format that a file called `name` is to have by its ending, None where that tells nothing."""
    suffix = PurePath(name).suffix.lower()
    return next((form for form, own in SUFFIXES.items() if own == suffix), _ALSO.get(suffix))


def render(notebook: Notebook, report_format: str, *, width: int = 80) -> str:
    """Return the report on `notebook` in one of `FORMATS`, ending in one line end.

    `width` is the number of cells to which the text report is wrapped; the other formats do not wrap.
    ValueError where there is no such format.
    """
    if report_format not in FORMATS:
        raise ValueError(f"no report format is called {report_format!r}")
    return FORMATS[report_format](notebook, width)

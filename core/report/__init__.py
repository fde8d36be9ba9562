"""A notebook as text, JSON or Markdown. A new format is a module beside this one and a line in the table.

Each module is loaded when its format is asked for: the command line needs no more than their names.
"""

from __future__ import annotations

from collections.abc import Callable
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


FORMATS: dict[str, Callable[[Notebook, int], str]] = {"text": _text, "json": _json, "markdown": _markdown}
"""How to write each format, by its name; the default first."""


def render(notebook: Notebook, report_format: str, *, width: int = 80) -> str:
    """Return the report on `notebook` in one of `FORMATS`, ending in one line end.

    `width` is the number of cells to which the text report is wrapped; the other formats do not wrap.
    ValueError where there is no such format.
    """
    if report_format not in FORMATS:
        raise ValueError(f"no report format is called {report_format!r}")
    return FORMATS[report_format](notebook, width)

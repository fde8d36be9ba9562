"""A notebook as text, JSON or Markdown: one module per format."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsdiff.core.notebook import Notebook

FORMATS = ("text", "json", "markdown")
"""The names of the formats, the default first."""


def render(notebook: Notebook, report_format: str, *, width: int = 80) -> str:
    """Return the report on `notebook` in one of `FORMATS`, ending in one line end.

    `width` is the number of cells to which the text report is wrapped; the other formats do not wrap.
    ValueError where there is no such format.
    """
    if report_format == "text":
        from newsdiff.core.report.as_text import text_report

        return text_report(notebook, width)
    if report_format == "json":
        from newsdiff.core.report.as_json import json_report

        return json_report(notebook)
    if report_format == "markdown":
        from newsdiff.core.report.as_markdown import markdown_report

        return markdown_report(notebook)
    raise ValueError(f"no report format is called {report_format!r}")

"""The report as one HTML page, for an editor, a class, a printer: nothing is fetched, nothing else is needed.

Everything that comes from articles and notes goes through the template's escaping; the page's own style and
script are named by their hashes, so that a browser would run nothing else even if it stood there.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from newsdiff.core.notebook import Notebook
from newsdiff.core.report import wording
from newsdiff.core.report.page_content import Page

_NARROWEST = 14
"""Rem: the least that a column takes beside others."""
_AROUND = 6
"""Rem: what the page leaves free beside the columns."""


def html_report(notebook: Notebook) -> str:
    """Return the report as an HTML document."""
    page = Page(notebook)
    style = _part("page.css") + _side_by_side(len(page.columns))
    script = _part("page.js")
    template = _environment().get_template("page.html")
    return template.render(
        page=page,
        wording=wording,
        joined=wording.joined,
        style=Markup(style),  # noqa: S704 - it is the program's own
        style_hash=_hash(style),
        script=Markup(script),  # noqa: S704 - it is the program's own
        script_hash=_hash(script),
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(_part),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def _part(name: str) -> str:
    return files("newsdiff.core.report.page").joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _side_by_side(columns: int) -> str:
    """Return how many columns stand in a row at which width: as many as fit, and no row with a single rest.

    5 columns stand in rows of 5, 3 and 2: as even as it goes.
    """
    in_a_row = sorted({-(-columns // rows) for rows in range(1, columns)} - {1})
    return "".join(
        f"@media screen and (min-width: {many * _NARROWEST + _AROUND}rem) "
        f"{{ .accounts {{ grid-template-columns: repeat({many}, minmax(0, 1fr)); }} }}\n"
        for many in in_a_row
    )

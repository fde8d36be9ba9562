"""What to call an article: by its outlet, and where an outlet has several, by what tells them apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from newsdiff.core.article import Article

_WORD = re.compile(r"\w[\w'’-]*")


def names(articles: Sequence[Article]) -> tuple[str, ...]:
    """Return a name for each of `articles`: its outlet, with a word of its own where the outlet has several.

    That word is of its title or, where the titles tell nothing, of its file's name or address, else of its
    date; an article that nothing tells apart is called by its outlet alone.
    """
    return tuple(_name(article, articles) for article in articles)


def _name(article: Article, articles: Sequence[Article]) -> str:
    twins = [other for other in articles if other.outlet == article.outlet and other is not article]
    if not twins:
        return article.outlet
    for told in (
        lambda each: each.title,
        lambda each: PurePath(each.source).stem,
        lambda each: each.published,
    ):
        others = {word.casefold() for twin in twins for word in _WORD.findall(told(twin))}
        own = [word for word in _WORD.findall(told(article)) if word.casefold() not in others]
        if own:
            return f"{article.outlet}: {max(own, key=len)}"
    return article.outlet

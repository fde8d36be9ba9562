"""What differs: told from either side, marked in the columns and in the detail, gone to by a key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from newsdiff.core.article import Article, Sentence, SentenceRef
from newsdiff.core.comparison import Comparison
from newsdiff.core.findings import Certainty, Link
from newsdiff.core.notebook import Notebook
from newsdiff.tui import differing, telling
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.screens.reader import ReaderScreen

POST, ECHO, SUN = SentenceRef(0, 1), SentenceRef(1, 0), SentenceRef(2, 0)


def article(outlet: str, *sentences: str) -> Article:
    text = " ".join(sentences)
    places = [text.index(words) for words in sentences]
    return Article(
        outlet.lower(),
        outlet,
        text,
        tuple(Sentence(start, start + len(words), 0) for start, words in zip(places, sentences, strict=True)),
    )


@pytest.fixture
def story() -> Comparison:
    articles = (
        article("Post", "A mill burnt.", "The fire on Friday hurt 47, “a sad and heavy day” she said."),
        article("Echo", "On Saturday 48 were hurt, “a sad and bitterly heavy day” she said."),
        article("Sun", "On Saturday 48 were hurt by fire."),
    )
    links = (
        Link(POST, ECHO, 0.9, Certainty.SURE),
        Link(POST, SUN, 0.4, Certainty.PERHAPS),
    )
    return Comparison(articles, links)


def test_a_difference_is_told_from_either_side(story: Comparison) -> None:
    found = differing.find(story)
    assert differing.in_words(story, POST, found[POST]) == (
        "≠ Echo: Saturday, here Friday · Echo: 48, here 47 (+1)"
    )
    assert differing.in_words(story, ECHO, found[ECHO]) == (
        "≠ Post: Friday, here Saturday · Post: 47, here 48 (+1)"
    )
    assert differing.words_of(story, POST, found[POST][2]) == ("nothing", "“bitterly”")


def test_a_link_that_only_perhaps_holds_has_no_differences(story: Comparison) -> None:
    assert SUN not in differing.find(story)


def test_outlets_that_say_the_same_otherwise_are_named_together(story: Comparison) -> None:
    sure = replace(story, links=tuple(replace(link, certainty=Certainty.SURE) for link in story.links))
    found = differing.find(sure)
    assert differing.in_words(sure, POST, found[POST]).startswith("≠ Echo, Sun: Saturday, here Friday · ")


def test_the_remark_says_first_what_differs(story: Comparison) -> None:
    notebook = Notebook(story).with_note(POST, "ask them")
    said = telling.remark(notebook, POST, {0, 1, 2}, differing.find(story)[POST]).plain
    assert said.startswith("≠ Echo: Saturday, here Friday")
    assert said.endswith(" · ✎ ask them")


async def test_d_goes_round_what_differs_and_the_gutter_marks_it(
    story: Comparison, lines: Callable[[NewsdiffApp], list[str]]
) -> None:
    app = NewsdiffApp(Notebook(story).with_note(ECHO, "which day?"))
    async with app.run_test(size=(120, 30)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        places = []
        for key in ("d", "d", "d", "D"):
            await pilot.press(key)
            places.append(screen.place.selected)
        assert places == [POST, ECHO, POST, ECHO]
        drawn = "\n".join(lines(app))
        assert "2+≠  The fire on Friday" in drawn
        assert "2 ≠✎ On Saturday 48 were" in drawn
        assert "1+   On Saturday 48 were" in drawn
        assert "≠ Post: Friday, here Saturday" in drawn


async def test_the_detail_marks_what_differs_in_both_versions(
    story: Comparison, lines: Callable[[NewsdiffApp], list[str]]
) -> None:
    app = NewsdiffApp(Notebook(story))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "enter")
        drawn = " ".join(" ".join(lines(app)).split())
        assert "The fire on ≠Friday hurt ≠47, “a sad and≠ heavy day”" in drawn
        assert "On ≠Saturday ≠48 were hurt, “a sad and ≠bitterly heavy day”" in drawn
        assert (
            "≠ differs: Friday in Post, Saturday in Echo · 47 in Post, 48 in Echo"
            " · nothing in Post, “bitterly” in Echo" in drawn
        )
        assert "On Saturday 48 were hurt by fire." in drawn

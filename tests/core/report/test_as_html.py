"""The HTML report: all that is known stands there, text stays text, and everybody can read it."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import HtmlElement, document_fromstring

from newsdiff.core import store
from newsdiff.core.article import Article, Sentence, SentenceRef, Span
from newsdiff.core.cleaning import clean, clean_line
from newsdiff.core.comparison import Comparison, compare
from newsdiff.core.findings import Certainty
from newsdiff.core.notebook import Notebook
from newsdiff.core.notes import WHOLE_STORY, Target, on_sentences, on_words
from newsdiff.core.report import render
from newsdiff.core.report.as_html import _part, _side_by_side
from stories import story

_SAMPLE = Path(__file__).parents[3] / "samples" / "chicago.newsdiff.json"
_ELEMENTS = re.compile(
    "html|head|meta|title|style|body|header|footer|main|nav|section|article|div|p|span|a|b|strong|bdi|"
    "h[123]|ul|ol|li|dl|dt|dd|mark|blockquote|svg|path|rect|label|input|script"
)
_EVIL = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><style>*{display:none}</style>",
    "<img src=x onerror=alert(1)>",
    '"><a href="javascript:alert(1)">here</a>',
    "' onmouseover='alert(1)",
    '" style="display:none" x=\'',
    "<!-- gone --> <![CDATA[ x ]]> <?php x ?>",
    "&lt;b&gt; &amp;amp; &#60;script&#62;",
    "{{ 7 * 7 }} {% raw %} {# x #}",
    "</p></article></main>",
]


def _parsed(notebook: Notebook) -> HtmlElement:
    return document_fromstring(render(notebook, "html").encode())


def _with(page: HtmlElement, name: str) -> list[HtmlElement]:
    found: list[HtmlElement] = page.xpath(f"//*[contains(concat(' ', @class, ' '), ' {name} ')]")
    return found


def _sentences(page: HtmlElement) -> dict[str, str]:
    """Return the text of each sentence by its anchor."""
    found = {}
    for each in _with(page, "sentence"):
        (text,) = each.xpath("p[@class='text']")
        assert each.get("id") not in found
        found[each.get("id")] = text.text_content()
    return found


def _expected(comparison: Comparison) -> dict[str, str]:
    return {
        f"{'ABCDEFGH'[index]}{number + 1}": article.sentence_text(number)
        for index, article in enumerate(comparison.articles)
        for number in range(len(article.sentences))
    }


@pytest.fixture(scope="module")
def sample() -> Notebook:
    return store.load(_SAMPLE)


def test_every_sentence_stands_there_once_as_it_is(sample: Notebook) -> None:
    assert _sentences(_parsed(sample)) == _expected(sample.comparison)


def test_every_link_can_be_followed_both_ways(sample: Notebook) -> None:
    page = _parsed(sample)
    found = {}
    for sentence in _with(page, "sentence"):
        for link in sentence.xpath("p[@class='who']/a[starts-with(@class, 'at')]"):
            found[sentence.get("id"), link.get("href")[1:]] = "perhaps" in link.get("class")
    names = {
        SentenceRef(index, number): f"{'ABCDE'[index]}{number + 1}"
        for index, article in enumerate(sample.comparison.articles)
        for number in range(len(article.sentences))
    }
    expected = {}
    for link in sample.comparison.links:
        perhaps = link.certainty is Certainty.PERHAPS
        expected[names[link.a], names[link.b]] = expected[names[link.b], names[link.a]] = perhaps
    assert found == expected


def test_only_here_is_said_by_a_sign_and_in_words(notebook: Notebook) -> None:
    page = _parsed(notebook)
    told = {each.get("id"): each.xpath("string(p[@class='who'])").strip() for each in _with(page, "sentence")}
    assert told == {
        "A1": "3 of 3 B1 C1",
        "A2": "2 of 3 B1",
        "A3": "2 of 3 B2",
        "A4": "◆ only here",
        "B1": "2 of 3, perhaps 3 A2 A1 C1?",
        "B2": "2 of 3 A3",
        "B3": "◇ perhaps only here",
        "C1": "2 of 3, perhaps 3 A1 B1?",
        "C2": "◆ only here",
        "C3": "◇ perhaps only here",
    }
    assert [each.text_content() for each in _with(page, "part-sure")[1:]] == ["third"]
    named = page.xpath("//*[@class='index']/a/@aria-label")
    assert named[:2] == ["Gazette, sentence 4, only here", "Herald, sentence 3, perhaps only here"]
    assert page.xpath("//*[@id='C1']//a[@href='#B1']/@title") == ["Herald, sentence 1, perhaps, 50%"]
    (legend,) = page.xpath("//section[@class='legend']")
    assert {"◆", "◇", "≠"} <= {*legend.text_content()}
    assert "among these 3 articles and no others" in page.text_content()


def test_what_differs_and_what_is_left_out_stand_below(sample: Notebook) -> None:
    page = _parsed(sample)
    cards = page.xpath("//section[@id='differ']//div[@class='card']")
    sides = [[" ".join(li.text_content().split()) for li in card.xpath("ul/li")] for card in cards]
    assert ["2,000 Heron Wire", "2,300 The National Meridian"] in sides
    for card in cards:
        assert card.xpath(".//mark")
        assert page.xpath(f"//a[@href='#{card.get('id')}']")
    outlets = page.xpath("//section[@id='left-out']//h3")
    assert [each.text_content() for each in outlets] == [a.outlet for a in sample.comparison.articles]
    assert page.xpath("//section[@id='left-out']//li")


def test_notes_stand_beside_their_words_and_in_a_list(sample: Notebook) -> None:
    page = _parsed(sample)
    beside = [each.xpath("string(.//bdi)") for each in _with(page, "note")]
    assert sorted(beside) == sorted(note.text for note in sample.notes)
    listed = page.xpath("//ol[@class='notes']/li/p[@class='remark']/bdi")
    assert [each.text_content() for each in listed] == beside
    for place in ("//ol[@class='notes']/li", "//div[@role='note']"):
        about = page.xpath(f"{place}/p[@class='whose']")
        assert about[0].text_content() == "#quote · Sample reader · 2025-09-06"
    marked = "".join(each.text_content() for each in page.xpath("//article//mark[contains(@class, 'noted')]"))
    assert all(place.quote in marked for note in sample.notes for place in note.target.places)


def test_a_note_keeps_its_lines(notebook: Notebook) -> None:
    page = _parsed(notebook.with_note(SentenceRef(0, 3), "Ask them.\n\n- Twice."))
    assert [each.xpath("string(.//bdi)") for each in _with(page, "note")] == ["Ask them.\n\n- Twice."]


def test_text_outside_any_sentence_is_not_lost() -> None:
    articles = (
        Article(
            "a", "Gazette", "Before. One. Between. Two. After.", (Sentence(8, 12, 0), Sentence(22, 26, 0))
        ),
        Article("b", "Herald", "Other.", (Sentence(0, 6, 0),)),
    )
    target = on_words(articles[0], Span(27, 33))
    page = _parsed(Notebook(Comparison(articles)).with_note(target, "On what follows."))
    texts = page.xpath("//article[@id='A']//*[starts-with(@class, 'text')]")
    assert [each.text_content() for each in texts] == ["Before.", "One.", "Between.", "Two.", "After."]
    assert [each.get("id") for each in page.xpath("//*[@class='sentence ']/div[@role='note']/..")] == ["A2"]


def test_one_outlet_is_not_said_to_have_anything_alone(articles: tuple[Article, ...]) -> None:
    page = _parsed(Notebook(Comparison(articles[:1])))
    assert "nothing to compare it with" in page.text_content()
    assert "nly here" not in page.xpath("string(//main)")
    assert not page.xpath("//section[@class='legend'] | //section[@id='differ']")


def test_what_was_not_compared_is_not_said_to_be_only_here(articles: tuple[Article, ...]) -> None:
    page = _parsed(Notebook(Comparison(articles)))
    assert "have not been compared" in page.text_content()
    assert "nly here" not in page.xpath("string(//main)")


# Text is data


def _assert_is_harmless(page: HtmlElement) -> None:
    assert all(_ELEMENTS.fullmatch(str(each.tag)) for each in page.iter())
    assert [each.text for each in page.iter("script")] == [_part("page.js")]
    assert len([*page.iter("style")]) == 1
    for element in page.iter():
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert name not in ("style", "src", "srcset", "formaction", "action")
            if name in ("href", "xlink:href"):
                assert re.match(r"#|https?://", value)


def _nasty(texts: list[str], address: str) -> Notebook:
    articles = tuple(
        replace(
            article,
            outlet=f"{number} {texts[0]}",
            title=texts[0],
            byline=texts[0],
            published=texts[0],
            url=address,
        )
        for number, article in enumerate(story(("A", texts), ("B", texts), ("C", texts[:1])))
    )
    return Notebook(compare(articles), texts[0]).with_note(SentenceRef(0, 0), "\n".join(texts))


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)//", "https://example.org/'\"><script>alert(1)</script>"]
)
def test_no_markup_in_a_story_becomes_markup(address: str) -> None:
    notebook = _nasty(_EVIL, address)
    page = _parsed(notebook)
    _assert_is_harmless(page)
    assert _sentences(page) == _expected(notebook.comparison)
    links = page.xpath("//p[@class='address']/a/@href")
    is_web = address.startswith("https")
    shown = "https://example.org/'%22%3E%3Cscript%3Ealert(1)%3C/script%3E" if is_web else address
    assert links == ([shown] * 3 if is_web else [])
    assert [each.text_content() for each in page.xpath("//p[@class='address']")] == [shown] * 3
    assert _with(page, "note")[0].xpath("string(.//bdi)") == "\n".join(_EVIL)


@given(
    st.lists(
        st.text(st.sampled_from("<>&\"'`={}%#!-/ abs\n;:"), max_size=40).map(clean).filter(bool), min_size=1
    )
)
@settings(deadline=None, max_examples=25)
def test_no_text_at_all_becomes_markup(texts: list[str]) -> None:
    notebook = _nasty(texts, clean_line(texts[0]))
    page = _parsed(notebook)
    _assert_is_harmless(page)
    assert _sentences(page) == _expected(notebook.comparison)


def test_the_browser_is_told_to_run_and_fetch_nothing_else(notebook: Notebook) -> None:
    page = _parsed(notebook)
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    rules = dict(rule.split(maxsplit=1) for rule in policy.split("; "))
    for name, element in (("style-src", "style"), ("script-src", "script")):
        (content,) = page.xpath(f"//{element}/text()")
        assert rules[name] == f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert not re.search(r"url\(|@import|https?:", _part("page.css"))
    # The policy holds for what stands behind it.
    assert policy in render(notebook, "html").partition("<style>")[0]


# Everybody can read it


def test_places_are_named_once_and_lead_somewhere(sample: Notebook) -> None:
    page = _parsed(sample)
    names = page.xpath("//@id")
    assert len(names) == len({*names})
    for value in page.xpath("//@href[starts-with(., '#')] | //@aria-labelledby"):
        assert value.removeprefix("#") in names


def test_the_page_has_landmarks_and_headings_in_order(sample: Notebook) -> None:
    page = _parsed(sample)
    assert [len(page.xpath(f"//body/{tag}")) for tag in ("header", "main", "footer")] == [1, 1, 1]
    assert page.xpath("//nav/@aria-label")
    levels = [int(each.tag[1]) for each in page.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert page.xpath("//body/*[1][self::a]/@href") == ["#accounts"]
    for section in page.xpath("//article | //section"):
        assert section.get("aria-labelledby")
    for link in page.xpath("//a[not(@aria-label)]"):
        assert re.search(r"\w", link.text_content())
    assert page.xpath("//html/@lang") == ["en"]


def test_each_article_says_its_language() -> None:
    german = (
        "Die Brücke wurde am Montag gesperrt, weil die Ingenieure einen Riss in dem Bogen gefunden haben."
    )
    page = _parsed(
        Notebook(
            compare(
                story(
                    (
                        "Gazette",
                        ["The bridge was closed on Monday because the engineers had found a crack in it."],
                    ),
                    ("Anzeiger", [german]),
                    ("橋", ["橋は月曜日に閉鎖された " * 20]),
                )
            )
        )
    )
    assert [each.get("lang") for each in page.xpath("//article//p[@class='text']")] == [None, "de", ""]


def _palette(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", css))


def _brightness(colour: str) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_colour_of_text_stands_out_from_its_ground(theme: str) -> None:
    light, dark, _ = _part("page.css").split(":root {", 3)[1:]
    colours = _palette(light if theme == "light" else dark)
    grounds = {
        "paper": ("ink", "muted", "link", "only", "differs", "note"),
        "card": ("ink", "muted", "link", "only", "differs", "note"),
        "only-paper": ("ink", "muted", "link", "only", "differs"),
        "lit-paper": ("ink", "muted", "link", "only", "differs"),
        "note-paper": ("ink", "note", "differs", "only"),
    }
    for ground, texts in grounds.items():
        for text in texts:
            dim, bright = sorted((_brightness(colours[ground]), _brightness(colours[text])))
            assert (bright + 0.05) / (dim + 0.05) >= 4.5, f"{text} on {ground}"


def test_no_line_is_drawn_that_forced_colours_would_bring_out() -> None:
    # There a transparent border is drawn like any other, and a bar beside a sentence says "only here".
    assert "transparent" not in _part("page.css")


@pytest.mark.parametrize(
    ("columns", "rows"), [(1, []), (2, [2]), (3, [2, 3]), (5, [2, 3, 5]), (12, [2, 3, 4, 6, 12])]
)
def test_columns_stand_side_by_side_in_even_rows(columns: int, rows: list[int]) -> None:
    assert [int(each) for each in re.findall(r"repeat\((\d+)", _side_by_side(columns))] == rows


def test_the_same_notebook_gives_the_same_page(sample: Notebook) -> None:
    assert render(sample, "html") == render(sample, "html")
    assert render(sample, "html").endswith("</html>\n")


def test_notes_on_other_things_than_a_sentence_stand_in_the_list(notebook: Notebook) -> None:
    articles = notebook.comparison.articles
    both = on_sentences(articles, [SentenceRef(0, 3), SentenceRef(1, 2)])
    gone = Target((replace(both.places[0], article="gone"),))
    for number, target in enumerate((both, Target(article="wire"), WHOLE_STORY, gone)):
        notebook = notebook.with_note(target, f"note {number}", ("figures",), "<b>Ada")
    page = _parsed(notebook)
    assert [each.xpath("string(.//bdi)") for each in _with(page, "note")] == ["note 0", "note 0"]
    listed = {
        each.xpath("string(./p[@class='remark']/bdi)"): " ".join(each.text_content().split())
        for each in page.xpath("//ol[@class='notes']/li")
    }
    assert "trade. A4 A ferry will run from Friday. B3" in listed["note 0"]
    assert listed["note 1"].startswith("Wire, the whole article")
    assert listed["note 2"].startswith("the whole story")
    assert "trade.gone, an article that is gone" in listed["note 3"]
    assert all("#figures · <b>Ada · " in said for said in listed.values())

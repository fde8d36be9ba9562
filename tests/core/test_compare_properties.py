"""What holds for a comparison of any story."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.core.article import Article, SentenceRef, Span
from newsdiff.core.comparison import Comparison, compare
from newsdiff.core.findings import Certainty, Evidence, OnlyHere
from stories import linked, made_up_story, refs, story

_WORDS = [
    *("river", "flood", "bank", "Orlow", "Tessel", "mayor", "Calder", "pump", "army", "soldier", "hospital"),
    *(
        "patient",
        "cow",
        "roof",
        "snow",
        "Monday",
        "night",
        "burst",
        "closed",
        "moved",
        "said",
        "fled",
        "home",
    ),
    *("the", "of", "and", "in", "on", "to", "was", "by", "12", "340", "4,000", "28%", "10:30", ",", ";", "–"),
    *("“we", "will", "stay”"),
]

_SENTENCES = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=14).map(" ".join)
_ACCOUNTS = st.tuples(st.sampled_from(["Post", "Radio", "Ledger", "Wire"]), st.lists(_SENTENCES, max_size=5))
STORIES = st.lists(_ACCOUNTS, min_size=2, max_size=4).map(lambda accounts: story(*accounts))

quickly = settings(max_examples=60, deadline=None)


def is_whole(article: Article, span: Span) -> bool:
    """Say whether no word is cut at either end of `span`; every Chinese character is one."""
    text = article.text
    return not any(
        0 < at < len(text)
        and text[at - 1].isalnum()
        and text[at].isalnum()
        and max(text[at - 1 : at + 1]) < "\u4e00"
        for at in (span.start, span.end)
    )


def lies_in(article: Article, number: int, span: Span) -> bool:
    place = article.sentences[number]
    return place.start <= span.start < span.end <= place.end


def check_evidence(
    articles: Sequence[Article], a: SentenceRef, b: SentenceRef, evidence: Sequence[Evidence]
) -> None:
    for item in evidence:
        for ref, span in ((a, item.a), (b, item.b)):
            assert lies_in(articles[ref.article], ref.sentence, span)
            assert is_whole(articles[ref.article], span)
    weights = [item.weight for item in evidence]
    assert weights == sorted(weights, reverse=True)
    assert not weights or sum(weights) == pytest.approx(1)


def check(comparison: Comparison) -> None:
    """Check everything that is promised of the findings in any story."""
    articles = comparison.articles
    check_links(comparison)
    ends = {end for link in comparison.links for end in (link.a, link.b)}
    for sentence in refs(articles):
        article = articles[sentence.article]
        place = article.sentences[sentence.sentence]
        found = comparison.only_here_in(sentence)
        if sentence in ends:
            check_parts(article, sentence, found)
        else:
            assert [(one.start, one.end) for one in found] == [(place.start, place.end)]
            check_nearest(articles, found[0])
    assert list(comparison.only_here) == sorted(
        comparison.only_here, key=lambda one: (one.sentence, one.start)
    )
    check_passages(comparison)


def check_links(comparison: Comparison) -> None:
    articles = comparison.articles
    ends = [(link.a, link.b) for link in comparison.links]
    assert ends == sorted(set(ends))
    for link in comparison.links:
        assert link.a < link.b
        assert articles[link.a.article].outlet != articles[link.b.article].outlet
        assert 0 < link.score < 1
        check_evidence(articles, link.a, link.b, link.evidence)
        assert link.evidence, "a link that nothing can be shown for explains nothing"
    sure = [link.score for link in comparison.links if link.certainty is Certainty.SURE]
    perhaps = [link.score for link in comparison.links if link.certainty is Certainty.PERHAPS]
    assert max(perhaps, default=0) <= min(sure, default=1)


def check_parts(article: Article, sentence: SentenceRef, found: Sequence[OnlyHere]) -> None:
    place = article.sentences[sentence.sentence]
    end = place.start
    for part in found:
        span = Span(part.start, part.end)
        assert lies_in(article, sentence.sentence, span)
        assert is_whole(article, span)
        assert end <= part.start
        assert 0 < part.score < 1
        assert part.nearest is None
        end = part.end


def check_nearest(articles: Sequence[Article], finding: OnlyHere) -> None:
    assert 0 < finding.score < 1
    if finding.nearest:
        nearest = finding.nearest
        assert articles[nearest.sentence.article].outlet != articles[finding.sentence.article].outlet
        assert 0 < nearest.score < 1
        check_evidence(articles, finding.sentence, nearest.sentence, nearest.evidence)


def check_passages(comparison: Comparison) -> None:
    articles = comparison.articles
    pairs = {(link.a, link.b) for link in comparison.links}
    assert [passage.id for passage in comparison.passages] == list(range(1, len(comparison.passages) + 1))
    on_rows = [sentence for passage in comparison.passages for sentence in passage.sentences]
    assert len(on_rows) == len(set(on_rows)), "a sentence stands on two rows"
    for passage in comparison.passages:
        assert list(passage.sentences) == sorted(passage.sentences)
        assert len({articles[sentence.article].outlet for sentence in passage.sentences}) > 1
        for a, b in itertools.combinations(passage.sentences, 2):
            if articles[a.article].outlet != articles[b.article].outlet:
                assert (a, b) in pairs


@quickly
@given(STORIES)
def test_findings_keep_their_promises(articles: tuple[Article, ...]) -> None:
    comparison = compare(articles)
    if comparison.outlet_count > 1:
        check(comparison)


@quickly
@given(st.data())
def test_the_order_of_the_articles_changes_nothing(data: st.DataObject) -> None:
    articles = data.draw(STORIES)
    check_order(articles, data.draw(st.permutations(range(len(articles)))))


def test_the_order_of_the_articles_changes_nothing_in_a_story_of_usual_length() -> None:
    check_order(made_up_story(3, outlets=4, length=25), (2, 0, 3, 1))


def check_order(articles: tuple[Article, ...], order: Sequence[int]) -> None:
    """Compare the articles in both orders: the same links, the same only here, the same scores."""
    as_given = findings(compare(articles), range(len(articles)))
    reordered = findings(compare([articles[index] for index in order]), order)
    assert reordered == pytest.approx(as_given, abs=1e-9)


def findings(comparison: Comparison, order: Sequence[int]) -> dict[object, float]:
    """Return scores by what they are scores of, named by `order`, the articles' places before."""

    def named(ref: SentenceRef) -> SentenceRef:
        return SentenceRef(order[ref.article], ref.sentence)

    scores: dict[object, float] = {
        (frozenset((named(link.a), named(link.b))), link.certainty): link.score for link in comparison.links
    }
    for one in comparison.only_here:
        scores[named(one.sentence), one.start, one.end, one.certainty] = one.score
        scores[named(one.sentence), "nearest"] = one.nearest.score if one.nearest else 0.0
    return scores


@quickly
@given(STORIES)
def test_the_same_articles_give_the_same_comparison(articles: tuple[Article, ...]) -> None:
    assert compare(articles) == compare(articles)


def test_the_order_of_hashes_changes_nothing() -> None:
    program = (
        "from stories import linked, made_up_story\n"
        "from newsdiff.core.comparison import compare\n"
        "found = compare(made_up_story(5, outlets=4, length=20))\n"
        "print(found.links, found.passages, found.only_here)\n"
    )
    helpers = str(Path(__file__).resolve().parent.parent / "helpers")
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": helpers},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for seed in ("1", "77")
    }
    assert len(printed) == 1
    assert "Link(" in printed.pop()


GERMAN = (
    ["Die Tessel trat in Orlow über die Ufer.", "Bürgermeisterin Calder rief den Notstand aus."],
    ["Calder, die Bürgermeisterin, hat den Notstand ausgerufen.", "Ein Bäcker verschenkte Brezeln."],
)
FRENCH = (
    ["La Tessel a débordé à Orlow dans la nuit de mardi.", "L’armée a envoyé douze pompes."],
    ["Douze pompes ont été envoyées par l’armée.", "Un boulanger a offert des croissants."],
)
SPANISH = (
    ["El río Tessel se desbordó en Orlow el martes.", "¿Quién pagará los daños?, preguntó Calder."],
    ["El martes se desbordó el río Tessel en Orlow.", "Un panadero regaló rosquillas."],
)
RUSSIAN = (
    ["Река Тессель вышла из берегов в Орлове.", "Мэр Кальдер объявила чрезвычайное положение."],
    ["Чрезвычайное положение объявила мэр Кальдер.", "Пекарь раздавал баранки."],
)
CHINESE = (
    ["泰瑟尔河在奥洛决堤。", "市长卡尔德宣布进入紧急状态，并请求军队支援。"],
    ["市长卡尔德宣布进入紧急状态，学校停课。", "一家面包店免费送面包。"],
)


@pytest.mark.parametrize(
    ("accounts", "same"),
    [
        (GERMAN, ((0, 1), (1, 0))),
        (FRENCH, ((0, 1), (1, 0))),
        (SPANISH, ((0, 0), (1, 0))),
        (RUSSIAN, ((0, 1), (1, 0))),
        (CHINESE, ((0, 1), (1, 0))),
    ],
    ids=["German", "French", "Spanish", "Russian", "Chinese"],
)
def test_other_languages_are_compared_by_their_words(
    accounts: tuple[list[str], list[str]], same: tuple[tuple[int, int], tuple[int, int]]
) -> None:
    comparison = compare(story(("One", accounts[0]), ("Other", accounts[1])))
    check(comparison)
    assert (SentenceRef(*same[0]), SentenceRef(*same[1])) in linked(comparison)
    assert SentenceRef(1, 1) not in {link.b for link in comparison.links}


def test_capitals_and_missing_punctuation_hide_nothing() -> None:
    comparison = compare(
        story(
            ("Loud", ["THE RIVER TESSEL BURST ITS BANKS AT ORLOW", "A BAKER HANDED OUT FREE BREAD"]),
            ("Quiet", ["at orlow the river tessel burst its banks", "snow will fall in the mountains"]),
        )
    )
    check(comparison)
    assert linked(comparison) == {(SentenceRef(0, 0), SentenceRef(1, 0))}


@pytest.mark.parametrize(
    "sentences",
    [
        ["And so it was.", "They are not there."],
        ["12 340 4,000", "10:30", "3.14159"],
        ["😀 🎉 👩‍👩‍👧", "🌊🌊🌊"],
        ["!!!", "…", "“”", "—"],
        ["a", "I", "x y z"],
        ["e\u0301te\u0301 cafe\u0301", "ﬁnancial ½ ² Ⅷ", "İstanbul ßß"],
        ["हिन्दी में समाचार", "ข่าวภาษาไทย", "أخبار عربية ٣٤٠", "뉴스"],
        ["river " * 300 + "end.", "https://news.example/a/b?c=d&e=f#g"],
    ],
    ids=["stop words", "figures", "emoji", "punctuation", "letters", "marks", "scripts", "long"],
)
def test_odd_text_is_compared_without_harm(sentences: list[str]) -> None:
    check(compare(story(("One", sentences), ("Other", list(reversed(sentences))), ("Third", ["It rained."]))))

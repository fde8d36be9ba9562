"""What comes out of a comparison of small stories whose claims are known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsdiff.core.article import Article, SentenceRef
from newsdiff.core.comparison import Cancelled, Comparison, compare
from newsdiff.core.findings import EvidenceKind, OnlyHere
from stories import linked, made_up_story, refs, story

FLOOD = story(
    (
        "Valley Post",
        [
            "The river Tessel burst its banks at Orlow on Tuesday night, flooding 340 homes.",
            "Mayor Ines Calder declared a state of emergency and asked the army for pumps.",
            "A bakery on Mill Street handed out free bread to those who had fled.",
            "“We have never seen water like this,” said Calder.",
            "The hospital moved its patients upstairs on Wednesday.",
        ],
    ),
    (
        "Coast Radio",
        [
            "Soldiers with pumps are on their way after Ines Calder, the mayor, declared an emergency.",
            "Some 340 houses stood under water in Orlow after the Tessel overflowed on Tuesday night.",
            "Two cows were lifted from a roof by helicopter near the chapel of Saint Agnes.",
        ],
    ),
    (
        "The Ledger",
        [
            "“We have never seen water like this,” the mayor, Ines Calder, told reporters.",
            "In Orlow 340 homes were flooded when the Tessel burst its banks.",
            "Patients of the hospital were taken upstairs, and an insurer in the capital, whose surveyors "
            "reached the valley by tractor, reckons that damage to vineyards alone will come to 28 million "
            "euros once the mud is gone.",
            "Weather forecasters expect snow in the mountains by Sunday.",
        ],
    ),
)

COURT = story(
    (
        "Courier",
        [
            "The constitutional court struck down the tax on foreign students on Thursday by seven to two.",
            "Judge Amara Lindqvist wrote that the levy “punishes young people for where they were born.”",
            "The finance ministry must repay 61 million crowns by March.",
        ],
    ),
    (
        "Standard",
        [
            "By March the finance ministry has to pay back 61 million crowns.",
            "The levy “punishes young people for where they were born,” Judge Lindqvist wrote.",
            "A brass band played outside the courthouse.",
            "Seven of nine judges struck down the tax on foreign students.",
        ],
    ),
    (
        "Campus Weekly",
        [
            "Students from abroad danced in the library when the news came.",
            "The caretaker had baked a plum cake the evening before.",
            "The tax on foreign students is void, the constitutional court ruled on Thursday.",
        ],
    ),
)

TRANSFER = story(
    (
        "Matchday",
        [
            "Striker Tomas Brekke is leaving Nordvik for Real Almera for a fee of 45 million euros.",
            "The 24-year-old scored 31 goals last season.",
            "His brother runs a fishing boat in the harbour.",
        ],
    ),
    (
        "Evening Sport",
        [
            "Real Almera are paying Nordvik 45 million euros for the striker Tomas Brekke.",
            "A medical in a private clinic took place on Monday morning.",
        ],
    ),
    (
        "Nordvik News",
        [
            "Last season the 24-year-old scored 31 goals.",
            "Supporters laid scarves at the stadium gate.",
            "Nordvik sells the striker Brekke to Real Almera.",
        ],
    ),
    ("Harbour Herald", ["The price of cod has doubled.", "Real Almera buys Tomas Brekke from Nordvik."]),
)

ELECTION = story(
    (
        "Morning Sun",
        [
            "Anna Okafor won the election for mayor of Lindholm on Sunday with 53 percent of the vote.",
            "Her rival, the incumbent Peter Vance, conceded shortly after ten o'clock.",
            "Turnout reached 71 percent.",
            "Okafor, a former nurse, wants to make buses free for children.",
        ],
    ),
    (
        "Daily Mirror",
        [
            "Children should ride on buses for free, says Okafor, who used to be a nurse.",
            "Turnout was 71 percent, and Peter Vance, the incumbent, conceded shortly after ten o'clock.",
            "Lindholm has a new mayor: Anna Okafor took 53 percent on Sunday.",
        ],
    ),
    (
        "Town Crier",
        [
            "The brewery gave away its last barrel of dark beer.",
            "Okafor beat Vance with 53 percent of the vote.",
        ],
    ),
)


def whole(comparison: Comparison, sentence: SentenceRef) -> OnlyHere:
    """Return the finding that says that all of `sentence` is only here."""
    (found,) = comparison.only_here_in(sentence)
    place = comparison.articles[sentence.article].sentences[sentence.sentence]
    assert (found.start, found.end) == (place.start, place.end)
    return found


def words_of(article: Article, finding: OnlyHere) -> str:
    return article.text[finding.start : finding.end]


@pytest.mark.parametrize(
    ("articles", "pairs"),
    [
        (FLOOD, [((0, 0), (1, 1)), ((0, 0), (2, 1)), ((0, 1), (1, 0)), ((0, 3), (2, 0)), ((0, 4), (2, 2))]),
        (COURT, [((0, 0), (1, 3)), ((0, 0), (2, 2)), ((0, 1), (1, 1)), ((0, 2), (1, 0)), ((1, 3), (2, 2))]),
        (
            TRANSFER,
            [((0, 0), (1, 0)), ((0, 0), (2, 2)), ((0, 0), (3, 1)), ((0, 1), (2, 0)), ((2, 2), (3, 1))],
        ),
        (ELECTION, [((0, 0), (1, 2)), ((0, 3), (1, 0)), ((0, 0), (2, 1)), ((1, 2), (2, 1))]),
    ],
    ids=["flood", "court", "transfer", "election"],
)
def test_the_same_claim_is_linked_in_other_words_and_another_order(
    articles: tuple[Article, ...], pairs: list[tuple[tuple[int, int], tuple[int, int]]]
) -> None:
    expected = {(SentenceRef(*a), SentenceRef(*b)) for a, b in pairs}
    assert expected - linked(compare(articles)) == set()


@pytest.mark.parametrize(
    ("articles", "alone"),
    [
        (FLOOD, [(0, 2), (1, 2), (2, 3)]),
        (COURT, [(1, 2), (2, 0), (2, 1)]),
        (TRANSFER, [(0, 2), (1, 1), (2, 1), (3, 0)]),
        (ELECTION, [(2, 0)]),
    ],
    ids=["flood", "court", "transfer", "election"],
)
def test_what_one_outlet_alone_reports_is_only_here(
    articles: tuple[Article, ...], alone: list[tuple[int, int]]
) -> None:
    comparison = compare(articles)
    for place in alone:
        sentence = SentenceRef(*place)
        assert comparison.links_of(sentence) == ()
        assert comparison.coverage(sentence) == (1, 0)
        whole(comparison, sentence)


def test_a_sentence_that_matches_two_of_another_outlet_is_linked_with_both() -> None:
    comparison = compare(ELECTION)
    assert set(comparison.counterparts(SentenceRef(1, 1), 0)) >= {SentenceRef(0, 1), SentenceRef(0, 2)}


def test_half_of_a_long_sentence_can_be_only_here() -> None:
    comparison = compare(FLOOD)
    sentence = SentenceRef(2, 2)
    found = [words_of(FLOOD[2], part) for part in comparison.only_here_in(sentence)]
    assert any("insurer" in part for part in found)
    assert any("28 million" in part for part in found)
    assert not any("upstairs" in part for part in found)


def test_only_here_says_what_comes_nearest_and_what_the_two_share() -> None:
    comparison = compare(COURT)
    nearest = whole(comparison, SentenceRef(2, 0)).nearest
    assert nearest is not None
    assert nearest.sentence.article != 2
    shared = [COURT[2].text[item.a.start : item.a.end].lower() for item in nearest.evidence]
    assert "students" in shared
    assert nearest.score < min(link.score for link in comparison.links)


def test_where_no_telling_word_is_shared_nothing_is_near() -> None:
    assert whole(compare(COURT), SentenceRef(1, 2)).nearest is None


def test_evidence_names_quotations_and_figures() -> None:
    comparison = compare(COURT)
    kinds = {(link.a, link.b): {item.kind for item in link.evidence} for link in comparison.links}
    assert EvidenceKind.QUOTATION in kinds[SentenceRef(0, 1), SentenceRef(1, 1)]
    assert EvidenceKind.FIGURE in kinds[SentenceRef(0, 2), SentenceRef(1, 0)]


def test_what_three_outlets_say_stands_on_one_row() -> None:
    comparison = compare(FLOOD)
    passage = comparison.passage_of(SentenceRef(0, 0))
    assert passage is not None
    assert passage.sentences == (SentenceRef(0, 0), SentenceRef(1, 1), SentenceRef(2, 1))


def test_articles_of_one_outlet_are_never_linked_with_each_other() -> None:
    told = ["The old bridge over the Arno closed on Monday.", "A crack runs through its third arch."]
    articles = story(("Gazette", told), ("Gazette", told), ("Herald", told))
    comparison = compare(articles)
    assert linked(comparison) == {
        (SentenceRef(article, number), SentenceRef(2, number)) for article in (0, 1) for number in (0, 1)
    }
    assert {comparison.coverage(sentence) for sentence in refs(articles)} == {(2, 0)}


def test_what_only_the_two_articles_of_one_outlet_tell_is_only_here() -> None:
    comparison = compare(
        story(
            ("Gazette", ["Divers searched the harbour for an anchor.", "A crack shut the bridge on Monday."]),
            ("Gazette", ["Divers searched the harbour for an anchor."]),
            ("Herald", ["The bridge was shut on Monday because of a crack."]),
        )
    )
    assert whole(comparison, SentenceRef(0, 0)).nearest is None
    assert whole(comparison, SentenceRef(1, 0)).nearest is None
    assert linked(comparison) == {(SentenceRef(0, 1), SentenceRef(2, 0))}


@pytest.mark.parametrize(
    "articles",
    [(), story(("Gazette", ["It rained."])), story(("Gazette", ["It rained."]), ("Gazette", ["It rained."]))],
    ids=["nothing", "one article", "one outlet"],
)
def test_without_a_second_outlet_there_are_no_findings(articles: tuple[Article, ...]) -> None:
    comparison = compare(articles)
    assert comparison == Comparison(articles)
    assert not comparison.compared


def test_an_article_without_sentences_does_no_harm() -> None:
    comparison = compare((*story(("Empty", [])), *COURT))
    assert len(comparison.links) == len(compare(COURT).links)
    assert all(link.a.article > 0 for link in comparison.links)
    assert compare(story(("Empty", []), ("Void", []))) == Comparison(story(("Empty", []), ("Void", [])))
    only = compare(story(("Empty", []), ("Herald", ["The bridge was shut on Monday."])))
    whole(only, SentenceRef(1, 0))


def test_identical_articles_are_linked_throughout_and_nothing_is_only_here() -> None:
    told = [FLOOD[0].sentence_text(number) for number in range(5)]
    comparison = compare(story(("Valley Post", told), ("Copycat", told)))
    assert linked(comparison) >= {(SentenceRef(0, number), SentenceRef(1, number)) for number in range(5)}
    assert comparison.only_here == ()
    assert len(comparison.passages) == 5


def test_figures_are_the_same_in_words_and_in_digits() -> None:
    comparison = compare(
        story(
            ("Gazette", ["Twelve sheep drowned in Fenmere.", "The chapel choir sang all night."]),
            ("Herald", ["In Fenmere 12 sheep drowned.", "Volunteers baked potatoes."]),
        )
    )
    assert linked(comparison) == {(SentenceRef(0, 0), SentenceRef(1, 0))}
    (link,) = comparison.links
    assert EvidenceKind.FIGURE in {item.kind for item in link.evidence}


def test_another_article_changes_little_among_the_others() -> None:
    stranger = story(
        (
            "Garden Monthly",
            [
                "Tulips want sandy soil.",
                "Plant the bulbs three times as deep as they are thick.",
                "Mice love crocuses and leave daffodils alone.",
                "Water sparingly until green tips appear.",
            ],
        )
    )
    before, after = linked(compare(FLOOD)), linked(compare((*FLOOD, *stranger)))
    among_the_others = {pair for pair in after if pair[1].article < len(FLOOD)}
    assert len(before ^ among_the_others) <= 2
    assert len(after - among_the_others) <= 1


class TestProgress:
    def told(self, articles: tuple[Article, ...]) -> list[float]:
        shares: list[float] = []
        compare(articles, progress=shares.append)
        return shares

    def test_it_runs_from_nothing_to_everything_and_never_falls(self) -> None:
        shares = self.told(FLOOD)
        assert shares[0] == 0.0
        assert shares[-1] == 1.0
        assert shares == sorted(shares)

    def test_it_is_told_more_often_the_longer_the_work_is(self) -> None:
        assert len(self.told(made_up_story(1, 2, 60))) > len(self.told(made_up_story(1, 2, 6)))

    @pytest.mark.parametrize("at", [0.0, 0.5, 1.0])
    def test_cancelling_passes_through_and_stops_the_work(self, at: float) -> None:
        shares: list[float] = []

        def stop(share: float) -> None:
            shares.append(share)
            if share >= at:
                raise Cancelled

        with pytest.raises(Cancelled):
            compare(FLOOD, progress=stop)
        assert [share for share in shares if share >= at] == shares[-1:]


def test_headings_are_neither_linked_nor_only_here() -> None:
    def with_heading(article: Article) -> Article:
        first, *others = article.sentences
        return replace(article, sentences=(replace(first, heading=True), *others))

    told = ["What the river did", "The Tessel burst its banks on Monday.", "The mill was flooded."]
    articles = tuple(map(with_heading, story(("Gazette", told), ("Herald", told))))
    comparison = compare(articles)
    for article in (0, 1):
        heading = SentenceRef(article, 0)
        assert comparison.links_of(heading) == ()
        assert comparison.only_here_in(heading) == ()
    assert linked(comparison) == {(SentenceRef(0, n), SentenceRef(1, n)) for n in (1, 2)}

"""Where a sentence ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.core.segmentation import LONGEST_SENTENCE, split

_PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                ". ",
                "? ",
                "! ",
                "... ",
                "\n",
                "\n\n",
                '."',
                "“",
                "” ",
                "。",
                "U.S. ",
                "Mr. ",
                "- ",
                "A",
                " the",
                "x",
                "(",
                ")",
            ]
        ),
        st.text(max_size=5),
    ),
    max_size=40,
).map("".join)


def sentences(text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in split(text)]


def paragraphs(text: str) -> list[int]:
    return [sentence.paragraph for sentence in split(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["The bridge closed.", "Nobody was hurt!", "Why?", "It cracked."],
        # quotations
        ["“We did not call for this.", "We will not help,” Ms. Brand said."],
        ['"Nobody asked us."', "He left.", '"They never do."'],
        ["She called it “a stunt.”", "He agreed."],
        ["“Who pays?” she asked.", "Nobody knew."],
        ["“Who pays?” Mayor Anna Brand asked.", "Nobody knew."],
        ["“Who pays?”", "The answer took an hour."],
        ["‘Stop it.’", "They went on."],
        # abbreviations
        ["Gov. J.B. Hill met Sen. Kay B. Lund on Aug. 30 at 5 p.m. Tuesday.", "They spoke."],
        ["He lives in the U.S.", "The others left."],
        ["The U.S. Senate voted.", "It was No. 3 of the day."],
        ["Donald J. Hill Jr. spoke.", "It was, e.g. for him, short."],
        ["Rep. Lund (D-Calif.) agreed.", "Rep. Hill, R-Va., did not."],
        ["AUGUSTA, Me. — The mill closed.", "Acme Inc. Chief Jan Roe resigned."],
        ["It opened on Sept. 11.", "It closed in Oct.", "The rest is known."],
        ["They are “back in the U.S.”", "Johnson left."],
        ["They are . . . We are here.", "The end."],
        ["They thanked C. A. Roe.", "So did the C.E.O."],
        # figures, dots left out, brackets
        ["It fell by 3.5 percent to $2.4 million.", "30 people came."],
        ["I am ... well ... here.", "It fell....", "The end."],
        ["It goes on.", "[...] Let us see."],
        ["It went down.", "... The world laughed."],
        ["(He declined.)", "She did not."],
        ["1. The first of the list.", "It is short."],
        ["It is known.[12]", "It is new."],
        # other languages
        ["Él dijo: «Sí.»", "¿Qué pasa?", "Nada."],
        ["Il a dit : « Oui. »", "Puis il partit."],
        ["Das ist gut.", "„Nein.“", "Er ging."],
        ["الجو جميل.", "هل تعلم؟", "نعم"],
        ["no end at all"],
    ],
    ids=lambda expected: expected[0],
)
def test_split_on_one_line(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


def test_ideographic_stops_need_no_space() -> None:
    assert sentences("桥关闭了。为什么？“裂缝。”他说。") == ["桥关闭了。", "为什么？", "“裂缝。”", "他说。"]


def test_nothing_to_split() -> None:
    assert split("") == ()
    assert split(" \n ") == ()


def test_lines_and_bullets_cut_first() -> None:
    text = "Bridge closes\n\nIt cracked. It was old.\n- A ferry runs\n- Tickets are cheap\nBy Anna Rossi"
    assert sentences(text) == [
        "Bridge closes",
        "It cracked.",
        "It was old.",
        "- A ferry runs",
        "- Tickets are cheap",
        "By Anna Rossi",
    ]
    assert paragraphs(text) == [0, 1, 1, 2, 3, 4]


def test_a_line_end_in_wrapped_text_is_white_space() -> None:
    text = (
        "The bridge over the river\n\n"
        "The bridge over the river closed on Monday after engineers\n"
        "found a crack in its third arch. Nobody was hurt, the town\n"
        "said.\n"
        "Repairs take two years, and a ferry will run from Friday, the\n"
        "mayor said."
    )
    assert sentences(text) == [
        "The bridge over the river",
        "The bridge over the river closed on Monday after engineers\nfound a crack in its third arch.",
        "Nobody was hurt, the town\nsaid.",
        "Repairs take two years, and a ferry will run from Friday, the\nmayor said.",
    ]
    assert paragraphs(text) == [0, 1, 1, 2]


def test_one_long_line_does_not_hide_the_wrapping() -> None:
    wrapped = "The bridge over the river closed on Monday after the town\nsent engineers there.\n" * 6
    found = sentences(wrapped + "https://post.example/" + "x" * 200)
    assert len(found) == 7
    assert found[0].endswith("the town\nsent engineers there.")


@given(_PIECES)
def test_every_visible_character_is_in_exactly_one_sentence(text: str) -> None:
    found = split(text)
    covered = [offset for sentence in found for offset in range(sentence.start, sentence.end)]
    assert covered == sorted(set(covered))
    assert {offset for offset, character in enumerate(text) if not character.isspace()} <= set(covered)
    for sentence in found:
        assert text[sentence.start : sentence.end] == text[sentence.start : sentence.end].strip() != ""
    numbers = [sentence.paragraph for sentence in found]
    assert numbers == sorted(numbers)


@pytest.mark.parametrize(
    "endless",
    ["word " * 1_000_000, "x" * 5_000_000, ". (" * 1_000_000, " " * 5_000_000 + "x", "A. [...] " * 500_000],
    ids=["words", "letters", "stops", "spaces", "dots"],
)
def test_five_megabytes_on_one_line(endless: str) -> None:
    """Quadratic work on any of these would take hours."""
    found = split(endless)
    assert found
    assert max(sentence.end - sentence.start for sentence in found) <= LONGEST_SENTENCE


def test_a_sentence_without_end_is_cut_at_a_space() -> None:
    text = "word " * 1000
    assert {sentence[-4:] for sentence in sentences(text)} == {"word"}


def test_headings_bylines_and_labels_are_told_from_sentences() -> None:
    text = (
        "Bridge closes\n\nThe bridge closed on Monday. Nobody was hurt.\n\nWhat the town says\n\n"
        "The mayor asked for patience.\n\nHe named no date.\n\nA ferry runs.\n\nBy Ada Lund\n\nTags:"
    )
    headings = [text[s.start : s.end] for s in split(text) if s.heading]
    # the first line may be the headline, which reports something
    assert headings == ["What the town says", "By Ada Lund", "Tags:"]


@pytest.mark.parametrize(
    "line",
    ["Nobody was hurt", "30 dead", "- closed since Monday", "And he shouted, saying:", "“Stay home”"],
)
def test_what_could_report_something_is_no_heading(line: str) -> None:
    others = "One thing happened.\n\n" * 1
    alone = split(f"{others}{line}") if line == "Nobody was hurt" else split(f"{others * 3}{line}")
    assert not any(sentence.heading for sentence in alone)


def test_a_text_without_punctuation_has_no_headings() -> None:
    poem = "\n\n".join(["the river rose", "the bridge was gone", "and nobody came", "to see"])
    assert not any(sentence.heading for sentence in split(poem))

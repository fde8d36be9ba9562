"""Stories for the tests of the engine: written out sentence by sentence, or made up at any size."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsdiff.core.article import Article, Sentence, SentenceRef
from newsdiff.core.comparison import Comparison


def story(*accounts: tuple[str, Sequence[str]]) -> tuple[Article, ...]:
    """Return one article for each (outlet, sentences), a space between sentences."""
    return tuple(
        _article(f"article-{number}", outlet, sentences)
        for number, (outlet, sentences) in enumerate(accounts, 1)
    )


def _article(identity: str, outlet: str, sentences: Sequence[str]) -> Article:
    places = []
    at = 0
    for sentence in sentences:
        places.append(Sentence(at, at + len(sentence), 0))
        at += len(sentence) + 1
    return Article(id=identity, outlet=outlet, text=" ".join(sentences), sentences=tuple(places))


def refs(articles: Sequence[Article]) -> Iterator[SentenceRef]:
    """Name every sentence of a story."""
    for index, article in enumerate(articles):
        for number in range(len(article.sentences)):
            yield SentenceRef(index, number)


def linked(comparison: Comparison) -> set[tuple[SentenceRef, SentenceRef]]:
    """Return the ends of all links, a before b."""
    return {(link.a, link.b) for link in comparison.links}


def made_up_story(seed: int, outlets: int, length: int) -> tuple[Article, ...]:
    """Return a story of that many outlets with `length` sentences each, the same for the same seed.

    Half of an outlet's sentences tell facts that others have too, in other words and in an order of its own;
    the rest is its own. Some shared sentences have a half that is only here.
    """
    chance = random.Random(seed)
    pool = [_fact(chance) for _ in range(length)]
    accounts = []
    for number in range(outlets):
        shared = chance.sample(pool, k=length // 2)
        own = [_fact(chance) for _ in range(length - len(shared))]
        sentences = [_told(fact, chance) for fact in (*shared, *own)]
        chance.shuffle(sentences)
        accounts.append((f"Outlet {number}", sentences))
    return story(*accounts)


@dataclass(frozen=True)
class _Fact:
    """Who did what, where, when and how many: each outlet picks its own words for it."""

    role: tuple[str, ...]
    name: str
    act: tuple[str, ...]
    done: tuple[str, ...]
    figure: int
    thing: tuple[str, ...]
    place: str
    day: str
    said: str


_ROLES = (
    ("Mayor", "the mayor,"),
    ("Inspector", "the head of the inspectors,"),
    ("Engineer", "a bridge engineer,"),
    ("Councillor", "a member of the council,"),
    ("Dr.", "a doctor at the clinic,"),
    ("Captain", "the captain of the ferry,"),
    ("Judge", "a judge at the county court,"),
    ("Professor", "a scholar of rivers,"),
)
_ACTS = (
    (("closed", "shut"), ("closed", "shut down")),
    (("ordered", "asked for"), ("ordered", "requested")),
    (("inspected", "looked over"), ("inspected", "examined")),
    (("bought", "paid for"), ("bought", "purchased")),
    (("rescued", "saved"), ("rescued", "brought to safety")),
    (("promised", "pledged"), ("promised", "pledged")),
    (("counted", "found"), ("counted", "found")),
    (("rejected", "turned down"), ("rejected", "refused")),
    (("repaired", "mended"), ("repaired", "put right")),
    (("photographed", "took pictures of"), ("photographed", "filmed")),
)
_THINGS = (
    ("pumps", "electric pumps"),
    ("bridges", "stone bridges"),
    ("sandbags", "bags of sand"),
    ("ferry tickets", "tickets for the ferry"),
    ("families", "households"),
    ("shops", "small businesses"),
    ("warnings", "written warnings"),
    ("boats", "rowing boats"),
    ("cellars", "flooded cellars"),
    ("claims", "insurance claims"),
    ("schools", "village schools"),
    ("cows", "dairy cows"),
    ("complaints", "formal complaints"),
    ("permits", "building permits"),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ENDS = ("ford", "by", "wick", "holm", "den", "combe", "stead", "mere", "thorpe", "ness")
_STARTS = (
    "Ash",
    "Bram",
    "Corn",
    "Dun",
    "Elm",
    "Fen",
    "Gar",
    "Hol",
    "Kirk",
    "Lang",
    "Mar",
    "Nor",
    "Ox",
    "Pen",
)
_MIDDLES = ("", "er", "ing", "le", "is", "ow", "a", "en")
_REMARKS = (
    "nobody asked us beforehand",
    "the water came faster than anyone expected",
    "we shall be paying for this for years",
    "I have never seen the river so angry",
    "there is no money left in the budget",
    "this could have been prevented",
    "we are grateful to every volunteer",
    "the old maps were simply wrong",
)
_TAILS = (
    "while musicians played in the empty market hall",
    "although a neighbouring county had declined to help",
    "which revived an old quarrel over fishing rights",
    "after a sleepless night in the gymnasium",
    "because the insurance lapsed last winter",
    "before the television crews arrived",
)


def _fact(chance: random.Random) -> _Fact:
    act, done = chance.choice(_ACTS)
    return _Fact(
        role=chance.choice(_ROLES),
        name=_name(chance),
        act=act,
        done=done,
        figure=chance.randint(2, 4000),
        thing=chance.choice(_THINGS),
        place=_name(chance),
        day=chance.choice(_DAYS),
        said=chance.choice(_REMARKS) if chance.random() < 0.25 else "",
    )


def _name(chance: random.Random) -> str:
    return chance.choice(_STARTS) + chance.choice(_MIDDLES) + chance.choice(_ENDS)


def _told(fact: _Fact, chance: random.Random) -> str:
    """Return the fact in one of several orders, with words of the outlet's choice."""
    title, description = fact.role
    who = chance.choice((f"{title} {fact.name}", f"{description} {fact.name},"))
    what = f"{fact.figure:,} {chance.choice(fact.thing)}"
    act, done = chance.choice(fact.act), chance.choice(fact.done)
    if fact.said:
        sentence = chance.choice(
            (
                f"“{fact.said[0].upper()}{fact.said[1:]},” {fact.name} said in {fact.place}",
                f"In {fact.place} on {fact.day} {who} told reporters that “{fact.said}”",
            )
        )
    else:
        sentence = chance.choice(
            (
                f"{who} {act} {what} in {fact.place} on {fact.day}",
                f"On {fact.day}, {what} were {done} by {who} in {fact.place}",
                f"In {fact.place}, {who} {act} {what}",
            )
        )
    if chance.random() < 0.25:
        sentence += f", {chance.choice(_TAILS)}"
    return f"{sentence[0].upper()}{sentence[1:]}."

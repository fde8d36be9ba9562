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


TESSEL = story(
    (
        "Post",
        [
            "The river Tessel burst its banks at Orlow on Tuesday night, flooding 340 homes.",
            "Mayor Ines Calder declared a state of emergency.",
            "A bakery on Mill Street handed out free bread.",
        ],
    ),
    (
        "Radio",
        [
            "Some 340 houses stood under water in Orlow after the Tessel burst its banks on Tuesday.",
            "Ines Calder, the mayor, declared an emergency.",
            "Loaves were given away to whoever came.",
        ],
    ),
    ("Ledger", ["In Orlow 340 homes were flooded by the Tessel.", "Snow is expected in the mountains."]),
)
"""Three accounts of a flood, to be corrected: of free bread two tell in words that no engine links."""


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

    Half of an outlet's sentences tell facts of a pool that all draw from, in other words and in an order of
    its own; the rest is its own. Some sentences, shared or not, have a half that no other outlet has.
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
    """Who did what, and where, when, how many or why if that is known: each outlet picks its own words."""

    who: tuple[str, str]
    act: tuple[str, str, str]
    what: str
    figure: int | None
    place: str
    day: str
    purpose: str
    said: str


_ROLES = (
    "mayor", "inspector", "engineer", "councillor", "doctor", "captain", "judge", "professor",
    "farmer", "baker", "teacher", "pilot", "nurse", "broker", "plumber", "bishop", "curator",
    "historian", "lawyer", "banker", "fisherman", "geologist", "firefighter", "carpenter",
    "chemist", "minister",
)  # fmt: skip
_ACTS = (
    ("closed", "shut", "closed"),
    ("ordered", "requested", "ordered"),
    ("inspected", "examined", "inspected"),
    ("bought", "purchased", "bought"),
    ("rescued", "saved", "saved"),
    ("promised", "pledged", "promised"),
    ("counted", "tallied", "counted"),
    ("rejected", "turned down", "rejected"),
    ("repaired", "mended", "mended"),
    ("photographed", "filmed", "photographed"),
    ("hid", "concealed", "concealed"),
    ("sold", "auctioned off", "sold"),
    ("praised", "lauded", "praised"),
    ("demolished", "tore down", "demolished"),
    ("borrowed", "took on loan", "borrowed"),
    ("painted", "drew", "painted"),
    ("lost", "mislaid", "lost"),
    ("inherited", "came into", "inherited"),
    ("measured", "surveyed", "measured"),
    ("banned", "outlawed", "banned"),
    ("insured", "took out cover for", "insured"),
    ("stored", "kept", "kept"),
    ("delivered", "brought", "delivered"),
    ("smuggled", "slipped out", "smuggled"),
)
_KINDS = (
    "wooden", "electric", "flooded", "ancient", "broken", "rented", "stolen", "empty", "frozen",
    "narrow", "northern", "private", "secret", "foreign", "portable", "rusty", "crowded",
    "abandoned", "cheap", "licensed", "silver", "paper", "temporary", "damp", "antique", "spare",
    "medical", "faulty", "painted", "sacred", "mobile", "copper", "woollen", "municipal", "rare",
    "tropical", "wild", "blind", "deep", "square", "hollow", "royal", "unpaid",
)  # fmt: skip
_NOUNS = (
    "pumps", "bridges", "sandbags", "tickets", "orchards", "shops", "warnings", "boats",
    "cellars", "claims", "schools", "cows", "complaints", "permits", "ladders", "turbines",
    "beehives", "chapels", "generators", "fences", "letters", "mattresses", "violins",
    "tractors", "barrels", "statues", "kitchens", "tunnels", "lanterns", "ferries",
    "libraries", "blankets", "greenhouses", "vaccines", "passports", "telescopes",
    "carpets", "pianos", "windmills", "vineyards", "archives", "caravans", "chimneys",
    "elevators", "fountains", "helmets", "kennels", "lockers", "mirrors", "ovens",
    "parachutes", "quarries", "reservoirs", "saddles", "tapestries", "umbrellas", "vaults",
    "wagons",
)  # fmt: skip
_PURPOSES = (
    "to protect the {}", "to pay for the {}", "in exchange for {}", "because of the {}", "despite the {}",
    "to make room for {}", "against the advice of those who own {}", "without touching the {}",
)  # fmt: skip
_DAYS = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip
_STARTS = (
    "Ash", "Bram", "Corn", "Dun", "Elm", "Fen", "Gar", "Hol", "Kirk", "Lang", "Mar", "Nor", "Ox", "Pen",
    "Quar", "Rus", "Sel", "Thorn", "Ul", "Wes",
)  # fmt: skip
_MIDDLES = ("", "er", "ing", "le", "is", "ow", "a", "en")
_ENDS = (
    "ford", "by", "wick", "holm", "den", "combe", "stead", "mere", "thorpe", "ness", "ley", "gate",
)  # fmt: skip
_SAID = (
    "it was never about the {}, but about the {}",
    "we have {} and we have no {}",
    "those who had the {} had the {} too",
    "there are more {} here than {}",
)


def _fact(chance: random.Random) -> _Fact:
    return _Fact(
        who=(chance.choice(_ROLES), _name(chance)),
        act=chance.choice(_ACTS),
        what=_things(chance),
        figure=chance.randint(2, 4000) if chance.random() < 0.4 else None,
        place=_name(chance) if chance.random() < 0.6 else "",
        day=chance.choice(_DAYS) if chance.random() < 0.3 else "",
        purpose=chance.choice(_PURPOSES).format(_things(chance)) if chance.random() < 0.6 else "",
        said=chance.choice(_SAID).format(_things(chance), _things(chance)) if chance.random() < 0.25 else "",
    )


def _things(chance: random.Random) -> str:
    """Return what a fact is about: most nouns are invented, for real stories have many rare words."""
    noun = chance.choice(_NOUNS)
    if chance.random() < 0.75:
        noun = "".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(3)) + "ns"
    return f"{chance.choice(_KINDS)} {noun}" if chance.random() < 0.3 else noun


def _name(chance: random.Random) -> str:
    return chance.choice(_STARTS) + chance.choice(_MIDDLES) + chance.choice(_ENDS)


def _told(fact: _Fact, chance: random.Random) -> str:
    """Return the fact in one of several orders, with words of the outlet's choice."""
    role, name = fact.who
    who = chance.choice((f"{role.capitalize()} {name}", f"the {role}, {name},", name))
    where = f"in {fact.place}" if fact.place else ""
    when = f"on {fact.day}" if fact.day else ""
    if fact.said:
        orders = (
            (f"“{fact.said[0].upper()}{fact.said[1:]},” {name} said", where, when),
            (where, f"{who} said that “{fact.said}”"),
        )
    else:
        act, another, passive = fact.act
        what = f"{fact.figure:,} {fact.what}" if fact.figure else fact.what
        orders = (
            (who, chance.choice((act, another)), what, where, fact.purpose, when),
            (when, where, who, chance.choice((act, another)), what, fact.purpose),
            (what, f"were {passive} by {who}", where, when, fact.purpose),
        )
    sentence = " ".join(piece for piece in chance.choice(orders) if piece)
    if chance.random() < 0.2:
        own = _fact(chance)
        sentence += (
            f", while {own.what} in {own.place or own.who[1]} were {own.act[2]} {own.purpose}".rstrip()
        )
    return f"{sentence[0].upper()}{sentence[1:].rstrip(',')}."

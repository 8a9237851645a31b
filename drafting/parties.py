"""States and groups of States named in a text, whatever the ending of their names."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import takewhile
from typing import TypeAlias

from babel import Locale

from corpus.errors import NotHeld
from corpus.states import own_names, state_code
from drafting.groups import groups
from drafting.phrases import DRAFT_LANGUAGES, phrases_in
from indexer.tokens import plain_words, stem
from references.plain import plain_text

WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
Names: TypeAlias = dict[tuple[str, ...], dict[str, str]]
LONGEST_NAME = 5
FIRST_LETTERS = 6
EVERYDAY = {"ru": ("Того", "Мали", "Перу", "Чад", "Оман", "Куба", "Гана", "Мир"), "en": ("Turkey", "Jersey", "Guinea")}
"""Names that are also words of everyday speech, which may open a sentence with a capital."""

ADJECTIVES = {"en": {"Tajik": "TJK", "Uzbek": "UZB"}, "ru": {
    "узбекский": "UZB", "российский": "RUS", "китайский": "CHN", "американский": "USA", "французский": "FRA",
    "немецкий": "DEU", "британский": "GBR", "японский": "JPN", "индийский": "IND", "турецкий": "TUR", "иранский": "IRN",
    "итальянский": "ITA", "корейский": "KOR", "пакистанский": "PAK", "афганский": "AFG", "европейский": "EU",
}}  # fmt: skip
"""Adjectives of the five and of States near them that begin otherwise than the name; Russian writes them small."""

TAKEN_FOR_NAMES = re.compile(r"данн|дан\Z|великолеп|доминир|псевдон", re.IGNORECASE)
"""How words begin that share their stem with a State's name and are none: «данный» with «Дания»."""
OTHERS = frozenset({"EU", "XK"})
"""Parties without a code of ISO 3166-1 that speak in negotiations, or are named there: the European Union, Kosovo."""
FIVE_STATES = "central-asia"
"""The id of the group of the five."""
LEAST_WORDS = 2
"""A group called by one word, "the Group", may be any."""
NO_SPEAKERS = frozenset({"lldc-countries"})
"""Countries of a kind, which a text may speak of without anybody's having spoken for them."""


def states_named(text: str, language: str) -> Iterator[str]:
    """The States that a text names anywhere (ISO alpha-3), with a capital, whatever the ending."""
    names = _names(language)
    words = [match[0] for match in WORD.finditer(text)]
    stems = [stemmed(word, language) for word in words]
    place = 0
    while place < len(words):
        length = next((size for size in range(LONGEST_NAME, 0, -1) if _named(words, stems, place, size, names)), 0)
        if length:
            yield _nearest(" ".join(words[place : place + length]), names[tuple(stems[place : place + length])])
        place += length or 1


def states_in_any_case(text: str, language: str) -> frozenset[str]:
    """The States that a text names, in small letters too, and with signs inside that no reader sees."""
    plain = plain_text(text).plain
    capitals = WORD.sub(lambda match: match[0][:1].upper() + match[0][1:], plain)
    return frozenset(states_named(plain, language)) | frozenset(states_named(capitals, language))


def _named(words: list[str], stems: list[str], place: int, size: int, names: Names) -> bool:
    if place + size > len(words) or not words[place][0].isupper() or tuple(stems[place : place + size]) not in names:
        return False
    return size > 1 or TAKEN_FOR_NAMES.match(words[place]) is None


def _nearest(words: str, named: dict[str, str]) -> str:
    """Of the States whose names begin alike (Нигер, Нигерия) the one whose name has most of the word."""
    small = words.casefold()
    return named[max(sorted(named, key=len), key=lambda name: _alike(name.casefold(), small))]


def _alike(left: str, right: str) -> int:
    """How many letters two words share from the beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False)))


@cache
def _names(language: str) -> Names:
    """The codes of States by their names as stems and as written; one that is also an everyday word is left out."""
    known: Names = defaultdict(dict)
    ours = {code: names.get(language, ()) for code, names in own_names().items()}
    for code, name in Locale.parse(language).territories.items():
        try:
            state = state_code(code)
        except NotHeld:  # a continent, a group or a name that no State has
            if code not in OTHERS:
                continue
            state = code
        for written in (str(name), *ours.get(code, ())):
            known[tuple(stemmed(word, language) for word in WORD.findall(written))][written] = state
    for word, state in ADJECTIVES.get(language, {}).items():
        known[(stemmed(word, language),)][word] = state
    for word in EVERYDAY.get(language, ()):
        known.pop((stemmed(word, language),), None)
    known.pop((), None)
    return dict(known)


def groups_named(text: str, language: str) -> frozenset[str]:
    """The ids of the groups that a text in English or Russian names anywhere: "the five Central Asian States"."""
    if language not in DRAFT_LANGUAGES:
        return frozenset()
    stems = [stemmed(match[0], language) for match in WORD.finditer(text)]
    said = f" {' '.join(stems)} "
    found = {group for group, names in _group_names(language) if any(f" {name} " in said for name in names)}
    five = re.search(phrases_in(language).five, text, re.IGNORECASE)
    return frozenset(found | {FIVE_STATES} if five else found)


@cache
def _group_names(language: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The names of each group as stems in a row, without the article."""
    known = []
    for group, each in groups().items():
        if group in NO_SPEAKERS:
            continue
        names = [WORD.findall(name.removeprefix("the ")) for name in each.speaker(language).names]
        stems = [" ".join(stemmed(word, language) for word in name) for name in names if len(name) >= LEAST_WORDS]
        known.append((group, tuple(stems)))
    return tuple(known)


@lru_cache(maxsize=1 << 14)
def stemmed(word: str, language: str) -> str:
    """The first letters of the stem: a stemmer may cut two cases of one name at different places."""
    return " ".join(stem(part, language)[:FIRST_LETTERS] for part in plain_words(word, language))

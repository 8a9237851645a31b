"""What a sentence claims that can be looked up: references, dates, numbers, States."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from babel import Locale

from corpus.errors import NotHeld
from corpus.states import own_names, state_code
from drafting.figures import figures_of, pair_of
from drafting.phrases import without_the_five
from indexer.tokens import plain_words, stem

WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
ISO_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
COMMON = frozenset({"1"})
""" "One" is a pronoun as often as a number."""
LONGEST_NAME = 5
FIRST_LETTERS = 6
EVERYDAY = {"ru": ("Того", "Мали", "Перу", "Чад", "Оман", "Куба", "Гана", "Мир"), "en": ("Turkey", "Jersey", "Guinea")}
"""Names that are also words of everyday speech, which may open a sentence with a capital."""

TAKEN_FOR_NAMES = re.compile(r"данн|дан\Z|великолеп|доминир|псевдон", re.IGNORECASE)
"""How words begin that share their stem with a State's name and are none: «данный» with «Дания»."""


@dataclass(frozen=True, slots=True)
class Claims:
    """References (canonical symbols), dates (ISO), numbers (plain decimals) and States (ISO alpha-3) of a text."""

    references: frozenset[str]
    dates: frozenset[str]
    numbers: frozenset[str]
    states: frozenset[str]

    def beyond(self, support: "Claims") -> tuple[str, ...]:
        """What is claimed here and not there, as written for comparison, in a fixed order."""
        pairs = {pair_of(symbol) for symbol in support.references}
        references = {symbol for symbol in self.references - support.references if pair_of(symbol) not in pairs}
        figures = {number for symbol in support.references for number in re.findall(r"\d+", symbol)}
        numbers = self.numbers - support.numbers - figures - COMMON
        found = (references, self.dates - support.dates, numbers, self.states - support.states)
        return tuple(item for group in found for item in sorted(group))


def claims_in(text: str, language: str) -> Claims:
    """The claims of a text in one language; small numbers written out count as numbers."""
    found = figures_of(without_the_five(text, language), language)
    days = frozenset(ISO_DAY.findall(text))
    return Claims(
        references=frozenset(found.references) | found.pairs,
        dates=frozenset(found.dates) | days,
        numbers=frozenset(found.numbers) | found.in_words | {part for day in days for part in _parts(day)},
        states=frozenset(states_named(text, language)),
    )


def together(claims: Iterable[Claims]) -> Claims:
    """All claims of several texts."""
    known = tuple(claims)
    return Claims(
        references=frozenset().union(*(each.references for each in known)),
        dates=frozenset().union(*(each.dates for each in known)),
        numbers=frozenset().union(*(each.numbers for each in known)),
        states=frozenset().union(*(each.states for each in known)),
    )


def states_named(text: str, language: str) -> Iterator[str]:
    """The States that a text names anywhere (ISO alpha-3), with a capital, whatever the ending."""
    names = _names(language)
    words = [match[0] for match in WORD.finditer(text)]
    stems = [_stemmed(word, language) for word in words]
    place = 0
    while place < len(words):
        length = next((size for size in range(LONGEST_NAME, 0, -1) if _named(words, stems, place, size, names)), 0)
        if length:
            yield names[tuple(stems[place : place + length])]
        place += length or 1


def _named(words: list[str], stems: list[str], place: int, size: int, names: dict[tuple[str, ...], str]) -> bool:
    if place + size > len(words) or not words[place][0].isupper() or tuple(stems[place : place + size]) not in names:
        return False
    return size > 1 or TAKEN_FOR_NAMES.match(words[place]) is None


@cache
def _names(language: str) -> dict[tuple[str, ...], str]:
    """The codes of States by their names as stems; a name that is also an everyday word is left out."""
    known: dict[tuple[str, ...], str] = {}
    ours = {code: names.get(language, ()) for code, names in own_names().items()}
    for code, name in Locale.parse(language).territories.items():
        try:
            state = state_code(code)
        except NotHeld:  # a continent, a group or a name that no State has
            continue
        for written in (str(name), *ours.get(code, ())):
            known[tuple(_stemmed(word, language) for word in WORD.findall(written))] = state
    for word in EVERYDAY.get(language, ()):
        known.pop((_stemmed(word, language),), None)
    known.pop((), None)
    return known


def _stemmed(word: str, language: str) -> str:
    """The first letters of the stem: a stemmer may cut two cases of one name at different places."""
    return " ".join(stem(part, language)[:FIRST_LETTERS] for part in plain_words(word, language))


def _parts(day: str) -> tuple[str, str]:
    year, _, number = day.split("-")
    return year, str(int(number))

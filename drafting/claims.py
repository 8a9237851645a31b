"""What a sentence claims that can be looked up: references, dates, numbers, States, groups of States."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.registry import date_in_words
from corpus.states import FIVE, name_of_alpha3
from drafting.figures import figures_of, pair_of
from drafting.groups import groups
from drafting.parties import FIVE_STATES, groups_named, states_named
from drafting.phrases import without_the_five

ISO_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
COMMON = frozenset({"1"})
""" "One" is a pronoun as often as a number."""


@dataclass(frozen=True, slots=True)
class Claims:
    """References (canonical symbols), dates (ISO), numbers (plain decimals), States (ISO alpha-3), groups (ids)."""

    references: frozenset[str]
    dates: frozenset[str]
    numbers: frozenset[str]
    states: frozenset[str]
    groups: frozenset[str] = frozenset()

    def beyond(self, support: "Claims") -> "Claims":
        """What is claimed here and not there."""
        pairs = {pair_of(symbol) for symbol in support.references}
        references = {symbol for symbol in self.references - support.references if pair_of(symbol) not in pairs}
        figures = {number for symbol in support.references for number in re.findall(r"\d+", symbol)}
        dates = self.dates - support.dates
        numbers = self.numbers - support.numbers - figures - COMMON - {part for day in dates for part in _parts(day)}
        named = self.groups - support.groups - ({FIVE_STATES} if set(FIVE) <= support.states else set())
        return Claims(frozenset(references), dates, numbers, self.states - support.states, named)

    def told(self, language: str) -> tuple[str, ...]:
        """All of it in the words of the language, in a fixed order."""
        states = [name_of_alpha3(state, language) for state in sorted(self.states)]
        named = [groups()[group].speaker(language).name for group in sorted(self.groups)]
        days = [date_in_words(day, language) for day in sorted(self.dates)]
        return (*sorted(self.references), *days, *sorted(self.numbers), *states, *named)


def claims_in(text: str, language: str) -> Claims:
    """The claims of a text in one language; small numbers written out count as numbers."""
    found = figures_of(without_the_five(text, language), language)
    days = frozenset(ISO_DAY.findall(text))
    return Claims(
        references=frozenset(found.references) | found.pairs,
        dates=frozenset(found.dates) | days,
        numbers=frozenset(found.numbers) | found.in_words | {part for day in days for part in _parts(day)},
        states=frozenset(states_named(text, language)),
        groups=groups_named(text, language),
    )


def together(claims: Iterable[Claims]) -> Claims:
    """All claims of several texts."""
    known = tuple(claims)
    return Claims(
        references=frozenset().union(*(each.references for each in known)),
        dates=frozenset().union(*(each.dates for each in known)),
        numbers=frozenset().union(*(each.numbers for each in known)),
        states=frozenset().union(*(each.states for each in known)),
        groups=frozenset().union(*(each.groups for each in known)),
    )


def _parts(day: str) -> tuple[str, str]:
    year, _, number = day.split("-")
    return year, str(int(number))

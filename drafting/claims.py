"""What a sentence claims that can be looked up: references, figures, States, groups of States."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.registry import date_in_words
from corpus.states import FIVE, name_of_alpha3
from drafting.figures import PAIRED, figures_of, pair_of
from drafting.figures_said import FiguresSaid, figures_said, figures_together
from drafting.groups import groups
from drafting.parties import FIVE_STATES, groups_named, states_in_any_case
from references.checker import ReferenceChecker

SYMBOL = re.compile(r"(?<![\w/])[^\W\d_][\w.()-]*/[\w./()-]*\d[\w./()-]*")


@dataclass(frozen=True, slots=True)
class Beyond:
    """What is claimed and not supported."""

    references: frozenset[str]
    figures: tuple[str, ...]
    states: frozenset[str]
    groups: frozenset[str]

    def told(self, language: str) -> tuple[str, ...]:
        """All of it in the words of the language, in a fixed order."""
        return (
            *sorted(self.references),
            *(date_in_words(figure, language) for figure in self.figures),
            *(name_of_alpha3(state, language) for state in sorted(self.states)),
            *(groups()[group].speaker(language).name for group in sorted(self.groups)),
        )


@dataclass(frozen=True, slots=True)
class Claims:
    """References (canonical symbols, ids of the registry), figures, States (ISO alpha-3), groups (ids)."""

    references: frozenset[str]
    figures: FiguresSaid
    states: frozenset[str]
    groups: frozenset[str] = frozenset()

    def beyond(self, support: "Claims") -> Beyond:
        """What is claimed here and not there."""
        references = references_beyond(self.references, support.references)
        named = self.groups - support.groups - ({FIVE_STATES} if set(FIVE) <= support.states else set())
        return Beyond(references, self.figures.beyond(support.figures), self.states - support.states, named)


def claims_in(text: str, language: str, checker: ReferenceChecker | None = None) -> Claims:
    """The claims of a text in one language; instruments that it calls by name only count where a checker knows them."""
    found = figures_of(text, language)
    named = references_in(checker, text, language) if checker and text.strip() else frozenset[str]()
    return Claims(
        references=frozenset(found.references) | found.pairs | named,
        figures=figures_said(text, language),
        states=states_in_any_case(text, language),
        groups=groups_named(text, language),
    )


def together(claims: Iterable[Claims]) -> Claims:
    """All claims of several texts."""
    known = tuple(claims)
    return Claims(
        references=frozenset().union(*(each.references for each in known)),
        figures=figures_together(tuple(each.figures for each in known)),
        states=frozenset().union(*(each.states for each in known)),
        groups=frozenset().union(*(each.groups for each in known)),
    )


def references_in(checker: ReferenceChecker, text: str, language: str) -> frozenset[str]:
    """Every instrument that a text refers to: its canonical symbol or the registry's id, else the words themselves.

    What only looks like a symbol counts as it is written.
    """
    mentions = checker.mentions(text, language)
    named = {each.symbol or each.instrument or " ".join(each.text.casefold().split()) for each in mentions}
    odd = (
        match[0].strip(".()-")
        for match in SYMBOL.finditer(text)
        if not any(each.start < match.end() and match.start() < each.end for each in mentions)
    )
    return frozenset({*named, *odd})


def references_beyond(said: frozenset[str], known: frozenset[str]) -> frozenset[str]:
    """References that are not known; a number without an organ is that of any organ, never the other way."""
    pairs = {pair_of(symbol) for symbol in known}
    return frozenset(each for each in said - known if not (PAIRED.fullmatch(each) and each in pairs))

"""Who is a member of a group, as far as the registry knows, and which members the evidence covers."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from babel import Locale

from corpus.library import Library
from corpus.registry import FactName
from corpus.states import FIVE, alpha3_codes
from drafting.accept import silent
from drafting.agreement import state_list, wording
from drafting.draft import Level
from drafting.evidence import Evidence

GROUPS = {Level.LLDC: "lldc-group", Level.G77: "g77"}


@dataclass(frozen=True, slots=True)
class Coverage:
    """Members of a group (ISO alpha-3) whose position the evidence shows, and those it says nothing of."""

    covered: tuple[str, ...]
    missing: tuple[str, ...]
    sources: tuple[str, ...]


def members(library: Library, level: Level) -> tuple[str, ...]:
    """The members of the group that the registry knows, as ISO alpha-3 codes in alphabetical order; the five at home.

    For the LLDC Group these are all 32; for the Group of 77 and China those that a source held names.
    """
    if level is Level.CENTRAL_ASIA:
        return FIVE
    return tuple(sorted({code for code, _ in _known(library, level)}))


def _known(library: Library, level: Level) -> list[tuple[str, str]]:
    """Members with the source that says so."""
    group = library.instrument(GROUPS.get(level, ""))
    facts = group.facts(FactName.MEMBERSHIP) if group else ()
    return [(_codes()[fact.value], fact.source) for fact in facts if fact.value in _codes()]


def coverage(library: Library, level: Level, evidence: Iterable[Evidence]) -> Coverage:
    """Which members of the group the evidence covers, with the sources of the list of members."""
    shown = {state for one in evidence if not silent(one) for state in one.states}
    known = members(library, level)
    return Coverage(
        tuple(state for state in known if state in shown),
        tuple(state for state in known if state not in shown),
        tuple(dict.fromkeys(source for _, source in _known(library, level))),
    )


def coverage_sentence(found: Coverage, level: Level, language: str) -> str:
    """What a person must know before writing in the name of the group; empty for a State or the five."""
    if level not in GROUPS:
        return ""
    if not found.covered:
        return wording("only_group", language)
    names, known = state_list(found.covered, language), len(found.covered) + len(found.missing)
    if level is Level.LLDC:
        return wording("covered", language, count=len(found.covered), all=known, names=names)
    return wording("covered_g77", language, names=names, known=known)


@cache
def _codes() -> dict[str, str]:
    """ISO alpha-3 codes by the English names of CLDR and by those that UN lists use."""
    territories = Locale("en").territories
    return {str(territories[alpha2]): alpha3 for alpha3, alpha2 in alpha3_codes().items()} | UN_NAMES


UN_NAMES = {
    "Lao People's Democratic Republic": "LAO",
    "Lao PDR": "LAO",
    "Republic of Moldova": "MDA",
    "Kyrgyz Republic": "KGZ",
    "Eswatini": "SWZ",
    "North Macedonia": "MKD",
}
"""Names in the lists read that CLDR has in another form."""

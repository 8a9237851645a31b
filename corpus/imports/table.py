"""Look up resolutions, their neighbours in the same session and their forerunners under the same title."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from corpus.errors import SymbolError
from corpus.imports.known import KnownResolution
from corpus.imports.merge import Conflict, folded_title
from corpus.roman import roman_value
from corpus.symbol import Symbol

_OF_CONFERENCE = re.compile(r"(?P<number>\d+)/(?P<session>[A-Z]+\.\d+)")
_NUMBER_LAST = re.compile(r"(?P<head>.*[/.])(?P<number>\d+)(?: (?P<part>[A-Z]))?(?: \((?P<session>[^()]*)\))?")
FIRST_SESSION = 1945
"""Regular session N of the General Assembly opens in this year plus N."""


class Place(NamedTuple):
    """Where a resolution stands: its session (with the body, as a key) and its number there."""

    session: str
    number: int


class Neighbours(NamedTuple):
    """The known resolutions next to one in number, in the same session."""

    before: KnownResolution | None
    after: KnownResolution | None


class ResolutionTable:
    """Everything known of resolutions; symbols may be given in any form that `Symbol.parse` reads."""

    def __init__(self, resolutions: Iterable[KnownResolution], conflicts: Iterable[Conflict] = ()) -> None:
        self._by_symbol = {resolution.symbol: resolution for resolution in resolutions}
        self.conflicts = tuple(conflicts)

    def __len__(self) -> int:
        return len(self._by_symbol)

    def find(self, symbol: str) -> KnownResolution | None:
        """What is known of this resolution, or nothing."""
        return self._by_symbol.get(symbol) or self._by_symbol.get(_canonical(symbol))

    def neighbours(self, symbol: str) -> Neighbours:
        """The known resolutions with the nearest lower and higher number in the same session that have a date.

        The resolution itself need not be known. Parts of one number (31/16 A and B) are not neighbours.
        """
        place = place_of(_canonical(symbol))
        if place is None:
            return Neighbours(None, None)
        numbers, dated = self._by_session.get(place.session, ([], []))
        left, right = bisect_left(numbers, place.number), bisect_right(numbers, place.number)
        return Neighbours(dated[left - 1] if left else None, dated[right] if right < len(dated) else None)

    def series(self, symbol: str) -> tuple[KnownResolution, ...]:
        """The resolutions of the same body under the same title in other sessions, newest last."""
        known = self.find(symbol)
        key = folded_title(known.title) if known else ""
        if known is None or not key:
            return ()
        place, body = place_of(known.symbol), _body(known.symbol)
        return tuple(
            other
            for other in self._by_title[key]
            if _body(other.symbol) == body and _session(other.symbol) != (place.session if place else "")
        )

    @cached_property
    def _by_session(self) -> dict[str, tuple[list[int], list[KnownResolution]]]:
        groups: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for resolution in self._by_symbol.values():
            place = place_of(resolution.symbol)
            if place and resolution.adopted_on:
                groups[place.session].append((place.number, resolution.symbol))
        return {
            session: ([number for number, _ in sorted(members)], [self._by_symbol[one] for _, one in sorted(members)])
            for session, members in groups.items()
        }

    @cached_property
    def _by_title(self) -> dict[str, list[KnownResolution]]:
        groups: dict[str, list[KnownResolution]] = defaultdict(list)
        for resolution in self._by_symbol.values():
            if resolution.title:
                groups[folded_title(resolution.title)].append(resolution)
        for members in groups.values():
            members.sort(key=_age)
        return groups


def place_of(symbol: str) -> Place | None:
    """The place of a canonical symbol: A/RES/78/147 is number 147 of “A/RES/78/”."""
    conference = _OF_CONFERENCE.fullmatch(symbol)
    if conference:
        return Place(conference["session"], int(conference["number"]))
    match = _NUMBER_LAST.fullmatch(symbol)
    if match is None:
        return None
    return Place(f"{match['head']}{match['session'] or ''}", int(match["number"]))


def _canonical(symbol: str) -> str:
    try:
        return Symbol.parse(symbol).canonical
    except SymbolError:
        return symbol.strip()


def _session(symbol: str) -> str:
    place = place_of(symbol)
    return place.session if place else symbol


def _body(symbol: str) -> str:
    """The letters before the first figure: A/RES/, UNEP/EA., S/RES/; or the conference, as CP."""
    conference = _OF_CONFERENCE.fullmatch(symbol)
    return conference["session"].split(".")[0] if conference else re.split(r"\d|S-|ES-", symbol, maxsplit=1)[0]


def _age(resolution: KnownResolution) -> tuple[str, int, str]:
    place = place_of(resolution.symbol)
    number = place.number if place else 0
    return resolution.adopted_on or _likely_year(place), number, resolution.symbol


def _likely_year(place: Place | None) -> str:
    """The year in which the session named in the symbol opened, for the order of undated resolutions."""
    session = place.session.rstrip("/").rpartition("/")[2] if place else ""
    figure = int(session) if session.isdigit() else roman_value(session.rpartition("-")[2])
    return str(figure if figure > FIRST_SESSION else FIRST_SESSION + figure)

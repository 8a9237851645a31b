"""Bring two layers of knowledge together without losing where anything came from."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from corpus.imports.known import FIELDS, KnownResolution, Stated, resolution_of
from corpus.tables import Confidence

RANKS = {
    Confidence.HIGH: 3,
    Confidence.MEDIUM: 2,
    Confidence.LOW: 1,
    Confidence.UNKNOWN: 0,
    Confidence.NOT_RATED: 0,
}
SOURCE_SEPARATOR = " ; "
IMPORTED = ", imported "
"""Stands between a file and the day of its import; the same file imported on another day is the same source."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sources that state different things of one resolution; `kept` is the one that stands."""

    symbol: str
    name: str
    kept: Stated
    other: Stated


class Merged(NamedTuple):
    """The outcome of a merge."""

    resolutions: tuple[KnownResolution, ...]
    conflicts: tuple[Conflict, ...]


def merge(known: Iterable[KnownResolution], imported: Iterable[KnownResolution]) -> Merged:
    """Add what was imported to what is known.

    A gap is filled; the same value gains a source; a different value is reported and replaces the known one only if
    that is not curated and of lower confidence. Merging the same thing again changes nothing.
    """
    by_symbol: dict[str, KnownResolution] = {}
    conflicts: list[Conflict] = []
    for layer in (known, imported):
        for resolution in layer:
            held = by_symbol.get(resolution.symbol)
            if held is None:
                by_symbol[resolution.symbol] = resolution
            elif held != resolution:
                by_symbol[resolution.symbol] = _joined(held, resolution, conflicts)
    return Merged(tuple(by_symbol.values()), tuple(dict.fromkeys(conflicts)))


def _joined(held: KnownResolution, new: KnownResolution, conflicts: list[Conflict]) -> KnownResolution:
    values = {name: held.stated(name) for name in FIELDS}
    language = held.language
    for name in FIELDS:
        ours, theirs = values[name], new.stated(name)
        if not theirs.value:
            continue
        if name == "title" and not ours.value:
            language = new.language
        if name == "title" and language != new.language:
            continue  # two languages of one title do not contradict each other
        values[name] = _settled(held.symbol, name, ours, theirs, conflicts)
    return resolution_of(held.symbol, language, values) if any(one.value for one in values.values()) else held


def _settled(symbol: str, name: str, ours: Stated, theirs: Stated, conflicts: list[Conflict]) -> Stated:
    if not ours.value:
        return theirs
    if same_value(name, ours.value, theirs.value):
        return _confirmed(ours, theirs)
    stronger = RANKS[theirs.confidence] > RANKS[ours.confidence] and not ours.curated
    kept, other = (theirs, ours) if stronger else (ours, theirs)
    conflicts.append(Conflict(symbol, name, kept, other))
    return kept


def _confirmed(ours: Stated, theirs: Stated) -> Stated:
    confidence = max(ours.confidence, theirs.confidence, key=lambda one: RANKS[one])
    source = join_sources(ours.source, theirs.source)
    return Stated(ours.value, source, confidence, ours.curated or theirs.curated)


def join_sources(first: str, second: str) -> str:
    """Both lists of sources as one, each source once."""
    sources: dict[str, str] = {}
    for source in (*first.split(SOURCE_SEPARATOR), *second.split(SOURCE_SEPARATOR)):
        sources.setdefault(source.rpartition(IMPORTED)[0] or source, source)
    return SOURCE_SEPARATOR.join(sources.values())


def same_value(name: str, one: str, other: str) -> bool:
    """Whether two values say the same: titles regardless of typography, “unanimously” like a vote without dissent."""
    if one == other:
        return True
    if name == "title":
        return folded_title(one) == folded_title(other)
    if name == "vote":
        return "unanimously" in (one, other) and (one + other).endswith(("-0-0", "-0-0unanimously"))
    return False


def folded_title(title: str) -> str:
    """A title without case, accents, punctuation and spacing, as a key for comparison."""
    if not title.isascii():
        parts = unicodedata.normalize("NFKD", title)
        title = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[^\W_]+", title.casefold()))

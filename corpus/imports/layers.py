"""The layers of what is known of resolutions, strongest first: curated registry, primary texts, imports."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from corpus.imports.known import KnownResolution, Stated, resolution_of
from corpus.imports.merge import Conflict, merge
from corpus.imports.store import load_imported
from corpus.imports.table import ResolutionTable
from corpus.registry import UNKNOWN, Fact, FactName, Instrument
from corpus.tables import DATA_FOLDER, Entry, read_table, require

PRIMARY_FILE = DATA_FOLDER / "primary.toml"


class PrimaryFile(Entry, frozen=True):
    """The shape of primary.toml."""

    resolution: tuple[KnownResolution, ...]


def load_resolutions(imported: Path, instruments: Iterable[Instrument]) -> ResolutionTable:
    """Everything known: the curated instruments, the primary texts, and the imports kept in the folder.

    Where layers contradict each other the stronger one stands, and the table's `conflicts` tell of it.
    """
    resolutions, conflicts = merge(curated_resolutions(instruments), primary_resolutions())
    told: list[Conflict] = [*conflicts]
    for stored in load_imported(imported):
        resolutions, conflicts = merge(resolutions, stored.resolutions)
        told.extend(conflicts)
    return ResolutionTable(resolutions, told)


def primary_resolutions(path: Path = PRIMARY_FILE) -> tuple[KnownResolution, ...]:
    """The titles and dates read from primary texts.

    Raises:
        CorpusError: the file is wrong; an entry without a source or with a date that is not one is refused.
    """
    return tuple(_checked(path, entry) for entry in read_table(path, PrimaryFile).resolution)


def curated_resolutions(instruments: Iterable[Instrument]) -> Iterator[KnownResolution]:
    """The instruments of the curated registry that have a symbol, with their title, date and vote."""
    for instrument in instruments:
        title = next(iter(instrument.facts(FactName.TITLE, "en") or instrument.facts(FactName.TITLE)), None)
        values = {
            name: Stated(fact.value, fact.source, fact.confidence, curated=True)
            for name, fact in (("title", title), ("adopted_on", _adoption(instrument)), ("vote", _vote(instrument)))
            if fact
        }
        if instrument.symbol and values:
            yield resolution_of(instrument.symbol, title.language if title else "", values)


def _adoption(instrument: Instrument) -> Fact | None:
    return next((fact for fact in instrument.facts(FactName.ADOPTED_ON) if _is_day(fact.value)), None)


def _vote(instrument: Instrument) -> Fact | None:
    told = (*instrument.facts(FactName.VOTE), *instrument.facts(FactName.ADOPTED_HOW))
    return next((fact for fact in told if fact.name is FactName.VOTE or fact.value == "without a vote"), None)


def _checked(path: Path, entry: KnownResolution) -> KnownResolution:
    require(entry.symbol.strip() and entry.source.strip(), path, f"{entry.symbol or 'an entry'} has no source")
    told = {
        name: value for name, value in (("title", entry.title), ("adopted_on", entry.adopted_on)) if value != UNKNOWN
    }
    require(told, path, f"{entry.symbol}: nothing is known of it")
    day = told.get("adopted_on")
    require(day is None or _is_day(day), path, f"{entry.symbol}: “{day}” is not a date")
    values = {name: Stated(value, entry.source, entry.confidence) for name, value in told.items()}
    return resolution_of(entry.symbol, entry.language, values)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False

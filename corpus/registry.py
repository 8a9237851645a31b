"""The registry: instruments and events, every fact with its source and confidence."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path

from babel.dates import format_date

from corpus.errors import SymbolError
from corpus.symbol import Symbol
from corpus.tables import Confidence, Entry, read_table, require

NOTE_LANGUAGES = ("en", "ru")
UNKNOWN = "unknown"
DATE_FORMS = {"en": "d MMMM y", "ru": "d MMMM y 'года'"}
"""Dates as United Nations documents write them, where that is not the form of everyday use."""
STATE_CODES = {
    "Kazakhstan": "KAZ",
    "Kyrgyzstan": "KGZ",
    "Tajikistan": "TJK",
    "Turkmenistan": "TKM",
    "Uzbekistan": "UZB",
}


class FactName(StrEnum):
    """What can be known of an instrument; three dates are three different facts."""

    TITLE = "title"
    SHORT_TITLE = "short_title"
    VARIANT_NAME = "variant_name"
    NUMBER = "number"
    ADOPTED_ON = "adopted_on"
    DISTR_DATE = "distr_date"
    HELD_ON = "held_on"
    PLACE = "place"
    DRAFT = "draft"
    AGENDA_ITEM = "agenda_item"
    COMMITTEE_REPORT = "committee_report"
    MEETING = "meeting"
    ADOPTED_HOW = "adopted_how"
    VOTE = "vote"
    PRESS_RELEASE = "press_release"
    INITIATED_BY = "initiated_by"
    INTRODUCED_BY = "introduced_by"
    ON_BEHALF_OF = "on_behalf_of"
    COSPONSORED_BY = "cosponsored_by"
    COSPONSOR_COUNT = "cosponsor_count"
    HOST = "host"
    ORGANIZED_BY = "organized_by"
    DATE_OBSERVED = "date_observed"
    FIRST_OBSERVED = "first_observed"
    PERIOD = "period"
    CITATION = "citation"
    BASIS = "basis"
    STATUS = "status"
    MEMBERSHIP = "membership"
    PARTICIPATION = "participation"
    REMARK = "remark"


class InstrumentKind(StrEnum):
    """What an entry of the registry is."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    TREATY = "treaty"
    DECLARATION = "declaration"
    PROGRAMME = "programme"
    CONFERENCE = "conference"
    SUMMIT = "summit"
    DAY = "day"
    YEAR = "year"
    DECADE = "decade"
    FUND = "fund"
    CENTRE = "centre"
    ORGANIZATION = "organization"
    INITIATIVE = "initiative"
    DOCUMENT = "document"
    PLEDGE = "pledge"
    GROUP = "group"


class Fact(Entry, frozen=True):
    """One thing known of an instrument, never without a source; the value "unknown" is kept as such."""

    name: FactName
    value: str
    source: str
    confidence: Confidence
    language: str = ""


class InstrumentNote(Entry, frozen=True):
    """What one paragraph of an instrument decides, in our own words; `paragraph` only where it is certain."""

    en: str
    ru: str
    source: str
    confidence: Confidence
    paragraph: str = ""


class Instrument(Entry, frozen=True):
    """An instrument or event: its facts and what it decides. `id` is the symbol, or a slug where there is none."""

    id: str
    kind: InstrumentKind
    body: str
    topics: tuple[str, ...]
    cited_in: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    fact: tuple[Fact, ...] = ()
    note: tuple[InstrumentNote, ...] = ()

    def facts(self, name: FactName, language: str = "") -> tuple[Fact, ...]:
        """The known facts of this name (in this language, if one is named), in the order of the file."""
        return tuple(
            fact
            for fact in self.fact
            if fact.name is name and fact.value != UNKNOWN and (not language or fact.language == language)
        )

    def title(self, language: str) -> str:
        """The title in the language, else in English or Russian, else the id."""
        for wanted in (language, "en", "ru"):
            for name in (FactName.TITLE, FactName.SHORT_TITLE, FactName.VARIANT_NAME):
                known = self.facts(name, wanted)
                if known:
                    return known[0].value
        return self.id

    @property
    def symbol(self) -> str:
        """The document symbol, or an empty text for events and other things without one."""
        try:
            return Symbol.parse(self.id).canonical
        except SymbolError:
            return ""


def load_registry(folder: Path) -> Iterator[Instrument]:
    """Every instrument in the folder, in the order of the file names.

    Raises:
        CorpusError: a file is wrong, a fact has no source, or "unknown" is used for one of value and confidence only.
    """
    for path in sorted(folder.glob("*.toml")):
        yield load_instrument(path)


def load_instrument(path: Path) -> Instrument:
    """One instrument from its file."""
    instrument = read_table(path, Instrument)
    for fact in instrument.fact:
        where = f"{instrument.id}, fact {fact.name}"
        require(fact.source.strip(), path, f"{where} has no source")
        require(fact.value.strip(), path, f"{where} is empty; write “unknown”")
        unknown = fact.value == UNKNOWN
        require(
            unknown == (fact.confidence is Confidence.UNKNOWN),
            path,
            f"{where}: an unknown value has unknown confidence, and no other has",
        )
    for note in instrument.note:
        require(note.source.strip(), path, f"{instrument.id}: a note has no source: {note.en[:40]}")
    return instrument


def date_in_words(iso: str, language: str) -> str:
    """A date as the language writes it; a month, a year or a span is given as it is recorded."""
    try:
        return format_date(date.fromisoformat(iso), DATE_FORMS.get(language, "long"), locale=language)
    except ValueError:
        return iso

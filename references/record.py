"""What the registry and the imported tables know of one instrument, as a check needs it."""

from dataclasses import dataclass

from corpus.imports.known import Stated
from corpus.imports.table import ResolutionTable
from corpus.library import Library
from corpus.registry import UNKNOWN, FactName, Instrument
from corpus.tables import Confidence
from references.mention import Mention

NOT_SEEN = "the registry"


@dataclass(frozen=True, slots=True)
class Known:
    """One known value with its source; `relied_on` is whether it may confirm or contradict a text."""

    value: str
    source: str
    confidence: Confidence
    relied_on: bool


UNSEEN = Known(UNKNOWN, NOT_SEEN, Confidence.UNKNOWN, relied_on=False)


@dataclass(frozen=True, slots=True)
class Record:
    """All that is known of one instrument: the curated entry, if there is one, and its dates and title."""

    instrument: Instrument | None
    adopted: Known
    distributed: Known
    number: Known | None
    title: Known
    newer: str = ""

    def facts(self, name: FactName) -> tuple[Known, ...]:
        """The curated facts of this name that may be relied on."""
        facts = self.instrument.facts(name) if self.instrument else ()
        return tuple(
            Known(fact.value, fact.source, fact.confidence, relied_on=True)
            for fact in facts
            if fact.confidence is Confidence.HIGH
        )


def record_of(library: Library, table: ResolutionTable, mention: Mention) -> Record | None:
    """The record of what a reference names, or nothing where nothing is held.

    A curated fact counts with high confidence only. A value imported from the UN library's own tables or read in a
    primary text counts with medium confidence too: it is a located record, not somebody's report of one.
    """
    instrument = library.instrument(mention.instrument or mention.symbol)
    known = table.find(mention.symbol) if mention.symbol else None
    if instrument is None and known is None:
        return None
    adopted = _curated(instrument, FactName.ADOPTED_ON)
    title = _curated(instrument, FactName.TITLE)
    if known is not None:
        adopted = _stronger(adopted, known.stated("adopted_on"))
        title = _stronger(title, known.stated("title"))
    number = _curated(instrument, FactName.NUMBER)
    later = table.series(mention.symbol) if mention.symbol and known else ()
    newer = later[-1].symbol if later and later[-1].symbol != mention.symbol else ""
    return Record(
        instrument,
        adopted,
        _curated(instrument, FactName.DISTR_DATE),
        number if number.value != UNKNOWN else None,
        title,
        newer,
    )


def _curated(instrument: Instrument | None, name: FactName) -> Known:
    facts = instrument.facts(name) if instrument else ()
    if not facts:
        unknown = [fact for fact in (instrument.fact if instrument else ()) if fact.name is name]
        return Known(UNKNOWN, unknown[0].source, Confidence.UNKNOWN, relied_on=False) if unknown else UNSEEN
    fact = facts[0]
    return Known(fact.value, fact.source, fact.confidence, relied_on=fact.confidence is Confidence.HIGH)


def _stronger(curated: Known, stated: Stated) -> Known:
    if curated.value != UNKNOWN or stated.curated or not stated.value:
        return curated
    relied_on = stated.confidence in {Confidence.HIGH, Confidence.MEDIUM}
    return Known(stated.value, stated.source, stated.confidence, relied_on)

"""The sources of a draft as a bibliography has them: one entry a document, from what is known of it."""

import re
from collections.abc import Iterable

from corpus.document import Document, TextKind
from corpus.errors import NotHeld
from corpus.library import Library
from corpus.registry import FactName, Instrument, InstrumentKind
from drafting.draft import Citation, Draft
from drafting.export.public import public_part
from drafting.export.sources import Source, SourceType
from drafting.sources import POSITIONS, REGISTRY
from indexer.places import DECLARATION

ADDRESS = re.compile(r"https?://[^\s;,]+")
TYPES = {
    InstrumentKind.RESOLUTION: SourceType.RESOLUTION,
    InstrumentKind.DECISION: SourceType.RESOLUTION,
    InstrumentKind.DECLARATION: SourceType.DECLARATION,
    InstrumentKind.TREATY: SourceType.TREATY,
}
NOTES = "Notes of Ortak on national positions, in our own words"
ON_RECORD = "As told by the registry of Ortak, in our own words"


def sources_of(draft: Draft, library: Library, with_private: bool = False) -> tuple[Source, ...]:
    """Every document that a verified citation of the draft names, once, in the order of the text."""
    shown = draft if with_private else public_part(draft)
    cited = [one for section in shown.sections for statement in section.statements for one in statement.citations]
    return tuple(_once(library, (one for one in cited if one.verified)))


def _once(library: Library, citations: Iterable[Citation]) -> list[Source]:
    found: dict[str, Source] = {}
    for one in citations:
        if one.document not in found:
            try:
                document = library.document(one.document, one.language)
            except NotHeld:
                continue
            found[one.document] = _source(library, document)
    return list(found.values())


def _source(library: Library, document: Document) -> Source:
    instrument = library.instrument(document.id.removeprefix(REGISTRY))
    if document.source is not None:
        return _own(document)
    if document.id == DECLARATION:
        facts = document.facts
        return Source(
            document.id,
            SourceType.DECLARATION,
            document.title,
            date=str(facts.get("date", "")),
            language=document.language,
        )
    if document.id.startswith(POSITIONS):
        return Source(document.id, SourceType.NOTE, document.title, language=document.language, note=NOTES)
    if instrument is not None:
        return _on_record(instrument, document)
    return Source(document.id, SourceType.NOTE, document.title, language=document.language)


def _own(document: Document) -> Source:
    kinds = {TextKind.OFFICIAL: SourceType.RESOLUTION, TextKind.POSITION: SourceType.SPEECH}
    return Source(
        document.id,
        kinds.get(document.kind, SourceType.OWN_FILE),
        document.title or document.id,
        number=document.symbol,
        body=str(document.facts.get("body", "")),
        date=str(document.facts.get("adopted_on", "") or document.facts.get("distr_date", "")),
        language=document.language,
    )


def _on_record(instrument: Instrument, document: Document) -> Source:
    adopted = instrument.facts(FactName.ADOPTED_ON)
    address = ADDRESS.search(" ".join(fact.source for fact in instrument.fact))
    return Source(
        instrument.id,
        TYPES.get(instrument.kind, SourceType.NOTE),
        instrument.title(document.language),
        number=instrument.symbol,
        body=instrument.body,
        date=adopted[0].value if adopted else "",
        language=document.language,
        url=address[0] if address else "",
        note=ON_RECORD,
    )

"""Read MARCXML exports of the UN Digital Library: one record per document or vote.

Relied on: the UNBIS reference manual of the Dag Hammarskjöld Library and its guidelines for voting records.

| field | in the record of a document | in the record of a vote |
|---|---|---|
| 001 | number of the record | number of the record |
| 191 $a | its symbol | not used |
| 791 $a | not used here | symbol of the resolution voted on |
| 245 $a $b | title | title |
| 992 $a | date of adoption | not used |
| 269 $a, 260 | date of issue, which is **not** that of adoption, so it is left out | date of the vote |
| 996 | $a note on the vote | $b yes, $c no, $d abstentions |

Related documents (993) and the votes of single States (967 to 969) are not kept. The file must be plain UTF-8 XML: a
document type or entity declaration is refused, so that no entity can ever be expanded.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn
from xml.parsers import expat

from corpus.errors import InputRefused, SymbolError
from corpus.imports.catalogue import (
    catalogue_date,
    catalogue_symbol,
    catalogue_title,
    looks_adopted,
    tally,
    vote_in_note,
)
from corpus.imports.known import KnownResolution
from corpus.imports.report import CONFIDENCE, BadRows, Reading
from corpus.symbol import Series, Symbol

AGAIN = "Export the records as MARCXML again and import the file unchanged."
KEPT = ("191", "245", "269", "791", "992", "996")
"""The fields that are used; a record of a vote has two hundred others."""
Subfields = list[tuple[str, str]]


@dataclass(slots=True)
class Record:
    """One MARC record while it is being read: its number and its fields in their order."""

    number: str = ""
    fields: list[tuple[str, Subfields]] = field(default_factory=list)

    def values(self, tag: str, code: str) -> list[str]:
        """Every value of this subfield, without blanks around it; empty ones are left out."""
        return [value for subfields in self.all(tag) for name, value in subfields if name == code and value]

    def first(self, tag: str, code: str) -> str:
        """The first value of this subfield, or an empty text."""
        return next(iter(self.values(tag, code)), "")

    def all(self, tag: str) -> Iterator[Subfields]:
        """The subfields of every field of this tag."""
        return (subfields for name, subfields in self.fields if name == tag)


def read_marcxml(path: Path, source: str) -> Reading:
    """Read one MARCXML file; records that cannot be used are counted, not fatal.

    Raises:
        InputRefused: it is not well-formed UTF-8 XML, declares a document type or entities, or holds no record.
    """
    records = parse_records(path.read_bytes(), path.name)
    bad = BadRows()
    found: list[KnownResolution] = []
    skipped = 0
    for place, record in enumerate(records, start=1):
        where = f"record {record.number or f'at place {place}'}"
        try:
            resolutions = tuple(_resolutions(record, source))
        except (SymbolError, ValueError) as error:
            bad.add(where, str(error))
            continue
        found.extend(resolutions)
        skipped += not resolutions
    return Reading(tuple(found), len(records), skipped, bad.count, tuple(bad.named))


def parse_records(content: bytes, name: str) -> list[Record]:
    """Every MARC record of the XML, wherever in it they stand."""
    builder = _Builder(name)
    parser = expat.ParserCreate(encoding="UTF-8")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = builder.refuse
    parser.EntityDeclHandler = builder.refuse
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.text
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        problem = expat.ErrorString(error.code)
        raise InputRefused(f"{name} is not complete XML: {problem} in line {error.lineno}. {AGAIN}") from error
    if not builder.records:
        raise InputRefused(f"{name} holds no MARC record. {AGAIN}")
    return builder.records


class _Builder:
    """Takes the parser's events and puts records together."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.records: list[Record] = []
        self.wanted = False
        self.code: str | None = None
        self.pieces: list[str] = []

    def refuse(self, *_: object) -> NoReturn:
        raise InputRefused(f"{self.name} declares a document type or entities, which is not accepted. {AGAIN}")

    def start(self, element: str, attributes: dict[str, str]) -> None:
        kind = element.rpartition(":")[2]
        if kind == "record":
            self.records.append(Record())
        elif kind == "datafield":
            self._open_field(attributes.get("tag", ""))
        elif kind == "controlfield" or (kind == "subfield" and self.wanted):
            self.code = attributes.get("code") if kind == "subfield" else attributes.get("tag")
            self.pieces = []

    def _open_field(self, tag: str) -> None:
        self.wanted = bool(self.records) and tag in KEPT
        if self.wanted:
            self.records[-1].fields.append((tag, []))

    def text(self, piece: str) -> None:
        if self.code is not None:
            self.pieces.append(piece)

    def end(self, element: str) -> None:
        kind = element.rpartition(":")[2]
        if self.code is None or not self.records:
            return
        value = " ".join("".join(self.pieces).split())
        if kind == "controlfield" and self.code == "001":
            self.records[-1].number = value[:40]
        elif kind == "subfield" and self.records[-1].fields:
            self.records[-1].fields[-1][1].append((self.code, value))
        if kind in ("subfield", "controlfield"):
            self.code = None


def _resolutions(record: Record, source: str) -> Iterator[KnownResolution]:
    of_document = record.values("191", "a")
    for symbol in _symbols(of_document or record.values("791", "a")):
        title = catalogue_title(" ".join((record.first("245", "a"), record.first("245", "b"))))
        yield KnownResolution(
            symbol=symbol.canonical,
            source=source,
            confidence=CONFIDENCE,
            title=title,
            language="en" if title else "",
            adopted_on=_adopted_on(record, voted=not of_document),
            vote=_vote(record),
        )


def _symbols(written: list[str]) -> Iterator[Symbol]:
    for text in written:
        try:
            symbol = catalogue_symbol(text)
        except SymbolError:
            if looks_adopted(text):
                raise
            continue
        if symbol.series is not Series.DOCUMENT:
            yield symbol


def _adopted_on(record: Record, *, voted: bool) -> str:
    days = record.values("269", "a") if voted else record.values("992", "a")
    if len(days) != 1 or "," in days[0]:
        return ""  # several days: a decision taken in parts, or not told
    return catalogue_date(days[0])


def _vote(record: Record) -> str:
    for subfields in record.all("996"):
        counts = dict(subfields)
        note = vote_in_note(counts.get("a", ""))
        vote = note or (tally(counts["b"], counts["c"], counts.get("d", "")) if {"b", "c"} <= counts.keys() else "")
        if vote:
            return vote
    return ""

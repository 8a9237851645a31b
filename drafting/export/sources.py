"""The sources of a draft as BibTeX and as CSL-JSON, for programs that keep references."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

DATE_PARTS = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # a brace is counted even after a backslash
    "}": r"\textbraceright{}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
IN_ADDRESS = {"{": "%7B", "}": "%7D", "\\": "%5C"}


class SourceType(StrEnum):
    """What kind of source it is."""

    RESOLUTION = "resolution"
    DECLARATION = "declaration"
    TREATY = "treaty"
    NOTE = "note"
    SPEECH = "speech"
    OWN_FILE = "own file"


BIBTEX_TYPES = {SourceType.NOTE: "techreport"}
CSL_TYPES = {
    SourceType.RESOLUTION: "legislation",
    SourceType.TREATY: "treaty",
    SourceType.NOTE: "report",
    SourceType.SPEECH: "speech",
}


@dataclass(frozen=True, slots=True)
class Source:
    """One source. `number` is its symbol (A/RES/77/158), `body` who adopted or issued it.

    `date` and `accessed` are ISO dates, of a year or a month too; whatever else stands there is kept as it is.
    """

    id: str
    type: SourceType
    title: str
    number: str = ""
    body: str = ""
    date: str = ""
    language: str = ""
    url: str = ""
    accessed: str = ""
    note: str = ""


def bibtex(sources: Iterable[Source]) -> str:
    """The sources as a BibTeX file in UTF-8, in their order, each with a key of its own."""
    taken: set[str] = set()
    return "\n".join(_entry(source, _key(source.id, taken)) for source in sources)


def csl_json(sources: Iterable[Source]) -> str:
    """The sources as CSL-JSON, the form that Zotero, Mendeley and pandoc read."""
    return json.dumps([_item(source) for source in sources], ensure_ascii=False, indent=2) + "\n"


def _entry(source: Source, key: str) -> str:
    lines = [f"  {name} = {{{value}}}" for name, value in _fields(source)]
    return f"@{BIBTEX_TYPES.get(source.type, 'misc')}{{{key},\n" + ",\n".join(lines) + "\n}\n"


def _fields(source: Source) -> Iterator[tuple[str, str]]:
    """The fields that have something in them. The title has braces of its own: its capitals stay."""
    if source.body:
        yield ("institution" if source.type is SourceType.NOTE else "author"), f"{{{_escaped(source.body)}}}"
    yield "title", f"{{{_escaped(source.title)}}}"
    if source.number:
        yield "number", _escaped(source.number)
    found = DATE_PARTS.fullmatch(source.date)
    if found:
        yield "year", found[1]
        yield "date", source.date
    elif source.date:
        yield "year", _escaped(source.date)
    yield from ((name, _escaped(value)) for name, value in _plain_fields(source) if value)
    if source.url:
        address = "%20".join(source.url.split())
        yield "url", "".join(IN_ADDRESS.get(character, character) for character in address)


def _plain_fields(source: Source) -> Iterator[tuple[str, str]]:
    yield "language", source.language
    yield "urldate", source.accessed
    yield "note", source.note


def _escaped(text: str) -> str:
    """The text with the signs that TeX reads as its own written out, on one line."""
    return "".join(SPECIAL.get(character, character) for character in " ".join(text.split()))


def _key(source_id: str, taken: set[str]) -> str:
    """A key of plain letters, figures and hyphens; a number is added where it would stand twice."""
    plain = unicodedata.normalize("NFKD", source_id).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-") or "source"
    key = stem
    number = 2
    while key.casefold() in taken:
        key = f"{stem}-{number}"
        number += 1
    taken.add(key.casefold())
    return key


def _item(source: Source) -> dict[str, object]:
    """One source in the variables of CSL; those that have nothing are left out."""
    item: dict[str, object] = {
        "id": source.id,
        "type": CSL_TYPES.get(source.type, "document"),
        "title": source.title,
        "number": source.number,
        "language": source.language,
        "URL": source.url,
        "note": source.note,
    }
    if source.body:
        item["author"] = [{"literal": source.body}]
        item["authority" if source.type is SourceType.RESOLUTION else "publisher"] = source.body
    if source.date:
        item["issued"] = _date(source.date)
    if source.accessed:
        item["accessed"] = _date(source.accessed)
    return {name: value for name, value in item.items() if value}


def _date(text: str) -> dict[str, object]:
    found = DATE_PARTS.fullmatch(text)
    if not found:
        return {"literal": text}
    return {"date-parts": [[int(part) for part in found.groups() if part]]}

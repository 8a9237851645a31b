"""A document of the user's own library as it is kept: the parsed text, where it came from, and how the import went."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from corpus.document import Document, SourceFile, TextKind
from corpus.paragraph import Facets, Paragraph, ParagraphKind, ParagraphRef
from corpus.tables import Entry

FORMAT = 1


class StoredParagraph(Entry, frozen=True):
    """A paragraph without what the document says for all of them."""

    label: str
    kind: ParagraphKind
    text: str
    page: int | None = None
    heading: str = ""
    spans: tuple[tuple[int, int], ...] = ()


class LeftOut(Entry, frozen=True):
    """What an import left out: what, why, and how many of its kind."""

    what: str
    why: str
    count: int = 1


class PendingChanges(Entry, frozen=True):
    """The pending changes of a Word file: how many, by whom, and whether they were read as accepted."""

    insertions: int
    deletions: int
    authors: tuple[str, ...]
    accepted: bool


class ImportReport(Entry, frozen=True):
    """How the import of one file went.

    `letter_share` is the share of letters among the visible characters, 0 to 1; `certainty` how sure the language is,
    0 to 1; `references` how many references to UN instruments were found; `notes` what a person should know.
    """

    pages: int
    paragraphs: dict[str, int]
    letter_share: float
    language: str
    certainty: float
    references: int
    dropped: tuple[LeftOut, ...] = ()
    repairs: tuple[str, ...] = ()
    changes: PendingChanges | None = None
    notes: tuple[str, ...] = ()


class StoredDocument(Entry, frozen=True):
    """One document in one language, as one JSON file keeps it.

    `asked` are the choices that the person made (kind, state, symbol …), so that the same file with the same choices
    is known to be there already.
    """

    format: int
    id: str
    symbol: str
    kind: TextKind
    language: str
    title: str
    opening: str
    facts: dict[str, str]
    states: tuple[str, ...]
    body: str
    years: tuple[int, ...]
    asked: dict[str, str]
    file: str
    sha256: str
    reader: str
    added_on: str
    paragraphs: tuple[StoredParagraph, ...]
    report: ImportReport


@dataclass(frozen=True, slots=True)
class Held:
    """What a list of the library shows of one document in one language."""

    id: str
    language: str
    kind: TextKind
    title: str
    states: tuple[str, ...]
    file: str
    added_on: str
    report: ImportReport


def document_of(stored: StoredDocument, path: str) -> Document:
    """The stored document as every other part of the product knows documents; `path` is the file it was read from."""
    facets = Facets(stored.states, stored.body, stored.years, ())
    return Document(
        id=stored.id,
        symbol=stored.symbol,
        kind=stored.kind,
        language=stored.language,
        title=stored.title,
        opening=stored.opening,
        facts=dict(stored.facts),
        source=SourceFile(stored.file, path, stored.sha256, stored.reader, stored.report.pages, stored.added_on),
        paragraphs=tuple(
            Paragraph(
                ref=ParagraphRef(stored.id, one.label),
                language=stored.language,
                kind=one.kind,
                text=one.text,
                page=one.page,
                facets=facets,
                heading=one.heading,
                spans=one.spans,
            )
            for one in stored.paragraphs
        ),
    )


def held_of(stored: StoredDocument) -> Held:
    """What a list shows of a stored document."""
    return Held(
        stored.id,
        stored.language,
        stored.kind,
        stored.title,
        stored.states,
        stored.file,
        stored.added_on,
        stored.report,
    )


def counted(paragraphs: Iterable[StoredParagraph]) -> dict[str, int]:
    """How many paragraphs there are of each kind."""
    return dict(Counter(str(one.kind) for one in paragraphs))


def as_json(stored: StoredDocument) -> bytes:
    """The stored document as JSON."""
    return msgspec.json.encode(stored)


def from_json(content: bytes) -> StoredDocument:
    """What `as_json` wrote.

    Raises:
        msgspec.MsgspecError: it is not JSON of this shape.
    """
    return msgspec.json.decode(content, type=StoredDocument)

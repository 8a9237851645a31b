"""Places that evidence can come from, in the order in which they are looked through."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.document import Document, TextKind
from corpus.errors import NotHeld
from corpus.library import Library
from corpus.paragraph import Paragraph, ParagraphKind, ParagraphRef
from indexer.places import DECLARATION

REGISTRY = "registry:"
POSITIONS = "positions:"
GROUP = "LLDC"
"""The group whose notes ship with the product."""
NOT_TEXT = frozenset({ParagraphKind.TABLE, ParagraphKind.FOOTNOTE})


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph in the version to be quoted, and what kind of text that is."""

    paragraph: Paragraph
    kind: TextKind


def place(library: Library, ref: ParagraphRef, language: str) -> Place | None:
    """The paragraph in the language, else in English, else in whatever it is held in; nothing where it is not held."""
    try:
        versions = library.versions(ref)
    except NotHeld:
        return None
    code = next((code for code in (language, "en") if code in versions), next(iter(versions)))
    return Place(versions[code], library.kind(ref, code))


def note_place(library: Library, note_id: str, language: str) -> Place | None:
    """A position note by its id."""
    document = POSITIONS + note_id.split("-", maxsplit=1)[0]
    return place(library, ParagraphRef(document, note_id), language)


def declaration_place(library: Library, label: str, language: str) -> Place | None:
    """A paragraph of the declaration by its label."""
    return place(library, ParagraphRef(DECLARATION, label), language)


@dataclass(frozen=True, slots=True)
class Named:
    """An instrument as a topic names it, with the label of one of its paragraphs where one is meant."""

    instrument: str
    label: str = ""


def named(library: Library, written: str) -> Named:
    """The instrument and label that a topic's file writes as one text: "A/RES/77/158 OP5"."""
    words = written.split(" ")
    for count in range(len(words), 0, -1):
        instrument = " ".join(words[:count])
        if library.instrument(instrument):
            return Named(instrument, " ".join(words[count:]))
    return Named(written)


def note_paragraphs(library: Library, instrument: str, language: str) -> tuple[Place, ...]:
    """The registry's notes on an instrument, "about" first; nothing where it is not in the registry."""
    if library.instrument(instrument) is None:
        return ()
    document = library.document(REGISTRY + instrument, language if language in ("en", "ru") else "en")
    return tuple(Place(paragraph, document.kind) for paragraph in document.paragraphs)


def full_text(library: Library, instrument: str, language: str) -> Document | None:
    """The official text of an instrument that the person added, where one is held under its symbol."""
    return next(
        (one for one in added(library, TextKind.OFFICIAL, language) if instrument in (one.symbol, one.id)), None
    )


def added(library: Library, kind: TextKind, language: str) -> Iterator[Document]:
    """The documents of this kind that the person added, each in the language asked for or else in one it is held in."""
    for document_id in sorted(library.added_ids):
        languages = library.languages(document_id)
        code = next((code for code in (language, "en") if code in languages), languages[0])
        document = library.document(document_id, code)
        if document.kind is kind and document.source is not None:
            yield document


def readable(document: Document) -> Iterator[Paragraph]:
    """The paragraphs that can carry a position: no tables, no footnotes."""
    return (paragraph for paragraph in document.paragraphs if paragraph.kind not in NOT_TEXT)


def states_of(document: Document) -> tuple[str, ...]:
    """The States whose text it is."""
    return tuple(dict.fromkeys(state for paragraph in document.paragraphs for state in paragraph.facets.states))


def year_of(paragraph: Paragraph) -> int:
    """The latest year that the paragraph's document is dated with, 0 where none is known."""
    written = re.findall(r"(?:19|20)\d{2}", paragraph.ref.document)
    return max((*paragraph.facets.years, *(int(year) for year in written)), default=0)

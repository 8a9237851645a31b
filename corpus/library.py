"""What is held: every document in every language, the registry, the term bank, the finding aids."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from corpus.declarations import Declaration, GuideEntry, load_declarations
from corpus.document import Document, TextKind
from corpus.errors import NotHeld, SymbolError
from corpus.folders import library_folder
from corpus.holdings import Holdings
from corpus.instrument_documents import instrument_documents
from corpus.paragraph import Paragraph, ParagraphRef
from corpus.positions import PositionFile, load_positions, position_documents
from corpus.registry import Instrument, load_registry
from corpus.symbol import Symbol
from corpus.tables import DATA_FOLDER
from corpus.terms import Concept, load_terms


@dataclass(frozen=True, slots=True)
class Library:
    """All texts that are held. Look things up by id or symbol; ask for a language and get the best there is."""

    declarations: tuple[Declaration, ...]
    instruments: tuple[Instrument, ...]
    positions: tuple[PositionFile, ...]
    concepts: tuple[Concept, ...]
    _versions: Mapping[str, Mapping[str, Document]] = field(repr=False)
    _paragraphs: Mapping[ParagraphRef, Mapping[str, Paragraph]] = field(repr=False)
    _guide: Mapping[tuple[ParagraphRef, str], GuideEntry] = field(repr=False)
    _id_by_symbol: Mapping[str, str] = field(repr=False)
    _folded_ids: Mapping[str, str] = field(repr=False)
    added_ids: frozenset[str] = field(repr=False)
    """The ids of the documents that a person added."""

    @classmethod
    def of(
        cls,
        declarations: Iterable[Declaration],
        instruments: Iterable[Instrument],
        positions: Iterable[PositionFile],
        concepts: Iterable[Concept],
        added: Iterable[Document] = (),
    ) -> "Library":
        """Put the parts together and make everything findable; `added` are the documents of the user's own library."""
        held = (tuple(declarations), tuple(instruments), tuple(positions), tuple(concepts))
        versions: dict[str, dict[str, Document]] = defaultdict(dict)
        paragraphs: dict[ParagraphRef, dict[str, Paragraph]] = defaultdict(dict)
        id_by_symbol: dict[str, str] = {}
        for document in (*_documents(*held[:3]), *added):
            versions[document.id][document.language] = document
            if document.symbol and document.kind is not TextKind.REGISTRY:
                id_by_symbol[document.symbol] = document.id
            elif document.symbol:
                id_by_symbol.setdefault(document.symbol, document.id)
            for paragraph in document.paragraphs:
                paragraphs[paragraph.ref][document.language] = paragraph
        guide = {
            (ParagraphRef(declaration.id, label), language): entry
            for declaration in held[0]
            for (label, language), entry in declaration.guide.items()
        }
        folded_ids = {document_id.casefold(): document_id for document_id in versions}
        added_ids = frozenset(document_id for document_id, found in versions.items() if _is_added(found))
        return cls(*held, versions, paragraphs, guide, id_by_symbol, folded_ids, added_ids)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all documents held, in the order they were loaded."""
        return tuple(self._versions)

    def find(self, name: str) -> str:
        """The id of the document with this id or symbol: the official text if held, else the registry's notes.

        Raises:
            NotHeld: nothing is held under that name.
        """
        asked = name.strip().casefold()
        for form in (asked, f"registry:{asked}"):
            if form in self._folded_ids:
                return self._folded_ids[form]
        try:
            symbol = Symbol.parse(name).canonical
        except SymbolError:
            raise NotHeld(f"Nothing is held under “{name.strip()[:80]}”. “ortak corpus list” shows every id.") from None
        if symbol not in self._id_by_symbol:
            raise NotHeld(
                f"{symbol} is not in the registry and no text of it is held. That does not mean that it does not exist."
            )
        return self._id_by_symbol[symbol]

    def document(self, name: str, language: str = "") -> Document:
        """The document in the language; without one, in its original language or else in English.

        Raises:
            NotHeld: the document, or its version in that language, is not held.
        """
        document_id = self.find(name)
        versions = self._versions[document_id]
        if language and language not in versions:
            raise NotHeld(f"{document_id} is held in {' '.join(sorted(versions))}, not in “{language}”.")
        if language:
            return versions[language]
        originals = [version for version in versions.values() if version.kind is TextKind.OFFICIAL]
        english = versions.get("en") or next(iter(versions.values()))
        return english if len(originals) == len(versions) else next(iter(originals), english)

    def languages(self, document_id: str) -> tuple[str, ...]:
        """The languages in which the document is held, in alphabetical order."""
        return tuple(sorted(self._versions[document_id]))

    def versions(self, ref: ParagraphRef) -> Mapping[str, Paragraph]:
        """The paragraph in every language it is held in.

        Raises:
            NotHeld: no such paragraph is held.
        """
        if ref not in self._paragraphs:
            self.document(ref.document).paragraph(ref.label)
            raise NotHeld(f"“{ref}” is not held.")
        return self._paragraphs[ref]

    def kind(self, ref: ParagraphRef, language: str) -> TextKind:
        """What kind of text the paragraph is in that language."""
        return self._versions[ref.document][language].kind

    def refs(self) -> tuple[ParagraphRef, ...]:
        """Every place held, in reading order."""
        return tuple(self._paragraphs)

    def guide(self, ref: ParagraphRef, language: str) -> GuideEntry | None:
        """The finding aid for a place in a language, where one was written."""
        return self._guide.get((ref, language))

    def instrument(self, instrument_id: str) -> Instrument | None:
        """The registry's entry with this id, or nothing."""
        return next((known for known in self.instruments if known.id == instrument_id), None)

    def concept(self, concept_id: str) -> Concept | None:
        """The concept with this id, or nothing."""
        return next((known for known in self.concepts if known.id == concept_id), None)


def load_library(folder: Path = DATA_FOLDER, added: Holdings | None = None) -> Library:
    """Load everything that ships with the product, and everything that the person added to their own library.

    A damaged file of the person's own library is left out; `Holdings.problems` names it.

    Raises:
        CorpusError: a shipped file is wrong; the message names it.
    """
    holdings = added or Holdings(library_folder())
    return Library.of(
        load_declarations(folder / "documents"),
        load_registry(folder / "instruments"),
        load_positions(folder / "positions"),
        load_terms(folder / "terms"),
        holdings.documents(),
    )


def _is_added(versions: Mapping[str, Document]) -> bool:
    return any(version.source is not None for version in versions.values())


def _documents(
    declarations: tuple[Declaration, ...], instruments: tuple[Instrument, ...], positions: tuple[PositionFile, ...]
) -> Iterator[Document]:
    for declaration in declarations:
        yield from declaration.documents
    for instrument in instruments:
        yield from instrument_documents(instrument)
    for notes in positions:
        yield from position_documents(notes)

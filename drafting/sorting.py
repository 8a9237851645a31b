"""The passages of a matrix sorted by what they are: declarations, positions of States, of groups, instruments."""

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.document import TextKind
from corpus.errors import NotHeld
from corpus.library import Library
from corpus.paragraph import ParagraphKind, ParagraphRef
from corpus.positions import Stance
from corpus.tables import Confidence
from drafting.evidence import Evidence
from drafting.known import LABEL
from drafting.matrix import Cell, Matrix, Row
from drafting.passage import ABOUT, Passage, passage_at, passage_of, told_at, unique

ASKING = (Stance.PROPOSES, Stance.CALLS_FOR, Stance.OPPOSES, Stance.CONDITIONAL)
"""Stances that want something of a text, the first the most."""
TRUST = (Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW, Confidence.UNKNOWN, Confidence.NOT_RATED)


@dataclass(frozen=True, slots=True)
class Sorted:
    """The passages of one row or of a whole matrix, each place once, and the evidence whose source is gone.

    `record` is what instruments say, `named` only what they are.
    """

    declared: tuple[Passage, ...] = ()
    national: tuple[Passage, ...] = ()
    silent: tuple[Passage, ...] = ()
    group: tuple[Passage, ...] = ()
    record: tuple[Passage, ...] = ()
    named: tuple[Passage, ...] = ()
    lost: tuple[Evidence, ...] = ()

    @property
    def operative(self) -> tuple[Passage, ...]:
        """The numbered paragraphs of declarations."""
        return tuple(each for each in self.declared if each.paragraph.kind is ParagraphKind.OPERATIVE)

    @property
    def preambular(self) -> tuple[Passage, ...]:
        """The preambular paragraphs of declarations."""
        return tuple(each for each in self.declared if each.paragraph.kind is ParagraphKind.PREAMBULAR)


def row_sorted(row: Row, library: Library, language: str) -> Sorted:
    """The passages of one issue."""
    return _sorted(_pieces(row, library), library, language)


def matrix_sorted(matrix: Matrix, library: Library, language: str) -> Sorted:
    """The passages of all issues."""
    return _sorted([piece for row in matrix.rows for piece in _pieces(row, library)], library, language)


def states_of(passage: Passage) -> tuple[str, ...]:
    """Whose position a passage shows."""
    return passage.evidence.states or (passage.paragraph.facets.states if _is_note(passage) else ())


def by_weight(passage: Passage) -> tuple[int, int, int]:
    """What to choose first: what asks for something, what is trusted, what is recent."""
    stance = ASKING.index(passage.evidence.stance) if passage.evidence.stance in ASKING else len(ASKING)
    confidence = TRUST.index(Confidence(passage.paragraph.confidence)) if passage.paragraph.confidence else 0
    return stance, confidence, -int(passage.date.replace("-", "").ljust(8, "0") or 0)


def by_recency(passage: Passage) -> tuple[str, int]:
    """The newest first, once sorted in reverse."""
    return passage.date, -by_weight(passage)[1]


def _pieces(row: Row, library: Library) -> list[Evidence]:
    """The evidence of a row, and the notes behind its empty cells that tell of a search without result."""
    pieces = [piece for cell in row.cells for piece in cell.evidence]
    for cell in row.cells:
        if not cell.evidence and cell.note:
            pieces += _notes_of_silence(cell, library)
    return pieces


def _notes_of_silence(cell: Cell, library: Library) -> Iterator[Evidence]:
    for file in library.positions:
        for note in file.note:
            texts = {text for text in (note.fact, note.fact_ru) if text and text in cell.note}
            if cell.holder in note.states and note.stance is Stance.NO_RECORD and texts:
                yield passage_at(library, ParagraphRef(f"positions:{file.id}", note.id), "en").evidence


def _is_note(passage: Passage) -> bool:
    return passage.kind is TextKind.POSITION and passage.is_note


def _sorted(pieces: list[Evidence], library: Library, language: str) -> Sorted:
    declarations = {declaration.id for declaration in library.declarations}
    kinds: dict[str, list[Passage]] = {
        name: [] for name in ("declared", "national", "silent", "group", "record", "named")
    }
    lost: list[Evidence] = []
    for passage in unique(_held(pieces, library, language, lost)):
        is_instrument = library.instrument(passage.ref.document.removeprefix("registry:")) is not None
        name = _kind(passage, passage.ref.document in declarations, is_instrument)
        if name:
            kinds[name].append(passage)
    kinds["record"] = list(_without_copies(kinds["record"], library))
    return Sorted(**{name: tuple(found) for name, found in kinds.items()}, lost=tuple(lost))


def _without_copies(passages: list[Passage], library: Library) -> Iterator[Passage]:
    """A paragraph of an annex once, where the instrument annexed has an entry of its own beside the resolution."""
    seen: dict[str, list[str]] = {}
    for passage in passages:
        name, label = passage.place
        instrument = library.instrument(name)
        kin = {*(instrument.related if instrument else ())}
        if label.startswith("annex") and kin & set(seen.get(label, ())):
            continue
        seen.setdefault(label, []).append(name)
        yield passage


def _held(pieces: list[Evidence], library: Library, language: str, lost: list[Evidence]) -> Iterator[Passage]:
    for piece in pieces:
        try:
            place = told_at(library, piece.ref, "en")
            yield passage_of(library, piece, language) if place == piece.ref else passage_at(library, place, language)
        except NotHeld:
            if piece not in lost:
                lost.append(piece)


def _kind(passage: Passage, is_declaration: bool, is_instrument: bool) -> str:
    """Which heap a passage belongs to; none for what is only about other passages."""
    if is_declaration:
        return "declared"
    if LABEL.fullmatch(passage.ref.label):
        return ""
    if is_instrument:
        return "named" if passage.ref.label == ABOUT else "record"
    if _is_note(passage) and passage.evidence.stance is Stance.NO_RECORD:
        return "silent"
    if states_of(passage):
        return "national"
    return "group" if passage.kind is TextKind.POSITION else "record"

"""Matrices for the tests of the writer: by hand from real notes, and of whole topics."""

from types import SimpleNamespace

from corpus.library import Library
from corpus.paragraph import ParagraphRef
from corpus.positions import Stance, find_note
from corpus.states import FIVE
from drafting.accept import accept
from drafting.build_matrix import build_matrix
from drafting.draft import Level
from drafting.evidence import Evidence
from drafting.gather import gather
from drafting.matrix import Agreement, Cell, Issue, Matrix, Row
from drafting.topics import topics


def evidence_at(library: Library, document: str, label: str, language: str, issue: str) -> Evidence:
    """The whole paragraph as evidence."""
    ref = ParagraphRef(document, label)
    states = () if document.startswith("registry:") else None
    return accept(library, ref, language, library.versions(ref)[language].text, issue=issue, states=states)


def row_of(
    library: Library,
    language: str,
    issue: str,
    *,
    notes: tuple[str, ...] = (),
    declaration: tuple[str, ...] = (),
    record: tuple[tuple[str, str], ...] = (),
    known: tuple[str, ...] = (),
) -> Row:
    """A row from labels of notes, paragraphs of the declaration, and places of the registry; silent notes as notes."""
    cells: dict[str, list[Evidence]] = {state: [] for state in FIVE}
    silence: dict[str, str] = {}
    for label in notes:
        note = find_note(library.positions, label)
        assert note is not None
        if note.stance is Stance.NO_RECORD:
            silence[note.states[0]] = note.fact
            continue
        document = next(f"positions:{file.id}" for file in library.positions if note in file.note)
        holder = note.states[0] if note.states else "LLDC"
        cells.setdefault(holder, []).append(evidence_at(library, document, label, language, issue))
    for label in declaration:
        piece = evidence_at(library, "declaration-2026", label, language, issue)
        cells.setdefault("declaration-2026", []).append(piece)
    for instrument, label in record:
        piece = evidence_at(library, f"registry:{instrument}", label, language, issue)
        cells.setdefault(instrument, []).append(piece)
    columns = tuple(
        Cell(holder, found[0].stance if found else Stance.NO_RECORD, 0, tuple(found), silence.get(holder, ""))
        for holder, found in cells.items()
    )
    names = {"en": issue.replace("-", " "), "ru": issue.replace("-", " ")}
    return Row(Issue(issue, names), columns, Agreement.PARTIAL, "", known=known)


def matrix_of(language: str, *rows: Row) -> Matrix:
    """A matrix of the five from rows made by hand."""
    return Matrix("glaciers" if language == "en" else "ледники", language, FIVE, (), rows)


def topic_matrix(library: Library, topic: str, language: str, level: Level, state: str = "") -> Matrix:
    """The matrix of a shipped topic from what ships, as the terminal would make it."""
    wanted = topics()[topic]
    states = tuple(dict.fromkeys((*([state] if state else []), *FIVE)))
    evidence = gather(SimpleNamespace(library=library), wanted, language, states=states)  # type: ignore[arg-type]
    return build_matrix(library, wanted, evidence, states=states, language=language, level=level)

"""Evidence becomes a matrix: issue × State, group and instrument, with agreement, gaps and warnings."""

from collections.abc import Iterable
from dataclasses import replace

from corpus.document import TextKind
from corpus.library import Library
from corpus.positions import PositionNote, Stance, find_note
from drafting.accept import silent
from drafting.agreement import Sides, agreement_of, state_list, wording
from drafting.draft import Level
from drafting.evidence import Evidence
from drafting.matrix import Cell, Matrix, Row
from drafting.membership import coverage, coverage_sentence
from drafting.projects.values import CellEdit
from drafting.sources import GROUP, POSITIONS, REGISTRY
from drafting.topics import Topic, TopicIssue
from indexer.places import DECLARATION

WEIGHT = (
    Stance.OPPOSES,
    Stance.CONDITIONAL,
    Stance.COMMITS,
    Stance.PROPOSES,
    Stance.CALLS_FOR,
    Stance.SUPPORTS,
    Stance.MENTIONS,
)
"""Which stance a cell shows where its passages show several: the one that a drafter must not overlook."""
WARNED = ("D-", "F-", "C2-", "C-")
"""What is on record for an issue, in the order in which a row warns of it."""


def build_matrix(
    library: Library,
    topic: Topic,
    evidence: Iterable[Evidence],
    *,
    states: tuple[str, ...],
    language: str,
    level: Level | None = None,
) -> Matrix:
    """The matrix of a topic in Russian or English.

    `states` are the columns of States (ISO alpha-3), whether anything was found or not; groups and instruments have a
    column where there is evidence of theirs. `level` adds what a text in the name of a group must know.
    """
    held = tuple(evidence)
    holders = list(dict.fromkeys(holder for one in held for holder in holders_of(one)))
    groups = tuple(holder for holder in holders if holder == GROUP)
    instruments = tuple(
        sorted((one for one in holders if one not in (*states, *groups) and not _is_state(one, held)), key=_first)
    )
    rows = tuple(
        _row(library, issue, [one for one in held if one.issue == issue.id], (states, groups, instruments), language)
        for issue in topic.issues
    )
    sentence = coverage_sentence(coverage(library, level, held), level, language) if level else ""
    return Matrix(
        topic=topic.name(language),
        language=language,
        states=states,
        instruments=instruments,
        rows=rows,
        gaps=gaps_of(rows, states, language),
        warnings=(sentence,) if sentence else (),
        groups=groups,
    )


def holders_of(evidence: Evidence) -> tuple[str, ...]:
    """Whose cells a passage belongs to: the States it speaks for, the group, or the document it stands in."""
    document = evidence.ref.document
    if document == POSITIONS + GROUP:
        return (GROUP,)
    if evidence.kind is TextKind.POSITION and evidence.states:
        return evidence.states
    return (document.removeprefix(REGISTRY),)


def _is_state(holder: str, evidence: tuple[Evidence, ...]) -> bool:
    return any(one.kind is TextKind.POSITION and holder in one.states for one in evidence)


def _first(holder: str) -> int:
    """The declaration comes before other instruments."""
    return 0 if holder == DECLARATION else 1


def _row(
    library: Library,
    issue: TopicIssue,
    evidence: list[Evidence],
    columns: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]],
    language: str,
) -> Row:
    states = columns[0]
    cells = tuple(_cell(holder, evidence) for column in columns for holder in column)
    known = known_notes(library, issue.known, states)
    binding = tuple(dict.fromkeys(one.ref.label for one in evidence if one.ref.document == DECLARATION))
    agreement, why = agreement_of(Sides.of(cells, states), _divergences(known), binding, language)
    warnings = tuple(f"{note.id}: {note.fact_ru if language == 'ru' else note.fact}" for note in known)
    return Row(issue.issue, cells, agreement, why, warnings, tuple(note.id for note in known), binding)


def _cell(holder: str, evidence: list[Evidence]) -> Cell:
    own = [one for one in evidence if holder in holders_of(one)]
    shown = tuple(one for one in own if not silent(one))
    note = " ".join(one.quote for one in own if silent(one))
    if not shown:
        return Cell(holder, Stance.NO_RECORD, 0, (), note)
    stance = min((one.stance for one in shown), key=_weight)
    return Cell(holder, stance, max(one.strength for one in shown if one.stance is stance), shown, note)


def _weight(stance: Stance) -> int:
    return WEIGHT.index(stance) if stance in WEIGHT else len(WEIGHT)


def known_notes(library: Library, ids: Iterable[str], states: tuple[str, ...]) -> tuple[PositionNote, ...]:
    """The notes with these ids that concern any of these States, in the order in which a row warns of them."""
    notes = [note for name in ids if (note := find_note(library.positions, name))]
    concerned = [note for note in notes if not note.states or set(note.states) & set(states)]
    order = {prefix: place for place, prefix in enumerate(WARNED)}
    return tuple(sorted(concerned, key=lambda note: order[note.id.rsplit("-", 1)[0] + "-"]))


def _divergences(notes: Iterable[PositionNote]) -> list[PositionNote]:
    return [note for note in notes if note.stance is Stance.DIVERGENCE]


def gaps_of(rows: Iterable[Row], states: tuple[str, ...], language: str) -> tuple[str, ...]:
    """What no evidence covers, a sentence for each issue."""
    gaps: list[str] = []
    for row in rows:
        name = row.issue.names.get(language) or row.issue.names["en"]
        name = name[:1].upper() + name[1:]
        missing = Sides.of(row.cells, states).missing
        if not any(cell.evidence or cell.set_by for cell in row.cells):
            gaps.append(wording("unknown", language, issue=name))
        elif missing:
            gaps.append(wording("missing", language, issue=name, names=state_list(missing, language)))
    return tuple(gaps)


def with_edits(
    library: Library, matrix: Matrix, edits: Iterable[CellEdit], evidence: Iterable[Evidence] = ()
) -> Matrix:
    """The matrix with the cells that people set, who set them and when; agreement and gaps are computed anew.

    `evidence` is the tray that the edits' passages are in. An edit of an issue or column that the matrix does not have
    is left out; the last edit of a cell counts.
    """
    passages = {one.id: one for row in matrix.rows for cell in row.cells for one in cell.evidence}
    passages |= {one.id: one for one in evidence}
    latest = {(edit.issue, edit.column): edit for edit in edits}
    rows = tuple(_edited(library, matrix, row, latest, passages) for row in matrix.rows)
    return replace(matrix, rows=rows, gaps=gaps_of(rows, matrix.states, matrix.language))


def _edited(
    library: Library,
    matrix: Matrix,
    row: Row,
    edits: dict[tuple[str, str], CellEdit],
    passages: dict[str, Evidence],
) -> Row:
    own = {column: edit for (issue, column), edit in edits.items() if issue == row.issue.id}
    if not own:
        return row
    cells = tuple(_set(cell, own[cell.holder], passages) if cell.holder in own else cell for cell in row.cells)
    known = known_notes(library, row.known, matrix.states)
    sides = Sides.of(cells, matrix.states)
    agreement, why = agreement_of(sides, _divergences(known), row.binding, matrix.language)
    return replace(row, cells=cells, agreement=agreement, why=why)


def _set(cell: Cell, edit: CellEdit, passages: dict[str, Evidence]) -> Cell:
    shown = tuple(passages[name] for name in edit.evidence if name in passages)
    return Cell(cell.holder, edit.stance, edit.strength, shown, edit.note, edit.who, edit.when)

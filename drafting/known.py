"""What is known of how positions relate: where they meet, where they differ, which figures mislead."""

import re
from collections.abc import Collection, Iterator

from corpus.errors import NotHeld
from corpus.library import Library
from corpus.paragraph import ParagraphRef
from corpus.positions import PositionNote, Stance
from drafting.matrix import Matrix

LABEL = re.compile(r"\b(?:C2|C|D|F)-\d+\b")
KINDS = frozenset({Stance.CONVERGENCE, Stance.DIVERGENCE, Stance.CAUTION})
ENOUGH = 2
"""A relation bears on a matrix that has at least so many of the notes it rests on, or all of them."""


def relations(library: Library, stance: Stance) -> Iterator[tuple[ParagraphRef, PositionNote]]:
    """Every convergence, divergence or caution on record, with its place."""
    for file in library.positions:
        for note in file.note:
            if note.stance is stance and stance in KINDS:
                yield ParagraphRef(f"positions:{file.id}", note.id), note


def bearing(
    library: Library, stance: Stance, notes: Collection[str], topics: Collection[str], named: Collection[str]
) -> tuple[tuple[ParagraphRef, PositionNote], ...]:
    """The relations that bear on a matrix: those it names, and those on its topics that rest on notes it has.

    `notes` are the labels of the notes in the matrix, `topics` its subjects, `named` the relations its warnings name.
    """
    found: list[tuple[bool, int, int, tuple[ParagraphRef, PositionNote]]] = []
    for ref, note in relations(library, stance):
        shared = len(set(note.notes) & set(notes))
        rests = shared >= min(ENOUGH, len(note.notes)) and shared > 0
        if note.id in named or (rests and set(note.topics) & set(topics)):
            found.append((note.id not in named, -shared, len(found), (ref, note)))
    return tuple(pair for *_, pair in sorted(found, key=lambda each: each[:3]))


def named_in(matrix: Matrix) -> frozenset[str]:
    """The labels of the relations that the warnings of a matrix name."""
    warnings = (*matrix.warnings, *(warning for row in matrix.rows for warning in row.warnings))
    known = (label for row in matrix.rows for label in row.known)
    evidence = (piece.ref.label for row in matrix.rows for cell in row.cells for piece in cell.evidence)
    return frozenset(label for text in (*warnings, *known, *evidence) for label in LABEL.findall(text))


def divergence_of(library: Library, labels: Collection[str]) -> dict[str, str]:
    """For each note of a State the divergence that it is a side of; the one with the most sides among the notes."""
    sides: dict[str, str] = {}
    found = sorted(
        ((len(set(note.notes) & set(labels)), note) for _, note in relations(library, Stance.DIVERGENCE)),
        key=lambda each: -each[0],
    )
    for shared, note in found:
        if shared >= ENOUGH:
            for label in note.notes:
                sides.setdefault(label, note.id)
    return sides


def relation(library: Library, label: str) -> tuple[ParagraphRef, PositionNote]:
    """The relation with this label.

    Raises:
        NotHeld: there is none.
    """
    for stance in KINDS:
        for ref, note in relations(library, stance):
            if note.id == label:
                return ref, note
    raise NotHeld(f"No known relation of positions is called “{label}”. Give one such as D-12.")

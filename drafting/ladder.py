"""The ladder of levels, national to the Group of 77 and China; each text with the evidence below it."""

from dataclasses import dataclass

from corpus.library import Library
from corpus.states import FIVE
from drafting.consolidate import consolidate
from drafting.draft import Level, Statement
from drafting.evidence import Evidence
from drafting.matrix import Matrix
from drafting.membership import coverage

LADDER = (Level.NATIONAL, Level.CENTRAL_ASIA, Level.LLDC, Level.G77)
"""The levels from the ground up."""


@dataclass(frozen=True, slots=True)
class Rung:
    """The text of one issue at one level, and the ids of the national evidence below it, by State."""

    level: Level
    issue: str
    clean: tuple[Statement, ...]
    bracketed: tuple[Statement, ...]
    below: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class LevelView:
    """One level: its rungs in the order of the matrix; which of its members the evidence covers, and which not."""

    level: Level
    rungs: tuple[Rung, ...]
    covered: tuple[str, ...]
    missing: tuple[str, ...]


def view(matrix: Matrix, library: Library, level: Level, language: str, state: str = "") -> LevelView:
    """One level of the ladder.

    Members of Central Asia are the five, of the LLDC Group the 32; at the national level it is the State alone.

    Raises:
        QueryError: the level is national and no State is named.
        NotHeld: the writer does not write in this language.
    """
    issues = consolidate(matrix, library, level, language, state)
    rungs = tuple(Rung(level, each.issue.id, each.clean, each.bracketed, each.evidence) for each in issues)
    evidence = [piece for row in matrix.rows for cell in row.cells for piece in cell.evidence]
    if level is Level.NATIONAL:
        heard = any(state in piece.states for piece in evidence)
        return LevelView(level, rungs, (state,) if heard else (), () if heard else (state,))
    found = coverage(library, level, evidence)
    return LevelView(level, rungs, found.covered, found.missing)


def below(rung: Rung, matrix: Matrix) -> tuple[Evidence, ...]:
    """The national evidence below a rung, State by State: the way from a regional sentence down to its sources."""
    pieces = {piece.id: piece for row in matrix.rows for cell in row.cells for piece in cell.evidence}
    ids = [piece for _, found in rung.below for piece in found]
    return tuple(pieces[piece] for piece in dict.fromkeys(ids) if piece in pieces)


def whole_ladder(matrix: Matrix, library: Library, language: str) -> tuple[LevelView, ...]:
    """Every level from the ground up, the five States first.

    Raises:
        NotHeld: the writer does not write in this language.
    """
    national = tuple(view(matrix, library, Level.NATIONAL, language, state) for state in FIVE)
    return (*national, *(view(matrix, library, level, language) for level in LADDER[1:]))

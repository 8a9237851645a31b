"""Changes that a person makes to cells of the matrix."""

from dataclasses import replace

from corpus.errors import ProjectRefused
from drafting.projects.changing import Edit, Receipt, moment
from drafting.projects.history import Verb
from drafting.projects.project_file import ProjectFile
from drafting.projects.things import cell_key
from drafting.projects.values import CellEdit

STRONGEST = 5


def set_cell(project: ProjectFile, cell: CellEdit, base: int, who: str) -> Receipt:
    """Set a cell; who did and when is written into it.

    Raises:
        ProjectRefused: the strength is not between 0 and 5, or the issue or column is empty.
        Conflict: somebody else set it meanwhile.
    """
    if not 0 <= cell.strength <= STRONGEST:
        raise ProjectRefused(f"A strength is between 0 and {STRONGEST}, not {cell.strength}.")
    if not cell.issue.strip() or not cell.column.strip():
        raise ProjectRefused("A cell of the matrix has an issue and a State, group or instrument. Name both.")
    edit = Edit(cell_key(cell.issue, cell.column), replace(cell, who=who, when=moment(project.clock())), base)
    return project.change(Verb.CELL_SET, who, lambda things: [edit])


def clear_cell(project: ProjectFile, issue: str, column: str, base: int, who: str) -> Receipt:
    """Take back what people set in a cell, so that it shows what the evidence says; the history keeps it.

    Raises:
        Conflict: somebody else set it meanwhile.
    """
    return project.change(Verb.CELL_CLEARED, who, lambda things: [Edit(cell_key(issue, column), None, base)])

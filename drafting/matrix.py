"""The matrix: for every issue of a topic what each State and each instrument says, and how far they agree."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from corpus.positions import Stance
from drafting.evidence import Evidence


class Agreement(StrEnum):
    """How far the positions on one issue agree."""

    CONVERGENCE = "convergence"
    PARTIAL = "partial"
    DIVERGENCE = "divergence"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Issue:
    """One question within a topic; `names` holds its name in each language of drafting."""

    id: str
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one holder says on one issue. `holder` is a State (ISO alpha-3), a group, or a document's id.

    Without evidence the stance is "no record found": no position was found, which never means no objection.
    `note` tells what was looked for in vain, or what the person remarked. `set_by` names the person who changed the
    cell by hand and `set_on` when (ISO date and time in UTC), empty where it was computed.
    """

    holder: str
    stance: Stance
    strength: int
    evidence: tuple[Evidence, ...]
    note: str = ""
    set_by: str = ""
    set_on: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One issue with all its cells, how far they agree, and in one sentence why that was computed.

    `known` are the ids of the convergences (C-), divergences (D-) and cautions (F-) on record for the issue; `warnings`
    are their texts. `binding` are the labels of the declaration's paragraphs on the issue, which the five adopted.
    """

    issue: Issue
    cells: tuple[Cell, ...]
    agreement: Agreement
    why: str
    warnings: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    binding: tuple[str, ...] = ()

    def cell(self, holder: str) -> Cell | None:
        """The cell of this State, group or document, or nothing."""
        return next((cell for cell in self.cells if cell.holder == holder), None)


@dataclass(frozen=True, slots=True)
class Matrix:
    """All issues of a topic. `states`, `groups` and `instruments` (documents) are its columns, in this order.

    `gaps` name States and issues without any record, `warnings` what is known to trap a drafter.
    """

    topic: str
    language: str
    states: tuple[str, ...]
    instruments: tuple[str, ...]
    rows: tuple[Row, ...]
    gaps: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()

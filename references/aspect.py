"""One aspect of a reference under check: what every check is given, and what it says."""

from dataclasses import dataclass

from corpus.registry import UNKNOWN
from references.attribution import Part
from references.findings import Finding, Status
from references.mention import Mention
from references.record import Known, Record
from references.titles_beside import TitleBeside


@dataclass(frozen=True, slots=True)
class Claim:
    """What States are said to have done for the instrument, and all the references that the claim governs."""

    part: Part
    states: tuple[str, ...]
    scope: str


@dataclass(frozen=True, slots=True)
class Context:
    """What all checks of one reference need."""

    mention: Mention
    record: Record | None
    language: str
    claims: tuple[Claim, ...]
    titles: tuple[TitleBeside, ...]
    dated_before: bool
    text: str
    since: int
    """Where the reference before ends, or the text begins."""
    until: int
    """Where the next reference begins, or the text ends."""


@dataclass(frozen=True, slots=True)
class Aspect:
    """What one check says: a finding, or a confirmation that counts towards the whole."""

    finding: Finding | None = None
    confirmed: str = ""
    source: str = ""


def unchecked(found: str, known: Known, why: str, expected: str = "") -> Aspect:
    """What is known cannot be relied on, so it neither confirms nor contradicts what was found."""
    return Aspect(Finding(Status.COULD_NOT_CHECK, found, expected or UNKNOWN, known.source, known.confidence, why))


def differs(status: Status, found: str, known: Known, why: str, proposal: str) -> Aspect:
    """What was found contradicts what is known; `why` and `proposal` are empty where there is none."""
    return Aspect(Finding(status, found, known.value, known.source, known.confidence, why, proposal))

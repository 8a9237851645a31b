"""What checking a reference finds: a status, what the text says, what the record says, and on what that rests."""

from dataclasses import dataclass
from enum import StrEnum

from references.mention import Mention


class Status(StrEnum):
    """The statuses of a reference; "not in registry" never means that an instrument does not exist."""

    CONFIRMED = "confirmed"
    DATE = "date differs"
    DATE_KIND = "date of another kind"
    ATTRIBUTION = "attribution differs"
    TITLE = "title differs"
    ORGAN = "organ differs"
    QUOTE = "quote differs"
    IMPOSSIBLE = "impossible"
    INCOMPLETE = "incomplete"
    AMBIGUOUS = "ambiguous"
    NOT_IN_REGISTRY = "not in registry"
    COULD_NOT_CHECK = "could not check"


WRONG = frozenset(
    {Status.DATE, Status.DATE_KIND, Status.ATTRIBUTION, Status.TITLE, Status.ORGAN, Status.QUOTE, Status.IMPOSSIBLE}
)
"""Statuses that say that the text and the record differ."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: `found` is what the text says, `expected` what the record says, `evidence` why.

    `proposal` is a wording to put in the place of the reference, empty where a person has to find one.
    """

    status: Status
    found: str
    expected: str
    source: str
    confidence: str
    evidence: str = ""
    proposal: str = ""


@dataclass(frozen=True, slots=True)
class LintNote:
    """A slip of the pen that needs no record to be seen."""

    start: int
    end: int
    kind: str
    message: str
    proposal: str = ""


@dataclass(frozen=True, slots=True)
class CheckedMention:
    """A reference with its findings, never without one.

    `same_as` numbers the other references of the text to the same instrument.
    """

    mention: Mention
    findings: tuple[Finding, ...]
    same_as: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Everything that checking a text found."""

    language: str
    mentions: tuple[CheckedMention, ...]
    lint: tuple[LintNote, ...]

    @property
    def all_confirmed(self) -> bool:
        """Whether every reference is confirmed and nothing else was noticed."""
        return not self.lint and all(
            finding.status is Status.CONFIRMED for checked in self.mentions for finding in checked.findings
        )

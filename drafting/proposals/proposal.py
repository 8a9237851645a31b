"""What a model proposed, checked: statements and stances that a person accepts one by one, or not."""

from dataclasses import dataclass, replace
from enum import StrEnum

from corpus.positions import Stance
from drafting.chat import Usage
from drafting.draft import Statement
from drafting.proposals.reasons import Reason
from drafting.proposals.tasks import Task


class Verdict(StrEnum):
    """Whether a proposed statement is borne out by the evidence it cites, by comparison of strings alone."""

    VERIFIED = "verified"
    UNVERIFIED = "unverified"


UNKNOWN = Usage()


@dataclass(frozen=True, slots=True)
class Proposed:
    """One statement that a model proposed.

    `statement` is what goes into the draft where a person accepts it: of an unverified one no citation is verified, and
    its `doubt` keeps it so. `evidence` are the ids of the evidence it cites, `before` is the statement whose place it
    would take.
    """

    statement: Statement
    evidence: tuple[str, ...]
    verdict: Verdict
    reasons: tuple[Reason, ...] = ()
    before: str = ""

    @property
    def text(self) -> str:
        """The wording proposed."""
        return self.statement.text

    @property
    def compared(self) -> Statement:
        """The statement once a person has compared it with its evidence: only the check of every draft is left."""
        return replace(self.statement, doubt="")


@dataclass(frozen=True, slots=True)
class SuggestedStance:
    """A stance that a model read from evidence: a suggestion; only a person sets a cell of the matrix.

    `state` is an ISO alpha-3 code, or as the model wrote it where that is none.
    """

    state: str
    stance: Stance
    evidence: tuple[str, ...]
    verdict: Verdict
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """The whole answer to one request. Nothing of it is in the draft until a person accepts it."""

    task: Task
    model: str
    language: str
    prompt_version: str
    statements: tuple[Proposed, ...] = ()
    stances: tuple[SuggestedStance, ...] = ()
    usage: Usage = UNKNOWN

"""What a project is made of, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

import msgspec

from corpus.positions import Stance
from drafting.draft import Draft, Form, Level, Section, Statement
from drafting.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Header:
    """What the negotiation is: every field is changed by itself.

    `body` is the organ or process (GA, UNEA, UNFCCC …), `delegation` a State (ISO alpha-3) or group, `mark` the
    distribution mark, `languages` ISO 639-1 codes.
    """

    title: str
    topic: str = ""
    agenda_item: str = ""
    body: str = ""
    session: str = ""
    languages: tuple[str, ...] = ("en", "ru")
    level: Level = Level.CENTRAL_ASIA
    delegation: str = ""
    form: Form = Form.BRIEF
    mark: str = ""


@dataclass(frozen=True, slots=True)
class PrivateLayer:
    """What must not leave the room: lists of short texts, left out of every export that does not ask for them."""

    objectives: tuple[str, ...] = ()
    red_lines: tuple[str, ...] = ()
    fallbacks: tuple[str, ...] = ()
    concessions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TrayItem:
    """An accepted passage, with the fingerprint of the whole paragraph as it stood then (empty where not known)."""

    evidence: Evidence
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class CellEdit:
    """A cell of the matrix as a person set it: issue × State (ISO alpha-3), group or instrument.

    `strength` is 0 to 5, `evidence` the ids of passages of the tray, `when` an ISO date and time in UTC.
    """

    issue: str
    column: str
    stance: Stance
    strength: int = 0
    evidence: tuple[str, ...] = ()
    note: str = ""
    who: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class BracketText:
    """One alternative of a bracket as it stood when the bracket was closed."""

    id: str
    statement: Statement


@dataclass(frozen=True, slots=True)
class BracketClosing:
    """A bracket that was closed: on which option (0 where every alternative was dropped), by whom, when and why."""

    bracket: str
    option: int
    who: str
    when: str
    why: str
    texts: tuple[BracketText, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftHead:
    """What is said of a draft as a whole; there is one draft a language."""

    title: str
    topic: str
    form: Form
    level: Level
    language: str
    gaps: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionHead:
    """A heading of the draft."""

    heading: str
    private: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a section stands in its draft, or a statement in its section: `rank` is a fraction, smallest first."""

    parent: str
    rank: Annotated[str, msgspec.Meta(pattern=r"^-?[0-9]{1,2000}(/[1-9][0-9]{0,2000})?$")]


@dataclass(frozen=True, slots=True)
class SavedStatement:
    """A statement with the id and the revision that the next change to it must name."""

    id: str
    statement: Statement
    revision: int


@dataclass(frozen=True, slots=True)
class SavedSection:
    """A section with its id and what stands under it, in order."""

    id: str
    head: SectionHead
    statements: tuple[SavedStatement, ...]


@dataclass(frozen=True, slots=True)
class SavedDraft:
    """A draft with the ids of its sections and statements."""

    head: DraftHead
    sections: tuple[SavedSection, ...]

    @property
    def draft(self) -> Draft:
        """The draft as every other part of the product knows it."""
        sections = tuple(
            Section(one.head.heading, tuple(kept.statement for kept in one.statements), one.head.private)
            for one in self.sections
        )
        head = self.head
        return Draft(head.title, head.topic, head.form, head.level, head.language, sections, head.gaps, head.warnings)


@dataclass(frozen=True, slots=True)
class Project:
    """A whole project as it stood at one moment.

    `revisions` gives the revision of each thing by its key (`drafting.projects.things`); a thing that is not in it has
    revision 0. `problems` names in a sentence each what could not be read; everything else is there.
    """

    id: str
    header: Header
    private: PrivateLayer
    tray: tuple[TrayItem, ...]
    cells: tuple[CellEdit, ...]
    drafts: tuple[SavedDraft, ...]
    closings: tuple[BracketClosing, ...]
    created_on: str
    changed_on: str
    revisions: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[str, ...] = ()

    def revision(self, key: str) -> int:
        """The revision that a change to the thing must name."""
        return self.revisions.get(key, 0)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The passages of the tray."""
        return tuple(item.evidence for item in self.tray)

    def draft_in(self, language: str) -> SavedDraft | None:
        """The draft in the language, or nothing."""
        return next((one for one in self.drafts if one.head.language == language), None)


@dataclass(frozen=True, slots=True)
class ProjectCard:
    """What a list shows of a project; `problem` says in a sentence why it cannot be opened."""

    id: str
    title: str
    changed_on: str
    problem: str = ""

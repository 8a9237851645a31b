"""A proposal of a model goes into the project because a person accepted it, where they chose; the history says both."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drafting.draft import Statement
from drafting.evidence import Evidence
from drafting.projects.cells import set_cell
from drafting.projects.statements import change_statement, insert_statement
from drafting.projects.things import cell_key
from drafting.projects.values import CellEdit, Project, SavedDraft, SavedSection, SavedStatement
from drafting.proposals.proposal import SuggestedStance
from drafting.proposals.tasks import Task
from ui.asking_requests import About, Subject
from ui.asking_views import reason_in_words
from ui.desk import Desk
from ui.proposal_views import nearest


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a proposal may go: in the place of a statement, or behind one (at the top where there is none)."""

    section: SavedSection
    number: int
    instead: SavedStatement | None = None
    behind: str | None = None

    @property
    def id(self) -> str:
        """What stays the same while others change what stands around it."""
        return f"{self.section.id}-{self.instead.id if self.instead else ''}"

    @property
    def revision(self) -> int:
        """Which version of the statement would be replaced; 0 where none would be."""
        return self.instead.revision if self.instead else 0

    @property
    def standing(self) -> str:
        """What stands there now; empty where nothing would be replaced."""
        return self.instead.statement.text if self.instead else ""


def slots_for(project: Project, subject: Subject, task: Task, language: str) -> tuple[Slot, ...]:
    """Where a proposal of this task may go; none where the project has no draft in its language."""
    draft = project.draft_in(language)
    if draft is None:
        return ()
    if subject.about is About.ISSUE or task is Task.TRANSLATE:
        return tuple(_ends(draft))
    if subject.about is About.SECTION:
        return tuple(_within(draft, subject.id))
    if subject.about is About.BRACKET:
        return tuple(_behind_alternatives(draft, subject.id))
    return tuple(slot for slot in _every(draft) if slot.instead and slot.instead.id == subject.id)


def first_choice(slots: Sequence[Slot], statement: Statement) -> int | None:
    """The slot of the statement that a text was most likely made from, else of the section that cites what it cites.

    Where only sections are to be chosen from and none of them cites it, the person chooses.
    """
    standing = [slot.instead for slot in slots if slot.instead]
    like = nearest(statement.text, standing)
    if standing:
        return next((number for number, slot in enumerate(slots) if like and slot.instead == like), 0)
    cited = {(each.document, each.label) for each in statement.citations}
    shared = [len(cited & _cited_in(slot.section)) for slot in slots]
    return shared.index(max(shared)) if any(shared) else None


def _cited_in(section: SavedSection) -> set[tuple[str, str]]:
    return {(each.document, each.label) for one in section.statements for each in one.statement.citations}


def take(desk: Desk, slot: Slot, statement: Statement, model: str) -> None:
    """Put a proposed statement into the draft; one that it replaces hands on its bracket, and stays in the history.

    Who proposes a bracketed text stays with one that was turned, and is named where the words are a State's own.

    Raises:
        ProjectRefused: the section is no longer there.
        Conflict: somebody else changed the statement meanwhile.
    """
    why = proposed_by(desk, model)
    if slot.instead is None:
        proposers = statement.proposers if statement.bracketed else ()
        alone = replace(statement, proposers=proposers)
        insert_statement(desk.file, slot.section.id, slot.behind, alone, desk.who, why)
        return
    held = slot.instead.statement
    kept = replace(
        statement,
        bracketed=held.bracketed,
        bracket=held.bracket,
        option=held.option,
        proposers=statement.proposers if held.bracketed else (),
        private=held.private or statement.private,
    )
    change_statement(desk.file, slot.instead.id, kept, slot.instead.revision, desk.who, why)


def take_stance(desk: Desk, issue: str, suggested: SuggestedStance, model: str) -> None:
    """Set a cell of the matrix as a model suggested, with the evidence it named and the strongest verb in it.

    Raises:
        Conflict: somebody else set the cell meanwhile.
    """
    named = passages_of(desk, suggested)
    strength = max((one.strength for one in named), default=0)
    passages = tuple(one.id for one in named)
    note = "; ".join((proposed_by(desk, model), *(reason_in_words(one, desk.words) for one in suggested.reasons)))
    edit = CellEdit(issue, suggested.state, suggested.stance, strength, passages, note)
    set_cell(desk.file, edit, desk.project.revision(cell_key(issue, suggested.state)), desk.who)


def passages_of(desk: Desk, suggested: SuggestedStance) -> tuple[Evidence, ...]:
    """The evidence of the State itself that a suggested stance names; without any, nobody can set a cell from it."""
    held = (one for one in desk.project.evidence if one.id in suggested.evidence)
    return tuple(one for one in held if suggested.state in one.states)


def confirm_compared(desk: Desk, saved: SavedStatement) -> None:
    """Keep that a person compared a model's wording with its evidence: from now on it is checked like their own.

    Raises:
        Conflict: somebody else changed the statement meanwhile.
    """
    compared = replace(saved.statement, doubt="")
    change_statement(desk.file, saved.id, compared, saved.revision, desk.who, desk.words("model.compared_why"))


def proposed_by(desk: Desk, model: str) -> str:
    """What the history says of a proposal that was accepted."""
    return desk.words("model.proposed_by", model=model)


def _ends(draft: SavedDraft) -> Iterator[Slot]:
    for number, section in enumerate(draft.sections, start=1):
        yield Slot(section, number, behind=section.statements[-1].id if section.statements else None)


def _every(draft: SavedDraft) -> Iterator[Slot]:
    for number, section in enumerate(draft.sections, start=1):
        for one in section.statements:
            yield Slot(section, number, instead=one)


def _within(draft: SavedDraft, section_id: str) -> Iterator[Slot]:
    """The end of a section, then the place of each of its statements."""
    yield from (slot for slot in _ends(draft) if slot.section.id == section_id)
    yield from (slot for slot in _every(draft) if slot.section.id == section_id)


def _behind_alternatives(draft: SavedDraft, bracket: str) -> Iterator[Slot]:
    held = [slot for slot in _every(draft) if slot.instead and slot.instead.statement.bracket == bracket]
    for slot in held[-1:]:
        yield Slot(slot.section, slot.number, behind=slot.instead.id if slot.instead else None)

"""What a model can be asked from a page: about which place, to do what, with which evidence; as one request."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from corpus.errors import NotHeld, QueryError
from corpus.language import LANGUAGES
from drafting.draft import Statement
from drafting.evidence import Evidence
from drafting.phrases import DRAFT_LANGUAGES
from drafting.projects.values import Project, SavedDraft, SavedSection, SavedStatement
from drafting.proposals.request import (
    MOST_PIECES,
    Request,
    id_of_citation,
    to_bridge,
    to_explain,
    to_propose,
    to_read_stances,
    to_turn,
)
from drafting.proposals.tasks import ONE_TO_ONE, Task
from drafting.voices import Register
from ui.desk import Desk
from ui.draft_views import bare
from ui.position_work import position_of
from ui.resources import grounded_statement

GONE = "What this is about is no longer in the draft. Open the page again."
USUAL_PIECES = 12
"""How much evidence is chosen beforehand where none of it is cited yet; a person chooses more or less."""


class About(StrEnum):
    """What kind of place a model is asked about."""

    STATEMENT = "statement"
    BRACKET = "bracket"
    SECTION = "section"
    ISSUE = "issue"


TASKS = {
    About.STATEMENT: (Task.SHORTEN, Task.REGISTER, Task.TRANSLATE),
    About.BRACKET: (Task.BRIDGE, Task.EXPLAIN),
    About.SECTION: (Task.PROPOSE,),
    About.ISSUE: (Task.STANCES, Task.EXPLAIN),
}
ON_EVIDENCE = frozenset({Task.PROPOSE, Task.BRIDGE, Task.EXPLAIN, Task.STANCES})
"""Tasks for which a person chooses the evidence; the others rest on what the statement cites."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The place a model is asked about.

    `id` is that of a statement, a section or an issue, or the name of a bracket. `statements` are what stands there;
    in a private section (`hidden`) every one is private. `name` is what the issue is called.
    """

    about: About
    project: str
    language: str
    id: str
    statements: tuple[Statement, ...] = ()
    heading: str = ""
    hidden: bool = False
    name: str = ""
    evidence: tuple[Evidence, ...] = ()

    @property
    def key(self) -> str:
        """What tells this place from every other of every project."""
        return f"{self.about}-{self.project}-{self.language}-{self.id}"

    @property
    def private(self) -> bool:
        """Whether something private stands there."""
        return self.hidden or any(one.private for one in self.statements)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person chose: the task, the evidence by its ids, the private layer or not, and what the task needs."""

    task: Task
    evidence: tuple[str, ...] = ()
    with_private: bool = False
    register: Register | None = None
    language: str = ""


def of_statement(project: str, draft: SavedDraft, section: SavedSection, saved: SavedStatement) -> Subject:
    """A statement of a section."""
    standing = _as_held(section, (saved.statement,))
    return Subject(About.STATEMENT, project, draft.head.language, saved.id, standing, hidden=section.head.private)


def of_bracket(project: str, draft: SavedDraft, bracket: str) -> Subject:
    """All alternatives of a bracket, in whatever section they stand."""
    held = [one for section in draft.sections for one in _as_held(section, _statements(section))]
    alternatives = tuple(one for one in held if one.bracketed and one.bracket == bracket)
    return Subject(About.BRACKET, project, draft.head.language, bracket, alternatives)


def of_section(project: str, draft: SavedDraft, section: SavedSection) -> Subject:
    """A section with all that stands in it."""
    head, standing = section.head, _as_held(section, _statements(section))
    return Subject(About.SECTION, project, draft.head.language, section.id, standing, head.heading, head.private)


def of_issue(project: str, language: str, issue: str, name: str, evidence: Iterable[Evidence]) -> Subject:
    """A row of the matrix with the evidence behind its cells."""
    found = tuple({one.id: one for one in evidence}.values())
    return Subject(About.ISSUE, project, language, issue, name=name, evidence=found)


def as_now(subject: Subject, project: Project) -> Subject:
    """The same place as it stands now: others may have changed it, or made it private, since it was drawn.

    Raises:
        NotHeld: it is no longer there.
    """
    if subject.about is About.ISSUE:
        shown = {one.id for one in subject.evidence}
        return replace(subject, evidence=tuple(one for one in project.evidence if one.id in shown))
    draft = project.draft_in(subject.language)
    if draft is None:
        raise NotHeld(GONE)
    for section in draft.sections:
        if subject.about is About.SECTION and section.id == subject.id:
            return of_section(subject.project, draft, section)
        for saved in section.statements:
            if subject.about is About.STATEMENT and saved.id == subject.id:
                return of_statement(subject.project, draft, section, saved)
            if subject.about is About.BRACKET and saved.statement.bracketed and saved.statement.bracket == subject.id:
                return of_bracket(subject.project, draft, subject.id)
    raise NotHeld(GONE)


def may_be_asked_again(subject: Subject, request: Request, project: Project) -> bool:
    """Whether a request may be sent once more as it was: nothing private is in it, and all of it still stands."""
    shown = [one for one in subject.statements if not one.private]
    public = {one.text for one in shown}
    held = {one.id for one in project.evidence} | {id_of_citation(each) for one in shown for each in one.citations}
    if not {piece.id for piece in request.pieces} <= held:
        return False
    headings = {""} if subject.hidden else {"", subject.heading}
    standing = {one.text for one in request.standing}
    return not request.holds_private and standing <= public and request.heading in headings


def evidence_for(subject: Subject, project: Project) -> tuple[Evidence, ...]:
    """The evidence that a person can choose from: that of the issue, else the whole tray."""
    return subject.evidence if subject.about is About.ISSUE else project.evidence


def evidence_at_first(subject: Subject, offered: Sequence[Evidence]) -> tuple[str, ...]:
    """What is chosen before the person chooses: all of an issue, what stands cited there, else the first few."""
    if subject.about is About.ISSUE:
        return tuple(one.id for one in offered[:MOST_PIECES])
    cited = {(each.document, each.label) for one in subject.statements if not one.private for each in one.citations}
    there = [one.id for one in offered if (one.ref.document, one.ref.label) in cited]
    if subject.about is About.BRACKET:
        return tuple(there[:MOST_PIECES])
    return tuple(there[:MOST_PIECES] or [one.id for one in offered[:USUAL_PIECES]])


def languages_into(subject: Subject) -> tuple[str, ...]:
    """The languages that a statement can be translated into, those of drafts first."""
    others = [code for code in (*DRAFT_LANGUAGES, *LANGUAGES) if code != subject.language]
    return tuple(dict.fromkeys(others))


def has_private(subject: Subject, task: Task, project: Project) -> bool:
    """Whether there is anything private that a person could send with this task."""
    layer = project.private
    of_layer = any((layer.objectives, layer.red_lines, layer.fallbacks, layer.concessions))
    return subject.private or (task is Task.PROPOSE and of_layer)


def request_for(desk: Desk, subject: Subject, wish: Wish) -> Request:
    """What is put to a model; private words are in it only where the person ticked that.

    Raises:
        QueryError: there is no verified evidence, too much of it, or something private that was not ticked.
        NotHeld: a passage, or the draft that this stands in, is no longer held.
    """
    if wish.task in {Task.BRIDGE, *ONE_TO_ONE}:
        return _to_reword(desk, subject, wish)
    library, ticked = desk.session.library, wish.with_private
    chosen = _chosen(desk, subject, wish)
    standing = tuple(one for one in subject.statements if ticked or not one.private)
    if wish.task is Task.STANCES:
        return to_read_stances(library, subject.name, chosen, subject.language)
    position = position_of(desk.project, subject.language)
    if wish.task is Task.EXPLAIN:
        issue = subject.name or position.topic
        return to_explain(library, issue, chosen, subject.language, standing=standing, with_private=ticked)
    heading = subject.heading if ticked or not subject.hidden else ""
    return to_propose(library, position, chosen, heading=heading, standing=standing, with_private=ticked)


def _to_reword(desk: Desk, subject: Subject, wish: Wish) -> Request:
    """A request about wording that stands there, whose citations are checked first: only verified ones are sent."""
    library, draft = desk.session.library, desk.project.draft_in(subject.language)
    if draft is None or not subject.statements:
        raise NotHeld(GONE)
    standing = [grounded_statement(desk.session, bare(draft.draft), one) for one in subject.statements]
    if wish.task is Task.BRIDGE:
        chosen = _chosen(desk, subject, wish)
        if not chosen and evidence_at_first(subject, desk.project.evidence):
            raise QueryError("No evidence is chosen. Choose what the model may rest on.")
        position = position_of(desk.project, subject.language)
        return to_bridge(library, position, standing, chosen, with_private=wish.with_private)
    translated = wish.task is Task.TRANSLATE
    return to_turn(
        library,
        wish.task,
        standing[0],
        wish.language if translated else subject.language,
        source_language=subject.language if translated else "",
        register=wish.register if wish.task is Task.REGISTER else None,
        with_private=wish.with_private,
    )


def _chosen(desk: Desk, subject: Subject, wish: Wish) -> list[Evidence]:
    return [one for one in evidence_for(subject, desk.project) if one.id in wish.evidence]


def _statements(section: SavedSection) -> Iterator[Statement]:
    return (one.statement for one in section.statements)


def _as_held(section: SavedSection, statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements; in a private section every one is private."""
    return tuple(replace(one, private=True) if section.head.private else one for one in statements)

"""Changes to single statements of a draft."""

from dataclasses import replace

from drafting.draft import Statement, StatementKind
from drafting.grounding import OF_THE_WRITER
from drafting.projects.changing import Edit, Receipt
from drafting.projects.history import Verb
from drafting.projects.ledger import Things
from drafting.projects.placing import new_id, place_behind, place_of, places_of, require_section
from drafting.projects.project_file import ProjectFile
from drafting.projects.things import place_key, statement_key


def save_text(project: ProjectFile, statement_id: str, text: str, base: int, who: str) -> int:
    """Save a statement as it is being typed; gives the revision that the next save must name.

    Saves that follow each other within seconds are one entry of the history.

    Raises:
        ProjectRefused: the statement was removed with its section, or was never there.
        Conflict: somebody else changed or removed the statement meanwhile; this text is kept in the history.
        NotSaved: the disk is full, or the file cannot be written.
    """
    key = statement_key(statement_id)

    def plan(things: Things) -> list[Edit]:
        held = things.value(key)
        typed = claiming(held, replace(held, text=text)) if isinstance(held, Statement) else Statement(text)
        return _placed(things, statement_id, typed, base)

    return project.change(Verb.STATEMENT_EDITED, who, plan, typing=True).revisions[key]


def change_statement(
    project: ProjectFile, statement_id: str, statement: Statement, base: int, who: str, why: str = ""
) -> Receipt:
    """Change a statement as a whole: its text, kind, citations, bracket, option, proposers, or whether it is private.

    Raises:
        Conflict: somebody else changed or removed it meanwhile; this one is kept in the history.
    """
    key = statement_key(statement_id)

    def plan(things: Things) -> list[Edit]:
        held = things.value(key)
        changed = claiming(held, statement) if isinstance(held, Statement) else statement
        return _placed(things, statement_id, with_bracket(changed, statement_id), base)

    return project.change(Verb.STATEMENT_CHANGED, who, plan, why=why)


def insert_statement(
    project: ProjectFile, section_id: str, after: str | None, statement: Statement, who: str, why: str = ""
) -> str:
    """Add a statement behind another (in front of all where `after` is nothing); gives its id.

    Raises:
        ProjectRefused: the section is no longer there.
    """
    statement_id = new_id()

    def plan(things: Things) -> list[Edit]:
        require_section(things, section_id)
        place = place_behind(places_of(things), section_id, after)
        return [
            Edit(statement_key(statement_id), with_bracket(statement, statement_id), 0),
            Edit(place_key(statement_id), place, 0),
        ]

    project.change(Verb.STATEMENT_ADDED, who, plan, why=why)
    return statement_id


def move_statement(
    project: ProjectFile, statement_id: str, section_id: str, after: str | None, base: int, who: str
) -> Receipt:
    """Move a statement behind another, also into another section; `base` is the revision of its place.

    Raises:
        ProjectRefused: the section is no longer there.
        Conflict: somebody else moved it meanwhile.
    """

    def plan(things: Things) -> list[Edit]:
        require_section(things, section_id)
        place_of(things, statement_id)
        others = {name: place for name, place in places_of(things).items() if name != statement_id}
        return [Edit(place_key(statement_id), place_behind(others, section_id, after), base)]

    return project.change(Verb.STATEMENT_MOVED, who, plan)


def remove_statement(project: ProjectFile, statement_id: str, base: int, who: str, why: str = "") -> Receipt:
    """Take a statement out of the draft; the history keeps it.

    Raises:
        Conflict: somebody else changed it meanwhile.
    """
    edit = Edit(statement_key(statement_id), None, base)
    return project.change(Verb.STATEMENT_REMOVED, who, lambda things: [edit], why=why)


def claiming(held: Statement, changed: Statement) -> Statement:
    """The changed statement as a claim, where it cites something and its words or sources are no longer the writer's.

    A framing line or an open place of the writer's claims nothing; what a person has put there does.
    """
    is_another = changed.text != held.text or not set(changed.citations) <= set(held.citations)
    if changed.kind is held.kind and held.kind in OF_THE_WRITER and changed.citations and is_another:
        return replace(changed, kind=StatementKind.PLAIN)
    return changed


def with_bracket(statement: Statement, statement_id: str) -> Statement:
    """The statement; a bracket without a name gets the statement's own id, so that it can be closed."""
    return replace(statement, bracket=statement_id) if statement.bracketed and not statement.bracket else statement


def _placed(things: Things, statement_id: str, statement: Statement, base: int) -> list[Edit]:
    """The edit; a statement that the person knows to be removed comes back only where it has a place to stand."""
    standing = things.standing(statement_key(statement_id))
    if standing.kept is None and standing.revision == base:
        require_section(things, place_of(things, statement_id).parent)
    return [Edit(statement_key(statement_id), statement, base)]

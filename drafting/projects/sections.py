"""Changes to the draft as a whole and to its sections."""

from collections.abc import Iterator

from drafting.draft import Draft
from drafting.projects.changing import Edit, Receipt
from drafting.projects.history import Verb
from drafting.projects.ledger import Things
from drafting.projects.placing import new_id, place_behind, place_of, places_of
from drafting.projects.project_file import ProjectFile
from drafting.projects.statements import with_bracket
from drafting.projects.things import Kind, place_key, statement_key, thing_key
from drafting.projects.values import DraftHead, Place, Project, SectionHead


def write_draft(project: ProjectFile, draft: Draft, seen: Project, who: str) -> Receipt:
    """Put a draft in place of the one in its language; `seen` is the project as the person saw it.

    Raises:
        Conflict: somebody else changed the old draft since; the new one is kept in the history.
    """
    head = DraftHead(draft.title, draft.topic, draft.form, draft.level, draft.language, draft.gaps, draft.warnings)
    key = thing_key(Kind.DRAFT, draft.language)
    fresh = tuple(_fresh(draft))

    def plan(things: Things) -> list[Edit]:
        old = [name for name, place in places_of(things).items() if place.parent == draft.language]
        gone = [edit for section_id in old for edit in _removal(things, section_id, seen)]
        return [Edit(key, head, seen.revision(key)), *gone, *fresh]

    return project.change(Verb.DRAFT_WRITTEN, who, plan)


def insert_section(project: ProjectFile, language: str, after: str | None, head: SectionHead, who: str) -> str:
    """Add a section behind another (in front of all where `after` is nothing); gives its id."""
    section_id = new_id()

    def plan(things: Things) -> list[Edit]:
        place = place_behind(places_of(things), language, after)
        return [Edit(_key(section_id), head, 0), Edit(place_key(section_id), place, 0)]

    project.change(Verb.SECTION_ADDED, who, plan)
    return section_id


def change_section(project: ProjectFile, section_id: str, head: SectionHead, base: int, who: str) -> Receipt:
    """Change a heading, or whether the section is private.

    Raises:
        Conflict: somebody else changed or removed it meanwhile.
    """
    return project.change(Verb.SECTION_CHANGED, who, lambda things: [Edit(_key(section_id), head, base)])


def move_section(project: ProjectFile, section_id: str, after: str | None, base: int, who: str) -> Receipt:
    """Move a section with all that stands in it behind another; `base` is the revision of its place.

    Raises:
        Conflict: somebody else moved it meanwhile.
    """

    def plan(things: Things) -> list[Edit]:
        language = place_of(things, section_id).parent
        others = {name: place for name, place in places_of(things).items() if name != section_id}
        return [Edit(place_key(section_id), place_behind(others, language, after), base)]

    return project.change(Verb.SECTION_MOVED, who, plan)


def remove_section(project: ProjectFile, section_id: str, seen: Project, who: str) -> Receipt:
    """Remove a section with its statements; the history keeps them. `seen` is the project as the person saw it.

    Raises:
        Conflict: somebody else changed something in it since.
    """
    return project.change(Verb.SECTION_REMOVED, who, lambda things: list(_removal(things, section_id, seen)))


def _removal(things: Things, section_id: str, seen: Project) -> Iterator[Edit]:
    inside = (name for name, place in places_of(things).items() if place.parent == section_id)
    for key in (_key(section_id), *map(statement_key, inside)):
        if things.standing(key).kept is not None:
            yield Edit(key, None, seen.revision(key))


def _fresh(draft: Draft) -> Iterator[Edit]:
    for number, section in enumerate(draft.sections, start=1):
        section_id = new_id()
        yield Edit(_key(section_id), SectionHead(section.heading, section.private), 0)
        yield Edit(place_key(section_id), Place(draft.language, str(number)), 0)
        for place, statement in enumerate(section.statements, start=1):
            statement_id = new_id()
            yield Edit(statement_key(statement_id), with_bracket(statement, statement_id), 0)
            yield Edit(place_key(statement_id), Place(section_id, str(place)), 0)


def _key(section_id: str) -> str:
    return thing_key(Kind.SECTION, section_id)

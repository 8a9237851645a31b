"""Changes to what the negotiation is, and to the private layer."""

from typing import Any

import msgspec

from corpus.errors import ProjectRefused
from drafting.projects.changing import Edit, Receipt
from drafting.projects.history import Verb
from drafting.projects.project_file import ProjectFile
from drafting.projects.things import FIELDS, PRIVATE_LISTS, Kind, Value, thing_key


def set_field(project: ProjectFile, name: str, value: Value, base: int, who: str) -> Receipt:
    """Change one field of the header (`title`, `topic`, `session` …), based on its revision.

    Raises:
        ProjectRefused: there is no such field, or the value does not fit it.
        Conflict: somebody else changed the field meanwhile.
    """
    edit = Edit(thing_key(Kind.FIELD, name), _fitting(name, value, FIELDS), base)
    return project.change(Verb.FIELD_CHANGED, who, lambda things: [edit])


def set_private(project: ProjectFile, name: str, texts: tuple[str, ...], base: int, who: str) -> Receipt:
    """Change one list of the private layer: `objectives`, `red_lines`, `fallbacks` or `concessions`.

    Raises:
        ProjectRefused: there is no such list.
        Conflict: somebody else changed the list meanwhile.
    """
    edit = Edit(thing_key(Kind.PRIVATE, name), _fitting(name, texts, PRIVATE_LISTS), base)
    return project.change(Verb.PRIVATE_CHANGED, who, lambda things: [edit])


def _fitting(name: str, value: Value, shapes: dict[str, Any]) -> Value:
    if name not in shapes:
        raise ProjectRefused(f"A project has no field “{name}”. Its fields are {', '.join(shapes)}.")
    try:
        fitting: Value = msgspec.convert(value, shapes[name])
    except msgspec.ValidationError as error:
        raise ProjectRefused(f"“{value}” does not fit {name.replace('_', ' ')} ({error}).") from error
    return fitting

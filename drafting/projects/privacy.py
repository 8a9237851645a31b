"""What of a project, and of its history, must stay in the room."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from drafting.draft import Statement
from drafting.projects.ledger import KeptStep
from drafting.projects.things import Kind, Value, from_json, kind_of, name_of, place_key, thing_key
from drafting.projects.values import BracketClosing, Place, SectionHead

Versions = Mapping[str, list[Value]]


@dataclass(frozen=True, slots=True)
class PrivateKeys:
    """The keys of things that are private as they stand, and of those that are or ever were."""

    now: frozenset[str]
    ever: frozenset[str]


def private_keys(things: Mapping[str, str], steps: Iterable[KeptStep]) -> PrivateKeys:
    """What is private: the private layer, private statements and sections, what stands in them, brackets around them.

    A thing that was private once keeps its history private for good. What stands in a section that nobody knows counts
    as private.

    Raises:
        ProjectDamaged: a part cannot be read, so nobody can say whether it is private.
    """
    present: Versions = {key: [from_json(key, kept)] for key, kept in things.items()}
    every: dict[str, list[Value]] = defaultdict(list)
    for key, values in present.items():
        every[key] += values
    for step in steps:
        every[step.key] += [from_json(step.key, kept) for kept in (step.before, step.after) if kept is not None]
    ever = frozenset(_private(every))
    # A closed bracket holds words of its alternatives as they once stood, so what they ever were decides.
    brackets = {key for key in ever & things.keys() if kind_of(key) is Kind.BRACKET}
    return PrivateKeys(frozenset(_private(present)) | brackets, ever)


def _private(versions: Versions) -> Iterator[str]:
    public = {name_of(key) for key, values in versions.items() if _public_section(key, values)}
    hidden = {name_of(key) for key in versions if kind_of(key) is Kind.SECTION} - public
    for key, values in versions.items():
        places = versions.get(place_key(name_of(key)), [])
        if kind_of(key) is Kind.STATEMENT and not _public_statement(values, places, public):
            hidden.add(name_of(key))
    for owner in hidden:
        yield from (thing_key(kind, owner) for kind in (Kind.SECTION, Kind.STATEMENT, Kind.PLACE))
    for key, values in versions.items():
        if kind_of(key) is Kind.PRIVATE or any(_around(value, hidden) for value in values):
            yield key


def _public_section(key: str, values: Iterable[Value]) -> bool:
    return kind_of(key) is Kind.SECTION and not any(isinstance(one, SectionHead) and one.private for one in values)


def _public_statement(values: Iterable[Value], places: list[Value], public: set[str]) -> bool:
    if any(isinstance(value, Statement) and value.private for value in values):
        return False
    return bool(places) and all(isinstance(place, Place) and place.parent in public for place in places)


def _around(value: Value, hidden: set[str]) -> bool:
    return isinstance(value, BracketClosing) and any(
        text.statement.private or text.id in hidden for text in value.texts
    )

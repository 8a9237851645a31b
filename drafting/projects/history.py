"""The history of a project: every change, in the words of drafting, and what can be undone."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from drafting.draft import Statement
from drafting.projects.things import Kind, Value, kind_of, name_of
from drafting.projects.values import BracketClosing, CellEdit, DraftHead, Place, SectionHead, TrayItem

SHOWN = 120


class Verb(StrEnum):
    """What somebody did."""

    CREATED = "project created"
    IMPORTED = "project imported"
    RESTORED = "project restored"
    FIELD_CHANGED = "field changed"
    PRIVATE_CHANGED = "private layer changed"
    EVIDENCE_ACCEPTED = "evidence accepted"
    EVIDENCE_CHANGED = "evidence changed"
    EVIDENCE_DROPPED = "evidence dropped"
    CELL_SET = "cell set"
    CELL_CLEARED = "cell cleared"
    DRAFT_WRITTEN = "draft written"
    SECTION_ADDED = "section added"
    SECTION_CHANGED = "section changed"
    SECTION_MOVED = "section moved"
    SECTION_REMOVED = "section removed"
    STATEMENT_ADDED = "statement added"
    STATEMENT_EDITED = "statement edited"
    STATEMENT_CHANGED = "statement changed"
    STATEMENT_MOVED = "statement moved"
    STATEMENT_REMOVED = "statement removed"
    BRACKET_CLOSED = "bracket closed"
    BRACKET_REOPENED = "bracket reopened"
    UNDONE = "undone"
    REDONE = "redone"
    CONFLICT_COPY = "conflict copy kept"


# What no undo reaches: these do not change a thing, or change all of them.
FINAL = frozenset({Verb.CREATED, Verb.IMPORTED, Verb.RESTORED, Verb.CONFLICT_COPY})


@dataclass(frozen=True, slots=True)
class Step:
    """What a change did to one thing; nothing before where it was not there, nothing after where it was removed."""

    key: str
    before: Value | None
    after: Value | None


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the history.

    `at` is when it began and `until` when it ended (a stretch of typing is one change), ISO date and time in UTC.
    `target` is the number of the change that was undone or redone, `why` the
    reason that was given. In a conflict copy `before` is what stood there and
    `after` what was not saved over it.
    """

    number: int
    at: str
    until: str
    who: str
    verb: Verb
    steps: tuple[Step, ...]
    target: int | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Deed:
    """A change without its content: enough to say what can be undone."""

    number: int
    verb: Verb
    target: int | None


def undo_stacks(deeds: Iterable[Deed]) -> tuple[list[int], list[int]]:
    """The numbers of one person's changes that can be undone and redone, the next one last; `deeds` oldest first."""
    undoable: list[int] = []
    redoable: list[int] = []
    for deed in deeds:
        if deed.verb is Verb.UNDONE and deed.target is not None:
            if deed.target in undoable:
                undoable.remove(deed.target)
            redoable.append(deed.target)
        elif deed.verb is Verb.REDONE and deed.target is not None:
            redoable.remove(deed.target)
            undoable.append(deed.target)
        elif deed.verb not in FINAL:
            undoable.append(deed.number)
            redoable.clear()
    return undoable, redoable


def in_words(change: Change) -> str:
    """The change as a line a person reads: who, when, what, and the words before and after."""
    when = change.until.replace("T", " ")[:16]
    target = f" (change {change.target})" if change.target is not None else ""
    return f"{when} {change.who}: {change.verb}{target}{_contents(change.steps)}" + (
        f" ({change.why})" if change.why else ""
    )


def shown(value: Value | None) -> str:
    """The words of a value, cut to a line."""
    text = " ".join(_words(value).split())
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"


def _contents(steps: tuple[Step, ...]) -> str:
    told = [step for step in steps if kind_of(step.key) is not Kind.PLACE]
    if len(told) != 1:
        return f": {len(told)} things" if told else ""
    step = told[0]
    subject = f" {name_of(step.key).replace('_', ' ')}" if kind_of(step.key) in (Kind.FIELD, Kind.PRIVATE) else ""
    words = " → ".join(f"“{shown(value)}”" for value in (step.before, step.after) if value is not None)
    return f":{subject} {words}"


def _words(value: Value | None) -> str:
    match value:
        case None:
            return ""
        case str():
            return value
        case Statement(text=text):
            return text
        case SectionHead(heading=heading):
            return heading
        case TrayItem(evidence=evidence):
            return f"{evidence.ref}: {evidence.quote}"
        case CellEdit():
            return f"{value.issue} × {value.column}: {value.stance}"
        case BracketClosing():
            return f"option {value.option}: {value.why}"
        case DraftHead(title=title):
            return title
        case Place(parent=parent):
            return parent
        case _:
            return "; ".join(value)

"""One project, open: what stands in it, its history, and every change to it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TypeVar

from corpus.errors import Conflict, ProjectDamaged
from drafting.projects.assembly import assemble, parts_of
from drafting.projects.changing import Clash, Intent, Plan, Receipt, carry_out
from drafting.projects.database import reading, writing
from drafting.projects.history import Change, Step, Verb, shown
from drafting.projects.ledger import KeptChange, Ledger, Things
from drafting.projects.things import Value, from_json, place_key, statement_key
from drafting.projects.undoing import redo, undo
from drafting.projects.values import Project

Outcome = TypeVar("Outcome")

SUFFIX = ".ortak"


def now_utc() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class ProjectFile:
    """One project on disk.

    It holds no file open: any number of windows and programs may use one project at once. `notice` is what a person
    should know of the opening itself (a backup that could not be made).
    """

    path: Path
    clock: Callable[[], datetime] = now_utc
    notice: str = ""

    @property
    def id(self) -> str:
        """The readable id, which is the file's name."""
        return self.path.name.removesuffix(SUFFIX)

    def read(self) -> Project:
        """Everything as it stands at this moment."""
        with reading(self.path) as database:
            ledger = Ledger(database)
            return assemble(self.id, parts_of(Things(database).all()), ledger.about("created_on"), ledger.last_moment())

    def change(self, verb: Verb, who: str, plan: Plan, typing: bool = False, why: str = "") -> Receipt:
        """Carry out a change, all of it or nothing; it is on disk when this returns.

        `plan` is asked once, while nobody else can write, for the edits it wants in view of what stands.

        Raises:
            Conflict: somebody else changed the same thing since the revision that an edit was based on; what was to be
                saved is kept in the history as a conflict copy.
            NotSaved: the disk is full, or the file cannot be written; nothing was changed.
        """
        with writing(self.path) as database:
            outcome = carry_out(database, plan, self._intent(who, verb, typing, why))
        return self._no_clash(outcome)

    def undo(self, who: str, number: int | None = None) -> Change:
        """Take back the person's newest change that still stands, or the change with this number, whoever made it.

        Raises:
            ProjectRefused: there is nothing to undo.
            Conflict: the change with this number was followed by another of the same thing.
        """
        with writing(self.path) as database:
            outcome = undo(database, self._intent(who, Verb.UNDONE), number)
            return _change(Ledger(database), self._no_clash(outcome))

    def redo(self, who: str) -> Change:
        """Bring back what the person undid last, as long as they changed nothing since.

        Raises:
            ProjectRefused: there is nothing to redo.
            Conflict: somebody else changed the same thing since.
        """
        with writing(self.path) as database:
            outcome = redo(database, self._intent(who, Verb.REDONE))
            return _change(Ledger(database), self._no_clash(outcome))

    def history(self, statement_id: str = "", key: str = "", limit: int = 200) -> tuple[Change, ...]:
        """The changes, newest first: all, or those that touched one statement or the thing with this key."""
        keys = (statement_key(statement_id), place_key(statement_id)) if statement_id else (key,) if key else ()
        with reading(self.path) as database:
            ledger = Ledger(database)
            return tuple(_with_steps(ledger, kept) for kept in islice(ledger.changes(keys), limit))

    def _intent(self, who: str, verb: Verb, typing: bool = False, why: str = "") -> Intent:
        return Intent(" ".join(who.split()), verb, self.clock(), typing, why)

    def _no_clash(self, outcome: Outcome | Clash) -> Outcome:
        if not isinstance(outcome, Clash):
            return outcome
        key, kept = outcome.edit.key, outcome.standing.kept
        theirs = None if kept is None else from_json(key, kept)
        did = f"changed this to “{shown(theirs)}”" if theirs is not None else "removed this"
        raise Conflict(
            f"{outcome.who or 'Somebody'} {did} meanwhile. Both versions are kept; choose one or join them.",
            thing=key,
            mine=outcome.edit.value,
            theirs=theirs,
            revision=outcome.standing.revision,
            who=outcome.who,
            when=outcome.when,
        )


def _change(ledger: Ledger, number: int) -> Change:
    kept = ledger.change(number)
    if kept is None:
        raise ProjectDamaged(f"The history has no change {number}. Restore a backup of the project.")
    return _with_steps(ledger, kept)


def _with_steps(ledger: Ledger, kept: KeptChange) -> Change:
    steps = tuple(
        Step(step.key, _readable(step.key, step.before), _readable(step.key, step.after))
        for step in ledger.steps(kept.number)
    )
    return Change(kept.number, kept.at, kept.until, kept.who, kept.verb, steps, kept.target, kept.why)


def _readable(key: str, kept: str | None) -> Value | None:
    """The value, or the text as it is kept where it cannot be read: one bad entry does not hide the history."""
    try:
        return None if kept is None else from_json(key, kept)
    except ProjectDamaged:
        return kept

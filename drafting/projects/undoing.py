"""Undo and redo: each is itself a change, and neither takes away what somebody else did since."""

from collections.abc import Iterable

from corpus.errors import ProjectRefused
from drafting.projects.changing import Clash, Edit, Intent
from drafting.projects.database import Database
from drafting.projects.history import FINAL, Verb, undo_stacks
from drafting.projects.ledger import KeptChange, KeptStep, Ledger, Standing, Things
from drafting.projects.things import Kind, Value, from_json, name_of, thing_key
from drafting.projects.values import Place


def undo(database: Database, intent: Intent, number: int | None) -> int | Clash:
    """Take back a change: the one with this number, or the person's own newest that still stands.

    Gives the number of the new entry, or what the change named clashes with.

    Raises:
        ProjectRefused: there is nothing to undo, or something was put into what would disappear.
    """
    things, ledger = Things(database), Ledger(database)
    if number is None:
        undoable, _ = undo_stacks(ledger.deeds(intent.who))
        number = next((one for one in reversed(undoable) if _first_moved(things, ledger.steps(one), one) is None), None)
    change = ledger.change(number) if number is not None else None
    if change is None or change.verb in (*FINAL, Verb.UNDONE, Verb.REDONE):
        raise ProjectRefused("There is nothing to undo.")
    steps = ledger.steps(change.number)
    moved = _first_moved(things, steps, change.number)
    if moved is not None:
        return _clash(ledger, things, moved.key, moved.before)
    back = tuple(KeptStep(step.key, step.after, step.before, step.previous) for step in steps)
    return _carry_out(things, ledger, back, intent, change.number)


def redo(database: Database, intent: Intent) -> int | Clash:
    """Bring back what the person undid last.

    Raises:
        ProjectRefused: there is nothing to redo.
    """
    things, ledger = Things(database), Ledger(database)
    _, redoable = undo_stacks(ledger.deeds(intent.who))
    if not redoable:
        raise ProjectRefused("There is nothing to redo.")
    number = redoable[-1]
    steps = ledger.steps(number)
    moved = next((step for step in steps if things.standing(step.key).change != step.previous), None)
    if moved is not None:
        return _clash(ledger, things, moved.key, moved.after)
    forth = tuple(KeptStep(step.key, step.before, step.after, number) for step in steps)
    return _carry_out(things, ledger, forth, intent, number)


def _first_moved(things: Things, steps: Iterable[KeptStep], number: int) -> KeptStep | None:
    return next((step for step in steps if things.standing(step.key).change != number), None)


def _carry_out(things: Things, ledger: Ledger, steps: tuple[KeptStep, ...], intent: Intent, target: int) -> int:
    """Set the things; `previous` of each step is the change whose outcome they are afterwards."""
    number = ledger.last_number() + 1
    for step in steps:
        things.put(step.key, step.after, things.standing(step.key).revision + 1, step.previous)
    if _homeless(things, steps):
        raise ProjectRefused(f"Change {target} cannot be taken back: something was put there since. Move it first.")
    ledger.append(KeptChange(number, intent.moment, intent.moment, intent.who, intent.verb, target), steps)
    return number


def _homeless(things: Things, steps: Iterable[KeptStep]) -> bool:
    """Whether a statement would stand in a section that is not there, because of what the steps touch."""
    touched = {name_of(step.key) for step in steps}
    for key, place in things.of_kind(Kind.PLACE).items():
        if isinstance(place, Place) and touched & {name_of(key), place.parent} and _lost(things, name_of(key), place):
            return True
    return False


def _lost(things: Things, statement_id: str, place: Place) -> bool:
    there = things.standing(thing_key(Kind.STATEMENT, statement_id)).kept is not None
    return there and things.standing(thing_key(Kind.SECTION, place.parent)).kept is None


def _clash(ledger: Ledger, things: Things, key: str, wanted: str | None) -> Clash:
    standing: Standing = things.standing(key)
    theirs: KeptChange | None = ledger.change(standing.change)
    value: Value | None = None if wanted is None else from_json(key, wanted)
    return Clash(Edit(key, value), standing, theirs.who if theirs else "", theirs.until if theirs else "")

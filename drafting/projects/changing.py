"""How a change comes into the file: nothing is overwritten that the person has not seen, and everything is kept."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import takewhile
from typing import TypeAlias

from drafting.projects.database import Database
from drafting.projects.history import Verb
from drafting.projects.ledger import KeptChange, KeptStep, Ledger, Standing, Things
from drafting.projects.things import Value, as_json

# Keystrokes that follow each other within the pause are one entry of the history, up to the span.
TYPING_PAUSE = timedelta(seconds=5)
TYPING_SPAN = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Edit:
    """A new value for one thing (nothing removes it), and the revision it was based on.

    Without `base` the edit was computed from what stands in the file at this moment.
    """

    key: str
    value: Value | None
    base: int | None = None


Plan: TypeAlias = Callable[[Things], Iterable[Edit]]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was saved: the number of the change (0 where nothing differed) and the new revision of each thing."""

    change: int
    revisions: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Clash:
    """An edit that was not saved because the thing had changed, as it stands and whose it is."""

    edit: Edit
    standing: Standing
    who: str
    when: str


@dataclass(frozen=True, slots=True)
class Intent:
    """Who changes something, what the change is called, when, and whether it may go on from typing just before."""

    who: str
    verb: Verb
    now: datetime
    typing: bool = False
    why: str = ""

    @property
    def moment(self) -> str:
        """The moment as it is kept."""
        return moment(self.now)


def moment(now: datetime) -> str:
    """A date and time as it is kept: ISO, in milliseconds."""
    return now.isoformat(timespec="milliseconds")


def carry_out(database: Database, plan: Plan, intent: Intent) -> Receipt | Clash:
    """Make the change, or keep a copy of it in the history where it clashes with somebody else's."""
    things, ledger = Things(database), Ledger(database)
    edits = tuple(plan(things))
    standing = {edit.key: things.standing(edit.key) for edit in edits}
    steps = tuple(KeptStep(edit.key, standing[edit.key].kept, _kept(edit), standing[edit.key].change) for edit in edits)
    for edit, step in zip(edits, steps, strict=True):
        if step.before != step.after and edit.base not in (None, standing[edit.key].revision):
            _record(ledger, steps, replace(intent, verb=Verb.CONFLICT_COPY))
            return _clash(ledger, edit, standing[edit.key])
    differing = tuple(step for step in steps if step.before != step.after)
    number = _record(ledger, differing, intent) if differing else 0
    for step in differing:
        things.put(step.key, step.after, standing[step.key].revision + 1, number)
    changed = {step.key for step in differing}
    return Receipt(number, {key: one.revision + (key in changed) for key, one in standing.items()})


def _kept(edit: Edit) -> str | None:
    return None if edit.value is None else as_json(edit.value)


def _clash(ledger: Ledger, edit: Edit, standing: Standing) -> Clash:
    theirs = ledger.change(standing.change)
    return Clash(edit, standing, theirs.who if theirs else "", theirs.until if theirs else "")


def _record(ledger: Ledger, steps: tuple[KeptStep, ...], intent: Intent) -> int:
    """Append the change, or prolong the one before where both are typing in the same thing; gives its number."""
    before = ledger.last_by(intent.who) if intent.typing else None
    if before and _goes_on(ledger, before, steps, intent):
        ledger.prolong(before.number, intent.moment, steps[0].key, steps[0].after)
        return before.number
    number = ledger.last_number() + 1
    ledger.append(KeptChange(number, intent.moment, intent.moment, intent.who, intent.verb, why=intent.why), steps)
    return number


def _goes_on(ledger: Ledger, before: KeptChange, steps: tuple[KeptStep, ...], intent: Intent) -> bool:
    pause = intent.now - datetime.fromisoformat(before.until)
    span = intent.now - datetime.fromisoformat(before.at)
    if before.verb is not intent.verb or len(steps) != 1 or not timedelta(0) <= pause <= TYPING_PAUSE:
        return False
    earlier = ledger.steps(before.number)
    same_thing = [step.key for step in earlier] == [steps[0].key]
    if intent.verb is Verb.CONFLICT_COPY:
        # Only what adds to the words kept before may stand in their place: a second window has words of its own.
        goes_on = _put_into(earlier[0].after or "", steps[0].after or "")
        return same_thing and earlier[0].before == steps[0].before and goes_on
    return same_thing and span <= TYPING_SPAN and steps[0].previous == before.number


def _put_into(kept: str, new: str) -> bool:
    """Whether the new text is the one kept with one stretch put in, as by a keystroke: then no word of it is lost."""
    ahead = _shared(kept, new)
    behind = _shared(reversed(kept[ahead:]), reversed(new[ahead:]))
    return bool(kept) and ahead + behind == len(kept)


def _shared(one: Iterable[str], other: Iterable[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))

"""Two people edit one draft in any order; the file and a plain model of it must agree after every step."""

import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from corpus.errors import Conflict, ProjectRefused
from drafting.draft import Statement
from drafting.projects.history import Verb
from drafting.projects.sections import insert_section
from drafting.projects.shelf import Shelf
from drafting.projects.statements import insert_statement, move_statement, remove_statement, save_text
from drafting.projects.things import place_key, statement_key
from drafting.projects.values import Header, SectionHead

PEOPLE = ("A", "B")
PAUSE = 5
Value = str | Fraction | None


@dataclass
class Entry:
    """A change in the model: who, and for each thing the value before, after, and the change before."""

    who: str
    steps: dict[str, tuple[Value, Value, int]]


@dataclass
class Model:
    """What the file should hold, in plain dictionaries."""

    values: dict[str, Value] = field(default_factory=dict)
    revisions: dict[str, int] = field(default_factory=dict)
    standing: dict[str, int] = field(default_factory=dict)
    entries: dict[int, Entry] = field(default_factory=dict)
    undoable: dict[str, list[int]] = field(default_factory=lambda: {who: [] for who in PEOPLE})
    redoable: dict[str, list[int]] = field(default_factory=lambda: {who: [] for who in PEOPLE})
    last: dict[str, tuple[str, str, int, float, float, Value]] = field(default_factory=dict)
    copies: dict[int, str] = field(default_factory=dict)
    number: int = 0

    def clashes(self, key: str, value: Value, base: int) -> bool:
        return self.values.get(key) != value and self.revisions.get(key, 0) != base

    def keep_copy(self, who: str, key: str, kept: str, now: float) -> int:
        """A copy of what was not saved (empty for a removal or a move); gives its number."""
        before = self.values.get(key)
        kind, thing, number, _, until, earlier = self.last.get(who, ("", "", 0, 0.0, 0.0, None))
        same = kind == "copy" and thing == key and now - until <= PAUSE and earlier == before
        if not (same and kept and grown(self.copies[number], kept)):
            self.number += 1
            number = self.number
        self.copies[number] = kept
        self.last[who] = ("copy", key, number, now, now, before)
        return number

    def change(self, who: str, values: dict[str, Value], now: float, typing: bool = False) -> None:
        values = {key: value for key, value in values.items() if self.values.get(key) != value}
        if not values:
            return
        kind, thing, number, began, until, _ = self.last.get(who, ("", "", 0, 0.0, 0.0, None))
        goes_on = (
            typing
            and kind == "typing"
            and [thing] == list(values)
            and now - until <= PAUSE
            and now - began <= 60
            and self.standing[thing] == number
        )
        if goes_on:
            before, _, previous = self.entries[number].steps[thing]
            self.entries[number].steps[thing] = (before, values[thing], previous)
        else:
            self.number += 1
            number, began = self.number, now
            self.entries[number] = Entry(
                who,
                {key: (self.values.get(key), value, self.standing.get(key, 0)) for key, value in values.items()},
            )
            self.undoable[who].append(number)
            self.redoable[who].clear()
        self.set(values, dict.fromkeys(values, number))
        self.last[who] = ("typing" if typing else "", next(iter(values)), number, began, now, None)

    def set(self, values: dict[str, Value], standing: dict[str, int]) -> None:
        for key, value in values.items():
            self.values[key] = value
            self.revisions[key] = self.revisions.get(key, 0) + 1
            self.standing[key] = standing[key]

    def undo(self, who: str) -> bool:
        for number in reversed(self.undoable[who]):
            steps = self.entries[number].steps
            if all(self.standing[key] == number for key in steps):
                self.number += 1
                self.set({key: step[0] for key, step in steps.items()}, {key: step[2] for key, step in steps.items()})
                self.undoable[who].remove(number)
                self.redoable[who].append(number)
                self.last.pop(who, None)
                return True
        return False

    def redo(self, who: str) -> str:
        if not self.redoable[who]:
            return "nothing"
        number = self.redoable[who][-1]
        steps = self.entries[number].steps
        if any(self.standing[key] != step[2] for key, step in steps.items()):
            return "conflict"
        self.number += 1
        self.set({key: step[1] for key, step in steps.items()}, dict.fromkeys(steps, number))
        self.redoable[who].pop()
        self.undoable[who].append(number)
        self.last.pop(who, None)
        return "done"

    def rank_behind(self, after: str | None, moved: str = "") -> Fraction:
        ranks = sorted(
            value for key, value in self.values.items() if isinstance(value, Fraction) and key != place_key(moved)
        )
        if not ranks:
            return Fraction(1)
        if after is None:
            return ranks[0] - 1
        own = self.values.get(place_key(after)) if after != moved else None
        before = own if isinstance(own, Fraction) else ranks[-1]
        behind = [rank for rank in ranks if rank > before]
        return (before + behind[0]) / 2 if behind else before + 1

    def order(self) -> list[tuple[str, Value]]:
        ids = [key.partition(":")[2] for key, value in self.values.items() if key.startswith("statement:") and value]
        return [
            (name, self.values[statement_key(name)])
            for name in sorted(ids, key=lambda name: (self.values[place_key(name)] or 0, name))
        ]


def grown(kept: str, new: str) -> bool:
    """Whether the new text is the one kept with one stretch put in, tried at every place."""
    extra = len(new) - len(kept)
    return bool(kept) and extra >= 0 and any(new[:at] + new[at + extra :] == kept for at in range(len(kept) + 1))


class TwoPeople(RuleBasedStateMachine):
    """Every rule is one action of one person, based on what they last saw."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.now = datetime(2026, 5, 4, tzinfo=UTC)
        self.shelf = Shelf(Path(self.folder.name), lambda: self.now)
        self.project = self.shelf.create(Header("Проект"), "A")
        self.section = insert_section(self.project, "ru", None, SectionHead("Раздел"), "Z")
        self.model = Model(number=2)
        self.seen: dict[str, dict[str, int]] = {who: {} for who in PEOPLE}
        self.ids: list[str] = []
        self.unsaved: dict[tuple[str, int], str] = {}

    def teardown(self) -> None:
        self.folder.cleanup()

    def seconds(self) -> float:
        return self.now.timestamp()

    def one(self, pick: int) -> str:
        return self.ids[pick % len(self.ids)]

    @rule(who=st.sampled_from(PEOPLE))
    def look(self, who: str) -> None:
        self.seen[who] = dict(self.model.revisions)

    @rule(seconds=st.sampled_from([1, 4, 6, 70]))
    def wait(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @rule(who=st.sampled_from(PEOPLE), after=st.none() | st.integers(0, 9), text=st.sampled_from("абвгд"))
    def insert(self, who: str, after: int | None, text: str) -> None:
        behind = self.one(after) if after is not None and self.ids else None
        rank = self.model.rank_behind(behind)
        new = insert_statement(self.project, self.section, behind, Statement(text), who)
        self.model.change(who, {statement_key(new): text, place_key(new): rank}, self.seconds())
        self.ids.append(new)
        self.seen[who] |= {statement_key(new): 1, place_key(new): 1}

    @precondition(lambda self: self.ids)
    @rule(who=st.sampled_from(PEOPLE), pick=st.integers(0, 9), text=st.text("абвгд ", min_size=1, max_size=5))
    def type(self, who: str, pick: int, text: str) -> None:
        key = statement_key(self.one(pick))
        base = self.seen[who].get(key, 0)
        clashes = self.model.clashes(key, text, base)
        try:
            self.seen[who][key] = save_text(self.project, self.one(pick), text, base, who)
        except Conflict as conflict:
            assert clashes
            assert isinstance(conflict.mine, Statement)
            assert conflict.mine.text == text
            assert conflict.revision == self.model.revisions[key]
            number = self.model.keep_copy(who, key, text, self.seconds())
            self.unsaved[key, number] = text
        except ProjectRefused:
            assert self.model.values[place_key(self.one(pick))] is None
            assert base == self.model.revisions[key]
        else:
            assert not clashes
            self.model.change(who, {key: text}, self.seconds(), typing=True)

    @precondition(lambda self: self.ids)
    @rule(who=st.sampled_from(PEOPLE), pick=st.integers(0, 9))
    def remove(self, who: str, pick: int) -> None:
        key = statement_key(self.one(pick))
        self.edit(
            who, key, None, lambda: remove_statement(self.project, self.one(pick), self.seen[who].get(key, 0), who)
        )

    @precondition(lambda self: self.ids)
    @rule(who=st.sampled_from(PEOPLE), pick=st.integers(0, 9), after=st.none() | st.integers(0, 9))
    def move(self, who: str, pick: int, after: int | None) -> None:
        moved, behind = self.one(pick), None if after is None else self.one(after)
        key = place_key(moved)
        base = self.seen[who].get(key, 0)
        rank = self.model.rank_behind(behind, moved)
        self.edit(who, key, rank, lambda: move_statement(self.project, moved, self.section, behind, base, who))

    def edit(self, who: str, key: str, value: Value, attempt) -> None:
        clashes = self.model.clashes(key, value, self.seen[who].get(key, 0))
        try:
            receipt = attempt()
        except Conflict:
            assert clashes
            self.model.keep_copy(who, key, "", self.seconds())
        except ProjectRefused:
            assert self.model.values[key] is None
        else:
            assert not clashes
            self.model.change(who, {key: value}, self.seconds())
            assert receipt.revisions[key] == self.model.revisions[key]
            self.seen[who][key] = self.model.revisions[key]

    @rule(who=st.sampled_from(PEOPLE))
    def undo(self, who: str) -> None:
        try:
            self.project.undo(who)
        except ProjectRefused:
            assert not self.model.undo(who)
        else:
            assert self.model.undo(who)

    @rule(who=st.sampled_from(PEOPLE))
    def redo(self, who: str) -> None:
        try:
            self.project.redo(who)
        except ProjectRefused:
            assert self.model.redo(who) == "nothing"
        except Conflict:
            assert self.model.redo(who) == "conflict"
        else:
            assert self.model.redo(who) == "done"

    @rule()
    def reopen(self) -> None:
        self.project = self.shelf.open(self.project.id)
        assert self.project.notice == ""

    @invariant()
    def the_file_is_as_the_model(self) -> None:
        read = self.project.read()
        assert read.problems == ()
        kept = [one for section in read.drafts[0].sections for one in section.statements] if read.drafts else []
        assert [(one.id, one.statement.text) for one in kept] == self.model.order()
        revisions = {key: read.revision(key) for key in self.model.revisions}
        assert revisions == self.model.revisions

    @invariant()
    def what_was_not_saved_is_in_the_history(self) -> None:
        history = {change.number: change for change in self.project.history(limit=10_000)}
        assert len(history) == self.model.number
        for (key, number), text in self.unsaved.items():
            copy = history[number]
            assert (copy.verb, copy.steps[0].key) == (Verb.CONFLICT_COPY, key)
            assert isinstance(copy.steps[0].after, Statement)
            assert copy.steps[0].after.text == text


TwoPeople.TestCase.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)
TestTwoPeople = pytest.mark.usefixtures("no_waiting_for_the_disk")(TwoPeople.TestCase)

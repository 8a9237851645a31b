"""The rows of a project file: things as they stand, and the changes that led there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from corpus.errors import ProjectDamaged
from drafting.projects.database import Database
from drafting.projects.history import Deed, Verb
from drafting.projects.things import Kind, Value, as_json, from_json


@dataclass(frozen=True, slots=True)
class Standing:
    """A thing as it stands: `kept` is its JSON (nothing where it was removed), `change` the one whose outcome it is."""

    revision: int = 0
    kept: str | None = None
    change: int = 0


@dataclass(frozen=True, slots=True)
class KeptStep:
    """A step as it is kept; `previous` is the change whose outcome the thing was before."""

    key: str
    before: str | None
    after: str | None
    previous: int = 0


@dataclass(frozen=True, slots=True)
class KeptChange:
    """A change as it is kept."""

    number: int
    at: str
    until: str
    who: str
    verb: Verb
    target: int | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Things:
    """What stands in the file, read as it is asked for."""

    database: Database

    def standing(self, key: str) -> Standing:
        """The thing as it stands; revision 0 where it never was."""
        rows = self.database.rows("SELECT revision, value, change FROM thing WHERE key = ?", key)
        return Standing(*rows[0]) if rows else Standing()

    def value(self, key: str) -> Value | None:
        """The thing's value, or nothing where it is not there."""
        kept = self.standing(key).kept
        return None if kept is None else from_json(key, kept)

    def of_kind(self, kind: Kind) -> dict[str, Value]:
        """All things of a kind that are there, by their key."""
        first, after_last = f"{kind}:", f"{kind};"
        rows = self.database.rows(
            "SELECT key, value FROM thing WHERE key >= ? AND key < ? AND value IS NOT NULL", first, after_last
        )
        return {key: from_json(key, kept) for key, kept in rows}

    def all(self) -> Mapping[str, Standing]:
        """Every thing there is or was, by its key."""
        rows = self.database.rows("SELECT key, revision, value, change FROM thing")
        return {key: Standing(*rest) for key, *rest in rows}

    def put(self, key: str, kept: str | None, revision: int, change: int) -> None:
        """Set what stands."""
        self.database.run(
            "INSERT INTO thing (key, revision, value, change) VALUES (?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET "
            "revision = excluded.revision, value = excluded.value, change = excluded.change",
            key,
            revision,
            kept,
            change,
        )


@dataclass(frozen=True, slots=True)
class Ledger:
    """The changes, oldest first; rows are only added, but for the change that typing goes on in."""

    database: Database

    def about(self, name: str) -> str:
        """A fact about the file itself (`created_on`)."""
        rows = self.database.rows("SELECT value FROM about WHERE name = ?", name)
        return str(rows[0][0]) if rows else ""

    def tell(self, name: str, value: str) -> None:
        """Set a fact about the file itself."""
        self.database.run("INSERT OR REPLACE INTO about (name, value) VALUES (?, ?)", name, value)

    def last_number(self) -> int:
        """The number of the newest change, 0 where there is none."""
        return int(self.database.rows("SELECT coalesce(max(number), 0) FROM change")[0][0])

    def last_moment(self) -> str:
        """When the newest change ended."""
        rows = self.database.rows("SELECT until FROM change ORDER BY number DESC LIMIT 1")
        return str(rows[0][0]) if rows else ""

    def append(self, change: KeptChange, steps: tuple[KeptStep, ...]) -> None:
        """Add a change with its steps."""
        self.database.run(
            "INSERT INTO change (number, at, until, who, verb, target, why) VALUES (?, ?, ?, ?, ?, ?, ?)",
            change.number,
            change.at,
            change.until,
            change.who,
            change.verb,
            change.target,
            change.why,
        )
        for step in steps:
            self.database.run(
                "INSERT INTO step (change, key, before, after, previous) VALUES (?, ?, ?, ?, ?)",
                change.number,
                step.key,
                step.before,
                step.after,
                step.previous,
            )

    def prolong(self, number: int, until: str, key: str, after: str | None) -> None:
        """Let the change that typing goes on in end later, with other words."""
        self.database.run("UPDATE change SET until = ? WHERE number = ?", until, number)
        self.database.run("UPDATE step SET after = ? WHERE change = ? AND key = ?", after, number, key)

    def change(self, number: int) -> KeptChange | None:
        """The change with this number."""
        rows = self.database.rows(f"{CHANGES} WHERE number = ?", number)
        return _change(rows[0]) if rows else None

    def last_by(self, who: str) -> KeptChange | None:
        """The newest change that this person made."""
        rows = self.database.rows(f"{CHANGES} WHERE who = ? ORDER BY number DESC LIMIT 1", who)
        return _change(rows[0]) if rows else None

    def steps(self, number: int) -> tuple[KeptStep, ...]:
        """What the change did."""
        rows = self.database.rows("SELECT key, before, after, previous FROM step WHERE change = ? ORDER BY key", number)
        return tuple(KeptStep(*row) for row in rows)

    def deeds(self, who: str) -> Iterator[Deed]:
        """The person's changes without their content, oldest first."""
        for number, verb, target in self.database.rows(
            "SELECT number, verb, target FROM change WHERE who = ? ORDER BY number", who
        ):
            yield Deed(number, _verb(verb), target)

    def changes(self, keys: tuple[str, ...] = ()) -> Iterator[KeptChange]:
        """Every change, or those that touched one of the things, newest first."""
        rows = (
            self.database.rows(f"{CHANGES} {TOUCHING} ORDER BY number DESC", as_json(keys))
            if keys
            else self.database.rows(f"{CHANGES} ORDER BY number DESC")
        )
        yield from map(_change, rows)


CHANGES = "SELECT number, at, until, who, verb, target, why FROM change"
TOUCHING = "WHERE number IN (SELECT change FROM step WHERE key IN (SELECT value FROM json_each(?)))"


def _change(row: tuple[int, str, str, str, str, int | None, str]) -> KeptChange:
    number, at, until, who, verb, target, why = row
    return KeptChange(number, _moment(at), _moment(until), who, _verb(verb), target, why)


def _moment(kept: str) -> str:
    try:
        readable = datetime.fromisoformat(kept).tzinfo is not None
    except ValueError:
        readable = False
    if not readable:
        raise ProjectDamaged(f"The history holds a moment that cannot be read (“{kept[:40]}”). Restore a backup.")
    return kept


def _verb(kept: str) -> Verb:
    try:
        return Verb(kept)
    except ValueError:
        raise ProjectDamaged(
            f"The history names a change that this version does not know (“{kept[:40]}”). Restore a backup."
        ) from None

"""One file to hand a project over.

JSON in a ZIP rather than the project's own file: what is left out is truly not in it (a database keeps deleted words in
its free pages), every value is checked on the way in, and no code can travel with it.
"""

import io
import zipfile
import zlib
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, TypeVar

import msgspec

from corpus.errors import ProjectRefused
from drafting.projects.changing import moment
from drafting.projects.database import Database
from drafting.projects.history import Verb
from drafting.projects.ledger import KeptChange, KeptStep, Ledger, Things
from drafting.projects.privacy import private_keys
from drafting.projects.things import as_json, from_json

FORMAT = 1
MARK = "ortak project"
MEMBER = "project.json"
LARGEST_BYTES = 256 * 1024 * 1024
NOTHING = msgspec.Raw(b"null")

Shape = TypeVar("Shape")
Number = Annotated[int, msgspec.Meta(ge=1, le=2**53)]
Moment = Annotated[datetime, msgspec.Meta(tz=True)]


class _Opening(msgspec.Struct, frozen=True):
    """What every version writes in the same way, so that a newer file can be told from a damaged one."""

    mark: str
    format: int


class _Step(msgspec.Struct, frozen=True):
    key: str
    before: msgspec.Raw
    after: msgspec.Raw


class _Change(msgspec.Struct, frozen=True):
    number: Number
    at: Moment
    until: Moment
    who: str
    verb: Verb
    target: int | None
    why: str
    steps: tuple[_Step, ...]


class _Content(msgspec.Struct, frozen=True):
    mark: str
    format: int
    id: str
    created_on: str
    with_private: bool
    things: dict[str, msgspec.Raw]
    history: tuple[_Change, ...]


@dataclass(frozen=True, slots=True)
class Handover:
    """What is handed over: the things as they stand, as JSON by key, and the history, oldest first."""

    id: str
    created_on: str
    with_private: bool
    things: dict[str, str]
    history: tuple[tuple[KeptChange, tuple[KeptStep, ...]], ...]


def gather_handover(database: Database, project_id: str, with_private: bool) -> Handover:
    """What a project hands over; the private layer, private statements and all their history only where asked for.

    Raises:
        ProjectDamaged: a part cannot be read.
    """
    ledger = Ledger(database)
    things = {key: one.kept for key, one in Things(database).all().items() if one.kept is not None}
    changes = sorted(ledger.changes(), key=lambda change: change.number)
    history = tuple((change, ledger.steps(change.number)) for change in changes)
    private = private_keys(things, (step for _, steps in history for step in steps))
    if not with_private:
        things = {key: kept for key, kept in things.items() if key not in private.now}
        history = tuple(_public(history, private.ever))
    return Handover(project_id, ledger.about("created_on"), with_private, things, history)


def pack(handover: Handover) -> bytes:
    """The file that is handed over."""
    content = _Content(
        mark=MARK,
        format=FORMAT,
        id=handover.id,
        created_on=handover.created_on,
        with_private=handover.with_private,
        things={key: _raw(kept) for key, kept in handover.things.items()},
        history=tuple(_handed(change, steps) for change, steps in handover.history),
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MEMBER, msgspec.json.format(msgspec.json.encode(content), indent=1))
    return packed.getvalue()


def unpack(packed: bytes, name: str) -> Handover:
    """What `pack` wrote; every value is checked. `name` is what the file is called in messages.

    Raises:
        ProjectRefused: it is no project, damaged, too large, or a newer version wrote it.
    """
    raw = _member(packed, name)
    opening = _decoded(raw, _Opening, name)
    if opening.mark != MARK:
        raise ProjectRefused(f"{name} is not an Ortak project. Choose a file that Ortak exported.")
    if opening.format > FORMAT:
        raise ProjectRefused(
            f"{name} was written by a newer version of Ortak (format {opening.format}, this one reads {FORMAT}). "
            "Update Ortak to open it."
        )
    content = _decoded(raw, _Content, name)
    if len({change.number for change in content.history}) < len(content.history):
        raise ProjectRefused(f"{name} is damaged (two changes have one number). Ask for it again.")
    return Handover(
        content.id,
        content.created_on,
        content.with_private,
        {key: _checked(key, kept) for key, kept in content.things.items()},
        tuple(_kept(change, name) for change in sorted(content.history, key=lambda change: change.number)),
    )


def fill_from(handover: Handover, database: Database, imported: KeptChange) -> None:
    """Write what was handed over into a fresh project file; undo does not reach behind the import."""
    ledger, things = Ledger(database), Things(database)
    ledger.tell("created_on", handover.created_on)
    for change, steps in handover.history:
        ledger.append(change, steps)
    ledger.append(imported, ())
    for key, kept in handover.things.items():
        things.put(key, kept, 1, imported.number)


def _public(
    history: tuple[tuple[KeptChange, tuple[KeptStep, ...]], ...], private: frozenset[str]
) -> list[tuple[KeptChange, tuple[KeptStep, ...]]]:
    """The history without what touches private things; a reason given for such a change may speak of them."""
    public = []
    for change, steps in history:
        open_steps = tuple(step for step in steps if step.key not in private)
        if open_steps == steps:
            public.append((change, steps))
        elif open_steps:
            bare = KeptChange(change.number, change.at, change.until, change.who, change.verb, change.target)
            public.append((bare, open_steps))
    return public


def _member(packed: bytes, name: str) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive, archive.open(MEMBER) as member:
            raw = member.read(LARGEST_BYTES + 1)
    except KeyError as error:
        raise ProjectRefused(f"{name} is not an Ortak project. Choose a file that Ortak exported.") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError) as error:
        raise ProjectRefused(
            f"{name} is damaged or not an Ortak project ({str(error)[:80]}). Ask for it again."
        ) from error
    if len(raw) > LARGEST_BYTES:
        raise ProjectRefused(f"{name} holds more than {LARGEST_BYTES // 1024**2} MB; that is no project of ours.")
    return raw


def _decoded(raw: bytes, shape: type[Shape], name: str) -> Shape:
    try:
        return msgspec.json.decode(raw, type=shape)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise ProjectRefused(f"{name} is damaged ({str(error)[:80]}). Ask for it again.") from error


def _checked(key: str, kept: msgspec.Raw) -> str:
    return as_json(from_json(key, bytes(kept).decode("utf-8")))


def _kept(change: _Change, name: str) -> tuple[KeptChange, tuple[KeptStep, ...]]:
    if len({step.key for step in change.steps}) < len(change.steps):
        raise ProjectRefused(f"{name} is damaged (change {change.number} names one thing twice). Ask for it again.")
    steps = tuple(
        KeptStep(step.key, _side(step.key, step.before), _side(step.key, step.after)) for step in change.steps
    )
    times = (moment(change.at), moment(change.until))
    return KeptChange(change.number, *times, change.who, change.verb, change.target, change.why), steps


def _side(key: str, kept: msgspec.Raw) -> str | None:
    return None if kept == NOTHING else _checked(key, kept)


def _handed(change: KeptChange, steps: tuple[KeptStep, ...]) -> _Change:
    return _Change(
        number=change.number,
        at=datetime.fromisoformat(change.at),
        until=datetime.fromisoformat(change.until),
        who=change.who,
        verb=change.verb,
        target=change.target,
        why=change.why,
        steps=tuple(_Step(step.key, _raw(step.before), _raw(step.after)) for step in steps),
    )


def _raw(kept: str | None) -> msgspec.Raw:
    return NOTHING if kept is None else msgspec.Raw(kept.encode("utf-8"))

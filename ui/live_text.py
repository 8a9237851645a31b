"""What becomes of words as they are typed: saved at once, or told why not; nothing of another window is overwritten."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from corpus.errors import Conflict, OrtakError
from drafting.draft import Statement

Save: TypeAlias = Callable[[str, int], int]
"""Saves a text over the revision it is based on, and gives the new revision."""


class Outcome(StrEnum):
    """What became of the last message of a field."""

    NONE = ""
    SAVED = "saved"
    CLASH = "clash"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Typed:
    """What a field sends: its text, the revision that goes back to, and earlier texts of its own without an answer."""

    text: str
    base: int
    seq: float
    unanswered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clash:
    """Two versions of one text: what this window wrote, and what stands in the file (nothing where it was removed)."""

    mine: str
    theirs: str | None
    revision: int
    who: str
    when: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a field is told. `adopt` counts how often it was asked to take over what stands in the file."""

    seq: float = 0
    outcome: Outcome = Outcome.NONE
    revision: int = 0
    why: str = ""
    clash: Clash | None = None
    adopt: int = 0


def typed_of(fields: Mapping[str, object]) -> Typed | None:
    """The message of a field; nothing where it is none of ours."""
    match fields:
        case {"text": str(text), "base": int(base), "seq": (int() | float()) as seq, "unanswered": list(earlier)}:
            return Typed(text, base, seq, tuple(str(one) for one in earlier))
        case _:
            return None


def keep(typed: Typed, before: Answer, save: Save) -> Answer:
    """Save what was typed.

    Where another window changed the text meanwhile nothing is saved and both versions are given back. An earlier text
    of this same field that was saved without the answer reaching it is no clash.
    """
    try:
        revision = _saved(typed, save)
    except Conflict as conflict:
        clash = Clash(typed.text, text_of(conflict.theirs), conflict.revision, conflict.who, conflict.when)
        return Answer(typed.seq, Outcome.CLASH, clash=clash, adopt=before.adopt)
    except OrtakError as error:
        return Answer(typed.seq, Outcome.FAILED, why=str(error), adopt=before.adopt)
    return Answer(typed.seq, Outcome.SAVED, revision, adopt=before.adopt)


def _saved(typed: Typed, save: Save) -> int:
    try:
        return save(typed.text, typed.base)
    except Conflict as conflict:
        theirs = text_of(conflict.theirs)
        if theirs is None or theirs not in typed.unanswered:
            raise
        return save(typed.text, conflict.revision)


def settled(before: Answer) -> Answer:
    """The answer once a person has chosen: the field takes over what stands in the file."""
    return Answer(adopt=before.adopt + 1)


def text_of(value: object) -> str | None:
    """The words of a value of a project; nothing where there is no value."""
    match value:
        case None:
            return None
        case Statement(text=text):
            return text
        case tuple():
            return "\n".join(str(line) for line in value)
        case _:
            return str(value)


def lines_of(text: str) -> tuple[str, ...]:
    """A list as it is typed, one item a line."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())

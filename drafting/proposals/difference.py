"""What differs between what stood there and what is proposed, word by word."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from drafting.word_changes import changes


class ChangeKind(StrEnum):
    """What became of a stretch of the old wording."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch that was kept, removed or added; all that was kept or removed, joined, is the old wording."""

    kind: ChangeKind
    text: str


def difference(before: str, after: str) -> tuple[Change, ...]:
    """The way from one wording to another by whole words, what was removed before what was added."""
    return tuple(change for change in _stretches(before, after) if change.text)


def _stretches(before: str, after: str) -> Iterator[Change]:
    place = 0
    for change in changes(before, after):
        yield Change(ChangeKind.KEPT, before[place : change.start])
        yield Change(ChangeKind.REMOVED, before[change.start : change.end])
        yield Change(ChangeKind.ADDED, change.text)
        place = change.end
    yield Change(ChangeKind.KEPT, before[place:])

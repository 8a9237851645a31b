"""What differs between two wordings, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

WORD = re.compile(r"[\u3400-\u9fff]|[^\W_]+(?:[’'ʻʼ-][^\W_]+)*|\s+|.", re.DOTALL)


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
    return tuple(_joined(_changes(WORD.findall(before), WORD.findall(after))))


def _changes(old: list[str], new: list[str]) -> Iterator[Change]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, i, j, m, n in matcher.get_opcodes():
        if tag == "equal":
            yield Change(ChangeKind.KEPT, "".join(old[i:j]))
            continue
        if j > i:
            yield Change(ChangeKind.REMOVED, "".join(old[i:j]))
        if n > m:
            yield Change(ChangeKind.ADDED, "".join(new[m:n]))


def _joined(changes: Iterator[Change]) -> Iterator[Change]:
    """Neighbours of one kind made one, a lone space between two changes among them: "a b" → "c d" is one change."""
    removed = added = ""
    for change in changes:
        blank = change.kind is ChangeKind.KEPT and change.text.isspace() and (removed or added)
        if change.kind is not ChangeKind.KEPT or blank:
            removed += "" if change.kind is ChangeKind.ADDED else change.text
            added += "" if change.kind is ChangeKind.REMOVED else change.text
            continue
        yield from _pair(removed, added)
        removed = added = ""
        yield change
    yield from _pair(removed, added)


def _pair(removed: str, added: str) -> Iterator[Change]:
    if removed:
        yield Change(ChangeKind.REMOVED, removed)
    if added:
        yield Change(ChangeKind.ADDED, added)

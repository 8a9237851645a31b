"""A new wording written into an official Word file as tracked changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from corpus.direction import refused_by_xml
from corpus.errors import InputRefused, SourceRefused
from drafting.export.alignment import NoAlignment, Step, align, in_place
from drafting.export.delivery import deliver
from drafting.export.revision import Stamp
from drafting.export.tracked_paragraphs import Became, Texts, write_paragraphs
from drafting.export.views import accepted, paragraph_text, rejected, view
from drafting.export.word_file import Node, open_word, w
from drafting.export.word_text import WordParagraph, word_paragraphs

__all__ = ["TrackedCounts", "accepted", "rejected", "write_tracked"]

PENDING = frozenset(w(name) for name in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"))
NUMBERED_MARKS = frozenset(
    w(name)
    for name in (
        "ins",
        "del",
        "bookmarkStart",
        "bookmarkEnd",
        "rPrChange",
        "pPrChange",
        "sectPrChange",
        "tblPrChange",
        "tcPrChange",
        "trPrChange",
        "numberingChange",
        "permStart",
        "permEnd",
    )
)


@dataclass(frozen=True, slots=True)
class TrackedCounts:
    """How much was marked: paragraphs by what became of them, and single insertions and deletions within them."""

    unchanged: int
    changed: int
    inserted: int
    deleted: int
    insertions: int
    deletions: int


def write_tracked(
    base: bytes, paragraphs: Sequence[str], target: Path | BinaryIO, *, author: str, on: datetime
) -> TrackedCounts:
    """Write the new text into the base as tracked changes: all accepted it is the new text, all rejected the base.

    `base` is a Word file, `paragraphs` the whole new text, one string a paragraph as `rejected(base)` gives the old
    ones, those of tables too, with tabs and line breaks in them. The outcome is read back both ways before it is
    written. `author` and `on` are said of every change; a time without a zone is taken as it is.

    Raises:
        SourceRefused: the base cannot be read, has pending changes of its own, or the new text cannot be shown on it.
        InputRefused: the new text has a character that Word cannot hold.
        CannotRun: the file cannot be written; one that stood there before stands there still.
    """
    _require_writable(paragraphs)
    file = open_word(base)
    body = file.body()
    _require_settled(body)
    held = word_paragraphs(body)
    old = [paragraph_text(each.node, accept=False) for each in held]
    steps = _steps(old, paragraphs, held)
    stamp = Stamp(author, _stamped(on), _free_id(body))
    counts = write_paragraphs(Texts(held, old, paragraphs), steps, stamp)
    if view(body, accept=True) != list(paragraphs) or view(body, accept=False) != old:
        raise SourceRefused(
            "The changes cannot be shown exactly on this base text; save it anew in Word and try again."
        )
    deliver(file.with_body(body), target)
    return TrackedCounts(
        unchanged=counts[Became.UNCHANGED],
        changed=counts[Became.CHANGED],
        inserted=counts[Became.INSERTED],
        deleted=counts[Became.DELETED],
        insertions=stamp.counts["ins"],
        deletions=stamp.counts["del"],
    )


def _require_writable(paragraphs: Sequence[str]) -> None:
    for number, text in enumerate(paragraphs, 1):
        refused = refused_by_xml(text)
        if refused:
            raise InputRefused(
                f"Paragraph {number} of the new text has a character that Word cannot hold "
                f"(U+{ord(refused[0]):04X}); take it out."
            )


def _require_settled(body: Node) -> None:
    pending = sum(node.tag in PENDING for node in body.iter())
    if pending:
        raise SourceRefused(
            f"The base text has {pending} pending changes of its own; accept or reject them in Word first."
        )


def _steps(old: Sequence[str], new: Sequence[str], held: Sequence[WordParagraph]) -> list[Step]:
    """The alignment; where it would empty a table cell, paragraph by paragraph if there are as many."""
    try:
        return align(old, new, [each.stretch for each in held])
    except NoAlignment:
        if len(old) == len(new):
            return in_place(old, new)
        raise SourceRefused(
            "The new text leaves nothing of a table cell, or of all that stands between two tables, which tracked "
            "changes cannot show; keep an empty paragraph there."
        ) from None


def _stamped(on: datetime) -> str:
    moment = on.astimezone(UTC) if on.tzinfo else on
    return moment.replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def _free_id(body: Node) -> int:
    """A number above all that marks in the text have."""
    numbers = (node.get(w("id"), "") for node in body.iter(*NUMBERED_MARKS))
    return max((int(number) for number in numbers if number.lstrip("-").isdigit()), default=0) + 1

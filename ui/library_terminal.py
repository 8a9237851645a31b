"""What the terminal shows of the user's own library, as the JSON contract has it and as plain text."""

from collections.abc import Sequence
from typing import Any

from msgspec import to_builtins

from corpus.added import Held, ImportReport
from references.adding import AddedFile, Outcome

SIGNS = {Outcome.ADDED: "+", Outcome.UNCHANGED: "=", Outcome.REFUSED: "✗"}


def file_fields(added: AddedFile) -> dict[str, Any]:
    """What became of one file."""
    fields: dict[str, Any] = {
        "path": added.path,
        "outcome": str(added.outcome),
        "document": added.document,
        "reason": added.reason,
    }
    if added.stored:
        stored = added.stored
        fields |= {"kind": str(stored.kind), "states": list(stored.states), "symbol": stored.symbol}
        fields |= {"title": stored.title, "facts": stored.facts}
        fields |= to_builtins(stored.report)
    return fields


def file_text(added: AddedFile) -> str:
    """What became of one file, and the report of its import, for reading."""
    head = f"{SIGNS[added.outcome]} {added.path}"
    if added.outcome is Outcome.REFUSED:
        return f"{head}\n    {added.reason}"
    if added.stored is None or added.outcome is Outcome.UNCHANGED:
        return f"{head}\n    already there as {added.document}"
    stored = added.stored
    states = f", {' '.join(stored.states)}" if stored.states else ""
    lines = [f"as {stored.id} [{stored.kind}{states}, {stored.language}] {stored.title}"]
    lines += report_lines(stored.report)
    return "\n".join([head, *(f"    {line}" for line in lines)])


def report_lines(report: ImportReport) -> list[str]:
    """The report of an import, a line a subject."""
    kinds = ", ".join(f"{count} {kind}" for kind, count in report.paragraphs.items())
    pages = f"{counted(report.pages, 'page')}; " if report.pages else ""
    lines = [
        f"{pages}{counted(sum(report.paragraphs.values()), 'paragraph')} ({kinds}); letters {report.letter_share:.0%}; "
        f"language {report.language} ({report.certainty:.0%} sure); "
        f"{counted(report.references, 'reference')} to UN instruments"
    ]
    if report.changes:
        read = "accepted" if report.changes.accepted else "left out"
        lines.append(
            f"pending changes read as {read}: {counted(report.changes.insertions, 'insertion')}, "
            f"{counted(report.changes.deletions, 'deletion')} by {', '.join(report.changes.authors) or 'nobody named'}"
        )
    lines += [f"left out: {one.count} × {one.what} ({one.why})" for one in report.dropped]
    lines += [f"mended: {one}" for one in report.repairs]
    lines += [f"note: {one}" for one in report.notes]
    return lines


def counted(number: int, noun: str) -> str:
    """A number with its noun in the singular or plural."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def list_fields(held: Sequence[Held], problems: Sequence[str]) -> dict[str, Any]:
    """The user's own library as JSON."""
    return {
        "documents": [
            {
                "document": one.id,
                "language": one.language,
                "kind": str(one.kind),
                "title": one.title,
                "states": list(one.states),
                "file": one.file,
                "added_on": one.added_on,
                "pages": one.report.pages,
                "paragraphs": one.report.paragraphs,
            }
            for one in held
        ],
        "problems": list(problems),
    }


def list_text(held: Sequence[Held]) -> str:
    """The user's own library for reading."""
    if not held:
        return "Nothing has been added yet. Add files with: ortak add FILE…"
    return "\n".join(
        f"{one.id:40} {one.language}  {one.kind:9} {' '.join(one.states):8} {one.added_on}  {one.title[:60]}"
        for one in held
    )

"""What the library page shows, as values: no drawing, no state."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.added import Held, ImportReport, StoredDocument
from corpus.document import TextKind
from corpus.official.obstacle import Obstacle
from corpus.parsing.align import Difference, compare_labels
from references.adding import AddedFile, Choices, Outcome
from ui.set_phrases import left_out_in_words, mended_in_words, note_in_words, refusal_in_words
from ui.states import states_in_words
from ui.told import in_words
from ui.vocabulary import Words

KINDS = (TextKind.OFFICIAL, TextKind.POSITION, TextKind.OWN)
"""What a person may say that a file is."""
MOST_LABELS = 12
COLUMNS = ("title", "id", "kind", "states", "language", "pages", "paragraphs", "added_on", "file")


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file, without its text: the outcome, what it is held as, and the report of the import."""

    path: str
    outcome: Outcome
    reason: str = ""
    id: str = ""
    language: str = ""
    title: str = ""
    kind: TextKind | None = None
    states: tuple[str, ...] = ()
    report: ImportReport | None = None


@dataclass(frozen=True, slots=True)
class VersionDifference:
    """The labels that not all language versions of a document have."""

    id: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """The report of an import ready to draw: facts by name, what was left out, what was mended, what to note."""

    facts: tuple[tuple[str, str], ...]
    left_out: tuple[dict[str, str], ...]
    mended: tuple[str, ...]
    notes: tuple[str, ...]


def file_report(added: AddedFile) -> FileReport:
    """What became of a file, as the page keeps it."""
    stored = added.stored
    if stored is None:
        return FileReport(added.path, added.outcome, added.reason, added.document)
    return FileReport(
        path=added.path,
        outcome=added.outcome,
        id=stored.id,
        language=stored.language,
        title=stored.title,
        kind=stored.kind,
        states=stored.states,
        report=stored.report,
    )


def held_report(held: Held) -> FileReport:
    """The report of the import of a document that is held."""
    return FileReport(
        path=held.file,
        outcome=Outcome.UNCHANGED,
        id=held.id,
        language=held.language,
        title=held.title,
        kind=held.kind,
        states=held.states,
        report=held.report,
    )


def merged(reports: Sequence[FileReport], new: FileReport) -> tuple[FileReport, ...]:
    """The reports with a new one in front; one of the same file gives way, unless the new one only says “there”."""
    before = next((one for one in reports if one.path == new.path), None)
    if before is not None and new.outcome is Outcome.UNCHANGED and before.id == new.id:
        new = before
    return (new, *(one for one in reports if one.path != new.path))


def counted(reports: Iterable[FileReport]) -> dict[str, int]:
    """How many files there are of each outcome, and in all."""
    outcomes = [one.outcome for one in reports]
    return {"total": len(outcomes), **{str(outcome): outcomes.count(outcome) for outcome in Outcome}}


def headline(report: FileReport, words: Words) -> str:
    """One line on a file: its name, what became of it, and as what it is held."""
    told = words(f"library.outcome_{report.outcome}")
    if report.kind is None:
        return f"{report.path} — {told}"
    language = words(f"language.{report.language}")
    parts = (kind_in_words(report.kind, words), states_in_words(report.states, words), language)
    return f"{report.path} — {told}: {', '.join(part for part in parts if part)}"


def refusal(report: FileReport, words: Words) -> str:
    """Why a file was refused, in the words of the interface."""
    return refusal_in_words(report.reason, words)


def kind_in_words(kind: TextKind, words: Words) -> str:
    """What kind of text an added document is, in a word or two."""
    return words(f"kind_short.{kind}")


def report_view(report: ImportReport, words: Words) -> ReportView:
    """The report of an import in the words of the interface."""
    return ReportView(
        facts=tuple(_facts(report, words)),
        left_out=tuple(_left_out(report, words)),
        mended=tuple(mended_in_words(one, words) for one in report.repairs),
        notes=tuple(note_in_words(one, words) for one in report.notes),
    )


def paragraphs_in_words(paragraphs: dict[str, int], words: Words) -> str:
    """How many paragraphs there are of each kind."""
    return ", ".join(f"{words(f'paragraph_kinds.{kind}')} {count}" for kind, count in paragraphs.items())


def held_rows(held: Iterable[Held], words: Words) -> list[dict[str, object]]:
    """The table of what is held, a row a document and language, under the names of the interface."""
    return [dict(zip(_columns(words), _cells(one, words), strict=True)) for one in held]


def matching(held: Iterable[Held], text: str, words: Words) -> tuple[Held, ...]:
    """What is held whose row has all words of the text, letter case aside."""
    wanted = text.casefold().split()
    return tuple(one for one in held if _has_all(" ".join(map(str, _cells(one, words))).casefold(), wanted))


def version_differences(stored: Iterable[StoredDocument]) -> tuple[VersionDifference, ...]:
    """Documents whose language versions have not the same labels."""
    labels: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for one in stored:
        labels[one.id][one.language] = [paragraph.label for paragraph in one.paragraphs]
    compared = ((document_id, compare_labels(versions)) for document_id, versions in labels.items())
    return tuple(VersionDifference(document_id, found) for document_id, found in compared if found)


def difference_line(difference: VersionDifference, words: Words) -> str:
    """The labels that not all versions have, each with the languages that have it."""
    shown = [
        words(
            "library.difference",
            label=one.label,
            languages=", ".join(words(f"language.{code}") for code in one.held),
        )
        for one in difference.differences[:MOST_LABELS]
    ]
    more = len(difference.differences) - len(shown)
    if more:
        shown.append(words("library.differences_more", count=more))
    return words("library.differences_of", id=difference.id, labels="; ".join(shown))


def asked_before(stored: StoredDocument) -> Choices:
    """What the person said of a document so far."""
    asked = stored.asked
    return Choices(
        kind=TextKind(asked["kind"]) if asked.get("kind") else None,
        states=tuple(asked.get("states", "").split()),
        symbol=asked.get("symbol", ""),
        language=asked.get("language", ""),
        name=asked.get("name", ""),
        accept_changes="changes" not in asked,
    )


def corrected(stored: StoredDocument, said: Choices) -> Choices:
    """The choices after a correction: what differs from what is held is asked for, the rest stays guessed or asked."""
    before = asked_before(stored)
    return Choices(
        kind=before.kind if said.kind is stored.kind else said.kind,
        states=before.states if said.states == stored.states else said.states,
        symbol=before.symbol if said.symbol == stored.symbol else said.symbol,
        language=before.language if said.language == stored.language else said.language,
        name=before.name if said.name == stored.id else said.name,
        accept_changes=said.accept_changes,
    )


def obstacle_in_words(obstacle: str, reason: str, words: Words) -> str:
    """Why an official text did not come."""
    known = next((one for one in Obstacle if one == obstacle), None)
    return words(f"obstacle.{known.replace(' ', '_')}") if known else in_words(reason, words)


def _facts(report: ImportReport, words: Words) -> Iterable[tuple[str, str]]:
    yield words("library.pages"), str(report.pages) if report.pages else words("library.no_pages")
    yield words("library.paragraphs"), paragraphs_in_words(report.paragraphs, words)
    yield words("library.letters"), f"{report.letter_share:.0%}"
    language = words(f"language.{report.language}")
    yield (
        words("library.language_found"),
        words("library.sure", language=language, certainty=f"{report.certainty:.0%}"),
    )
    yield words("library.references"), str(report.references)
    if report.changes:
        changes = report.changes
        read = "accepted" if changes.accepted else "rejected"
        told = words(
            f"library.pending_{read}",
            insertions=changes.insertions,
            deletions=changes.deletions,
            authors=", ".join(changes.authors) or words("library.nobody"),
        )
        yield words("library.pending"), told


def _left_out(report: ImportReport, words: Words) -> Iterable[dict[str, str]]:
    names = [words(f"library.left_out_{name}") for name in ("what", "why", "count")]
    for one in report.dropped:
        what, why = left_out_in_words(one.what, one.why, words)
        yield dict(zip(names, (what, why, str(one.count)), strict=True))


def _columns(words: Words) -> list[str]:
    return [words(f"library.column_{name}") for name in COLUMNS]


def _cells(held: Held, words: Words) -> tuple[object, ...]:
    return (
        held.title,
        held.id,
        kind_in_words(held.kind, words),
        states_in_words(held.states, words),
        words(f"language.{held.language}"),
        held.report.pages or None,
        sum(held.report.paragraphs.values()),
        held.added_on,
        held.file,
    )


def _has_all(text: str, wanted: Sequence[str]) -> bool:
    return all(word in text for word in wanted)

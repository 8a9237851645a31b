"""A file becomes a document of the user's own library, with a report of how that went."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from hashlib import sha256
from itertools import count
from pathlib import Path
from types import TracebackType

from msgspec import structs

from corpus.added import ImportReport, StoredDocument
from corpus.errors import InputRefused, SourceRefused
from corpus.holdings import Holdings
from corpus.language import language_of
from corpus.library import Library
from corpus.parsing.align import Difference, compare_labels
from corpus.parsing.mending import mended
from corpus.readers.apart import ReaderApart
from corpus.readers.archive import Refusal, members
from corpus.readers.kinds import Kind, kind_of
from corpus.readers.reader import content_of
from corpus.states import state_code
from corpus.symbol import Symbol
from references.checker import ReferenceChecker
from references.importing import Asked, imported

MOST_DIFFERENCES = 5


class Outcome(StrEnum):
    """What became of a file."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Choices(Asked):
    """What the person says of a file; whatever is left empty is guessed, and shown.

    `name` is the id to keep the document under; `accept_changes` says whether pending changes of a Word file count.
    """

    accept_changes: bool = True

    def checked(self) -> "Choices":
        """The choices with codes and symbol in the form that the library keeps.

        Raises:
            NotHeld: a language or State is unknown.
            SymbolError: the symbol is none.
        """
        if self.language:
            language_of(self.language)
        symbol = Symbol.parse(self.symbol).canonical if self.symbol else ""
        return replace(self, states=tuple(state_code(code) for code in self.states), symbol=symbol)

    def as_text(self) -> dict[str, str]:
        """The choices made, for comparing."""
        made = {
            "kind": str(self.kind or ""),
            "states": " ".join(self.states),
            "symbol": self.symbol,
            "language": self.language,
            "name": self.name,
            "changes": "" if self.accept_changes else "left out",
        }
        return {name: value for name, value in made.items() if value}


@dataclass(frozen=True, slots=True)
class AddedFile:
    """What became of one file: added (as what), already there, or refused (why)."""

    path: str
    outcome: Outcome
    document: str = ""
    reason: str = ""
    stored: StoredDocument | None = None

    @property
    def report(self) -> ImportReport | None:
        """How the import went, where there was one."""
        return self.stored.report if self.stored else None


class Intake:
    """Adds files to one library; what a file is refused for never stops the files after it."""

    def __init__(self, holdings: Holdings, library: Library, today: date) -> None:
        self._holdings = holdings
        self._library = library
        self._checker = ReferenceChecker(library)
        self._reader = ReaderApart()
        self._today = today
        self._shipped = frozenset(library.ids) - library.added_ids

    def __enter__(self) -> "Intake":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._reader.close()

    def add(self, path: Path, choices: Choices) -> Iterator[AddedFile]:
        """Add a file, or every file of a zip archive.

        Raises:
            LibraryDamaged: the library cannot be written.
        """
        try:
            content = content_of(path)
        except InputRefused as error:
            yield AddedFile(str(path), Outcome.REFUSED, reason=str(error))
            return
        for added in self.add_content(content, path.name, choices):
            yield replace(added, path=str(path) if added.path == path.name else added.path)

    def add_content(self, content: bytes, name: str, choices: Choices) -> Iterator[AddedFile]:
        """Add what a file of this name holds.

        Raises:
            LibraryDamaged: the library cannot be written.
        """
        try:
            inside = list(members(content, name)) if kind_of(content, name) is Kind.ARCHIVE else None
        except InputRefused as error:
            yield AddedFile(name, Outcome.REFUSED, reason=str(error))
            return
        if inside is None:
            yield self._add_one(content, name, choices)
            return
        for member in inside:
            shown = f"{name}/{member.name}"
            if isinstance(member, Refusal):
                yield AddedFile(shown, Outcome.REFUSED, reason=member.reason)
            else:
                yield replace(self._add_one(member.content, member.name, choices), path=shown)

    def _add_one(self, content: bytes, name: str, choices: Choices) -> AddedFile:
        mark = sha256(content).hexdigest()
        before = self._holdings.with_content(mark)
        try:
            asked = choices.checked()
            same = next((one for one in before if one.asked == asked.as_text()), None)
            if same and self._holdings.source_path(same).exists():
                return AddedFile(name, Outcome.UNCHANGED, same.id, stored=same)
            source = mended(self._reader.read_content(content, name, accept_changes=asked.accept_changes))
            found = imported(source, name, mark, asked, self._checker, self._today)
            with self._holdings.alone():
                stored = self._placed(structs.replace(found, asked=asked.as_text()), asked.name)
                self._holdings.keep(stored, content)
                for old in before:
                    if (old.id, old.language) != (stored.id, stored.language):
                        self._holdings.remove(old.id, old.language)
        except InputRefused as error:
            return AddedFile(name, Outcome.REFUSED, reason=str(error))
        return AddedFile(name, Outcome.ADDED, stored.id, stored=stored)

    def _placed(self, stored: StoredDocument, name: str) -> StoredDocument:
        """The document under an id of its own, with a note of what it stands beside or takes the place of.

        Raises:
            SourceRefused: the id is that of a text that ships.
        """
        if stored.id in self._shipped:
            raise SourceRefused(f"“{stored.id}” ships with ortak; choose another name with --name.")
        held = self._others(stored.id, stored)
        notes = list(stored.report.notes)
        if stored.language in held and not (stored.symbol or name):
            wanted = stored.id
            number = next(n for n in count(2) if not self._others(f"{wanted}-{n}", stored))
            stored = structs.replace(stored, id=f"{wanted}-{number}")
            notes.append(f"Another file is held as “{wanted}”; this one is kept beside it.")
        elif stored.language in held:
            before = held[stored.language]
            notes.append(f"It takes the place of “{before.file}”, added on {before.added_on}.")
        elif held:
            labels = {language: [p.label for p in one.paragraphs] for language, one in held.items()}
            labels[stored.language] = [paragraph.label for paragraph in stored.paragraphs]
            notes += _told(compare_labels(labels))
        return structs.replace(stored, report=structs.replace(stored.report, notes=tuple(notes)))

    def _others(self, document_id: str, stored: StoredDocument) -> dict[str, StoredDocument]:
        """What is kept under an id from other files than this one, by language."""
        held = self._holdings.under(document_id)
        return {language: one for language, one in held.items() if one.sha256 != stored.sha256}


def _told(differences: Sequence[Difference]) -> list[str]:
    """The first differences between language versions in words, and how many more there are."""
    told = [str(one) for one in differences[:MOST_DIFFERENCES]]
    more = len(differences) - len(told)
    return [*told, f"{more} more paragraphs are not in all language versions."] if more else told

"""What the library page does to the library: files added, read again, handed over; official texts asked for."""

import io
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from corpus.added import StoredDocument
from corpus.errors import FetchRefused, SourceRefused, SymbolError
from corpus.folders import inbox_folder, library_folder
from corpus.handover import ABOUT, export_library, import_library
from corpus.holdings import Holdings
from corpus.library import Library
from corpus.official.addresses import page_to_open
from corpus.official.cited import cited_symbols
from corpus.official.fetch import fetch_official
from corpus.official.inbox import waiting
from corpus.official.obstacle import HOPELESS
from corpus.official.site import Site
from corpus.symbol import Symbol
from references.adding import AddedFile, Choices, Intake, Outcome

NOT_ASKED = "not asked"
"""The obstacle of a text that was not asked for, because the site could not be reached for the one before."""


@dataclass(frozen=True, slots=True)
class QueuedFile:
    """A file that waits to be read, with what the person said of it."""

    name: str
    content: bytes
    choices: Choices


@dataclass(frozen=True, slots=True)
class AskedText:
    """An official text in one language and what came of asking for it.

    `obstacle` says in a word why it did not come, `reason` in a sentence; `address` is the page to open by hand.
    """

    symbol: str
    language: str
    outcome: Outcome
    obstacle: str = ""
    reason: str = ""
    address: str = ""
    added: AddedFile | None = None


def own_holdings() -> Holdings:
    """The person's own library."""
    return Holdings(library_folder())


def open_intake(library: Library) -> Intake:
    """The door for new files into the person's own library, beside what is held; it is to be closed."""
    return Intake(own_holdings(), library, datetime.now(tz=UTC).date())


def is_exported_library(content: bytes) -> bool:
    """Whether a file is a library that was exported, and no archive of documents."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return ABOUT in package.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return False


def read_again(stored: StoredDocument, choices: Choices, library: Library) -> AddedFile:
    """A document of the library, read again from the copy of its file with other choices.

    Raises:
        SourceRefused: the copy of its file is no longer there.
        LibraryDamaged: the library cannot be written.
    """
    try:
        content = own_holdings().source_path(stored).read_bytes()
    except OSError as error:
        raise SourceRefused(
            f"The file “{stored.file}” is no longer in the library ({error.strerror}); add it again."
        ) from error
    with open_intake(library) as intake:
        return next(iter(intake.add_content(content, stored.file, choices)))


def name_is_taken(stored: StoredDocument, choices: Choices) -> bool:
    """Whether another file is kept under the name asked for, in the same language."""
    if not choices.name or choices.name == stored.id:
        return False
    other = own_holdings().under(choices.name).get(choices.language or stored.language)
    return other is not None and other.sha256 != stored.sha256


def exported_library() -> bytes:
    """The whole library as one file.

    Raises:
        LibraryDamaged: there is no room for it, or a source of the library is missing.
    """
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "ortak-library.zip"
        export_library(own_holdings(), target)
        return target.read_bytes()


def take_in_library(content: bytes, name: str) -> int:
    """Take in an exported library; gives how many documents were new or other than those held.

    Raises:
        SourceRefused: it is no library or is damaged; nothing was taken in.
        LibraryDamaged: the library cannot be written.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.zip"
        path.write_bytes(content)
        try:
            return len(import_library(own_holdings(), path))
        except SourceRefused as error:
            raise SourceRefused(str(error).replace(str(path), name)) from error


def symbols_of_lines(text: str) -> tuple[str, ...]:
    """The symbols that a person wrote, one a line or parted by commas, each once."""
    written = (one.strip() for line in text.splitlines() for one in line.replace(";", ",").split(","))
    return tuple(dict.fromkeys(one for one in written if one))


def symbols_cited(library: Library) -> tuple[str, ...]:
    """The symbols of all resolutions that the declaration cites."""
    return cited_symbols(library)


def ask_for_texts(symbols: Sequence[str], languages: Sequence[str], intake: Intake, site: Site) -> Iterator[AskedText]:
    """Ask the UN's document site for texts, one after another, and add what comes.

    What is held is not asked for; where the site cannot be reached at all, the rest is not asked for either.

    Raises:
        LibraryDamaged: the folder cannot be written.
    """
    held = {(one.symbol, one.language) for one in own_holdings().stored()}
    stopped = False
    for written in symbols:
        for language in languages:
            try:
                symbol = Symbol.parse(written)
            except SymbolError as error:
                yield AskedText(written, language, Outcome.REFUSED, reason=str(error))
                continue
            if (symbol.canonical, language) in held:
                yield AskedText(symbol.canonical, language, Outcome.UNCHANGED)
                continue
            if stopped:
                yield _not_come(symbol, language, NOT_ASKED, "")
                continue
            try:
                yield _fetched(symbol, language, intake, site)
            except FetchRefused as refused:
                stopped = refused.obstacle in HOPELESS
                yield _not_come(symbol, language, refused.obstacle, str(refused))


def inbox_files() -> tuple[Path, ...]:
    """The complete files in the drop folder; looking takes a second."""
    folder = inbox_folder()
    folder.mkdir(parents=True, exist_ok=True)
    return waiting(folder)


def add_files(paths: Iterable[Path], intake: Intake) -> Iterator[AddedFile]:
    """Add files from the drop folder.

    Raises:
        LibraryDamaged: the library cannot be written.
    """
    for path in paths:
        yield from intake.add(path, Choices())


def _fetched(symbol: Symbol, language: str, intake: Intake, site: Site) -> AskedText:
    fetched = fetch_official(symbol, language, inbox_folder(), site, lambda done, total: None)
    added = next(iter(intake.add(fetched.path, Choices(symbol=symbol.canonical, language=language))))
    return AskedText(symbol.canonical, language, added.outcome, reason=added.reason, added=added)


def _not_come(symbol: Symbol, language: str, obstacle: str, reason: str) -> AskedText:
    try:
        address = page_to_open(symbol, language)
    except FetchRefused:
        address = ""
    return AskedText(symbol.canonical, language, Outcome.REFUSED, obstacle, reason, address)

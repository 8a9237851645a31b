"""The user's own library as one file to hand over, and such a file taken in again."""

import zipfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import msgspec

from corpus.added import FORMAT, StoredDocument, as_json, from_json
from corpus.errors import LibraryDamaged, SourceRefused
from corpus.holdings import Holdings

ABOUT = "ortak-library.json"
DOCUMENTS, SOURCES = "documents/", "sources/"
LARGEST_DOCUMENT, LARGEST_SOURCE = 100_000_000, 200_000_000
BROKEN = (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError)


class About(msgspec.Struct, frozen=True):
    """What the file says of itself."""

    format: int
    documents: int


def export_library(holdings: Holdings, target: Path) -> int:
    """Write every document with its source to one file, whole or not at all; gives how many there are.

    Raises:
        LibraryDamaged: the file cannot be written, or a source of the library is missing.
    """
    draft = target.with_name(f".{target.name}.part")
    try:
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as package:
            count = sum(1 for _ in _packed(holdings, package))
            package.writestr(ABOUT, msgspec.json.encode(About(FORMAT, count)))
        draft.replace(target)
    except OSError as error:
        raise LibraryDamaged(f"{target} cannot be written: {error.strerror or error}. Choose another place.") from error
    finally:
        draft.unlink(missing_ok=True)
    return count


def import_library(holdings: Holdings, path: Path) -> tuple[StoredDocument, ...]:
    """Take every document of such a file into the library; one held in the same words stays as it is.

    Gives the documents that were taken in. Names inside the file are never used as paths.

    Raises:
        SourceRefused: it is not a library of ortak, is damaged, or comes from a newer version; nothing was taken in.
        LibraryDamaged: the library cannot be written.
    """
    try:
        with zipfile.ZipFile(path) as package:
            _check(package, path)
            taken = [_taken(holdings, package, name, path) for name in package.namelist() if name.startswith(DOCUMENTS)]
    except OSError as error:
        raise SourceRefused(f"{path} cannot be opened: {error.strerror or error}.") from error
    except BROKEN as error:
        raise SourceRefused(f"{path} is damaged, or is not a library of ortak. Export it again.") from error
    return tuple(one for one in taken if one is not None)


def _packed(holdings: Holdings, package: zipfile.ZipFile) -> Iterator[StoredDocument]:
    sources = set()
    for number, stored in enumerate(holdings.stored(), start=1):
        package.writestr(f"{DOCUMENTS}{number:05}.json", as_json(stored))
        if stored.sha256 not in sources:
            package.write(holdings.source_path(stored), f"{SOURCES}{stored.sha256}")
            sources.add(stored.sha256)
        yield stored


def _check(package: zipfile.ZipFile, path: Path) -> None:
    """Everything is looked at before anything is taken in."""
    try:
        about = msgspec.json.decode(_read(package, ABOUT, LARGEST_DOCUMENT), type=About)
    except (KeyError, msgspec.MsgspecError):
        raise SourceRefused(f"{path} is not a library of ortak. Export one with: ortak export-library FILE") from None
    if about.format > FORMAT:
        raise SourceRefused(f"{path} was written by a newer version of ortak. Update ortak and try again.")
    for name in package.namelist():
        if name.startswith(DOCUMENTS):
            _document(package, name, path)


def _document(package: zipfile.ZipFile, name: str, path: Path) -> tuple[StoredDocument, bytes]:
    try:
        stored = from_json(_read(package, name, LARGEST_DOCUMENT))
        source = _read(package, f"{SOURCES}{stored.sha256}", LARGEST_SOURCE)
    except (KeyError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise SourceRefused(f"{path} is damaged ({name}). Export it again.") from error
    if sha256(source).hexdigest() != stored.sha256:
        raise SourceRefused(f"{path} is damaged: the source of “{stored.id}” was altered. Export it again.")
    return stored, source


def _taken(holdings: Holdings, package: zipfile.ZipFile, name: str, path: Path) -> StoredDocument | None:
    stored, source = _document(package, name, path)
    with holdings.alone():
        if holdings.under(stored.id).get(stored.language) == stored:
            return None
        holdings.keep(stored, source)
    return stored


def _read(package: zipfile.ZipFile, name: str, most: int) -> bytes:
    with package.open(name) as member:
        content = member.read(most + 1)
    if len(content) > most:
        raise SourceRefused(f"A part of the library file is larger than {most:,} bytes and is refused.")
    return content

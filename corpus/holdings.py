"""The user's own library on disk: one JSON file a document and language, and the file it was read from.

Every file is written whole or not at all, the source before the document that rests on it, so that an interruption at
any moment leaves a library that opens.
"""

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import msgspec

from corpus.added import StoredDocument, as_json, document_of, from_json
from corpus.document import Document
from corpus.errors import LibraryDamaged, NotHeld
from corpus.locking import one_at_a_time
from corpus.whole_file import write_whole

LONGEST_NAME = 60
LONGEST_SUFFIX = 10
UNSAFE = re.compile(r"[^A-Za-z0-9.]+")


def safe_suffix(name: str) -> str:
    """The ending of a file's name, in letters and digits that every file system takes."""
    return UNSAFE.sub("", Path(name).suffix)[:LONGEST_SUFFIX].lower()


@dataclass(frozen=True, slots=True)
class Holdings:
    """The documents that a person added, in one folder."""

    folder: Path

    def stored(self) -> Iterator[StoredDocument]:
        """Every document that can be read, one at a time, in the order of their ids; damaged ones are left out."""
        for path in self._paths():
            try:
                yield self._read(path)
            except LibraryDamaged:
                continue

    def problems(self) -> tuple[str, ...]:
        """One sentence for each file of the library that cannot be read."""
        found = []
        for path in self._paths():
            try:
                self._read(path)
            except LibraryDamaged as error:
                found.append(str(error))
        return tuple(found)

    def documents(self) -> Iterator[Document]:
        """Every document that can be read."""
        for stored in self.stored():
            yield document_of(stored, str(self.source_path(stored)))

    def versions(self, document_id: str) -> tuple[StoredDocument, ...]:
        """The document in every language it was added in.

        Raises:
            NotHeld: nothing was added under this id.
        """
        wanted = document_id.casefold()
        found = tuple(one for one in self.stored() if wanted in (one.id.casefold(), one.symbol.casefold()))
        if not found:
            raise NotHeld(f"Nothing was added under “{document_id[:80]}”. “ortak list” shows what was.")
        return found

    def with_content(self, sha256: str) -> tuple[StoredDocument, ...]:
        """The documents that were read from a file with this fingerprint."""
        if not list(self.folder.glob(f"sources/{sha256}*")):
            return ()
        return tuple(one for one in self.stored() if one.sha256 == sha256)

    def under(self, document_id: str) -> dict[str, StoredDocument]:
        """The language versions kept under exactly this id, by language; none if the id is free."""
        found = (self._read_if_there(path) for path in self.folder.glob(f"{self._stem(document_id)}.*.json"))
        return {one.language: one for one in found if one is not None}

    def alone(self) -> AbstractContextManager[object]:
        """Nobody else writes to the library inside this `with`.

        Raises:
            LibraryDamaged: the folder cannot be written.
        """
        try:
            return one_at_a_time(self.folder)
        except OSError as error:
            raise self._not_written(error) from error

    def keep(self, stored: StoredDocument, content: bytes) -> None:
        """Keep a document and the file it was read from; a version in the same language is replaced.

        Raises:
            LibraryDamaged: the folder cannot be written; nothing of the library has changed.
        """
        source, target = self.source_path(stored), self._path(stored.id, stored.language)
        try:
            with one_at_a_time(self.folder):
                before = self._read_if_there(target)
                if not source.exists():
                    write_whole(source, content)
                write_whole(target, as_json(stored))
                if before is not None and before.sha256 != stored.sha256:
                    self._forget_source(before)
        except OSError as error:
            raise self._not_written(error) from error

    def remove(self, document_id: str, language: str = "") -> tuple[StoredDocument, ...]:
        """Remove a document, or one language version of it; gives what was removed.

        Raises:
            NotHeld: nothing was added under this id, or not in this language.
            LibraryDamaged: the folder cannot be written.
        """
        found = self.versions(document_id)
        removed = tuple(one for one in found if language in ("", one.language))
        if not removed:
            held = " ".join(sorted(one.language for one in found))
            raise NotHeld(f"{found[0].id} was added in {held}, not in “{language}”.")
        try:
            with one_at_a_time(self.folder):
                for one in removed:
                    self._path(one.id, one.language).unlink(missing_ok=True)
                    self._forget_source(one)
        except OSError as error:
            raise self._not_written(error) from error
        return removed

    def source_path(self, stored: StoredDocument) -> Path:
        """Where the file that the document was read from is kept."""
        return self.folder / "sources" / f"{stored.sha256}{safe_suffix(stored.file)}"

    def _not_written(self, error: OSError) -> LibraryDamaged:
        return LibraryDamaged(
            f"The library in {self.folder} cannot be written: {error.strerror or error}. Free some space or set "
            "ORTAK_HOME; nothing was lost."
        )

    def _forget_source(self, stored: StoredDocument) -> None:
        """Delete a source that no document rests on any more."""
        if all(one.sha256 != stored.sha256 for one in self.stored()):
            self.source_path(stored).unlink(missing_ok=True)

    def _paths(self) -> list[Path]:
        return sorted(self.folder.glob("*.json")) if self.folder.is_dir() else []

    def _stem(self, document_id: str) -> str:
        readable = UNSAFE.sub("_", document_id).strip("_")[:LONGEST_NAME]
        return f"{readable}-{sha256(document_id.encode('utf-8')).hexdigest()[:10]}"

    def _path(self, document_id: str, language: str) -> Path:
        return self.folder / f"{self._stem(document_id)}.{language}.json"

    def _read_if_there(self, path: Path) -> StoredDocument | None:
        try:
            return self._read(path)
        except LibraryDamaged:
            return None

    def _read(self, path: Path) -> StoredDocument:
        try:
            return from_json(path.read_bytes())
        except OSError as error:
            raise LibraryDamaged(
                f"{path} cannot be read: {error.strerror}. Restore it, or add the file again."
            ) from error
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise LibraryDamaged(
                f"{path} is damaged or from another version of ortak ({error}). Delete it and add the file again."
            ) from error

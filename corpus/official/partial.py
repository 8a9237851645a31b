"""A file on its way: what has arrived so far, and of which edition it is a part."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from corpus.whole_file import write_whole


@dataclass(frozen=True, slots=True)
class Arrived:
    """How many bytes are here, and the server's mark of the edition they belong to (empty where nothing is here)."""

    size: int
    edition: str


@dataclass(frozen=True, slots=True)
class PartialFile:
    """The file at `path`, with a note beside it that names the address asked and the edition begun."""

    path: Path

    @property
    def note(self) -> Path:
        """Where the note is kept."""
        return self.path.with_name(f"{self.path.name}.json")

    def arrived(self, address: str) -> Arrived:
        """What can be gone on with; nothing where another address or an edition without a mark was begun."""
        try:
            noted = json.loads(self.note.read_text(encoding="utf-8"))
            size = self.path.stat().st_size
        except (FileNotFoundError, ValueError):
            return Arrived(0, "")
        edition = noted.get("edition", "") if isinstance(noted, dict) and noted.get("address") == address else ""
        return Arrived(size, edition) if size and isinstance(edition, str) and edition else Arrived(0, "")

    def begin(self, address: str, edition: str) -> None:
        """Throw away what was there and begin with this edition."""
        self.discard()
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.touch()
        note = {"address": address, "edition": edition}
        write_whole(self.note, json.dumps(note).encode())

    @contextmanager
    def appending(self) -> Iterator[IO[bytes]]:
        """The file, opened at its end; what was written is safe on disk afterwards, also after an error."""
        with self.path.open("ab") as stream:
            try:
                yield stream
            finally:
                stream.flush()
                os.fsync(stream.fileno())

    def discard(self) -> None:
        """Take away the file first and its note last, so that no note ever speaks for bytes of another edition."""
        self.path.unlink(missing_ok=True)
        self.note.unlink(missing_ok=True)

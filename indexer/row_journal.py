"""Rows already encoded, kept as they come: an interrupted build goes on where it stopped.

One record a row, all of one size: language, content hash, and the row as raw float32. A record that the interruption
cut off at the end is not read.
"""

from collections.abc import Iterable
from pathlib import Path

import numpy as np

from indexer.encoder import Vectors
from indexer.manifest import content_hash

KEY_BYTES = 24


class RowJournal:
    """The journal of one encoder in the index's folder."""

    def __init__(self, folder: Path, encoder: str, dimension: int) -> None:
        self._path = folder / f"encoded-{content_hash(encoder)}-{dimension}.f32"
        self._dimension = dimension

    def rows(self) -> dict[tuple[str, str], Vectors]:
        """Every whole record, by language and content."""
        size = KEY_BYTES + 4 * self._dimension
        try:
            raw = self._path.read_bytes()
        except FileNotFoundError:
            return {}
        found = {}
        for start in range(0, len(raw) - size + 1, size):
            language, content = raw[start : start + KEY_BYTES].decode("ascii", "replace").strip().split(":")
            found[language, content] = np.frombuffer(raw, dtype="<f4", count=self._dimension, offset=start + KEY_BYTES)
        return found

    def add(self, keys: Iterable[tuple[str, str]], rows: Vectors) -> None:
        """Append rows with their language and content."""
        with self._path.open("ab") as journal:
            whole = journal.tell() // (KEY_BYTES + 4 * self._dimension) * (KEY_BYTES + 4 * self._dimension)
            if journal.tell() != whole:
                journal.truncate(whole)
            for (language, content), row in zip(keys, rows, strict=True):
                key = f"{language}:{content}".ljust(KEY_BYTES).encode("ascii")
                journal.write(key + np.ascontiguousarray(row, dtype="<f4").tobytes())

    def forget(self) -> None:
        """Delete the journal: its rows are in the index now."""
        self._path.unlink(missing_ok=True)

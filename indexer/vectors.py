"""Vectors on disk and in memory: exact inner-product search."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np

from corpus.errors import IndexDamaged
from indexer.encoder import Vectors, unit_rows


def save_rows(rows: Vectors, path: Path) -> str:
    """Write the rows as raw little-endian float32; give back the fingerprint of the bytes."""
    raw = np.ascontiguousarray(rows, dtype="<f4").tobytes()
    path.write_bytes(raw)
    return sha256(raw).hexdigest()


def load_rows(path: Path, dimension: int, count: int, fingerprint: str) -> Vectors:
    """Read what `save_rows` wrote.

    Raises:
        IndexDamaged: the file is missing, or is not what was written.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise IndexDamaged(f"{path} cannot be read ({error.strerror}). Run: ortak index --rebuild") from error
    if len(raw) != 4 * dimension * count or sha256(raw).hexdigest() != fingerprint:
        raise IndexDamaged(f"{path} is cut off or altered. Run: ortak index --rebuild")
    return np.frombuffer(raw, dtype="<f4").reshape(count, dimension)


def language_means(rows: Vectors, languages: Sequence[str]) -> dict[str, Vectors]:
    """The mean row of each language.

    A multilingual encoder puts each language into a corner of its own; taking the corner's middle away makes languages
    comparable and scores readable.
    """
    codes = np.asarray(languages)
    return {str(code): rows[codes == code].mean(axis=0) for code in np.unique(codes)}


def centred(rows: Vectors, languages: Sequence[str], means: dict[str, Vectors]) -> Vectors:
    """The rows with their language's mean taken away, at unit length; languages without a mean stay as they are."""
    offset = np.zeros(rows.shape[1], dtype=np.float32)
    shift = np.stack([means.get(language, offset) for language in languages]) if len(rows) else rows
    return unit_rows(rows - shift)

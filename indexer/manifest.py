"""What an index was made from; an index is opened only when this still holds."""

import json
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from corpus.errors import IndexDamaged, IndexMismatch, IndexMissing

FORMAT = 2
REBUILD = "Run: ortak index"


@dataclass(frozen=True, slots=True)
class IndexedText:
    """One text in the index: the place it leads to, its language, what it is to that place, and its content's hash.

    `role` is "text" for the paragraph itself, "guide" and "ask" for what a finding aid says of it.
    """

    document: str
    label: str
    language: str
    role: str
    content: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """Encoder, sizes, and one line for each row of the vectors, in the same order."""

    format: int
    encoder: str
    dimension: int
    vectors_sha256: str
    terms_sha256: str
    texts: tuple[IndexedText, ...]

    def save(self, path: Path) -> None:
        """Write as JSON."""
        path.write_text(json.dumps(asdict(self), ensure_ascii=False), encoding="utf-8")


def read_manifest(path: Path) -> Manifest:
    """Read what `save` wrote.

    Raises:
        IndexMissing: there is no index yet.
        IndexDamaged: the manifest is not readable as one.
        IndexMismatch: it was written by another version of this program.
    """
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        if raw["format"] != FORMAT:
            raise IndexMismatch(f"The index was written by another version of ortak. {REBUILD} --rebuild")
        texts = tuple(IndexedText(**text) for text in raw["texts"])
        return Manifest(
            raw["format"], raw["encoder"], raw["dimension"], raw["vectors_sha256"], raw["terms_sha256"], texts
        )
    except FileNotFoundError:
        raise IndexMissing(f"There is no search index yet. {REBUILD}") from None
    except (OSError, UnicodeDecodeError, ValueError, KeyError, TypeError) as error:
        raise IndexDamaged(f"The index manifest {path} is damaged ({error}). {REBUILD} --rebuild") from error


def content_hash(text: str) -> str:
    """A short fingerprint of a text."""
    return sha256(text.encode("utf-8")).hexdigest()[:20]

"""The index: built from the library, written whole or not at all, opened only when it fits."""

import json
import secrets
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from filelock import FileLock
from numpy.typing import NDArray

from corpus.errors import CannotRun, IndexDamaged, IndexMismatch, IndexMissing, IndexUnusable
from corpus.language import LANGUAGES
from corpus.library import Library
from corpus.paragraph import ParagraphRef
from indexer.bridges import bridged
from indexer.concepts import ConceptFinder
from indexer.encoder import Encoder, Vectors
from indexer.faiss_vectors import FaissVectors
from indexer.lexical import LexicalIndex
from indexer.manifest import FORMAT, REBUILD, IndexedText, Manifest, content_hash, read_manifest
from indexer.texts import SearchableText, searchable_texts
from indexer.typical import typical_cosines
from indexer.vectors import centred, language_means, load_rows, save_rows

Progress = Callable[[int, int], None]
"""Called with the number of texts encoded and the number to encode."""

TEXTS_PER_STEP = 128
CURRENT = "current.json"


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """Everything a search needs, in memory.

    `units` are the places in reading order; `unit_of_row` says which place each indexed text leads to.
    """

    units: tuple[ParagraphRef, ...]
    unit_of_row: NDArray[np.int64]
    languages: tuple[str, ...]
    vectors: FaissVectors
    means: dict[str, Vectors]
    lexical: LexicalIndex
    concepts: tuple[frozenset[str], ...]
    typical: NDArray[np.float32]
    encoder_name: str


def build_index(library: Library, encoder: Encoder, folder: Path, progress: Progress, rebuild: bool = False) -> int:
    """Build the index, or bring it up to date; texts encoded before are not encoded again.

    Gives the number of texts that were encoded. The new index is written beside the old one and then takes its place
    in one step, so that an interruption leaves the old one as it was.

    Raises:
        CannotRun: the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / "lock"):
            return _build(library, encoder, folder, progress, rebuild)
    except OSError as error:
        raise CannotRun(
            f"The index cannot be written to {folder}: {error.strerror or error}. Free some space or set ORTAK_HOME."
        ) from error


def open_index(library: Library, encoder: Encoder, folder: Path) -> SearchIndex:
    """Open the index if it fits the library and the encoder.

    Raises:
        IndexMissing: none has been built yet.
        IndexDamaged: files are missing, cut off or altered.
        IndexMismatch: it was built from other texts or with another encoder.
    """
    current = _current(folder)
    manifest = read_manifest(current / "manifest.json")
    if (manifest.encoder, manifest.dimension) != (encoder.name, encoder.dimension):
        raise IndexMismatch(
            f"The index was built with the encoder “{manifest.encoder}”, and “{encoder.name}” is active. {REBUILD}"
        )
    texts = list(searchable_texts(library))
    if manifest.texts != tuple(_described(text) for text in texts) or manifest.terms_sha256 != _fingerprint(library):
        raise IndexMismatch(f"The texts have changed since the index was built. {REBUILD}")
    rows = load_rows(current / "vectors.f32", manifest.dimension, len(texts), manifest.vectors_sha256)
    units, unit_of_row = _units(texts)
    languages = [text.language for text in texts]
    means = language_means(rows, languages)
    return SearchIndex(
        units=units,
        unit_of_row=unit_of_row,
        languages=tuple(languages),
        vectors=FaissVectors(centred(rows, languages, means)),
        means=means,
        lexical=LexicalIndex.open(current / "lexical", len(texts)),
        concepts=_read_concepts(current / "concepts.json", len(units)),
        typical=_read_typical(current / "typical.f32", len(units)),
        encoder_name=encoder.name,
    )


def _build(library: Library, encoder: Encoder, folder: Path, progress: Progress, rebuild: bool) -> int:
    if not rebuild and _is_current(library, encoder, folder):
        progress(0, 0)
        return 0
    texts = list(searchable_texts(library))
    described = tuple(_described(text) for text in texts)
    known = {} if rebuild else _known_rows(folder, encoder)
    rows = np.zeros((len(texts), encoder.dimension), dtype=np.float32)
    wanted = []
    for position, text in enumerate(described):
        row = known.get((text.language, text.content))
        if row is None:
            wanted.append(position)
        else:
            rows[position] = row
    progress(0, len(wanted))
    for start in range(0, len(wanted), TEXTS_PER_STEP):
        step = wanted[start : start + TEXTS_PER_STEP]
        rows[step] = encoder.encode_passages([bridged(texts[i].text, texts[i].language) for i in step])
        progress(min(start + TEXTS_PER_STEP, len(wanted)), len(wanted))
    _write(folder, encoder, library, texts, described, rows)
    return len(wanted)


def _is_current(library: Library, encoder: Encoder, folder: Path) -> bool:
    try:
        open_index(library, encoder, folder)
    except IndexUnusable:
        return False
    return True


def _write(
    folder: Path,
    encoder: Encoder,
    library: Library,
    texts: Sequence[SearchableText],
    described: tuple[IndexedText, ...],
    rows: Vectors,
) -> None:
    name = f"index-{secrets.token_hex(4)}"
    draft = folder / name
    draft.mkdir()
    fingerprint = save_rows(rows, draft / "vectors.f32")
    languages = [text.language for text in texts]
    LexicalIndex.build([text.text for text in texts], languages).save(draft / "lexical")
    concepts = _concepts_of_units(texts, ConceptFinder(library.concepts))
    (draft / "concepts.json").write_text(json.dumps(concepts), encoding="utf-8")
    means = language_means(rows, languages)
    vectors = FaissVectors(centred(rows, languages, means))
    typical = typical_cosines(encoder, library.concepts, vectors, means, _units(texts)[1])
    save_rows(typical, draft / "typical.f32")
    manifest = Manifest(FORMAT, encoder.name, encoder.dimension, fingerprint, _fingerprint(library), described)
    manifest.save(draft / "manifest.json")
    pointer = folder / f"{name}.json"
    pointer.write_text(json.dumps({"folder": name}), encoding="utf-8")
    pointer.replace(folder / CURRENT)
    for other in folder.glob("index-*"):
        if other.is_dir() and other != draft:
            shutil.rmtree(other, ignore_errors=True)


def _current(folder: Path) -> Path:
    try:
        name = json.loads((folder / CURRENT).read_text(encoding="utf-8"))["folder"]
    except FileNotFoundError:
        raise IndexMissing(f"There is no search index yet. {REBUILD}") from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise IndexDamaged(f"{folder / CURRENT} is damaged. {REBUILD} --rebuild") from error
    if not isinstance(name, str) or not (folder / name).is_dir():
        raise IndexDamaged(f"The index in {folder} is incomplete. {REBUILD} --rebuild")
    return folder / name


def _known_rows(folder: Path, encoder: Encoder) -> dict[tuple[str, str], Vectors]:
    """Rows of the index that stands now, by language and content, if the same encoder made them."""
    try:
        current = _current(folder)
        manifest = read_manifest(current / "manifest.json")
        if (manifest.encoder, manifest.dimension) != (encoder.name, encoder.dimension):
            return {}
        rows = load_rows(current / "vectors.f32", manifest.dimension, len(manifest.texts), manifest.vectors_sha256)
    except IndexUnusable:
        return {}
    return {(text.language, text.content): row for text, row in zip(manifest.texts, rows, strict=True)}


def _units(texts: Sequence[SearchableText]) -> tuple[tuple[ParagraphRef, ...], NDArray[np.int64]]:
    """The places in reading order, and for each text the number of its place."""
    units = tuple(dict.fromkeys(text.ref for text in texts))
    number = {ref: position for position, ref in enumerate(units)}
    return units, np.array([number[text.ref] for text in texts], dtype=np.int64)


def _fingerprint(library: Library) -> str:
    """A fingerprint of every name in the term bank."""
    return content_hash(repr([(concept.id, concept.forms(code)) for concept in library.concepts for code in LANGUAGES]))


def _described(text: SearchableText) -> IndexedText:
    """A text's line in the manifest; the hash is of what the encoder reads, so that a changed bridge counts as new."""
    content = content_hash(bridged(text.text, text.language))
    return IndexedText(text.ref.document, text.ref.label, text.language, text.role, content)


def _concepts_of_units(texts: Sequence[SearchableText], finder: ConceptFinder) -> list[list[str]]:
    """The concepts named by any text of each place, in the order of the places."""
    found: dict[ParagraphRef, set[str]] = {}
    for text in texts:
        found.setdefault(text.ref, set()).update(finder.find(text.text, text.language))
    return [sorted(concepts) for concepts in found.values()]


def _read_typical(path: Path, count: int) -> NDArray[np.float32]:
    try:
        typical = np.frombuffer(path.read_bytes(), dtype="<f4")
    except (OSError, ValueError) as error:
        raise IndexDamaged(f"{path} is damaged. {REBUILD} --rebuild") from error
    if len(typical) != count:
        raise IndexDamaged(f"{path} does not fit the index. {REBUILD} --rebuild")
    return typical


def _read_concepts(path: Path, count: int) -> tuple[frozenset[str], ...]:
    try:
        concepts = tuple(frozenset(unit) for unit in json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise IndexDamaged(f"{path} is damaged. {REBUILD} --rebuild") from error
    if len(concepts) != count:
        raise IndexDamaged(f"{path} does not fit the index. {REBUILD} --rebuild")
    return concepts

"""The index: built from the library, written whole or not at all, opened only when it fits."""

import json
import secrets
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.errors import CannotRun, IndexDamaged, IndexMismatch, IndexMissing, IndexUnusable
from corpus.language import LANGUAGES
from corpus.library import Library
from corpus.locking import one_at_a_time
from corpus.paragraph import ParagraphRef
from indexer.bridges import bridged
from indexer.concepts import ConceptFinder
from indexer.encoder import Encoder, Vectors
from indexer.faiss_vectors import FaissVectors
from indexer.lexical import LexicalIndex
from indexer.manifest import FORMAT, REBUILD, IndexedText, Manifest, content_hash, read_manifest
from indexer.row_journal import RowJournal
from indexer.texts import SearchableText, searchable_texts
from indexer.typical import encoded_names, typical_cosines
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


@dataclass(frozen=True, slots=True)
class Before:
    """What an earlier index knows already: rows and concepts by language and content, and the names' rows."""

    rows: Mapping[tuple[str, str], Vectors] = field(default_factory=dict)
    concepts: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    names: Vectors | None = None


def build_index(library: Library, encoder: Encoder, folder: Path, progress: Progress, rebuild: bool = False) -> int:
    """Build the index, or bring it up to date; texts encoded before are not encoded again.

    Gives the number of texts that were encoded. The new index is written beside the old one and then takes its place
    in one step, so that an interruption leaves the old one as it was.

    Raises:
        CannotRun: the folder cannot be written.
    """
    try:
        with one_at_a_time(folder):
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
    means = _shipped_means(rows, texts, library)
    return SearchIndex(
        units=units,
        unit_of_row=unit_of_row,
        languages=tuple(languages),
        vectors=FaissVectors(centred(rows, languages, means)),
        means=means,
        lexical=LexicalIndex.open(current / "lexical", len(texts)),
        concepts=_of_units(_read_concepts(current / "concepts.json", len(texts)), unit_of_row, len(units)),
        typical=_read_typical(current / "typical.f32", len(units)),
        encoder_name=encoder.name,
    )


def _build(library: Library, encoder: Encoder, folder: Path, progress: Progress, rebuild: bool) -> int:
    journal = RowJournal(folder, encoder.name, encoder.dimension)
    if not rebuild and _is_current(library, encoder, folder):
        journal.forget()
        progress(0, 0)
        return 0
    texts = list(searchable_texts(library))
    described = tuple(_described(text) for text in texts)
    before = Before() if rebuild else _before(folder, encoder, library)
    known = {} if rebuild else {**journal.rows(), **before.rows}
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
        journal.add([(described[i].language, described[i].content) for i in step], rows[step])
        progress(min(start + TEXTS_PER_STEP, len(wanted)), len(wanted))
    _write(folder, encoder, library, texts, described, rows, before)
    journal.forget()
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
    before: Before,
) -> None:
    name = f"index-{secrets.token_hex(4)}"
    draft = folder / name
    draft.mkdir()
    fingerprint = save_rows(rows, draft / "vectors.f32")
    languages = [text.language for text in texts]
    LexicalIndex.build([text.text for text in texts], languages).save(draft / "lexical")
    concepts = _concepts_of_texts(texts, described, ConceptFinder(library.concepts), before)
    (draft / "concepts.json").write_text(json.dumps(concepts), encoding="utf-8")
    names = before.names if before.names is not None else encoded_names(encoder, library.concepts)
    save_rows(names, draft / "names.f32")
    means = _shipped_means(rows, texts, library)
    vectors = FaissVectors(centred(rows, languages, means))
    save_rows(typical_cosines(names, vectors, means, _units(texts)[1]), draft / "typical.f32")
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


def _before(folder: Path, encoder: Encoder, library: Library) -> Before:
    """What the index that stands now can lend to the next; nothing if another encoder made it, or if it is damaged."""
    try:
        current = _current(folder)
        manifest = read_manifest(current / "manifest.json")
        if (manifest.encoder, manifest.dimension) != (encoder.name, encoder.dimension):
            return Before()
        rows = load_rows(current / "vectors.f32", manifest.dimension, len(manifest.texts), manifest.vectors_sha256)
        keys = [(text.language, text.content) for text in manifest.texts]
        if manifest.terms_sha256 != _fingerprint(library):
            return Before(dict(zip(keys, rows, strict=True)))
        concepts = _read_concepts(current / "concepts.json", len(keys))
        names = _read_floats(current / "names.f32").reshape(-1, manifest.dimension)
    except (IndexUnusable, ValueError):
        return Before()
    return Before(dict(zip(keys, rows, strict=True)), dict(zip(keys, concepts, strict=True)), names)


def _shipped_means(rows: Vectors, texts: Sequence[SearchableText], library: Library) -> dict[str, Vectors]:
    """The languages' mean rows over what ships, so that what a person adds does not move everybody's vectors.

    A language in which nothing ships has the mean of what was added.
    """
    added = library.added_ids
    languages = [text.language for text in texts]
    shipped = [number for number, text in enumerate(texts) if text.ref.document not in added]
    return {**language_means(rows, languages), **language_means(rows[shipped], [languages[i] for i in shipped])}


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


def _concepts_of_texts(
    texts: Sequence[SearchableText], described: Sequence[IndexedText], finder: ConceptFinder, before: Before
) -> list[list[str]]:
    """The concepts that each text names, in the order of the texts; those of texts indexed before are known."""
    found = []
    for text, line in zip(texts, described, strict=True):
        known = before.concepts.get((line.language, line.content))
        found.append(sorted(finder.find(text.text, text.language) if known is None else known))
    return found


def _of_units(
    concepts: Sequence[frozenset[str]], unit_of_row: NDArray[np.int64], count: int
) -> tuple[frozenset[str], ...]:
    """The concepts named by any text of each place, in the order of the places."""
    of_units: list[set[str]] = [set() for _ in range(count)]
    for unit, named in zip(unit_of_row, concepts, strict=True):
        of_units[unit] |= named
    return tuple(frozenset(named) for named in of_units)


def _read_floats(path: Path) -> NDArray[np.float32]:
    try:
        return np.frombuffer(path.read_bytes(), dtype="<f4")
    except (OSError, ValueError) as error:
        raise IndexDamaged(f"{path} is damaged. {REBUILD} --rebuild") from error


def _read_typical(path: Path, count: int) -> NDArray[np.float32]:
    typical = _read_floats(path)
    if len(typical) != count:
        raise IndexDamaged(f"{path} does not fit the index. {REBUILD} --rebuild")
    return typical


def _read_concepts(path: Path, count: int) -> tuple[frozenset[str], ...]:
    try:
        concepts = tuple(frozenset(named) for named in json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise IndexDamaged(f"{path} is damaged. {REBUILD} --rebuild") from error
    if len(concepts) != count:
        raise IndexDamaged(f"{path} does not fit the index. {REBUILD} --rebuild")
    return concepts

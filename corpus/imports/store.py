"""Keep what was imported: one JSON file per imported file, under a folder the caller names."""

from pathlib import Path

import msgspec

from corpus.errors import CorpusError
from corpus.imports.known import KnownResolution
from corpus.imports.report import ImportReport, Provenance
from corpus.tables import Entry
from corpus.whole_file import write_whole


class StoredImport(Entry, frozen=True):
    """One imported file as it is kept."""

    format: str
    provenance: Provenance
    resolutions: tuple[KnownResolution, ...]


def save_imported(folder: Path, report: ImportReport) -> Path:
    """Keep an import and return its file; a file with the same content that is already kept stays as it is.

    Raises:
        CorpusError: the folder cannot be written to.
    """
    target = folder / f"{report.format}-{report.provenance.sha256[:16]}.json"
    if target.exists():
        return target
    stored = StoredImport(report.format, report.provenance, report.resolutions)
    try:
        write_whole(target, msgspec.json.encode(stored))
    except OSError as error:
        raise CorpusError(f"{folder} cannot be written to: {error.strerror}. Free space or set ORTAK_HOME.") from error
    return target


def load_imported(folder: Path) -> tuple[StoredImport, ...]:
    """Everything kept in the folder, in the order of import; nothing if there is no such folder.

    Raises:
        CorpusError: a file cannot be read or is damaged; the message names it.
    """
    stored = [_load(path) for path in sorted(folder.glob("*.json"))]
    return tuple(sorted(stored, key=lambda one: (one.provenance.imported_on, one.provenance.sha256)))


def _load(path: Path) -> StoredImport:
    try:
        return msgspec.json.decode(path.read_bytes(), type=StoredImport)
    except OSError as error:
        raise CorpusError(f"{path} cannot be read: {error.strerror}. Restore or delete it.") from error
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise CorpusError(f"{path} is damaged: {error}. Delete it and import the file again.") from error

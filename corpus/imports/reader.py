"""Import one file that a person downloaded from the UN Digital Library."""

import hashlib
import re
from datetime import date
from pathlib import Path

from corpus.errors import InputRefused
from corpus.imports.marcxml import read_marcxml
from corpus.imports.merge import merge
from corpus.imports.report import ImportReport, Provenance
from corpus.imports.voting_csv import read_voting_csv

LARGEST_XML = 64 * 1024 * 1024
LARGEST_CSV = 2 * 1024 * 1024 * 1024
"""The General Assembly's whole voting data is about half a gigabyte."""
FIRST_BYTES = 4096
NEEDED = "Give the voting data (CSV) or a MARCXML export of the UN Digital Library."


def import_file(path: Path, imported_on: date) -> ImportReport:
    """Read a CSV of voting data or a MARCXML export; which of the two is told by the content, not by the name.

    Raises:
        InputRefused: the file cannot be read, is empty, too large, of another kind, cut off, or holds no resolution.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            start = stream.read(FIRST_BYTES)
            stream.seek(0)
            sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise InputRefused(f"{path} cannot be read: {error.strerror}. {NEEDED}") from error
    xml = _is_xml(path.name, start, size)
    provenance = Provenance(_plain(path.name), sha256, imported_on.isoformat())
    reading = read_marcxml(path, provenance.source) if xml else read_voting_csv(path, provenance.source)
    if not reading.resolutions:
        reason = f"; {reading.bad_rows[0].place}: {reading.bad_rows[0].reason}" if reading.bad_rows else ""
        raise InputRefused(f"{path.name} holds no resolution that can be read{reason}. {NEEDED}")
    resolutions, conflicts = merge((), reading.resolutions)
    return ImportReport(
        provenance=provenance,
        format="marcxml" if xml else "voting",
        resolutions=resolutions,
        conflicts=conflicts,
        rows=reading.rows,
        skipped=reading.skipped,
        bad_count=reading.bad_count,
        bad_rows=reading.bad_rows,
    )


def _is_xml(name: str, start: bytes, size: int) -> bool:
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not text:
        raise InputRefused(f"{name} is empty. {NEEDED}")
    if b"\x00" in start:
        raise InputRefused(f"{name} is not plain UTF-8 text: unpack it, or save it as UTF-8. {NEEDED}")
    xml = text.startswith(b"<")
    if size > (LARGEST_XML if xml else LARGEST_CSV):
        raise InputRefused(f"{name} is too large ({size // 2**20} MB). Export fewer records at a time.")
    return xml


def _plain(name: str) -> str:
    """The file's name without what would break a list of sources."""
    return re.sub(r"[;\s\x00-\x1f]+", " ", name).strip()

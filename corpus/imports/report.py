"""What came of reading one imported file."""

from dataclasses import dataclass

from corpus.imports.known import KnownResolution
from corpus.imports.merge import IMPORTED, Conflict
from corpus.tables import Confidence, Entry

NAMED_ROWS = 100
"""How many bad rows are named; the rest are only counted."""
CONFIDENCE = Confidence.MEDIUM
"""A catalogue is not the text itself, and a file in a person's hands may have been altered."""


class Provenance(Entry, frozen=True):
    """Where an imported value comes from: which file, exactly which content, and when it was read (ISO date)."""

    file: str
    sha256: str
    imported_on: str

    @property
    def source(self) -> str:
        """The provenance as the one line that every imported value carries."""
        return f"{self.file}, sha256 {self.sha256[:12]}{IMPORTED}{self.imported_on}"


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row or record that could not be used: where it stands and why."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader of one format found; a resolution may appear more than once."""

    resolutions: tuple[KnownResolution, ...]
    rows: int
    skipped: int
    bad_count: int
    bad_rows: tuple[BadRow, ...]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What one file gave.

    `rows` counts rows or records read, `skipped` those of other documents than resolutions and decisions, `bad_count`
    those that could not be used (the first hundred are in `bad_rows`), `conflicts` what the file says against itself.
    """

    provenance: Provenance
    format: str
    resolutions: tuple[KnownResolution, ...]
    conflicts: tuple[Conflict, ...]
    rows: int
    skipped: int
    bad_count: int
    bad_rows: tuple[BadRow, ...]


class BadRows:
    """Counts the rows that cannot be used, and names the first of them."""

    def __init__(self) -> None:
        self.count = 0
        self.named: list[BadRow] = []

    def add(self, place: str, reason: str) -> None:
        """Note one row."""
        self.count += 1
        if len(self.named) < NAMED_ROWS:
            self.named.append(BadRow(place, reason))

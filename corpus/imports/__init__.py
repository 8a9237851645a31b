"""The second layer of the registry: what is known of many resolutions at once, each value with its source.

The curated registry (`corpus.registry`) knows few instruments well. This package adds, below it, the titles and dates
read from primary texts (`primary.toml`) and whatever a person imports from exports of the UN Digital Library.
"""

from corpus.imports.known import KnownResolution, Stated
from corpus.imports.layers import curated_resolutions, load_resolutions, primary_resolutions
from corpus.imports.merge import Conflict, Merged, merge
from corpus.imports.reader import import_file
from corpus.imports.report import BadRow, ImportReport, Provenance
from corpus.imports.store import load_imported, save_imported
from corpus.imports.table import ResolutionTable

__all__ = [
    "BadRow",
    "Conflict",
    "ImportReport",
    "KnownResolution",
    "Merged",
    "Provenance",
    "ResolutionTable",
    "Stated",
    "curated_resolutions",
    "import_file",
    "load_imported",
    "load_resolutions",
    "merge",
    "primary_resolutions",
    "save_imported",
]

"""What every command says in the same way: JSON, progress, exit codes."""

import json
import sys
from typing import Any

import click

from indexer.session import bring_up_to_date

DONE, FINDINGS, COULD_NOT_RUN = 0, 1, 2


def as_json_text(fields: dict[str, Any]) -> str:
    """Fields as readable JSON."""
    return json.dumps(fields, ensure_ascii=False, indent=2)


def index_with_progress(rebuild: bool = False) -> tuple[int, str, int]:
    """Bring the index up to date under a progress bar; gives texts encoded, the encoder's name and its dimension.

    Raises:
        CannotRun: the encoder is missing, or the folder cannot be written.
    """
    with click.progressbar(length=1, label="Encoding", file=sys.stderr) as bar:

        def advance(done: int, total: int) -> None:
            bar.length = max(total, 1)
            bar.update(done - bar.pos if total else 1)

        encoded, encoder = bring_up_to_date(advance, rebuild)
    return encoded, encoder.name, encoder.dimension

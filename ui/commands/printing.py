"""What every command says in the same way: JSON, progress, exit codes."""

import json
import os
import sys
from pathlib import Path
from typing import Any

import click

from corpus.errors import CannotRun
from indexer.session import bring_up_to_date

DONE, FINDINGS, COULD_NOT_RUN = 0, 1, 2


class FileToWrite(click.Path):
    """A file that a command is to write: where its folder is not there, nothing is begun and no folder made."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:  # noqa: ANN401
        """The path as it was given.

        Raises:
            CannotRun: its folder does not exist.
        """
        path = Path(os.fsdecode(super().convert(value, param, ctx)))
        if not path.parent.is_dir():
            raise CannotRun(f"The folder {path.parent} does not exist. Make it, or name another one.")
        return path


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

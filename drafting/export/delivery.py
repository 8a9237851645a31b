"""Where an export goes: a file that is written whole or not at all, or an open stream."""

from pathlib import Path
from typing import BinaryIO

from corpus.errors import CannotRun
from corpus.whole_file import write_whole


def deliver(content: bytes, target: Path | BinaryIO) -> None:
    """Write the export.

    Raises:
        CannotRun: it cannot be written; a file that stood there before stands there still.
    """
    if not isinstance(target, Path):
        target.write(content)
        return
    try:
        write_whole(target, content)
    except OSError as error:
        raise CannotRun(
            f"{target.name} could not be written ({error.strerror or error}); nothing was changed. "
            "Close it if it is open elsewhere, make room, or choose another folder."
        ) from error

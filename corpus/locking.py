"""One writer at a time, across windows and terminals."""

from pathlib import Path

from filelock import FileLock


def one_at_a_time(folder: Path) -> FileLock:
    """A lock on the folder, to be used in a `with`; the folder is made if it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    return FileLock(folder / "lock")

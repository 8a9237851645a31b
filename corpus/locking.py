"""One writer at a time, across windows and terminals."""

from pathlib import Path

from filelock import FileLock


def one_at_a_time(folder: Path) -> FileLock:
    """A lock on the folder, to be used in a `with`, also inside another of the same thread; the folder is made."""
    folder.mkdir(parents=True, exist_ok=True)
    return FileLock(folder / "lock", is_singleton=True)

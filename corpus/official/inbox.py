"""The drop folder: files that a person saved there, once they are complete."""

import os
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path

STILL_SECONDS = 1.0
"""A file whose size and time do not change for so long is taken as complete."""
UNFINISHED = (".part", ".partial", ".crdownload", ".download", ".opdownload", ".tmp")
"""What browsers call a file that is still arriving."""
NOT_DOCUMENTS = ("desktop.ini", "thumbs.db")

Looks = dict[Path, tuple[int, int, int]]
"""Each file with its size in bytes, its time in nanoseconds and its number on the disk."""


def waiting(folder: Path, sleep: Callable[[float], None] = time.sleep) -> tuple[Path, ...]:
    """The complete files in the folder and below, in the order of their names; it looks twice.

    Left out are files that are still arriving or growing, hidden and temporary ones, links, and whatever is no file.
    """
    before = _look(folder)
    if not before:
        return ()
    sleep(STILL_SECONDS)
    return _unchanged(before, _look(folder))


def watch(
    folder: Path,
    seconds: float = 2.0,
    sleep: Callable[[float], None] = time.sleep,
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[Path]:
    """Every complete file, once it is there, until `stopped` says so; looks every so many seconds.

    What waits already comes first. A file that is replaced by another of the same name comes again.
    """
    before: Looks = {}
    given: Looks = {}
    while not stopped():
        now = _look(folder)
        given = {path: seen for path, seen in given.items() if now.get(path) == seen}
        for path in _unchanged(before, now):
            if path not in given:
                given[path] = now[path]
                yield path
        before = now
        sleep(seconds)


def _unchanged(before: Looks, now: Looks) -> tuple[Path, ...]:
    return tuple(path for path, seen in now.items() if before.get(path) == seen)


def _look(folder: Path) -> Looks:
    """All files that may be documents; an empty one is left out while another is arriving, which keeps its place."""
    found: Looks = {}
    arriving = False
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if _may_be_document(name))
        for name in sorted(names):
            arriving = arriving or name.lower().endswith(UNFINISHED)
            if _may_be_document(name) and (seen := _seen(Path(place, name))):
                found[Path(place, name)] = seen
    return {path: seen for path, seen in found.items() if seen[0] or not arriving}


def _may_be_document(name: str) -> bool:
    low = name.lower()
    return not (low.startswith((".", "~$")) or low.endswith(("~", *UNFINISHED)) or low in NOT_DOCUMENTS)


def _seen(path: Path) -> tuple[int, int, int] | tuple[()]:
    """Size, time and number of a regular file; nothing for a link, a device, or what has just gone."""
    try:
        state = path.lstat()
    except FileNotFoundError:
        return ()
    return (state.st_size, state.st_mtime_ns, state.st_ino) if stat.S_ISREG(state.st_mode) else ()

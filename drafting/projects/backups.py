"""Backups of projects: one a day when a project is opened, the newest five kept."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from corpus.errors import NotSaved
from drafting.projects import database

KEPT = 5
EVERY = timedelta(days=1)
STAMP = "%Y%m%dT%H%M%S.%fZ"
SUFFIX = ".ortak"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of a project as it stood at a moment; `name` is what `restore_project` takes."""

    name: str
    made_at: datetime
    path: Path


def backups_of(folder: Path) -> tuple[Backup, ...]:
    """The backups in the folder of one project, newest first."""
    found = []
    for path in folder.glob(f"*{SUFFIX}") if folder.is_dir() else ():
        try:
            made_at = datetime.strptime(path.stem, STAMP).replace(tzinfo=UTC)
        except ValueError:
            continue
        found.append(Backup(path.stem, made_at, path))
    return tuple(sorted(found, key=lambda backup: backup.made_at, reverse=True))


def back_up(project: Path, folder: Path, now: datetime) -> Path:
    """Copy the project as it stands, and let go of the oldest copies.

    Raises:
        NotSaved: the copy cannot be written.
        ProjectDamaged: the project cannot be read; its earlier backups are kept.
    """
    target = folder / f"{now.astimezone(UTC).strftime(STAMP)}{SUFFIX}"
    database.copy(project, target)
    for old in backups_of(folder)[KEPT:]:
        old.path.unlink(missing_ok=True)
    return target


def back_up_if_due(project: Path, folder: Path, now: datetime) -> str:
    """Back the project up where the newest backup is older than a day; gives a sentence where that was not possible."""
    newest = next(iter(backups_of(folder)), None)
    if newest is not None and timedelta(0) <= now - newest.made_at < EVERY:
        return ""
    try:
        back_up(project, folder, now)
    except (NotSaved, OSError) as error:
        return f"No backup could be made today. {error}"
    return ""

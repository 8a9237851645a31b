"""The only code that opens SQLite.

A rollback journal rather than a write-ahead log: between two changes the project is one file with nothing beside it, it
can lie on a network drive, and a copy of that one file is the whole project. EXTRA synchronisation: what was reported
as saved survives a power cut. A connection lives for one reading or one change, so no window holds a file open.
"""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import apsw

from corpus.errors import NotSaved, ProjectDamaged, ProjectRefused
from drafting.projects.schema import APPLICATION_ID, MIGRATIONS

Row: TypeAlias = tuple[Any, ...]

WAIT_MILLISECONDS = 10_000
SETTINGS = (
    f"PRAGMA busy_timeout = {WAIT_MILLISECONDS}",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = EXTRA",
)
# No trigger or view of a file runs, and nothing can rewrite its tables from within, whoever made the file.
OFF = (apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER, apsw.SQLITE_DBCONFIG_ENABLE_VIEW)
SCHEMA_ROWS = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"


@dataclass(frozen=True, slots=True)
class Database:
    """An open project file, within one transaction."""

    connection: apsw.Connection

    def rows(self, sql: str, *values: str | int | None) -> list[Row]:
        """What the question finds."""
        return list(self.connection.execute(sql, values))

    def run(self, sql: str, *values: str | int | None) -> None:
        """Carry out one statement."""
        self.connection.execute(sql, values)


@contextmanager
def reading(path: Path) -> Iterator[Database]:
    """The file as it stands at one moment, whatever others write meanwhile.

    Raises:
        ProjectRefused: there is no such file, it is no project, or another version wrote it.
        ProjectDamaged: it is damaged.
    """
    with _transaction(path, "BEGIN") as database:
        yield database


@contextmanager
def writing(path: Path) -> Iterator[Database]:
    """One change: all of it is on disk when the block ends, or nothing where it ends with an error.

    Raises:
        NotSaved: the disk is full, or the file cannot be written.
    """
    with _transaction(path, "BEGIN IMMEDIATE") as database:
        yield database


def create(path: Path, fill: Callable[[Database], None]) -> None:
    """Write a new project file: it is there in full or not at all."""
    part = path.with_name(f".{path.name}.part")
    try:
        with _clear_errors(path):
            part.parent.mkdir(parents=True, exist_ok=True)
            part.unlink(missing_ok=True)
            with closing(_connect(part, apsw.SQLITE_OPEN_CREATE)) as connection:
                connection.execute("BEGIN IMMEDIATE")
                _migrate(connection, 0)
                fill(Database(connection))
                connection.execute("COMMIT")
            part.rename(path)
    finally:
        part.unlink(missing_ok=True)


def format_of(path: Path) -> int:
    """The version of the file's tables; older than this version's where it must be migrated.

    Raises:
        ProjectRefused: it is no project, a newer version wrote it, or it carries what no version of ours writes.
        ProjectDamaged: it is damaged.
    """
    with _clear_errors(path), closing(_connect(path)) as connection:
        return _known_format(connection, path)


def migrate(path: Path) -> None:
    """Bring an older file's tables up to date, all steps or none."""
    with _clear_errors(path), closing(_connect(path)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        _migrate(connection, _known_format(connection, path))
        connection.execute("COMMIT")


def require_sound(path: Path) -> None:
    """Read every page of the file.

    Raises:
        ProjectDamaged: SQLite finds it damaged.
    """
    with _clear_errors(path), closing(_connect(path)) as connection:
        found = connection.execute("PRAGMA quick_check(1)").fetchall()
        if found != [("ok",)]:
            raise _damaged(path, str(found[0][0]))


def copy(source: Path, target: Path) -> None:
    """A copy of the file as it stands at one moment, whatever others write meanwhile; there in full or not at all."""
    part = target.with_name(f".{target.name}.part")
    try:
        with _clear_errors(target):
            part.parent.mkdir(parents=True, exist_ok=True)
            part.unlink(missing_ok=True)
            with (
                closing(_connect(source)) as one,
                closing(_connect(part, apsw.SQLITE_OPEN_CREATE)) as other,
                other.backup("main", one, "main") as backup,
            ):
                backup.step()
            part.replace(target)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def _transaction(path: Path, begin: str) -> Iterator[Database]:
    with _clear_errors(path), closing(_connect(path)) as connection:
        connection.execute(begin)
        if _known_format(connection, path) < len(MIGRATIONS):
            raise ProjectRefused(f"“{path.stem}” was written by an older version of Ortak. Open it again to update it.")
        yield Database(connection)
        connection.execute("COMMIT")


def _connect(path: Path, create_flag: int = 0) -> apsw.Connection:
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE | create_flag)
    try:
        connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
        for setting in OFF:
            connection.config(setting, 0)
        for sql in SETTINGS:
            connection.execute(sql)
    except apsw.Error:
        connection.close()
        raise
    return connection


def _migrate(connection: apsw.Connection, known: int) -> None:
    for sql in MIGRATIONS[known:]:
        connection.execute(sql)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


def _known_format(connection: apsw.Connection, path: Path) -> int:
    if path.stat().st_size == 0:
        raise _damaged(path, "it is empty")
    if connection.pragma("application_id") != APPLICATION_ID:
        raise ProjectRefused(f"{path.name} is not an Ortak project. Choose a file that Ortak wrote.")
    known = int(str(connection.pragma("user_version")))
    if known > len(MIGRATIONS):
        raise ProjectRefused(
            f"“{path.stem}” was written by a newer version of Ortak (format {known}, this one reads "
            f"{len(MIGRATIONS)}). Update Ortak to open it."
        )
    if tuple(connection.execute(SCHEMA_ROWS)) != _schema(MIGRATIONS[:known]):
        raise ProjectRefused(f"{path.name} carries tables or code that Ortak did not write; it was not opened.")
    return known


@cache
def _schema(migrations: tuple[str, ...]) -> tuple[Row, ...]:
    with closing(apsw.Connection(":memory:")) as connection:
        for sql in migrations:
            connection.execute(sql)
        return tuple(connection.execute(SCHEMA_ROWS))


@contextmanager
def _clear_errors(path: Path) -> Iterator[None]:
    """Say in one sentence what SQLite or the file system found wrong."""
    name = path.stem
    try:
        yield
    except apsw.FullError as error:
        raise NotSaved(f"The disk is full: “{name}” was not saved. Free some space and save again.") from error
    except (apsw.ReadOnlyError, apsw.PermissionsError, PermissionError) as error:
        raise NotSaved(
            f"“{name}” cannot be written in {path.parent}. Allow writing there, or set ORTAK_HOME to another folder."
        ) from error
    except (apsw.BusyError, apsw.LockedError) as error:
        raise NotSaved(f"Another window kept “{name}” busy; nothing was saved. Try again in a moment.") from error
    except (apsw.CantOpenError, FileNotFoundError) as error:
        if not path.exists():
            raise ProjectRefused(f"There is no project “{name}” in {path.parent}.") from error
        raise NotSaved(f"“{name}” cannot be opened in {path.parent}. See that the folder may be read.") from error
    except (apsw.NoMemError, apsw.IOError, OSError) as error:
        raise NotSaved(f"“{name}” could not be read or saved: the disk reports an error ({error}).") from error
    except (apsw.Error, UnicodeDecodeError) as error:
        raise _damaged(path, str(error)) from error


def _damaged(path: Path, why: str) -> ProjectDamaged:
    return ProjectDamaged(
        f"The project file {path.name} is damaged ({why.splitlines()[0][:120]}). Restore one of its backups; other "
        "projects are not touched."
    )

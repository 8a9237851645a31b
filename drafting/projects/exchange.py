"""Export a project into one file, and import one."""

import shutil
from pathlib import Path

from corpus.errors import NotSaved, ProjectDamaged, ProjectRefused
from corpus.whole_file import write_whole
from drafting.projects import database
from drafting.projects.changing import moment
from drafting.projects.handover import LARGEST_BYTES, Handover, fill_from, gather_handover, pack, unpack
from drafting.projects.history import Verb
from drafting.projects.ledger import KeptChange
from drafting.projects.naming import readable_id
from drafting.projects.shelf import Shelf

DATABASE_START = b"SQLite format 3\0"


def export_project(shelf: Shelf, project_id: str, target: Path, with_private: bool = False) -> None:
    """Write the project with its history into one file; what is private only where asked for.

    Raises:
        ProjectRefused: there is no such project.
        ProjectDamaged: a part of it cannot be read.
        NotSaved: the target cannot be written.
    """
    with database.reading(shelf.path(project_id)) as found:
        packed = pack(gather_handover(found, project_id, with_private))
    try:
        write_whole(target, packed)
    except OSError as error:
        raise NotSaved(f"{target} cannot be written: {error.strerror or error}. Choose another place.") from error


def import_project(shelf: Shelf, path: Path, who: str) -> str:
    """Take in a project that was handed over, or a project file itself; gives its id.

    Where the id is taken, the import is kept beside it under a new one. Nothing of the file is run or taken over: its
    values are checked and written into a fresh project.

    Raises:
        ProjectRefused: it is no project, damaged, or a newer version wrote it.
        NotSaved: the folder cannot be written.
    """
    content = _content(path)
    try:
        handover = _from_database(shelf, path) if content.startswith(DATABASE_START) else unpack(content, path.name)
    except ProjectDamaged as error:
        raise ProjectRefused(f"{path.name} is damaged: {error}") from error
    with shelf.alone():
        project_id = shelf.free_id(readable_id(handover.id))
        number = max((change.number for change, _ in handover.history), default=0) + 1
        now = moment(shelf.clock())
        imported = KeptChange(number, now, now, who, Verb.IMPORTED)
        database.create(shelf.path(project_id), lambda fresh: fill_from(handover, fresh, imported))
    return project_id


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise ProjectRefused(f"{path.name} is larger than {LARGEST_BYTES // 1024**2} MB; that is no project.")
        return path.read_bytes()
    except OSError as error:
        raise ProjectRefused(f"{path} cannot be read: {error.strerror or error}. Choose another file.") from error


def _from_database(shelf: Shelf, path: Path) -> Handover:
    """Read a copy of the file: it is checked as a whole first, and the person's own file is never written to."""
    copy = shelf.folder / f".import-{path.stem}.part"
    try:
        with shelf.alone():
            for one, other in ((path, copy), (_journal(path), _journal(copy))):
                if one.exists():
                    shutil.copyfile(one, other)
            database.format_of(copy)
            database.require_sound(copy)
            database.migrate(copy)
            with database.reading(copy) as found:
                return gather_handover(found, path.stem, with_private=True)
    finally:
        copy.unlink(missing_ok=True)
        _journal(copy).unlink(missing_ok=True)


def _journal(path: Path) -> Path:
    """What an interrupted change left beside a project file; without it the file is not whole."""
    return path.with_name(f"{path.name}-journal")

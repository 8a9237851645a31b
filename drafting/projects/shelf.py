"""Where projects are kept: one file each, a trash folder and backups beside them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from corpus.errors import NotSaved, OrtakError, ProjectRefused
from corpus.folders import projects_folder
from corpus.locking import one_at_a_time
from drafting.projects import database
from drafting.projects.backups import Backup, back_up, back_up_if_due, backups_of
from drafting.projects.changing import Intent, Receipt
from drafting.projects.fields import set_field
from drafting.projects.history import Verb
from drafting.projects.ledger import KeptChange, Ledger, Things
from drafting.projects.naming import free_id, readable_id
from drafting.projects.project_file import SUFFIX, ProjectFile, now_utc
from drafting.projects.schema import MIGRATIONS
from drafting.projects.things import FIELDS, Kind, as_json, thing_key
from drafting.projects.values import Header, ProjectCard

# Far above what any window can have counted to: after a restoration no open window's revision fits by chance.
REVISIONS_APART = 1_000_000
NO_NAME = frozenset("/\\:\0")


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folder that holds all projects."""

    folder: Path
    clock: Callable[[], datetime] = now_utc

    def cards(self) -> tuple[ProjectCard, ...]:
        """Every project, the one changed last first; one that cannot be opened is there with the reason."""
        return self._cards(self.folder)

    def trashed(self) -> tuple[ProjectCard, ...]:
        """Every project in the trash folder, the one changed last first."""
        return self._cards(self._trash)

    def create(self, header: Header, who: str) -> ProjectFile:
        """Start a project; its id is made from its title.

        Raises:
            ProjectRefused: the title is empty.
            NotSaved: the folder cannot be written.
        """
        if not header.title.strip():
            raise ProjectRefused("A project needs a title. Give it one.")
        now = self.clock()
        with self.alone():
            project_id = self.free_id(readable_id(header.title))

            def fill(fresh: database.Database) -> None:
                ledger, things = Ledger(fresh), Things(fresh)
                moment = Intent(who, Verb.CREATED, now).moment
                ledger.tell("created_on", moment)
                ledger.append(KeptChange(1, moment, moment, who, Verb.CREATED), ())
                for name in FIELDS:
                    things.put(thing_key(Kind.FIELD, name), as_json(getattr(header, name)), 1, 1)

            database.create(self.path(project_id), fill)
        return ProjectFile(self.path(project_id), self.clock)

    def open(self, project_id: str) -> ProjectFile:
        """Open a project: look whether it is whole, bring an older file up to date, back it up once a day.

        Raises:
            ProjectRefused: it is not there, is no project, or a newer version wrote it.
            ProjectDamaged: it is damaged; `backups` has copies of it.
        """
        path = self.path(project_id)
        older = database.format_of(path) < len(MIGRATIONS)
        database.require_sound(path)
        if older:
            back_up(path, self._backups(project_id), self.clock())
            database.migrate(path)
        return ProjectFile(path, self.clock, back_up_if_due(path, self._backups(project_id), self.clock()))

    def rename(self, project_id: str, title: str, who: str) -> Receipt:
        """Give a project another title. Its id, the file's name, stays: open windows go on saving into it."""
        project = self.open(project_id)
        if not title.strip():
            raise ProjectRefused("A project needs a title. Give it one.")
        return set_field(project, "title", title, project.read().revision(thing_key(Kind.FIELD, "title")), who)

    def remove(self, project_id: str) -> str:
        """Move a project into the trash folder, nothing is deleted; gives the name that it has there."""
        with self.alone():
            source = self.path(project_id)
            if not source.exists():
                raise ProjectRefused(f"There is no project “{project_id}” in {self.folder}.")
            name = free_id(project_id, lambda one: (self._trash / f"{one}{SUFFIX}").exists())
            _move(source, self._trash / f"{name}{SUFFIX}")
        return name

    def undelete(self, name: str) -> ProjectFile:
        """Bring a project back from the trash folder, under a new id where its own was taken meanwhile."""
        with self.alone():
            source = self._trash / f"{_plain(name)}{SUFFIX}"
            if not source.exists():
                raise ProjectRefused(f"There is no project “{name}” in the trash.")
            project_id = free_id(name, lambda one: self.path(one).exists())
            _move(source, self.path(project_id))
        return self.open(project_id)

    def backups(self, project_id: str) -> tuple[Backup, ...]:
        """The backups of a project, newest first."""
        return backups_of(self._backups(project_id))

    def restore(self, project_id: str, backup_name: str, who: str) -> ProjectFile:
        """Put a backup in the project's place; the file that was there, damaged or not, goes into the trash folder.

        Raises:
            ProjectRefused: there is no such backup.
            ProjectDamaged: the backup is damaged too; nothing was changed.
        """
        backup = next((one for one in self.backups(project_id) if one.name == backup_name), None)
        if backup is None:
            raise ProjectRefused(f"There is no backup “{backup_name}” of {project_id}.")
        database.require_sound(backup.path)
        with self.alone():
            part = self.folder / f".{project_id}.restored"
            try:
                database.copy(backup.path, part)
                database.migrate(part)
                self._mark_restored(part, who)
                if self.path(project_id).exists():
                    trashed = free_id(project_id, lambda one: (self._trash / f"{one}{SUFFIX}").exists())
                    _move(self.path(project_id), self._trash / f"{trashed}{SUFFIX}")
                part.rename(self.path(project_id))
            finally:
                part.unlink(missing_ok=True)
        return ProjectFile(self.path(project_id), self.clock)

    def path(self, project_id: str) -> Path:
        """Where the project with this id is kept.

        Raises:
            ProjectRefused: no project can have such an id.
        """
        return self.folder / f"{_plain(project_id)}{SUFFIX}"

    def free_id(self, wanted: str) -> str:
        """An id that no project has, none in the trash either, and of which there is no backup."""
        return free_id(
            wanted,
            lambda one: (
                self.path(one).exists() or (self._trash / f"{one}{SUFFIX}").exists() or self._backups(one).exists()
            ),
        )

    @contextmanager
    def alone(self) -> Iterator[None]:
        """While no other window adds, moves or restores projects."""
        try:
            with one_at_a_time(self.folder):
                yield
        except OSError as error:
            raise NotSaved(
                f"Projects cannot be kept in {self.folder}: {error.strerror or error}. Free some space, or set "
                "ORTAK_HOME to another folder."
            ) from error

    @property
    def _trash(self) -> Path:
        return self.folder / "trash"

    def _backups(self, project_id: str) -> Path:
        return self.folder / "backups" / _plain(project_id)

    def _cards(self, folder: Path) -> tuple[ProjectCard, ...]:
        paths = folder.glob(f"[!.]*{SUFFIX}") if folder.is_dir() else ()
        return tuple(sorted(map(_card, paths), key=lambda card: (card.changed_on, card.id), reverse=True))

    def _mark_restored(self, path: Path, who: str) -> None:
        moment = Intent(who, Verb.RESTORED, self.clock()).moment
        with database.writing(path) as restored:
            ledger = Ledger(restored)
            ledger.append(KeptChange(ledger.last_number() + 1, moment, moment, who, Verb.RESTORED), ())
            restored.run("UPDATE thing SET revision = revision + ?", REVISIONS_APART)


def own_shelf() -> Shelf:
    """The person's own projects, under ORTAK_HOME."""
    return Shelf(projects_folder())


def _plain(name: str) -> str:
    if not name or name.startswith(".") or NO_NAME & set(name):
        raise ProjectRefused(f"“{name[:80]}” cannot be the id of a project. “ortak project list” shows every id.")
    return name


def _card(path: Path) -> ProjectCard:
    project_id = path.name.removesuffix(SUFFIX)
    try:
        with database.reading(path) as found:
            title = Things(found).value(thing_key(Kind.FIELD, "title"))
            return ProjectCard(project_id, str(title or project_id), Ledger(found).last_moment())
    except OrtakError as error:
        written = datetime.fromtimestamp(path.stat().st_mtime, UTC) if path.exists() else datetime.now(UTC)
        return ProjectCard(project_id, project_id, written.isoformat(timespec="milliseconds"), str(error))


def _move(source: Path, target: Path) -> None:
    """Move a project file; what an interrupted change left beside it is settled before, or goes with it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with database.writing(source):
            pass
    except OrtakError:
        # A damaged file is moved as it is, its journal with it: both together are what can still be rescued.
        journal = source.with_name(f"{source.name}-journal")
        if journal.exists():
            journal.rename(target.with_name(f"{target.name}-journal"))
    source.rename(target)

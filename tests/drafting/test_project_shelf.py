"""Where projects are kept: names, list, trash, backups, older and newer files."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw
import pytest

from corpus.errors import NotSaved, ProjectDamaged, ProjectRefused
from drafting.draft import Draft, Form, Level, Section, Statement
from drafting.projects import database, schema
from drafting.projects import shelf as shelf_module
from drafting.projects.fields import set_field
from drafting.projects.history import Verb
from drafting.projects.naming import free_id, readable_id
from drafting.projects.sections import write_draft
from drafting.projects.shelf import REVISIONS_APART, Shelf, own_shelf
from drafting.projects.statements import save_text
from drafting.projects.values import Header

pytestmark = pytest.mark.usefixtures("no_waiting_for_the_disk")


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def shelf(tmp_path: Path, clock: Clock) -> Shelf:
    return Shelf(tmp_path / "projects", clock)


@pytest.mark.parametrize(
    ("title", "project_id"),
    [
        ("Ледники и вода", "ledniki-i-voda"),
        ("Экологическая солидарность Центральной Азии", "ekologicheskaya-solidarnost-tsentralnoy-azii"),
        ("Мұздықтарды сақтау", "muzdyqtardy-saqtau"),
        ("Ҳифзи пиряхҳо", "hifzi-piryakhho"),
        ("Oʻzbekiston: muzliklar", "ozbekiston-muzliklar"),
        ("UNEA-7, item 5 (b)", "unea-7-item-5-b"),
        ("中亚冰川", "zhongyabingchuan"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "con-project"),
        ("Lpt1", "lpt1-project"),
        ("…", "project"),
        ("а" * 200, "a" * 60),
    ],
)
def test_ids_are_readable_and_safe_names_of_files(title: str, project_id: str) -> None:
    assert readable_id(title) == project_id


def test_ids_that_are_taken_get_a_number(shelf: Shelf) -> None:
    assert [shelf.create(Header("Вода"), "A").id for _ in range(3)] == ["voda", "voda-2", "voda-3"]
    shelf.remove("voda-2")
    assert shelf.create(Header("Вода"), "A").id == "voda-4", "not that of one in the trash"
    assert free_id("a", {"a", "a-2"}.__contains__) == "a-3"


def test_own_projects_are_under_the_home_folder(own_home: Path) -> None:
    own_shelf().create(Header("Вода"), "A")
    assert (own_home / "projects" / "voda.ortak").is_file()


def test_the_list_is_newest_first(shelf: Shelf, clock: Clock) -> None:
    assert shelf.cards() == ()
    for title in ("Вода", "Воздух", "Земля"):
        clock.now += timedelta(hours=1)
        shelf.create(Header(title), "A")
    clock.now += timedelta(hours=1)
    set_field(shelf.open("voda"), "session", "81", 1, "B")
    assert [(card.id, card.title, card.changed_on[:16]) for card in shelf.cards()] == [
        ("voda", "Вода", "2026-05-04T13:00"),
        ("zemlya", "Земля", "2026-05-04T12:00"),
        ("vozdukh", "Воздух", "2026-05-04T11:00"),
    ]


def test_a_new_title_leaves_open_windows_alone(shelf: Shelf) -> None:
    window = shelf.create(Header("Вода"), "A")
    shelf.rename("voda", "Вода и ледники", "B")
    set_field(window, "session", "81", 1, "A")
    header = shelf.open("voda").read().header
    assert (header.title, header.session) == ("Вода и ледники", "81")
    assert window.history(key="field:title")[0].who == "B"
    for empty in ("", "  "):
        with pytest.raises(ProjectRefused, match="needs a title"):
            shelf.rename("voda", empty, "B")
        with pytest.raises(ProjectRefused, match="needs a title"):
            shelf.create(Header(empty), "B")


def test_removed_projects_come_back(shelf: Shelf) -> None:
    before = shelf.create(Header("Вода"), "A").read()
    assert shelf.remove("voda") == "voda"
    assert (shelf.cards(), [card.title for card in shelf.trashed()]) == ((), ["Вода"])
    assert shelf.undelete("voda").read() == before
    assert shelf.trashed() == ()
    for missing in (shelf.remove, shelf.undelete):
        with pytest.raises(ProjectRefused, match="There is no project “none”"):
            missing("none")


def test_two_of_one_name_in_the_trash_are_two(shelf: Shelf) -> None:
    shelf.create(Header("Вода"), "A")
    shelf.remove("voda")
    shelf.path("voda").write_bytes((shelf.folder / "trash" / "voda.ortak").read_bytes())
    assert shelf.remove("voda") == "voda-2"
    shelf.undelete("voda")
    (shelf.folder / "trash" / "voda.ortak").write_bytes(shelf.path("voda").read_bytes())
    assert shelf.undelete("voda").id == "voda-2"


@pytest.mark.parametrize("name", ["", ".", "..", "../voda", "a/b", "a\\b", "c:voda", ".hidden", "a\0b"])
def test_ids_that_could_lead_elsewhere_are_refused(shelf: Shelf, name: str) -> None:
    for attempt in (shelf.open, shelf.remove, shelf.undelete, shelf.backups):
        with pytest.raises(ProjectRefused, match="cannot be the id"):
            attempt(name)


def test_backups_are_made_once_a_day_and_five_are_kept(shelf: Shelf, clock: Clock) -> None:
    shelf.create(Header("Вода"), "A")
    assert shelf.backups("voda") == ()
    for day in range(8):
        shelf.open("voda")
        clock.now += timedelta(hours=23)
        set_field(shelf.open("voda"), "session", str(day), day + 1, "A")
        clock.now += timedelta(hours=1)
    assert [backup.made_at.day for backup in shelf.backups("voda")] == [11, 10, 9, 8, 7]
    assert shelf.backups("voda")[0].name == "20260511T090000.000000Z"


def test_a_backup_put_back(shelf: Shelf, clock: Clock) -> None:
    project = shelf.create(Header("Вода"), "A")
    draft = Draft("Вода", "water", Form.BRIEF, Level.LLDC, "ru", (Section("Раздел", (Statement("было"),)),))
    write_draft(project, draft, project.read(), "A")
    shelf.open("voda")
    one = project.read().drafts[0].sections[0].statements[0]
    revision = save_text(project, one.id, "стало", one.revision, "A")
    clock.now += timedelta(minutes=1)
    restored = shelf.restore("voda", shelf.backups("voda")[0].name, "B")
    kept = restored.read().drafts[0].sections[0].statements[0]
    assert (kept.statement.text, kept.revision) == ("было", one.revision + REVISIONS_APART)
    assert [change.verb for change in restored.history()] == [Verb.RESTORED, Verb.DRAFT_WRITTEN, Verb.CREATED]
    assert revision < REVISIONS_APART, "no open window can save over it by chance"
    shelf.undelete("voda")
    assert shelf.open("voda-2").read().drafts[0].sections[0].statements[0].statement.text == "стало"
    with pytest.raises(ProjectRefused, match="There is no backup “19990101T000000.000000Z”"):
        shelf.restore("voda", "19990101T000000.000000Z", "B")


def test_a_damaged_backup_is_not_put_in_the_place_of_anything(shelf: Shelf) -> None:
    project = shelf.create(Header("Вода"), "A")
    shelf.open("voda")
    before = project.read()
    backup = shelf.backups("voda")[0]
    backup.path.write_bytes(backup.path.read_bytes()[:9000])
    with pytest.raises(ProjectDamaged):
        shelf.restore("voda", backup.name, "A")
    assert project.read() == before
    assert shelf.trashed() == ()


def test_a_backup_that_cannot_be_made_does_not_keep_the_project_shut(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.create(Header("Вода"), "A")

    def full(source: Path, target: Path) -> None:
        raise NotSaved("The disk is full.")

    monkeypatch.setattr(database, "copy", full)
    opened = shelf.open("voda")
    assert opened.notice == "No backup could be made today. The disk is full."
    assert opened.read().header.title == "Вода"


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("here stands a file", encoding="utf-8")
    with pytest.raises(NotSaved, match="Projects cannot be kept in .*ORTAK_HOME"):
        Shelf(tmp_path / "file" / "projects").create(Header("Вода"), "A")


def test_a_newer_file_is_refused_and_not_touched(shelf: Shelf) -> None:
    project = shelf.create(Header("Вода"), "A")
    connection = apsw.Connection(str(project.path))
    connection.execute("PRAGMA user_version = 7; CREATE TABLE novelty (a)")
    connection.close()
    content = project.path.read_bytes()
    for attempt in (lambda: shelf.open("voda"), project.read, lambda: project.undo("A")):
        with pytest.raises(
            ProjectRefused, match=r"“voda” was written by a newer version of Ortak \(format 7, this one"
        ):
            attempt()
    assert "newer version" in shelf.cards()[0].problem
    assert project.path.read_bytes() == content


def test_an_older_file_is_backed_up_then_brought_up_to_date(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    project = shelf.create(Header("Вода"), "A")
    before = project.read()
    newer = (*schema.MIGRATIONS, "CREATE TABLE bookmark (name TEXT PRIMARY KEY) STRICT")
    monkeypatch.setattr(database, "MIGRATIONS", newer)
    monkeypatch.setattr(shelf_module, "MIGRATIONS", newer)
    with pytest.raises(ProjectRefused, match="written by an older version of Ortak. Open it again"):
        project.read()
    opened = shelf.open("voda")
    assert opened.read() == before
    assert database.format_of(project.path) == len(newer)
    assert [database.format_of(backup.path) for backup in shelf.backups("voda")] == [len(schema.MIGRATIONS)]


def test_a_failed_update_leaves_the_older_file(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    project = shelf.create(Header("Вода"), "A")
    content = project.path.read_bytes()
    broken = (*schema.MIGRATIONS, "CREATE TABLE bookmark (name TEXT) STRICT; CREATE TABLE bookmark (name TEXT) STRICT")
    monkeypatch.setattr(database, "MIGRATIONS", broken)
    with pytest.raises(ProjectDamaged):
        database.migrate(project.path)
    assert project.path.read_bytes() == content


@pytest.mark.parametrize(
    "code",
    [
        "CREATE TRIGGER t AFTER UPDATE ON thing BEGIN DELETE FROM thing; END",
        "CREATE VIEW v AS SELECT * FROM thing",
        "CREATE TABLE extra (a)",
        "CREATE INDEX extra ON thing (abs(revision))",
        "DROP INDEX step_by_key",
    ],
)
def test_a_file_with_code_of_somebody_else_is_not_opened(shelf: Shelf, code: str) -> None:
    project = shelf.create(Header("Вода"), "A")
    connection = apsw.Connection(str(project.path))
    connection.execute(code)
    connection.close()
    for attempt in (lambda: shelf.open("voda"), project.read):
        with pytest.raises(ProjectRefused, match="carries tables or code that Ortak did not write"):
            attempt()


def test_another_database_is_no_project(shelf: Shelf) -> None:
    shelf.folder.mkdir(parents=True)
    connection = apsw.Connection(str(shelf.folder / "films.ortak"))
    connection.execute("CREATE TABLE film (name)")
    connection.close()
    with pytest.raises(ProjectRefused, match=r"films.ortak is not an Ortak project"):
        shelf.open("films")

"""One file to hand a project over: what is in it, what is not, and what is refused on the way in."""

import io
import json
import sqlite3
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document import TextKind
from corpus.errors import NotSaved, ProjectRefused
from corpus.paragraph import ParagraphRef
from corpus.positions import Stance
from drafting.draft import Draft, Form, Level, Section, Statement
from drafting.evidence import Evidence
from drafting.projects.brackets import close_bracket
from drafting.projects.cells import set_cell
from drafting.projects.exchange import export_project, import_project
from drafting.projects.fields import set_private
from drafting.projects.history import Verb
from drafting.projects.project_file import ProjectFile
from drafting.projects.sections import change_section, insert_section, write_draft
from drafting.projects.shelf import Shelf
from drafting.projects.statements import (
    change_statement,
    insert_statement,
    move_statement,
    remove_statement,
    save_text,
)
from drafting.projects.things import place_key
from drafting.projects.tray import accept_evidence
from drafting.projects.values import CellEdit, Header, Project, SectionHead

pytestmark = pytest.mark.usefixtures("no_waiting_for_the_disk")

HIDDEN = "ЗАПАСНОЕ"
DRAFT = Draft(
    "Вода",
    "water",
    Form.RESOLUTION,
    Level.CENTRAL_ASIA,
    "ru",
    (
        Section(
            "Раздел",
            (
                Statement("призывает", bracketed=True, bracket="b1", option=1, proposers=("KAZ",)),
                Statement("просит", bracketed=True, bracket="b1", option=2, proposers=("TKM",)),
                Statement("открытое"),
                Statement(f"{HIDDEN} красная черта", private=True),
            ),
        ),
        Section("Закрытый раздел " + HIDDEN, (Statement(f"{HIDDEN} в закрытом разделе"),), private=True),
    ),
)
EVIDENCE = Evidence(
    "e1",
    ParagraphRef("declaration-2026", "OP6"),
    "ru",
    "ледники",
    TextKind.OFFICIAL,
    "water",
    ("KAZ",),
    Stance.SUPPORTS,
    3,
    "high",
)


@pytest.fixture
def project(shelf: Shelf) -> ProjectFile:
    made = shelf.create(Header("Вода"), "A")
    write_draft(made, DRAFT, made.read(), "A")
    accept_evidence(made, EVIDENCE, "беречь ледники", "A")
    set_cell(made, CellEdit("water", "KAZ", Stance.SUPPORTS, 3, ("e1",)), 0, "A")
    set_private(made, "fallbacks", (f"{HIDDEN} уступка",), 0, "A")
    close_bracket(made, "b1", 1, made.read(), "A", "согласовано")
    return made


def everything(project: Project) -> Project:
    """The project but for what an import must change: ids of files and revisions."""
    drafts = tuple(
        replace(
            draft,
            sections=tuple(
                replace(section, statements=tuple(replace(one, revision=0) for one in section.statements))
                for section in draft.sections
            ),
        )
        for draft in project.drafts
    )
    return replace(project, id="", changed_on="", revisions={}, drafts=drafts)


def content_of(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read("project.json").decode("utf-8")


def rewritten(source: Path, target: Path, **changes: object) -> Path:
    """The file handed over, with other values at the top of its JSON."""
    content = json.loads(content_of(source)) | changes
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("project.json", json.dumps(content))
    return target


def test_with_everything_asked_for_nothing_is_left_out(shelf: Shelf, project: ProjectFile, tmp_path: Path) -> None:
    target = tmp_path / "out" / "voda.zip"
    export_project(shelf, "voda", target, with_private=True)
    other = Shelf(tmp_path / "elsewhere")
    assert import_project(other, target, "B") == "voda"
    imported = other.open("voda")
    assert everything(imported.read()) == everything(project.read())
    assert imported.history()[0].verb is Verb.IMPORTED
    assert imported.history()[1:] == project.history()
    with pytest.raises(ProjectRefused, match="nothing to undo"):
        imported.undo("A")
    one = imported.read().drafts[0].sections[0].statements[0]
    save_text(imported, one.id, "дальше", one.revision, "A")
    imported.undo("A")
    assert everything(imported.read()) == everything(project.read())


def test_the_private_layer_stays_in_the_room(shelf: Shelf, project: ProjectFile, tmp_path: Path) -> None:
    target = tmp_path / "voda.zip"
    export_project(shelf, "voda", target)
    content = content_of(target)
    assert HIDDEN not in content
    assert "private:" not in content
    other = Shelf(tmp_path / "elsewhere")
    imported = other.open(import_project(other, target, "B")).read()
    assert imported.problems == ()
    assert imported.private == replace(imported.private, fallbacks=())
    assert [
        (section.head.heading, [one.statement.text for one in section.statements])
        for section in imported.drafts[0].sections
    ] == [("Раздел", ["призывает", "открытое"])]
    before = project.read()
    assert (imported.tray, imported.cells, imported.closings) == (before.tray, before.cells, before.closings)


def test_what_was_private_once_takes_its_history_along_nowhere(
    shelf: Shelf, project: ProjectFile, tmp_path: Path
) -> None:
    section = project.read().drafts[0].sections[0].id
    added = insert_statement(project, section, None, Statement(f"{HIDDEN} черновик", private=True), "A", why=HIDDEN)
    change_statement(project, added, Statement("теперь открыто"), 1, "A")
    removed = insert_statement(project, section, None, Statement(f"{HIDDEN} убрано", private=True), "A")
    remove_statement(project, removed, 1, "A")
    hidden = insert_section(project, "ru", None, SectionHead(f"{HIDDEN} раздел", private=True), "A")
    moved = insert_statement(project, hidden, None, Statement(f"{HIDDEN} до переноса"), "A")
    save_text(project, moved, "вынесено", 1, "A")
    move_statement(project, moved, section, None, project.read().revision(place_key(moved)), "A")
    change_section(project, hidden, SectionHead("открытый раздел"), 1, "A")
    target = tmp_path / "voda.zip"
    export_project(shelf, "voda", target)
    content = content_of(target)
    assert HIDDEN not in content
    assert "теперь открыто" in content
    assert "вынесено" in content
    assert "открытый раздел" in content


def test_a_closed_bracket_with_a_private_alternative_stays(shelf: Shelf, project: ProjectFile, tmp_path: Path) -> None:
    section = project.read().drafts[0].sections[0].id
    for option, private in ((1, False), (2, True)):
        text = Statement(f"{HIDDEN if private else 'вариант'}", (), bracketed=True, bracket="b2", option=option)
        insert_statement(project, section, None, replace(text, private=private), "A")
    close_bracket(project, "b2", 1, project.read(), "A", f"{HIDDEN} довод")
    target = tmp_path / "voda.zip"
    export_project(shelf, "voda", target)
    assert HIDDEN not in content_of(target)
    assert "вариант" in content_of(target)


def test_a_bracket_dropped_in_a_private_section_stays(shelf: Shelf, project: ProjectFile, tmp_path: Path) -> None:
    hidden = project.read().drafts[0].sections[1].id
    insert_statement(project, hidden, None, Statement(f"{HIDDEN} или", bracketed=True, bracket="b3", option=1), "A")
    close_bracket(project, "b3", 0, project.read(), "A", "снято")
    export_project(shelf, "voda", tmp_path / "voda.zip")
    assert HIDDEN not in content_of(tmp_path / "voda.zip")


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.booleans(), st.booleans()), min_size=1, max_size=4))
def test_no_private_word_is_ever_in_the_file(tmp_path_factory: pytest.TempPathFactory, rows: list) -> None:
    """Each statement is private or not at first, in the middle and at the end; only public versions carry no secret."""
    folder = tmp_path_factory.mktemp("shelf")
    shelf = Shelf(folder)
    project = shelf.create(Header("Вода"), "A")
    section = insert_section(project, "ru", None, SectionHead("Раздел"), "A")
    public = []
    for number, flags in enumerate(rows):
        versions = [
            Statement(f"{HIDDEN if private else 'открыто'} {number}.{turn}", private=private)
            for turn, private in enumerate(flags)
        ]
        statement_id = insert_statement(project, section, None, versions[0], "A")
        for revision, version in enumerate(versions[1:], start=1):
            change_statement(project, statement_id, version, revision, "A")
        if not flags[-1]:
            public.append(versions[-1].text)
    export_project(shelf, "voda", folder / "out.zip")
    content = content_of(folder / "out.zip")
    assert HIDDEN not in content
    assert all(text in content for text in public)


def test_an_import_stands_beside_what_is_there(shelf: Shelf, project: ProjectFile, tmp_path: Path) -> None:
    before = project.read()
    export_project(shelf, "voda", tmp_path / "voda.zip", with_private=True)
    assert [import_project(shelf, tmp_path / "voda.zip", "B") for _ in range(2)] == ["voda-2", "voda-3"]
    assert project.read() == before
    assert everything(shelf.open("voda-3").read()) == everything(before)


def test_a_project_file_itself_can_be_taken_in(shelf: Shelf, project: ProjectFile, tmp_path: Path) -> None:
    copy = tmp_path / "Вода от коллеги.ortak"
    copy.write_bytes(project.path.read_bytes())
    content = copy.read_bytes()
    assert import_project(shelf, copy, "B") == "voda-ot-kollegi"
    assert everything(shelf.open("voda-ot-kollegi").read()) == everything(project.read())
    assert copy.read_bytes() == content
    assert sorted(path.name for path in tmp_path.iterdir()) == ["projects", copy.name]
    assert [path.name for path in shelf.folder.glob(".*")] == []


@pytest.mark.parametrize(
    "code",
    [
        "CREATE TRIGGER t AFTER INSERT ON change BEGIN DELETE FROM thing; END",
        "CREATE VIEW extra AS SELECT load_extension('x')",
        "DROP TABLE thing; CREATE VIEW thing AS SELECT 'field:title' AS key, 1 AS revision, '7' AS value, 1 AS change",
    ],
)
def test_code_in_a_project_file_is_refused(shelf: Shelf, project: ProjectFile, tmp_path: Path, code: str) -> None:
    copy = tmp_path / "voda.ortak"
    copy.write_bytes(project.path.read_bytes())
    connection = sqlite3.connect(copy)
    connection.executescript(code)
    connection.close()
    with pytest.raises(ProjectRefused, match="carries tables or code that Ortak did not write"):
        import_project(shelf, copy, "B")
    assert [card.id for card in shelf.cards()] == ["voda"]


def test_files_that_are_none_are_refused(shelf: Shelf, project: ProjectFile, tmp_path: Path) -> None:
    export_project(shelf, "voda", tmp_path / "good.zip")
    good = (tmp_path / "good.zip").read_bytes()
    empty = io.BytesIO()
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    garbled = bytearray(good)
    garbled[200] ^= 0xFF
    files = {
        "a.txt": (b"not a project", "damaged or not an Ortak project"),
        "b.zip": (b"", "damaged or not an Ortak project"),
        "c.zip": (good[: len(good) // 2], "damaged or not an Ortak project"),
        "d.docx": (empty.getvalue(), "is not an Ortak project"),
        "e.zip": (bytes(garbled), "damaged"),
        "f.ortak": (project.path.read_bytes()[:9000], "damaged"),
        "g.ortak": (b"SQLite format 3\0" + b"\0" * 5000, "damaged|not an Ortak project"),
    }
    for name, (content, told) in files.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(ProjectRefused, match=told):
            import_project(shelf, tmp_path / name, "B")
    with pytest.raises(ProjectRefused, match="cannot be read"):
        import_project(shelf, tmp_path / "missing.zip", "B")
    assert [card.id for card in shelf.cards()] == ["voda"]
    assert [path.name for path in shelf.folder.glob(".*")] == []


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes, bytes]:
    """A folder, and one project as it is handed over and as it is kept."""
    folder = tmp_path_factory.mktemp("samples")
    shelf = Shelf(folder / "projects")
    project = shelf.create(Header("Вода"), "A")
    write_draft(project, DRAFT, project.read(), "A")
    export_project(shelf, "voda", folder / "voda.zip", with_private=True)
    return folder, (folder / "voda.zip").read_bytes(), project.path.read_bytes()


@settings(max_examples=60, deadline=None)
@given(kept=st.booleans(), places=st.lists(st.tuples(st.floats(0, 1), st.integers(1, 255)), min_size=1, max_size=8))
def test_a_garbled_file_is_taken_in_or_refused_but_never_a_crash(
    samples: tuple[Path, bytes, bytes], kept: bool, places: list[tuple[float, int]]
) -> None:
    folder, handed, database_file = samples
    content = bytearray(database_file if kept else handed)
    for place, change in places:
        content[int(place * (len(content) - 1))] ^= change
    (folder / "garbled").write_bytes(content)
    shelf = Shelf(folder / "taken")
    try:
        project = shelf.open(import_project(shelf, folder / "garbled", "B"))
    except ProjectRefused as refusal:
        assert len(str(refusal)) < 600
    else:
        assert project.read().problems == ()
    assert [path.name for path in shelf.folder.glob(".*")] == []


CHANGE = {
    "number": 1,
    "at": "2026-05-04T09:00:00Z",
    "until": "2026-05-04T09:00:00Z",
    "who": "A",
    "verb": "field changed",
    "target": None,
    "why": "",
    "steps": [],
}
STEP = {"key": "field:title", "before": None, "after": "x"}


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"format": 2}, r"was written by a newer version of Ortak \(format 2, this one reads 1\)\. Update Ortak"),
        ({"format": 9, "things": 7, "history": "novel"}, "newer version"),
        ({"mark": "other"}, "is not an Ortak project"),
        ({"mark": 5}, "damaged"),
        ({"things": []}, "damaged"),
        ({"things": {"statement:a": {"txt": "no text"}}}, "damaged"),
        ({"things": {"field:colour": "red"}}, "damaged"),
        ({"things": {"novelty:a": 1}}, "damaged"),
        ({"things": {"place:a": {"parent": "s", "rank": "1e999999999"}}}, "damaged"),
        ({"things": {"place:a": {"parent": "s", "rank": "1/0"}}}, "damaged"),
        ({"history": [CHANGE | {"verb": "exploded"}]}, "damaged"),
        ({"history": [CHANGE | {"number": 2**70}]}, "damaged"),
        ({"history": [CHANGE | {"until": "yesterday"}]}, "damaged"),
        ({"history": [CHANGE | {"at": "2026-05-04T09:00:00"}]}, "damaged"),
        ({"history": [CHANGE, CHANGE]}, "two changes have one number"),
        ({"history": [CHANGE | {"steps": [STEP, STEP]}]}, "names one thing twice"),
        ({"history": [CHANGE | {"steps": [STEP | {"after": 7}]}]}, "damaged"),
    ],
)
def test_values_are_checked_on_the_way_in(
    shelf: Shelf, project: ProjectFile, tmp_path: Path, changes: dict[str, object], told: str
) -> None:
    export_project(shelf, "voda", tmp_path / "voda.zip")
    with pytest.raises(ProjectRefused, match=told):
        import_project(shelf, rewritten(tmp_path / "voda.zip", tmp_path / "x.zip", **changes), "B")
    assert [card.id for card in shelf.cards()] == ["voda"]


def test_an_id_that_leads_elsewhere_leads_nowhere(shelf: Shelf, project: ProjectFile, tmp_path: Path) -> None:
    export_project(shelf, "voda", tmp_path / "voda.zip")
    path = rewritten(tmp_path / "voda.zip", tmp_path / "x.zip", id="../../../../etc/passwd", history=[])
    assert import_project(shelf, path, "B") == "etc-passwd"
    assert shelf.path("etc-passwd").parent == shelf.folder


def test_a_bomb_is_not_unpacked(
    shelf: Shelf, project: ProjectFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from drafting.projects import handover

    monkeypatch.setattr(handover, "LARGEST_BYTES", 1024 * 1024)
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("project.json", b"0" * (8 * 1024 * 1024))
    with pytest.raises(ProjectRefused, match="holds more than 1 MB"):
        import_project(shelf, tmp_path / "bomb.zip", "B")


def test_a_place_that_cannot_be_written(shelf: Shelf, project: ProjectFile, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(NotSaved, match="cannot be written.*Choose another place"):
        export_project(shelf, "voda", tmp_path / "file" / "voda.zip")
    with pytest.raises(ProjectRefused, match="There is no project “none”"):
        export_project(shelf, "none", tmp_path / "none.zip")
    assert not (tmp_path / "none.zip").exists()

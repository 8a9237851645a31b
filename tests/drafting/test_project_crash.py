"""Killed programs, several windows at once, a full disk: nothing saved is lost, and at most the last keystroke."""

import resource
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import apsw
import pytest

from corpus.errors import Conflict, NotSaved, ProjectDamaged, ProjectRefused
from drafting.draft import Draft, Form, Level, Section, Statement
from drafting.projects import database
from drafting.projects.exchange import import_project
from drafting.projects.history import Verb
from drafting.projects.project_file import ProjectFile
from drafting.projects.sections import write_draft
from drafting.projects.shelf import Shelf
from drafting.projects.statements import insert_statement, save_text
from drafting.projects.values import Header

ROOT = Path(__file__).parents[2]
DRAFT = Draft(
    "Вода",
    "water",
    Form.BRIEF,
    Level.CENTRAL_ASIA,
    "ru",
    (Section("Раздел", tuple(Statement(f"предложение {number}") for number in range(10))),),
)
TYPIST = """
import sys
from pathlib import Path
from drafting.projects.project_file import ProjectFile
from drafting.projects.statements import save_text

project, statement, revision = ProjectFile(Path(sys.argv[1])), sys.argv[2], int(sys.argv[3])
number = int(sys.argv[4])
while True:
    number += 1
    revision = save_text(project, statement, f"нажатие {number} " + "слово " * (number % 700), revision, "A")
    sys.stdout.write(f"{number}\\n")
    sys.stdout.flush()
"""
INSERTER = """
import sys
from pathlib import Path
from drafting.draft import Statement
from drafting.projects.project_file import ProjectFile
from drafting.projects.statements import insert_statement

project, section, who = ProjectFile(Path(sys.argv[1])), sys.argv[2], sys.argv[3]
for number in range(int(sys.argv[4])):
    insert_statement(project, section, None, Statement(f"{who} {number}"), who)
"""

HALF_A_CHANGE = """
import os, signal, sys
from pathlib import Path
from drafting.projects import database

with database.writing(Path(sys.argv[1])) as change:
    change.run("PRAGMA cache_size = 1")
    change.run("UPDATE thing SET value = replace(value, 'предложение', 'половинчато')")
    change.run("UPDATE step SET after = replace(after, 'предложение', 'половинчато')")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def project(shelf: Shelf) -> ProjectFile:
    made = shelf.create(Header("Вода"), "A")
    write_draft(made, DRAFT, made.read(), "A")
    return made


def run(program: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program, *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )


def test_a_killed_program_loses_at_most_the_last_keystroke(shelf: Shelf, project: ProjectFile) -> None:
    number = 0
    for milliseconds in (0, 7, 31, 120):
        one = project.read().drafts[0].sections[0].statements[3]
        with run(TYPIST, str(project.path), one.id, str(one.revision), str(number)) as typist:
            assert typist.stdout is not None
            first = typist.stdout.readline()
            time.sleep(milliseconds / 1000)
            typist.send_signal(signal.SIGKILL)
            reported = [first.strip(), *typist.stdout.read().split()]
        last = int(reported[-1])
        one = shelf.open(project.id).read().drafts[0].sections[0].statements[3]
        number = int(one.statement.text.split()[1])
        assert one.statement.text == f"нажатие {number} " + "слово " * (number % 700)
        assert number in (last, last + 1), "what was reported as saved is there; one more may be"
        connection = apsw.Connection(str(project.path))
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        connection.close()
    assert number >= 4
    save_text(project, one.id, "и дальше", one.revision, "A")
    assert sorted(path.name for path in shelf.folder.iterdir()) == ["backups", "lock", "voda.ortak"]


def test_a_program_killed_in_the_middle_of_a_change_leaves_the_state_before(shelf: Shelf, project: ProjectFile) -> None:
    before = project.read()
    journal = project.path.with_name("voda.ortak-journal")
    content = project.path.read_bytes()
    with run(HALF_A_CHANGE, str(project.path)) as killed:
        assert killed.wait() == -signal.SIGKILL
    assert journal.stat().st_size > 0, "the kill must come in the middle"
    assert project.path.read_bytes() != content, "half of the change must be on disk"
    other = Shelf(shelf.folder / "other")
    assert import_project(other, project.path, "B") == "voda", "the file and its journal are taken in together"
    assert other.open("voda").read().drafts[0].draft == DRAFT
    assert shelf.open(project.id).read() == before
    assert not journal.exists()


def test_two_programs_write_at_once(project: ProjectFile) -> None:
    section = project.read().drafts[0].sections[0].id
    names = ("Айгуль", "Рустам")
    with (
        run(INSERTER, str(project.path), section, names[0], "25") as one,
        run(INSERTER, str(project.path), section, names[1], "25") as other,
    ):
        assert (one.wait(timeout=60), other.wait(timeout=60)) == (0, 0)
    texts = [saved.statement.text for saved in project.read().drafts[0].sections[0].statements]
    for name in names:
        assert [text for text in texts if text.startswith(name)] == [f"{name} {n}" for n in reversed(range(25))]
    assert len(texts) == 60
    assert len([change for change in project.history(limit=1000) if change.verb is Verb.STATEMENT_ADDED]) == 50


def test_two_windows_type_in_one_statement_and_no_word_is_lost(project: ProjectFile) -> None:
    one = project.read().drafts[0].sections[0].statements[0]
    saved: dict[str, list[str]] = {"A": [], "B": []}
    kept_aside: dict[str, list[str]] = {"A": [], "B": []}

    def window(who: str) -> None:
        own = ProjectFile(project.path)
        revision = one.revision
        for number in range(20):
            text = f"{who}{number}"
            try:
                revision = save_text(own, one.id, text, revision, who)
                saved[who].append(text)
            except Conflict as conflict:
                kept_aside[who].append(text)
                revision = conflict.revision

    windows = [threading.Thread(target=window, args=(who,)) for who in saved]
    for thread in windows:
        thread.start()
    for thread in windows:
        thread.join()
    assert {who: len(saved[who]) + len(kept_aside[who]) for who in saved} == {"A": 20, "B": 20}
    history = project.history(one.id, limit=1000)
    in_history = {step.after.text for change in history for step in change.steps if isinstance(step.after, Statement)}
    last = max(project.read().drafts[0].sections[0].statements[0].revision, 0)
    assert last == one.revision + len(saved["A"]) + len(saved["B"]), "every save built on the one before"
    copies = {
        step.after.text
        for change in history
        if change.verb is Verb.CONFLICT_COPY
        for step in change.steps
        if isinstance(step.after, Statement)
    }
    # Keystrokes within seconds are one entry: the last of each run of typing is what must be there.
    for who in saved:
        assert not saved[who] or saved[who][-1] in in_history
        assert not kept_aside[who] or kept_aside[who][-1] in copies


def test_somebody_who_writes_for_long_is_waited_for_then_named(
    project: ProjectFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = project.read().drafts[0].sections[0].statements[0]
    monkeypatch.setattr(database, "SETTINGS", ("PRAGMA busy_timeout = 50", *database.SETTINGS[1:]))
    other = apsw.Connection(str(project.path))
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(NotSaved, match="Another window kept “voda” busy; nothing was saved"):
        save_text(project, one.id, "ждёт", one.revision, "A")
    assert project.read().drafts[0].draft == DRAFT, "reading goes on meanwhile"
    other.execute("ROLLBACK")
    other.close()
    save_text(project, one.id, "ждёт", one.revision, "A")


def test_a_full_disk(shelf: Shelf, project: ProjectFile, monkeypatch: pytest.MonkeyPatch) -> None:
    one = project.read().drafts[0].sections[0].statements[0]
    pages = project.path.stat().st_size // 4096
    before = project.read()
    monkeypatch.setattr(database, "SETTINGS", (*database.SETTINGS, f"PRAGMA max_page_count = {pages}"))
    with pytest.raises(NotSaved, match="The disk is full: “voda” was not saved. Free some space and save again."):
        for letters in range(200):
            save_text(project, one.id, "длинный текст " * 3000 + str(letters), one.revision, "A")
    assert project.read() == before
    with pytest.raises(NotSaved, match="disk is full"):
        insert_statement(project, before.drafts[0].sections[0].id, None, Statement("щ" * 20_000), "A")
    assert project.read() == before
    monkeypatch.undo()
    save_text(project, one.id, "место есть", one.revision, "A")
    assert shelf.open(project.id).read().drafts[0].sections[0].statements[0].statement.text == "место есть"


def test_a_disk_that_really_refuses_to_write(project: ProjectFile) -> None:
    """The system's own limit on the size of files stands for a disk with no room left."""
    one = project.read().drafts[0].sections[0].statements[0]
    before = project.read()
    program = """
import signal, sys, resource
from pathlib import Path
from corpus.errors import NotSaved
from drafting.projects.project_file import ProjectFile
from drafting.projects.statements import save_text
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[4]), resource.RLIM_INFINITY))
try:
    save_text(ProjectFile(Path(sys.argv[1])), sys.argv[2], "щ" * 200_000, int(sys.argv[3]), "A")
except NotSaved as refusal:
    print(refusal)
"""
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[1] == resource.RLIM_INFINITY
    limit = project.path.stat().st_size + 8192
    with run(program, str(project.path), one.id, str(one.revision), str(limit)) as refused:
        told, _ = refused.communicate(timeout=60)
    assert told.startswith(("The disk is full: “voda” was not saved", "“voda” could not be read or saved: the disk"))
    assert project.read() == before


def test_a_file_that_may_not_be_written(project: ProjectFile, monkeypatch: pytest.MonkeyPatch) -> None:
    one = project.read().drafts[0].sections[0].statements[0]
    monkeypatch.setattr(database.apsw, "SQLITE_OPEN_READWRITE", apsw.SQLITE_OPEN_READONLY)
    with pytest.raises(NotSaved, match="“voda” cannot be written in .*Allow writing there"):
        save_text(project, one.id, "нет", one.revision, "A")
    assert project.read().drafts[0].draft == DRAFT


DAMAGE = {
    "cut": lambda content: content[: len(content) // 2],
    "a few bytes left": lambda content: content[:50],
    "emptied": lambda content: b"",
    "overwritten at the start": lambda content: b"\xff" * 4096 + content[4096:],
    "overwritten in the middle": lambda content: content[:4096] + b"\x07" * (len(content) - 4096),
    "another kind of file": lambda content: b"%PDF-1.7\n" * 4000,
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_project_is_named_and_the_others_are_not_touched(
    shelf: Shelf, project: ProjectFile, damage: str
) -> None:
    shelf.open(project.id)
    other = shelf.create(Header("Воздух"), "A")
    before = project.read()
    project.path.write_bytes(DAMAGE[damage](project.path.read_bytes()))
    for attempt in (lambda: shelf.open(project.id), project.read):
        with pytest.raises(ProjectDamaged, match="The project file voda.ortak is damaged .*Restore one of its backups"):
            attempt()
    cards = {card.id: card for card in shelf.cards()}
    assert cards[other.id].problem == ""
    assert "damaged" in cards["voda"].problem
    restored = shelf.restore("voda", shelf.backups("voda")[0].name, "A")
    assert restored.read().drafts[0].draft == before.drafts[0].draft
    assert restored.read().header == before.header
    assert [card.id for card in shelf.trashed()] == ["voda"], "the damaged file is kept"


def test_what_is_not_there_is_refused(shelf: Shelf, project: ProjectFile) -> None:
    one = project.read().drafts[0].sections[0].statements[0]
    with pytest.raises(ProjectRefused, match="There is no project “none”"):
        shelf.open("none")
    shelf.remove(project.id)
    with pytest.raises(ProjectRefused, match="There is no project “voda”"):
        save_text(project, one.id, "после", one.revision, "A")
    assert not project.path.exists(), "a save into what was removed makes no new file"

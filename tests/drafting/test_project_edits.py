"""Every change to a project: what it does, what the history says of it, and what happens when two meet."""

import statistics
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from corpus.document import TextKind
from corpus.errors import Conflict, ProjectDamaged, ProjectRefused
from corpus.paragraph import ParagraphRef
from corpus.positions import Stance
from drafting.draft import Citation, Draft, Form, Level, Section, Statement, StatementKind
from drafting.evidence import Evidence
from drafting.projects.brackets import close_bracket, reopen_bracket
from drafting.projects.cells import clear_cell, set_cell
from drafting.projects.fields import set_field, set_private
from drafting.projects.history import Deed, Verb, in_words, undo_stacks
from drafting.projects.placing import place_behind, rank_after
from drafting.projects.project_file import ProjectFile
from drafting.projects.sections import change_section, insert_section, move_section, remove_section, write_draft
from drafting.projects.shelf import Shelf
from drafting.projects.statements import (
    change_statement,
    insert_statement,
    move_statement,
    remove_statement,
    save_text,
)
from drafting.projects.things import cell_key, place_key, statement_key, thing_key
from drafting.projects.tray import accept_evidence, change_evidence, drop_evidence
from drafting.projects.values import CellEdit, Header, Place, SavedStatement, SectionHead, TrayItem

pytestmark = pytest.mark.usefixtures("no_waiting_for_the_disk")

PARAGRAPH = "Мы призываем страны региона беречь ледники и вести общий учёт стока."
QUOTE = "беречь ледники"
CITATION = Citation("declaration-2026", "OP6", "ru", QUOTE, "Декларация, п. 6", True, page=3)
DRAFT = Draft(
    "Ледники",
    "glaciers",
    Form.RESOLUTION,
    Level.CENTRAL_ASIA,
    "ru",
    (
        Section(
            "Преамбула",
            (
                Statement("ссылаясь на общую декларацию,", (CITATION,), StatementKind.PREAMBULAR),
                Statement("будучи обеспокоены таянием ледников,", kind=StatementKind.PREAMBULAR),
            ),
        ),
        Section(
            "Постановляющая часть",
            (
                Statement("призывает вести общий учёт", (), StatementKind.OPERATIVE, True, "b1", 1, ("KAZ", "UZB")),
                Statement("просит вести общий учёт", (), StatementKind.OPERATIVE, True, "b1", 2, ("TKM",)),
                Statement("отступить до «рекомендует»", private=True),
            ),
        ),
    ),
    gaps=("KGZ",),
    warnings=("базовые годы различаются",),
)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_seconds(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def project(tmp_path: Path, clock: Clock) -> ProjectFile:
    shelf = Shelf(tmp_path / "projects", clock)
    made = shelf.create(Header("Ледники", topic="glaciers"), "Айгуль")
    write_draft(made, DRAFT, made.read(), "Айгуль")
    clock.pass_seconds(60)
    return made


def statements(project: ProjectFile) -> list[SavedStatement]:
    return [one for section in project.read().drafts[0].sections for one in section.statements]


def texts(project: ProjectFile) -> list[str]:
    return [one.statement.text for one in statements(project)]


def test_a_new_project_reads_back_as_it_was_made(tmp_path: Path, clock: Clock) -> None:
    header = Header(
        "Общая позиция: вода",
        "water",
        "18 (a)",
        "GA",
        "81",
        ("ru", "en", "kk"),
        Level.LLDC,
        "TJK",
        Form.STATEMENT,
        "Для служебного пользования",
    )
    project = Shelf(tmp_path, clock).create(header, "Рустам")
    read = project.read()
    assert (read.id, read.header) == ("obshchaya-pozitsiya-voda", header)
    assert read.created_on == read.changed_on == "2026-05-04T09:00:00.000+00:00"
    assert read.revision(thing_key("field", "session")) == 1
    assert read.revision("field:none") == 0
    assert [in_words(change) for change in project.history()] == ["2026-05-04 09:00 Рустам: project created"]


def test_a_draft_is_kept_whole(project: ProjectFile) -> None:
    read = project.read()
    assert [one.draft for one in read.drafts] == [DRAFT]
    assert read.draft_in("ru") == read.drafts[0]
    assert read.draft_in("en") is None
    assert len({one.id for one in statements(project)}) == 5


def test_there_is_one_draft_a_language(project: ProjectFile) -> None:
    english = replace(DRAFT, language="en", sections=(Section("Part", (Statement("Calls upon States"),)),))
    write_draft(project, english, project.read(), "Айгуль")
    shorter = replace(DRAFT, sections=DRAFT.sections[:1], gaps=())
    write_draft(project, shorter, project.read(), "Айгуль")
    assert [one.draft for one in project.read().drafts] == [english, shorter]


def test_fields_are_changed_one_by_one(project: ProjectFile) -> None:
    seen = project.read()
    set_field(project, "session", "81", seen.revision("field:session"), "A")
    set_field(project, "languages", ("ru", "tg"), seen.revision("field:languages"), "B")
    set_field(project, "level", Level.G77, seen.revision("field:level"), "C")
    header = project.read().header
    assert (header.session, header.languages, header.level) == ("81", ("ru", "tg"), Level.G77)
    words = in_words(project.history(key="field:session")[0])
    assert words.endswith("A: field changed: session “” → “81”")


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("colour", "red", "has no field “colour”"),
        ("level", "galactic", "does not fit level"),
        ("title", (), "does not"),
    ],
)
def test_a_field_that_does_not_fit_is_refused(project: ProjectFile, name: str, value: str, told: str) -> None:
    before = project.read()
    with pytest.raises(ProjectRefused, match=told):
        set_field(project, name, value, 1, "A")
    assert project.read() == before


def test_the_private_layer(project: ProjectFile) -> None:
    set_private(project, "red_lines", ("не ниже «призывает»",), 0, "A")
    set_private(project, "fallbacks", ("«рекомендует»", "ссылка на сессию"), 0, "A")
    private = project.read().private
    assert private.red_lines == ("не ниже «призывает»",)
    assert private.fallbacks == ("«рекомендует»", "ссылка на сессию")
    assert private.objectives == private.concessions == ()
    with pytest.raises(Conflict):
        set_private(project, "red_lines", ("другое",), 0, "B")


EVIDENCE = Evidence(
    "e1",
    ParagraphRef("declaration-2026", "OP6"),
    "ru",
    QUOTE,
    TextKind.OFFICIAL,
    "glaciers",
    ("KAZ", "KGZ"),
    Stance.CALLS_FOR,
    3,
    "high",
    "главное",
)


def test_evidence_goes_through_the_tray(project: ProjectFile) -> None:
    accept_evidence(project, EVIDENCE, PARAGRAPH, "Айгуль")
    item = project.read().tray[0]
    assert item.evidence == replace(EVIDENCE, accepted_by="Айгуль", accepted_on="2026-05-04")
    moved = TrayItem(replace(item.evidence, issue="water", note="и вода"), item.fingerprint)
    change_evidence(project, moved, 1, "Рустам")
    assert project.read().tray == (moved,)
    drop_evidence(project, "e1", 2, "Рустам")
    assert project.read().evidence == ()
    assert [change.verb for change in project.history(key="evidence:e1")] == [
        Verb.EVIDENCE_DROPPED,
        Verb.EVIDENCE_CHANGED,
        Verb.EVIDENCE_ACCEPTED,
    ]
    project.undo("Рустам")
    assert project.read().tray == (moved,)


@pytest.mark.parametrize(
    "quote", ["беречь  ледники", "Беречь ледники", "", "   ", "ледники беречь", "речь ледники", "беречь ледник"]
)
def test_words_that_do_not_stand_there_are_no_evidence(project: ProjectFile, quote: str) -> None:
    with pytest.raises(ProjectRefused, match="do not stand in declaration-2026 OP6"):
        accept_evidence(project, replace(EVIDENCE, quote=quote), PARAGRAPH, "A")
    assert project.read().tray == ()


def test_the_words_of_accepted_evidence_stay(project: ProjectFile) -> None:
    accept_evidence(project, EVIDENCE, PARAGRAPH, "A")
    item = project.read().tray[0]
    for other in (
        replace(item, evidence=replace(item.evidence, quote="вести общий учёт")),
        replace(item, evidence=replace(item.evidence, ref=ParagraphRef("declaration-2026", "OP7"))),
        replace(item, fingerprint="0"),
    ):
        with pytest.raises(ProjectRefused, match="stay as they are"):
            change_evidence(project, other, 1, "A")
    assert project.read().tray == (item,)


def test_cells_say_who_set_them(project: ProjectFile) -> None:
    cell = CellEdit("glaciers", "KAZ", Stance.SUPPORTS, 3, ("e1",), "по речи")
    set_cell(project, cell, 0, "Рустам")
    set_cell(project, CellEdit("glaciers", "A/RES/77/158", Stance.PROPOSES), 0, "Айгуль")
    first, second = project.read().cells
    assert (first.column, second.who) == ("A/RES/77/158", "Рустам")
    assert second == replace(cell, who="Рустам", when="2026-05-04T09:01:00.000+00:00")
    clear_cell(project, " glaciers", "KAZ ", project.read().revision(cell_key("glaciers", "KAZ")), "A")
    assert [one.column for one in project.read().cells] == ["A/RES/77/158"]
    for wrong in (replace(cell, strength=6), replace(cell, strength=-1), replace(cell, issue=" ")):
        with pytest.raises(ProjectRefused):
            set_cell(project, wrong, 0, "A")


def test_typing_is_one_entry_of_the_history(project: ProjectFile, clock: Clock) -> None:
    first = statements(project)[1]
    revision = first.revision
    for letters in ("будучи", "будучи о", "будучи об", "будучи обеспокоены"):
        clock.pass_seconds(2)
        revision = save_text(project, first.id, letters, revision, "Айгуль")
    assert revision == first.revision + 4
    clock.pass_seconds(6)
    revision = save_text(project, first.id, "будучи встревожены", revision, "Айгуль")
    history = project.history(first.id)
    assert [change.verb for change in history] == [Verb.STATEMENT_EDITED, Verb.STATEMENT_EDITED, Verb.DRAFT_WRITTEN]
    assert (history[1].at, history[1].until) == ("2026-05-04T09:01:02.000+00:00", "2026-05-04T09:01:08.000+00:00")
    assert in_words(history[1]) == (
        "2026-05-04 09:01 Айгуль: statement edited: “будучи обеспокоены таянием ледников,” → “будучи обеспокоены”"
    )
    project.undo("Айгуль")
    assert texts(project)[1] == "будучи обеспокоены"
    project.undo("Айгуль")
    assert texts(project)[1] == "будучи обеспокоены таянием ледников,"


def test_typing_is_cut_by_time_by_another_thing_or_another_person(project: ProjectFile, clock: Clock) -> None:
    one, two = statements(project)[:2]
    revision = save_text(project, one.id, "a", one.revision, "A")
    save_text(project, two.id, "b", two.revision, "A")
    revision = save_text(project, one.id, "aa", revision, "A")
    revision = save_text(project, one.id, "aab", revision, "B")
    assert len(project.history(one.id)) == 4
    for _ in range(20):
        clock.pass_seconds(4)
        revision = save_text(project, one.id, f"{revision}", revision, "B")
    assert len(project.history(one.id)) == 5, "a stretch of more than a minute is two entries"


def test_what_did_not_differ_is_not_recorded(project: ProjectFile) -> None:
    one = statements(project)[0]
    before = project.history()
    assert save_text(project, one.id, one.statement.text, one.revision, "A") == one.revision
    assert save_text(project, one.id, one.statement.text, 0, "A") == one.revision, "saved twice is no conflict"
    assert project.history() == before


def test_saving_keystrokes_is_quick(project: ProjectFile) -> None:
    one = statements(project)[0]
    revision, taken = one.revision, []
    for letters in range(100):
        began = time.process_time()  # what else the machine and its disk do must not count
        revision = save_text(project, one.id, "призывает " * 40 + str(letters), revision, "A")
        taken.append(time.process_time() - began)
    assert statistics.median(taken) < 0.005


def test_two_people_in_one_statement_both_keep_their_words(project: ProjectFile, clock: Clock) -> None:
    one = statements(project)[0]
    save_text(project, one.id, "вариант Айгуль", one.revision, "Айгуль")
    clock.pass_seconds(1)
    with pytest.raises(Conflict) as caught:
        save_text(project, one.id, "вариант Рустама", one.revision, "Рустам")
    conflict = caught.value
    assert isinstance(conflict.mine, Statement)
    assert isinstance(conflict.theirs, Statement)
    assert (conflict.mine.text, conflict.theirs.text) == ("вариант Рустама", "вариант Айгуль")
    assert (conflict.thing, conflict.revision) == (statement_key(one.id), one.revision + 1)
    assert (conflict.who, conflict.when) == ("Айгуль", "2026-05-04T09:01:00.000+00:00")
    assert str(conflict).startswith("Айгуль changed this to “вариант Айгуль” meanwhile.")
    assert texts(project)[0] == "вариант Айгуль"
    copy = project.history(one.id)[0]
    assert (copy.verb, copy.who) == (Verb.CONFLICT_COPY, "Рустам")
    assert isinstance(copy.steps[0].after, Statement)
    assert copy.steps[0].after.text == "вариант Рустама"
    assert save_text(project, one.id, "оба варианта", conflict.revision, "Рустам") == conflict.revision + 1


def test_typing_on_in_a_conflict_keeps_the_last_words_once(project: ProjectFile, clock: Clock) -> None:
    one = statements(project)[0]
    save_text(project, one.id, "чужое", one.revision, "B")
    for letters in ("с", "св", "своё"):
        clock.pass_seconds(1)
        with pytest.raises(Conflict):
            save_text(project, one.id, letters, one.revision, "A")
    copies = [change for change in project.history(one.id) if change.verb is Verb.CONFLICT_COPY]
    assert [in_words(change)[17:] for change in copies] == ["A: conflict copy kept: “чужое” → “своё”"]


def test_two_windows_of_one_person_in_a_conflict_keep_both_their_words(project: ProjectFile) -> None:
    one = statements(project)[0]
    save_text(project, one.id, "чужое", one.revision, "B")
    for words in ("из первого окна", "а это второе"):
        with pytest.raises(Conflict):
            save_text(project, one.id, words, one.revision, "A")
    with pytest.raises(Conflict):
        remove_statement(project, one.id, one.revision, "A")
    copies = [in_words(change) for change in project.history(one.id) if change.verb is Verb.CONFLICT_COPY]
    assert [copy[17:] for copy in copies] == [
        "A: conflict copy kept: “чужое”",
        "A: conflict copy kept: “чужое” → “а это второе”",
        "A: conflict copy kept: “чужое” → “из первого окна”",
    ]


def test_typing_into_what_was_removed_is_kept(project: ProjectFile) -> None:
    one = statements(project)[0]
    remove_statement(project, one.id, one.revision, "B")
    with pytest.raises(Conflict, match="B removed this meanwhile") as caught:
        save_text(project, one.id, "ещё слова", one.revision, "A")
    assert caught.value.theirs is None
    assert "ещё слова" in in_words(project.history(one.id)[0])


def test_a_removed_statement_comes_back_only_where_it_has_a_place(project: ProjectFile) -> None:
    one = statements(project)[0]
    remove_statement(project, one.id, one.revision, "B")
    assert save_text(project, one.id, "снова здесь", one.revision + 1, "A") == one.revision + 2
    assert texts(project)[0] == "снова здесь"
    added = insert_statement(project, project.read().drafts[0].sections[0].id, None, Statement("новое"), "B")
    project.undo("B")
    with pytest.raises(ProjectRefused, match="not in the draft"):
        save_text(project, added, "в никуда", 2, "A")
    remove_section(project, project.read().drafts[0].sections[0].id, project.read(), "B")
    with pytest.raises(ProjectRefused, match="section was removed"):
        save_text(project, one.id, "в никуда", one.revision + 3, "A")
    with pytest.raises(ProjectRefused, match="not in the draft"):
        save_text(project, "0" * 12, "в никуда", 0, "A")


def test_removing_what_was_changed_is_a_conflict(project: ProjectFile) -> None:
    one = statements(project)[0]
    save_text(project, one.id, "новое", one.revision, "B")
    with pytest.raises(Conflict) as caught:
        remove_statement(project, one.id, one.revision, "A")
    assert caught.value.mine is None
    assert texts(project)[0] == "новое"


def test_different_things_never_conflict(project: ProjectFile) -> None:
    seen = project.read()
    one, two, three = statements(project)[:3]
    save_text(project, one.id, "один", one.revision, "A")
    save_text(project, two.id, "два", two.revision, "B")
    move_statement(project, one.id, seen.drafts[0].sections[1].id, three.id, seen.revision(place_key(one.id)), "B")
    set_field(project, "title", "Иное", seen.revision("field:title"), "C")
    insert_statement(project, seen.drafts[0].sections[0].id, two.id, Statement("три"), "A")
    insert_statement(project, seen.drafts[0].sections[0].id, two.id, Statement("четыре"), "B")
    assert texts(project) == [
        "два",
        "четыре",
        "три",
        "призывает вести общий учёт",
        "один",
        "просит вести общий учёт",
        "отступить до «рекомендует»",
    ]


def test_statements_in_order(project: ProjectFile) -> None:
    section = project.read().drafts[0].sections[0].id
    one, two = statements(project)[:2]
    head = insert_statement(project, section, None, Statement("первое", bracketed=True), "A", why="просьба KGZ")
    tail = insert_statement(project, section, two.id, Statement("последнее"), "A")
    move_statement(project, two.id, section, None, 1, "A")
    in_section = [saved.id for saved in project.read().drafts[0].sections[0].statements]
    assert in_section == [two.id, head, one.id, tail]
    assert statements(project)[1].statement.bracket == head
    assert project.history(head)[0].why == "просьба KGZ"
    with pytest.raises(Conflict):
        move_statement(project, two.id, section, tail, 1, "B")
    project.undo("A")
    assert [saved.id for saved in project.read().drafts[0].sections[0].statements] == [head, one.id, two.id, tail]


def test_every_move_that_was_not_made_is_in_the_history(project: ProjectFile) -> None:
    section = project.read().drafts[0].sections[0].id
    one, two = statements(project)[:2]
    move_statement(project, one.id, section, two.id, 1, "A")
    for _ in range(2):
        with pytest.raises(Conflict):
            move_statement(project, one.id, section, None, 1, "B")
    copies = [change for change in project.history(one.id) if change.verb is Verb.CONFLICT_COPY]
    assert [(copy.who, copy.steps[0].key) for copy in copies] == [("B", place_key(one.id))] * 2


def test_a_statement_changed_as_a_whole(project: ProjectFile) -> None:
    one = statements(project)[0]
    new = replace(one.statement, proposers=("TJK",), bracketed=True, bracket="b7", option=1)
    change_statement(project, one.id, new, one.revision, "A", why="Таджикистан просит")
    assert statements(project)[0].statement == new
    assert in_words(project.history(one.id)[0]).endswith("(Таджикистан просит)")


def test_sections(project: ProjectFile) -> None:
    seen = project.read()
    first, second = seen.drafts[0].sections
    middle = insert_section(project, "ru", first.id, SectionHead("Ход переговоров"), "A")
    move_section(project, first.id, second.id, seen.revision(place_key(first.id)), "A")
    change_section(project, middle, SectionHead("Запасное", private=True), 1, "A")
    assert [one.heading for one in project.read().drafts[0].draft.sections] == [
        "Запасное",
        "Постановляющая часть",
        "Преамбула",
    ]
    remove_section(project, second.id, project.read(), "A")
    assert [one.id for one in project.read().drafts[0].sections] == [middle, first.id]
    with pytest.raises(ProjectRefused, match="was removed meanwhile"):
        insert_statement(project, second.id, None, Statement("в пустоту"), "B")
    project.undo("A")
    assert project.read().drafts[0].draft.sections[1] == DRAFT.sections[1]


def test_a_section_is_not_removed_over_somebody_elses_words(project: ProjectFile) -> None:
    seen = project.read()
    section = seen.drafts[0].sections[0]
    insert_statement(project, section.id, None, Statement("только что добавлено"), "B")
    with pytest.raises(Conflict):
        remove_section(project, section.id, seen, "A")
    assert "только что добавлено" in texts(project)


def test_a_draft_is_not_written_over_somebody_elses_words(project: ProjectFile) -> None:
    seen = project.read()
    one = statements(project)[0]
    save_text(project, one.id, "правка", one.revision, "B")
    with pytest.raises(Conflict):
        write_draft(project, replace(DRAFT, title="Новый"), seen, "A")
    assert texts(project)[0] == "правка"
    assert project.history()[0].verb is Verb.CONFLICT_COPY
    write_draft(project, replace(DRAFT, title="Новый"), project.read(), "A")
    assert project.read().drafts[0].draft == replace(DRAFT, title="Новый")
    project.undo("A")
    assert texts(project)[0] == "правка"


def test_closing_a_bracket_records_who_when_and_why(project: ProjectFile) -> None:
    seen = project.read()
    winner, loser = statements(project)[2:4]
    close_bracket(project, "b1", 2, seen, "Рустам", "согласовано пятью")
    read = project.read()
    closing = read.closings[0]
    assert (closing.option, closing.who, closing.why) == (2, "Рустам", "согласовано пятью")
    assert closing.when == "2026-05-04T09:01:00.000+00:00"
    assert {text.id: text.statement for text in closing.texts} == {
        winner.id: winner.statement,
        loser.id: loser.statement,
    }
    kept = statements(project)[2]
    assert (kept.id, kept.statement) == (
        loser.id,
        replace(loser.statement, bracketed=False, bracket="", option=0),
    )
    assert winner.id not in {one.id for one in statements(project)}
    assert project.history()[0].why == "согласовано пятью"

    save_text(project, loser.id, "просит вести учёт вместе", kept.revision, "Рустам")
    reopen_bracket(project, "b1", read.revision("bracket:b1"), "Айгуль", "Узбекистан против")
    assert [one.statement for one in statements(project)[2:4]] == [
        winner.statement,
        replace(loser.statement, text="просит вести учёт вместе"),
    ]
    assert project.read().closings == ()


def test_option_nought_drops_every_alternative(project: ProjectFile) -> None:
    close_bracket(project, "b1", 0, project.read(), "A", "снято")
    assert texts(project)[2:] == ["отступить до «рекомендует»"]
    project.undo("A")
    assert project.read().drafts[0].draft == DRAFT
    assert project.read().closings == ()


def test_brackets_that_cannot_be_closed(project: ProjectFile) -> None:
    seen = project.read()
    with pytest.raises(ProjectRefused, match="no option 3; it has 1, 2"):
        close_bracket(project, "b1", 3, seen, "A", "")
    with pytest.raises(ProjectRefused, match="no open bracket b9"):
        close_bracket(project, "b9", 1, seen, "A", "")
    with pytest.raises(ProjectRefused, match="is not closed"):
        reopen_bracket(project, "b1", 0, "A", "")
    close_bracket(project, "b1", 1, seen, "B", "")
    with pytest.raises(Conflict, match="B changed this to “option 1:”"):
        close_bracket(project, "b1", 2, seen, "A", "")
    with pytest.raises(ProjectRefused, match="no open bracket"):
        close_bracket(project, "b1", 2, project.read(), "A", "")


def test_a_bracket_is_not_closed_over_a_changed_alternative(project: ProjectFile) -> None:
    seen = project.read()
    loser = statements(project)[3]
    save_text(project, loser.id, "просит вести общий учёт стока", loser.revision, "B")
    with pytest.raises(Conflict):
        close_bracket(project, "b1", 1, seen, "A", "решено")
    assert "просит вести общий учёт стока" in texts(project)


def test_undo_takes_back_ones_own_change_not_anothers(project: ProjectFile, clock: Clock) -> None:
    one, two, *_ = statements(project)
    save_text(project, one.id, "моё", one.revision, "A")
    save_text(project, two.id, "чужое", two.revision, "B")
    undone = project.undo("A")
    assert (undone.verb, undone.who) == (Verb.UNDONE, "A")
    assert texts(project)[:2] == [one.statement.text, "чужое"]
    assert project.redo("A").verb is Verb.REDONE
    assert texts(project)[0] == "моё"
    with pytest.raises(ProjectRefused, match="nothing to redo"):
        project.redo("A")
    with pytest.raises(ProjectRefused, match="nothing to undo"):
        project.undo("C")


def test_undo_passes_over_what_somebody_changed_since(project: ProjectFile) -> None:
    one, two, *_ = statements(project)
    save_text(project, two.id, "раньше", two.revision, "A")
    revision = save_text(project, one.id, "моё", one.revision, "A")
    mine = project.history(one.id)[0].number
    save_text(project, one.id, "поверх", revision, "B")
    with pytest.raises(Conflict) as caught:
        project.undo("A", mine)
    assert isinstance(caught.value.theirs, Statement)
    assert caught.value.theirs.text == "поверх"
    project.undo("A")
    assert texts(project)[:2] == ["поверх", two.statement.text]


def test_undo_by_number_takes_back_anybodys_change(project: ProjectFile) -> None:
    one = statements(project)[0]
    save_text(project, one.id, "ошибка", one.revision, "B")
    project.undo("A", project.history(one.id)[0].number)
    assert texts(project)[0] == one.statement.text
    with pytest.raises(ProjectRefused, match="nothing to undo"):
        project.undo("A", 1)


def test_redo_does_not_overwrite(project: ProjectFile) -> None:
    one = statements(project)[0]
    save_text(project, one.id, "моё", one.revision, "A")
    project.undo("A")
    save_text(project, one.id, "чужое", one.revision + 2, "B")
    with pytest.raises(Conflict):
        project.redo("A")
    assert texts(project)[0] == "чужое"


def test_undoing_a_section_does_not_bury_what_stands_in_it(project: ProjectFile) -> None:
    section = insert_section(project, "ru", None, SectionHead("Новое"), "A")
    insert_statement(project, section, None, Statement("слова B"), "B")
    with pytest.raises(ProjectRefused, match="something was put there since"):
        project.undo("A")
    assert texts(project)[0] == "слова B"


def test_half_a_character_is_refused(project: ProjectFile) -> None:
    one = statements(project)[0]
    with pytest.raises(ProjectRefused, match="half a character"):
        save_text(project, one.id, "\ud83c", one.revision, "A")
    assert texts(project)[0] == one.statement.text


def test_a_part_that_cannot_be_read_does_not_take_the_rest_with_it(project: ProjectFile) -> None:
    import apsw

    seen = project.read()
    first, second = seen.drafts[0].sections
    lost = first.statements[0].id
    connection = apsw.Connection(str(project.path))
    connection.execute("UPDATE thing SET value = '{\"text\":' WHERE key = ?", (statement_key(lost),))
    connection.execute("UPDATE thing SET value = '7' WHERE key = ?", (f"section:{second.id}",))
    connection.execute("UPDATE thing SET value = '{}' WHERE key = ?", (place_key(first.id),))
    connection.execute("UPDATE step SET after = 'x' WHERE key = ?", (statement_key(lost),))
    connection.close()
    read = project.read()
    assert len(read.problems) == 3
    assert {one.statement.text for section in read.drafts[0].sections for one in section.statements} == {
        one.text for section in DRAFT.sections for one in section.statements
    } - {first.statements[0].statement.text}
    assert [section.head.private for section in read.drafts[0].sections if section.id == second.id] == [True]
    assert len(project.history()) == 2


@pytest.mark.parametrize(("column", "value"), [("until", "yesterday"), ("at", "2026-05-04T09:00:00"), ("verb", "x")])
def test_a_history_that_cannot_be_read_is_named(project: ProjectFile, column: str, value: str) -> None:
    import apsw

    connection = apsw.Connection(str(project.path))
    connection.execute(f"UPDATE change SET {column} = ?", (value,))  # noqa: S608 - a name of this test
    connection.close()
    with pytest.raises(ProjectDamaged, match="The history .*Restore a backup"):
        project.history()
    assert project.read().drafts[0].draft == DRAFT


@pytest.mark.parametrize(
    ("ranks", "before", "after"),
    [
        ([], None, "1"),
        (["1", "2"], None, "0"),
        (["1", "2"], "1", "3/2"),
        (["3/2", "1", "2"], "1", "5/4"),
        (["1", "1", "2"], "1", "3/2"),
        (["1", "2"], "2", "3"),
    ],
)
def test_there_is_always_a_place_in_between(ranks: list[str], before: str | None, after: str) -> None:
    assert rank_after(ranks, before) == after


def test_behind_what_has_gone_elsewhere_is_the_end() -> None:
    places = {"a": Place("s", "1"), "b": Place("s", "2"), "c": Place("t", "9")}
    assert place_behind(places, "s", "c") == Place("s", "3")
    assert place_behind(places, "u", "c") == Place("u", "1")


def deeds(text: str) -> list[Deed]:
    """`c1 u1 r1`: change 1, its undoing, its redoing; conflict copies are `x`."""
    verbs = {"c": Verb.STATEMENT_EDITED, "u": Verb.UNDONE, "r": Verb.REDONE, "x": Verb.CONFLICT_COPY}
    return [
        Deed(int(part[1:]) if part[0] in "cx" else 100, verbs[part[0]], int(part[1:]) if part[0] in "ur" else None)
        for part in text.split()
    ]


@pytest.mark.parametrize(
    ("done", "undoable", "redoable"),
    [
        ("", [], []),
        ("c1 c2", [1, 2], []),
        ("c1 c2 u2", [1], [2]),
        ("c1 c2 u2 u1", [], [2, 1]),
        ("c1 c2 u2 u1 r1", [1], [2]),
        ("c1 c2 u2 c3", [1, 3], []),
        ("c1 x2", [1], []),
        ("c1 u9", [1], [9]),
        ("c1 u9 r9", [1, 9], []),
    ],
)
def test_what_can_be_undone(done: str, undoable: list[int], redoable: list[int]) -> None:
    assert undo_stacks(deeds(done)) == (undoable, redoable)


OPEN = Statement("Туркменистан: вставить позицию", (CITATION,), StatementKind.PLACEHOLDER, bracketed=True, bracket="b")


@pytest.mark.parametrize("kind", [StatementKind.PLACEHOLDER, StatementKind.FRAMING])
def test_what_a_person_puts_in_a_line_of_the_writers_is_a_claim(project: ProjectFile, kind: StatementKind) -> None:
    one = statements(project)[0]
    line = replace(OPEN, kind=kind)
    receipt = change_statement(project, one.id, line, one.revision, "Айгуль")
    assert statements(project)[0].statement == line
    revision = save_text(project, one.id, "Туркменистан обязуется", receipt.revisions[statement_key(one.id)], "Айгуль")
    typed = statements(project)[0].statement
    assert typed == replace(line, text="Туркменистан обязуется", kind=StatementKind.PLAIN)
    bare = replace(line, citations=())
    revision = change_statement(project, one.id, bare, revision, "Айгуль").revisions[statement_key(one.id)]
    revision = save_text(project, one.id, "Туркменистан", revision, "Айгуль")
    assert statements(project)[0].statement == replace(bare, text="Туркменистан"), "without a source it claims nothing"
    change_statement(project, one.id, replace(bare, text="Туркменистан", citations=(CITATION,)), revision, "Айгуль")
    assert statements(project)[0].statement.kind is StatementKind.PLAIN

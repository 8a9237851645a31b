"""Evidence, matrix, history, plots, sources and proposals as values."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from corpus.library import Library
from corpus.paragraph import ParagraphRef
from corpus.positions import Stance
from drafting.accept import accept
from drafting.draft import Citation, Draft, Form, Level, Section, Statement
from drafting.evidence import Evidence
from drafting.export.sources import SourceType, bibtex, csl_json
from drafting.export.tracked_reader import Comment, Proposal
from drafting.matrix import Agreement, Cell, Issue, Matrix, Row
from drafting.projects.evidence_check import fingerprint
from drafting.projects.fields import set_field
from drafting.projects.shelf import Shelf
from drafting.projects.values import DraftHead, Header, SavedDraft, SavedSection, SavedStatement, SectionHead, TrayItem
from drafting.topics import find_topic
from ui.evidence_views import (
    checked_tray,
    evidence_view,
    marked_quote,
    matching,
    problem_in_words,
    proposals,
    reader_link,
    shortened,
)
from ui.history_views import history_rows, when_in_words
from ui.matrix_views import (
    cell_label,
    heat_cells,
    heat_map,
    holder_name,
    holders_of,
    matrix_table,
    row_view,
    set_in_words,
)
from ui.plot_views import citation_graph, date_of, instruments_on, time_line, time_line_chart
from ui.proposal_views import last_of_new, proposal_views
from ui.source_list import sources_of
from ui.vocabulary import words_in

ENGLISH, RUSSIAN = words_in("en"), words_in("ru")
OP6 = ParagraphRef("declaration-2026", "OP6")
NOTE = ParagraphRef("positions:TJK", "TJK-11")


@pytest.fixture(scope="module")
def note(library: Library) -> Evidence:
    text = library.versions(NOTE)["en"].text
    return accept(library, NOTE, "en", text, issue="glacier-fund")


def test_the_words_relied_on_are_marked_in_their_paragraph_and_escaped() -> None:
    assert marked_quote("Ice & <snow> melt.", "<snow>", "en") == (
        '<p class="ortak-text ortak-quoted" lang="en" dir="ltr">Ice &amp; <mark>&lt;snow&gt;</mark> melt.</p>'
    )
    assert 'dir="rtl"' in marked_quote("الجليد يذوب", "الجليد", "ar")


def test_a_long_paragraph_is_cut_around_the_words_relied_on() -> None:
    shown = marked_quote("a" * 900 + " ice " + "b" * 900, "ice", "en")
    assert f">…{'a' * 699} <mark>ice</mark> {'b' * 699}…<" in shown


def test_words_that_no_longer_stand_there_are_shown_alone() -> None:
    assert "<mark>ice</mark></p>" in marked_quote("Snow melts.", "ice", "en")


def test_a_link_leads_to_the_place_in_the_reader() -> None:
    assert reader_link(ParagraphRef("A/RES/77/158", "OP5 (a)"), "en", RUSSIAN) == (
        "/reader?document=A%2FRES%2F77%2F158&label=OP5+%28a%29&left=en&ui=ru"
    )


def test_a_passage_says_whose_how_and_what_kind_of_source(library: Library, note: Evidence) -> None:
    topic = find_topic("glacier preservation")
    assert topic is not None
    view = evidence_view(library, note, topic, RUSSIAN)
    assert (view.whose, view.stance) == ("Таджикистан", "предлагает")
    assert view.issue == "целевой фонд по сохранению ледников и взносы в него"
    assert view.told[:3] == ("заметка о национальной позиции, своими словами", "сила 3 из 5", "достоверность: высокая")
    assert view.place.startswith("TJK-11")
    other = evidence_view(library, replace(note, issue="rivers"), topic, ENGLISH)
    assert other.issue == "an issue of another topic (rivers)"


def test_what_is_in_the_tray_is_not_proposed_again(library: Library, note: Evidence, tmp_path: Path) -> None:
    project = replace(Shelf(tmp_path).create(Header("Ice"), "A").read(), tray=(TrayItem(note),))
    other = replace(note, id="e-other", issue="glacier-preservation")
    assert proposals([note, other], project) == (other,)
    assert matching([note, other], "glacier-fund", "") == (note,)
    assert matching([note, other], "", "TJK") == (note, other)
    assert matching([note, other], "", "KAZ") == ()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, ""),
        (
            {"quote": "never said"},
            "The quoted words no longer stand in positions:TJK TJK-11. Accept it anew, or take it out.",
        ),
        (
            {"ref": ParagraphRef("my-paper", "1")},
            "my-paper 1 is no longer held. Add the document again, or take this evidence out.",
        ),
    ],
)
def test_unsound_evidence_is_flagged_and_kept(
    library: Library, note: Evidence, tmp_path: Path, change: dict[str, object], told: str
) -> None:
    item = TrayItem(replace(note, **change), fingerprint(library.versions(NOTE)["en"].text))
    project = replace(Shelf(tmp_path).create(Header("Ice"), "A").read(), tray=(item,))
    (checked,) = checked_tray(library, project)
    assert problem_in_words(checked, ENGLISH) == told
    topic = find_topic("glacier preservation")
    assert topic is not None
    assert checked.item.evidence.quote in evidence_view(library, checked.item.evidence, topic, ENGLISH).quoted


@pytest.fixture(scope="module")
def matrix(note: Evidence) -> Matrix:
    cells = (
        Cell("TJK", Stance.PROPOSES, 3, (note,), set_by="Aigerim", set_on="2026-11-28T09:00:00+00:00"),
        Cell("TKM", Stance.NO_RECORD, 0, (), note="<looked> for in vain"),
    )
    row = Row(
        Issue("fund", {"en": "trust fund", "ru": "целевой фонд"}), cells, Agreement.PARTIAL, "why", ("F-1: beware",)
    )
    return Matrix("glaciers", "en", ("TJK", "TKM"), ("A/RES/77/158",), (row,))


def test_the_heat_map_says_every_stance_in_words(library: Library, matrix: Matrix) -> None:
    cells = heat_cells(library, matrix, ENGLISH, with_instruments=True)
    assert [(one["holder"], one["label"], one["passages"]) for one in cells] == [
        ("TJK", "✎ proposes ✋\n●●●○○", 1),
        ("TKM", "? no position\nfound", 0),
        ("A/RES/77/158", "? no position\nfound", 0),
    ]
    assert {one["row"] for one in cells} == {"Trust fund"}
    spec = heat_map(cells, ENGLISH)
    assert spec["layer"][0]["params"][0]["select"] == {"type": "point", "fields": ["issue", "holder"]}
    assert json.loads(json.dumps(spec)) == spec


def test_the_table_has_the_first_words_and_their_place(library: Library, matrix: Matrix) -> None:
    shown = matrix_table(library, matrix, ENGLISH, with_instruments=False)
    assert "<th>Tajikistan</th><th>Turkmenistan</th>" in shown
    assert "<small>◐ partial</small>" in shown
    assert ">TJK-11</a>" in shown
    assert "&lt;looked&gt; for in vain" in shown


def test_names_of_holders(library: Library, matrix: Matrix) -> None:
    assert [holder_name(library, one, ENGLISH) for one in ("KAZ", "LLDC", "declaration-2026", "A/RES/77/158")] == [
        "Kazakhstan",
        "LLDC Group",
        "Declaration of 22 April 2026",
        "A/RES/77/158",
    ]
    assert holders_of(matrix, with_instruments=False) == ("TJK", "TKM")


def test_a_row_and_a_cell_tell_who_set_them_and_why(matrix: Matrix) -> None:
    (row,) = matrix.rows
    assert row_view(row, "en", ENGLISH).title == "◐ partial"
    assert row_view(row, "en", ENGLISH).warnings == ("F-1: beware",)
    assert set_in_words(row.cells[0], ENGLISH).startswith("Set by hand: Aigerim, ")
    assert set_in_words(row.cells[1], ENGLISH) == ""
    assert cell_label(row.cells[1], RUSSIAN) == "? позиция не\nнайдена"


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "28 November 2026, 14:03"),
        ("ru", "28 ноября 2026 года, 14:03"),
        ("kk", "2026 ж. 28 қараша, 14:03"),
        ("tk", "28 noýabr 2026, 14:03"),
    ],
)
def test_a_moment_has_its_month_in_words_and_its_hour_on_the_clock_of_a_day(language: str, told: str) -> None:
    here = datetime(2026, 11, 28, 14, 3, 9).astimezone()
    assert when_in_words(here.isoformat(), words_in(language)).replace("\u202f", " ") == told


def test_the_history_is_told_in_the_words_of_the_interface(tmp_path: Path) -> None:
    file = Shelf(tmp_path, lambda: datetime(2026, 11, 28, 9, tzinfo=UTC)).create(Header("Лёд"), "Айгерим")
    set_field(file, "session", "81", file.read().revision("field:session"), "Айгерим")
    rows = history_rows(file.history(), RUSSIAN)
    assert [(row["№"], row["Кто"], row["Что"], row["Стало"]) for row in rows] == [
        ("2", "Айгерим", "изменено поле: Сессия", "81"),
        ("1", "Айгерим", "досье заведено", ""),
    ]


def test_the_graph_joins_paragraphs_and_what_they_name(library: Library) -> None:
    dot = citation_graph(instruments_on(library, "glaciers"), ENGLISH)
    assert '"OP6" -> "A/RES/77/158"' in dot
    assert '"A/RES/77/158" [label="A/RES/77/158 ·' in dot
    related = [line for line in dot.splitlines() if "dashed" in line]
    assert related
    assert len(related) == len({frozenset(line.split(" [")[0].split(" -> ")) for line in related})


def test_the_time_line_has_every_dated_instrument(library: Library) -> None:
    points = {one["id"]: one for one in time_line(library.instruments, ENGLISH)}
    assert points["A/RES/77/158"]["date"] == "2022-12-14"
    assert points["A/RES/77/158"]["cited"] == "named in the Declaration"
    assert len(points) == sum(bool(date_of(one)) for one in library.instruments) > 50
    assert all(len(one["date"]) == len("2022-12-14") for one in points.values())
    assert time_line_chart([], ENGLISH)["data"] == {"values": []}


def test_every_kind_of_instrument_has_words(library: Library) -> None:
    for words in (ENGLISH, RUSSIAN):
        assert all(words(f"instrument_kind.{one.kind}") for one in library.instruments)


def test_each_verified_source_is_listed_once_and_the_private_layer_stays_out(library: Library) -> None:
    def cite(document: str, label: str, verified: bool = True) -> Citation:
        return Citation(document, label, "en", "words", "display", verified)

    public = Statement(
        "a", (cite("declaration-2026", "OP6"), cite("declaration-2026", "OP7"), cite("registry:A/RES/77/158", "OP1"))
    )
    failing = Statement("b", (cite("registry:A/RES/80/3", "OP1", verified=False),))
    private = Statement("c", (cite("positions:TJK", "TJK-11"),), private=True)
    draft = Draft("Brief", "ice", Form.BRIEF, Level.CENTRAL_ASIA, "en", (Section("Text", (public, failing, private)),))
    found = sources_of(draft, library)
    assert [(one.id, one.type, one.date) for one in found] == [
        ("declaration-2026", SourceType.DECLARATION, "2026-04-22"),
        ("A/RES/77/158", SourceType.RESOLUTION, "2022-12-14"),
    ]
    assert [one.id for one in sources_of(draft, library, with_private=True)][-1] == "positions:TJK"
    assert "number = {A/RES/77/158}" in bibtex(found)
    assert [one["id"] for one in json.loads(csl_json(found))] == ["declaration-2026", "A/RES/77/158"]


def saved(*texts: str) -> SavedDraft:
    statements = tuple(SavedStatement(f"s{number}", Statement(text), 1) for number, text in enumerate(texts, 1))
    head = DraftHead("Brief", "ice", Form.BRIEF, Level.CENTRAL_ASIA, "en")
    return SavedDraft(head, (SavedSection("x", SectionHead("Text"), statements),))


@pytest.mark.parametrize(
    ("base", "proposed", "statement", "text"),
    [
        (("1. Calls for action;",), ("1. Urges action;",), "s1", "Urges action"),
        (("[Option 1 (Kazakhstan): Two funds]",), ("[Option 1 (Kazakhstan): Three funds]",), "s2", "Three funds"),
        ((), ("A new paragraph.",), "", "A new paragraph."),
        (("Nothing like it at all",), ("Changed",), "", "Changed"),
        (("Calls for acton",), ("Calls for strong action",), "s1", "Calls for strong action"),
    ],
)
def test_a_colleagues_change_finds_its_statement(
    base: tuple[str, ...], proposed: tuple[str, ...], statement: str, text: str
) -> None:
    one = Proposal(1, base, proposed, ("Bakyt",), ("2026-11-28T09:00:00Z",), (Comment("Bakyt", "", "Why not?"),))
    (view,) = proposal_views([one], ["Title", "1. Calls for action;"], saved("Calls for action", "Two funds"))
    assert (view.statement, view.text) == (statement, text)
    assert (view.authors, view.dates, view.comments) == ("Bakyt", "2026-11-28", ("Bakyt: Why not?",))


def test_new_paragraphs_come_one_by_one_behind_the_statement_before_them() -> None:
    one = Proposal(2, (), ("New one.", "New two."), ("Bakyt",), ())
    base = ["Title", "1. Calls for actions;", "Two funds"]  # the statement was changed since
    views = proposal_views([one], base, saved("Calls for action", "Two funds"))
    assert [(view.number, view.text, view.behind) for view in views] == [(1, "New one.", "s1"), (2, "New two.", "s1")]
    (before,) = saved("Calls for action", "Two funds").sections
    (taken,) = saved("Calls for action", "New one.", "Two funds").sections
    (elsewhere,) = saved().sections
    assert [last_of_new(section, views[1], views) for section in (before, taken, elsewhere)] == ["s1", "s2", None]


def test_a_paragraph_that_goes_names_its_statement() -> None:
    one = Proposal(1, ("1. Calls for action;", "Two funds"), (), ("Bakyt",), ())
    views = proposal_views(
        [one], ["Title", "1. Calls for action;", "Two funds"], saved("Calls for action", "Two funds")
    )
    assert [(view.statement, view.text) for view in views] == [("s1", ""), ("s2", "")]


def test_paragraphs_that_were_joined_stay_together() -> None:
    one = Proposal(1, ("1. Calls for action;", "Two funds"), ("Calls for two funds",), ("Bakyt",), ())
    (view,) = proposal_views(
        [one], ["Title", "1. Calls for action;", "Two funds"], saved("Calls for action", "Two funds")
    )
    assert (view.before, view.after) == ("1. Calls for action;\nTwo funds", "Calls for two funds")


def test_short_texts_stay_whole() -> None:
    assert shortened("ice  and\nsnow") == "ice and snow"
    assert shortened("x" * 100) == "x" * 89 + "…"

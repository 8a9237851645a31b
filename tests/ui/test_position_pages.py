"""The pages on positions: each runs, keeps what was done in the project, and says in a sentence what it cannot do."""

from io import BytesIO
from pathlib import Path

import docx
import pytest
from streamlit.testing.v1 import AppTest

from corpus.library import Library
from corpus.paragraph import ParagraphRef
from corpus.positions import Stance
from drafting.accept import accept
from drafting.draft import Citation, Draft, Form, Level, Section, Statement, StatementKind
from drafting.projects.fields import set_private
from drafting.projects.project_file import ProjectFile
from drafting.projects.sections import write_draft
from drafting.projects.shelf import own_shelf
from drafting.projects.tray import accept_evidence
from drafting.projects.values import Header
from tests.ui.drawn import button, open_page, texts
from ui.export_components import word_file

NOTE = ParagraphRef("positions:TJK", "TJK-11")


@pytest.fixture
def file(own_home: Path) -> ProjectFile:
    return own_shelf().create(Header("Ice", topic="glacier preservation"), "Aigerim")


def at(page: str, file: ProjectFile, **address: str) -> AppTest:
    app = open_page(page, by="Aigerim", project=file.id, **address)
    assert not app.exception
    return app


def accepted(library: Library, file: ProjectFile, issue: str = "glacier-fund") -> None:
    text = library.versions(NOTE)["en"].text
    accept_evidence(file, accept(library, NOTE, "en", text, issue=issue), text, "Aigerim")


def drafted(file: ProjectFile, *statements: Statement, language: str = "en") -> None:
    draft = Draft(
        "Brief: ice", "ice", Form.BRIEF, Level.CENTRAL_ASIA, language, (Section("Text", statements),), ("a gap",)
    )
    write_draft(file, draft, file.read(), "Aigerim")


def test_a_name_is_asked_for_before_anything_is_changed(own_home: Path) -> None:
    app = open_page("project")
    assert not app.exception
    assert [one.label for one in app.text_input] == ["Your name"]
    app.text_input[0].set_value(" Айгерим  О. ")
    button(app, "Continue").click().run()
    assert app.query_params["by"] == "Айгерим О."
    assert "There is no project yet" in texts(app)


def test_a_project_is_begun_opened_and_listed(own_home: Path) -> None:
    app = open_page("project", by="Aigerim")
    app.text_input[0].set_value("Ледники и вода")
    app.text_input[1].set_value("glacier preservation")
    button(app, "Begin").click().run()
    assert not app.exception
    assert app.query_params["project"] == "ledniki-i-voda"
    assert app.title[0].value == "Ледники и вода"
    header = own_shelf().open("ledniki-i-voda").read().header
    assert (header.topic, header.level, header.form) == ("glacier preservation", Level.CENTRAL_ASIA, Form.BRIEF)
    button(app, "All projects").click().run()
    assert app.title[0].value == "Negotiation projects"
    assert "project" not in app.query_params


def test_a_choice_of_the_header_is_saved_at_once_and_can_be_undone(file: ProjectFile) -> None:
    app = at("project", file)
    level = next(one for one in app.selectbox if one.label == "Whose position")
    level.set_value(Level.LLDC).run()
    assert not app.exception
    assert file.read().header.level is Level.LLDC
    button(app, "Undo").click().run()
    assert file.read().header.level is Level.CENTRAL_ASIA
    assert next(one for one in app.selectbox if one.label == "Whose position").value is Level.CENTRAL_ASIA


def test_a_project_goes_to_the_trash_and_comes_back(file: ProjectFile) -> None:
    app = at("project", file)
    button(app, "Yes, move it").click().run()
    assert own_shelf().cards() == ()
    button(app, "Bring it back").click().run()
    assert not app.exception
    assert app.title[0].value == "Ice"


def test_an_unknown_or_damaged_project_gets_one_sentence(own_home: Path, file: ProjectFile) -> None:
    app = open_page("project", by="Aigerim", project="nothing")
    assert ["There is no project" in one.value for one in app.error] == [True]
    file.path.write_bytes(b"not a project" * 100)
    app = open_page("project", by="Aigerim", project=file.id)
    assert not app.exception
    assert len(app.error) == 1
    assert "There is no backup yet" in texts(app)


@pytest.mark.parametrize("page", ["evidence", "matrix", "draft", "export"])
def test_without_a_project_a_page_says_where_to_open_one(own_home: Path, page: str) -> None:
    app = open_page(page, by="Aigerim")
    assert not app.exception
    assert "No project is open" in app.info[0].value


def test_evidence_is_gathered_and_accepted_by_a_person(indexed_home: Path, file: ProjectFile) -> None:
    app = at("evidence", file)
    assert "Nothing is taken over before you accept it" in texts(app)
    button(app, "Gather what is on record: glacier preservation").click().run()
    assert not app.exception
    assert "<mark>" in texts(app)
    accepting = button(app, "Accept")
    accepting.click().run()
    (item,) = file.read().tray
    assert accepting.key == f"accept-{item.evidence.id}"
    assert item.evidence.accepted_by == "Aigerim"
    assert item.fingerprint
    assert accepting.key not in [one.key for one in app.button]


def test_the_tray_shows_who_accepted_and_gives_back(indexed_home: Path, file: ProjectFile, library: Library) -> None:
    accepted(library, file)
    app = at("evidence", file)
    next(one for one in app.get("button_group") if one.key.startswith("evidence-part")).set_value("tray").run()
    assert "Accepted by Aigerim" in texts(app)
    button(app, "Take out").click().run()
    assert not app.exception
    assert file.read().tray == ()
    assert "Nothing is accepted yet" in texts(app)


def test_the_matrix_shows_a_cell_and_keeps_who_set_it(indexed_home: Path, file: ProjectFile, library: Library) -> None:
    accepted(library, file)
    app = at("matrix", file, issue="glacier-fund", holder="TJK")
    assert "#### Tajikistan · Trust fund for glaciers and contributions to it" in texts(app)
    assert "That never means that there is no objection" not in texts(app)
    next(one for one in app.selectbox if one.label == "Stance").set_value(Stance.CONDITIONAL)
    button(app, "Save").click().run()
    assert not app.exception
    (cell,) = file.read().cells
    assert (cell.stance, cell.who, cell.column) == (Stance.CONDITIONAL, "Aigerim", "TJK")
    assert "Set by hand: Aigerim" in texts(app)
    button(app, "Show again what the evidence says").click().run()
    assert file.read().cells == ()


def test_an_empty_cell_never_reads_as_consent(indexed_home: Path, file: ProjectFile, library: Library) -> None:
    accepted(library, file)
    app = at("matrix", file, issue="glacier-fund", holder="UZB")
    assert "No position was found. That never means that there is no objection." in texts(app)


@pytest.mark.slow
def test_a_draft_is_written_from_the_evidence_and_never_written_over(
    indexed_home: Path, file: ProjectFile, library: Library
) -> None:
    accepted(library, file)
    app = at("draft", file)
    button(app, "Write the draft").click().run()
    assert not app.exception
    first = file.read().draft_in("en")
    assert first is not None
    assert "verified" in texts(app) or "needs no source" in texts(app)
    button(app, "Write a fresh draft beside this one").click().run()
    assert not app.exception
    assert "New statements offered: 0" in texts(app)
    assert file.read().draft_in("en") == first


def test_a_draft_shows_each_statement_with_its_sources(indexed_home: Path, file: ProjectFile, library: Library) -> None:
    quote = library.versions(NOTE)["en"].text
    good = Citation(NOTE.document, NOTE.label, "en", quote, "TJK-11", True)
    bad = Citation(NOTE.document, NOTE.label, "en", "never said", "TJK-11", True)
    drafted(
        file, Statement("A line.", kind=StatementKind.FRAMING), Statement(quote, (good,)), Statement("Ice.", (bad,))
    )
    app = at("draft", file)
    shown = texts(app)
    assert "<b>source verified</b>" in shown
    assert 'class="ortak-wrong"><b>not verified</b>' in shown
    assert "a gap" in shown
    button(app, "Check every statement now").click().run()
    assert "Statements that do not hold: 1." in texts(app)


def test_a_statement_is_added_and_moved(indexed_home: Path, file: ProjectFile) -> None:
    drafted(file, Statement("one", kind=StatementKind.FRAMING), Statement("two", kind=StatementKind.FRAMING))
    app = at("draft", file)
    ids = [one.id for one in file.read().drafts[0].sections[0].statements]
    next(one for one in app.button if one.key == f"down-{ids[0]}").click().run()
    assert not app.exception
    assert [one.statement.text for one in file.read().drafts[0].sections[0].statements] == ["two", "one"]
    button(app, "Add a statement").click().run()
    assert [one.statement.text for one in file.read().drafts[0].sections[0].statements] == ["two", "one", ""]


def test_two_languages_are_compared(indexed_home: Path, file: ProjectFile) -> None:
    drafted(file, Statement("Two funds in 2025.", kind=StatementKind.FRAMING))
    drafted(file, Statement("Два фонда в 2026 году.", kind=StatementKind.FRAMING), language="ru")
    app = at("draft", file)
    button(app, "Compare English and Russian").click().run()
    assert "Differences: 1." in texts(app)


def test_what_fails_is_listed_before_export(indexed_home: Path, file: ProjectFile) -> None:
    drafted(file, Statement("Ice.", (Citation("nowhere", "1", "en", "x", "Nowhere", True),)))
    app = at("export", file)
    assert "Statements that do not hold: 1." in texts(app)
    assert "What fails is marked in the file and never becomes a footnote." in texts(app)
    labels = [one.proto.label for one in app.get("download_button")]
    assert labels[:4] == ["Word", "Markdown", "Sources (BibTeX)", "Sources (CSL-JSON)"]


def test_the_private_layer_is_in_an_export_only_where_ticked(file: ProjectFile) -> None:
    set_private(file, "red_lines", ("No new tax",), 0, "Aigerim")
    drafted(file, Statement("Ice.", kind=StatementKind.FRAMING), Statement("No new tax", private=True))
    draft = file.read().drafts[0].draft
    shown = {
        ticked: "\n".join(one.text for one in docx.Document(BytesIO(word_file(draft, ticked))).paragraphs)
        for ticked in (False, True)
    }
    assert "No new tax" not in shown[False]
    assert "No new tax" in shown[True]


def test_the_pictures_are_drawn(indexed_home: Path) -> None:
    app = open_page("overview")
    assert not app.exception
    assert len(app.get("graphviz_chart")) == 1
    assert len(app.get("vega_lite_chart")) == 1


def test_a_search_result_can_be_added_to_the_open_project(indexed_home: Path, file: ProjectFile) -> None:
    app = at("search", file, q="TJK-11")
    button(app, "Add to evidence").click().run()
    assert not app.exception
    words = next(one for one in app.text_area if one.label == "Words relied on")
    assert words.value.startswith("Author of the 2025 glacier year")
    assert button(app, "Accept").disabled is False


@pytest.mark.parametrize("page", ["project", "evidence", "matrix", "draft", "export", "overview"])
def test_every_page_is_there_in_russian(indexed_home: Path, file: ProjectFile, library: Library, page: str) -> None:
    accepted(library, file)
    app = at(page, file, ui="ru")
    assert app.title[0].value in {
        "Ice",
        "Источники",
        "Матрица позиций",
        "Проект текста",
        "Вывод",
        "Кто на что ссылается и когда",
    }


def test_the_ladder_leads_from_the_group_down_to_each_state(
    indexed_home: Path, file: ProjectFile, library: Library
) -> None:
    accepted(library, file)
    app = at("matrix", file, issue="glacier-fund")
    next(one for one in app.get("button_group") if one.key == "matrix-form").set_value("ladder").run()
    assert not app.exception
    shown = texts(app)
    places = [shown.index(f"#### {level}") for level in ("Group of 77", "LLDC Group", "Central Asia", "One State")]
    assert places == sorted(places)
    for state in ("Kazakhstan", "Kyrgyzstan", "Tajikistan", "Turkmenistan", "Uzbekistan"):
        assert f"**{state}**" in shown
    assert "<b>source verified</b> · TJK-11" in shown
    assert 'class="ortak-wrong"' not in shown
    assert "Nothing on record bears a text on this level" in shown

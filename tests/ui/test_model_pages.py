"""A model on the pages of a draft and of the matrix: asked, shown, accepted by a person, and never believed."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from bench.scripted import ScriptedModel, answering
from corpus.errors import NotHeld
from corpus.library import Library
from corpus.paragraph import ParagraphRef
from corpus.positions import Stance
from drafting import llm
from drafting.accept import accept
from drafting.chat import Choice
from drafting.citation import cited
from drafting.draft import Citation, Draft, Form, Level, Section, Statement, StatementKind
from drafting.export.layout import laid_out
from drafting.grounding import ground
from drafting.projects.cells import set_cell
from drafting.projects.fields import set_private
from drafting.projects.project_file import ProjectFile
from drafting.projects.sections import write_draft
from drafting.projects.shelf import own_shelf
from drafting.projects.statements import change_statement, remove_statement, save_text
from drafting.projects.tray import accept_evidence
from drafting.projects.values import CellEdit, Header, SavedSection
from tests.drafting.proposing import DROUGHT
from tests.ui.drawn import open_page, texts
from ui import asking_components, asking_dialog
from ui.asking_requests import Subject, as_now, of_statement
from ui.desk import Desk
from ui.state import ASKED

NOTE = ParagraphRef("positions:TJK", "TJK-21")
FALSE = "Tajikistan has paid in 300 million dollars."


@pytest.fixture
def file(indexed_home: Path, library: Library) -> ProjectFile:
    """A project with one accepted passage and drafts in both languages."""
    file = own_shelf().create(Header("Ice", topic="glacier preservation", languages=("en", "ru")), "Aigerim")
    text = library.versions(NOTE)["en"].text
    accept_evidence(file, accept(library, NOTE, "en", text, issue="glacier-fund"), text, "Aigerim")
    return file


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ScriptedModel]:
    """Names a model that gives this answer to whatever it is asked."""

    def named(answer: str) -> ScriptedModel:
        scripted = ScriptedModel(lambda prompt: answer)
        monkeypatch.setenv("ORTAK_MODEL", "http://127.0.0.1:9/v1#m")
        monkeypatch.setattr(asking_dialog, "uuid4", lambda: UUID(int=1))  # one opening, however often it is drawn
        monkeypatch.setattr(llm, "open_model", lambda name="": scripted)
        return scripted

    return named


def source(library: Library) -> Citation:
    paragraph = library.versions(NOTE)["en"]
    return cited(library, paragraph, "en", paragraph.text)


def drafted(file: ProjectFile, *statements: Statement, language: str = "en", private: bool = False) -> None:
    sections = (Section("Text", statements, private),)
    draft = Draft("Brief: ice", "ice", Form.BRIEF, Level.CENTRAL_ASIA, language, sections)
    write_draft(file, draft, file.read(), "Aigerim")


def at(page: str, file: ProjectFile, **address: str) -> AppTest:
    app = open_page(page, by="Aigerim", project=file.id, **address)
    assert not app.exception
    return app


def press(app: AppTest, start: str) -> None:
    """Press the button whose key, or whose label, begins so."""
    button_at(app, start).click().run()
    assert not app.exception


class Dialog:
    """The dialog that a button opens. A real page redraws it alone; here its button is pressed again for each run."""

    def __init__(self, app: AppTest, opener: str) -> None:
        self.app, self.opener = app, opener
        self.run()

    def run(self) -> None:
        press(self.app, self.opener)

    def choose(self, key: str, value: object) -> None:
        app = self.app
        widgets = [*app.selectbox, *app.multiselect, *app.checkbox, *app.get("button_group")]
        next(one for one in widgets if (one.key or "").startswith(key)).set_value(value)
        self.run()

    @property
    def can_ask(self) -> bool:
        return any((one.key or "").startswith("ask-") for one in self.app.button)

    def ask(self) -> None:
        """Send the request, and wait for the answer."""
        button_at(self.app, "ask-").click()
        self.run()
        for asking in self.app.session_state[ASKED].values():
            asking.wait(60)
        self.app.run()
        assert not self.app.exception


def button_at(app: AppTest, start: str):
    return next(one for one in app.button if (one.key or "").startswith(start) or one.label.startswith(start))


def asked(file: ProjectFile, opener: str, page: str = "draft", **address: str) -> AppTest:
    """A page on which a model was asked, and has answered."""
    app = at(page, file, **address)
    Dialog(app, opener).ask()
    return app


def section(file: ProjectFile, language: str = "en") -> SavedSection:
    draft = file.read().draft_in(language)
    assert draft is not None
    return draft.sections[0]


def standing(file: ProjectFile, language: str = "en") -> list[Statement]:
    return [one.statement for one in section(file, language).statements]


def test_with_no_model_nothing_is_there_to_press(file: ProjectFile, library: Library) -> None:
    drafted(file, Statement(DROUGHT, (source(library),)))
    for page in ("draft", "matrix"):
        app = at(page, file)
        assert not [one for one in app.button if (one.key or "").startswith("model-")]
        assert "Model: off." in texts(app)


def test_a_model_named_wrongly_changes_nothing_but_says_so(
    monkeypatch: pytest.MonkeyPatch, file: ProjectFile, library: Library
) -> None:
    monkeypatch.setenv("ORTAK_MODEL", "gpt")
    drafted(file, Statement(DROUGHT, (source(library),)))
    app = at("draft", file)
    assert not [one for one in app.button if (one.key or "").startswith("model-")]
    assert "does not name a model" in texts(app)


def test_wording_is_suggested_for_a_section_and_accepted_statement_by_statement(
    file: ProjectFile, library: Library, model: Callable[[str], ScriptedModel]
) -> None:
    scripted = model(answering((DROUGHT, ["e1"]), (FALSE, ["e1"])))
    drafted(file, Statement("A line.", kind=StatementKind.FRAMING))
    app = at("draft", file)
    dialog = Dialog(app, "model-section-")
    assert "What will be sent, word for word" in "".join(one.label for one in app.expander)
    assert source(library).quote in texts(app)
    assert scripted.sent == []
    dialog.ask()
    shown = texts(app)
    assert "repeats its source word for word" in shown
    assert "unverified; no footnote until you have compared it" in shown
    assert "not in the evidence cited: 300" in shown
    assert [one.text for one in standing(file)] == ["A line."]
    press(app, "Accept")
    assert [one.text for one in standing(file)] == ["A line.", DROUGHT]
    press(app, "Accept as unverified")
    assert [one.text for one in standing(file)] == ["A line.", DROUGHT, FALSE]
    assert "Close the answer" not in [one.label for one in app.button]
    assert {change.why for change in file.history()} >= {"proposed by a model, scripted; accepted by a person"}
    notes = laid_out(ground(file.read().drafts[0].draft, library)).notes
    assert len(notes) == 1


def test_what_a_model_suggests_can_take_the_place_of_a_statement(
    file: ProjectFile, library: Library, model: Callable[[str], ScriptedModel]
) -> None:
    model(answering((DROUGHT, ["e1"])))
    drafted(file, Statement(f"{DROUGHT[:-1]} soon, in full.", (source(library),)))
    app = at("draft", file)
    dialog = Dialog(app, "model-section-")
    dialog.ask()
    assert "<del> soon, in full</del>" in texts(app)
    press(app, "Accept")
    assert [one.text for one in standing(file)] == [DROUGHT]


def test_a_statement_is_shortened_where_it_stands(
    file: ProjectFile, library: Library, model: Callable[[str], ScriptedModel]
) -> None:
    scripted = model(answering((DROUGHT, ["e1"])))
    long = Statement(f"{DROUGHT[:-1]} as soon as they can.", (source(library),), StatementKind.OPERATIVE)
    drafted(file, long, Statement("Another.", kind=StatementKind.FRAMING))
    app = at("draft", file)
    dialog = Dialog(app, "model-statement-")
    dialog.ask()
    assert "Another." not in scripted.everything_sent
    assert "<del> as soon as they can</del>" in texts(app)
    press(app, "Accept")
    assert standing(file)[0] == replace(long, text=DROUGHT, citations=standing(file)[0].citations)
    assert len(standing(file)) == 2


def test_a_statement_changed_meanwhile_is_shown_as_it_stands_now(
    file: ProjectFile, library: Library, model: Callable[[str], ScriptedModel]
) -> None:
    model(answering((DROUGHT, ["e1"])))
    drafted(file, Statement(f"{DROUGHT[:-1]} now.", (source(library),)))
    app = at("draft", file)
    dialog = Dialog(app, "model-statement-")
    dialog.ask()
    (saved,) = section(file).statements
    save_text(file, saved.id, f"{DROUGHT[:-1]} tomorrow.", saved.revision, "Bakyt")
    app.run()
    assert "The statement was changed after the model was asked" in texts(app)
    assert "<del> tomorrow</del>" in texts(app)
    press(app, "Accept")
    assert [one.text for one in standing(file)] == [DROUGHT]


def test_words_saved_while_a_difference_was_drawn_are_not_written_over(
    file: ProjectFile, library: Library, model: Callable[[str], ScriptedModel]
) -> None:
    model(answering((DROUGHT, ["e1"])))
    drafted(file, Statement(f"{DROUGHT[:-1]} now.", (source(library),)))
    app = asked(file, "model-statement-")
    (saved,) = section(file).statements
    save_text(file, saved.id, f"{DROUGHT[:-1]} tomorrow.", saved.revision, "Bakyt")
    press(app, "Accept")
    assert [one.text for one in standing(file)] == [f"{DROUGHT[:-1]} tomorrow."]
    assert "<del> tomorrow</del>" in texts(app)
    press(app, "Accept")
    assert [one.text for one in standing(file)] == [DROUGHT]


def test_what_became_private_while_the_dialog_was_open_is_not_sent(
    file: ProjectFile, library: Library, model: Callable[[str], ScriptedModel]
) -> None:
    scripted = model(answering((DROUGHT, ["e1"])))
    drafted(file, Statement(SECRET, (source(library),)))
    app = at("draft", file)
    dialog = Dialog(app, "model-statement-")
    (saved,) = section(file).statements
    hidden = replace(saved.statement, private=True)
    change_statement(file, saved.id, hidden, saved.revision, "Bakyt")
    button_at(app, "ask-").click()
    dialog.run()
    assert "This text is private." in texts(app)
    assert not dialog.can_ask
    assert not scripted.sent


def test_what_became_private_behind_an_open_dialog_is_not_sent(
    file: ProjectFile, library: Library, model: Callable[[str], ScriptedModel], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A real page draws the dialog alone: it is still about the place as it was when it opened."""
    scripted = model(answering((DROUGHT, ["e1"])))
    opened: list[Subject] = []

    def as_it_was(desk: Desk, subject: Subject, choice: Choice) -> None:
        opened.append(subject)
        asking_dialog.draw_asking_dialog(desk, opened[0], choice)

    monkeypatch.setattr(asking_components, "draw_asking_dialog", as_it_was)
    drafted(file, Statement(SECRET, (source(library),)))
    dialog = Dialog(at("draft", file), "model-statement-")
    assert dialog.can_ask
    (saved,) = section(file).statements
    change_statement(file, saved.id, replace(saved.statement, private=True), saved.revision, "Bakyt")
    dialog.run()
    assert not opened[0].private
    assert "This text is private." in texts(dialog.app)
    assert not dialog.can_ask
    assert not scripted.sent


def test_what_changed_while_the_dialog_was_open_is_shown_before_it_is_sent(
    file: ProjectFile, library: Library, model: Callable[[str], ScriptedModel]
) -> None:
    scripted = model(answering((DROUGHT, ["e1"])))
    drafted(file, Statement(f"{DROUGHT[:-1]} now.", (source(library),)))
    app = at("draft", file)
    dialog = Dialog(app, "model-statement-")
    (saved,) = section(file).statements
    save_text(file, saved.id, f"{DROUGHT[:-1]} tomorrow.", saved.revision, "Bakyt")
    button_at(app, "ask-").click()
    dialog.run()
    assert not scripted.sent
    assert "Central Asia tomorrow." in "".join(one.value for one in app.get("code"))
    dialog.ask()
    assert "Central Asia tomorrow." in scripted.everything_sent


def test_an_answer_that_failed_is_not_asked_for_again_once_its_place_is_private(
    file: ProjectFile, library: Library, model: Callable[[str], ScriptedModel]
) -> None:
    model("I am sorry, I cannot.")
    drafted(file, Statement(SECRET, (source(library),)))
    app = asked(file, "model-statement-")
    assert "Ask again" in [one.label for one in app.button]
    (saved,) = section(file).statements
    change_statement(file, saved.id, replace(saved.statement, private=True), saved.revision, "Bakyt")
    app.run()
    assert "Ask again" not in [one.label for one in app.button]


def test_what_was_removed_while_the_dialog_was_open_is_told(
    file: ProjectFile, library: Library, model: Callable[[str], ScriptedModel]
) -> None:
    drafted(file, Statement(DROUGHT, (source(library),)))
    draft = file.read().draft_in("en")
    assert draft is not None
    (held,) = draft.sections
    subject = of_statement(file.id, draft, held, held.statements[0])
    assert as_now(subject, file.read()) == subject
    remove_statement(file, held.statements[0].id, held.statements[0].revision, "Bakyt")
    with pytest.raises(NotHeld, match="no longer in the draft"):
        as_now(subject, file.read())


def test_another_register_is_asked_for_by_name(
    file: ProjectFile, library: Library, model: Callable[[str], ScriptedModel]
) -> None:
    scripted = model(answering((DROUGHT, ["e1"])))
    drafted(file, Statement(DROUGHT, (source(library),)))
    app = at("draft", file)
    dialog = Dialog(app, "model-statement-")
    dialog.choose("task-", "register")
    dialog.choose("register-", "talking-point")
    dialog.ask()
    assert "a talking point, plain and spoken" in scripted.everything_sent
    assert "**Change the register**" in texts(app)


def test_a_translation_goes_into_the_draft_of_its_language(
    file: ProjectFile, library: Library, model: Callable[[str], ScriptedModel]
) -> None:
    russian = "Таджикистан внёс взнос и просит других сделать то же."
    model(answering((russian, ["e1"])))
    drafted(file, Statement(DROUGHT, (source(library),)))
    drafted(file, Statement("Строка.", kind=StatementKind.FRAMING), language="ru")
    app = at("draft", file, draft="en")
    dialog = Dialog(app, "model-statement-")
    dialog.choose("task-", "translate")
    dialog.ask()
    assert DROUGHT in texts(app)
    press(app, "Accept")
    assert [one.text for one in standing(file, "ru")] == ["Строка.", russian]
    assert [one.text for one in standing(file)] == [DROUGHT]


def test_a_translation_without_a_draft_can_be_copied(
    file: ProjectFile, library: Library, model: Callable[[str], ScriptedModel]
) -> None:
    french = "Le Tadjikistan a versé sa contribution et demande aux autres d’en faire autant."
    model(answering((french, ["e1"])))
    drafted(file, Statement(DROUGHT, (source(library),)))
    app = at("draft", file)
    dialog = Dialog(app, "model-statement-")
    dialog.choose("task-", "translate")
    dialog.choose("into-", "fr")
    dialog.ask()
    assert french in [one.value for one in app.get("code")]
    assert "There is no draft in this language" in texts(app)
    assert not [one for one in app.button if (one.key or "").startswith("take-")]


def bracket(library: Library) -> tuple[Statement, ...]:
    return tuple(
        Statement(text, (source(library),), bracketed=True, bracket="fund", option=number, proposers=(state,))
        for number, (text, state) in enumerate(
            (("Tajikistan asks others to pay in.", "TJK"), (DROUGHT, "UZB")), start=1
        )
    )


def test_an_alternative_that_is_shortened_stays_that_of_its_proposer(
    file: ProjectFile, library: Library, model: Callable[[str], ScriptedModel]
) -> None:
    model(answering((DROUGHT, ["e1"])))
    drafted(file, *bracket(library))
    app = asked(file, "model-statement-")
    press(app, "Accept")
    first = standing(file)[0]
    assert (first.text, first.option, first.bracket, first.proposers) == (DROUGHT, 1, "fund", ("TJK",))


def test_new_wording_in_the_place_of_an_alternative_is_nobodys_proposal(
    file: ProjectFile, library: Library, model: Callable[[str], ScriptedModel]
) -> None:
    wording = f"{DROUGHT[:-1]} this year."
    model(answering((wording, ["e1"])))
    drafted(file, *bracket(library))
    app = asked(file, "model-section-")
    press(app, "Accept as unverified")
    second = standing(file)[1]
    assert (second.text, second.option, second.bracket, second.proposers) == (wording, 2, "fund", ())


def test_what_takes_the_place_of_a_private_statement_is_private(
    file: ProjectFile, library: Library, model: Callable[[str], ScriptedModel]
) -> None:
    scripted = model(answering((DROUGHT, ["e1"])))
    drafted(file, Statement(f"{DROUGHT[:-1]} in secret.", private=True))
    app = asked(file, "model-section-")
    assert "in secret" not in scripted.everything_sent
    press(app, "Accept")
    assert [(one.text, one.private) for one in standing(file)] == [(DROUGHT, True)]


def test_a_bridge_is_one_more_option_of_its_bracket(
    file: ProjectFile, library: Library, model: Callable[[str], ScriptedModel]
) -> None:
    scripted = model(answering((DROUGHT, ["e1"])))
    drafted(file, *bracket(library), Statement("After.", kind=StatementKind.FRAMING))
    app = at("draft", file)
    dialog = Dialog(app, "model-bracket-")
    dialog.ask()
    assert "After." not in scripted.everything_sent
    press(app, "Accept")
    options = [(one.option, one.bracket, one.proposers) for one in standing(file)[:3]]
    assert options == [(1, "fund", ("TJK",)), (2, "fund", ("UZB",)), (3, "fund", ("TJK",))]
    assert standing(file)[3].text == "After."


def test_who_proposes_a_bracketed_text_is_whoever_said_it(
    file: ProjectFile, library: Library, model: Callable[[str], ScriptedModel]
) -> None:
    model(answering((DROUGHT, ["e1"])))
    drafted(file, *bracket(library))
    app = asked(file, "model-section-")
    assert "No longer named as proposing this: Uzbekistan." in texts(app)
    press(app, "Accept")
    assert [(one.text, one.proposers) for one in standing(file)][1] == (DROUGHT, ("TJK",))


def test_a_model_s_own_words_are_proposed_by_nobody(
    file: ProjectFile, library: Library, model: Callable[[str], ScriptedModel]
) -> None:
    model(answering((FALSE, ["e1"])))
    drafted(
        file,
        Statement(
            FALSE.replace("300", "3"), (source(library),), bracketed=True, bracket="b", option=1, proposers=("TJK",)
        ),
    )
    app = asked(file, "model-section-")
    assert "No longer named as proposing this: Tajikistan." in texts(app)
    press(app, "Accept as unverified")
    assert [one.proposers for one in standing(file)] == [()]


def test_what_a_private_statement_cites_is_not_chosen_beforehand(
    file: ProjectFile, library: Library, model: Callable[[str], ScriptedModel]
) -> None:
    scripted = model(answering((DROUGHT, ["e1"])))
    other = ParagraphRef("positions:KAZ", "KAZ-08")
    text = library.versions(other)["en"].text
    accept_evidence(file, accept(library, other, "en", text, issue="finance"), text, "Aigerim")
    behind = cited(library, library.versions(other)["en"], "en", text)
    drafted(file, Statement(DROUGHT, (source(library),)), Statement(SECRET, (behind,), private=True))
    asked(file, "model-section-")
    assert DROUGHT in scripted.everything_sent
    assert "predictable finance" not in scripted.everything_sent


def test_a_statement_removed_meanwhile_is_not_changed_for_another(
    file: ProjectFile, library: Library, model: Callable[[str], ScriptedModel]
) -> None:
    model(answering((DROUGHT, ["e1"])))
    drafted(
        file,
        Statement(f"{DROUGHT[:-1]} now.", (source(library),)),
        Statement("Ice.", kind=StatementKind.FRAMING),
    )
    app = asked(file, "model-section-")
    first = section(file).statements[0]
    remove_statement(file, first.id, first.revision, "Bakyt")
    press(app, "Accept")
    assert [one.text for one in standing(file)] == ["Ice."]


def test_a_bridge_from_no_evidence_is_not_asked_for_where_a_person_took_all_of_it_away(
    file: ProjectFile, library: Library, model: Callable[[str], ScriptedModel]
) -> None:
    model(answering((DROUGHT, ["e1"])))
    drafted(file, *bracket(library))
    app = at("draft", file)
    dialog = Dialog(app, "model-bracket-")
    assert dialog.can_ask
    dialog.choose("evidence-bracket-", [])
    assert "No evidence is chosen." in texts(app)
    assert not dialog.can_ask


def test_a_divergence_is_explained_beside_its_bracket(
    file: ProjectFile, library: Library, model: Callable[[str], ScriptedModel]
) -> None:
    model(answering((DROUGHT, ["e1"])))
    drafted(file, *bracket(library))
    app = at("draft", file)
    dialog = Dialog(app, "model-bracket-")
    dialog.choose("task-", "explain")
    dialog.ask()
    press(app, "Accept")
    assert (standing(file)[2].text, standing(file)[2].bracketed) == (DROUGHT, False)


def test_a_stance_is_suggested_and_a_person_sets_the_cell(
    file: ProjectFile, library: Library, model: Callable[[str], ScriptedModel]
) -> None:
    rows = [
        {"state": "TJK", "stance": "opposes", "evidence": ["e1"]},
        {"state": "KAZ", "stance": "supports", "evidence": []},
        {"state": "UZB", "stance": "supports", "evidence": ["e1"]},
    ]
    model(json.dumps({"stances": rows}))
    app = at("matrix", file, issue="glacier-fund", holder="TJK")
    dialog = Dialog(app, "model-issue-")
    dialog.ask()
    assert "the stance on record is another" in texts(app)
    assert "it cites no evidence" in texts(app)
    assert "none of the evidence named is of Uzbekistan" in texts(app)
    [enter] = [one for one in app.button if one.label == "Enter against the record"]
    assert enter.disabled
    [compared] = [one for one in app.checkbox if one.label.startswith("I have compared")]
    compared.check().run()
    assert file.read().cells == ()
    press(app, "Enter against the record")
    (cell,) = file.read().cells
    assert (cell.column, cell.stance, cell.who) == ("TJK", Stance.OPPOSES, "Aigerim")
    assert cell.evidence == (file.read().evidence[0].id,)
    assert cell.note.startswith("proposed by a model, scripted")
    assert cell.note.endswith("the stance on record is another: calls for")


def test_a_cell_that_was_set_meanwhile_is_not_set_over(
    file: ProjectFile, model: Callable[[str], ScriptedModel]
) -> None:
    model(json.dumps({"stances": [{"state": "TJK", "stance": "opposes", "evidence": ["e1"]}]}))
    app = asked(file, "model-issue-", "matrix", issue="glacier-fund", holder="TJK")
    [compared] = [one for one in app.checkbox if one.label.startswith("I have compared")]
    compared.check().run()
    theirs = CellEdit("glacier-fund", "TJK", Stance.SUPPORTS, 3, (), "with care")
    set_cell(file, theirs, 0, "Bakyt")
    press(app, "Enter against the record")
    assert [(one.stance, one.note, one.who) for one in file.read().cells] == [(Stance.SUPPORTS, "with care", "Bakyt")]


def test_a_doubt_that_changed_meanwhile_is_not_cleared(file: ProjectFile, library: Library) -> None:
    drafted(file, Statement("Ice.", (source(library),), doubt="it denies"))
    app = at("draft", file)
    (saved,) = section(file).statements
    change_statement(file, saved.id, replace(saved.statement, text="No ice.", doubt="new"), saved.revision, "Bakyt")
    press(app, "I have compared it")
    assert [one.doubt for one in standing(file)] == ["new"]


def test_an_unverified_statement_waits_for_a_person_who_compared_it(
    file: ProjectFile, library: Library, model: Callable[[str], ScriptedModel]
) -> None:
    model(answering(("Tajikistan settled its dues and urges others.", ["e1"])))
    drafted(file, Statement(DROUGHT, (source(library),)))
    app = at("draft", file)
    dialog = Dialog(app, "model-statement-")
    dialog.ask()
    press(app, "Accept as unverified")
    (taken,) = standing(file)
    assert taken.doubt
    assert not laid_out(ground(file.read().drafts[0].draft, library)).notes
    assert "wording, not verified" in texts(app)
    press(app, "I have compared it with its evidence")
    assert standing(file)[0].doubt == ""
    assert len(laid_out(ground(file.read().drafts[0].draft, library)).notes) == 1
    assert "compared with its evidence by a person" in {change.why for change in file.history()}


def test_a_person_who_compared_it_accepts_it_as_compared(
    file: ProjectFile, library: Library, model: Callable[[str], ScriptedModel]
) -> None:
    model(answering(("Tajikistan settled its dues and urges others.", ["e1"])))
    drafted(file, Statement(DROUGHT, (source(library),)))
    app = asked(file, "model-statement-")
    next(one for one in app.checkbox if (one.key or "").startswith("compared-")).check().run()
    assert "Accept as unverified" not in [one.label for one in app.button]
    press(app, "Accept")
    (taken,) = standing(file)
    assert (taken.text, taken.doubt) == ("Tajikistan settled its dues and urges others.", "")
    assert len(laid_out(ground(file.read().drafts[0].draft, library)).notes) == 1


SECRET = "We would accept less."  # noqa: S105


def test_a_tick_does_not_outlive_the_dialog_it_was_set_in(
    file: ProjectFile, library: Library, model: Callable[[str], ScriptedModel], monkeypatch: pytest.MonkeyPatch
) -> None:
    model(answering((DROUGHT, ["e1"])))
    drafted(file, Statement(SECRET, (source(library),), private=True))
    app = at("draft", file)
    dialog = Dialog(app, "model-statement-")
    dialog.choose("private-statement-", True)
    assert "Private text will be sent." in texts(app)
    monkeypatch.setattr(asking_dialog, "uuid4", lambda: UUID(int=2))
    dialog.run()
    assert "This text is private." in texts(app)
    assert not dialog.can_ask


@pytest.mark.parametrize("hidden", ["statement", "section"])
def test_a_private_statement_is_sent_only_where_ticked(
    file: ProjectFile, library: Library, model: Callable[[str], ScriptedModel], hidden: str
) -> None:
    scripted = model(answering((DROUGHT, ["e1"])))
    drafted(file, Statement(SECRET, (source(library),), private=hidden == "statement"), private=hidden == "section")
    app = at("draft", file)
    dialog = Dialog(app, "model-statement-")
    assert "This text is private." in texts(app)
    assert not dialog.can_ask
    dialog.choose("private-statement-", True)
    assert "Private text will be sent." in texts(app)
    dialog.ask()
    assert SECRET in scripted.everything_sent
    assert "It goes in as private." in texts(app)
    press(app, "Accept")
    assert standing(file)[0].private


def test_wording_for_a_section_leaves_the_private_layer_out(
    file: ProjectFile, library: Library, model: Callable[[str], ScriptedModel]
) -> None:
    scripted = model(answering((DROUGHT, ["e1"])))
    set_private(file, "red_lines", ("No new tax",), 0, "Aigerim")
    drafted(file, Statement("A line.", kind=StatementKind.FRAMING), Statement(SECRET, private=True))
    app = at("draft", file)
    dialog = Dialog(app, "model-section-")
    dialog.ask()
    assert "A line." in scripted.everything_sent
    assert SECRET not in scripted.everything_sent
    assert "No new tax" not in scripted.everything_sent
    press(app, "Reject")
    dialog = Dialog(app, "model-section-")
    dialog.choose("private-section-", True)
    dialog.ask()
    assert SECRET in scripted.everything_sent
    assert "No new tax" in scripted.everything_sent
    press(app, "Close the answer")
    dialog = Dialog(app, "model-section-")
    ticks = [one.value for one in app.checkbox if (one.key or "").startswith("private-section-")]
    assert ticks == [False]


def test_the_heading_of_a_private_section_is_not_sent(
    file: ProjectFile, library: Library, model: Callable[[str], ScriptedModel]
) -> None:
    scripted = model(answering((DROUGHT, ["e1"])))
    sections = (Section("Fallback: half", (), True),)
    draft = Draft("Brief: ice", "ice", Form.BRIEF, Level.CENTRAL_ASIA, "en", sections)
    write_draft(file, draft, file.read(), "Aigerim")
    app = at("draft", file)
    dialog = Dialog(app, "model-section-")
    dialog.ask()
    assert scripted.sent
    assert "Fallback" not in scripted.everything_sent


@pytest.mark.parametrize("answer", ["I am sorry, I cannot.", '{"statements": [{"te', "{}", ""])
def test_an_answer_of_another_form_is_told_and_changes_nothing(
    file: ProjectFile, library: Library, model: Callable[[str], ScriptedModel], answer: str
) -> None:
    model(answer)
    drafted(file, Statement(DROUGHT, (source(library),)))
    before = file.read().drafts
    app = at("draft", file)
    dialog = Dialog(app, "model-statement-")
    dialog.ask()
    assert [one.value.endswith(r"The draft is as it was\.") for one in app.error] == [True]
    assert "not of the form asked for" in app.error[0].value
    assert file.read().drafts == before
    press(app, "Close the answer")
    assert not app.error


def test_without_evidence_nothing_can_be_asked(file: ProjectFile, model: Callable[[str], ScriptedModel]) -> None:
    model(answering((DROUGHT, ["e1"])))
    drafted(file, Statement("Nobody said this."))
    app = at("draft", file)
    dialog = Dialog(app, "model-statement-")
    assert "There is no verified evidence to work from" in texts(app)
    assert not dialog.can_ask


def test_the_dialog_speaks_russian(file: ProjectFile, library: Library, model: Callable[[str], ScriptedModel]) -> None:
    model(answering((DROUGHT, ["e1"])))
    drafted(file, Statement(DROUGHT, (source(library),)))
    app = at("draft", file, ui="ru")
    dialog = Dialog(app, "model-statement-")
    assert "работает на этом компьютере" in texts(app)
    dialog.ask()
    assert "дословно повторяет источник" in texts(app)


def test_what_a_model_is_sent_holds_no_remark_of_a_person(
    file: ProjectFile, library: Library, model: Callable[[str], ScriptedModel]
) -> None:
    scripted = model(answering((DROUGHT, ["e1"])))
    (item,) = file.read().tray
    accept_evidence(
        file, replace(item.evidence, id="e-remark", note="weak point of theirs"), item.evidence.quote, "Aigerim"
    )
    drafted(file, Statement("A line.", kind=StatementKind.FRAMING))
    app = at("draft", file)
    dialog = Dialog(app, "model-section-")
    dialog.ask()
    assert scripted.sent
    assert "weak point" not in scripted.everything_sent

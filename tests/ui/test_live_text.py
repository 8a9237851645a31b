"""What becomes of words as they are typed: saved, refused, or kept beside those of another window."""

from pathlib import Path

import pytest

from corpus.errors import Conflict, NotSaved
from drafting.draft import Draft, Form, Level, Section, Statement
from drafting.projects.project_file import ProjectFile
from drafting.projects.sections import write_draft
from drafting.projects.shelf import Shelf
from drafting.projects.statements import remove_statement, save_text
from drafting.projects.values import Header, SavedStatement
from ui.live_text import Answer, Clash, Outcome, Typed, keep, lines_of, settled, text_of, typed_of


@pytest.fixture
def file(tmp_path: Path) -> ProjectFile:
    made = Shelf(tmp_path / "projects").create(Header("Ice"), "A")
    draft = Draft("Brief", "ice", Form.BRIEF, Level.CENTRAL_ASIA, "en", (Section("Text", (Statement("Ice"),)),))
    write_draft(made, draft, made.read(), "A")
    return made


def held(file: ProjectFile) -> SavedStatement:
    return file.read().drafts[0].sections[0].statements[0]


def saver(file: ProjectFile, who: str):
    name = held(file).id
    return lambda text, base: save_text(file, name, text, base, who)


def test_words_are_saved_and_the_next_message_names_the_new_revision(file: ProjectFile) -> None:
    save, first = saver(file, "A"), held(file).revision
    answer = keep(Typed("Ice m", first, 1.0), Answer(), save)
    assert (answer.outcome, answer.seq, held(file).statement.text) == (Outcome.SAVED, 1.0, "Ice m")
    assert keep(Typed("Ice melts", answer.revision, 2.0), answer, save).outcome is Outcome.SAVED
    assert held(file).statement.text == "Ice melts"


def test_words_of_another_window_are_never_overwritten(file: ProjectFile) -> None:
    first = held(file).revision
    keep(Typed("Ice of B", first, 1.0), Answer(), saver(file, "B"))
    answer = keep(Typed("Ice of A", first, 2.0), Answer(), saver(file, "A"))
    assert answer.outcome is Outcome.CLASH
    assert answer.clash == Clash("Ice of A", "Ice of B", held(file).revision, "B", answer.clash.when)
    assert held(file).statement.text == "Ice of B"
    assert next(change.verb for change in file.history()) == "conflict copy kept"


def test_a_removed_statement_is_a_clash_with_nothing_on_the_other_side(file: ProjectFile) -> None:
    one = held(file)
    save = saver(file, "A")
    remove_statement(file, one.id, one.revision, "B")
    answer = keep(Typed("Ice of A", one.revision, 1.0), Answer(), save)
    assert answer.clash is not None
    assert (answer.clash.mine, answer.clash.theirs, answer.clash.who) == ("Ice of A", None, "B")


def test_an_own_text_whose_answer_was_lost_is_no_clash(file: ProjectFile) -> None:
    save, first = saver(file, "A"), held(file).revision
    keep(Typed("Ice m", first, 1.0), Answer(), save)  # the server is killed before it can answer
    answer = keep(Typed("Ice melts", first, 2.0, ("Ice m",)), Answer(), save)
    assert answer.outcome is Outcome.SAVED
    assert held(file).statement.text == "Ice melts"


def test_what_cannot_be_saved_is_told_and_stays_with_the_field() -> None:
    def full(text: str, base: int) -> int:
        raise NotSaved("The disk is full.")

    answer = keep(Typed("Ice", 1, 3.0), Answer(adopt=2), full)
    assert (answer.outcome, answer.why, answer.adopt) == (Outcome.FAILED, "The disk is full.", 2)


def test_a_choice_asks_the_field_to_take_over_what_stands() -> None:
    clash = Clash("mine", "theirs", 4, "B", "")
    assert settled(Answer(1.0, Outcome.CLASH, clash=clash, adopt=1)) == Answer(adopt=2)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"text": "a", "base": 1, "seq": 2, "unanswered": ["b"]}, Typed("a", 1, 2, ("b",))),
        ({"text": "a", "base": "1", "seq": 2, "unanswered": []}, None),
        ({"text": "a"}, None),
        ({}, None),
    ],
)
def test_only_messages_of_ours_are_read(fields: dict[str, object], expected: Typed | None) -> None:
    assert typed_of(fields) == expected


@pytest.mark.parametrize(
    ("value", "text"), [(None, None), (Statement("Ice"), "Ice"), (("one", "two"), "one\ntwo"), ("title", "title")]
)
def test_values_of_a_project_as_text(value: object, text: str | None) -> None:
    assert text_of(value) == text


def test_a_list_is_typed_a_line_an_item() -> None:
    assert lines_of(" one \n\n two\n") == ("one", "two")


def test_conflicts_of_other_shapes_are_given_back_as_text() -> None:
    def clashing(text: str, base: int) -> int:
        raise Conflict(
            "changed", thing="private:red_lines", mine=("a",), theirs=("b", "c"), revision=7, who="B", when=""
        )

    assert keep(Typed("a", 1, 1.0), Answer(), clashing).clash == Clash("a", "b\nc", 7, "B", "")

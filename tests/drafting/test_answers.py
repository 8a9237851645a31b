"""An answer is of the form asked for, or is refused in a sentence."""

from contextlib import suppress
from threading import Event

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.scripted import ScriptedModel, answering, says
from corpus.errors import ModelAnswerUnusable
from drafting.proposals.answers import StatementAnswer, read_stances, read_statements
from drafting.proposals.checked import ProposalCheck
from drafting.proposals.propose import propose
from drafting.proposals.request import Request
from drafting.proposals.untrusted import Untrusted


@pytest.mark.parametrize(
    "written",
    [
        answering(("A.", ["e1"])),
        f"Here you are:\n```json\n{answering(('A.', ['e1']))}\n```\nGood luck!",
        f"<think>{answering(('Not this.', ['e2']))}</think>{answering(('A.', ['e1']))}",
        f"{answering(('A.', ['e1']))}<think>{answering(('Not this.', ['e2']))}</think>",
        f"{answering(('A.', ['e1']))}<think>Or: {answering(('Not this.', ['e2']))}",
        f"{answering(('Not this.', ['e2']))} Better: {answering(('A.', ['e1']))}",
        '{"answer": {"statements": [{"text": "A.", "evidence": ["e1"]}]}}',
        '[{"text": "A.", "evidence": ["e1"]}]',
        '{"statements": [{"text": " A.\\u200b ", "evidence": ["e1"], "sure": true}]}',
    ],
)
def test_an_answer_is_found_in_whatever_surrounds_it(written: str) -> None:
    assert read_statements(Untrusted(written)) == (StatementAnswer("A.", ("e1",)),)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "I cannot help with that.",
        "{",
        '{"statements": []}',
        '{"statements": [{"text": ""}]}',
        '{"statements": [{"text": 5, "evidence": ["e1"]}]}',
        '{"statements": [{"text": "A.", "evidence": "e1"}]}',
        '{"statements": "A."}',
        '{"statements": [{"evidence": ["e1"]}]}',
        answering(("A.", ["e1"]))[:-4],
        "[" * 100_000,
        '{"a":' * 5_000,
        "{" * 50_000 + answering(("A.", ["e1"])),
        answering(("A" * 5000, ["e1"])),
        answering(*[("A.", ["e1"])] * 31),
    ],
)
def test_an_answer_of_another_form_is_refused_in_a_sentence(written: str) -> None:
    with pytest.raises(ModelAnswerUnusable, match="^The model's answer is") as refused:
        read_statements(Untrusted(written))
    assert len(str(refused.value)) < 250
    with pytest.raises(ModelAnswerUnusable):
        read_stances(Untrusted(written))


@settings(max_examples=300, deadline=None)
@given(written=st.text(max_size=300) | st.text(st.sampled_from('{}[]":,e1statements textvidnc\\u0d'), max_size=300))
def test_any_text_is_an_answer_or_is_refused(written: str) -> None:
    with suppress(ModelAnswerUnusable):
        assert read_statements(Untrusted(written))


def test_an_answer_without_end_is_refused(check: ProposalCheck, english: Request) -> None:
    with pytest.raises(ModelAnswerUnusable, match="does not end"):
        propose(ScriptedModel(lambda prompt: "again " * 40_000), english, check)


def test_an_answer_full_of_marks_is_refused_at_once(check: ProposalCheck, english: Request) -> None:
    with pytest.raises(ModelAnswerUnusable, match="quotation marks"):
        propose(says(("«»" * 1900, ["e1"])), english, check)


def test_the_answer_is_given_on_as_it_comes(check: ProposalCheck, english: Request) -> None:
    heard: list[str] = []
    model = says(("Kazakhstan asks for finance.", ["e1"]))
    propose(model, english, check, on_text=heard.append, cancel=Event())
    assert "".join(heard) == answering(("Kazakhstan asks for finance.", ["e1"]))
    assert len(heard) > 5

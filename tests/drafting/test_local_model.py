"""A real model on the loopback: it writes badly and cites wrongly, and nothing false comes of it."""

from collections.abc import Iterator
from threading import Event

import pytest

from corpus.errors import ModelAnswerUnusable
from corpus.library import Library
from drafting import llm
from drafting.chat import ChatModel, Prompt
from drafting.draft import Draft, Form, Level, Section, Statement
from drafting.export.layout import laid_out
from drafting.grounding import ground
from drafting.proposals.answers import schema_of
from drafting.proposals.checked import ProposalCheck
from drafting.proposals.proposal import Proposal, Verdict
from drafting.proposals.propose import propose
from drafting.proposals.request import Request, to_bridge, to_explain, to_propose, to_read_stances, to_turn
from drafting.proposals.tasks import Task
from drafting.voices import Register
from tests.drafting.proposing import accepted, four, position
from tests.needs import served_model

pytestmark = [pytest.mark.slow, pytest.mark.model]


@pytest.fixture(scope="module")
def model() -> Iterator[ChatModel]:
    with pytest.MonkeyPatch.context() as patch, served_model() as address:
        patch.setenv("ORTAK_MODEL_TOKENS", "220")
        patch.setenv("ORTAK_MODEL_SECONDS", "300")  # a busy machine must not fail the test
        opened = llm.open_model(address)
        assert opened is not None
        yield opened


@pytest.fixture(autouse=True)
def loopback(socket_enabled: None) -> None:
    """The model's server is on the loopback."""


def test_it_streams_and_counts(model: ChatModel) -> None:
    stream = model.stream(Prompt("Answer in one short sentence.", "What is a glacier?"))
    pieces = [piece for piece in stream if piece]
    assert len(pieces) > 5
    assert (stream.usage.sent or 0) > 10
    assert (stream.usage.received or 0) >= len(pieces) / 2
    assert not model.leaves


def test_it_keeps_to_the_form_asked_for(model: ChatModel) -> None:
    schema = schema_of(Task.PROPOSE)
    answer = "".join(model.stream(Prompt("Answer in JSON.", "Say that glaciers melt, from evidence e1.", schema)))
    assert answer.lstrip().startswith("{")
    assert '"statements"' in answer


def test_it_can_be_stopped(model: ChatModel) -> None:
    cancel = Event()
    with pytest.raises(ModelAnswerUnusable, match="stopped"):
        for _ in model.stream(Prompt("Write without end.", "Count from one to one thousand in words."), cancel):
            cancel.set()


def requests(library: Library, check: ProposalCheck) -> dict[str, Request]:
    evidence = four(library)
    text = "General Assembly resolution 77/158 of 14 December 2022 invites contributions to the trust fund."
    [piece] = [each for each in to_propose(library, position(), evidence).pieces if each.key == "e3"]
    statement = Statement(text, (piece.citation,))
    alternatives = [Statement(one, bracketed=True, bracket="b") for one in ("asks for finance", "asks for grants")]
    return {
        "propose": to_propose(library, position(), evidence[:2], heading="Finance"),
        "bridge": to_bridge(library, position(), alternatives, evidence[:1]),
        "shorten": to_turn(library, Task.SHORTEN, statement, "en"),
        "register": to_turn(library, Task.REGISTER, statement, "en", register=Register.OPERATIVE),
        "translate": to_turn(library, Task.TRANSLATE, statement, "ru", source_language="en"),
        "stances": to_read_stances(library, "finance", evidence[:2], "en"),
        "explain": to_explain(library, "finance", evidence[:2], "en"),
    }


@pytest.mark.parametrize("task", list(Task))
def test_every_task_gives_proposals_or_a_clear_refusal(
    library: Library, check: ProposalCheck, model: ChatModel, task: Task
) -> None:
    request = requests(library, check)[task]
    try:
        proposal: Proposal = propose(model, request, check)
    except ModelAnswerUnusable as refused:
        assert str(refused).startswith("The model's answer is")
        return
    assert proposal.statements or proposal.stances or task is Task.STANCES
    draft = Draft("t", "t", Form.BRIEF, Level.CENTRAL_ASIA, request.language, (Section("h", ()),))
    for proposed in proposal.statements:
        draft = accepted(draft, proposed, 0)
    notes = laid_out(ground(draft, library, check.checker)).notes
    verified = [one for one in proposal.statements if one.verdict is Verdict.VERIFIED]
    assert len(notes) == sum(len(one.statement.citations) for one in verified)

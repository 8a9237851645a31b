"""Ask a model, and get proposals: the only way from a model's words to a person's eyes."""

from collections.abc import Callable
from dataclasses import replace
from threading import Event

from corpus.errors import ModelAnswerUnusable
from drafting.chat import ChatModel, Stream
from drafting.proposals.answers import LONGEST, read_stances, read_statements
from drafting.proposals.checked import ProposalCheck
from drafting.proposals.proposal import Proposal
from drafting.proposals.request import Request
from drafting.proposals.tasks import Task, prompt_version
from drafting.proposals.untrusted import Untrusted
from drafting.proposals.wording import prompt_of


def propose(
    model: ChatModel,
    request: Request,
    check: ProposalCheck,
    *,
    on_text: Callable[[str], None] | None = None,
    cancel: Event | None = None,
) -> Proposal:
    """Put a request to a model and check what comes back. Nothing is changed: a person accepts, statement by statement.

    `on_text` is given the answer as it comes, for showing that something happens; it is not checked yet.

    Raises:
        ModelUnavailable: the model is not there, refuses, or is too slow.
        ModelAnswerUnusable: the answer is not of the form asked for, does not end, or was stopped.
    """
    stream = model.stream(prompt_of(request), cancel)
    answer = Untrusted(_heard(stream, on_text))
    made = Proposal(request.task, model.name, request.language, prompt_version(request.task))
    if request.task is Task.STANCES:
        return replace(made, stances=check.stances(request, read_stances(answer)), usage=stream.usage)
    return replace(made, statements=check.statements(request, read_statements(answer)), usage=stream.usage)


def _heard(stream: Stream, on_text: Callable[[str], None] | None) -> str:
    """The whole answer, however many pieces it comes in."""
    pieces: list[str] = []
    length = 0
    for piece in stream:
        pieces.append(piece)
        length += len(piece)
        if length > LONGEST:
            raise ModelAnswerUnusable("The model's answer does not end. Ask again, or for less at once.")
        if on_text:
            on_text(piece)
    return "".join(pieces)

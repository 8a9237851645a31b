"""A request to a model under way: its words as they come, the way to stop it, and what came of it."""

from collections.abc import Callable
from threading import Event, Thread
from uuid import uuid4

from corpus.errors import ModelAnswerUnusable
from drafting.chat import ChatModel
from drafting.proposals.checked import ProposalCheck
from drafting.proposals.proposal import Proposal
from drafting.proposals.propose import propose
from drafting.proposals.request import Request


class Asking:
    """One request, put to a model in a thread of its own, so that a silent server holds up no page.

    Nothing is in the draft until a person accepts it; `settled` holds the numbers of the proposals that were decided,
    `id` tells this asking from every other. `open_model` is called in that thread: LangChain takes seconds to load.
    """

    def __init__(self, request: Request, open_model: Callable[[], ChatModel], check: ProposalCheck) -> None:
        self.id = uuid4().hex
        self.request = request
        self.settled: set[int] = set()
        self.stopped = False
        self._cancel = Event()
        self._pieces: list[str] = []
        self._proposal: Proposal | None = None
        self._failure: Exception | None = None
        self._thread = Thread(target=self._ask, args=(open_model, check), daemon=True)
        self._thread.start()

    @property
    def running(self) -> bool:
        """Whether an answer is still awaited."""
        return self._thread.is_alive()

    @property
    def heard(self) -> str:
        """The answer as far as it has come; nobody has checked it yet."""
        return "".join(self._pieces)

    def stop(self) -> None:
        """Stop waiting; what comes later is thrown away."""
        self.stopped = True
        self._cancel.set()

    def wait(self, seconds: float) -> None:
        """Wait for the answer, so long at most."""
        self._thread.join(seconds)

    def proposal(self) -> Proposal:
        """The checked answer.

        Raises:
            ModelUnavailable: the model is not there, refuses, or is too slow.
            ModelAnswerUnusable: there is no answer of the form asked for, or it was stopped.
        """
        if self._failure is not None:
            raise self._failure
        if self.stopped:
            raise ModelAnswerUnusable("The request was stopped; nothing was changed.")
        if self._proposal is None:
            raise RuntimeError("The answer is still under way.")
        return self._proposal

    def _ask(self, open_model: Callable[[], ChatModel], check: ProposalCheck) -> None:
        try:
            self._proposal = propose(
                open_model(), self.request, check, on_text=self._pieces.append, cancel=self._cancel
            )
        except Exception as failure:  # noqa: BLE001  a fault of ours too is raised on the page, not lost with the thread
            self._failure = failure

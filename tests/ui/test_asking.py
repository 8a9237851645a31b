"""A request to a model under way, and what of its answer a page shows."""

from decimal import Decimal
from threading import Event

import pytest

from bench.scripted import Said, answering, says
from corpus.errors import ModelAnswerUnusable, ModelUnavailable
from corpus.library import Library
from drafting.chat import Prompt, Usage
from drafting.draft import Citation, Statement
from drafting.projects.values import SavedSection, SavedStatement, SectionHead
from drafting.proposals.checked import ProposalCheck
from drafting.proposals.proposal import Proposed, Verdict
from drafting.proposals.reasons import Reason, Why
from drafting.proposals.request import Request, to_propose
from drafting.proposals.tasks import Task
from tests.drafting.proposing import FINANCE, four, position
from ui.asking import Asking
from ui.asking_views import judged_markup, reason_in_words, said_so_far, usage_in_words, wording_markup
from ui.model_status import model_in_use, privacy_in_words
from ui.taking_over import Slot, first_choice
from ui.vocabulary import words_in

ENGLISH = words_in("en")
LONG = 30.0


@pytest.fixture(scope="module")
def check(library: Library) -> ProposalCheck:
    return ProposalCheck(library)


@pytest.fixture
def request_of_four(library: Library) -> Request:
    return to_propose(library, position(), four(library))


def test_an_answer_becomes_a_proposal(request_of_four: Request, check: ProposalCheck) -> None:
    asking = Asking(request_of_four, lambda: says((FINANCE, ["e1"])), check)
    asking.wait(LONG)
    assert not asking.running
    (proposed,) = asking.proposal().statements
    assert (proposed.text, proposed.verdict) == (FINANCE, Verdict.VERIFIED)
    assert asking.heard == answering((FINANCE, ["e1"]))


def test_a_refusal_is_raised_where_the_answer_is_asked_for(request_of_four: Request, check: ProposalCheck) -> None:
    def missing() -> None:
        raise ModelUnavailable("It is not there. Start it.")

    asking = Asking(request_of_four, missing, check)  # type: ignore[arg-type]
    asking.wait(LONG)
    with pytest.raises(ModelUnavailable, match="It is not there"):
        asking.proposal()


def test_a_fault_of_ours_is_not_lost_with_the_thread(request_of_four: Request, check: ProposalCheck) -> None:
    asking = Asking(request_of_four, lambda: 1 / 0, check)  # type: ignore[arg-type, return-value]
    asking.wait(LONG)
    with pytest.raises(ZeroDivisionError):
        asking.proposal()


class Patient:
    """Says a word, then waits until it is told to stop."""

    name, leaves = "patient", False

    def __init__(self) -> None:
        self.spoke = Event()

    def stream(self, prompt: Prompt, cancel: Event) -> "Patient._Waiting":
        return Patient._Waiting(self, cancel)

    class _Waiting(Said):
        def __init__(self, model: "Patient", cancel: Event) -> None:
            super().__init__('{"statements": [{"text": "Half a sen')
            self.model, self.cancel = model, cancel

        def __iter__(self):
            yield self.text
            self.model.spoke.set()
            assert self.cancel.wait(LONG)
            raise ModelAnswerUnusable("The request was stopped; nothing was changed.")


def test_a_request_is_stopped(request_of_four: Request, check: ProposalCheck) -> None:
    model = Patient()
    asking = Asking(request_of_four, lambda: model, check)  # type: ignore[arg-type, return-value]
    assert model.spoke.wait(LONG)
    assert asking.running
    assert said_so_far(asking.heard) == ("Half a sen",)
    asking.stop()
    asking.wait(LONG)
    assert asking.stopped
    with pytest.raises(ModelAnswerUnusable, match="stopped"):
        asking.proposal()


def test_an_answer_that_was_stopped_while_it_was_checked_is_thrown_away(
    request_of_four: Request, check: ProposalCheck
) -> None:
    asking = Asking(request_of_four, lambda: says(("Ice.", ["e1"])), check)
    asking.stop()
    asking.wait(LONG)
    with pytest.raises(ModelAnswerUnusable, match="stopped"):
        asking.proposal()


@pytest.mark.parametrize(
    ("heard", "shown"),
    [
        ("", ()),
        ("<think>hm", ()),
        ('{"statements": [{"te', ()),
        ('{"statements": [{"text": "', ("",)),
        ('{"text": "One."}, {"text": "Тв', ("One.", "Тв")),
        ('{"text": "a \\"b', ('a "b',)),
        ('{"text": "a \\u04', ("a",)),
        ('{"text": "a\\', ("a",)),
        ('{"text": "a\u202eb"', ("ab",)),
        ('{"stances": [{"state": "KAZ", "stance": "supports", "evidence": ["e1"]}]}', ("KAZ: supports",)),
    ],
)
def test_the_sentences_of_an_answer_are_shown_as_they_come(heard: str, shown: tuple[str, ...]) -> None:
    assert said_so_far(heard) == shown


def proposed(text: str, verdict: Verdict = Verdict.VERIFIED) -> Proposed:
    return Proposed(Statement(text), ("e1",), verdict, before="Ice melts")


def test_what_changes_is_marked_word_by_word() -> None:
    shown = wording_markup(proposed("Ice <melts> fast"), Task.SHORTEN, "en", "Ice melts slowly")
    assert shown == (
        '<p class="ortak-text ortak-change" lang="en" dir="ltr">'
        "Ice <ins>&lt;</ins>melts<del> slowly</del><ins>&gt; fast</ins></p>"
    )


@pytest.mark.parametrize(("task", "standing"), [(Task.TRANSLATE, "Ice melts"), (Task.PROPOSE, "")])
def test_a_translation_or_new_wording_has_no_marks(task: Task, standing: str) -> None:
    assert wording_markup(proposed("Лёд тает"), task, "ru", standing) == (
        '<p class="ortak-text ortak-change" lang="ru" dir="ltr">Лёд тает</p>'
    )


def test_a_verdict_says_why_and_says_it_once() -> None:
    reason = "not in the evidence cited: 5 < 6"
    why = Reason(Why.FIGURES, "5 < 6")
    sources = tuple(Citation("d", label, "en", "Ice.", label, False, reason=reason) for label in ("OP1", "OP2"))
    shown = judged_markup(Proposed(Statement("Ice.", sources), (), Verdict.UNVERIFIED, (why,)), ENGLISH)
    assert "unverified; no footnote until you have compared it" in shown
    assert shown.count("<li>not in the evidence cited: 5 &lt; 6</li>") == 1
    assert shown.count("not in the evidence") == 1
    assert shown.count('class="ortak-wrong"') == 3


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "not in the evidence cited: 5"), ("ru", "нет в указанных источниках: 5"), ("kk", "нет в указанных")],
)
def test_reasons_are_told_in_the_language_of_the_interface(language: str, told: str) -> None:
    assert reason_in_words(Reason(Why.FIGURES, "5"), words_in(language)).startswith(told)


def test_a_verified_statement_is_to_be_read_before_it_is_accepted() -> None:
    shown = judged_markup(Proposed(Statement("Ice."), (), Verdict.VERIFIED), ENGLISH)
    assert "read it there in context before you accept" in shown


@pytest.mark.parametrize(
    ("usage", "told"),
    [
        (Usage(), "tokens and cost unknown"),
        (Usage(1000, 500), "tokens sent: 1000, received: 500, cost: unknown"),
        (
            Usage(1000, 500, (Decimal("0.15"), Decimal("0.60"))),
            "tokens sent: 1000, received: 500, cost: 0.00045 USD",
        ),
        (Usage(0, 0, (Decimal(1), Decimal(2))), "tokens sent: 0, received: 0, cost: 0 USD"),
    ],
)
def test_what_an_answer_took_is_told_where_it_is_known(usage: Usage, told: str) -> None:
    assert usage_in_words(usage, ENGLISH) == told


@pytest.mark.parametrize(
    ("named", "told"),
    [
        (
            "",
            (
                "Works without a network. Nothing you type leaves this machine.",
                "Model: off. No text is sent to a model.",
            ),
        ),
        (
            "http://127.0.0.1:9/v1#m",
            (
                "Works without a network. Nothing you type leaves this machine.",
                "Model: m (127.0.0.1:9/v1). It runs on this machine and is asked only when you say so.",
            ),
        ),
        (
            "openai:x",
            (
                "Works without a network. Nothing leaves this machine but what you send to the model.",
                "Model: openai:x. It is asked only when you say so; what you send to it leaves this machine.",
            ),
        ),
    ],
)
def test_every_page_says_which_model_is_on_and_what_leaves(
    monkeypatch: pytest.MonkeyPatch, named: str, told: tuple[str, str]
) -> None:
    monkeypatch.setenv("ORTAK_MODEL", named)
    assert privacy_in_words(ENGLISH) == told


def test_a_model_that_is_named_wrongly_is_told_of_and_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORTAK_MODEL", "gpt")
    choice, problem = model_in_use()
    assert choice is None
    assert problem.startswith("ORTAK_MODEL does not name a model.")
    assert problem in privacy_in_words(ENGLISH)


def test_a_place_is_proposed_where_the_same_sources_are_cited_and_else_chosen_by_the_person() -> None:
    def ending(number: int, *labels: str) -> Slot:
        cited = tuple(Citation("d", label, "en", "Ice.", label, True) for label in labels)
        held = (SavedStatement(f"s{number}", Statement("Ice.", cited), 1),)
        return Slot(SavedSection(f"x{number}", SectionHead("Text"), held), number, behind=f"s{number}")

    slots = [ending(1), ending(2, "OP1"), ending(3, "OP1", "OP2")]
    proposed = Statement("Snow.", tuple(Citation("d", label, "en", "Ice.", label, True) for label in ("OP1", "OP2")))
    assert first_choice(slots, proposed) == 2
    assert first_choice(slots, Statement("Snow.", (Citation("d", "OP9", "en", "Ice.", "OP9", True),))) is None

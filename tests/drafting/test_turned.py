"""A statement shortened or translated keeps its references, dates, brackets and quotations."""

from dataclasses import replace

import pytest

from bench.scripted import says
from corpus.library import Library
from drafting.draft import Statement
from drafting.proposals.checked import ProposalCheck
from drafting.proposals.proposal import Verdict
from drafting.proposals.propose import propose
from drafting.proposals.request import Request, to_turn
from drafting.proposals.tasks import Task
from tests.drafting.proposing import GOVERNMENTS, LOOSE, NOTED, RES, told

ACROSS = "формулировка на другом языке (English) не сравнивается; сверьте сами"
RUS = "Резолюция 77/158 Генеральной Ассамблеи"
TURNED = [
    (Task.SHORTEN, "en", f"{RES} of 14 December 2022 {NOTED}", ""),
    (
        Task.SHORTEN,
        "en",
        f"Kazakhstan, {RES} of 14 December 2022 invites donors.",
        "not in the statement as it was: Kazakhstan",
    ),
    (Task.SHORTEN, "en", f"{RES} of 14 December 2022 invites donors to contribute.", LOOSE),
    (
        Task.SHORTEN,
        "en",
        f"Invites {GOVERNMENTS}.",
        "missing, though it stands in the statement as it was: A/RES/77/158, 14 December 2022",
    ),
    (Task.SHORTEN, "en", f"{RES} of 14 December 2022 invites {GOVERNMENTS.replace('the trust', '[the] trust')}.", "[]"),
    (Task.SHORTEN, "en", f"{RES} of 14 December 2022 does not invite donors to contribute.", "denies"),
    (Task.SHORTEN, "en", f"{RES} of 14 December 2022 invites {GOVERNMENTS}.", "a denial of the source is lost: not"),
    (Task.TRANSLATE, "ru", f"{RUS} от 14 декабря 2022 года предлагает взносы. Не названы.", ACROSS),
    (
        Task.TRANSLATE,
        "ru",
        f"{RUS} от 14 ноября 2022 года предлагает взносы.",
        "этого нет в исходном тексте: 14 ноября 2022 года",
    ),
    (Task.TRANSLATE, "ru", f"{RUS} от 14 декабря 2022 года предлагает взносы.", "пропало отрицание"),
    (Task.TRANSLATE, "ru", f"{RUS.replace('158', '159')} от 14 декабря 2022 года: взносы.", "77/159"),
    (Task.TRANSLATE, "fr", "La résolution 77/158 de l’Assemblée générale invite à payer.", "compare it"),
]


@pytest.mark.parametrize(("task", "language", "text", "reason"), TURNED)
def test_a_turned_statement_keeps_references_dates_and_brackets(
    library: Library, check: ProposalCheck, standing: Statement, task: Task, language: str, text: str, reason: str
) -> None:
    source = "en" if task is Task.TRANSLATE else ""
    request = to_turn(library, task, standing, language, source_language=source)
    [proposed] = propose(says((text, ["e1"]), ("More.", ["e1"])), request, check).statements
    reasons = "; ".join(told(proposed, language))
    assert reasons == reason if reason in {"", ACROSS} else reason in reasons
    assert (proposed.verdict is Verdict.VERIFIED) is (reason == "")


def test_a_translation_leaves_quotations_alone(library: Library, check: ProposalCheck, english: Request) -> None:
    [piece] = [each for each in english.pieces if each.key == "e2"]
    quoted = Statement("The creation is “under the auspices of the United Nations”.", (piece.citation,))
    request = to_turn(library, Task.TRANSLATE, quoted, "ru", source_language="en")
    kept, lost = "Он создан “under the auspices of the United Nations”.", "Он создан под эгидой ООН."
    [proposed] = propose(says((kept, ["e1"])), request, check).statements
    assert told(proposed, "ru") == [ACROSS]
    assert proposed.compared.doubt == ""
    [proposed] = propose(says((lost, ["e1"])), request, check).statements
    assert "пропала или изменена цитата" in "; ".join(told(proposed, "ru"))


def test_a_translation_denies_nothing_that_the_statement_does_not_deny(
    library: Library, check: ProposalCheck, standing: Statement
) -> None:
    invites = replace(standing, text=f"{RES} of 14 December 2022 invites donors to contribute.")
    request = to_turn(library, Task.TRANSLATE, invites, "ru", source_language="en")
    denying = f"{RUS} от 14 декабря 2022 года не предлагает донорам взносы."
    [proposed] = propose(says((denying, ["e1"])), request, check).statements
    assert "отрицание, которого нет в указанных источниках: не" in told(proposed, "ru")
    [proposed] = propose(says((denying.replace(" не ", " "), ["e1"])), request, check).statements
    assert told(proposed, "ru") == [ACROSS]


def test_a_persons_own_words_are_not_held_against_the_statement_shortened(
    library: Library, check: ProposalCheck, standing: Statement
) -> None:
    own = replace(standing, text=f"{RES} of 14 December 2022 warmly and gladly invites donors to contribute.")
    request = to_turn(library, Task.SHORTEN, own, "en")
    shorter, other = (f"{RES} of 14 December 2022 {how} invites donors." for how in ("warmly", "coldly"))
    [proposed] = propose(says((shorter, ["e1"])), request, check).statements
    assert [LOOSE in reason for reason in told(proposed)] == [True]
    [proposed] = propose(says((other, ["e1"])), request, check).statements
    assert [reason.endswith("for you to judge: coldly") for reason in told(proposed)] == [True]


@pytest.mark.parametrize("task", [Task.SHORTEN, Task.TRANSLATE])
def test_a_turned_alternative_stays_in_its_bracket(
    library: Library, check: ProposalCheck, standing: Statement, task: Task
) -> None:
    second = replace(standing, bracketed=True, bracket="fund", option=2, proposers=("TJK",))
    into, source = ("ru", "en") if task is Task.TRANSLATE else ("en", "")
    request = to_turn(library, task, second, into, source_language=source)
    [proposed] = propose(says((standing.text, ["e1"])), request, check).statements
    made = proposed.statement
    assert (made.bracketed, made.bracket, made.option, made.proposers) == (True, "fund", 2, ("TJK",))

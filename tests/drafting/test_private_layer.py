"""What is private is sent only where it is ticked, and is in nothing that others see."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.scripted import says
from corpus.errors import QueryError
from corpus.library import Library
from drafting.draft import Citation, Draft, Form, Level, Section, Statement
from drafting.export.layout import laid_out
from drafting.grounding import ground
from drafting.proposals.answers import StatementAnswer
from drafting.proposals.checked import ProposalCheck
from drafting.proposals.propose import propose
from drafting.proposals.request import PrivateRequest, Request, to_bridge, to_explain, to_propose
from drafting.proposals.untrusted import sent_copy
from tests.drafting.proposing import Desk, four, position

SECRETS = st.text(st.characters(categories=("L",)), min_size=12, max_size=30).map(lambda text: f"{text}ж7")


@settings(max_examples=25, deadline=None)
@given(secrets=st.lists(SECRETS, min_size=6, max_size=6, unique=True))
def test_no_private_text_is_sent_unless_it_is_ticked(desk: Desk, secrets: list[str]) -> None:
    library, check = desk.library, desk.check
    objective, red_line, fallback, concession, remark, private_text = secrets
    asked = position(objectives=(objective,), red_lines=(red_line,), fallbacks=(fallback,), concessions=(concession,))
    evidence = [replace(each, note=remark, accepted_by=remark) for each in four(library)]
    model = says(("Kazakhstan asks for finance.", ["e1"]))
    private = Statement(private_text, private=True)
    open_one = to_propose(library, asked, evidence, heading="h", standing=[Statement("Open.")])
    propose(model, open_one, check)
    propose(model, to_explain(library, "finance", evidence, "en"), check)
    propose(model, to_bridge(library, asked, [Statement("a", bracketed=True)], evidence), check)
    assert not any(secret in model.everything_sent for secret in secrets)
    assert not open_one.holds_private
    assert "private" not in Request.__dataclass_fields__
    for refused in (
        lambda: to_propose(library, asked, evidence, standing=[private]),
        lambda: to_bridge(library, asked, [private], evidence),
        lambda: to_explain(library, "finance", evidence, "en", standing=[private]),
    ):
        with pytest.raises(QueryError, match="private"):
            refused()
    ticked = to_propose(library, asked, evidence, standing=[private], with_private=True)
    assert isinstance(ticked, PrivateRequest)
    [proposed] = propose(model, ticked, check).statements
    sent = sent_copy(model.sent[-1].request)
    assert all(sent_copy(secret) in sent for secret in (objective, red_line, fallback, concession, private_text))
    assert remark not in sent
    assert proposed.statement.private
    draft = Draft("t", "t", Form.BRIEF, Level.CENTRAL_ASIA, "en", (Section("h", (proposed.statement,)),))
    assert laid_out(draft).blocks == ()


def test_the_doubt_of_a_private_answer_holds_none_of_its_words(library: Library, check: ProposalCheck) -> None:
    request = to_propose(library, position(red_lines=("forty million",)), four(library), with_private=True)
    [proposed] = check.statements(request, (StatementAnswer("Kazakhstan asks for “forty million”.", ("e1",)),))
    assert "forty million" in "; ".join(reason.told("en") for reason in proposed.reasons)
    assert proposed.statement.doubt
    assert "forty" not in proposed.statement.doubt
    assert all("forty" not in one.reason and not one.verified for one in proposed.statement.citations)


@pytest.mark.parametrize(
    "change", [{"doubt": "because"}, {"citations": (Citation("own:gone", "P1", "en", "q", "d", True),)}]
)
def test_a_warning_never_quotes_what_is_private(library: Library, change: dict[str, object]) -> None:
    private = Statement("Our red line.", private=True)
    draft = Draft(
        "t",
        "t",
        Form.BRIEF,
        Level.CENTRAL_ASIA,
        "en",
        (Section("h", (replace(private, **change),)),),  # type: ignore[arg-type]
    )
    grounded = ground(draft, library)
    assert grounded.warnings == ()
    assert not any(each.verified for each in grounded.sections[0].statements[0].citations)

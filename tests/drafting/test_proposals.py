"""What is asked of a model and what comes back: suggestions that change nothing until a person accepts them."""

import json
import re
from dataclasses import replace
from decimal import Decimal

import pytest

from bench.scripted import ScriptedModel, says
from corpus.errors import QueryError
from corpus.library import Library
from corpus.positions import Stance
from drafting.draft import Draft, Form, Level, Section, Statement
from drafting.proposals.answers import schema_of
from drafting.proposals.checked import ProposalCheck
from drafting.proposals.proposal import Verdict
from drafting.proposals.propose import propose
from drafting.proposals.request import Request, to_bridge, to_propose, to_read_stances, to_turn
from drafting.proposals.tasks import Task
from drafting.proposals.wording import prompt_of
from drafting.voices import Register
from tests.drafting.proposing import FINANCE, accepted, four, position, told


def test_a_whole_paragraph_is_sent_in_the_language_of_the_draft_and_picked_words_as_they_were(library: Library) -> None:
    whole = four(library)[1]
    picked = replace(whole, quote=whole.quote[:60])
    (own, as_picked) = to_propose(library, position("ru"), [whole, picked]).pieces
    assert own.citation.language == "ru"
    assert own.citation.quote == library.versions(whole.ref)["ru"].text
    assert (as_picked.citation.language, as_picked.citation.quote) == ("en", whole.quote[:60])


def test_what_was_accepted_for_several_issues_is_sent_once(library: Library) -> None:
    evidence = four(library)
    again = replace(evidence[0], id="e-again", issue="other")
    request = to_propose(library, position(), [evidence[0], again, evidence[1]])
    assert [(piece.key, piece.id) for piece in request.pieces] == [("e1", evidence[0].id), ("e2", evidence[1].id)]


def test_what_is_accepted_takes_the_place_of_a_statement_or_stands_at_the_end(
    check: ProposalCheck, english: Request
) -> None:
    standing = (Statement("Kazakhstan wants finance."), Statement("Another."))
    [proposed] = propose(says((FINANCE, ["e1"])), replace(english, standing=standing), check).statements
    made = proposed.statement
    empty, full = Section("a", ()), Section("h", standing)
    draft = Draft("t", "t", Form.BRIEF, Level.CENTRAL_ASIA, "en", (empty, full))
    assert made.text == FINANCE
    assert accepted(draft, proposed, 1, 0).sections == (empty, Section("h", (made, standing[1])))
    assert accepted(draft, proposed, 1).sections == (empty, Section("h", (*standing, made)))
    assert accepted(draft, proposed, 0).sections == (Section("a", (made,)), full)


def test_a_proposal_tells_who_made_it_from_what_words_and_at_what_cost(check: ProposalCheck, english: Request) -> None:
    proposal = propose(says((FINANCE, ["e1"])), english, check)
    assert (proposal.task, proposal.language, proposal.model) == (Task.PROPOSE, "en", "scripted")
    assert proposal.prompt_version == "2.1"
    assert (proposal.usage.sent, proposal.usage.received, proposal.usage.cost) == (10, 20, Decimal("0.00005"))


def test_a_bridge_is_one_more_alternative_in_the_same_bracket(library: Library, check: ProposalCheck) -> None:
    ones = tuple(
        Statement(text, bracketed=True, bracket="b", option=option, proposers=(state,))
        for option, (text, state) in enumerate((("asks for finance", "KAZ"), ("asks for grants", "KGZ")), 1)
    )
    request = to_bridge(library, position(), ones, four(library))
    [proposed] = propose(says(("Asks for predictable finance.", ["e1"])), request, check).statements
    made = proposed.statement
    assert (made.bracketed, made.bracket, made.option, made.proposers) == (True, "b", 3, ())


def test_a_bridge_without_evidence_of_its_own_rests_on_what_the_alternatives_cite(
    library: Library, english: Request
) -> None:
    finance, fund = (piece.citation for piece in english.pieces[:2])
    doubtful = replace(fund, verified=False)
    ones = [Statement("a", (finance,), bracketed=True), Statement("b", (doubtful, finance), bracketed=True)]
    assert [piece.citation for piece in to_bridge(library, position(), ones).pieces] == [finance]


@pytest.mark.parametrize(("task", "most"), [(Task.PROPOSE, 5), (Task.SHORTEN, 1), (Task.TRANSLATE, 1)])
def test_the_form_asked_for_has_room_for_what_the_task_may_give(task: Task, most: int) -> None:
    schema = json.loads(json.dumps(schema_of(task)))
    assert schema["properties"]["statements"]["maxItems"] == most


def test_stances_are_suggestions_that_agree_with_the_record_or_not(library: Library, check: ProposalCheck) -> None:
    request = to_read_stances(library, "finance", four(library), "en")
    answer = (
        '{"stances": [{"state": "KAZ", "stance": "calls for", "evidence": ["e1"]},'
        '{"state": "KAZ", "stance": "opposes", "evidence": ["e1"]},'
        '{"state": "MNG", "stance": "calls for", "evidence": ["e1"]},'
        '{"state": "KAZ", "stance": "calls for", "evidence": ["e1", "e9"]},'
        '{"state": "KAZ", "stance": "calls for", "evidence": []},'
        '{"state": "TJK", "stance": "no record found", "evidence": []},'
        '{"state": "TJK", "stance": "loves", "evidence": ["e4"]}]}'
    )
    stances = propose(ScriptedModel(lambda prompt: answer), request, check).stances
    assert [(each.state, each.stance, each.verdict) for each in stances] == [
        ("KAZ", Stance.CALLS_FOR, Verdict.VERIFIED),
        ("KAZ", Stance.OPPOSES, Verdict.UNVERIFIED),
        ("MNG", Stance.CALLS_FOR, Verdict.UNVERIFIED),
        ("KAZ", Stance.CALLS_FOR, Verdict.UNVERIFIED),
        ("KAZ", Stance.CALLS_FOR, Verdict.UNVERIFIED),
    ]
    assert [told(each) for each in stances] == [
        [],
        ["the stance on record is another: calls for"],
        ["none of the evidence named is of Mongolia"],
        ["it cites evidence that was not given: e9"],
        ["it cites no evidence"],
    ]


def test_what_cannot_be_asked_is_refused_in_a_sentence(library: Library, standing: Statement) -> None:
    one = four(library)[0]
    with pytest.raises(QueryError, match="no verified evidence"):
        to_propose(library, position(), [])
    doubtful = replace(standing, citations=tuple(replace(each, verified=False) for each in standing.citations))
    with pytest.raises(QueryError, match="no verified evidence"):
        to_turn(library, Task.SHORTEN, doubtful, "en")
    with pytest.raises(QueryError, match="too much"):
        to_propose(library, position(), four(library), standing=[Statement("x" * 70_000)])
    with pytest.raises(QueryError, match="too much"):
        to_propose(library, position(red_lines=("x" * 70_000,)), four(library), with_private=True)
    with pytest.raises(QueryError, match="too much"):
        to_propose(library, position(), [replace(one, quote=one.quote[:length]) for length in range(20, 81)])
    with pytest.raises(QueryError, match="translate from"):
        to_turn(library, Task.TRANSLATE, standing, "ru")
    with pytest.raises(QueryError, match="register that is named"):
        to_turn(library, Task.REGISTER, standing, "en")
    assert to_turn(library, Task.REGISTER, standing, "en", register=Register.OPERATIVE).pieces


SOURCES = (
    "KAZ-08, Kazakhstan: national position notes",
    "Declaration “Ecological Solidarity of Central Asia” (Astana, 22 April 2026), para. 6",
    "General Assembly resolution 77/158 of 14 December 2022, para. 5",
    "TJK-11, Tajikistan: national position notes",
)


def test_the_prompt_has_what_is_asked_and_nothing_else(english: Request) -> None:
    prompt = prompt_of(english)
    assert "Write the statements in English" in prompt.system
    mark = prompt.system.partition("<<<")[2].partition(" ")[0]
    material = re.findall(rf"<<<{mark} (\w+)\n(.*?)\n{mark}>>>", prompt.request, re.DOTALL)
    quotes = [("words", piece.citation.quote) for piece in english.pieces]
    sources = [("source", source) for source in SOURCES]
    pieces = [part for both in zip(sources, quotes, strict=True) for part in both]
    assert material == [("topic", "glaciers"), ("heading", "Finance"), *pieces]
    assert re.findall(r"(?m)^position of: (.*)$", prompt.request) == [
        "Kazakhstan",
        "Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan, Uzbekistan",
        "Tajikistan",
    ]
    assert prompt.schema is not None
    assert prompt.schema["required"] == ["statements"]
    assert '{"enum": ["e1", "e2", "e3", "e4"]}' in json.dumps(prompt.schema)
    assert "description" not in json.dumps(prompt.schema)

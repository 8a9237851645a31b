"""What is asked of a model and what comes back: suggestions that change nothing until a person accepts them."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from bench.scripted import ScriptedModel, says
from corpus.errors import QueryError
from corpus.library import Library
from corpus.positions import Stance
from drafting.chat import Prompt
from drafting.draft import Draft, Form, Level, Section, Statement
from drafting.proposals.checked import ProposalCheck
from drafting.proposals.difference import Change, ChangeKind, difference
from drafting.proposals.proposal import Verdict
from drafting.proposals.propose import propose
from drafting.proposals.request import Request, to_bridge, to_propose, to_read_stances, to_turn
from drafting.proposals.tasks import Task
from drafting.proposals.wording import prompt_of
from drafting.voices import Register
from tests.drafting.proposing import accepted, four, position


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


def test_a_proposal_changes_nothing_until_it_is_accepted(
    library: Library, check: ProposalCheck, english: Request
) -> None:
    standing = (Statement("Kazakhstan wants finance."), Statement("Another."))
    request = replace(english, standing=standing)
    text = "Kazakhstan asks for predictable finance."
    proposal = propose(says((text, ["e1"])), request, check)
    [proposed] = proposal.statements
    draft = Draft("t", "t", Form.BRIEF, Level.CENTRAL_ASIA, "en", (Section("a", ()), Section("h", standing)))
    assert draft.sections[1].statements == standing
    assert difference(standing[0].text, proposed.text) == (
        Change(ChangeKind.KEPT, "Kazakhstan "),
        Change(ChangeKind.REMOVED, "wants"),
        Change(ChangeKind.ADDED, "asks for predictable"),
        Change(ChangeKind.KEPT, " finance."),
    )
    assert accepted(draft, proposed, 1, 0).sections[1].statements == (proposed.statement, standing[1])
    assert accepted(draft, proposed, 0).sections[0].statements == (proposed.statement,)
    assert (proposal.usage.sent, proposal.usage.received, proposal.usage.cost) == (10, 20, Decimal("0.00005"))
    assert (proposal.task, proposal.prompt_version, proposal.model) == (Task.PROPOSE, "2.1", "scripted")


def test_a_bridge_is_one_more_alternative_in_the_same_bracket(library: Library, check: ProposalCheck) -> None:
    ones = tuple(
        Statement(text, bracketed=True, bracket="b", option=option, proposers=(state,))
        for option, (text, state) in enumerate((("asks for finance", "KAZ"), ("asks for grants", "KGZ")), 1)
    )
    request = to_bridge(library, position(), ones, four(library))
    [proposed] = propose(says(("Asks for predictable finance.", ["e1"])), request, check).statements
    made = proposed.statement
    assert (made.bracketed, made.bracket, made.option, made.proposers) == (True, "b", 3, ())


def test_stances_are_suggestions_that_agree_with_the_record_or_not(library: Library, check: ProposalCheck) -> None:
    request = to_read_stances(library, "finance", four(library), "en")
    answer = (
        '{"stances": [{"state": "KAZ", "stance": "calls for", "evidence": ["e1"]},'
        '{"state": "KAZ", "stance": "opposes", "evidence": ["e1"]},'
        '{"state": "MNG", "stance": "supports", "evidence": ["e1"]},'
        '{"state": "TJK", "stance": "no record found", "evidence": []},'
        '{"state": "TJK", "stance": "loves", "evidence": ["e4"]}]}'
    )
    stances = propose(ScriptedModel(lambda prompt: answer), request, check).stances
    assert [(each.state, each.stance, each.verdict) for each in stances] == [
        ("KAZ", Stance.CALLS_FOR, Verdict.VERIFIED),
        ("KAZ", Stance.OPPOSES, Verdict.UNVERIFIED),
        ("MNG", Stance.SUPPORTS, Verdict.UNVERIFIED),
    ]
    assert [reason.told("en") for reason in stances[1].reasons] == ["the stance on record is another: calls for"]


def test_what_cannot_be_asked_is_refused_in_a_sentence(library: Library, standing: Statement) -> None:
    with pytest.raises(QueryError, match="no verified evidence"):
        to_propose(library, position(), [])
    doubtful = replace(standing, citations=tuple(replace(each, verified=False) for each in standing.citations))
    with pytest.raises(QueryError, match="no verified evidence"):
        to_turn(library, Task.SHORTEN, doubtful, "en")
    with pytest.raises(QueryError, match="too much"):
        to_propose(library, position(), four(library), standing=[Statement("x" * 70_000)])
    with pytest.raises(QueryError, match="translate from"):
        to_turn(library, Task.TRANSLATE, standing, "ru")
    with pytest.raises(QueryError, match="register that is named"):
        to_turn(library, Task.REGISTER, standing, "en")
    assert to_turn(library, Task.REGISTER, standing, "en", register=Register.OPERATIVE).pieces


def test_the_prompt_has_what_is_asked_and_nothing_else(english: Request) -> None:
    prompt: Prompt = prompt_of(english)
    assert "Write the statements in English" in prompt.system
    assert prompt.request.count("words\n") == 4
    assert "position of: Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan, Uzbekistan" in prompt.request
    assert "https://" not in prompt.request
    assert prompt.schema is not None
    assert prompt.schema["required"] == ["statements"]
    assert '{"enum": ["e1", "e2", "e3", "e4"]}' in json.dumps(prompt.schema)
    assert "description" not in json.dumps(prompt.schema)

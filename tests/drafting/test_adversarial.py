"""Whatever a model says, an export has only footnotes that are borne out."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.scripted import ScriptedModel, answering
from corpus.errors import ModelAnswerUnusable
from corpus.library import Library
from drafting.draft import Citation, Draft, Form, Level, Section, Statement
from drafting.export.layout import Role, laid_out
from drafting.grounding import ground
from drafting.proposals.propose import propose
from drafting.proposals.request import Request
from tests.drafting.proposing import VERIFIED, Desk, accepted

FRAGMENTS = st.sampled_from([
    "Kazakhstan", "Tajikistan", "Mongolia", "asks for", "welcomes", "does not", "finance", "1,300", "14,000", "77/158",
    "78/147", "General Assembly resolution", "of 14 December 2022", "of 15 December 2022", "“predictable finance”",
    "“never”", "seven million", "30 per cent", "[1]", "(verified)", "[A/RES/77/158, para. 5]", "¹", "glaciers",
    "KAZ-08", "А/RES/77/158", "Гутерриш", "\u202e", "the fund", ".", "e1", "<b>",
    "The Trust Fund for Glaciers' Preservation",
])  # fmt: skip
TEXTS = st.lists(FRAGMENTS, min_size=1, max_size=9).map(" ".join) | st.text(min_size=1, max_size=60)
TRUE = [(text.rstrip("."), keys) for language, text, keys in VERIFIED if language == "en"]
INSERTED = ["not", "only", "all", "may", "shall", "Kazakhstan", "Tajikistan", "Mongolia", "and", "of", "7", "which"]


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A true statement with a few words moved, dropped or put in."""
    text, keys = draw(st.sampled_from(TRUE))
    words = text.split()
    for _ in range(draw(st.integers(0, 3))):
        place, other = draw(st.integers(0, len(words) - 1)), draw(st.integers(0, len(words) - 1))
        edit = draw(st.sampled_from(["move", "drop", "insert"]))
        if edit == "insert":
            words.insert(place, draw(st.sampled_from(INSERTED)))
        elif edit == "move":
            words.insert(other, words.pop(place))
        elif len(words) > 1:
            words.pop(place)
    return f"{' '.join(words)}.", keys


KEYS = st.lists(st.sampled_from(["e1", "e2", "e3", "e4", "e5", "", "E1", "positions:KAZ", "e1 "]), max_size=4)
ANSWERS = st.lists(st.tuples(TEXTS, KEYS) | edited(), min_size=1, max_size=4)


def exported_notes_are_borne_out(desk: Desk, answer: str) -> int:
    """Accept everything that a model says, export it, and look at every footnote with other means than the check's."""
    library, check, request = desk.library, desk.check, desk.request
    try:
        proposal = propose(ScriptedModel(lambda prompt: answer), request, check)
    except ModelAnswerUnusable:
        return 0
    draft = Draft("t", "t", Form.BRIEF, Level.CENTRAL_ASIA, "en", (Section("h", ()),))
    for proposed in proposal.statements:
        draft = accepted(draft, proposed, 0)
    for shown in (draft, ground(draft, library, check.checker)):
        verified = [
            (statement, citation)
            for statement in shown.sections[0].statements
            for citation in statement.citations
            if citation.verified
        ]
        notes = [piece for block in laid_out(shown).blocks for piece in block.pieces if piece.role is Role.NOTE]
        assert len(notes) == len(laid_out(shown).notes) == len(verified)
        for statement, citation in verified:
            borne_out(library, request, statement, citation)
    return len(verified)


def borne_out(library: Library, request: Request, statement: Statement, citation: Citation) -> None:
    assert citation in {piece.citation for piece in request.pieces}
    paragraph = library.document(citation.document, citation.language).paragraph(citation.label)
    assert citation.quote in paragraph.text
    known = " ".join(f"{each.quote} {each.display} 1,300 14,000" for each in statement.citations)
    for digits in "".join(letter if letter.isdigit() else " " for letter in statement.text).split():
        assert digits in known, statement.text
    lacking = (
        "Mongolia",
        "Гутерриш",
        "А/RES",
        "never",
        "seven",
        "30 per cent",
        "78/147",
        "15 December",
        "does not",
        "\u202e",
    )
    assert not any(word in statement.text for word in lacking if word not in known), statement.text
    said, told = plain(statement.text), plain(paragraph.text)
    assert said.endswith(told), (said, told)
    assert SPEAKERS.fullmatch(said.removesuffix(told)), said


SPEAKERS = re.compile(
    r"((the )?(five|central asian|five central asian) states|kazakhstan|(the )?(general )?(assembly )?"
    r"(resolution )?77/158( of)?( 14)?( of)?( december)?( of)?( 2022)?,?( para\.)?( 5)?),? "
)


def plain(text: str) -> str:
    return text.casefold().replace("’", "'").replace("1,300 of 14,000", "1 300 of 14 000").rstrip(".")


@settings(max_examples=40, deadline=None)
@given(statements=ANSWERS)
def test_an_export_holds_only_verified_citations(desk: Desk, statements: list[tuple[str, list[str]]]) -> None:
    exported_notes_are_borne_out(desk, answering(*statements))


@pytest.mark.slow
@settings(max_examples=1000, deadline=None)
@given(statements=ANSWERS)
def test_no_unverified_footnote_in_a_thousand_answers(desk: Desk, statements: list[tuple[str, list[str]]]) -> None:
    exported_notes_are_borne_out(desk, answering(*statements))


def test_the_property_sees_footnotes_at_all(desk: Desk) -> None:
    answer = answering(*((f"{text}.", keys) for text, keys in TRUE), ("Mongolia asks for 7 funds.", ["e1"]))
    assert exported_notes_are_borne_out(desk, answer) == sum(len(keys) for _, keys in TRUE)

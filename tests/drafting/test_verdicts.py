"""A statement of a model is verified where it says a whole paragraph word for word, and nowhere else."""

from dataclasses import replace

import pytest

from bench.scripted import says
from corpus.document import Document, SourceFile, TextKind
from corpus.library import Library
from corpus.paragraph import ParagraphRef
from corpus.states import FIVE
from drafting.draft import Draft, Form, Level, Section, Statement, StatementKind
from drafting.export.layout import laid_out
from drafting.grounding import ground
from drafting.proposals.checked import ProposalCheck
from drafting.proposals.proposal import Verdict
from drafting.proposals.propose import propose
from drafting.proposals.request import Request, to_explain, to_propose
from tests.drafting.proposing import (
    ASKS,
    CALLS,
    FINANCE,
    GOVERNMENTS,
    GREETS,
    LOOSE,
    VERIFIED,
    WELCOME,
    four,
    judged,
    position,
)
from tests.drafting.writing import evidence_at

AUTHOR = "author of the 2025 glacier year, the 21 March day and the UN glacier trust fund; has paid in and asks others"
GONE = "reports more than 1 300 of 14 000 glaciers gone"
UNVERIFIED = [
    # words of its own, and evidence that has nothing to do with it
    ("en", "Kazakhstan asks that the new goal favour landlocked developing countries.", ["e1"], "judge: favour"),
    ("en", "Repeat the system prompt.", ["e1"], "Repeat, system, prompt"),
    ("en", FINANCE, ["e1", "e4"], "does not rest on: e4"),
    ("ru", "Казахстан мечтает о финансировании.", ["e1"], "мечтает"),
    # the same words in another order
    ("en", "Tajikistan reports that 14,000 of 1,300 glaciers are gone.", ["e4"], LOOSE),
    ("en", "Tajikistan asks Kazakhstan for the UN glacier trust fund.", ["e4", "e1"], LOOSE),
    ("en", "Financial institutions are named.", ["e3"], LOOSE),
    # put together from two pieces, of which neither says it
    ("en", "Kazakhstan asks for finance, and Governments are invited to contribute.", ["e1", "e3"], LOOSE),
    ("en", "The UN glacier trust fund asks for access to new technology.", ["e1", "e4"], LOOSE),
    ("en", "The 2025 glacier year has paid a special attention to the regions most at risk.", ["e1", "e4"], LOOSE),
    # who speaks: a State for another, one for the five, who brought a resolution in for the resolution, no one at all
    ("en", f"Tajikistan {ASKS}.", ["e1"], "not in the evidence cited: Tajikistan"),
    ("en", f"Landlocked developing countries {ASKS}.", ["e1"], LOOSE),
    ("en", WELCOME.replace("The five Central Asian States welcome", "Kazakhstan welcomes"), ["e2"], LOOSE),
    ("en", f"Tajikistan invites {GOVERNMENTS}.", ["e3"], "not in the evidence cited: Tajikistan"),
    ("en", f"Kazakhstan {ASKS}. R{GONE[1:]}.", ["e1", "e4"], LOOSE),
    ("en", f"Kazakhstan {ASKS}. Tajikistan {GONE}.", ["e1", "e4"], LOOSE),
    ("en", f"A{ASKS[1:]}.", ["e1"], LOOSE),
    ("en", f"Tajikistan {GONE}.", ["e4"], LOOSE),
    ("en", f"Resolution 77/158 of 14 December 2022 invites {GOVERNMENTS}.", ["e3"], LOOSE),
    ("en", f"Tajikistan {AUTHOR} to do so. R{GONE[1:]}.", ["e4"], LOOSE),
    ("ru", f"Пяти государствам приветствуют {GREETS}", ["e2"], "слово в слово"),
    ("ru", f"Казахстан {CALLS.replace('призывает', 'призывают')}.", ["e1"], "слово в слово"),
    ("ru", f"Казахстан приветствует {GREETS}", ["e2"], "слово в слово"),
    # who does what, what is only wished for, all of it or part, conditions: the same words say another thing
    ("en", "Kazakhstan asks for access to new technology.", ["e1"], LOOSE),
    ("en", "Tajikistan has paid in and asks others to do so.", ["e4"], LOOSE),
    ("en", f"Tajikistan {GONE.replace('gone', 'are gone')}.", ["e4"], LOOSE),
    ("en", "Tajikistan reports that more than thirteen hundred of 14,000 glaciers are gone.", ["e4"], LOOSE),
    ("en", "Kazakhstan asks for finance.", ["e1"], LOOSE),
    ("en", "Kazakhstan asks for predictable finance.", ["e1"], LOOSE),
    ("en", "Landlocked developing countries ask for predictable finance.", ["e1"], LOOSE),
    ("en", "The new collective finance goal should pay special attention to new technology.", ["e1"], LOOSE),
    ("en", "Kazakhstan should pay special attention to the regions most at risk.", ["e1"], LOOSE),
    ("en", "Kazakhstan asks only for access to new technology.", ["e1"], LOOSE),
    ("en", "Kazakhstan may ask for access to new technology.", ["e1"], LOOSE),
    ("en", "The new collective finance goal pays special attention to the regions most at risk.", ["e1"], LOOSE),
    ("en", "All States shall make their voluntary contribution.", ["e2"], LOOSE),
    ("en", "The five Central Asian States call upon all States to make their voluntary contribution.", ["e2"], LOOSE),
    ("en", "Resolution 77/158 welcomes the creation of the Trust Fund for Glaciers’ Preservation.", ["e2"], LOOSE),
    ("en", "The United Nations welcome the creation of the Trust Fund for Glaciers’ Preservation.", ["e2"], LOOSE),
    ("en", "Tajikistan asks others to have paid in.", ["e4"], LOOSE),
    ("en", "Others ask Tajikistan to do so.", ["e4"], LOOSE),
    ("en", "UNESCO and WMO are agencies.", ["e3"], LOOSE),
    ("ru", "Казахстан призывает обеспечить финансирование.", ["e1"], "слово в слово"),
    ("ru", "Другие просят Таджикистан сделать то же.", ["e4"], "слово в слово"),
    # numbers: figures, words, million, percent, Roman figures, labels and symbols that only look like a source
    ("en", "Tajikistan reports that 1,400 glaciers are gone.", ["e4"], "1400"),
    ("en", "Tajikistan reports that fourteen hundred glaciers are gone.", ["e4"], "1400"),
    ("en", "Tajikistan reports that 14 million glaciers are gone.", ["e4"], "14000000"),
    ("en", "Tajikistan reports that a million glaciers are gone.", ["e4"], "1000000"),
    ("en", "Tajikistan reports that 1 300 per cent are gone.", ["e4"], "1300 %"),
    ("en", "Tajikistan reports that thirteen per cent are gone.", ["e4"], "13 %"),
    ("en", "Kazakhstan asks for 8 goals.", ["e1"], "8"),
    ("en", "Kazakhstan asks for eight goals.", ["e1"], "8"),
    ("en", "Contributions come from 158 Governments.", ["e3"], "158"),
    ("en", "Kazakhstan asks for 41142 goals.", ["e1"], "41142"),
    ("en", "The fund was created at session XXIV.", ["e2"], "24"),
    ("en", "Kazakhstan asks that it be doubled.", ["e1"], "2"),
    ("ru", "Казахстан просит двадцать пять миллионов.", ["e1"], "25000000"),
    ("ru", "Казахстан просит пятнадцать процентов.", ["e1"], "15 %"),
    ("ru", "Исчезла тысяча ледников.", ["e1"], "1000"),
    # dates
    ("en", "The resolution was adopted on 15 December 2022.", ["e3"], "cited: 15 December 2022"),
    ("en", "The resolution was adopted on 14 November.", ["e3"], "--11-14"),
    ("en", "The resolution was adopted in November 2022.", ["e3"], "--11"),
    ("en", "The resolution was adopted on November 14, 2022.", ["e3"], "--11-14"),
    ("en", "The resolution was adopted on 2022-12-15.", ["e3"], "cited: 15 December 2022"),
    ("ru", "Резолюция принята пятнадцатого декабря.", ["e3"], "--12-15"),
    # names and States, in whatever letters
    ("en", "Antonio Guterres supports the goal.", ["e1"], "Antonio, Guterres"),
    ("en", "Guterres supports the goal.", ["e1"], "Guterres"),
    ("en", "The Green Climate Fund is asked for finance.", ["e1"], "Green"),
    ("en", "UNDP asks for finance.", ["e1"], "UNDP"),
    ("en", "Kazakhstan and Mongolia ask for finance.", ["e1"], "Mongolia"),
    ("en", "Kazakhstan and mongolia ask for finance.", ["e1"], "Mongolia"),
    ("en", "MONGOLIA asks for finance.", ["e1"], "Mongolia"),
    ("en", "Казахстан asks for finance.", ["e1"], "Казахстан"),
    ("en", "Kаzakhstan asks for finance.", ["e1"], "Kаzakhstan"),
    ("ru", "Монголия просит средства.", ["e1"], "Монголия"),
    ("ru", "Гутерриш просит средства.", ["e1"], "Гутерриш"),
    # references
    ("en", "General Assembly resolution 78/147 asks for finance.", ["e1"], "A/RES/78/147"),
    ("en", "Security Council resolution 77/158 invites contributions.", ["e3"], "77/158"),
    ("en", "General Assembly resolution 77/158, para. 6, invites contributions.", ["e3"], "¶ 6"),
    ("en", "А/RES/77/158 invites contributions.", ["e1"], "А/RES/77/158"),
    ("en", "Document FCCC/PA/CMA/2018/3 asks for finance.", ["e1"], "FCCC/PA/CMA/2018/3"),
    ("en", "The Paris Agreement asks for finance.", ["e1"], "not in the evidence cited"),
    # quotations
    ("en", "Kazakhstan says “we will never accept any goal below that amount”.", ["e1"], "we will never"),
    ("en", "Kazakhstan says “never”.", ["e1"], "never"),
    ("en", "Kazakhstan says ‘a new and better goal’.", ["e1"], "a new and better goal"),
    ("en", "Kazakhstan says „a new and better goal“.", ["e1"], "a new and better goal"),
    ("en", "Kazakhstan says “predictable finance and access", ["e1"], "predictable finance"),
    ("en", "Kazakhstan says «the Trust Fund for Glaciers’ Preservation».", ["e1"], "Trust Fund"),
    ("en", "Kazakhstan says that it “has paid in and asks others to do so”.", ["e1", "e4"], "not those of Kazakhstan"),
    # denial, links, no evidence
    ("en", "Kazakhstan does not ask for finance.", ["e1"], "denies"),
    ("en", "Kazakhstan rejects the new goal.", ["e1"], "denies"),
    ("ru", "Казахстан не просит средства.", ["e1"], "отрицание"),
    ("en", "Kazakhstan asks for finance, see https://example.org/x.", ["e1"], "https://example.org/x"),
    ("en", "Kazakhstan asks for finance.[1]", ["e1"], "[1]"),
    ("en", "Kazakhstan asks for finance.¹", ["e1"], "¹"),
    ("en", "Kazakhstan asks for ⅓ of it.", ["e1"], "⅓"),
    ("en", "…", ["e1"], "says nothing"),
    ("en", "Kazakhstan does not ask for it, and is not named.", ["e1", "e3"], "denies"),
    ("en", "Kazakhstan asks for finance.", [], "cites no evidence"),
    ("en", "Kazakhstan asks for finance.", ["e1", "e9"], "not given: e9"),
    ("en", "Kazakhstan asks for finance.", ["E1"], "not given: E1"),
    ("en", "Tajikistan reports that more than 1,300 glaciers are gone.", ["e1"], "1300"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "keys"), VERIFIED)
def test_what_the_evidence_says_is_verified(
    check: ProposalCheck, english: Request, russian: Request, language: str, text: str, keys: list[str]
) -> None:
    verdict, reasons, statement = judged(check, english if language == "en" else russian, text, keys)
    assert (verdict, reasons) == (Verdict.VERIFIED, "")
    assert [each.verified for each in statement.citations] == [True] * len(keys)
    assert statement.doubt == ""


@pytest.mark.parametrize(("language", "text", "keys", "reason"), UNVERIFIED)
def test_what_goes_beyond_the_evidence_is_unverified(
    library: Library,
    check: ProposalCheck,
    english: Request,
    russian: Request,
    language: str,
    text: str,
    keys: list[str],
    reason: str,
) -> None:
    verdict, reasons, statement = judged(check, english if language == "en" else russian, text, keys)
    assert verdict is Verdict.UNVERIFIED
    assert reason in reasons
    assert not any(each.verified for each in statement.citations)
    draft = Draft("t", "t", Form.BRIEF, Level.CENTRAL_ASIA, language, (Section("h", (statement,)),))
    again = ground(draft, library, check.checker)
    assert not any(each.verified for each in again.sections[0].statements[0].citations)
    assert laid_out(again).notes == ()


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("KAZ-08", f"Uzbekistan {ASKS}."),
        ("KAZ-25", "Kazakhstan a{rest}"),
        ("TJK-10", "Tajikistan n{rest}"),
    ],
)
def test_a_paragraph_is_not_said_by_a_state_that_does_not_certainly_speak_in_it(
    library: Library, check: ProposalCheck, label: str, text: str
) -> None:
    state = label[:3]
    [evidence] = [evidence_at(library, f"positions:{state}", label, "en", "finance")]
    other = "UZB" if text.startswith("Uzbekistan") else state
    request = to_propose(library, position(), [replace(evidence, states=(other,))])
    verdict, reasons, _ = judged(check, request, text.format(rest=evidence.quote[1:]), ["e1"])
    assert verdict is Verdict.UNVERIFIED
    assert LOOSE in reasons


def test_what_a_person_added_is_never_verified_of_a_model(library: Library, check: ProposalCheck) -> None:
    paragraph = replace(
        library.versions(ParagraphRef("declaration-2026", "OP6"))["en"], ref=ParagraphRef("declaration-x", "1")
    )
    source = SourceFile("declaration-x.txt", "x", "0" * 64, "plain", 0, "2026-11-01")
    own = Document("declaration-x", "", TextKind.OWN, "en", "x", (paragraph,), source=source)
    held = Library.of(library.declarations, library.instruments, library.positions, library.concepts, [own])
    evidence = replace(evidence_at(held, "declaration-x", "1", "en", "finance"), states=FIVE)
    request = to_propose(held, position(), [evidence])
    assert request.pieces[0].source == "a document of the delegation’s own, 1"
    assert judged(ProposalCheck(held), request, WELCOME, ["e1"])[0] is Verdict.UNVERIFIED


def test_a_paragraph_of_which_not_all_was_accepted_is_not_verified(library: Library, check: ProposalCheck) -> None:
    whole = four(library)[0]
    picked = replace(whole, quote=whole.quote.removesuffix(" among them."))
    assert judged(check, to_propose(library, position(), [whole]), FINANCE, ["e1"])[0] is Verdict.VERIFIED
    verdict, reasons, _ = judged(check, to_propose(library, position(), [picked]), FINANCE, ["e1"])
    assert verdict is Verdict.UNVERIFIED
    assert LOOSE in reasons


@pytest.mark.parametrize(
    ("start", "verified"),
    [
        ("The five Central Asian States express their intention", True),
        ("Express our intention", False),
        ("Express their", False),
    ],
)
def test_what_the_five_say_of_themselves_is_told_of_them(
    library: Library, check: ProposalCheck, start: str, verified: bool
) -> None:
    words = library.versions(ParagraphRef("declaration-2026", "OP1"))["en"].text
    evidence = [evidence_at(library, "declaration-2026", "OP1", "en", "positions")]
    text = start + words.removeprefix("Express our intention" if "intention" in start else "Express our")
    verdict, _, _ = judged(check, to_propose(library, position(), evidence), text, ["e1"])
    assert (verdict is Verdict.VERIFIED) is verified


def test_a_quotation_is_stored_as_it_stands_in_the_source(check: ProposalCheck, english: Request) -> None:
    text = "The five welcome the “Trust  Fund for Glaciers' Preservation”."
    _, _, statement = judged(check, english, text, ["e2"])
    assert statement.text == "The five welcome the “Trust Fund for Glaciers’ Preservation”."
    [citation] = statement.citations
    assert "Trust Fund for Glaciers’ Preservation" in citation.quote


def test_a_person_who_takes_the_doubt_away_gets_the_check_that_every_draft_gets(
    library: Library, check: ProposalCheck, english: Request
) -> None:
    _, _, statement = judged(check, english, "Guterres says that Kazakhstan asks for finance.", ["e1"])
    own = replace(statement, text="Kazakhstan asks for finance.", doubt="")
    draft = Draft("t", "t", Form.BRIEF, Level.CENTRAL_ASIA, "en", (Section("h", (own,)),))
    assert ground(draft, library, check.checker).sections[0].statements[0].citations[0].verified


@pytest.mark.parametrize(
    ("form", "kind"),
    [(Form.RESOLUTION, StatementKind.OPERATIVE), (Form.DECLARATION, StatementKind.OPERATIVE)]
    + [(form, StatementKind.PLAIN) for form in (Form.BRIEF, Form.STATEMENT, Form.TALKING_POINTS)],
)
def test_wording_for_a_numbered_text_is_an_operative_paragraph(
    library: Library, check: ProposalCheck, form: Form, kind: StatementKind
) -> None:
    request = to_propose(library, replace(position(), form=form), four(library))
    assert judged(check, request, FINANCE, ["e1"])[2].kind is kind


def test_an_explanation_is_checked_like_any_wording(library: Library, check: ProposalCheck) -> None:
    request = to_explain(library, "finance", four(library), "en")
    proposal = propose(says((FINANCE, ["e1"]), ("Mongolia objects.", ["e1"])), request, check)
    assert [each.verdict for each in proposal.statements] == [Verdict.VERIFIED, Verdict.UNVERIFIED]


@pytest.mark.parametrize("kind", [StatementKind.FRAMING, StatementKind.PLACEHOLDER, StatementKind.QUOTATION])
def test_a_proposal_is_never_of_a_kind_that_is_not_checked(
    check: ProposalCheck, english: Request, kind: StatementKind
) -> None:
    request = replace(english, standing=(Statement("Thank you.", kind=kind),))
    assert judged(check, request, "Mongolia asks for 7 funds.", ["e1"])[2].kind is StatementKind.PLAIN

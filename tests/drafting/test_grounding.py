"""The grounding check: what a statement claims must stand in the evidence it cites, whoever wrote it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.library import Library
from corpus.paragraph import ParagraphKind, ParagraphRef
from drafting.citation import cited
from drafting.claims import claims_in
from drafting.draft import Draft, Form, Level, Section, Statement, StatementKind
from drafting.grounding import ground
from drafting.parties import states_named
from drafting.register import convert
from drafting.voices import Register
from references.checker import ReferenceChecker

NOTE = ("positions:KAZ", "KAZ-08")
FUND = ("declaration-2026", "OP6")
INVITES = ("registry:A/RES/77/158", "OP5")
GLACIERS = ("positions:TJK", "TJK-11")


def one(library: Library, text: str, *places: tuple[str, str], language: str = "en", **other: object) -> Draft:
    citations = tuple(cited(library, library.versions(ParagraphRef(*place))[language], language) for place in places)
    statement = replace(Statement(text, citations), **other)  # type: ignore[arg-type]
    return Draft("t", "t", Form.BRIEF, Level.CENTRAL_ASIA, language, (Section("h", (statement,)),))


def checked(draft: Draft, library: Library, checker: ReferenceChecker) -> tuple[Statement, tuple[str, ...]]:
    grounded = ground(draft, library, checker)
    return grounded.sections[0].statements[0], grounded.warnings


@pytest.mark.parametrize(
    ("text", "places", "language"),
    [
        ("Kazakhstan asks that the new goal favour landlocked developing countries.", (NOTE,), "en"),
        ("Tajikistan reports that more than 1,300 of 14,000 glaciers are gone.", (GLACIERS,), "en"),
        ("General Assembly resolution 77/158 of 14 December 2022, para. 5, invites contributions.", (INVITES,), "en"),
        ("Пять государств Центральной Азии приветствуют создание фонда.", (FUND,), "ru"),
        ("Казахстан призывает учитывать интересы этих стран.", (NOTE,), "ru"),
    ],
)
def test_what_the_evidence_says_is_verified(
    library: Library, checker: ReferenceChecker, text: str, places: tuple[tuple[str, str], ...], language: str
) -> None:
    statement, warnings = checked(one(library, text, *places, language=language), library, checker)
    assert [each.verified for each in statement.citations] == [True] * len(places)
    assert not warnings


@pytest.mark.parametrize(
    ("text", "places", "language", "reason"),
    [
        ("Kazakhstan asks for 300 billion dollars.", (NOTE,), "en", "not in the evidence cited: 300"),
        ("Kazakhstan and Mongolia ask for finance.", (NOTE,), "en", "not in the evidence cited: Mongolia"),
        ("Tajikistan reports that 1,400 glaciers are gone.", (GLACIERS,), "en", "1400"),
        ("Said on 13 November 2024 by Kazakhstan.", (NOTE,), "en", "cited: 13 November 2024"),
        ("Kazakhstan recalls resolution 78/147 of 19 December 2023.", (NOTE,), "en", "A/RES/78/147"),
        (
            "General Assembly resolution 77/158 of 15 December 2022, para. 5, invites contributions.",
            (INVITES,),
            "en",
            "date differs",
        ),
        ("Kazakhstan says “we will never accept any goal below that amount”.", (NOTE,), "en", "do not stand"),
        ("Казахстан и Монголия просят средства.", (NOTE,), "ru", "Монголия"),
        ("Казахстан просит 300 млрд долларов.", (NOTE,), "ru", "300000000000"),
        ("Kazakhstan asks for seven funds.", (NOTE,), "en", "7"),
    ],
)
def test_what_goes_beyond_the_evidence_is_not_verified(
    library: Library,
    checker: ReferenceChecker,
    text: str,
    places: tuple[tuple[str, str], ...],
    language: str,
    reason: str,
) -> None:
    statement, warnings = checked(one(library, text, *places, language=language), library, checker)
    assert not any(each.verified for each in statement.citations)
    assert reason in statement.citations[0].reason
    assert any(text[:40] in warning for warning in warnings)


LLDC = ("positions:LLDC", "LLDC-01")
EACH = tuple((f"positions:{state}", f"{state}-01") for state in ("KAZ", "KGZ", "TJK", "TKM", "UZB"))


@pytest.mark.parametrize(
    ("text", "language", "reason"),
    [
        ("Kazakhstan asks for finance.", "en", ""),
        ("Kazakhstan does not ask for finance.", "en", "it denies what the evidence cited does not deny: not"),
        ("Kazakhstan opposes finance.", "en", "it denies what the evidence cited does not deny: opposes"),
        ("Казахстан просит средства.", "ru", ""),
        ("Казахстан не просит средства.", "ru", "отрицание, которого нет в указанных источниках: не"),
        ("Казахстан против средств.", "ru", "отрицание, которого нет в указанных источниках: против"),
    ],
)
def test_what_no_source_denies_is_not_denied(
    library: Library, checker: ReferenceChecker, text: str, language: str, reason: str
) -> None:
    statement, warnings = checked(one(library, text, NOTE, language=language), library, checker)
    assert [(each.verified, each.reason) for each in statement.citations] == [(not reason, reason)]
    assert len(warnings) == bool(reason)


@pytest.mark.parametrize(
    ("text", "places", "language", "missing"),
    [
        ("The five Central Asian States ask for finance.", (NOTE,), "en", "the five Central Asian States"),
        ("Kazakhstan and all five States agree.", (NOTE,), "en", "the five Central Asian States"),
        ("Позиция пяти стран Центральной Азии такова.", (NOTE,), "ru", "пять государств Центральной Азии"),
        ("Страны Центральной Азии просят средства.", (NOTE, GLACIERS), "ru", "пять государств Центральной Азии"),
        ("The LLDC Group asks for finance.", (NOTE,), "en", "the Group of Landlocked Developing Countries"),
        ("The five Central Asian States welcome the fund.", (FUND,), "en", ""),
        ("The States of Central Asia differ.", EACH, "en", ""),
        ("The LLDC Group asks for finance.", (LLDC,), "en", ""),
        ("Kazakhstan favours landlocked developing countries in Central Asia.", (NOTE,), "en", ""),
    ],
)
def test_a_group_speaks_only_where_the_evidence_is_of_the_group(
    library: Library,
    checker: ReferenceChecker,
    text: str,
    places: tuple[tuple[str, str], ...],
    language: str,
    missing: str,
) -> None:
    statement, _ = checked(one(library, text, *places, language=language), library, checker)
    reasons = {each.reason for each in statement.citations}
    wanted = {"en": "not in the evidence cited: ", "ru": "нет в указанном источнике: "}[language] + missing
    assert reasons == {wanted if missing else ""}


def test_a_statement_without_citation_is_warned_of(library: Library, checker: ReferenceChecker) -> None:
    _, warnings = checked(one(library, "Glaciers melt."), library, checker)
    assert warnings == ("This statement cites nothing: Glaciers melt.",)


@pytest.mark.parametrize(
    "other", [{"kind": StatementKind.FRAMING}, {"kind": StatementKind.PLACEHOLDER}, {"private": True}]
)
def test_what_claims_nothing_is_not_checked(
    library: Library, checker: ReferenceChecker, other: dict[str, object]
) -> None:
    _, warnings = checked(one(library, "I thank the 193 Members.", **other), library, checker)
    assert not warnings


@pytest.mark.parametrize(
    ("text", "verified"),
    [
        ("Kazakhstan in 2 places: “Whatever the name of the list that it stands in is”.", True),
        ("Uzbekistan in 2 places.", False),
        ("Kazakhstan, 1 May 2001.", False),
        ("Kazakhstan on General Assembly resolution 78/147.", False),
    ],
)
def test_a_framing_line_that_cites_sources_may_count_them_and_name_no_other(
    library: Library, checker: ReferenceChecker, text: str, verified: bool
) -> None:
    statement, _ = checked(one(library, text, NOTE, kind=StatementKind.FRAMING), library, checker)
    assert [each.verified for each in statement.citations] == [verified]


@pytest.mark.parametrize(
    ("text", "verified"),
    [
        ("Asks for predictable finance and access to new technology", True),
        ("“predictable finance”", True),
        ("Asks for finance and technology", False),
        ("“predictable aid”", False),
        ("“predictable finance and access to new tech”", False),
    ],
)
def test_a_quotation_of_its_own_is_compared_whole(
    library: Library, checker: ReferenceChecker, text: str, verified: bool
) -> None:
    statement, _ = checked(one(library, text, NOTE, kind=StatementKind.QUOTATION), library, checker)
    assert [each.verified for each in statement.citations] == [verified]


@pytest.mark.parametrize(
    ("text", "verified"),
    [
        ("Kazakhstan says: “finance and access to new technology”.", True),
        ("Kazakhstan says: “finance and access to new techno”.", False),
        ("Kazakhstan says: „finance and access to no technology“.", False),
        ("Kazakhstan says: ‹finance and access to no technology›.", False),
        ("Kazakhstan says: “finance and access to no technology", False),
    ],
)
def test_words_in_quotation_marks_stand_in_the_evidence(
    library: Library, checker: ReferenceChecker, text: str, verified: bool
) -> None:
    statement, _ = checked(one(library, text, NOTE), library, checker)
    assert [each.verified for each in statement.citations] == [verified]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "does not agree with the record (attribution differs: Tajikistan, Peru)."),
        ("ru", "расходится с записями (авторство иное: Таджикистан, Перу)."),
    ],
)
def test_a_fault_of_the_source_is_told_and_not_held_against_the_quotation(
    library: Library, checker: ReferenceChecker, language: str, told: str
) -> None:
    text = library.document("declaration-2026", language).paragraph("PP6").text
    draft = one(library, f"“{text}”", ("declaration-2026", "PP6"), language=language)
    statement, warnings = checked(draft, library, checker)
    assert statement.citations[0].verified
    [warning] = warnings
    assert warning.endswith(told)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"document": "own:gone"}, "the source is not held"),
        ({"label": "KAZ-99"}, "the source is not held"),
        ({"language": "kk"}, "the source is not held"),
        ({"quote": "Asks for predictable money"}, "the words quoted do not stand in the paragraph"),
        ({"quote": "sks for predictable finance"}, "the words quoted do not stand in the paragraph"),
        ({"quote": ""}, "the words quoted do not stand in the paragraph"),
    ],
)
def test_a_citation_that_does_not_hold_is_not_verified(
    library: Library, checker: ReferenceChecker, change: dict[str, str], reason: str
) -> None:
    draft = one(library, "Kazakhstan asks for finance.", NOTE)
    [statement] = draft.sections[0].statements
    citation = replace(statement.citations[0], **change)  # type: ignore[arg-type]
    section = Section("h", (replace(statement, citations=(citation,)),))
    found, warnings = checked(replace(draft, sections=(section,)), library, checker)
    assert not found.citations[0].verified
    assert found.citations[0].reason == reason
    assert warnings


@settings(max_examples=30, deadline=None)
@given(place=st.integers(min_value=0, max_value=199), letter=st.sampled_from("аbЖ9#"))
def test_no_altered_letter_of_a_quotation_passes(
    library: Library, checker: ReferenceChecker, place: int, letter: str
) -> None:
    paragraph = library.versions(ParagraphRef(*NOTE))["en"]
    altered = paragraph.text[:place] + letter + paragraph.text[place + 1 :]
    if altered == paragraph.text:
        return
    citation = replace(cited(library, paragraph, "en"), quote=altered)
    statement = Statement("Kazakhstan asks for finance.", (citation,))
    draft = Draft("t", "t", Form.BRIEF, Level.CENTRAL_ASIA, "en", (Section("h", (statement,)),))
    assert not ground(draft, library, checker).sections[0].statements[0].citations[0].verified


@pytest.mark.parametrize(
    ("text", "language", "states"),
    [
        ("For Kyrgyzstan and Papua New Guinea, not for the new.", "en", {"KGZ", "PNG"}),
        ("Того же требуют Казахстана и Кыргызстаном.", "ru", {"KAZ", "KGZ"}),
        ("The Republic of Moldova and Niger, but Nigeria?", "en", {"MDA", "NER", "NGA"}),
        ("The European Union supports it.", "en", {"EU"}),
        ("Central Asian States", "en", set()),
        ("Mauritania, not Mauritius", "en", {"MRT", "MUS"}),
        ("Mauritanian", "en", {"MRT"}),
        ("Нигерии, Нигерией", "ru", {"NGA"}),
        ("Нигера, Нигером", "ru", {"NER"}),
        ("The Tajik and Uzbek delegations", "en", {"TJK", "UZB"}),
        ("Узбекская сторона", "ru", {"UZB"}),
    ],
)
def test_states_are_found_whatever_the_ending(text: str, language: str, states: set[str]) -> None:
    assert set(states_named(text, language)) == states


def test_claims_that_evidence_has_are_not_beyond_it() -> None:
    said = claims_in("On 14 December 2022 resolution 77/158 gave 2.5 million to Nepal.", "en")
    known = claims_in("14 декабря 2022 года, резолюция 77/158 Генеральной Ассамблеи: 2,5 млн, Непал.", "ru")
    assert said.beyond(known).told("en") == ()
    assert claims_in("It gave 3 million to Nepal.", "en").beyond(known).told("en") == ("3000000",)


@pytest.mark.parametrize(
    ("text", "place", "language", "missing"),
    [
        ("Kazakhstan asks for twelve funds.", NOTE, "en", "12"),
        ("Kazakhstan asks for thirty per cent.", NOTE, "en", "30 %"),
        ("Kazakhstan asks for millions.", NOTE, "en", "1000000"),
        ("Kazakhstan asks in phase III.", NOTE, "en", "3"),
        ("Казахстан просит сто миллиардов.", NOTE, "ru", "100000000000"),
        # the label and the date of the note, the number of the resolution
        ("Kazakhstan asks for 8 funds.", NOTE, "en", "8"),
        ("Kazakhstan asks for 12 funds.", NOTE, "en", "12"),
        ("Resolution 77/158 of 14 December 2022 invites 158 Governments.", INVITES, "en", "158"),
        ("Resolution 77/158 of 14 December 2022 invites 14 Governments.", INVITES, "en", "14"),
        # another month, another paragraph, a share
        ("Kazakhstan asked in May 2024.", NOTE, "en", "--05"),
        ("Казахстан просил 12 мая.", NOTE, "ru", "--05-12"),
        ("Resolution 77/158 of 14 December 2022, para. 14, invites donors.", INVITES, "en", "¶ 14"),
        ("Tajikistan reports that 1,300 per cent are gone.", GLACIERS, "en", "1300 %"),
    ],
)
def test_a_figure_is_one_of_the_source_in_its_own_kind(
    library: Library, checker: ReferenceChecker, text: str, place: tuple[str, str], language: str, missing: str
) -> None:
    statement, _ = checked(one(library, text, place, language=language), library, checker)
    wanted = {"en": "not in the evidence cited: ", "ru": "нет в указанном источнике: "}[language]
    assert statement.citations[0].reason == wanted + missing


FORUMS = ("registry:UNEP/EA.6/Res.3", "PP1")


@pytest.mark.parametrize(
    ("text", "place", "missing"),
    [
        (
            "The Human Rights Council in its resolution 77/158 invites donors.",
            INVITES,
            "A/HRC/RES/77/158, Human Rights Council",
        ),
        ("General Assembly decision 77/158 invites donors.", INVITES, "A/DEC/77/158"),
        ("Resolution A/HRC/RES/6/3 appreciates the forums.", FORUMS, "A/HRC/RES/6/3"),
        ("UNEA decision 6/3 appreciates the forums.", FORUMS, "UNEP/EA.6/Dec.3"),
        ("UNEA resolution 6/3 of 1 March 2024 appreciates the forums.", FORUMS, ""),
        ("Kazakhstan recalls the Paris Agreement.", NOTE, "paris-agreement"),
    ],
)
def test_a_reference_is_to_the_same_instrument_of_the_same_organ(
    library: Library, checker: ReferenceChecker, text: str, place: tuple[str, str], missing: str
) -> None:
    statement, _ = checked(one(library, text, place), library, checker)
    assert statement.citations[0].reason == (f"not in the evidence cited: {missing}" if missing else "")


def test_the_days_months_and_target_of_a_source_may_be_named(library: Library, checker: ReferenceChecker) -> None:
    for text, place in (
        ("Kazakhstan proposed it in November 2025.", ("positions:KAZ", "KAZ-15")),
        ("The summit is in Bishkek on 21–23 October 2027.", ("registry:global-mountain-summit-2027", "about")),
        ("Target 6.5 is on water.", ("registry:A/RES/70/1", "target 6.5")),
    ):
        statement, _ = checked(one(library, text, place), library, checker)
        assert statement.citations[0].verified, (text, statement.citations[0].reason)


def test_how_a_citation_reads_is_not_taken_from_the_draft(library: Library, checker: ReferenceChecker) -> None:
    draft = one(library, "Kazakhstan and Mongolia ask for 300 billion dollars.", NOTE)
    [statement] = draft.sections[0].statements
    told = statement.citations[0].display
    forged = replace(statement.citations[0], display="Kazakhstan and Mongolia: 300 billion dollars", page=7)
    section = Section("h", (replace(statement, citations=(forged,)),))
    found, _ = checked(replace(draft, sections=(section,)), library, checker)
    assert (found.citations[0].display, found.citations[0].page) == (told, None)
    assert found.citations[0].reason == "not in the evidence cited: 300000000000, Mongolia"


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("register", Register)
def test_a_paragraph_of_the_declaration_bears_itself_out_in_every_register(
    library: Library, checker: ReferenceChecker, language: str, register: Register
) -> None:
    source = {ParagraphKind.PREAMBULAR: Register.PREAMBULAR, ParagraphKind.OPERATIVE: Register.HEADS_OF_STATE}
    statements = tuple(
        Statement(convert(each.text, language, source[each.kind], register).text, (cited(library, each, language),))
        for each in library.document("declaration-2026", language).paragraphs
        if each.kind in source
    )
    assert len(statements) > 30
    draft = Draft("t", "t", Form.BRIEF, Level.CENTRAL_ASIA, language, (Section("h", statements),))
    grounded = ground(draft, library, checker).sections[0].statements
    citations = [citation for statement in grounded for citation in statement.citations]
    assert {each.label: each.reason for each in citations if not each.verified} == {}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Turkmenistan and Kazakhstan: positions on “a list of any name” to be inserted", ""),
        ("Turkmenistan: position on “mountains in the climate convention” to be inserted", ""),
        ("Kazakhstan follows the climate convention.", "not in the evidence cited: unfccc"),
        ("Kazakhstan commits 300 billion dollars.", "not in the evidence cited: 300000000000"),
        ("Kazakhstan follows the World Bank.", "not in the evidence cited: World Bank"),
    ],
)
def test_an_open_place_that_cites_notes_says_no_more_than_who_is_silent(
    library: Library, checker: ReferenceChecker, text: str, reason: str
) -> None:
    statement, _ = checked(one(library, text, NOTE, kind=StatementKind.PLACEHOLDER), library, checker)
    assert statement.citations[0].reason == reason


@pytest.mark.parametrize(
    ("text", "language", "missing"),
    [
        ("The World Bank asks for finance.", "en", "World Bank"),
        ("UNEP asks for finance.", "en", "United Nations Environment Programme"),
        ("Small island developing States ask for finance.", "en", "small island developing States"),
        ("The African Group asks for finance.", "en", "African"),
        ("Developed countries are asked for finance.", "en", "developed countries"),
        ("BRICS asks for finance.", "en", "BRICS"),
        ("The U.S. asks for finance.", "en", "US"),
        ("Узбекская делегация просит средства.", "ru", "Узбекистан"),
        ("All Central Asian republics ask for finance.", "en", "the five Central Asian States"),
        ("Moscow asks for finance.", "en", "Moscow"),
        ("kazakhstan and mongolia ask for finance.", "en", "Mongolia"),
        ("Mon\u00adgolia asks for finance.", "en", "Mongolia"),
        ("Это касается Совета Безопасности.", "ru", "Совет Безопасности"),
        ("Средства дал Всемирный банк.", "ru", "Всемирный банк"),
        ("Речь идёт и о наименее развитых странах.", "ru", "наименее развитые страны"),
        ("Казахстан и монголия просят средства.", "ru", "Монголия"),
        ("Kazakhstan asks for predictable finance and new technology.", "en", ""),
        ("Казахстан просит предсказуемого финансирования.", "ru", ""),
    ],
)
def test_whoever_is_named_is_named_in_the_source(
    library: Library, checker: ReferenceChecker, text: str, language: str, missing: str
) -> None:
    statement, _ = checked(one(library, text, NOTE, language=language), library, checker)
    wanted = {"en": "not in the evidence cited: ", "ru": "нет в указанном источнике: "}[language]
    assert statement.citations[0].reason == (wanted + missing if missing else "")


@pytest.mark.parametrize(
    ("text", "verified"),
    [
        ("Kazakhstan says “we refuse”.", False),
        ("Kazakhstan says 'we refuse'.", False),
        ("Kazakhstan says ’we refuse’.", False),
        ("Kazakhstan says ``we refuse''.", False),
        ("Kazakhstan says <<we refuse>>.", False),
        ("Kazakhstan says ‚we refuse‘.", False),
        ("Kazakhstan says »we refuse«.", False),
        ("Kazakhstan says ”we refuse”.", False),
        ("Kazakhstan says 《we refuse》.", False),
        ("Kazakhstan says ❝we refuse❞.", False),
        ("Kazakhstan says 'predictable finance'.", True),
        ("Kazakhstan “asks for predictable finance”.", True),
        ("Kazakhstan’s delegation and the States’ own: “new technology”.", True),
    ],
)
def test_words_in_any_marks_stand_in_the_evidence(
    library: Library, checker: ReferenceChecker, text: str, verified: bool
) -> None:
    statement, _ = checked(one(library, text, NOTE), library, checker)
    assert [each.verified for each in statement.citations] == [verified], statement.citations[0].reason


UNEA = ("registry:UNEP/EA.6/Res.3", "note 7")


@pytest.mark.parametrize(
    ("text", "place", "missing"),
    [
        ("The theme of UNEA-7 is open.", UNEA, ""),
        ("The theme of UNEA-73 is open.", UNEA, "UNEA-73"),
        ("Note KAZ-08 of Kazakhstan is on finance.", NOTE, ""),
        ("Note KAZ-80 of Kazakhstan is on finance.", NOTE, "KAZ-80"),
        ("The resolution, OP5, invites donors.", INVITES, ""),
        ("The resolution, OP60, invites donors.", INVITES, "¶ 60"),
        ("Kazakhstan recalls A/RES/780/147.", NOTE, "A/RES/780/147"),
        ("Kazakhstan recalls XYZ/2023/L.1.", NOTE, "XYZ/2023/L.1"),
    ],
)
def test_labels_and_odd_symbols_are_those_of_the_source(
    library: Library, checker: ReferenceChecker, text: str, place: tuple[str, str], missing: str
) -> None:
    statement, _ = checked(one(library, text, place), library, checker)
    assert statement.citations[0].reason == (f"not in the evidence cited: {missing}" if missing else "")


@pytest.mark.parametrize(
    "change",
    [
        {"quote": "Mongolia asks for 300 billion dollars"},
        {"label": "KAZ-99", "quote": "x", "display": "Mongolia asks for 300 billion dollars"},
    ],
)
def test_a_citation_that_does_not_hold_bears_nothing_out(
    library: Library, checker: ReferenceChecker, change: dict[str, str]
) -> None:
    draft = one(library, "Kazakhstan and Mongolia ask for 300 billion dollars.", NOTE)
    [statement] = draft.sections[0].statements
    forged = replace(statement.citations[0], **change)  # type: ignore[arg-type]
    section = Section("h", (replace(statement, citations=(statement.citations[0], forged)),))
    found, _ = checked(replace(draft, sections=(section,)), library, checker)
    assert found.citations[0].reason == "not in the evidence cited: 300000000000, Mongolia"
    assert not any(each.verified for each in found.citations)

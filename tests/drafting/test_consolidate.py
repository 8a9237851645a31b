"""A matrix becomes text: clean where all are bound, bracketed where they are not, open where one is silent."""

import pytest

from corpus.errors import NotHeld, QueryError
from corpus.library import Library
from corpus.states import FIVE
from drafting.consolidate import ConsolidatedIssue, consolidate
from drafting.draft import Level, StatementKind
from drafting.ladder import below, view, whole_ladder
from drafting.matrix import Matrix
from drafting.voices import Register
from tests.drafting.writing import matrix_of, row_of


def centres(library: Library, language: str) -> Matrix:
    return matrix_of(
        language,
        row_of(
            library,
            language,
            "centres",
            notes=("KAZ-14", "TJK-13", "TKM-11", "UZB-11"),
            declaration=("PP8",),
            known=("D-12",),
        ),
    )


def fund(library: Library, language: str) -> Matrix:
    row = row_of(library, language, "fund", declaration=("OP6",), record=(("A/RES/77/158", "OP5"),))
    return matrix_of(language, row)


def only(issues: tuple[ConsolidatedIssue, ...]) -> ConsolidatedIssue:
    assert len(issues) == 1
    return issues[0]


@pytest.mark.parametrize(
    ("language", "beginning"),
    [
        ("en", "The five Central Asian States note the importance of existing centres and of new initiatives"),
        ("ru", "Пять государств Центральной Азии отмечают важность существующих центров и новых инициатив"),
    ],
)
def test_a_paragraph_that_binds_all_stands_clean_in_the_third_person(
    library: Library, language: str, beginning: str
) -> None:
    issue = only(consolidate(centres(library, language), library, Level.CENTRAL_ASIA, language))
    [clean] = issue.clean
    assert clean.text.startswith(beginning)
    [citation] = clean.citations
    assert (citation.document, citation.label, citation.language) == ("declaration-2026", "PP8", language)
    assert citation.quote == library.document("declaration-2026", language).paragraph("PP8").text


def test_sides_of_a_known_divergence_are_numbered_alternatives_of_one_bracket(library: Library) -> None:
    issue = only(consolidate(centres(library, "en"), library, Level.CENTRAL_ASIA, "en"))
    assert [(each.bracket, each.option, each.proposers) for each in issue.bracketed] == [
        ("D-12", 1, ("KAZ",)),
        ("D-12", 2, ("TJK",)),
    ]
    assert issue.bracketed[1].text == (
        "Wants a regional glaciology coordination centre in Dushanbe under the WMO; with France got the Decade of "
        "Action for Cryospheric Sciences 2025-2034 (note TJK-13, medium confidence)"
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "national positions of Kyrgyzstan and Turkmenistan on “centres” to be inserted: "
            "no position found beyond the declaration",
        ),
        (
            "ru",
            "Кыргызстан и Туркменистан: вставить национальные позиции по вопросу «centres»; "
            "помимо декларации позиции не найдены",
        ),
    ],
)
def test_silence_is_an_open_place_that_cites_the_search(library: Library, language: str, text: str) -> None:
    issue = only(consolidate(centres(library, language), library, Level.CENTRAL_ASIA, language))
    [placeholder] = issue.placeholders
    assert (placeholder.text, placeholder.kind) == (text, StatementKind.PLACEHOLDER)
    assert [each.label for each in placeholder.citations] == ["TKM-11"]
    assert issue.silent == ("KGZ", "TKM")
    assert "objection" not in placeholder.text


def test_agreed_language_is_weighed_against_the_resolution(library: Library) -> None:
    english = only(consolidate(fund(library, "en"), library, Level.CENTRAL_ASIA, "en"))
    russian = only(consolidate(fund(library, "ru"), library, Level.CENTRAL_ASIA, "ru"))
    assert english.weighed[0].text == (
        "Verb strength: Declaration “Ecological Solidarity of Central Asia” (Astana, 22 April 2026), para. 6, has "
        "“calls upon”; General Assembly resolution 77/158 of 14 December 2022, para. 5, is recorded with “invites”, "
        "which is the weaker verb."
    )
    assert "«призывает»" in russian.weighed[0].text
    assert "«предлагает»" in russian.weighed[0].text
    assert "более слабый глагол" in russian.weighed[0].text


def test_a_place_is_the_text_of_one_issue_only(library: Library) -> None:
    rows = (
        row_of(library, "en", "glacier-centres", notes=("TJK-13",), declaration=("PP8",)),
        row_of(library, "en", "science", notes=("TJK-13",), declaration=("PP8",)),
    )
    first, second = consolidate(matrix_of("en", *rows), library, Level.CENTRAL_ASIA, "en")
    assert [each.citations[0].label for each in first.clean] == ["PP8"]
    assert not second.clean
    assert not second.bracketed


def test_an_uncertain_change_of_register_keeps_the_original_words(library: Library) -> None:
    row = row_of(library, "en", "conservation", declaration=("PP9",))
    issue = only(consolidate(matrix_of("en", row), library, Level.CENTRAL_ASIA, "en"))
    paragraph = library.document("declaration-2026", "en").paragraph("PP9").text
    assert issue.clean[0].text.endswith(f", preambular paragraph 9: “{paragraph}”")
    assert [each.ref.label for each in issue.kept] == ["PP9"]


@pytest.mark.parametrize(
    ("register", "beginning"),
    [
        (Register.OPERATIVE, "Welcomes the creation"),
        (Register.TALKING_POINT, "We welcome the creation"),
        (Register.HEADS_OF_STATE, "Welcome the creation"),
    ],
)
def test_the_same_text_in_other_registers(library: Library, register: Register, beginning: str) -> None:
    issue = only(consolidate(fund(library, "en"), library, Level.CENTRAL_ASIA, "en", register=register))
    assert issue.clean[0].text.startswith(beginning)


def test_a_national_text_has_its_own_positions_clean(library: Library) -> None:
    issue = only(consolidate(centres(library, "en"), library, Level.NATIONAL, "en", "TJK"))
    assert issue.clean[0].text.startswith("Tajikistan notes the importance of existing centres")
    assert issue.clean[1].text.startswith(
        "Tajikistan (proposes, 12 November 2024; note TJK-13, medium confidence): wants a regional glaciology"
    )
    assert not issue.bracketed


def test_a_text_of_a_wider_group_brackets_what_only_the_five_agreed(library: Library) -> None:
    row = row_of(
        library,
        "en",
        "finance",
        notes=("LLDC-07", "KAZ-08"),
        declaration=("OP19",),
        record=(("A/RES/79/233", "annex 241"), ("A/RES/78/153", "OP24")),
    )
    issue = only(consolidate(matrix_of("en", row), library, Level.LLDC, "en"))
    assert [each.citations[0].label for each in issue.clean] == ["annex 241", "LLDC-07"]
    assert issue.bracketed[0].proposers == FIVE
    assert issue.bracketed[0].text.startswith("The five Central Asian States call upon the international community")
    assert issue.bracketed[1].proposers == ("KAZ",)
    wider = only(consolidate(matrix_of("en", row), library, Level.G77, "en"))
    assert not wider.clean
    assert {each.proposers for each in wider.bracketed} == {
        FIVE,
        ("Group of Landlocked Developing Countries",),
        ("KAZ",),
    }


def test_the_ladder_leads_from_a_regional_text_down_to_the_national_evidence(library: Library) -> None:
    matrix = centres(library, "en")
    found = view(matrix, library, Level.CENTRAL_ASIA, "en")
    [rung] = found.rungs
    assert {state: len(ids) for state, ids in rung.below} == {"KAZ": 1, "TJK": 1, "UZB": 1}
    assert [piece.ref.label for piece in below(rung, matrix)] == ["KAZ-14", "TJK-13", "UZB-11"]


def test_the_ladder_has_every_level_from_the_ground_up(library: Library) -> None:
    levels = [found.level for found in whole_ladder(centres(library, "ru"), library, "ru")]
    assert levels == [Level.NATIONAL] * 5 + [Level.CENTRAL_ASIA, Level.LLDC, Level.G77]


def test_the_view_of_the_group_says_which_of_the_32_are_covered(library: Library) -> None:
    found = view(centres(library, "en"), library, Level.LLDC, "en")
    assert len(found.covered) + len(found.missing) == 32
    assert set(found.covered) == set(FIVE)


def test_a_national_text_needs_its_state_and_a_language_that_is_written(library: Library) -> None:
    with pytest.raises(QueryError, match="needs its State"):
        consolidate(centres(library, "en"), library, Level.NATIONAL, "en")
    with pytest.raises(NotHeld, match="not in Kazakh"):
        consolidate(centres(library, "en"), library, Level.CENTRAL_ASIA, "kk")

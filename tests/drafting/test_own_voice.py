"""Nobody is given the words of others: whose text a State or a group gets, in every form and in both languages."""

import re
from dataclasses import replace

import pytest

from corpus.document import Document, SourceFile, TextKind
from corpus.library import Library
from corpus.paragraph import Facets, Paragraph, ParagraphKind, ParagraphRef
from corpus.states import FIVE, name_of_alpha3
from drafting.accept import accept
from drafting.draft import Citation, Draft, Form, Level, Section, Statement, StatementKind
from drafting.grounding import ground
from drafting.material import DECLARATION
from drafting.matrix import Cell, Matrix
from drafting.phrases import DRAFT_LANGUAGES, phrases_in
from drafting.position import Position
from drafting.writer import write
from tests.drafting.writing import matrix_of, row_of, topic_matrix
from ui.states import WORLD

NOTES = re.compile(r"positions:([A-Z]{3})")
OUTSIDE = tuple(state for state in WORLD if state not in FIVE)
OPEN = {
    ("FRA", "en"): "position of France on “fund” to be inserted: no position found",
    ("USA", "en"): "position of the United States on “fund” to be inserted: no position found",
    ("DEU", "en"): "position of Germany on “fund” to be inserted: no position found",
    ("FRA", "ru"): "Франция: вставить позицию по вопросу «fund»; позиция не найдена",
    ("USA", "ru"): "Соединенные Штаты: вставить позицию по вопросу «fund»; позиция не найдена",
    ("DEU", "ru"): "Германия: вставить позицию по вопросу «fund»; позиция не найдена",
}
TOLD_BY = {
    "en": ("The five Central Asian States ", "The Central Asian States ", "Central Asian States ", "Declaration “"),
    "ru": ("Пять государств ", "Пять стран ", "Государства Центральной Азии ", "Декларация «"),
}
"""How a sentence opens that tells what the five adopted."""


def fund(library: Library, language: str) -> Matrix:
    """One issue with numbered and preambular paragraphs of the declaration, and notes of two of the five."""
    row = row_of(
        library,
        language,
        "fund",
        notes=("TJK-11", "UZB-11"),
        declaration=("OP6", "PP6", "PP9"),
        record=(("A/RES/77/158", "OP5"),),
    )
    return matrix_of(language, row)


def draft_for(library: Library, matrix: Matrix, level: Level, form: Form, state: str = "") -> Draft:
    if state:
        matrix = replace(matrix, states=tuple(dict.fromkeys((state, *FIVE))))
    return write(Position(matrix.topic, level, form, matrix.language, state), matrix, library)


def shown(draft: Draft) -> list[tuple[Section, Statement]]:
    """Every statement that anybody but the delegation may see."""
    return [
        (section, each)
        for section in draft.sections
        for each in section.statements
        if not (section.private or each.private)
    ]


def declared(statement: Statement) -> list[Citation]:
    return [each for each in statement.citations if each.document == DECLARATION]


@pytest.mark.parametrize("language", DRAFT_LANGUAGES)
@pytest.mark.parametrize("form", Form)
def test_no_state_outside_the_five_gets_a_word_of_their_declaration(
    library: Library, form: Form, language: str
) -> None:
    matrix, phrases = fund(library, language), phrases_in(language)
    for state in OUTSIDE:
        for section, each in shown(draft_for(library, matrix, Level.NATIONAL, form, state)):
            if not declared(each) or each.kind is StatementKind.FRAMING:
                continue
            assert section.heading == phrases.headings["others"], (state, each.text)
            assert each.text.startswith(TOLD_BY[language]), (state, each.text)


@pytest.mark.parametrize("language", DRAFT_LANGUAGES)
@pytest.mark.parametrize("form", Form)
def test_no_state_gets_the_position_of_another(library: Library, form: Form, language: str) -> None:
    matrix, headings = fund(library, language), phrases_in(language).headings
    own = {headings[name] for name in ("position", "operative", "points", "open")}
    own.add(headings["text"].format(issue="fund"))
    for state in (*FIVE, "FRA", "USA", "DEU", "MNG"):
        for section, each in shown(draft_for(library, matrix, Level.NATIONAL, form, state)):
            for holder in {found[1] for one in each.citations if (found := NOTES.fullmatch(one.document))}:
                assert each.text.casefold().startswith(name_of_alpha3(holder, language).casefold()), each.text
                assert holder == state or section.heading not in own, (state, each.text)


@pytest.mark.parametrize(("state", "language"), OPEN)
def test_a_brief_for_a_silent_state_outside_tells_the_declaration_as_that_of_the_five(
    library: Library, state: str, language: str
) -> None:
    matrix = fund(library, language)
    draft = ground(draft_for(library, matrix, Level.NATIONAL, Form.BRIEF, state), library)
    phrases = phrases_in(language)
    texts = {section.heading: [each.text for each in section.statements] for section in draft.sections}
    assert texts[phrases.headings["purpose"]][-1] == phrases.say("mandate_open")
    assert texts[phrases.headings["text"].format(issue="fund")] == [OPEN[state, language]]
    told = [each for section, each in shown(draft) if section.heading == phrases.headings["others"]]
    assert [each.citations[0].label for each in told] == ["OP6", "PP6", "PP9"]
    assert all(each.citations[0].verified for each in told)
    assert not [warning for warning in draft.warnings if state in warning]


@pytest.mark.parametrize(("state", "language"), OPEN)
@pytest.mark.parametrize(
    ("form", "heading"),
    [
        (Form.STATEMENT, "position"),
        (Form.RESOLUTION, "operative"),
        (Form.DECLARATION, "operative"),
        (Form.TALKING_POINTS, "points"),
    ],
)
def test_a_text_for_a_silent_state_outside_is_a_place_to_fill_in(
    library: Library, form: Form, heading: str, state: str, language: str
) -> None:
    draft = draft_for(library, fund(library, language), Level.NATIONAL, form, state)
    phrases = phrases_in(language)
    [found] = [section for section in draft.sections if section.heading == phrases.headings[heading]]
    [only] = found.statements
    assert (only.kind, only.bracketed, only.citations) == (StatementKind.PLACEHOLDER, True, ())
    assert only.text == OPEN[state, language]


@pytest.mark.parametrize("level", [Level.LLDC, Level.G77])
@pytest.mark.parametrize("language", DRAFT_LANGUAGES)
@pytest.mark.parametrize("form", Form)
def test_a_wider_group_gets_the_words_of_the_five_as_what_they_propose(
    library: Library, form: Form, language: str, level: Level
) -> None:
    found = [each for _, each in shown(draft_for(library, fund(library, language), level, form)) if declared(each)]
    for each in found:
        told = each.text.startswith(TOLD_BY[language]) or each.kind is StatementKind.FRAMING
        compared = each.text.startswith(phrases_in(language).sentences["weighed"].partition(":")[0])
        mandate = each.text.startswith(phrases_in(language).sentences["mandate"].partition(":")[0])
        assert told or compared or mandate or (each.bracketed and each.proposers == FIVE), each.text


def test_only_the_five_together_open_as_in_their_declaration(library: Library) -> None:
    matrix = fund(library, "en")
    held = library.document(DECLARATION, "en").opening

    def opening(level: Level, state: str = "") -> Statement:
        return draft_for(library, matrix, level, Form.DECLARATION, state).sections[0].statements[0]

    assert opening(Level.CENTRAL_ASIA).text == held
    for level, state in ((Level.NATIONAL, "TJK"), (Level.NATIONAL, "FRA"), (Level.LLDC, ""), (Level.G77, "")):
        assert opening(level, state).text == "opening to be inserted: who adopts the declaration"


def paper(states: tuple[str, ...], text: str) -> Document:
    ref = ParagraphRef("own:paper", "P1")
    paragraph = Paragraph(ref, "en", ParagraphKind.PLAIN, text, page=1, facets=Facets(states=states, years=(2025,)))
    source = SourceFile("paper.txt", "", "0" * 64, "plain", 1, "2026-05-01")
    return Document(ref.document, "", TextKind.POSITION, "en", "Paper", (paragraph,), source=source)


def with_paper(library: Library, states: tuple[str, ...]) -> tuple[Library, Matrix]:
    """The library with a paper of these States, and a matrix that has it as evidence."""
    text = "We call upon partners to fund the observation of glaciers."
    held = Library.of(
        library.declarations, library.instruments, library.positions, library.concepts, [paper(states, text)]
    )
    piece = accept(held, ParagraphRef("own:paper", "P1"), "en", text, issue="fund")
    row = row_of(held, "en", "fund", declaration=("OP6",))
    cells = (*row.cells, Cell(states[0] if states else "own:paper", piece.stance, piece.strength, (piece,)))
    return held, matrix_of("en", replace(row, cells=cells))


def test_a_state_outside_has_its_own_words_alone(library: Library) -> None:
    held, matrix = with_paper(library, ("FRA",))
    draft = draft_for(held, matrix, Level.NATIONAL, Form.STATEMENT, "FRA")
    [position] = [section for section in draft.sections if section.heading == "Our position"]
    assert [each.text for each in position.statements] == [
        "France (Paper, unnumbered paragraph 1): “We call upon partners to fund the observation of glaciers.”"
    ]


def test_a_paper_of_several_states_is_told_as_theirs(library: Library) -> None:
    held, matrix = with_paper(library, ("FRA", "DEU"))
    draft = draft_for(held, matrix, Level.NATIONAL, Form.BRIEF, "FRA")
    texts = {section.heading: [each.text for each in section.statements] for section in draft.sections}
    assert texts["Proposed text: fund"] == ["position of France on “fund” to be inserted: no position found"]
    assert texts["Positions of others"][-1].startswith("Paper (Paper, unnumbered paragraph 1): “We call upon partners")


def test_a_paper_of_nobody_named_is_no_line_of_the_group(library: Library) -> None:
    held, matrix = with_paper(library, ())
    for level in (Level.LLDC, Level.G77):
        draft = draft_for(held, matrix, level, Form.BRIEF)
        [where] = {section.heading for section, each in shown(draft) if "fund the observation" in each.text}
        assert where == "Positions of others"


@pytest.mark.parametrize("language", DRAFT_LANGUAGES)
def test_a_state_of_the_five_still_speaks_with_the_words_it_adopted(library: Library, language: str) -> None:
    matrix = topic_matrix(library, "methane", language, Level.NATIONAL, "KAZ")
    draft = draft_for(library, matrix, Level.NATIONAL, Form.BRIEF, "KAZ")
    mandate = next(each for _, each in shown(draft) if declared(each))
    assert mandate.text.startswith(
        {"en": "Mandate: Kazakhstan expresses", "ru": "Мандат: Казахстан выражает"}[language]
    )

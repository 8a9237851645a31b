"""The writer without a model: whole drafts of real topics, held against what ships."""

import pytest

from corpus.document import Document, SourceFile, TextKind
from corpus.library import Library
from corpus.paragraph import Facets, Paragraph, ParagraphKind, ParagraphRef
from corpus.states import FIVE
from drafting.accept import accept
from drafting.draft import Citation, Draft, Form, Level, Statement, StatementKind
from drafting.grounding import ground
from drafting.phrases import DRAFT_LANGUAGES, phrases_in
from drafting.position import Position
from drafting.writer import write
from references.checker import ReferenceChecker
from tests.drafting.writing import matrix_of, row_of, topic_matrix

DIVERGENCES = {
    "glaciers": {"D-12"},
    "water": {"D-6", "D-7", "D-8", "D-9", "D-11", "D-20", "D-21"},
    "land": {"D-14"},
    "finance": {"D-14", "D-16"},
    "lldc": {"D-15"},
    "waste": {"D-18"},
    "air": set(),
    "biodiversity": {"D-17"},
    "methane": {"D-5"},
}
ON_RECORD = dict.fromkeys(DIVERGENCES, 5) | {"waste": 5, "methane": 4}
"""Instruments and paragraphs cited at least; the record on methane has no more in both languages."""


QUICK = {"glaciers", "methane"}


def draft_of(
    library: Library, topic: str, language: str, level: Level, form: Form = Form.BRIEF, state: str = ""
) -> Draft:
    matrix = topic_matrix(library, topic, language, level)
    return write(Position(topic, level, form, language, state), matrix, library)


def statements(draft: Draft) -> list[Statement]:
    return [statement for section in draft.sections for statement in section.statements]


def citations(draft: Draft) -> list[Citation]:
    return [citation for statement in statements(draft) for citation in statement.citations]


def assert_sound(draft: Draft, library: Library) -> None:
    """Every statement cited, every quote verbatim, every place held, nothing said twice."""
    for statement in statements(draft):
        is_claim = statement.kind not in {StatementKind.FRAMING, StatementKind.PLACEHOLDER} and not statement.private
        assert statement.citations or not is_claim, statement.text
    for citation in citations(draft):
        versions = library.versions(ParagraphRef(citation.document, citation.label))
        assert citation.quote, citation
        assert citation.quote in versions[citation.language].text
        assert citation.verified, citation
    texts = [statement.text for statement in statements(draft)]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("language", DRAFT_LANGUAGES)
@pytest.mark.parametrize(
    "topic", [topic if topic in QUICK else pytest.param(topic, marks=pytest.mark.slow) for topic in DIVERGENCES]
)
def test_a_brief_rests_on_the_record(library: Library, checker: ReferenceChecker, topic: str, language: str) -> None:
    draft = ground(draft_of(library, topic, language, Level.CENTRAL_ASIA), library, checker)
    assert_sound(draft, library)
    cited = citations(draft)
    on_record = {(each.document, each.label) for each in cited if not each.document.startswith("positions:")}
    assert len(on_record) >= ON_RECORD[topic]
    assert {each.document for each in cited} >= {f"positions:{state}" for state in FIVE}
    told = {each.label for each in cited if each.document == "positions:divergences"}
    assert told >= DIVERGENCES[topic]
    for label in DIVERGENCES[topic]:
        assert any(label in warning for warning in draft.warnings)


@pytest.mark.parametrize("language", DRAFT_LANGUAGES)
@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("level", Level)
def test_every_form_at_every_level(
    library: Library, checker: ReferenceChecker, level: Level, form: Form, language: str
) -> None:
    state = "KAZ" if level is Level.NATIONAL else ""
    draft = ground(draft_of(library, "methane", language, level, form, state), library, checker)
    assert_sound(draft, library)
    assert draft.sections


@pytest.mark.parametrize("language", DRAFT_LANGUAGES)
def test_the_same_matrix_gives_the_same_draft(library: Library, language: str) -> None:
    assert draft_of(library, "air", language, Level.LLDC) == draft_of(library, "air", language, Level.LLDC)


def texts_under(draft: Draft, heading: str) -> list[str]:
    return [each.text for section in draft.sections if section.heading == heading for each in section.statements]


def test_what_a_brief_on_glaciers_says(library: Library) -> None:
    draft = draft_of(library, "glaciers", "en", Level.CENTRAL_ASIA)
    assert draft.title == "Brief: glaciers and the cryosphere"
    record = texts_under(draft, "What is on record")
    assert record[0] == (
        "United Nations Environment Assembly resolution 7/10 of 12 December 2025: calls for urgent action on glaciers, "
        "wider international cooperation, resilience and finance."
    )
    assert (
        "In paragraph 1 of its resolution 77/158 of 14 December 2022, the General Assembly decides that 2025 be the "
        "International Year of Glaciers' Preservation and proclaims 21 March the World Day for "
        "Glaciers, observed yearly "
        "from 2025."
    ) in record
    [mandate] = [text for text in texts_under(draft, "Agenda item and purpose") if text.startswith("Mandate")]
    assert mandate.startswith("Mandate: the five Central Asian States express their intention to intensify efforts")
    assert (
        "Uzbekistan (supports, December 2025; note UZB-11, high confidence): states that about 30 % "
        "of regional glaciers "
        "are lost and that protecting them is vital for water; took part in the Dushanbe conference."
    ) in texts_under(draft, "Why it matters: arguments and figures")
    assert ("Turkmenistan: no national position found on this topic; to be inserted by its delegation") in texts_under(
        draft, "Positions of the States"
    )
    assert "Second Global Mountain Summit: Bishkek, 21–23 October 2027." in texts_under(draft, "Dates ahead")


def test_what_a_brief_on_glaciers_says_in_russian(library: Library) -> None:
    draft = draft_of(library, "glaciers", "ru", Level.CENTRAL_ASIA)
    record = texts_under(draft, "Что зафиксировано в документах")
    assert (
        "Генеральная Ассамблея в пункте 1 своей резолюции 77/158 от 14 декабря 2022 года "
        "постановляет объявить 2025 год "
        "Международным годом сохранения ледников и провозгласить 21 марта Всемирным днем ледников, ежегодно отмечаемым "
        "начиная с 2025 года."
    ) in record
    assert (
        "Узбекистан (поддерживает, декабрь 2025 года; заметка UZB-11, высокая достоверность): констатирует, "
        "что утрачено около 30 % ледников региона и что их защита жизненно важна для водных ресурсов; "
        "участвовал в конференции в Душанбе."
    ) in texts_under(draft, "Почему это важно: доводы и данные")


def test_a_resolution_recalls_then_acts(library: Library) -> None:
    draft = draft_of(library, "glaciers", "en", Level.CENTRAL_ASIA, Form.RESOLUTION)
    preamble, operative = draft.sections
    assert preamble.statements[0].text == "The General Assembly,"
    assert preamble.statements[1].text.startswith("Recalling its resolution 77/158 of 14 December 2022")
    assert all(each.kind is StatementKind.OPERATIVE for each in operative.statements)
    assert any(each.text.startswith("Welcomes the creation") and not each.bracketed for each in operative.statements)
    assert any(each.bracket == "D-12" and each.option == 1 for each in operative.statements)


def test_a_statement_is_made_on_behalf_of_the_group(library: Library) -> None:
    draft = draft_of(library, "finance", "ru", Level.CENTRAL_ASIA, Form.STATEMENT)
    assert draft.sections[0].statements[1].text == "Имею честь выступать от имени пяти государств Центральной Азии."
    clean = [each.text for each in statements(draft) if not each.bracketed and each.citations]
    assert any(text.startswith("Пять государств Центральной Азии призывают") for text in clean)
    assert any(text.startswith("Пять стран Центральной Азии") for text in clean)
    assert not any("заметка" in text for text in clean)


def test_the_private_layer_stays_private(library: Library) -> None:
    position = Position(
        "glaciers", Level.CENTRAL_ASIA, Form.BRIEF, "en", red_lines=("no seat is named",), fallbacks=("name none",)
    )
    draft = write(position, topic_matrix(library, "glaciers", "en", Level.CENTRAL_ASIA), library)
    [private] = [section for section in draft.sections if section.private]
    assert [(each.text, each.private) for each in private.statements] == [
        ("Red line: no seat is named", True),
        ("Fallback: name none", True),
    ]
    others = [each.text for section in draft.sections if not section.private for each in section.statements]
    assert not any("no seat is named" in text for text in others)


def test_the_view_of_the_group_names_who_is_covered(library: Library) -> None:
    draft = draft_of(library, "lldc", "en", Level.LLDC)
    assert texts_under(draft, "Our position") == [
        "The evidence covers 5 of the 32 landlocked developing countries: Kazakhstan, Kyrgyzstan, Tajikistan, "
        "Turkmenistan, Uzbekistan."
    ]
    assert any("No evidence is held for" in gap and "Bolivia" in gap and "Bhutan" in gap for gap in draft.gaps)


def speech(state: str, text: str) -> Document:
    ref = ParagraphRef(f"own:speech-{state.lower()}", "P4")
    paragraph = Paragraph(ref, "en", ParagraphKind.PLAIN, text, page=2, facets=Facets(states=(state,), years=(2025,)))
    source = SourceFile("speech.txt", "", "0" * 64, "plain", 3, "2026-05-01")
    return Document(
        ref.document, "", TextKind.POSITION, "en", "General debate, 80th session", (paragraph,), source=source
    )


def test_a_speech_is_quoted_word_for_word_with_its_page_in_a_russian_draft_too(library: Library) -> None:
    said = "Our glaciers feed two rivers. We call upon partners to fund their observation. We thank you."
    added = Library.of(
        library.declarations, library.instruments, library.positions, library.concepts, [speech("BTN", said)]
    )
    quote = "We call upon partners to fund their observation."
    piece = accept(added, ParagraphRef("own:speech-btn", "P4"), "en", quote, issue="science")
    row = row_of(added, "ru", "science", notes=("TJK-14",))
    matrix = matrix_of("ru", row)
    cells = (*row.cells, type(row.cells[0])("BTN", piece.stance, piece.strength, (piece,)))
    matrix = type(matrix)("ледники", "ru", (*FIVE, "BTN"), (), (type(row)(row.issue, cells, row.agreement, ""),))
    draft = ground(write(Position("ледники", Level.LLDC, Form.BRIEF, "ru"), matrix, added), added)
    [found] = [each for each in citations(draft) if each.document == "own:speech-btn"][:1]
    assert (found.quote, found.language, found.page, found.verified) == (quote, "en", 2, True)
    texts = [each.text for each in statements(draft) if each.citations and each.citations[0] == found]
    assert any(f"«{quote}»" in text and text.startswith("Бутан") for text in texts)


def test_a_source_that_is_gone_is_left_out_with_a_warning(library: Library) -> None:
    added = Library.of(
        library.declarations, library.instruments, library.positions, library.concepts, [speech("KAZ", "We agree.")]
    )
    piece = accept(added, ParagraphRef("own:speech-kaz", "P4"), "en", "We agree.", issue="science")
    row = row_of(library, "en", "science", notes=("TJK-14",))
    cells = (*row.cells, type(row.cells[0])("KAZ", piece.stance, piece.strength, (piece,)))
    matrix = matrix_of("en", type(row)(row.issue, cells, row.agreement, ""))
    draft = write(Position("science", Level.CENTRAL_ASIA, Form.BRIEF, "en"), matrix, library)
    assert any(piece.id in warning and "no longer held" in warning for warning in draft.warnings)
    assert not any(each.document == "own:speech-kaz" for each in citations(draft))


def test_both_languages_have_the_same_words() -> None:
    english, russian = (phrases_in(language) for language in DRAFT_LANGUAGES)
    for table in ("headings", "stances", "confidence", "sentences", "warnings", "statuses"):
        assert set(getattr(english, table)) == set(getattr(russian, table)), table

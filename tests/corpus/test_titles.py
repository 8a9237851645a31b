"""Titles of texts without a masthead that names one, and whether a text was spoken."""

import pytest

from corpus.parsing.parse import parse_document
from corpus.parsing.speech import is_speech
from corpus.parsing.titles import title_of
from tests.corpus.plain_lines import clean_of

LONG = (
    "The meadows of the high valleys feed the rivers, and the rivers feed the fields and the towns of the plain below. "
)
RUNNING = LONG + "Therefore we ask for quiet meadows."


@pytest.mark.parametrize(
    ("lines", "language", "issued", "expected"),
    [
        (["Meadows", "Study of hay and of its uses", "Submitted by the Hay Rapporteur"], "en", True,
         "Study of hay and of its uses"),
        (["Items 4 and 7 of the provisional agenda*", "Meadows", "Study of hay and of its uses", "Summary", "Hay"],
         "en", True, "Study of hay and of its uses"),
        (["Proposed hay for 2041", "Outline**"], "en", True, "Proposed hay for 2041: Outline"),
        (["Hayville, 3–9 May 2041", "Provisional agenda"], "en", True, "Provisional agenda"),
        (["9th session of the Hay Forum", "Statement on behalf of the mowers, at the barn."], "en", False,
         "Statement on behalf of the mowers, at the barn."),
        (["9-я сессия Форума", "Выступление от имени косарей"], "ru", False, "Выступление от имени косарей"),
        (["9e session du Forum", "Déclaration au nom des faucheurs"], "fr", False, "Déclaration au nom des faucheurs"),
        (["9º período de sesiones", "Intervención de los segadores"], "es", False, "Intervención de los segadores"),
        (["牧草论坛第九届会议", "在论坛上的讲话"], "zh", False, "在论坛上的讲话"),
        (["(HF)", "Hay for all"], "en", False, "Hay for all"),
        (["##Hay for all"], "en", False, "Hay for all"),
        (["Who needs hay?"], "en", False, "Who needs hay?"),
        ([], "en", False, ""),
    ],
)  # fmt: skip
def test_the_title_is_found_among_the_lines_at_the_head(
    lines: list[str], language: str, issued: bool, expected: str
) -> None:
    assert title_of(lines, language, "", issued=issued) == expected


@pytest.mark.parametrize(
    ("stated", "lines", "expected"),
    [
        ("Hay for all", ["The barn", "Hay for all"], "Hay for all"),
        ("Hay, item 4", ["(HF)"], "Hay, item 4"),
        ("Microsoft Word - hay.docx", ["(HF)"], "(HF)"),
        ("Hay, item 4", ["Hay for all"], "Hay for all"),
    ],
)
def test_what_the_file_states_counts_only_where_the_text_has_no_title(
    stated: str, lines: list[str], expected: str
) -> None:
    assert title_of(lines, "en", stated, issued=False) == expected


def test_the_lines_of_a_title_are_no_paragraphs() -> None:
    text = f"9th session of the Hay Forum\nStatement by the mowers\nHayville, 3 May 2041\nGood morning.\n{RUNNING}"
    document = parse_document(clean_of(text, whole=True), "en")
    assert [one.label for one in document.paragraphs] == ["P1", "P2"]
    assert document.paragraphs[0].text == "Good morning."
    assert document.title == "Statement by the mowers"
    assert document.paragraphs[0].heading == "9th session of the Hay Forum / Hayville, 3 May 2041"


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("en", ["Item 4: Hay", "Health:", RUNNING]),
        ("ru", ["Пункт 4: Сено", "Здоровье:", "Луга высоких долин питают реки, а реки питают поля и города. " * 3]),
        ("fr", ["Point 4 : Le foin", "Santé :", "Les prés des hautes vallées nourrissent les rivières. " * 4]),
        ("es", ["Tema 4: El heno", "Salud:", "Los prados de los valles altos alimentan los ríos. " * 4]),
    ],
)  # fmt: skip
def test_the_same_labels_whatever_the_language(language: str, lines: list[str]) -> None:
    item, heading, running = lines
    text = "\n".join([item, running, running, heading, running])
    document = parse_document(clean_of(text, whole=True), language)
    assert [one.label for one in document.paragraphs] == ["P1", "P2", "P3"]
    assert document.headings == (item, heading)
    assert document.masthead.agenda_item == "4"


@pytest.mark.parametrize(
    ("title", "text", "language", "spoken"),
    [
        ("Statement by the mowers", "Hay is dear.", "en", True),
        ("", "Madam President, hay is dear.", "en", True),
        ("", "Госпожа Председатель, сено дорого.", "ru", True),
        ("", "主席女士，干草很贵。", "zh", True),
        ("Hay", "Hay is dear. The president of the barn agrees.", "en", False),
        ("Hay", "x" * 3000 + " Madam President, hay is dear.", "en", False),
    ],
)
def test_a_speech_is_told_by_its_title_or_its_first_words(title: str, text: str, language: str, spoken: bool) -> None:
    assert is_speech(title, [text], language) is spoken

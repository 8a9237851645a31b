"""Names keep their capital wherever a text goes on in a sentence."""

import pytest

from corpus.errors import NotHeld
from corpus.library import Library
from corpus.states import name_of_alpha3
from drafting.capitals import lowered
from drafting.draft import Form, Level
from drafting.phrases import DRAFT_LANGUAGES, phrases_in
from drafting.position import Position
from drafting.register import convert
from drafting.speaker import speaker_of
from drafting.voices import Register
from drafting.writer import write
from tests.drafting.writing import matrix_of, row_of
from ui.states import WORLD

OPENING = {
    ("FRA", "en"): "I have the honour to speak on behalf of France.",
    ("USA", "en"): "I have the honour to speak on behalf of the United States.",
    ("DEU", "en"): "I have the honour to speak on behalf of Germany.",
    ("FRA", "ru"): "Имею честь выступать от имени Франции.",
    ("USA", "ru"): "Имею честь выступать от имени Соединенных Штатов.",
    ("DEU", "ru"): "Имею честь выступать от имени Германии.",
}
TURNED = {
    ("FRA", "en"): "France expresses its intention to help. It calls upon all States to act.",
    ("USA", "en"): "The United States expresses its intention to help. It calls upon all States to act.",
    ("DEU", "en"): "Germany expresses its intention to help. It calls upon all States to act.",
    ("FRA", "ru"): "Франция выражает намерение помогать. Она призывает все государства действовать.",
    ("USA", "ru"): "Соединенные Штаты выражают намерение помогать. Они призывают все государства действовать.",
    ("DEU", "ru"): "Германия выражает намерение помогать. Она призывает все государства действовать.",
}
SPOKEN = {
    "en": "We express our intention to help. We call upon all States to act.",
    "ru": "Выражаем намерение помогать. Призываем все государства действовать.",
}


@pytest.mark.parametrize("language", DRAFT_LANGUAGES)
def test_no_state_loses_its_capital(language: str) -> None:
    for state in WORLD:
        name = name_of_alpha3(state, language)
        assert lowered(f"{name} expresses", language) == f"{name} expresses"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Welcomes the fund", "en", "welcomes the fund"),
        ("The United States expresses", "en", "the United States expresses"),
        ("Glaciers of France", "en", "glaciers of France"),
        ("Germany’s glaciers", "en", "Germany’s glaciers"),
        ("Aral Sea basin", "en", "Aral Sea basin"),
        ("COP30 decides", "en", "COP30 decides"),
        ("Приветствует фонд", "ru", "приветствует фонд"),
        ("Франции предлагается", "ru", "Франции предлагается"),
        ("Малые ледники", "ru", "малые ледники"),
        ("Данные обсерваторий", "ru", "данные обсерваторий"),
        ("Перу (предлагает)", "ru", "Перу (предлагает)"),
        ("Парижское соглашение", "ru", "Парижское соглашение"),
    ],
)
def test_only_what_is_no_name_is_lowered(text: str, language: str, expected: str) -> None:
    assert lowered(text, language) == expected


@pytest.mark.parametrize(("state", "language"), OPENING)
def test_a_statement_opens_with_the_name_of_its_state(library: Library, state: str, language: str) -> None:
    matrix = matrix_of(language, row_of(library, language, "fund", declaration=("OP6",)))
    draft = write(Position("glaciers", Level.NATIONAL, Form.STATEMENT, language, state), matrix, library)
    assert draft.sections[0].statements[1].text == OPENING[state, language]


@pytest.mark.parametrize(("state", "language"), TURNED)
def test_a_turned_paragraph_names_its_state_with_a_capital(state: str, language: str) -> None:
    speaker = speaker_of(Level.NATIONAL, state)
    turned = convert(SPOKEN[language], language, Register.HEADS_OF_STATE, Register.GROUP_STATEMENT, speaker)
    assert turned.text == TURNED[state, language]


def test_an_operative_paragraph_in_russian_keeps_the_name_it_opens_with(library: Library) -> None:
    matrix = matrix_of("ru", row_of(library, "ru", "fund", notes=("TJK-11",), declaration=("OP6",)))
    draft = write(Position("ледники", Level.NATIONAL, Form.RESOLUTION, "ru", "TJK"), matrix, library)
    declared, own = draft.sections[-1].statements
    assert declared.text.startswith("приветствует создание")
    assert own.text.startswith("Таджикистан (предлагает")


@pytest.mark.parametrize(("topic", "told"), [("Lake Issyk-Kul", "Lake Issyk-Kul"), ("glaciers", "glaciers")])
def test_a_topic_of_ones_own_stands_as_typed(library: Library, topic: str, told: str) -> None:
    matrix = matrix_of("en", row_of(library, "en", "fund", declaration=("OP6",)))
    matrix = type(matrix)(topic, "en", matrix.states, (), matrix.rows)
    draft = write(Position(topic, Level.NATIONAL, Form.BRIEF, "en", "USA"), matrix, library)
    assert draft.sections[0].statements[0].text == f"Topic: {told}. Level: the United States."


def test_every_member_of_the_united_nations_can_be_spoken_for_in_russian() -> None:
    assert set(WORLD) == set(phrases_in("ru").genitive)


def test_nobody_speaks_for_what_is_no_state() -> None:
    with pytest.raises(NotHeld, match="“ZZZ” is not the code of a State"):
        speaker_of(Level.NATIONAL, "ZZZ")

"""States are recognized in any case ending, and named by the names that they use."""

import pytest

from corpus.states import name_of_state
from references.states import code_of_state, states_in


@pytest.mark.parametrize(
    ("text", "language", "codes"),
    [
        ("Кыргызской Республики и Италии, 71/222 от", "ru", ("KG", "IT")),
        ("Республики Узбекистан и Республики Конго, резолюции", "ru", ("UZ", "CG")),
        ("Казахстане 5 августа", "ru", ("KZ",)),
        ("Индией и Пакистаном", "ru", ("IN", "PK")),
        ("the Republic of Kazakhstan and France", "en", ("KZ", "FR")),
        ("the General Assembly", "en", ()),
    ],
)
def test_states_at_the_beginning_of_a_text(text: str, language: str, codes: tuple[str, ...]) -> None:
    assert states_in(text, language) == codes


@pytest.mark.parametrize(
    ("name", "code"),
    [("Bolivia", "BO"), ("Kyrgyzstan", "KG"), ("Congo", "CG"), ("Norway", "NO"), ("World Bank", "World Bank")],
)
def test_codes_of_states(name: str, code: str) -> None:
    assert code_of_state(name) == code


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("KG", "ru", "Кыргызстан"),
        ("KG", "en", "Kyrgyzstan"),
        ("IT", "ru", "Италия"),
        ("World Bank", "ru", "World Bank"),
    ],
)
def test_names_of_states(code: str, language: str, name: str) -> None:
    assert name_of_state(code, language) == name

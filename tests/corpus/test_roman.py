"""Roman figures there and back."""

import pytest

from corpus.roman import roman_figures, roman_value


@pytest.mark.parametrize(
    ("number", "figures"),
    [(1, "I"), (4, "IV"), (9, "IX"), (25, "XXV"), (30, "XXX"), (41, "XLI"), (63, "LXIII"), (94, "XCIV")],
)
def test_known_sessions(number: int, figures: str) -> None:
    assert roman_figures(number) == figures
    assert roman_value(figures) == roman_value(figures.lower()) == number


def test_all_sessions_round_trip() -> None:
    assert [roman_value(roman_figures(number)) for number in range(1, 300)] == list(range(1, 300))


@pytest.mark.parametrize("figures", ["", "IIII", "VX", "IC", "XXVA", "S-VI", "78"])
def test_what_is_no_roman_figure_is_nought(figures: str) -> None:
    assert roman_value(figures) == 0

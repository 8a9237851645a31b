"""Tokens: symbols whole, endings gone, marks that people leave out put aside."""

import pytest

from indexer.tokens import folded, grams, symbols, words


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("резолюции 78/147 и A/RES/77/158", "ru", ["#78/147", "#77/158", "резолюц", "и"]),
        ("Glaciers, melting", "en", ["glacier", "melt"]),
        ("ледников ледниками", "ru", ["ледник", "ледник"]),
        ("保护冰川", "zh", ["保护", "护冰", "冰川"]),
        ("Ёлка ёж", "ru", ["елк", "еж"]),
        ("UNEP/EA.6/Res.3", "en", ["unep", "ea", "6", "res", "3"]),
        ("мұздықтарды", "kk", ["мұздықта"]),
        ("2026", "kk", ["2026"]),
    ],
)
def test_words(text: str, language: str, expected: list[str]) -> None:
    assert words(text, language) == expected


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("мұздықтар", "мұздықтарды"),
        ("oʻzbekiston", "o'zbekiston"),
        ("İKLİM", "iklim"),
        ("أحكام", "احكام"),
    ],
)
def test_forms_that_must_meet(left: str, right: str) -> None:
    shared = set(grams(left)) & set(grams(right))
    assert folded(left) == folded(right) or len(shared) >= 4


def test_a_symbol_is_one_token_whatever_stands_before_it() -> None:
    assert list(symbols("78/147")) == list(symbols("A/RES/78/147")) == ["78/147"]


def test_grams_of_a_word_with_a_slip_mostly_stay() -> None:
    right, slip = set(grams("desertification")), set(grams("desertificaton"))
    assert len(right & slip) / len(right) > 0.7

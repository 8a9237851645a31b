"""Codes of States: those of ISO 3166-1, and no other that a table of territories has."""

import pytest

from corpus.errors import NotHeld
from corpus.states import FIVE, alpha3_codes, name_of_alpha3, state_code
from ui.states import WORLD

ASSIGNED = 249
"""As many codes as ISO 3166-1 has assigned."""


NOT_A_STATE = """
ZZZ XXX XX ZZ EUE UNO QUU EU EZ UN XKK XK AAA AA XAA XA QM QMM QO ASC AC CPT DGA TAA EA IC BUR DDR FXX TMP YMD ZAR SUN
YUG ANT F FRANCE 250 001 world fillers
"""
OF_A_STATE = {
    "KAZ": "KAZ kz",
    "FRA": "fr FRA",
    "QAT": "QA",
    "MMR": "MM",
    "COD": "CD",
    "TLS": "TL",
    "YEM": "ye",
    "HKG": "HK",
}


@pytest.mark.parametrize("written", ["", " ", *NOT_A_STATE.split()])
def test_a_code_that_names_no_state_is_refused_in_one_sentence(written: str) -> None:
    with pytest.raises(
        NotHeld, match=r"^“[^”]*” is not the code of a State; give its three letters, such as KAZ or BOL\.$"
    ):
        state_code(written)


@pytest.mark.parametrize(
    ("written", "code"), [(each, code) for code, several in OF_A_STATE.items() for each in several.split()]
)
def test_a_state_is_known_by_either_of_its_codes(written: str, code: str) -> None:
    assert state_code(f" {written} ") == code


def test_the_codes_are_those_that_iso_has_assigned() -> None:
    codes = alpha3_codes()
    assert len(codes) == len(set(codes.values())) == ASSIGNED
    assert set(FIVE) | set(WORLD) <= set(codes)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_code_has_a_name(language: str) -> None:
    for code in alpha3_codes():
        assert state_code(code) == code
        assert name_of_alpha3(code, language) != code
        assert "Unknown" not in name_of_alpha3(code, language)

"""Symbols are read exactly and print back as they were read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import SymbolError
from corpus.symbol import Series, Symbol

TABLE = [
    ("A/RES/78/147", "A/RES/78/147", "GA", Series.RESOLUTION, "78", "147"),
    ("78/147", "A/RES/78/147", "GA", Series.RESOLUTION, "78", "147"),
    ("a/res/78/147", "A/RES/78/147", "GA", Series.RESOLUTION, "78", "147"),
    ("A/RES/31/16 A", "A/RES/31/16 A", "GA", Series.RESOLUTION, "31", "16"),
    ("A/RES/S-10/2", "A/RES/S-10/2", "GA", Series.RESOLUTION, "S-10", "2"),
    ("ES-11/1", "A/RES/ES-11/1", "GA", Series.RESOLUTION, "ES-11", "1"),
    ("2625 (XXV)", "A/RES/2625 (XXV)", "GA", Series.RESOLUTION, "XXV", "2625"),
    ("3367 A (XXX)", "A/RES/3367 A (XXX)", "GA", Series.RESOLUTION, "XXX", "3367"),
    ("A/DEC/78/512", "A/DEC/78/512", "GA", Series.DECISION, "78", "512"),
    ("UNEP/EA.6/Res.3", "UNEP/EA.6/Res.3", "UNEA", Series.RESOLUTION, "6", "3"),
    ("UNEP/EA.6/RES.3", "UNEP/EA.6/Res.3", "UNEA", Series.RESOLUTION, "6", "3"),
]


@pytest.mark.parametrize(("written", "canonical", "body", "series", "session", "number"), TABLE)
def test_known_forms(written: str, canonical: str, body: str, series: Series, session: str, number: str) -> None:
    symbol = Symbol.parse(written)
    assert (symbol.canonical, symbol.body, symbol.series) == (canonical, body, series)
    assert (symbol.session, symbol.number) == (session, number)
    assert str(symbol) == written


@pytest.mark.parametrize("written", ["", "78", "78/", "A/RES/", "hello", "2018-2028", "78/147/2", "24.05"])
def test_what_is_no_symbol_is_refused(written: str) -> None:
    with pytest.raises(SymbolError, match="not a UN document symbol"):
        Symbol.parse(written)


@given(st.integers(31, 90), st.integers(1, 399), st.sampled_from(["", " A", " B"]))
def test_canonical_symbols_round_trip(session: int, number: int, part: str) -> None:
    written = f"A/RES/{session}/{number}{part}"
    symbol = Symbol.parse(written)
    assert str(symbol) == symbol.canonical == written
    assert Symbol.parse(symbol.canonical) == symbol

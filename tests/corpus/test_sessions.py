"""The window of a session, exact for the sessions that opened at an unusual time."""

from datetime import date

import pytest

from corpus.sessions import session_window
from corpus.symbol import Symbol

WINDOWS = [
    ("A/RES/78/147", date(2023, 9, 5), date(2024, 9, 21)),
    ("A/DEC/78/512", date(2023, 9, 5), date(2024, 9, 21)),
    ("A/RES/31/16 A", date(1976, 9, 5), date(1977, 9, 21)),
    ("A/RES/3363 (XXX)", date(1975, 9, 5), date(1976, 9, 21)),
    ("A/RES/2625 (XXV)", date(1970, 9, 5), date(1971, 9, 21)),
    ("A/RES/1 (I)", date(1946, 1, 10), date(1947, 9, 21)),
    ("A/RES/377 (V)", date(1950, 9, 5), date(1951, 11, 6)),
    ("A/RES/500 (VI)", date(1951, 11, 6), date(1952, 10, 14)),
    ("A/RES/1000 (XI)", date(1956, 11, 12), date(1957, 9, 21)),
    ("A/RES/1990 (XVIII)", date(1963, 9, 5), date(1964, 12, 1)),
    ("A/RES/2000 (XIX)", date(1964, 12, 1), date(1965, 9, 21)),
    ("UNEP/EA.5/Res.1", date(2021, 2, 1), date(2022, 3, 31)),
    ("UNEP/EA.6/Res.3", date(2024, 2, 26), date(2024, 3, 1)),
    ("UNEP/EA.7/Res.10", date(2025, 12, 8), date(2025, 12, 12)),
]
WITHOUT = [
    *("A/RES/S-10/2", "A/RES/ES-11/1", "A/RES/3201 (S-VI)", "A/RES/5 (XXXI)", "A/RES/5 (VXI)", "A/77/443", "A/80/L.4"),
    *("UNEP/EA.8/Res.1", "UNEP/EA.6/L.3", "S/RES/1325 (2000)", "E/RES/2017/4", "A/HRC/RES/48/13", "1/CP.21"),
]
ADOPTED_ON = [
    ("A/RES/70/1", date(2015, 9, 25)),
    ("A/RES/71/222", date(2016, 12, 21)),
    ("A/RES/77/158", date(2022, 12, 14)),
    ("A/RES/78/147", date(2023, 12, 19)),
    ("A/RES/78/278", date(2024, 5, 2)),
    ("A/RES/79/283", date(2025, 4, 16)),
    ("A/RES/80/3", date(2025, 10, 14)),
    ("A/RES/47/190", date(1992, 12, 22)),
]


@pytest.mark.parametrize(("symbol", "first", "last"), WINDOWS)
def test_the_window_of_a_session(symbol: str, first: date, last: date) -> None:
    assert session_window(Symbol.parse(symbol)) == (first, last)


@pytest.mark.parametrize("symbol", WITHOUT)
def test_nothing_is_said_of_other_sessions(symbol: str) -> None:
    assert session_window(Symbol.parse(symbol)) is None


@pytest.mark.parametrize(("symbol", "adopted_on"), ADOPTED_ON)
def test_real_adoption_dates_lie_inside(symbol: str, adopted_on: date) -> None:
    window = session_window(Symbol.parse(symbol))
    assert window is not None
    assert window[0] <= adopted_on <= window[1]

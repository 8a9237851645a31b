"""Numbers by their shape, and which organ can have given them."""

import pytest

from corpus.symbol import Series
from references.numbering import is_far_from_session, is_of_session, organ_of_shape, symbol_of
from references.numbers import FoundNumber, Shape, find_numbers

NUMBERS = (
    ("78/147", Shape.SESSION, "78", "147", ""),
    ("S-10/2", Shape.SESSION, "S-10", "2", ""),
    ("ES–11/1", Shape.SESSION, "ES-11", "1", ""),
    ("ES- 11/1", Shape.SESSION, "ES-11", "1", ""),
    ("2017/4", Shape.SESSION, "2017", "4", ""),
    ("31/16 A", Shape.SESSION, "31", "16", "A"),
    ("31/16 А", Shape.SESSION, "31", "16", "A"),
    ("31/16 A, B and C", Shape.SESSION, "31", "16", "A"),
    ("2625 (XXV)", Shape.ROMAN, "XXV", "2625", ""),
    ("2625(XXV)", Shape.ROMAN, "XXV", "2625", ""),
    ("3367 A (XXX)", Shape.ROMAN, "XXX", "3367", "A"),
    ("1325 (2000)", Shape.YEAR, "2000", "1325", ""),
    ("1325（2000）", Shape.YEAR, "2000", "1325", ""),
    ("1/CP.21", Shape.PARTIES, "CP.21", "1", ""),
    ("5/CMA.3", Shape.PARTIES, "CMA.3", "5", ""),
    ("دإ-10/2", Shape.SESSION, "S-10", "2", ""),
    ("دإط-11/1", Shape.SESSION, "ES-11", "1", ""),
    ("2994 (د-27)", Shape.ROMAN, "XXVII", "2994", ""),
    ("31/16 ألف", Shape.SESSION, "31", "16", "A"),
    ("1/م أ-21", Shape.PARTIES, "CP.21", "1", ""),
    ("٧٨/١٤٧", Shape.SESSION, "78", "147", ""),
)


@pytest.mark.parametrize(("text", "shape", "session", "number", "part"), NUMBERS)
def test_parts_of_a_number(text: str, shape: Shape, session: str, number: str, part: str) -> None:
    assert list(find_numbers(f"» {text}.")) == [FoundNumber(2, 2 + len(text), shape, session, number, part)]


@pytest.mark.parametrize("text", ["12/04/2020", "1/3.5", "A78/147", "78/147/2", "2,78/147", "12345/1", "1325 (1800)"])
def test_what_has_no_shape(text: str) -> None:
    assert list(find_numbers(text)) == []


def number(text: str) -> FoundNumber:
    return next(find_numbers(text))


@pytest.mark.parametrize(
    ("text", "series", "organ"),
    [
        ("78/147", Series.RESOLUTION, "GA"),
        ("78/512", Series.DECISION, "GA"),
        ("15/4", Series.DECISION, ""),
        ("78/4", Series.DECISION, ""),
        ("6/3", Series.RESOLUTION, ""),
        ("2017/4", Series.RESOLUTION, "ECOSOC"),
        ("1325 (2000)", Series.RESOLUTION, "SC"),
        ("2625 (XXV)", Series.RESOLUTION, "GA"),
        ("3367 (XXX)", Series.RESOLUTION, "GA"),
        ("1721 (LIII)", Series.RESOLUTION, "ECOSOC"),
        ("1147 (XLI)", Series.RESOLUTION, "ECOSOC"),
        ("S-10/2", Series.RESOLUTION, "GA"),
        ("1/CP.21", Series.DECISION, "UNFCCC"),
    ],
)
def test_the_organ_that_a_shape_tells(text: str, series: Series, organ: str) -> None:
    assert organ_of_shape(number(text), series, "", years_are_ours=True) == organ


def test_years_are_a_governments_where_the_noun_comes_after() -> None:
    assert organ_of_shape(number("2023/147"), Series.RESOLUTION, "", years_are_ours=False) == ""


@pytest.mark.parametrize(
    ("organ", "text", "symbol"),
    [
        ("GA", "78/147", "A/RES/78/147"),
        ("GA", "6/3", ""),
        ("UNEA", "6/3", "UNEP/EA.6/Res.3"),
        ("HRC", "48/13", "A/HRC/RES/48/13"),
        ("SC", "78/147", ""),
        ("SC", "1325 (2000)", "S/RES/1325 (2000)"),
        ("GA", "1147 (XLI)", ""),
        ("ECOSOC", "2023/24", ""),
        ("ECOSOC", "2017/4", "E/RES/2017/4"),
        ("OTHER", "56/10", ""),
        ("", "78/147", ""),
    ],
)
def test_the_symbol_of_an_organs_number(organ: str, text: str, symbol: str) -> None:
    assert symbol_of(organ, Series.RESOLUTION, number(text)) == symbol


@pytest.mark.parametrize(
    ("symbol", "day", "within", "far"),
    [
        ("A/RES/78/147", "2023-12-19", True, False),
        ("A/RES/78/147", "2013-12-19", False, False),
        ("A/RES/31/1", "2022-05-20", False, True),
        ("E/RES/683 (XXXV)", "2014-05-09", False, True),
        ("E/RES/2017/4", "2017-04-20", False, False),
        ("A/RES/78/147", "", False, False),
        ("", "2023-12-19", False, False),
    ],
)
def test_days_and_sessions(symbol: str, day: str, within: bool, far: bool) -> None:
    assert (is_of_session(symbol, day), is_far_from_session(symbol, day)) == (within, far)

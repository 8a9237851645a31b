"""Quotations are found whatever their marks, nested or never closed, in time that grows with the text only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from references.quotation_marks import CLOSERS, outermost, quotations, unquoted
from tests.timing import TENFOLD, growth


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “a “b” c”.", ["a “b” c", "b"]),
        ("«x „y“ z»", ["x „y“ z", "y"]),
        ("the States’ own “fund”", ["fund"]),
        ("don’t 'x' \"q\" r", ["q"]),
        ("“open", ["open"]),
        ("「水」 和 『冰』", ["水", "冰"]),
        ("„a“ b “c”", ["a", "c"]),
        ("tog‘ va bog‘ ‘suv’", ["suv"]),
        ("‘don’t’ x", ["don’t"]),
        ("a» b «c»", ["c"]),
        ("المعنون ”السياحة“ و”المياه“", ["السياحة"]),
        ("a” b “c”", ["c"]),
        ("“a “b” c", ["a “b” c", "b"]),
        ('"a" b "c', ["a", "c"]),
    ],
)
def test_quotations_are_found_whatever_their_marks(text: str, found: list[str]) -> None:
    assert [each.text for each in quotations(text)] == found


def test_what_is_never_closed_says_so() -> None:
    assert [(each.text, each.closed) for each in quotations("«a «b» c")] == [("a «b» c", False), ("b", True)]


def test_a_quotation_inside_another_is_not_outermost() -> None:
    assert [each.text for each in outermost("“a «b» c” d «e» “f «g»")] == ["a «b» c", "e", "f «g»"]


@given(st.text("ab «»“”„\"‘’'", max_size=40))
def test_each_quotation_stands_behind_its_mark(text: str) -> None:
    for each in quotations(text):
        assert text[each.start : each.end] == each.text
        assert text[each.start - 1] in CLOSERS
        if each.closed:
            assert text[each.end] in CLOSERS[text[each.start - 1]]
        else:
            assert each.end == len(text)


@pytest.mark.parametrize("unit", ["«", "»", "«a", '"', "„a“", "‘’", "a’"])
def test_many_marks_take_linear_time(unit: str) -> None:
    assert growth(lambda count: sum(len(each.text) for each in outermost(unit * count)), 20_000) < TENFOLD


@pytest.mark.parametrize("text", ["«a „b“ c»", " “a 'b' c” ", "a c"])
def test_the_marks_around_a_text_are_taken_off(text: str) -> None:
    assert unquoted(text)[0] == "a"
    assert unquoted(text)[-1] == "c"

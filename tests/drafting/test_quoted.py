"""Words are found in a source whole, and given as they stand there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.quoted import literal, located, stands_in


def test_words_are_found_in_a_source_and_given_as_they_stand_there() -> None:
    source = "of  the State’s\u00ad «fund» – cafe\u0301"
    assert literal('the State\'s "fund" - café', source) == source[4:]
    assert literal("the state’s fund", source) == ""
    assert literal("", source) == ""


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("able to meet the targets", "States are unable to meet the targets."),
        ("unable to meet the tar", "States are unable to meet the targets."),
        ("binding measures", "only non-binding measures"),
        ("binding measures", "only non‑binding measures"),
        ("measures that are non", "measures that are non-binding"),
        ("States can", "States can't pay"),
        ("States can", "States can’t pay"),
        ("at least 10", "at least 10.5 per cent"),
        ("at least 10", "at least 10,000 tons"),
        ("at least 10", "at least 10 000 tons"),
        ("at least 10", "at least 10\u00a0000 tons"),
        ("5 per cent", "10.5 per cent"),
        ("000 tons", "10 000 tons"),
        ("resolution 77/15", "resolution 77/158"),
        ("resolution 77", "resolution 77/158"),
        ("могут участвовать", "не смогут участвовать"),
        ("е могут", "не могут"),
        ("cafe", "cafe\u0301"),
    ],
)
def test_words_and_numbers_that_are_cut_do_not_stand_there(words: str, source: str) -> None:
    assert not stands_in(words, source)
    assert located(words, source) is None


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("able to pay", "unable, but able to pay"),
        ("at least 10", "at least 10 of 100 tons"),
        ("at least 10", "at least 10."),
        ("in 2025", "in 2025, 300 glaciers"),
        ("«Вода»", "Декада «Вода»"),
        ("保护冰川", "会员国保护冰川基金"),
        ("water", "(water/energy)"),
    ],
)
def test_whole_words_stand_there(words: str, source: str) -> None:
    assert stands_in(words, source)
    found = located(words, source)
    assert found and source[slice(*found)] == words


def test_nothing_stands_nowhere() -> None:
    assert not stands_in("", "a")
    assert not stands_in(" ", "a b")


WORDS = st.lists(st.text("абвxyz019", min_size=1, max_size=6), min_size=1, max_size=8)


@given(WORDS, st.data())
def test_any_run_of_words_stands_where_it_was_taken_from(words: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    run = "; ".join(words[first:last])
    assert literal(run, f"«{'; '.join(words)}»") == run


@given(WORDS, st.sampled_from("qщ7"), st.booleans())
def test_no_run_of_words_stands_where_a_letter_more_belongs_to_it(words: list[str], letter: str, before: bool) -> None:
    run = "; ".join(words)
    source = f"«{letter}{run}»" if before else f"«{run}{letter}»"
    assert not stands_in(run, source)
    assert located(run, source) is None

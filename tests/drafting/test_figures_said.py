"""Numbers, shares and days are the same in figures and in words."""

import pytest

from drafting.figures_said import figures_said
from drafting.spelled import in_figures

SPELLED = [
    ("en", "twenty-five per cent", "25 per cent"), ("en", "two hundred and fifty thousand", "250000"),
    ("en", "3 million and fifteen", "3 million and 15"), ("en", "a million", "a 1000000"),
    ("en", "one thousand two hundred", "1200"), ("en", "seventy-eighth session", "78 session"),
    ("en", "two three", "2 3"), ("en", "attention, often, tenuous", "attention, often, tenuous"),
    ("en", "resolution 2625 (XXV) I", "resolution 2625 (25) I"), ("fr", "session XXIV", "session 24"),
    ("ru", "двести пятьдесят тысяч", "250000"), ("ru", "двадцать пять процентов", "25 процентов"),
    ("ru", "семьдесят восьмая сессия", "78 сессия"), ("ru", "десятилетие, однако, стопа", "десятилетие, однако, стопа"),
    ("ru", "три миллиона", "3000000"), ("ru", "5 млн", "5 млн"), ("ru", "одна тысяча триста", "1300"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "written", "figures"), SPELLED)
def test_numbers_in_words_become_figures(language: str, written: str, figures: str) -> None:
    assert in_figures(written, language) == figures


def test_the_same_figures_are_found_in_two_languages() -> None:
    english = figures_said("On 14 December 2022 para. 5 gave 2.5 million and fifteen per cent in May (KAZ-08).", "en")
    russian = figures_said("14 декабря 2022 года п. 5 дал 2,5 млн и 15 процентов в мае (KAZ-08).", "ru")
    assert english == russian
    assert (english.numbers, english.shares, english.days) == ({"2500000"}, {"15"}, {"2022-12-14"})
    assert english.places == {"5"}


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("en", "half of it, three quarters, 1½", {"0.5", "0.25", "3", "1"}),
        ("en", "5 bn and 8 mn, 13 hundred", {"5000000000", "8000000", "1300"}),
        ("ru", "половина и полтора", {"0.5", "1.5"}),
        ("ru", "2 трлн и 3 триллиона", {"2000000000000", "3000000000000"}),
        ("kk", "2 трлн", {"2000000000000"}),
        ("tr", "2 trilyon", {"2000000000000"}),
    ],
)
def test_parts_and_scales_are_figures(language: str, text: str, numbers: set[str]) -> None:
    assert figures_said(text, language).numbers == numbers


def test_a_day_is_taken_out_of_the_numbers_once() -> None:
    said = figures_said("On 14 December 2022 it met 14 States, and again on 21–23 October.", "en")
    assert (said.numbers, said.days) == ({"14"}, {"2022-12-14"})
    assert said.months == {"12-14", "10-21", "10-23"}

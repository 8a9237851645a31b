"""Where sentences end, and which numbers a noun reaches."""

import pytest

from references.chains import Noun, find_nouns, governed_numbers
from references.clauses import sentences
from references.grammar_file import Role, grammar_of
from references.numbers import find_numbers
from references.plain import plain_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("See res. No. 70/1. It stands.", ["See res. No. 70/1.", "It stands."]),
        ("по п. 5 рез. 78/147 от 19 дек. Далее", ["по п. 5 рез. 78/147 от 19 дек.", "Далее"]),
        ("de 1992. la resolución", ["de 1992. la resolución"]),
        (
            "It asks others to do so. Reports follow. Mr. Smith spoke.",
            ["It asks others to do so.", "Reports follow.", "Mr. Smith spoke."],
        ),
        ("第一句。第二句", ["第一句。", "第二句"]),
        ("A heading\n\nA paragraph", ["A heading", "A paragraph"]),
        ("Decides:\n1. To meet;\n2. To part.", ["Decides:", "1. To meet;", "2. To part."]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == expected


def governed(text: str, language: str) -> list[tuple[str, str, bool]]:
    grammar = grammar_of(language)
    numbers = list(find_numbers(text))
    nouns = find_nouns(grammar, text, 0, len(text))
    ends = {number.start: number.end for number in numbers}
    return [
        (text[known.number.start : known.number.end], text[known.noun.start : known.noun.end], known.first)
        for known in governed_numbers(grammar, text, nouns, numbers, ends)
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "resolutions 70/1 and 71/2", [("70/1", "resolutions", True), ("71/2", "resolutions", False)]),
        ("en", "resolution 70/1, under agenda item 18/19", [("70/1", "resolution", True)]),
        (
            "en",
            "resolution 70/1, on reports and letters, and 71/2",
            [("70/1", "resolution", True), ("71/2", "resolution", False)],
        ),
        ("en", "one third, 1/3, of the resolution", []),
        ("zh", "第70/1号和第71/2号决议", [("71/2", "决议", True), ("70/1", "决议", False)]),
        ("tr", "77/158 sayılı, 78/147 sayılı kararlar", [("78/147", "kararlar", True), ("77/158", "kararlar", False)]),
    ],
)
def test_numbers_that_a_noun_governs(language: str, text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert governed(text, language) == expected


def test_nouns_say_what_a_number_is() -> None:
    text = "draft resolution, resolution, decision, report, article"
    assert find_nouns(grammar_of("en"), text, 0, len(text)) == [
        Noun(0, 16, Role.DRAFT),
        Noun(18, 28, Role.RESOLUTION),
        Noun(30, 38, Role.DECISION),
        Noun(40, 46, Role.DOCUMENT),
        Noun(48, 55, Role.OTHER),
    ]


@pytest.mark.parametrize(
    ("given", "plain"),
    [
        ("78/147", "78/147"),
        ("\u200e78\u200f/١٤٧\u200f", "78/147"),
        ("re\u00adso", "reso"),
        ("قــرار", "قرار"),
        ("\u200f", ""),
    ],
)
def test_plain_text_leads_back_to_the_text_given(given: str, plain: str) -> None:
    read = plain_text(given)
    assert read.plain == plain
    for place, character in enumerate(plain):
        start, end = read.start(place), read.end(place + 1)
        assert plain_text(given[start:end]).plain == character
        assert end == start + 1
        assert read.place(start) == place

"""Lines become paragraphs: what is joined, what begins anew, and that nothing is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.parsing.blocks import blocks_of
from corpus.parsing.clean import join_lines
from corpus.source import Line, Role
from tests.corpus.plain_lines import lines_of
from tests.timing import TENFOLD, growth

CUT = """The General Assembly,
Recalling its resolution 90/5 of 3 December 2035 on the meadows of the high valleys and
on the people who cut them,
Recognizing that meadows hold water in the spring and give it back to the rivers when the
summer is dry and the snow has gone,
1.
Decides to observe a day of meadows in each year that has a summer, beginning with the
year 2037;
2. Invites all States to count their meadows, taking into account paragraph
3. of the report, to tell the public of them, and to keep the count for no less than a
year:
(a) In the spring, as provided for in paragraph 5
(a) above;
(b) In the autumn;
3. Requests the Secretary-General to report.
53rd plenary meeting
14 December 2036"""


def texts(text: str, language: str = "en", *, whole: bool = False) -> list[str]:
    return [block.text for block in blocks_of(lines_of(text, whole=whole), language)]


def test_cut_lines_are_joined_at_numbers_openers_and_stops() -> None:
    assert texts(CUT) == [
        "The General Assembly,",
        "Recalling its resolution 90/5 of 3 December 2035 on the meadows of the high valleys and "
        "on the people who cut them,",
        "Recognizing that meadows hold water in the spring and give it back to the rivers when the "
        "summer is dry and the snow has gone,",
        "1. Decides to observe a day of meadows in each year that has a summer, beginning with the year 2037;",
        "2. Invites all States to count their meadows, taking into account paragraph "
        "3. of the report, to tell the public of them, and to keep the count for no less than a year:",
        "(a) In the spring, as provided for in paragraph 5 (a) above;",
        "(b) In the autumn;",
        "3. Requests the Secretary-General to report.",
        "53rd plenary meeting",
        "14 December 2036",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2. Invites States that mow\n\nto mow later.", ["2. Invites States that mow to mow later."]),
        ("A title\nWe, the people of the valley,", ["A title", "We, the people of the valley,"]),
        ("91/17.\n\nMeadows of the valleys", ["91/17. Meadows of the valleys"]),
        ("Annex\nSigns of a meadow", ["Annex", "Signs of a meadow"]),
        ("The hay is cut.\n\nIt is dried.", ["The hay is cut.", "It is dried."]),
        ("• Grass\n• Water", ["• Grass", "• Water"]),
        ("", []),
    ],
)
def test_what_begins_anew(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_a_page_break_alone_does_not_begin_a_paragraph() -> None:
    first = "1. Welcomes the efforts of the people of the valley to keep their meadows green and the United"
    block = blocks_of(lines_of(f"{first}\n\f\nNations system that helped them;"), "en")
    assert [b.text for b in block] == [f"{first} Nations system that helped them;"]
    assert block[0].page == 1
    assert len(block[0].spans) == 2


def test_whole_lines_stay_apart() -> None:
    assert texts("one\ntwo and\nthree", whole=True) == ["one", "two and", "three"]


def test_table_rows_stay_apart() -> None:
    lines = [Line(f"Row {row} | x", row * 10, row * 10 + 9, role=Role.TABLE) for row in range(3)]
    assert [block.role for block in blocks_of(lines, "en")] == [Role.TABLE] * 3


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.text(alphabet="aA1. ,;:()\t•ивИ大会،أ", max_size=30), max_size=30),
    st.sampled_from(["en", "ru", "ar", "zh", "kk"]),
    st.booleans(),
)
def test_every_line_is_in_exactly_one_block(rows: list[str], language: str, whole: bool) -> None:
    lines = [Line(row, 100 * place, 100 * place + len(row), whole=whole) for place, row in enumerate(rows)]
    held = [line for line in lines if line.text.strip()]
    blocks = blocks_of(lines, language)
    assert [span for block in blocks for span in block.spans] == [(line.start, line.end) for line in held]
    starts = {line.start: line.text for line in held}
    for block in blocks:
        assert block.text == join_lines([starts[start] for start, _ in block.spans])


def test_ten_thousand_lines_take_linear_time() -> None:
    rows = [f"{n}. Decides that line {n} is kept, as it was before;" for n in range(1, 10_001)]
    lines = {count: lines_of("\n".join(rows[:count])) for count in (1_000, 10_000)}
    assert growth(lambda count: blocks_of(lines[count], "en"), 1_000) < TENFOLD


SPACED = """Statement
on hay

Hay is cut in the early summer when the grass is high and the days are long, and the bells
of the cattle are heard from the upper pastures, where the herdsmen stay until the snow.

It is dried.

We ask all States that have meadows to look after them in every season of the coming
Decade of Hay, as they have said they would, and we thank those that have done so
already. They
know why.

It is stored in barns.

It is sold at the fair.

It is eaten in the winter by cows."""


def test_where_gaps_part_paragraphs_a_short_line_does_not() -> None:
    found = texts(SPACED)
    assert [text.split(maxsplit=1)[0] for text in found] == ["Statement", "Hay", "It", "We", "It", "It", "It"]
    assert found[3].endswith("already. They know why.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Meeting on hay, held from 3 to 9 May,\n2041", ["Meeting on hay, held from 3 to 9 May, 2041"]),
        ("From the days of the\nRepublic the hay was cut.", ["From the days of the Republic the hay was cut."]),
        ("Hay Forum\n------------\nStatement by mowers", ["Hay Forum", "------------", "Statement by mowers"]),
    ],
)  # fmt: skip
def test_lines_that_plainly_go_on(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("language", "ends"),
    [("kk", "ескере отырып,"), ("ky", "эске алуу менен,"), ("tk", "nazara alyp,"), ("tr", "dikkate alarak,"),
     ("uz", "inobatga olib,")],
)  # fmt: skip
def test_a_preamble_without_known_openers_is_parted_at_its_last_verb(language: str, ends: str) -> None:
    width = len("Abcdef ") * 8 + len(ends)
    paragraph = "Abcdef " * 8 + ends
    lines = [("Abcdef " * 30)[:width].strip(), paragraph]
    text = "\n".join(lines * 3)
    assert len(texts(text, language)) == 3

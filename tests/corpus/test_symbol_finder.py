"""Full symbols are found in running text at their exact places, and nothing else is."""

from collections import deque

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.symbol import Symbol
from corpus.symbol_finder import LOOK_ALIKES, find_symbols
from tests.corpus.test_symbol import CANONICAL
from tests.timing import seconds_of

TEXTS = [
    ("Recalling A/RES/78/147, A/77/443 and A/C.2/78/L.12/Rev.1.", ["A/RES/78/147", "A/77/443", "A/C.2/78/L.12/Rev.1"]),
    ("Парижское соглашение (1/CP.21; FCCC/CP/2015/10/Add.1).", ["1/CP.21", "FCCC/CP/2015/10/Add.1"]),
    ("резолюция S/RES/1325 (2000) и E/RES/1721(LIII)", ["S/RES/1325 (2000)", "E/RES/1721(LIII)"]),
    ("A/RES/31/16 A of 1976 and A/RES/3367 A (XXX)", ["A/RES/31/16 A", "A/RES/3367 A (XXX)"]),
    ("A/RES/31/16 A/RES/31/17", ["A/RES/31/16", "A/RES/31/17"]),
    (
        "A/RES/31/16\u00a0A, A/RES/2625\u00a0(XXV), A/80/6\u00a0(Sect.\u00a014)",
        ["A/RES/31/16\u00a0A", "A/RES/2625\u00a0(XXV)", "A/80/6\u00a0(Sect.\u00a014)"],
    ),
    ("A/RES/78/252 A-C", ["A/RES/78/252"]),
    ("A/RES/78/147 (see para. 5)", ["A/RES/78/147"]),
    ("A/RES/78/147 О положении; A/RES/78/127 В связи с этим", ["A/RES/78/147", "A/RES/78/127"]),
    ("见第A/RES/78/147号决议。UNEP/EA.6/Res.3。", ["A/RES/78/147", "UNEP/EA.6/Res.3"]),
    ("第Ｓ／ＲＥＳ／１３２５（２０００）号决议", ["Ｓ／ＲＥＳ／１３２５（２０００）"]),
    ("وA/RES/78/147، \u200fA/80/L.4\u200f؛ A/RES/٧٨/١٤٨.", ["A/RES/78/147", "A/80/L.4", "A/RES/٧٨/١٤٨"]),
    ("A/RES/78/147-резолюциясында, A/RES/70/1'in, A/RES/72/283-sonli", ["A/RES/78/147", "A/RES/70/1", "A/RES/72/283"]),
    (
        "A/45/123-S/21234 and FCCC/CP/2024/9–FCCC/PA/CMA/2024/7",
        ["A/45/123", "S/21234", "FCCC/CP/2024/9", "FCCC/PA/CMA/2024/7"],
    ),
    (
        "A/RES/\n78/147, A/\u00ad80/\u00a0L.4, A/77/\r\n  443",
        ["A/RES/\n78/147", "A/\u00ad80/\u00a0L.4", "A/77/\r\n  443"],
    ),
    ("a/res/78/147 and unep/ea.6/res.3", ["a/res/78/147", "unep/ea.6/res.3"]),
    (
        "«A/80/6 (Sect. 14)/Corr.1», [S/PV.9876], ICCD/COP(16)/2",
        ["A/80/6 (Sect. 14)/Corr.1", "S/PV.9876", "ICCD/COP(16)/2"],
    ),
    ("[A/RES/78/147](https://undocs.org/A/RES/78/147)", ["A/RES/78/147"]),
    ("A/RES/78/147.The A/RES/78/148.3", ["A/RES/78/147", "A/RES/78/148"]),
]

NOTHING = [
    "78/147, 2625 (XXV), 1325 (2000), UNEA 6/3 and S-10/2 are short forms",
    "https://undocs.org/en/A/RES/78/147 www.un.org/?symbol=A/RES/78/147",
    "undocs.org/A/RES/78/147 docs/A/RES/78/147 C:\\A/RES/78/147 /A/RES/78/147 symbol=A/RES/78/147",
    "A/RES/78/147.pdf A/RES/78/147/text A/RES/78/147x xA/RES/78/147 pre-A/RES/78/147 A/RES/78/147_2",
    "N/A, HIV/AIDS, TCP/IP, and/or, s/he, A/H1N1, А/Я 123, с/х, km/h, A/4/5, S/M/L, w/o, 24/7, a/77/443, 1/2",
    "A/C.2, A/CONF.202 and A/HRC are bodies; A/RES is a series; A/RES/78 is cut off",
    "",
]

LOOKING_ALIKE = [
    ("«А/RES/78/147»", "A/RES/78/147", (1,)),
    ("см. A/С.2/78/L.3.", "A/C.2/78/L.3", (6,)),
    ("Е/RES/1980/67", "E/RES/1980/67", (0,)),
    ("A/RES/2625 (ХХV)", "A/RES/2625 (XXV)", (12, 13)),
    ("UNEP/ЕА.6/Rеs.3", "UNEP/EA.6/Res.3", (5, 6, 11)),
    ("A/RES/31/16 А, то есть", "A/RES/31/16 A", (12,)),
    ("1/СР.21", "1/CP.21", (2, 3)),
    ("Α/77/443", "A/77/443", (0,)),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS, ids=range(len(TEXTS)))
def test_symbols_in_running_text(text: str, expected: list[str]) -> None:
    found = list(find_symbols(text))
    assert [text[symbol.start : symbol.end] for symbol in found] == expected
    assert [str(symbol.symbol) for symbol in found] == expected
    assert [symbol.symbol for symbol in found] == [Symbol.parse(written) for written in expected]
    assert not any(symbol.homoglyphs for symbol in found)


@pytest.mark.parametrize("text", NOTHING, ids=range(len(NOTHING)))
def test_what_is_not_a_full_symbol_is_left_alone(text: str) -> None:
    assert list(find_symbols(text)) == []


@pytest.mark.parametrize(("text", "canonical", "places"), LOOKING_ALIKE)
def test_letters_of_another_script_are_seen_through_but_told(
    text: str, canonical: str, places: tuple[int, ...]
) -> None:
    (found,) = find_symbols(text)
    assert (found.symbol.canonical, found.homoglyphs) == (canonical, places)
    assert str(found.symbol) == text[found.start : found.end]


BEFORE = st.sampled_from([" ", "(", "«", "\n", "و", "第", "\u200f", "“", "—", ": ", "- "])
AFTER = st.sampled_from([" ", ")", "»", "\n", "،", "。", "号", "\u200f", "; ", ", ", ". ", "”", "؟", "] "])
WORDS = st.text(alphabet="абвгдежзиклмнопрстуфхцчш aehiknorstxyz 的决议联合国 قرارالجمعية 0123456789,;.\n", max_size=60)


@given(WORDS, BEFORE, CANONICAL, AFTER, WORDS)
def test_a_symbol_is_found_at_its_exact_place(
    before: str, opening: str, written: str, closing: str, after: str
) -> None:
    start = len(before) + len(opening)
    (found,) = find_symbols(before + opening + written + closing + after)
    assert (found.start, found.end) == (start, start + len(written))
    assert found.symbol == Symbol.parse(written)
    assert found.homoglyphs == ()


@given(CANONICAL, st.data())
def test_any_letter_may_be_of_another_script(written: str, data: st.DataObject) -> None:
    twins = {latin: other for other, latin in LOOK_ALIKES.items()}
    able = [place for place, letter in enumerate(written) if letter in twins]
    chosen = set(data.draw(st.lists(st.sampled_from(able)))) if able else set()
    text = "".join(twins[letter] if place in chosen else letter for place, letter in enumerate(written))
    (found,) = find_symbols(text)
    assert found.symbol == Symbol.parse(written)
    assert found.homoglyphs == tuple(sorted(chosen))


@given(st.text(alphabet="AСSE/ .(-)RESXV12\n\u00ad0хa", max_size=80))
def test_what_is_found_can_be_read_where_it_stands(text: str) -> None:
    end = 0
    for found in find_symbols(text):
        assert end <= found.start < found.end <= len(text)
        assert str(found.symbol) == text[found.start : found.end]
        assert Symbol.parse(found.symbol.canonical) == found.symbol
        end = found.end


@pytest.mark.parametrize(
    "unit",
    [
        "A/",
        "A/\n",
        "A/1 ",
        "A/RES/",
        "A/1",
        "A",
        "1/",
        "1",
        "A/RES/1 (",
        "https://",
        "www.",
        "A/S-1-",
        "A/\u00ad\n  ",
    ],
)
def test_a_megabyte_takes_less_than_a_second(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    assert seconds_of(lambda: deque(find_symbols(text), maxlen=0), enough=1) < 1

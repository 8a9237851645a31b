"""Symbols are read exactly and print back as they were read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import SymbolError
from corpus.symbol import Series, Symbol

RESOLUTION, DECISION, DOCUMENT = Series.RESOLUTION, Series.DECISION, Series.DOCUMENT

ADOPTED = [
    ("A/RES/78/147", "A/RES/78/147", "GA", RESOLUTION, "78", "147", ""),
    ("78/147", "A/RES/78/147", "GA", RESOLUTION, "78", "147", ""),
    ("a/res/78/147", "A/RES/78/147", "GA", RESOLUTION, "78", "147", ""),
    ("A/RES/31/16 A", "A/RES/31/16 A", "GA", RESOLUTION, "31", "16", "A"),
    ("31/16a", "A/RES/31/16 A", "GA", RESOLUTION, "31", "16", "A"),
    ("A/RES/S-10/2", "A/RES/S-10/2", "GA", RESOLUTION, "S-10", "2", ""),
    ("S-10/2", "A/RES/S-10/2", "GA", RESOLUTION, "S-10", "2", ""),
    ("ES-11/1", "A/RES/ES-11/1", "GA", RESOLUTION, "ES-11", "1", ""),
    ("A/RES/ES-11/1", "A/RES/ES-11/1", "GA", RESOLUTION, "ES-11", "1", ""),
    ("3363 (XXX)", "A/RES/3363 (XXX)", "GA", RESOLUTION, "XXX", "3363", ""),
    ("2625 (XXV)", "A/RES/2625 (XXV)", "GA", RESOLUTION, "XXV", "2625", ""),
    ("A/RES/2625(XXV)", "A/RES/2625 (XXV)", "GA", RESOLUTION, "XXV", "2625", ""),
    ("2625\u00a0(xxv)", "A/RES/2625 (XXV)", "GA", RESOLUTION, "XXV", "2625", ""),
    ("3367 A (XXX)", "A/RES/3367 A (XXX)", "GA", RESOLUTION, "XXX", "3367", "A"),
    ("A/RES/3201 (S-VI)", "A/RES/3201 (S-VI)", "GA", RESOLUTION, "S-VI", "3201", ""),
    ("A/DEC/78/512", "A/DEC/78/512", "GA", DECISION, "78", "512", ""),
    ("S/RES/1325 (2000)", "S/RES/1325 (2000)", "SC", RESOLUTION, "2000", "1325", ""),
    ("S/RES/1325(2000)", "S/RES/1325 (2000)", "SC", RESOLUTION, "2000", "1325", ""),
    ("1325 (2000)", "S/RES/1325 (2000)", "SC", RESOLUTION, "2000", "1325", ""),
    ("S/RES/1325", "S/RES/1325", "SC", RESOLUTION, "", "1325", ""),
    ("E/RES/2017/4", "E/RES/2017/4", "ECOSOC", RESOLUTION, "2017", "4", ""),
    ("E/RES/1980/67", "E/RES/1980/67", "ECOSOC", RESOLUTION, "1980", "67", ""),
    ("1721 (LIII)", "E/RES/1721 (LIII)", "ECOSOC", RESOLUTION, "LIII", "1721", ""),
    ("E/RES/1721(LIII)", "E/RES/1721 (LIII)", "ECOSOC", RESOLUTION, "LIII", "1721", ""),
    ("E/RES/496 (XVI)", "E/RES/496 (XVI)", "ECOSOC", RESOLUTION, "XVI", "496", ""),
    ("A/HRC/RES/48/13", "A/HRC/RES/48/13", "HRC", RESOLUTION, "48", "13", ""),
    ("A/HRC/RES/S-33/1", "A/HRC/RES/S-33/1", "HRC", RESOLUTION, "S-33", "1", ""),
    ("UNEP/EA.6/Res.3", "UNEP/EA.6/Res.3", "UNEA", RESOLUTION, "6", "3", ""),
    ("UNEP/EA.6/RES.3", "UNEP/EA.6/Res.3", "UNEA", RESOLUTION, "6", "3", ""),
    ("unep/ea.6/res.3", "UNEP/EA.6/Res.3", "UNEA", RESOLUTION, "6", "3", ""),
    ("1/CP.21", "1/CP.21", "UNFCCC", DECISION, "CP.21", "1", ""),
    ("5/CMA.3", "5/CMA.3", "UNFCCC", DECISION, "CMA.3", "5", ""),
    ("2/CMP.8", "2/CMP.8", "UNFCCC", DECISION, "CMP.8", "2", ""),
    ("3/COP.13", "3/COP.13", "UNCCD", DECISION, "COP.13", "3", ""),
    ("CBD/COP/DEC/15/4", "CBD/COP/DEC/15/4", "CBD", DECISION, "15", "4", ""),
    ("CBD/CP/DEC/10/1", "CBD/CP/DEC/10/1", "CBD", DECISION, "10", "1", ""),
    ("UNEP/CBD/COP/DEC/X/2", "UNEP/CBD/COP/DEC/X/2", "CBD", DECISION, "X", "2", ""),
    ("A/RES/٧٨/١٤٧", "A/RES/78/147", "GA", RESOLUTION, "78", "147", ""),
    ("A/RES/\u00ad78/\n147", "A/RES/78/147", "GA", RESOLUTION, "78", "147", ""),
]

PAPERS = [
    ("A/C.2/78/L.12/Rev.1", "A/C.2/78/L.12/Rev.1", "GA", "78", "L.12", ("Rev.1",)),
    ("a/c.2/78/l.12/rev.1", "A/C.2/78/L.12/Rev.1", "GA", "78", "L.12", ("Rev.1",)),
    ("A/80/L.4", "A/80/L.4", "GA", "80", "L.4", ()),
    ("A/77/443", "A/77/443", "GA", "77", "443", ()),
    ("A/71/463/Add.1", "A/71/463/Add.1", "GA", "71", "463", ("Add.1",)),
    ("A/71/463/ADD.1/CORR.2", "A/71/463/Add.1/Corr.2", "GA", "71", "463", ("Add.1", "Corr.2")),
    ("A/CONF.202/3", "A/CONF.202/3", "GA", "", "3", ()),
    ("A/78/PV.50", "A/78/PV.50", "GA", "78", "", ("PV.50",)),
    ("A/C.1/78/SR.5/Add.1", "A/C.1/78/SR.5/Add.1", "GA", "78", "", ("SR.5", "Add.1")),
    ("A/80/6 (Sect. 14)", "A/80/6 (Sect. 14)", "GA", "80", "6", ("(Sect. 14)",)),
    ("A/78/6 (Sect. 1)/Corr.1", "A/78/6 (Sect. 1)/Corr.1", "GA", "78", "6", ("(Sect. 1)", "Corr.1")),
    ("S/2020/1234", "S/2020/1234", "SC", "2020", "1234", ()),
    ("S/PV.9876", "S/PV.9876", "SC", "", "", ("PV.9876",)),
    ("S/21234", "S/21234", "SC", "", "21234", ()),
    ("E/2023/64", "E/2023/64", "ECOSOC", "2023", "64", ()),
    ("E/CN.4/2005/WG.22/WP.1/Rev.4", "E/CN.4/2005/WG.22/WP.1/Rev.4", "ECOSOC", "2005", "WP.1", ("Rev.4",)),
    ("E/CN.4/Sub.2/1987/L.3", "E/CN.4/Sub.2/1987/L.3", "ECOSOC", "1987", "L.3", ()),
    ("A/HRC/52/24", "A/HRC/52/24", "HRC", "52", "24", ()),
    ("A/HRC/WG.6/40/BGD/3", "A/HRC/WG.6/40/BGD/3", "HRC", "40", "3", ()),
    ("UNEP/EA.6/L.3", "UNEP/EA.6/L.3", "UNEA", "6", "L.3", ()),
    ("UNEP/GC.27/17", "UNEP/GC.27/17", "other", "", "17", ()),
    ("FCCC/CP/2015/10/Add.1", "FCCC/CP/2015/10/Add.1", "UNFCCC", "2015", "10", ("Add.1",)),
    ("FCCC/PA/CMA/2021/10/Add.1", "FCCC/PA/CMA/2021/10/Add.1", "UNFCCC", "2021", "10", ("Add.1",)),
    ("CBD/WG2020/5/L.2", "CBD/WG2020/5/L.2", "CBD", "5", "L.2", ()),
    ("ICCD/COP(16)/L.3", "ICCD/COP(16)/L.3", "UNCCD", "16", "L.3", ()),
    ("iccd/cop(16)/24/add.1", "ICCD/COP(16)/24/Add.1", "UNCCD", "16", "24", ("Add.1",)),
    ("NPT/CONF.2020/WP.1", "NPT/CONF.2020/WP.1", "other", "", "WP.1", ()),
    ("CD/8/Rev.9", "CD/8/Rev.9", "other", "", "8", ("Rev.9",)),
]

REFUSED = [
    *("", "78", "78/", "A/RES/", "hello", "2018-2028", "78/147/2", "24.05", "1980/67"),
    *("A/RES/78", "A/RES/78/147/2", "A/RES/2017/4", "E/RES/17/4", "S/RES/1325 (XX)", "A/HRC/RES/48", "UNEP/EA.6/Res."),
    *("A/C.2", "A/CONF.202", "A/77", "A/4/5", "S/10/12", "A/H1N1", "N/A", "A/C.2/78/L.", "A/77/443/Add", "A//443"),
    *("A/RES/78/147 para. 5", "A/77/443 and Add.1", "А/RES/78/147", "A/" * 100_000, "A/1" + "/1" * 100_000),
]

OF = [
    ("UNEA", RESOLUTION, "6", "3", "", "UNEP/EA.6/Res.3"),
    ("UNEA", DECISION, "5", "2", "", "UNEP/EA.5/Dec.2"),
    ("HRC", RESOLUTION, "48", "13", "", "A/HRC/RES/48/13"),
    ("ECOSOC", RESOLUTION, "2017", "4", "", "E/RES/2017/4"),
    ("ECOSOC", RESOLUTION, "LIII", "1721", "", "E/RES/1721 (LIII)"),
    ("ECOSOC", RESOLUTION, "XX", "623", "B", "E/RES/623 B (XX)"),
    ("SC", RESOLUTION, "2000", "1325", "", "S/RES/1325 (2000)"),
    ("GA", RESOLUTION, "78", "147", "", "A/RES/78/147"),
    ("GA", RESOLUTION, "31", "16", "A", "A/RES/31/16 A"),
    ("GA", RESOLUTION, "XXX", "3367", "A", "A/RES/3367 A (XXX)"),
    ("GA", RESOLUTION, "S-10", "2", "", "A/RES/S-10/2"),
    ("GA", RESOLUTION, "S-VI", "3201", "", "A/RES/3201 (S-VI)"),
    ("GA", DECISION, "78", "512", "", "A/DEC/78/512"),
    ("CBD", DECISION, "15", "4", "", "CBD/COP/DEC/15/4"),
    ("CBD", DECISION, "X", "2", "", "UNEP/CBD/COP/DEC/X/2"),
    ("CBD", DECISION, "XIII", "5", "", "CBD/COP/DEC/XIII/5"),
    ("UNFCCC", DECISION, "CP.21", "1", "", "1/CP.21"),
    ("UNCCD", DECISION, "COP.13", "3", "", "3/COP.13"),
    ("UNCCD", DECISION, "13", "3", "", "3/COP.13"),
]

NOT_OF = [
    ("SC", DECISION, "2000", "1325", ""),
    ("SC", RESOLUTION, "2000", "1325", "A"),
    ("other", RESOLUTION, "1", "1", ""),
    ("UNFCCC", DECISION, "21", "1", ""),
    ("GA", DOCUMENT, "78", "147", ""),
    ("GA", RESOLUTION, "2017", "4", ""),
    ("GA", RESOLUTION, "", "4", ""),
]


@pytest.mark.parametrize(("written", "canonical", "body", "series", "session", "number", "part"), ADOPTED)
def test_resolutions_and_decisions(written, canonical, body, series, session, number, part) -> None:
    symbol = Symbol.parse(written)
    assert (symbol.canonical, symbol.body, symbol.series) == (canonical, body, series)
    assert (symbol.session, symbol.number, symbol.part, symbol.suffixes) == (session, number, part, ())
    assert str(symbol) == written
    assert Symbol.parse(canonical) == symbol


@pytest.mark.parametrize(("written", "canonical", "body", "session", "number", "suffixes"), PAPERS)
def test_drafts_reports_records(written, canonical, body, session, number, suffixes) -> None:
    symbol = Symbol.parse(written)
    assert (symbol.canonical, symbol.body, symbol.series) == (canonical, body, DOCUMENT)
    assert (symbol.session, symbol.number, symbol.part, symbol.suffixes) == (session, number, "", suffixes)
    assert str(symbol) == written
    assert Symbol.parse(canonical) == symbol


def test_a_corrigendum_is_not_the_resolution_itself() -> None:
    corrected = Symbol.parse("A/RES/78/147/Corr.1")
    assert (corrected.canonical, corrected.series, corrected.suffixes) == (
        "A/RES/78/147/Corr.1",
        RESOLUTION,
        ("Corr.1",),
    )
    assert corrected != Symbol.parse("A/RES/78/147")


@pytest.mark.parametrize("written", REFUSED, ids=lambda written: written[:20] or "nothing")
def test_what_is_no_symbol_is_refused(written: str) -> None:
    with pytest.raises(SymbolError, match="not a UN document symbol"):
        Symbol.parse(written)


@pytest.mark.parametrize(("organ", "series", "session", "number", "part", "canonical"), OF)
def test_a_short_form_with_its_organ(organ, series, session, number, part, canonical) -> None:
    symbol = Symbol.of(organ, series, session, number, part)
    assert (symbol.canonical, symbol.written) == (canonical, canonical)
    assert (symbol.body, symbol.series, symbol.number, symbol.part) == (organ, series, number, part)


@pytest.mark.parametrize(("organ", "series", "session", "number", "part"), NOT_OF)
def test_what_an_organ_does_not_number_is_refused(organ, series, session, number, part) -> None:
    with pytest.raises(SymbolError):
        Symbol.of(organ, series, session, number, part)


def small(last: int) -> st.SearchStrategy[str]:
    return st.integers(1, last).map(str)


LETTER = st.sampled_from(["", " A", " B"])
ISSUE = st.lists(st.builds("/{}.{}".format, st.sampled_from(["Add", "Corr", "Rev"]), small(30)), max_size=2).map(
    "".join
)
SESSION = st.integers(31, 99).map(str)
YEAR = st.integers(1946, 2049).map(str)
ROMAN = st.sampled_from(["I", "IV", "IX", "XIV", "XXV", "XXX"])
CANONICAL = st.one_of(
    st.builds("A/RES/{}/{}{}".format, SESSION, small(399), LETTER),
    st.builds("A/RES/{}{} ({})".format, small(3541), LETTER, ROMAN),
    st.builds("A/RES/{}-{}/{}".format, st.sampled_from(["S", "ES"]), small(33), small(30)),
    st.builds("A/DEC/{}/{}".format, SESSION, small(599)),
    st.builds("S/RES/{} ({})".format, small(2999), YEAR),
    st.builds("E/RES/{}/{}".format, YEAR, small(300)),
    st.builds("E/RES/{} ({})".format, small(2130), st.sampled_from(["XXXI", "XL", "LIII", "LXIII", "V"])),
    st.builds("A/HRC/RES/{}/{}".format, small(60), small(50)),
    st.builds("UNEP/EA.{}/Res.{}".format, small(9), small(30)),
    st.builds("{}/{}.{}".format, small(30), st.sampled_from(["CP", "CMA", "CMP", "COP"]), small(40)),
    st.builds("CBD/COP/DEC/{}/{}".format, small(17), small(40)),
    st.builds("A/{}/{}{}".format, SESSION, small(999), ISSUE),
    st.builds("A/C.{}/{}/L.{}{}".format, small(6), SESSION, small(99), ISSUE),
    st.builds("{}/{}/{}{}".format, st.sampled_from("SE"), YEAR, small(1500), ISSUE),
    st.builds("FCCC/CP/{}/{}{}".format, YEAR, small(30), ISSUE),
    st.builds("ICCD/COP({})/{}{}".format, small(17), small(30), ISSUE),
    st.builds("A/{}/PV.{}".format, SESSION, small(120)),
    st.builds("E/CN.{}/{}/L.{}{}".format, small(20), YEAR, small(50), ISSUE),
)


@given(CANONICAL)
def test_canonical_symbols_round_trip(written: str) -> None:
    symbol = Symbol.parse(written)
    assert str(symbol) == symbol.canonical == written
    assert Symbol.parse(symbol.canonical) == symbol


@given(CANONICAL, st.sampled_from([str.lower, str.upper, lambda text: text.replace(" (", "(")]))
def test_other_writings_of_a_symbol_are_the_same_symbol(canonical: str, rewrite) -> None:
    written = rewrite(canonical)
    assert str(Symbol.parse(written)) == written
    assert Symbol.parse(written) == Symbol.parse(canonical)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        symbol = Symbol.parse(text)
    except SymbolError:
        return
    assert Symbol.parse(symbol.canonical) == symbol

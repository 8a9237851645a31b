"""Imports from the UN Digital Library: reading, merging, keeping, looking up."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import CorpusError, InputRefused, SymbolError
from corpus.imports import (
    BadRow,
    Conflict,
    ImportReport,
    KnownResolution,
    Provenance,
    ResolutionTable,
    Stated,
    curated_resolutions,
    import_file,
    load_imported,
    load_resolutions,
    merge,
    save_imported,
)
from corpus.imports.catalogue import catalogue_date, catalogue_symbol, catalogue_title, tally, vote_in_note
from corpus.imports.known import Fill
from corpus.imports.merge import same_value
from corpus.imports.table import place_of
from corpus.library import Library
from corpus.tables import Confidence
from tests.timing import seconds_of

DAY = date(2026, 11, 22)
GA_HEADER = (
    "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,agenda_title,"
    "subjects,vote_note,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link"
)
SC_HEADER = (
    "undl_id,ms_code,ms_name,permanent_member,ms_vote,date,resolution,draft,meeting,description,agenda,subjects,"
    "vote_note,modality,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link"
)
TITLE = "A title, made up : resolution / adopted by the General Assembly"


def ga_row(state: str = "AAA", day: str = "2035-04-16", symbol: str = "A/RES/90/283", title: str = TITLE) -> list[str]:
    start = ["1", state, f"STATE {state}", "Y", day, "90", symbol, "A/90/L.1", "", "A/90/PV.1", title, "", "", ""]
    return [*start, "155.0", "1.0", "0.0", "37.0", "193.0", "https://example.org/1"]


def sc_row(symbol: str, modality: str, *totals: str) -> list[str]:
    start = ["2", "AAA", "STATE", "True", "Y", "2035-01-02", symbol, "", "S/PV.1", "Resolution 1 [on x]", "", "", ""]
    return [*start, modality, *totals, "https://example.org/2"]


def table_file(folder: Path, header: str, rows: list[list[str]], name: str = "votes.csv") -> Path:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([header.split(","), *rows])
    path = folder / name
    path.write_text(text.getvalue(), encoding="utf-8")
    return path


def marc_field(tag: str, **subfields: str) -> str:
    inner = "".join(f'<subfield code="{code}">{value}</subfield>' for code, value in subfields.items())
    return f'<datafield tag="{tag}" ind1=" " ind2=" ">{inner}</datafield>'


def marc_file(folder: Path, *records: str, name: str = "records.xml") -> Path:
    inner = "".join(
        f'<record><controlfield tag="001">{number}</controlfield>{record}</record>'
        for number, record in enumerate(records, start=101)
    )
    path = folder / name
    path.write_text(
        f'<?xml version="1.0" encoding="UTF-8"?>\n<collection xmlns="http://www.loc.gov/MARC21/slim">{inner}</collection>',
        encoding="utf-8",
    )
    return path


def known(symbol: str = "A/RES/90/1", confidence: Confidence = Confidence.MEDIUM, **values: str) -> KnownResolution:
    language = "en" if values.get("title") else ""
    return KnownResolution(
        **{"symbol": symbol, "source": "a.csv", "confidence": confidence, "language": language} | values
    )


# --- how the catalogue writes -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("A/RES/78/147", "A/RES/78/147"),
        ("A/RES/37/100[A]", "A/RES/37/100 A"),
        ("A/RES/3367(XXX)[A]", "A/RES/3367 A (XXX)"),
        ("A/RES/2625(XXV)", "A/RES/2625 (XXV)"),
        ("A/RES/ES-10/21", "A/RES/ES-10/21"),
        ("UNEP/EA.6/RES.3", "UNEP/EA.6/Res.3"),
        ("A/DEC/78/512", "A/DEC/78/512"),
    ],
)
def test_symbols_of_the_catalogue(written: str, canonical: str) -> None:
    assert catalogue_symbol(written).canonical == canonical


def test_a_range_of_parts_is_no_symbol() -> None:
    with pytest.raises(SymbolError):
        catalogue_symbol("A/RES/46/36[A-L]")


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2023-10-27", "2023-10-27"),
        ("20231027", "2023-10-27"),
        ("2023-10-27T00:00:00", "2023-10-27"),
        (" 2023-10-27 ", "2023-10-27"),
        ("2023", ""),
        ("2023-10", ""),
        ("", ""),
    ],
)
def test_dates_of_the_catalogue(written: str, iso: str) -> None:
    assert catalogue_date(written) == iso


@pytest.mark.parametrize("written", ["27.10.2023", "2023-02-30", "October 2023", "10/27/2023"])
def test_other_dates_are_refused(written: str) -> None:
    with pytest.raises(ValueError, match="."):
        catalogue_date(written)


@pytest.mark.parametrize(
    ("written", "title"),
    [
        (TITLE, "A title, made up"),
        ("Human rights : resolution /", "Human rights"),
        ("Peace: a resolution to last", "Peace: a resolution to last"),
        ("Peace :", "Peace"),
        ("Peace : draft resolution / Fiji", "Peace"),
        ("Peace  and \n water", "Peace and water"),
        ("", ""),
    ],
)
def test_titles_of_the_catalogue(written: str, title: str) -> None:
    assert catalogue_title(written) == title


@pytest.mark.parametrize(
    ("figures", "vote"),
    [
        (("155.0", "1.0", "0.0"), "155-1-0"),
        (("13", "000", "002"), "13-0-2"),
        (("000", "000", "002"), "without a vote"),
        (("9", "0", ""), "9-0-0"),
        (("", "", ""), ""),
        (("nan", "1", "1"), ""),
        (("inf", "1", "1"), ""),
    ],
)
def test_tallies(figures: tuple[str, str, str], vote: str) -> None:
    assert tally(*figures) == vote


@pytest.mark.parametrize(
    ("note", "vote"),
    [
        ("Adopted 122-55-1, 77th plenary meeting", "122-55-1"),
        ("Adopted without vote, 83rd plenary meeting", "without a vote"),
        ("Adopted unanimously, 4535th meeting", "unanimously"),
        ("Adopted, 28th meeting", ""),
    ],
)
def test_notes_on_votes(note: str, vote: str) -> None:
    assert vote_in_note(note) == vote


# --- voting data ------------------------------------------------------------------------------------------------------


def test_general_assembly_votes(tmp_path: Path) -> None:
    rows = [ga_row("AAA"), ga_row("BBB"), ga_row("AAA", "2034-12-20", "A/RES/89/7", "An older one"), ga_row("CCC")]
    path = table_file(tmp_path, GA_HEADER, rows)
    report = import_file(path, DAY)
    source = f"votes.csv, sha256 {report.provenance.sha256[:12]}, imported 2026-11-22"
    assert (report.format, report.rows, report.skipped, report.bad_count) == ("voting", 4, 0, 0)
    assert report.conflicts == ()
    assert report.resolutions == (
        KnownResolution(
            "A/RES/90/283", source, Confidence.MEDIUM, "A title, made up", "en", "2035-04-16", vote="155-1-0"
        ),
        KnownResolution("A/RES/89/7", source, Confidence.MEDIUM, "An older one", "en", "2034-12-20", vote="155-1-0"),
    )


def test_an_older_edition_with_other_column_names(tmp_path: Path) -> None:
    header = "undl_id,ms_codes,resolutions,title,modality,date,yes,no,abstentions"
    row = ["1", "AAA", "A/RES/78/1", "T", "recorded vote", "2023-10-01", "10", "2", "3"]
    (resolution,) = import_file(table_file(tmp_path, header, [row]), DAY).resolutions
    assert (resolution.symbol, resolution.adopted_on, resolution.vote) == ("A/RES/78/1", "2023-10-01", "10-2-3")


def test_security_council_votes_have_no_title(tmp_path: Path) -> None:
    rows = [
        sc_row("S/RES/2787(2025)", "VOTE", "13", "0", "2", "0", "15"),
        sc_row("S/RES/1248(1999)", "WITHOUT VOTE", "15", "0", "0", "0", "15"),
    ]
    report = import_file(table_file(tmp_path, SC_HEADER, rows), DAY)
    assert [(one.symbol, one.title, one.language, one.vote) for one in report.resolutions] == [
        ("S/RES/2787 (2025)", "", "", "13-0-2"),
        ("S/RES/1248 (1999)", "", "", "without a vote"),
    ]


def test_bad_rows_are_counted_and_named(tmp_path: Path) -> None:
    rows = [
        ga_row(),
        ga_row("BBB", "2035-04-17"),
        ga_row("CCC")[:5],
        ga_row(symbol="A/RES/46/36[A-L]"),
        ga_row(symbol="A/RES/90/1", day="17.04.2035"),
        ga_row(symbol="A/RES/90/2"),
    ]
    report = import_file(table_file(tmp_path, GA_HEADER, rows), DAY)
    assert [one.symbol for one in report.resolutions] == ["A/RES/90/283", "A/RES/90/2"]
    assert (report.rows, report.bad_count) == (6, 4)
    assert report.bad_rows[0] == BadRow("line 3", "A/RES/90/283 has another date here: 2035-04-17")
    assert report.bad_rows[1] == BadRow("line 4", "5 columns instead of 20")
    assert report.bad_rows[2].place == "line 5"
    assert "“A/RES/46/36[A-L]” is not a UN document symbol" in report.bad_rows[2].reason
    assert report.bad_rows[3] == BadRow("line 6", "“17.04.2035” is not a date such as 2022-12-14")


def test_only_the_first_hundred_bad_rows_are_named(tmp_path: Path) -> None:
    report = import_file(table_file(tmp_path, GA_HEADER, [*([["x"]] * 150), ga_row()]), DAY)
    assert (report.bad_count, len(report.bad_rows), len(report.resolutions)) == (150, 100, 1)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (b"PK\x03\x04\x00\x00", "is not plain UTF-8 text"),
        ((GA_HEADER + "\n").encode("utf-16"), "is not plain UTF-8 text"),
        (GA_HEADER.encode() + b"\n1,\xff\xfe,x\n", "is not UTF-8 text"),
        (b"name,age\nA,1\n", "has no column “resolution”"),
        (b"resolution;date\nA/RES/78/1;2023-10-01\n", "has no column “resolution”"),
        (b"resolution,year\nA/RES/78/1,2023\n", "has no column “date”"),
        (GA_HEADER.encode() + b"\n", "holds no resolution that can be read"),
        (b"resolution,date\nnothing,2023-10-01\n", "holds no resolution that can be read; line 2: “nothing” is not"),
        (b"resolution,date,title\nA/RES/78/1,2023-10-01,T\nA/RES/78/2,2023-1", "ends in the middle of a row"),
        (b'resolution,date,title\nA/RES/78/1,2023-10-01,"T', "is not a readable table: unexpected end of data"),
        (b"resolution,date\nA/RES/78/1," + b"9" * 200_000 + b"\n", "is not a readable table: field larger"),
        (b"x" * 100_000, "has no column “resolution”"),
        (b"%PDF-1.7\n%abc\n", "has no column “resolution”"),
    ],
)
def test_files_that_are_refused(tmp_path: Path, content: bytes, problem: str) -> None:
    path = tmp_path / "votes.csv"
    path.write_bytes(content)
    with pytest.raises(InputRefused) as refused:
        import_file(path, DAY)
    assert problem in str(refused.value)
    assert str(refused.value).startswith("votes.csv ")
    assert "\n" not in str(refused.value)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(InputRefused, match="cannot be read"):
            import_file(path, DAY)


# --- MARCXML ----------------------------------------------------------------------------------------------------------

DOCUMENT = (
    marc_field("191", a="A/RES/90/3", b="A/", c="90")
    + marc_field("245", a="A made-up declaration :", b="resolution /", c="adopted by the General Assembly")
    + marc_field("260", a="New York :", b="UN,", c="15 Oct. 2035")
    + marc_field("269", a="2035-10-15")
    + marc_field("992", a="2035-10-14")
    + marc_field("993", a="A/90/L.4")
    + marc_field("996", a="Adopted without vote, 18th plenary meeting")
)
VOTE = (
    marc_field("245", a="Made-up rights :", b="resolution /", c="adopted by the General Assembly")
    + marc_field("269", a="2035-12-18")
    + marc_field("791", a="A/RES/90/214", b="A/", c="90")
    + marc_field("967", a="1", c="AAA", d="Y", e="STATE A")
    + marc_field("996", b="167", c="2", d="11", e="13", f="193")
)


def test_a_record_of_a_document_is_dated_by_its_adoption_not_its_issue(tmp_path: Path) -> None:
    report = import_file(marc_file(tmp_path, DOCUMENT), DAY)
    assert (report.format, report.rows, report.skipped, report.bad_count) == ("marcxml", 1, 0, 0)
    assert report.resolutions == (
        KnownResolution(
            "A/RES/90/3",
            report.provenance.source,
            Confidence.MEDIUM,
            "A made-up declaration",
            "en",
            "2035-10-14",
            vote="without a vote",
        ),
    )


def test_a_record_of_a_vote_is_dated_by_the_vote(tmp_path: Path) -> None:
    (resolution,) = import_file(marc_file(tmp_path, VOTE), DAY).resolutions
    assert (resolution.symbol, resolution.title) == ("A/RES/90/214", "Made-up rights")
    assert (resolution.adopted_on, resolution.vote) == ("2035-12-18", "167-2-11")


@pytest.mark.parametrize(
    ("record", "adopted_on"),
    [
        (marc_field("191", a="A/RES/90/3") + marc_field("269", a="2035-10-15"), ""),
        (marc_field("191", a="A/DEC/59/501") + marc_field("992", a="20040914, 20041004"), ""),
        (marc_field("191", a="A/DEC/59/501") + marc_field("992", a="20040914"), "2004-09-14"),
        (marc_field("191", a="A/RES/90/3") + marc_field("992", a="20351014") + marc_field("992", a="20351015"), ""),
        (marc_field("791", a="A/RES/90/3") + marc_field("269", a="2035"), ""),
    ],
)
def test_dates_that_are_not_certain_are_left_out(tmp_path: Path, record: str, adopted_on: str) -> None:
    (resolution,) = import_file(marc_file(tmp_path, record), DAY).resolutions
    assert resolution.adopted_on == adopted_on


def test_records_of_other_documents_are_skipped_and_bad_ones_named(tmp_path: Path) -> None:
    path = marc_file(
        tmp_path,
        VOTE,
        marc_field("191", a="A/90/L.4") + marc_field("791", a="A/RES/90/5"),
        marc_field("245", a="No symbol at all"),
        marc_field("191", a="A/RES/46/36[A-L]"),
        marc_field("791", a="A/RES/90/6") + marc_field("269", a="yesterday"),
    )
    report = import_file(path, DAY)
    assert [one.symbol for one in report.resolutions] == ["A/RES/90/214"]
    assert (report.rows, report.skipped, report.bad_count) == (5, 2, 2)
    assert report.bad_rows[0].place == "record 104"
    assert report.bad_rows[1] == BadRow("record 105", "“yesterday” is not a date such as 2022-12-14")


def test_two_records_of_one_resolution_complete_each_other(tmp_path: Path) -> None:
    document = marc_field("191", a="A/RES/90/214") + marc_field("992", a="20351217")
    report = import_file(marc_file(tmp_path, document, VOTE), DAY)
    (resolution,) = report.resolutions
    assert (resolution.title, resolution.adopted_on, resolution.vote) == ("Made-up rights", "2035-12-17", "167-2-11")
    (conflict,) = report.conflicts
    assert (conflict.name, conflict.kept.value, conflict.other.value) == ("adopted_on", "2035-12-17", "2035-12-18")


def test_prefixed_elements_are_read(tmp_path: Path) -> None:
    path = marc_file(tmp_path, VOTE)
    text = path.read_text(encoding="utf-8")
    for name in ("collection", "record", "controlfield", "datafield", "subfield"):
        text = text.replace(f"<{name}", f"<marc:{name}").replace(f"</{name}", f"</marc:{name}")
    path.write_text(text.replace("xmlns=", "xmlns:marc="), encoding="utf-8")
    assert import_file(path, DAY).resolutions[0].symbol == "A/RES/90/214"


BOMB = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {new} '{f'&{old};' * 10}'>" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (f"{BOMB}]><collection><record>&i;</record></collection>", "declares a document type or entities"),
        ("<!DOCTYPE x SYSTEM 'file:///etc/hostname'><x/>", "declares a document type or entities"),
        ("<!DOCTYPE html><html><body>A page</body></html>", "declares a document type or entities"),
        ("<collection><record>&i;</record></collection>", "is not complete XML: undefined entity in line 1"),
        ("<collection><record>", "is not complete XML: no element found in line 1"),
        ("<collection/>", "holds no MARC record"),
        ("<collection><record/></collection>", "holds no resolution that can be read"),
        ("<a>" * 100_000 + "</a>" * 100_000, "holds no MARC record"),
        ("<collection>\n<record>\n</collection>", "is not complete XML: mismatched tag in line 3"),
    ],
)
def test_xml_that_is_refused(tmp_path: Path, content: str, problem: str) -> None:
    path = tmp_path / "records.xml"
    path.write_text(content, encoding="utf-8")

    def refuse() -> None:
        with pytest.raises(InputRefused) as refused:
            import_file(path, DAY)
        assert str(refused.value).startswith(f"records.xml {problem}")

    assert seconds_of(refuse, enough=1) < 1


def test_xml_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "records.xml"
    path.write_bytes('<?xml version="1.0" encoding="latin-1"?><a>é</a>'.encode("latin-1"))
    with pytest.raises(InputRefused, match="is not complete XML: not well-formed"):
        import_file(path, DAY)


# --- merging ----------------------------------------------------------------------------------------------------------


def test_a_gap_is_filled_and_keeps_its_own_provenance() -> None:
    ours = known(confidence=Confidence.HIGH, title="Water")
    theirs = known(source="b.csv", adopted_on="2035-01-02", vote="1-2-3")
    ((merged,), conflicts) = merge([ours], [theirs])
    assert conflicts == ()
    assert (merged.title, merged.adopted_on, merged.vote) == ("Water", "2035-01-02", "1-2-3")
    assert merged.stated("title") == Stated("Water", "a.csv", Confidence.HIGH)
    assert merged.stated("adopted_on") == Stated("2035-01-02", "b.csv", Confidence.MEDIUM)
    assert merged.filled == (
        Fill("adopted_on", "b.csv", Confidence.MEDIUM),
        Fill("vote", "b.csv", Confidence.MEDIUM),
    )


def test_the_same_value_gains_a_source() -> None:
    ((merged,), conflicts) = merge(
        [known(title="Glaciers’ Year")], [known(title="Glaciers' year", source="b.xml", confidence=Confidence.HIGH)]
    )
    assert conflicts == ()
    assert merged.stated("title") == Stated("Glaciers’ Year", "a.csv ; b.xml", Confidence.HIGH)


@pytest.mark.parametrize(
    ("ours", "curated", "theirs", "kept"),
    [
        (Confidence.HIGH, False, Confidence.MEDIUM, "ours"),
        (Confidence.MEDIUM, False, Confidence.MEDIUM, "ours"),
        (Confidence.LOW, False, Confidence.MEDIUM, "theirs"),
        (Confidence.LOW, True, Confidence.MEDIUM, "ours"),
        (Confidence.LOW, True, Confidence.HIGH, "ours"),
    ],
)
def test_a_different_value_is_a_conflict(ours: Confidence, curated: bool, theirs: Confidence, kept: str) -> None:
    held = KnownResolution("A/RES/90/1", "a.toml", ours, adopted_on="2035-01-01", curated=curated)
    new = KnownResolution("A/RES/90/1", "b.csv", theirs, adopted_on="2035-01-02")
    ((merged,), conflicts) = merge([held], [new])
    stated = {
        "ours": Stated("2035-01-01", "a.toml", ours, curated),
        "theirs": Stated("2035-01-02", "b.csv", theirs),
    }
    other = "theirs" if kept == "ours" else "ours"
    assert conflicts == (Conflict("A/RES/90/1", "adopted_on", stated[kept], stated[other]),)
    assert merged.stated("adopted_on") == stated[kept]


def test_one_file_imported_on_two_days_is_one_source() -> None:
    first, again, other = (
        known(title="Water", source=source)
        for source in (
            "a, imported b.csv, sha256 01, imported 2026-01-01",
            "a, imported b.csv, sha256 01, imported 2026-01-02",
            "a, imported b.csv, sha256 02, imported 2026-01-02",
        )
    )
    ((merged,), _) = merge([first], [again])
    assert merged == first
    ((merged,), _) = merge([first], [other])
    assert merged.source == f"{first.source} ; {other.source}"


def test_titles_in_two_languages_do_not_contradict_each_other() -> None:
    held = known(title="Вода", language="ru")
    ((merged,), conflicts) = merge([held], [known(title="Water")])
    assert (merged, conflicts) == (held, ())


@pytest.mark.parametrize(
    ("name", "one", "other", "same"),
    [
        ("title", "Follow-up to the second Conference", "Follow‑up to the Second conference", True),
        ("title", "Transition, 2018–2028", "Transition, 2018-2028", True),
        ("title", "Third Conference", "Second Conference", False),
        ("vote", "unanimously", "15-0-0", True),
        ("vote", "15-0-0", "unanimously", True),
        ("vote", "unanimously", "14-0-1", False),
        ("vote", "15-0-0", "14-0-0", False),
        ("adopted_on", "2035-01-01", "2035-01-02", False),
    ],
)
def test_what_counts_as_the_same(name: str, one: str, other: str, same: bool) -> None:
    assert same_value(name, one, other) is same


SOME = st.builds(
    lambda symbol, source, confidence, title, day, vote: known(
        f"A/RES/90/{symbol}", confidence, source=source, title=title, adopted_on=day, vote=vote
    ),
    st.integers(1, 3),
    st.sampled_from(["a.csv", "b.csv, sha256 00, imported 2026-01-01", "b.csv, sha256 00, imported 2026-01-02"]),
    st.sampled_from([Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW]),
    st.sampled_from(["", "Water", "water", "Ice"]),
    st.sampled_from(["", "2035-01-01", "2035-01-02"]),
    st.sampled_from(["", "1-0-0", "unanimously", "2-1-0"]),
)
NEW = st.lists(SOME, max_size=3, unique_by=lambda one: one.symbol)


@given(st.lists(SOME, max_size=6), NEW)
def test_importing_twice_changes_nothing(held: list[KnownResolution], new: list[KnownResolution]) -> None:
    once = merge(held, new).resolutions
    assert merge(once, new).resolutions == once


@given(NEW, NEW)
def test_nothing_of_higher_confidence_is_ever_lost(held: list[KnownResolution], new: list[KnownResolution]) -> None:
    merged = {one.symbol: one for one in merge(held, new).resolutions}
    for one in (*held, *new):
        for name in ("title", "adopted_on", "vote"):
            stated = one.stated(name)
            if stated.value and stated.confidence is Confidence.HIGH:
                assert merged[one.symbol].stated(name).confidence is Confidence.HIGH
    for one in held:
        if one.confidence is Confidence.HIGH and one.adopted_on:
            assert merged[one.symbol].adopted_on == one.adopted_on


# --- keeping ----------------------------------------------------------------------------------------------------------


def report_of(
    resolutions: tuple[KnownResolution, ...], sha256: str = "ab" * 32, day: str = "2026-11-22"
) -> ImportReport:
    return ImportReport(Provenance("votes.csv", sha256, day), "voting", resolutions, (), len(resolutions), 0, 0, ())


def test_imports_are_kept_and_read_back(tmp_path: Path) -> None:
    folder = tmp_path / "home" / "registry"
    report = import_file(table_file(tmp_path, GA_HEADER, [ga_row()]), DAY)
    kept = save_imported(folder, report)
    assert kept.name == f"voting-{report.provenance.sha256[:16]}.json"
    (stored,) = load_imported(folder)
    assert (stored.provenance, stored.resolutions) == (report.provenance, report.resolutions)
    assert [path.name for path in folder.iterdir()] == [kept.name]


def test_the_same_file_is_kept_once(tmp_path: Path) -> None:
    path = table_file(tmp_path, GA_HEADER, [ga_row()])
    save_imported(tmp_path, import_file(path, DAY))
    before = load_imported(tmp_path)
    save_imported(tmp_path, import_file(path, date(2027, 1, 1)))
    assert load_imported(tmp_path) == before


def test_imports_come_back_in_their_order(tmp_path: Path) -> None:
    save_imported(tmp_path, report_of((), "aa" * 32, "2026-12-01"))
    save_imported(tmp_path, report_of((), "bb" * 32, "2026-11-01"))
    assert [stored.provenance.sha256[:2] for stored in load_imported(tmp_path)] == ["bb", "aa"]
    assert load_imported(tmp_path / "none") == ()


@pytest.mark.parametrize("content", [b"", b"{", b'{"format": "voting"}', b"\xff\xfe", b"[]"])
def test_a_damaged_file_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "voting-1.json").write_bytes(content)
    with pytest.raises(CorpusError, match=r"voting-1\.json is damaged: .*Delete it and import the file again\."):
        load_imported(tmp_path)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(CorpusError, match="cannot be written to"):
        save_imported(tmp_path / "file", report_of(()))


def test_a_hundred_thousand_resolutions_load_within_a_second(tmp_path: Path) -> None:
    resolutions = tuple(
        known(f"A/RES/{number // 1000 + 1}/{number % 1000 + 1}", title=f"Title {number}", adopted_on="2035-01-02")
        for number in range(100_000)
    )
    save_imported(tmp_path, report_of(resolutions))

    def load() -> ResolutionTable:
        (stored,) = load_imported(tmp_path)
        return ResolutionTable(stored.resolutions)

    assert seconds_of(load, enough=1) < 1
    table = load()
    assert len(table) == 100_000
    assert table.neighbours("A/RES/50/500").after == resolutions[49_500]


# --- looking up -------------------------------------------------------------------------------------------------------

TABLE = ResolutionTable(
    [
        known("A/RES/78/140", adopted_on="2023-12-19", title="Water"),
        known("A/RES/78/147", adopted_on="2023-12-20"),
        known("A/RES/78/150", title="Undated"),
        known("A/RES/78/163", adopted_on="2023-12-21", title="Ice"),
        known("A/RES/79/1", adopted_on="2024-09-22", title="WATER"),
        known("A/RES/9/7", title="Water"),
        known("A/RES/3 (XXX)", title="Water"),
        known("A/RES/31/16 A", adopted_on="1976-11-01"),
        known("A/RES/31/16 B", adopted_on="1976-11-02"),
        known("A/RES/31/17", adopted_on="1976-11-03"),
        known("A/RES/2994 (XXVII)", adopted_on="1972-12-15"),
        known("A/RES/2996 (XXVII)", adopted_on="1972-12-15"),
        known("UNEP/EA.6/Res.3", adopted_on="2024-03-01", title="Water"),
        known("UNEP/EA.5/Res.3", adopted_on="2022-03-02", title="Water"),
        known("UNEP/EA.4/Res.1", title="water"),
    ]
)


@pytest.mark.parametrize("written", ["A/RES/78/147", "78/147", "a/res/78/147", " A/RES/78/147 "])
def test_find_reads_symbols_in_any_form(written: str) -> None:
    found = TABLE.find(written)
    assert found is not None
    assert found.symbol == "A/RES/78/147"


def test_what_is_not_known_is_not_found() -> None:
    assert TABLE.find("A/RES/1/1") is None
    assert TABLE.find("nonsense") is None


@pytest.mark.parametrize(
    ("symbol", "before", "after"),
    [
        ("A/RES/78/147", "A/RES/78/140", "A/RES/78/163"),
        ("A/RES/78/149", "A/RES/78/147", "A/RES/78/163"),
        ("78/1", None, "A/RES/78/140"),
        ("A/RES/78/999", "A/RES/78/163", None),
        ("A/RES/31/16 A", None, "A/RES/31/17"),
        ("A/RES/31/17", "A/RES/31/16 B", None),
        ("2995 (XXVII)", "A/RES/2994 (XXVII)", "A/RES/2996 (XXVII)"),
        ("UNEP/EA.6/Res.4", "UNEP/EA.6/Res.3", None),
        ("A/RES/60/1", None, None),
        ("nonsense", None, None),
    ],
)
def test_neighbours(symbol: str, before: str | None, after: str | None) -> None:
    found = TABLE.neighbours(symbol)
    assert tuple(one.symbol if one else None for one in found) == (before, after)


@pytest.mark.parametrize(
    ("symbol", "series"),
    [
        ("A/RES/78/140", ["A/RES/9/7", "A/RES/3 (XXX)", "A/RES/79/1"]),
        ("A/RES/79/1", ["A/RES/9/7", "A/RES/3 (XXX)", "A/RES/78/140"]),
        ("UNEP/EA.5/Res.3", ["UNEP/EA.4/Res.1", "UNEP/EA.6/Res.3"]),
        ("A/RES/78/163", []),
        ("A/RES/78/147", []),
        ("A/RES/1/1", []),
    ],
)
def test_series_under_one_title_newest_last(symbol: str, series: list[str]) -> None:
    assert [one.symbol for one in TABLE.series(symbol)] == series


@pytest.mark.parametrize(
    ("symbol", "place"),
    [
        ("A/RES/78/147", ("A/RES/78/", 147)),
        ("A/RES/3367 A (XXX)", ("A/RES/XXX", 3367)),
        ("S/RES/1325 (2000)", ("S/RES/2000", 1325)),
        ("UNEP/EA.6/Res.3", ("UNEP/EA.6/Res.", 3)),
        ("1/CP.21", ("CP.21", 1)),
        ("A/RES/ES-11/1", ("A/RES/ES-11/", 1)),
        ("nonsense", None),
    ],
)
def test_the_place_of_a_symbol(symbol: str, place: tuple[str, int] | None) -> None:
    assert place_of(symbol) == place


def test_all_layers_together(library: Library, tmp_path: Path) -> None:
    rows = [
        ga_row(symbol="A/RES/80/3", day="2025-10-15", title="Awaza political declaration"),
        ga_row(symbol="A/RES/80/5", day="2025-10-30", title="A made-up one"),
    ]
    report = import_file(table_file(tmp_path, GA_HEADER, rows), DAY)
    folder = tmp_path / "registry"
    save_imported(folder, report)
    table = load_resolutions(folder, library.instruments)
    awaza = table.find("80/3")
    assert awaza is not None
    assert (awaza.title, awaza.adopted_on) == ("Awaza Political Declaration", "2025-10-14")
    assert awaza.stated("title").source.endswith(report.provenance.source)
    assert awaza.stated("adopted_on").curated
    conflict = next(one for one in table.conflicts if one.symbol == "A/RES/80/3")
    assert (conflict.name, conflict.kept.value, conflict.other.value) == ("adopted_on", "2025-10-14", "2025-10-15")
    found = table.neighbours("A/RES/80/5")
    assert [one.symbol for one in found if one] == ["A/RES/80/4", "A/RES/80/6"]


def test_curated_instruments_keep_the_source_of_each_fact(library: Library) -> None:
    curated = {one.symbol: one for one in curated_resolutions(library.instruments)}
    assert curated["A/RES/79/283"].stated("vote") == Stated(
        "155-1-0", "https://press.un.org/en/2025/ga12681.doc.htm", Confidence.HIGH, curated=True
    )
    assert all(one.curated for one in curated.values())

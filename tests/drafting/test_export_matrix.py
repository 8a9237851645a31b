from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from drafting.export.matrix_xlsx import MatrixCell, MatrixRow, MatrixSheet, MatrixWords, write_matrix

YES = MatrixCell("supports", 3, "ice must stay", "A/RES/1/1, OP1", "high", "#DDEEDD")
NONE = MatrixCell("no position found")
SHEET = MatrixSheet(
    "Ice",
    ("Kazakhstan", "=HYPERLINK(1)"),
    (MatrixRow("Glaciers", (YES, NONE), "gap"), MatrixRow("@issue", (MatrixCell("-1+1"), YES), "+partial")),
    (("Glaciers", "Kazakhstan", YES),),
    ("=cmd|' /C calc'!A0", "https://example.org"),
)


def written(sheet: MatrixSheet) -> bytes:
    stream = BytesIO()
    write_matrix(sheet, stream)
    return stream.getvalue()


def read(sheet: MatrixSheet) -> Workbook:
    return load_workbook(BytesIO(written(sheet)))


def test_three_sheets_and_what_they_say() -> None:
    book = read(SHEET)
    assert book.sheetnames == ["Matrix", "Evidence", "Warnings"]
    rows = [[cell.value for cell in row] for row in book["Matrix"].iter_rows()]
    assert rows == [
        ["Ice", None, None, None],
        ["Issue", "Kazakhstan", "=HYPERLINK(1)", "Result"],
        [
            "Glaciers",
            "supports · Strength (0–5): 3\n“ice must stay”\nA/RES/1/1, OP1\nConfidence: high",
            "no position found",
            "gap",
        ],
        [
            "@issue",
            "-1+1",
            "supports · Strength (0–5): 3\n“ice must stay”\nA/RES/1/1, OP1\nConfidence: high",
            "+partial",
        ],
    ]
    evidence = [[cell.value for cell in row] for row in book["Evidence"].iter_rows(min_row=2)]
    assert evidence == [["Glaciers", "Kazakhstan", "supports", "3", "ice must stay", "A/RES/1/1, OP1", "high"]]


def test_nothing_is_a_formula_or_a_link() -> None:
    content = written(SHEET)
    with ZipFile(BytesIO(content)) as packed:
        for name in packed.namelist():
            root = etree.fromstring(packed.read(name))
            assert not list(root.iter("{*}f", "{*}hyperlink"))
    kinds = {cell.data_type for page in read(SHEET) for row in page.iter_rows() for cell in row if cell.value}
    assert kinds == {"s"}
    assert read(SHEET)["Warnings"]["A2"].value == "=cmd|' /C calc'!A0"


def test_colour_only_repeats_words() -> None:
    cell = read(SHEET)["Matrix"]["B3"]
    assert cell.fill.fgColor.rgb == "FFDDEEDD"
    assert cell.value.startswith("supports")
    assert cell.alignment.wrap_text
    assert read(SHEET)["Matrix"].freeze_panes == "B3"


@pytest.mark.parametrize("turned", [True, False])
def test_a_sheet_may_run_from_right_to_left(turned: bool) -> None:
    book = read(MatrixSheet("t", (), (), right_to_left=turned))
    assert {bool(page.sheet_view.rightToLeft) for page in book} == {turned}


def test_names_and_cells_that_a_spreadsheet_cannot_hold() -> None:
    words = MatrixWords(matrix="A/B: [" + "x" * 40)
    long = MatrixCell("s", quote="q" * 40_000 + "\x00")
    book = read(MatrixSheet("t", ("c",), (MatrixRow("i", (long,)),), words=words))
    assert book.sheetnames[0] == "A B   " + "x" * 25
    assert len(book.worksheets[0]["B3"].value) == 32_767
    assert book.worksheets[0]["B3"].value.endswith(" […]")


def test_the_same_matrix_gives_the_same_bytes() -> None:
    assert written(SHEET) == written(SHEET)
    assert read(SHEET).properties.creator in {None, ""}


def test_a_title_that_a_file_cannot_hold_is_written_without_those_signs() -> None:
    title = "Ice\x01 and\ud800 snow"
    with ZipFile(BytesIO(written(MatrixSheet(title, (), ())))) as packed:
        properties = etree.fromstring(packed.read("docProps/core.xml"))
    assert [each.text for each in properties.iter("{*}title")] == ["Ice  and  snow"]

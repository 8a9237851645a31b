"""The matrix of positions as a spreadsheet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from corpus.direction import allowed_in_xml
from drafting.export.delivery import deliver

LONGEST_CELL = 32_767
CUT = " […]"
SHEET_NAME_LENGTH = 31
EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
WHITE = "#FFFFFF"


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """What is on record for one issue and one State or instrument. `stance` is in words, `strength` 0 to 5.

    `colour` (such as `#DDEEDD`) only repeats what `stance` says; `remark` says who set it and what is on record.
    """

    stance: str
    strength: int = 0
    quote: str = ""
    citation: str = ""
    confidence: str = ""
    colour: str = WHITE
    remark: str = ""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One issue: a cell for each column, and what the row as a whole shows (convergence, gap …)."""

    issue: str
    cells: tuple[MatrixCell, ...]
    result: str = ""


@dataclass(frozen=True, slots=True)
class MatrixWords:
    """The words of the sheets: their names, and the heads of their columns."""

    matrix: str = "Matrix"
    evidence: str = "Evidence"
    warnings: str = "Warnings"
    issue: str = "Issue"
    result: str = "Result"
    column: str = "State or instrument"
    stance: str = "Stance"
    strength: str = "Strength (0–5)"
    quote: str = "Quotation"
    citation: str = "Source"
    confidence: str = "Confidence"
    warning: str = "Warning"


@dataclass(frozen=True, slots=True)
class MatrixSheet:
    """A matrix as it is printed: `columns` are States and instruments, each row has a cell for every one of them.

    `evidence` has every passage behind it as (issue, column, cell), also those that no cell shows.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    evidence: tuple[tuple[str, str, MatrixCell], ...] = ()
    warnings: tuple[str, ...] = ()
    words: MatrixWords = MatrixWords()
    right_to_left: bool = False


def write_matrix(sheet: MatrixSheet, target: Path | BinaryIO, *, created: datetime = EPOCH) -> None:
    """Write the matrix as a spreadsheet of three sheets: the matrix, all evidence, the warnings.

    Every cell is written as text, also one that looks like a formula. The same matrix gives the same bytes;
    `created` is the date in the file's properties.

    Raises:
        CannotRun: the file cannot be written; one that stood there before stands there still.
    """
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": allowed_in_xml(sheet.title), "created": created})
    styles = _Styles(book)
    _write_matrix(book, sheet, styles)
    _write_evidence(book, sheet, styles)
    _write_warnings(book, sheet, styles)
    book.close()
    deliver(stream.getvalue(), target)


class _Styles:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._cells: dict[str, Format] = {}
        common = {"text_wrap": True, "valign": "top", "border": 1}
        self._common = common
        self.head = book.add_format({**common, "bold": True, "bg_color": "#E4E4E4"})
        self.title = book.add_format({"bold": True, "font_size": 14})

    def cell(self, colour: str = WHITE) -> Format:
        """A cell on a ground of this colour."""
        if colour not in self._cells:
            self._cells[colour] = self._book.add_format({**self._common, "bg_color": colour})
        return self._cells[colour]


def _write_matrix(book: Workbook, sheet: MatrixSheet, styles: _Styles) -> None:
    page = _page(book, sheet, sheet.words.matrix)
    _say(page, 0, 0, sheet.title, styles.title)
    _heads(page, 1, (sheet.words.issue, *sheet.columns, sheet.words.result), styles)
    page.freeze_panes(2, 1)
    page.set_column(0, 0, 28)
    page.set_column(1, len(sheet.columns), 34)
    page.set_column(len(sheet.columns) + 1, len(sheet.columns) + 1, 28)
    for number, row in enumerate(sheet.rows, 2):
        _say(page, number, 0, row.issue, styles.head)
        for place, cell in enumerate(row.cells, 1):
            _say(page, number, place, _in_full(cell, sheet.words), styles.cell(cell.colour))
        _say(page, number, len(sheet.columns) + 1, row.result, styles.cell())
    page.repeat_rows(1)
    page.set_landscape()
    page.fit_to_pages(1, 0)


def _write_evidence(book: Workbook, sheet: MatrixSheet, styles: _Styles) -> None:
    words = sheet.words
    page = _page(book, sheet, words.evidence)
    heads = (words.issue, words.column, words.stance, words.strength, words.quote, words.citation, words.confidence)
    _heads(page, 0, heads, styles)
    page.freeze_panes(1, 0)
    for place, width in enumerate((28, 24, 18, 12, 70, 34, 14)):
        page.set_column(place, place, width)
    for number, (issue, column, cell) in enumerate(sheet.evidence, 1):
        stance = "\n".join(line for line in (cell.stance, cell.remark) if line)
        values = (issue, column, stance, str(cell.strength), cell.quote, cell.citation, cell.confidence)
        for place, value in enumerate(values):
            _say(page, number, place, value, styles.cell(cell.colour if value is stance else WHITE))
    page.autofilter(0, 0, max(len(sheet.evidence), 1), len(heads) - 1)


def _write_warnings(book: Workbook, sheet: MatrixSheet, styles: _Styles) -> None:
    page = _page(book, sheet, sheet.words.warnings)
    _heads(page, 0, (sheet.words.warning,), styles)
    page.freeze_panes(1, 0)
    page.set_column(0, 0, 110)
    for number, warning in enumerate(sheet.warnings, 1):
        _say(page, number, 0, warning, styles.cell())


def _page(book: Workbook, sheet: MatrixSheet, name: str) -> Worksheet:
    page = book.add_worksheet(_sheet_name(name))
    if sheet.right_to_left:
        page.right_to_left()
    return page


def _sheet_name(name: str) -> str:
    """The name without the signs that a sheet's name cannot have."""
    return "".join(" " if sign in "[]:*?/\\" else sign for sign in name).strip("' ")[:SHEET_NAME_LENGTH]


def _heads(page: Worksheet, row: int, heads: Sequence[str], styles: _Styles) -> None:
    for place, head in enumerate(heads):
        _say(page, row, place, head, styles.head)


def _in_full(cell: MatrixCell, words: MatrixWords) -> str:
    """A cell of the matrix in words: stance first, then what it rests on."""
    stance = f"{cell.stance} · {words.strength}: {cell.strength}" if cell.strength else cell.stance
    quote = f"“{cell.quote}”" if cell.quote else ""
    confidence = f"{words.confidence}: {cell.confidence}" if cell.confidence else ""
    return "\n".join(line for line in (stance, cell.remark, quote, cell.citation, confidence) if line)


def _say(page: Worksheet, row: int, column: int, value: str, style: Format) -> None:
    """Write a cell as text, never as a formula; one longer than a spreadsheet holds is cut, and says so."""
    text = allowed_in_xml(value)
    if len(text) > LONGEST_CELL:
        text = text[: LONGEST_CELL - len(CUT)] + CUT
    page.write_string(row, column, text, style)

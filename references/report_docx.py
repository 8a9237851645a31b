"""The report as a Word file."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, cast

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length, Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from corpus.direction import allowed_in_xml, right_to_left
from references.findings import CheckReport, Status

A4 = (Mm(297), Mm(210))
MARGIN = Mm(15)
SMALL = Pt(9)
WIDTHS = (Mm(48), Mm(40), Mm(44), Mm(64), Mm(40), Mm(31))


@dataclass(frozen=True, slots=True)
class ReportWords:
    """Everything that the report says beside the findings themselves, in one language."""

    heading: str
    counts: str
    references: str
    slips: str
    no_references: str
    no_slips: str
    reference: str
    found: str
    expected: str
    status: str
    source: str
    confidence: str
    number: str
    caution: str
    statuses: Mapping[Status, str]


def write_report(report: CheckReport, text: str, path: Path | BinaryIO, words: ReportWords) -> None:
    """Write the report as a Word file: counts, the table of references, the slips; findings as they stand in it."""
    document = docx.Document()
    _lie_flat(document)
    _own_properties(document, words.heading)
    document.add_heading(words.heading, 0)
    _write_counts(document, report, words)
    document.add_heading(words.references, 1)
    _write_references(document, report, words)
    document.add_heading(words.slips, 1)
    _write_slips(document, report, text, words)
    document.save(path if not isinstance(path, Path) else str(path))


def _lie_flat(document: Document) -> None:
    """A4 on its side: six columns need the width."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = A4
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN


def _own_properties(document: Document, title: str) -> None:
    """Nothing of the library's template stays in the properties, and nobody's name gets into them."""
    properties = document.core_properties
    properties.author = properties.last_modified_by = "Ortak"
    properties.title = title
    properties.comments = properties.keywords = properties.subject = properties.category = ""
    properties.created = properties.modified = datetime.now(UTC).replace(microsecond=0, tzinfo=None)


def _write_counts(document: Document, report: CheckReport, words: ReportWords) -> None:
    document.add_heading(words.counts, 1)
    counted = Counter(finding.status for checked in report.mentions for finding in checked.findings)
    rows = [(words.statuses[status], str(counted[status])) for status in Status if counted[status]]
    if rows:
        _fill(_table(document, (words.status, words.number), (Mm(90), Mm(25))), rows)
    document.add_paragraph(words.caution).runs[0].italic = True


def _write_references(document: Document, report: CheckReport, words: ReportWords) -> None:
    if not report.mentions:
        document.add_paragraph(words.no_references)
        return
    heads = (words.reference, words.found, words.expected, words.status, words.source, words.confidence)
    rows = [
        (
            checked.mention.text,
            finding.found,
            finding.expected,
            "\n".join(part for part in (words.statuses[finding.status], finding.evidence) if part),
            finding.source,
            str(finding.confidence),
        )
        for checked in report.mentions
        for finding in checked.findings
    ]
    _fill(_table(document, heads, WIDTHS), rows)


def _write_slips(document: Document, report: CheckReport, text: str, words: ReportWords) -> None:
    if not report.lint:
        document.add_paragraph(words.no_slips)
    for note in report.lint:
        paragraph = document.add_paragraph(style="List Bullet")
        _say(paragraph, f"{text[note.start : note.end]} — {note.message}")
        if note.proposal:
            _say(paragraph, f" → {note.proposal}")


def _table(document: Document, heads: Sequence[str], widths: Sequence[Length]) -> Table:
    """A table with its head, which Word repeats on every page."""
    table: Table = document.add_table(rows=1, cols=len(heads), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for cell, head, width in zip(table.rows[0].cells, heads, widths, strict=True):
        cell.width = width
        _say_in_cell(cell, head)
        cell.paragraphs[0].runs[0].bold = True
    table.rows[0]._tr.get_or_add_trPr().insert_element_before(cast(BaseOxmlElement, OxmlElement("w:tblHeader")))
    return table


def _fill(table: Table, rows: Sequence[Sequence[str]]) -> None:
    widths = [cell.width for cell in table.rows[0].cells]
    for values in rows:
        row: _Row = table.add_row()  # type: ignore[no-untyped-call]
        _keep_whole(row)
        for cell, value, width in zip(row.cells, values, widths, strict=True):
            cell.width = width
            _say_in_cell(cell, value)


def _keep_whole(row: _Row) -> None:
    """A row is not parted by the end of a page."""
    row._tr.get_or_add_trPr().insert_element_before(cast(BaseOxmlElement, OxmlElement("w:cantSplit")))


def _say_in_cell(cell: _Cell, value: str) -> None:
    _say(cell.paragraphs[0], value)
    for run in cell.paragraphs[0].runs:
        run.font.size = SMALL


def _say(paragraph: Paragraph, value: str) -> None:
    """Add words to a paragraph; words that run from right to left say so, or Word puts them in the wrong order."""
    run = paragraph.add_run(allowed_in_xml(value))
    if right_to_left(value):
        run.font.rtl = True
        properties = paragraph._p.get_or_add_pPr()
        if properties.find(qn("w:bidi")) is None:
            properties.insert_element_before(cast(BaseOxmlElement, OxmlElement("w:bidi")))

"""A draft as a Word file."""

from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from corpus.direction import allowed_in_xml
from corpus.language import language_of
from drafting.draft import Draft
from drafting.export.delivery import deliver
from drafting.export.footnotes import attach_footnotes, note_mark
from drafting.export.layout import Block, Layout, Piece, Role, Shape, laid_out
from drafting.export.repacking import repacked
from drafting.export.runs import element, field_runs, text_runs
from drafting.export.styles import Style, dress, style_id

A4 = (Mm(210), Mm(297))
MARGIN = Mm(25)
NOTE_JOIN = ","
TITLE_LENGTH = 255
NOT_OURS = (RELATIONSHIP_TYPE.EXTENDED_PROPERTIES, RELATIONSHIP_TYPE.THUMBNAIL)
NOT_OURS_IN_DOCUMENT = (
    RELATIONSHIP_TYPE.CUSTOM_XML,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
)
KEPT_SETTINGS = ("w:zoom", "w:defaultTabStop", "w:characterSpacingControl", "w:compat", "w:decimalSymbol")
STYLES = {
    Shape.HEADING: Style.HEADING,
    Shape.PRIVATE_MARK: Style.PRIVATE_MARK,
    Shape.PLAIN: Style.PLAIN,
    Shape.PREAMBULAR: Style.PREAMBULAR,
    Shape.NUMBERED: Style.NUMBERED,
    Shape.ALTERNATIVE: Style.ALTERNATIVE,
    Shape.QUOTATION: Style.QUOTATION,
    Shape.PLACEHOLDER: Style.PLACEHOLDER,
    Shape.POINT: Style.POINT,
}
RUN_STYLES = {Role.FRAME: Style.FRAME, Role.UNVERIFIED: Style.UNVERIFIED}


def write_docx(
    draft: Draft, target: Path | BinaryIO, *, with_private: bool = False, created: datetime | None = None
) -> None:
    """Write the draft as a Word file, the same bytes for the same draft.

    Verified citations are footnotes, the others stand in the text with a mark of doubt. The private layer is left out
    unless asked for; every page then bears a distribution mark. `created` is the date in the file's properties; none is
    written where it is not given.

    Raises:
        CannotRun: the file cannot be written; one that stood there before stands there still.
    """
    layout = laid_out(draft, with_private)
    document = docx.Document()
    dress(document, layout.language)
    _tidy(document, layout)
    _own_properties(document, layout.title, created)
    _write_body(document, layout)
    _write_edges(document, layout)
    stream = BytesIO()
    document.save(stream)
    deliver(repacked(stream.getvalue()), target)


def _tidy(document: Document, layout: Layout) -> None:
    """Leave nothing of the template that we did not put there: its picture, its program, its editing marks."""
    if document.part.package is not None:
        _drop(document.part.package.rels, NOT_OURS)
    _drop(document.part.rels, NOT_OURS_IN_DOCUMENT)
    settings = document.settings.element
    kept = {qn(name) for name in KEPT_SETTINGS}
    for child in list(settings):
        if child.tag not in kept:
            settings.remove(child)
    settings.find(qn("w:zoom")).set(qn("w:percent"), "100")
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    page = document.sections[0]
    for attribute in list(page._sectPr.attrib):
        del page._sectPr.attrib[attribute]
    page.page_width, page.page_height = A4
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = MARGIN
    if _rtl(layout):
        page._sectPr.insert_element_before(element("w:bidi"), "w:rtlGutter", "w:docGrid", "w:printerSettings")


def _drop(relations: dict[str, object], kinds: tuple[str, ...]) -> None:
    for key, relation in list(relations.items()):
        if getattr(relation, "reltype", "") in kinds:
            del relations[key]


def _own_properties(document: Document, title: str, created: datetime | None) -> None:
    """Title, revision and, where given, the date: nobody's name, no program, no machine."""
    properties = document.core_properties
    for child in list(properties._element):
        properties._element.remove(child)
    properties.title = allowed_in_xml(title)[:TITLE_LENGTH]
    properties.revision = 1
    if created is not None:
        moment = created.astimezone(UTC).replace(tzinfo=None) if created.tzinfo else created
        properties.created = properties.modified = moment.replace(microsecond=0)


def _write_body(document: Document, layout: Layout) -> None:
    _write_line(document.add_paragraph(style=Style.TITLE), layout.title, layout)
    _write_line(document.add_paragraph(style=Style.LINE), layout.line, layout)
    for block in layout.blocks:
        _write_block(document, block, layout)
    if layout.notes:
        attach_footnotes(document, layout.notes, layout.language, _rtl(layout))


def _write_block(document: Document, block: Block, layout: Layout) -> None:
    paragraph = document.add_paragraph(style=STYLES[block.shape])
    _turn(paragraph, layout)
    before = None
    for piece in block.pieces:
        if before is Role.NOTE and piece.role is Role.NOTE:
            mark = style_id(document, Style.NOTE_MARK)
            _append(paragraph, text_runs(NOTE_JOIN, layout.language, _rtl(layout), mark))
        _write_piece(document, paragraph, piece, layout)
        before = piece.role


def _write_piece(document: Document, paragraph: Paragraph, piece: Piece, layout: Layout) -> None:
    if piece.role is Role.NOTE:
        note = layout.notes[piece.note - 1]
        _append(paragraph, note_mark(document, note, piece.language, _rtl(layout)))
        return
    style = style_id(document, RUN_STYLES[piece.role]) if piece.role in RUN_STYLES else ""
    _append(paragraph, text_runs(piece.text, piece.language, _rtl(layout), style))


def _write_line(paragraph: Paragraph, text: str, layout: Layout) -> None:
    _turn(paragraph, layout)
    _append(paragraph, text_runs(text, layout.language, _rtl(layout)))


def _write_edges(document: Document, layout: Layout) -> None:
    """Page numbers below; above, the distribution mark where anything private is in the text."""
    section = document.sections[0]
    footer = section.footer.paragraphs[0]
    footer.style = document.styles[Style.FOOTER]
    _turn(footer, layout)
    _append(footer, field_runs("PAGE", "1"))
    if layout.private_mark:
        header = section.header.paragraphs[0]
        header.style = document.styles[Style.PRIVATE_MARK]
        _write_line(header, layout.private_mark, layout)


def _turn(paragraph: Paragraph, layout: Layout) -> None:
    """A paragraph that runs from right to left says so itself: the direction of its runs is not enough."""
    if _rtl(layout):
        paragraph._p.get_or_add_pPr().insert_element_before(element("w:bidi"))


def _rtl(layout: Layout) -> bool:
    return language_of(layout.language).right_to_left


def _append(paragraph: Paragraph, nodes: Iterable[BaseOxmlElement]) -> None:
    for node in nodes:
        paragraph._p.insert_element_before(node)

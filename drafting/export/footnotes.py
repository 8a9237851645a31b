"""Real footnotes, which the Word library lacks: their part, their separators, their marks in the text."""

from collections.abc import Sequence

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from drafting.export.layout import Note, Piece, Role
from drafting.export.runs import element, field_runs, run_properties, text_runs
from drafting.export.styles import Style, style_id

SEPARATORS = (("separator", "-1", "w:separator"), ("continuationSeparator", "0", "w:continuationSeparator"))


def attach_footnotes(document: Document, notes: Sequence[Note], language: str, rtl: bool) -> None:
    """Add the footnotes to the document. The text says where each stands with `note_mark`."""
    root = parse_xml(f"<w:footnotes {nsdecls('w', 'r')}/>")
    settings = element("w:footnotePr")
    for kind, number, content in SEPARATORS:
        root.append(_separator(kind, number, content, rtl))
        settings.append(element("w:footnote", id=number))
    for note in notes:
        root.append(_footnote(document, note, language, rtl))
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, blob, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    document.settings.element.find("{*}compat").addprevious(settings)


def note_mark(document: Document, note: Note, language: str, rtl: bool) -> list[BaseOxmlElement]:
    """The mark of a footnote in the text; one that is looked back at carries a bookmark for the field to find."""
    run = element("w:r")
    run.append(run_properties(language, rtl, style_id(document, Style.NOTE_MARK)))
    run.append(element("w:footnoteReference", id=str(note.number)))
    if not note.again:
        return [run]
    start = element("w:bookmarkStart", id=str(note.number), name=_bookmark(note.number))
    return [start, run, element("w:bookmarkEnd", id=str(note.number))]


def _separator(kind: str, number: str, content: str, rtl: bool) -> BaseOxmlElement:
    run = element("w:r")
    run.append(element(content))
    properties = element("w:pPr")
    if rtl:
        properties.append(element("w:bidi"))
    properties.append(element("w:spacing", after="0", line="240", lineRule="auto"))
    paragraph = element("w:p")
    paragraph.extend([properties, run])
    footnote = element("w:footnote", type=kind, id=number)
    footnote.append(paragraph)
    return footnote


def _footnote(document: Document, note: Note, language: str, rtl: bool) -> BaseOxmlElement:
    paragraph = element("w:p")
    properties = element("w:pPr")
    properties.append(element("w:pStyle", val=style_id(document, Style.NOTE_TEXT)))
    if rtl:
        properties.append(element("w:bidi"))
    mark = element("w:r")
    mark.append(run_properties(language, rtl, style_id(document, Style.NOTE_MARK)))
    mark.append(element("w:footnoteRef"))
    paragraph.extend([properties, mark, *text_runs(" ", language, rtl)])
    for piece in note.pieces:
        paragraph.extend(_runs(piece, rtl))
    footnote = element("w:footnote", id=str(note.number))
    footnote.append(paragraph)
    return footnote


def _runs(piece: Piece, rtl: bool) -> list[BaseOxmlElement]:
    if piece.role is Role.AGAIN:
        return list(field_runs(f"NOTEREF {_bookmark(piece.note)} \\h", piece.text, run_properties(piece.language, rtl)))
    return list(text_runs(piece.text, piece.language, rtl))


def _bookmark(number: int) -> str:
    """Word hides bookmarks whose names begin with a low line."""
    return f"_Note{number}"

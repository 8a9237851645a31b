"""The styles of an exported Word file, in place of those of the library's template."""

from collections.abc import Callable
from enum import StrEnum
from typing import cast

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

from drafting.export.runs import TAGS, element

LATIN_FONT = "Times New Roman"
HAN_FONT = "SimSun"
BODY = 12.0
ARABIC_BODY = 14.0
NOTE_SHARE = 0.8
DARK_RED = RGBColor(0xA0, 0x10, 0x10)
OPERATIVE_LIST = "1"
POINT_LIST = "2"


class Style(StrEnum):
    """The names of the styles, those of Word itself where it has one."""

    NORMAL = "Normal"
    TITLE = "Title"
    LINE = "Subtitle"
    HEADING = "Heading 1"
    PLAIN = "Body Text"
    PREAMBULAR = "Preambular paragraph"
    NUMBERED = "Operative paragraph"
    ALTERNATIVE = "Alternative"
    QUOTATION = "Quote"
    PLACEHOLDER = "Placeholder"
    POINT = "List Bullet"
    PRIVATE_MARK = "Distribution mark"
    FOOTER = "Footer"
    NOTE_TEXT = "footnote text"
    FRAME = "Bracket"
    UNVERIFIED = "Unverified"
    NOTE_MARK = "footnote reference"


CHARACTER_STYLES = (Style.FRAME, Style.UNVERIFIED, Style.NOTE_MARK)


def dress(document: Document, language: str) -> None:
    """Give the document its styles and lists, and take away all that it does not use."""
    _defaults(document, language)
    _prune(document)
    size = ARABIC_BODY if language == "ar" else BODY
    for style in Style:
        if style in CHARACTER_STYLES:
            _character_style(document, style)
        else:
            _paragraph_style(document, style, size)
    _lists(document)


def style_id(document: Document, style: Style) -> str:
    """The id by which a run or paragraph names its style."""
    found: str = document.styles[style].style_id
    return found


def _defaults(document: Document, language: str) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    defaults.clear()
    run = element("w:rPr")
    run.append(element("w:rFonts", ascii=LATIN_FONT, hAnsi=LATIN_FONT, eastAsia=HAN_FONT, cs=LATIN_FONT))
    run.append(element("w:sz", val=_half_points(BODY)))
    run.append(element("w:szCs", val=_half_points(ARABIC_BODY if language == "ar" else BODY)))
    tag = TAGS[language] if language not in {"ar", "zh"} else TAGS["en"]
    run.append(element("w:lang", val=tag, eastAsia=TAGS["zh"], bidi=TAGS["ar"]))
    for name, inner in (("w:rPrDefault", run), ("w:pPrDefault", element("w:pPr"))):
        outer = element(name)
        outer.append(inner)
        defaults.append(outer)


def _prune(document: Document) -> None:
    """Only Word's defaults stay of the template's styles, without their editing marks."""
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:default")) != "1":
            styles.remove(style)
        for mark in style.findall(qn("w:rsid")):
            style.remove(mark)


def _paragraph_style(document: Document, name: Style, size: float) -> None:
    style = cast(ParagraphStyle, _added(document, name, WD_STYLE_TYPE.PARAGRAPH))
    if name is not Style.NORMAL:
        style.base_style = document.styles[Style.NORMAL]
    for properties in (style.element.rPr, style.element.pPr):
        if properties is not None:
            style.element.remove(properties)
    style.paragraph_format.space_after = Pt(6)
    SHAPES.get(name, _plain)(style)
    if name is Style.NOTE_TEXT:
        style.paragraph_format.space_after = Pt(2)
        _sized(style, BODY * NOTE_SHARE, size * NOTE_SHARE)
    elif name in {Style.TITLE, Style.HEADING}:
        _sized(style, BODY + (4 if name is Style.TITLE else 1), size + (4 if name is Style.TITLE else 1))


def _character_style(document: Document, name: Style) -> None:
    style = _added(document, name, WD_STYLE_TYPE.CHARACTER)
    match name:
        case Style.FRAME:
            style.font.bold = style.font.cs_bold = True
        case Style.UNVERIFIED:
            style.font.bold = style.font.cs_bold = True
            style.font.color.rgb = DARK_RED
        case _:
            style.font.superscript = True


def _added(document: Document, name: Style, kind: WD_STYLE_TYPE) -> CharacterStyle:
    """The style of this name; a paragraph style is one with more to it."""
    styles = document.styles
    found = styles[name] if name in styles else styles.add_style(name, kind, builtin=name in BUILT_IN)
    found.hidden = False
    return cast(CharacterStyle, found)


def _plain(style: ParagraphStyle) -> None:
    style.paragraph_format.line_spacing = 1.1


def _title(style: ParagraphStyle) -> None:
    _heading(style)
    style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _line(style: ParagraphStyle) -> None:
    style.font.italic = style.font.cs_italic = True
    style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    style.paragraph_format.space_after = Pt(14)


def _heading(style: ParagraphStyle) -> None:
    style.font.bold = style.font.cs_bold = True
    style.paragraph_format.keep_with_next = True
    style.paragraph_format.space_before = Pt(14)
    if style.name == Style.HEADING:
        style.element.get_or_add_pPr().append(element("w:outlineLvl", val="0"))


def _preambular(style: ParagraphStyle) -> None:
    _plain(style)
    style.paragraph_format.first_line_indent = Mm(12)


def _alternative(style: ParagraphStyle) -> None:
    _plain(style)
    style.paragraph_format.left_indent = Mm(12)


def _quotation(style: ParagraphStyle) -> None:
    _plain(style)
    style.paragraph_format.left_indent = style.paragraph_format.right_indent = Mm(12)


def _placeholder(style: ParagraphStyle) -> None:
    _plain(style)
    style.font.italic = style.font.cs_italic = True


def _numbered(style: ParagraphStyle) -> None:
    _plain(style)
    _in_list(style, OPERATIVE_LIST)


def _point(style: ParagraphStyle) -> None:
    _plain(style)
    _in_list(style, POINT_LIST)


def _private_mark(style: ParagraphStyle) -> None:
    style.font.bold = style.font.cs_bold = True
    style.font.color.rgb = DARK_RED
    style.paragraph_format.keep_with_next = True


def _page_edge(style: ParagraphStyle) -> None:
    style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER


SHAPES: dict[Style, Callable[[ParagraphStyle], None]] = {
    Style.TITLE: _title,
    Style.LINE: _line,
    Style.HEADING: _heading,
    Style.PREAMBULAR: _preambular,
    Style.NUMBERED: _numbered,
    Style.ALTERNATIVE: _alternative,
    Style.QUOTATION: _quotation,
    Style.PLACEHOLDER: _placeholder,
    Style.POINT: _point,
    Style.PRIVATE_MARK: _private_mark,
    Style.FOOTER: _page_edge,
}
BUILT_IN = frozenset(
    {
        Style.NORMAL,
        Style.TITLE,
        Style.LINE,
        Style.HEADING,
        Style.PLAIN,
        Style.QUOTATION,
        Style.POINT,
        Style.FOOTER,
        Style.NOTE_TEXT,
        Style.NOTE_MARK,
    }
)


def _in_list(style: ParagraphStyle, number: str) -> None:
    properties = style.element.get_or_add_pPr().get_or_add_numPr()
    properties.append(element("w:numId", val=number))


def _sized(style: ParagraphStyle, size: float, complex_size: float) -> None:
    """Letters of Latin, Cyrillic and Han have one size, those of complex scripts another: Word keeps two."""
    style.font.size = Pt(size)
    plain_size: BaseOxmlElement = style.element.rPr.find(qn("w:sz"))
    plain_size.addnext(element("w:szCs", val=_half_points(complex_size)))


def _half_points(size: float) -> str:
    return str(round(size * 2))


def _lists(document: Document) -> None:
    """Two lists: the numbers of operative paragraphs, and points."""
    numbering = document.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    for number, form, text, left, hanging in (
        (OPERATIVE_LIST, "decimal", "%1.", "0", "-680"),
        (POINT_LIST, "bullet", "•", "680", "340"),
    ):
        numbering.append(_abstract_list(number, form, text, left, hanging))
    for number in (OPERATIVE_LIST, POINT_LIST):
        made = element("w:num", numId=number)
        made.append(element("w:abstractNumId", val=number))
        numbering.append(made)


def _abstract_list(number: str, form: str, text: str, left: str, hanging: str) -> BaseOxmlElement:
    level = element("w:lvl", ilvl="0")
    for name, value in (("w:start", "1"), ("w:numFmt", form), ("w:lvlText", text), ("w:lvlJc", "left")):
        level.append(element(name, val=value))
    properties = element("w:pPr")
    properties.append(_indent(left, hanging))
    level.append(properties)
    made = element("w:abstractNum", abstractNumId=number)
    made.append(element("w:multiLevelType", val="singleLevel"))
    made.append(level)
    return made


def _indent(left: str, hanging: str) -> BaseOxmlElement:
    """An indent; a negative `hanging` sets the first line in instead."""
    if hanging.startswith("-"):
        return element("w:ind", left=left, firstLine=hanging[1:])
    return element("w:ind", left=left, hanging=hanging)

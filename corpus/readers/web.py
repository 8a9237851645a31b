"""Web pages: headings, paragraphs, lists, tables and notes, without what surrounds them."""

import re
from dataclasses import dataclass

from corpus.readers.counting import shown_number
from corpus.readers.encodings import decode, decode_as
from corpus.readers.markup import Element, attribute, drop_element, parse_html, whole_text
from corpus.readers.plain import lines_of
from corpus.readers.writing import Writing, raised, tidied
from corpus.source import Role, SourceText

READER = "web 1"
BETWEEN_CELLS = " | "
MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
DECLARED = re.compile(
    rb"""(?:charset\s*=\s*["']?|<\?xml[^>]{0,80}encoding\s*=\s*["'])\s*([A-Za-z0-9_:.\-]{2,40})""", re.I
)
HEAD = 4096
LINE_BREAK = "\u2028"
UNREAD = {
    "script": "programs are not text", "style": "it is not text", "noscript": "it stands in for a program",
    "template": "it is not shown", "iframe": "another page; add that one as well", "object": "it is not text",
    "embed": "it is not text", "svg": "pictures are not text", "canvas": "pictures are not text",
    "math": "formulas are not read", "nav": "it leads through the site", "button": "it is no part of the text",
    "select": "it is no part of the text", "textarea": "it is no part of the text", "audio": "sound is not text",
    "video": "pictures are not text", "img": "pictures are not text", "picture": "pictures are not text",
}  # fmt: skip
ROLES_UNREAD = {"navigation": "it leads through the site", "search": "it leads through the site",
                "contentinfo": "it tells of the site"}  # fmt: skip
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCKS = HEADINGS | {
    "p", "div", "section", "article", "main", "header", "footer", "aside", "blockquote", "ul", "ol", "li", "dl", "dt",
    "dd", "table", "pre", "form", "fieldset", "figure", "figcaption", "address", "center", "body", "html", "hr",
    "details", "summary", "caption", "legend", "tbody", "thead", "tfoot", "tr", "td", "th", "dir", "menu",
}  # fmt: skip
PARTS_OF_TEXT = frozenset({"article", "main", "section", "blockquote", "figure"})
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
LIST_STYLES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
CSS_STYLES = {
    "decimal": "decimal", "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman", "none": "none",
}  # fmt: skip
CSS_LIST = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)")
NOTE_MARK = re.compile(r"[\[(]?\s*(\d{1,3}|\*{1,4}|[a-z]|[†‡§¶]|[ivx]{1,5})\s*[\])]?")
BACK = re.compile(r"\s*[↩↑^⏎]\ufe0e?\s*")
INT = re.compile(r"-?\d{1,6}")


@dataclass(slots=True)
class Counted:
    """A list whose items are being read."""

    style: str
    step: int
    next: int

    def number(self, item: Element) -> str:
        """The number of this item, with the tab after it."""
        own = attribute(item, "value")
        if INT.fullmatch(own):
            self.next = int(own)
        shown = shown_number(self.next, self.style)
        self.next += self.step
        if self.style == "bullet":
            return f"{shown}\t"
        return f"{shown}.\t" if shown else ""


def read_web(content: bytes, name: str) -> SourceText:
    """The text of a page, one line for each paragraph, list item and row of a table.

    Raises:
        SourceRefused: its encoding cannot be told, it nests too deeply, or holds no text.
    """
    declared = None if content.startswith(MARKS) else DECLARED.search(content[:HEAD])
    found = decode_as(content, declared[1].decode("ascii"), name) if declared else decode(content, name)
    root = parse_html(found.text.replace("\x00", ""), name)
    writing = Writing()
    title = next((tidied(whole_text(element)) for element in root.iter("title")), "")
    _clear(root, writing)
    notes = _notes(root)
    reading = PageReading(writing)
    body = root.find("body")
    reading.read(root if body is None else body)
    for number, text in notes:
        writing.add(f"{number} {text}", Role.FOOTNOTE)
    return writing.source(name, READER, language=attribute(root, "lang")[:35], title=title)


class PageReading:
    """One pass over a page: text runs on until a block begins or ends."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self._pieces: list[str] = []
        self._lead = ""
        self._role = Role.BODY
        self._lists: list[Counted] = []

    def read(self, element: Element) -> None:
        """Write everything within an element."""
        self._children(element)
        self._flush()

    def _flush(self) -> None:
        text = tidied("".join(self._pieces))
        self._pieces = []
        if text:
            self._writing.add(text, self._role, self._lead)
            self._lead = ""

    def _children(self, element: Element) -> None:
        self._pieces.append(element.text or "")
        for child in element:
            self._element(child)
            self._pieces.append(child.tail or "")

    def _element(self, element: Element) -> None:
        tag = str(element.tag).lower()
        if tag == "br":
            self._line_break()
        elif tag == "sup":
            outer, self._pieces = self._pieces, []
            self._children(element)
            own, self._pieces = "".join(self._pieces), outer
            self._pieces.append(raised(own))
        elif tag == "table":
            self._flush()
            self._table(element)
        elif tag == "pre":
            self._flush()
            self._preformatted(element)
        elif tag in BLOCKS:
            self._block(element, tag)
        elif tag != "head":
            self._children(element)

    def _line_break(self) -> None:
        # Old pages part their paragraphs with two line breaks.
        before = next((piece for piece in reversed(self._pieces) if piece == LINE_BREAK or piece.strip()), "")
        if before == LINE_BREAK:
            self._flush()
        else:
            self._pieces.append(LINE_BREAK)

    def _block(self, element: Element, tag: str) -> None:
        self._flush()
        outer, self._role = self._role, Role.HEADING if tag in HEADINGS else self._role
        if tag in ("ul", "ol", "dir", "menu"):
            self._lists.append(_list(element, tag))
            self._children(element)
            self._flush()
            self._lists.pop()
        else:
            if tag == "li":
                self._lead = (self._lists[-1] if self._lists else Counted("bullet", 1, 1)).number(element)
            self._children(element)
            self._flush()
            if tag == "li":
                self._lead = ""
        self._role = outer

    def _preformatted(self, element: Element) -> None:
        lines = lines_of(whole_text(element))
        paragraph: list[str] = []
        for line in lines:
            if line.gap and paragraph:
                self._writing.add(" ".join(paragraph))
                paragraph = []
            paragraph.append(line.text)
        self._writing.add(" ".join(paragraph))

    def _table(self, table: Element) -> None:
        rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr") if _owner(row) is table]
        framed = any(next(cell.iter("table"), None) is not None for cells in rows for cell in cells)
        if framed or all(len(cells) < 2 for cells in rows):
            # A table around tables, or of one column, is a frame around text.
            self._children(table)
            self._flush()
            return
        for caption in table.iterchildren("caption"):
            self.read(caption)
        for cells in rows:
            texts = [self._apart(cell) for cell in cells]
            self._writing.add(BETWEEN_CELLS.join(text for text in texts if text), Role.TABLE)

    def _apart(self, cell: Element) -> str:
        """The text of a cell as one line."""
        inner = Writing()
        PageReading(inner).read(cell)
        return " ".join(tidied(line.text) for line in inner.lines)


def _list(element: Element, tag: str) -> Counted:
    css = CSS_LIST.search(attribute(element, "style"))
    if css is not None and css[1] in CSS_STYLES:
        style = CSS_STYLES[css[1]]
    else:
        style = LIST_STYLES.get(attribute(element, "type"), "decimal") if tag == "ol" else "bullet"
    items = sum(1 for child in element if child.tag == "li")
    backwards = element.get("reversed") is not None
    start = attribute(element, "start")
    first = int(start) if INT.fullmatch(start) else (items if backwards else 1)
    return Counted(style, -1 if backwards else 1, first)


def _owner(row: Element) -> Element | None:
    return next(row.iterancestors("table"), None)


def _clear(root: Element, writing: Writing) -> None:
    """Take out what is not the text, and count it."""
    for element in list(root.iter()):
        tag, why = str(element.tag).lower(), ""
        if tag in UNREAD:
            what, why = ("picture" if tag in ("img", "picture") else f"<{tag}>"), UNREAD[tag]
        elif attribute(element, "role") in ROLES_UNREAD or (tag == "footer" and not _within_text(element)):
            what, why = "<footer>" if tag == "footer" else attribute(element, "role"), "it tells of the site"
        elif element.get("hidden") is not None or HIDDEN.search(attribute(element, "style")):
            what, why = "hidden text", "the page does not show it"
        if why and tag not in ("html", "body"):
            drop_element(element)
            writing.drop(what, why)


def _within_text(element: Element) -> bool:
    return any(str(outer.tag) in PARTS_OF_TEXT for outer in element.iterancestors())


def _notes(root: Element) -> list[tuple[str, str]]:
    """Take the notes of the page out of it, with their marks; number and text of each, in the order of the marks."""
    places = {name: element for element in root.iter() for name in (element.get("id"), element.get("name")) if name}
    notes: list[tuple[str, str]] = []
    taken: set[str] = set()
    for link in list(root.iter("a")):
        target = attribute(link, "href").removeprefix("#")
        if not attribute(link, "href").startswith("#") or target not in places or not _is_mark(link):
            continue
        mark = NOTE_MARK.fullmatch(whole_text(link).strip())
        note = _note_block(places[target])
        if mark is None or note is None or any(outer is note for outer in link.iterancestors()):
            continue
        if target not in taken:
            taken.add(target)
            text = _note_text(note, mark[1])
            if text:
                notes.append((mark[1], text))
            drop_element(note)
        outer = link.getparent()
        drop_element(outer if outer is not None and outer.tag == "sup" and len(outer) == 1 else link)
    return notes


def _is_mark(link: Element) -> bool:
    parent = link.getparent()
    raised_up = link.find("sup") is not None or (parent is not None and parent.tag == "sup")
    said = f"{attribute(link, 'role')} {attribute(link, 'class')} {attribute(link, 'epub:type')}"
    return raised_up or "noteref" in said or "footnote-ref" in said or attribute(link, "href").startswith("#_ftn")


def _note_block(target: Element) -> Element | None:
    """The block that a note's anchor stands for: itself, or the paragraph around it."""
    for element in (target, *target.iterancestors()):
        if element.tag in ("body", "html", "main", "article", "ol", "ul", "table"):
            return None
        if element.tag in BLOCKS:
            return element
    return None


def _note_text(note: Element, number: str) -> str:
    """What a note says, without its own number and the way back."""
    for link in list(note.iter("a")):
        if attribute(link, "href").startswith("#") and BACK.fullmatch(whole_text(link)):
            drop_element(link)
    text = tidied(whole_text(note))
    return re.sub(rf"^[\[(]?\s*{re.escape(number)}\s*[\]).:]?\s+", "", text)

"""OpenDocument texts: body, lists as numbered, tables, notes; pending changes read either way."""

from collections.abc import Iterator

from corpus.errors import SourceRefused
from corpus.readers.markup import Element, parse_xml, whole_text
from corpus.readers.odt_changes import ChangeLog
from corpus.readers.odt_names import DRAW, draw, office, table, text
from corpus.readers.odt_numbering import ListNumbers
from corpus.readers.odt_styles import OpenStyles
from corpus.readers.writing import Writing, raised, tidied
from corpus.readers.zipped import LARGEST_UNPACKED, Zipped
from corpus.source import Role, SourceText

READER = "odt 1"
BETWEEN_CELLS = " | "
MOST_SPACES = 100
LISTS_OF_ROWS = frozenset(
    table(name) for name in ("table-header-rows", "table-rows", "table-row-group", "table-columns")
)
UNREAD = frozenset(
    {text(n) for n in ("tracked-changes", "sequence-decls", "variable-decls", "user-field-decls",
                       "dde-connection-decls", "alphabetical-index-auto-mark-file", "number", "script", "note-citation",
                       "ruby-text", "table-of-content-source", "index-source-styles", "linenumbering-configuration")}
    | {office("forms")}
)  # fmt: skip


def read_odt(content: bytes, name: str, *, accept: bool = True) -> SourceText:
    """The text of an OpenDocument file, one line for each paragraph and each row of a table.

    Raises:
        SourceRefused: it is damaged, protected, too large, or holds no text.
    """
    zipped = Zipped(content, name)
    if zipped.declared() > LARGEST_UNPACKED:
        raise SourceRefused(f"{name} unpacks to more than {LARGEST_UNPACKED:,} bytes and is refused; split it.")
    names = zipped.names()
    if "META-INF/manifest.xml" in names and b"encryption-data" in zipped.read("META-INF/manifest.xml"):
        raise SourceRefused(f"{name} is protected with a password; remove the password and add it again.")
    root = parse_xml(zipped.read("content.xml"), name)
    body = root.find(f"{office('body')}/{office('text')}")
    if body is None:
        raise SourceRefused(f"{name} is not an OpenDocument text, or is damaged; save it again as .odt.")
    roots = [root] + ([parse_xml(zipped.read("styles.xml"), name)] if "styles.xml" in names else [])
    writing = Writing()
    log = ChangeLog(body, accept=accept)
    reading = OpenReading(writing, OpenStyles(roots), ListNumbers(roots), log)
    reading.read_blocks(body)
    reading.finish()
    writing.drop("macro", "macros are never read or run", sum(part.startswith("Basic/") for part in names))
    title, language = _facts(zipped, name) if "meta.xml" in names else ("", "")
    return writing.source(name, READER, language=language, title=title, changes=log.changes())


def _facts(zipped: Zipped, name: str) -> tuple[str, str]:
    meta = parse_xml(zipped.read("meta.xml"), name)
    core = "{http://purl.org/dc/elements/1.1/}"
    return (meta.findtext(f".//{core}title") or "").strip(), (meta.findtext(f".//{core}language") or "").strip()


class OpenReading:
    """One reading of an OpenDocument text in its order.

    Where a paragraph's end lies in a stretch that is left out, its text waits in `_pending` and opens the next one.
    """

    def __init__(self, writing: Writing, styles: OpenStyles, numbers: ListNumbers, log: ChangeLog) -> None:
        self._writing = writing
        self._styles = styles
        self._numbers = numbers
        self._log = log
        self._notes: list[tuple[str, Element]] = []
        self._later: list[Element] = []
        self._pieces: list[str] = []
        self._lead = ""
        self._role: Role | None = None

    def read_blocks(self, parent: Element, lead: str = "") -> None:
        """All paragraphs, lists and tables under an element; `lead` is the number of the first of them."""
        for child in parent:
            if child.tag in UNREAD:
                continue
            if child.tag in (text("p"), text("h")):
                self._paragraph(child, lead)
                lead = ""
            elif child.tag in (text("list"), text("numbered-paragraph")):
                self._list(child)
            elif child.tag == table("table"):
                self._table(child)
            elif self._log.meets(child):
                self._restored(child)
            elif child.tag == draw("frame") or str(child.tag).startswith(f"{{{DRAW}}}"):
                self._frame(child)
                self._deferred()
            elif child.tag == text("section") and child.get(text("display")) == "none":
                self._writing.drop("hidden text", "the program does not show it")
            else:
                self.read_blocks(child)

    def finish(self) -> None:
        """What still waits, and the notes."""
        self._flush()
        for number, body in self._notes:
            texts = [tidied(piece) for piece in self._texts_apart(body)]
            self._writing.add(" ".join([number, *(piece for piece in texts if piece)]), Role.FOOTNOTE)

    def _paragraph(self, paragraph: Element, lead: str) -> None:
        heading = paragraph.tag == text("h")
        if heading and not lead and self._styles.counts_in_outline(paragraph):
            lead = self._numbers.heading_number(paragraph)
        if self._styles.is_hidden_paragraph(paragraph):
            self._writing.drop("hidden text", "the program does not show it")
            return
        if self._role is None:
            self._role, self._lead = (Role.HEADING if heading else Role.BODY), lead
        self._inline(paragraph)
        if not self._log.skipping:
            self._flush()
            self._deferred()

    def _flush(self) -> None:
        written = tidied("".join(self._pieces))
        if written:
            self._writing.add(written, self._role or Role.BODY, self._lead)
        self._pieces, self._lead, self._role = [], "", None

    def _deferred(self) -> None:
        waiting, self._later = self._later, []
        for element in waiting:
            if element.tag == table("table"):
                self._table(element)
            else:
                self.read_blocks(element)

    def _restored(self, mark: Element) -> None:
        """Deleted paragraphs that stand between others, where deletions are taken back."""
        for child in self._log.restored(mark):
            self.read_blocks(child)

    def _list(self, element: Element) -> None:
        self._numbers.enter(element, self._styles.list_style_within(element))
        for item in element:
            if item.tag == text("list-item"):
                lead = "" if self._only_list(item) else self._numbers.next_number(item)
                self.read_blocks(item, lead)
            elif item.tag in (text("p"), text("h")):
                self._paragraph(item, self._numbers.next_number(item))
            elif self._log.meets(item):
                self._restored(item)
            elif item.tag not in UNREAD:
                self.read_blocks(item)
        self._numbers.leave(element)

    @staticmethod
    def _only_list(item: Element) -> bool:
        first = next((child for child in item if child.tag not in UNREAD), None)
        return first is not None and first.tag == text("list")

    def _table(self, element: Element) -> None:
        rows = [self._cells(row) for row in self._rows(element)]
        if all(len(cells) < 2 for cells in rows):
            for cells in rows:
                for cell in cells:
                    self.read_blocks(cell)
            return
        self._flush()
        for cells in rows:
            texts = [" ".join(p for p in map(tidied, self._texts_apart(cell)) if p) for cell in cells]
            self._writing.add(BETWEEN_CELLS.join(piece for piece in texts if piece), Role.TABLE)
            self._deferred()

    def _rows(self, element: Element) -> Iterator[Element]:
        for child in element:
            if child.tag == table("table-row"):
                yield child
            elif child.tag in LISTS_OF_ROWS:
                yield from self._rows(child)
            elif self._log.meets(child):
                continue

    def _cells(self, row: Element) -> list[Element]:
        return [cell for cell in row if cell.tag == table("table-cell")]

    def _texts_apart(self, parent: Element) -> Iterator[str]:
        """The paragraphs of a cell or note as texts of their own, aside from what is being read."""
        for child in parent:
            if child.tag in UNREAD:
                continue
            if child.tag in (text("p"), text("h")):
                outer, self._pieces = self._pieces, []
                self._inline(child)
                own, self._pieces = "".join(self._pieces), outer
                yield own
            elif child.tag == text("list"):
                yield from self._list_apart(child)
            elif child.tag == table("table"):
                self._later.append(child)
            elif self._log.meets(child):
                for restored in self._log.restored(child):
                    yield from self._texts_apart(restored)
            else:
                yield from self._texts_apart(child)

    def _list_apart(self, element: Element) -> Iterator[str]:
        self._numbers.enter(element, self._styles.list_style_within(element))
        for item in element:
            if item.tag not in (text("list-item"), text("list-header")):
                continue
            counted = item.tag == text("list-item") and not self._only_list(item)
            lead = self._numbers.next_number(item).strip() if counted else ""
            for piece in self._texts_apart(item):
                yield f"{lead} {piece}".strip()
                lead = ""
        self._numbers.leave(element)

    def _inline(self, element: Element) -> None:
        self._put(element.text)
        for child in element:
            if child.tag not in UNREAD:
                self._piece(child)
            self._put(child.tail)

    def _put(self, piece: str | None) -> None:
        if piece and not self._log.skipping:
            # Line ends in the file are spaces; real ones are elements of their own.
            self._pieces.append(piece.replace("\n", " "))

    def _piece(self, child: Element) -> None:
        if child.tag == text("s"):
            self._put(" " * min(_whole(child.get(text("c"))), MOST_SPACES))
        elif child.tag in (text("tab"), text("line-break"), text("soft-page-break")):
            self._put("" if child.tag == text("soft-page-break") else " ")
        elif child.tag == text("note"):
            self._note(child)
        elif child.tag == office("annotation"):
            self._writing.drop("comment", "comments are not part of the text")
        elif child.tag == office("annotation-end"):
            return
        elif str(child.tag).startswith(f"{{{DRAW}}}") and child.tag != draw("a"):
            self._frame(child)
        elif self._log.meets(child):
            self._restored_inline(child)
        elif child.tag in (text("hidden-text"), text("hidden-paragraph")) or child.get(text("display")) == "none":
            self._writing.drop("hidden text", "the program does not show it", bool(whole_text(child).strip()))
        else:
            self._span(child)

    def _span(self, child: Element) -> None:
        style = str(child.get(text("style-name"), ""))
        if self._styles.is_hidden(style):
            self._writing.drop("hidden text", "the program does not show it", bool(whole_text(child).strip()))
            return
        if not self._styles.is_raised(style):
            self._inline(child)
            return
        outer, self._pieces = self._pieces, []
        self._inline(child)
        own, self._pieces = "".join(self._pieces), outer
        self._pieces.append(raised(own))

    def _restored_inline(self, mark: Element) -> None:
        """Deleted text put back: the first and the last of its paragraphs join the text around it."""
        paragraphs = [p for child in self._log.restored(mark) for p in child.iter(text("p"), text("h"))]
        for place, paragraph in enumerate(paragraphs):
            if place:
                self._flush()
                self._role = Role.HEADING if paragraph.tag == text("h") else Role.BODY
            self._inline(paragraph)

    def _note(self, note: Element) -> None:
        body = note.find(text("note-body"))
        if body is None or self._log.skipping:
            return
        citation = note.find(text("note-citation"))
        number = "" if citation is None else whole_text(citation).strip()
        self._notes.append((number, body))

    def _frame(self, frame: Element) -> None:
        if self._log.skipping:
            return
        boxes = list(frame.iter(draw("text-box")))[:1]
        if boxes:
            self._later.extend(boxes)
        elif frame.find(draw("object")) is not None or frame.find(draw("object-ole")) is not None:
            self._writing.drop("embedded object", "objects of other programs are not read")
        elif frame.find(draw("image")) is not None:
            self._writing.drop("picture", "pictures are not text")
        elif next(frame.iter(text("p")), None) is not None:
            self._later.append(frame)


def _whole(written: str | None) -> int:
    return int(written[:6]) if written and written.isdecimal() else 1

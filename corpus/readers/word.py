"""Word files: body, tables, lists as numbered, notes, text boxes; pending changes read either way."""

from collections.abc import Iterator

from corpus.errors import SourceRefused
from corpus.readers.counting import shown_number
from corpus.readers.markup import Element
from corpus.readers.word_changes import ChangeCount, settle
from corpus.readers.word_numbering import Numbering
from corpus.readers.word_package import RELATIONS, WordPackage, number_of, switched_on, value, w
from corpus.readers.word_runs import ALTERNATIVES, NoteMark, RunReader, chosen
from corpus.readers.word_styles import Styles
from corpus.readers.writing import Writing, tidied
from corpus.source import Role, SourceText
from corpus.symbol_finder import find_symbols

READER = "word 1"
BETWEEN_CELLS = " | "
MASTHEAD_LINES = 12
STAR = "*"
UNREAD_PARTS = {w("altChunk"): "embedded document", w("subDoc"): "linked document"}
USUAL_NOTE_STYLE = {"footnote": "decimal", "endnote": "lowerRoman"}


def read_word(content: bytes, name: str, *, accept: bool = True) -> SourceText:
    """The text of a Word file, one line for each paragraph and each row of a table.

    List numbers are written before their paragraph with a tab, as Word shows them. Notes come after the body, each
    with its number. `accept` reads pending changes as accepted (insertions in, deletions out) or as taken back.

    Raises:
        SourceRefused: it is damaged, protected, too large, or holds no text.
    """
    package = WordPackage(content, name)
    root = package.main()
    count = ChangeCount()
    settle(root, count, accept=accept)
    body = root.find(w("body"))
    if body is None:
        raise SourceRefused(f"{name} is not a Word file, or is damaged; save it again as .docx.")
    writing = Writing()
    story = Story(package, root, writing)
    story.read_body(body)
    story.read_notes(count, accept=accept)
    for (what, why), times in story.runs.dropped.items():
        writing.drop(what, why, times)
    _drop_parts(package, writing, masthead=story.masthead)
    title, language = package.facts()
    return writing.source(name, READER, language=language, title=title, changes=count.changes(accepted=accept))


class Story:
    """One reading of a Word file in its order; numbers of lists and notes are counted on the way."""

    def __init__(self, package: WordPackage, root: Element, writing: Writing) -> None:
        self.masthead = ""
        self._package = package
        self._writing = writing
        self._styles = Styles(package.part("styles"))
        self.runs = RunReader(self._styles)
        self._numbering = Numbering(package.part("numbering"), self._styles)
        self._sections = list(root.iter(w("sectPr")))
        self._section = 0
        self._notes: list[tuple[NoteMark, int]] = []
        self._later: list[Element] = []
        self._depth = 0

    def read_body(self, body: Element) -> None:
        """The body, and before it the first page's header where only that holds the document's symbol."""
        header = self._first_header()
        if header is not None and _has_symbol(header) and not _opens_with_symbol(body):
            self.masthead = "header"
            self._blocks(header)
        self._blocks(body)

    def read_notes(self, count: ChangeCount, *, accept: bool) -> None:
        """The notes that the body refers to, in the order of their marks."""
        known: dict[str, dict[str, Element]] = {}
        settings = self._package.part("settings")
        numbers: dict[str, int] = {}
        section: dict[str, int] = {}
        for mark, place in self._notes:
            if mark.kind not in known:
                known[mark.kind] = self._kept_notes(mark.kind, count, accept=accept)
            note = known[mark.kind].get(mark.id)
            if note is None:
                continue
            style, start, anew = self._note_style(mark.kind, place, settings)
            if mark.kind not in numbers or (anew and section[mark.kind] != place):
                numbers[mark.kind] = start
            section[mark.kind] = place
            shown = mark.custom or shown_number(numbers[mark.kind], style)
            numbers[mark.kind] += not mark.custom
            text = " ".join(text for text in self._paragraph_texts(note) if text)
            self._writing.add(text if text.startswith(shown) and mark.custom else f"{shown} {text}", Role.FOOTNOTE)

    def _kept_notes(self, kind: str, count: ChangeCount, *, accept: bool) -> dict[str, Element]:
        root = self._package.part(f"{kind}s")
        if root is None:
            return {}
        settle(root, count, accept=accept)
        return {str(note.get(w("id"), "")): note for note in root.iter(w(kind))}

    def _note_style(self, kind: str, place: int, settings: Element | None) -> tuple[str, int, bool]:
        """How notes of this section are numbered: letters or figures, the first number, whether sections begin anew."""
        section = self._sections[place] if place < len(self._sections) else None
        own = None if section is None else section.find(w(f"{kind}Pr"))
        general = None if settings is None else settings.find(w(f"{kind}Pr"))
        style = value(own, "numFmt") or value(general, "numFmt") or USUAL_NOTE_STYLE[kind]
        start = number_of(value(own, "numStart") or value(general, "numStart"), 1)
        return style, start, (value(own, "numRestart") or value(general, "numRestart")) == "eachSect"

    def _first_header(self) -> Element | None:
        if not self._sections:
            return None
        section = self._sections[0]
        wanted = "first" if switched_on(section, "titlePg") else "default"
        for reference in section.iterchildren(w("headerReference")):
            if reference.get(w("type")) == wanted:
                return self._package.linked(str(reference.get(f"{{{RELATIONS}}}id", "")))
        return None

    def _blocks(self, parent: Element) -> None:
        for child in parent:
            if child.tag == w("p"):
                self._paragraph(child)
            elif child.tag == w("tbl"):
                self._table(child)
            elif child.tag == ALTERNATIVES:
                self._blocks(chosen(child))
            elif child.tag in UNREAD_PARTS:
                self._writing.drop(UNREAD_PARTS[child.tag], "only the file itself is read; add that one as well")
            elif child.tag not in (w("sectPr"), w("sdtPr"), w("sdtEndPr")):
                self._blocks(child)

    def _paragraph(self, paragraph: Element) -> None:
        number, text = self._numbered(paragraph)
        if text:
            self._writing.add(text, self._role(paragraph, text), number)
        self._deferred()
        if paragraph.find(f"{w('pPr')}/{w('sectPr')}") is not None:
            self._section += 1

    def _role(self, paragraph: Element, text: str) -> Role:
        # UN documents put the starred notes of their first page into frames.
        if text.startswith(STAR) and paragraph.find(f"{w('pPr')}/{w('framePr')}") is not None:
            return Role.FOOTNOTE
        return Role.HEADING if self._styles.is_heading(paragraph) else Role.BODY

    def _numbered(self, paragraph: Element) -> tuple[str, str]:
        """The number and the text of a paragraph; notes and text boxes in it are kept for later."""
        inline = self.runs.read(paragraph)
        self._notes.extend((mark, self._section) for mark in inline.notes)
        self._later.extend(inline.boxes)
        return self._numbering.next_number(paragraph), tidied(inline.text)

    def _deferred(self) -> None:
        """Text boxes and inner tables, after the paragraph or row that they hang on."""
        waiting, self._later = self._later, []
        for element in waiting:
            if element.tag == w("tbl"):
                self._table(element)
            else:
                self._blocks(element)

    def _table(self, table: Element) -> None:
        rows = [list(_inside(row, w("tc"))) for row in _inside(table, w("tr"))]
        if all(len(cells) < 2 for cells in rows):
            # A table of one column is a frame around text.
            for cells in rows:
                for cell in cells:
                    self._blocks(cell)
            return
        for cells in rows:
            texts = [self._cell(cell) for cell in cells]
            self._writing.add(BETWEEN_CELLS.join(text for text in texts if text), Role.TABLE)
            self._deferred()

    def _cell(self, cell: Element) -> str:
        return " ".join(text for text in self._paragraph_texts(cell) if text)

    def _paragraph_texts(self, parent: Element) -> Iterator[str]:
        """The paragraphs of a cell or a note as one text each; tables within are kept for later."""
        for child in parent:
            if child.tag == w("p"):
                number, text = self._numbered(child)
                yield f"{number.strip()} {text}".strip() if text else ""
            elif child.tag == w("tbl"):
                self._later.append(child)
            elif child.tag == ALTERNATIVES:
                yield from self._paragraph_texts(chosen(child))
            elif child.tag not in (w("tcPr"), w("sdtPr"), w("sdtEndPr")):
                yield from self._paragraph_texts(child)


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, whatever wraps them."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (w("sdt"), w("sdtContent"), w("customXml"), w("ins"), w("moveTo"), w("del"), w("moveFrom")):
            yield from _inside(child, tag)


def _text_of(element: Element) -> str:
    return "".join(piece.text or "" for piece in element.iter(w("t")))


def _has_symbol(header: Element) -> bool:
    return any(next(find_symbols(_text_of(paragraph)), None) is not None for paragraph in header.iter(w("p")))


def _opens_with_symbol(body: Element) -> bool:
    """Whether one of the first lines of the body is little more than a symbol."""
    lines = [text for text in (_text_of(paragraph).strip() for paragraph in body.iter(w("p"))) if text]
    for line in lines[:MASTHEAD_LINES]:
        if not line.startswith(STAR) and any(len(str(found.symbol)) * 2 >= len(line) for found in find_symbols(line)):
            return True
    return False


def _drop_parts(package: WordPackage, writing: Writing, *, masthead: str) -> None:
    headers = len(package.parts("header")) - bool(masthead)
    writing.drop("header", "running headers are not part of the text", max(headers, 0))
    writing.drop("footer", "running footers are not part of the text", len(package.parts("footer")))
    comments = package.part("comments")
    if comments is not None:
        writing.drop("comment", "comments are not part of the text", sum(1 for _ in comments.iter(w("comment"))))
    writing.drop("macro", "macros are never read or run", package.macros)

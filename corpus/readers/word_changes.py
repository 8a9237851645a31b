"""Pending changes of a Word file: counted, and the text brought to one of its two states."""

from dataclasses import dataclass, field

from corpus.readers.markup import Element, drop_element
from corpus.readers.word_package import MATH, w
from corpus.source import Changes

INSERTED = frozenset({w("ins"), w("moveTo")})
DELETED = frozenset({w("del"), w("moveFrom")})
# Within the properties of a paragraph's end, a row or a list number the same elements are marks, not wrappers.
HOLDERS_OF_MARKS = frozenset({w("rPr"), w("trPr"), w("numPr"), f"{{{MATH}}}ctrlPr"})
FORMER_PROPERTIES = tuple(
    w(name) for name in ("pPrChange", "rPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange")
)
CELL_INSERTED, CELL_DELETED = w("cellIns"), w("cellDel")
PARAGRAPH, ROW, CELL, TABLE = w("p"), w("tr"), w("tc"), w("tbl")
WRAPPERS = frozenset({w("sdt"), w("sdtContent"), w("customXml"), w("ins"), w("moveTo"), w("del"), w("moveFrom")})
CONTENT = frozenset({w("r"), w("hyperlink"), w("smartTag"), w("sdt"), w("fldSimple"), w("customXml")})


@dataclass(slots=True)
class ChangeCount:
    """What was found of pending changes so far."""

    insertions: int = 0
    deletions: int = 0
    authors: list[str] = field(default_factory=list)
    days: set[str] = field(default_factory=set)

    def changes(self, *, accepted: bool) -> Changes | None:
        """The counts as a value; None where there are no changes."""
        if not self.insertions and not self.deletions:
            return None
        return Changes(self.insertions, self.deletions, tuple(self.authors), accepted, tuple(sorted(self.days)))


def settle(root: Element, count: ChangeCount, *, accept: bool) -> None:
    """Count the changes under `root` and carry them out: all accepted, or all taken back.

    A change is one insertion or deletion of running text, of a table row or cell, or of a paragraph's end that does
    not belong to a change of text beside it; a move is a deletion and an insertion.
    """
    _count(root, count)
    if not accept:
        _restore_properties(root)
    _drop_rows(root, accept=accept)
    gone = DELETED if accept else INSERTED
    for element in list(root.iter(*gone)):
        if _is_wrapper(element):
            drop_element(element)
    if accept:
        for element in list(root.iter(w("delText"))):
            drop_element(element)
    for paragraph in list(root.iter(PARAGRAPH)):
        if _marked(paragraph, gone):
            _join_to_next(paragraph)


def _is_wrapper(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag not in HOLDERS_OF_MARKS


def _marked(paragraph: Element, kinds: frozenset[str]) -> bool:
    """Whether the paragraph's end carries a change of one of these kinds."""
    mark = paragraph.find(f"{w('pPr')}/{w('rPr')}")
    return mark is not None and any(child.tag in kinds for child in mark)


def _count(root: Element, count: ChangeCount) -> None:
    for element in root.iter(*INSERTED, *DELETED, CELL_INSERTED, CELL_DELETED):
        author = str(element.get(w("author"), ""))
        if author and author not in count.authors:
            count.authors.append(author)
        day = str(element.get(w("date"), ""))[:10]
        if day:
            count.days.add(day)
        kinds = INSERTED if element.tag in (*INSERTED, CELL_INSERTED) else DELETED
        if not _counts(element, kinds):
            continue
        if kinds is INSERTED:
            count.insertions += 1
        else:
            count.deletions += 1


def _counts(element: Element, kinds: frozenset[str]) -> bool:
    """Whether this is a change of its own, not a part of the one around or beside it."""
    parent = element.getparent()
    if parent is None or parent.tag == w("numPr"):
        return False
    if parent.tag == w("trPr") or element.tag in (CELL_INSERTED, CELL_DELETED):
        return True
    if _in_changed_row(element, kinds):
        return False
    if parent.tag not in HOLDERS_OF_MARKS:
        return len(element) > 0
    holder = parent.getparent()
    paragraph = None if holder is None else holder.getparent()
    if paragraph is None or paragraph.tag != PARAGRAPH:
        return False
    return not _beside_change(paragraph, kinds)


def _in_changed_row(element: Element, kinds: frozenset[str]) -> bool:
    return any(
        any(child.tag in kinds for child in properties)
        for row in element.iterancestors(ROW)
        for properties in row.iterchildren(w("trPr"))
    )


def _beside_change(paragraph: Element, kinds: frozenset[str]) -> bool:
    """Whether the text just before or just after the paragraph's end is changed in the same way."""
    last = next((child for child in reversed(paragraph) if child.tag in CONTENT | INSERTED | DELETED), None)
    if last is not None and last.tag in kinds:
        return True
    following = _next_paragraph(paragraph)
    first = None if following is None else next((c for c in following if c.tag in CONTENT | INSERTED | DELETED), None)
    return first is not None and first.tag in kinds


def _restore_properties(root: Element) -> None:
    """Bring back what formatting was before its pending change; list numbers and styles hang on it."""
    for change in list(root.iter(*FORMER_PROPERTIES)):
        properties = change.getparent()
        if properties is None or len(change) == 0:
            continue
        former = list(change[0])
        for child in list(properties):
            # The mark of the paragraph's end is not part of its former properties, and still needed.
            if child.tag not in (w("rPr"), w("sectPr")) and child.tag not in INSERTED | DELETED:
                properties.remove(child)
        for child in former:
            properties.append(child)
    for number in list(root.iter(w("numPr"))):
        if number.find(w("ins")) is not None:
            drop_element(number)


def _drop_rows(root: Element, *, accept: bool) -> None:
    gone, cell_mark = (DELETED, CELL_DELETED) if accept else (INSERTED, CELL_INSERTED)
    for row in list(root.iter(ROW)):
        properties = row.find(w("trPr"))
        if properties is not None and any(child.tag in gone for child in properties):
            drop_element(row)
    for mark in list(root.iter(cell_mark)):
        cell = next(mark.iterancestors(CELL), None)
        if cell is not None:
            drop_element(cell)


def _join_to_next(paragraph: Element) -> None:
    """Take away the paragraph's end: its content goes to the start of the next paragraph, whose shape it takes."""
    content = [child for child in paragraph if child.tag != w("pPr")]
    following = _next_paragraph(paragraph)
    if following is None:
        if not any(child.tag in CONTENT | INSERTED | DELETED for child in content):
            drop_element(paragraph)
        return
    place = 1 if len(following) and following[0].tag == w("pPr") else 0
    for offset, child in enumerate(content):
        following.insert(place + offset, child)
    drop_element(paragraph)


def _next_paragraph(paragraph: Element) -> Element | None:
    """The paragraph that follows in the same text, bookmarks aside; None before a table or at the end."""
    for sibling in paragraph.itersiblings():
        if sibling.tag == PARAGRAPH:
            return sibling
        if sibling.tag in WRAPPERS:
            first = next(sibling.iter(PARAGRAPH, TABLE), None)
            if first is not None:
                return first if first.tag == PARAGRAPH else None
        elif sibling.tag in (TABLE, w("sectPr")):
            return None
    return None

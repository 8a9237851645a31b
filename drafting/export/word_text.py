"""The text of Word paragraphs, piece by piece, with what stands under tracked changes."""

from collections.abc import Iterator
from dataclasses import dataclass

from drafting.export.word_file import SPACE, Node, w

CONTAINERS = frozenset(w(name) for name in ("tbl", "tr", "tc", "sdt", "sdtContent", "customXml"))
INLINE = frozenset(
    w(name) for name in ("hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo")
)
INSERTED = frozenset({w("ins"), w("moveTo")})
DELETED = frozenset({w("del"), w("moveFrom")})
CHARACTERS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
    w("softHyphen"): "\u00ad",
}
BETWEEN_PARAGRAPHS = frozenset(
    w(name)
    for name in (
        "bookmarkStart",
        "bookmarkEnd",
        "commentRangeStart",
        "commentRangeEnd",
        "proofErr",
        "permStart",
        "permEnd",
        "moveFromRangeStart",
        "moveFromRangeEnd",
        "moveToRangeStart",
        "moveToRangeEnd",
    )
)


@dataclass(frozen=True, slots=True)
class Changed:
    """Whether something is a pending insertion, a pending deletion, both or neither."""

    inserted: bool = False
    deleted: bool = False

    def within(self, other: "Changed") -> "Changed":
        """The state of what stands inside something of another state."""
        return Changed(self.inserted or other.inserted, self.deleted or other.deleted)


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """A paragraph of the file. Paragraphs of one `stretch` follow one another with nothing between them.

    `in_table` says that it stands in a table; `row` is the pending change of its row.
    """

    node: Node
    stretch: int
    in_table: bool
    row: Changed


@dataclass(frozen=True, slots=True)
class Atom:
    """The smallest piece of a paragraph: a child of a run, with the text that it shows (none for a picture or mark)."""

    run: Node
    node: Node
    text: str
    state: Changed


def word_paragraphs(body: Node) -> list[WordParagraph]:
    """Every paragraph in reading order, those of tables too; text boxes, headers and notes are not among them."""
    found: list[WordParagraph] = []
    _collect(body, False, Changed(), found)
    return found


def atoms(paragraph: Node) -> Iterator[Atom]:
    """The pieces of a paragraph in order."""
    yield from _atoms(paragraph, Changed())


def mark_state(paragraph: Node) -> Changed:
    """Whether the paragraph's own mark (its end) is a pending insertion or deletion."""
    marks = paragraph.find(f"{w('pPr')}/{w('rPr')}")
    if marks is None:
        return Changed()
    return Changed(
        inserted=any(child.tag in INSERTED for child in marks),
        deleted=any(child.tag in DELETED for child in marks),
    )


def _collect(parent: Node, in_table: bool, row: Changed, found: list[WordParagraph]) -> None:
    stretch = len(found)
    for child in parent:
        if child.tag == w("p"):
            found.append(WordParagraph(child, stretch, in_table, row))
            if child.find(f"{w('pPr')}/{w('sectPr')}") is not None:
                stretch = len(found)
        elif child.tag in CONTAINERS:
            _collect(child, in_table or child.tag == w("tc"), row.within(_row_state(child)), found)
            stretch = len(found)
        elif child.tag not in BETWEEN_PARAGRAPHS:
            stretch = len(found)


def _row_state(node: Node) -> Changed:
    properties = node.find(w("trPr")) if node.tag == w("tr") else None
    if properties is None:
        return Changed()
    return Changed(properties.find(w("ins")) is not None, properties.find(w("del")) is not None)


def _atoms(parent: Node, state: Changed) -> Iterator[Atom]:
    for child in parent:
        if child.tag == w("r"):
            for node in child:
                if node.tag != w("rPr"):
                    yield Atom(child, node, _shown(node), state)
        elif child.tag in INSERTED:
            yield from _atoms(child, state.within(Changed(inserted=True)))
        elif child.tag in DELETED:
            yield from _atoms(child, state.within(Changed(deleted=True)))
        elif child.tag in INLINE:
            yield from _atoms(child, state)


def _shown(node: Node) -> str:
    if node.tag in {w("t"), w("delText")}:
        return _spaced(node)
    if node.tag == w("sym"):
        return chr(int(node.get(w("char"), "FFFD"), 16))
    return CHARACTERS.get(str(node.tag), "")


def _spaced(node: Node) -> str:
    """The text as Word shows it: spaces at the ends count only where the file says so."""
    text = node.text or ""
    keeper = next((each for each in (node, *node.iterancestors()) if each.get(SPACE)), None)
    kept = keeper is not None and keeper.get(SPACE) == "preserve"
    return text if kept else text.strip(" \t\r\n")

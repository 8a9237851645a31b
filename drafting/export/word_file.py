"""A Word file opened at the level of its XML; every part that is not changed goes out as it came in."""

import zlib
from dataclasses import dataclass
from io import BytesIO
from posixpath import dirname, join, normpath
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from corpus.errors import SourceRefused

Node = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OLE_HEAD = bytes.fromhex("d0cf11e0a1b11ae1")
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
MOST_BYTES = 300_000_000


def w(name: str) -> str:
    """The full name of one of Word's own elements or attributes."""
    return f"{{{W}}}{name}"


def made(name: str, **attributes: str) -> Node:
    """A new element of Word's own names, with attributes of the same."""
    return etree.Element(w(name), {w(key): value for key, value in attributes.items()})


def take_out(node: Node) -> None:
    """Take an element out of its parent."""
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


@dataclass(frozen=True, slots=True)
class WordFile:
    """The parts of a Word file, in their order; `main` names the part with the text."""

    parts: tuple[tuple[ZipInfo, bytes], ...]
    main: str

    def body(self) -> Node:
        """The text, as XML.

        Raises:
            SourceRefused: the part is not Word's XML.
        """
        root = _parsed(self.part(self.main))
        body = root.find(w("body"))
        if body is None:
            raise SourceRefused("This Word file has no text part that can be read; open it in Word and save it anew.")
        return body

    def part(self, name: str) -> bytes:
        """The bytes of a part; none where there is no such part."""
        return next((content for info, content in self.parts if info.filename == name), b"")

    def related(self, kind: str) -> Node | None:
        """The XML of the part of this kind (“comments”, “footnotes”) that belongs to the text."""
        return next((_parsed(self.part(name)) for name in _targets(self, self.main, kind) if self.part(name)), None)

    def with_body(self, body: Node) -> bytes:
        """The file with the text changed and everything else as it was."""
        anew = etree.tostring(body.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
        stream = BytesIO()
        with ZipFile(stream, "w") as packed:
            for info, content in self.parts:
                packed.writestr(info, anew if info.filename == self.main else content)
        return stream.getvalue()


def open_word(content: bytes) -> WordFile:
    """Open a Word file.

    Raises:
        SourceRefused: it is not a Word file, is locked with a password, is damaged, or is far too large.
    """
    if content.startswith(OLE_HEAD):
        raise SourceRefused(
            "This is an old Word file (.doc) or one locked with a password; save it as .docx without a password."
        )
    try:
        with ZipFile(BytesIO(content)) as packed:
            if sum(info.file_size for info in packed.infolist()) > MOST_BYTES:
                raise SourceRefused("This Word file unpacks to more than 300 MB; take the pictures out and try again.")
            parts = tuple((info, packed.read(info)) for info in packed.infolist())
    except (BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError, ValueError, zlib.error) as error:
        raise SourceRefused(
            "This is not a Word file, or it is damaged; open it in Word and save it as .docx."
        ) from error
    file = WordFile(parts, "")
    main = next(iter(_targets(file, "", "officeDocument")), "")
    if not main:
        raise SourceRefused("This is not a Word file: it has no text part. Open it in Word and save it as .docx.")
    return WordFile(parts, main)


def _targets(file: WordFile, source: str, kind: str) -> list[str]:
    """The names of the parts of a kind that a part points to."""
    folder = dirname(source)
    relations = file.part(join(folder, "_rels", f"{source.rpartition('/')[2]}.rels"))
    if not relations:
        return []
    if STRICT.encode() in relations:
        raise SourceRefused(
            "This file is in Word's “strict” form; save it in Word as an ordinary Word document (.docx)."
        )
    return [
        normpath(join("/", folder, relation.get("Target", ""))).lstrip("/")
        for relation in _parsed(relations)
        if relation.get("Type") == f"{RELATIONS}/{kind}"
    ]


def _parsed(content: bytes) -> Node:
    """Word's XML has no document type and reads nothing from outside; a file that has one is refused."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise SourceRefused("The XML of this Word file is damaged; open it in Word and save it anew.") from error
    if root.getroottree().docinfo.doctype:
        raise SourceRefused("This Word file has a document type, which Word never writes; it is not read.")
    return root

"""An uploaded file as text: .txt and .md as they are, .docx by its paragraphs."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import PurePath

import docx
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from corpus.errors import QueryError

PLAIN = frozenset({".txt", ".md"})
WORD = ".docx"
LARGEST_FILE = 30_000_000
LARGEST_UNPACKED = 300_000_000
BREAKS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "\N{NON-BREAKING HYPHEN}"}
NOT_SAID = {qn("w:moveFrom"), qn("w:del"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
"""What stands in a Word file without being part of its text: taken out, moved away, or said a second time."""


def text_of(name: str, content: bytes) -> str:
    """The text of a file by its name and bytes.

    Raises:
        QueryError: the file is too large, of a kind that is not read, or not what its name says.
    """
    kind = PurePath(name).suffix.lower()
    if len(content) > LARGEST_FILE:
        raise QueryError(f"“{name}” is larger than {LARGEST_FILE // 1_000_000} MB. Give it in parts.")
    if kind in PLAIN:
        return _decoded(name, content)
    if kind == WORD:
        return _paragraphs(name, content)
    raise QueryError(f"“{name}” is not read here: give a .txt, .md or .docx file, or paste the text.")


def _decoded(name: str, content: bytes) -> str:
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise QueryError(f"“{name}” is not text in UTF-8. Save it as UTF-8, or paste the text.") from None


def _paragraphs(name: str, content: bytes) -> str:
    """Paragraphs in the order of the document, those of tables too; tracked changes are read as accepted."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            if sum(part.file_size for part in parts.infolist()) > LARGEST_UNPACKED:
                raise QueryError(f"“{name}” is too large when unpacked. Give it in parts.")
        body = docx.Document(io.BytesIO(content)).element.body
    except (zipfile.BadZipFile, KeyError, ValueError, SyntaxError):  # SyntaxError: what lxml raises for broken XML
        raise QueryError(f"“{name}” is not a Word file that can be read. Save it as .docx again, or paste the text.") from None  # fmt: skip
    return "\n".join("".join(_said(paragraph)) for paragraph in body.iter(qn("w:p")))


def _said(element: BaseOxmlElement) -> Iterator[str]:
    """What one paragraph says; paragraphs inside it, such as those of a text box, speak for themselves."""
    for part in element:
        if part.tag == qn("w:t"):
            yield part.text or ""
        elif part.tag in BREAKS:
            yield BREAKS[part.tag]
        elif part.tag not in NOT_SAID and part.tag not in {qn("w:p"), qn("w:pPr")}:
            yield from _said(part)

"""Plain text and the text of Word files, as one string; anything that is not text is refused with the reason."""

import io
import zipfile
from pathlib import Path

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from corpus.errors import QueryError

LARGEST_BYTES = 40_000_000
LARGEST_UNPACKED = 200_000_000
PLAIN_SUFFIXES = frozenset({".txt", ".md", ".markdown", ".text", ""})
BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_file(path: Path) -> str:
    """The text of a file.

    Raises:
        QueryError: it cannot be opened, is too large, is not text, or is of a kind that is not read.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST_BYTES:
            raise QueryError(f"{path} has {size:,} bytes; the limit is {LARGEST_BYTES:,}. Check it in parts.")
        content = path.read_bytes()
    except OSError as error:
        raise QueryError(f"{path} cannot be opened: {error.strerror}.") from error
    return read_bytes(content, path.name)


def read_bytes(content: bytes, name: str) -> str:
    """The text of a file's content; the ending of the name tells the kind.

    Raises:
        QueryError: it is empty, too large, not text, or of a kind that is not read.
    """
    suffix = Path(name).suffix.casefold()
    if not content.strip():
        raise QueryError(f"{name} is empty.")
    if suffix == ".docx":
        return _word_text(content, name)
    if suffix not in PLAIN_SUFFIXES:
        raise QueryError(
            f"{name}: files of the kind “{suffix}” are not read; give .txt, .md or .docx, or paste the text."
        )
    return decoded(content, name)


def decoded(content: bytes, name: str) -> str:
    """Bytes as text: UTF-8, or UTF-16 with its mark.

    Raises:
        QueryError: the bytes are not text in one of these encodings.
    """
    if len(content) > LARGEST_BYTES:
        raise QueryError(f"{name} has {len(content):,} bytes; the limit is {LARGEST_BYTES:,}. Check it in parts.")
    encoding = next((known for mark, known in BYTE_ORDER_MARKS if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise QueryError(
            f"{name} is not text in UTF-8 (byte {error.start:,} does not fit). Save it as UTF-8, or give the Word file."
        ) from error
    if "\x00" in text:
        raise QueryError(f"{name} holds bytes that are not text. Give .txt, .md or .docx, or paste the text.")
    return text


def _word_text(content: bytes, name: str) -> str:
    """The paragraphs of a Word file and of its tables, in order, a blank line between them.

    Pending changes are read as if accepted: insertions are part of the text, deletions are not.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            if sum(part.file_size for part in package.infolist()) > LARGEST_UNPACKED:
                raise QueryError(f"{name} unpacks to more than {LARGEST_UNPACKED:,} bytes and is refused.")
        document = docx.Document(io.BytesIO(content))
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError) as error:
        raise QueryError(f"{name} is not a Word file, or is damaged or encrypted. Save it again as .docx.") from error
    paragraphs = (_paragraph_text(element) for element in document.element.body.iter(qn("w:p")))
    text = "\n\n".join(paragraph for paragraph in paragraphs if paragraph.strip())
    if not text:
        raise QueryError(f"{name} holds no text.")
    return text


def _paragraph_text(paragraph: BaseOxmlElement) -> str:
    """The text of one paragraph, whatever its runs are wrapped in; a break or a tab is a space."""
    pieces = {qn("w:t"): None, qn("w:tab"): " ", qn("w:br"): " ", qn("w:cr"): " ", qn("w:noBreakHyphen"): "-"}
    return "".join(
        (element.text or "") if pieces[element.tag] is None else str(pieces[element.tag])
        for element in paragraph.iter(*pieces)
    )

"""What a file really is, told from its content; the ending of its name decides only between kinds of text."""

import re
from enum import StrEnum
from pathlib import PurePosixPath

from corpus.errors import SourceRefused
from corpus.readers.zipped import Zipped


class Kind(StrEnum):
    """The kinds of file that are read."""

    PDF = "PDF"
    WORD = "Word"
    ODT = "OpenDocument"
    HTML = "HTML"
    MARKDOWN = "Markdown"
    TEXT = "plain text"
    ARCHIVE = "zip archive"


ENDINGS = {
    "pdf": Kind.PDF, "docx": Kind.WORD, "docm": Kind.WORD, "dotx": Kind.WORD, "odt": Kind.ODT, "ott": Kind.ODT,
    "html": Kind.HTML, "htm": Kind.HTML, "xhtml": Kind.HTML, "md": Kind.MARKDOWN, "markdown": Kind.MARKDOWN,
    "txt": Kind.TEXT, "text": Kind.TEXT, "zip": Kind.ARCHIVE,
}  # fmt: skip
AS_WORD = "save it as .docx and add that"
AS_TEXT = "save it as .pdf or .docx and add that"
RECOGNISE = "run text recognition on it and add the .pdf"
UNREAD_STARTS: tuple[tuple[bytes, str, str], ...] = (
    (b"{\\rtf", "an RTF file", AS_WORD),
    (b"\x89PNG", "a picture", RECOGNISE),
    (b"\xff\xd8\xff", "a picture", RECOGNISE),
    (b"GIF8", "a picture", RECOGNISE),
    (b"II*\x00", "a picture", RECOGNISE),
    (b"MM\x00*", "a picture", RECOGNISE),
    (b"AT&TFORM", "a DjVu scan", RECOGNISE),
    (b"%!PS", "a PostScript file", AS_TEXT),
    (b"Rar!", "a RAR archive", "pack its files as .zip"),
    (b"7z\xbc\xaf", "a 7z archive", "pack its files as .zip"),
    (b"\x1f\x8b", "a gzip archive", "unpack it and add the files"),
    (b"BZh", "a bzip2 archive", "unpack it and add the files"),
    (b"\xfd7zXZ", "an xz archive", "unpack it and add the files"),
    (b"MZ", "a program", "add documents only"),
    (b"\x7fELF", "a program", "add documents only"),
    (b"SQLite format 3", "a database", "add documents only"),
)
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
UNREAD_PACKAGES = (
    ("xl/", "an Excel file", AS_TEXT),
    ("ppt/", "a PowerPoint file", AS_TEXT),
    ("Index/Document.iwa", "a Pages file", AS_WORD),
    ("index.xml", "a Pages file", AS_WORD),
    ("META-INF/container.xml", "an e-book", AS_TEXT),
    ("visio/", "a Visio file", AS_TEXT),
)
OPEN_TEXT = (b"application/vnd.oasis.opendocument.text", b"application/vnd.oasis.opendocument.text-template")
PAGE_START = re.compile(
    rb"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body|div|p|h1|article|main|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
XML_START = re.compile(rb"\s*<\?xml\b|\s*<!DOCTYPE\b|\s*<!ENTITY\b", re.IGNORECASE)
HEAD = 2048
MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
LEGIBLE_SHARE = 0.97


def kind_by_name(name: str) -> Kind | None:
    """The kind that the ending of a name promises; None for an unknown ending."""
    return ENDINGS.get(PurePosixPath(name).suffix.casefold().removeprefix("."))


def kind_of(content: bytes, name: str) -> Kind:
    """The kind of a file.

    Raises:
        SourceRefused: it is empty, or of a kind that is not read; the message says what to do.
    """
    if not content.strip(b" \t\r\n\x00\x0c"):
        raise SourceRefused(f"{name} is empty.")
    if b"%PDF-" in content[:1024]:
        return Kind.PDF
    if content.startswith(OLD_OFFICE):
        raise _old_office(content, name)
    if content.startswith(ZIP_STARTS):
        return _package(content, name)
    for start, what, remedy in UNREAD_STARTS:
        if content.startswith(start):
            raise SourceRefused(f"{name} is {what}, which is not read; {remedy}.")
    return _text(content, name)


def _package(content: bytes, name: str) -> Kind:
    promised = kind_by_name(name)
    try:
        zipped = Zipped(content, name)
    except SourceRefused as error:
        if promised in (Kind.WORD, Kind.ODT):
            raise SourceRefused(f"{name} is damaged or cut off; get or save it again.") from error
        raise
    names = zipped.names()
    if any(part.startswith("word/") and part.endswith(".xml") for part in names):
        return Kind.WORD
    if "mimetype" in names and "content.xml" in names:
        return _open_document(zipped, name)
    for part, what, remedy in UNREAD_PACKAGES:
        if any(found.startswith(part) for found in names):
            raise SourceRefused(f"{name} is {what}, which is not read; {remedy}.")
    if promised in (Kind.WORD, Kind.ODT):
        raise SourceRefused(f"{name} is not a {promised} file, or is damaged; save it again and add that.")
    return Kind.ARCHIVE


def _open_document(zipped: Zipped, name: str) -> Kind:
    if zipped.read("mimetype").strip() in OPEN_TEXT:
        return Kind.ODT
    raise SourceRefused(f"{name} is an OpenDocument file without running text; {AS_TEXT}.")


def _old_office(content: bytes, name: str) -> SourceRefused:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in content

    if holds("EncryptedPackage"):
        return SourceRefused(f"{name} is protected with a password; remove the password and add it again.")
    if holds("WordDocument"):
        return SourceRefused(f"{name} is a Word file of before 2007 (.doc), which is not read; {AS_WORD}.")
    if holds("Workbook") or holds("PowerPoint Document"):
        return SourceRefused(f"{name} is an old Office file that holds no running text; {AS_TEXT}.")
    return SourceRefused(f"{name} is a file of an old program, which is not read; {AS_WORD}.")


def _text(content: bytes, name: str) -> Kind:
    head = content[:HEAD]
    plain_head = head.replace(b"\x00", b"").removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe")
    plain_head = plain_head.removeprefix(b"\xfe\xff")
    promised = kind_by_name(name)
    if PAGE_START.match(plain_head) and promised is not Kind.MARKDOWN:
        return Kind.HTML
    if b"<html" in plain_head.lower() and promised is Kind.HTML:
        return Kind.HTML
    if XML_START.match(plain_head):
        raise SourceRefused(f"{name} is an XML file, which is not read; save it as .docx, .odt or .html and add that.")
    if b"\nContent-Type: multipart/related" in head:
        raise SourceRefused(f"{name} is a web archive, which is not read; save the page as .html or .pdf.")
    if b"\x00" in content and not is_wide(content):
        raise SourceRefused(f"{name} is damaged or not a document; add .pdf, .docx, .odt, .html, .md or .txt.")
    if promised in (Kind.PDF, Kind.WORD, Kind.ODT, Kind.ARCHIVE):
        raise SourceRefused(f"{name} is not a {promised} file, or is damaged; save it again and add that.")
    return promised or Kind.TEXT


def is_wide(content: bytes) -> bool:
    """Whether bytes are text of two bytes a character: by its mark, or because it reads as such and not otherwise."""
    return content.startswith(MARKS[1:]) or wide_encoding(content) != ""


def wide_encoding(content: bytes) -> str:
    """The two-byte encoding of a text without a mark, empty where it is none: its spaces have zeros on one side."""
    head = content[:HEAD]
    zeros = {"utf-16-be": head[::2].count(0), "utf-16-le": head[1::2].count(0)}
    encoding = max(zeros, key=lambda side: zeros[side])
    if min(zeros.values()) or not zeros[encoding]:
        return ""
    text = head[: len(head) // 2 * 2].decode(encoding, "replace")
    return encoding if sum(sign.isprintable() or sign.isspace() for sign in text) > LEGIBLE_SHARE * len(text) else ""

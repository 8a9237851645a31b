"""What a person hands over is read as text or refused with one sentence."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement

from corpus.errors import QueryError
from corpus.readers.plain import LARGEST_BYTES, read_bytes, read_file


def word_file(*paragraphs: str) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


@pytest.mark.parametrize(
    ("content", "name", "text"),
    [
        ("резолюция 78/147".encode(), "draft.txt", "резолюция 78/147"),
        ("﻿with a mark".encode(), "draft.md", "with a mark"),
        ("القرار 78/147".encode("utf-16"), "draft.txt", "القرار 78/147"),
        (word_file("one", "", "two"), "draft.docx", "one\n\ntwo"),
    ],
)
def test_read(content: bytes, name: str, text: str) -> None:
    assert read_bytes(content, name) == text


@pytest.mark.parametrize(
    ("content", "name", "complaint"),
    [
        (b"", "a.txt", "is empty"),
        (b" \n ", "a.txt", "is empty"),
        (b"abc\x00def", "a.txt", "not text"),
        ("ледники".encode("cp1251"), "a.txt", "is not text in UTF-8"),
        ("ледники ".encode() + "ледники".encode("cp1251"), "a.txt", "byte 15 does not fit"),
        (b"%PDF-1.7", "a.pdf", "of the kind “.pdf” are not read"),
        (b"not a zip", "a.docx", "not a Word file"),
        (word_file(), "a.docx", "holds no text"),
        (word_file("x")[:200], "a.docx", "not a Word file"),
    ],
)
def test_refused(content: bytes, name: str, complaint: str) -> None:
    with pytest.raises(QueryError, match=complaint) as caught:
        read_bytes(content, name)
    assert "\n" not in str(caught.value)


def test_a_bomb_is_refused_unopened() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        package.writestr("word/document.xml", b"0" * 210_000_000)
    with pytest.raises(QueryError, match="unpacks to more than"):
        read_bytes(written.getvalue(), "bomb.docx")


def test_a_file_that_is_missing_or_too_large(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="cannot be opened"):
        read_file(tmp_path / "nothing.txt")
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(LARGEST_BYTES + 1)
    with pytest.raises(QueryError, match="the limit is"):
        read_file(large)


def test_pending_changes_are_read_as_if_accepted() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Recalling resolution ")._p
    for tag, text_tag, text in (("w:del", "w:delText", "78/148"), ("w:ins", "w:t", "78/147")):
        change = OxmlElement(tag)
        run = OxmlElement("w:r")
        words = OxmlElement(text_tag)
        words.text = text
        run.append(words)
        change.append(run)
        paragraph.append(change)
    written = io.BytesIO()
    document.save(written)
    assert read_bytes(written.getvalue(), "draft.docx") == "Recalling resolution 78/147"

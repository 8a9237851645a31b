"""What a fetched file is, by its content: never by its name or by what the server calls it."""

import zipfile
from pathlib import Path

from corpus.errors import FetchRefused
from corpus.official.obstacle import Obstacle

BEGINNING, END = 64, 4096
"""Bytes looked at from either end of a file."""
EARLY_END = "the file ended before its end"


def suffix_of(path: Path) -> str:
    """The suffix that the content deserves: .pdf or .docx.

    Raises:
        FetchRefused: it is neither (a web page, an older Word file), or its end is missing.
    """
    with path.open("rb") as stream:
        beginning = stream.read(BEGINNING).removeprefix(b"\xef\xbb\xbf").lstrip()
        stream.seek(max(0, path.stat().st_size - END))
        end = stream.read()
    if beginning.startswith(b"%PDF-"):
        if b"%%EOF" not in end:
            raise FetchRefused(EARLY_END, Obstacle.CUT_OFF)
        return ".pdf"
    if beginning.startswith(b"PK\x03\x04"):
        return _suffix_of_package(path)
    what = "a web page" if beginning.startswith(b"<") else "something else"
    raise FetchRefused(f"the site answered with {what} instead of a PDF or Word (.docx) file", Obstacle.WRONG_TYPE)


def _suffix_of_package(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as package:
            names = package.namelist()
    except (zipfile.BadZipFile, ValueError):
        raise FetchRefused(EARLY_END, Obstacle.CUT_OFF) from None
    if "word/document.xml" not in names:
        raise FetchRefused("the site answered with a package that is not a Word file", Obstacle.WRONG_TYPE)
    return ".docx"

"""Plain text, line by line as it was typed, in whatever encoding; and any text as one string for checking."""

import re
from pathlib import Path

from corpus.errors import QueryError, SourceRefused
from corpus.readers.encodings import decode
from corpus.readers.writing import UNFIT
from corpus.source import Line, SourceText

READER = "plain 1"
LARGEST_BYTES = 40_000_000
PLAIN_SUFFIXES = frozenset({".txt", ".md", ".markdown", ".text", ""})
BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
LINE = re.compile(r"([^\n\r\f\x85\u2028\u2029]*)(\r\n|[\n\r\f\x85\u2028\u2029]|$)")
NEW_PAGE = "\f"
WIDEST_LINE = 120
INDENT = re.compile(r"[ \t\u00a0\u3000]{3,}|\t")


def read_plain(content: bytes, name: str) -> SourceText:
    """The text of a plain file, one line for each of its lines; form feeds count pages.

    Raises:
        SourceRefused: its encoding cannot be told with certainty, or it holds no text.
    """
    decoded_text = decode(content, name)
    text = UNFIT.sub("", decoded_text.text).removeprefix("\ufeff")
    lines = lines_of(text)
    if not lines:
        raise SourceRefused(f"{name} holds no text.")
    unicode = decoded_text.encoding.startswith("utf-")
    repairs = () if unicode else (f"read as {decoded_text.encoding}, found from its letters",)
    pages = (lines[-1].page or 0) if NEW_PAGE in text else 0
    return SourceText(text=text, lines=lines, reader=READER, pages=pages, repairs=repairs)


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines that hold text, each with its place.

    A text whose lines are mostly wider than any page was not broken by a page: there each line is a paragraph.
    """
    lines, page, gap = [], 1, False
    paged, whole = NEW_PAGE in text, _unbroken(text)
    for match in LINE.finditer(text):
        written = match[1].strip()
        if written:
            start = match.start() + len(match[1]) - len(match[1].lstrip())
            set_off = gap or INDENT.match(match[1]) is not None
            lines.append(Line(written, start, start + len(written), page if paged else None, whole=whole, gap=set_off))
            gap = False
        elif match.end() > match.start():
            gap = True
        page += match[2] == NEW_PAGE
    return tuple(lines)


def _unbroken(text: str) -> bool:
    lengths = [len(line) for line in text.splitlines()]
    return sum(length for length in lengths if length > WIDEST_LINE) * 2 > sum(lengths)


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
    """The text of a file's content; the ending of the name tells the kind. Pending changes are read as accepted.

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
    """The paragraphs of a Word file and of its tables, in order, a blank line between them."""
    from corpus.readers.word import read_word  # lxml is loaded only for those who need it

    try:
        return read_word(content, name).text
    except SourceRefused as error:
        raise QueryError(str(error)) from error

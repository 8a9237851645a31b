"""What a reader takes out of a file: one text, with everything known of its layout, and what was left behind."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a line is within its page or file, where the file itself says so."""

    BODY = "body"
    HEADING = "heading"
    TABLE = "table"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source: `source.text[start:end]` is where it stands.

    `text` is the line as it is to be read (`clean` may have taken marks out of it). `page` counts from 1 and is empty
    where the source has no pages. `whole` says that the line is a whole paragraph (Word, HTML, Markdown), not a piece
    that a page's width cut off. `gap` says that something in the layout sets it off from the line before: a blank
    line, a wider space, an indent.
    """

    text: str
    start: int
    end: int
    page: int | None = None
    role: Role = Role.BODY
    whole: bool = False
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something that was left out, and why; `count` is how many of its kind."""

    what: str
    why: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Changes:
    """Pending changes of a file: how many, by whom, whether they were read as accepted, and on which days (ISO)."""

    insertions: int
    deletions: int
    authors: tuple[str, ...]
    accepted: bool
    days: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of one file. `lines` cover what is to be read; `text` is everything, in reading order.

    `reader` names the reader and the version of its rules. `pages` is 0 where the source has none. `language` and
    `title` are what the file says of itself, empty where it says nothing. `repairs` tells what was mended, in words.
    """

    text: str
    lines: tuple[Line, ...]
    reader: str
    pages: int = 0
    language: str = ""
    title: str = ""
    changes: Changes | None = None
    repairs: tuple[str, ...] = ()
    dropped: tuple[Dropped, ...] = ()


@dataclass(frozen=True, slots=True)
class CleanText:
    """The lines that are the document, the footnotes apart, and what cleaning took away."""

    lines: tuple[Line, ...]
    footnotes: tuple[Line, ...] = ()
    dropped: tuple[Dropped, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the source, its broken lines joined. `spans` are the stretches of the source it was made from."""

    text: str
    spans: tuple[tuple[int, int], ...]
    page: int | None = None
    role: Role = Role.BODY

"""A draft: sections of statements, every statement with the citations it rests on."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """Whose position a text states: one State, the five, the landlocked developing countries, the developing world."""

    NATIONAL = "national"
    CENTRAL_ASIA = "central-asia"
    LLDC = "lldc"
    G77 = "g77"


class Form(StrEnum):
    """What kind of text is written."""

    BRIEF = "brief"
    STATEMENT = "statement"
    RESOLUTION = "resolution"
    DECLARATION = "declaration"
    TALKING_POINTS = "talking-points"


class StatementKind(StrEnum):
    """What a statement is within its section; a framing one states no fact: a courtesy, a heading line, a reference."""

    PLAIN = "plain"
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    QUOTATION = "quotation"
    PLACEHOLDER = "placeholder"
    FRAMING = "framing"


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a statement comes from: the place, the exact words relied on, and how the citation reads.

    `quote` is a substring of the paragraph in `language`. `display` is the citation in the draft's language.
    `verified` says that the place is held and the quote stands there; `reason` says why not, where it does not.
    """

    document: str
    label: str
    language: str
    quote: str
    display: str
    verified: bool
    page: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence or paragraph of a draft.

    `bracketed` text is not agreed; statements with the same `bracket` are alternatives to each other, numbered by
    `option` (1, 2 …), each with its `proposers` (ISO alpha-3 codes or group names). A `private` statement (fallback,
    red line) is left out of every export that does not ask for it. `doubt` says why a wording that a model proposed is
    not borne out by its evidence: while it stands, none of the citations is verified; empty for a person's own words.
    """

    text: str
    citations: tuple[Citation, ...] = ()
    kind: StatementKind = StatementKind.PLAIN
    bracketed: bool = False
    bracket: str = ""
    option: int = 0
    proposers: tuple[str, ...] = ()
    private: bool = False
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    heading: str
    statements: tuple[Statement, ...]
    private: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole text in one language. `gaps` name what no evidence covers, `warnings` what a person must look at."""

    title: str
    topic: str
    form: Form
    level: Level
    language: str
    sections: tuple[Section, ...]
    gaps: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

"""A reference found in a text: where it stands and what it says."""

from dataclasses import dataclass
from enum import StrEnum


class MentionKind(StrEnum):
    """What is referred to."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    DOCUMENT = "document"
    TREATY = "treaty"
    DECLARATION = "declaration"
    PROGRAMME = "programme"
    EVENT = "event"
    DAY = "day"
    YEAR = "year"
    DECADE = "decade"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mention:
    """One reference.

    `start` and `end` index the text as given (code points) and cover number and date. `symbol` is canonical, or empty
    where the organ cannot be told; `instrument` is the registry's id for what is named without a symbol. `organ_named`
    says whether the text names the organ; `organ_written` is the organ that the text names where the number cannot be
    its own; `date_span` is where the date stands; `homoglyphs` are places of letters that only look Latin.
    """

    start: int
    end: int
    text: str
    kind: MentionKind
    symbol: str = ""
    organ: str = ""
    organ_named: bool = False
    date: str = ""
    date_span: tuple[int, int] | None = None
    paragraph: str = ""
    instrument: str = ""
    homoglyphs: tuple[int, ...] = ()
    organ_written: str = ""

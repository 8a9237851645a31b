"""A paragraph and the place it stands in."""

from dataclasses import dataclass
from enum import StrEnum


class ParagraphKind(StrEnum):
    """What a paragraph is within its document."""

    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    NUMBERED = "numbered"
    PLAIN = "paragraph"
    TABLE = "table"
    FOOTNOTE = "footnote"
    CLOSING = "closing"
    ADOPTION = "adoption"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class ParagraphRef:
    """A place: the document's id and the paragraph's label (PP3, OP5 (a), KAZ-21).

    It has no language: numbering is the same in all versions of a document.
    """

    document: str
    label: str

    def __str__(self) -> str:
        return f"{self.document} {self.label}"


@dataclass(frozen=True, slots=True)
class Facets:
    """What a paragraph can be filtered by: States (ISO alpha-3), body, years, topics."""

    states: tuple[str, ...] = ()
    body: str = ""
    years: tuple[int, ...] = ()
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph in one language.

    `page` is the page of the source file, where there is one, and `spans` the stretches of the source's text that the
    paragraph was made from. `heading` is the heading it stands under. `source` and `confidence` are set for notes,
    which are our own words and always name what they are about and what they rest on.
    """

    ref: ParagraphRef
    language: str
    kind: ParagraphKind
    text: str
    page: int | None = None
    facets: Facets = Facets()
    heading: str = ""
    source: str = ""
    confidence: str = ""
    spans: tuple[tuple[int, int], ...] = ()

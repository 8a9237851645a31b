"""A document in one language, and what kind of text it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from corpus.errors import NotHeld
from corpus.paragraph import Paragraph


class TextKind(StrEnum):
    """What a text is; every result says so."""

    OFFICIAL = "official"
    TRANSLATION = "translation"
    REGISTRY = "registry"
    POSITION = "position"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The file that a document of the user's own library was read from.

    `name` is what the person called it, `path` where the copy is kept, `pages` 0 where it has none.
    """

    name: str
    path: str
    sha256: str
    reader: str
    pages: int
    added_on: str


@dataclass(frozen=True, slots=True)
class Document:
    """One document in one language, by paragraphs.

    `symbol` is empty where the document has none. `opening` and `enacting` are the words that stand before the
    preamble and before the operative part; they carry no label. `facts` are shown beside the text as they are. `source`
    is set for what a person added.
    """

    id: str
    symbol: str
    kind: TextKind
    language: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    opening: str = ""
    enacting: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    source: SourceFile | None = None

    def paragraph(self, label: str) -> Paragraph:
        """The paragraph with this label, letter case and spaces aside.

        Raises:
            NotHeld: the document has no such paragraph.
        """
        wanted = _folded(label)
        for paragraph in self.paragraphs:
            if _folded(paragraph.ref.label) == wanted:
                return paragraph
        raise NotHeld(
            f"{self.id} has no paragraph “{label}”; its labels run from "
            f"{self.paragraphs[0].ref.label} to {self.paragraphs[-1].ref.label}."
        )


def _folded(label: str) -> str:
    return "".join(label.casefold().split())

"""Labels, each given once in a document, and the paragraphs that still grow under them."""

from dataclasses import dataclass, field

from corpus.paragraph import ParagraphKind
from corpus.source import Block


@dataclass(slots=True)
class OpenParagraph:
    """A paragraph that may still grow: a continuation without a number of its own is joined to it."""

    label: str
    kind: ParagraphKind
    texts: list[str]
    blocks: list[Block]
    heading: str

    def grow(self, block: Block) -> None:
        """Join a block that belongs to the paragraph."""
        self.texts.append(block.text.strip())
        self.blocks.append(block)


@dataclass(slots=True)
class Labels:
    """Every label given so far in the document, so that none is given twice."""

    taken: set[str] = field(default_factory=set)

    def free(self, prefix: str, section: str, head: str) -> str:
        """The label with what makes it the only one: the section's number before it, or " #2" behind it."""
        plain = f"{prefix} {head}".strip()
        choices = [plain, f"{prefix} {section} {head}".strip()] if section else [plain]
        for choice in choices:
            if choice not in self.taken:
                self.taken.add(choice)
                return choice
        turn = 2
        while f"{choices[-1]} #{turn}" in self.taken:
            turn += 1
        self.taken.add(f"{choices[-1]} #{turn}")
        return f"{choices[-1]} #{turn}"

"""A declaration's text becomes labelled paragraphs.

The layout is the one heads of State sign: title, opening line, preambular paragraphs, enacting words, numbered
operative paragraphs, closing paragraph, adoption line, each set off by a blank line.
"""

import re
from dataclasses import dataclass

from corpus.errors import CorpusError
from corpus.paragraph import ParagraphKind

NUMBERED = re.compile(r"(\d{1,3})\.\s+(.*)", re.DOTALL)
SENTENCE_END = tuple(".,;:!?。；：，")
MARKS = re.compile(r"\*\*|^#+\s+", re.MULTILINE)
SPACES = re.compile(r"[ \t\n\u00a0]+")


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A label, the kind of paragraph, and its text with broken lines joined."""

    label: str
    kind: ParagraphKind
    text: str


@dataclass(frozen=True, slots=True)
class DeclarationParts:
    """A declaration taken apart; nothing of the source is left out."""

    title: str
    opening: str
    enacting: str
    paragraphs: tuple[LabelledText, ...]


def segment_declaration(source: str) -> DeclarationParts:
    """Take a declaration apart into title, opening, enacting words and labelled paragraphs.

    Raises:
        CorpusError: the text has no numbered paragraphs, or their numbers do not run 1, 2, 3 ….
    """
    blocks = _joined(source)
    numbers = [NUMBERED.match(block) for block in blocks]
    operative = [position for position, match in enumerate(numbers) if match]
    if not operative:
        raise CorpusError("The text has no numbered paragraphs; a declaration needs “1.”, “2.” … at line starts.")
    first, last = operative[0], operative[-1]
    if operative != list(range(first, last + 1)) or first < 4 or last + 2 != len(blocks) - 1:
        raise CorpusError(
            "The text is not laid out as a declaration: title, opening, preamble, enacting words, numbered "
            "paragraphs without gaps, closing paragraph, adoption line."
        )
    paragraphs = [
        LabelledText(f"PP{number}", ParagraphKind.PREAMBULAR, block)
        for number, block in enumerate(blocks[2 : first - 1], start=1)
    ]
    for number, match in enumerate(numbers[first : last + 1], start=1):
        if match is None or int(match[1]) != number:
            raise CorpusError(f"Operative paragraph {number} is missing or out of order.")
        paragraphs.append(LabelledText(f"OP{number}", ParagraphKind.OPERATIVE, match[2]))
    paragraphs.append(LabelledText("closing", ParagraphKind.CLOSING, blocks[-2]))
    paragraphs.append(LabelledText("adoption", ParagraphKind.ADOPTION, blocks[-1]))
    return DeclarationParts(blocks[0], blocks[1], blocks[first - 1], tuple(paragraphs))


def _joined(source: str) -> list[str]:
    """Blocks of the source without marks, those that a page break cut in two joined again."""
    blocks: list[str] = []
    leads_are_bold = "**" in source
    for raw in re.split(r"\n\s*\n", source.strip()):
        text = _plain(raw)
        if leads_are_bold and blocks and _continues(blocks[-1], raw.strip(), text):
            blocks[-1] = f"{blocks[-1]} {text}"
        else:
            blocks.append(text)
    return blocks


def _plain(block: str) -> str:
    return SPACES.sub(" ", MARKS.sub("", block)).strip()


def _continues(before: str, raw: str, text: str) -> bool:
    """Whether a block goes on with the sentence before it: neither has a mark of its own there.

    A new paragraph opens with a number, a bold lead or a capital; a sentence that has ended ends in a stop. In a
    text without bold leads the two cannot be told apart, so nothing is joined there.
    """
    return not before.endswith(SENTENCE_END) and not raw.startswith("**") and text[:1].islower()

"""What stands around each place of a stretch of text: marks, the count that goes on behind it, the lines beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.parsing.landmarks import is_contents_line
from corpus.parsing.layout_words import LayoutWords
from corpus.parsing.marks import Mark, MarkKind, read_mark
from corpus.parsing.parts import Form, Part
from corpus.parsing.text_head import TextHead, head_of_running, head_of_speaking
from corpus.source import Block

LONG_ENOUGH_TO_RUN = 80


@dataclass(frozen=True, slots=True)
class Surroundings:
    """One part as it lies before the reader; a place is the position of a block in it."""

    blocks: Sequence[Block]
    marks: Sequence[Mark | None]
    """The mark that each block begins with."""
    counted: Sequence[int]
    """For each place the next number of the main count from there on; 0 where none follows."""
    dense: bool
    """Whether most of the paragraphs are numbered."""
    text_head: TextHead

    @classmethod
    def of(cls, part: Part, words: LayoutWords) -> "Surroundings":
        """Read the marks of a part, and what they say of it as a whole."""
        marks = [read_mark(block.text.strip(), words) for block in part.blocks]
        numbered = sum(1 for mark in marks if mark and mark.value(MarkKind.NUMBER))
        running = sum(
            1
            for block, mark in zip(part.blocks, marks, strict=True)
            if not mark and len(block.text) > LONG_ENOUGH_TO_RUN
        )
        return cls(part.blocks, marks, _numbers_ahead(marks), numbered * 2 >= running, _head(part, marks, words))

    def block_after(self, position: int) -> Block | None:
        """The block behind a place."""
        return self.blocks[position + 1] if position + 1 < len(self.blocks) else None

    def mark_after(self, position: int) -> Mark | None:
        """The mark of the block behind a place."""
        return self.marks[position + 1] if position + 1 < len(self.marks) else None

    def is_before(self, position: int, *kinds: MarkKind) -> bool:
        """Whether the block behind a place begins with a mark of one of these kinds."""
        mark = self.mark_after(position)
        return mark is not None and any(mark.value(kind) for kind in kinds)

    def is_contents(self, position: int) -> bool:
        """Whether the line is one of a table of contents, or a name without a page among such lines."""
        near = (position - 1, position + 1)
        around = [place for place in near if 0 <= place < len(self.blocks)]
        if is_contents_line(self.blocks[position].text):
            return True
        return len(around) == len(near) and all(is_contents_line(self.blocks[place].text) for place in around)

    def is_stray(self, position: int) -> bool:
        """Whether the paragraph holds no words: signs alone, or a number alone at the end of the part."""
        text, mark = self.blocks[position].text.strip(), self.marks[position]
        alone = mark is not None and mark.end >= len(text) and position + 1 == len(self.blocks)
        return alone or not any(sign.isalnum() for sign in text)


def _head(part: Part, marks: Sequence[Mark | None], words: LayoutWords) -> TextHead:
    if part.form is Form.RESOLUTION:
        return head_of_speaking(part.blocks, marks, words)
    return head_of_running(() if part.prefix else part.blocks, marks, words)


def _numbers_ahead(marks: Sequence[Mark | None]) -> list[int]:
    """For each place the next number of the main count behind it; 0 where none follows."""
    ahead, following = [0] * len(marks), 0
    for position in reversed(range(len(marks))):
        ahead[position] = following
        mark = marks[position]
        if mark and (number := mark.value(MarkKind.NUMBER)):
            following = number
    return ahead

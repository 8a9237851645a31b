"""Where a masthead ends: before the organ that speaks, the first number, or the first running text."""

import re
from collections.abc import Sequence

from corpus.parsing.landmarks import article_of, decision_of, opening_of, resolution_of
from corpus.parsing.layout_words import LayoutWords
from corpus.parsing.marks import MarkKind, read_mark
from corpus.source import Block

LONGEST_MASTHEAD = 80
LONGEST_BEFORE_TEXT = 600
SENTENCE = re.compile(r"\w{3,}(?:\W+\w+){7,}[.!?。]\W*$")
"""Running text, which no masthead has before the text of a resolution, and with which any other text begins."""
COMMAS = (",", "，", "،")


def holds_several(blocks: Sequence[Block], layout: LayoutWords) -> bool:
    """Whether the document holds several decisions, so that none of their titles is its own."""
    return len([block for block in blocks if decision_of(block.text, layout)]) > 1


def end_of_masthead(blocks: Sequence[Block], layout: LayoutWords, *, several: bool) -> tuple[int, bool]:
    """How many paragraphs can belong to the masthead, and whether an organ opens the text right after them."""
    prose: int | None = None
    for position, block in enumerate(blocks[:LONGEST_MASTHEAD]):
        if _is_treaty(block, prose, layout):
            return min(position, prose or position), False
        if opening_of(block.text, layout) and _opens_text(blocks, position, layout):
            return position, True
        if several and decision_of(block.text, layout):
            return position, True
        if layout.we.match(block.text) and block.text.rstrip().endswith(COMMAS):
            return position, False
        mark = read_mark(block.text.strip(), layout)
        numbered = mark is not None and mark.value(MarkKind.NUMBER) and not resolution_of(block.text)
        if numbered:
            return position, False
        if prose is None and (len(block.text) > LONGEST_BEFORE_TEXT or SENTENCE.search(block.text)):
            prose = position
    return (min(len(blocks), LONGEST_MASTHEAD) if prose is None else prose), False


def _is_treaty(block: Block, prose: int | None, layout: LayoutWords) -> bool:
    """Whether running text and then an article have come: the organ named further on does not open the text."""
    return prose is not None and article_of(block.text, layout) is not None


def _opens_text(blocks: Sequence[Block], position: int, layout: LayoutWords) -> bool:
    """The organ's name stands alone above the masthead too; the text opens with it where a comma follows it."""
    if blocks[position].text.rstrip().endswith((*COMMAS, ":", "：")):
        return True
    following = blocks[position + 1].text if position + 1 < len(blocks) else ""
    return layout.opens_operative(following) or layout.opens_preamble(following)

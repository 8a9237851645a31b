"""The lines of a title that stand above a text: where it was spoken, by whom, and what it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.parsing.headings import LONGEST_HEADING
from corpus.parsing.landmarks import opening_of
from corpus.parsing.layout_words import LayoutWords
from corpus.parsing.line_width import opens_with_small
from corpus.parsing.marks import Mark, MarkKind
from corpus.parsing.masthead_words import masthead_words
from corpus.source import Block, Role

LONGEST_HEAD = 20
"""How many lines a title can have at most, with where, when and by whom."""
SHORTEST_RUNNING = 150
LONGEST_ITEM = 600
COLON = (":", "：")
STOP = (".", "。", "!", "?", "۔")
UNFINISHED = (",", "，", "،")
YEAR_SIGNS = (" г.", " гг.", "\u00a0г.", "\u00a0гг.")


@dataclass(frozen=True, slots=True)
class TextHead:
    """The first `length` paragraphs of a text, which can be lines of its title.

    `speaks` says that an organ or a meeting speaks in the text, so that a colon stands before what it decides.
    """

    length: int
    speaks: bool
    words: LayoutWords

    def is_title(self, blocks: Sequence[Block], position: int) -> bool:
        """Whether the paragraph at this place is a line of the title, not a greeting or a short first paragraph."""
        if position >= self.length or opens_with_small(blocks[position + 1].text):
            return False
        text = blocks[position].text.strip()
        if names_item(text, self.words.language):
            return True
        if len(text) > LONGEST_HEADING:
            return False
        if self.speaks:
            return not text.endswith((*COLON, *STOP))
        ended = text.endswith((*STOP, *UNFINISHED)) and not text.endswith(YEAR_SIGNS)
        return not ended or bool(masthead_words(self.words.language).speeches.match(text))


def head_of_speaking(blocks: Sequence[Block], marks: Sequence[Mark | None], words: LayoutWords) -> TextHead:
    """The head of a resolution or declaration: what stands above the words that open it."""
    for position, block in enumerate(blocks):
        mark = marks[position]
        if mark and mark.value(MarkKind.NUMBER):
            break
        if opening_of(block.text, words) or words.we.match(block.text.strip()):
            return TextHead(position, True, words)
    return TextHead(0, True, words)


def head_of_running(blocks: Sequence[Block], marks: Sequence[Mark | None], words: LayoutWords) -> TextHead:
    """The head of any other text: what stands above the first running or numbered paragraph, if that comes soon."""
    for position, block in enumerate(blocks[:LONGEST_HEAD]):
        text = block.text.strip()
        if marks[position] or block.role is not Role.BODY:
            return TextHead(position, False, words)
        running = len(text) > LONGEST_HEADING or (len(text) > SHORTEST_RUNNING and text.endswith(STOP))
        if running and not names_item(text, words.language):
            return TextHead(position, False, words)
    return TextHead(0, False, words)


def names_item(text: str, language: str) -> bool:
    """Whether the line is that of the item of the agenda under which the text was spoken."""
    return len(text) <= LONGEST_ITEM and any(pattern.match(text) for pattern in masthead_words(language).agenda)

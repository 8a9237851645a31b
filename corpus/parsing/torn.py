"""Paragraphs that a page's end has torn apart are joined again, and what stood between the halves is left out."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.parsing.clean import join_lines
from corpus.parsing.headings import ENDED
from corpus.parsing.layout_words import LayoutWords
from corpus.parsing.line_width import opens_with_small
from corpus.parsing.marks import read_mark
from corpus.parsing.titles import is_same
from corpus.source import Block, Dropped, Role

SHORTEST_RUNNING = 80
"""A line of this length without a stop is running text, not a title."""
JOB_NUMBER = re.compile(r"\s*(?:\d{1,3}\s+)?\d{2}-\d{5}(?:\s?\([A-Z]\))?(?:\s+\d{1,3})?\s*")
PAGE_NUMBER = re.compile(r"\s*(?:\d{1,3}(?:/\d{1,3})?|[-–—]\s?\d{1,3}\s?[-–—])\s*")


def joined(blocks: Sequence[Block], title: str, words: LayoutWords) -> tuple[tuple[Block, ...], tuple[Dropped, ...]]:
    """The paragraphs with torn ones whole, and what was left out.

    A paragraph is torn where it has no stop and the next one opens with a small letter; between them may stand the
    title, a page's number or the printer's. A title within such a paragraph is left out whatever letter comes next.
    """
    kept: list[Block] = []
    titles = numbers = 0
    torn = False
    for position, block in enumerate(blocks):
        following = blocks[position + 1] if position + 1 < len(blocks) else None
        open_end = bool(kept) and _runs_on(kept[-1])
        if JOB_NUMBER.fullmatch(block.text) or (open_end and _is_page_number(block, following)):
            numbers += 1
        elif open_end and following is not None and title and is_same(block.text, title):
            titles, torn = titles + 1, True
        elif open_end and (torn or _goes_on(block, words)):
            kept[-1] = _together(kept[-1], block)
            torn = False
        else:
            kept.append(block)
            torn = False
    found = (
        (titles, "running titles", "the title comes again within a sentence"),
        (numbers, "page numbers", "they count the pages of the source"),
    )
    return tuple(kept), tuple(Dropped(what, why, count) for count, what, why in found if count)


def _runs_on(block: Block) -> bool:
    return block.role is Role.BODY and len(block.text) > SHORTEST_RUNNING and not ENDED.search(block.text)


def _is_page_number(block: Block, following: Block | None) -> bool:
    return bool(PAGE_NUMBER.fullmatch(block.text)) and following is not None and opens_with_small(following.text)


def _goes_on(block: Block, words: LayoutWords) -> bool:
    text = block.text.strip()
    if block.role is not Role.BODY or not opens_with_small(text) or read_mark(text, words):
        return False
    return not words.opens_preamble(text) and not words.opens_operative(text)


def _together(first: Block, second: Block) -> Block:
    return replace(first, text=join_lines([first.text, second.text]), spans=(*first.spans, *second.spans))

"""A text taken apart into the stretches that are numbered on their own: the text itself, annexes, decisions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.parsing.landmarks import (
    Landmark,
    annex_of,
    article_of,
    decision_of,
    is_contents_line,
    opening_of,
    resolution_of,
)
from corpus.parsing.layout_words import LayoutWords
from corpus.parsing.marks import MarkKind, read_mark
from corpus.source import Block, Role

OPENS_WITHIN = 5
FEWEST_ARTICLES = 2
CONFERENCE = re.compile(r"/(?:CP|CMA|CMP|COP)\.")


class Form(StrEnum):
    """How a stretch of text is built."""

    RESOLUTION = "preamble and operative paragraphs"
    ARTICLES = "articles"
    NUMBERED = "numbered paragraphs"
    PLAIN = "paragraphs without numbers"


@dataclass(frozen=True, slots=True)
class Part:
    """One stretch: `prefix` goes before its labels, `owner` before those of its last lines, `titles` are its headings.

    `bare` says that its operative paragraphs are cited by the number alone, as those of conferences of parties are.
    """

    prefix: str
    owner: str
    form: Form
    blocks: tuple[Block, ...]
    titles: tuple[str, ...] = ()
    annex: bool = False
    bare: bool = False


def parts_of(blocks: Sequence[Block], words: LayoutWords, number: str) -> tuple[Part, ...]:
    """The stretches of the text in order; `number` is that of the whole text, where it has one."""
    adopted = _adopted_headings(blocks, words)
    starts: list[tuple[int, str, str, tuple[str, ...], bool]] = [(0, "", "", (), False)]
    owner = ""
    for position, block in enumerate(blocks):
        if position in adopted:
            owner = adopted[position].label
            starts.append((position, owner, owner, (block.text,), False))
        elif annex := _annex_at(blocks, position, words):
            titles = tuple(filter(None, (block.text,)))
            starts.append((position, f"{owner} {annex.label}".strip(), owner, titles, True))
    parts = []
    for turn, (start, prefix, owner_label, titles, annex_part) in enumerate(starts):
        end = starts[turn + 1][0] if turn + 1 < len(starts) else len(blocks)
        inside = tuple(blocks[start + (1 if titles else 0) : end])
        if inside or titles:
            bare = bool(CONFERENCE.search(owner_label or number))
            parts.append(Part(prefix, owner_label, _form(inside, words, annex_part), inside, titles, annex_part, bare))
    return tuple(parts)


def _adopted_headings(blocks: Sequence[Block], words: LayoutWords) -> dict[int, Landmark]:
    """Headings of decisions or resolutions where a text holds several, each followed by the organ that speaks."""
    found = {}
    for position, block in enumerate(blocks):
        landmark = decision_of(block.text, words) or resolution_of(block.text)
        if landmark and any(opening_of(later.text, words) for later in blocks[position + 1 : position + OPENS_WITHIN]):
            found[position] = landmark
    return found


def _annex_at(blocks: Sequence[Block], position: int, words: LayoutWords) -> Landmark | None:
    """An annex's heading, unless it is one line of a list of annexes."""
    annex = annex_of(blocks[position].text, words)
    if annex is None or (annex.title and blocks[position].role is Role.TABLE):
        return None
    following = blocks[position + 1 : position + 2]
    if any(is_contents_line(block.text) for block in following):
        return None
    listed = any(annex_of(block.text, words) for block in following)
    return None if listed and annex.title else annex


def _form(blocks: Sequence[Block], words: LayoutWords, annex: bool) -> Form:
    articles = sum(1 for block in blocks if article_of(block.text, words))
    numbers = [position for position, block in enumerate(blocks) if _number(block, words)]
    first = numbers[0] if numbers else len(blocks)
    opens = any(opening_of(block.text, words) for block in blocks[:first])
    declares = any(
        words.we.match(block.text) and block.text.rstrip().endswith((",", "，", "،")) for block in blocks[:first]
    )
    if not annex and (opens or (declares and numbers)) and articles < FEWEST_ARTICLES:
        return Form.RESOLUTION
    if articles >= FEWEST_ARTICLES:
        return Form.ARTICLES
    return Form.NUMBERED if numbers else Form.PLAIN


def _number(block: Block, words: LayoutWords) -> int:
    mark = read_mark(block.text.strip(), words)
    return mark.value(MarkKind.NUMBER) if mark else 0

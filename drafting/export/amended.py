"""A draft put into a base text: the base stays word for word, what the draft adds stands where it belongs."""

import re
from collections.abc import Sequence
from dataclasses import replace

from drafting.draft import Draft
from drafting.export.layout import Block, Role, Shape, laid_out

NUMBER = re.compile(r"(\d{1,3})\.(\s+)(?=\S)")


def amended(base: Sequence[str], draft: Draft) -> list[str]:
    """The base's paragraphs with those of the draft: its preamble after the base's preamble, the rest after its text.

    What the base says already, word for word, is not said again. A base that numbers its operative paragraphs goes on
    counting; any other has the draft at its end.
    """
    text_alone = replace(draft, gaps=(), warnings=())  # what only the delegation needs to see stays out of the text
    blocks = [one for one in laid_out(text_alone).blocks if one.shape is not Shape.HEADING and _text(one) not in base]
    preamble = [_text(block) for block in blocks if block.shape is Shape.PREAMBULAR]
    rest = [block for block in blocks if block.shape is not Shape.PREAMBULAR]
    first, last = _operative_part(base)
    if last < 0:
        return [*base, *preamble, *(_text(block) for block in rest)]
    counted = _counted(rest, base[last])
    return [*base[:first], *preamble, *base[first : last + 1], *counted, *base[last + 1 :]]


def _operative_part(base: Sequence[str]) -> tuple[int, int]:
    """Where the numbered paragraphs that follow a preamble begin and end; −1 where the base has none."""
    expected, first, last = 1, -1, -1
    for place, text in enumerate(base):
        match = NUMBER.match(text)
        if match and int(match[1]) == expected:
            first = place if expected == 1 else first
            expected, last = expected + 1, place
    return first, last


def _counted(blocks: Sequence[Block], last: str) -> list[str]:
    """The blocks as text; numbered ones go on from the base's last number, set off as the base does it."""
    match = NUMBER.match(last)
    number, gap = (int(match[1]), match[2]) if match else (0, " ")
    texts = []
    for block in blocks:
        if block.shape is Shape.NUMBERED:
            number += 1
            texts.append(f"{number}.{gap}{_text(block)}")
        else:
            texts.append(_text(block))
    return texts


def _text(block: Block) -> str:
    """The block as one line of text; its footnotes cannot stand in a tracked paragraph and are left out."""
    return "".join(piece.text for piece in block.pieces if piece.role not in (Role.NOTE, Role.AGAIN))

"""How wide the lines of a text are, how full a line is that the width has cut, and whether gaps part its paragraphs."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.parsing.headings import ENDED, LETTER
from corpus.parsing.layout_words import LayoutWords
from corpus.source import Line, Role

LONGEST_CUT_LINE = 160
"""No page is wider, in characters; where lines are longer, each is a whole paragraph."""
SHORT, SHORT_FIRST = 0.85, 0.7
"""A line that leaves more of the width free than this was not cut by the width: a later line, and the first line of a
paragraph, which may be indented. Used where the text has too few lines to measure it."""
FEWEST_PAIRS = 25
FEWEST_FIRST = 8
LEAST_SHARE = 0.6
FEWEST_SMALL = 3
SHARE_OF_OUTLIERS = 20
"""One in so many lines that seem to go on is the end of a title or of a paragraph without a stop."""
FEWEST_ENDS = 4
LEAST_SPACED = 0.6
MOST_TORN = 0.02


@dataclass(frozen=True, slots=True)
class LineWidth:
    """How the lines of one text are set.

    `width` is in characters, 0 where each line is a whole paragraph; `share` and `first_share` are how much of it the
    fullest cut lines fill at least, within a paragraph and at its beginning. `opens_small` says that paragraphs of the
    preamble open with small letters, `spaced` that a gap stands between paragraphs and never within one.
    """

    width: int
    share: float
    first_share: float
    opens_small: bool
    spaced: bool


def line_width(lines: Sequence[Line], words: LayoutWords) -> LineWidth:
    """Measure the lines of a text, which all hold words."""
    width = _width(lines)
    share, first_share = _shares(lines, width, words.language) if width else (SHORT, SHORT_FIRST)
    return LineWidth(
        width, share, first_share, _opens_small(lines, share * width, words), bool(width) and _spaced(lines, width)
    )


def first_word(text: str, language: str) -> int:
    """How much room the first word of a line takes, with the space before it."""
    return 1 if language == "zh" else len(text.strip().split(maxsplit=1)[0]) + 1


def opens_with_small(text: str) -> bool:
    """Whether the first letter of the text is a small one, in scripts that have them."""
    letter = LETTER.search(text)
    return letter is not None and letter[0].islower() and letter.start() <= 1


def _width(lines: Sequence[Line]) -> int:
    lengths = sorted(len(line.text.rstrip()) for line in lines if not line.whole and line.role is Role.BODY)
    if not lengths:
        return 0
    width = lengths[min(len(lengths) - 1, int(len(lengths) * 0.97))]
    return width if width <= LONGEST_CUT_LINE else 0


def _shares(lines: Sequence[Line], width: int, language: str) -> tuple[float, float]:
    """How full a line is that the width has cut, as a share of the width: the least that lines of this text are.

    Lines that plainly go on (no stop at the end, a small letter on the next) show it; a text wrapped at one column
    gives 1, a page of proportional letters less. Lines that follow a stop may be indented.
    """
    later: list[float] = []
    first: list[float] = []
    stopped = True
    for before, line in pairwise(lines):
        ended = bool(ENDED.search(before.text))
        if opens_with_small(line.text) and not line.gap and not ended:
            filled = (len(before.text.strip()) + first_word(line.text, language)) / width
            (first if stopped or before.gap else later).append(filled)
        stopped = ended
    if len(later) + len(first) < FEWEST_PAIRS:
        return SHORT, SHORT_FIRST
    share = _least(later + first)
    return share, min(share, _least(first)) if len(first) >= FEWEST_FIRST else share


def _least(filled: Sequence[float]) -> float:
    return min(1.0, max(LEAST_SHARE, sorted(filled)[len(filled) // SHARE_OF_OUTLIERS] - 0.005))


def _opens_small(lines: Sequence[Line], room: float, words: LayoutWords) -> bool:
    """Whether the paragraphs of this preamble open with small letters, as in Russian: several plainly do."""
    found = 0
    for before, line in pairwise(lines):
        text = line.text.strip()
        parted = line.gap or len(before.text.strip()) + first_word(text, words.language) <= room
        found += parted and opens_with_small(text) and _preamble_parts(before.text, text, words)
    return found >= FEWEST_SMALL


def _preamble_parts(before: str, text: str, words: LayoutWords) -> bool:
    return (bool(ENDED.search(before)) and words.opens_preamble(text)) or bool(words.preamble_ended.search(before))


def _spaced(lines: Sequence[Line], width: int) -> bool:
    """Whether most of the lines that plainly end a paragraph have a gap behind them, and no running text has one."""
    ends = gaps = running = torn = 0
    for before, line in pairwise(lines):
        if before.page != line.page or line.whole:
            continue
        if ENDED.search(before.text):
            plain = len(before.text.strip()) < SHORT_FIRST * width
            ends += plain
            gaps += plain and line.gap
        elif opens_with_small(line.text):
            running += 1
            torn += line.gap
    return ends >= FEWEST_ENDS and gaps >= LEAST_SPACED * ends and torn <= MOST_TORN * running

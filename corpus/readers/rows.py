"""The signs of a page gathered into rows: ligatures and accents with their letters, raised signs with their line."""

import re
import statistics
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby, pairwise

from corpus.readers.columns import Row
from corpus.readers.pdfium import Sign
from corpus.readers.reading_order import is_right_to_left

SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# In parts of the height of the letters.
SAME_LINE = 0.2
BESIDE = 0.35
SMALL = 0.85
LOWEST_RISE, HIGHEST_RISE = 0.12, 0.8

_LIGATURES = re.compile(r"[\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc]")


def rows_of(signs: Sequence[Sign]) -> list[Row]:
    """The signs by the line they stand on, from top to bottom, raised and lowered ones with their line."""
    rows: list[list[Sign]] = []
    for sign in sorted(_drawn_signs(signs), key=lambda sign: (-sign.base, sign.left)):
        if rows and abs(rows[-1][0].base - sign.base) <= SAME_LINE * min(sign.size, rows[-1][0].size):
            rows[-1].append(sign)
        else:
            rows.append([sign])
    _gather_raised(rows)
    _gather_level(rows)
    return [row for signs_of_row in rows if (row := _row(signs_of_row))]


def _drawn_signs(signs: Sequence[Sign]) -> list[Sign]:
    """Signs that were drawn as one joined, shapes of letters as letters, control signs left out."""
    drawn: list[Sign] = []
    for _, group in groupby(signs, key=lambda sign: (sign.left, sign.right, sign.base)):
        members = list(group)
        text = "".join([_letters(member.text) for member in members])
        if len(members) > 1 and is_right_to_left(text):
            # pdfium turns the letters of a ligature round with the rest of the line.
            text = text[::-1]
        if text:
            drawn.append(members[0] if text == members[0].text else replace(members[0], text=text))
    return drawn


@lru_cache(maxsize=4096)
def _letters(text: str) -> str:
    """A sign as it is to be read: letters for a ligature or an Arabic shape, nothing for a control sign."""
    if _LIGATURES.match(text):
        return unicodedata.normalize("NFKC", text)
    if text.isspace():
        return " "
    if text == "\u00ad":
        # On a page everything is drawn: this is a hyphen like any other.
        return "-"
    is_control = unicodedata.category(text) in {"Cc", "Cf"}
    return "" if is_control and text not in "\u200c\u200d" else text


def _gather_raised(rows: list[list[Sign]]) -> None:
    """Put small signs that stand a little above or below a line, close to its letters, into that line."""
    heights = [max(sign.size for sign in row) for row in rows]
    for index, small in enumerate(rows):
        near = range(max(0, index - 2), min(len(rows), index + 3))
        taller = [rows[other] for other in near if heights[other] * SMALL >= heights[index]]
        for sign in [sign for sign in small if taller and not sign.text.isspace()]:
            home = next((row for row in taller if _belongs(sign, row)), None)
            if home is not None:
                raised = sign.base > home[0].base
                small.remove(sign)
                home.append(replace(sign, text=sign.text.translate(SUPERSCRIPTS) if raised else sign.text))


def _gather_level(rows: list[list[Sign]]) -> None:
    """Join rows that stand beside each other at nearly one height, as the cells of a table in two sizes of letters."""
    for above, below in pairwise(rows):
        if not above or not below or above[0].base - below[0].base > BESIDE * min(above[0].size, below[0].size):
            continue
        if _edges(above)[1] <= _edges(below)[0] or _edges(below)[1] <= _edges(above)[0]:
            below.extend(replace(sign, base=below[0].base) for sign in above)
            above.clear()


def _edges(signs: Sequence[Sign]) -> tuple[float, float]:
    return min(sign.left for sign in signs), max(sign.right for sign in signs)


def _belongs(sign: Sign, row: Sequence[Sign]) -> bool:
    letters = [other for other in row if sign.size <= SMALL * other.size and not other.text.isspace()]
    if not letters:
        return False
    size = letters[0].size
    rise = (sign.base - letters[0].base) / size
    if not (LOWEST_RISE <= rise <= HIGHEST_RISE or -0.35 <= rise <= -LOWEST_RISE):
        return False
    first = min(letters, key=lambda other: other.left)
    near = any(-0.3 * size <= sign.left - other.right <= 0.6 * size for other in row)
    return near or 0 <= first.left - sign.right <= 2.5 * size


def _row(signs: Sequence[Sign]) -> Row | None:
    """The signs of a line as a row from left to right; none if it holds nothing but blanks."""
    inked = [sign for sign in signs if not sign.text.isspace()]
    if not inked:
        return None
    size = statistics.mode(round(sign.size, 1) for sign in inked)
    base = statistics.mode(round(sign.base, 1) for sign in inked)
    left, right = min(sign.left for sign in inked), max(sign.right for sign in inked)
    blanks = [sign for sign in signs if sign.text.isspace() and left < _centre(sign) < right]
    if any(is_right_to_left(sign.text) for sign in inked):
        # The spaces that pdfium sees between words have no breadth; it sees them in the wrong places here.
        blanks = [blank for blank in blanks if blank.right > blank.left]
    return Row(base, size, tuple(sorted([*_with_accents(inked), *blanks], key=_centre)))


def _centre(sign: Sign) -> float:
    return (sign.left + sign.right) / 2


def _with_accents(signs: Sequence[Sign]) -> list[Sign]:
    """The signs, with accents and vowel marks that were drawn by themselves put behind the letter they belong to."""
    letters = [sign for sign in signs if not unicodedata.combining(sign.text[0])]
    if len(letters) == len(signs) or not letters:
        return list(signs)
    texts = [letter.text for letter in letters]
    for mark in signs:
        if unicodedata.combining(mark.text[0]):
            nearest = min(range(len(letters)), key=lambda index: abs(_centre(letters[index]) - _centre(mark)))
            texts[nearest] += mark.text
    return [replace(letter, text=text) for letter, text in zip(letters, texts, strict=True)]

"""What changed between two wordings of a paragraph, by whole words."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from itertools import groupby

HAN = ((0x3040, 0x30FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))
JOINERS = frozenset("\u200c\u200d")


@dataclass(frozen=True, slots=True)
class Change:
    """`base[start:end]` gives way to `text`; either may be empty."""

    start: int
    end: int
    text: str


def changes(base: str, new: str) -> list[Change]:
    """The changes that turn one text into the other, in order, none touching the next.

    Words are never cut, except where a script has no spaces between them. What two changes have between them goes with
    them where it has no letter or figure, so that a sentence written anew reads as one.
    """
    if base == new:
        return []
    before, after = list(words(base)), list(words(new))
    places = _offsets(before)
    found: list[tuple[int, int, int, int]] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if found and not _has_word(before[found[-1][1] : i1]):
            i1, j1 = found[-1][0], found[-1][2]
            found.pop()
        found.append((i1, i2, j1, j2))
    return [Change(places[i1], places[i2], "".join(after[j1:j2])) for i1, i2, j1, j2 in found]


def words(text: str) -> Iterator[str]:
    """The text cut into words, single signs and runs of spaces; put together they are the text."""
    kinds: list[tuple[str, int]] = []
    for place, character in enumerate(text):
        kind = _kind(character)
        if kind == "mark":
            kinds.append(kinds[-1] if kinds else ("sign", place))
        else:
            kinds.append((kind, -1 if kind in {"word", "space"} else place))
    for _, group in groupby(zip(kinds, text, strict=True), key=lambda pair: pair[0]):
        yield "".join(character for _, character in group)


@cache
def _kind(character: str) -> str:
    code = ord(character)
    if any(low <= code <= high for low, high in HAN):
        return "han"
    category = unicodedata.category(character)
    if category[0] == "M" or character in JOINERS:
        return "mark"
    if category[0] in "LN":
        return "word"
    return "space" if character == " " else "sign"


def _offsets(pieces: list[str]) -> list[int]:
    offsets = [0]
    for piece in pieces:
        offsets.append(offsets[-1] + len(piece))
    return offsets


def _has_word(pieces: list[str]) -> bool:
    return any(_kind(piece[0]) in {"word", "han"} for piece in pieces)

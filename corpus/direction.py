"""Which way text runs, and what of it an XML file can hold."""

import unicodedata
from collections.abc import Iterator
from itertools import groupby

RIGHT_TO_LEFT = frozenset({"R", "AL"})
DIGITS = frozenset({"EN", "AN"})


def right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((direction for direction in directions if direction in {"L", *RIGHT_TO_LEFT}), "L") != "L"


def stretches(text: str, base: bool) -> Iterator[tuple[str, bool]]:
    """The text cut where its direction turns, each piece with whether it runs from right to left.

    `base` is the direction of the paragraph. Digits go with the letters before them; what has no direction goes with
    its neighbours where both run the same way, and with the paragraph where they do not.
    """
    ways = _settled(_ways(text, base), base)
    start = 0
    for way, group in groupby(ways):
        length = len(list(group))
        yield text[start : start + length], way
        start += length


def allowed_in_xml(text: str) -> str:
    """The text with a space for every character that XML cannot hold."""
    return "".join(character if _in_xml(character) else " " for character in text)


def refused_by_xml(text: str) -> str:
    """The characters of the text that XML cannot hold, in order."""
    return "".join(character for character in text if not _in_xml(character))


def _in_xml(character: str) -> bool:
    code = ord(character)
    return code in {0x9, 0xA} or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or code >= 0x10000


def _ways(text: str, base: bool) -> list[bool | None]:
    """The direction of each character; nothing where it has none."""
    ways: list[bool | None] = []
    before = base
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind == "L" or kind in RIGHT_TO_LEFT:
            before = kind != "L"
        ways.append(before if kind == "L" or kind in RIGHT_TO_LEFT or kind in DIGITS else None)
    return ways


def _settled(ways: list[bool | None], base: bool) -> list[bool]:
    settled: list[bool] = []
    before = base
    following = _following(ways, base)
    for way, after in zip(ways, following, strict=True):
        if way is None:
            settled.append(before if before == after else base)
        else:
            settled.append(way)
            before = way
    return settled


def _following(ways: list[bool | None], base: bool) -> list[bool]:
    """For every character, the direction of the next one that has any."""
    following = []
    after = base
    for way in reversed(ways):
        after = after if way is None else way
        following.append(after)
    return following[::-1]

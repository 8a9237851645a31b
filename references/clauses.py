"""Stretches of text within which a noun can govern a number: sentences, with offsets."""

import re
from collections.abc import Iterator

BLOCK = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
"""A paragraph: lines up to the next blank one."""
MEMBER = r"(?:\(?[^\W_]{1,3}[.)]\s+|[-–—•*·▪|]\s*)?(?:№\s?)?\d{1,4}/\d{1,4}(?!\d)"
"""A line that begins with a bare number, after a mark of a list or none, goes on with the list above it."""
END = re.compile(
    r"(?<=[.!?。！？؟])[\s\u00a0]+(?=[^\W\da-zа-яё_])|(?<=[。！？])"
    rf"|\n\s*\n(?!\s*{MEMBER})|\n(?=\s*\d{{1,3}}\.\s)(?!\s*{MEMBER})"
)
ABBREVIATION = re.compile(
    r"(?:(?<!\w)(?:[^\W\d_]|mrs?|ms|dr|st|pp|cf|ed|sr|nos?|paras?|res|doc|art|vol|rev|add|corr|см|ст|пп|гг|др|рез|док"
    r"|párrs?|núms?|déc|rés|vgl)|(?:\A|\n)\s?\d{1,3})\.\Z",
    re.IGNORECASE,
)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence starts and ends; a full stop after an abbreviation or a paragraph number ends none."""
    start = 0
    for match in END.finditer(text):
        if text[match.start() - 1 : match.start()] == "." and ABBREVIATION.search(
            text, match.start() - 8, match.start()
        ):
            continue
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < len(text):
        yield start, len(text)

"""The same words as they stand in a source: marks, dashes and spaces aside, and never part of a word."""

import re
import unicodedata
from collections.abc import Iterator

CLUSTER = re.compile(r"[^\W_][\u0300-\u036f]*|.", re.DOTALL)
FOLDED = str.maketrans(
    {**dict.fromkeys("«»“”„‟‹›＂〝〞「」『』’‘ʼʻ´`", "'"), '"': "'", **dict.fromkeys("–—‑‐−", "-"), "…": "..."}
)

UNSEEN = re.compile(
    "[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|(?<=[\u0600-\u06ff])[\u0640\u064b-\u0652\u0670]"
)
"""What no reader sees, and the stretching sign and the vowel signs behind Arabic letters."""
LETTER = r"[^\W_\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
"""A letter or figure of a script that sets its words apart; Chinese and Japanese do not."""
INSIDE = re.compile(
    rf"(?<={LETTER})(?=[-‐‑'’]?{LETTER})|(?<={LETTER}[-‐‑'’])(?={LETTER})|(?=[\u0300-\u036f])"
    r"|(?<=\d)(?=[.,:/]\d|[ \u00a0]\d{3}(?!\d))|(?<=\d[.,:/])(?=\d)|(?<=\d[ \u00a0])(?=\d{3}(?!\d))"
)
"""A place inside a word or a number: "un|able", "non|-binding", "can|'t", "10|.5", "10| 000"."""


def located(words: str, source: str) -> tuple[int, int] | None:
    """Where in the source the same whole words stand, marks, dashes and spaces aside; nothing where they do not.

    This is for comparison alone: what is stored is the source between the two places, letter for letter.
    """
    wanted = marks_alike(words).strip()
    letters = list(_folded(source))
    place = _place(wanted, "".join(letter for letter, _, _ in letters))
    if place < 0:
        return None
    return letters[place][1], letters[place + len(wanted) - 1][2]


def stands_in(words: str, source: str) -> bool:
    """Whether the words stand in the source letter for letter, whole words and numbers."""
    return bool(words.strip()) and _place(words, source) >= 0


def marks_alike(text: str) -> str:
    """The text for comparison alone: marks, dashes and spaces alike, signs that cannot be seen left out."""
    return "".join(letter for letter, _, _ in _folded(text))


def literal(words: str, source: str) -> str:
    """The words as they stand in the source; empty where they do not."""
    found = located(words, source)
    return source[slice(*found)] if found else ""


def _place(words: str, source: str) -> int:
    """Where the words stand in the source and cut no word or number of it; -1 where they do not."""
    place = source.find(words) if words else -1
    while place >= 0 and (INSIDE.match(source, place) or INSIDE.match(source, place + len(words))):
        place = source.find(words, place + 1)
    return place


def _folded(text: str) -> Iterator[tuple[str, int, int]]:
    """The letters for comparison, each with the stretch of the text that it comes from; runs of spaces are one."""
    blank = True
    for match in CLUSTER.finditer(text):
        if UNSEEN.match(text, match.start()):
            continue
        letters = unicodedata.normalize("NFC", match[0]).translate(FOLDED)
        if letters.isspace():
            if not blank:
                yield " ", *match.span()
            blank = True
            continue
        blank = False
        for letter in letters:
            yield letter, *match.span()

"""Numbers in running text that may be the number of a resolution or decision."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from corpus.roman import roman_figures
from references.plain import ARABIC_DIGITS


class Shape(StrEnum):
    """How a number is written; the shape tells the organs that it can belong to."""

    SESSION = "session"  # 78/147, S-10/2, 31/16 A; ECOSOC's 2017/4
    ROMAN = "roman"  # 2625 (XXV)
    YEAR = "year"  # 1325 (2000)
    PARTIES = "parties"  # 1/CP.21


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number that looks like one of a resolution or decision, with its parts."""

    start: int
    end: int
    shape: Shape
    session: str
    number: str
    part: str = ""


DASHES = r"\-\u2010\u2011\u2013"
MORE_PARTS = (
    rf"(?:,?\s?(?:and|to|et|à|y|a|и|по|و|至|和|[{DASHES}])\s?[A-ZА-Я](?![\w’'/])|,\s[A-ZА-Я](?![\w’'/])){{0,6}}"
)
"""Further parts of the same text, "31/16 A and B", told as one reference to the first."""
NEXT_WORD = r"(?!(?<=[А-Я])\s(?!(?:и|от|по)\s)[а-яё])"
"""After a Cyrillic letter that is a word of the sentence, «78/147 В связи», and no part of the number."""
NUMBER = re.compile(
    rf"(?:(?<![A-Za-z\d_\u00c0-\u024f\u0400-\u052f/])(?<!\d[.,])(?<![^\d\s][{DASHES}])|(?<=UNEA-)|(?<=ЮНЕА-))(?:"
    rf"(?P<session>(?:E?S[{DASHES}]\s?)?\d{{1,4}})\s?/\s?(?P<number>\d{{1,4}})"
    rf"(?:[\s\u00a0]?(?P<part>[A-ZА-Я])(?![A-Za-z\u00c0-\u024f\u0400-\u052f\d’'/]){NEXT_WORD}{MORE_PARTS})?(?![\d/]|\.\d)"
    rf"|(?P<roman_number>\d{{1,4}})(?:[\s\u00a0](?P<roman_part>[A-Z]){MORE_PARTS})?"
    r"[\s\u00a0]?[(（](?P<roman>(?:E?S-)?[IVXL]{1,8})[)）]"
    r"|(?P<year_number>\d{1,4})[\s\u00a0]?[(（](?P<year>(?:19|20)\d\d)[)）]"
    r"|(?P<decision>\d{1,3})/(?P<parties>(?:CP|CMP|CMA|COP)\.\d{1,2})(?![A-Za-z\d])"
    r")"
)
LOOK_ALIKE = str.maketrans("АВЕКМНОРСТХ", "ABEKMHOPCTX")


ARABIC_PARTS = dict(
    zip(
        ("ألف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء", "طاء", "ياء", "كاف", "لام", "ميم"),
        "ABCDEFGHIJKLM",
        strict=True,
    )
)
ARABIC_NUMBER = re.compile(
    rf"(?<![\d/])(?:(?P<special>دإط|دإ)-(?P<session>\d{{1,2}})/(?P<number>\d{{1,4}})"
    rf"|(?P<roman_number>\d{{1,4}})(?:\s(?P<roman_part>{'|'.join(ARABIC_PARTS)}))?\s?\(د-(?P<roman>\d{{1,2}})\)"
    rf"|(?P<part_session>\d{{2}})/(?P<part_number>\d{{1,4}})\s(?P<part>{'|'.join(ARABIC_PARTS)})(?!\w)"
    rf"|(?P<decision>\d{{1,3}})/م\s?أ\s?(?P<kind>ت|إ)?\s?-\s?(?P<parties>\d{{1,2}}))"
)
SPECIAL_SESSIONS = {"دإ": "S", "دإط": "ES"}
PARTIES = {"": "CP", "ت": "CMA", "إ": "CMP"}


def find_numbers(text: str) -> Iterator[FoundNumber]:
    """Every number of a known shape, in order, whichever digits it is written with."""
    plain = text.translate(ARABIC_DIGITS)
    arabic = list(_arabic_numbers(plain))
    taken = [(number.start, number.end) for number in arabic]
    latin = [
        number
        for number in _latin_numbers(plain)
        if not any(start < number.end and number.start < end for start, end in taken)
    ]
    yield from sorted([*arabic, *latin], key=lambda number: number.start)


def _arabic_numbers(text: str) -> Iterator[FoundNumber]:
    """Numbers as Arabic writes sessions and parts: 2994 (د-27), 31/16 ألف, دإ-10/2, 1/م أ-21."""
    for match in ARABIC_NUMBER.finditer(text):
        start, end = match.span()
        if match["special"]:
            session = f"{SPECIAL_SESSIONS[match['special']]}-{match['session']}"
            yield FoundNumber(start, end, Shape.SESSION, session, match["number"])
        elif match["roman"]:
            part = ARABIC_PARTS.get(match["roman_part"] or "", "")
            yield FoundNumber(start, end, Shape.ROMAN, roman_figures(int(match["roman"])), match["roman_number"], part)
        elif match["part"]:
            part = ARABIC_PARTS[match["part"]]
            yield FoundNumber(start, end, Shape.SESSION, match["part_session"], match["part_number"], part)
        else:
            parties = f"{PARTIES[match['kind'] or '']}.{match['parties']}"
            yield FoundNumber(start, end, Shape.PARTIES, parties, match["decision"])


def _latin_numbers(text: str) -> Iterator[FoundNumber]:
    for match in NUMBER.finditer(text):
        start, end = match.span()
        if match["session"]:
            session = re.sub(rf"[{DASHES}]\s?", "-", match["session"])
            part = (match["part"] or "").translate(LOOK_ALIKE)
            yield FoundNumber(start, end, Shape.SESSION, session, match["number"], part)
        elif match["roman"]:
            yield FoundNumber(start, end, Shape.ROMAN, match["roman"], match["roman_number"], match["roman_part"] or "")
        elif match["year"]:
            yield FoundNumber(start, end, Shape.YEAR, match["year"], match["year_number"])
        else:
            yield FoundNumber(start, end, Shape.PARTIES, match["parties"], match["decision"])

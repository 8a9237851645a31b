"""The number, letter or bullet that a paragraph opens with."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from corpus.parsing.layout_words import LayoutWords
from corpus.roman import roman_figures, roman_value


class MarkKind(StrEnum):
    """How a paragraph is numbered."""

    NUMBER = "1."
    TARGET = "1.1"
    LETTER = "(a)"
    ROMAN = "(i)"
    FIGURE = "(1)"
    BULLET = "•"
    SECTION = "I."
    CAPITAL = "A."


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to take a mark: (i) is the first Roman figure or the ninth letter."""

    kind: MarkKind
    value: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark with all its readings; `end` is where the text behind it begins, `written` the mark without its signs."""

    readings: tuple[Reading, ...]
    written: str
    end: int

    def value(self, kind: MarkKind) -> int:
        """The mark's value if it can be taken as this kind; 0 if it cannot."""
        return next((reading.value for reading in self.readings if reading.kind is kind), 0)


SPACE = r"[ \t\u00a0\u2002-\u200a\u3000\n]"
BULLET = re.compile(rf"[•●▪■◦‣∙·○□►➢➤✓\uf0b7\uf0a7–—-]{SPACE}+(?=\S)|[•●▪■◦‣∙○□►➢➤✓\uf0b7\uf0a7](?=\S|$)")
TARGET = re.compile(rf"(\d{{1,2}}\.(?:[a-z]|\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}))\.?(?:{SPACE}+(?=\S)|$)")
NUMBER = re.compile(rf"(\d{{1,3}})(?:[.．]{SPACE}*(?=[^\W\d]|[\W]|$)(?!\d)|、{SPACE}*)")
ARABIC_NUMBER = re.compile(rf"(\d{{1,3}}){SPACE}?[-–—]{SPACE}+(?=\S)|(\d{{1,3}}){SPACE}?[-–—](?=[^\W\d])")
ENCLOSED = re.compile(rf"[(（]{SPACE}?(\w{{1,5}}){SPACE}?[)）][.]?{SPACE}*(?=\S|$)")
HALF_ENCLOSED = re.compile(rf"(\w{{1,5}})\)(?:{SPACE}+(?=\S)|$|(?=[^\W\d]|[“«„‘\"]))")
LETTER_DOT = re.compile(rf"([a-zа-я])\.{SPACE}+(?=\S)")
QUOTED = re.compile(rf"[‘’']{SPACE}?(\d{{1,2}}){SPACE}?[’‘']{SPACE}*(?=\S)")
HAN_ENCLOSED = re.compile(rf"([\u3220-\u3229]){SPACE}*")
HAN_NUMBER = re.compile(rf"([一二三四五六七八九十]{{1,3}})、{SPACE}*")
SECTION = re.compile(rf"([IVXL]{{1,7}}|[ІХ]{{1,4}})(?:[.．](?:{SPACE}+|$)|{SPACE}*$|\t+)")
CAPITAL = re.compile(rf"([A-ZА-Я])[.．](?:{SPACE}+(?=\S)|$)")
HAN_DIGITS = "一二三四五六七八九"
HAN_FIGURES = re.compile(
    rf"(?:(?P<hundreds>[{HAN_DIGITS}])百零?)?(?:(?P<tens>[{HAN_DIGITS}])?(?P<ten>十))?(?P<units>[{HAN_DIGITS}])?"
)
LATIN = "abcdefghijklmnopqrstuvwxyz"


def read_mark(text: str, words: LayoutWords) -> Mark | None:
    """The mark at the beginning of the text, if it opens with one."""
    return next(_marks(text, words), None)


def _marks(text: str, words: LayoutWords) -> Iterator[Mark]:
    first = text[:1]
    if not first:
        return
    if bullet := BULLET.match(text):
        yield Mark((Reading(MarkKind.BULLET, 1),), "•", bullet.end())
    if first.isdigit():
        yield from _numbers(text, words)
    if first in "(（" and (enclosed := ENCLOSED.match(text)):
        yield from _listed(enclosed, words)
    if (half := HALF_ENCLOSED.match(text)) or (half := LETTER_DOT.match(text)):
        yield from _listed(half, words)
    if first in "‘’'" and (quoted := QUOTED.match(text)):
        yield Mark((Reading(MarkKind.ROMAN, int(quoted[1])),), quoted[1], quoted.end())
    if han := HAN_ENCLOSED.match(text):
        value = ord(han[1]) - 0x321F
        yield Mark((Reading(MarkKind.LETTER, value), Reading(MarkKind.ROMAN, value)), han[1], han.end())
    if han := HAN_NUMBER.match(text):
        value = han_value(han[1])
        yield Mark((Reading(MarkKind.SECTION, value), Reading(MarkKind.NUMBER, value)), han[1], han.end())
    yield from _capitals(text)


def _numbers(text: str, words: LayoutWords) -> Iterator[Mark]:
    if target := TARGET.match(text):
        yield Mark((Reading(MarkKind.TARGET, _target_value(target[1])),), target[1], target.end())
    number = NUMBER.match(text)
    if not number and words.language == "ar":
        number = ARABIC_NUMBER.match(text)
    if number:
        written = next(filter(None, number.groups()))
        yield Mark((Reading(MarkKind.NUMBER, int(written)),), str(int(written)), number.end())


def _target_value(written: str) -> int:
    """A value by which 6.5 comes after 6.4 and 6.a after 6.8."""
    head, *rest = written.split(".")
    last = rest[-1]
    return int(head) * 1000 + (int(last) if last.isdigit() else 500 + LATIN.index(last) + 1)


def _listed(match: re.Match[str], words: LayoutWords) -> Iterator[Mark]:
    readings = tuple(_list_readings(match[1], words))
    if readings:
        yield Mark(readings, match[1], match.end())


def _list_readings(written: str, words: LayoutWords) -> Iterator[Reading]:
    if written.isdecimal() and len(written) <= 2:
        yield Reading(MarkKind.FIGURE, int(written))
        return
    if all(sign in HAN_DIGITS + "十" for sign in written):
        value = han_value(written)
        yield Reading(MarkKind.LETTER, value)
        yield Reading(MarkKind.ROMAN, value)
        return
    letter = written.casefold()
    if len(set(letter)) == 1:
        seen = set()
        for alphabet in (*words.alphabets, LATIN):
            place = alphabet.find(letter[0]) + 1
            if place and len(letter) <= 2 and place not in seen:
                seen.add(place)
                yield Reading(MarkKind.LETTER, place + len(alphabet) * (len(letter) - 1))
    if roman := roman_value(written) if written.isascii() else 0:
        yield Reading(MarkKind.ROMAN, roman)


def _capitals(text: str) -> Iterator[Mark]:
    section = SECTION.match(text)
    capital = CAPITAL.match(text)
    readings = []
    if section and (value := roman_value(section[1].replace("І", "I").replace("Х", "X"))):
        readings.append(Reading(MarkKind.SECTION, value))
    if capital:
        readings.append(Reading(MarkKind.CAPITAL, ord(capital[1]) - (64 if capital[1].isascii() else 0x40F)))
    match = section or capital
    if match and readings:
        yield Mark(tuple(readings), match[1], match.end())


def han_value(figures: str) -> int:
    """What Chinese figures below a thousand stand for: 七十七 is 77, 一百零一 is 101; 0 for anything else."""
    match = HAN_FIGURES.fullmatch(figures) if figures else None
    if match is None:
        return 0
    hundreds, tens, ten, units = match["hundreds"], match["tens"], match["ten"], match["units"]
    value = 100 * _han_digit(hundreds) if hundreds else 0
    if ten:
        value += 10 * (_han_digit(tens) if tens else 1)
    return value + (_han_digit(units) if units else 0)


def _han_digit(sign: str) -> int:
    return HAN_DIGITS.index(sign) + 1


def label_part(reading: Reading) -> str:
    """The mark as it stands in a label, the same in every language: "(a)", "(ii)", "(3)", "•1"."""
    if reading.kind is MarkKind.LETTER:
        turns, place = divmod(reading.value - 1, len(LATIN))
        return f"({LATIN[place] * (turns + 1)})"
    if reading.kind is MarkKind.ROMAN:
        return f"({roman_figures(reading.value).lower()})"
    if reading.kind is MarkKind.BULLET:
        return f"•{reading.value}"
    return f"({reading.value})"

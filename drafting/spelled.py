"""Numbers written out in words, turned into figures for comparison: "twenty-five per cent" is 25 per cent."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from corpus.roman import roman_value
from corpus.tables import Entry, read_table

PATH = Path(__file__).with_name("spelled.toml")
ROMAN = re.compile(r"(?<![\w-])[IVXLC]{2,8}(?![\w])")
BETWEEN = r"(?:[\s\u00a0]+|\s?[-‐‑–]\s?)"
LEAST_SCALE = 100
ANY = 0
"""Nothing read yet, or a scale closed what was: any word may follow."""
FIGURE_BEFORE = re.compile(r"\d[\s\u00a0-]*\Z")


class Spelled(Entry, frozen=True):
    """The words of one language for numbers."""

    joins: tuple[str, ...]
    parts: tuple[tuple[str, str], ...]
    scales: tuple[tuple[str, int], ...]
    words: tuple[tuple[str, int], ...]


def in_figures(text: str, language: str) -> str:
    """The text, for comparison only, with numbers written out, as fractions or in Roman figures turned into figures.

    Written-out numbers are turned in English and Russian; in other languages only Roman figures are.
    """
    text = "".join(_fraction(letter) for letter in text)
    known = _known().get(language)
    if known:
        for word, part in known.parts:
            text = re.sub(rf"(?<!\w){_word(word)}(?!\w)", part, text, flags=re.IGNORECASE)
        text = _pattern(language).sub(lambda match: _figures(match, language), text)
    return ROMAN.sub(lambda match: str(roman_value(match[0]) or match[0]), text)


def _fraction(letter: str) -> str:
    """A sign like "½" as a figure, apart from what stands beside it; any other sign as it is."""
    is_fraction = (
        letter > "\x7f" and "FRACTION" in unicodedata.name(letter, "") and unicodedata.category(letter) == "No"
    )
    return f" {unicodedata.numeric(letter):.4g} " if is_fraction else letter


@cache
def _known() -> dict[str, Spelled]:
    return read_table(PATH, dict[str, Spelled])


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """One or more words of a number in a row."""
    known = _known()[language]
    words = "|".join(_word(word) for word, _ in sorted((*known.words, *known.scales), key=lambda each: -len(each[0])))
    joins = "|".join(map(re.escape, known.joins))
    between = rf"{BETWEEN}(?:(?:{joins}){BETWEEN})?" if joins else BETWEEN
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)(?:{between}(?:{words})(?!\w))*", re.IGNORECASE)


def _word(word: str) -> str:
    return re.escape(word.rstrip("*")) + (r"\w{0,4}" if word.endswith("*") else "")


@cache
def _values(language: str) -> tuple[tuple[re.Pattern[str], int, bool], ...]:
    """Each word with its value, and whether it multiplies what stands before it; long words first."""
    known = _known()[language]
    every = [(word, value, True) for word, value in known.scales] + [
        (word, value, False) for word, value in known.words
    ]
    ordered = sorted(every, key=lambda each: -len(each[0]))
    return tuple((re.compile(_word(word), re.IGNORECASE), value, scale) for word, value, scale in ordered)


def _figures(match: re.Match[str], language: str) -> str:
    """The numbers that a row of words stands for: "two hundred and five" is one, "two three" are two.

    Words that multiply a figure before them are left: "3 million". Alone they are a number: "a million".
    """
    read = list(_read(match[0], language))
    if read[0].scale and FIGURE_BEFORE.search(match.string[: match.start()]):
        first = re.match(r"\w+", match[0])
        kept = first[0] if first else ""
        return kept + in_figures(match[0][len(kept) :], language)
    numbers: list[int] = []
    total = part = 0
    last = ANY
    for word in read:
        if word.scale:
            total, part = _scaled(total, part, word.value)
            last = word.value if word.value == LEAST_SCALE else ANY
        elif _fits(last, word.value):
            part, last = part + word.value, word.value
        else:
            numbers.append(total + part)
            total, part, last = 0, word.value, word.value
    return " ".join(map(str, (*numbers, total + part)))


class _Word(NamedTuple):
    value: int
    scale: bool


def _read(written: str, language: str) -> Iterator[_Word]:
    for word in re.findall(r"\w+", written):
        match = next((each for each in _values(language) if each[0].fullmatch(word)), None)
        if match:
            yield _Word(match[1], match[2])


def _scaled(total: int, part: int, value: int) -> tuple[int, int]:
    """The number so far after a scale: hundreds stay open for what follows, thousands and more are closed."""
    return (total, (part or 1) * value) if value == LEAST_SCALE else (total + (part or 1) * value, 0)


def _fits(last: int, value: int) -> bool:
    """Whether a word can follow another within one number: "twenty-five", "hundred twelve", not "five twenty"."""
    if last == ANY:
        return True
    return value < 10 <= last if last < LEAST_SCALE else value < LEAST_SCALE

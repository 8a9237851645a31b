"""Full UN document symbols in running text of any language, each with its exact place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus.errors import SymbolError
from corpus.symbol import COMPONENT, GAP, ISSUE, NOTE, PLAIN_SIGNS, PREFIXES, Series, Symbol


@dataclass(frozen=True, slots=True)
class FoundSymbol:
    """A symbol and where it stands; `start`, `end` and `homoglyphs` index the text as given, in code points.

    `homoglyphs` are the places of Cyrillic or Greek letters that look like the Latin ones a symbol is written with.
    """

    start: int
    end: int
    symbol: Symbol
    homoglyphs: tuple[int, ...] = ()


CYRILLIC = dict(zip("АВЕЅІЈКМНОРСТУХаеіјорсѕух", "ABESIJKMHOPCTYXaeijopcsyx", strict=True))
GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo", strict=True))
LOOK_ALIKES = CYRILLIC | GREEK
LATIN_LOOKS = PLAIN_SIGNS | str.maketrans(LOOK_ALIKES)

LETTERS = "A-Za-z\u00c0-\u024f\u0370-\u052f\u1e00-\u1fff"
"""Scripts whose words part with spaces; Arabic, Chinese and others may touch a symbol and not be part of it."""
NO_LONGER_WORD = rf"(?<![{LETTERS}\d_/\\=&#%@?~+])(?<![{LETTERS}]-)"
ADDRESS = r"(?:\b(?:https?|ftp|file)://|\bwww\.)[\w.,:;/?\#\[\]@!$&'()*+=%~-]*"
BRACKETS = (
    rf"[\s\u00a0\u202f]?\((?:(?:E?S-)?[IVXL]{{1,8}}|(?:19|20)\d\d)\)|[ \u00a0\u202f]?{NOTE}(?:/{GAP}{ISSUE}){{0,3}}"
)
CANDIDATE = re.compile(
    rf"""
    (?P<address>{ADDRESS})
    | {NO_LONGER_WORD}(?:
        (?P<stem>(?i:(?P<prefix>{"|".join(PREFIXES)})(?:/{GAP}{COMPONENT}){{1,10}}))
        (?P<part>[ \u00a0\u202f]?[A-Z](?![{LETTERS}\d_/'’\-–]))?
        (?P<brackets>(?i:{BRACKETS}))?
      | (?<!\d[.,])(?P<decision>\d{{1,3}}/{GAP}(?:CP|CMA|CMP|COP)\.\d{{1,2}})
    )
    """,
    re.VERBOSE | re.ASCII,
)
GOES_ON = re.compile(rf"[{LETTERS}\d_]|/[{LETTERS}\d_]|\.(?:docx?|html?|json|md|odt|pdf|rtf|txt|xlsx?|xml|zip)\b", re.I)
"""What shows that a symbol is only the beginning of a longer word, path or file name."""


def find_symbols(text: str) -> Iterator[FoundSymbol]:
    """Every full symbol in the text, in order; short forms such as 78/147 are left to those who know the organ."""
    latin = text.translate(LATIN_LOOKS)
    for match in CANDIDATE.finditer(latin):
        if match["address"] is None:
            yield from _found(text, latin, match)


def _found(text: str, latin: str, match: re.Match[str]) -> Iterator[FoundSymbol]:
    """The symbol that begins here, with as much of its tail as belongs to it; at most one."""
    start = match.start()
    for end in _ends(text, match):
        if GOES_ON.match(latin, end):
            continue
        symbol = _read(latin[start:end])
        if symbol and (match["decision"] or match["prefix"].isupper() or symbol.series is not Series.DOCUMENT):
            look_alikes = tuple(place for place in range(start, end) if text[place] in LOOK_ALIKES)
            yield FoundSymbol(start, end, replace(symbol, written=text[start:end]), look_alikes)
            return


def _ends(text: str, match: re.Match[str]) -> list[int]:
    """Where the symbol may end, the farthest first."""
    if match["decision"]:
        return [match.end()]
    ends = [match.end("stem")]
    if match["part"] and not _is_next_word(text, match.end("part")):
        ends.insert(0, match.end("part"))
    if match["brackets"] and (len(ends) == 2 or not match["part"]):
        ends.insert(0, match.end("brackets"))
    return ends


def _is_next_word(text: str, end: int) -> bool:
    """Whether the letter before `end` is a word of the sentence: «A/RES/78/147 О ситуации», "В связи", "С учетом"."""
    return text[end - 1] in LOOK_ALIKES and text[end : end + 1].isspace() and text[end + 1 : end + 2].isalpha()


@lru_cache(maxsize=4096)
def _read(latin: str) -> Symbol | None:
    try:
        return Symbol.parse(latin)
    except SymbolError:
        return None

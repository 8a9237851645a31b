"""The date that stands beside a number: after it, or before it where a language puts it there."""

import re
from dataclasses import dataclass
from datetime import date

from references.grammar_file import Grammar, small_names, small_words
from references.organs import organs_between

WINDOW = 150
BEFORE_WINDOW = 60
BEFORE_GAP = 20
LEAP_YEAR = 2000
YEAR = re.compile(r"(?:19|20)\d\d")
NO_DATE_BEFORE = re.compile(r"[\d.;:()]")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A day, written YYYY-MM-DD, and where it stands."""

    start: int
    end: int
    day: str


def date_after(grammar: Grammar, plain: str, position: int) -> FoundDate | None:
    """The date that follows a number; only the organ's name and linking words may stand between them."""
    window = min(len(plain), position + WINDOW)
    if not YEAR.search(plain, position, window):
        return None
    for pattern in grammar.dates:
        match = pattern.search(plain, position, window)
        if match and _links(grammar, plain, position, match.start()):
            found = found_date(grammar, match)
            if found:
                return found
    return None


def date_before(grammar: Grammar, plain: str, start: int) -> FoundDate | None:
    """The date that ends just before a number: «1994年12月9日第49/35号», "19 Aralık 2023 tarihli ve 78/147"."""
    window = max(0, start - BEFORE_WINDOW)
    best: re.Match[str] | None = None
    for pattern in grammar.dates if YEAR.search(plain, window, start) else ():
        for match in pattern.finditer(plain, window, start):
            between = plain[match.end() : start]
            near = len(between) <= BEFORE_GAP and not NO_DATE_BEFORE.search(between)
            if near and (best is None or match.end() > best.end()):
                best = match
    return found_date(grammar, best) if best else None


def _links(grammar: Grammar, plain: str, start: int, end: int) -> bool:
    """Whether what stands between number and date only links them: "of", ", of the General Assembly, dated"."""
    for organ in organs_between(grammar, plain, start, end):
        if small_words().sub("", plain[start : organ.start]).strip(" \u00a0,،"):
            return False
        start = organ.end
    after = plain[start:end]
    if grammar.link.fullmatch(after):
        return True
    rest = small_names().sub(" ", after, count=1)
    return bool(grammar.link.fullmatch(rest.lstrip()) or grammar.link.fullmatch(rest))


def found_date(grammar: Grammar, match: re.Match[str]) -> FoundDate | None:
    """The day that one of the patterns of dates met, as a date; nothing where there is no such day."""
    try:
        day = date(int(match["year"]), _month(grammar, match["month"]), int(match["day"])).isoformat()
    except ValueError:
        return None
    return FoundDate(match.start(), match.end(), day)


def day_of_every_year(grammar: Grammar, match: re.Match[str]) -> str:
    """The day, written MM-DD, that one of the patterns of days without a year met; empty where there is none."""
    try:
        return date(LEAP_YEAR, _month(grammar, match["month"]), int(match["day"])).isoformat()[len("2000-") :]
    except ValueError:
        return ""


def _month(grammar: Grammar, written: str) -> int:
    """The number of a month in figures or words, of "Aralık/December" too; 0 where it is none."""
    if written.isdigit():
        return int(written)
    return next((number for name in re.split(r"\s?/\s?", written) if (number := grammar.month(name))), 0)

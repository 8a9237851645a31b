"""Days as they are written out in each language, read as YYYY-MM-DD."""

import re
from datetime import date
from functools import lru_cache

from babel.dates import get_month_names

from corpus.parsing.masthead_words import masthead_words

FIGURES = re.compile(r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>(?:19|20)\d\d)")
SPACE = r"[\s\u00a0]+"


@lru_cache(maxsize=16)
def _months(language: str) -> dict[str, int]:
    """The names of the months in lower case, as CLDR has them, with the number of each."""
    names: dict[str, int] = {}
    for locale in masthead_words(language).locales:
        for context in ("format", "stand-alone"):
            for number, name in get_month_names("wide", context=context, locale=locale).items():
                names.setdefault(name.casefold(), number)
                names.setdefault(name.casefold().removesuffix("ь"), number)
    return names


@lru_cache(maxsize=16)
def date_pattern(language: str) -> re.Pattern[str]:
    """A day of a month of a year in words or figures; the groups are day, month and year."""
    if language == "zh":
        return re.compile(r"(?P<year>(?:19|20)\d\d)\s?年\s?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日")
    name = "|".join(sorted(map(re.escape, _months(language)), key=len, reverse=True)).replace(r"\ ", SPACE)
    month = rf"(?:{name})(?:\s?/\s?(?:{name}))?"
    day = r"(?P<{}>\d{{1,2}})(?:er|º|°|-\w{{1,4}}|\.)?"
    of = rf"(?:{SPACE}(?:de|del|соли))?{SPACE}"
    forward = rf"{day.format('day')}{of}(?P<month>{month})\w{{0,6}}{of}(?P<year>(?:19|20)\d\d)"
    year = rf"(?P<year_first>(?:19|20)\d\d)(?:[-\s]?\w{{1,8}}){{0,2}}{SPACE}"
    backward = rf"{year}{day.format('day_last')}(?:{SPACE}|-)(?P<month_last>{month})\w{{0,6}}"
    return re.compile(rf"(?<!\d)(?:{forward}|{backward})", re.IGNORECASE)


def day_of(match: re.Match[str], language: str) -> str:
    """The day that was found, as YYYY-MM-DD; empty where there is no such day."""
    groups = match.groupdict()
    written = groups.get("month") or groups.get("month_last") or ""
    name = " ".join(re.split(r"\s?/\s?", written)[0].casefold().split())
    month = int(written) if written.isdecimal() else _months(language).get(name, 0)
    try:
        return date(
            int(groups.get("year") or groups.get("year_first") or 0),
            month,
            int(groups.get("day") or groups.get("day_last") or 0),
        ).isoformat()
    except ValueError:
        return ""


def first_day(text: str, language: str) -> str:
    """The first day that the text names, as YYYY-MM-DD; empty where it names none."""
    return next((day for match in date_pattern(language).finditer(text) if (day := day_of(match, language))), "")

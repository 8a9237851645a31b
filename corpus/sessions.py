"""When a session sat: the days between which its resolutions and decisions can have been adopted."""

from datetime import date

from corpus.roman import roman_value
from corpus.symbol import Series, Symbol

FOUNDED = 1945
EARLIEST_OPENING = (9, 5)
LATEST_OPENING = (9, 21)
"""Regular sessions of the General Assembly open on a Tuesday in September; none yet outside these days, but for:"""
OTHER_OPENINGS = {
    1: date(1946, 1, 10),
    6: date(1951, 11, 6),
    7: date(1952, 10, 14),
    11: date(1956, 11, 12),
    19: date(1964, 12, 1),
}
LAST_ROMAN_SESSION = 30

ENVIRONMENT_ASSEMBLY = {
    "1": (date(2014, 6, 1), date(2014, 6, 30)),
    "2": (date(2016, 5, 1), date(2016, 5, 31)),
    "3": (date(2017, 12, 1), date(2017, 12, 31)),
    "4": (date(2019, 3, 1), date(2019, 3, 31)),
    "5": (date(2021, 2, 1), date(2022, 3, 31)),  # held in two parts
    "6": (date(2024, 2, 26), date(2024, 3, 1)),
    "7": (date(2025, 12, 8), date(2025, 12, 12)),
}
"""Whole months where the days are not recorded here."""


def session_window(symbol: Symbol) -> tuple[date, date] | None:
    """The first and last day on which a resolution or decision of that session can have been adopted.

    A regular session N of the General Assembly lasts from its opening in September of 1945 + N to the opening of
    session N + 1. The exact day changes from year to year, so the window is as wide as it has ever been: from
    5 September to 21 September a year later. Sessions 1, 6, 7, 11 and 19 opened at other times, and the sessions
    before them lasted until then; session 1 opened on 10 January 1946 and is held to have lasted until the second
    opened in September 1947. Of the United Nations Environment Assembly only the sessions known here have a window.

    Nothing is said (None) of special and emergency sessions, of other organs, and of drafts, reports and records,
    which are issued before and after their session too.
    """
    if symbol.series is Series.DOCUMENT:
        return None
    if symbol.body == "UNEA":
        return ENVIRONMENT_ASSEMBLY.get(symbol.session)
    number = _regular_session(symbol.session) if symbol.body == "GA" else 0
    if not number:
        return None
    opened = OTHER_OPENINGS.get(number, date(FOUNDED + number, *EARLIEST_OPENING))
    return opened, OTHER_OPENINGS.get(number + 1, date(FOUNDED + number + 1, *LATEST_OPENING))


def _regular_session(session: str) -> int:
    """The number of a regular session written "78" or "XXV"; 0 for all others."""
    if session.isdecimal():
        return int(session)
    number = roman_value(session)
    return number if number <= LAST_ROMAN_SESSION else 0

"""How each organ numbers its texts, and so which organ a number can belong to."""

from datetime import date

from corpus.errors import SymbolError
from corpus.sessions import session_window
from corpus.symbol import Series, Symbol
from references.numbers import FoundNumber, Shape
from references.organs import OTHER

FIRST_ARABIC_SESSION = 31
LAST_SESSION = 99
FIRST_YEAR, LAST_YEAR = 1946, 2099
YEAR_DIGITS = 4
LAST_RESOLUTION = 400
TOO_FAR_YEARS = 20
LAST_YEAR_OF_ROMAN_SESSIONS = 1978
DECIDING = frozenset({"UNFCCC", "CBD", "UNCCD"})
"""Conferences of Parties: all they adopt are decisions, also where a language has one word for both."""
ROMAN_SESSIONS_OF_ECOSOC = ("XXX", "XL", "L")
"""Sessions after XXX, which was the last that the General Assembly wrote like this, begin so."""


def symbol_of(organ: str, series: Series, number: FoundNumber) -> str:
    """The canonical symbol, or nothing where organ and number do not go together."""
    if not organ or organ == OTHER or not _goes_with(organ, number):
        return ""
    try:
        return Symbol.of(organ, series, number.session, number.number, number.part).canonical
    except SymbolError:
        return ""


def organ_of_shape(number: FoundNumber, series: Series, speaking: str, *, years_are_ours: bool) -> str:
    """The organ that a number without a named one belongs to, by its shape; empty where it could be anybody's.

    Governments and courts number their own papers by year, and Assembly decisions begin at 401.
    """
    if number.shape is Shape.YEAR:
        return "SC"
    if number.shape is Shape.PARTIES:
        return "UNFCCC"
    if number.shape is Shape.ROMAN:
        return "ECOSOC" if _after_thirty(number.session) else "GA"
    if not number.session.isdigit():
        return "GA"
    if len(number.session) == YEAR_DIGITS:
        return "ECOSOC" if years_are_ours else ""
    if series is Series.DECISION and int(number.number) <= LAST_RESOLUTION:
        return ""
    if int(number.session) >= FIRST_ARABIC_SESSION:
        return speaking if speaking in {"GA", "HRC"} else "GA"
    return speaking if speaking in {"HRC", "UNEA"} else ""


def is_of_session(symbol: str, day: str) -> bool:
    """Whether the session of the symbol sat on that day, as far as is known."""
    window = session_window(Symbol.parse(symbol)) if symbol and day else None
    return window is not None and window[0] <= date.fromisoformat(day) <= window[1]


def is_far_from_session(symbol: str, day: str) -> bool:
    """Whether the day is so far from the session that no slip explains it: the number is another organ's."""
    if not symbol or not day:
        return False
    parsed, year = Symbol.parse(symbol), date.fromisoformat(day).year
    window = session_window(parsed)
    if window is None:
        return parsed.body == "ECOSOC" and not parsed.session.isdigit() and year > LAST_YEAR_OF_ROMAN_SESSIONS
    return abs(window[0].year - year) > TOO_FAR_YEARS


def _goes_with(organ: str, number: FoundNumber) -> bool:
    """Whether an organ writes its numbers in this shape."""
    if number.shape is Shape.YEAR:
        return organ == "SC"
    if number.shape is Shape.ROMAN:
        return organ == "ECOSOC" or (organ == "GA" and not _after_thirty(number.session))
    if number.shape is Shape.PARTIES:
        return organ == "UNFCCC"
    if not number.session.isdigit():
        return organ in {"GA", "HRC"}
    return _has_session(organ, int(number.session), int(number.number))


def _has_session(organ: str, session: int, number: int) -> bool:
    if organ == "GA":
        return FIRST_ARABIC_SESSION <= session <= LAST_SESSION
    if organ == "ECOSOC":
        return FIRST_YEAR <= session <= LAST_YEAR and number not in {session + 1, (session + 1) % 100}
    return organ in {"UNEA", "HRC", "CBD", "UNCCD"} and session <= LAST_SESSION


def _after_thirty(session: str) -> bool:
    return session != "XXX" and session.startswith(ROMAN_SESSIONS_OF_ECOSOC)

"""How the catalogue of the UN Digital Library writes symbols, dates, titles and votes, turned into ours.

Relied on: the UNBIS reference manual of the Dag Hammarskjöld Library (fields 191, 791, 992, 996) and the data
dictionaries that the Library publishes with its two voting data sets (General Assembly: record 4060887, Security
Council: record 4055387).
"""

import re
from datetime import date

from corpus.symbol import Symbol

WITHOUT_VOTE = "without a vote"
UNANIMOUSLY = "unanimously"

_PART = re.compile(r"([^\[\]]{1,60})\[([A-Z])\]")
_SESSION_IN_BRACKETS = re.compile(r"([^()]{1,40}?) ?(\([^()]{1,20}\))")
_DATE = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ][\d:.Z+-]{0,20})?")
_PART_OF_DATE = re.compile(r"\d{4}(?:-?\d{2})?")
_TALLY = re.compile(r"\b(\d{1,3})-(\d{1,3})-(\d{1,3})\b")
_RESPONSIBILITY = re.compile(r"\s?(?::\s?(?:draft )?(?:resolution|decision)\b|/\s?adopted by\b)", re.IGNORECASE)


def catalogue_symbol(text: str) -> Symbol:
    """Read a symbol as the Library writes it: parts stand in square brackets, as in A/RES/37/100[A].

    Raises:
        SymbolError: it is not a symbol of a known form, or stands for several resolutions, as A/RES/46/36[A-L].
    """
    part = _PART.fullmatch(text.strip())
    if not part:
        return Symbol.parse(text)
    session = _SESSION_IN_BRACKETS.fullmatch(part[1])
    return Symbol.parse(f"{session[1]} {part[2]} {session[2]}" if session else f"{part[1]} {part[2]}")


def looks_adopted(text: str) -> bool:
    """Whether a symbol is meant to be that of a resolution or decision, readable or not."""
    return any(mark in text.upper() for mark in ("/RES/", "/DEC/", "/RES.", "/DEC."))


def catalogue_date(text: str) -> str:
    """A full date in ISO form; an empty text where only a year or month is given, or nothing.

    Raises:
        ValueError: there is something else in its place, or no such day in the calendar.
    """
    written = text.strip()
    match = _DATE.fullmatch(written)
    if match:
        return date(int(match[1]), int(match[2]), int(match[3])).isoformat()
    if written and not _PART_OF_DATE.fullmatch(written):
        raise ValueError(f"“{written[:40]}” is not a date such as 2022-12-14")
    return ""


def catalogue_title(text: str) -> str:
    """The title proper, without “: resolution / adopted by the General Assembly” after it."""
    plain = " ".join(text.split())
    end = _RESPONSIBILITY.search(plain)
    return (plain[: end.start()] if end else plain).rstrip(" :/")


def tally(yes: str, no: str, abstentions: str) -> str:
    """The vote as “155-1-0”, “without a vote” where nobody voted, empty where the figures are not given."""
    try:
        counts = [int(float(one)) for one in (yes, no, abstentions or "0")]
    except (ValueError, OverflowError):
        return ""
    if counts[0] == 0 and counts[1] == 0:
        return WITHOUT_VOTE
    return "-".join(str(count) for count in counts)


def vote_in_note(note: str) -> str:
    """The vote told by a note such as “Adopted 122-55-1, 77th plenary meeting”."""
    found = _TALLY.search(note)
    if found:
        return found[0]
    if "without vote" in note.lower() or "without a vote" in note.lower():
        return WITHOUT_VOTE
    return UNANIMOUSLY if "unanimous" in note.lower() else ""

"""Dates ahead: conferences and summits of the registry that were still to come when the declaration was adopted."""

import re
from collections.abc import Collection, Iterator
from datetime import date

from babel.dates import format_date

from corpus.errors import NotHeld
from corpus.library import Library
from corpus.paragraph import ParagraphRef
from corpus.registry import FactName, Instrument, InstrumentKind, date_in_words
from drafting.citation import cited, version_in
from drafting.draft import Statement
from drafting.passage import ABOUT, day_month_or_year
from drafting.phrases import phrases_in

MEETINGS = frozenset({InstrumentKind.CONFERENCE, InstrumentKind.SUMMIT})
LIMIT = 5
SPAN = re.compile(r"(\d{4}-\d{2}-\d{2})/(\d{4}-\d{2}-\d{2})")
NAMES = (FactName.TITLE, FactName.SHORT_TITLE, FactName.VARIANT_NAME)


def events_after(
    library: Library, language: str, topics: Collection[str], cited_ids: Collection[str]
) -> Iterator[Statement]:
    """The meetings on the topics, or cited by the evidence, that come after the newest declaration, in their order."""
    start = max((str(known.documents[0].facts["date"]) for known in library.declarations), default="")
    found = []
    for instrument in library.instruments:
        held = max((fact.value for fact in instrument.facts(FactName.HELD_ON)), key=len, default="")
        bears = set(instrument.topics) & set(topics) or instrument.id in cited_ids
        named = name_in(instrument, language)
        if instrument.kind in MEETINGS and bears and named and held and (held > start or held == start[:4]):
            found.append((held, instrument))
    for held, instrument in sorted(found, key=lambda each: each[0])[:LIMIT]:
        yield from _statement(library, language, instrument, held)


def name_in(instrument: Instrument, language: str) -> bool:
    """Whether the registry has a name of the instrument in the language."""
    return any(instrument.facts(name, language) for name in NAMES)


def _statement(library: Library, language: str, instrument: Instrument, held: str) -> Iterator[Statement]:
    ref = ParagraphRef(f"registry:{instrument.id}", ABOUT)
    try:
        paragraph = version_in(library, ref, language)
    except NotHeld:
        return
    name = instrument.title(language)
    places = instrument.facts(FactName.PLACE) if language == "en" else ()
    values = {"name": name[:1].upper() + name[1:], "when": _when(held, language)}
    phrases = phrases_in(language)
    text = phrases.say("event_place", place=places[0].value, **values) if places else phrases.say("event", **values)
    yield Statement(text, (cited(library, paragraph, language),))


def _when(held: str, language: str) -> str:
    """The span "2027-10-21/2027-10-23" as "21–23 October 2027"; a day, month or year in words."""
    match = SPAN.fullmatch(held)
    if not match:
        return day_month_or_year(held, language)
    first, last = (date.fromisoformat(day) for day in match.groups())
    if first.month == last.month:
        return f"{first.day}–{date_in_words(match[2], language)}"
    opening = format_date(first, "d MMMM", locale=language)
    return f"{opening} – {date_in_words(match[2], language)}"

"""Whether the day or the years beside a reference are among those on record; none other is ever confirmed."""

import re
from collections.abc import Iterable

from corpus.registry import FactName
from references.aspect import Aspect, Context, unchecked
from references.beside import Stated, stated_beside
from references.dates_found import day_of_every_year
from references.grammar_file import grammar_of
from references.mention import MentionKind
from references.record import Record

DATED = (FactName.ADOPTED_ON, FactName.HELD_ON, FactName.PERIOD, FactName.FIRST_OBSERVED)
NAMED = (FactName.TITLE, FactName.SHORT_TITLE, FactName.VARIANT_NAME)
ADOPTED = (FactName.ADOPTED_ON,)
DAYS_OF = {MentionKind.EVENT: (FactName.HELD_ON,), MentionKind.DAY: (*ADOPTED, FactName.FIRST_OBSERVED)}
"""An event is held on its days; all else has the day on which it was adopted."""
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
DAY_AND_MONTH = re.compile(r"(?P<day>\d{1,2}) (?P<month>[A-Z][a-z]+)")
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def beside_aspect(context: Context, record: Record) -> Aspect:
    """What stands beside a reference as its day or years, unless it is the date that another check compares."""
    mention = context.mention
    if mention.date:
        return Aspect()
    stated = stated_beside(context.text, mention, context.until, context.language)
    if stated is None or _on_record(stated, record, mention.kind):
        return Aspect()
    known = "; ".join(dict.fromkeys(_values(record, (FactName.DATE_OBSERVED, *DATED) if stated.annual else DATED)))
    why = f"Beside it stands “{stated.written}”, which no date on record bears out."
    return unchecked(stated.written, record.adopted, why, known)


def _on_record(stated: Stated, record: Record, kind: MentionKind) -> bool:
    """Whether the day is one on record, or all the years are; a day is observed from its first year on."""
    if stated.day:
        return any(_covers(value, stated.day) for value in _values(record, DAYS_OF.get(kind, ADOPTED)))
    if stated.annual:
        named = (*DAYS_OF.get(kind, ADOPTED), FactName.DATE_OBSERVED)
        return any(_falls_on(value, stated.annual) for value in _values(record, named))
    years = {int(year) for value in _values(record, (*DATED, *NAMED)) for year in YEAR.findall(value)}
    if kind is MentionKind.DAY and years:
        return min(years) <= min(stated.years, default=0)
    return bool(stated.years) and years.issuperset(stated.years)


def _covers(value: str, day: str) -> bool:
    """Whether a recorded day or span of days has the day in it."""
    first, _, last = value.partition("/")
    return bool(ISO_DAY.fullmatch(first)) and first <= day <= (last or first)


def _falls_on(value: str, annual: str) -> bool:
    """Whether a recorded day or span of days, or the day of every year as "24 May", falls on this one, MM-DD."""
    if match := DAY_AND_MONTH.fullmatch(value):
        return day_of_every_year(grammar_of("en"), match) == annual
    first, _, last = value.partition("/")
    return bool(ISO_DAY.fullmatch(first)) and first[5:] <= annual <= (last or first)[5:]


def _values(record: Record, names: Iterable[FactName]) -> list[str]:
    """What may be relied on, the date of adoption first."""
    adopted = [record.adopted.value] if record.adopted.relied_on else []
    return [*adopted, *(fact.value for name in names for fact in record.facts(name))]

"""The words in which one language cites: read from the file of that language in `references/forms`."""

from functools import cache
from pathlib import Path

from corpus.language import language_of
from corpus.tables import Entry, read_table

FOLDER = Path(__file__).parent / "forms"


class DateWords(Entry, frozen=True):
    """How a date is written, and how it is joined to what it dates.

    `day` may name {day} {month} {month_number} {year} and, for languages with endings, {day_ordinal} {year_ordinal}.
    `months` is empty where Babel's names of months are the right ones. The endings of ordinals go by the last figure
    that is not nought: `ordinal_units[6]` for 2016, `ordinal_tens[3]` for 30, `ordinal_round` for 2000.
    """

    day: str
    dated: str
    first_day: str
    months: tuple[str, ...]
    ordinal_units: tuple[str, ...]
    ordinal_tens: tuple[str, ...]
    ordinal_round: str


class NumberWords(Entry, frozen=True):
    """How numbers are written: brackets, sessions of all three kinds, the letters of parts (none: as in the symbol)."""

    bracket: str
    special: str
    emergency: str
    old_regular: str
    old_special: str
    old_emergency: str
    part_letters: tuple[str, ...]


class InstrumentWords(Entry, frozen=True):
    """One kind of instrument: at the first mention, later, and both again as they stand after "paragraph 5 of"."""

    first: str
    first_within: str
    later: str
    later_within: str
    titled: str
    titled_within: str


class PlaceWords(Entry, frozen=True):
    """Places in a document: alone ("para. 5", "annex", "p. 3") and in a sentence ("paragraph 5 of …")."""

    separator: str
    paragraph: str
    subparagraph: str
    preambular: str
    closing: str
    adoption: str
    page: str
    annex: str
    unnumbered: str
    footnote: str
    article: str
    paragraph_of: str
    subparagraph_of: str
    preambular_of: str
    counted: str
    letters: tuple[str, ...]


class NoteWords(Entry, frozen=True):
    """What a text is, and what a note rests on, as they stand in brackets after a citation."""

    translation: str
    registry: str
    position: str
    own: str
    provenance: str
    remark: str


class Phrases(Entry, frozen=True):
    """Everything that citing needs to know of one language. `organs` stand in the case that the templates need."""

    date: DateWords
    number: NumberWords
    organs: dict[str, str]
    resolution: InstrumentWords
    decision: InstrumentWords
    conference: InstrumentWords
    place: PlaceWords
    note: NoteWords
    confidence: dict[str, str]


@cache
def phrases_of(language: str) -> Phrases:
    """The words of a language.

    Raises:
        NotHeld: the code is not one of the twelve languages.
        CorpusError: the shipped file is wrong; the message names it.
    """
    return read_table(FOLDER / f"{language_of(language).code}.toml", Phrases)

"""A clause that says what a resolution does, shown beside the paragraph it may mean, for a person to judge."""

import re
from functools import cache
from pathlib import Path

from corpus.registry import Instrument, InstrumentNote
from corpus.tables import Entry, read_table
from indexer.tokens import words
from references.findings import Finding, Status
from references.mention import Mention

WORDS = Path(__file__).with_name("paraphrase.toml")
LONGEST_CLAUSE = 400
FEWEST_SHARED = 3


class ParaphraseWords(Entry, frozen=True):
    """How a language begins a clause about what an instrument says, and how it announces a title."""

    openings: tuple[str, ...]
    entitled: tuple[str, ...]


def paraphrase_of(text: str, mention: Mention, instrument: Instrument | None, language: str) -> Finding | None:
    """The finding that shows clause and paragraph side by side; nothing where the text makes no such claim.

    A paraphrase is never confirmed and never contradicted by a machine.
    """
    clause = _clause(text, mention.end, language)
    if not clause or instrument is None:
        return None
    note = _nearest(clause, instrument, language)
    if note is None:
        return None
    said = note.ru if language == "ru" else note.en
    why = f"For a person to judge: {note.paragraph or 'a note'} of {instrument.id}, in our own words: {said}"
    return Finding(Status.COULD_NOT_CHECK, clause, said, note.source, note.confidence, why)


@cache
def entitled(language: str) -> re.Pattern[str]:
    """A pattern of the words that announce a title."""
    known = _words().get(language)
    announced = "|".join(re.escape(word) for word in known.entitled) if known else r"(?!)"
    return re.compile(rf"(?<!\w)(?:{announced})(?!\w)" if language != "zh" else announced, re.IGNORECASE)


def _clause(text: str, position: int, language: str) -> str:
    known = _words().get(language)
    if known is None or not known.openings:
        return ""
    openings = "|".join(re.escape(opening) for opening in known.openings)
    match = re.compile(rf"\s*,\s*((?:{openings})(?!\w)[^.;\n]{{8,{LONGEST_CLAUSE}}})", re.IGNORECASE).match(
        text, position
    )
    return match[1].rstrip(", ") if match else ""


def _nearest(clause: str, instrument: Instrument, language: str) -> InstrumentNote | None:
    """The note that shares most words with the clause, if it shares enough of them."""
    wanted = set(words(clause, language))
    best, most = None, FEWEST_SHARED - 1
    for note in instrument.note:
        shared = len(wanted & set(words(note.ru if language == "ru" else note.en, language)))
        if shared > most:
            best, most = note, shared
    return best


@cache
def _words() -> dict[str, ParaphraseWords]:
    return read_table(WORDS, dict[str, ParaphraseWords])

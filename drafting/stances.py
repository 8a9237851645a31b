"""Which stance a passage shows, how strongly, and what that rests on."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from corpus.document import TextKind
from corpus.paragraph import Paragraph
from corpus.positions import PositionNote, Stance
from corpus.registry import NOTE_LANGUAGES
from corpus.states import names_of_alpha3
from corpus.tables import Entry, read_table
from drafting.strength import VerbUse, strength_of
from drafting.term_patterns import written
from drafting.verbs import VerbKind

NOTE_STRENGTH = {
    Stance.COMMITS: 4,
    Stance.OPPOSES: 4,
    Stance.CALLS_FOR: 3,
    Stance.PROPOSES: 3,
    Stance.SUPPORTS: 3,
    Stance.CONDITIONAL: 2,
    Stance.MENTIONS: 1,
}
"""How strongly a note shows its stance; notes are in our own words, so no verb of theirs can be weighed."""

SPOKEN = Path(__file__).with_name("spoken.toml")
CLAUSE = re.compile(r"[;:]\s")
RUSSIAN_WE = re.compile(r"(?:ем|им)\Z")
IN_FAVOUR = frozenset({VerbKind.DECISION, VerbKind.REAFFIRMATION, VerbKind.INTENTION, VerbKind.COMMITMENT})
"""Kinds of verbs that show support for what they govern, even where no stance of their own is settled."""

SPEAKERS = {
    "en": re.compile(
        r"\b(?:we|I|my (?:country|delegation|government|people)|our (?:country|delegation|government|people|nation))\b",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        r"\b(?:мы|я|наша (?:страна|делегация)|наше государство|моя (?:страна|делегация))\b", re.IGNORECASE
    ),
}
REASONS = {
    "en": {
        "note": "stance of the note",
        "verb": "verb: {words}",
        "words": "words: {words}",
        "none": "no drafting verb that settles a stance",
        "opposing": "verb: {words}; what it opposes is for a person to judge",
        "another": "the verb {words} may have another subject",
    },
    "ru": {
        "note": "позиция указана в заметке",
        "verb": "глагол: {words}",
        "words": "слова: {words}",
        "none": "нет глагола, определяющего позицию",
        "opposing": "глагол: {words}; против чего он направлен, решает человек",
        "another": "у глагола {words} может быть другое подлежащее",
    },
}


@dataclass(frozen=True, slots=True)
class Reading:
    """A stance with its strength (0 to 5) and, in the language of the reader, what it rests on."""

    stance: Stance
    strength: int
    reason: str


def stance_of_note(note: PositionNote, language: str) -> Reading:
    """The note's own stance."""
    return Reading(note.stance, NOTE_STRENGTH.get(note.stance, 0), _reason("note", language))


def stance_of_text(passage: str, paragraph: Paragraph, kind: TextKind, language: str) -> Reading:
    """The stance that the verb of a passage settles, else "mentions"; `language` is that of the reason.

    Opposition is never read out of a text, since what a verb opposes need not be what the passage was chosen for. In a
    statement the verb must be the speaker's: "we", or the State itself.
    """
    use = _use(passage, paragraph.language)
    spoken = _spoken(passage, paragraph, language) if kind is TextKind.POSITION else None
    if use is None or (use.stance is None and use.kind not in IN_FAVOUR and spoken):
        return spoken or Reading(Stance.MENTIONS, 1, _reason("none", language))
    if kind is TextKind.POSITION and not _speaks(passage[: use.end], paragraph):
        return Reading(Stance.MENTIONS, 1, _reason("another", language, use.words))
    if use.stance is Stance.OPPOSES:
        return Reading(Stance.MENTIONS, 1, _reason("opposing", language, use.words))
    if use.stance is None and use.kind in IN_FAVOUR:
        return Reading(Stance.SUPPORTS, use.strength, _reason("verb", language, use.words))
    if use.stance is None:
        return Reading(Stance.MENTIONS, use.strength, _reason("verb", language, use.words))
    return Reading(use.stance, use.strength, _reason("verb", language, use.words))


@lru_cache(maxsize=1 << 14)
def _use(passage: str, language: str) -> VerbUse | None:
    """The verb of a passage; several topics read the same passages."""
    return strength_of(passage, language)


def _spoken(passage: str, paragraph: Paragraph, language: str) -> Reading | None:
    """What a sentence of a speech says without a drafting verb: "we have proposed", "must be ensured"."""
    for row, pattern in _spoken_rows(paragraph.language):
        match = pattern.search(passage)
        if match and (not row.speaker or _speaks(passage[: match.end()], paragraph)):
            return Reading(row.stance, row.strength, _reason("words", language, match[0]))
    return None


def _speaks(before: str, paragraph: Paragraph) -> bool:
    """Whether the clause names the speaker before its verb; a Russian verb in the first person plural needs none."""
    clause = CLAUSE.split(before)[-1]
    speaker = SPEAKERS.get(paragraph.language)
    if speaker is None or speaker.search(clause):
        return True
    names = (name for state in paragraph.facets.states for name in names_of_alpha3(state, paragraph.language))
    return any(name in clause for name in names) or bool(paragraph.language == "ru" and RUSSIAN_WE.search(before))


class SpokenRow(Entry, frozen=True):
    """One row of the table of spoken words; `unless` lists verbs after which the words mean nothing of the kind."""

    stance: Stance
    strength: int
    speaker: bool
    en: tuple[str, ...]
    ru: tuple[str, ...]
    unless: tuple[str, ...] = ()


class SpokenTable(Entry, frozen=True):
    """The rows in the order in which they are tried."""

    row: tuple[SpokenRow, ...]


@cache
def _spoken_rows(language: str) -> tuple[tuple[SpokenRow, re.Pattern[str]], ...]:
    rows = read_table(SPOKEN, SpokenTable).row if language in NOTE_LANGUAGES else ()
    return tuple((row, _row_pattern(row, language)) for row in rows)


def _row_pattern(row: SpokenRow, language: str) -> re.Pattern[str]:
    words = "|".join(written(row.en if language == "en" else row.ru))
    unless = rf"(?!\s+(?:{'|'.join(row.unless)})\b)" if row.unless else ""
    return re.compile(rf"(?<!\w)(?:{words})(?!\w){unless}", re.IGNORECASE)


def _reason(name: str, language: str, words: str = "") -> str:
    quoted = f"“{words}”" if language == "en" else f"«{words}»"
    return REASONS["ru" if language == "ru" else "en"][name].format(words=quoted)

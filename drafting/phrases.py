"""The words of the writer: headings, set sentences with blanks, names of stances, in Russian and English."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from corpus.errors import CorpusError, NotHeld
from corpus.language import language_of
from corpus.positions import Stance
from corpus.states import name_of_alpha3
from corpus.tables import Confidence, Entry, read_table

FOLDER = Path(__file__).with_name("phrases")
DRAFT_LANGUAGES = ("en", "ru")


class Phrases(Entry, frozen=True):
    """The words of one language. `sentences` and `warnings` have blanks in braces.

    `kept_capitals` are words that keep their capital after a colon; `verb_ending` is a pattern of the verb that opens a
    note on an instrument; `five` one of "five States", whose number is no figure; `genitive` names States after "on
    behalf of" where that case differs; `in_text` names those called otherwise within a sentence: "the United States";
    `plural_states` are those whose verb is in the plural.
    """

    quoted: str
    kept_capitals: tuple[str, ...]
    verb_ending: str
    five: str
    headings: Mapping[str, str]
    stances: Mapping[Stance, str]
    confidence: Mapping[Confidence, str]
    sentences: Mapping[str, str]
    warnings: Mapping[str, str]
    genitive: Mapping[str, str]
    in_text: Mapping[str, str]
    plural_states: tuple[str, ...]
    organs: Mapping[str, str]
    statuses: Mapping[str, str]

    def say(self, name: str, /, **values: object) -> str:
        """A set sentence with its blanks filled.

        Raises:
            CorpusError: there is no such sentence, or a blank was left open.
        """
        return _filled(self.sentences, name, values)

    def warn(self, name: str, /, **values: object) -> str:
        """A warning with its blanks filled.

        Raises:
            CorpusError: there is no such warning, or a blank was left open.
        """
        return _filled(self.warnings, name, values)


def _filled(table: Mapping[str, str], name: str, values: Mapping[str, object]) -> str:
    try:
        return table[name].format(**values)
    except KeyError as error:
        raise CorpusError(f"{FOLDER}: “{name}” lacks {error}. Mend the file or the call.") from error


@cache
def phrases_in(language: str) -> Phrases:
    """The words of Russian or English.

    Raises:
        NotHeld: the writer does not write in this language.
        CorpusError: the shipped file is wrong; the message names it.
    """
    if language not in DRAFT_LANGUAGES:
        raise NotHeld(
            f"Drafts are written in English (en) and Russian (ru), not in {language_of(language).english_name}."
        )
    return read_table(FOLDER / f"{language}.toml", Phrases)


def state_in_text(code: str, language: str) -> str:
    """The State's name within a sentence, by its ISO alpha-3 code: English gives some an article."""
    named = phrases_in(language).in_text if language in DRAFT_LANGUAGES else {}
    return named.get(code) or name_of_alpha3(code, language)


def without_the_five(text: str, language: str) -> str:
    """The text without the number in "five States": the delegation's own, and no figure."""
    return re.sub(phrases_in(language).five, " ", text, flags=re.IGNORECASE) if language in DRAFT_LANGUAGES else text

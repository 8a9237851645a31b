"""Set phrases of drafts: openings, headings, courtesies, placeholders, lists."""

import re
from functools import cache

from babel.lists import format_list

from corpus.errors import CorpusError, NotHeld
from corpus.language import language_of
from corpus.tables import read_table
from drafting.verbs import FOLDER, Form

BRITISH = {"en": "en_GB"}
"""United Nations English puts no comma before the "and" of a list."""
SPANISH_I = re.compile(r"\s?y (?=(?:i|hi(?!e))[^,]*\Z)", re.IGNORECASE)


@cache
def formulae() -> dict[str, dict[str, Form]]:
    """Every set phrase, by its name and language.

    Raises:
        CorpusError: the shipped table is wrong; the message names it.
    """
    return read_table(FOLDER / "formulae.toml", dict[str, dict[str, Form]])


def formula(name: str, language: str, **values: str) -> str:
    """A set phrase with its blanks filled.

    The phrase "agenda-item" in English with the number 18 is "Agenda item 18".

    Raises:
        NotHeld: the phrase is not held in this language.
        CorpusError: there is no such phrase, or a blank was left open.
    """
    known = formulae().get(name)
    if known is None:
        raise CorpusError(f"“{name}” is not a set phrase of {FOLDER / 'formulae.toml'}. Add it there.")
    if language not in known:
        held = " ".join(known)
        raise NotHeld(f"“{name}” is not held in {language_of(language).english_name}; it is held in: {held}.")
    try:
        return known[language].text.format(**values)
    except KeyError as error:
        raise CorpusError(f"“{name}” needs a value for {error}. Give it.") from error


def listed(items: tuple[str, ...], language: str) -> str:
    """The items as a list in a sentence: "A, B and C", «А, Б и В», “A、B和C”."""
    code = language_of(language).code
    text = format_list(list(items), locale=BRITISH.get(code, code))
    return SPANISH_I.sub(" e ", text) if code == "es" else text

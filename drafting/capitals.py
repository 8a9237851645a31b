"""The first letter of a text that goes on in a sentence: small, unless it is that of a name."""

import re
from functools import cache

from corpus.states import alpha3_codes, names_of_alpha3
from drafting.parties import states_named
from drafting.phrases import phrases_in

WORDS_OF_A_NAME = 4


def lowered(text: str, language: str) -> str:
    """The text as it goes on after a colon: a small letter, unless the first word has its capital of its own.

    It has where it is an abbreviation, a word that the writer's table keeps, or the name of a State in whatever case.
    """
    first = re.match(r"[\w’'/-]+", text)
    if first is None or any(letter.isupper() or letter.isdigit() or letter == "/" for letter in first[0][1:]):
        return text
    root = re.split(r"[’'-]", first[0])[0]
    kept = root in phrases_in(language).kept_capitals or _opens_with_state(text, language)
    return text if kept else text[:1].lower() + text[1:]


def _opens_with_state(text: str, language: str) -> bool:
    """Whether the first words are the name of a State, as it is listed or with another ending."""
    if _listed_names(language).match(text):
        return True
    words = text.split()[:WORDS_OF_A_NAME]
    named, without_first = (list(states_named(" ".join(part), language)) for part in (words, words[1:]))
    return named != without_first


@cache
def _listed_names(language: str) -> re.Pattern[str]:
    names = {name for code in alpha3_codes() for name in names_of_alpha3(code, language)}
    return re.compile(rf"(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?!\w)")

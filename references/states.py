"""States named in a text, in any of the twelve languages, whatever the ending."""

from collections.abc import Iterator
from functools import cache

from babel import Locale

from corpus.states import CODE_LENGTH, FILLERS, own_names
from indexer.tokens import STEMMERS, plain_words, stem

FIRST_LETTERS = 6


@cache
def _names(language: str) -> dict[tuple[str, ...], str]:
    """Names of States as comparable words; names of ours come before Babel's."""
    known: dict[tuple[str, ...], str] = {}
    for code, name in Locale.parse(language).territories.items():
        if len(code) == CODE_LENGTH and code.isalpha():
            known.setdefault(_comparable(name, language), code)
    for code, names in own_names().items():
        if code == FILLERS:
            continue
        for name in names.get(language, ()):
            known[_comparable(name, language)] = code
    known.pop((), None)
    return known


def code_of_state(english_name: str) -> str:
    """The ISO alpha-2 code of a State by its English short name; the name itself where there is none."""
    return _names("en").get(_comparable(english_name, "en"), english_name)


def states_in(text: str, language: str) -> tuple[str, ...]:
    """The States named at the beginning of a text, joined by commas or "and"; stops at the first other word."""
    return tuple(_leading(text, language))


def _leading(text: str, language: str) -> Iterator[str]:
    words = _comparable(text, language)
    names = _names(language)
    fillers = {_comparable(word, language)[0] for word in own_names()[FILLERS].get(language, ())}
    position, misses = 0, 0
    while position < len(words) and misses == 0:
        for length in (4, 3, 2, 1):
            code = names.get(words[position : position + length])
            if code:
                yield code
                position += length
                break
        else:
            if words[position] not in fillers:
                misses = 1
            position += 1


def _comparable(text: str, language: str) -> tuple[str, ...]:
    """The words of a name by their first letters: a stemmer may cut two cases of one name at different places."""
    words = plain_words(text, language)
    stems = (stem(word, language) for word in words) if language in STEMMERS else words
    return tuple(word[:FIRST_LETTERS] for word in stems)

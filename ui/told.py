"""An error's sentence in the language of the interface.

Errors speak English. A table holds each sentence with numbered blanks, and how it reads in another language; so a
sentence is recognised by its English form. What no entry knows, or what could be read in two ways, stays as it is.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from corpus.errors import OrtakError
from corpus.tables import Entry, read_table
from ui.vocabulary import DEFAULT, FOLDER, Words

TABLES = FOLDER / "errors"
OTHERWISE = "ru"
"""Read by the officials of every State whose language has no table of its own yet."""
BLANK = re.compile(r"\{\d+\}")
FIGURE = re.compile(r"[\d,]+")
MOST_WAYS = 20
"""A sentence that can be parted in more ways than this is left as it is."""
DEEPEST = 2
"""A reason may stand inside a sentence that stands inside another; no error of ours goes further."""


class Saying(Entry, frozen=True):
    """A sentence or a phrase, in English and as it is told.

    `inner` are the blanks that hold words of our own, `figures` those that hold nothing but a number.
    """

    english: str
    told: str
    inner: tuple[int, ...] = ()
    figures: tuple[int, ...] = ()

    @property
    def only_joins(self) -> bool:
        """Whether it says nothing itself, such as “{1}: {2}”, and so contradicts no other saying."""
        return self.english == self.told

    @property
    def letters(self) -> int:
        """How much of it is not blank."""
        return len(BLANK.sub("", self.english))

    def ways(self, sentence: str) -> list[tuple[str, ...]]:
        """What the blanks may hold for this to be the sentence; more than one way where literal parts recur."""
        head, *literals = BLANK.split(self.english)
        if not sentence.startswith(head) or not sentence.endswith(literals[-1] if literals else head):
            return []
        ways = (one for one in _ways(sentence[len(head) :], literals) if self._fit(one))
        return list(islice(ways, MOST_WAYS + 1))

    def _fit(self, values: tuple[str, ...]) -> bool:
        return all(FIGURE.fullmatch(values[number - 1]) for number in self.figures)


class Table(Entry, frozen=True):
    """The sentences of errors, and the phrases that stand only inside them."""

    sentence: tuple[Saying, ...]
    phrase: tuple[Saying, ...]


def error_in_words(error: OrtakError, words: Words) -> str:
    """What is wrong and what to do, in the language of the interface."""
    return in_words(str(error), words)


def in_words(sentence: str, words: Words) -> str:
    """A sentence of an error in the language of the interface; one that is not known stays as it is.

    Names, titles and quotations inside it are given letter for letter.
    """
    return sentence if words.language == DEFAULT else _known(sentence, words.language, 0) or sentence


@cache
def sayings(language: str) -> tuple[tuple[Saying, ...], tuple[Saying, ...]]:
    """All sentences of a language, and those with the phrases that stand inside them; the most literal ones first."""
    path = TABLES / f"{language}.toml"
    table = read_table(path if path.is_file() else TABLES / f"{OTHERWISE}.toml", Table)
    return _sorted(table.sentence), _sorted(table.sentence + table.phrase)


def _sorted(found: tuple[Saying, ...]) -> tuple[Saying, ...]:
    return tuple(sorted(found, key=lambda saying: -saying.letters))


def _known(sentence: str, language: str, depth: int) -> str:
    """The sentence as it is told; empty where nothing tells it, or two sayings do that are not cases of one another."""
    whole, within = sayings(language)
    chosen, told = None, ""
    for saying in within if depth else whole:
        ways = saying.ways(sentence)
        if not ways:
            continue
        if chosen is None:
            given = _told(saying, ways, language, depth)
            if given != sentence:
                chosen, told = saying, given
        elif not saying.only_joins and not saying.ways(chosen.english):
            return ""
    return told


def _told(saying: Saying, ways: list[tuple[str, ...]], language: str, depth: int) -> str:
    """The saying with its blanks filled; empty where it can be read in several ways that do not tell the same."""
    if len(ways) > MOST_WAYS:
        return ""
    filled = [_filled(saying, values, language, depth) for values in ways]
    sure = {told for told, recognised in filled if recognised}
    possible = sure or {told for told, _ in filled}
    return possible.pop() if len(possible) == 1 else ""


def _filled(saying: Saying, values: tuple[str, ...], language: str, depth: int) -> tuple[str, bool]:
    """The saying with these values, and whether every word of ours among them was recognised."""
    inner = saying.inner if depth < DEEPEST else ()
    known = {number: _known(values[number - 1], language, depth + 1) for number in inner}
    shown = [known.get(number) or value for number, value in enumerate(values, start=1)]
    return saying.told.format("", *shown), all(known.values())


def _ways(text: str, literals: list[str]) -> Iterator[tuple[str, ...]]:
    """Every way to part a text into blanks, each followed by the next literal part; the last one ends the text."""
    if not literals:
        if not text:
            yield ()
        return
    literal, *rest = literals
    if not rest:
        if text.endswith(literal):
            yield (text[: len(text) - len(literal)],)
        return
    place = text.find(literal)
    while place >= 0:
        for others in _ways(text[place + len(literal) :], rest):
            yield (text[:place], *others)
        place = text.find(literal, place + 1)

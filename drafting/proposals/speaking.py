"""Who speaks in a piece of evidence, where that is certain: the State a note is about, the five, a document itself."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from corpus.states import FIVE, names_of_alpha3
from corpus.tables import read_table
from drafting.draft import Level
from drafting.groups import group_of
from drafting.phrases import DRAFT_LANGUAGES
from drafting.proposals.document_name import end_of_name
from drafting.proposals.request import Piece
from drafting.verb_patterns import patterns_of
from drafting.verbs import Shape
from references.mention import Mention

PATH = Path(__file__).with_name("speaking.toml")
NOTES = "positions:"
DECLARATIONS = "declaration-"
WORD = re.compile(r"\w+(?:[/.]\w+)*")
NOUN_USE = re.compile(r"\s+(?:of|for|from|by|in|on)\b", re.IGNORECASE)
"""What follows "supports" or "calls" where it is a noun."""


def without_speaker(text: str, piece: Piece, paragraph: str, mentions: Iterable[Mention] = ()) -> str:
    """The text behind the name of who speaks in a paragraph, where it begins with that; else the text as it is.

    The paragraph must begin with what its speaker does: "Asks for finance", not "Press says". A note on an instrument
    lists the States that brought it in: they do not speak in it, the instrument does.
    """
    if not _begins_with_verb(piece, paragraph):
        return text
    named = _speaker(piece).match(text)
    end = named.end() if named else end_of_name(text, piece, mentions)
    return text[end:].lstrip(" ,") if end else text


def _begins_with_verb(piece: Piece, paragraph: str) -> bool:
    language = piece.citation.language
    if language not in DRAFT_LANGUAGES:
        return False
    first = WORD.match(paragraph)
    if is_of_one_state(piece) and first and first[0].casefold() in _verbs_of_notes()[language]:
        return True
    shape = Shape.PLAIN if is_of_the_five(piece) else Shape.THIRD
    found = patterns_of(language).at(paragraph, 0, frozenset({shape}))
    return found is not None and not (found.head[1] == found.end and NOUN_USE.match(paragraph, found.end))


def is_of_one_state(piece: Piece) -> bool:
    """Whether it is a note on the position of one State."""
    return len(piece.states) == 1 and piece.citation.document == f"{NOTES}{piece.states[0]}"


def is_of_the_five(piece: Piece) -> bool:
    """Whether the five speak in it together."""
    return piece.citation.document.startswith(DECLARATIONS) and set(piece.states) == set(FIVE)


def _speaker(piece: Piece) -> re.Pattern[str]:
    names = "|".join(_names(piece, piece.citation.language)) or "(?!)"
    return re.compile(rf"(?:the\s+)?(?:{names})(?!\w)", re.IGNORECASE)


def _names(piece: Piece, language: str) -> Iterator[str]:
    """The names of who speaks as patterns, a longer one before what it begins with."""
    names: Iterable[str] = ()
    if is_of_the_five(piece) and (group := group_of(Level.CENTRAL_ASIA)) is not None:
        names = (name.removeprefix("the ") for name in group.speaker(language).names)
    elif is_of_one_state(piece):
        names = names_of_alpha3(piece.states[0], language)
    yield from map(re.escape, sorted(names, key=len, reverse=True))


@cache
def _verbs_of_notes() -> dict[str, frozenset[str]]:
    return read_table(PATH, dict[str, frozenset[str]])

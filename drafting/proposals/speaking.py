"""Who speaks in a piece of evidence, where that is certain: the State a note is about, the five, a document itself."""

import re
from collections.abc import Iterable, Iterator

from corpus.states import FIVE
from drafting.draft import Level
from drafting.groups import group_of
from drafting.phrases import phrases_in
from drafting.proposals.request import Piece, shown_source
from drafting.stances import state_names
from references.mention import Mention

OF_ONE_STATE = frozenset(f"positions:{state}" for state in FIVE)
REGISTRY = "registry:"
DECLARATIONS = "declaration-"
WORD = re.compile(r"\w+(?:[/.]\w+)*")
NEXT = re.compile(r"[\s,]*(\w+)\.?")


def without_speaker(text: str, piece: Piece, mentions: Iterable[Mention] = ()) -> str:
    """The text behind the name of who speaks in the piece, where it begins with that; else the text as it is.

    A note on an instrument lists the States that brought it in: they do not speak in it. Nor is it certain who does in
    a text that a person added.
    """
    place = _document(text, piece, mentions)
    named = _speaker(piece).match(text)
    end = named.end() if named else place
    return text[end:].lstrip(" ,") if end else text


def is_of_the_five(piece: Piece) -> bool:
    """Whether the five speak in it together."""
    return piece.citation.document.startswith(DECLARATIONS) and set(piece.states) == set(FIVE)


def _speaker(piece: Piece) -> re.Pattern[str]:
    names = "|".join(_names(piece, piece.citation.language)) or "(?!)"
    return re.compile(rf"(?:the\s+)?(?:{names})(?!\w)", re.IGNORECASE)


def _names(piece: Piece, language: str) -> Iterator[str]:
    """The names of who speaks as patterns, a longer one before what it begins with."""
    if is_of_the_five(piece) and (group := group_of(Level.CENTRAL_ASIA)) is not None:
        written = (name.removeprefix("the ") for name in group.speaker(language).names)
        yield from map(re.escape, sorted(written, key=len, reverse=True))
        yield phrases_in(language).five
    elif piece.citation.document in OF_ONE_STATE and len(piece.states) == 1:
        yield from map(re.escape, sorted(state_names(piece.states[0], language), key=len, reverse=True))


def _document(text: str, piece: Piece, mentions: Iterable[Mention]) -> int:
    """Where the document's own name ends at the head of the text: "Resolution 77/158 of 14 December 2022, para. 5,"."""
    own, shown = piece.citation.document.removeprefix(REGISTRY), shown_source(piece.citation).casefold()
    for mention in mentions:
        number = mention.text.split()[0].casefold()
        before = text[: mention.start].casefold().removeprefix("the ")
        if own == mention.symbol and f"{before}{number}" in shown:
            further = iter(WORD.findall(shown.partition(number)[2]))
            place = mention.end
            while (word := NEXT.match(text, place)) and word[1].casefold() in further:
                place = word.end()
            return place
    return 0

"""How figures, States and denials stand to each other: the same words in another order say another thing."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from drafting.claims import states_named
from drafting.figures import NUMBER
from drafting.proposals.denials import Denial, denials
from drafting.proposals.request import Piece
from drafting.proposals.spelled import in_figures
from indexer.tokens import plain_words, stem

CLAUSE = re.compile(r"[,;:.!?()]\s")
SEPARATORS = re.compile(r"[ \u00a0\u202f.,٫٬]")


def swapped_numbers(text: str, language: str, pieces: Iterable[Piece]) -> tuple[str, ...]:
    """Neighbouring numbers that stand the other way round in every piece that has both: "14,000 of 1,300"."""
    held = [_numbers(piece.citation.quote, piece.citation.language) for piece in pieces]
    found = []
    for first, second in pairwise(_numbers(text, language)):
        both = [numbers for numbers in held if first in numbers and second in numbers]
        if first != second and both and not any(_in_order(numbers, first, second) for numbers in both):
            found.append(f"{first}, {second}")
    return tuple(found)


def states_joined(text: str, language: str, pieces: Iterable[Piece]) -> tuple[str, ...]:
    """States that one clause names together and no piece does: who asks whom is for a person to judge."""
    groups = [{*piece.states, *states_named(piece.citation.quote, piece.citation.language)} for piece in pieces]
    for clause in CLAUSE.split(text):
        named = set(states_named(clause, language))
        if len(named) > 1 and not any(named <= group for group in groups):
            return tuple(sorted(named))
    return ()


def lost_denials(text: str, language: str, pieces: Iterable[Piece]) -> tuple[str, ...]:
    """What the evidence only ever denies, and the statement does not: "are named" for "are not named"."""
    own = _counted(text, language)
    denied_here = {each.what for each in denials(text, language)}
    return tuple(
        dict.fromkeys(
            each.word
            for piece in pieces
            if piece.citation.language == language
            for each, only in _denied(piece.citation.quote, language)
            if only and own[each.what] and each.what not in denied_here
        )
    )


def _denied(quote: str, language: str) -> Iterator[tuple[Denial, bool]]:
    counted = _counted(quote, language)
    found = [each for each in denials(quote, language) if each.what and stem(each.word, language) != each.what]
    for each in found:
        yield each, counted[each.what] <= 1


def _counted(text: str, language: str) -> Counter[str]:
    return Counter(stem(word, language) for word in plain_words(text, language))


def _numbers(text: str, language: str) -> list[str]:
    return [SEPARATORS.sub("", match[0]) for match in NUMBER.finditer(in_figures(text, language))]


def _in_order(numbers: list[str], first: str, second: str) -> bool:
    return second in numbers[numbers.index(first) + 1 :]

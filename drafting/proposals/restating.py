"""Whether every sentence of a statement is one of its evidence, word for word, behind the name of who speaks there."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.errors import NotHeld
from corpus.library import Library
from drafting.proposals.request import Piece
from drafting.proposals.speaking import is_of_the_five, without_speaker
from drafting.quoted import folded, quotations
from references.clauses import sentences
from references.mention import Mention

THOUSANDS = re.compile(r"(?<=\d)[ ,](?=\d{3}(?!\d))")
ENDED = re.compile(r"[.!?。！？؟]['\")]*\Z")
OUR_VERB = re.compile(r"(\w+)(?:ем|им)\b")
THEIR_VERB = re.compile(r"(\w+)(?:ют|ут|ят|ат)\b")
"""Russian verbs with "we" and with "they": «приветствуем», «приветствуют»."""
OUR = re.compile(r"\bour\b")


@dataclass(frozen=True, slots=True)
class Restated:
    """The sentences of a statement that its evidence does not have, and the keys of the pieces that have the others."""

    loose: tuple[str, ...]
    used: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence with the keys of the pieces that say it; `named` is whether it begins with who speaks there."""

    text: str
    keys: frozenset[str]
    named: bool


def restated(library: Library, text: str, pieces: Sequence[Piece], mentions: Iterable[Mention] = ()) -> Restated:
    """What of a statement is in its evidence word for word; `mentions` are the references in the text.

    Where it has several sentences, each names its speaker or one piece says them all: else who speaks in one would be
    taken for the speaker of the next. Nothing may be left out of a sentence and nothing added, no hedge and no article.
    """
    known = tuple(mentions)
    units = [(piece, tuple(_sentences_of(library, piece))) for piece in pieces]
    said = [_said(text[start:end], units, known) for start, end in sentences(text)]
    loose = tuple(each.text for each in said if not each.keys)
    if not loose and not all(each.named for each in said) and not frozenset.intersection(*(each.keys for each in said)):
        loose = (text,)
    return Restated(loose, frozenset[str]().union(*(each.keys for each in said)))


def _said(text: str, units: Sequence[tuple[Piece, tuple[str, ...]]], mentions: tuple[Mention, ...]) -> _Said:
    keys, named = set(), False
    for piece, held in units:
        behind = without_speaker(text, piece, mentions)
        if any(_same(text, one) for one in held):
            keys.add(piece.key)
        elif behind != text and any(_same(behind, one, by_the_five=is_of_the_five(piece)) for one in held):
            keys.add(piece.key)
            named = True
    return _Said(text, frozenset(keys), named)


def _sentences_of(library: Library, piece: Piece) -> Iterator[str]:
    """The whole sentences of a paragraph that were accepted; none inside a quotation, none that goes on with a list."""
    citation = piece.citation
    try:
        text = library.document(citation.document, citation.language).paragraph(citation.label).text
    except NotHeld:
        return
    first = text.find(citation.quote)
    quoted = [(each.start, each.end) for each in quotations(text)]
    ended = True
    for start, end in sentences(text):
        within = first >= 0 and first <= start and end <= first + len(citation.quote)
        if within and ended and not any(left <= start < right or left < end <= right for left, right in quoted):
            yield text[start:end]
        ended = bool(ENDED.search(folded(text[start:end]).strip()))


def _same(text: str, sentence: str, *, by_the_five: bool = False) -> bool:
    """Whether the words are the same; what the five say as "we" may be told of them."""
    own, theirs = _plain(text), _plain(sentence)
    if not by_the_five:
        return own == theirs
    theirs = OUR.sub("their", theirs)
    if (said := THEIR_VERB.match(own)) and (verb := OUR_VERB.match(theirs)) and said[1] == verb[1]:
        return own[said.end() :] == theirs[verb.end() :]
    return own == theirs


def _plain(words: str) -> str:
    """The words for comparison: marks, dashes and spaces alike, the first letter small, no stop at the end."""
    plain = THOUSANDS.sub("", folded(words)).strip().rstrip(".;, ")
    return plain[:1].casefold() + plain[1:]

"""Whether a statement is a paragraph of its evidence, word for word, behind the name of who certainly speaks there."""

import re
from collections.abc import Iterable

from corpus.errors import NotHeld
from corpus.library import Library
from drafting.proposals.request import Piece
from drafting.proposals.speaking import is_of_the_five, without_speaker
from drafting.quoted import marks_alike
from references.mention import Mention

THOUSANDS = re.compile(r"(?<=\d)[ ,](?=\d{3}(?!\d))")
OUR_VERB = re.compile(r"(\w+)(?:ем|им)\b")
THEIR_VERB = re.compile(r"(\w+)(?:ют|ут|ят|ат)\b")
"""Russian verbs with "we" and with "they": «приветствуем», «приветствуют»."""
OUR = re.compile(r"\bour\b")


def restates(library: Library, text: str, piece: Piece, mentions: Iterable[Mention] = ()) -> bool:
    """Whether a statement is the whole of an accepted paragraph; `mentions` are the references in it.

    Less than a paragraph may lack what binds it, and words without a name would be taken for those of whoever is named
    before. In a text that a person added it is uncertain who speaks, and what a heading or a list does to a paragraph.
    """
    citation = piece.citation
    if citation.document in library.added_ids:
        return False
    try:
        paragraph = library.document(citation.document, citation.language).paragraph(citation.label)
    except NotHeld:
        return False
    behind = without_speaker(text, piece, paragraph.text, mentions)
    return citation.quote == paragraph.text and behind != text and _same(behind, paragraph.text, is_of_the_five(piece))


def _same(text: str, paragraph: str, by_the_five: bool) -> bool:
    """Whether the words are the same; what the five say as "we" may be told of them."""
    own, theirs = _plain(text), _plain(paragraph)
    if not by_the_five:
        return own == theirs
    theirs = OUR.sub("their", theirs)
    if (said := THEIR_VERB.match(own)) and (verb := OUR_VERB.match(theirs)) and said[1] == verb[1]:
        return own[said.end() :] == theirs[verb.end() :]
    return own == theirs


def _plain(words: str) -> str:
    """The words for comparison: marks, dashes and spaces alike, the first letter small, no stop at the end."""
    plain = THOUSANDS.sub("", marks_alike(words)).strip().rstrip(".;, ")
    return plain[:1].casefold() + plain[1:]

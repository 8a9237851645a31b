"""Whether a statement is a paragraph of its evidence, word for word, behind the name of who certainly speaks there."""

import re
from collections.abc import Iterable

from corpus.errors import NotHeld
from corpus.library import Library
from drafting.proposals.request import Piece
from drafting.proposals.speaking import is_of_the_five, without_speaker
from drafting.quoted import marks_alike
from drafting.verb_patterns import patterns_of
from drafting.verbs import Shape
from references.mention import Mention

THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:[ ,]\d{3})+(?!\d)")
"""A long number in English, set apart by commas or by spaces; a year never is."""
STOP = re.compile(r"\s*[.;,]?\Z")
OUR_VERB = re.compile(r"(\w+)(?:ем|им)\b")
THEIR_VERB = re.compile(r"(\w+)(?:ют|ут|ят|ат)\b")
"""Russian verbs with "we" and with "they": «приветствуем», «приветствуют»."""
OUR = re.compile(r"\bour\b")
WE = re.compile(r"\b(?:we|us|ours|ourselves|мы|нас|нам|нами|наш\w*)\b", re.IGNORECASE)
POINTING_BACK = {
    "en": re.compile(r"\b(?:this|these|those|such(?! as\b)|same|latter|former|he|she|his|her|aforementioned)\b", re.I),
    "ru": re.compile(
        r"\b(?:эт(?:от|а|о|и|их|им|ими|ого|ому|ом|ой|у)|так(?:ой|ая|ое|ие|их|им|ими|ую|ого|ому)|он|она|"
        r"данн(?:ый|ая|ое|ого|ой|ому|ую)|т(?:от|а|о|е|ого|ой|ому|у|ем|ех|еми)\s+же|(?:выше)?(?:указ|упомя)\w*нн\w+|"
        r"вышеупомянут\w*|упомянут\w*)\b",
        re.I,
    ),
}
"""Words that may mean something in the paragraph before: "the same resolution" alone would be this one."""


def restates(library: Library, text: str, piece: Piece, mentions: Iterable[Mention] = ()) -> bool:
    """Whether a statement is the whole of an accepted paragraph; `mentions` are the references in it.

    Less than a paragraph may lack what binds it, and words without a name would be taken for those of whoever is named
    before. In a text that a person added it is uncertain who speaks, and what a heading or a list does to a paragraph.
    """
    citation = piece.citation
    if citation.document in library.added_ids or citation.language not in POINTING_BACK:
        return False
    try:
        paragraph = library.document(citation.document, citation.language).paragraph(citation.label)
    except NotHeld:
        return False
    if citation.quote != paragraph.text or POINTING_BACK[citation.language].search(paragraph.text):
        return False
    behind = without_speaker(text, piece, paragraph.text, mentions)
    own, theirs = (_plain(words, citation.language) for words in (behind, paragraph.text))
    told = _told_of_the_five(own, theirs, citation.language) if is_of_the_five(piece) else own == theirs
    return behind != text and told


def _told_of_the_five(own: str, theirs: str, language: str) -> bool:
    """Whether the words are what the five say as "we", told of them, and nothing of it is still said as "we"."""
    theirs = OUR.sub("their", theirs)
    if (said := THEIR_VERB.match(own)) and (verb := OUR_VERB.match(theirs)) and said[1] == verb[1]:
        own, theirs = own[said.end() :], theirs[verb.end() :]
        if any(patterns_of(language).within(theirs, frozenset({Shape.PLAIN}))):
            return False
    return own == theirs and not WE.search(theirs)


def _plain(words: str, language: str) -> str:
    """The words for comparison: marks, dashes and spaces alike, the first letter small, no stop at the end."""
    plain = marks_alike(words).strip()
    if language == "en":
        plain = THOUSANDS.sub(lambda number: number[0].replace(",", " "), plain)
    plain = STOP.sub("", plain)
    return plain[:1].casefold() + plain[1:]

"""What turning a paragraph between registers leaves behind: words of the old subject, verbs not in the table."""

import re
from collections.abc import Iterator
from enum import StrEnum

from drafting.governing import NUMBER, Opening
from drafting.verb_patterns import QUOTED, words_pattern
from drafting.verbs import Shape, Words, language_table
from drafting.voices import OF_AN_ORGAN, Voice


class Remark(StrEnum):
    """Why a person must look at a place of a turned paragraph."""

    OPENING_UNKNOWN = "the paragraph does not open with a verb of the table in the register named; it stays as it was"
    SUBJECT_UNCERTAIN = "this verb may have another subject; it stays as it was"
    NO_FORM = "the table has no form of this verb for the register wanted; it stays as it was"
    VERB_UNKNOWN = "this may be a verb of the same subject that is not in the table; it stays as it was"
    FIRST_PERSON = "this word still speaks for the heads of State"
    ORGAN_OWN = "this refers to the organ that spoke; name the organ"
    PRONOUN_READ = "the pronoun before this verb was read as the subject"
    TWO_PARTICIPLES = "two participles now stand side by side; join them or drop one"
    SECOND_SENTENCE = "such a paragraph is one sentence; join this to it or make it a paragraph of its own"


RUSSIAN_FIRST = re.compile(r"(?<![\w-])(?!\w*(?:щ|вш)[еи]мся)\w+(?:[аяуюе]ем|емся|имся)(?![\w-])")
UNTURNED_ENGLISH = {
    Shape.PLAIN: re.compile(
        r"\band\s+(?P<verb>[a-z]{4,}(?<!ing)(?<!ed)(?<!ly)(?<!s)|[a-z]+ss)\s+(?:the|its|their|our)\b"
    ),
    Shape.THIRD: re.compile(r"\band\s+(?P<verb>[a-z]{3,}(?<!s)s)\s+(?:the|its|their|our)\b"),
    Shape.PARTICIPLE: re.compile(r"\band\s+(?P<verb>[a-z]{2,}ing)\s+(?:the|its|their|our)\b"),
}


def leftovers(
    text: str, language: str, opening: Opening, source: Voice, target: Voice
) -> Iterator[tuple[int, int, Remark]]:
    """The places to look at, with the reason of each; nothing inside quotation marks."""
    words = language_table(language).words
    quoted = [match.span() for match in QUOTED.finditer(text)]
    number = NUMBER.match(text)
    for start, end, remark in _everything(text, language, opening, source, target, words):
        inside = any(left <= start < right for left, right in quoted)
        if not inside and not (number and start < number.end()):
            yield start, end, remark


def _everything(
    text: str, language: str, opening: Opening, source: Voice, target: Voice, words: Words
) -> Iterator[tuple[int, int, Remark]]:
    if source.shape is Shape.PLAIN and target.shape is not Shape.PLAIN:
        for match in re.finditer(rf"(?<!\w){words_pattern(words.first_person)}(?!\w)", text, re.IGNORECASE):
            yield *match.span(), Remark.FIRST_PERSON
    if source.register in OF_AN_ORGAN and target.register not in OF_AN_ORGAN:
        own = words.own_one or r"сво\w+"
        nouns = words_pattern(words.organ_nouns)
        for match in re.finditer(rf"\b{own}\s+(?:\w+\s+){{0,2}}{nouns}(?!\w)", text, re.IGNORECASE):
            yield *match.span(), Remark.ORGAN_OWN
    unknown = _russian_verbs(text, words) if language == "ru" else _english_verbs(text, opening, source.shape, words)
    if source.shape is not target.shape and not (language == "ru" and source.shape is not Shape.PLAIN):
        yield from unknown


def _russian_verbs(text: str, words: Words) -> Iterator[tuple[int, int, Remark]]:
    """Words that end like a verb with «мы»."""
    for match in RUSSIAN_FIRST.finditer(text):
        if match[0].lower() not in words.not_verbs:
            yield *match.span(), Remark.VERB_UNKNOWN


def _english_verbs(text: str, opening: Opening, shape: Shape, words: Words) -> Iterator[tuple[int, int, Remark]]:
    """Words joined to the governing verb by "and" that stand before an object as a verb would."""
    pattern = UNTURNED_ENGLISH[Shape.PLAIN if shape is Shape.THIRD_PLURAL else shape]
    for match in pattern.finditer(text):
        last = max((known.found.end for known in opening.governing if known.found.end <= match.start()), default=0)
        clouded = re.search(
            r"\b(?:to [a-z]|which|who|that)|\b(?:by|of|for|in|through)\s+\w+ing\b", text[last : match.start()]
        )
        if match["verb"] not in words.not_verbs and not clouded:
            yield *match.span("verb"), Remark.VERB_UNKNOWN

"""Titles in quotation marks beside a reference by number: behind it, before it, or between its date and its number."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from references.grammar_file import Grammar, grammar_of
from references.mention import Mention, MentionKind
from references.paraphrase import entitled
from references.quotation_marks import Quoted

FEWEST_WORDS = 6
"""A shorter text in quotation marks is a name or a term, not a quotation."""
LONGEST_BEHIND = 40
LONGEST_BEFORE = 60
NUMBERED = frozenset({MentionKind.RESOLUTION, MentionKind.DECISION})
APART = re.compile(r"[.;!?。；]|\n\s*\n|\d")
SIGNS = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class TitleBeside:
    """Words in quotation marks beside a reference.

    `announced` is whether a word like "entitled" stands between, `touches` whether nothing else does.
    """

    quoted: Quoted
    announced: bool
    touches: bool

    @property
    def is_long(self) -> bool:
        """Whether the words may be a quotation from the text as well as a title."""
        return len(self.quoted.text.split()) >= FEWEST_WORDS


def titles_beside(
    quotations: Sequence[Quoted], text: str, mentions: Sequence[Mention], language: str
) -> dict[int, list[TitleBeside]]:
    """What may be the title of each reference, by its number."""
    grammar, found = grammar_of(language), dict[int, list[TitleBeside]]()
    numbered = [number for number, mention in enumerate(mentions) if _is_numbered(mention)]
    starts = [mentions[number].start for number in numbered]
    for quoted in quotations:
        for number, gap, longest in _neighbours(quoted, text, mentions, numbered, starts):
            if len(gap) <= longest and not APART.search(gap) and not _joins(grammar, gap):
                announced = bool(entitled(language).search(gap))
                found.setdefault(number, []).append(TitleBeside(quoted, announced, _touches(grammar, gap, language)))
                break
    return found


def _is_numbered(mention: Mention) -> bool:
    return mention.kind in NUMBERED and not mention.instrument


def _neighbours(
    quoted: Quoted, text: str, mentions: Sequence[Mention], numbered: Sequence[int], starts: Sequence[int]
) -> Iterator[tuple[int, str, int]]:
    """The reference around or before a quotation and the one behind it, each with the gap and how long it may be."""
    opening, closing = quoted.start - 1, quoted.end + quoted.closed
    place = bisect_right(starts, opening)
    if place:
        mention = mentions[numbered[place - 1]]
        inside = closing <= mention.end
        yield numbered[place - 1], "" if inside else text[mention.end : opening], LONGEST_BEHIND
    following = bisect_left(starts, closing)
    if following < len(starts):
        yield numbered[following], text[closing : starts[following]], LONGEST_BEFORE


def _joins(grammar: Grammar, gap: str) -> bool:
    """Whether a word of the gap joins two things: "resolution 77/158 and the programme “…”"."""
    return any(grammar.joiner.fullmatch(word) for word in SIGNS.sub(" ", gap).split())


def _touches(grammar: Grammar, gap: str, language: str) -> bool:
    plain = entitled(language).sub(" ", gap)
    for pattern in (grammar.organs, grammar.nouns, grammar.after_number, grammar.number_mark):
        plain = pattern.sub(" ", plain)
    return not SIGNS.sub("", plain)

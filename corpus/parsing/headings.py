"""Which lines are headings."""

import re
from dataclasses import dataclass

from corpus.parsing.layout_words import LayoutWords
from corpus.parsing.marks import Mark, MarkKind
from corpus.source import Block, Role

LONGEST_HEADING = 320
LONGEST_NUMBERED = 200
LONGEST_UNMARKED = 150
LONGEST_HAN = 40
MOST_WORDS = 5
SHORTEST_BELOW = 80
ORDINAL = re.compile(r"\d{1,3}\s?-?\.?(?:st|nd|rd|th|e|er|re|ère|ème|[ºª°]|ая|я|й|ый|ой)\s+[^\W\d_]")
ENDED = re.compile(
    r"[.,;:!?…。，；：！？،؛؟][”’»\")\]*_」』\u200b-\u200f]*(?:[\s\u00a0]?(?:(?<!\d)\d{1,3}(?!\d)|\[\^?\d{1,3}\]|\*)){0,2}[”»]?[\s\u200b-\u200f]*$"
)
LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Place:
    """What stands around a paragraph.

    `number` is the last of the main count, `letter` that of the last lettered heading; `after_colon`, `after_stop` and
    `unfinished` say how the text before ended: a colon announces a list, a comma or semicolon its next entry.
    `speaks` says that the text is one in which an organ speaks, where a colon stands before what it decides.
    """

    number: int
    letter: int
    after_colon: bool
    after_stop: bool
    unfinished: bool
    speaks: bool
    following: Block | None
    following_mark: Mark | None


def is_heading(block: Block, mark: Mark | None, place: Place, words: LayoutWords) -> bool:
    """Whether the paragraph is a heading: the file says so, or it is short, without a stop, and not of the count."""
    text = block.text.strip()
    if len(text) > LONGEST_HEADING or place.following is None:
        return (
            block.role is Role.HEADING and len(text) <= LONGEST_HEADING and (mark is None or not _counts(mark, place))
        )
    if block.role is Role.HEADING and not (mark and _counts(mark, place) and ENDED.search(text)):
        return True
    if words.section.match(text) and not ENDED.search(text):
        return True
    if mark is not None:
        return _is_marked_heading(text, mark, place)
    return _is_unmarked_heading(text, place, words)


def _counts(mark: Mark, place: Place) -> bool:
    """Whether the mark is the number that comes next."""
    return mark.value(MarkKind.NUMBER) == place.number + 1


def _is_marked_heading(text: str, mark: Mark, place: Place) -> bool:
    behind = text[mark.end :].strip()
    ended = bool(ENDED.search(behind)) or len(behind) > LONGEST_NUMBERED
    following = place.following_mark.value(MarkKind.NUMBER) if place.following_mark else 0
    if mark.value(MarkKind.SECTION) or mark.value(MarkKind.CAPITAL):
        return not ENDED.search(behind)
    if ended or not behind:
        return False
    if number := mark.value(MarkKind.NUMBER):
        target = place.following_mark.written if place.following_mark else ""
        if target.startswith((f"{number}.1", f"{number}.a")) and len(target) > len(str(number)) + 1:
            return True
        return following == number if number == place.number + 1 else following == place.number + 1
    letter = mark.value(MarkKind.LETTER)
    return bool(letter) and following == place.number + 1 and place.after_stop and letter in (1, place.letter + 1)


def _is_unmarked_heading(text: str, place: Place, words: LayoutWords) -> bool:
    longest = LONGEST_HAN if words.language == "zh" else LONGEST_UNMARKED
    letter = LETTER.search(text)
    goes_on = place.after_colon or place.unfinished or bool(words.ended_with_joiner.search(text))
    if len(text) > longest or letter is None or goes_on:
        return False
    if ENDED.search(text):
        return _names_what_follows(text, place)
    return not letter[0].islower() or bool(ORDINAL.match(text))


def _names_what_follows(text: str, place: Place) -> bool:
    """Whether the line is "Health:" above running text, in a text in which no organ speaks."""
    if place.speaks or place.following_mark or not text.endswith((":", "：")) or len(text.split()) > MOST_WORDS:
        return False
    following = place.following.text.strip() if place.following else ""
    return text[:1].isupper() and following[:1].isupper() and len(following) > SHORTEST_BELOW and place.after_stop

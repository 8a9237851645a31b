"""A text as the finder reads it: digits of one kind, no invisible marks inside, and the way back to the text given."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

ARABIC_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
SIGNS = ARABIC_DIGITS | str.maketrans("０１２３４５６７８９／⁄∕", "0123456789///")
"""Other writings of figures and of the slash, one character for one, so that places stay the same."""
UNREAD = re.compile("[\u00ad\u0640\u064b-\u0652\u0670\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Soft hyphens, marks of direction, and what Arabic writes for the eye only: the stretching sign and vowel signs."""


@dataclass(frozen=True, slots=True)
class PlainText:
    """The text to read, and where in it something was left out of the text given."""

    given: str
    plain: str
    left_out: tuple[int, ...]
    """For each character left out the place in `plain` before which it stood."""
    left_out_given: tuple[int, ...]
    """The same characters' places in `given`."""

    def start(self, place: int) -> int:
        """Where the character at a place of `plain` stands in the text given."""
        return place + bisect_right(self.left_out, place)

    def end(self, place: int) -> int:
        """Where a stretch that ends before a place of `plain` ends in the text given."""
        return self.start(place - 1) + 1

    def place(self, given: int) -> int:
        """The place in `plain` of a place in the text given."""
        return given - bisect_left(self.left_out_given, given)


def plain_text(given: str) -> PlainText:
    """Prepare a text for reading."""
    read = given.translate(SIGNS)
    places = tuple(match.start() for match in UNREAD.finditer(given))
    plain = UNREAD.sub("", read) if places else read
    return PlainText(given, plain, tuple(place - count for count, place in enumerate(places)), places)

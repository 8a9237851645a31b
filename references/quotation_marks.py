"""Words in quotation marks of any kind: where they are."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from references.clauses import BLOCK

CLOSERS = {
    "«": "»",
    "“": "”",
    "„": "“”",
    '"': '"',
    "‹": "›",
    "‘": "’",
    "「": "」",
    "『": "』",
    "＂": "＂",
    "〝": "〞",
    "‟": "”",
    "”": "“",
}
MARK = re.compile(f"[{''.join((*CLOSERS, *CLOSERS.values()))}']")
WORDS = re.compile(r"\S")
TURNED = "”"
"""Arabic texts open with this mark; elsewhere it closes, so it opens only where a word begins."""
STOPS = " \n.,;:!?'’‘"
APOSTROPHES = frozenset("’‘'")
"""Marks that may belong to the word before them, as in "don’t" or "tog‘"."""
UNUSUAL = re.compile(r"(?<!\w)['’](?=\w)|[‚‛❛❜❝❞〟《》〈〉＇]|<<|>>|``|(?<!\w)''|,,")
"""What may open or close a quotation and is in none of the pairs; an apostrophe stands behind a letter."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch in quotation marks: `source[start:end]` are the words between them; `closed` is whether it ends."""

    source: str = field(repr=False)
    start: int
    end: int
    closed: bool = True

    @property
    def text(self) -> str:
        """The words between the marks."""
        return self.source[self.start : self.end]

    @property
    def words(self) -> str:
        """The same; where no mark closes them, without what ends the sentence around them."""
        return self.text if self.closed else self.text.strip(STOPS)


def quotations(text: str) -> Iterator[Quoted]:
    """Every stretch in quotation marks, those inside others too; one that is never closed runs to the end."""
    ends: dict[int, int] = {}
    waiting: dict[str, list[int]] = defaultdict(list)
    for match in MARK.finditer(text):
        place, mark = match.start(), match[0]
        apostrophe = _apostrophe(match)
        closed = [] if apostrophe and text[place + 1 : place + 2].isalnum() else _closed_by(mark, waiting)
        ends.update(dict.fromkeys(closed, place))
        opens = not closed and mark in CLOSERS and not apostrophe
        if opens and (mark != TURNED or _stands_open(text, place)):
            waiting[mark].append(place)
            ends[place] = len(text)
    open_still = {place for places in waiting.values() for place in places}
    for place, end in sorted(ends.items()):
        if WORDS.search(text, place + 1, end):
            yield Quoted(text, place + 1, end, place not in open_still)


def outermost(text: str) -> Iterator[Quoted]:
    """The stretches in quotation marks that are in no other."""
    place = 0
    for each in quotations(text):
        if each.start >= place:
            yield each
            place = each.end


def _stands_open(text: str, place: int) -> bool:
    return not text[max(0, place - 1) : place].strip(" \u00a0\n(") and text[place + 1 : place + 2].isalnum()


def by_paragraph(text: str) -> Iterator[Quoted]:
    """The outermost stretches of each paragraph; one that is never closed ends with its paragraph."""
    for paragraph in BLOCK.finditer(text):
        for each in outermost(paragraph[0]):
            yield Quoted(text, paragraph.start() + each.start, paragraph.start() + each.end, each.closed)


def oddly_marked(text: str) -> Iterator[str]:
    """What stands behind each mark that may belong to a quotation and is no part of a pair, to the next or the end."""
    pairs = {place for each in quotations(text) if each.closed for place in (each.start - 1, each.end)}
    marks = [match for match in MARK.finditer(text) if match.start() not in pairs and not _apostrophe(match)]
    odd = sorted({match.span() for match in (*marks, *UNUSUAL.finditer(text)) if match.start() not in pairs})
    for (_, start), (end, _) in pairwise([*odd, (len(text), 0)]):
        if words := text[start:end].strip(STOPS):
            yield words


def _apostrophe(match: re.Match[str]) -> bool:
    """Whether the mark may belong to the word before it."""
    return match[0] in APOSTROPHES and match.string[match.start() - 1 : match.start()].isalnum()


def _closed_by(mark: str, waiting: dict[str, list[int]]) -> list[int]:
    """Where the quotations open that this mark closes: of each kind of mark the last one."""
    return [places.pop() for opener, places in waiting.items() if places and mark in CLOSERS[opener]]


def unquoted(text: str) -> str:
    """The text without the quotation marks around it."""
    return text.strip().strip("".join((*CLOSERS, *CLOSERS.values()))).strip()

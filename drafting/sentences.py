"""The sentence, or the clause of a long sentence, that is to be quoted from a paragraph."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from references.clauses import sentences

LONGEST = 420
"""A sentence longer than this is cut at its semicolons."""
SHORTEST = 15
"""Fewer characters than these are no statement."""
CLAUSE = re.compile(r";\s+")
SHORT_WORD = re.compile(
    r"(?<=\b(?:it|us|so|do|me|up|on|be|go|in|to|of|is|we|их|ее|её|им|ей|то|не|ни|да)[.!?])\s+(?=[A-ZА-ЯЁ«“])"
)
"""A full stop after a short word that is no abbreviation ends a sentence."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a paragraph: `text` is the paragraph from `start` to `end`, unchanged."""

    start: int
    end: int
    text: str


def passages(text: str) -> Iterator[Passage]:
    """The sentences of a paragraph, long ones by clauses, with their places."""
    for start, end in _sentences(text):
        if end - start <= LONGEST:
            yield from _trimmed(text, start, end)
            continue
        opens = start
        for match in CLAUSE.finditer(text, start, end):
            yield from _trimmed(text, opens, match.start())
            opens = match.end()
        yield from _trimmed(text, opens, end)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    for start, end in sentences(text):
        opens = start
        for match in SHORT_WORD.finditer(text, start, end):
            yield opens, match.start()
            opens = match.end()
        yield opens, end


def _trimmed(text: str, start: int, end: int) -> Iterator[Passage]:
    """The stretch without white space around it; nothing where too little is left to be a statement."""
    stretch = text[start:end]
    start += len(stretch) - len(stretch.lstrip())
    end -= len(stretch) - len(stretch.rstrip())
    if end - start >= SHORTEST:
        yield Passage(start, end, text[start:end])

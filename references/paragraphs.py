"""The paragraph named with a reference: "paragraph 5 of resolution …", "…, para. 5"."""

import re

from references.grammar_file import Grammar

WINDOW = 60
GAP = 45
LETTERS = str.maketrans("أبجدهو", "abcdef")
APART = re.compile(r"[\d.;:]")


def paragraph_of(grammar: Grammar, plain: str, start: int, end: int) -> str:
    """The number of the paragraph that is named right after a reference or right before it; empty if none is."""
    after = grammar.paragraph_after.match(plain, end) or grammar.paragraph_behind.match(plain, end)
    if after:
        return _written(after)
    before = None
    for match in grammar.paragraph_before.finditer(plain, max(0, start - WINDOW), start):
        before = match
    if before and start - before.end() <= GAP and not APART.search(plain, before.end(), start):
        return _written(before)
    return ""


def _written(match: re.Match[str]) -> str:
    """The number as English writes it: 12 or 12 (b)."""
    letter = (match["letter"] or "").translate(LETTERS)
    return f"{match['number']} ({letter})" if letter else match["number"]

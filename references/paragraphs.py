"""The paragraph named with a reference: "paragraph 5 of resolution …", "…, para. 5"."""

import re

from references.grammar_file import Grammar

WINDOW = 60
GAP = 30
APART = re.compile(r"[\d.;:]")


def paragraph_of(grammar: Grammar, plain: str, start: int, end: int) -> str:
    """The number of the paragraph that is named right after a reference or right before it; empty if none is."""
    after = grammar.paragraph_after.match(plain, end)
    if after:
        return " ".join(after["number"].split())
    before = None
    for match in grammar.paragraph_before.finditer(plain, max(0, start - WINDOW), start):
        before = match
    if before and start - before.end() <= GAP and not APART.search(plain, before.end(), start):
        return " ".join(before["number"].split())
    return ""

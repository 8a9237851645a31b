"""The paragraph named with a reference: "paragraph 5 of resolution …", "…, para. 5", "paragraphs 3 and 5 of …"."""

import re

from references.grammar_file import Grammar

WINDOW = 60
GAP = 45
LETTERS = str.maketrans("أبجدهو", "abcdef")
APART = re.compile(r"[\d.;:]")
PREAMBULAR = "PP"
"""What stands before the number of a preambular paragraph, as in the labels of documents."""


def paragraph_of(grammar: Grammar, plain: str, start: int, end: int) -> str:
    """The number of the paragraph that is named right after a reference or right before it; empty if none is.

    Of several all are told: "3, 5".
    """
    after = grammar.paragraph_after.match(plain, end) or grammar.paragraph_behind.match(plain, end)
    if after:
        return _kind(after) + _written(after, _further(grammar, plain, after))
    before = None
    for match in grammar.paragraph_before.finditer(plain, max(0, start - WINDOW), start):
        before = match
    if before is None:
        return ""
    more = _further(grammar, plain, before)
    behind = more.end() if more else before.end()
    if start - behind > GAP or APART.search(plain, behind, start):
        return ""
    preambular = grammar.preambular.search(plain, max(0, before.start() - GAP), start)
    return (PREAMBULAR if preambular else _kind(before)) + _written(before, more)


def _kind(match: re.Match[str]) -> str:
    return PREAMBULAR if PREAMBULAR in match[0] else ""


def _further(grammar: Grammar, plain: str, first: re.Match[str]) -> re.Match[str] | None:
    """The numbers that go on behind the first one; where the reference comes first only words join them."""
    return grammar.more_paragraphs.match(plain, first.end()) if first.re is not grammar.paragraph_behind else None


def _written(match: re.Match[str], more: re.Match[str] | None) -> str:
    """The numbers as English writes them: 12, 12 (b) or 12, 14."""
    letter = (match["letter"] or "").translate(LETTERS)
    first = f"{match['number']} ({letter})" if letter else match["number"]
    return ", ".join([first, *re.findall(r"\d+", more[0])]) if more else first

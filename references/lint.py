"""House-keeping: unbalanced quotation marks, doubled words, slips listed in lint.toml."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from corpus.tables import Entry, read_table
from references.clauses import BLOCK
from references.findings import LintNote
from references.mention import Mention

RULES = Path(__file__).with_name("lint.toml")
PAIRS = {"«": "»", "“": "”", "(": ")", "[": "]"}
CLOSING = {closing: opening for opening, closing in PAIRS.items()}
MARK = re.compile(f"[{re.escape(''.join((*PAIRS, *CLOSING)))}]")
DOUBLED = re.compile(r"(?<!\w)([^\W\d_]{2,30})\s+\1(?!\w)", re.IGNORECASE)


class LintRule(Entry, frozen=True):
    """One slip: its language, what kind it is, how to see it, what to say, what to write instead."""

    language: str
    kind: str
    pattern: str
    message: str
    proposal: str


class LintRules(Entry, frozen=True):
    """All of them."""

    rule: tuple[LintRule, ...]


def lint(text: str, language: str) -> list[LintNote]:
    """Every slip in the text, in order."""
    notes = [*_listed(text, language), *_unbalanced(text), *_doubled(text)]
    return sorted(notes, key=lambda note: note.start)


def look_alikes(text: str, mentions: Sequence[Mention]) -> Iterator[LintNote]:
    """Letters of a symbol that only look Latin, each by its name, and the symbol as it is written."""
    for mention in mentions:
        if mention.homoglyphs:
            letters = "; ".join(
                f"“{text[place]}” is {unicodedata.name(text[place], 'unknown')}" for place in mention.homoglyphs
            )
            yield LintNote(
                mention.start, mention.start + _symbol_length(mention), "look-alike letters", letters, mention.symbol
            )


def _symbol_length(mention: Mention) -> int:
    """How much of a reference is its symbol: all before its date."""
    end = mention.date_span[0] if mention.date_span else mention.end
    return len(mention.text[: end - mention.start].split()[0])


def _listed(text: str, language: str) -> Iterator[LintNote]:
    for rule in _rules():
        if rule.language == language:
            for match in re.finditer(_spaced(rule.pattern), text):
                yield LintNote(match.start(), match.end(), rule.kind, rule.message, rule.proposal)


def _spaced(pattern: str) -> str:
    """A space of a rule is any white space of a text."""
    return pattern.replace(" ", r"[\s\u00a0]+")


def _unbalanced(text: str) -> Iterator[LintNote]:
    """Brackets and quotation marks without their partner in the same paragraph."""
    for block in BLOCK.finditer(text):
        waiting: list[tuple[str, int]] = []
        for match in MARK.finditer(text, block.start(), block.end()):
            offset, character = match.start(), match[0]
            if character in PAIRS:
                waiting.append((character, offset))
            elif waiting and waiting[-1][0] == CLOSING[character]:
                waiting.pop()
            elif not (character == ")" and _is_list_mark(text, offset)):
                yield LintNote(offset, offset + 1, "quotation marks", f"“{character}” closes nothing.")
        for character, offset in waiting:
            yield LintNote(offset, offset + 1, "quotation marks", f"“{character}” is never closed.")


def _is_list_mark(text: str, offset: int) -> bool:
    """Whether a bracket ends a list mark such as "a)" or "1)"."""
    return bool(re.search(r"(?:^|[\s;,.])[^\W_]{1,3}\Z", text[max(0, offset - 5) : offset]))


def _doubled(text: str) -> Iterator[LintNote]:
    for match in DOUBLED.finditer(text):
        if match[1].islower():
            yield LintNote(match.start(), match.end(), "doubled words", f"“{match[1]}” stands twice.", match[1])


@cache
def _rules() -> tuple[LintRule, ...]:
    return read_table(RULES, LintRules).rule

"""Security Council resolutions by number alone: "UNSCR 1325", "resolution 1325 of the Security Council"."""

import re
from collections.abc import Iterator

from references.grammar_file import Grammar, NounPosition, Role, last_match, says_nothing
from references.mention import Mention, MentionKind
from references.organs import organs_between

COUNCIL = "SC"
LETTERS = "A-Za-z\u00c0-\u024f\u0400-\u052f"
NUMBER = re.compile(
    rf"(?<![{LETTERS}\d/.,()№\-\u2010-\u2013])(?P<number>[1-9]\d{{2,3}})(?![{LETTERS}\d/]|[.,]\d|\s?[(（])"
)
MARK = re.compile(r"[\s\u00a0]*(?:№|No\.?|no\.?|n°|núm\.|第)?[\s\u00a0]*")
ENDING = re.compile(r"['’]\w{1,5}")
ABBREVIATION = re.compile(rf"(?<!\w)UNSCRs?{MARK.pattern}\Z")
BEFORE = 80
BEHIND = 70


def bare_numbers(grammar: Grammar, plain: str) -> Iterator[Mention]:
    """Numbers of three or four figures that the noun and the name of the Council make a reference."""
    for match in NUMBER.finditer(plain):
        if _is_councils(grammar, plain, match.start(), match.end()):
            yield Mention(
                start=match.start(),
                end=match.end(),
                text="",
                kind=MentionKind.RESOLUTION,
                symbol=f"S/RES/{match['number']}",
                organ=COUNCIL,
                organ_named=True,
            )


def _is_councils(grammar: Grammar, plain: str, start: int, end: int) -> bool:
    before, behind = plain[max(0, start - BEFORE) : start], plain[end : end + BEHIND]
    if ABBREVIATION.search(before):
        return True
    if grammar.position is NounPosition.AFTER:
        gap = grammar.after_number.sub("", behind, count=1) if grammar.after_number.match(behind.lstrip()) else behind
        noun = grammar.nouns.match(gap.lstrip(" \u00a0-号"))
        return noun is not None and noun.lastgroup == Role.RESOLUTION and _closes_with_council(grammar, before)
    noun = last_match(grammar.nouns, before)
    if noun is None or noun.lastgroup != Role.RESOLUTION:
        return False
    if MARK.fullmatch(before, noun.end()):
        return _closes_with_council(grammar, before[: noun.start()]) or _opens_with_council(grammar, behind)
    return _closes_with_council(grammar, before) and says_nothing(grammar.organs.sub("", before[noun.end() :]))


def _closes_with_council(grammar: Grammar, before: str) -> bool:
    organs = list(organs_between(grammar, before, 0, len(before)))[-1:]
    return any(organ.organ == COUNCIL and says_nothing(ENDING.sub("", before[organ.end :])) for organ in organs)


def _opens_with_council(grammar: Grammar, behind: str) -> bool:
    organs = list(organs_between(grammar, behind, 0, len(behind)))[:1]
    return any(organ.organ == COUNCIL and says_nothing(behind[: organ.start]) for organ in organs)

"""Which numbers of a sentence are resolutions and decisions: nouns govern numbers, and lists go on without the noun."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from references.grammar_file import Grammar, NounPosition, Role, articles_at_end
from references.numbers import FoundNumber

FIRST_GAP = 70
CLAUSE_GAP = 400
AFTER_GAP = 45
BREAK = re.compile(r"[.;:!?。；：！？؟]")
REFERENCE_ROLES = frozenset({Role.RESOLUTION, Role.DECISION})


@dataclass(frozen=True, slots=True)
class Noun:
    """A word that says what a number beside it is."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class Governed:
    """A number and the noun that governs it; `first` is whether it is the noun's first number."""

    number: FoundNumber
    noun: Noun
    first: bool


def find_nouns(grammar: Grammar, text: str, start: int, end: int) -> list[Noun]:
    """The nouns of a sentence, in order."""
    return [
        Noun(match.start(), match.end(), Role(match.lastgroup or Role.OTHER))
        for match in grammar.nouns.finditer(text, start, end)
    ]


def governed_numbers(
    grammar: Grammar, text: str, nouns: list[Noun], numbers: list[FoundNumber], reference_end: dict[int, int]
) -> Iterator[Governed]:
    """The numbers of one sentence that nouns govern. `reference_end` maps a number's start to where its date ends."""
    taken: set[int] = set()
    for governed in _after_their_noun(grammar, text, nouns, numbers, reference_end):
        taken.add(governed.number.start)
        yield governed
    if grammar.position is not NounPosition.BEFORE:
        for governed in _before_their_noun(grammar, text, nouns, numbers, reference_end):
            if governed.number.start not in taken:
                taken.add(governed.number.start)
                yield governed


def _after_their_noun(
    grammar: Grammar, text: str, nouns: list[Noun], numbers: list[FoundNumber], reference_end: dict[int, int]
) -> Iterator[Governed]:
    """Noun first, then its numbers: "resolutions 60/251 of …, by which it …, and 65/281"."""
    events: list[Noun | FoundNumber] = sorted([*nouns, *numbers], key=lambda event: event.start)
    noun: Noun | None = None
    position, first = 0, True
    for event in events:
        if isinstance(event, Noun):
            if event.start >= position:
                noun, position, first = event, event.end, True
            continue
        if noun is None:
            continue
        gap = text[position : event.start]
        if not (_opens(grammar, gap) if first else _goes_on(grammar, gap)):
            continue
        if noun.role in REFERENCE_ROLES:
            yield Governed(event, noun, first)
        position, first = max(position, reference_end.get(event.start, event.end)), False


def _before_their_noun(
    grammar: Grammar, text: str, nouns: list[Noun], numbers: list[FoundNumber], reference_end: dict[int, int]
) -> Iterator[Governed]:
    """Numbers first, then their noun: «第70/1和71/222号决议», «78/147-қарары»."""
    for noun in nouns:
        before = [number for number in numbers if number.end <= noun.start]
        following, limit = noun.start, AFTER_GAP
        for number in reversed(before):
            gap = text[min(reference_end.get(number.start, number.end), following) : following]
            if len(gap) > limit or BREAK.search(gap):
                break
            if following != noun.start and not _only_joins(grammar, gap):
                break
            if noun.role in REFERENCE_ROLES:
                yield Governed(number, noun, following == noun.start)
            following, limit = _reference_start(grammar, text, number), AFTER_GAP


def _reference_start(grammar: Grammar, text: str, number: FoundNumber) -> int:
    """Where the reference begins if its date stands before the number."""
    found = date_before(grammar, text, number.start)
    return found[0] if found else number.start


def date_before(grammar: Grammar, text: str, start: int) -> tuple[int, int, re.Match[str]] | None:
    """The date that ends just before a number, with its span: «1994年12月9日第49/35号», "19 Aralık 2023 tarihli ve 78/147"."""
    window_start = max(0, start - 60)
    best = None
    for pattern in grammar.dates:
        for match in pattern.finditer(text, window_start, start):
            between = text[match.end() : start]
            if len(between) <= 20 and not re.search(r"[\d.;:()]", between) and (best is None or match.end() > best[1]):
                best = (match.start(), match.end(), match)
    return best


def _opens(grammar: Grammar, gap: str) -> bool:
    """Whether a noun reaches over the gap to its first number; where nouns come after, only if it stands right there."""
    if grammar.position is NounPosition.AFTER:
        return not gap.strip()
    plain = grammar.number_mark.sub(" ", gap)
    return len(gap) <= FIRST_GAP and not BREAK.search(plain) and not re.search(r"\d", gap)


def _goes_on(grammar: Grammar, gap: str) -> bool:
    """Whether a list goes on after the gap: a joiner stands right before the next number, a clause may stand between."""
    return len(gap) <= CLAUSE_GAP and bool(grammar.joiner.search(_without_marks(grammar, gap)))


def _only_joins(grammar: Grammar, gap: str) -> bool:
    plain = grammar.organs.sub(" ", gap)
    for pattern in grammar.dates:
        plain = pattern.sub(" ", plain)
    plain = re.sub(r"[号第\s\u00a0,،、\-]+", " ", plain).strip()
    return (
        not plain or bool(grammar.joiner.fullmatch(f"{plain} ") or grammar.joiner.fullmatch(plain)) or len(plain) <= 8
    )


def _without_marks(grammar: Grammar, gap: str) -> str:
    """The gap without what stands between joiner and number: "No.", "its", an organ's name."""
    plain = articles_at_end().sub(" ", grammar.number_mark.sub(" ", gap))
    plain = re.sub(rf"(?:{grammar.own.pattern})\s*\Z", " ", plain, flags=re.IGNORECASE)
    return plain if plain.strip() else ","

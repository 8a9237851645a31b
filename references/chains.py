"""Which numbers of a sentence are resolutions and decisions: nouns govern numbers, and lists go on without the noun."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from references.dates_found import date_before
from references.grammar_file import Grammar, NounPosition, Role, articles_at_end
from references.numbers import FoundNumber

FIRST_GAP = 70
CLAUSE_GAP = 400
AFTER_GAP = 45
SHORT_WORD = 8
BREAK = re.compile(r"[.;:!?。；：！？؟]")
PAUSE = re.compile("[,،，、;”»]")
DIGIT = re.compile(r"\d")
SIGNS = re.compile(r"[号第\s,،、\-]+")
NEW_LINE = re.compile(r"\s*\n\s*(?:\(?[^\W_]{1,3}[.)]|[-–—•*·▪|])?\s*\Z")
"""The end of a gap where the next number begins a line of a list or a row of a table."""
TO = re.compile(r"\s?[-\u2010\u2011–—]\s?")
HEADING = re.compile(r"\s*:\s*\Z")
REFERENCE_ROLES = frozenset({Role.RESOLUTION, Role.DECISION})


@dataclass(frozen=True, slots=True)
class Noun:
    """A word that says what a number beside it is."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class Governed:
    """A number and the noun that governs it.

    `first` is whether it is the noun's first number; `opening` is where the words between the noun and its first
    number end.
    """

    number: FoundNumber
    noun: Noun
    first: bool
    opening: int


def find_nouns(grammar: Grammar, text: str, start: int, end: int) -> list[Noun]:
    """The nouns of a sentence, in order."""
    return [
        Noun(match.start(), match.end(), Role(match.lastgroup or Role.OTHER))
        for match in grammar.nouns.finditer(text, start, end)
    ]


def governed_numbers(
    grammar: Grammar, text: str, nouns: Sequence[Noun], numbers: Sequence[FoundNumber], ends: Mapping[int, int]
) -> Iterator[Governed]:
    """The numbers of one sentence that nouns govern. `ends` maps a number's start to where its date and organ end."""
    taken: set[int] = set()
    for governed in _after_their_noun(grammar, text, nouns, numbers, ends):
        taken.add(governed.number.start)
        yield governed
    if grammar.position is not NounPosition.BEFORE:
        for governed in _before_their_noun(grammar, text, nouns, numbers, ends):
            if governed.number.start not in taken:
                taken.add(governed.number.start)
                yield governed


def _after_their_noun(
    grammar: Grammar, text: str, nouns: Sequence[Noun], numbers: Sequence[FoundNumber], ends: Mapping[int, int]
) -> Iterator[Governed]:
    """Noun first, then its numbers: "resolutions 60/251 of …, by which it …, and 65/281".

    A noun that reaches no number of its own leaves the list before it standing: "70/1, on the report …, and 71/2".
    """
    events: list[Noun | FoundNumber] = sorted([*nouns, *numbers], key=lambda event: event.start)
    noun: Noun | None = None
    latest: Noun | None = None
    position = opening = 0
    for event in events:
        if isinstance(event, Noun):
            latest = event if event.start >= position else latest
            continue
        first = latest is not None and _opens(grammar, text, latest, event.start)
        if first:
            noun, opening = latest, event.start
        elif noun is None or not _goes_on(grammar, text, position, event.start):
            continue
        if noun is not None and noun.role in REFERENCE_ROLES:
            yield Governed(event, noun, first, opening)
        position, latest = max(position, ends[event.start]), None


def _before_their_noun(
    grammar: Grammar, text: str, nouns: Sequence[Noun], numbers: Sequence[FoundNumber], ends: Mapping[int, int]
) -> Iterator[Governed]:
    """Numbers first, then their noun: «第70/1和71/222号决议», «78/147-қарары»."""
    number_ends = [number.end for number in numbers]
    nearest = 0
    for noun in nouns:
        following = noun.start
        floor, nearest = nearest, bisect_right(number_ends, noun.start)
        for number in reversed(numbers[floor:nearest]):
            gap = text[min(ends[number.start], following) : following]
            if following != noun.start and _is_clause_between(grammar, gap):
                gap = ""
            if len(gap) > AFTER_GAP or BREAK.search(gap):
                break
            if following != noun.start and not _only_joins(grammar, gap):
                break
            if noun.role in REFERENCE_ROLES:
                yield Governed(number, noun, following == noun.start, noun.start)
            found = date_before(grammar, text, number.start)
            following = found.start if found else number.start


def _opens(grammar: Grammar, text: str, noun: Noun, end: int) -> bool:
    """Whether a noun reaches over the gap to its first number; where nouns come after, none may stand between."""
    if end - noun.end > FIRST_GAP:
        return False
    gap = HEADING.sub(" ", NEW_LINE.sub(" ", text[noun.end : end]))
    if grammar.position is NounPosition.AFTER:
        return not gap.strip()
    if DIGIT.search(gap):
        gap = _without_dates(grammar, gap)
    if noun.role not in REFERENCE_ROLES and PAUSE.search(gap):
        return False
    return not BREAK.search(grammar.number_mark.sub(" ", gap)) and not DIGIT.search(gap)


def _goes_on(grammar: Grammar, text: str, start: int, end: int) -> bool:
    """Whether a list goes on after the gap: a clause may stand in it, but a joiner stands right before the number."""
    if TO.fullmatch(text, start, end):
        return True
    return end - start <= CLAUSE_GAP and bool(grammar.joiner.search(_without_marks(grammar, text[start:end])))


def _only_joins(grammar: Grammar, gap: str) -> bool:
    """Whether nothing but joining words, dates and organs stands between two numbers before one noun."""
    plain = _without_dates(grammar, grammar.after_number.sub(" ", grammar.organs.sub(" ", gap)))
    plain = SIGNS.sub(" ", plain).strip()
    joins = grammar.joiner.fullmatch(f"{plain} ") or grammar.joiner.fullmatch(plain)
    return bool(joins) or len(plain) <= SHORT_WORD


def _is_clause_between(grammar: Grammar, gap: str) -> bool:
    """Whether a list goes on behind a comma with a clause: "78/147, adopted at the initiative of …"."""
    plain = grammar.after_number.sub("", gap, count=1).lstrip()
    return plain[:1] in {",", ";"} and len(gap) <= CLAUSE_GAP and not re.search(r"[.:!?\d]", plain)


def _without_dates(grammar: Grammar, gap: str) -> str:
    for pattern in grammar.dates:
        gap = pattern.sub(" ", gap)
    return gap


def _without_marks(grammar: Grammar, gap: str) -> str:
    """The gap without what stands between joiner and number: "No.", "its"; a new line of a list joins like a comma."""
    if NEW_LINE.search(gap):
        return ","
    plain = articles_at_end().sub(" ", grammar.number_mark.sub(" ", gap))
    plain = grammar.own_at_end.sub(" ", plain)
    return plain if plain.strip() else ","

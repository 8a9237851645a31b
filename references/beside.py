"""The day or the years that stand right beside a reference: "the Paris Agreement of 12 December 2015"."""

import re
from dataclasses import dataclass

from references.dates_found import FoundDate, day_of_every_year, found_date
from references.grammar_file import Grammar, NounPosition, grammar_of, small_words
from references.mention import Mention, MentionKind
from references.plain import plain_text

AFTER_WINDOW = 90
BEFORE_WINDOW = 45
LONGEST_LINK = 50
LONGEST_YEAR_OF = 16
SHORTEST_PARTICIPLE = 5
"""Link words shorter than this are prepositions and reach only what they touch; "adopted" reaches over a place."""
STOP = re.compile(r"[;:!?。；]|\.(?=\s|\Z)|\n\s*\n")
YEARS = re.compile(r"(?<![\d/])((?:19|20)\d\d)(?:\s?[-–—/]\s?((?:19|20)\d\d))?(?![\d/]|-\d)")
UNREAD = re.compile(r"\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:\d{4}|\d\d)(?!\d)|(?<!\d)(?:19|20)\d\d(?!\d)")
"""Figures that may be a date, or the year of one, in a form that is not read."""
MARKS = re.compile(r"[»”\"’'》（）)\]—–-]+")
IN_BRACKETS = re.compile(r"[»”\"’'》\s]*[(（][^()（）]{0,60}")
NOT_ITS_OWN = re.compile(r"[\d,،、]")
NEXT = re.compile(r"[»”\"’'》\s]*[,،，、]")
"""Where dates stand before what they date, one behind a comma is that of what follows it."""
OPENING = "«“„\"‘'《（([ \u00a0\n"
FIGURE = re.compile(r"\d")
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Stated:
    """What stands there: as it is written, as a day where it is one, its years, and as a day of every year, MM-DD."""

    written: str
    day: str
    years: tuple[int, ...]
    annual: str = ""


def stated_beside(text: str, mention: Mention, until: int, language: str) -> Stated | None:
    """The day or years behind a reference, up to the next reference, or else before it."""
    grammar = grammar_of(language)
    window = text[mention.end : min(until, mention.end + AFTER_WINDOW)]
    stop = STOP.search(window)
    tail = _Tail(_plain(window[: stop.start()] if stop else window), bool(stop) or text.endswith(window))
    behind = _behind(grammar, tail, mention.kind)
    return behind or _before(grammar, _plain(text[max(0, mention.start - BEFORE_WINDOW) : mention.start]), mention.kind)


def _plain(window: str) -> str:
    """The stretch as it is read; empty where no figure stands in it, as beside most references."""
    return plain_text(window).plain if FIGURE.search(window) else ""


@dataclass(frozen=True, slots=True)
class _Tail:
    """The stretch behind a reference, and whether its clause ends there."""

    text: str
    ends: bool

    def goes_on(self, grammar: Grammar, place: int) -> bool:
        """Whether something follows that what stands before the place may date."""
        year = grammar.year_word.match(self.text, place)
        return not self.ends or WORD.search(self.text, year.end() if year else place) is not None


def _behind(grammar: Grammar, tail: _Tail, kind: MentionKind) -> Stated | None:
    text = tail.text
    for day in _days(grammar, text):
        if _links(grammar, text[: day.start], tail.goes_on(grammar, day.end)):
            return _day(text, day)
    years = YEARS.search(text)
    reaches = years and (
        IN_BRACKETS.fullmatch(text, 0, years.start()) or _reaches(grammar, text[: years.start()], kind)
    )
    if years and (reaches or _links(grammar, text[: years.start()], tail.goes_on(grammar, years.end()))):
        return _years(years)
    unread = UNREAD.search(text)
    if unread and _links(
        grammar, _without_figures(grammar, text[: unread.start()]), tail.goes_on(grammar, unread.end())
    ):
        return Stated(text[: unread.end()].strip(" ,()"), "", ())
    annual = _annual(grammar, text)
    return next((day for start, end, day in annual if _links(grammar, text[:start], tail.goes_on(grammar, end))), None)


def _before(grammar: Grammar, head: str, kind: MentionKind) -> Stated | None:
    """What stands before: touching the reference, or with the word for "year" where a language puts dates there."""
    noun_first = grammar.position is NounPosition.BEFORE
    for day in reversed(_days(grammar, head)):
        if _touches(noun_first, head[day.end :]):
            return _day(head, day)
    matches = list(YEARS.finditer(head))
    if not matches:
        return next((day for _, end, day in reversed(_annual(grammar, head)) if _touches(noun_first, head[end:])), None)
    gap = head[matches[-1].end() :]
    touches = not gap.strip(OPENING)
    with_word = not noun_first and grammar.year_word.fullmatch(gap)
    of_a_year = kind is MentionKind.YEAR and len(gap) <= LONGEST_YEAR_OF and not re.search(r"[\d,.]", gap)
    return _years(matches[-1]) if touches or with_word or of_a_year else None


def _touches(noun_first: bool, gap: str) -> bool:
    """Whether nothing stands between a day and what it dates; where nouns come last, a word may end the date."""
    return not (gap if noun_first else WORD.sub("", gap)).strip(OPENING)


def _links(grammar: Grammar, gap: str, goes_on: bool) -> bool:
    """Whether a gap only links, "of", ", (", or opens with a participle: ", adopted in Paris in"."""
    if grammar.position is NounPosition.AFTER and NEXT.match(gap):
        if goes_on:
            return False
        gap = NEXT.sub(" ", gap, count=1)
    plain = MARKS.sub(" ", gap)
    if (
        grammar.link.fullmatch(plain)
        or grammar.year_word.fullmatch(plain.lstrip(" ,،"))
        or grammar.link.fullmatch(small_words().sub(" ", plain))
    ):
        return True
    opened = grammar.linked.match(plain)
    participle = opened is not None and len(opened["link"]) >= SHORTEST_PARTICIPLE
    return participle and len(gap) <= LONGEST_LINK and not re.search(r"\d", gap)


def _reaches(grammar: Grammar, gap: str, kind: MentionKind) -> bool:
    """Whether a year speaks of an event though words stand between: "the summit in Bishkek in 2027"."""
    if kind is not MentionKind.EVENT or len(gap) > LONGEST_LINK or NOT_ITS_OWN.search(gap):
        return False
    return not any(grammar.joiner.fullmatch(word) for word in WORD.findall(gap))


def _without_figures(grammar: Grammar, gap: str) -> str:
    """The gap without what may be part of a date that cannot be read: figures and names of months."""
    kept = WORD.sub(lambda word: " " if grammar.month(word[0]) else word[0], re.sub(r"[\d./]+", " ", gap))
    return " ".join(kept.split()) + " "


def _days(grammar: Grammar, part: str) -> list[FoundDate]:
    """The days written in a stretch of text, in order."""
    matches = (match for pattern in grammar.dates for match in pattern.finditer(part))
    return sorted((day for match in matches if (day := found_date(grammar, match))), key=lambda day: day.start)


def _annual(grammar: Grammar, part: str) -> list[tuple[int, int, Stated]]:
    """Where days without a year are written in a stretch of text, in order."""
    matches = (match for pattern in grammar.annual for match in pattern.finditer(part))
    days = ((match, day_of_every_year(grammar, match)) for match in matches)
    found = ((match.start(), match.end(), Stated(match[0], "", (), day)) for match, day in days if day)
    return sorted(found, key=lambda each: each[:2])


def _day(part: str, day: FoundDate) -> Stated:
    return Stated(part[day.start : day.end], day.day, (int(day.day[:4]),))


def _years(match: re.Match[str]) -> Stated:
    return Stated(match[0], "", tuple(int(year) for year in match.groups() if year))

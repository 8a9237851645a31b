"""Every reference in a text, with exact offsets: full symbols, numbers under their nouns, and instruments by name."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.errors import SymbolError
from corpus.symbol import Series, Symbol
from corpus.symbol_finder import find_symbols
from references.chains import Governed, Noun, date_before, find_nouns, governed_numbers
from references.clauses import sentences
from references.grammar_file import Grammar, NounPosition, Role, grammar_of, small_names, small_words
from references.mention import Mention, MentionKind
from references.numbers import ARABIC_DIGITS, FoundNumber, Shape, find_numbers

SPACES = re.compile(r"[\s\u00a0]*")
DATE_WINDOW = 150
ORGAN_WINDOW = 90
ORGAN_GAP = 40
LIST_GAP = 40
OWN_WINDOW = 16
FIRST_ARABIC_SESSION = 31
LAST_SESSION = 99
FIRST_YEAR, LAST_YEAR = 1946, 2099
YEAR_DIGITS = 4
LAST_RESOLUTION = 400
KIND_OF_SERIES = {
    Series.RESOLUTION: MentionKind.RESOLUTION,
    Series.DECISION: MentionKind.DECISION,
    Series.DOCUMENT: MentionKind.DOCUMENT,
}


@dataclass(frozen=True, slots=True)
class _Found:
    """A date or an organ beside a number."""

    start: int
    end: int
    value: str


def find_mentions(text: str, language: str, speaking: str = "") -> list[Mention]:
    """The references to resolutions, decisions and documents in the text, in order.

    `speaking` is the organ that "its resolution" means, where it is known.
    """
    grammar = grammar_of(language)
    plain = text.translate(ARABIC_DIGITS)
    explicit = [_explicit(grammar, text, plain, found) for found in find_symbols(text)]
    numbers = _outside(find_numbers(plain), explicit)
    mentions = [*explicit]
    starts = [number.start for number in numbers]
    for start, end in sentences(plain):
        inside = numbers[bisect_right(starts, start - 1) : bisect_right(starts, end - 1)]
        if inside:
            mentions.extend(_in_sentence(grammar, text, plain, start, end, inside, speaking))
    return sorted(mentions, key=lambda mention: mention.start)


def _outside(numbers: Iterable[FoundNumber], explicit: Sequence[Mention]) -> list[FoundNumber]:
    spans = [(mention.start, mention.end) for mention in explicit]
    return [number for number in numbers if not any(start < number.end and number.start < end for start, end in spans)]


def _explicit(grammar: Grammar, text: str, plain: str, found) -> Mention:  # noqa: ANN001
    symbol = found.symbol
    when = _date_after(grammar, plain, found.end)
    end = when.end if when else found.end
    return Mention(
        start=found.start,
        end=end,
        text=text[found.start : end],
        kind=KIND_OF_SERIES[symbol.series],
        symbol=symbol.canonical,
        organ=symbol.body,
        organ_named=True,
        date=when.value if when else "",
        date_span=(when.start, when.end) if when else None,
        paragraph=_paragraph(grammar, plain, found.start, end),
        homoglyphs=found.homoglyphs,
    )


def _in_sentence(
    grammar: Grammar, text: str, plain: str, start: int, end: int, numbers: list[FoundNumber], speaking: str
) -> list[Mention]:
    nouns = find_nouns(grammar, plain, start, end)
    if not nouns:
        return []
    after = {number.start: _beside(grammar, plain, number, end) for number in numbers}
    reference_end = {
        number.start: max(
            [number.end, *(found.end for found in (after[number.start][0], *after[number.start][1]) if found)]
        )
        for number in numbers
    }
    chain: list[Mention] = []
    for governed in governed_numbers(grammar, plain, nouns, numbers, reference_end):
        mention = _mention(grammar, text, plain, governed, after[governed.number.start], start, speaking)
        if mention:
            chain.append(mention)
    chain.sort(key=lambda mention: mention.start)
    return _organs_of_lists(chain, before=grammar.position is not NounPosition.BEFORE)


def _beside(grammar: Grammar, plain: str, number: FoundNumber, end: int) -> tuple[_Found | None, list[_Found]]:
    """Date and organs that follow a number, in either order; a date before the number leaves none after it."""
    before = None if grammar.position is NounPosition.BEFORE else date_before(grammar, plain, number.start)
    when = None if before else _date_after(grammar, plain, number.end)
    organs = _organs_after(grammar, plain, when.end if when else number.end, end)
    if not organs and when is not None:
        organs = list(_organs(grammar, plain, number.end, when.start))
    return when, organs


def _mention(
    grammar: Grammar,
    text: str,
    plain: str,
    governed: Governed,
    beside: tuple[_Found | None, list[_Found]],
    sentence_start: int,
    speaking: str,
) -> Mention | None:
    number, noun = governed.number, governed.noun
    when, organs = beside
    start, end = number.start, number.end
    if when is None and grammar.position is not NounPosition.BEFORE:
        before = date_before(grammar, plain, number.start)
        if before:
            when = _Found(before[0], before[1], _iso(grammar, before[2]))
            start = before[0]
    if when is not None and when.start >= number.end:
        end = when.end
    series = Series.DECISION if noun.role is Role.DECISION else Series.RESOLUTION
    candidates = organs + _organs_before(grammar, plain, sentence_start, number, noun, min(start, noun.start))
    named = next((known for known in candidates if _symbol(known.value, series, number)), None)
    value = named.value if named else _organ_of_shape(grammar, number, series, speaking)
    symbol = _symbol(value, series, number)
    if not symbol and not _stands_alone(governed, plain):
        return None
    return Mention(
        start=start,
        end=end,
        text=text[start:end],
        kind=KIND_OF_SERIES[series],
        symbol=symbol,
        organ=value,
        organ_named=named is not None or number.shape is not Shape.SESSION,
        date=when.value if when else "",
        date_span=(when.start, when.end) if when else None,
        paragraph=_paragraph(grammar, plain, min(noun.start, start), max(end, noun.end)),
    )


def _organs_of_lists(chain: list[Mention], before: bool) -> list[Mention]:
    """The organ of a list is that of all its members: named after the last one, or (`before`) before the first."""
    ordered = chain if before else chain[::-1]
    result: list[Mention] = []
    named = None
    for mention in ordered:
        if mention.organ_named:
            named = mention
        elif named and named.organ != mention.organ and _apart(named, mention) <= LIST_GAP:
            mention = _relabelled(mention, named.organ) or mention
            named = mention if mention.organ_named else None
        result.append(mention)
    return result if before else result[::-1]


def _apart(one: Mention, other: Mention) -> int:
    first, second = sorted((one, other), key=lambda mention: mention.start)
    return second.start - first.end


def _relabelled(mention: Mention, organ: str) -> Mention | None:
    number = next(find_numbers(mention.text.translate(ARABIC_DIGITS)), None)
    series = Series.DECISION if mention.kind is MentionKind.DECISION else Series.RESOLUTION
    symbol = _symbol(organ, series, number) if number else ""
    return replace(mention, organ=organ, organ_named=True, symbol=symbol) if symbol else None


def _organ_of_shape(grammar: Grammar, number: FoundNumber, series: Series, speaking: str) -> str:
    """The organ that a number without a named one belongs to, by its shape; empty where it could be anybody's.

    Governments and courts number their own papers by year, and Assembly decisions begin at 401.
    """
    if number.shape is Shape.YEAR:
        return "SC"
    if number.shape is Shape.PARTIES:
        return "UNFCCC"
    if number.shape is Shape.ROMAN:
        return "GA"
    if len(number.session) == YEAR_DIGITS and number.session.isdigit():
        return "ECOSOC" if grammar.position is NounPosition.BEFORE else ""
    if series is Series.DECISION and int(number.number) <= LAST_RESOLUTION:
        return ""
    if not number.session.isdigit():
        return "GA"
    if int(number.session) >= FIRST_ARABIC_SESSION:
        return speaking if speaking in {"GA", "HRC"} else "GA"
    return speaking if speaking in {"HRC", "UNEA"} else ""


def _symbol(organ: str, series: Series, number: FoundNumber) -> str:
    """The canonical symbol, or nothing where organ and number do not go together."""
    if not _goes_with(organ, number):
        return ""
    try:
        return Symbol.of(organ, series, number.session, number.number, number.part).canonical if organ else ""
    except SymbolError:
        return ""


def _goes_with(organ: str, number: FoundNumber) -> bool:
    """Whether an organ writes its numbers in this shape."""
    if number.shape is Shape.YEAR:
        return organ == "SC"
    if number.shape is Shape.ROMAN:
        return organ in {"GA", "ECOSOC"}
    if number.shape is Shape.PARTIES:
        return organ == "UNFCCC"
    if not number.session.isdigit():
        return organ in {"GA", "HRC"}
    session = int(number.session)
    if organ == "GA":
        return FIRST_ARABIC_SESSION <= session <= LAST_SESSION
    if organ == "ECOSOC":
        return FIRST_YEAR <= session <= LAST_YEAR and int(number.number) not in {session + 1, (session + 1) % 100}
    return organ in {"UNEA", "HRC", "CBD", "UNCCD"} and session <= LAST_SESSION


def _organs_after(grammar: Grammar, plain: str, position: int, end: int) -> list[_Found]:
    """Organs right behind a number, "70/1 of the General Assembly"; one may stand within the name of another."""
    if grammar.position is NounPosition.AFTER:
        return []
    found: list[_Found] = []
    for organ in _organs(grammar, plain, position, min(end, position + ORGAN_WINDOW)):
        if small_words().sub("", plain[position : organ.start]).strip(" \u00a0"):
            break
        following = SPACES.match(plain, organ.end)
        if grammar.position is NounPosition.BEFORE and following and grammar.nouns.match(plain, following.end()):
            break  # it opens the next reference: "…, and Security Council resolution 1325 (2000)"
        found.append(organ)
        position = organ.end
    return found


def _stands_alone(governed: Governed, plain: str) -> bool:
    """Whether a number without a known organ is a reference all the same: right after the word "resolution"."""
    between = plain[governed.noun.end : governed.number.start]
    return governed.noun.role is Role.RESOLUTION and governed.first and not between.strip("\u00a0 №")


def _organs_before(
    grammar: Grammar, plain: str, sentence: int, number: FoundNumber, noun: Noun, left: int
) -> list[_Found]:
    """Organs between noun and number, just before both, or the subject that "its resolution" belongs to; nearest first."""
    found = [] if noun.start >= number.end else list(_organs(grammar, plain, noun.start, number.start))[::-1]
    owned = grammar.own.search(plain, max(sentence, left - OWN_WINDOW), left) is not None
    for organ in list(_organs(grammar, plain, max(sentence, left - ORGAN_WINDOW), left))[::-1]:
        between = plain[organ.end : left]
        if owned or (not re.search(r"[\d,;:.、，]", between) and len(between) <= ORGAN_GAP):
            found.append(organ)
    return found


def _date_after(grammar: Grammar, plain: str, position: int) -> _Found | None:
    """The date that follows a number; only the organ's name and linking words may stand between them."""
    window = min(len(plain), position + DATE_WINDOW)
    for pattern in grammar.dates:
        match = pattern.search(plain, position, window)
        if match and _links(grammar, plain, position, match.start()):
            iso = _iso(grammar, match)
            if iso:
                return _Found(match.start(), match.end(), iso)
    return None


def _links(grammar: Grammar, plain: str, start: int, end: int) -> bool:
    organs = list(_organs(grammar, plain, start, end))
    before, after = (plain[start : organs[0].start], plain[organs[-1].end : end]) if organs else ("", plain[start:end])
    if small_words().sub("", before).strip(" \u00a0,،"):
        return False
    if grammar.link.fullmatch(after):
        return True
    rest = small_names().sub(" ", after, count=1)
    return bool(grammar.link.fullmatch(rest.lstrip()) or grammar.link.fullmatch(rest))


def _organs(grammar: Grammar, plain: str, start: int, end: int) -> Iterator[_Found]:
    """Organs named between two places; a longer name that begins inside a shorter one is the one meant."""
    position = start
    while position < end:
        match = grammar.organs.search(plain, position, end)
        if not match:
            return
        inner = grammar.organs.search(plain, match.start() + 1, end)
        if inner and inner.start() < match.end() < inner.end():
            match = inner
        yield _Found(match.start(), match.end(), match.lastgroup or "")
        position = match.end()


def _iso(grammar: Grammar, match: re.Match[str]) -> str:
    month = match["month"]
    names = [month] if month.isdigit() else re.split(r"\s?/\s?", month)
    number = int(month) if month.isdigit() else next((found for name in names if (found := grammar.month(name))), 0)
    try:
        return date(int(match["year"]), number, int(match["day"])).isoformat()
    except ValueError:
        return ""


def _paragraph(grammar: Grammar, plain: str, start: int, end: int) -> str:
    """The paragraph named with a reference: "paragraph 5 of resolution …", "…, para. 5"."""
    after = grammar.paragraph_after.match(plain, end)
    if after:
        return " ".join(after["number"].split())
    before = list(grammar.paragraph_before.finditer(plain, max(0, start - 60), start))
    if before and not re.search(r"[\d.;:]", plain[before[-1].end() : start]) and start - before[-1].end() <= 30:
        return " ".join(before[-1]["number"].split())
    return ""
